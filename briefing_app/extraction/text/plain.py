"""The text that cues are looked for in: what a person sees of a reading, and where in the reading each code point comes from."""

import re
from bisect import bisect_left
from collections.abc import Iterable
from dataclasses import dataclass, replace
from itertools import pairwise

from briefing_app.domain.reading import REJOINED, Block, BlockKind, Inline, InlineKind, Reading
from briefing_app.domain.span import Span, covered, stripped
from briefing_app.extraction.text.queries import with_marks_again

_SPACES = dict.fromkeys("\u00a0\u202f\u2007\u2009", " ")
DAMAGED_MARKS = str.maketrans({"\x91": "‘", "\x92": "’", "\x93": "“", "\x94": "”", **_SPACES})
"""Spaces that differ in width alone; and cp1252 quotation marks that were decoded as C1 controls.

Those are the only damage that is mended here when the reading did not.
"""
_BULLET = re.compile(
    r"(?<=\s)[•●▪◦‣➢►▶■\uf0b7\uf0a7·](?=\s)|(?<=\n)[ \t]*(?:[•*–-]|\(?\d{1,2}[.)]|\(?(?:[a-z]|[ivx]{1,4})[.)])(?=\s)|"
    r"(?<=\n)[ \t]{1,8}o(?=[ \t]{2})"
)
_FIRST_SIGN = re.compile(r"\s*(?:[•●▪◦‣➢►▶■\uf0b7\uf0a7*–-]|\(?\d{1,2}[.)]|\(?(?:[a-z]|[ivx]{1,4})[.)])\s")
_BEFORE_BULLET = re.compile(r"(?:[.;:,]|\b(?:and|or|y|o|et|ou))[”’»\"')\]]{0,2}\s*$")
_NEW_LINE = re.compile(r"[ \t]*(?:[“«‹„\"—–•*·-]|\(?(?:\d{1,2}|[a-z])[.)]\s|o[ \t]{2})")
_LINE_ENDED = re.compile(r"(?:[.!?:;…]|\b(?:and|or|y|o|et|ou))[”’»\"')\]]{0,2}\s*$")
_DOUBLED = re.compile(r"(?<![‘’'`\w])([‘’]{2}|'{2}|` ?`)(?=[^\W\d_]|[¿¡])|(?<=[\w.,!?…])(?:[‘’]{2}|'{2})(?![‘’'`\w])")
_FULL = 0.8
"""A line is full when with the next word it would be longer than this share of its block's longest line."""


@dataclass(frozen=True, slots=True)
class Plain:
    """A reading's shown text. ``starts`` and ``ends`` hold, for each code point, the stretch of the reading it stands for."""

    text: str
    starts: tuple[int, ...]
    ends: tuple[int, ...]
    joints: tuple[int, ...] = ()
    """Where one blank stands for the empty lines that part a sentence, in order."""

    def parts(self, span: Span) -> tuple[Span, ...]:
        """Return what of a stretch of this text stands in each of the paragraphs that a sentence was parted into."""
        cuts = self.joints[bisect_left(self.joints, span.start) : bisect_left(self.joints, span.end)]
        starts, ends = [span.start, *(cut + 1 for cut in cuts)], [*cuts, span.end]
        return tuple(Span(start, end) for start, end in zip(starts, ends, strict=True) if start < end)

    def original(self, span: Span) -> Span:
        """Return the stretch of the reading that a stretch of this text stands for; empty stays empty."""
        if not len(span):
            place = self.starts[span.start] if span.start < len(self.starts) else (self.ends[-1] if self.ends else 0)
            return Span(place, place)
        return Span(self.starts[span.start], max(self.ends[span.start : span.end]))

    def shown(self, span: Span) -> Span:
        """Return the stretch of this text that stands for a stretch of the reading."""
        return Span(bisect_left(self.starts, span.start), bisect_left(self.starts, span.end))


