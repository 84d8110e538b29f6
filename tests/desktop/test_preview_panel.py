"""The preview on real widgets over a real worker: real pages, kept in place over edits, clicked and zoomed, narrow and wide."""

import dataclasses

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QWheelEvent
from PySide6.QtWidgets import QApplication

from briefing_app.desktop.page_maker import JUDGEMENT, LAYOUT, PICTURE
from briefing_app.desktop.panels.preview_panel import RAIL_WIDTH, PreviewPanel
from briefing_app.desktop.tasks import Tasks
from briefing_app.domain.briefing import Copy
from briefing_app.domain.reading import Damage, DamageKind
from briefing_app.domain.span import Span
from briefing_app.workbench import editing, previewing
from briefing_app.workbench.session import Session
from briefing_app.workbench.workers import Worker
from tests.builders import pack
from tests.workbench.test_workers import end


@pytest.fixture(scope="module")
def worker():
    made = Worker(previewing.prepare)
    yield made
    made.close()


@pytest.fixture
def tasks(app, worker):
    made = Tasks(worker)
    yield made
    made.close()
    made.deleteLater()


@pytest.fixture
def panel(workspace, tasks, qtbot):
    made = PreviewPanel(workspace, tasks)
    qtbot.addWidget(made)
    made.resize(512, 700)
    made.show()
    settle(qtbot, tasks)
    return made


def settle(qtbot, tasks):
    qtbot.waitUntil(lambda: not any(tasks.busy(name) for name in (LAYOUT, PICTURE, JUDGEMENT)))


def edit(workspace, title):
    assert workspace.do(lambda held: editing.write_front(held, "title", title))


def middle(panel, placement):
    return panel.view._boxes(placement)[0].center().toPoint()


def test_the_pages_of_the_copy_shown_are_there_with_their_findings(panel, workspace):
    assert panel.view.pages >= 2
    assert panel.view.page == 1
    assert panel._page.text() == f"Page 1 of {panel.view.pages}"
    assert "not-cleared" in {finding.code for finding in workspace.findings}
    assert panel.view.wanted() == ((), ())


def test_a_page_stands_on_the_screen_as_it_was_written(panel):
    picture = panel.view.viewport().grab().toImage()
    rect = panel.view._rect(1)
    colours = {
        picture.pixelColor(x, y).name() for x in range(int(rect.left()) + 5, int(rect.right()) - 5, 3) for y in range(20, 200, 3)
    }
    assert "#ffffff" in colours
    assert len(colours) > 20


def test_an_edit_shows_new_pages_and_scroll_and_zoom_stay(panel, workspace, tasks, qtbot):
    panel.view.set_zoom(1.5)
    panel.view.verticalScrollBar().setValue(600)
    settle(qtbot, tasks)
    with qtbot.waitSignal(panel.maker.laid_out) as told:
        edit(workspace, "Another title for the same pack")
    assert told.args[0].first.page == panel.view.page
    settle(qtbot, tasks)
    assert (panel.view.zoom, panel.view.verticalScrollBar().value()) == (1.5, 600)


def test_edits_in_quick_succession_are_laid_out_once(panel, workspace, tasks, qtbot):
    made = []
    panel.maker.laid_out.connect(made.append)
    for number in range(6):
        edit(workspace, f"Title {number}")
    settle(qtbot, tasks)
    assert len(made) == 1


def test_another_audience_and_copy_have_their_own_pages(panel, workspace, tasks, qtbot):
    counted = []
    panel.pages_counted.connect(counted.append)
    before = panel.view.pages
    workspace.show_copy(Copy.INTERNAL)
    settle(qtbot, tasks)
    assert panel.view.pages > before
    assert counted == [panel.view.pages]
    assert not panel._note.isVisible()
    with qtbot.waitSignal(panel.section_pages_measured) as told:
        workspace.show_audience("canada")
    assert set(told.args[0]) <= {section.id for section in workspace.pack.sections} | {""}
    workspace.show_copy(Copy.WORKING)
    settle(qtbot, tasks)
    assert panel._note.isVisible()


