"""Everything a person can ask the window for, as a table: name, keys, menu, and when it can be asked."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from enum import Enum, auto
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject
from PySide6.QtGui import QAction, QActionGroup, QKeySequence
from PySide6.QtWidgets import QMenu, QMenuBar, QWidget

from briefing_app.words import Words

if TYPE_CHECKING:  # loaded with the first pack
    from briefing_app.domain.history import History, Step


class Needs(Enum):
    """What must be there before an action can be asked for."""

    NOTHING = auto()
    PACK = auto()
    AUDIENCES = auto()
    """More than one copy to go through."""
    DONE = auto()
    """A step to take back."""
    UNDONE = auto()
    """A step to do again."""


@dataclass(frozen=True, slots=True)
class Entry:
    """An action: its words are ``window.action.<id>``. The first of ``keys`` (portable names) is the one shown.

    ``group``: of these one is checked at a time; ``checkable`` without one: on or off.
    """

    id: str
    keys: tuple[str, ...] = ()
    needs: Needs = Needs.PACK
    group: str = ""
    checkable: bool = False
    in_rows: bool = False
    """Whether the keys act only while the keyboard is on the rows of the outline."""
    role: QAction.MenuRole = QAction.MenuRole.NoRole


LINE = Entry("-")
"""A line between the parts of a menu."""
RECENT = Entry("recent", needs=Needs.NOTHING)
"""The submenu of recent packs, filled when it is opened."""

_NOTHING = Needs.NOTHING

MENUS: dict[str, tuple[Entry, ...]] = {
    "file": (
        Entry("new", ("Ctrl+N",), _NOTHING),
        Entry("open", ("Ctrl+O",), _NOTHING),
        RECENT,
        LINE,
        Entry("save", ("Ctrl+S",)),
        Entry("save-as", ("Ctrl+Shift+S",)),
        LINE,
        Entry("bring-in", ("Ctrl+I",), _NOTHING),
        Entry("export", ("Ctrl+E",)),
        Entry("print", ("Ctrl+P",)),
        LINE,
        Entry("quit", ("Ctrl+Q",), _NOTHING, role=QAction.MenuRole.QuitRole),
    ),
    "edit": (
        Entry("undo", ("Ctrl+Z",), Needs.DONE),
        Entry("redo", ("Ctrl+Shift+Z", "Ctrl+Y"), Needs.UNDONE),
        LINE,
        Entry("find", ("Ctrl+F",), _NOTHING),
        Entry("place", ("Ctrl+Return",)),
        LINE,
        Entry("move-up", ("Alt+Up",), in_rows=True),
        Entry("move-down", ("Alt+Down",), in_rows=True),
        Entry("remove", ("Del",), in_rows=True),
        Entry("select-all", ("Ctrl+A",)),
    ),
    "pack": (
        Entry("next-audience", ("Ctrl+PgDown",), Needs.AUDIENCES),
        Entry("previous-audience", ("Ctrl+PgUp",), Needs.AUDIENCES),
        LINE,
        Entry("copy-hand-over", ("Ctrl+Shift+H",), group="copy", checkable=True),
        Entry("copy-internal", ("Ctrl+Shift+I",), group="copy", checkable=True),
        Entry("copy-working", ("Ctrl+Shift+W",), group="copy", checkable=True),
        LINE,
        Entry("add-note", ("Ctrl+Shift+N",)),
        Entry("add-heading"),
        Entry("add-figure"),
        Entry("add-image"),
        LINE,
        Entry("meeting", ("Ctrl+M",), Needs.AUDIENCES),
        Entry("paper"),
        LINE,
        Entry("clear", ("Ctrl+Shift+K",)),
    ),
    "view": (
        Entry("start-page", ("Alt+Home",), _NOTHING),
        Entry("room-sources", ("Ctrl+1",), _NOTHING),
        Entry("room-pack", ("Ctrl+2",)),
        LINE,
        Entry("library", ("Ctrl+L",), _NOTHING, checkable=True),
        Entry("preview", ("Ctrl+Shift+P",), checkable=True),
        Entry("problems", ("Ctrl+Shift+M",), checkable=True),
        LINE,
        Entry("next-pane", ("F6",), _NOTHING),
        Entry("previous-pane", ("Shift+F6",), _NOTHING),
        Entry("next-problem", ("F8",)),
        LINE,
        Entry("zoom-in", ("Ctrl++", "Ctrl+="), _NOTHING),
        Entry("zoom-out", ("Ctrl+-",), _NOTHING),
        Entry("zoom-fit", ("Ctrl+0",), _NOTHING),
        LINE,
        Entry("letter-keys", (), _NOTHING, checkable=True),
    ),
    "help": (
        Entry("keys", ("F1",), _NOTHING),
        LINE,
        Entry("about", (), _NOTHING, role=QAction.MenuRole.AboutRole),
    ),
}


def entries() -> Iterator[Entry]:
    """Yield every action of every menu, in the order of the menus."""
    for held in MENUS.values():
        yield from (entry for entry in held if entry is not LINE and entry is not RECENT)


def keys_shown(entry: Entry) -> str:
    """Return an action's first key as the platform writes it; empty for none."""
    return QKeySequence(entry.keys[0]).toString(QKeySequence.SequenceFormat.NativeText) if entry.keys else ""


