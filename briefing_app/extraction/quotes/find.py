"""Quoted stretches: which pairs of marks are somebody's words, and which words beside them say whose."""

from dataclasses import replace

from briefing_app.domain.reading import Block
from briefing_app.domain.span import Span
from briefing_app.extraction.cues.form import CueTable
from briefing_app.extraction.people.known import People
from briefing_app.extraction.people.mentions import mentions
from briefing_app.extraction.people.voices import Voice
from briefing_app.extraction.quotes.attribution import credit
from briefing_app.extraction.quotes.candidates import candidates
from briefing_app.extraction.quotes.credits import Credit, Strength
from briefing_app.extraction.quotes.dialogue import answers
from briefing_app.extraction.quotes.lines_beside import (
    from_line_before,
    from_line_below,
    from_sentence_before,
    from_sentence_behind,
)
from briefing_app.extraction.quotes.marks import Pair, marked
from briefing_app.extraction.quotes.own_speakers import with_speakers
from briefing_app.extraction.quotes.speech import judged
from briefing_app.extraction.quotes.stretches import Stretch
from briefing_app.extraction.quotes.turns import with_turns
from briefing_app.extraction.text.phrases import cue_pattern, likely, word_list
from briefing_app.extraction.text.sentences import sentences

_BRIEF = 9
"""A sentence of no more words behind a quoted one may say who spoke."""


def quotes(plain: str, blocks: tuple[Block, ...], table: CueTable, people: People) -> tuple[Stretch, ...]:
    """Return the quoted stretches in text blocks (furniture left out), in order, with speakers and turns."""
    saying = cue_pattern(table.saying) if table.dialogue_dash else None
    marks = [marked(plain, block.span, saying, word_list(table.articles), cue_pattern(table.saying)) for block in blocks]
    found = candidates(plain, blocks, marks, table)
    chosen: list[Stretch] = []
    said = answers(plain, blocks, table, people)
    for index, pairs in enumerate(found):
        if index in said:
            answer = said[index]
            label = Credit(answer.voice, answer.label, "quote.label", Strength.BESIDE)
            chosen.append(Stretch(answer.words, index, True, label, rule="quote.answer", confidence=0.85))
            continue
        chosen += _chosen(plain, blocks, index, pairs, table, people, chosen[-1] if chosen else None)
    people.spokesperson = _attributable(plain, table, people)
    return with_turns(plain, blocks, with_speakers(plain, chosen, people), people)


def _attributable(plain: str, table: CueTable, people: People) -> Voice:
    """Return to whom a line such as "to whom quoted text may be attributed" gives all words that nobody else is said to speak."""
    for pattern in likely((table.attributable,), plain):
        for cue in pattern.before.finditer(plain):
            line = Span(plain.rfind("\n", 0, cue.start()) + 1, plain.find("\n", cue.end()) % (len(plain) + 1))
            named = next((name for _, name in mentions(line.of(plain), people)), None)
            found = people.called(named) if named else Voice()
            if found.known:
                return found
    return Voice()


def _chosen(
    plain: str, blocks: tuple[Block, ...], index: int, pairs: list[Pair], table: CueTable, people: People, previous: Stretch | None
) -> list[Stretch]:
    block = blocks[index]
    bounds = sentences(plain, block.span, table) if pairs else ()
    chosen: list[Stretch] = []
    for at, pair in enumerate(pairs):
        room = Span(
            max(pairs[at - 1].span.end if at else block.span.start, _sentence_start(bounds, pair.span.start, block)),
            min(
                pairs[at + 1].span.start if at + 1 < len(pairs) else block.span.end,
                _sentence_end(plain, bounds, pair.span.end, block),
            ),
        )
        room = Span(min(room.start, pair.span.start), max(room.end, pair.span.end))
        line = pairs[at + 1].span.start if at + 1 < len(pairs) else block.span.end
        found = credit(plain, table, pair.span, room, line)
        if found.strength < Strength.BESIDE:
            below = from_line_below(plain, blocks, index, pair, table)
            found = from_line_before(plain, blocks, index, pair, table) or below or found
        if found.strength is Strength.NONE:
            found = from_sentence_behind(plain, blocks, index, pair, table) or found
        if found.strength is Strength.NONE:
            found = from_sentence_before(plain, bounds, pair, chosen[-1] if chosen else None, table) or found
        found = _cited(plain, found, table)
        stretch = judged(plain, block, index, pair, found, chosen[-1] if chosen else previous, table)
        if stretch:
            chosen.append(stretch)
            people.learn(found.voice)
    return chosen


def _cited(plain: str, found: Credit, table: CueTable) -> Credit:
    # "Article 3 of the treaty says": a law's words are nobody's.
    words = found.span.of(plain)[:80]
    numbered = word_list(table.numbered).match(words)
    law = found.voice.known and numbered is not None and words[numbered.end() :].strip()[:1].isdigit()
    law = law or bool(found.voice.organisation and not found.voice.names and word_list(table.norms).search(words))
    return replace(found, voice=Voice(), rule="quote.cited") if law else found


def _sentence_start(bounds: tuple[Span, ...], place: int, block: Block) -> int:
    return max((bound.start for bound in bounds if bound.start <= place), default=block.span.start)


def _sentence_end(plain: str, bounds: tuple[Span, ...], place: int, block: Block) -> int:
    for number, bound in enumerate(bounds):
        if bound.end > place:
            return bound.end
        if bound.end == place:
            brief = number + 1 < len(bounds) and len(bounds[number + 1].of(plain).split()) <= _BRIEF
            return bounds[number + 1].end if brief else place
    return block.span.end
