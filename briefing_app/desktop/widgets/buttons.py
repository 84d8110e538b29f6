"""Buttons: words, an icon, or words that open a menu; how each looks is in the style sheet."""

from typing import Literal

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QFontMetricsF, QIcon, QPaintEvent
from PySide6.QtWidgets import QMenu, QPushButton, QStyle, QStyleOptionToolButton, QStylePainter, QToolButton, QWidget

from briefing_app.desktop.icons import paint_icon
from briefing_app.desktop.live_icons import icon
from briefing_app.desktop.theme import theme_of
from briefing_app.desktop.widgets.text_painter import paint_line

PushKind = Literal["primary", "plain", "link"]

ICON = 18
SMALL_ICON = 16


def push_button(text: str, kind: PushKind = "plain", icon_name: str = "", parent: QWidget | None = None) -> QPushButton:
    """Return a button with words; one primary button a view."""
    button = QPushButton(text, parent)
    button.setProperty("kind", kind)
    if icon_name:
        button.setIcon(icon(icon_name, {"primary": "on_accent", "link": "accent"}.get(kind, "ink2")))
        side = theme_of().px(SMALL_ICON)
        button.setIconSize(QSize(side, side))
        # The style leaves little between the two; the blank is not read out.
        button.setText(f" {text}")
        button.setAccessibleName(text)
    if kind == "link":
        button.setCursor(Qt.CursorShape.PointingHandCursor)
    return button


def icon_button(icon_name: str, name: str, tone: str = "ink2", size: int = ICON, parent: QWidget | None = None) -> QToolButton:
    """Return a button with an icon alone; ``name`` is read out and shown as its tooltip."""
    button = QToolButton(parent)
    button.setIcon(icon(icon_name, tone))
    side = theme_of().px(size)
    button.setIconSize(QSize(side, side))
    button.setToolTip(name)
    button.setAccessibleName(name)
    button.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
    return button


class DropButton(QToolButton):
    """Words with a small arrow after them, opening a menu: for filters, the zoom, the audience at the pack's head."""

    PAD, GAP, ARROW = 4, 4, 14

    def __init__(
        self, text: str, menu: QMenu | None = None, *, type_name: str = "body", tone: str = "ink2", parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._type, self._tone = type_name, tone
        self.setProperty("kind", "drop")
        self.setText(text)
        self.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        if menu is not None:
            self.setMenu(menu)

    def sizeHint(self) -> QSize:  # noqa: N802 - Qt's name
        """Return room for the words and the arrow."""
        theme = theme_of()
        words = QFontMetricsF(theme.font(self._type)).horizontalAdvance(self.text())
        return QSize(
            int(words + 1) + theme.px(2 * self.PAD + self.GAP + self.ARROW), max(theme.px(24), theme.line(self._type) + theme.px(4))
        )

    def minimumSizeHint(self) -> QSize:  # noqa: N802 - Qt's name
        """Return room for a few letters; the rest may fade."""
        return QSize(min(theme_of().px(64), self.sizeHint().width()), self.sizeHint().height())

    def paintEvent(self, _event: QPaintEvent) -> None:  # noqa: N802 - Qt's name
        """Draw the style's ground, then words and arrow."""
        theme = theme_of()
        painter = QStylePainter(self)
        option = QStyleOptionToolButton()
        self.initStyleOption(option)
        option.text, option.icon = "", QIcon()
        option.features = QStyleOptionToolButton.ToolButtonFeature.None_
        painter.drawComplexControl(QStyle.ComplexControl.CC_ToolButton, option)
        tone = self._tone if self.isEnabled() else "ink3"
        pad, arrow = theme.px(self.PAD), theme.px(self.ARROW)
        room = QRectF(self.rect()).adjusted(pad, 0, -pad - arrow - theme.px(self.GAP), 0)
        used = paint_line(painter, self.text(), room, theme.font(self._type), theme.colour(tone))
        corner = QPointF(room.left() + used + theme.px(self.GAP), round(self.height() / 2 - arrow / 2))
        paint_icon(painter, "chevron-down", QRectF(corner.x(), corner.y(), arrow, arrow), theme.colour(tone))
        painter.end()
