"""The command that looks after a library: check, repair, backup."""

import datetime as dt
from pathlib import Path
from typing import Annotated

import typer

from briefing_app.cli import console
from briefing_app.cli.options import LibraryOption
from briefing_app.errors import ExitCode
from briefing_app.workbench.libraries import backup_of, problems_of, repaired, user_library
from briefing_app.workbench.wording import problem_words

say = console.words().say

library_app = typer.Typer(no_args_is_help=True, add_completion=False, rich_markup_mode=None)


@library_app.command("check", help=say("cli.library.check"))
def check_library(library: LibraryOption = None) -> None:
    """Tell what is wrong with a library."""
    with user_library(library) as held:
        problems = problems_of(held)
    for problem in problems:
        console.line(problem_words(problem, console.words()))
    console.line(console.words().count("cli.library.problems", len(problems)))
    if problems:
        raise typer.Exit(ExitCode.FINDING_BLOCKS)


@library_app.command("repair", help=say("cli.library.repair"))
def repair_library(library: LibraryOption = None) -> None:
    """Mend what can be mended; originals are never deleted."""
    with user_library(library) as held:
        left = repaired(held)
    for problem in left:
        console.line(problem_words(problem, console.words()))
    console.line(console.words().count("cli.library.left", len(left)))
    if left:
        raise typer.Exit(ExitCode.FINDING_BLOCKS)


@library_app.command("backup", help=say("cli.library.backup"))
def back_up_library(
    to: Annotated[Path | None, typer.Option("--to", metavar="FILE", help=say("cli.help.backup-to"))] = None,
    library: LibraryOption = None,
) -> None:
    """Copy a library whole."""
    with user_library(library) as held:
        console.say("cli.library.backed-up", path=backup_of(held, to, dt.datetime.now().astimezone().date().isoformat()))
