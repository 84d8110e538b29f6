"""Brands: the look as roles, never as looks of one page; nothing here can change the marking of internal copies."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from math import floor


class Masthead(StrEnum):
    """How the first page begins."""

    RULE = "rule"
    BLOCK = "block"


class Panel(StrEnum):
    """How a panel is set off."""

    TINT = "tint"
    OUTLINE = "outline"


class QuoteShape(StrEnum):
    """How a quotation is set off."""

    BAR = "bar"
    BLOCK = "block"


class NumberShape(StrEnum):
    """How an ask's number is set."""

    PLAIN = "plain"
    CHIP = "chip"


class CoverDrawing(StrEnum):
    """What is drawn on a cover."""

    PATHS = "paths"
    ARCS = "arcs"


@dataclass(frozen=True, slots=True)
class Colours:
    """Colours by role, as ``#RRGGBB``."""

    ink: str
    muted: str
    accent: str
    on_accent: str
    tint: str
    line: str


@dataclass(frozen=True, slots=True)
class Fonts:
    """Font files by role (TrueType, in the brand's folder or ``resources/fonts``), and the names Word is told, with fallbacks."""

    text: str
    text_strong: str
    text_italic: str
    display: str
    label: str
    label_strong: str
    heading: str
    word_text: str
    word_label: str
    word_text_fallback: str
    word_label_fallback: str


@dataclass(frozen=True, slots=True)
class Scale:
    """Factors that make families look the same size."""

    text: float = 1.0
    label: float = 1.0


@dataclass(frozen=True, slots=True)
class Logo:
    """The mark: an SVG in the brand's folder. ``wordmark``: print the organisation's name beside it."""

    file: str
    alt: str
    height_pt: float = 22.0
    wordmark: bool = True


@dataclass(frozen=True, slots=True)
class Contact:
    """Who answers."""

    team: str
    lines: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Shape:
    """The shapes that tell one brand from another."""

    masthead: Masthead = Masthead.RULE
    panel: Panel = Panel.TINT
    quote: QuoteShape = QuoteShape.BAR
    number: NumberShape = NumberShape.PLAIN
    cover: CoverDrawing = CoverDrawing.PATHS


@dataclass(frozen=True, slots=True)
class Brand:
    """The look of a pack, as data. ``folder`` is where its files lie; ``word_base`` an optional DOCX whose styles win."""

    id: str
    name: str
    organisation: str
    boilerplate: Mapping[str, str]
    contact: Contact
    logo: Logo
    fonts: Fonts
    colour: Colours
    scale: Scale = Scale()
    shape: Shape = Shape()
    word_base: str | None = None
    folder: str = ""


_HEX = re.compile(r"#[0-9A-Fa-f]{6}")


def luminance(colour: str) -> float:
    """Return the relative luminance of ``#RRGGBB``, 0 to 1 (WCAG 2.2, definition); ValueError for another form."""
    if not _HEX.fullmatch(colour):
        raise ValueError(f"not a colour: {colour!r}")
    linear = []
    for place in (1, 3, 5):
        value = int(colour[place : place + 2], 16) / 255
        linear.append(value / 12.92 if value <= 0.04045 else ((value + 0.055) / 1.055) ** 2.4)
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def contrast(one: str, other: str) -> float:
    """Return the contrast ratio of two colours, 1 to 21 (WCAG 2.2, definition)."""
    lighter, darker = sorted((luminance(one), luminance(other)), reverse=True)
    return (lighter + 0.05) / (darker + 0.05)


def lightness(colour: str) -> float:
    """Return CIE 1976 L* of a colour, 0 to 100."""
    y = luminance(colour)
    return 116 * y ** (1 / 3) - 16 if y > (6 / 29) ** 3 else y * (29 / 3) ** 3


PAPER = "#FFFFFF"

CONTRASTS: tuple[tuple[str, str], ...] = (
    ("ink", "paper"), ("muted", "paper"), ("accent", "paper"), ("muted", "tint"), ("accent", "tint"), ("on_accent", "accent"),
)  # fmt: skip
"""Pairs of roles that must reach 4.5 to 1 (WCAG 2.2, 1.4.3)."""

LIGHTNESS: Mapping[str, tuple[float, float]] = {"accent": (0, 45), "line": (65, 78), "tint": (92, 96)}
"""L* each role must keep, so that a greyscale printer tells them apart."""


def colour_faults(colours: Colours) -> tuple[tuple[str, str, float, str], ...]:
    """Return what is wrong with a palette: (role, against, measured, demanded) per fault; empty when all is well."""
    of = {"paper": PAPER} | {role: getattr(colours, role) for role in Colours.__slots__}
    faults = [
        (role, against, floor(ratio * 100) / 100, ">= 4.5")
        for role, against in CONTRASTS
        if (ratio := contrast(of[role], of[against])) < 4.5
    ]
    faults += [
        (role, "L*", round(value, 1), f"{low:g}-{high:g}")
        for role, (low, high) in LIGHTNESS.items()
        if not low <= (value := lightness(of[role])) <= high
    ]
    return tuple(faults)
