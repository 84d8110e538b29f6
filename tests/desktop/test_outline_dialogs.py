"""What the outline's rows and the problems open: other words, for whom, particulars of a picture, a quotation to trim."""

import pytest
from PySide6.QtCore import QBuffer, QByteArray, QPoint, Qt
from PySide6.QtGui import QImage
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QMenu

from briefing_app.desktop.dialogs.audiences import AudiencesDialog
from briefing_app.desktop.dialogs.picture import PictureDialog
from briefing_app.desktop.dialogs.wording import WordingDialog
from briefing_app.desktop.panels.outline_panel import OutlinePanel
from briefing_app.desktop.panels.problems_panel import ProblemsPanel
from briefing_app.desktop.widgets.trim_editor import TrimEditor
from briefing_app.domain.audience import MASTER
from briefing_app.domain.finding import Finding, Severity
from briefing_app.domain.pack import Adapted, ImagePlacement, Verbatim
from briefing_app.workbench import editing
from briefing_app.workbench.session import Session
from tests.builders import pack

LEFT = Qt.MouseButton.LeftButton


@pytest.fixture
def panel(qtbot, workspace):
    made = OutlinePanel(workspace, lambda placement, parent: TrimEditor(workspace, placement, parent))
    qtbot.addWidget(made)
    made.resize(560, 700)
    with qtbot.waitExposed(made):
        made.show()
    return made


@pytest.fixture
def outline(panel, workspace, library):
    """Return the panel over a small pack, its master shown."""

    def shown(text, media=None, **overrides):
        workspace.replace_session(Session(library, pack(text, **overrides), media))
        workspace.show_audience(MASTER)
        QApplication.processEvents()
        return panel

    return shown


@pytest.fixture
def problems(qtbot, workspace, outline):
    """Return the problems over a small pack and one finding of it."""

    def shown(text, *finding, mends=(), **overrides):
        outline(text, **overrides)
        made = ProblemsPanel(workspace)
        qtbot.addWidget(made)
        made.resize(1200, 160)
        made.show()
        code, placement, section = finding
        workspace.find(
            (
                Finding(
                    code,
                    Severity.MEND,
                    placement,
                    section,
                    parameters={"number": 20, "most": 12, "taken": 20, "room": 12, "where": "here"},
                    mends=mends,
                ),
            )
        )
        return made

    return shown


def menu_of(panel, placement):
    """Open a row's menu at its right edge, as a pointer does, and return it."""
    rect = panel.view.visualRect(panel.model.index_of(f"placement:{placement}"))
    QTest.mouseClick(panel.view.viewport(), LEFT, pos=QPoint(panel.view.viewport().width() - 14, rect.center().y()))
    return next(each for each in panel.view.findChildren(QMenu) if each.isVisible())


def named(menu):
    return [action.text().split("\t")[0] for action in menu.actions() if action.text()]


def choose(panel, placement, name):
    """Choose from a row's menu with the mouse."""
    menu = menu_of(panel, placement)
    action = next(action for action in menu.actions() if action.text().split("\t")[0] == name)
    QTest.mouseClick(menu, LEFT, pos=menu.actionGeometry(action).center())


def opened(kind):
    return next(each for each in QApplication.topLevelWidgets() if isinstance(each, kind) and each.isVisible())


def take_up(problems, number):
    """Take up an offer of the first problem from its menu."""
    problems.list.setCurrentIndex(problems.model.index(0, 0))
    problems.list.menu_asked.emit(problems.model.index(0, 0), problems.list.mapToGlobal(QPoint(10, 10)))
    menu = next(each for each in problems.findChildren(QMenu) if each.isVisible())
    QTest.mouseClick(menu, LEFT, pos=menu.actionGeometry(menu.actions()[number]).center())


# other words


def test_an_ask_is_reworded_from_its_menu_as_one_step(outline, workspace):
    panel = outline("Asks: r1 | Voices: q1")
    choose(panel, "p-r1", "Reword…")
    dialog = opened(WordingDialog)
    QTest.keyClicks(dialog.lead, "Widen admission.")
    QTest.mouseClick(dialog.keep, LEFT)
    assert editing.placement_of(workspace.pack, "p-r1").wording == Adapted("Widen admission.")
    assert panel.model.value(panel.model.index_of("placement:p-r1")).adapted
    workspace.undo()
    assert editing.placement_of(workspace.pack, "p-r1").wording == Verbatim()


