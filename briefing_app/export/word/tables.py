"""Tables of a pack: the meta row, key figures, the matrix of asks and addressees, plain tables."""

from collections.abc import Iterator, Sequence
from itertools import islice
from typing import TypeVar

from briefing_app.domain.briefing import SIGNS, FigureStrip, Mark, Matrix, MatrixRow, Meta, Table, Text, plain, text_of
from briefing_app.export.word.desk import Desk, Elements
from briefing_app.export.word.estimating import text_width
from briefing_app.export.word.geometry import MM
from briefing_app.export.word.images import sign
from briefing_app.export.word.looks import LOOK_OF
from briefing_app.export.word.names import Style
from briefing_app.export.word.shapes import hexadecimal, shading, twips
from briefing_app.wordfile.elements import run
from briefing_app.wordfile.order import Element
from briefing_app.wordfile.tables import cell, row, table

Item = TypeVar("Item")

_COLUMNS = 4
"""Text columns beside the hang column."""
_GUTTER = 5 * MM
_MOST_ON_MEASURE = 5
"""Columns; a table of more takes the hang column too."""
_NUMBER_WIDTH = 30.0
_ADDRESSEE_WIDTH = 42.0
_HEAD_SIZE = 9.4
"""The size to count with: heads are smaller, but bold."""
_HEAD_ROOM = 8.0
_LEAST_ASK_WIDTH = 110.0
_SIGN = 7.5
_SMALL_SIGN = 6.5


def _column_widths(desk: Desk) -> list[int]:
    """Return the widths of the four text columns in twips; all but the last with the gutter behind them."""
    column = (desk.page.measure - (_COLUMNS - 1) * _GUTTER) / _COLUMNS
    return [twips(column + _GUTTER)] * (_COLUMNS - 1) + [twips(column)]


def _rows_of(items: Sequence[Item]) -> Iterator[list[Item]]:
    rest = iter(items)
    while some := list(islice(rest, _COLUMNS)):
        yield some


def meta(desk: Desk, entries: Sequence[Meta]) -> Element:
    """Return the row of labels and values under the title."""
    widths = _column_widths(desk)
    rows = []
    for some in _rows_of(entries):
        cells = [
            cell(
                width,
                desk.paragraph(Style.META_LABEL, desk.say(entry.label)),
                *(desk.paragraph(Style.META, desk.say(line)) for line in entry.lines),
            )
            for width, entry in zip(widths, some, strict=False)
        ]
        rows.append(row([*cells, *_blank(desk, widths[len(some) :])]))
    return table(desk.ids[Style.META_TABLE], widths, rows)


def _blank(desk: Desk, widths: Sequence[int]) -> Elements:
    # A row may not end early, and a cell must hold a paragraph.
    return [cell(width, desk.paragraph(Style.META)) for width in widths]


def figure_strip(desk: Desk, strip: FigureStrip) -> Element:
    """Return key figures side by side, their label in the hang column."""
    widths = [twips(desk.page.hang), *_column_widths(desk)]
    rows = []
    for place, some in enumerate(_rows_of(strip.figures)):
        label = [desk.say(strip.label)] if place == 0 and strip.label else []
        cells = [cell(widths[0], desk.paragraph(Style.FIGURE_LABEL, *label))]
        cells += [
            cell(
                width,
                desk.paragraph(Style.FIGURE_NUMBER, desk.say(figure.number)),
                desk.paragraph(Style.FIGURE_TEXT, desk.say(figure.label)),
            )
            for width, figure in zip(widths[1:], some, strict=False)
        ]
        rows.append(row([*cells, *_blank(desk, widths[1 + len(some) :])]))
    return table(desk.ids[Style.FIGURES], widths, rows, left=-widths[0])


def plain_table(desk: Desk, content: Table) -> Element:
    """Return a plain table on the axis; it takes the hang column too where words would not fit their columns."""
    places = content.places
    content = content.filled(desk.pages)
    needed = [_longest(words) for words in zip(content.head, *content.rows, strict=True)]
    wide = (
        len(content.head) > _MOST_ON_MEASURE
        or sum(map(max, needed, _shared(content.widths, desk.page.measure))) > desk.page.measure + 0.5
    )
    columns = _fitted(content.widths, needed, desk.page.live if wide else desk.page.measure)
    widths = [twips(column) for column in columns]
    head = row([_text(desk, width, words, Style.TABLE_HEAD) for width, words in zip(widths, content.head, strict=True)], head=True)
    rows = [_plain_row(desk, widths, line, places[number] if places else "") for number, line in enumerate(content.rows)]
    return table(desk.ids[Style.TABLE], widths, [head, *rows], left=-twips(desk.page.hang) if wide else 0, head=True)


def _plain_row(desk: Desk, widths: Sequence[int], line: Sequence[str | Text], place: str) -> Element:
    cells = [
        cell(width, desk.paragraph(Style.TABLE_TEXT, *desk.text(text_of(words)))) for width, words in zip(widths, line, strict=True)
    ]
    if page := desk.page_field(place):
        cells[0] = cell(widths[0], desk.paragraph(Style.TABLE_TEXT, *page))
    return row(cells)


