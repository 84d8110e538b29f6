"""History: named steps back to the session's start, over pack and library alike, as one immutable value."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Generic, TypeVar

Value = TypeVar("Value")


@dataclass(frozen=True, slots=True)
class Step(Generic[Value]):
    """One edit: its name (a key of words with parameters), what it was about, and the value before and after.

    ``subject`` names the thing ("pack", "excerpt:<id>"). None stands for: was not there.
    """

    code: str
    subject: str
    before: Value | None
    after: Value | None
    parameters: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class History(Generic[Value]):
    """Steps done, newest last, and steps undone, next to redo last."""

    done: tuple[Step[Value], ...] = ()
    undone: tuple[Step[Value], ...] = ()

    def record(self, step: Step[Value]) -> "History[Value]":
        """Return the history with one more step; what was undone cannot be redone any more."""
        return History((*self.done, step))

    def undo(self) -> "tuple[History[Value], Step[Value]] | None":
        """Return the history one step back, and the step whose ``before`` now holds; None at the start.

        Whoever applies it compares the thing with ``after`` first: an inverse that no longer applies is refused, not forced.
        """
        if not self.done:
            return None
        step = self.done[-1]
        return History(self.done[:-1], (*self.undone, step)), step

    def redo(self) -> "tuple[History[Value], Step[Value]] | None":
        """Return the history one step forward, and the step whose ``after`` now holds; None when nothing was undone."""
        if not self.undone:
            return None
        step = self.undone[-1]
        return History((*self.done, step), self.undone[:-1]), step