def plain_text(reading: Reading) -> Plain:
    """Return the reading's text with repairs applied, marks of the format and signs of notes gone, and wrapped lines joined."""
    text = with_marks_again(reading.text.translate(DAMAGED_MARKS))
    hidden = covered(mark for inline in reading.inlines for mark in inline.marks() if inline.kind is not InlineKind.MARKER)
    blanked = covered(mark for inline in reading.inlines for mark in inline.marks() if inline.kind is InlineKind.MARKER)
    changes = sorted(
        [(repair.span, repair.shown, 0) for repair in reading.repairs]
        + [(span, "", 1) for span in hidden]
        + [(span, " " * len(span), 1) for span in blanked],
        key=lambda change: (change[0].start, change[2], change[0].end),
    )
    pieces: list[str] = []
    starts: list[int] = []
    ends: list[int] = []
    place = 0
    for span, words, _ in changes:
        if span.start < place or span.end > len(text):
            continue
        pieces += (text[place : span.start], words)
        starts += [*range(place, span.start), *([span.start] * len(words))]
        ends += [*range(place + 1, span.start + 1), *([span.end] * len(words))]
        place = span.end
    pieces.append(text[place:])
    starts += range(place, len(text))
    ends += range(place + 1, len(text) + 1)
    plain = _with_doubled(Plain("".join(pieces), tuple(starts), tuple(ends)))
    joints = tuple(plain.shown(one.span).start for one in reading.repairs if one.rule == REJOINED)
    return replace(plain, text=_unwrapped(plain, reading.blocks), joints=joints)


def _with_doubled(plain: Plain) -> Plain:
    """Return the text with one double mark for each two single ones that were typed for it: "’’We waited.’’"."""
    if not any(found.group(1) for found in _DOUBLED.finditer(plain.text)):
        return plain
    pieces: list[str] = []
    starts: list[int] = []
    ends: list[int] = []
    place = 0
    for found in _DOUBLED.finditer(plain.text):
        pieces += (plain.text[place : found.start()], "“" if found.group(1) else "”")
        starts += (*plain.starts[place : found.start()], plain.starts[found.start()])
        ends += (*plain.ends[place : found.start()], plain.ends[found.end() - 1])
        place = found.end()
    pieces.append(plain.text[place:])
    return Plain("".join(pieces), (*starts, *plain.starts[place:]), (*ends, *plain.ends[place:]))


def _unwrapped(plain: Plain, blocks: tuple[Block, ...]) -> str:
    """Return the text with a space for each newline that ends a full line: the line was broken for its width, not for its sense."""
    parts: list[str] = []
    done = 0
    for block in blocks:
        span = plain.shown(block.span)
        words = plain.text[span.start : span.end]
        if "\n" in words and span.start >= done:
            parts += (plain.text[done : span.start], _joined(words))
            done = span.end
    parts.append(plain.text[done:])
    return "".join(parts)


def _joined(words: str) -> str:
    lines = words.split("\n")
    width = max(map(len, lines))
    joined = [lines[0]]
    for before, line in pairwise(lines):
        first = line.split(maxsplit=1)[0] if line.strip() else ""
        full = len(before.rstrip()) + 1 + len(first) > _FULL * width
        apart = not before.strip() or not first or (_NEW_LINE.match(line) and _LINE_ENDED.search(before))
        joined += ["\n" if apart or not full else " ", line]
    return "".join(joined)


def _whole(reading: Reading) -> list[Block]:
    """Return the blocks with those made one that a sentence was parted into."""
    after = {repair.span.end for repair in reading.repairs if repair.rule == REJOINED}
    whole: list[Block] = []
    for block in reading.blocks:
        if whole and block.span.start in after:
            whole[-1] = replace(whole[-1], span=Span(whole[-1].span.start, block.span.end))
        else:
            whole.append(block)
    return whole


