"""What must stand in a Word file, once and in order: headings, asks, quotations, running text, notes."""

from collections.abc import Iterator
from dataclasses import dataclass, field

from briefing_app.domain.briefing import (
    AskGroup,
    Block,
    Composed,
    Heading,
    InternalBriefing,
    Paragraph,
    Quotation,
    SheetBlock,
    Table,
    Text,
    plain,
    shared_part,
    text_of,
)
from briefing_app.export.word.desk import space_between
from briefing_app.export.word.names import Style
from briefing_app.wordfile.elements import holdable

CHECKED = frozenset({Style.SECTION, Style.HEADING, Style.ASK, Style.PULL_QUOTE, Style.MEDIUM_QUOTE, Style.LONG_QUOTE, Style.NORMAL})
"""Styles whose paragraphs must be those of the composed document, no more and no fewer."""


def blocks_of(composed: Composed) -> list[Block | SheetBlock]:
    """Return all blocks in the order they are written: the sheets' first."""
    sheets = composed.sheets if isinstance(composed, InternalBriefing) else ()
    blocks: list[Block | SheetBlock] = [block for sheet in sheets for block in sheet.blocks]
    return blocks + [block for part in shared_part(composed).parts for block in part.blocks]


@dataclass(slots=True)
class Expected:
    """The texts of one composed document as Word paragraphs; the number that stands before one is its first half."""

    _called: set[int] = field(default_factory=set)

    def paragraphs(self, composed: Composed) -> list[tuple[str, str]]:
        """Return the number and the text of each paragraph in the checked styles, in the order of the document."""
        shared = shared_part(composed)
        made = [pair for block in blocks_of(composed) for pair in self._of(block)]
        if shared.endnotes_title and self._called:
            made.append(("", shared.endnotes_title))
        return [(number.replace("%", ""), holdable(text)) for number, text in made]

    def _of(self, block: Block | SheetBlock) -> Iterator[tuple[str, str]]:
        match block:
            case Heading(text=text):
                yield "", text
            case AskGroup(asks=asks):
                for ask in asks:
                    between = space_between(plain(ask.lead), plain(ask.rest))
                    yield ask.number, self._text(ask.lead) + between + self._text(ask.rest)
            case Quotation(paragraphs=paragraphs):
                for text in paragraphs:
                    yield "", self._text(text)
            case Paragraph(text=text):
                yield "", self._text(text)
            case Table(rows=rows):
                for row in rows:
                    for cell in row:
                        self._text(text_of(cell))
            case _:
                # What else calls a note must be counted, for a second call prints its number.
                self._text(getattr(block, "text", ()))

    def _text(self, text: Text) -> str:
        said = []
        for run in text:
            said.append(run.text)
            if run.note is not None:
                said.append(str(run.note) if run.note in self._called else "")
                self._called.add(run.note)
        return "".join(said)


def notes(composed: Composed) -> list[str]:
    """Return the texts of all notes, sorted."""
    return sorted(holdable(plain(note.text)) for note in shared_part(composed).notes)
