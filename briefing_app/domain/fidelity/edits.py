"""Edits of a placed quotation. Only these exist, so altered words cannot be represented: what is printed is derived, never typed.

A stretch is one excerpt with a list of edits that tile its span: every code point is kept, left out or changed in case, in order.
"""

from bisect import bisect_left
from collections.abc import Iterable
from dataclasses import dataclass, replace
from enum import StrEnum
from itertools import pairwise
from typing import ClassVar

from briefing_app.domain.fidelity.cuts import between_words, ends_sentence, starts_sentence, whole_words
from briefing_app.domain.reading import Reading, Shown, shown_with_origins
from briefing_app.domain.span import Span

OMISSION_SIGN = "[…]"


@dataclass(frozen=True, slots=True)
class Keep:
    """Words that are printed as they are."""

    kind: ClassVar[str] = "keep"
    span: Span


@dataclass(frozen=True, slots=True)
class Omit:
    """Words that are left out: ``[…]``, or nothing where whole sentences are cut at an end of the quotation."""

    kind: ClassVar[str] = "omit"
    span: Span


@dataclass(frozen=True, slots=True)
class Insert:
    """Our own words, printed in square brackets."""

    kind: ClassVar[str] = "insert"
    words: str

    def __post_init__(self) -> None:
        if not any(character.isalnum() for character in self.words) or not self.words.isprintable() or set(self.words) & set("[]"):
            raise ValueError("an insertion has words, on one line, and no brackets of its own")


@dataclass(frozen=True, slots=True)
class Case:
    """The first letter of a word in the other case, printed in square brackets: ``[w]e``."""

    kind: ClassVar[str] = "case"
    span: Span


Edit = Keep | Omit | Insert | Case


@dataclass(frozen=True, slots=True)
class Stretch:
    """One excerpt of a quotation and its edits; no edits: all of it is kept."""

    excerpt: str
    edits: tuple[Edit, ...] = ()


class RunKind(StrEnum):
    """What a run of printed words is."""

    KEPT = "kept"
    OMISSION = "omission"
    INSERTION = "insertion"
    CASE = "case"


@dataclass(frozen=True, slots=True)
class PrintedRun:
    """A run of the words as printed. ``span`` is where they come from: None for an insertion."""

    kind: RunKind
    text: str
    span: Span | None


def tiled(span: Span, edits: Iterable[Edit], text: str) -> tuple[Edit, ...]:
    """Return the edits, checked: they tile ``span`` of ``text`` in order and cut no word in half.

    A case edit is the first letter of a word and has another case. No edits mean that all is kept. ValueError when they do not fit.
    """
    checked = tuple(edits) or (Keep(span),)
    place = span.start
    for edit in checked:
        if isinstance(edit, Insert):
            continue
        if edit.span.start != place or edit.span.end > span.end:
            raise ValueError(f"edits leave the excerpt or overlap at {edit.span.start}, expected {place}")
        if isinstance(edit, Case) and not (len(edit.span) == 1 and _other_case(edit.span.of(text)) and between_words(text, place)):
            raise ValueError("a case edit changes the first letter of a word")
        place = edit.span.end
    if place != span.end:
        raise ValueError(f"edits end at {place}, the excerpt at {span.end}")
    halved = next((cut for cut in _cuts(span, checked) if not between_words(text, cut)), None)
    if halved is not None:
        raise ValueError(f"a word is cut in half at {halved}")
    return checked


def _cuts(span: Span, edits: tuple[Edit, ...]) -> Iterable[int]:
    """Yield the places inside ``span`` where kept words end or begin, at an omission or an insertion."""
    place = span.start
    for edit, following in pairwise(edits):
        place = place if isinstance(edit, Insert) else edit.span.end
        if span.start < place < span.end and not (isinstance(edit, Keep | Case) and isinstance(following, Keep | Case)):
            yield place


