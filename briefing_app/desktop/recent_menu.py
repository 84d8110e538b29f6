"""The menu of recent packs, filled whenever it is about to show."""

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QMenu

from briefing_app.desktop.recents import recent_packs
from briefing_app.desktop.theme import theme_of
from briefing_app.words import Words

_WIDTH = 420
"""How wide a pack's title may be, in pixels at 100 %."""


def fill(menu: QMenu, words: Words, then: Callable[[Path], object]) -> None:
    """List the packs, newest first, each of which is opened by ``then``; a line says so where there are none."""
    menu.clear()
    for recent in recent_packs():
        title = menu.fontMetrics().elidedText(recent.title, Qt.TextElideMode.ElideRight, theme_of().px(_WIDTH))
        action = menu.addAction(title.replace("&", "&&"))
        action.setToolTip(recent.path)
        action.triggered.connect(lambda _checked=False, path=recent.path: then(Path(path)))
    if menu.isEmpty():
        menu.addAction(words.say("window.menu.no-recent")).setEnabled(False)
