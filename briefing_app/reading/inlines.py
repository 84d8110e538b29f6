"""Running text into links, emphasis and code, each with the code points of its marks (CommonMark 0.31, chapter 6)."""

import re
import unicodedata
from dataclasses import dataclass

from briefing_app.domain.reading import Inline, InlineKind
from briefing_app.domain.span import Span

_URL = r"(?:https?://|www\.)[^\s<>\"“”«»\[\]{}|\\^`]+"
_BARE = re.compile(_URL)
_TOKEN = re.compile(
    r"(?P<escape>\\[!-/:-@\[-`{-~]|\\$)"
    r"|(?P<code>`+)"
    r"|<(?P<auto>(?:https?://|mailto:)[^<>\s]{1,2000}|[\w.+-]{1,64}@[\w.-]{1,255})>"
    r"|(?P<tag><!--(?:[^-]|-(?!->)){0,2000}-->|</?[A-Za-z][A-Za-z0-9]{0,20}(?:\s[^<>]{0,1000})?/?>)"
    r"|(?P<note>\[\^[^\[\]\s]{1,40}\](?!:))"
    r"|(?P<open>!?\[)"
    r"|(?P<close>\])"
    r"|(?P<run>\*+|_+)"
    rf"|(?P<url>{_URL})",
    re.MULTILINE,
)
_TARGET_BLANK = re.compile(r"[ \t]*\n?[ \t]*")
_TITLE = re.compile(r"\"[^\"\n]{0,1000}\"|'[^'\n]{0,1000}'|\([^()\n]{0,1000}\)")
_DEEPEST = 32
_LONGEST_TARGET = 2000


@dataclass(slots=True)
class _Run:
    """A run of ``*`` or ``_`` not yet used up, from ``start`` to ``end``."""

    sign: str
    start: int
    end: int
    length: int
    opens: bool
    closes: bool


@dataclass(slots=True)
class _Bracket:
    start: int
    end: int
    image: bool
    runs: int
    """How many runs of emphasis there were when it opened."""
    inlines: int
    """And how many inlines."""


def inlines_of(words: str, at: int, *, markdown: bool) -> list[Inline]:
    """Return the inlines of one block whose words begin at ``at``; without Markdown, bare addresses alone."""
    found = _Scanner(words).scan() if markdown else [_bare(match) for match in _BARE.finditer(words)]
    return sorted(
        (_moved(inline, at) for inline in found), key=lambda one: (one.span.start, -one.span.end, one.content.start, one.kind.value)
    )


def _moved(inline: Inline, by: int) -> Inline:
    span, content = inline.span, inline.content
    return Inline(inline.kind, Span(span.start + by, span.end + by), Span(content.start + by, content.end + by), inline.target)


def _bare(match: re.Match[str]) -> Inline:
    address = match.group()
    while address and (address[-1] in ".,;:!?'’*_~…" or (address[-1] == ")" and address.count(")") > address.count("("))):
        address = address[:-1]
    span = Span(match.start(), match.start() + len(address))
    return Inline(InlineKind.LINK, span, span, address if "//" in address else f"https://{address}")


def _hidden(start: int, end: int) -> Inline:
    return Inline(InlineKind.MARKER, Span(start, end), Span(end, end))


