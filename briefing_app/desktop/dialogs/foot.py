"""The foot of a dialog: buttons at the right, the primary one last, the same on every system."""

from PySide6.QtWidgets import QHBoxLayout, QPushButton, QWidget


def foot(*buttons: QPushButton, beside: QWidget | None = None) -> QHBoxLayout:
    """Return a row of buttons; the last is the primary one, which Enter presses. ``beside`` stands at the left."""
    row = QHBoxLayout()
    row.setSpacing(8)
    if beside is not None:
        row.addWidget(beside, 0 if isinstance(beside, QPushButton) else 1)
    if beside is None or isinstance(beside, QPushButton):
        row.addStretch(1)
    for button in buttons:
        button.setAutoDefault(False)
        row.addWidget(button)
    buttons[-1].setProperty("kind", "primary")
    buttons[-1].setDefault(True)
    return row
