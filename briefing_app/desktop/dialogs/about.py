"""Says what the app is, its version, and whose work stands in it."""

from PySide6.QtCore import qVersion
from PySide6.QtWidgets import QLabel, QPushButton, QVBoxLayout, QWidget

from briefing_app import __version__
from briefing_app.desktop.dialogs.foot import foot
from briefing_app.desktop.dialogs.sheet import Sheet
from briefing_app.words import Words


class AboutDialog(Sheet):
    """A few lines."""

    def __init__(self, words: Words, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("about")
        say = words.say
        self.setWindowTitle(say("window.action.about"))
        self.setFixedWidth(460)
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 20, 24, 20)
        column.setSpacing(10)
        lines = (
            (say("window.name"), "title", "ink"),
            (say("window.about.version", version=__version__, qt=qVersion()), "body", "ink2"),
            (say("window.about.what"), "body", "ink"),
            (say("window.about.offline"), "body", "ink"),
            (say("window.about.works"), "small", "ink3"),
        )
        for text, kind, tone in lines:
            label = QLabel(text)
            label.setWordWrap(True)
            label.setProperty("type", kind)
            label.setProperty("tone", tone)
            column.addWidget(label)
        done = QPushButton(say("window.close"))
        done.clicked.connect(self.accept)
        column.addSpacing(8)
        column.addLayout(foot(done))
