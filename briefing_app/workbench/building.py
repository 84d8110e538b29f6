"""Building copies: composed, laid out, verified, checked, and only then written; one audience held back stops no other."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from briefing_app.checks.entry import check
from briefing_app.composition.entry import compose
from briefing_app.domain.briefing import Composed, Copy
from briefing_app.domain.finding import Finding
from briefing_app.errors import BriefingError
from briefing_app.export.formats import COPIES, Format, verify, write
from briefing_app.export.writing import write_out
from briefing_app.export.written import Written
from briefing_app.workbench.orders import Order, Outcome, Printing, blocking
from briefing_app.workbench.workers import in_workers


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
