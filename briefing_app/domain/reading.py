"""What one version of a reader made of a file: its text, untouched, and beside it repairs, inlines, blocks and damage."""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from enum import StrEnum

from briefing_app.domain.printed import PrintedLine
from briefing_app.domain.span import Span, covered


class InlineKind(StrEnum):
    """What a stretch of running text is to its reader."""

    LINK = "link"
    EMPHASIS = "emphasis"
    STRONG = "strong"
    CODE = "code"
    MARKER = "marker"
    """Signs of the file format alone (a heading's ``#``, a list's ``-``): nobody reads them, so nothing of them is shown."""
    NOTE = "note"
    """The sign that calls a footnote: not words of the sentence, so nothing of it is shown. ``target`` is the footnote's label."""


class BlockKind(StrEnum):
    """What a block of a document is."""

    HEADING = "heading"
    PARAGRAPH = "paragraph"
    LIST_ITEM = "list item"
    BLOCK_QUOTE = "block quote"
    TABLE_ROW = "table row"
    """Its cells are apart by a tab."""
    FOOTNOTE = "footnote"
    """``label`` is the sign that calls it."""
    RULE = "rule"


class DamageKind(StrEnum):
    """What extraction did to a text."""

    GARBLED = "garbled"
    MOJIBAKE = "mojibake"
    CIPHERED = "ciphered"
    RUN_TOGETHER = "run-together"
    CUT_AT_START = "cut at start"
    CUT_AT_END = "cut at end"
    SPLIT = "split"
    SCRAMBLED = "scrambled"
    DEAD_LINK = "dead link"
    UNBALANCED = "unbalanced"
    DUPLICATE = "duplicate"
    NO_TEXT_LAYER = "no text layer"


@dataclass(frozen=True, slots=True)
class Damage:
    """One place where extraction hurt the text. An empty span stands between two code points: something is missing there."""

    kind: DamageKind
    span: Span
    page: int | None = None
    """The page, from 1, where nothing in the text tells it: one without a text layer."""

    def touches(self, span: Span) -> bool:
        """Tell whether a passage suffers from it; damage at a border counts for the passage that ends or begins there."""
        if len(self.span) == 0:
            return span.start <= self.span.start <= span.end
        return self.span.meets(span)


REJOINED = "rejoined"
"""The rule of a repair that shows one blank for the empty lines that part a sentence."""


@dataclass(frozen=True, slots=True)
class Repair:
    """A mended stretch: where, what is shown instead, by which rule, and whether the rule can be trusted.

    One with an empty span adds something before the code point at its place. Of two that overlap, the first counts.
    """

    span: Span
    shown: str
    rule: str
    certain: bool


def _inserts_into(repair: Repair, span: Span) -> bool:
    return not len(repair.span) and span.start <= repair.span.start < span.end


@dataclass(frozen=True, slots=True)
class Inline:
    """A link or an emphasis: the whole stretch with its marks, the part a person reads, and where a link leads."""

    kind: InlineKind
    span: Span
    content: Span
    target: str | None = None

    def __post_init__(self) -> None:
        if not self.span.holds(self.content):
            raise ValueError("an inline's content lies inside it")

    def marks(self) -> tuple[Span, ...]:
        """Return the stretches that belong to the file format alone."""
        sides = (Span(self.span.start, self.content.start), Span(self.content.end, self.span.end))
        return tuple(side for side in sides if len(side))


@dataclass(frozen=True, slots=True)
class Block:
    """A paragraph, heading or list item. ``number`` counts paragraphs and list items from 1 through the document (0: not counted).

    ``path`` is the headings above it, outermost first; ``level`` a heading's or list item's depth from 1; ``page`` counts from 1.
    """

    kind: BlockKind
    span: Span
    level: int = 0
    number: int = 0
    path: tuple[str, ...] = ()
    page: int | None = None
    label: str = ""


@dataclass(frozen=True, slots=True)
class Locator:
    """Where a passage is: page, heading path, paragraph numbers (first and last)."""

    page: int | None = None
    path: tuple[str, ...] = ()
    first: int = 0
    last: int = 0


@dataclass(frozen=True, slots=True)
class Reading:
    """A file as one version of a reader read it. Kept for ever once something points to it.

    ``text`` is the file's text but for newline form and Unicode NFC. ``blocks`` are in order and do not overlap.
    """

    id: str
    file: str
    """SHA-256 of the file, as hexadecimal digits."""
    reader: str
    """Name and version of the reader, as ``text-1``."""
    text: str
    language: str | None = None
    blocks: tuple[Block, ...] = ()
    inlines: tuple[Inline, ...] = ()
    repairs: tuple[Repair, ...] = ()
    damage: tuple[Damage, ...] = ()
    pages: int | None = None
    lines: tuple[PrintedLine, ...] = ()
    """Where the text stands on its pages, in order; empty for a file without pages."""

    def block_at(self, place: int) -> Block | None:
        """Return the block that holds the code point at ``place``."""
        index = bisect_right(self.blocks, place, key=lambda block: block.span.start) - 1
        block = self.blocks[index] if index >= 0 else None
        return block if block and place < block.span.end else None

    def blocks_in(self, span: Span) -> tuple[Block, ...]:
        """Return the blocks that share text with ``span``."""
        first = bisect_right(self.blocks, span.start, key=lambda block: block.span.end)
        last = bisect_left(self.blocks, span.end, key=lambda block: block.span.start)
        return tuple(block for block in self.blocks[first:last] if block.span.meets(span))

    def damage_in(self, span: Span) -> tuple[Damage, ...]:
        """Return the damage that a passage suffers from."""
        return tuple(damage for damage in self.damage if damage.touches(span))

    def damage_kinds_in(self, span: Span) -> tuple[DamageKind, ...]:
        """Return the kinds of damage that a passage suffers from, each once, in order of their places."""
        return tuple(dict.fromkeys(damage.kind for damage in self.damage_in(span)))

    def repairs_in(self, span: Span) -> tuple[Repair, ...]:
        """Return the repairs that change what is shown of a passage, or that it cuts through."""
        return tuple(repair for repair in self.repairs if repair.span.meets(span) or _inserts_into(repair, span))


