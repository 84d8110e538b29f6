"""One history undoes everything, back to the start."""

from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, invariant, precondition, rule

from briefing_app.domain.history import History, Step


class Session(RuleBasedStateMachine):
    """A session edits, undoes and redoes a pack and excerpts; beside it runs a list of all values as they were."""

    def __init__(self):
        super().__init__()
        self.history = History()
        self.things = {"pack": "first"}
        self.past = [dict(self.things)]
        self.at = 0

    @rule(subject=st.sampled_from(["pack", "excerpt:a", "excerpt:b"]), value=st.none() | st.text(max_size=3))
    def edit(self, subject, value):
        self.history = self.history.record(Step("edit", subject, self.things.get(subject), value))
        self.put(subject, value)
        self.past = [*self.past[: self.at + 1], dict(self.things)]
        self.at += 1
        assert self.history.redo() is None

    @rule()
    def undo(self):
        back = self.history.undo()
        assert (back is None) == (self.at == 0)
        if back:
            self.history, step = back
            assert self.things.get(step.subject) == step.after
            self.put(step.subject, step.before)
            self.at -= 1

    @rule()
    def redo(self):
        forth = self.history.redo()
        assert (forth is None) == (self.at == len(self.past) - 1)
        if forth:
            self.history, step = forth
            assert self.things.get(step.subject) == step.before
            self.put(step.subject, step.after)
            self.at += 1

    @precondition(lambda self: self.at)
    @rule()
    def undo_all(self):
        while self.at:
            self.undo()
        assert self.things == {"pack": "first"}

    @invariant()
    def all_things_are_as_they_were_at_this_step(self):
        assert self.things == self.past[self.at]

    def put(self, subject, value):
        self.things.pop(subject, None)
        if value is not None:
            self.things[subject] = value


TestUndoAndRedoWalkTheWholeSession = Session.TestCase
