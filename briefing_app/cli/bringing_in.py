"""The command that brings documents into the library: how far it is, what became of each, and at the end what could not be read."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import Annotated

import typer

from briefing_app.cli import console
from briefing_app.cli.options import LibraryOption, Paths
from briefing_app.cli.reading import tell_skipped
from briefing_app.errors import BriefingError, ExitCode
from briefing_app.workbench.arriving import Imported
from briefing_app.workbench.importing import import_files
from briefing_app.workbench.libraries import user_library
from briefing_app.workbench.pace import Pace, time_left
from briefing_app.workbench.surveying import survey
from briefing_app.workbench.versions import kinship_words

say = console.words().say
count = console.words().count

_INTERRUPTED = 130
"""How a shell tells that a command was interrupted (128 and the number of SIGINT)."""


def import_documents(
    paths: Paths,
    library: LibraryOption = None,
    password: Annotated[str | None, typer.Option("--password", help=say("cli.help.password"))] = None,
) -> None:
    """Bring files and folders into the library; a bad file stops nothing, and interrupting keeps what is in."""
    surveyed = survey(paths)
    faults: list[BriefingError] = []
    done, stopped = 0, False
    with user_library(library) as held, _progress(len(surveyed.files)) as progress:
        try:
            for number, outcome in enumerate(import_files(held, surveyed.files, password), 1):
                if outcome.fault:
                    faults.append(outcome.fault)
                else:
                    done += 1
                    _tell(outcome)
                progress(number)
        except KeyboardInterrupt:
            stopped = True
    for fault in faults:
        console.complain(fault)
    tell_skipped(surveyed.skipped)
    if stopped:
        console.warn(say("cli.import.stopped"))
    console.line(count("cli.import.summary", done, failed=len(faults)))
    if stopped:
        raise typer.Exit(_INTERRUPTED)
    if faults:
        raise typer.Exit(ExitCode.NOT_READ)


def _tell(outcome: Imported) -> None:
    key = "cli.import.known" if outcome.known else "cli.import.done"
    console.line(count(key, outcome.excerpts, path=outcome.path))
    if outcome.believed:
        console.warn(say("cli.misnamed", path=outcome.path, kind=outcome.believed))
    if kinship := kinship_words(outcome, console.words()):
        console.warn(f"  {kinship}")
    if outcome.queued:
        console.warn(count("cli.import.queued", outcome.queued))


@contextmanager
def _progress(total: int) -> Iterator[Callable[[int], None]]:
    """Give a function to call with how many files are done: on a terminal it draws a bar with rate and time left."""
    if total < 2 or not console.on_terminal():
        yield lambda _done: None
        return
    from rich.console import Console  # noqa: PLC0415 - a tenth of a second that most commands do without
    from rich.progress import BarColumn, Progress, TextColumn  # noqa: PLC0415 - as above

    pace = Pace()
    # What is printed for another program must go there: rich would draw it above the bar.
    bar = Progress(
        BarColumn(),
        TextColumn("{task.description}"),
        console=Console(stderr=True),
        transient=True,
        redirect_stdout=console.shows_results(),
    )
    with bar:
        task = bar.add_task(_so_far(0, total, pace), total=total)
        yield lambda done: bar.update(task, completed=done, description=_so_far(done, total, pace))


def _so_far(done: int, total: int, pace: Pace) -> str:
    parts = [say("cli.import.so-far", done=done, total=total)]
    rate, left = pace.rate(done), pace.left(done, total)
    if rate is not None and left is not None:
        parts += [say("cli.import.rate", rate=round(rate, 1)), time_left(left, console.words())]
    return " · ".join(parts)
