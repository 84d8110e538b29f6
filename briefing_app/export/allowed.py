"""The allow-list: every text that a written file may show, and the test that it shows nothing else."""

import dataclasses
import re
import unicodedata
from collections import defaultdict
from collections.abc import Iterable, Iterator

from briefing_app.domain.brand import Brand
from briefing_app.domain.briefing import (
    Block,
    Briefing,
    Composed,
    Cover,
    Furniture,
    InternalBriefing,
    Metadata,
    Run,
    Table,
    plain,
    shared_part,
)
from briefing_app.domain.fidelity.folding import folded
from briefing_app.export.addresses import addresses_in

BETWEEN = (",", ".", "…")
"""Signs that a writer may put between two texts: the comma after a speaker, the stop after a publisher."""

_UNPRINTED = frozenset({"placement", "media", "section", "language", "grade", "letter", "own", "paper", "cells", "places"})
"""Fields that name things and are never printed."""

_INTERNAL_FURNITURE = ("internal_marking", "sheet")


def allowed_texts(composed: Composed, brand: Brand) -> tuple[str, ...]:
    """Return every text that the written file may show, each once, in the order of the document.

    The words of the composed document (sheets only for an internal copy), its furniture, whose patterns keep their {page},
    {pages} and {sheet}, numbers of notes and points, and the brand's organisation, contact, boilerplate and words for its logo.
    """
    shared = shared_part(composed)
    internal = isinstance(composed, InternalBriefing)
    texts = [*_furniture(shared.furniture, internal=internal), *_briefing(shared)]
    if isinstance(composed, InternalBriefing):
        texts += texts_of(composed.sheets)
    texts += [brand.organisation, brand.contact.team, *brand.contact.lines, *brand.boilerplate.values(), brand.logo.alt]
    texts += [str(number) for number in range(1, _highest_number(composed) + 1)]
    return tuple(dict.fromkeys(text for text in texts if text))


def addresses(composed: Composed, brand: Brand) -> frozenset[str]:
    """Return what a click may open: the addresses in the texts, as ``Address.target`` has them."""
    return frozenset(each.target for text in allowed_texts(composed, brand) for each in addresses_in(text))


def properties(composed: Composed, brand: Brand) -> tuple[str, ...]:
    """Return every text that the written file's properties may hold."""
    metadata = shared_part(composed).metadata
    return (metadata.title, metadata.subject, metadata.language, metadata.date.iso(), brand.organisation, PRODUCER)


PRODUCER = "Briefing-pack builder"
"""What the file's properties say it was made with."""


def _furniture(furniture: Furniture, *, internal: bool) -> Iterator[str]:
    for entry in dataclasses.fields(furniture):
        if internal or entry.name not in _INTERNAL_FURNITURE:
            yield getattr(furniture, entry.name)


def _briefing(briefing: Briefing) -> Iterator[str]:
    yield briefing.metadata.title
    yield from texts_of(briefing.cover)
    yield from texts_of(briefing.parts)
    yield from texts_of(briefing.notes)
    yield from _wholes((briefing.parts, briefing.notes))
    yield briefing.endnotes_title


def _blocks(briefing: Briefing) -> Iterator[Block]:
    for part in briefing.parts:
        yield from part.blocks


def texts_of(value: object) -> Iterator[str]:
    """Yield the texts inside nested values, in order; fields that only name things are passed over."""
    if isinstance(value, str):
        yield value
    elif isinstance(value, tuple):
        for item in value:
            yield from texts_of(item)
    elif dataclasses.is_dataclass(value) and not isinstance(value, type | Metadata | Furniture):
        for entry in dataclasses.fields(value):
            if entry.name not in _UNPRINTED:
                yield from texts_of(getattr(value, entry.name))


def _wholes(value: object) -> Iterator[str]:
    """Yield the texts of several runs as one: a page may end in the middle of a short one."""
    if isinstance(value, tuple):
        if len(value) > 1 and all(isinstance(item, Run) for item in value):
            yield plain(value)
        else:
            for item in value:
                yield from _wholes(item)
    elif dataclasses.is_dataclass(value) and not isinstance(value, type | Metadata | Furniture):
        for entry in dataclasses.fields(value):
            yield from _wholes(getattr(value, entry.name))


def _highest_number(composed: Composed) -> int:
    """Return the highest number that a note, a call, a talking point or a page in the contents bears."""
    shared = shared_part(composed)
    calls = (number for number in _numbers_of(shared.parts))
    notes = (note.number for note in shared.notes)
    points = (len(texts) for texts in _numbered_lists(composed))
    return max((*calls, *notes, *points, _MOST_PAGES if _names_pages(shared) else 0), default=0)


_MOST_PAGES = 999


def _names_pages(briefing: Briefing) -> bool:
    """Tell whether contents or a table print the numbers of pages."""
    named = any(isinstance(block, Cover) or (isinstance(block, Table) and block.places) for block in _blocks(briefing))
    return named or briefing.cover is not None


def _numbers_of(value: object) -> Iterator[int]:
    if isinstance(value, tuple):
        for item in value:
            yield from _numbers_of(item)
    elif dataclasses.is_dataclass(value) and not isinstance(value, type):
        for entry in dataclasses.fields(value):
            held = getattr(value, entry.name)
            if entry.name == "note" and isinstance(held, int):
                yield held
            elif not isinstance(held, str | int | float):
                yield from _numbers_of(held)


