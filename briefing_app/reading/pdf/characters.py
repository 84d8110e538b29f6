"""The characters of a page as runs: those that one drawing operation puts on one baseline, each with its place."""

import ctypes
import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import accumulate, compress, islice, repeat
from operator import le
from typing import Any

import pypdfium2 as pdfium
import pypdfium2.raw as pdfium_c

from briefing_app.reading.pdf.calls import boxes_at, handle_of, object_at
from briefing_app.reading.pdf.clips import Clip, Clips
from briefing_app.reading.pdf.frames import Frame, PageSize, page_size
from briefing_app.reading.pdf.inks import Ink, Inks
from briefing_app.reading.pdf.tags import ARTIFACT, Tag, covers, mark_of, tags_of

_LOOKED_AT = 300
_SHARE_OWNED = 0.5
_LONGEST_WORDS = 16
"""Characters for each blank; a file with fewer blanks leaves spaces to be told from gaps."""
_MOVED = 0.14
"""Ems of a gap that parts words, where the file moves on instead of writing a space."""
_BACK = 0.6
_BLANK = re.compile(" ")
_FIGURES = re.compile(r"(?<=[^\W\d_])\d{1,3}(?!\w)|(?<=[.,;:!?)”’»])\d{1,3}(?!\w)|^\d{1,3}(?=[^\W\d_]|$)")
"""What may be a note's sign set against a word, if it is raised."""
_DIGIT = re.compile(r"\d")
_HIGH = 0.22
_ODD = re.compile("[\0\ud800-\udfff]")
_WRITTEN = {
    # A font without a map gives its own numbers: kept apart, out of the way of tabs and line ends.
    **{code: 0xE000 + code for code in (*range(0x20), 0x7F)},
    **dict.fromkeys((0x9, 0xA, 0xD, 0x2002, 0x2003, 0x2009, 0x3000), 0x20),
    **dict.fromkeys((0x2, 0xFFFE), 0x2D),  # what pdfium gives for a hyphen that ends a line
}
_REWRITTEN = re.compile("[" + "".join(re.escape(chr(code)) for code in _WRITTEN) + "]")


@dataclass(slots=True)
class Run:
    """What one drawing operation writes: its words with their edges, and whether it begins and ends with the file's own blank."""

    ink: Ink
    baseline: float
    words: Sequence[str]
    lefts: Sequence[float]
    rights: Sequence[float]
    leads: bool
    trails: bool
    raised: dict[int, tuple[int, int]]
    """By a word's number, where in it stand figures that the font itself draws small and high."""
    tag: Tag | None = None
    """What the file itself says that it is part of."""
    clip: Clip | None = None
    """Where alone it shows."""

    @property
    def letters(self) -> int:
        """How many signs it has, blanks aside."""
        return sum(map(len, self.words))


@dataclass(frozen=True, slots=True)
class PageText:
    """The runs of a page in the order the file draws them, and the page's size as it is seen."""

    size: PageSize
    runs: list[Run]


def page_text(page: pdfium.PdfPage) -> PageText:
    """Return the runs of a page that a person can see."""
    size = page_size(page)
    text = pdfium_c.FPDFText_LoadPage(page.raw)
    if not text:
        return PageText(size, [])
    try:
        return PageText(size, _Page(text, size, tags_of(page)).runs())
    finally:
        pdfium_c.FPDFText_ClosePage(text)


_Edges = tuple[Sequence[float], Sequence[float]]


