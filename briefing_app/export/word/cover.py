"""The cover of a Word file: a drawing, the title large, for whom and when, and contents that Word can make anew."""

import io

from PIL import Image, ImageDraw

from briefing_app.domain.briefing import Cover
from briefing_app.export.pdf.blocks_cover import DRAWING, MOST_RAISED
from briefing_app.export.pdf.strokes import Point, Stroke, drawn
from briefing_app.export.word.desk import Desk, Elements
from briefing_app.export.word.estimating import height
from briefing_app.export.word.looks import LOOK_OF
from briefing_app.export.word.names import Style
from briefing_app.export.word.tables import meta
from briefing_app.wordfile.elements import run, w
from briefing_app.wordfile.fields import CONTENTS, field_ends
from briefing_app.wordfile.order import Element

_DOTS_PER_POINT = 3
_SMOOTHING = 2
_STEPS = 40
"""Straight pieces that stand for one curve."""


def cover(desk: Desk, block: Cover) -> Elements:
    """Return the cover's paragraphs and tables."""
    made = [desk.labelled(Style.COVER_TITLE, block.kicker, Style.LABEL, [desk.say(block.title)])]
    if block.subtitle:
        made.append(desk.paragraph(Style.SUBTITLE, desk.say(block.subtitle)))
    made += [meta(desk, block.meta)] if block.meta else []
    if block.contents:
        made.append(desk.labelled(Style.CONTENTS_LABEL, block.label, Style.GROUP_LABEL, []))
        made += _contents(desk, block)
    high = _drawing_height(desk, made)
    picture = desk.picture(_drawing(desk, high), "png", (desk.page.live, high), "")
    return [desk.paragraph(Style.COVER_DRAWING, run(picture)), *made]


def _drawing_height(desk: Desk, words: Elements) -> float:
    """Return how high the drawing is, in points: as on paper, less where title and contents would not stand on the same page."""
    looks = {desk.ids[style]: look for style, look in LOOK_OF.items()}
    page = desk.page
    free = page.height - page.top - page.bottom - LOOK_OF[Style.COVER_DRAWING].after - height(words, looks, page.measure)
    return min(DRAWING, max(free, DRAWING - MOST_RAISED))


def _contents(desk: Desk, block: Cover) -> Elements:
    """Return a line for each section, inside one field, filled in advance: Word leaves it as it is until somebody asks."""
    before, after = field_ends(CONTENTS)
    lines = [[_line(desk, entry.section, entry.title)] for entry in block.contents]
    lines[0] = [*before, *lines[0]]
    lines[-1] += after
    return [desk.paragraph(Style.CONTENTS, *line) for line in lines]


def _line(desk: Desk, section: str, title: str) -> Element:
    return w("hyperlink", desk.say(title), run("\t"), *desk.page_field(section), anchor=desk.anchors[section], history="1")


def _drawing(desk: Desk, high: float) -> bytes:
    """Return the brand's drawing as a PNG."""
    brand = desk.brand
    scale = _DOTS_PER_POINT * _SMOOTHING
    mark = drawn(brand.shape.cover, brand.colour, (0.0, 0.0, desk.page.live, high), 0.0)
    size = (round(mark.width * scale), round(mark.height * scale))
    image = Image.new("RGB", size, mark.ground)
    canvas = ImageDraw.Draw(image)
    for stroke in mark.strokes:
        points = [(x * scale, y * scale) for x, y in _points(stroke)]
        canvas.line(points, stroke.colour, max(round(stroke.thickness * scale), 1), joint="curve")
    for (x, y), radius, colour in mark.discs:
        canvas.ellipse(((x - radius) * scale, (y - radius) * scale, (x + radius) * scale, (y + radius) * scale), fill=colour)
    target = io.BytesIO()
    image.resize((size[0] // _SMOOTHING, size[1] // _SMOOTHING), Image.Resampling.BOX).save(target, "PNG")
    return target.getvalue()


def _points(stroke: Stroke) -> list[Point]:
    points = [stroke.start]
    for first, second, end in stroke.curves:
        begin = points[-1]
        for step in range(1, _STEPS + 1):
            t = step / _STEPS
            weights = ((1 - t) ** 3, 3 * t * (1 - t) ** 2, 3 * t * t * (1 - t), t**3)
            pairs = list(zip(weights, (begin, first, second, end), strict=True))
            points.append((sum(weight * point[0] for weight, point in pairs), sum(weight * point[1] for weight, point in pairs)))
    return points