def test_what_somebody_said_is_not_reworded(outline):
    panel = outline("Voices: q1 | Context: c1")
    menu = menu_of(panel, "p-q1")
    assert "Reword…" not in named(menu)
    menu.close()
    menu = menu_of(panel, "p-c1")
    assert "Reword…" in named(menu)
    menu.close()


def test_an_ask_that_is_too_long_is_shortened_from_the_problems(problems, workspace):
    panel = problems("Asks: r1", "lead-long", "p-r1", "s-asks", mends=("shorten",), wordings={"r1": Adapted("Too long a lead")})
    assert [offer.code for offer in panel.model.rows[0].offers] == ["shorten", "go"]
    take_up(panel, 0)
    dialog = opened(WordingDialog)
    dialog.lead.selectAll()
    QTest.keyClicks(dialog.lead, "Short")
    QTest.mouseClick(dialog.keep, LEFT)
    assert editing.placement_of(workspace.pack, "p-r1").wording == Adapted("Short")


def test_shortening_what_is_no_excerpt_leads_to_its_place(problems, workspace):
    panel = problems("Context: f1", "figure-label-too-long", "p-f1", "s-context", mends=("shorten",))
    assert [offer.code for offer in panel.model.rows[0].offers] == ["go"]
    take_up(panel, 0)
    assert workspace.placement == "p-f1"


# for whom


