"""What a window hands to the process that reads for it: light to import, each job imports what it takes where it is done."""

from collections.abc import Mapping
from pathlib import Path
from typing import TYPE_CHECKING

from briefing_app.paths import resource

if TYPE_CHECKING:  # what the jobs send back is loaded when it comes
    from briefing_app.domain.pack import Pack
    from briefing_app.workbench.arriving import Found


def found_in(path: Path) -> "Found":
    """Read a file and find what is in it; FileNotRead when it cannot be read."""
    from briefing_app.workbench.importing import find  # noqa: PLC0415 - a tenth of a second that the window does without

    return find(path)


def sample_documents() -> tuple[Path, ...]:
    """Return the sample documents, in the order of their names; no job, it only looks."""
    return tuple(sorted(resource("documents").glob("*.txt")))


def sample_pack() -> "tuple[Pack, Mapping[str, bytes]]":
    """Return the sample pack and its media."""
    from briefing_app.workbench.sample import sample  # noqa: PLC0415 - as above

    return sample()
