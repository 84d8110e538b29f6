"""Print files made from what an export wrote: two pages on a sheet for each audience, or all audiences' copies in one file."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from briefing_app.domain.briefing import Copy
from briefing_app.domain.pack import Pack
from briefing_app.errors import BriefingError
from briefing_app.export.imposing import PrintFile, collated, two_up
from briefing_app.export.writing import slug, write_out
from briefing_app.files import read_whole
from briefing_app.workbench.orders import Arrangement, Format, Order, Outcome

ENDING = "-print.pdf"


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
    exported = _printable((outcome.order for outcome in outcomes if outcome.written), copy)
    if not exported:
        return
    if arrangement is Arrangement.TWO_UP:
        for order in exported:
            yield _written(
                _beside(order), two_up(read_whole(order.path), pack.date, internal=copy is Copy.INTERNAL), overwrite=overwrite
            )
        return
    wanted = [(read_whole(order.path), count) for order in exported if (count := (counts or {}).get(order.audience, 1))]
    if not wanted:
        return
    yield _written(_together(pack, exported[0], copy), collated(wanted, pack.date), overwrite=overwrite)


def print_paths(pack: Pack, orders: Iterable[Order], arrangement: Arrangement, copy: Copy = Copy.HAND_OVER) -> tuple[Path, ...]:
    """Return where the print files of an export would lie."""
    exported = _printable(orders, copy)
    if arrangement is Arrangement.COLLATED:
        return tuple(_together(pack, order, copy) for order in exported[:1])
    return tuple(_beside(order) for order in exported)


def _printable(orders: Iterable[Order], copy: Copy) -> list[Order]:
    return [order for order in orders if (order.format, order.copy) == (Format.PDF, copy)]


def _beside(order: Order) -> Path:
    return order.path.with_name(f"{order.path.stem}{ENDING}")


def _together(pack: Pack, order: Order, copy: Copy) -> Path:
    name = "-".join(part for part in (slug(pack.event), slug(copy.value)) if part)
    return order.path.with_name(f"{name}{ENDING}")


def _written(path: Path, made: PrintFile, *, overwrite: bool) -> Printed:
    try:
        write_out(path, made.data, overwrite=overwrite)
    except BriefingError as fault:
        return Printed(path, fault=fault)
    return Printed(path, made.sides, made.papers)
