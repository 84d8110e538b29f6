"""The few pictures that a style sheet can only take from files: tinted copies of icons, kept while the application runs."""

import atexit
from collections.abc import Mapping
from functools import cache
from pathlib import Path
from shutil import rmtree
from tempfile import mkdtemp

from briefing_app.desktop.tokens import Colours
from briefing_app.paths import resource

IMAGES: Mapping[str, tuple[str, str, float]] = {
    "image_tick": ("check", "on_accent", 3),
    "image_tick_off": ("check", "ink3", 3),
    "image_tick_menu": ("check", "ink", 2),
    "image_down": ("chevron-down", "ink2", 2),
    "image_up": ("chevron-up", "ink2", 2),
    "image_right": ("chevron-right", "ink2", 2),
}
"""What the sheet calls a picture: the icon, its colour by name, and how wide its line is on the drawing's 24 units."""


def style_images(colours: Colours) -> dict[str, str]:
    """Return where each picture lies in one scheme's colours, written as a style sheet's url takes it."""
    return {name: _written(icon, getattr(colours, tone), stroke).as_posix() for name, (icon, tone, stroke) in IMAGES.items()}


@cache
def _written(icon: str, colour: str, stroke: float) -> Path:
    drawing = resource("icons", f"{icon}.svg").read_text("utf-8")
    file = _folder() / f"{icon}-{colour[1:]}-{stroke:g}.svg"
    file.write_text(drawing.replace("currentColor", colour).replace('stroke-width="2"', f'stroke-width="{stroke:g}"'), "utf-8")
    return file


@cache
def _folder() -> Path:
    folder = mkdtemp(prefix="briefing-app-look-")
    atexit.register(rmtree, folder, ignore_errors=True)
    return Path(folder)
