"""From a reading to its suggested excerpts."""

import re
from bisect import bisect_left
from itertools import pairwise

from briefing_app.domain.dates import PartialDate
from briefing_app.domain.excerpt import Addressee, Attribution, Excerpt, ExcerptKind, new_id
from briefing_app.domain.reading import Block, BlockKind, DamageKind, Reading
from briefing_app.domain.span import Span, stripped
from briefing_app.extraction.asks import Ask, Ground, ask_in, seen_names
from briefing_app.extraction.boilerplate import is_boilerplate, is_heading_like
from briefing_app.extraction.context import context_runs
from briefing_app.extraction.cues.form import CueTable
from briefing_app.extraction.lists import Items, item_ask
from briefing_app.extraction.people import people_of
from briefing_app.extraction.plain import plain_text, with_marks
from briefing_app.extraction.quotes import Stretch, quotes
from briefing_app.extraction.sentences import sentences
from briefing_app.extraction.tables import table_for

_CUT = frozenset({DamageKind.CUT_AT_END, DamageKind.CUT_AT_START, DamageKind.SPLIT})


def extract(reading: Reading, document: str, as_of: PartialDate | None = None) -> tuple[Excerpt, ...]:
    """Return the excerpts suggested for a reading of the source document ``document``, by place; recommendations before context.

    ``as_of`` is the document's date: names and roles held then. Spans are places in the reading's text; each is non-empty and
    without white space around it. A quote is one stretch of one paragraph; asks inside a quotation overlap it.
    """
    plain = plain_text(reading)
    table = table_for(reading.language, plain)
    blocks = tuple(block for block in reading.blocks if len(stripped(plain, block.span)))
    text_blocks = tuple(block for block in blocks if not _is_furniture(reading, plain, block, table))
    spoken = quotes(plain, text_blocks, table, people_of(plain, table))
    found = [_quote(reading, document, stretch, as_of) for stretch in spoken]
    by_block: dict[int, list[Stretch]] = {}
    for stretch in spoken:
        by_block.setdefault(stretch.block, []).append(stretch)
    names = seen_names(plain, table)
    items = Items(table, names)
    numbers = {block: number for number, block in enumerate(text_blocks)}
    first_text = True
    for block in blocks:
        if block not in numbers:
            items.pass_by(plain, block)
            continue
        ground = Ground(plain, table, names, lead=first_text)
        first_text = False
        found += _narrated(reading, document, ground, block, by_block.get(numbers[block], []), items)
    order = {kind: place for place, kind in enumerate(ExcerptKind)}
    return tuple(sorted(found, key=lambda excerpt: (excerpt.span, order[excerpt.kind])))


def _is_furniture(reading: Reading, plain: str, block: Block, table: CueTable) -> bool:
    cut = any(damage.kind in _CUT for damage in reading.damage_in(block.span))
    if block.kind is BlockKind.LIST_ITEM:
        return is_boilerplate(plain, block, table)
    marked = _MARK.search(block.span.of(plain)[:3]) and "{#" not in block.span.of(plain)
    heading = is_heading_like(plain, block, cut=cut) and not marked
    return heading or is_boilerplate(plain, block, table)


_MARK = re.compile(r"[“”\"«»‘—]")


def _quote(reading: Reading, document: str, stretch: Stretch, as_of: PartialDate | None) -> Excerpt:
    voice = stretch.speaker
    name = "; ".join(voice.names) or (voice.organisation if not voice.role else None)
    attribution = None
    if voice.known:
        spans = (stretch.credit.span,) if len(stretch.credit.span) else ()
        attribution = Attribution(name or None, voice.role, voice.organisation if voice.names or voice.role else None, spans, as_of)
    return _excerpt(
        reading,
        document,
        ExcerptKind.QUOTE,
        stretch.span,
        stretch.rule,
        stretch.confidence,
        attribution=attribution,
        turn=stretch.turn,
    )


