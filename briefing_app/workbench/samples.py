"""The samples that come with the app, for a window: light to import; what makes the pack is imported where it is made."""

from collections.abc import Mapping
from pathlib import Path

from briefing_app.domain.pack import Pack
from briefing_app.paths import resource


def sample_documents() -> tuple[Path, ...]:
    """Return the sample documents, in the order of their names."""
    return tuple(sorted(resource("documents").glob("*.txt")))


def sample_pack() -> tuple[Pack, Mapping[str, bytes]]:
    """Return the sample pack and its media; a job for a worker process, for it takes a good part of a second."""
    from briefing_app.workbench.sample import sample  # noqa: PLC0415 - the window does without all that reading takes

    return sample()
