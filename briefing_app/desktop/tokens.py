"""The tokens of the look: every colour, size and distance, as data; what must be told apart is listed beside them."""

from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType


@dataclass(frozen=True, repr=False, eq=False)
class Colours:
    """One scheme's colours by what they are for, each ``#RRGGBB``. There are two, told apart by which they are.

    Comparing and printing so many fields is never asked for, and making what it takes would hold up the start.
    """

    desk: str
    """The frame of the window."""
    surface: str
    """Where the pack lies."""
    card: str
    raised: str
    """The chosen segment of a switch."""
    well: str
    """Chips, and what a switch lies in."""
    hover: str
    table: str
    """Under the pages."""
    line: str
    outline: str
    """The edges of controls."""
    ink: str
    ink2: str
    ink3: str
    faint: str
    """Icons that cannot be used now; never words."""
    accent: str
    """Links and focus."""
    accent_fill: str
    accent_fill_hover: str
    on_accent: str
    accent_tint: str
    rec: str
    rec_tint: str
    quote: str
    quote_tint: str
    context: str
    context_tint: str
    warn: str
    warn_tint: str
    block: str
    block_tint: str
    ok: str
    ok_tint: str
    hit: str
    """Under the words that a search found."""
    select: str
    """Under the passage chosen."""
    shadow: str
    page: str
    page_ink: str
    on_kind: str
    """The sign within a filled kind shape."""


LIGHT = Colours(
    desk="#F5F4F1", surface="#FFFFFF", card="#FFFFFF", raised="#FFFFFF", well="#ECEAE5", hover="#EFEDE9", table="#E8E6E1",
    line="#E3E0DA", outline="#8C877F", ink="#1C1B19", ink2="#514D47", ink3="#6B665F", faint="#A39E96",
    accent="#2450C0", accent_fill="#2450C0", accent_fill_hover="#1D439F", on_accent="#FFFFFF", accent_tint="#EBF0FC",
    rec="#0B6B53", rec_tint="#E1F2EB", quote="#7A3BA8", quote_tint="#F3EAFA", context="#4B5766", context_tint="#ECEFF3",
    warn="#8A5200", warn_tint="#FDF2DE", block="#B0231C", block_tint="#FDECEA", ok="#1A6B3C", ok_tint="#E4F3E9",
    hit="#FFE59A", select="#CFDDFB", shadow="#1C1B19", page="#FFFFFF", page_ink="#1C1B19", on_kind="#FFFFFF",
)  # fmt: skip

DARK = Colours(
    desk="#1A1A1C", surface="#202023", card="#28282C", raised="#4A4A51", well="#303035", hover="#2A2A2E", table="#131315",
    line="#35353A", outline="#828087", ink="#EEEDEA", ink2="#BDBAB5", ink3="#9D9A95", faint="#6E6C70",
    accent="#8FB0FF", accent_fill="#3D69DB", accent_fill_hover="#3560CC", on_accent="#FFFFFF", accent_tint="#262D40",
    rec="#62CDA9", rec_tint="#1D3A32", quote="#CDA4EE", quote_tint="#3A2B46", context="#AFBAC8", context_tint="#2F353D",
    warn="#EDB85F", warn_tint="#3B2F19", block="#FF9086", block_tint="#472522", ok="#74CE94", ok_tint="#1F3828",
    hit="#66521A", select="#2F4780", shadow="#000000", page="#F3F1EC", page_ink="#1C1B19", on_kind="#1A1A1C",
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Type:
    """One size of type in pixels at 100 %, its line and its weight; ``serif``: for the words of a source."""

    size: int
    line: int
    weight: int
    serif: bool = False


TYPE: Mapping[str, Type] = MappingProxyType(
    {
        "display": Type(28, 36, 600),
        "title": Type(20, 26, 600),
        "heading": Type(15, 22, 600),
        "body": Type(13, 20, 400),
        "strong": Type(13, 20, 500),
        "small": Type(12, 16, 400),
        "small_strong": Type(12, 16, 500),
        "words": Type(14, 20, 400, serif=True),
        "reading": Type(17, 28, 400, serif=True),
    }
)
"""Two voices: words from a source in the serif, the app's own in the sans."""

SMALLEST = 12
"""No type is set smaller than this many pixels, whatever the system's own size."""

RADIUS: Mapping[str, int] = MappingProxyType({"chip": 6, "control": 7, "card": 9, "dialog": 14, "page": 2})

FOCUS_WIDTH, FOCUS_GAP = 2, 3
"""The ring round what has the keyboard, and how far out it stands on buttons."""

TEXT_CONTRASTS: tuple[tuple[str, str], ...] = tuple(
    (ink, ground)
    for ink, grounds in {
        "ink": "desk surface card raised well line table hit select hover accent_tint quote_tint rec_tint context_tint"
        " block_tint warn_tint ok_tint",
        "ink2": "desk surface card well line table hover accent_tint block_tint warn_tint ok_tint",
        "ink3": "desk surface card well table hover accent_tint",
        "accent": "surface card desk well table accent_tint hover block_tint warn_tint ok_tint",
        "on_accent": "accent_fill accent_fill_hover",
        "rec": "card surface desk well hover rec_tint accent_tint",
        "quote": "card surface desk well hover quote_tint accent_tint",
        "context": "card surface desk well hover context_tint accent_tint",
        "warn": "card surface desk hover warn_tint accent_tint",
        "block": "card surface desk hover block_tint accent_tint",
        "ok": "card surface desk hover ok_tint accent_tint",
        "page_ink": "page",
    }.items()
    for ground in grounds.split()
)
"""Words and what they stand on: 4.5 to 1 at least (WCAG 2.2, 1.4.3)."""

SHAPE_CONTRASTS: tuple[tuple[str, str], ...] = (
    ("outline", "desk"), ("outline", "surface"), ("outline", "card"),
    ("accent", "desk"), ("accent", "surface"), ("accent", "card"), ("accent", "table"),
    ("on_kind", "rec"), ("on_kind", "quote"), ("on_accent", "accent_fill"),
)  # fmt: skip
"""Edges, rings and signs and what they stand on: 3 to 1 at least (WCAG 2.2, 1.4.11)."""
