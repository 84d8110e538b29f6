"""How a person arranged the pack's room: how wide panes are, what is folded away; kept beside how the window stood."""

from dataclasses import dataclass

from PySide6.QtCore import QSettings

_LIBRARY, _PREVIEW, _FOLDED, _LAST = "panes/library", "panes/preview", "panes/folded", "panes/last"
_WIDEST = 4000


@dataclass(frozen=True, slots=True)
class Arrangement:
    """Widths in pixels at 100 %, None for the usual; which panes were folded away.

    ``folded`` holds any of "library", "preview", "problems"; ``last`` is the pane asked for last.
    """

    library: int | None = None
    preview: int | None = None
    folded: frozenset[str] = frozenset()
    last: str = "library"


def arrangement_in(settings: QSettings) -> Arrangement:
    """Return how the pack's room was left; what cannot be followed is left aside."""
    folded = str(settings.value(_FOLDED, "")).split()
    last = str(settings.value(_LAST, ""))
    return Arrangement(
        _width(settings, _LIBRARY),
        _width(settings, _PREVIEW),
        frozenset(folded) & {"library", "preview", "problems"},
        last if last in {"library", "preview"} else "library",
    )


def keep_arrangement(settings: QSettings, left: Arrangement) -> None:
    """Remember how the pack's room is left."""
    for name, width in ((_LIBRARY, left.library), (_PREVIEW, left.preview)):
        if width is not None:
            settings.setValue(name, width)
    settings.setValue(_FOLDED, " ".join(sorted(left.folded)))
    settings.setValue(_LAST, left.last)
    settings.sync()


def _width(settings: QSettings, name: str) -> int | None:
    value = str(settings.value(name, ""))
    return int(value) if value.isascii() and value.isdigit() and 0 < int(value[:6]) < _WIDEST else None
