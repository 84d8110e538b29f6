"""Which sections of a pack's outline were folded when it was left, for the packs of late. It is no more than a comfort."""

from collections.abc import Iterable

from PySide6.QtCore import QSettings

from briefing_app.paths import data_folder

_KEY = "outline/folded"
_PACKS = 40
"""How many packs are remembered."""


class FoldedSections:
    """Reads and writes the file of the window's memory: a line a pack, its identifier first, the last one folded first."""

    def __init__(self) -> None:
        self._settings = QSettings(str(data_folder() / "window.ini"), QSettings.Format.IniFormat)

    def of(self, pack: str) -> frozenset[str]:
        """Return the identifiers of the sections that were folded in a pack."""
        return next((frozenset(sections) for known, *sections in self._lines() if known == pack), frozenset())

    def keep(self, pack: str, sections: Iterable[str]) -> None:
        """Remember which sections of a pack are folded."""
        others = [line for line in self._lines() if line[0] != pack]
        folded = sorted(sections)
        lines = ([[pack, *folded]] if folded else []) + others
        self._settings.setValue(_KEY, "\n".join(" ".join(line) for line in lines[:_PACKS]))
        self._settings.sync()

    def _lines(self) -> list[list[str]]:
        return [line.split() for line in str(self._settings.value(_KEY, "")).splitlines() if line.strip()]
