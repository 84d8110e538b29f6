"""Headers run into a block's first sentence, contacts run on behind its last: blocks of their own."""

import re
from dataclasses import replace
from itertools import pairwise

from briefing_app.domain.reading import Block, BlockKind
from briefing_app.domain.span import Span, stripped
from briefing_app.extraction.cues.form import CueTable
from briefing_app.extraction.narration.boilerplate import has_address, has_number
from briefing_app.extraction.text.phrases import is_role, likely, word_list

_HEADER = re.compile(r"(?:[^\sa-zß-ÿ]+\s+){3,}(?=[A-ZÀ-Þ][a-zß-ÿ’']+\s+[\w“«\"])")
"""Words without a small letter before the first that has one."""
_FEWEST_LETTERS = 12
_SHORTEST_REST = 6
_FOOT = 250
"""How far before a block's end a contact may begin."""
_LONGEST_FOOT = 30
_BEHIND_STOP = re.compile(r"[.!?][”»\"*_)]{0,2}\s+(?=[A-ZÀ-Þ*_\[(])")
_CALLED = re.compile(r"@|www\.|https?:|\.(?:org|com|net|int)\b|\d[\d ()/-]{5}")
"""What every contact holds."""
_END = re.compile(r"[.!?][”»\"]?\s+\W{0,4}(?:ENDS?|FIN)\W{0,4}$")


def set_apart(plain: str, blocks: tuple[Block, ...], table: CueTable) -> tuple[Block, ...]:
    """Return the blocks, with a header in capitals and a contact that run into a paragraph as blocks of their own."""
    found: list[Block] = []
    for block in blocks:
        cuts = _cuts(plain, block, table) if block.kind is BlockKind.PARAGRAPH else []
        if not cuts:
            found.append(block)
            continue
        edges = [block.span.start, *cuts, block.span.end]
        found += [replace(block, span=Span(start, end)) for start, end in pairwise(edges)]
    return tuple(found)


def _cuts(plain: str, block: Block, table: CueTable) -> list[int]:
    span = stripped(plain, block.span)
    return [place for place in (_header_end(plain, span, table), _foot_start(plain, span, table)) if place is not None]


def _header_end(plain: str, span: Span, table: CueTable) -> int | None:
    # "NINE BOATS ADRIFT The union has ...", but no place with a comma or dash, and no office before its holder's name.
    found = _HEADER.match(plain, span.start, span.end)
    words = found.group().split() if found else []
    if not found or sum(map(str.isalpha, found.group())) < _FEWEST_LETTERS:
        return None
    place = found.end()
    if len(words[-1]) == 1 and words[-1].isalpha():
        place -= len(found.group()) - found.group().rindex(words[-1])
        words.pop()
    named = words[-1][-1] in ",–—-:(" or is_role(words[-1].lower().strip("."), table)
    return None if named or len(plain[place : span.end].split()) < _SHORTEST_REST else place


def _is_contact(words: str) -> bool:
    return has_number(words) or (":" in words and has_address(words))


def _foot_start(plain: str, span: Span, table: CueTable) -> int | None:
    start = max(span.start, span.end - _FOOT)
    ended = _END.search(plain, start, span.end)
    if ended:
        return ended.start() + 1
    if not _CALLED.search(plain, start, span.end):
        return None
    for stop in _BEHIND_STOP.finditer(plain, start, span.end):
        rest = plain[stop.end() : span.end]
        if len(rest.split()) > _LONGEST_FOOT or not _is_contact(rest):
            continue
        place = stop.end() + len(rest) - len(rest.lstrip("*_[("))
        credited = word_list(table.pictures).match(plain, place, span.end)
        if not credited and any(pattern.before.match(plain, place, span.end) for pattern in likely((table.boilerplate,), rest)):
            return stop.end()
    return None
