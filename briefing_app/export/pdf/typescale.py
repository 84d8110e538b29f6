"""The roles type plays on a page, and the size, leading, face and colour of each; a brand evens out sizes, never leading."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import lru_cache

from briefing_app.domain.brand import Brand
from briefing_app.export.pdf.fonts import Chain, Faces

PAPER_WHITE = "#FFFFFF"
BLACK = "#000000"
"""The marking of internal copies is black and white, whatever the brand."""


@dataclass(frozen=True, slots=True)
class Role:
    """How words of one role are set: the brand's face by role, size and leading in points, the brand's colour by role."""

    face: str
    size: float
    leading: float
    colour: str


ROLES: Mapping[str, Role] = {
    "cover": Role("display", 34, 40, "ink"),
    "title": Role("display", 24, 30, "ink"),
    "h1": Role("display", 19, 22.5, "ink"),
    "h2": Role("heading", 12, 15, "ink"),
    "h3": Role("heading", 10.5, 15, "ink"),
    "question": Role("heading", 11.5, 15, "ink"),
    "contents_page": Role("heading", 10.5, 15, "accent"),
    "contents_title": Role("label_strong", 10.5, 15, "ink"),
    "contents": Role("label", 10.5, 15, "muted"),
    "lead": Role("text", 13, 20, "ink"),
    "point": Role("text", 13, 20, "ink"),
    "pull": Role("text", 16, 22.5, "ink"),
    "body": Role("text", 11, 15, "ink"),
    "number": Role("heading", 15, 15, "accent"),
    "chip": Role("label_strong", 9.5, 15, "on_accent"),
    "row_number": Role("heading", 12, 15, "accent"),
    "point_number": Role("heading", 15, 15, "accent"),
    "figure": Role("display", 30, 30, "accent"),
    "figure_label": Role("label", 9, 12.5, "ink"),
    "speaker": Role("label", 9.5, 12.5, "muted"),
    "cell": Role("label", 9.5, 12.5, "ink"),
    "table_head": Role("label_strong", 8.5, 12.5, "ink"),
    "own_head": Role("heading", 8.5, 12.5, "accent"),
    "source": Role("label", 8.5, 12.5, "muted"),
    "note": Role("label", 8.5, 12.5, "muted"),
    "note_number": Role("label", 8.5, 12.5, "ink"),
    "label": Role("label", 8.5, 12.5, "muted"),
    "hang": Role("label_strong", 10, 15, "accent"),
    "meta": Role("label_strong", 9.5, 12.5, "ink"),
    "running": Role("label", 8, 10, "muted"),
    "page": Role("label", 8, 10, "ink"),
    "marking": Role("label_strong", 8.5, 10, "ink"),
    "organisation": Role("heading", 11.5, 15, "ink"),
    "internal": Role("heading", 11, 15, "white"),
    "internal_running": Role("label", 8.5, 10, "white"),
}
"""Sizes are for a family whose x-height is 0.475 of its size."""

_TEXT_FACES = frozenset({"text", "text_strong", "text_italic", "display"})
_STRONG_OF = {"text": "text_strong", "label": "label_strong", "label_strong": "heading"}


@dataclass(frozen=True, slots=True, eq=False)
class Style:
    """A role in a brand: its face with those that stand in, size and leading in points, colour as ``#RRGGBB``.

    Each is made once, by ``style_of``, and known by what it is, not by what is in it: words are looked up by it again and again.
    """

    faces: Chain
    size: float
    leading: float
    colour: str

    @property
    def baseline(self) -> float:
        """Where the first baseline is, below the top of the line's box: capitals stand in its middle."""
        return (self.leading + self.faces.first.cap_height * self.size) / 2


@lru_cache(maxsize=4_096)
def style_of(faces: Chain, size: float, leading: float, colour: str) -> Style:
    """Return the one style of these."""
    return Style(faces, size, leading, colour)


@dataclass(frozen=True, slots=True)
class Typescale:
    """All roles as a brand has them."""

    brand: Brand
    faces: Faces
    _styles: dict[tuple[str, bool, str | None], Style] = field(default_factory=dict)

    def style(self, role: str, *, strong: bool = False, colour: str | None = None) -> Style:
        """Return a role's style; ``strong`` takes the stronger face, ``colour`` another of the brand's colours by role."""
        known = self._styles.get((role, strong, colour))
        if known is None:
            known = self._styles[role, strong, colour] = self._style(role, strong=strong, colour=colour)
        return known

    def _style(self, role: str, *, strong: bool, colour: str | None) -> Style:
        wanted = ROLES[role]
        face = _STRONG_OF.get(wanted.face, wanted.face) if strong else wanted.face
        factor = self.brand.scale.text if wanted.face in _TEXT_FACES else self.brand.scale.label
        return style_of(
            self.faces.chain(face), round(wanted.size * factor, 2), wanted.leading, self.colour(colour or wanted.colour)
        )

    def colour(self, role: str) -> str:
        """Return a colour by role, as ``#RRGGBB``."""
        fixed = {"white": PAPER_WHITE, "black": BLACK}
        return fixed[role] if role in fixed else str(getattr(self.brand.colour, role))