class _Scanner:
    """One pass over a block's words; brackets and runs wait on stacks for what closes them."""

    def __init__(self, words: str) -> None:
        self._words = words
        self._inlines: list[Inline] = []
        self._runs: list[_Run] = []
        self._brackets: list[_Bracket] = []
        self._dead = 0
        """Brackets below this height on the stack cannot open a link any more."""
        self._code_runs: dict[int, list[int]] | None = None

    def scan(self) -> list[Inline]:
        place = 0
        while match := _TOKEN.search(self._words, place):
            kind = match.lastgroup or ""
            place = getattr(self, f"_{kind}")(match)
        self._emphasise(0)
        return self._inlines

    def _escape(self, match: re.Match[str]) -> int:
        self._inlines.append(_hidden(match.start(), match.start() + 1))
        return match.end()

    def _code(self, match: re.Match[str]) -> int:
        length = len(match.group())
        if self._code_runs is None:
            self._code_runs = {}
            for run in reversed(list(re.finditer("`+", self._words))):
                self._code_runs.setdefault(len(run.group()), []).append(run.start())
        closing = self._code_runs.get(length, [])
        while closing and closing[-1] < match.end():
            closing.pop()
        if not closing:
            return match.end()
        end = closing[-1]
        self._inlines.append(Inline(InlineKind.CODE, Span(match.start(), end + length), Span(match.end(), end)))
        return end + length

    def _auto(self, match: re.Match[str]) -> int:
        address = match["auto"]
        target = address if "//" in address or address.startswith("mailto:") else f"mailto:{address}"
        self._inlines.append(Inline(InlineKind.LINK, Span(*match.span()), Span(*match.span("auto")), target))
        return match.end()

    def _tag(self, match: re.Match[str]) -> int:
        self._inlines.append(_hidden(*match.span()))
        return match.end()

    def _url(self, match: re.Match[str]) -> int:
        inline = _bare(match)
        self._inlines.append(inline)
        return max(inline.span.end, match.start() + 4)

    def _note(self, match: re.Match[str]) -> int:
        # Not in CommonMark, but in every dialect that has notes (PHP Markdown Extra, Pandoc, GitHub).
        self._inlines.append(Inline(InlineKind.NOTE, Span(*match.span()), Span(match.end(), match.end()), match.group()[2:-1]))
        return match.end()

    def _open(self, match: re.Match[str]) -> int:
        self._brackets.append(_Bracket(match.start(), match.end(), match.group() == "![", len(self._runs), len(self._inlines)))
        return match.end()

    def _close(self, match: re.Match[str]) -> int:
        if not self._brackets:
            return match.end()
        bracket = self._brackets.pop()
        live = bracket.image or len(self._brackets) >= self._dead
        self._dead = min(self._dead, len(self._brackets))
        target = self._target(match.end()) if live else None
        if target is None:
            return match.end()
        address, end = target
        if bracket.image:
            # Pictures are not running text: their words would stand amid a sentence.
            del self._inlines[bracket.inlines :]
            del self._runs[bracket.runs :]
            self._inlines.append(_hidden(bracket.start, end))
            return end
        self._inlines.append(Inline(InlineKind.LINK, Span(bracket.start, end), Span(bracket.end, match.start()), address))
        self._emphasise(bracket.runs)
        # No link lies in a link: those that opened outside are words.
        self._dead = len(self._brackets)
        return end

    def _target(self, place: int) -> tuple[str, int] | None:
        """Read ``(target "title")`` from ``place``: the address and the end, or None."""
        words = self._words
        if not words.startswith("(", place):
            return None
        place = _end(_TARGET_BLANK, words, place + 1)
        start, end = place, self._address_end(place)
        if end is None:
            return None
        address = words[start:end]
        place = _end(_TARGET_BLANK, words, end)
        if place > end and (title := _TITLE.match(words, place)):
            place = _end(_TARGET_BLANK, words, title.end())
        if not words.startswith(")", place):
            return None
        return address.removeprefix("<").removesuffix(">"), place + 1

    def _address_end(self, place: int) -> int | None:
        words, depth = self._words, 0
        for at in range(place, min(len(words), place + _LONGEST_TARGET)):
            sign = words[at]
            if sign.isspace() or (sign == ")" and depth == 0):
                return at
            depth += (sign == "(") - (sign == ")")
            if depth > _DEEPEST:
                return None
        return None

    def _run(self, match: re.Match[str]) -> int:
        before = self._words[match.start() - 1 : match.start()] or " "
        after = self._words[match.end() : match.end() + 1] or " "
        left = not after.isspace() and (not _is_mark(after) or before.isspace() or _is_mark(before))
        right = not before.isspace() and (not _is_mark(before) or after.isspace() or _is_mark(after))
        sign = match.group()[0]
        opens = left and (sign == "*" or not right or _is_mark(before))
        closes = right and (sign == "*" or not left or _is_mark(after))
        self._runs.append(_Run(sign, match.start(), match.end(), len(match.group()), opens, closes))
        return match.end()

    def _emphasise(self, bottom: int) -> None:
        """Pair the runs from ``bottom`` on, as CommonMark's "process emphasis" does, and drop them."""
        waiting: list[_Run] = []
        barren: dict[tuple[str, bool, int], int] = {}
        for run in self._runs[bottom:]:
            while run.closes and run.start < run.end:
                key = (run.sign, run.opens, run.length % 3)
                at = len(waiting) - 1
                floor = barren.get(key, 0)
                while at >= floor and not _pair(waiting[at], run):
                    at -= 1
                if at < floor:
                    barren[key] = len(waiting)
                    break
                opener = waiting[at]
                del waiting[at + 1 :]
                barren = {one: min(height, len(waiting)) for one, height in barren.items()}
                strong = 2 if min(run.end - run.start, opener.end - opener.start) >= 2 else 1
                kind = InlineKind.STRONG if strong == 2 else InlineKind.EMPHASIS
                span, content = Span(opener.end - strong, run.start + strong), Span(opener.end, run.start)
                self._inlines.append(Inline(kind, span, content))
                opener.end -= strong
                run.start += strong
                if opener.start == opener.end:
                    waiting.pop()
            if run.opens and run.start < run.end:
                waiting.append(run)
        del self._runs[bottom:]


def _pair(opener: _Run, closer: _Run) -> bool:
    # The rule of three: a run that both opens and closes pairs only where the lengths do not sum to a multiple of three.
    if opener.sign != closer.sign:
        return False
    both = opener.closes or closer.opens
    return not (both and (opener.length + closer.length) % 3 == 0 and (opener.length % 3 or closer.length % 3))


def _end(pattern: re.Pattern[str], words: str, place: int) -> int:
    found = pattern.match(words, place)
    return found.end() if found else place


def _is_mark(sign: str) -> bool:
    return unicodedata.category(sign)[0] in "PS"
