"""Which pairs of marks a text has, and the paragraphs without marks that an open quotation runs on into."""

import re

from briefing_app.domain.reading import Block, BlockKind
from briefing_app.domain.span import Span, stripped
from briefing_app.extraction.cues.form import CueTable
from briefing_app.extraction.quotes.lost_marks import ended, unopened, up_to_attribution
from briefing_app.extraction.quotes.marks import Marked, Pair
from briefing_app.extraction.quotes.speech import opens
from briefing_app.extraction.text.phrases import cue_pattern, word_list

_LOOK_AHEAD = 8
"""How many paragraphs without marks may follow an open quotation before its closing mark comes."""
_LONGEST_LIST = 20
_LONGEST_DAY = 20
_UNMARKED = Marked(())
_BRIEF = 9
"""Words between marks, at most, that a quotation running through the paragraph may hold."""
_ITEM = re.compile(r"\s*(?:[•●▪◦*·–—-]|\(?(?:\d{1,2}|[a-z])[.):])\s")
_NAMING = 40
"""How far before a mark the verb of saying stands that makes what it opens speech."""


def candidates(plain: str, blocks: tuple[Block, ...], marks: list[Marked], table: CueTable) -> list[list[Pair]]:
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
