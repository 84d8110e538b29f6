"""Kinds as icons, for what Qt draws by itself."""

from functools import cache

from PySide6.QtGui import QIcon

from briefing_app.desktop.live_icons import drawn_icon
from briefing_app.desktop.theme import theme_of
from briefing_app.desktop.widgets.kind_shape import KIND_TONES, draw_kind


@cache
def kind_icon(kind: str) -> QIcon:
    """Return a kind's shape as an icon that follows the theme."""
    return drawn_icon(
        f"kind {kind}",
        lambda painter, square, colour: draw_kind(painter, kind, square, colour, theme_of().colour("on_kind")),
        KIND_TONES[kind],
    )
