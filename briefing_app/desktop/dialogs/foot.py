"""The foot of a dialog: buttons at the right, the primary one last, the same on every system."""

from PySide6.QtWidgets import QHBoxLayout, QPushButton


def foot(*buttons: QPushButton) -> QHBoxLayout:
    """Return a row of buttons; the last is the primary one, which Enter presses."""
    row = QHBoxLayout()
    row.setSpacing(8)
    row.addStretch(1)
    for button in buttons:
        button.setAutoDefault(False)
        row.addWidget(button)
    buttons[-1].setProperty("kind", "primary")
    buttons[-1].setDefault(True)
    return row
