"""Paragraphs into a reading's text, with the place of each line on its page, and the marks, calls and links where they stand."""

import unicodedata
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from math import floor

from briefing_app.domain.printed import Box, PrintedLine
from briefing_app.domain.reading import BlockKind, Damage, DamageKind, Inline, InlineKind
from briefing_app.domain.span import Span
from briefing_app.reading.blocks import RawBlock
from briefing_app.reading.inlines import inlines_of
from briefing_app.reading.pdf.directions import in_reading_order, runs_from_right
from briefing_app.reading.pdf.footnotes import calls_in
from briefing_app.reading.pdf.frames import PageSize, seen_box
from briefing_app.reading.pdf.links import PageLink
from briefing_app.reading.pdf.paragraphs import Line, Paragraph


@dataclass(slots=True)
class Assembled:
    """A text, its blocks with the inlines of each, its lines, and what is unsure of their order."""

    text: str = ""
    blocks: list[RawBlock] = field(default_factory=list)
    inlines: list[list[Inline]] = field(default_factory=list)
    lines: list[PrintedLine] = field(default_factory=list)
    damage: list[Damage] = field(default_factory=list)


class _Tenths(dict[int, float]):
    """Numbers to a tenth of a point by how many tenths they are, each one number once: a book has a million of them."""

    def __missing__(self, tenths: int) -> float:
        self[tenths] = number = tenths / 10
        return number


