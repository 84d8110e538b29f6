"""The command line as one application: every command, its options, and how it ends."""

import os
import sys
import traceback
from collections.abc import Callable
from pathlib import Path
from typing import Annotated

import typer

from briefing_app import __version__
from briefing_app.cli import console
from briefing_app.cli.bringing_in import import_documents
from briefing_app.cli.catalogues import audiences, brands, templates
from briefing_app.cli.documents import extract, search
from briefing_app.cli.inspecting import inspect
from briefing_app.cli.libraries import library_app
from briefing_app.cli.making import check, demo, export, new
from briefing_app.errors import BriefingError, ExitCode, UsageError

say = console.words().say

app = typer.Typer(
    name="briefing-app",
    help=say("cli.help"),
    add_completion=False,
    no_args_is_help=True,
    rich_markup_mode=None,
    pretty_exceptions_enable=False,
)


def _version(wanted: bool) -> None:
    if wanted:
        console.line(f"briefing-app {__version__}")
        raise typer.Exit


@app.callback()
def _options(
    version: Annotated[bool, typer.Option("--version", help=say("cli.help.version"), is_eager=True, callback=_version)] = False,
    debug: Annotated[bool, typer.Option("--debug", help=say("cli.help.debug"))] = False,
) -> None:
    # Both are done by now: the version by its callback, --debug by run(), which must know it before anything can fail.
    del version, debug


_COMMANDS: dict[str, Callable[..., None]] = {
    "demo": demo,
    "import": import_documents,
    "inspect": inspect,
    "extract": extract,
    "search": search,
    "new": new,
    "check": check,
    "export": export,
    "templates": templates,
    "audiences": audiences,
    "brands": brands,
}
for _name, _command in _COMMANDS.items():
    app.command(_name, help=say(f"cli.{_name}"))(_command)
app.add_typer(library_app, name="library", help=say("cli.library"))


def run(arguments: list[str]) -> int:
    """Run one command line and return its exit code. Nothing but a bug of ours is ever shown as a traceback, and that on wish."""
    debug = "--debug" in arguments
    wanted = [argument for argument in arguments if argument != "--debug"]
    try:
        wanted = _without_window(wanted)
        # Outside its standalone mode the application returns what a command raised as an exit.
        code = app(wanted, prog_name="briefing-app", standalone_mode=False)
        return code if isinstance(code, int) else ExitCode.DONE
    except typer.Exit as end:
        return end.exit_code
    except BriefingError as fault:
        _trace(debug)
        console.complain(fault)
        return fault.exit_code
    except typer.TyperException as wrong:
        _trace(debug)
        if not wrong.format_message():
            return ExitCode.WRONG_USE
        console.complain(UsageError("usage", reason=wrong.format_message().rstrip(".")))
        return ExitCode.WRONG_USE
    except (KeyboardInterrupt, typer.Abort):
        console.warn(say("cli.stopped"))
        return 130
    except BrokenPipeError:
        # Whoever read our output has seen enough; let the interpreter's own flush at the end find nothing to complain of.
        sys.stdout = Path(os.devnull).open("w", encoding="utf-8")  # noqa: SIM115 - must outlive this function
        return ExitCode.DONE
    except Exception as bug:  # noqa: BLE001 - the last line of defence: a bug costs a line, not a traceback
        _trace(debug)
        console.warn(say("cli.bug", what=f"{type(bug).__name__}: {bug}"))
        return ExitCode.BUG


def _without_window(arguments: list[str]) -> list[str]:
    """Return what to do where a window was asked for and cannot be shown: for nothing at all, say so and help."""
    if arguments and arguments[0].endswith(".briefpack"):
        raise UsageError("no-window", path=arguments[0])
    if not arguments:
        console.complain(UsageError("no-display"))
    return arguments or ["--help"]


def _trace(debug: bool) -> None:
    if debug:
        traceback.print_exc()
