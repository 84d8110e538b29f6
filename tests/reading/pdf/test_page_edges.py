"""What stands at a page's head and foot: the title, notes that go on, numbered paragraphs, furniture close to the text."""

import io

from reportlab.pdfgen.canvas import Canvas

from briefing_app.domain.reading import BlockKind, Reading, shown
from briefing_app.domain.source import Card
from briefing_app.reading.pdf.reader import read_pdf
from tests.reading.pdf.layouts import HEIGHT, WIDTH, dice, sentences, wrapped

HEAD = "Yearly review of ferries and harbours"


class Book:
    """Pages being written, line by line."""

    def __init__(self, title: str = "") -> None:
        self._made = io.BytesIO()
        self.canvas = Canvas(self._made, pagesize=(WIDTH, HEIGHT), invariant=1)
        self.canvas.setTitle(title)

    def lines(self, x: float, top: float, lines: list[str], size: float = 10, font: str = "Times-Roman") -> None:
        self.canvas.setFont(font, size)
        for at, line in enumerate(lines):
            self.canvas.drawString(x, HEIGHT - top - at * size * 1.25, line)

    def read(self) -> tuple[Reading, Card]:
        self.canvas.save()
        return read_pdf(self._made.getvalue(), "book.pdf", "0" * 64)


def of(reading: Reading, kind: BlockKind) -> list[str]:
    return [shown(reading, block.span) for block in reading.blocks if block.kind is kind]


def body(lines: int, seed: int, letters: int = 44) -> list[str]:
    return wrapped(sentences(dice(seed), 2 * lines), letters)[:lines]


def test_a_note_that_goes_on_below_the_next_column_is_one_note() -> None:
    book = Book()
    for x, seed in ((60, 1), (310, 2)):
        book.lines(x, 90, body(48, seed))
        book.canvas.line(x, HEIGHT - 708, x + 50, HEIGHT - 708)
    book.lines(60, 720, ["1 Counted by the harbour office, which holds", "that boats without a captain are counted with"], 8)
    book.lines(310, 720, ["those of the island.", "2 So said the council."], 8)
    notes = of(book.read()[0], BlockKind.FOOTNOTE)
    assert notes == [
        "Counted by the harbour office, which holds that boats without a captain are counted with those of the island.",
        "So said the council.",
    ]


def test_small_paragraphs_numbered_in_brackets_at_the_foot_are_no_notes() -> None:
    book = Book()
    book.lines(60, 90, body(40, 3, 90))
    book.lines(60, 640, ["(5) In the chapter on harbours, replace the word ferry by the word boat."], 8)
    book.lines(60, 664, ["(6) In the chapter on ladders, leave out the last sentence of the second part."], 8)
    assert of(book.read()[0], BlockKind.FOOTNOTE) == []


def test_a_running_head_close_to_the_text_of_one_page_is_taken_off_there_too() -> None:
    book = Book()
    for page in range(5):
        book.lines(60, 50, [f"{HEAD} {page + 1}"])
        # On the third page the text begins right below the head.
        book.lines(60, 62.5 if page == 2 else 90, body(40, 10 + page, 90))
        book.canvas.showPage()
    reading, _ = book.read()
    assert HEAD not in reading.text
    assert len(reading.lines) == 5 * 40


def test_a_title_that_the_file_names_takes_no_line_below_it_along() -> None:
    book = Book(title="Ladders for every orchard")
    book.lines(60, 90, ["Ladders for every orchard"], 24, "Helvetica-Bold")
    book.lines(60, 140, ["For whom and by whom it was written"], 8)
    book.lines(60, 200, body(20, 4, 90))
    _, card = book.read()
    assert card.title is not None
    assert (card.title.value, card.short_title) == ("Ladders for every orchard", None)


def test_very_small_type_is_read() -> None:
    book = Book()
    book.lines(60, 90, body(20, 5, 90), 0.8)
    assert len(book.read()[0].lines) == 20


def test_two_lines_of_two_columns_alone_on_a_page_are_read_one_column_after_the_other() -> None:
    book = Book()
    for page in range(2):
        for x in (60, 310):
            book.lines(x, 90, body(40, 20 + page + x, 44))
        book.canvas.showPage()
    book.lines(60, 90, ["Ladders are held by the council in winter", "and lent to every orchard that asks for"])
    book.lines(310, 90, ["one in the week of the harvest, whatever", "the ferry brings from the other islands."])
    reading, _ = book.read()
    assert shown(reading, reading.blocks[-1].span).endswith(
        "Ladders are held by the council in winter and lent to every orchard that asks for one in the week of the harvest, whatever"
        " the ferry brings from the other islands."
    )
