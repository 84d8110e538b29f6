"""A dialog's form: names at the left on one line with what is typed into the fields beside them."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractSpinBox, QComboBox, QFormLayout, QLabel, QLineEdit, QWidget

from briefing_app.desktop.theme import theme_of

FIELD = 32
"""How high a field of one line is, in pixels at 100 %."""


def form(*rows: tuple[str, QWidget], first_lines: dict[QWidget, int] | None = None) -> QFormLayout:
    """Return a form of named fields; an empty name leaves its place free.

    ``first_lines``: for fields of several lines, twice the height (in pixels at 100 %) at which the middle of their first line is.
    """
    theme = theme_of()
    made = QFormLayout()
    made.setHorizontalSpacing(16)
    made.setVerticalSpacing(10)
    made.setFieldGrowthPolicy(QFormLayout.FieldGrowthPolicy.AllNonFixedFieldsGrow)
    for name, field in rows:
        if isinstance(field, QAbstractSpinBox | QComboBox | QLineEdit):
            # One height for all, whatever a style adds to one of them.
            field.setFixedHeight(theme.px(FIELD))
        if not name:
            made.addRow("", field)
            continue
        label = QLabel(name)
        label.setFixedHeight(theme.px((first_lines or {}).get(field, FIELD)))
        label.setAlignment(Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft)
        label.setBuddy(field)
        made.addRow(label, field)
    return made
