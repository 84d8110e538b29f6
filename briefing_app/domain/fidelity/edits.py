"""Edits of a placed quotation. Only these exist, so altered words cannot be represented: what is printed is derived, never typed.

A stretch is one excerpt with a list of edits that tile its span: every code point is kept, left out or changed in case, in order.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum
from typing import ClassVar

from briefing_app.domain.reading import Reading, shown
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
        if not self.words.strip() or set(self.words) & set("[]"):
            raise ValueError("an insertion has words and no brackets of its own")


@dataclass(frozen=True, slots=True)
class Case:
    """One letter whose case changes, printed in square brackets: ``[w]e``."""

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
    """Return the edits, checked: they tile ``span`` of ``text`` in order, and a case edit is one letter that has another case.

    No edits mean that all is kept. ValueError when they do not fit.
    """
    checked = tuple(edits) or (Keep(span),)
    place = span.start
    for edit in checked:
        if isinstance(edit, Insert):
            continue
        if edit.span.start != place or edit.span.end > span.end:
            raise ValueError(f"edits leave the excerpt or overlap at {edit.span.start}, expected {place}")
        if isinstance(edit, Case) and (len(edit.span) != 1 or len(_other_case(edit.span.of(text))) != 1):
            raise ValueError("a case edit changes one letter")
        place = edit.span.end
    if place != span.end:
        raise ValueError(f"edits end at {place}, the excerpt at {span.end}")
    return checked


def printed_runs(reading: Reading, span: Span, edits: Iterable[Edit]) -> tuple[PrintedRun, ...]:
    """Return what a stretch prints, run by run; outer quotation marks are still in it, for composition to take off."""
    checked = tiled(span, edits, reading.text)
    runs: list[PrintedRun] = []
    for edit in _merged(checked):
        match edit:
            case Keep(kept):
                runs.append(PrintedRun(RunKind.KEPT, shown(reading, kept), kept))
            case Omit(omitted):
                if not silent_cut(reading, span, checked, omitted):
                    runs.append(PrintedRun(RunKind.OMISSION, OMISSION_SIGN, omitted))
            case Insert(words):
                runs.append(PrintedRun(RunKind.INSERTION, f"[{words}]", None))
            case Case(letter):
                runs.append(PrintedRun(RunKind.CASE, f"[{_other_case(letter.of(reading.text))}]", letter))
    return _spaced(reading, tuple(run for run in runs if run.text))


def printed(reading: Reading, span: Span, edits: Iterable[Edit]) -> str:
    """Return the words that a stretch prints."""
    return "".join(run.text for run in printed_runs(reading, span, edits))


def silent_cut(reading: Reading, span: Span, edits: tuple[Edit, ...], omitted: Span) -> bool:
    """Tell whether an omission is whole sentences cut at an end of the stretch, which print no sign.

    Quoting a whole sentence needs no mark for what stood before or after it; leaving out within one, or between two, does.
    """
    spans = [edit.span for edit in edits if isinstance(edit, Keep | Case)]
    if not spans:
        return False
    if omitted.end <= spans[0].start:
        return starts_sentence(reading.text, spans[0].start, span.start)
    if omitted.start >= spans[-1].end:
        return ends_sentence(reading.text, spans[-1].end)
    return False


_ENDS = ".!?…"
_CLOSERS = "”’»\"')]"


def ends_sentence(text: str, place: int) -> bool:
    """Tell whether the words up to ``place`` end a sentence (closing marks and white space may follow its full stop)."""
    return text[:place].rstrip().rstrip(_CLOSERS).rstrip()[-1:] in tuple(_ENDS)


def starts_sentence(text: str, place: int, floor: int = 0) -> bool:
    """Tell whether a sentence starts at ``place``, of a passage that starts at ``floor``: a stop before, no small letter at it."""
    before = text[floor:place].strip().strip("“«\"'‘")
    first = text[place:].lstrip().lstrip("“«\"'‘¿¡ \u00a0\u202f")[:1]
    return (not before or ends_sentence(text[floor:], place - floor)) and not first.islower()


def _other_case(letter: str) -> str:
    other = letter.swapcase()
    return other if other != letter else ""


def _merged(edits: tuple[Edit, ...]) -> tuple[Edit, ...]:
    # Neighbours of one kind print as one: two omissions in a row are one […].
    merged: list[Edit] = []
    for edit in edits:
        last = merged[-1] if merged else None
        if isinstance(edit, Keep) and isinstance(last, Keep):
            merged[-1] = Keep(Span(last.span.start, edit.span.end))
        elif isinstance(edit, Omit) and isinstance(last, Omit):
            merged[-1] = Omit(Span(last.span.start, edit.span.end))
        elif not isinstance(edit, Keep | Omit) or len(edit.span):
            merged.append(edit)
    return tuple(merged)


_CLINGS_LEFT = frozenset(".,;:!?”’»)\"'")


def _spaced(reading: Reading, runs: tuple[PrintedRun, ...]) -> tuple[PrintedRun, ...]:
    """Put back the space between two runs that ``shown`` strips at the edges of each, and one around a sign or an insertion."""
    spaced: list[PrintedRun] = []
    for index, run in enumerate(runs):
        spaced.append(run)
        if index + 1 < len(runs) and _space_between(reading.text, run, runs[index + 1]):
            spaced[-1] = PrintedRun(run.kind, f"{run.text} ", run.span)
    return tuple(spaced)


def _space_between(text: str, run: PrintedRun, following: PrintedRun) -> bool:
    if following.text[0] in _CLINGS_LEFT:
        return False
    if RunKind.CASE in {run.kind, following.kind} and RunKind.OMISSION not in {run.kind, following.kind}:
        spans = [part.span for part in (run, following) if part.span]
        return len(spans) == 2 and (text[spans[0].end - 1].isspace() or text[spans[1].start].isspace())
    return run.text[-1] not in "“«‘(¿¡"


def omissions(edits: Iterable[Edit]) -> tuple[Span, ...]:
    """Return the spans left out, neighbours as one."""
    return tuple(edit.span for edit in _merged(tuple(edits)) if isinstance(edit, Omit))


def leave_out(span: Span, edits: Iterable[Edit], chosen: Span, text: str) -> tuple[Edit, ...]:
    """Return the edits with ``chosen`` left out as well."""
    return _overlaid(tiled(span, edits, text), chosen, Omit(chosen))


def put_back(span: Span, edits: Iterable[Edit], chosen: Span, text: str) -> tuple[Edit, ...]:
    """Return the edits with ``chosen`` kept as it is in the source."""
    return _overlaid(tiled(span, edits, text), chosen, Keep(chosen))


def change_case(span: Span, edits: Iterable[Edit], place: int, text: str) -> tuple[Edit, ...]:
    """Return the edits with the letter at ``place`` in the other case; ValueError where there is none."""
    letter = Span(place, place + 1)
    return tiled(span, _overlaid(tiled(span, edits, text), letter, Case(letter)), text)


def insert(span: Span, edits: Iterable[Edit], place: int, words: str, text: str) -> tuple[Edit, ...]:
    """Return the edits with our ``words`` put in before the code point at ``place``."""
    if not span.start <= place <= span.end:
        raise ValueError("an insertion stands inside its excerpt")
    new = Insert(words)
    result: list[Edit] = []
    done = False
    for edit in tiled(span, edits, text):
        if done or isinstance(edit, Insert) or edit.span.end <= place:
            result.append(edit)
            continue
        done = True
        if edit.span.start < place:
            kind = type(edit)
            result += [kind(Span(edit.span.start, place)), new, kind(Span(place, edit.span.end))]
        else:
            result += [new, edit]
    return tuple(result if done else [*result, new])


def _overlaid(edits: tuple[Edit, ...], chosen: Span, over: Edit) -> tuple[Edit, ...]:
    result: list[Edit] = []
    place_done = False
    for edit in edits:
        if isinstance(edit, Insert):
            result.append(edit)
            continue
        if not edit.span.meets(chosen):
            result.append(edit)
            continue
        if edit.span.start < chosen.start:
            result.append(type(edit)(Span(edit.span.start, chosen.start)))
        if not place_done:
            result.append(over)
            place_done = True
        if edit.span.end > chosen.end:
            result.append(type(edit)(Span(chosen.end, edit.span.end)))
    return _merged(tuple(result))