def _narrated(reading: Reading, document: str, ground: Ground, block: Block, spoken: list[Stretch], items: Items) -> list[Excerpt]:
    """Return the asks of a block, inside quotations too, and the context around them."""
    plain, table = ground.plain, ground.table
    bounds = sentences(plain, stripped(plain, block.span), table)
    whole = item_ask(items, ground, block, bounds)
    asks = [whole] if whole else _merged(plain, [ask for part in _parts(plain, bounds, spoken) if (ask := ask_in(ground, part))])
    items.read(plain, block, bounds)
    asks = [ask for ask in asks if plain[ask.span.end - 1] != ":"]
    found = []
    for ask in asks:
        span = with_marks(reading, ask.span)
        found.append(
            _excerpt(reading, document, ExcerptKind.RECOMMENDATION, span, ask.rule, ask.confidence, addressees=ask.addressees)
        )
    direct = [stretch for stretch in spoken if not stretch.fragment or _fills(stretch, bounds)]
    taken = [ask.span for ask in asks]
    taken += [stretch.span for stretch in direct] + [stretch.credit.span for stretch in direct if len(stretch.credit.span)]
    narrated = context_runs(plain, block, bounds, tuple(taken))
    return found + [
        _excerpt(reading, document, ExcerptKind.CONTEXT, with_marks(reading, run), "context.narration", 0.7) for run in narrated
    ]


def _fills(fragment: Stretch, bounds: tuple[Span, ...]) -> bool:
    # A sentence that is mostly somebody's words is no narration.
    return any(bound.holds(fragment.span) and 2 * len(fragment.span) > len(bound) for bound in bounds)


def _parts(plain: str, bounds: tuple[Span, ...], spoken: list[Stretch]) -> list[Span]:
    """Cut sentences where direct speech begins and ends; marks and a comma before the closing one are left out."""
    cuts = sorted({place for stretch in spoken if not stretch.fragment for place in (stretch.span.start, stretch.span.end)})
    parts = []
    for bound in bounds:
        edges = [bound.start, *cuts[bisect_left(cuts, bound.start + 1) : bisect_left(cuts, bound.end)], bound.end]
        for start, end in pairwise(edges):
            part = _unmarked(plain, Span(start, end))
            if len(part):
                parts.append(part)
    return parts


_OPENING = ' \t\n\u00a0\u202f“”„«»‹›‘"*_—–-•·'
_CLOSING = ' \t\n\u00a0\u202f“”„«»‹›"*_,'


def _unmarked(plain: str, span: Span) -> Span:
    words = span.of(plain)
    start = len(words) - len(words.lstrip(_OPENING))
    end = len(words.rstrip(_CLOSING))
    return Span(span.start + start, span.start + max(start, end))


def _merged(plain: str, asks: list[Ask]) -> list[Ask]:
    """Make one of neighbouring sentences that ask the same of the same."""
    merged: list[Ask] = []
    for ask in asks:
        last = merged[-1] if merged else None
        if (
            last
            and ask.addressees
            and _keys(last.addressees) == _keys(ask.addressees)
            and not plain[last.span.end : ask.span.start].strip()
        ):
            merged[-1] = Ask(Span(last.span.start, ask.span.end), last.rule, last.confidence, last.addressees)
        else:
            merged.append(ask)
    return merged


def _keys(addressees: tuple[Addressee, ...]) -> tuple[str, ...]:
    return tuple(addressee.words.casefold() for addressee in addressees)


def _excerpt(
    reading: Reading,
    document: str,
    kind: ExcerptKind,
    span: Span,
    rule: str,
    confidence: float,
    *,
    attribution: Attribution | None = None,
    addressees: tuple[Addressee, ...] = (),
    turn: int | None = None,
) -> Excerpt:
    span = stripped(reading.text, span)
    damage = tuple(dict.fromkeys(one.kind for one in reading.damage_in(span)))
    return Excerpt(
        id=new_id(),
        document=document,
        reading=reading.id,
        span=span,
        kind=kind,
        attribution=attribution,
        addressees=addressees,
        turn=turn,
        damage=damage,
        confidence=confidence,
        rule=rule,
    )
