"""Whether all that a pack points to is in it: what printing relies on, proved before a pack is used or written."""

from collections.abc import Collection, Iterator
from dataclasses import dataclass

from briefing_app.domain.excerpt import Excerpt
from briefing_app.domain.fidelity.edits import tiled
from briefing_app.domain.pack import ExcerptPlacement, FigurePlacement, ImagePlacement, Pack, Placement, Verbatim
from briefing_app.domain.reading import Reading
from briefing_app.domain.span import Span


@dataclass(frozen=True, slots=True)
class Gap:
    """A key that points to something absent (``pack-dangling``) or outside its text (``pack-outside``)."""

    code: str
    key: str
    value: str


def gaps(pack: Pack, media: Collection[str]) -> Iterator[Gap]:
    """Yield what a pack points to and does not hold; ``media`` are the fingerprints of the pictures there are."""
    readings = {reading.id: reading for reading in pack.readings}
    for reading in pack.readings:
        yield from _in_reading(reading)
    for place, excerpt in enumerate(pack.excerpts):
        yield from _in_excerpt(f"excerpts[{place}]", excerpt, readings, pack)
    excerpts = {excerpt.id: excerpt for excerpt in pack.excerpts}
    for at, section in enumerate(pack.sections):
        for place, placement in enumerate(section.placements):
            yield from _in_placement(f"sections[{at}].placements[{place}]", placement, excerpts, readings, media)


def _in_reading(reading: Reading) -> Iterator[Gap]:
    parts: dict[str, list[Span]] = {
        "blocks": [block.span for block in reading.blocks],
        "inlines": [inline.span for inline in reading.inlines],
        "repairs": [repair.span for repair in reading.repairs],
        "damage": [damage.span for damage in reading.damage],
    }
    for name, spans in parts.items():
        for place, span in enumerate(spans):
            if span.end > len(reading.text):
                yield _outside(f"readings.{reading.id}.{name}[{place}].span", span)


def _in_excerpt(key: str, excerpt: Excerpt, readings: dict[str, Reading], pack: Pack) -> Iterator[Gap]:
    if excerpt.document not in {document.id for document in pack.documents}:
        yield Gap("pack-dangling", f"{key}.document", excerpt.document)
    reading = readings.get(excerpt.reading)
    if reading is None:
        yield Gap("pack-dangling", f"{key}.reading", excerpt.reading)
        return
    spans = {f"{key}.span": excerpt.span}
    if excerpt.attribution:
        spans |= {f"{key}.attribution.spans[{place}]": span for place, span in enumerate(excerpt.attribution.spans)}
    spans |= {f"{key}.addressees[{place}].span": one.span for place, one in enumerate(excerpt.addressees) if one.span}
    for name, span in spans.items():
        if span.end > len(reading.text):
            yield _outside(name, span)


def _in_placement(
    key: str, placement: Placement, excerpts: dict[str, Excerpt], readings: dict[str, Reading], media: Collection[str]
) -> Iterator[Gap]:
    match placement:
        case ExcerptPlacement():
            for place, identifier in enumerate(placement.excerpts):
                if identifier not in excerpts:
                    yield Gap("pack-dangling", f"{key}.excerpts[{place}]", identifier)
            wordings = {"wording": placement.wording} | {f"wordings.{name}": one for name, one in placement.wordings.items()}
            for name, wording in wordings.items():
                if isinstance(wording, Verbatim):
                    yield from _in_wording(f"{key}.{name}", wording, placement, excerpts, readings)
        case FigurePlacement() if placement.excerpt not in excerpts:
            yield Gap("pack-dangling", f"{key}.excerpt", placement.excerpt)
        case ImagePlacement() if placement.media not in media:
            yield Gap("pack-dangling", f"{key}.media", placement.media)
        case _:
            return


def _in_wording(
    key: str, wording: Verbatim, placement: ExcerptPlacement, excerpts: dict[str, Excerpt], readings: dict[str, Reading]
) -> Iterator[Gap]:
    for place, stretch in enumerate(wording.stretches):
        excerpt = excerpts.get(stretch.excerpt)
        if excerpt is None or stretch.excerpt not in placement.excerpts:
            yield Gap("pack-dangling", f"{key}.stretches[{place}].excerpt", stretch.excerpt)
        elif excerpt.reading in readings:
            try:
                tiled(excerpt.span, stretch.edits, readings[excerpt.reading].text)
            except ValueError as error:
                yield Gap("pack-outside", f"{key}.stretches[{place}].edits", str(error))


def _outside(key: str, span: Span) -> Gap:
    return Gap("pack-outside", key, f"{span.start}–{span.end}")