def _longest(words: Sequence[str | Text]) -> float:
    """Return the width that the longest word of a column takes, with room beside it."""
    return max((text_width(word, _HEAD_SIZE) for text in words for word in plain(text_of(text)).split()), default=0) + _HEAD_ROOM


def _shared(shares: Sequence[float], total: float) -> list[float]:
    whole = sum(shares) or 1
    return [total * share / whole for share in shares]


def _fitted(shares: Sequence[float], needed: Sequence[float], total: float) -> list[float]:
    """Return widths by shares of a total, but none below what its column needs; by shares alone where that is too much."""
    if sum(needed) > total:
        return _shared(shares, total)
    short: set[int] = set()
    while True:
        rest = total - sum(needed[place] for place in short)
        others = _shared([0 if place in short else share for place, share in enumerate(shares)], rest)
        fitted = [needed[place] if place in short else width for place, width in enumerate(others)]
        found = {place for place, width in enumerate(fitted) if width < needed[place]}
        if found <= short:
            return fitted
        short |= found


def _text(desk: Desk, width: int, words: str, style: Style) -> Element:
    return cell(width, desk.paragraph(style, *([desk.say(words)] if words else [])))


def matrix(desk: Desk, content: Matrix) -> Elements:
    """Return the matrix and its legend: a sign in each cell, with words for those who cannot see it."""
    columns = _addressee_widths(desk, content)
    widths = [twips(_NUMBER_WIDTH), twips(desk.page.live - _NUMBER_WIDTH - sum(columns)), *map(twips, columns)]
    if content.asks:
        above = [_text(desk, widths[0], "", Style.TABLE_HEAD), _text(desk, widths[1], content.asks, Style.TABLE_HEAD)]
    else:
        above = [cell(widths[0] + widths[1], desk.paragraph(Style.TABLE_HEAD), span=2)]
    names = [
        cell(
            widths[2 + place],
            desk.paragraph(Style.TABLE_SIGN, _name(desk, name, own=place == content.own)),
            fill=_fill(desk, content, place),
        )
        for place, name in enumerate(content.head)
    ]
    rows = [row([*above, *names], head=True), *(_matrix_row(desk, content, line, widths) for line in content.rows)]
    shown = table(desk.ids[Style.TABLE], widths, rows, left=-twips(desk.page.hang), head=True)
    return [shown, *([_legend(desk, content.legend)] if content.legend else [])]


def _addressee_widths(desk: Desk, content: Matrix) -> list[float]:
    """Return the widths of the addressees' columns: wide enough for the longest word of each head, as far as the page goes."""
    widths = [max(_ADDRESSEE_WIDTH, _longest([name])) for name in content.head]
    shrunk = min((desk.page.live - _NUMBER_WIDTH - _LEAST_ASK_WIDTH) / max(sum(widths), 1), 1)
    return [width * shrunk for width in widths]


def _name(desk: Desk, name: str, *, own: bool) -> Element:
    return desk.say(name, Style.OWN_COLUMN if own else Style.COLUMN)


def _fill(desk: Desk, content: Matrix, place: int) -> Element | None:
    return shading(hexadecimal(desk.brand, "tint")) if place == content.own else None


def _matrix_row(desk: Desk, content: Matrix, line: MatrixRow, widths: Sequence[int]) -> Element:
    number = _text(desk, widths[0], line.number, Style.TABLE_NUMBER)
    source = [desk.paragraph(Style.TABLE_SOURCE, desk.say(line.source))] if line.source else []
    ask = cell(widths[1], desk.paragraph(Style.TABLE_TEXT, desk.say(line.ask)), *source)
    cells = [
        cell(
            widths[2 + place],
            desk.paragraph(Style.TABLE_SIGN, *_sign(desk, mark, spoken, own=place == content.own)),
            fill=_fill(desk, content, place),
        )
        for place, (mark, spoken) in enumerate(zip(line.cells, line.spoken, strict=True))
    ]
    return row([number, ask, *cells])


def _sign(desk: Desk, mark: Mark, spoken: str, *, own: bool) -> Elements:
    if mark is Mark.NONE:
        return []
    data = sign(hexadecimal(desk.brand, "accent" if own else "ink"), mark)
    return [run(desk.picture(data, "png", (_SIGN, _SIGN), spoken))]


def _legend(desk: Desk, legend: tuple[str, ...]) -> Element:
    """Return what the signs mean, a sign before each meaning; one that would run over the line begins a line of its own."""
    ink, size = hexadecimal(desk.brand, "ink"), LOOK_OF[Style.TABLE_NOTE].size * desk.brand.scale.label
    content: Elements = []
    used = 0.0
    for mark, meaning in zip(SIGNS, legend, strict=False):
        shown = desk.picture(sign(ink, mark), "png", (_SMALL_SIGN, _SMALL_SIGN), "")
        width = _SMALL_SIGN + text_width(f"\u00a0{meaning}\u2002", size)
        over = used + width > desk.page.measure
        between = ("\n" if over else "\u2002") if content else ""
        content += [run(between, shown, "\u00a0"), desk.say(meaning)]
        used = width if over else used + width
    return desk.paragraph(Style.TABLE_NOTE, *content)
