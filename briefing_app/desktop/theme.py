"""The theme in force: tokens as Qt colours and fonts, put on the application and kept in step with the system's light or dark."""

from dataclasses import dataclass
from functools import lru_cache
from typing import Literal

from PySide6.QtCore import QCoreApplication, QObject, Qt
from PySide6.QtGui import QColor, QFont, QFontDatabase, QFontInfo, QPalette
from PySide6.QtWidgets import QApplication

from briefing_app.desktop import typefaces
from briefing_app.desktop.style_sheet import style_sheet
from briefing_app.desktop.tokens import DARK, LIGHT, RADIUS, SMALLEST, TYPE, Colours
from briefing_app.desktop.widgets.focus_ring import FocusRing

Scheme = Literal["light", "dark"]

SYSTEM_SIZE = 13
"""The system font size in pixels that the tokens' sizes are given for."""

LARGEST_SCALE = 3.0

_SCHEMES: dict[Scheme, Colours] = {"light": LIGHT, "dark": DARK}
STYLE = ("-style", "fusion")
"""Arguments for the application: how controls are drawn, on every system alike."""

_IN_FORCE, _LOOK, _STILL = "theme_in_force", "theme_look", "theme_still"


@dataclass(frozen=True, slots=True)
class Theme:
    """Colours and sizes to paint with. ``scale`` multiplies every size: 1.0 at the system's usual type."""

    scheme: Scheme = "light"
    scale: float = 1.0

    @property
    def colours(self) -> Colours:
        """The colours as ``#RRGGBB``."""
        return _SCHEMES[self.scheme]

    @property
    def dark(self) -> bool:
        """Whether light words stand on a dark ground."""
        return self.scheme == "dark"

    def colour(self, name: str, opacity: float = 1.0) -> QColor:
        """Return a colour of ``tokens.Colours`` by name; AttributeError for another name."""
        colour = QColor(getattr(self.colours, name))
        if opacity < 1:
            colour.setAlphaF(opacity)
        return colour

    def font(self, name: str = "body", *, weight: int | None = None, italic: bool = False, figures: bool = False) -> QFont:
        """Return a type of ``tokens.TYPE`` by name; ``figures``: digits of one width, for numbers that stand below each other."""
        return QFont(_font(name, self.scale, weight, italic, figures))

    def line(self, name: str = "body") -> int:
        """Return the line height of a type, in pixels."""
        return self.px(TYPE[name].line)

    def px(self, length: float) -> int:
        """Return a length in pixels at 100 % as it is now, whole so that edges stay sharp."""
        return round(length * self.scale)

    def radius(self, name: str) -> float:
        """Return a corner's radius by name: chip, control, card, dialog, page."""
        return RADIUS[name] * self.scale


@lru_cache(maxsize=256)
def _font(name: str, scale: float, weight: int | None, italic: bool, figures: bool) -> QFont:
    kind = TYPE[name]
    font = QFont(list(typefaces.SERIF if kind.serif else typefaces.SANS))
    font.setPixelSize(max(SMALLEST, round(kind.size * scale)))
    font.setWeight(QFont.Weight(weight or kind.weight))
    font.setItalic(italic)
    font.setHintingPreference(QFont.HintingPreference.PreferNoHinting)
    if figures:
        font.setFeature(QFont.Tag("tnum"), 1)
    if kind.size >= TYPE["title"].size:
        font.setLetterSpacing(QFont.SpacingType.AbsoluteSpacing, -0.3 * scale)
    return font


def theme_of(application: QCoreApplication | None = None) -> Theme:
    """Return the theme in force; the plain light one where none was applied."""
    application = application or QCoreApplication.instance()
    theme = application.property(_IN_FORCE) if application else None
    return theme if isinstance(theme, Theme) else Theme()


def apply(application: QApplication, scheme: Scheme | None = None, scale: float | None = None) -> Theme:
    """Put typefaces, palette and style sheet on the application, which was made with ``STYLE`` among its arguments.

    Without a scheme it follows the system's light or dark from now on, without a scale the system's size of type. Widgets hear of a
    change as they do of any: their ``changeEvent`` with PaletteChange, FontChange or StyleChange. Return the theme in force.
    """
    look = application.property(_LOOK)
    if not isinstance(look, _Look):
        look = _Look(application)
        application.setProperty(_LOOK, look)
    return look.keep(scheme, scale)


