"""The one style sheet, made from tokens and ``resources/style/window.qss``, where it says how widgets ask for their looks."""

import re
from dataclasses import asdict
from string import Template

from briefing_app.desktop.style_images import style_images
from briefing_app.desktop.tokens import RADIUS, SMALLEST, TYPE, Colours
from briefing_app.desktop.typefaces import SANS, SERIF
from briefing_app.paths import resource

GROUNDS = ("desk", "surface", "card", "well", "table")
TONES = ("ink", "ink2", "ink3", "accent", "rec", "quote", "context", "warn", "block", "ok", "on_accent")


class _Sheet(Template):
    """Names may hold digits and underscores."""

    idpattern = r"[a-z][a-z0-9_]*"


class _Values(dict[str, str]):
    """What the sheet is filled in with; lengths are worked out as they are met."""

    def __init__(self, colours: Colours, scale: float) -> None:
        radii = {f"r_{name}": str(round(radius * scale)) for name, radius in RADIUS.items()}
        super().__init__(**asdict(colours), **style_images(colours), **radii)
        self._scale = scale

    def __missing__(self, name: str) -> str:
        length = _LENGTH.fullmatch(name)
        if length is None:
            raise KeyError(name)
        pixels, by = round(int(length["pixels"]) * self._scale), int(length["by"] or 0)
        return str(pixels - by if length["side"] == "less" else pixels + by)


_LENGTH = re.compile(r"p(?P<pixels>\d+)(_(?P<side>more|less)_(?P<by>\d))?")


def style_sheet(colours: Colours, scale: float) -> str:
    """Return the sheet for one scheme's colours, every length and size of type multiplied by ``scale``."""
    rules = _Sheet(resource("style", "window.qss").read_text("utf-8")).substitute(_Values(colours, scale))
    return "\n".join([rules, *_tones(colours), *_grounds(colours), *_types(scale)])


def _tones(colours: Colours) -> list[str]:
    return [f'QLabel[tone="{tone}"] {{ color: {getattr(colours, tone)}; }}' for tone in TONES]


def _grounds(colours: Colours) -> list[str]:
    return [f'QWidget[ground="{ground}"] {{ background: {getattr(colours, ground)}; }}' for ground in GROUNDS]


def _types(scale: float) -> list[str]:
    rules = []
    for name, kind in TYPE.items():
        families = ", ".join(f'"{family}"' for family in (SERIF if kind.serif else SANS))
        size = max(SMALLEST, round(kind.size * scale))
        rules.append(
            f'QLabel[type="{name}"], QLineEdit[type="{name}"], QToolButton[type="{name}"], QPushButton[type="{name}"] '
            f"{{ font-family: {families}; font-size: {size}px; font-weight: {kind.weight}; }}"
        )
    return rules
