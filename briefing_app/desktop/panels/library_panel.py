"""The library pane: search as you type, narrow, look through the cards, place them in the pack."""

import dataclasses

from PySide6.QtCore import QEvent, QObject, QPoint, Qt, QTimer
from PySide6.QtGui import QAction, QGuiApplication, QKeyEvent, QKeySequence
from PySide6.QtWidgets import QMenu, QStackedWidget, QVBoxLayout, QWidget

from briefing_app.desktop.by_turns import ByTurns
from briefing_app.desktop.models.library_model import LibraryModel
from briefing_app.desktop.placing import place
from briefing_app.desktop.widgets.card_list import CardList
from briefing_app.desktop.widgets.empty_state import EmptyState
from briefing_app.desktop.widgets.filter_row import FilterRow
from briefing_app.desktop.widgets.search_field import SearchField
from briefing_app.desktop.workspace import Workspace
from briefing_app.domain.excerpt import Standing
from briefing_app.errors import BriefingError
from briefing_app.workbench.finding_excerpts import Finder
from briefing_app.workbench.placing import placed_in
from briefing_app.workbench.session import Changed

DEBOUNCE = 120
"""Milliseconds of rest before what is typed is searched for."""

_ADDRESSEES = 12
"""How many addressees' words are offered to narrow by."""


