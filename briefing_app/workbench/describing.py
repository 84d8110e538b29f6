"""What a reader would want to know of a file before using it, in lines: its card and how it is known, its damage, its repairs."""

from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import groupby

from briefing_app.domain.reading import Damage, Reading, locate, shown
from briefing_app.domain.source import Basis, Card, KnownDate, KnownText
from briefing_app.domain.span import Span
from briefing_app.words import Words
from briefing_app.workbench.arriving import Found
from briefing_app.workbench.wording import place_words

_ENTRIES = ("title", "short_title", "publisher", "short_publisher", "date", "language", "address", "authors", "kind", "rights")
_EXAMPLES = 2
"""How many places of a kind of damage are shown, the largest first."""
_LONGEST = 72
"""Characters of an example."""


def headline(name: str, found: Found, word_count: int, words: Words) -> str:
    """Return the one line of a file: its name, what it is, how long it is, and how much damage there is."""
    reading = found.reading
    parts = [found.form]
    if reading.pages:
        parts.append(words.count("describe.pages", reading.pages))
    parts.append(words.count("describe.words", word_count))
    if language := _language(found.document.card, reading, words):
        parts.append(language)
    parts.append(words.count("describe.damage", len(reading.damage)) if reading.damage else words.say("describe.clean"))
    return f"{name}: {' · '.join(parts)}"


def described(found: Found, words: Words) -> Iterator[str]:
    """Yield the lines under it: card, excerpts, repairs, damage by kind with the worst examples and where they are."""
    yield from _card(found.document.card, words)
    yield _excerpts(found, words)
    yield from _repairs(found.reading, words)
    yield from _damage(found.reading, words)


def _card(card: Card, words: Words) -> Iterator[str]:
    for name in _ENTRIES:
        held = getattr(card, name)
        entries: Sequence[KnownText | KnownDate] = held if isinstance(held, tuple) else (held,) if held else ()
        if entries:
            basis = _BASES[entries[0].basis]
            value = ", ".join(_value(name, each, words) for each in entries)
            yield words.say("describe.entry", entry=words.say(f"describe.card.{name}"), value=value, basis=words.say(basis))
        elif name in {"title", "date"}:
            yield words.say("describe.entry-missing", entry=words.say(f"describe.card.{name}"))


_BASES = {basis: f"describe.basis.{basis.value.replace(' ', '-')}" for basis in Basis}


def _value(name: str, entry: KnownText | KnownDate, words: Words) -> str:
    if isinstance(entry, KnownDate):
        return words.date(entry.value.year, entry.value.month, entry.value.day)
    key = f"language.{entry.value}"
    return words.say(key) if name == "language" and words.has(key) else entry.value


def _language(card: Card, reading: Reading, words: Words) -> str:
    code = card.language.value if card.language else reading.language
    if not code:
        return ""
    return words.say(f"language.{code}") if words.has(f"language.{code}") else code


def _excerpts(found: Found, words: Words) -> str:
    kinds = Counter(excerpt.kind for excerpt in found.excerpts)
    said = [f"{words.say(f'kind.{kind.value}')} {number}" for kind, number in kinds.most_common()]
    return words.say("describe.excerpts", kinds=", ".join(said)) if said else words.say("describe.no-excerpts")


def _repairs(reading: Reading, words: Words) -> Iterator[str]:
    if reading.repairs:
        unsure = sum(not repair.certain for repair in reading.repairs)
        told = words.count("describe.repairs", len(reading.repairs))
        yield f"{told} {words.count('describe.repairs-unsure', unsure)}" if unsure else told


def _damage(reading: Reading, words: Words) -> Iterator[str]:
    counted = Counter(each.kind for each in reading.damage)
    by_kind = sorted(reading.damage, key=lambda each: (-counted[each.kind], each.kind, -len(each.span), each.span))
    for kind, group in groupby(by_kind, key=lambda each: each.kind):
        yield words.say("describe.damage-kind", kind=words.say(f"damage.{kind.value}"), number=counted[kind])
        yield from (f"  {_example(reading, each, words)}" for _, each in zip(range(_EXAMPLES), group, strict=False))


def _example(reading: Reading, damage: Damage, words: Words) -> str:
    place = place_words(locate(reading, Span(damage.span.start, max(damage.span.end, damage.span.start + 1))), words)
    around = (_LONGEST - min(len(damage.span), _LONGEST)) // 2
    block = reading.block_at(damage.span.start) or reading.block_at(max(damage.span.start - 1, 0))
    low, high = (block.span.start, block.span.end) if block else (0, len(reading.text))
    start = max(low, damage.span.start - around)
    end = min(high, max(damage.span.start + around, min(damage.span.end + around, start + _LONGEST)))
    # Whole words, as far as the paragraph goes.
    while start > low and not reading.text[start - 1].isspace() and damage.span.start - start < _LONGEST:
        start -= 1
    while end < high and not reading.text[end].isspace() and end - damage.span.end < _LONGEST:
        end += 1
    piece = " ".join(shown(reading, Span(start, max(start, end))).split())
    return f"{place}: “{piece}”" if place else f"“{piece}”"
