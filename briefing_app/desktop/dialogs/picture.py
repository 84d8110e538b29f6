"""Says about a placed picture what it cannot say itself: what it shows, its caption, whose it is."""

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtCore import QBuffer, QByteArray, QSize, Qt, Signal
from PySide6.QtGui import QImageReader, QPixmap
from PySide6.QtWidgets import QLabel, QLineEdit, QPlainTextEdit, QPushButton, QVBoxLayout, QWidget

from briefing_app.desktop.dialogs.foot import foot
from briefing_app.desktop.dialogs.sheet import Sheet
from briefing_app.desktop.theme import theme_of
from briefing_app.desktop.workspace import Workspace
from briefing_app.domain.audience import MASTER, in_words
from briefing_app.domain.pack import ImagePlacement, Pack
from briefing_app.words import Words
from briefing_app.workbench import editing
from briefing_app.workbench.editing import Edited

_WIDTH = 480
_BESIDE = 8
_PICTURE = QSize(416, 164)
"""The room of the picture, in pixels at 100 %."""


@dataclass(frozen=True, slots=True)
class Particulars:
    """What stands with a picture: its caption, whose it is, and what it shows for those who cannot see it."""

    caption: str
    credit: str
    alternative: str


class PictureDialog(Sheet):
    """Takes the three texts of a picture, which is shown above them."""

    described = Signal(object)
    """``Particulars``."""
    typed = Signal()
    """Something was written: ``written`` has it."""

    def __init__(self, held: Particulars, picture: bytes, words: Words, only_for: str = "", parent: QWidget | None = None) -> None:
        """Make the dialog; ``only_for`` names the audience whose own caption it is."""
        super().__init__(parent)
        self.setObjectName("picture")
        say, theme = words.say, theme_of()
        self.setWindowTitle(say("window.picture.title"))
        self.setMinimumWidth(theme.px(_WIDTH))
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 20, 24, 20)
        column.setSpacing(6)
        column.addWidget(_label(say("window.picture.title"), "title"))
        shown = _fitted(picture, QSize(theme.px(_PICTURE.width()), theme.px(_PICTURE.height())), self.devicePixelRatioF())
        if not shown.isNull():
            view = QLabel()
            view.setPixmap(shown)
            view.setAlignment(Qt.AlignmentFlag.AlignCenter)
            view.setFixedHeight(theme.px(_PICTURE.height()) + 2 * theme.px(_BESIDE))
            view.setProperty("ground", "well")
            view.setAccessibleName(held.alternative or say("window.picture.title"))
            column.addSpacing(4)
            column.addWidget(view)
        column.addSpacing(4)
        self.alternative = QPlainTextEdit(held.alternative)
        self.alternative.setProperty("kind", "field")
        self.alternative.setTabChangesFocus(True)
        self.alternative.setFixedHeight(theme.line("body") * 2 + theme.px(18))
        caption = say("window.picture.caption-for", audience=only_for) if only_for else say("window.picture.caption")
        self.caption, self.credit = QLineEdit(held.caption), QLineEdit(held.credit)
        self.credit.setPlaceholderText(say("window.picture.credit-hint"))
        self._add(column, say("window.picture.alternative"), self.alternative, say("window.picture.alternative-line"))
        self._add(column, caption, self.caption)
        self._add(column, say("window.picture.credit"), self.credit)
        column.addSpacing(10)
        stay = QPushButton(say("window.cancel"))
        stay.clicked.connect(self.reject)
        self.keep = QPushButton(say("window.picture.keep"))
        self.keep.clicked.connect(self.accept)
        column.addLayout(foot(stay, self.keep))
        for field in (self.alternative, self.caption, self.credit):
            field.textChanged.connect(self.typed)
        self.alternative.setFocus()

    def written(self) -> Particulars:
        """Return the texts as they are now."""
        # One sentence, whatever lines it was written in.
        alternative = " ".join(self.alternative.document().toPlainText().split())
        return Particulars(self.caption.text().strip(), self.credit.text().strip(), alternative)

    def accept(self) -> None:
        """Tell the texts and close."""
        self.described.emit(self.written())
        super().accept()

    @staticmethod
    def _add(column: QVBoxLayout, name: str, field: QWidget, line: str = "") -> None:
        label = _label(name, "strong")
        label.setBuddy(field)
        field.setAccessibleName(name)
        field.setAccessibleDescription(line)
        column.addSpacing(4)
        column.addWidget(label)
        if line:
            column.addWidget(_label(line, "small"))
        column.addWidget(field)


def _fitted(data: bytes, room: QSize, ratio: float) -> QPixmap:
    """Return a picture's pixels fitted into a room, read no larger than that; null for what cannot be read."""
    buffer = QBuffer()
    buffer.setData(QByteArray(data))
    reader = QImageReader(buffer)
    reader.setAutoTransform(True)
    size = reader.size()
    if size.isValid():
        reader.setScaledSize(size.scaled(room * ratio, Qt.AspectRatioMode.KeepAspectRatio).boundedTo(size))
    pixels = QPixmap.fromImage(reader.read())
    pixels.setDevicePixelRatio(ratio)
    return pixels


def _label(text: str, kind: str) -> QLabel:
    label = QLabel(text, wordWrap=kind != "strong")
    label.setTextFormat(Qt.TextFormat.PlainText)
    label.setProperty("type", kind)
    if kind == "small":
        label.setProperty("tone", "ink2")
    return label


def open_picture(workspace: Workspace, placement: str, parent: QWidget | None = None) -> PictureDialog:
    """Open the dialog for a placed picture and put its texts into the pack as one edit; KeyError when no picture is placed there.

    Where the audience shown has a caption of its own, that one is taken; else the one for all.
    """
    held = editing.placement_of(workspace.pack, placement)
    if not isinstance(held, ImagePlacement):
        raise KeyError(placement)
    shown = workspace.audience_shown
    own = shown is not None and shown.id in held.caption.other
    audience = shown.id if shown and own else MASTER
    texts = Particulars(held.caption.of(audience), held.credit, held.alternative)
    name = in_words(shown.name, workspace.words.language) if shown and own else ""
    picture = workspace.session.media.get(held.media, b"")
    dialog = PictureDialog(texts, picture, workspace.words, name, parent)

    def kept(said: Particulars) -> Callable[[Pack], Edited]:
        return lambda pack: editing.describe_picture(pack, placement, said.credit, said.alternative, said.caption, audience)

    def tell_typing() -> None:
        said = dialog.written()
        workspace.typing(kept(said) if said != texts else None, "sheet")

    dialog.typed.connect(tell_typing)
    dialog.finished.connect(lambda _code: workspace.typing(None, "sheet"))
    dialog.described.connect(lambda said: workspace.do(kept(said)) if said != texts else None)
    dialog.open()
    return dialog
