"""Typefaces: loaded from a brand's files, measured with kerning, and stood in for by Noto where a character is missing."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cache, lru_cache
from pathlib import Path

import uharfbuzz
from reportlab.pdfbase import pdfmetrics

from briefing_app.domain.brand import Brand, Fonts
from briefing_app.errors import FileNotRead
from briefing_app.export.pdf.tagging.fonts import EmbeddedFont
from briefing_app.paths import resource

NARROW_SPACE = "\u202f"
FIGURE_SPACE = "\u2007"
NO_BREAK_HYPHEN = "\u2011"
REPLACEMENT = "\ufffd"
"""Printed, and reported, where no face has a character."""

_STAND_INS = {NARROW_SPACE: " ", FIGURE_SPACE: " ", "\u00a0": " ", "\u2010": "-", NO_BREAK_HYPHEN: "-"}
"""Characters that borrow another's glyph in a face that lacks them, and keep their own meaning in the text."""

_LEAST_SHIFT = 0.5
"""Thousandths of the size under which a shift is not worth a number in the file."""

_NARROWED = 0.6
"""How wide a narrow space is at most, of the face's own space: some faces draw it wider than that."""

# Kerning alone: a ligature, or a discretionary one as Lato's "ti", would put one glyph where the reader of the text wants two.
_FEATURES = dict.fromkeys(("liga", "clig", "dlig", "calt", "rlig", "ccmp", "locl"), False) | {"kern": True}

ROLES = tuple(field for field in Fonts.__slots__ if not field.startswith("word_"))
_ROLE_AFTER = {
    "text_strong": "text",
    "text_italic": "text",
    "display": "text_strong",
    "heading": "label_strong",
    "label_strong": "label",
}
"""A role without a file takes the face of the role named here."""

_STRONG = frozenset({"text_strong", "display", "heading", "label_strong"})
_SERIF = frozenset({"text", "text_strong", "text_italic", "display"})


class _Widths(dict[str, float]):
    """Widths by character, each looked up once."""

    def __init__(self, look_up: Callable[[str], float]) -> None:
        self._look_up = look_up

    def __missing__(self, character: str) -> float:
        width = self[character] = self._look_up(character)
        return width


class Face:
    """One typeface file: which characters it has, how wide words are in it, and how reportlab knows it.

    Widths are in thousandths of the type size. Faces are made once for a file and shared; they never change.
    """

    def __init__(self, path: Path, name: str = "") -> None:
        data = _readable(path)
        self.key = f"{path}|{name}"
        self.font = EmbeddedFont(self.key, str(path))
        if any(table["offset"] + table["length"] > len(data) for table in self.font.face.table.values()):
            raise FileNotRead("font-missing", path=path)
        self.cap_height = float(self.font.face.capHeight) / 1000
        """Height of capitals, of the type size."""
        if name:
            self.font.face.name = name.encode()
        glyphs, widths = self.font.face.charToGlyph, self.font.face.charWidths
        self._alias: dict[str, str] = {}
        for character, like in _STAND_INS.items():
            if ord(character) not in glyphs and ord(like) in glyphs:
                glyphs[ord(character)] = glyphs[ord(like)]
                widths[ord(character)] = widths[ord(like)]
                self._alias[character] = like
        self._characters = frozenset(map(chr, glyphs))
        self._printed = _Widths(self.printed_width)
        outlines = uharfbuzz.Face(data)
        self._scale = 1000 / outlines.upem
        self._hb = uharfbuzz.Font(outlines)
        self.postscript_name = self.font.face.name.decode("latin-1")
        pdfmetrics.registerFont(self.font)
        # The method is cached for each face: words come again and again, in one document and in the next preview of it.
        self.measured = lru_cache(maxsize=20_000)(self._measured)
        self.shifts = lru_cache(maxsize=20_000)(self._shifts)

    def has(self, character: str) -> bool:
        """Tell whether the face can print a character."""
        return character in self._characters

    def has_all(self, text: str) -> bool:
        """Tell whether the face can print a whole text."""
        return self._characters.issuperset(text)

    def printed_width(self, character: str) -> float:
        """Return the width that the written file states for a character's glyph."""
        return float(self.font.face.charWidths.get(ord(character), self.font.face.defaultWidth))

    def _measured(self, text: str) -> tuple[float, ...]:
        """Return how far each character of ``text`` moves the pen, kerning counted."""
        plain = text.isascii()
        drawn = text if plain else "".join(self._alias.get(character, character) for character in text)
        buffer = uharfbuzz.Buffer()
        buffer.cluster_level = uharfbuzz.BufferClusterLevel.MONOTONE_CHARACTERS
        buffer.add_str(drawn)
        buffer.guess_segment_properties()
        uharfbuzz.shape(self._hb, buffer, _FEATURES)
        advances = [position.x_advance * self._scale for position in buffer.glyph_positions]
        if len(advances) != len(text) or buffer.direction == "rtl":
            # A script that joins its letters: set letter by letter, as the file will print them.
            advances = [self.printed_width(character) for character in text]
        if plain:
            return tuple(advances)
        for place, character in enumerate(text):
            if character == NARROW_SPACE:
                advances[place] = min(advances[place], self.printed_width(" ") * _NARROWED)
            elif character == FIGURE_SPACE and character in self._alias:
                advances[place] = self.printed_width("0")
        return tuple(advances)

    def _shifts(self, text: str) -> tuple[tuple[int, float], ...]:
        """Return behind how many characters the pen goes back, and by how much, from where the glyphs' own widths led it."""
        widths = self._printed
        shifts = [widths[character] - advance for character, advance in zip(text, self.measured(text), strict=True)]
        return tuple((place, shift) for place, shift in enumerate(shifts, 1) if shift >= _LEAST_SHIFT or shift <= -_LEAST_SHIFT)


