"""What each Word style looks like, as data: face, size, leading, colour, space before and after, how it keeps together."""

from dataclasses import dataclass
from enum import StrEnum

from briefing_app.export.word.names import Style


class Face(StrEnum):
    """Which of the brand's two families."""

    TEXT = "text"
    LABEL = "label"


class Shape(StrEnum):
    """Borders, shading and indents that a style has besides its type; ``shapes.py`` draws them."""

    NONE = "none"
    HANGING = "hanging"
    GROUP = "group"
    NUMBERED = "numbered"
    POINT = "point"
    QUOTE = "quote"
    PANEL = "panel"
    NOTE = "note"
    FURNITURE = "furniture"
    MASTHEAD = "masthead"
    INTERNAL = "internal"
    SHEET = "sheet"
    PERSON = "person"
    PRIVATE = "private"
    LINE = "line"
    RIGHT = "right"
    END = "end"
    CENTRED = "centred"
    FREE = "free"
    ACROSS = "across"
    CONTENTS = "contents"


@dataclass(frozen=True, slots=True)
class Look:
    """A paragraph style. Sizes in points; ``colour`` is a role of the brand's palette, or the paper's."""

    style: Style
    face: Face
    size: float
    leading: float
    colour: str = "ink"
    bold: bool = False
    before: float = 0
    after: float = 0
    shape: Shape = Shape.NONE
    keep_next: bool = False
    keep_lines: bool = False
    outline: int | None = None
    then: Style = Style.NORMAL
    """The style of the paragraph that Enter begins after it."""


@dataclass(frozen=True, slots=True)
class Touch:
    """A character style. No face or size: those of the paragraph."""

    style: Style
    face: Face | None = None
    size: float | None = None
    colour: str | None = None
    bold: bool | None = None
    raised: bool = False


TEXT, LABEL = Face.TEXT, Face.LABEL

