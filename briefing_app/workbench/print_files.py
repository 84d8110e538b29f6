"""Print files made from what an export wrote: two pages on a sheet for each audience, or all audiences' copies in one file."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path

from briefing_app.domain.briefing import Copy
from briefing_app.domain.pack import Pack
from briefing_app.errors import BriefingError
from briefing_app.export.imposing import PrintFile, collated, two_up
from briefing_app.export.writing import slug, write_out
from briefing_app.files import read_whole
from briefing_app.workbench.orders import Format, Outcome

ENDING = "-print.pdf"


class Arrangement(StrEnum):
    """How pages lie in a print file."""

    TWO_UP = "two-up"
    COLLATED = "collated"


@dataclass(frozen=True, slots=True)
class Printed:
    """What became of one print file: how many sheet sides it has and on which papers, or why there is none."""

    path: Path
    sides: int = 0
    papers: tuple[str, ...] = ()
    fault: BriefingError | None = None


def print_files(
    pack: Pack,
    outcomes: Iterable[Outcome],
    arrangement: Arrangement,
    counts: Mapping[str, int] | None = None,
    *,
    copy: Copy = Copy.HAND_OVER,
    overwrite: bool = False,
) -> Iterator[Printed]:
    """Write print files beside the exported PDF files of one kind of copy and yield what became of each.

    ``counts`` are how many of each audience's copies a collated file has, one where nothing is said. The pages are those that
    were written, in the order of ``outcomes``; what was held back is in no print file.
    """
    exported = [
        outcome.order
        for outcome in outcomes
        if outcome.written and (outcome.order.format, outcome.order.copy) == (Format.PDF, copy)
    ]
    if not exported:
        return
    if arrangement is Arrangement.TWO_UP:
        for order in exported:
            path = order.path.with_name(f"{order.path.stem}{ENDING}")
            yield _written(path, two_up(read_whole(order.path), pack.date, internal=copy is Copy.INTERNAL), overwrite=overwrite)
        return
    wanted = [(read_whole(order.path), count) for order in exported if (count := (counts or {}).get(order.audience, 1))]
    if not wanted:
        return
    name = "-".join(part for part in (slug(pack.event), slug(copy.value)) if part)
    yield _written(exported[0].path.with_name(f"{name}{ENDING}"), collated(wanted, pack.date), overwrite=overwrite)


def _written(path: Path, made: PrintFile, *, overwrite: bool) -> Printed:
    try:
        write_out(path, made.data, overwrite=overwrite)
    except BriefingError as fault:
        return Printed(path, fault=fault)
    return Printed(path, made.sides, made.papers)
