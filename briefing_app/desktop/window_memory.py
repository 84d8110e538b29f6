"""How the window stood when it was left, and what a person chose once for all. It is no more than a comfort.

Whatever is in the file, from whichever screens: what cannot be followed is left aside, and nobody hears of it.
"""

from typing import TYPE_CHECKING

from PySide6.QtCore import QByteArray, QSettings
from PySide6.QtWidgets import QMainWindow

from briefing_app.paths import data_folder

if TYPE_CHECKING:  # loaded with the first pack
    from briefing_app.desktop.arrangement import Arrangement

_GEOMETRY, _LETTERS = "window/geometry", "keys/letters"


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

    def arrangement(self) -> "Arrangement":
        """Return how the pack's room was left."""
        from briefing_app.desktop.arrangement import arrangement_in  # noqa: PLC0415 - loaded with the first pack

        return arrangement_in(self._settings)

    def keep_arrangement(self, left: "Arrangement") -> None:
        """Remember how the pack's room is left."""
        from briefing_app.desktop.arrangement import keep_arrangement  # noqa: PLC0415 - loaded with the first pack

        keep_arrangement(self._settings, left)

    def letters(self) -> bool:
        """Tell whether single letters act while a source is read: they do until a person turns them off."""
        return str(self._settings.value(_LETTERS, "on")) != "off"

    def keep_letters(self, *, on: bool) -> None:
        """Remember whether single letters act."""
        self._settings.setValue(_LETTERS, "on" if on else "off")
        self._settings.sync()