def system_scale() -> float:
    """Return how much larger than usual the system sets its type; 1.0 at least, so that nothing gets too small to read."""
    pixels = QFontInfo(QFontDatabase.systemFont(QFontDatabase.SystemFont.GeneralFont)).pixelSize()
    return min(LARGEST_SCALE, max(1.0, pixels / SYSTEM_SIZE))


def moves(application: QCoreApplication | None = None) -> bool:
    """Tell whether things may move: not where the system's effects are switched off, nor where ``hold_still`` was called."""
    application = application or QCoreApplication.instance()
    if not isinstance(application, QApplication) or application.property(_STILL):
        return False
    from PySide6.QtWidgets import QStyle  # noqa: PLC0415 - it takes long to load, and the first picture of a window does not move

    return application.style().styleHint(QStyle.StyleHint.SH_Widget_Animation_Duration) > 0


def hold_still(application: QCoreApplication, *, still: bool = True) -> None:
    """Let nothing move from now on, or let it move again: for pictures, and for whoever must see the end at once."""
    application.setProperty(_STILL, still)


class _Look(QObject):
    """Keeps the application in step; lives and goes with it."""

    def __init__(self, application: QApplication) -> None:
        super().__init__(application)
        self._application = application
        self._scheme: Scheme | None = None
        self._scale: float | None = None
        self._sheet = ""
        typefaces.load(application)
        application.styleHints().colorSchemeChanged.connect(self._follow)
        FocusRing(application)

    def keep(self, scheme: Scheme | None, scale: float | None) -> Theme:
        self._scheme, self._scale = scheme, scale
        hints = self._application.styleHints()
        if scheme is None:
            hints.unsetColorScheme()
        else:
            # Frames that the system draws (title bars, its own dialogs) follow too.
            hints.setColorScheme(Qt.ColorScheme.Dark if scheme == "dark" else Qt.ColorScheme.Light)
        return self._rebuild(hints.colorScheme())

    def _follow(self, system: Qt.ColorScheme) -> None:
        self._rebuild(system)

    def _rebuild(self, system: Qt.ColorScheme) -> Theme:
        theme = Theme(self._scheme or ("dark" if system == Qt.ColorScheme.Dark else "light"), self._scale or system_scale())
        self._application.setProperty(_IN_FORCE, theme)
        self._application.setFont(theme.font("body"))
        self._application.setPalette(palette(theme))
        sheet = style_sheet(theme.colours, theme.scale)
        if sheet != self._sheet:
            self._sheet = sheet
            self._application.setStyleSheet(sheet)
        return theme


_PALETTE: tuple[tuple[QPalette.ColorRole, str], ...] = (
    (QPalette.ColorRole.Window, "desk"),
    (QPalette.ColorRole.WindowText, "ink"),
    (QPalette.ColorRole.Base, "surface"),
    (QPalette.ColorRole.AlternateBase, "desk"),
    (QPalette.ColorRole.Text, "ink"),
    (QPalette.ColorRole.Button, "card"),
    (QPalette.ColorRole.ButtonText, "ink"),
    (QPalette.ColorRole.BrightText, "on_accent"),
    (QPalette.ColorRole.ToolTipBase, "raised"),
    (QPalette.ColorRole.ToolTipText, "ink"),
    (QPalette.ColorRole.PlaceholderText, "ink3"),
    (QPalette.ColorRole.Highlight, "select"),
    (QPalette.ColorRole.HighlightedText, "ink"),
    (QPalette.ColorRole.Accent, "accent_fill"),
    (QPalette.ColorRole.Link, "accent"),
    (QPalette.ColorRole.LinkVisited, "accent"),
    (QPalette.ColorRole.Light, "raised"),
    (QPalette.ColorRole.Midlight, "well"),
    (QPalette.ColorRole.Mid, "line"),
    (QPalette.ColorRole.Dark, "outline"),
    (QPalette.ColorRole.Shadow, "shadow"),
)
_DISABLED = (
    QPalette.ColorRole.WindowText,
    QPalette.ColorRole.Text,
    QPalette.ColorRole.ButtonText,
    QPalette.ColorRole.HighlightedText,
)


def palette(theme: Theme) -> QPalette:
    """Return the theme as a palette, for what Fusion draws by itself."""
    result = QPalette()
    for role, name in _PALETTE:
        result.setColor(role, theme.colour(name))
    for role in _DISABLED:
        result.setColor(QPalette.ColorGroup.Disabled, role, theme.colour("ink3"))
    result.setColor(QPalette.ColorGroup.Disabled, QPalette.ColorRole.Accent, theme.colour("ink3"))
    return result
