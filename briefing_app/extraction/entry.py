"""From a reading to its suggested excerpts."""

from bisect import bisect_left
from dataclasses import dataclass, replace
from itertools import pairwise

from briefing_app.domain.dates import PartialDate
from briefing_app.domain.excerpt import Addressee, Attribution, Definition, Excerpt, ExcerptKind, new_id
from briefing_app.domain.reading import Block, Reading
from briefing_app.domain.span import Span, stripped
from briefing_app.extraction.asks.clauses import ask_of, joined_with_asker, opens_need, parted, with_quoted
from briefing_app.extraction.asks.find import seen_names
from briefing_app.extraction.asks.ground import Ground
from briefing_app.extraction.asks.hearers import told_them
from briefing_app.extraction.asks.items import item_ask
from briefing_app.extraction.asks.joined import joined
from briefing_app.extraction.asks.letters import letter_to
from briefing_app.extraction.asks.list_heads import part_heads
from briefing_app.extraction.asks.lists import Items
from briefing_app.extraction.cues.form import CueTable
from briefing_app.extraction.figures.find import figures
from briefing_app.extraction.narration.body import text_blocks
from briefing_app.extraction.narration.boilerplate import is_kicker
from briefing_app.extraction.narration.context import certainty, context_runs, filled_sentences, lead_in, speaker_goes_on
from briefing_app.extraction.narration.run_in import set_apart
from briefing_app.extraction.people.named import people_of
from briefing_app.extraction.people.organisations import defined
from briefing_app.extraction.quotes.find import quotes
from briefing_app.extraction.quotes.stretches import Stretch
from briefing_app.extraction.text.near import Near
from briefing_app.extraction.text.plain import Plain, plain_text, rule_blocks, with_marks
from briefing_app.extraction.text.sentences import sentences
from briefing_app.extraction.text.tables import table_for

_SHORT = 3
"""A text of no more paragraphs has no lead that announces what stands below."""


def extract(reading: Reading, document: str, as_of: PartialDate | None = None) -> tuple[Excerpt, ...]:
    """Return the excerpts suggested for a reading of the source document ``document``, by place; recommendations before context.

    ``as_of`` is the document's date: names and roles held then. Spans are places in the reading's text; each is non-empty and
    without white space around it. A quote is one stretch of one paragraph; asks inside a quotation overlap it.
    """
    seen = plain_text(reading)
    plain = seen.text
    table = table_for(reading.language, plain)
    near = Near(reading)
    blocks = part_heads(plain, set_apart(plain, rule_blocks(seen, reading), table), table)
    body = text_blocks(near, seen, blocks, table)
    spoken = quotes(plain, body, table, people_of(plain, table))
    made = _Making(reading, seen, document, as_of, table.language, near)
    found = [_quote(made, stretch, part) for stretch in spoken for part in seen.parts(stretch.span)]
    by_block: dict[int, list[Stretch]] = {}
    for stretch in spoken:
        by_block.setdefault(stretch.block, []).append(stretch)
    names = seen_names(plain, table)
    reader = letter_to(plain, table)
    items = Items(table, names, reader)
    signatures = sorted(stretch.credit.span for stretch in spoken if stretch.credit.rule == "quote.signed")
    numbers = {block: number for number, block in enumerate(body)}
    begun = all(is_kicker(plain, block) for block in body)
    waiting: list[Excerpt] = []
    for block in blocks:
        if block not in numbers:
            items.pass_by(plain, block)
            continue
        begins = not begun and not is_kicker(plain, block)
        begun = begun or begins
        ground = Ground(plain, table, names, lead=begins and len(body) > _SHORT, reader=reader)
        here = by_block.get(numbers[block], [])
        told, led = _narrated(made, ground, block, here, items, signatures, begun=begun)
        if told and not here and all(one.kind is ExcerptKind.CONTEXT for one in told):
            found += waiting
        waiting = led
        found += told
    order = {kind: place for place, kind in enumerate(ExcerptKind)}
    return tuple(sorted(found, key=lambda excerpt: (excerpt.span, order[excerpt.kind])))


@dataclass(frozen=True, slots=True)
class _Making:
    """What every excerpt of a document is made with."""

    reading: Reading
    seen: Plain
    document: str
    as_of: PartialDate | None
    language: str
    """Whose cues were looked for."""
    near: Near

    def place(self, span: Span) -> Span:
        """Return where a stretch of the plain text stands in the reading."""
        return self.seen.original(span)

    def excerpt(
        self,
        kind: ExcerptKind,
        span: Span,
        rule: str,
        confidence: float,
        *,
        attribution: Attribution | None = None,
        addressees: tuple[Addressee, ...] = (),
        turn: int | None = None,
        evidence: str = "",
    ) -> Excerpt:
        """Return an excerpt at ``span``, a place in the reading."""
        span = stripped(self.reading.text, span)
        damage = tuple(dict.fromkeys(one.kind for one in self.near.damage(span)))
        return Excerpt(
            id=new_id(),
            document=self.document,
            reading=self.reading.id,
            span=span,
            kind=kind,
            attribution=attribution,
            addressees=tuple(Addressee(one.words, self.place(one.span)) for one in addressees if one.span),
            turn=turn,
            damage=damage,
            confidence=confidence,
            rule=rule,
            evidence=f"{self.language}: {evidence}" if evidence else self.language,
        )