class Actions(QObject):
    """The actions of one window, made from the table."""

    def __init__(self, window: QWidget, words: Words) -> None:
        super().__init__(window)
        self._words = words
        self._actions: dict[str, QAction] = {}
        self._groups: dict[str, QActionGroup] = {}
        for entry in entries():
            action = self._made(entry, window)
            window.addAction(action)
            self._actions[entry.id] = action
        self.show_history(None)
        self.allow(pack=False, audiences=0)

    def __getitem__(self, identifier: str) -> QAction:
        return self._actions[identifier]

    def on(self, asked: dict[str, Callable[[], object]], within: QWidget | None = None) -> None:
        """Have functions called when the actions of these names are asked for; ``within``: while that room is the one shown."""
        for identifier, then in asked.items():
            self._actions[identifier].triggered.connect(
                lambda _checked=False, then=then: then() if within is None or within.isVisible() else None
            )

    def allow(self, *, pack: bool, audiences: int) -> None:
        """Say what there is: a pack, and how many audiences it has."""
        there = {Needs.NOTHING: True, Needs.PACK: pack, Needs.AUDIENCES: pack and audiences > 0}
        for entry in entries():
            if entry.needs in there:
                self._actions[entry.id].setEnabled(there[entry.needs])

    def show_history(self, history: "History[Any] | None") -> None:
        """Name the steps that undo and redo would take."""
        undo, redo = (history.done[-1:], history.undone[-1:]) if history else ((), ())
        for identifier, steps in (("undo", undo), ("redo", redo)):
            action = self._actions[identifier]
            action.setEnabled(bool(steps))
            action.setText(self._step_words(identifier, steps[0]) if steps else self._words.say(f"window.action.{identifier}"))
            action.setToolTip(f"{action.text()} ({action.shortcut().toString(QKeySequence.SequenceFormat.NativeText)})")

    def _step_words(self, identifier: str, step: "Step[Any]") -> str:
        key = f"edit.{step.code}"
        return self._words.say(f"window.action.{identifier}-step", step=self._words.say(key, **step.parameters))

    def fill(self, bar: QMenuBar, recent: Callable[[QMenu], None]) -> None:
        """Fill a menu bar; ``recent`` is called with the submenu of recent packs whenever it is about to show."""
        for name, held in MENUS.items():
            menu = bar.addMenu(self._words.say(f"window.menu.{name}"))
            menu.setToolTipsVisible(True)
            for entry in held:
                if entry is LINE:
                    menu.addSeparator()
                elif entry is RECENT:
                    under = menu.addMenu(self._words.say("window.menu.recent"))
                    under.aboutToShow.connect(lambda under=under: recent(under))
                else:
                    menu.addAction(self._actions[entry.id])

    def _made(self, entry: Entry, window: QWidget) -> QAction:
        action = QAction(window)
        action.setText(self._words.say(f"window.action.{entry.id}"))
        action.setObjectName(entry.id)
        action.setShortcuts([QKeySequence(key) for key in entry.keys])
        action.setCheckable(entry.checkable)
        action.setMenuRole(entry.role)
        if entry.group:
            group = self._groups.setdefault(entry.group, QActionGroup(self))
            group.addAction(action)
        return action
