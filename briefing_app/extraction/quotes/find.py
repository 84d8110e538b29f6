"""Quoted stretches: which pairs of marks are somebody's words, and which words beside them say whose."""

import re
from dataclasses import replace

from briefing_app.domain.reading import Block, BlockKind
from briefing_app.domain.span import Span, stripped
from briefing_app.extraction.cues.form import CueTable
from briefing_app.extraction.people.known import People
from briefing_app.extraction.people.mentions import mentions
from briefing_app.extraction.people.voices import Voice
from briefing_app.extraction.quotes.attribution import DASHES, credit, lead_in, likely_thus, signed, subject_of, thus, told
from briefing_app.extraction.quotes.credits import NOBODY, Credit, Strength
from briefing_app.extraction.quotes.dialogue import answers
from briefing_app.extraction.quotes.lost_marks import ended, unopened, up_to_attribution
from briefing_app.extraction.quotes.marks import Marked, Pair, marked
from briefing_app.extraction.quotes.speech import judged, opens
from briefing_app.extraction.quotes.turns import Stretch, with_speakers, with_turns
from briefing_app.extraction.text.phrases import cue_pattern, likely, word_list
from briefing_app.extraction.text.sentences import sentences

_LOOK_AHEAD = 8
"""How many paragraphs without marks may follow an open quotation before its closing mark comes."""
_BRIEF = 9
"""A sentence of no more words behind a quoted one may say who spoke."""
_LONGEST_LIST = 20
_LONGEST_DAY = 20
_UNMARKED = Marked(())
_NEVER_CLOSED = re.compile(r"[“«\"][^”»\"]*")
_ITEM = re.compile(r"\s*(?:[•●▪◦*·–—-]|\(?(?:\d{1,2}|[a-z])[.):])\s")
_NAMING = 40
"""How far before a mark the verb of saying stands that makes what it opens speech."""


def quotes(plain: str, blocks: tuple[Block, ...], table: CueTable, people: People) -> tuple[Stretch, ...]:
    """Return the quoted stretches in text blocks (furniture left out), in order, with speakers and turns."""
    saying = cue_pattern(table.saying) if table.dialogue_dash else None
    marks = [marked(plain, block.span, saying, word_list(table.articles), cue_pattern(table.saying)) for block in blocks]
    candidates = _candidates(plain, blocks, marks, table)
    chosen: list[Stretch] = []
    said = answers(plain, blocks, table, people)
    for index, pairs in enumerate(candidates):
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


def _candidates(plain: str, blocks: tuple[Block, ...], marks: list[Marked], table: CueTable) -> list[list[Pair]]:
    """Add to each paragraph's pairs those that an open quotation runs on into without marks of its own."""
    found = [list(one.pairs) for one in marks]
    for index, one in enumerate(marks):
        runs_on = _stray_follows(plain, blocks, marks, index) or _speaks_on(plain, blocks, marks, index, table)
        begun = one.dangling if one.dangling is not None and runs_on else None
        if begun is not None:
            found[index] = [pair for pair in found[index] if pair.span.end <= begun]
            found[index].append(Pair(stripped(plain, Span(begun, blocks[index].span.end)), "double", closed=False))
        elif not one.pairs or one.pairs[-1].closed:
            continue
        for ahead in range(index + 1, min(len(marks), index + 1 + _LOOK_AHEAD)):
            stray = marks[ahead].stray
            if stray is not None and (not _blocked(marks[ahead], stray) or _within(plain, blocks, marks, index, ahead)):
                for between in range(index + 1, ahead):
                    found[between] = [Pair(stripped(plain, blocks[between].span), "double", closed=False)]
                start = stripped(plain, blocks[ahead].span).start
                found[ahead] = [Pair(Span(start, stray), "double"), *(pair for pair in found[ahead] if pair.span.start >= stray)]
                break
            if marks[ahead].pairs and not _within(plain, blocks, marks, index, ahead):
                break
    _with_lists(plain, blocks, marks, found)
    for index, block in enumerate(blocks):
        found[index] = [pair if pair.closed else up_to_attribution(plain, pair, table) for pair in found[index]]
        found[index] = _mended(plain, block, marks[index], found[index], table, spoken_before=index > 0 and bool(found[index - 1]))
    return found


def _with_lists(plain: str, blocks: tuple[Block, ...], marks: list[Marked], found: list[list[Pair]]) -> None:
    """Add the paragraphs without marks that an open quotation goes on in: a list below it, or the rest of a broken sentence."""
    for index, pairs in enumerate(found):
        if not pairs or pairs[-1].closed or pairs[-1].family == "dash":
            continue
        ahead = index + 1
        while ahead < len(blocks) and ahead - index <= _LONGEST_LIST and not found[ahead] and marks[ahead] == _UNMARKED:
            item = blocks[ahead].kind is BlockKind.LIST_ITEM or _ITEM.match(plain, blocks[ahead].span.start, blocks[ahead].span.end)
            rest = ahead == index + 1 and _is_broken_off(plain, blocks[index].span)
            if not item and not rest:
                break
            ahead += 1
        announced = blocks[index].span.of(plain).rstrip().endswith(":")
        goes_on = ahead < len(blocks) and bool(found[ahead]) and opens(plain, blocks[ahead].span, found[ahead][0].span)
        for between in range(index + 1, ahead if announced or goes_on else index):
            found[between] = [Pair(stripped(plain, blocks[between].span), "double", closed=False)]


