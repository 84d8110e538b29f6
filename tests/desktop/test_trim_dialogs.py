"""The dialogs beside trimming: who answers for a turn of the meaning, and an ask in our own words."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLineEdit

from briefing_app.desktop.dialogs.turning import TurningDialog
from briefing_app.desktop.dialogs.wording import open_wording
from briefing_app.desktop.workspace import Workspace
from briefing_app.domain.audience import MASTER
from briefing_app.domain.pack import Adapted, Verbatim
from briefing_app.library.store import open_library
from briefing_app.words import LANGUAGES, Words
from briefing_app.workbench import editing
from briefing_app.workbench.session import Session
from briefing_app.workbench.trim_sentences import Question, Said
from tests.builders import RECOMMENDATIONS, pack

PACK = pack("Asks: r1")
QUESTION = Question(
    "turning-omitted", "not", (Said("We must "), Said("not", turns=True), Said(" <forget>.")), "We must […] <forget>."
)


@pytest.fixture
def workspace(app, tmp_path):
    with open_library(tmp_path / "library.briefinglibrary") as library:
        made = Workspace(Session(library, PACK), Words("en"))
        yield made
        made.deleteLater()


@pytest.mark.usefixtures("app")
class TestTurning:
    def opened(self, who="", language="en", question=QUESTION):
        dialog = TurningDialog(question, Words(language), who)
        dialog.open()
        return dialog

    @pytest.mark.parametrize("language", LANGUAGES)
    @pytest.mark.parametrize("code", ["turning-omitted", "turning-inserted", "turning-outside"])
    def test_every_kind_of_question_is_asked_in_every_language(self, code, language):
        dialog = self.opened(language=language, question=Question(code, "not", QUESTION.before, QUESTION.after))
        assert dialog.windowTitle()
        assert all(field.accessibleName() for field in dialog.findChildren(QLineEdit))
        dialog.reject()

    def test_words_of_a_source_are_no_markup(self):
        dialog = self.opened()
        assert dialog.source.text() == "We must <b>not</b> &lt;forget&gt;."
        assert dialog.printed.text() == "We must […] &lt;forget&gt;."
        dialog.reject()

    def test_enter_answers_once_name_and_reason_are_there(self):
        dialog = self.opened("A. Diallo")
        told = []
        dialog.answered.connect(lambda *answer: told.append(answer))
        QTest.keyClick(dialog.reason, Qt.Key.Key_Return)
        assert told == []
        QTest.keyClicks(dialog.reason, " Said again below ")
        QTest.keyClick(dialog.reason, Qt.Key.Key_Return)
        assert told == [("A. Diallo", "Said again below")]
        assert not dialog.isVisible()


class TestWording:
    def test_words_are_counted_and_what_is_too_long_is_said(self, workspace):
        dialog = open_wording(workspace, "p-r1")
        assert not dialog.keep.isEnabled()
        dialog.lead.setPlainText("Widen admission")
        assert (dialog.lead_count.text(), dialog.rest_count.text()) == ("2 of 12 words", "2 of 40 words in all")
        assert dialog.lead_count.property("tone") == "ink3"
        dialog.lead.setPlainText("word " * 13)
        assert dialog.lead_count.property("tone") == "warn"
        assert dialog.lead_count.toolTip()
        assert dialog.keep.isEnabled()
        dialog.reject()

    def test_our_words_reach_the_pack_as_one_step(self, workspace):
        dialog = open_wording(workspace, "p-r1")
        dialog.lead.setPlainText("Widen\nadmission.")
        dialog.rest.setPlainText("Begin  now.")
        QTest.mouseClick(dialog.keep, Qt.MouseButton.LeftButton)
        assert editing.placement_of(workspace.pack, "p-r1").wording == Adapted("Widen admission.", "Begin now.")
        assert len(workspace.session.history.done) == 1

    def test_they_may_be_for_the_audience_shown_alone(self, workspace):
        workspace.show_audience("unhcr")
        dialog = open_wording(workspace, "p-r1")
        dialog.lead.setPlainText("Widen admission.")
        dialog.audience.set_key("unhcr")
        dialog.accept()
        placed = editing.placement_of(workspace.pack, "p-r1")
        assert (placed.wording, placed.wording_for("unhcr")) == (Verbatim(), Adapted("Widen admission."))

    def test_the_sources_words_come_back(self, workspace):
        workspace.show_audience(MASTER)
        workspace.do(lambda made: editing.reword(made, "p-r1", Adapted("Widen admission.")))
        dialog = open_wording(workspace, "p-r1")
        assert dialog.lead.toPlainText() == "Widen admission."
        QTest.mouseClick(dialog.verbatim, Qt.MouseButton.LeftButton)
        assert workspace.pack == PACK

    def test_the_source_is_beside_it(self, workspace):
        dialog = open_wording(workspace, "p-r1")
        assert RECOMMENDATIONS[0][0] in {label.text() for label in dialog.findChildren(type(dialog.lead_count))}
        dialog.reject()
