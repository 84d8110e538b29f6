"""How the window stood when it was left: its place and size, how wide panes were, what was folded. It is no more than a comfort.

Whatever is in the file, from whichever screens: what cannot be followed is left aside, and nobody hears of it.
"""

from dataclasses import dataclass

from PySide6.QtCore import QByteArray, QSettings
from PySide6.QtWidgets import QMainWindow

from briefing_app.paths import data_folder

_GEOMETRY, _LIBRARY, _PREVIEW, _FOLDED, _LAST = "window/geometry", "panes/library", "panes/preview", "panes/folded", "panes/last"
_LETTERS = "keys/letters"
_WIDEST = 4000


@dataclass(frozen=True, slots=True)
class Arrangement:
    """The pack's room as a person arranged it: widths in pixels at 100 %, None for the usual; which panes were folded away.

    ``folded`` holds any of "library", "preview", "problems"; ``last`` is the pane asked for last.
    """

    library: int | None = None
    preview: int | None = None
    folded: frozenset[str] = frozenset()
    last: str = "library"


class WindowMemory:
    """Reads and writes the file; made when the window is."""

    def __init__(self) -> None:
        self._settings = QSettings(str(data_folder() / "window.ini"), QSettings.Format.IniFormat)

    def restore(self, window: QMainWindow) -> None:
        """Put a window where it stood; Qt brings one back into sight whose screen is gone."""
        geometry = self._settings.value(_GEOMETRY)
        if isinstance(geometry, QByteArray):
            window.restoreGeometry(geometry)

    def keep(self, window: QMainWindow) -> None:
        """Remember where a window stands."""
        self._settings.setValue(_GEOMETRY, window.saveGeometry())
        self._settings.sync()

    def arrangement(self) -> Arrangement:
        """Return how the pack's room was left."""
        folded = str(self._settings.value(_FOLDED, "")).split()
        last = str(self._settings.value(_LAST, ""))
        return Arrangement(
            self._width(_LIBRARY),
            self._width(_PREVIEW),
            frozenset(folded) & {"library", "preview", "problems"},
            last if last in {"library", "preview"} else "library",
        )

    def keep_arrangement(self, left: Arrangement) -> None:
        """Remember how the pack's room is left."""
        for name, width in ((_LIBRARY, left.library), (_PREVIEW, left.preview)):
            if width is not None:
                self._settings.setValue(name, width)
        self._settings.setValue(_FOLDED, " ".join(sorted(left.folded)))
        self._settings.setValue(_LAST, left.last)
        self._settings.sync()

    def letters(self) -> bool:
        """Tell whether single letters act while a source is read: they do until a person turns them off."""
        return str(self._settings.value(_LETTERS, "on")) != "off"

    def keep_letters(self, *, on: bool) -> None:
        """Remember whether single letters act."""
        self._settings.setValue(_LETTERS, "on" if on else "off")
        self._settings.sync()

    def _width(self, name: str) -> int | None:
        value = str(self._settings.value(name, ""))
        return int(value) if value.isascii() and value.isdigit() and 0 < int(value[:6]) < _WIDEST else None