class Chain:
    """A face and those that stand in for it, in order; one that ships is not loaded before a character is looked for in it."""

    def __init__(self, brands: Iterable[Face], others: Iterable[Path]) -> None:
        self._brands = tuple(dict.fromkeys(brands))
        self._others = tuple(others)

    @property
    def first(self) -> Face:
        """The face itself."""
        return self._brands[0]

    def __iter__(self) -> Iterator[Face]:
        yield from self._brands
        for path in self._others:
            if (face := _face(path, "")) not in self._brands:
                yield face


@dataclass(frozen=True, slots=True)
class Faces:
    """The faces of a brand by role, each with those that stand in for it."""

    by_role: Mapping[str, Chain]

    def chain(self, role: str) -> Chain:
        """Return the face of a role and its stand-ins."""
        return self.by_role[role]


def faces_of(brand: Brand) -> Faces:
    """Return the faces a brand asks for; FileNotRead, naming the file, for one that is missing or no TrueType."""
    paths = {role: _found(brand, file) for role in ROLES if (file := _file_of(brand, role))}
    return _faces(tuple(paths.items()))


@lru_cache(maxsize=8)
def _faces(paths: tuple[tuple[str, Path], ...]) -> Faces:
    names: dict[str, Path] = {}
    first: dict[str, Face] = {}
    for role, path in paths:
        face = _face(path, "")
        if names.setdefault(face.postscript_name, path) != path:
            # Two files with one PostScript name would be taken for one font inside the document.
            face = _face(path, f"{face.postscript_name}-{role}".replace("_", "-"))
        first[role] = face
    # The sister family may have what this one lacks (Source Sans has the dots and arrows that Source Serif has not).
    sisters = {role: first["label_strong" if role in _STRONG else "label"] for role in ROLES}
    return Faces({role: Chain((first[role], sisters[role]), _shipped(role)) for role in ROLES})


def _shipped(role: str) -> Iterator[Path]:
    """Yield the files of the faces that ship and stand in for one of a role."""
    weight = "Bold" if role in _STRONG else "Regular"
    for family in ("NotoSerif", "NotoSans") if role in _SERIF else ("NotoSans", "NotoSerif"):
        yield resource("fonts", f"{family}-{weight}.ttf")


def _file_of(brand: Brand, role: str) -> str:
    file: str = getattr(brand.fonts, role)
    return file or (_file_of(brand, _ROLE_AFTER[role]) if role in _ROLE_AFTER else "NotoSans-Regular.ttf")


def _found(brand: Brand, file: str) -> Path:
    own = Path(brand.folder) / file if brand.folder else None
    return own if own and own.is_file() else resource("fonts", file)


@cache
def _face(path: Path, name: str) -> Face:
    try:
        return Face(path, name)
    except FileNotRead:
        raise
    except Exception as error:  # a damaged font fails in whatever table is hit first
        raise FileNotRead("font-not-truetype", path=path, reason=str(error)) from error


def _readable(path: Path) -> bytes:
    try:
        return path.read_bytes()
    except OSError as error:
        raise FileNotRead("font-missing", path=path) from error
