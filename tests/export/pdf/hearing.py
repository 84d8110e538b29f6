"""What ought to be heard of a composed document: its words in order, told apart from how a page shows them."""

from briefing_app.domain.audience import in_words
from briefing_app.domain.briefing import (
    AskGroup,
    ContactPanel,
    Cover,
    FigureStrip,
    Heading,
    InternalBriefing,
    Matrix,
    Panel,
    Paragraph,
    Picture,
    PrivateRemark,
    Questions,
    Quotation,
    Room,
    SourceList,
    Table,
    TalkingPoints,
    TitleBand,
    WritingLines,
    plain,
    shared_part,
    text_of,
)
from briefing_app.export.pdf.paging import paged


class Hearing:
    """Collects words; a note is heard right behind the block that calls it first."""

    def __init__(self, notes, brand, language, pages):
        self.words = []
        self._pages = pages
        self._notes = {note.number: note for note in notes}
        self._called = []
        self._brand, self._language = brand, language

    def block(self, block):
        """Add a block's words, and the notes it calls."""
        self.words += self._of(block)
        for number in dict.fromkeys(self._called):
            self.note(number)
        self._called = []

    def note(self, number):
        """Add a note's words, once."""
        note = self._notes.pop(number, None)
        if note:
            self.words += [str(number), self._text(note.text)]

    def rest(self):
        """Add the notes that nothing calls."""
        for number in list(self._notes):
            self.note(number)

    def _text(self, text):
        for run in text:
            if run.note is not None:
                self._called.append(run.note)
        return "".join(run.text + (str(run.note) if run.note is not None else "") for run in text)

    def _of(self, block):  # noqa: C901 - a case a kind of block
        match block:
            case TitleBand() | Cover():
                front = [
                    block.kicker,
                    block.title,
                    block.subtitle,
                    *(word for one in block.meta for word in (one.label, *one.lines)),
                ]
                return front if isinstance(block, TitleBand) else [*front, *self._contents(block)]
            case Panel():
                return [block.label, self._text(block.text)]
            case Heading():
                return [block.text]
            case Paragraph():
                return [self._text(block.text)]
            case AskGroup():
                asks = [
                    word for ask in block.asks for word in (ask.number, self._text(ask.lead), self._text(ask.rest), ask.source.text)
                ]
                return [block.label, block.title, *asks]
            case Quotation():
                paragraphs = [self._text(text) for text in block.paragraphs if plain(text).strip()]
                translation = [block.translation_label, block.translation] if block.translation else []
                return [*paragraphs, *translation, block.speaker, "," if block.speaker and block.role else "", block.role]
            case FigureStrip():
                return [block.label, *(word for one in block.figures for word in (one.number, one.label)), block.source.text]
            case Picture():
                return [block.caption, block.credit]
            case Matrix():
                return [
                    block.asks,
                    *block.head,
                    *(word for row in block.rows for word in (row.number, row.ask, row.source, *row.spoken)),
                    *block.legend,
                ]
            case Table():
                return [*block.head, *(self._text(text_of(cell)) for row in block.filled(self._pages).rows for cell in row)]
            case _:
                return self._annexed(block)

    def _contents(self, cover):
        entries = [(self._pages.get(entry.section, ""), entry.title, entry.about) for entry in cover.contents]
        return [cover.label, *(word for entry in entries for word in entry)] if entries else []

    def _annexed(self, block):
        match block:
            case SourceList():
                return [word for entry in block.entries for word in self._entry(entry)]
            case ContactPanel():
                contact = self._brand.contact
                return [block.label, contact.team, *contact.lines, in_words(self._brand.boilerplate, self._language)]
            case Room():
                return [
                    block.label,
                    *(word for side in block.sides for word in (side.title, *(word for who in side.people for word in who))),
                ]
            case TalkingPoints():
                if not block.points:
                    return []
                return [block.label, *(word for place, point in enumerate(block.points, 1) for word in (str(place), point))]
            case PrivateRemark():
                return [block.label, *block.paragraphs]
            case Questions():
                return [word for one in block.questions for word in
                        (one.number, one.question, one.likelihood, one.answer, one.source.text if one.source else "")]  # fmt: skip
            case WritingLines():
                return [block.label]
        raise TypeError(block)

    @staticmethod
    def _entry(entry):
        stop = "." if entry.publisher and entry.publisher[-1] not in ".!?…" else ""
        return [entry.number, entry.publisher + stop, entry.description, *entry.details]


def heard(composed, brand):
    """Return the words that ought to be heard, in order, but for those of the masthead."""
    paging = paged(shared_part(composed), brand, {})
    briefing = paging.briefing
    hearing = Hearing(briefing.notes, brand, briefing.metadata.language, paging.pages)
    if isinstance(composed, InternalBriefing):
        for sheet in composed.sheets:
            for block in sheet.blocks:
                hearing.block(block)
    annex = next(
        (
            place
            for place, part in enumerate(briefing.parts)
            if any(isinstance(block, SourceList | ContactPanel) for block in part.blocks)
        ),
        len(briefing.parts),
    )
    endnotes = bool(briefing.endnotes_title and briefing.notes)
    noted, hearing.note = hearing.note, (lambda _: None) if endnotes else hearing.note
    for place, part in enumerate((*briefing.parts, None)):
        if place == annex and endnotes:
            hearing.words.append(briefing.endnotes_title)
            for note in briefing.notes:
                noted(note.number)
        for block in part.blocks if part else ():
            hearing.block(block)
    if not endnotes:
        hearing.rest()
    return hearing.words
