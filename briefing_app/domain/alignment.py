"""A passage of a damaged text found in a cleaner copy of it: by the letters around and within it that both have.

The clean text is indexed once, by short runs of letters that stand in it once; each passage then looks at its own surroundings
alone, so that all of a text's passages together take time in proportion to its length.
"""

from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher

from briefing_app.domain.letters import Letters, letters_of
from briefing_app.domain.reading import Reading, Shown, shown_with_origins
from briefing_app.domain.span import Span

RUN = 12
"""Letters of a run that is looked up: two words or so."""
_STEP = 4
"""Every so many letters of the clean text a run is indexed: any 15 letters that both texts have are found."""
AROUND = 600
"""Letters on either side of a passage that help to place it."""
_WIDEST_GAP = 3000
"""Letters between two places known to answer to each other, beyond which nothing between is placed."""
_ENOUGH = 0.3
"""Share of a passage's letters that the clean copy must have too, unless both sides of it are beyond doubt."""
_SURE_SIDE = 40
"""Letters in one piece, close by, that put a side beyond doubt."""


@dataclass(frozen=True, slots=True)
class _Shared:
    """A stretch of letters that both texts have: where it starts in either, and how long it is."""

    damaged: int
    clean: int
    length: int


@dataclass(frozen=True, slots=True)
class _Side:
    """A text as it is shown, its letters, and the way back from both."""

    seen: Shown
    letters: Letters

    def letters_in(self, span: Span) -> tuple[int, int]:
        """Return the letters of a passage of the reading, as a range."""
        start, end = self.seen.place_of(span.start), self.seen.place_of(span.end)
        return bisect_left(self.letters.places, start), bisect_left(self.letters.places, end)


def _side(reading: Reading) -> _Side:
    seen = shown_with_origins(reading, Span(0, len(reading.text)))
    return _Side(seen, letters_of(seen.text))


class Alignment:
    """A damaged reading and a cleaner copy of the same document, to look passages of the one up in the other."""

    def __init__(self, damaged: Reading, clean: Reading) -> None:
        self._damaged = _side(damaged)
        self._clean = _side(clean)
        self._runs: dict[str, int] = {}
        text = self._clean.letters.text
        for at in range(0, len(text) - RUN + 1, _STEP):
            run = text[at : at + RUN]
            # What stands there twice tells nothing.
            self._runs[run] = -1 if run in self._runs else at

    def clean_span(self, span: Span) -> Span | None:
        """Return where a passage of the damaged reading stands in the clean one, in whole words; None where nobody can be sure."""
        start, end = self._damaged.letters_in(span)
        if start >= end:
            return None
        chain = _chain(self._shared(max(0, start - AROUND), min(len(self._damaged.letters.text), end + AROUND)))
        first, last = self._place(chain, start, ahead=True), self._place(chain, end, ahead=False)
        if first is None or last is None or first >= last or not _plausible(chain, start, end, first, last):
            return None
        return self._whole_words(span, first, last)

    def _shared(self, low: int, high: int) -> list[_Shared]:
        ours, theirs = self._damaged.letters.text, self._clean.letters.text
        found: list[_Shared] = []
        at = floor = low
        while at + RUN <= high:
            there = self._runs.get(ours[at : at + RUN], -1)
            if there < 0:
                at += 1
                continue
            back = 0
            while at - back > floor and there > back and ours[at - back - 1] == theirs[there - back - 1]:
                back += 1
            length = RUN
            while at + length < high and there + length < len(theirs) and ours[at + length] == theirs[there + length]:
                length += 1
            found.append(_Shared(at - back, there - back, length + back))
            at = floor = at + length
        return found

    def _place(self, chain: Sequence[_Shared], at: int, *, ahead: bool) -> int | None:
        """Return the clean letter that answers to the border before the damaged letter ``at``.

        ``ahead``: the border opens a passage and belongs to the letter after it; else to the one before.
        """
        inside = at if ahead else at - 1
        before: _Shared | None = None
        after: _Shared | None = None
        for each in chain:
            if each.damaged <= inside < each.damaged + each.length:
                return each.clean + at - each.damaged
            if each.damaged + each.length <= inside:
                before = each
            elif after is None:
                after = each
        return self._between(before, after, at, ahead=ahead)

    def _between(self, before: _Shared | None, after: _Shared | None, at: int, *, ahead: bool) -> int | None:
        ours, theirs = self._damaged.letters.text, self._clean.letters.text
        # At either end of a text there is nothing more to hold on to than the end itself.
        low = (before.damaged + before.length, before.clean + before.length) if before else (0, 0)
        high = (after.damaged, after.clean) if after else (len(ours), len(theirs))
        gap, clean_gap = ours[low[0] : high[0]], theirs[low[1] : high[1]]
        if max(len(gap), len(clean_gap)) > _WIDEST_GAP:
            return None
        offset = at - low[0]
        if offset == (0 if ahead else len(gap)):
            # The other side of the border is beyond doubt.
            return low[1] if ahead else high[1]
        for kind, i, j, k, m in SequenceMatcher(None, gap, clean_gap, autojunk=False).get_opcodes():
            if i <= offset <= j:
                if kind == "equal":
                    return low[1] + k + offset - i
                if j > i:
                    return low[1] + k + round((m - k) * (offset - i) / (j - i))
        return high[1] if offset else low[1]

    def _whole_words(self, span: Span, first: int, last: int) -> Span:
        """Return clean letters as a passage of the reading: whole words, with marks at its ends where the damaged one has them."""
        text, places = self._clean.seen.text, self._clean.letters.places
        start, end = places[first], places[last - 1] + 1
        while start and text[start - 1].isalnum() and text[start].isalnum():
            start -= 1
        while end < len(text) and text[end].isalnum() and text[end - 1].isalnum():
            end += 1
        words = self._damaged.seen.text[self._damaged.seen.place_of(span.start) : self._damaged.seen.place_of(span.end)]
        if words and not words[0].isalnum():
            while start and _is_mark(text[start - 1]):
                start -= 1
        if words and not words[-1].isalnum():
            while end < len(text) and _is_mark(text[end]):
                end += 1
        origins = self._clean.seen.origins
        return Span(origins[start], origins[end - 1] + 1)


def _is_mark(sign: str) -> bool:
    return not sign.isalnum() and not sign.isspace()


def _chain(shared: Sequence[_Shared]) -> list[_Shared]:
    """Return the stretches that stand in one order in both texts and share the most letters."""
    best: list[tuple[int, int]] = []
    for number, each in enumerate(shared):
        score, link = each.length, -1
        for earlier in range(number):
            if shared[earlier].clean + shared[earlier].length <= each.clean and best[earlier][0] + each.length > score:
                score, link = best[earlier][0] + each.length, earlier
        best.append((score, link))
    at = max(range(len(best)), key=lambda place: best[place][0], default=-1)
    chain: list[_Shared] = []
    while at >= 0:
        chain.append(shared[at])
        at = best[at][1]
    return chain[::-1]


def _plausible(chain: Sequence[_Shared], start: int, end: int, first: int, last: int) -> bool:
    inside = sum(max(0, min(each.damaged + each.length, end) - max(each.damaged, start)) for each in chain)
    if inside >= _ENOUGH * max(end - start, last - first):
        return True
    # Hardly a letter of it is whole, so what stands around it must leave no doubt.
    left = any(each.length >= _SURE_SIDE and start - each.damaged - each.length <= RUN <= start - each.damaged for each in chain)
    right = any(each.length >= _SURE_SIDE and each.damaged - end <= RUN <= each.damaged + each.length - end for each in chain)
    return left and right and last - first <= 2 * (end - start) + RUN