def test_a_click_selects_the_placement_under_it_and_a_selection_is_brought_into_view(panel, workspace, qtbot):
    placements = sorted(
        panel.view._page_map, key=lambda each: (panel.view._page_map[each][0].page, panel.view._page_map[each][0].box[1])
    )
    qtbot.mouseClick(panel.view.viewport(), Qt.MouseButton.LeftButton, pos=middle(panel, placements[0]))
    assert workspace.placement == placements[0]
    last = placements[-1]
    assert panel.view._boxes(last)[0].top() > panel.view.viewport().height()
    workspace.select_placement(last)
    box = panel.view._boxes(last)[0]
    assert 0 <= box.top() < box.bottom() <= panel.view.viewport().height()
    assert panel.view.page == panel.view._page_map[last][0].page
    qtbot.mouseClick(panel.view.viewport(), Qt.MouseButton.LeftButton, pos=QPoint(3, 3))
    assert workspace.placement == last


def test_pages_are_turned_by_buttons_and_keys(panel, qtbot):
    panel.view.setFocus()
    assert not panel._previous.isEnabled()
    panel._next.click()
    assert panel.view.page == 2
    qtbot.keyClick(panel.view, Qt.Key.Key_End)
    assert panel.view.page == panel.view.pages
    assert not panel._next.isEnabled()
    qtbot.keyClick(panel.view, Qt.Key.Key_Home)
    assert panel.view.verticalScrollBar().value() == 0
    qtbot.keyClick(panel.view, Qt.Key.Key_PageDown)
    assert panel.view.verticalScrollBar().value() > panel.view.viewport().height() / 2


def test_zooming_goes_by_steps_from_what_is_seen_and_keeps_what_is_under_the_pointer(panel, tasks, qtbot):
    view = panel.view
    panel.zoom_in()
    assert panel._zoom.text() == "75%"
    panel.zoom_out()
    panel.zoom_out()
    assert (view.zoom, panel._zoom.text()) == (0.5, "50%")
    wheel(view, QPointF(200, 300), up=True)
    assert view.zoom == 0.75
    before = view._spread.anchor(300 + view.verticalScrollBar().value())
    wheel(view, QPointF(200, 300), up=True)
    assert view.zoom == 1.0
    after = view._spread.anchor(300 + view.verticalScrollBar().value())
    assert after[0] == before[0]
    assert after[1] == pytest.approx(before[1], abs=0.005)
    settle(qtbot, tasks)
    assert view.wanted() == ((), ())
    panel._zooms.actions()[0].trigger()
    assert (view.zoom, panel._zoom.text()) == (None, "Fit width")
    assert view._spread.pages[0].width() == pytest.approx(view.width() - 56, abs=1)


def wheel(view, at, *, up):
    delta = QPoint(0, 120 if up else -120)
    turned = QWheelEvent(
        at, at, QPoint(), delta, Qt.MouseButton.NoButton, Qt.KeyboardModifier.ControlModifier, Qt.ScrollPhase.NoScrollPhase, False
    )
    QApplication.sendEvent(view.viewport(), turned)


def test_a_wider_panel_shows_larger_pages_and_stays_where_it_was(panel, tasks, qtbot):
    panel.view.go_to_page(2)
    panel.resize(700, 700)
    settle(qtbot, tasks)
    assert panel.view.page == 2
    assert panel.view.wanted() == ((), ())


def test_a_narrow_window_gets_a_rail_of_small_pages_that_are_clicked(panel, tasks, qtbot):
    panel.setMinimumWidth(360)
    panel.set_rail(True)
    settle(qtbot, tasks)
    assert panel.width() == RAIL_WIDTH
    assert panel._rail_head.isVisible()
    assert not panel._head.isVisible()
    assert panel.view._spread.pages[-1].bottom() < 700
    with qtbot.waitSignal(panel.view.page_clicked) as told:
        qtbot.mouseClick(panel.view.viewport(), Qt.MouseButton.LeftButton, pos=panel.view._rect(2).center().toPoint())
    assert told.args == [2]
    panel.set_rail(False)
    assert panel.minimumWidth() == 360
    assert panel.maximumWidth() > 10_000


