"""Styled text as words that can be measured: fragments of one face each, what stands in for missing characters, calls of notes."""

import re
import unicodedata
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache

from briefing_app.export.addresses import addresses_in
from briefing_app.export.pdf.fonts import REPLACEMENT, Chain, Face
from briefing_app.export.pdf.typescale import Style, style_of

CALL_SIZE = 0.673
"""Size of a note's call, of the type it follows."""
CALL_RISE = 0.345
"""How far a note's call is raised, of the size of the type it follows."""


@dataclass(frozen=True, slots=True)
class Piece:
    """Words of one style, before they are set; ``note`` is called right after them."""

    text: str
    style: Style
    note: int | None = None
    language: str | None = None
    target: str | None = None
    """Where a click on the words leads: an address, or a bookmark's key after ``#``."""


@dataclass(frozen=True, slots=True)
class Fragment:
    """Characters of one face, size and colour; width and rise in points.

    ``shifts`` are places between characters where the pen moves back, by so many thousandths of the size, before it goes on.
    """

    text: str
    face: Face
    size: float
    colour: str
    shifts: tuple[tuple[int, float], ...]
    width: float
    rise: float = 0.0
    language: str | None = None
    note: int | None = None
    """Which note these characters call."""
    target: str | None = None

    def alike(self, other: "Fragment") -> bool:
        """Tell whether both can be shown as one."""
        return (
            self.face is other.face
            and self.size == other.size
            and self.colour == other.colour
            and self.rise == other.rise
            and self.language == other.language
            and self.note == other.note
            and self.target == other.target
        )


def joined(fragments: Sequence[Fragment]) -> Fragment:
    """Return fragments that are alike as one."""
    first = fragments[0]
    if len(fragments) == 1:
        return first
    shifts: list[tuple[int, float]] = []
    before = 0
    for fragment in fragments:
        if fragment.shifts:
            shifts += [(before + place, shift) for place, shift in fragment.shifts]
        before += len(fragment.text)
    return Fragment(
        "".join([fragment.text for fragment in fragments]), first.face, first.size, first.colour, tuple(shifts),
        sum([fragment.width for fragment in fragments]), first.rise, first.language, first.note, first.target,
    )  # fmt: skip


@dataclass(frozen=True, slots=True)
class Word:
    """What no line end parts, with the space behind it (None: the next word follows at once) and the notes called in it."""

    fragments: tuple[Fragment, ...]
    width: float
    text: str
    space: Fragment | None
    notes: tuple[int, ...] = ()


_WHITE = re.compile(r"[ \t\n\r\f\v\x1c-\x1f\x85\u2028\u2029]+")
_AFTER_DASH = re.compile(r"(?<=\w—)(?=\w)")
_DROPPED = frozenset({"Cc", "Cf", "Cs"})
_SELECTORS = frozenset(map(chr, range(0xFE00, 0xFE10)))


@lru_cache(maxsize=20_000)
def clean(text: str) -> str:
    """Return what of a text can be printed: composed characters, one kind of white space, nothing that has no shape."""
    if text.isascii() and text.isprintable():
        return text
    text = _WHITE.sub(" ", unicodedata.normalize("NFC", text))
    return "".join(
        character
        for character in text
        if unicodedata.category(character) not in _DROPPED and character not in _SELECTORS and ord(character) & 0xFFFE != 0xFFFE
    )


def linked(text: str, style: Style) -> tuple[Piece, ...]:
    """Return a text as pieces, of which the addresses of sites and of mail lead there."""
    pieces: list[Piece] = []
    place = 0
    for address in addresses_in(text):
        before, words = text[place : address.start], text[address.start : address.end]
        pieces += [Piece(before, style), Piece(words, style, target=address.target)]
        place = address.end
    return tuple(piece for piece in (*pieces, Piece(text[place:], style)) if piece.text)