@dataclass(frozen=True, slots=True)
class Shown:
    """Words as a person sees them, with the place in the reading that each code point comes from."""

    text: str
    origins: tuple[int, ...]

    def place_of(self, place: int) -> int:
        """Return where in the shown text the reading's code point ``place`` is, or would be."""
        return bisect_left(self.origins, place)


_WHITE = re.compile(r"[ \t\n\r\f\v]+")
_BLANKS = " \t\n\r\f\v"
_IRREGULAR = ("  ", "\n\n", " \n", "\n ", "\t", "\r", "\f", "\v")
"""What makes white space more than one blank or one line end between two words."""


def shown(reading: Reading, span: Span) -> str:
    """Return what a person sees of a passage: repairs applied, marks of the file format gone, lines of a paragraph joined."""
    return shown_with_origins(reading, span).text


def shown_with_origins(reading: Reading, span: Span) -> Shown:
    """Return the shown text of a passage together with where each code point comes from.

    A run of blanks and single newlines is one space; a run with an empty line in it stays a paragraph's end (two newlines).
    Spaces other than U+0020 (no-break, narrow) are words' own and stay.
    """
    return shown_of(reading.text, span, reading.inlines, reading.repairs)


def shown_of(text: str, span: Span, inlines: Iterable[Inline], mended: Iterable[Repair]) -> Shown:
    """Return the same for a text whose inlines and repairs stand apart from a reading."""
    start, end = span.start, span.end
    near = [inline for inline in inlines if inline.span.start < end and start < inline.span.end]
    hidden = covered(mark for inline in near for mark in inline.marks())
    repairs = sorted((r for r in mended if start <= r.span.start and r.span.end <= end), key=lambda repair: repair.span)
    if not hidden and not repairs:
        return _joined(span.of(text), range(span.start, span.end))
    characters: list[str] = []
    origins: list[int] = []
    stops = iter(hidden)
    stop = next(stops, None)
    mending = iter(repairs)
    repair = next(mending, None)
    place = span.start
    while place < span.end:
        while stop and stop.end <= place:
            stop = next(stops, None)
        while repair and repair.span.start < place:
            repair = next(mending, None)
        if repair and repair.span.start == place:
            characters.append(repair.shown)
            origins += [place] * len(repair.shown)
            place = repair.span.end
            repair = next(mending, None)
            continue
        if stop and stop.start <= place:
            place = stop.end
            continue
        until = min(span.end, stop.start if stop else span.end, repair.span.start if repair else span.end)
        characters.append(text[place:until])
        origins += range(place, until)
        place = until
    return _joined("".join(characters), origins)


def _joined(text: str, origins: Sequence[int]) -> Shown:
    if text[:1] not in _BLANKS and text[-1] not in _BLANKS and not any(white in text for white in _IRREGULAR):
        return Shown(text.replace("\n", " "), tuple(origins))
    parts: list[str] = []
    kept: list[int] = []
    end = 0
    for run in _WHITE.finditer(text):
        parts.append(text[end : run.start()])
        kept += origins[end : run.start()]
        break_ = "\n\n" if run.group().count("\n") > 1 else " "
        if run.start() and run.end() < len(text):
            parts.append(break_)
            kept += [origins[run.start()]] * len(break_)
        end = run.end()
    parts.append(text[end:])
    kept += origins[end:]
    return Shown("".join(parts), tuple(kept))


_WORD = re.compile(r"\w+(?:[-'’.,]\w+)*")


def word_count(reading: Reading) -> int:
    """Return how many words a person reads in a document; "asylum-seekers", "people’s" and "2,000" are one each."""
    return words_in(shown(reading, Span(0, len(reading.text))))


def words_in(text: str) -> int:
    """Return how many words there are in shown text, as ``word_count`` counts."""
    return sum(1 for _ in _WORD.finditer(text))


def locate(reading: Reading, span: Span) -> Locator:
    """Return where a passage is, by the blocks it lies in."""
    blocks = reading.blocks_in(span)
    if not blocks:
        return Locator()
    numbers = [block.number for block in blocks if block.number]
    return Locator(
        page=blocks[0].page,
        path=blocks[0].path,
        first=numbers[0] if numbers else 0,
        last=numbers[-1] if numbers else 0,
    )
