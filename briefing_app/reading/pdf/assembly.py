"""Paragraphs into a reading's text, with the place of each line on its page."""

import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass

from briefing_app.domain.printed import Box, PrintedLine
from briefing_app.domain.reading import Repair
from briefing_app.domain.span import Span
from briefing_app.reading.pdf.frames import PageSize, seen_box
from briefing_app.reading.pdf.paragraphs import Line, Paragraph
from briefing_app.reading.pdf.pieces import Piece


@dataclass(frozen=True, slots=True)
class Assembled:
    """A text, the span of each paragraph, its lines and repairs."""

    text: str
    spans: tuple[Span, ...]
    lines: tuple[PrintedLine, ...]
    repairs: tuple[Repair, ...]


def assembled(paragraphs: Sequence[Paragraph], sizes: Sequence[PageSize]) -> Assembled:
    """Return the text of paragraphs: lines of one joined by a newline, paragraphs apart by an empty line."""
    parts: list[str] = []
    spans: list[Span] = []
    lines: list[PrintedLine] = []
    at = 0
    for paragraph in paragraphs:
        if parts:
            parts.append("\n\n")
            at += 2
        start = at
        for index, line in enumerate(paragraph.lines):
            if index:
                parts.append("\n")
                at += 1
            text, stops = _composed(line.piece)
            parts.append(text)
            lines.append(_printed(line, sizes[line.page], at, len(text), stops))
            at += len(text)
        spans.append(Span(start, at))
    return Assembled("".join(parts), tuple(spans), tuple(lines), ())


def _composed(piece: Piece) -> tuple[str, list[tuple[int, float]]]:
    """Return the text in Unicode NFC with its stops where they then are."""
    if unicodedata.is_normalized("NFC", piece.text):
        return piece.text, piece.stops
    text = ""
    stops = []
    ends = [start for start, _ in piece.stops[1:]] + [len(piece.text)]
    for (start, x), end in zip(piece.stops, ends, strict=True):
        stops.append((len(text), x))
        text += unicodedata.normalize("NFC", piece.text[start:end])
    return text, stops


def _printed(line: Line, size: PageSize, at: int, length: int, stops: Sequence[tuple[int, float]]) -> PrintedLine:
    piece = line.piece
    box = seen_box(size, line.turn, Box(piece.left, piece.top, piece.right, piece.bottom))
    # Where words begin is told from the left of the page, which says nothing of lines that run down it.
    known = tuple((at + start, round(x, 1)) for start, x in stops if start) if line.turn == 0 else ()
    return PrintedLine(
        Span(at, at + length), line.page + 1, Box(*(round(edge, 1) for edge in (box.left, box.top, box.right, box.bottom))), known
    )
