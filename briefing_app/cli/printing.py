"""The part of ``export`` that makes files for a printer."""

from collections.abc import Iterable

from briefing_app.cli import console
from briefing_app.domain.briefing import Copy
from briefing_app.domain.pack import Pack
from briefing_app.errors import ExitCode, UsageError
from briefing_app.workbench.orders import MOST_COPIES, Arrangement, Outcome
from briefing_app.workbench.print_files import print_files


def counts_of(said: Iterable[str], audiences: Iterable[str]) -> dict[str, int]:
    """Return how many copies each audience gets: "3" for all, "canada=5" for one; UsageError for anything else."""
    known = tuple(audiences)
    counts = dict.fromkeys(known, 1)
    for each in said:
        audience, equals, number = each.rpartition("=")
        if not number.isdecimal() or not number.isascii() or int(number) > MOST_COPIES or (equals and audience not in known):
            raise UsageError("bad-copies", value=each, audiences=", ".join(known))
        counts.update(dict.fromkeys((audience,) if equals else known, int(number)))
    return counts


def tell_print_files(
    pack: Pack, outcomes: Iterable[Outcome], arrangement: Arrangement, counts: dict[str, int], copy: Copy, *, overwrite: bool
) -> ExitCode:
    """Write the print files, tell of each, and return the exit code that the worst of them asks for."""
    code = ExitCode.DONE
    for printed in print_files(pack, outcomes, arrangement, counts, copy=copy, overwrite=overwrite):
        if printed.fault:
            console.complain(printed.fault)
            code = max(code, printed.fault.exit_code)
        else:
            papers = ", ".join(printed.papers)
            console.line(console.words().count("cli.export.print", printed.sides, path=printed.path, papers=papers))
    return code