def test_a_row_is_given_to_chosen_audiences_and_back_to_whoever_it_concerns(outline, workspace):
    panel = outline("Asks: r1", audiences="canada mexico unhcr")
    choose(panel, "p-r1", "For whom…")
    dialog = opened(AudiencesDialog)
    assert dialog.concerned.isChecked()
    assert list(dialog.boxes) == ["mexico", "canada", "unhcr"]
    assert not dialog.boxes["unhcr"].isEnabled()
    QTest.keyClick(dialog.only, Qt.Key.Key_Space)
    assert not dialog.keep.isEnabled()
    assert dialog.keep.toolTip()
    QTest.keyClick(dialog.boxes["unhcr"], Qt.Key.Key_Space)
    QTest.keyClick(dialog, Qt.Key.Key_Return)
    assert editing.placement_of(workspace.pack, "p-r1").audiences == ("unhcr",)
    choose(panel, "p-r1", "For whom…")
    dialog = opened(AudiencesDialog)
    assert dialog.boxes["unhcr"].isChecked()
    QTest.mouseClick(dialog.concerned, LEFT, pos=QPoint(8, dialog.concerned.height() // 2))
    QTest.mouseClick(dialog.keep, LEFT)
    assert editing.placement_of(workspace.pack, "p-r1").audiences is None


def test_several_rows_are_given_to_audiences_as_one_step(outline, workspace):
    panel = outline("Asks: r1 r2@canada r3")
    panel.view.select_placements(["p-r1", "p-r2"], "p-r1")
    choose(panel, "p-r2", "For whom…")
    dialog = opened(AudiencesDialog)
    assert not dialog.concerned.isChecked()
    assert not dialog.only.isChecked()
    assert not dialog.keep.isEnabled()
    QTest.mouseClick(dialog.only, LEFT, pos=QPoint(8, dialog.only.height() // 2))
    for name in ("canada", "unhcr"):
        QTest.mouseClick(dialog.boxes[name], LEFT, pos=QPoint(8, dialog.boxes[name].height() // 2))
    QTest.mouseClick(dialog.keep, LEFT)
    assert [each.audiences for _, each in workspace.pack.placements()] == [("canada", "unhcr"), ("canada", "unhcr"), None]
    workspace.undo()
    assert [each.audiences for _, each in workspace.pack.placements()] == [None, ("canada",), None]


def test_escape_leaves_the_choice_of_audiences_as_it_was(outline, workspace):
    panel = outline("Context: n1")
    before = workspace.pack
    choose(panel, "p-n1", "For whom…")
    QTest.keyClick(opened(AudiencesDialog), Qt.Key.Key_Escape)
    assert workspace.pack is before


# a picture's particulars


def png():
    """Return a small picture as a file holds it."""
    held = QByteArray()
    buffer = QBuffer(held)
    buffer.open(QBuffer.OpenModeFlag.WriteOnly)
    QImage(900, 500, QImage.Format.Format_RGB32).save(buffer, "PNG")
    return bytes(held.data())


def picture_of(pack):
    return next(each for _, each in pack.placements() if isinstance(each, ImagePlacement))


def test_a_picture_is_described_from_its_menu_as_one_step(outline, workspace):
    media = picture_of(pack("Context: i1")).media
    panel = outline("Context: i1", media={media: png()})
    before = picture_of(workspace.pack)
    choose(panel, "p-i1", "Caption, credit, description…")
    dialog = opened(PictureDialog)
    shown = [label.pixmap().width() for label in dialog.findChildren(QLabel) if not label.pixmap().isNull()]
    assert shown
    assert shown[0] < 500
    for field, words in ((dialog.alternative, "A queue at dawn."), (dialog.caption, "Tapachula"), (dialog.credit, "A. Ruiz")):
        field.selectAll()
        QTest.keyClicks(field, words)
    assert picture_of(workspace.pack_as_typed).caption.text == "Tapachula", "a recovery copy has what is being written"
    QTest.keyClick(dialog.credit, Qt.Key.Key_Return)
    held = picture_of(workspace.pack)
    assert workspace.pack_as_typed is workspace.pack
    assert (held.alternative, held.caption.text, held.credit) == ("A queue at dawn.", "Tapachula", "A. Ruiz")
    workspace.undo()
    assert picture_of(workspace.pack) == before


def test_an_audiences_own_caption_is_the_one_that_is_taken_while_it_is_shown(outline, workspace):
    panel = outline("Context: i1")
    everybodys = picture_of(workspace.pack).caption.text
    workspace.do(lambda of: editing.write_text(of, "p-i1", "For Canada", "canada"))
    workspace.show_audience("canada")
    choose(panel, "p-i1", "Caption, credit, description…")
    dialog = opened(PictureDialog)
    assert dialog.caption.accessibleName() == "Caption for Canada only"
    dialog.caption.selectAll()
    QTest.keyClicks(dialog.caption, "Ours")
    QTest.mouseClick(dialog.keep, LEFT)
    caption = picture_of(workspace.pack).caption
    assert (caption.of("canada"), caption.of("unhcr")) == ("Ours", everybodys)


def test_a_picture_without_description_gets_one_from_the_problems(problems, workspace):
    panel = problems("Context: i1", "image-without-alternative", "p-i1", "s-context", mends=("describe-image",))
    take_up(panel, 0)
    dialog = opened(PictureDialog)
    dialog.alternative.selectAll()
    QTest.keyClicks(dialog.alternative, "A map")
    QTest.mouseClick(dialog.keep, LEFT)
    assert picture_of(workspace.pack).alternative == "A map"


def test_what_stays_as_it_was_is_no_step(outline, workspace):
    panel = outline("Context: i1")
    before = workspace.pack
    choose(panel, "p-i1", "Caption, credit, description…")
    QTest.mouseClick(opened(PictureDialog).keep, LEFT)
    assert workspace.pack is before


# a quotation to trim


@pytest.mark.parametrize("sentences", [3, 60])
def test_a_quotation_opened_low_in_the_pane_is_shown_whole_or_from_its_top(outline, qtbot, sentences):
    said = "“" + "They walked for days without water. " * sentences + "”"
    panel = outline("Context: c1 c2 c3 n1 | Voices: q1 q2 q3", texts={"q2": said})
    view, index = panel.view, panel.model.index_of("placement:p-q2")
    view.scrollTo(index)
    view.select_placements(["p-q2"])
    QTest.keyClick(view, Qt.Key.Key_Return)
    assert isinstance(view.editor, TrimEditor)
    tall = view.editor.sizeHint().height() > view.viewport().height()
    assert tall is (sentences == 60)

    def shown():
        row = view.visualRect(panel.model.index_of("placement:p-q2"))
        assert row.top() == 0 if tall else 0 <= row.top() <= row.bottom() < view.viewport().height()

    qtbot.waitUntil(lambda: shown() is None)


def test_an_editor_that_is_scrolled_through_stays_where_it_is_while_it_grows(outline, qtbot):
    panel = outline("Context: c1 n1 n2", texts={"n1": "A line of a long note. " * 250})
    view = panel.view
    view.select_placements(["p-n1"])
    QTest.keyClick(view, Qt.Key.Key_Return)
    field = view.editor.fields[0]
    top = view.visualRect(panel.model.index_of("placement:p-n1")).top()
    assert top == 0
    view.verticalScrollBar().setValue(view.verticalScrollBar().value() + 80)
    with qtbot.waitSignal(view.editor.height_changed):
        field.moveCursor(field.textCursor().MoveOperation.End)
        QTest.keyClicks(field, "And one more sentence, so that the note needs another line to be written on in this pane.")
    view.executeDelayedItemsLayout()
    assert view.visualRect(panel.model.index_of("placement:p-n1")).top() == -80