def printed_runs(reading: Reading, span: Span, edits: Iterable[Edit]) -> tuple[PrintedRun, ...]:
    """Return what a stretch prints, run by run; outer quotation marks are still in it, for composition to take off.

    The runs are parts of what is shown of the whole stretch: a repair is kept or left out as one, an omission of nothing that
    a person sees prints nothing, and spaces and paragraphs stay as they were but around signs and insertions. Beyond a silent
    cut no sign is left but quotation marks.
    """
    checked = tiled(span, edits, reading.text)
    whole = shown_with_origins(reading, span)
    words = _worded(whole, checked)
    parts: list[_Part] = []
    for edit in checked:
        if isinstance(edit, Insert):
            parts.append(_Part(RunKind.INSERTION, f"[{edit.words}]", None))
            continue
        part = _part(whole, edit.span)
        if not part.text:
            parts[-1:] = [_reaching(last, edit.span, part.lead) for last in parts[-1:]]
        elif isinstance(edit, Omit):
            _add_omission(parts, replace(part, kind=RunKind.OMISSION, text=OMISSION_SIGN))
        elif isinstance(edit, Case) and part.text == edit.span.of(reading.text):
            parts.append(replace(part, kind=RunKind.CASE, text=f"[{_other_case(part.text)}]"))
        else:
            _add_kept(parts, part)
    silent = [part.span for part in parts if part.kind is RunKind.OMISSION and part.span and _silent(whole, words, part.span)]
    seen = (_beyond(part, silent, words) for part in parts if not (part.kind is RunKind.OMISSION and part.span in silent))
    return _joined([part for part in seen if part.text])


def printed(reading: Reading, span: Span, edits: Iterable[Edit]) -> str:
    """Return the words that a stretch prints."""
    return "".join(run.text for run in printed_runs(reading, span, edits))


def silent_cut(reading: Reading, span: Span, edits: tuple[Edit, ...], omitted: Span) -> bool:
    """Tell whether an omission is whole sentences cut at an end of the stretch, which print no sign.

    Quoting a whole sentence needs no mark for what stood before or after it; leaving out within one, or between two, does.
    """
    whole = shown_with_origins(reading, span)
    return _silent(whole, _worded(whole, edits), omitted)


def _silent(whole: Shown, words: tuple[Span, Span] | None, omitted: Span) -> bool:
    if words is None:
        return False
    first, last = words
    if omitted.end <= first.start:
        return starts_sentence(whole.text, whole.place_of(first.start))
    if omitted.start >= last.end:
        return ends_sentence(whole.text, whole.place_of(last.end))
    return False


def _worded(whole: Shown, edits: tuple[Edit, ...]) -> tuple[Span, Span] | None:
    """Return the first and the last span kept with words in it: a quotation mark alone does not make an end."""
    kept = [edit.span for edit in edits if isinstance(edit, Keep | Case) and _has_words(_seen(whole, edit.span))]
    return (kept[0], kept[-1]) if kept else None


def _seen(whole: Shown, span: Span) -> str:
    return whole.text[bisect_left(whole.origins, span.start) : bisect_left(whole.origins, span.end)]


def _other_case(letter: str) -> str:
    """Return the letter in its other case; empty where it has none, or one from which there is no way back."""
    other = letter.swapcase()
    return other if len(other) == 1 and other != letter and other.swapcase() == letter else ""


def _merged(edits: tuple[Edit, ...]) -> tuple[Edit, ...]:
    # Neighbours of one kind print as one: two omissions in a row are one […].
    merged: list[Edit] = []
    for edit in edits:
        last = merged[-1] if merged else None
        if isinstance(edit, Keep | Omit) and not len(edit.span):
            continue
        if isinstance(edit, Keep) and isinstance(last, Keep):
            merged[-1] = Keep(Span(last.span.start, edit.span.end))
        elif isinstance(edit, Omit) and isinstance(last, Omit):
            merged[-1] = Omit(Span(last.span.start, edit.span.end))
        else:
            merged.append(edit)
    return tuple(merged)


_BLANKS = " \n"
"""The white space there is in shown text; no-break spaces are words' own."""

_OPENERS = "“«‘‹([¿¡"
_CLOSERS = "”»›)].,;:!?…"
_QUOTATION_MARKS = "“”„«»‹›‘’\"'"