def test_an_empty_pack_says_what_to_do_and_asks_the_worker_nothing(library, workspace, tasks, panel, qtbot):
    workspace.replace_session(Session(library, pack("Asks: | Sources: g1")))
    assert panel._stack.currentWidget() is panel._empty
    assert not tasks.busy(LAYOUT)
    assert workspace.findings == ()
    assert panel._page.text() == ""
    workspace.replace_session(Session(library, pack("Asks: r1", brand="neutral")))
    settle(qtbot, tasks)
    assert panel._stack.currentWidget() is panel.view
    assert panel.view.pages >= 1


def test_what_went_wrong_is_told_in_place_and_the_last_good_pages_stay(panel, workspace, tasks, qtbot):
    pages = panel.view.pages
    with qtbot.waitSignal(panel.maker.failed):
        workspace.do(lambda held: editing.Edited(dataclasses.replace(held, brand="gone"), "write-front"))
    assert "gone" in panel._message.sentence.text()
    assert panel.view.pages == pages
    workspace.undo()
    settle(qtbot, tasks)
    assert panel._message is None


def test_pages_come_back_after_the_worker_died(panel, workspace, worker, tasks, qtbot):
    with pytest.raises(Exception, match="terminated"):
        worker.submit(end).result()
    edit(workspace, "After the worker died")
    settle(qtbot, tasks)
    assert panel._message is None
    assert panel.view.wanted() == ((), ())


def test_damaged_words_are_waved_until_they_are_trimmed(library, workspace, tasks, panel, qtbot):
    of = pack("Context: c1 c2")
    reading = of.reading("reading-paper")
    start = reading.text.index("7.1 million")
    hurt = dataclasses.replace(reading, damage=(Damage(DamageKind.GARBLED, Span(start, start + 11)),))
    of = dataclasses.replace(of, readings=tuple(hurt if each is reading else each for each in of.readings))
    workspace.replace_session(Session(library, of))
    settle(qtbot, tasks)
    assert list(panel.view._damaged) == [1]
    box = panel.view._on_page(1, panel.view._damaged[1][0])
    picture = panel.view.viewport().grab().toImage()
    below = [
        picture.pixelColor(x, y)
        for x in range(round(box.left()), round(box.right()))
        for y in range(round(box.bottom()), round(box.bottom()) + 6)
    ]
    assert any(each.red() - each.blue() > 60 for each in below)


def test_a_hidden_preview_still_finds_what_is_to_be_mended(workspace, tasks, qtbot):
    made = PreviewPanel(workspace, tasks)
    qtbot.addWidget(made)
    settle(qtbot, tasks)
    assert workspace.findings
    assert not made.view._pictures
    made.resize(512, 700)
    made.show()
    settle(qtbot, tasks)
    assert made.view.wanted() == ((), ())


def test_the_window_answers_while_pages_are_made(workspace, tasks, panel, watchdog, qtbot):
    watchdog.watch()
    for number in range(3):
        edit(workspace, f"Title {number}")
        settle(qtbot, tasks)


@pytest.mark.parametrize("rail", [True, False])
def test_pages_have_one_scale_whether_a_scroll_bar_stands_beside_them_or_not(panel, tasks, qtbot, rail):
    panel.set_rail(rail)
    panel.resize(112 if rail else 512, 700)
    QApplication.processEvents()
    seen = set()
    for height in range(300, 2400, 7):
        panel.resize(panel.width(), height)
        scales = {panel.view.scale for _ in range(4) if QApplication.processEvents() is None}
        assert len(scales) == 1, height
        seen |= scales
    assert len(seen) == 1, "the scroll bar stands in the margin"
