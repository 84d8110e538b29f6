"""A session: one history over pack and library, back to its start; saving; telling whoever listens."""

import dataclasses

import pytest
from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, rule

from briefing_app.domain.excerpt import Standing
from briefing_app.domain.pack import ByAudience, NotePlacement
from briefing_app.domain.source import Basis, KnownText
from briefing_app.errors import EditRefused
from briefing_app.library.store import open_library
from briefing_app.paths import resource
from briefing_app.workbench import editing
from briefing_app.workbench.reading_here import import_one
from briefing_app.workbench.session import Session, opened
from tests.builders import pack

OUTLINE = "Asks: r1 r2 | Context: n1 q1 c1"


@pytest.fixture
def library(tmp_path):
    with open_library(tmp_path / "l.briefinglibrary") as held:
        import_one(held, resource("documents", "000_e0eed8d74693ed83.txt"))
        yield held


def test_undo_goes_back_to_the_sessions_start_over_pack_and_library(library):
    session = Session(library, pack(OUTLINE))
    excerpt = library.excerpts(library.documents()[0].id)[0]
    document = library.documents()[0]
    start = (session.pack, excerpt, document.card)
    session.do(editing.write_front(session.pack, "title", "Another"))
    session.do_excerpt("confirm-excerpt", dataclasses.replace(excerpt, standing=Standing.CONFIRMED))
    session.do_card("card", document.id, dataclasses.replace(document.card, title=KnownText("Typed", Basis.TYPED)))
    session.do(editing.remove(session.pack, ["p-r1"]))
    assert [session.undo() for _ in range(5)] == ["remove", "card", "confirm-excerpt", "write-front", None]
    assert (session.pack, library.excerpt(excerpt.id), library.documents()[0].card) == start
    assert [session.redo() for _ in range(5)] == ["write-front", "confirm-excerpt", "card", "remove", None]
    assert library.excerpt(excerpt.id).standing is Standing.CONFIRMED


def test_an_undo_that_no_longer_applies_is_refused_and_changes_nothing(library):
    session = Session(library, pack(OUTLINE))
    excerpt = library.excerpts(library.documents()[0].id)[0]
    session.do_excerpt("confirm-excerpt", dataclasses.replace(excerpt, standing=Standing.CONFIRMED))
    library.update_excerpt(dataclasses.replace(excerpt, standing=Standing.REJECTED))
    history = session.history
    with pytest.raises(EditRefused):
        session.undo()
    assert library.excerpt(excerpt.id).standing is Standing.REJECTED
    assert session.history == history


def test_an_edit_that_changes_nothing_leaves_no_step(library):
    session = Session(library, pack(OUTLINE))
    session.do(editing.write_front(session.pack, "title", session.pack.title.text))
    assert session.undo() is None


def test_whoever_listens_hears_what_changed_until_it_stops_listening(library):
    session = Session(library, pack(OUTLINE))
    heard = []
    stop = session.subscribe(heard.append)
    session.do(editing.remove(session.pack, ["p-r1"]))
    session.undo()
    stop()
    session.redo()
    assert [(changed.code, changed.pack, changed.library) for changed in heard] == [("remove", True, False)] * 2
    assert heard[0].parts == {"s-asks", "p-r1"}


def test_a_saved_pack_opens_as_it_was_and_counts_as_saved_until_the_next_edit(library, tmp_path):
    session = Session(library, pack(OUTLINE))
    assert session.unsaved
    session.save(tmp_path / "x.briefpack")
    assert not session.unsaved
    session.do(editing.write_front(session.pack, "title", "Another"))
    assert session.unsaved
    session.undo()
    assert not session.unsaved
    again = opened(library, tmp_path / "x.briefpack")
    assert (again.pack, again.path, again.unsaved) == (session.pack, tmp_path / "x.briefpack", False)


class AnyEdits(RuleBasedStateMachine):
    """Whatever is done and undone, all steps back is where the session began, and all steps forward where it was."""

    @initialize()
    def begin(self):
        # No library is needed: none of these edits touches one.
        self.session = Session(None, pack(OUTLINE))
        self.start = self.session.pack
        self.count = 0

    @rule(text=st.text(max_size=3), audience=st.sampled_from(["master", "canada", "unhcr"]))
    def write(self, text, audience):
        self.session.do(editing.write_front(self.session.pack, "title", text, audience))

    @rule(index=st.integers(0, 3))
    def put(self, index):
        self.count += 1
        note = NotePlacement(f"new-{self.count}", ByAudience("words"))
        self.session.do(editing.put(self.session.pack, "s-context", index, [note]))

    @rule(data=st.data())
    def take_out(self, data):
        there = [placement.id for _, placement in self.session.pack.placements()]
        if there:
            self.session.do(editing.remove(self.session.pack, [data.draw(st.sampled_from(there))]))

    @rule(data=st.data(), index=st.integers(0, 4))
    def move(self, data, index):
        there = [placement.id for _, placement in self.session.pack.placements()]
        if there:
            self.session.do(editing.move(self.session.pack, [data.draw(st.sampled_from(there))], "s-asks", index))

    @rule()
    def undo(self):
        self.session.undo()

    @rule()
    def redo(self):
        self.session.redo()

    @invariant()
    def all_the_way_back_is_the_start(self):
        if not hasattr(self, "session"):
            return
        now, steps = self.session.pack, 0
        while self.session.undo() is not None:
            steps += 1
        assert self.session.pack == self.start
        for _ in range(steps):
            self.session.redo()
        assert self.session.pack == now


TestAnyEdits = AnyEdits.TestCase
TestAnyEdits.settings = settings(max_examples=30, stateful_step_count=15, deadline=None)