class LibraryPanel(QWidget):
    """Shows the workspace's library. It holds no other pane; the keyboard comes in at the search field."""

    def __init__(self, workspace: Workspace, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._workspace = workspace
        words = workspace.words
        self._finder = Finder(workspace.session.library, filled=False)
        self._turns = ByTurns(self)
        self.model = LibraryModel(self._finder, words, self)
        self.search = SearchField(words.say("window.library.search"), words.say("window.library.clear-search"))
        self.filters = FilterRow(words)
        self.list = CardList(self.model, words)
        self.list.setAccessibleName(words.say("window.library.list"))
        self.empty = EmptyState("file-text", "")
        self.nothing = EmptyState("search", "")
        self._resting = QTimer(self, singleShot=True, interval=DEBOUNCE)
        self._lay_out()
        self._connect()
        self._take_in()

    def finish(self) -> None:
        """Take in at once what of the library is still to be taken in."""
        self._turns.finish()

    def focus_search(self) -> None:
        """Give the keyboard to the search field, its words selected."""
        self.search.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.search.selectAll()

    def place_chosen(self) -> None:
        """Place the selected cards in the current section, after the placement that is selected there."""
        if chosen := self.list.chosen():
            self.place(chosen)

    def place(self, excerpts: tuple[str, ...]) -> None:
        """Place excerpts in the current section; what was placed last is selected, so that the next comes after it."""
        place(self._workspace, excerpts)

    def judge(self, standing: Standing) -> None:
        """Confirm or reject the selected excerpts; can be undone."""
        session = self._workspace.session
        code = {Standing.CONFIRMED: "confirm-excerpt", Standing.REJECTED: "reject-excerpt"}[standing]
        row = self.list.currentIndex().row()
        for identifier in self.list.chosen():
            try:
                session.do_excerpt(code, dataclasses.replace(session.library.excerpt(identifier), standing=standing))
            except KeyError:
                continue
            except BriefingError as fault:
                self._workspace.refuse(fault)
        if standing is Standing.REJECTED and self.model.rowCount():
            self.list.choose(min(row, self.model.rowCount() - 1))

    def copy_words(self) -> None:
        """Put the words of the selected excerpts on the clipboard, as the cards show them."""
        chosen = set(self.list.chosen())
        texts = [self._finder.words_of(entry) for entry in self.model.found.entries if entry.excerpt.id in chosen]
        QGuiApplication.clipboard().setText("\n\n".join(texts))

    def clear_filters(self) -> None:
        """Show all excerpts again."""
        self.search.clear()
        self.filters.clear()
        self._look()
        self.focus_search()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802 - Qt's name
        """Let Down lead from the search field to the cards."""
        if watched is self.search and isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            if event.key() in {Qt.Key.Key_Down, Qt.Key.Key_Return, Qt.Key.Key_Enter} and not event.modifiers():
                self._look_now()
                if self.model.rowCount():
                    self.list.setFocus(Qt.FocusReason.OtherFocusReason)
                    if not self.list.chosen():
                        self.list.choose(0)
                return True
            if event.key() == Qt.Key.Key_Escape and self.search.text():
                self.search.clear()
                self._look_now()
                return True
        return super().eventFilter(watched, event)

    def _lay_out(self) -> None:
        self.setProperty("ground", "desk")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setAccessibleName(self._workspace.words.say("window.library.name"))
        self.setFocusProxy(self.search)
        self._pages = QStackedWidget()
        for page in (self.list, self.empty, self.nothing):
            self._pages.addWidget(page)
        head = QVBoxLayout()
        head.setContentsMargins(12, 14, 12, 12)
        head.setSpacing(10)
        head.addWidget(self.search)
        head.addWidget(self.filters)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(head)
        column.addWidget(self._pages, 1)

    def _connect(self) -> None:
        workspace = self._workspace
        workspace.session_replaced.connect(self._begin)
        workspace.pack_changed.connect(self._pack_changed)
        workspace.library_changed.connect(self._library_changed)
        workspace.audience_changed.connect(self._audience_changed)
        self.search.textChanged.connect(self._resting.start)
        self.search.installEventFilter(self)
        self._resting.timeout.connect(self._look)
        self.filters.query_changed.connect(self._look)
        self.nothing.action_asked.connect(self.clear_filters)
        self.list.place_asked.connect(self.place)
        self.list.menu_asked.connect(self._menu)
        self.list.left_upwards.connect(self.focus_search)

    def _begin(self) -> None:
        self._finder = Finder(self._workspace.session.library, filled=False)
        self.model.use(self._finder)
        self._take_in()

    def _take_in(self) -> None:
        """Have the library at hand, a part of it in each turn of the loop, and show what is found."""

        def show() -> None:
            self._offer()
            self._look()

        self._turns.stop()
        self._turns.begin(self._finder.taking_in(self._workspace.audience_shown, self._workspace.pack.naming), show)

    def _offer(self) -> None:
        self._audiences = self._workspace.pack.audiences
        self.filters.offer(self._finder.documents, self._audiences, self._finder.addressees(_ADDRESSEES), self._finder.counts)
        self.filters.serve(self._workspace.audience_shown)

    def _look_now(self) -> None:
        self.finish()
        if self._resting.isActive():
            self._look()

    def _look(self) -> None:
        """Search anew and show it from the top; what was selected stays selected when it is found again."""
        self._resting.stop()
        if self._turns.busy:
            return  # it is looked for once there is all to look in
        current = self._current()
        pack = self._workspace.pack
        found = self._finder.find(self.filters.query(self.search.text()), pack.naming)
        self.model.show(found, pack.naming, placed_in(pack))
        self._tell_found()
        self.list.scrollToTop()
        if current and (row := self.model.row_among_first(current)) >= 0:
            self.list.choose(row)

    def _current(self) -> str:
        index = self.list.currentIndex()
        return self.model.entry(index).excerpt.id if index.isValid() else ""

    def _tell_found(self) -> None:
        found, say = self.model.found, self._workspace.words.say
        self.filters.count(found.counts)
        if found.entries:
            self._pages.setCurrentWidget(self.list)
        elif self._finder.empty:
            key = "window.library.no-excerpts" if self._finder.documents else "window.library.empty"
            self.empty.tell(say(key), say(f"{key}.hint"))
            self._pages.setCurrentWidget(self.empty)
        else:
            typed = found.query.words.strip()
            title = say("window.library.nothing", words=typed) if typed else say("window.library.nothing-fits")
            hint = say("window.library.nothing.hint") if typed else say("window.library.nothing-fits.hint")
            self.nothing.tell(title, hint, say("window.library.clear-filters"))
            self._pages.setCurrentWidget(self.nothing)

    def _pack_changed(self, _changed: Changed) -> None:
        pack = self._workspace.pack
        if self._turns.busy:
            return
        if pack.audiences != self._audiences:
            self._offer()
            self._look()
        else:
            self.model.mark_placed(placed_in(pack))

    def _library_changed(self, changed: Changed) -> None:
        if self._turns.busy:
            self._take_in()
            return
        self._finder.take_in(changed.parts)
        query, naming = self.model.found.query, self._workspace.pack.naming
        current, top = self._current(), self.list.verticalScrollBar().value()
        if not self.model.renew(self._finder.find(query, naming), naming, changed.parts):
            if current and (row := self.model.row_among_first(current)) >= 0:
                self.list.choose(row)
            self.list.verticalScrollBar().setValue(top)
        self.filters.offer(self._finder.documents, self._audiences, self._finder.addressees(_ADDRESSEES), self._finder.counts)
        self._tell_found()

    def _audience_changed(self, _identifier: str) -> None:
        self.filters.serve(self._workspace.audience_shown)
        self._look()

    def _menu(self, at: QPoint) -> None:
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        say = self._workspace.words.say
        entries = (
            ("window.card.place", "Return", self.place_chosen),
            ("window.library.open-card", "Space", self.list.toggle),
            ("window.library.copy-words", "Ctrl+C", self.copy_words),
            None,
            ("window.library.confirm", "", lambda: self.judge(Standing.CONFIRMED)),
            ("window.library.reject", "", lambda: self.judge(Standing.REJECTED)),
        )
        for entry in entries:
            if entry is None:
                menu.addSeparator()
                continue
            key, keys, does = entry
            action = QAction(say(key), menu)
            action.setShortcut(QKeySequence(keys))
            action.setShortcutVisibleInContextMenu(True)
            action.triggered.connect(does)
            menu.addAction(action)
        menu.popup(at)
