"""A menu bar whose letters are underlined only while Alt is down or the bar has the keyboard: until then they say nothing."""

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QGuiApplication, QPainter, QPaintEvent
from PySide6.QtWidgets import QMenuBar, QWidget

from briefing_app.desktop.theme import theme_of


class MenuBar(QMenuBar):
    """Its owner tells it when Alt goes down and up; another program's window ends that too."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._alt = False
        application = QGuiApplication.instance()
        assert isinstance(application, QGuiApplication)
        application.applicationStateChanged.connect(self._left)

    @property
    def letters_shown(self) -> bool:
        """Whether the letters that open menus with Alt are underlined."""
        return self._alt or self.hasFocus()

    def show_letters(self, *, alt: bool) -> None:
        """Underline the letters while Alt is down."""
        if alt != self._alt:
            self._alt = alt
            self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:  # noqa: N802 - Qt's name
        """Draw the names of the menus."""
        theme, chosen = theme_of(), self.activeAction()
        letters = Qt.TextFlag.TextShowMnemonic if self.letters_shown else Qt.TextFlag.TextHideMnemonic
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        for action in self.actions():
            box = self.actionGeometry(action)
            if action == chosen:
                painter.setPen(Qt.PenStyle.NoPen)
                painter.setBrush(theme.colour("well"))
                painter.drawRoundedRect(QRectF(box), theme.radius("chip"), theme.radius("chip"))
            painter.setPen(theme.colour("ink" if action == chosen else "ink2"))
            painter.drawText(box, letters.value | Qt.AlignmentFlag.AlignCenter.value, action.text())
        painter.end()

    def _left(self, state: Qt.ApplicationState) -> None:
        if state != Qt.ApplicationState.ApplicationActive:
            self.show_letters(alt=False)
