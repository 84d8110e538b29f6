"""The reader of PDF files: bytes to a Reading in reading order, with its lines on their pages, and to what its card can say."""

from briefing_app.domain.reading import BlockKind, Reading
from briefing_app.domain.source import Card
from briefing_app.errors import FileNotRead
from briefing_app.reading.blocks import RawBlock
from briefing_app.reading.finishing import finished
from briefing_app.reading.pdf.assembly import assembled
from briefing_app.reading.pdf.characters import page_text
from briefing_app.reading.pdf.columns import columns_of, lines_of
from briefing_app.reading.pdf.opening import opened
from briefing_app.reading.pdf.paragraphs import Paragraph, paragraphs_of, usual_leading
from briefing_app.reading.pdf.pieces import pieces_of

READER = "pdf-1"


def read_pdf(data: bytes, name: str, file: str, *, password: str | None = None) -> tuple[Reading, Card]:
    """Read a PDF file; FileNotRead when it is damaged, locked, too long, or has no text layer."""
    paragraphs: list[Paragraph] = []
    sizes = []
    with opened(data, name, password) as document:
        for number in range(len(document)):
            page = document[number]
            text = page_text(page)
            page.close()
            sizes.append(text.size)
            for turn in sorted({run.ink.turn for run in text.runs}):
                pieces = pieces_of([run for run in text.runs if run.ink.turn == turn])
                columns = columns_of(lines_of(pieces))
                leading = usual_leading(columns)
                for column in columns:
                    paragraphs += paragraphs_of(column, number, turn, leading)
    if not paragraphs:
        raise FileNotRead("file-without-text-layer", path=name)
    made = assembled(paragraphs, sizes)
    bare = Reading(f"{READER}:{file}", file, READER, made.text, pages=len(sizes), lines=made.lines)
    raw = [
        RawBlock(BlockKind.PARAGRAPH, span.start, span.end, page=paragraph.lines[0].page + 1)
        for span, paragraph in zip(made.spans, paragraphs, strict=True)
    ]
    return finished(bare, raw, [()] * len(raw), made.repairs)
