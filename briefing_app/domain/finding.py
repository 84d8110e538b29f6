"""Findings: one place where a check does not hold, with what would mend it."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum


class Severity(StrEnum):
    """How much a finding weighs."""

    BLOCKS = "blocks"
    MEND = "mend"
    INFO = "info"


Detail = str | int | float | tuple[str, ...]
"""A value among a finding's words."""


@dataclass(frozen=True, slots=True)
class Finding:
    """One place where a check does not hold. Its words are ``finding.<code>`` with the parameters, its mends ``mend.<code>``."""

    code: str
    severity: Severity
    placement: str | None = None
    section: str | None = None
    audience: str | None = None
    parameters: Mapping[str, Detail] = field(default_factory=dict)
    """Days as ISO 8601, as far as they are known; several things as a tuple: each language writes them in its own way."""
    mends: tuple[str, ...] = ()

    @property
    def key(self) -> str:
        """What a confirmation names: the code and its details, the same for as long as the same thing is wrong."""
        details = ",".join(f"{name}={_plain(value)}" for name, value in sorted(self.parameters.items()))
        return f"{self.code}({details})"


def _plain(value: Detail) -> str:
    match value:
        case tuple():
            return ", ".join(value)
        case float():
            return f"{value:g}"
        case _:
            return str(value)