def _quote(made: _Making, stretch: Stretch, part: Span) -> Excerpt:
    voice = stretch.speaker
    name = "; ".join(voice.names) or (voice.organisation if not voice.role else None)
    attribution = None
    if voice.known:
        spans = (made.place(stretch.credit.span),) if len(stretch.credit.span) else ()
        organisation = voice.organisation if voice.names or voice.role else None
        attribution = Attribution(name or None, voice.role, organisation, spans, made.as_of)
    span = made.place(part)
    return made.excerpt(
        ExcerptKind.QUOTE,
        span,
        stretch.rule,
        stretch.confidence,
        attribution=attribution,
        turn=stretch.turn,
        evidence=" ".join(stretch.credit.span.of(made.seen.text).split()),
    )


def _narrated(
    made: _Making, ground: Ground, block: Block, spoken: list[Stretch], items: Items, credited: list[Span], *, begun: bool
) -> tuple[list[Excerpt], list[Excerpt]]:
    """Return the asks of a block, inside quotations too, and the context around them where the narrator has begun to tell.

    The second list holds a sentence that is context too when nothing but context follows in the next block.
    """
    plain, table = ground.plain, ground.table
    bounds = sentences(plain, stripped(plain, block.span), table)
    whole = item_ask(items, ground, block, bounds)
    asked = [told_them(ground, block.span, ask) for part in _parts(plain, bounds, spoken, table) if (ask := ask_of(ground, part))]
    asks = [whole] if whole else joined(plain, joined_with_asker(plain, [with_quoted(plain, ask, bounds) for ask in asked]), bounds)
    items.read(plain, block, bounds)
    cited = [stretch.span for stretch in spoken if stretch.rule == "quote.cited"]
    asks = [ask for ask in asks if plain[ask.span.end - 1] != ":" and not any(ask.span.meets(law) for law in cited)]
    found = []
    for ask in asks:
        span = with_marks(made.near.inlines(made.place(ask.span)), made.place(ask.span))
        found.append(
            made.excerpt(
                ExcerptKind.RECOMMENDATION, span, ask.rule, ask.confidence, addressees=ask.addressees, evidence=ask.evidence
            )
        )
    filled = filled_sentences(spoken, bounds)
    direct = [one for one in spoken if one.rule != "quote.cited" and (not one.fragment or any(b.holds(one.span) for b in filled))]
    taken = [ask.span for ask in asks]
    taken += filled
    taken += bounds[:1] if speaker_goes_on(plain, block) else ()
    taken += [stretch.span for stretch in direct]
    taken += [one.credit.span for one in direct if len(one.credit.span) and one.credit.rule != "quote.told"]
    taken += credited[
        bisect_left(credited, Span(block.span.start, block.span.start)) : bisect_left(
            credited, Span(block.span.end, block.span.end)
        )
    ]
    parts = parted(plain, bounds, asks)
    narrated = context_runs(plain, block, parts, tuple(taken)) if begun else ()
    leading = lead_in(plain, block, parts, (*taken, *(one.span for one in spoken)), table) if begun else None
    found += [_told(made, ground, run, bounds) for run in narrated]
    return found, [_told(made, ground, leading, bounds)] if leading else []


def _told(made: _Making, ground: Ground, run: Span, bounds: tuple[Span, ...]) -> Excerpt:
    """Return context with what it counts and what it spells out."""
    plain, table = ground.plain, ground.table
    span = with_marks(made.near.inlines(made.place(run)), made.place(run))
    told = made.excerpt(ExcerptKind.CONTEXT, span, "context.narration", certainty(plain, run))
    counted = [figure for bound in bounds if run.holds(bound) for figure in figures(plain, bound, table)]
    return replace(
        told,
        figures=tuple(replace(figure, span=made.place(figure.span)) for figure in counted),
        definitions=tuple(Definition(acronym, name, made.place(place)) for acronym, name, place in defined(plain, run, table)),
    )


def _parts(plain: str, bounds: tuple[Span, ...], spoken: list[Stretch], table: CueTable) -> list[Span]:
    """Cut sentences where direct speech begins and ends; marks and a comma before the closing one are left out."""
    direct = [stretch for stretch in spoken if not stretch.fragment or stretch.rule == "quote.after"]
    apart = [stretch.span for stretch in direct if not opens_need(plain, stretch.span, table)]
    cuts = sorted({place for span in apart for place in (span.start, span.end)})
    parts = []
    for bound in bounds:
        edges = [bound.start, *cuts[bisect_left(cuts, bound.start + 1) : bisect_left(cuts, bound.end)], bound.end]
        for start, end in pairwise(edges):
            part = _unmarked(plain, Span(start, end))
            if len(part):
                parts.append(part)
    return parts


_OPENING = ' \t\n\u00a0\u202f“”„«»‹›‘"*_—–-•·,;'
_CLOSING = ' \t\n\u00a0\u202f“”„«»‹›"*_,'
_CLOSED_BY = {"“": "”", "„": "”", "«": "»", "‹": "›", "‘": "’", '"': '"'}


def _unmarked(plain: str, span: Span) -> Span:
    words = span.of(plain)
    start = len(words) - len(words.lstrip(_OPENING))
    end = len(words.rstrip(_CLOSING))
    if start and _CLOSED_BY.get(words[start - 1], "\0") in words[start:end].rstrip(".!?…"):
        # "“Harvest” is the word of the year.": the mark belongs to words within.
        start -= 1
    return Span(span.start + start, span.start + max(start, end))
