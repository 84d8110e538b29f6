"""Errors that a person can act on: a code for the catalogue of words, parameters, a hint and an exit code.

Everything raised as a BriefingError is the environment's or the user's cause and is told in one line.
Anything else is a bug of ours.
"""

from enum import IntEnum

from briefing_app.words import Words


class ExitCode(IntEnum):
    """Exit codes of the command line; a contract with other people's scripts."""

    DONE = 0
    WRONG_USE = 2
    FINDING_BLOCKS = 3
    NOT_READ = 4
    NOT_WRITTEN = 5
    BUG = 70


class BriefingError(Exception):
    """A cause somebody can remove. ``code`` names its words: ``error.<code>`` and, for what to do about it, ``hint.<code>``."""

    exit_code = ExitCode.WRONG_USE

    def __init__(self, code: str, **parameters: object) -> None:
        super().__init__(code)
        self.code = code
        self.parameters = parameters

    def __reduce__(self) -> tuple[object, ...]:
        """Travel between processes with the parameters, which Exception alone would drop."""
        return _revive, (type(self), self.code, self.parameters)

    def __str__(self) -> str:
        details = ", ".join(f"{name}={value!r}" for name, value in self.parameters.items())
        return f"{self.code}({details})"

    def line(self, words: Words) -> str:
        """Return the one line a person reads: what is wrong, then the hint."""
        return f"{words.say(f'error.{self.code}', **self.parameters)} {words.say(f'hint.{self.code}', **self.parameters)}"


def _revive(kind: type[BriefingError], code: str, parameters: dict[str, object]) -> BriefingError:
    return kind(code, **parameters)


class UsageError(BriefingError):
    """The command, an option or an identifier is wrong."""


class FileNotRead(BriefingError):
    """A file could not be read: missing, empty, binary, damaged, newer, malformed."""

    exit_code = ExitCode.NOT_READ


class FileNotWritten(BriefingError):
    """A file could not be written: no permission, full disk, already there."""

    exit_code = ExitCode.NOT_WRITTEN


class ExportRefused(BriefingError):
    """A finding blocks the export, or the written file did not pass its verification."""

    exit_code = ExitCode.FINDING_BLOCKS


class EditRefused(BriefingError):
    """An edit, an undo or a redo does not apply any more."""
