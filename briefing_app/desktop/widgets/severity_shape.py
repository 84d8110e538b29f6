"""Severities as signs: told apart without colour, each beside the word that says it."""

from collections.abc import Mapping
from types import MappingProxyType

from PySide6.QtCore import QRectF
from PySide6.QtGui import QPainter

from briefing_app.desktop.icons import paint_icon
from briefing_app.desktop.theme import Theme
from briefing_app.domain.finding import Severity

SEVERITIES: Mapping[Severity, tuple[str, str]] = MappingProxyType(
    {Severity.BLOCKS: ("octagon-x", "block"), Severity.MEND: ("triangle-alert", "warn"), Severity.INFO: ("info", "ink3")}
)
"""The icon and the colour of each severity, by name."""


def paint_severity(painter: QPainter, severity: Severity, square: QRectF, theme: Theme) -> None:
    """Draw a severity's sign into a square."""
    name, tone = SEVERITIES[severity]
    paint_icon(painter, name, square, theme.colour(tone))
