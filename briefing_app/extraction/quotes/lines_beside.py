"""Whose a quotation is by the line or sentence before or behind it."""

import re

from briefing_app.domain.reading import Block, BlockKind
from briefing_app.domain.span import Span, stripped
from briefing_app.extraction.cues.form import CueTable
from briefing_app.extraction.quotes.attribution import DASHES, lead_in, likely_thus, signed, subject_of, thus, told
from briefing_app.extraction.quotes.credits import NOBODY, Credit
from briefing_app.extraction.quotes.marks import Pair
from briefing_app.extraction.quotes.speech import opens
from briefing_app.extraction.quotes.stretches import Stretch
from briefing_app.extraction.text.sentences import sentences

_NEVER_CLOSED = re.compile(r"[“«\"][^”»\"]*")


def from_line_before(plain: str, blocks: tuple[Block, ...], index: int, pair: Pair, table: CueTable) -> Credit | None:
    """Return whose words are that open a paragraph, or follow what leads them in, by the line before them."""
    if not opens(plain, blocks[index].span, pair.span):
        return None
    before = plain[blocks[index].span.start : pair.span.start].rstrip()
    if before or index:
        zone = stripped(plain, Span(blocks[index].span.start, pair.span.start) if before else blocks[index - 1].span)
        if not before and _NEVER_CLOSED.fullmatch(plain, zone.start, zone.end):
            # "“We ask for three things:", and below it the list: still the same words.
            return None
        last = sentences(plain, zone, table) if not before or table.adjectives else ()
        zone = last[-1] if last else zone
    else:
        return None
    found = lead_in(plain, table, zone)
    return found if found is not NOBODY else None


def from_sentence_before(
    plain: str, bounds: tuple[Span, ...], pair: Pair, previous: Stretch | None, table: CueTable
) -> Credit | None:
    """Return whose words are that follow the sentence that tells of somebody, in the same paragraph."""
    # "Abera replied that eleven were pending. “I would not call it denial.”": who tells goes on in their own words.
    before = [bound for bound in bounds if bound.end <= pair.span.start]
    if not before or plain[before[-1].end : pair.span.start].strip():
        return None
    if previous and previous.span.end > before[-1].start:
        return None
    found = told(plain, table, before[-1])
    if not (found.voice.names or found.voice.pronoun or (table.adjectives and found is not NOBODY)) and not before[:-1]:
        # "Ana Silva left the minister no answer and told him so.": a name that opens the paragraph is its subject.
        led = subject_of(plain, table, before[-1])
        found = found if led is NOBODY else led
    return found if found is not NOBODY else None


def from_sentence_behind(plain: str, blocks: tuple[Block, ...], index: int, pair: Pair, table: CueTable) -> Credit | None:
    """Return whom a sentence behind the words names: "So warns Ana Silva", here or at the beginning of the next paragraph."""
    # "“...” So warns Ana Silva, president of the Circle.": in the same paragraph, or at the next one's beginning.
    behind = Span(pair.span.end, blocks[index].span.end)
    if not behind.of(plain).strip(" .\n") and index + 1 < len(blocks):
        behind = blocks[index + 1].span
    if plain[behind.start : behind.start + 1] == ".":
        # "“...”. Así lo resume Ona Brisco": the stop stands behind the mark.
        behind = Span(behind.start + 1, behind.end)
    zone = stripped(plain, behind)
    if not likely_thus(plain, zone, table):
        return None
    first = next(iter(sentences(plain, zone, table)), zone)
    found = thus(plain, table, first)
    return found if found is not NOBODY else None


def from_line_below(plain: str, blocks: tuple[Block, ...], index: int, pair: Pair, table: CueTable) -> Credit | None:
    """Return whose name stands under words that are a block of their own."""
    # A quotation set off as a block of its own has its speaker's name under it, after a dash.
    whole = stripped(plain, blocks[index].span)
    if index + 1 == len(blocks) or not pair.closed or pair.span.start > whole.start or pair.span.end < whole.end:
        return None
    if plain[pair.span.start] in DASHES:
        return None
    below = blocks[index + 1]
    found = signed(plain, table, stripped(plain, below.span), bare=below.kind is BlockKind.BLOCK_QUOTE)
    return found if found is not NOBODY else None
