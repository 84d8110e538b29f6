"""Footnotes: small lines at the foot of a page that open with a sign, and the raised signs in the text that call them."""

import re
from collections.abc import Sequence

from briefing_app.domain.reading import BlockKind
from briefing_app.reading.pdf.columns import Column
from briefing_app.reading.pdf.drawings import Rule
from briefing_app.reading.pdf.paragraphs import Line, Paragraph
from briefing_app.reading.pdf.pieces import Piece
from briefing_app.reading.pdf.style import Style

_SMALL = 0.94
_SIGN = re.compile(r"\s*[\[(]?(?P<sign>\d{1,3}|[*†‡§¶#]{1,4}|[ivx]{1,5}(?=[.)\]]))[\])]?\.?(?P<gap>\s*)(?=\S)")
_FOOT = 0.3
"""Share of the page's height above which no footnote stands."""
_RULE = (20.0, 0.65)
"""A rule above notes is at least so many points long, and at most this share of the page's width."""
_ENDNOTES = re.compile(
    r"(?:\d+\.?\s+)?(?:end\s?notes|foot\s?notes|notes|notes and references|references|notas(?: finales| al final)?|referencias"
    r"|notes(?: de fin| finales| et références)?|références)\W*",
    re.IGNORECASE,
)
_NOTED = frozenset({BlockKind.PARAGRAPH, BlockKind.LIST_ITEM})
SUPERSCRIPTS = str.maketrans("⁰¹²³⁴⁵⁶⁷⁸⁹", "0123456789")


def notes_in(
    columns: Sequence[Column], page: int, turn: int, height: float, rules: Sequence[Rule], style: Style
) -> list[Paragraph]:
    """Take the footnotes out of the columns of a page and return them in order."""
    found: list[Paragraph] = []
    for column in columns:
        if column.table or column.framed:
            continue
        start = _start(column.lines, height, rules, style, going_on=bool(found))
        if start is None:
            continue
        notes = _notes(column.lines[start:], page, turn, column)
        column.lines = column.lines[:start]
        found += notes
    return found


def _start(lines: Sequence[Piece], height: float, rules: Sequence[Rule], style: Style, *, going_on: bool) -> int | None:
    """Return where the notes begin among a column's lines: the first sign of the small lines at its end, or below a rule.

    ``going_on``: a column before has notes, so that these may begin with the end of its last one.
    """
    noted = next((at for at, line in enumerate(lines) if line.tag and line.tag.noted and not line.tag.tabled), None)
    if noted is not None:
        return noted
    first = len(lines)
    while first and lines[first - 1].size < _SMALL * style.size:
        first -= 1
    ruled = _below_rule(lines, rules, going_on=going_on)
    if ruled is not None and ruled < first:
        first = ruled
    if first == len(lines) or any(line.tag and line.tag.tabled for line in lines[first:]) or lines[first].baseline < _FOOT * height:
        return None
    if first == ruled:
        return first if going_on or any(_opens(line) for line in lines[first:]) else None
    return next((at for at in range(first, len(lines)) if _opens_unruled(lines[at]) and _apart(lines, at, style)), None)


def _below_rule(lines: Sequence[Piece], rules: Sequence[Rule], *, going_on: bool) -> int | None:
    for at in range(1, len(lines)):
        one, two = lines[at - 1], lines[at]
        for rule in rules:
            width = rule.right - rule.left
            if rule.level and one.baseline <= rule.top <= two.top + 3 and rule.left <= two.left + 12 and _RULE[0] < width:
                wide = width > _RULE[1] * max(1.0, max(line.right for line in lines) - min(line.left for line in lines))
                small = two.size < _SMALL * one.size
                if (_opens(two) and (not wide or small)) or (going_on and small and not wide and two.text[:1].islower()):
                    return at
    return None


def _apart(lines: Sequence[Piece], at: int, style: Style) -> bool:
    # The first note is apart from the text above it, or smaller than that.
    if at == 0:
        return True
    return (
        lines[at - 1].size > lines[at].size / _SMALL
        or lines[at].baseline - lines[at - 1].baseline > 1.1 * style.leading * style.size
    )


def _opens(piece: Piece) -> bool:
    return _sign(piece) is not None


def _opens_unruled(piece: Piece) -> bool:
    # "(3)" in line with its words opens a numbered paragraph as well: only a rule above tells it for a note.
    return _opens(piece) and (not piece.text.startswith("(") or bool(piece.raised and piece.raised[0][0] == 0))


def _sign(piece: Piece) -> tuple[str, int] | None:
    """Return the sign that a line opens with, and where its words begin."""
    raised = piece.raised[0] if piece.raised and piece.raised[0][0] == 0 else None
    if raised:
        sign = piece.text[: raised[1]].strip()
        return (sign, len(piece.text) - len(piece.text[raised[1] :].lstrip())) if len(sign) <= 4 else None
    plain = piece.text.translate(SUPERSCRIPTS)
    found = _SIGN.match(plain)
    if not found:
        return None
    if found["sign"].isdigit() and not found["gap"] and piece.text[: found.end()] == plain[: found.end()]:
        return None  # "2022" or "5,000"
    return found["sign"], found.end()


def _notes(lines: Sequence[Piece], page: int, turn: int, column: Column) -> list[Paragraph]:
    notes: list[Paragraph] = []
    for piece in lines:
        sign = _sign(piece)
        if sign and (not notes or _follows(notes[-1].label, sign[0])):
            notes.append(Paragraph(BlockKind.FOOTNOTE, [Line(piece, page, turn)], column, label=sign[0], mark=sign[1]))
        elif notes:
            notes[-1].lines.append(Line(piece, page, turn))
        else:
            notes.append(Paragraph(BlockKind.FOOTNOTE, [Line(piece, page, turn)], column))
    return notes


def _follows(before: str, after: str) -> bool:
    if before.isdigit() and after.isdigit():
        return int(after) == int(before) + 1
    return not after.isdigit() or not before.isdigit()


def mark_endnotes(paragraphs: Sequence[Paragraph]) -> frozenset[str]:
    """Make notes of what is numbered from 1 under a heading that says so, and return their signs."""
    labels: set[str] = set()
    under, last = False, 0
    for one in paragraphs:
        if one.kind is BlockKind.HEADING:
            under, last = bool(_ENDNOTES.fullmatch(one.text.strip())), 0
            continue
        sign = _sign(one.lines[0].piece) if under and one.kind in _NOTED else None
        if sign and sign[0].isdigit() and int(sign[0]) == last + 1:
            last += 1
            one.kind, one.label, one.mark, one.level = BlockKind.FOOTNOTE, sign[0], sign[1], 0
            labels.add(sign[0])
    return frozenset(labels)


def calls_in(piece: Piece) -> list[tuple[int, int, str]]:
    """Return the raised signs of a line that may call a note: start, end, sign."""
    found = []
    for start, end in piece.raised:
        sign = piece.text[start:end].strip(" ,.;()[]")
        if start and re.fullmatch(r"\d{1,3}(?:\s?[,–-]\s?\d{1,3})*|[*†‡§¶]{1,4}|[a-z]", sign):
            found.append((start, end, sign))
    if piece.text.isascii():
        return found
    written = (match for match in re.finditer("[⁰¹²³⁴⁵⁶⁷⁸⁹]+", piece.text) if match.start())
    return [*found, *((match.start(), match.end(), match.group().translate(SUPERSCRIPTS)) for match in written)]