def rule_blocks(plain: Plain, reading: Reading) -> tuple[Block, ...]:
    """Return the blocks as the rules see them, with places in the plain text; a sentence that empty lines part stands in one.

    Cells of a table's row and items behind bullets within a paragraph are apart; empty blocks and footnotes are left out: a
    footnote is where a paper gives its sources, so nothing of it is an excerpt, and a quotation runs on past it. A heading of
    several sentences is a paragraph that somebody wanted to stand out.
    """
    found: list[Block] = []
    for block in _whole(reading):
        span = plain.shown(block.span)
        if block.kind is BlockKind.FOOTNOTE:
            continue
        for part in _parts(plain.text, span, block.kind):
            kind = BlockKind.LIST_ITEM if part.start > span.start and block.kind is not BlockKind.TABLE_ROW else block.kind
            for piece in _torn(plain.text, part):
                inner = stripped(plain.text, piece)
                if len(inner):
                    shown = BlockKind.PARAGRAPH if kind is BlockKind.HEADING and _SENTENCES.search(inner.of(plain.text)) else kind
                    found.append(replace(block, span=piece, kind=shown))
    return tuple(found)


def _parts(text: str, span: Span, kind: BlockKind) -> list[Span]:
    if kind is BlockKind.HEADING:
        return [span]
    pattern = _CELL if kind is BlockKind.TABLE_ROW else _BULLET
    places = [match.start() for match in pattern.finditer(text, span.start + 1, span.end)]
    if kind is not BlockKind.TABLE_ROW:
        listed = bool(_FIRST_SIGN.match(text, span.start, span.end))
        places = [place for place in places if listed or _BEFORE_BULLET.search(text, max(span.start, place - 12), place)]
    return [Span(start, end) for start, end in zip([span.start, *places], [*places, span.end], strict=True)]


def _torn(text: str, span: Span) -> list[Span]:
    """Return the paragraphs of a block whose breaks were lost, as marks that touch the sentences on both sides tell."""
    seams = list(_SEAM.finditer(text, span.start, span.end))
    if len(seams) < _FEWEST_SEAMS:
        return [span]
    places = [
        place
        for seam in seams
        # "... he said.\"We waited\"": a mark opens what the next mark closes, else it closes what came before.
        if (place := seam.end() - 1 if _opens_next(text, seam.end(), span.end) else seam.end()) > span.start
    ]
    places += [lost.end() for lost in _LOST_BREAK.finditer(text, span.start, span.end)]
    places = sorted(set(places))
    return [Span(start, end) for start, end in zip([span.start, *places], [*places, span.end], strict=True)]


def _opens_next(text: str, place: int, limit: int) -> bool:
    if text[place - 1] in "“”":
        return text[place - 1] == "“"
    following = text.find('"', place, limit)
    return following > place and not text[following - 1].isspace()


_FEWEST_SEAMS = 2
_SEAM = re.compile(r"(?<=[a-zà-ÿ)][.!?])[”\"]?[“”\"](?=[A-ZÀ-Þ][a-zà-ÿ]*[ ,])")
"""A mark that touches the sentence before it and the one behind it."""
_LOST_BREAK = re.compile(r"(?<=[a-zà-ÿ][a-zà-ÿ][a-zà-ÿ][.!?])(?=[A-ZÀ-Þ][a-zà-ÿ]+ )")
_CELL = re.compile(r"\t")
_SENTENCES = re.compile(r"\w{3}[.!?…] +[A-ZÀ-Þ¿¡“«][^.!?…]{20,}[.!?…][”»\"*_]*$")


def with_marks(inlines: Iterable[Inline], span: Span) -> Span:
    """Return ``span`` grown over the marks of links and emphasis that begin or end exactly with it and lie wholly around its words.

    A passage that is a whole link must hold the link's marks, or its slice could not be shown as what it was.
    """
    start, end = span.start, span.end
    for inline in inlines:
        if inline.kind in {InlineKind.MARKER, InlineKind.NOTE} or not inline.span.meets(span):
            continue
        if inline.content.start == span.start and inline.content.end <= span.end:
            start = min(start, inline.span.start)
        if inline.content.end == span.end and inline.content.start >= span.start:
            end = max(end, inline.span.end)
    return Span(start, end)
