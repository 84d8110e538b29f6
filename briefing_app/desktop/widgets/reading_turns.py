"""The words of a document on their way into view: at once, or for a long paper in several turns of the event loop."""

from collections.abc import Iterator

from PySide6.QtCore import QObject, Signal

from briefing_app.desktop.by_turns import ByTurns
from briefing_app.domain.reading import Reading, words_in
from briefing_app.workbench.reading_view import SeenDamage, SeenText, seen_damage, seen_in_parts

AT_ONCE = 400
"""Blocks of a document that is worked out in the turn in which it is opened."""


class ReadingTurns(QObject):
    """Works out one document at a time. What is counted and looked for in its words is so once: each edit would do it anew."""

    arrived = Signal(object)
    """A ``SeenText``."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self.words: int | None = None
        """How many words it has; None until they are counted."""
        self.damage: tuple[SeenDamage, ...] = ()
        self._reading = ""
        self._seen: SeenText | None = None
        self._turns = ByTurns(self)

    def begin(self, reading: Reading) -> bool:
        """Work a document out in place of the last one; tell whether its words arrived already."""
        self.stop()
        self._reading, self._seen, self.words, self.damage = reading.id, None, None, ()
        self._turns.begin(self._parts(reading), lambda: self.arrived.emit(self._seen))
        if len(reading.blocks) <= AT_ONCE:
            self._turns.finish()
        return not self._turns.busy

    def stop(self) -> None:
        """Want no words any more."""
        self._turns.stop()

    def on_the_way(self, reading: Reading) -> bool:
        """Tell whether a reading's words are being worked out."""
        return self._turns.busy and self._reading == reading.id

    def _parts(self, reading: Reading) -> Iterator[None]:
        for seen in seen_in_parts(reading):
            self._seen = seen
            yield
        if self._seen:
            self.words = words_in(self._seen.text)
            yield
            self.damage = seen_damage(self._seen)
            yield
