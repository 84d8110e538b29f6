"""Where damaged words stand on the written pages, found again in the pages' own text: shown on the screen, never in the file."""

from collections.abc import Iterator, Mapping
from ctypes import c_double

import pypdfium2 as pdfium
from pypdfium2 import raw

from briefing_app.checks.rules import DAMAGE, RULES
from briefing_app.checks.scene import Stretch, scene_of
from briefing_app.domain.finding import Severity
from briefing_app.domain.layout import Place
from briefing_app.domain.pack import Pack
from briefing_app.domain.reading import shown
from briefing_app.workbench.building import LaidOut
from briefing_app.workbench.pages import Box


def damage_boxes(pack: Pack, made: LaidOut, document: pdfium.PdfDocument) -> Mapping[int, tuple[Box, ...]]:
    """Return the boxes of printed words whose damage stops a hand-over, by page from 1, a box a line."""
    scene = scene_of(pack, made.audience, made.composed, made.written.report)
    found: dict[int, list[Box]] = {}
    for _, placement in scene.excerpt_placements():
        words = [each for stretch in scene.stretches(placement) for each in _damaged(stretch)]
        for place in made.written.page_map.get(placement.id, ()) if words else ():
            found.setdefault(place.page, []).extend(_boxes(document, place, words))
    return {page: tuple(boxes) for page, boxes in found.items()}


def _damaged(stretch: Stretch) -> Iterator[str]:
    for damage in stretch.reading.damage:
        if RULES[DAMAGE[damage.kind]].severity is Severity.BLOCKS:
            common = [kept.common(damage.span) for kept in stretch.kept()]
            yield from (shown(stretch.reading, span) for span in common if span and len(span))


def _boxes(document: pdfium.PdfDocument, place: Place, words: list[str]) -> Iterator[Box]:
    page = document[place.page - 1]
    textpage = page.get_textpage()
    letters, places = _letters(textpage, page.get_height(), place)
    for each in words:
        wanted = "".join(each.split())
        start = letters.find(wanted) if wanted else -1
        if start >= 0:
            first, last = places[start], places[start + len(wanted) - 1]
            for line in range(textpage.count_rects(first, last - first + 1)):
                left, bottom, right, top = textpage.get_rect(line)
                yield left, page.get_height() - top, right - left, top - bottom
    textpage.close()
    page.close()


def _letters(textpage: pdfium.PdfTextPage, height: float, place: Place) -> tuple[str, list[int]]:
    """Return the letters that stand in a place, spaces left away, and the index each has on its page."""
    left, top, width, depth = place.box
    letters: list[str] = []
    places: list[int] = []
    x, y = c_double(), c_double()
    for index in range(textpage.count_chars()):
        raw.FPDFText_GetCharOrigin(textpage, index, x, y)
        inside = left - 1 <= x.value <= left + width + 1 and top - 1 <= height - y.value <= top + depth + 1
        letter = chr(raw.FPDFText_GetUnicode(textpage, index)) if inside else ""
        if letter and not letter.isspace():
            letters.append(letter)
            places.append(index)
    return "".join(letters), places