class _Tokens:
    """The words between blanks that one operation writes each: where they start, whose they are, and their edges."""

    def __init__(self, text: ctypes.c_void_p, characters: str) -> None:
        parts = characters.split(" ")
        self.words = [part for part in parts if part]
        self.starts = list(compress(accumulate(map(len, parts), after_blank, initial=0), parts))
        self.owners = list(map(object_at, repeat(text), self.starts))
        last = [start + len(word) - 1 for start, word in zip(self.starts, self.words, strict=True)]
        # What one operation writes stands together: only the last of its words may run on into the next one's.
        changes = [at for at, (one, two) in enumerate(zip(self.owners, [*self.owners[1:], 0], strict=True)) if one != two]
        torn = [at for at in changes if len(self.words[at]) > 1 and object_at(text, last[at]) != self.owners[at]]
        for at in reversed(torn):
            self._part(text, at)
        if torn:
            last = [start + len(word) - 1 for start, word in zip(self.starts, self.words, strict=True)]
        # The edges of each word's first and last character: left, top, right and bottom.
        self._first, self._last = boxes_at(text, self.starts), boxes_at(text, last)
        self._plain = all(map(le, self._first[0], self._last[2]))

    def _part(self, text: ctypes.c_void_p, at: int) -> None:
        """Cut a word where its owner changes."""
        word, start = self.words[at], self.starts[at]
        each = [object_at(text, start + place) for place in range(len(word))]
        cuts = [0, *(place for place in range(1, len(word)) if each[place] != each[place - 1])]
        self.words[at : at + 1] = [word[one:two] for one, two in zip(cuts, [*cuts[1:], len(word)], strict=True)]
        self.starts[at : at + 1] = [start + one for one in cuts]
        self.owners[at : at + 1] = [each[one] for one in cuts]

    def of_one_owner(self) -> Iterator[tuple[int, int]]:
        """Yield from which token to which one operation goes. What pdfium made up belongs to none."""
        owners = self.owners
        start, before = 0, owners[0] if owners else 0
        for at, owner in enumerate(owners):
            if owner != before:
                if before:
                    yield start, at
                start, before = at, owner
        if before:
            yield start, len(owners)

    def edges(self, frame: Frame, start: int, end: int) -> _Edges:
        """Return the left and the right edges of words in their frame."""
        by = frame.from_along
        if self._plain and frame.sign_along == 1 and not frame.swapped:
            lefts, rights = self._first[0][start:end], self._last[2][start:end]
            return (lefts, rights) if not by else ([left + by for left in lefts], [right + by for right in rights])
        low, high = (1, 3) if frame.swapped else (0, 2)
        sides = (side[at][start:end] for side in (self._first, self._last) for at in (low, high))
        edges = [
            sorted((frame.sign_along * min(four) + by, frame.sign_along * max(four) + by)) for four in zip(*sides, strict=True)
        ]
        return [left for left, _ in edges], [right for _, right in edges]


def after_blank(at: int, many: int) -> int:
    """Return where the next word begins after one ``many`` letters long at ``at``."""
    return at + many + 1


