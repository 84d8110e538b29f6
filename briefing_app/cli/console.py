"""How the command line speaks: results on standard output, what went wrong on standard error, in the language of the system."""

import json
import locale
import os
import sys
from collections.abc import Iterable, Mapping
from functools import cache
from typing import TextIO

from briefing_app.errors import BriefingError
from briefing_app.words import Words, words_for

_VARIABLES = ("LC_ALL", "LC_MESSAGES", "LANG")
"""Where POSIX looks for the language, in its order (IEEE Std 1003.1, 8.2); Windows is asked through locale."""


@cache
def words() -> Words:
    """Return the words of the system's language."""
    named = next((value for variable in _VARIABLES if (value := os.environ.get(variable))), None)
    return words_for((named or locale.getlocale()[0] or "en").split(".")[0])


def say(key: str, /, **parameters: object) -> None:
    """Print a sentence of the catalogue."""
    line(words().say(key, **parameters))


def line(text: str = "") -> None:
    """Print a line."""
    _write(sys.stdout, text)


def record(values: Mapping[str, object]) -> None:
    """Print a JSON object on a line of its own."""
    line(json.dumps(values, ensure_ascii=False))


def complain(fault: BriefingError) -> None:
    """Tell what went wrong and what to do about it, in one line on standard error."""
    _write(sys.stderr, fault.line(words()))


def warn(text: str) -> None:
    """Print a line on standard error."""
    _write(sys.stderr, text)


def table(rows: Iterable[tuple[str, ...]]) -> None:
    """Print rows, all columns but the last padded to one width."""
    held = list(rows)
    widths = [max(len(row[place]) for row in held) for place in range(len(held[0]) - 1)] if held else []
    for row in held:
        cells = [cell.ljust(width) for cell, width in zip(row, widths, strict=False)]
        line("  ".join((*cells, row[-1])).rstrip())


def on_terminal() -> bool:
    """Tell whether somebody watches what goes to standard error."""
    return sys.stderr.isatty()


def shows_results() -> bool:
    """Tell whether somebody watches what goes to standard output, and no other program takes it."""
    return sys.stdout.isatty()


def _write(out: TextIO, text: str) -> None:
    # A console that cannot show a character must not end a command: it gets a question mark there.
    encoding = out.encoding or "utf-8"
    out.write(text.encode(encoding, "replace").decode(encoding) + "\n")
    out.flush()
