"""The desk a briefing is set at: its brand's type and language, the places of its pictures, and what went wrong on the way."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import Any

from briefing_app.domain.audience import Paper
from briefing_app.domain.briefing import Text
from briefing_app.domain.layout import Overrun
from briefing_app.export.pdf.geometry import PAPERS
from briefing_app.export.pdf.marks import Mark, TextMark
from briefing_app.export.pdf.setting import Manner, Setting, set_text
from briefing_app.export.pdf.slabs import Slab
from briefing_app.export.pdf.tagging.elements import Element
from briefing_app.export.pdf.typescale import Style, Typescale
from briefing_app.export.pdf.words import Piece
from briefing_app.export.photographs import Photograph, Refused


@dataclass(frozen=True, slots=True)
class Desk:
    """Sets texts in roles and keeps account of overruns and missing characters.

    ``pictures``: by SHA-256, ready to be placed, or why they cannot be.
    """

    scale: Typescale
    language: str
    pictures: Mapping[str, Photograph | Refused] = field(default_factory=dict)
    own_sheet: bool = False
    """Whether it sets a sheet of an internal copy, which has no masthead."""
    roomy: frozenset[int] = frozenset()
    """Parts whose asks may be spread over spare space."""
    bottom: float = PAPERS[Paper.A4].bottom
    """Where the body of its pages ends."""
    pages: Mapping[str, str] = field(default_factory=dict)
    """Pages as printed, by section and by placement, once a layout has told them."""
    overruns: list[Overrun] = field(default_factory=list)
    missing: dict[str, None] = field(default_factory=dict)
    kept: dict[tuple[int, bool], tuple[Slab, ...]] = field(default_factory=dict)
    """Slabs of a part, spread or not, that a layout may take over from the one before: those without numbers of pages."""
    section: Element | None = None
    """What the blocks that are set stand in, as assistive technology tells it."""

    def element(self, kind: str, parent: Element | None = None, **said: Any) -> Element:
        """Return a new element, in the section where no parent is given; ``said`` are fields of Element."""
        return Element(kind, parent or self.section, **said)

    def style(self, role: str, *, strong: bool = False, colour: str | None = None) -> Style:
        """Return a role's style."""
        return self.scale.style(role, strong=strong, colour=colour)

    def colour(self, role: str) -> str:
        """Return a colour by role."""
        return self.scale.colour(role)

    def pieces(self, text: Text, role: str, *, strong: bool = False) -> tuple[Piece, ...]:
        """Return a briefing's runs as pieces of a role."""
        return tuple(Piece(run.text, self.style(role, strong=strong or run.strong), run.note, run.language) for run in text)

    def set(
        self,
        what: str | Iterable[Piece],
        role: str,
        measure: float,
        manner: Manner = Manner.PLAIN,
        *,
        strong: bool = False,
        colour: str | None = None,
        hang: float = 0.0,
    ) -> Setting:
        """Return words set in a role; what no line or no face could take is noted."""
        pieces = (Piece(what, self.style(role, strong=strong, colour=colour)),) if isinstance(what, str) else tuple(what)
        setting = set_text(pieces, measure, manner, hang, self.language)
        self.missing.update(dict.fromkeys(setting.missing))
        for word in setting.broken:
            self.report("word-too-long", word[:40], float(len(word)), measure)
        return setting

    def report(self, code: str, where: str, taken: float, room: float) -> None:
        """Note something that asks for more room than there is; the same thing once."""
        overrun = Overrun(code, where, round(taken, 1), round(room, 1))
        if overrun not in self.overruns:
            self.overruns.append(overrun)


def marks_of(
    setting: Setting, x: float, y: float, tag: Element | None = None, *, measure: float = 0.0, align: float = 0.0
) -> tuple[TextMark, ...]:
    """Return a setting's lines as marks read as ``tag``; ``align`` 0 is left, 0.5 centred, 1 right within ``measure``."""
    return tuple(
        TextMark(x + (measure - line.width) * align, y + number * setting.leading, line, setting.leading, setting.baseline, tag)
        for number, line in enumerate(setting.lines)
    )


def beside(label: Setting, text: Setting, x: float, y: float, tag: Element | None = None) -> tuple[Mark, ...]:
    """Return a label's lines such that its first baseline is that of the text whose top is ``y``."""
    return marks_of(label, x, y + text.baseline - label.baseline, tag)