@dataclass(frozen=True, slots=True)
class _Part:
    """A run before it is joined to its neighbours, with the white space at the edges of what it stands for."""

    kind: RunKind
    text: str
    span: Span | None
    lead: str = ""
    trail: str = ""


def _part(whole: Shown, span: Span) -> _Part:
    words = _seen(whole, span)
    text = words.strip(_BLANKS)
    lead = words[: len(words) - len(words.lstrip(_BLANKS))]
    return _Part(RunKind.KEPT, text, span, lead, words[len(lead) + len(text) :])


def _reaching(part: _Part, blank: Span, white: str) -> _Part:
    span = Span(part.span.start, blank.end) if part.span else None
    return replace(part, span=span, trail=max(part.trail, white, key=len))


def _beyond(part: _Part, silent: list[Span], words: tuple[Span, Span] | None) -> _Part:
    """Return the part, less the signs in it where a silent cut parts it from all words: of them quotation marks alone stay.

    The full stop of a sentence that was cut away whole belongs to that sentence.
    """
    if part.kind is not RunKind.KEPT or part.span is None or words is None or _has_words(part.text):
        return part
    first, last = words
    before = any(part.span.end <= cut.start and cut.end <= first.start for cut in silent)
    after = any(last.end <= cut.start and cut.end <= part.span.start for cut in silent)
    if not (before or after):
        return part
    return replace(part, text="".join(sign for sign in part.text if sign in _QUOTATION_MARKS), lead="", trail="")


def _add_omission(parts: list[_Part], part: _Part) -> None:
    # Two omissions with nothing that is printed between them are one.
    last = parts[-1] if parts and parts[-1].kind is RunKind.OMISSION else None
    if last and last.span and part.span:
        part = replace(part, span=Span(last.span.start, part.span.end), lead=last.lead)
        parts.pop()
    parts.append(part)


def _add_kept(parts: list[_Part], part: _Part) -> None:
    last = parts[-1] if parts and parts[-1].kind is RunKind.KEPT else None
    if last and last.span and part.span:
        text = last.text + max(last.trail, part.lead, key=len) + part.text
        part = replace(part, text=text, span=Span(last.span.start, part.span.end), lead=last.lead)
        parts.pop()
    parts.append(part)


def _joined(parts: list[_Part]) -> tuple[PrintedRun, ...]:
    """Return the runs, each with the space that follows it: the source's own, else what typography asks for."""
    runs: list[PrintedRun] = []
    for left, right in pairwise([*parts, None]):
        if left and right:
            space = _space(left, right)
            if left.kind is RunKind.OMISSION and space == "\n\n" and runs and runs[-1].text.endswith(space):
                # Whole paragraphs are left out: the sign stands at the end of the one before.
                runs[-1] = replace(runs[-1], text=f"{runs[-1].text.rstrip(_BLANKS)} ")
            runs.append(PrintedRun(left.kind, left.text + space, left.span))
        elif left:
            runs.append(PrintedRun(left.kind, left.text, left.span))
    return tuple(runs)


def _space(left: _Part, right: _Part) -> str:
    kinds = {left.kind, right.kind}
    apart = left.span and right.span and left.span.end != right.span.start
    if apart and not (_has_words(left.text) and _has_words(right.text)):
        return ""  # a silent cut lies between the words and a mark
    source = max(left.trail, right.lead, key=len)
    if source or kinds <= {RunKind.KEPT, RunKind.CASE}:
        return source
    if RunKind.KEPT not in kinds and RunKind.CASE not in kinds:
        return " "
    if left.kind in {RunKind.OMISSION, RunKind.INSERTION}:
        return " " if right.text[0].isalnum() or right.text[0] in _OPENERS else ""
    return " " if left.text[-1].isalnum() or left.text[-1] in _CLOSERS else ""


def _has_words(text: str) -> bool:
    return any(map(str.isalnum, text))


def omissions(edits: Iterable[Edit]) -> tuple[Span, ...]:
    """Return the spans left out, neighbours as one."""
    return tuple(edit.span for edit in _merged(tuple(edits)) if isinstance(edit, Omit))