def missing_in(text: str, style: Style) -> Iterator[str]:
    """Yield the characters of a text that no face of the style has."""
    printed = clean(text)
    if style.faces.first.has_all(printed):
        return
    for character in dict.fromkeys(printed):
        if not any(face.has(character) for face in style.faces):
            yield character


@lru_cache(maxsize=50_000)
def fragments_of(text: str, style: Style, language: str | None = None, target: str | None = None) -> tuple[Fragment, ...]:
    """Return clean text cut where another face must stand in; a character that none has becomes the replacement sign."""
    return tuple(_fragment(run, face, style, language, target) for run, face in _by_face(text, style.faces))


@lru_cache(maxsize=50_000)
def _spaced(text: str, style: Style, language: str | None, target: str | None) -> Word:
    """Return a word of one style with the space that follows it."""
    fragments = fragments_of(text, style, language, target)
    return Word(fragments, sum(fragment.width for fragment in fragments), text, fragments_of(" ", style, language, target)[0])


def _fragment(text: str, face: Face, style: Style, language: str | None, target: str | None) -> Fragment:
    width = sum(face.measured(text)) * style.size / 1000
    return Fragment(text, face, style.size, style.colour, face.shifts(text), width, 0.0, language, None, target)


def _by_face(text: str, faces: Chain) -> Iterator[tuple[str, Face]]:
    first = faces.first
    if first.has_all(text):
        if text:
            yield text, first
        return
    run, current = "", first
    for character in text:
        face = next((face for face in faces if face.has(character)), None)
        if face is None:
            character, face = REPLACEMENT, next((face for face in faces if face.has(REPLACEMENT)), first)  # noqa: PLW2901 - stands in
        if face is not current and run:
            yield run, current
            run = ""
        run, current = run + character, face
    yield run, current


def words_of(pieces: tuple[Piece, ...]) -> tuple[Word, ...]:
    """Return the words of styled pieces; a word may run from one piece into the next."""
    maker = _Maker()
    for piece in pieces:
        maker.add(piece)
    maker.end(None)
    return tuple(maker.words)


class _Maker:
    """Collects fragments until a space, or an em dash, ends a word."""

    def __init__(self) -> None:
        self.words: list[Word] = []
        self._fragments: list[Fragment] = []
        self._notes: list[int] = []

    def add(self, piece: Piece) -> None:
        stretches = clean(piece.text).split(" ")
        last = len(stretches) - 1
        for place, stretch in enumerate(stretches):
            if place < last and stretch and not self._fragments and "—" not in stretch:
                # Nearly every word: whole, of one style, a space behind it, and often met before.
                self.words.append(_spaced(stretch, piece.style, piece.language, piece.target))
                continue
            for nth, part in enumerate(_AFTER_DASH.split(stretch)):
                if nth:
                    self.end(None)
                self._fragments += fragments_of(part, piece.style, piece.language, piece.target)
            if place < last:
                self.end(fragments_of(" ", piece.style, piece.language, piece.target)[0])
        if piece.note is not None:
            self._call(piece.note, piece)

    def _call(self, note: int, piece: Piece) -> None:
        if not self._fragments and self.words:
            # A call never begins a word of its own: it belongs to the one before it.
            last = self.words.pop()
            self._fragments, self._notes = list(last.fragments), list(last.notes)
        style = piece.style
        small = style_of(style.faces, round(style.size * CALL_SIZE, 3), style.leading, style.colour)
        rise = round(style.size * CALL_RISE, 3)
        self._fragments += [replace(fragment, rise=rise, note=note) for fragment in fragments_of(str(note), small)]
        self._notes.append(note)

    def end(self, space: Fragment | None) -> None:
        if self._fragments:
            fragments = tuple(self._fragments)
            text = "".join(fragment.text for fragment in fragments)
            self.words.append(Word(fragments, sum(fragment.width for fragment in fragments), text, space, tuple(self._notes)))
            self._fragments, self._notes = [], []
        elif space is not None and self.words and self.words[-1].space is None:
            self.words[-1] = replace(self.words[-1], space=space)