class Assembly:
    """Sets paragraphs down one after the other: lines of one joined by a newline, paragraphs apart by an empty line."""

    def __init__(
        self, sizes: Sequence[PageSize], links: Mapping[int, Sequence[PageLink]], notes: Mapping[int, frozenset[str]]
    ) -> None:
        self._sizes = sizes
        self._links = links
        self._notes = notes
        self._everywhere = frozenset(sign for signs in notes.values() for sign in signs)
        self._parts: list[str] = []
        self._at = 0
        self._made = Assembled()
        self._tenths = _Tenths()

    def assembled(self, paragraphs: list[Paragraph], empty: Sequence[int]) -> Assembled:
        """Return the whole. ``empty`` are pages (from 0) that have no text layer: damage stands where their words would be.

        The list of paragraphs is emptied on the way: a book's, and what is made of them, would fill memory side by side.
        """
        missing = list(empty)
        paragraphs.reverse()
        while paragraphs:
            paragraph = paragraphs.pop()
            while missing and missing[0] < paragraph.page:
                self._missing(missing.pop(0))
            self._paragraph(paragraph)
        for page in missing:
            self._missing(page)
        self._made.text = "".join(self._parts)
        return self._made

    def _missing(self, page: int) -> None:
        self._made.damage.append(Damage(DamageKind.NO_TEXT_LAYER, Span(self._at, self._at), page + 1))

    def _put(self, words: str) -> None:
        self._parts.append(words)
        self._at += len(words)

    def _paragraph(self, paragraph: Paragraph) -> None:
        if self._parts:
            self._put("\n\n")
        start = self._at
        inlines: list[Inline] = []
        if paragraph.cells:
            for at, cell in enumerate(paragraph.cells):
                if at:
                    self._put("\t")
                self._lines(cell, inlines, paragraph)
        else:
            self._lines(paragraph.lines, inlines, paragraph)
        span = Span(start, self._at)
        if paragraph.mark:
            end = start + paragraph.mark
            inlines = [one for one in inlines if one.span.start >= end]
            inlines.append(Inline(InlineKind.MARKER, Span(start, end), Span(end, end)))
        inlines += self._addresses(span, inlines)
        block = RawBlock(paragraph.kind, span.start, span.end, paragraph.level, label=paragraph.label, page=paragraph.page + 1)
        self._made.blocks.append(block)
        self._made.inlines.append(sorted(inlines, key=lambda one: (one.span.start, -one.span.end, one.content.start)))

    def _lines(self, lines: Sequence[Line], inlines: list[Inline], paragraph: Paragraph) -> None:
        before = Span(self._at, self._at)
        for index, line in enumerate(lines):
            if index:
                self._put("\n")
            text, stops = _composed(line)
            span = Span(self._at, self._at + len(text))
            printed = self._printed(line, span, stops)
            self._put(text)
            self._made.lines.append(printed)
            if line.piece.raised or not text.isascii():
                inlines += self._calls(line, span.start, paragraph)
            if line.page in self._links:
                self._link(line, printed, inlines)
            if index in paragraph.unsure:
                words = text.split(" ", 1)[0]
                last = self._parts[-3].rsplit(" ", 1)[-1]
                self._made.damage.append(Damage(DamageKind.SPLIT, Span(before.end - len(last), span.start + len(words))))
            before = span

    def _printed(self, line: Line, span: Span, stops: Sequence[tuple[int, float]]) -> PrintedLine:
        piece = line.piece
        box = (piece.left, piece.top, piece.right, piece.bottom)
        if line.turn:
            seen = seen_box(self._sizes[line.page], line.turn, Box(*box))
            box = (seen.left, seen.top, seen.right, seen.bottom)
        tenths, start = self._tenths, span.start
        # Where words begin is told from the left of the page, which says nothing of lines that run down it.
        known = tuple([(start + at, tenths[int(10 * x + 0.5)]) for at, x in stops if at]) if line.turn == 0 else ()
        return PrintedLine(span, line.page + 1, Box(*[tenths[floor(10 * edge + 0.5)] for edge in box]), known)

    def _calls(self, line: Line, at: int, paragraph: Paragraph) -> list[Inline]:
        found = []
        own = self._notes.get(line.page, frozenset())
        for start, end, sign in calls_in(line.piece):
            if paragraph.kind is BlockKind.FOOTNOTE and start < paragraph.mark:
                continue
            text = line.piece.text
            label = (
                sign if sign in own or sign in self._everywhere else sign.replace("–", ",").replace("-", ",").split(",")[0].strip()
            )
            known = label in own or label in self._everywhere
            if known or (sign[0].isdigit() and _ends_word(text[:start])):
                place = Span(at + start, at + end)
                found.append(Inline(InlineKind.NOTE, place, Span(place.end, place.end), label))
        return found

    def _link(self, line: Line, printed: PrintedLine, inlines: list[Inline]) -> None:
        box = printed.box
        middle = (box.top + box.bottom) / 2
        for link in self._links.get(line.page, ()):
            if not (link.box.top - 1 <= middle <= link.box.bottom + 1 and link.box.left < box.right and box.left < link.box.right):
                continue
            starts = [printed.span.start, *(start for start, _ in printed.stops)]
            ends = [*starts[1:], printed.span.end + 1]
            inside = [
                (start, end - 1)
                for start, end in zip(starts, ends, strict=True)
                if link.box.left - 2 <= (printed.edge(start) + printed.edge(min(end, printed.span.end))) / 2 <= link.box.right + 2
            ]
            if not inside:
                continue
            place = Span(inside[0][0], inside[-1][1])
            last = inlines[-1] if inlines else None
            if last and last.kind is InlineKind.LINK and last.target == link.target and last.span.end + 1 == place.start:
                whole = Span(last.span.start, place.end)
                inlines[-1] = Inline(InlineKind.LINK, whole, whole, link.target)
            elif not any(one.kind is InlineKind.LINK and one.span.meets(place) for one in inlines):
                inlines.append(Inline(InlineKind.LINK, place, place, link.target))

    def _addresses(self, span: Span, inlines: Sequence[Inline]) -> list[Inline]:
        words = "".join(self._parts[-_tail(self._parts, len(span)) :])[-len(span) :] if len(span) else ""
        if "http" not in words and "www." not in words:
            return []
        return [
            one for one in inlines_of(words, span.start, markdown=False) if not any(one.span.meets(other.span) for other in inlines)
        ]


def _ends_word(before: str) -> bool:
    """Tell whether a raised number after these words calls a note: "km2" and "CO2" are units and formulas."""
    return before[-1:] in set('.,;:!?”’»")') or (len(before) > 2 and before[-3:].isalpha())


def _tail(parts: Sequence[str], length: int) -> int:
    """Return how many of the last parts hold so many code points."""
    many = 0
    while length > 0:
        many += 1
        length -= len(parts[-many])
    return many


def _composed(line: Line) -> tuple[str, list[tuple[int, float]]]:
    """Return the text of a line in Unicode NFC with its stops where they then are."""
    piece = line.piece
    if runs_from_right(piece.text):
        piece.text, piece.stops, piece.raised = in_reading_order(piece.text), piece.stops[:1], []
    if unicodedata.is_normalized("NFC", piece.text):
        return piece.text, piece.stops
    text = unicodedata.normalize("NFC", piece.text)
    places = [len(unicodedata.normalize("NFC", piece.text[:start])) for start, _ in piece.stops]
    piece.raised = [
        (len(unicodedata.normalize("NFC", piece.text[:start])), len(unicodedata.normalize("NFC", piece.text[:end])))
        for start, end in piece.raised
    ]
    piece.text = text
    return text, [(place, x) for place, (_, x) in zip(places, piece.stops, strict=True)]
