"""Files that a command looks into: each read in its turn, what cannot be read told in a line, and no other stopped by it."""

from collections.abc import Iterator, Mapping
from pathlib import Path

import typer

from briefing_app.cli import console
from briefing_app.errors import BriefingError, ExitCode
from briefing_app.workbench.arriving import Found
from briefing_app.workbench.importing import FileReader
from briefing_app.workbench.surveying import survey

say = console.words().say


def each_found(paths: list[Path]) -> Iterator[tuple[Path, Found]]:
    """Yield each file as found. One that cannot be read is told and stops no other; after the last the command exits with 4."""
    failed = False
    surveyed = survey(paths)
    with FileReader() as reader:
        for path in surveyed.files:
            try:
                found = reader.found(path)
            except BriefingError as fault:
                failed = True
                console.complain(fault)
                continue
            if found.misnamed:
                console.warn(say("cli.misnamed", path=path, kind=found.form))
            yield path, found
    tell_skipped(surveyed.skipped)
    if failed:
        raise typer.Exit(ExitCode.NOT_READ)


def tell_skipped(skipped: Mapping[str, int]) -> None:
    """Say on standard error what folders hold that is no document, by kind."""
    if skipped:
        kinds = [f"{count}\u00a0{kind}" for kind, count in skipped.items()]
        console.warn(console.words().count("cli.skipped", sum(skipped.values()), kinds=", ".join(kinds)))