def leave_out(span: Span, edits: Iterable[Edit], chosen: Span, text: str) -> tuple[Edit, ...]:
    """Return the edits with ``chosen``, made whole words, left out as well; insertions inside it go too."""
    inside = _whole(text, chosen, span)
    if not inside or not len(inside):
        return tiled(span, edits, text)
    return tiled(
        span, _overlaid(span, _without_insertions(span, tiled(span, edits, text), inside, at_edges=False), Omit(inside)), text
    )


def put_back(span: Span, edits: Iterable[Edit], chosen: Span, text: str) -> tuple[Edit, ...]:
    """Return the edits with ``chosen``, made whole words, kept as in the source; insertions in it or at its edges are taken away.

    An empty ``chosen`` takes away the insertions at its place.
    """
    inside = _whole(text, chosen, span)
    if not inside:
        return tiled(span, edits, text)
    return tiled(
        span, _overlaid(span, _without_insertions(span, tiled(span, edits, text), inside, at_edges=True), Keep(inside)), text
    )


def change_case(span: Span, edits: Iterable[Edit], place: int, text: str) -> tuple[Edit, ...]:
    """Return the edits with the letter at ``place`` in the other case; ValueError unless it is a word's first letter, and kept."""
    checked = tiled(span, edits, text)
    letter = Span(place, place + 1)
    if not any(isinstance(edit, Keep | Case) and edit.span.holds(letter) for edit in checked):
        raise ValueError("only a kept letter changes its case")
    return tiled(span, _overlaid(span, checked, Case(letter)), text)


def insert(span: Span, edits: Iterable[Edit], place: int, words: str, text: str) -> tuple[Edit, ...]:
    """Return the edits with our ``words`` put in before the code point at ``place``, or before the word that it stands in."""
    if not span.start <= place <= span.end:
        raise ValueError("an insertion stands inside its excerpt")
    checked = tiled(span, edits, text)
    place = max(span.start, whole_words(text, Span(place, place)).start)
    omitted = next((edit.span for edit in checked if isinstance(edit, Omit) and edit.span.start < place < edit.span.end), None)
    place = omitted.end if omitted else place
    new = Insert(" ".join(words.split()))
    result: list[Edit] = []
    done = False
    for edit in checked:
        if not done and not isinstance(edit, Insert) and place < edit.span.end:
            split = isinstance(edit, Keep) and edit.span.start < place
            result += [Keep(Span(edit.span.start, place)), new, Keep(Span(place, edit.span.end))] if split else [new, edit]
            done = True
        else:
            result.append(edit)
    return tiled(span, result if done else [*result, new], text)


def _whole(text: str, chosen: Span, span: Span) -> Span | None:
    """Return the part of ``chosen`` in ``span``, made whole words; None when it lies outside."""
    if chosen.end < span.start or chosen.start > span.end:
        return None
    start, end = max(chosen.start, span.start), min(chosen.end, span.end)
    whole = whole_words(text, Span(start, end))
    return Span(max(whole.start, span.start), min(whole.end, span.end))


def _without_insertions(span: Span, edits: tuple[Edit, ...], chosen: Span, *, at_edges: bool) -> tuple[Edit, ...]:
    kept: list[Edit] = []
    place = span.start
    for edit in edits:
        if isinstance(edit, Insert):
            inside = chosen.start <= place <= chosen.end if at_edges else chosen.start < place < chosen.end
            if inside:
                continue
        else:
            place = edit.span.end
        kept.append(edit)
    return tuple(kept)


def _overlaid(span: Span, edits: tuple[Edit, ...], over: Keep | Omit | Case) -> tuple[Edit, ...]:
    result: list[Edit] = []
    for edit in edits:
        if isinstance(edit, Insert) or not edit.span.meets(over.span):
            result.append(edit)
            continue
        if edit.span.start < over.span.start:
            result.append(type(edit)(Span(edit.span.start, over.span.start)))
        if edit.span.start <= over.span.start:
            result.append(over)
        if edit.span.end > over.span.end:
            result.append(type(edit)(Span(over.span.end, edit.span.end)))
    return _merged(tuple(result)) or (Keep(span),)