class _Page:
    def __init__(self, text: Any, size: PageSize, tags: Mapping[int, Tag]) -> None:
        self._text = text
        self._tags = tags
        self._handle = handle_of(text)
        self._inks = Inks(text, size)
        self._clips = Clips()
        self._characters = ""

    def runs(self) -> list[Run]:
        count = pdfium_c.FPDFText_CountChars(self._text)
        if count <= 0:
            return []
        self._characters = self._signs(count)
        blanks = [match.start() for match in islice(_BLANK.finditer(self._characters), _LOOKED_AT)]
        owned = sum(map(bool, map(object_at, repeat(self._handle), blanks)))
        writes_spaces = (
            owned > _SHARE_OWNED * max(1, len(blanks)) and count < _LONGEST_WORDS * max(1, self._characters.count(" "))
        ) or not blanks
        runs = list(self._written_runs() if writes_spaces else self._gapped_runs(count))
        if self._tags and not covers([(run.letters, run.tag) for run in runs]):
            return [replace(run, tag=None) for run in runs]
        return runs

    def _gapped_runs(self, count: int) -> Iterator[Run]:
        """Yield the runs of a page whose file leaves blanks to be told from gaps."""
        for owner, start, end in self._spans(count):
            if run := self._run(owner, start, end):
                yield run

    def _written_runs(self) -> Iterator[Run]:
        """Yield the runs of a page whose file writes the blanks between its words."""
        tokens = _Tokens(self._handle, self._characters)
        for one, two in tokens.of_one_owner():
            start, end = tokens.starts[one], tokens.starts[two - 1] + len(tokens.words[two - 1])
            drawn = self._inks.at(tokens.owners[one], start)
            if drawn is not None:
                yield self._of(tokens.owners[one], drawn, tokens.words[one:two], tokens.edges(drawn[1], one, two), start, end)

    def _spans(self, count: int) -> Iterator[tuple[int, int, int]]:
        """Yield the characters of one operation each: its address, start and end. A blank that pdfium made up belongs to none."""
        owners = list(map(object_at, repeat(self._handle), range(count)))
        start = 0
        for at in range(1, count + 1):
            if at == count or owners[at] != owners[start]:
                if owners[start]:
                    yield owners[start], start, at
                start = at

    def _signs(self, count: int) -> str:
        buffer = (ctypes.c_ushort * (count + 1))()
        pdfium_c.FPDFText_GetText(self._text, 0, count, buffer)
        words = bytes(buffer)[: 2 * count].decode("utf-16-le", "surrogatepass")
        if len(words) != count or _ODD.search(words):
            codes = (pdfium_c.FPDFText_GetUnicode(self._text, at) for at in range(count))
            words = "".join(chr(code) if 0 <= code <= 0x10FFFF and not 0xD800 <= code <= 0xDFFF else "\ufffd" for code in codes)
        words = words.replace("\r\n", "  ")
        return _REWRITTEN.sub(lambda match: chr(_WRITTEN[ord(match.group())]), words)

    def _run(self, owner: int, start: int, end: int) -> Run | None:
        drawn = self._inks.at(owner, start)
        if drawn is None:
            return None
        ink, frame, _ = drawn
        words = list(self._words(frame, ink.size, start, end))
        if not words:
            return None
        edges = [left for _, left, _ in words], [right for _, _, right in words]
        return self._of(owner, drawn, [word for word, _, _ in words], edges, start, end)

    def _of(self, owner: int, drawn: tuple[Ink, Frame, float], words: Sequence[str], edges: _Edges, start: int, end: int) -> Run:
        ink, frame, baseline = drawn
        place = self._inks.place()
        raised: dict[int, tuple[int, int]] = {}
        if frame.turn == 0 and not frame.swapped and _DIGIT.search(self._characters, start, end):
            raised = self._raised(ink.size, start, end, words)
        leads = self._is_blank(start - 1) or self._is_blank(start)
        tag = self._tag(owner) if self._tags else None
        trails = self._is_blank(end - 1) or self._is_blank(end)
        return Run(ink, baseline, words, *edges, leads, trails, raised, tag, self._clips.of(owner, *place))

    def _tag(self, owner: int) -> Tag | None:
        number = mark_of(owner)
        return ARTIFACT if number is None else self._tags.get(number)

    def _is_blank(self, at: int) -> bool:
        """Tell whether a blank that the file writes stands there."""
        return self._characters[at : at + 1] == " " and bool(object_at(self._handle, at))

    def _words(self, frame: Frame, size: float, start: int, end: int) -> Iterator[tuple[str, float, float]]:
        """Yield the words of an operation whose blanks are told from gaps, with their edges."""
        word, left, right, before = "", 0.0, 0.0, 0.0
        boxes = boxes_at(self._handle, range(start, end))
        lows, highs = (boxes[1], boxes[3]) if frame.swapped else (boxes[0], boxes[2])
        by, off = frame.sign_along, frame.from_along
        for sign, first, last in zip(self._characters[start:end], lows, highs, strict=True):
            one, two = sorted((by * first + off, by * last + off))
            if word and one == before and two == right and sign != " ":
                word += sign  # one of the letters of a ligature
                continue
            if word and sign == word[-1] and abs(one - before) < 0.35 * (two - one):
                continue  # drawn twice to look bold
            if word and (sign == " " or not -_BACK * size < one - right < _MOVED * size):
                yield word, left, right
                word = ""
            if sign != " ":
                left, right = (min(left, one), max(right, two)) if word else (one, two)
                word += sign
                before = one
        if word:
            yield word, left, right

    def _raised(self, size: float, start: int, end: int, words: Sequence[str]) -> dict[int, tuple[int, int]]:
        found: dict[int, tuple[int, int]] = {}
        _, baseline = self._inks.place()
        edges = [ctypes.c_double() for _ in range(4)]
        at = start
        for number, word in enumerate(words):
            at = max(self._characters.find(word, at, end), at)
            for match in _FIGURES.finditer(word):
                pdfium_c.FPDFText_GetCharBox(self._text, at + match.start(), *edges)
                if edges[2].value - baseline > _HIGH * size:
                    found[number] = match.span()
            at += len(word)
        return found