PARAGRAPHS: tuple[Look, ...] = (
    Look(Style.NORMAL, TEXT, 11, 15, after=7.5),
    Look(Style.TITLE, TEXT, 24, 30, bold=True, after=7.5, shape=Shape.HANGING, keep_next=True, keep_lines=True),
    Look(Style.COVER_DRAWING, TEXT, 11, 15, after=30, shape=Shape.ACROSS, keep_next=True, then=Style.COVER_TITLE),
    Look(Style.COVER_TITLE, TEXT, 34, 40, bold=True, after=10, shape=Shape.HANGING, keep_next=True, keep_lines=True),
    Look(
        Style.CONTENTS_LABEL, LABEL, 8.5, 12.5, "muted", before=40, after=5, shape=Shape.GROUP, keep_next=True, then=Style.CONTENTS,
    ),
    Look(Style.CONTENTS, LABEL, 10.5, 15, after=2.5, shape=Shape.CONTENTS, then=Style.CONTENTS),
    Look(Style.SUBTITLE, TEXT, 13, 20, "muted", after=10, keep_next=True),
    Look(Style.SECTION, TEXT, 19, 22.5, bold=True, before=22.5, after=7.5, keep_next=True, keep_lines=True, outline=0),
    Look(Style.HEADING, LABEL, 12, 15, bold=True, before=12.5, after=2.5, keep_next=True, keep_lines=True, outline=1),
    Look(
        Style.GROUP, LABEL, 12, 15, bold=True, before=12.5, after=5, shape=Shape.GROUP, keep_next=True, keep_lines=True, outline=2,
        then=Style.ASK,
    ),
    Look(Style.ASK, TEXT, 11, 15, shape=Shape.NUMBERED, keep_next=True, keep_lines=True, then=Style.SOURCE_LINE),
    Look(Style.SOURCE_LINE, LABEL, 8.5, 12.5, "muted", before=1.25, after=8.75, keep_lines=True, then=Style.ASK),
    Look(Style.PULL_QUOTE, TEXT, 16, 22.5, before=7.5, shape=Shape.QUOTE, keep_next=True, keep_lines=True, then=Style.SPEAKER),
    Look(Style.MEDIUM_QUOTE, TEXT, 13, 20, before=7.5, shape=Shape.QUOTE, keep_next=True, keep_lines=True, then=Style.SPEAKER),
    Look(Style.LONG_QUOTE, TEXT, 11, 15, before=7.5, shape=Shape.QUOTE, then=Style.SPEAKER),
    Look(
        Style.TRANSLATION, LABEL, 9.5, 12.5, before=5, shape=Shape.QUOTE, keep_next=True, keep_lines=True, then=Style.SPEAKER,
    ),
    Look(Style.SPEAKER, LABEL, 9.5, 12.5, "muted", before=5, after=15, shape=Shape.QUOTE, keep_lines=True),
    Look(Style.BOTTOM_LINE, TEXT, 13, 20, before=10, after=10, shape=Shape.PANEL, keep_lines=True),
    Look(Style.CONTACT, LABEL, 9.5, 12.5, before=30, after=10, shape=Shape.PANEL, keep_lines=True),
    Look(Style.META_LABEL, LABEL, 8.5, 12.5, "muted", keep_next=True, then=Style.META),
    Look(Style.META, LABEL, 9.5, 12.5, bold=True, then=Style.META),
    Look(Style.FIGURE_LABEL, LABEL, 10, 30, "accent", bold=True),
    Look(Style.FIGURE_NUMBER, TEXT, 30, 30, "accent", bold=True, after=5, keep_next=True, then=Style.FIGURE_TEXT),
    Look(Style.FIGURE_TEXT, LABEL, 9, 12.5),
    Look(Style.PICTURE, TEXT, 11, 15, before=7.5, after=2.5, shape=Shape.FREE, keep_next=True, then=Style.SOURCE_LINE),
    Look(Style.TABLE_HEAD, LABEL, 8.5, 12.5, bold=True, keep_next=True),
    Look(Style.TABLE_TEXT, LABEL, 9.5, 12.5),
    Look(Style.TABLE_NUMBER, LABEL, 11, 12.5, "accent", bold=True),
    Look(Style.TABLE_SIGN, LABEL, 9.5, 12.5, shape=Shape.CENTRED),
    Look(Style.TABLE_SOURCE, LABEL, 8.5, 12.5, "muted"),
    Look(Style.TABLE_NOTE, LABEL, 8.5, 12.5, "muted", before=5, after=12.5, keep_lines=True),
    Look(Style.TABLE_END, LABEL, 1, 2, shape=Shape.END),
    Look(
        Style.SOURCE_ENTRY, TEXT, 11, 15, before=8.75, shape=Shape.NUMBERED, keep_next=True, keep_lines=True,
        then=Style.SOURCE_DETAIL,
    ),
    Look(Style.SOURCE_DETAIL, LABEL, 8.5, 12.5, "muted", keep_lines=True),
    Look(Style.FOOTNOTE_TEXT, LABEL, 8.5, 12.5, "muted", after=2, shape=Shape.NOTE),
    Look(Style.ENDNOTE_TEXT, LABEL, 8.5, 12.5, "muted", after=2, shape=Shape.NOTE),
    Look(Style.HEADER, LABEL, 8, 10, "muted", shape=Shape.FURNITURE),
    Look(Style.FOOTER, LABEL, 8, 10, "muted", shape=Shape.FURNITURE),
    Look(Style.HEADER_MARKING, LABEL, 8.5, 10, bold=True, after=6, shape=Shape.RIGHT),
    Look(Style.MASTHEAD, LABEL, 11.5, 22, "ink", after=9, shape=Shape.MASTHEAD),
    Look(Style.INTERNAL_BAR, LABEL, 10, 14, "paper", bold=True, shape=Shape.INTERNAL),
    Look(Style.SHEET_LABEL, LABEL, 10, 15, "accent", bold=True, before=7.5, after=2.5, shape=Shape.SHEET, keep_next=True),
    Look(Style.SHEET_SIDE, LABEL, 8.5, 12.5, bold=True, before=2.5, keep_next=True, then=Style.PERSON),
    Look(Style.PERSON, LABEL, 9.5, 12.5, "muted", after=1.5, shape=Shape.PERSON, then=Style.PERSON),
    Look(Style.TALKING_POINT, TEXT, 13, 20, after=1, shape=Shape.POINT, then=Style.TALKING_POINT),
    Look(Style.PRIVATE_REMARK, LABEL, 9.5, 12.5, before=7.5, shape=Shape.PRIVATE, keep_lines=True, then=Style.PRIVATE_REMARK),
    Look(
        Style.QUESTION, LABEL, 11.5, 15, bold=True, before=10, after=1.25, shape=Shape.NUMBERED, keep_next=True, keep_lines=True,
        outline=2, then=Style.ANSWER,
    ),
    Look(Style.ANSWER, TEXT, 11, 15, keep_lines=True, then=Style.SOURCE_LINE),
    Look(Style.WRITING_LINE, LABEL, 10, 14.5, "muted", before=8.5, shape=Shape.LINE, then=Style.WRITING_LINE),
)  # fmt: skip

CHARACTERS: tuple[Touch, ...] = (
    Touch(Style.STRONG, bold=True),
    Touch(Style.LABEL, LABEL, 10, "accent", bold=True),
    Touch(Style.GROUP_LABEL, LABEL, 8.5, "muted", bold=False),
    Touch(Style.SPEAKER_NAME, colour="ink", bold=True),
    Touch(Style.MARKING, LABEL, 8.5, "ink", bold=True),
    Touch(Style.WORDMARK, LABEL, 11.5, bold=True),
    Touch(Style.REVERSE_MARKING, LABEL, 8.5, "on_accent", bold=True),
    Touch(Style.REVERSE_WORDMARK, LABEL, 11.5, "on_accent", bold=True),
    Touch(Style.LIKELIHOOD, LABEL, 8.5, "muted", bold=False),
    Touch(Style.COLUMN, size=8.5, bold=True),
    Touch(Style.OWN_COLUMN, size=8.5, colour="accent", bold=True),
    Touch(Style.SIDE, size=8.5, colour="ink", bold=True),
    Touch(Style.INTERNAL_NOTE, size=8.5, bold=False),
    Touch(Style.FOOTNOTE_CALL, raised=True),
    Touch(Style.ENDNOTE_CALL, raised=True),
    Touch(Style.NOTE_NUMBER, colour="ink"),
)

LOOK_OF = {look.style: look for look in PARAGRAPHS}
NUMBERED = frozenset(look.style for look in PARAGRAPHS if look.shape in {Shape.NUMBERED, Shape.POINT})
"""Styles whose paragraphs Word numbers."""
