"""Building copies: composed, laid out, verified, checked, and only then written; one audience held back stops no other."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from briefing_app.checks.entry import check
from briefing_app.composition.entry import compose
from briefing_app.domain.brand import Brand
from briefing_app.domain.briefing import Composed, Copy
from briefing_app.domain.finding import Finding, Severity
from briefing_app.domain.layout import LayoutReport
from briefing_app.domain.pack import Pack
from briefing_app.errors import BriefingError, UsageError
from briefing_app.export.formats import COPIES, Format, verify, write
from briefing_app.export.writing import file_stem, write_out
from briefing_app.export.written import Written
from briefing_app.workbench.workers import in_workers


@dataclass(frozen=True, slots=True)
class Order:
    """One file to build: whose copy, in which format, where to."""

    audience: str
    copy: Copy
    format: Format
    path: Path


@dataclass(frozen=True, slots=True)
class Printing:
    """What all files of one run share."""

    pack: Pack
    media: Mapping[str, bytes]
    brand: Brand
    overwrite: bool = False


@dataclass(frozen=True, slots=True)
class Outcome:
    """What became of one file: how many pages it has, or what held it back. Findings that do not block come along."""

    order: Order
    findings: tuple[Finding, ...] = ()
    report: LayoutReport | None = None
    fault: BriefingError | None = None

    @property
    def written(self) -> bool:
        """Whether the file is on the disk."""
        return self.report is not None


@dataclass(frozen=True, slots=True)
class LaidOut:
    """One copy composed and written, not verified yet: enough to look at, not to hand over."""

    audience: str
    format: Format
    composed: Composed
    written: Written


def laid_out(printing: Printing, audience: str, copy: Copy, format_: Format) -> LaidOut:
    """Return one copy as the bytes a file of it would have; KeyError for an unknown audience."""
    composed = compose(printing.pack, audience, copy)
    return LaidOut(audience, format_, composed, write(format_, composed, printing.brand, printing.media))


def examined(printing: Printing, made: LaidOut) -> tuple[Finding, ...]:
    """Verify a copy and return all findings; ExportRefused when the written file does not hold what the briefing says, or more."""
    verify(made.format, made.written, made.composed, printing.brand)
    return check(printing.pack, made.audience, made.composed, made.written.report)


def built(printing: Printing, audience: str, copy: Copy, format_: Format) -> tuple[Written, tuple[Finding, ...]]:
    """Return one copy as bytes, verified, with all findings. What blocks is the caller's to heed.

    ExportRefused when the written file does not hold what the briefing says, or more; KeyError for an unknown audience.
    """
    made = laid_out(printing, audience, copy, format_)
    return made.written, examined(printing, made)


def findings_of(printing: Printing, audience: str, copy: Copy) -> tuple[Finding, ...]:
    """Return what is to be mended in one copy, laid out as PDF where there is one, so that what does not fit is found too."""
    format_ = next(each for each, copies in COPIES.items() if copy in copies)
    return built(printing, audience, copy, format_)[1]


def order_to(path: Path, audience: str, copy: Copy) -> Order:
    """Return the order for a file, its format by its ending; UsageError where there is no such format or not for that copy."""
    ending = path.suffix.lower().removeprefix(".")
    if ending not in {each.value for each in Format}:
        raise UsageError("unknown-format", path=path, formats=", ".join(f".{each.value}" for each in Format))
    if copy not in COPIES[Format(ending)]:
        raise UsageError("copy-not-in-format", copy=copy.value, format=ending)
    return Order(audience, copy, Format(ending), path)


def blocking(findings: Iterable[Finding]) -> tuple[Finding, ...]:
    """Return the findings that hold a file back."""
    return tuple(finding for finding in findings if finding.severity is Severity.BLOCKS)


def deliver(printing: Printing, orders: Iterable[Order]) -> Iterator[Outcome]:
    """Build the files, in worker processes when there are several, and yield what became of each, in order."""
    yield from in_workers(delivered, [(printing, order) for order in orders])


def delivered(job: tuple[Printing, Order]) -> Outcome:
    """Build one file and return what became of it."""
    printing, order = job
    try:
        written, findings = built(printing, order.audience, order.copy, order.format)
        if blocking(findings):
            return Outcome(order, findings)
        write_out(order.path, written.data, overwrite=printing.overwrite)
    except BriefingError as fault:
        return Outcome(order, fault=fault)
    return Outcome(order, findings, written.report)


def all_orders(pack: Pack, folder: Path, copies: Iterable[Copy] = Copy, audiences: Iterable[str] = ()) -> tuple[Order, ...]:
    """Return an order for each audience, copy and format there is, named ``{event}-{audience}-{copy}`` in the folder."""
    chosen = tuple(copies)
    wanted = tuple(audiences) or tuple(audience.id for audience in pack.audiences)
    return tuple(
        Order(audience, copy, format_, folder / f"{file_stem(pack.event, audience, copy)}.{format_.value}")
        for audience in wanted
        for format_, possible in COPIES.items()
        for copy in possible
        if copy in chosen
    )