def _mended(plain: str, block: Block, marks: Marked, pairs: list[Pair], table: CueTable, *, spoken_before: bool) -> list[Pair]:
    """Return a paragraph's pairs, or the one that its marks would make if none were lost."""
    if _runs_to_stray(plain, block, marks):
        return [Pair(Span(pairs[0].span.start, marks.stray or block.span.end), "double")]
    if any(pair.family != "single" for pair in pairs):
        return pairs
    lost = unopened(plain, block.span, table) or ended(plain, block.span, marks.stray, spoken_before=spoken_before)
    return lost if lost and all(lost[0].span.holds(pair.span) for pair in pairs) else pairs


def _runs_to_stray(plain: str, block: Block, marks: Marked) -> bool:
    # "“They fear what he calls ‘sanctions’”. He alone rules.”": the mark at the paragraph's end closes what opened it.
    whole = stripped(plain, block.span)
    doubles = [pair for pair in marks.pairs if pair.family == "double"]
    return (
        marks.stray is not None
        and len(doubles) == 1
        and doubles[0].span.start == whole.start
        and not plain[marks.stray : whole.end].strip(" .,")
        and plain[doubles[0].span.end : whole.end].lstrip()[:1] in {".", ""}
    )


def _within(plain: str, blocks: tuple[Block, ...], marks: list[Marked], index: int, ahead: int) -> bool:
    # "... which lets it be a “way out” to those who signed.", in a paragraph of words that a page broke off before.
    between = blocks[ahead - 1].span if ahead > index else None
    short = all(pair.closed and len(pair.span.of(plain).split()) <= _BRIEF for pair in marks[ahead].pairs)
    opened = _opens_any(plain, blocks[ahead], marks[ahead])
    return between is not None and short and not opened and _is_broken_off(plain, between)


def _opens_any(plain: str, block: Block, marks: Marked) -> bool:
    return any(opens(plain, block.span, pair.span) for pair in marks.pairs)


def _stray_follows(plain: str, blocks: tuple[Block, ...], marks: list[Marked], index: int) -> bool:
    # A paragraph broken by a page, or line by line: the mark that opens in one part closes in a later one.
    for ahead in range(index + 1, min(len(marks), index + 1 + _LOOK_AHEAD)):
        stray = marks[ahead].stray
        if stray is not None:
            return not _blocked(marks[ahead], stray) or _within(plain, blocks, marks, index, ahead)
        if marks[ahead].pairs or not _is_broken_off(plain, blocks[ahead].span):
            return False
    return False


def _is_broken_off(plain: str, part: Span) -> bool:
    return part.of(plain).rstrip()[-1:] not in {".", "!", "?", "…", ":"}


def _speaks_on(plain: str, blocks: tuple[Block, ...], marks: list[Marked], index: int, table: CueTable) -> bool:
    # "Ana Silva says “We waited. ...", and a mark opens the next paragraph: the first is hers to its end.
    dangling = marks[index].dangling
    if dangling is None:
        return False
    lead = plain[blocks[index].span.start : dangling].rstrip()
    before = _without_day(lead.rstrip(" ,:"), table)
    said = any(said.end() == len(before) for said in cue_pattern(table.saying).finditer(before, max(0, len(before) - _NAMING)))
    if said and lead.endswith(",") and not _is_broken_off(plain, blocks[index].span):
        # "Ana Silva said, “We waited.": the mark that closes the paragraph was forgotten.
        return True
    following = marks[index + 1].pairs if index + 1 < len(marks) else ()
    return said and bool(following) and opens(plain, blocks[index + 1].span, following[0].span)


def _without_day(words: str, table: CueTable) -> str:
    # "Ana Silva said today “We waited."
    last = word_list(table.dates).search(words, max(0, len(words) - _LONGEST_DAY))
    return words[: last.start()].rstrip().removesuffix(" on") if last and last.end() == len(words) else words


def _blocked(marks: Marked, stray: int) -> bool:
    return any(pair.family != "single" and pair.span.start < stray for pair in marks.pairs)


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
            below = _from_line_below(plain, blocks, index, pair, table)
            found = _from_line_before(plain, blocks, index, pair, table) or below or found
        if found.strength is Strength.NONE:
            found = _from_sentence_behind(plain, blocks, index, pair, table) or found
        if found.strength is Strength.NONE:
            found = _from_sentence_before(plain, bounds, pair, chosen[-1] if chosen else None, table) or found
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


def _from_line_before(plain: str, blocks: tuple[Block, ...], index: int, pair: Pair, table: CueTable) -> Credit | None:
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


def _from_sentence_before(
    plain: str, bounds: tuple[Span, ...], pair: Pair, previous: Stretch | None, table: CueTable
) -> Credit | None:
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


def _from_sentence_behind(plain: str, blocks: tuple[Block, ...], index: int, pair: Pair, table: CueTable) -> Credit | None:
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


def _from_line_below(plain: str, blocks: tuple[Block, ...], index: int, pair: Pair, table: CueTable) -> Credit | None:
    # A quotation set off as a block of its own has its speaker's name under it, after a dash.
    whole = stripped(plain, blocks[index].span)
    if index + 1 == len(blocks) or not pair.closed or pair.span.start > whole.start or pair.span.end < whole.end:
        return None
    if plain[pair.span.start] in DASHES:
        return None
    below = blocks[index + 1]
    found = signed(plain, table, stripped(plain, below.span), bare=below.kind is BlockKind.BLOCK_QUOTE)
    return found if found is not NOBODY else None
