"""A message as a room has it told where one looks: whoever shows the rooms puts it into the tray."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Literal


@dataclass(frozen=True, slots=True)
class Notice:
    """``about``: one about the same thing takes its place. ``then`` is called when its action is asked for."""

    about: str
    sentence: str
    severity: Literal["block", "warn", "info", "ok"] = "ok"
    action: str = ""
    then: Callable[[], object] | None = None
