"""What is asked of an export and what became of it: an order for each file, named after event, audience and copy."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path

from briefing_app.domain.brand import Brand
from briefing_app.domain.briefing import Copy
from briefing_app.domain.finding import Finding, Severity
from briefing_app.domain.layout import LayoutReport
from briefing_app.domain.pack import Pack
from briefing_app.errors import BriefingError, UsageError
from briefing_app.export.formats import COPIES, Format
from briefing_app.export.writing import file_stem

__all__ = ["COPIES", "MOST_COPIES", "Arrangement", "Format", "Order", "Outcome", "Printing", "all_orders", "blocking", "order_to"]


MOST_COPIES = 500
"""Copies of one audience in a print file: more is a slip of the hand."""


class Arrangement(StrEnum):
    """How pages lie in a print file: two on a sheet, or all audiences' copies one after another."""

    TWO_UP = "two-up"
    COLLATED = "collated"


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
