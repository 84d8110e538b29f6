"""Which paragraphs are headings, and how deep: by size, weight, capitals and numbering against the body's style."""

import re
from collections.abc import Iterable, Sequence

from briefing_app.domain.reading import BlockKind
from briefing_app.reading.pdf.paragraphs import Paragraph
from briefing_app.reading.pdf.style import Style

_LARGE = 1.12
_FEWEST_TAGGED = 3
"""Headings that are tagged, from which whoever made the file is taken to have tagged all."""
_MOST_LINES = 5
_LONGEST = 220
_MOST_WORDS = 34
_DEEPEST = 6
_NEXT_LINE = 1.5
"""Ems from line to line of one heading."""
_UNDER = 0.6
"""Share of the shorter line that has the other above or below it."""
_STOPS = (".", ",", ";", ":")
_NUMBERED = re.compile(r"(?P<number>\d{1,2}(?:\.\d{1,2}){0,4})\.?\s+[^\W\d_]")
_CAPTION = re.compile(
    r"(?:figure|fig\.|table|box|chart|map|graph|figura|tabla|cuadro|gráfico|mapa|tableau|graphique|carte|encadré)\s*\d",
    re.IGNORECASE,
)
_LETTERS = re.compile(r"[^\W\d_]")

_Key = tuple[float, bool, bool]


def mark_headings(paragraphs: Sequence[Paragraph], style: Style, outline: Iterable[tuple[str, int, int]] = ()) -> None:
    """Make headings of the paragraphs that look like one. ``outline``: title, page from 0 and depth from 1 of each bookmark."""
    named = {(_bare(title), page): depth for title, page, depth in outline}
    trusted = sum(bool(one.tag and one.tag.heading) for one in paragraphs) >= _FEWEST_TAGGED
    found = [one for one in paragraphs if _is_heading(one, style, named) and not (trusted and _is_bold_text(one, style))]
    tagged = {_key(one): one.tag.heading for one in reversed(found) if one.tag and one.tag.heading}
    ranks = {key: level for level, key in enumerate(sorted({_key(one) for one in found}, reverse=True), 1)}
    for one in found:
        one.kind = BlockKind.HEADING
        key = _key(one)
        if tagged:
            # What only looks like a heading is as deep as those that look the same, or one deeper than the next larger ones.
            above = max((level for other, level in tagged.items() if other >= key), default=0)
            level = (one.tag.heading if one.tag else 0) or tagged.get(key, above + 1)
        else:
            level = ranks[key]
        one.level = min(level, _DEEPEST)


def with_whole_headings(paragraphs: Sequence[Paragraph], style: Style) -> list[Paragraph]:
    """Return the paragraphs with the lines of one large heading made one, where they were set in the middle or over columns."""
    kept: list[Paragraph] = []
    for one in paragraphs:
        if kept and _goes_on(kept[-1], one, style):
            kept[-1].lines += one.lines
        else:
            kept.append(one)
    return kept


def _goes_on(before: Paragraph, one: Paragraph, style: Style) -> bool:
    if before.kind is not BlockKind.HEADING or one.kind is not BlockKind.HEADING or before.page != one.page:
        return False
    if before.tag and one.tag and (before.tag.heading or one.tag.heading):
        return False  # the file has said which lines are one
    above, below = before.lines[-1].piece, one.lines[0].piece
    alike = _key(before) == _key(one) and above.font == below.font and one.size >= _LARGE * style.size
    near = 0.7 < (below.baseline - above.baseline) / one.size < _NEXT_LINE
    under = min(above.right, below.right) - max(above.left, below.left) > _UNDER * min(above.width, below.width)
    return (
        alike
        and near
        and under
        and len(before.lines) + len(one.lines) <= _MOST_LINES
        and len(before.text.split()) + len(one.text.split()) <= _MOST_WORDS
        and not before.text.endswith((*_STOPS, "!", "?"))
        and not _NUMBERED.match(one.text)
    )


def _is_bold_text(one: Paragraph, style: Style) -> bool:
    """Tell whether the file itself says that a paragraph no larger than the text is one: bold, or in capitals, as it may be."""
    return bool(one.tag and not one.tag.heading and not one.tag.artifact) and one.size < _LARGE * style.size


def _bare(words: str) -> str:
    return "".join(sign for sign in words.casefold() if sign.isalnum())


def _key(one: Paragraph) -> _Key:
    capitals = one.text.isupper()
    # Sizes a hair apart are one style.
    return (round(2 * one.size) / 2, one.bold, capitals)


def _is_heading(one: Paragraph, style: Style, named: dict[tuple[str, int], int]) -> bool:
    if one.kind is not BlockKind.PARAGRAPH or len(one.lines) > _MOST_LINES or one.column.sideways:
        return False
    text = one.text
    if one.tag and one.tag.heading:
        return bool(_LETTERS.search(text))
    if one.tag and (one.tag.item or one.tag.quoted or one.tag.noted or one.tag.tabled):
        return False
    if len(text) > _LONGEST or len(text.split()) > _MOST_WORDS or len(_LETTERS.findall(text)) < 2 or _CAPTION.match(text):
        return False
    if named and (_bare(text), one.page) in named:
        return True
    if text.endswith(_STOPS) and not (text.endswith(".") and _NUMBERED.match(text) and one.bold):
        return False
    if one.size >= _LARGE * style.size:
        return True
    if one.size < 0.93 * style.size or (not text[:1].isupper() and not text[:1].isdigit() and text[:1] not in "¿¡“«"):
        return False
    if one.bold and not style.bold:
        return len(one.lines) <= 3
    return text.isupper() and len(text.split()) <= 12 and len(_LETTERS.findall(text)) > 4 and len(one.lines) <= 2