def _numbered_lists(composed: Composed) -> Iterator[tuple[str, ...]]:
    if isinstance(composed, InternalBriefing):
        for sheet in composed.sheets:
            for block in sheet.blocks:
                points = getattr(block, "points", None)
                if points:
                    yield points


_DROPPED = re.compile(r"[\s\-\ufffe\ufffd]+")


def comparable(text: str, missing: Iterable[str] = ()) -> str:
    """Return a text as two prints of it are compared: typography folded, no white space, hyphens or control characters.

    ``missing`` are characters that no font could print; they count for nothing on either side.
    """
    text = unicodedata.normalize("NFC", text)
    if unprinted := set(missing):
        text = "".join(character for character in text if character not in unprinted)
    kept = "".join(
        character for character in text if unicodedata.category(character) not in {"Cc", "Cf", "Cs", "Cn"} or character in "\t\n"
    )
    return _DROPPED.sub("", folded(kept))


_PIECE = 12
"""So many characters of an allowed text in a row count as part of it: a paragraph may run over to the next page."""
_LONG = 60
_END = 4
"""Of a text so long, so few characters of its beginning or end count as well: a page may end there."""
_MOST_ALIKE = 30
"""So many places of a piece are remembered: more are one letter over and over."""


def uncovered(printed: str, allowed: Iterable[str], missing: Iterable[str] = ()) -> str:
    """Return the first stretch of ``printed`` that no allowed text accounts for, as compared; empty when all is covered."""
    return Allowance(allowed, missing).uncovered(printed)


class Allowance:
    """An allow-list, ready to be held against one print after another."""

    def __init__(self, allowed: Iterable[str], missing: Iterable[str] = ()) -> None:
        self._missing = tuple(missing)
        self._whole: dict[str, set[str]] = defaultdict(set)
        self._pieces: dict[str, list[tuple[str, int]]] = defaultdict(list)
        self._ends: set[str] = set()
        self._patterns: list[re.Pattern[str]] = []
        for text in dict.fromkeys((*BETWEEN, *allowed)):
            if re.search(r"\{(page|pages|sheet)\}", text):
                self._patterns += _patterns(text, self._missing)
            if key := comparable(text, self._missing):
                self._whole[key[0]].add(key)
                if len(key) >= _LONG:
                    self._ends |= {part for size in range(_END, _PIECE) for part in (key[:size], key[-size:])}
                    self._ends |= self._outer_words(text)
                for place in range(len(key) - _PIECE + 1):
                    alike = self._pieces[key[place : place + _PIECE]]
                    if len(alike) < _MOST_ALIKE:
                        alike.append((key, place))

    def _outer_words(self, text: str) -> set[str]:
        """Return the first and the last word of a text, however short: a page breaks between words, and may leave one alone."""
        words = text.split()
        return {key for word in (words[0], words[-1]) if (key := comparable(word, self._missing)) and len(key) < _PIECE}

    def uncovered(self, printed: str) -> str:
        """Return the first stretch of a print that is not allowed, as compared; empty when all is.

        The print is cut into allowed texts, whole ones or stretches of at least twelve characters; patterns match any number.
        """
        text = comparable(printed, self._missing)
        reached, furthest = {0}, 0
        for place in range(len(text)):
            if place in reached:
                ends = self._matched(text, place)
                reached |= ends
                furthest = max(furthest, place, *ends)
        return "" if len(text) in reached else text[furthest : furthest + 60]

    def _matched(self, text: str, place: int) -> set[int]:
        """Return where an allowed text, or a part of one, that begins at ``place`` may end."""
        ends = {place + len(key) for key in self._whole.get(text[place], ()) if text.startswith(key, place)}
        ends |= {found.end() for pattern in self._patterns if (found := pattern.match(text, place))}
        ends |= {place + size for size in range(1, _PIECE) if text[place : place + size] in self._ends}
        for key, start in self._pieces.get(text[place : place + _PIECE], ()):
            longest = _common(key, start, text, place)
            # The next text may begin as this one would have gone on: a few shorter ends are tried as well.
            ends |= set(range(place + max(_PIECE, longest - 2 * _PIECE), place + longest + 1))
        return ends - {place}


def _common(key: str, start: int, text: str, place: int) -> int:
    """Return how many characters the two share from there on; halved rather than counted, for long texts of one letter."""
    shared, beyond = _PIECE, min(len(key) - start, len(text) - place) + 1
    while beyond - shared > 1:
        middle = (shared + beyond) // 2
        if key.startswith(text[place + shared : place + middle], start + shared):
            shared = middle
        else:
            beyond = middle
    return shared


_HOLES = {"{page}": r"\d", "{pages}": r"\d", "{sheet}": r"\w"}
_DIGITS = 4


def _patterns(text: str, missing: tuple[str, ...]) -> list[re.Pattern[str]]:
    """Return a pattern for each length its last number may have, for nothing but the text behind tells where that one ends."""
    parts = re.split(r"(\{(?:page|pages|sheet)\})", text)
    last = max(place for place, part in enumerate(parts) if part in _HOLES)
    return [
        re.compile("".join(_expression(part, missing, digits if place == last else None) for place, part in enumerate(parts)))
        for digits in range(1, _DIGITS + 1)
    ]


def _expression(part: str, missing: tuple[str, ...], digits: int | None) -> str:
    if part in _HOLES:
        return f"{_HOLES[part]}{{{digits or f'1,{_DIGITS}'}}}"
    return re.escape(comparable(part, missing))
