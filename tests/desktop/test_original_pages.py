"""A document's own pages by mouse and keyboard: words are selected on them as they are in its text."""

import io

import pytest
from PySide6.QtCore import QPoint, Qt
from reportlab.lib.pagesizes import A4
from reportlab.pdfgen.canvas import Canvas

from briefing_app.desktop.looking import Looking
from briefing_app.desktop.panels.reading_panel import ReadingPanel
from briefing_app.desktop.tasks import Tasks
from briefing_app.desktop.workspace import Workspace
from briefing_app.domain.excerpt import ExcerptKind, original, shown_words
from briefing_app.domain.printed import rectangles
from briefing_app.domain.span import Span
from briefing_app.library.store import open_library
from briefing_app.workbench.original_pages import drawing_worker
from briefing_app.workbench.reading_here import import_one
from briefing_app.workbench.session import Session
from tests.builders import pack

LINES = (
    "Eleven ferries cross the Orne after dark, and four of them",
    "carry no lamp that the other bank could see, our wardens",
    "counted. The port office should buy lamps for the four dark",
    "ferries before winter. The county should light the landing",
    "at Vell, where crews steer by the windows of the houses.",
)
ASK = "The port office should buy lamps for the four dark ferries before winter."


def paper():
    """Return a paper of two pages."""
    stream = io.BytesIO()
    canvas = Canvas(stream, pagesize=A4, invariant=1)
    for page in range(2):
        for number, line in enumerate(LINES):
            canvas.setFont("Helvetica", 12)
            canvas.drawString(72, 700 - 16 * number, line if not page else line.replace("Orne", "Vire"))
        canvas.showPage()
    canvas.save()
    return stream.getvalue()


@pytest.fixture
def panel(qtbot, app, words, tmp_path):
    file = tmp_path / "ferries.pdf"
    file.write_bytes(paper())
    with open_library(tmp_path / "library.briefinglibrary") as library:
        document = import_one(library, file).document
        looking = Looking(Workspace(Session(library, pack("Asks: r1")), words))
        worker = drawing_worker()
        tasks = Tasks(worker)
        made = ReadingPanel(looking, tasks)
        qtbot.addWidget(made)
        made.resize(760, 900)
        made.show()
        qtbot.waitExposed(made)
        looking.open(document.id)
        qtbot.mouseClick(made.view.button("page"), Qt.MouseButton.LeftButton)
        made.looking = looking
        qtbot.waitUntil(lambda: made.pages.pages == 2)
        yield made
        tasks.close()
        worker.close()
        looking.workspace.deleteLater()
        looking.deleteLater()


def place_of(panel, words, *, end=False):
    """Return where some words begin, or end, on the page in view."""
    reading = panel.looking.reading
    flat = reading.text.replace("\n", " ")
    at = flat.index(words)
    boxes = rectangles(reading.lines, Span(at, at + len(words)))
    each = boxes[-1] if end else boxes[0]
    x = each.box.right - 3 if end else each.box.left + 3
    box = panel.pages._on_page(each.page, (x, (each.box.top + each.box.bottom) / 2, 0, 0))
    return QPoint(round(box.left()), round(box.top()))


def drag(qtbot, panel, start, end):
    view = panel.pages.viewport()
    qtbot.mousePress(view, Qt.MouseButton.LeftButton, pos=start)
    for step in range(1, 6):
        qtbot.mouseMove(view, start + (end - start) * step / 5)
    qtbot.mouseRelease(view, Qt.MouseButton.LeftButton, pos=end)


def chosen(panel):
    span = panel.text.selected()
    return span.of(panel.text.seen.text) if span else None


def test_words_dragged_over_on_a_page_are_selected_in_the_text_too(qtbot, panel):
    drag(qtbot, panel, place_of(panel, ASK), place_of(panel, ASK, end=True))
    assert chosen(panel) == ASK


def test_a_drag_backwards_selects_the_same_words(qtbot, panel):
    drag(qtbot, panel, place_of(panel, ASK, end=True), place_of(panel, ASK))
    assert chosen(panel) == ASK


def test_what_is_selected_on_a_page_is_tinted_there(qtbot, panel):
    before = panel.pages.grab().toImage()
    drag(qtbot, panel, place_of(panel, ASK), place_of(panel, ASK, end=True))
    assert panel.pages.grab().toImage() != before


def test_a_letter_makes_an_excerpt_of_what_was_dragged_over(qtbot, panel):
    drag(qtbot, panel, place_of(panel, "carry no lamp"), place_of(panel, "carry no lamp", end=True))
    panel.pages.setFocus()
    qtbot.keyClick(panel.pages, Qt.Key.Key_C)
    excerpt = panel.looking.selected
    assert excerpt.kind is ExcerptKind.CONTEXT
    assert shown_words(excerpt, panel.looking.reading) == "carry no lamp"
    assert chosen(panel) is None


def test_a_click_on_a_page_still_chooses_the_excerpt_there(qtbot, panel):
    looking = panel.looking
    ask = next(each for each in looking.source.excerpts if "port office" in original(each, looking.reading))
    at = place_of(panel, "office should")
    qtbot.mouseClick(panel.pages.viewport(), Qt.MouseButton.LeftButton, pos=at)
    assert looking.excerpt == ask.id
    assert chosen(panel) is None


def test_a_drag_beside_the_words_takes_the_nearest_line(qtbot, panel):
    end = place_of(panel, LINES[0], end=True)
    drag(qtbot, panel, place_of(panel, LINES[0]) - QPoint(40, 4), end + QPoint(60, 3))
    assert chosen(panel) == LINES[0]
