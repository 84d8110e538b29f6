"""Numbers in a sentence, in digits and in words: with their scale or share, ranges and ratios as one."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from enum import Enum, auto
from functools import cache

from briefing_app.domain.span import Span
from briefing_app.extraction.cues.figure_form import FigureCues
from briefing_app.extraction.text.phrases import either, lowered

SMALL = 10
"""Numbers in words below this count nothing by themselves: "two of us"."""
LARGEST_WHOLE = 1000
"""The larger number of a ratio is at most this."""
_BETWEEN_ENDS = 40
_TENS = 20
_NOUNS_IN_RATIO = 4


class NumberKind(Enum):
    """How a number is told."""

    PLAIN = auto()
    SCALED = auto()
    """With a scale: "3 million"."""
    MONEY = auto()
    SHARE = auto()
    VAGUE = auto()
    """ "hundreds", which counts only what it is of."""
    RATIO = auto()


@dataclass(frozen=True, slots=True)
class Number:
    """A number in the text. ``value`` is what its first digits or words say, whatever the scale."""

    span: Span
    kind: NumberKind
    value: float
    words: bool = False
    """Whether it is spelled out."""
    opened: bool = False
    """Whether it is a range with the word that opens it."""
    whole: bool = False
    """Whether it is a ratio that names what it counts: "un enfant sur cinq"."""


_DIGITS = r"\d{1,3}(?:(?:[ .,]\d{3})+(?!\d)|\d{0,7})(?:[.,]\d{1,2}(?!\d))?"
_DIGIT = re.compile(r"\d")
_WORD = re.compile(r"[^\W\d_]+")
_START = re.compile(r"(?:US|C|A|CA|MX|NZ)?[$€£]|\d+|(?P<word>[^\W\d_]+)")
_SIGN = r"(?:(?:US|C|A|CA|MX|NZ)?[$€£] ?)"
_BEHIND = r"(?: ?%| ?[€$£]| ?[°º]C)"
_BEFORE = r"(?:(?<![\w.,/:+-])|(?<=\d[-–]))"
_AFTER = r"(?![\w/]|[.:]\d|-[^\W\d])"


@cache
def _number(cues: FigureCues) -> re.Pattern[str]:
    scale = rf"(?:[ -]{either(cues.scales)}(?!\w))"
    share = rf"(?: {either(cues.shares)}(?!\w))"
    numeral = either(tuple(_values(cues)))
    joined = rf"(?:[ -]{either(cues.numeral_joins)}[ -])"
    values = _values(cues)
    tens = either(tuple(word for word, value in values.items() if value >= _TENS))
    units = either(tuple(word for word, value in values.items() if value < _TENS))
    one = rf"(?:{tens}{joined}{units}|{numeral})(?!\w)"
    hundreds = rf"{either(cues.scales)}(?:{joined}{one})?(?!\w)"
    multiple = either(cues.multiples)
    vague = rf"(?:{either(cues.vague)} )"
    digits = rf"{_BEFORE}(?P<money>{_SIGN})?{_DIGITS}(?:(?P<short>k|m|bn|tn)(?!\w)|{_BEHIND})?{_AFTER}"
    worded = rf"{one}(?:[ -](?:{one}|{hundreds}))*"
    begins = r"(?:(?<![\w’'-])|(?<=\b[dD][’']))"
    return re.compile(
        rf"{digits}(?P<scale>{scale}+(?: {_DIGITS}{_AFTER}{scale}*)?)?(?P<share>{share})?(?P<sign> ?[€$£])?"
        rf"|{begins}(?:(?P<some>{vague}{hundreds}(?:[ -]{hundreds})*)|(?P<fraction>{either(cues.fractions)})"
        rf"|(?P<vague>{vague}?{multiple}(?: (?:of|de) {multiple})*)"
        rf"|(?P<words>{worded})(?P<rest> {_DIGITS}{scale}*)?(?P<worded_share>{share})?)(?!\w|-\w)",
        re.IGNORECASE,
    )


@cache
def _telling(cues: FigureCues) -> frozenset[str]:
    """Return words without one of which no sentence holds a number in words."""
    phrases = (*cues.scales, *cues.multiples, *cues.fractions)
    return frozenset(re.split("[ -]", phrase)[-1] for phrase in phrases) | {w for w, value in _values(cues).items() if value > 1}


@cache
def _values(cues: FigureCues) -> dict[str, float]:
    return {word: float(value) for word, _, value in (line.rpartition(" ") for line in cues.numerals)}


@cache
def _scale_words(cues: FigureCues) -> frozenset[str]:
    return frozenset(word for scale in cues.scales for word in scale.split())


def numbers(plain: str, sentence: Span, cues: FigureCues) -> tuple[Number, ...]:
    """Return the numbers of a sentence in order, ranges and ratios as one; what they stand for is not looked at."""
    words = sentence.of(plain)
    if not _DIGIT.search(words) and _telling(cues).isdisjoint(_WORD.findall(words.lower())):
        return ()
    return tuple(_ratios(plain, _ranges(plain, sentence, _single(plain, sentence, cues), cues), cues))


def _single(plain: str, sentence: Span, cues: FigureCues) -> Iterator[Number]:
    for found in _matches(plain, sentence, cues):
        span = Span(found.start(), found.end())
        if found["fraction"]:
            yield Number(span, NumberKind.SHARE, 0, words=True)
        elif found["vague"]:
            yield Number(span, NumberKind.VAGUE, LARGEST_WHOLE, words=True)
        elif found["some"]:
            yield Number(span, NumberKind.SCALED, LARGEST_WHOLE, words=True)
        elif found["words"]:
            yield _worded(found, span, cues)
        else:
            yield _in_digits(found, span)


def _matches(plain: str, sentence: Span, cues: FigureCues) -> Iterator[re.Match[str]]:
    """Yield what matches, looked for only where a digit, a sign or a word that begins a number stands: much faster."""
    place, starts, number = sentence.start, _starts(cues), _number(cues)
    for start in _START.finditer(plain, sentence.start, sentence.end):
        if start.start() < place or (start.lastgroup == "word" and start.group().lower() not in starts):
            continue
        found = number.match(plain, start.start(), sentence.end)
        if found:
            yield found
            place = found.end()


@cache
def _starts(cues: FigureCues) -> frozenset[str]:
    phrases = (*cues.vague, *cues.multiples, *cues.fractions, *_values(cues))
    return frozenset(re.split("[ -]", phrase)[0] for phrase in phrases)


def _worded(found: re.Match[str], span: Span, cues: FigureCues) -> Number:
    words = re.split(r"[ -]", lowered(found["words"]))
    scaled = len(words) > 1 and not _scale_words(cues).isdisjoint(words)
    values = [_values(cues)[word] for word in words if word in _values(cues)]
    if found["rest"] and words[-1] not in _scale_words(cues):
        # "in forty 300 came": two numbers, of which the first counts nothing.
        span, scaled = Span(found.end("rest") - len(found["rest"].strip()), found.end()), False
    kind = NumberKind.SHARE if found["worded_share"] else NumberKind.SCALED if scaled or found["rest"] else NumberKind.PLAIN
    return Number(span, kind, sum(values), words=True)


def _in_digits(found: re.Match[str], span: Span) -> Number:
    text = found.group()
    if found["share"] or "%" in text:
        kind = NumberKind.SHARE
    elif found["money"] or found["sign"] or any(sign in text for sign in "$€£"):
        kind = NumberKind.MONEY
    else:
        kind = NumberKind.SCALED if found["scale"] or found["short"] or "C" in text else NumberKind.PLAIN
    first = re.search(_DIGITS, text)
    digits = first.group() if first else "0"
    return Number(span, kind, _value(digits))


def _value(digits: str) -> float:
    whole = re.sub(r"[ .,](?=\d{3}(?!\d))", "", digits)
    return float(whole.replace(",", ".").replace(" ", "") if whole.count(",") + whole.count(".") < 2 else "0")


@cache
def _pairs(cues: FigureCues) -> dict[str, frozenset[str]]:
    """Return, for each word that opens a range, what may stand between its ends."""
    found: dict[str, set[str]] = {}
    for opener, _, join in (pair.partition(" ") for pair in cues.range_pairs):
        found.setdefault(opener, set()).add(join)
    return {opener: frozenset(joins) for opener, joins in found.items()}


def _ranges(plain: str, sentence: Span, found: Iterator[Number], cues: FigureCues) -> Iterator[Number]:
    last: Number | None = None
    for number in found:
        if last is None:
            last = number
            continue
        merged = _range(plain, sentence, last, number, cues)
        if merged is None:
            yield last
        last = merged or number
    if last is not None:
        yield last


_OPENER = re.compile(r"(\w+)[ ]$")


def _range(plain: str, sentence: Span, first: Number, second: Number, cues: FigureCues) -> Number | None:
    between = lowered(plain[first.span.end : second.span.start])
    if len(between) > _BETWEEN_ENDS or first.opened or NumberKind.VAGUE in {first.kind, second.kind}:
        return None
    before = _OPENER.search(plain, max(sentence.start, first.span.start - 12), first.span.start)
    opener = lowered(before.group(1)) if before else ""
    paired = between.strip() in _pairs(cues).get(opener, ())
    joined = between in {"-", "–"} or (between.strip() in cues.range_joins and between[:1] == " ")
    if not (paired or joined) or (first.kind is second.kind and first.value >= second.value):
        return None
    if first.kind is not second.kind and first.kind is not NumberKind.PLAIN:
        return None
    start = before.start() if paired and before else first.span.start
    return replace(second, span=Span(start, second.span.end), value=max(first.value, second.value), opened=paired)


def _ratios(plain: str, found: Iterator[Number], cues: FigureCues) -> Iterator[Number]:
    last: Number | None = None
    for number in found:
        merged = _ratio(plain, last, number, cues) if last else None
        if last is not None and merged is None:
            yield last
        last = merged or number
    if last is not None:
        yield last


@cache
def _middle(cues: FigureCues) -> re.Pattern[str]:
    return re.compile(rf"\s((?:[^\W\d_]+\s){{0,{_NOUNS_IN_RATIO}}}?)({either(cues.ratios)})\s")


def _ratio(plain: str, part: Number, whole: Number, cues: FigureCues) -> Number | None:
    if {part.kind, whole.kind} != {NumberKind.PLAIN} or not part.value < whole.value <= LARGEST_WHOLE or part.opened:
        return None
    between = _middle(cues).fullmatch(plain, part.span.end, whole.span.start)
    if not between or (part.value >= SMALL and " " not in between.group(2)):
        return None
    if between.group(1) and " " not in between.group(2) and not cues.noun_first:
        return None
    if any(lowered(word) in cues.ends_unit for word in between.group(1).split()):
        return None
    return Number(Span(part.span.start, whole.span.end), NumberKind.RATIO, part.value, whole=bool(between.group(1)))


def number_words(cues: FigureCues) -> str:
    """Return the source of a pattern of numbers in words, one word each, as a part of a larger pattern."""
    return either(tuple(_values(cues)))
