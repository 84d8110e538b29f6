"""Trimming a placed quotation: what is kept of it and what is marked, as one frozen value, until it is kept in the pack or let go.

A trimming never holds words of its own but insertions: all else is places in the readings the pack embeds.
"""

import dataclasses
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from itertools import dropwhile

from briefing_app.checks.fidelity import TurningPoint, turning_points
from briefing_app.checks.scene import Stretch, language_of
from briefing_app.composition.passages import speaker_of
from briefing_app.composition.quoting import Quoted, quoted, worst
from briefing_app.composition.setting import Setting
from briefing_app.domain.audience import MASTER
from briefing_app.domain.dates import PartialDate
from briefing_app.domain.fidelity import edits as operations
from briefing_app.domain.fidelity.cuts import whole_words
from briefing_app.domain.fidelity.edits import Case, Edit, Insert, Keep, Omit, tiled
from briefing_app.domain.fidelity.grades import Grade
from briefing_app.domain.pack import Confirmation, ExcerptPlacement, Pack, Verbatim
from briefing_app.domain.reading import shown, shown_with_origins
from briefing_app.domain.span import Span
from briefing_app.words import words_for
from briefing_app.workbench import editing
from briefing_app.workbench.editing import Edited


@dataclass(frozen=True, slots=True)
class Place:
    """A place in a stretch: the stretch by its index, and a code point of its reading."""

    stretch: int
    at: int


@dataclass(frozen=True, slots=True)
class Part:
    """A passage of a stretch; an empty one is a place between two code points."""

    stretch: int
    span: Span


@dataclass(frozen=True, slots=True)
class Trimming:
    """A placement's own words being trimmed: ``stretches`` in the order they print, those left out as a whole among them.

    ``looked_at`` is the audience whose copy is looked at, ``audience`` whom the edits will be for: all (master), or that one alone.
    """

    pack: Pack
    placement: ExcerptPlacement
    looked_at: str
    audience: str
    stretches: tuple[Stretch, ...]
    opened: tuple[Stretch, ...]
    answers: tuple[Confirmation, ...] = ()

    @property
    def changed(self) -> bool:
        """Whether anything differs from what the placement had."""
        return self.stretches != self.opened or bool(self.answers) or self.audience != _audience_of(self.placement, self.looked_at)


def opened(pack: Pack, placement: str, audience: str = MASTER) -> Trimming:
    """Return the trimming of a placed excerpt's words for the audience looked at; KeyError when there is no such excerpt placed.

    Where the placement has other words there (adapted, translated), it begins with all the source's words.
    """
    placed = editing.placement_of(pack, placement)
    if not isinstance(placed, ExcerptPlacement):
        raise KeyError(placement)
    wording = placed.wording_for(audience)
    held = wording.stretches if isinstance(wording, Verbatim) else ()
    stretches = tuple(_stretch(pack, name, edits) for name, edits in _with_left_out(pack, placed.excerpts, held))
    return Trimming(pack, placed, audience, _audience_of(placed, audience), stretches, stretches)


def _audience_of(placed: ExcerptPlacement, looked_at: str) -> str:
    return looked_at if looked_at in placed.wordings else MASTER


def _with_left_out(
    pack: Pack, excerpts: tuple[str, ...], held: tuple[operations.Stretch, ...]
) -> Iterable[tuple[str, tuple[Edit, ...]]]:
    """Return each excerpt with its edits; those that no stretch is of are left out whole, in their place in the turn."""
    if not held:
        return [(name, ()) for name in excerpts]
    edits = {stretch.excerpt: stretch.edits for stretch in held}
    in_turn = [name for name in excerpts if name in edits]
    if in_turn != [stretch.excerpt for stretch in held]:
        return [(stretch.excerpt, stretch.edits) for stretch in held]
    return [(name, edits[name] if name in edits else (Omit(pack.excerpt(name).span),)) for name in excerpts]


def _stretch(pack: Pack, name: str, edits: tuple[Edit, ...]) -> Stretch:
    excerpt = pack.excerpt(name)
    reading = pack.reading(excerpt.reading)
    return Stretch(excerpt, reading, tiled(excerpt.span, edits, reading.text))


def leave_out(trimming: Trimming, chosen: Iterable[Part]) -> Trimming:
    """Return the trimming with the chosen words left out as well."""
    return _edited(
        trimming, chosen, lambda each, span: operations.leave_out(each.excerpt.span, each.edits, span, each.reading.text)
    )


def put_back(trimming: Trimming, chosen: Iterable[Part]) -> Trimming:
    """Return the trimming with the chosen words as in the source; insertions among them, or at an empty choice, are taken away."""
    return _edited(trimming, chosen, lambda each, span: operations.put_back(each.excerpt.span, each.edits, span, each.reading.text))


def insert(trimming: Trimming, place: Place, words: str) -> Trimming:
    """Return the trimming with our words in brackets before the word at a place; ValueError for words that cannot stand there."""
    here = Part(place.stretch, Span(place.at, place.at))
    return _edited(
        trimming, [here], lambda each, span: operations.insert(each.excerpt.span, each.edits, span.start, words, each.reading.text)
    )


def insertable(words: str) -> bool:
    """Tell whether words can be put in brackets: some words, on one line, with no brackets of their own."""
    try:
        Insert(" ".join(words.split()))
    except ValueError:
        return False
    return True


def change_case(trimming: Trimming, place: Place) -> Trimming:
    """Return the trimming with the first letter of the word at a place in the other case, or as it was; the same if it has none."""
    word = word_at(trimming, place)
    if word is None:
        return trimming
    letter = Span(word.span.start, word.span.start + 1)

    def changed(each: Stretch, span: Span) -> tuple[Edit, ...]:
        if Case(span) in each.edits:
            return _merged(Keep(span) if edit == Case(span) else edit for edit in each.edits)
        try:
            return operations.change_case(each.excerpt.span, each.edits, span.start, each.reading.text)
        except ValueError:
            return each.edits

    return _edited(trimming, [Part(place.stretch, letter)], changed)


def _merged(edits: Iterable[Edit]) -> tuple[Edit, ...]:
    merged: list[Edit] = []
    for edit in edits:
        last = merged[-1] if merged else None
        if isinstance(edit, Keep) and isinstance(last, Keep):
            merged[-1] = Keep(Span(last.span.start, edit.span.end))
        else:
            merged.append(edit)
    return tuple(merged)


def restored(trimming: Trimming) -> Trimming:
    """Return the trimming as it was opened."""
    return dataclasses.replace(trimming, stretches=trimming.opened, answers=())


def for_audience(trimming: Trimming, audience: str) -> Trimming:
    """Return the trimming for all (master), or for the audience looked at alone; ValueError for another."""
    if audience not in {MASTER, trimming.looked_at}:
        raise ValueError(f"not looked at: {audience}")
    return dataclasses.replace(trimming, audience=audience)


def word_at(trimming: Trimming, place: Place) -> Part | None:
    """Return the word that a place stands in, or the next one a person sees in its stretch; None after the last."""
    stretch = trimming.stretches[place.stretch]
    text, whole = stretch.reading.text, stretch.excerpt.span
    around = whole_words(text, Span(place.at, place.at)).start
    start = max(around, whole.start)
    seen = shown_with_origins(stretch.reading, whole)
    first = next((at for at in seen.origins[seen.place_of(start) :] if text[at].isalnum()), None)
    if first is None:
        return None
    word = whole_words(text, Span(first, first + 1))
    return Part(place.stretch, Span(max(word.start, whole.start), min(word.end, whole.end)))


def _edited(trimming: Trimming, chosen: Iterable[Part], change: Callable[[Stretch, Span], tuple[Edit, ...]]) -> Trimming:
    stretches = list(trimming.stretches)
    for part in chosen:
        stretch = stretches[part.stretch]
        stretches[part.stretch] = dataclasses.replace(stretch, edits=change(stretch, part.span))
    return dataclasses.replace(trimming, stretches=tuple(stretches))


def wording(trimming: Trimming) -> Verbatim:
    """Return the wording that the trimming stands for: the plainest that prints the same.

    Stretches left out whole at either end go unnamed; between two that print, a sign must stand for them.
    """
    kept = _without_ends(trimming.stretches)
    if all(each.edits == (Keep(each.excerpt.span),) for each in kept):
        if tuple(each.excerpt.id for each in kept) == trimming.placement.excerpts:
            return Verbatim()
        return Verbatim(tuple(operations.Stretch(each.excerpt.id) for each in kept))
    return Verbatim(
        tuple(operations.Stretch(each.excerpt.id, () if each.edits == (Keep(each.excerpt.span),) else each.edits) for each in kept)
    )


def _without_ends(stretches: tuple[Stretch, ...]) -> tuple[Stretch, ...]:
    if not any(map(prints_words, stretches)):
        return stretches
    kept = tuple(dropwhile(_left_out, stretches))
    return tuple(dropwhile(_left_out, kept[::-1]))[::-1]


def _left_out(stretch: Stretch) -> bool:
    return not prints_words(stretch) and not any(isinstance(edit, Insert) for edit in stretch.edits)


def prints_words(stretch: Stretch) -> bool:
    """Tell whether words of the source print: an insertion or a sign alone is no quotation."""
    return any(map(str.isalnum, "".join(shown(stretch.reading, span) for span in stretch.kept())))


def something_left(trimming: Trimming) -> bool:
    """Tell whether words of the source are left to print."""
    return any(map(prints_words, trimming.stretches))


def printed(trimming: Trimming) -> tuple[Quoted, ...]:
    """Return the stretches as composition prints them for the audience looked at, outer marks off."""
    pack, looked_at = trimming.pack, trimming.looked_at
    audience = None if looked_at == MASTER else pack.audience(looked_at)
    language = audience.language if audience else pack.language
    setting = Setting(pack, audience, words_for(language), language, {}, {})
    excerpts = tuple(pack.excerpt(name) for name in trimming.placement.excerpts)
    return quoted(setting, excerpts, wording(trimming))


def grade(trimming: Trimming) -> Grade:
    """Return the grade of what would print now."""
    return worst(printed(trimming))


def turning(trimming: Trimming) -> tuple[TurningPoint, ...]:
    """Return every place where what would print may turn the meaning, answered for or not."""
    return _points(trimming.pack, _without_ends(trimming.stretches))


def _points(pack: Pack, stretches: Iterable[Stretch]) -> tuple[TurningPoint, ...]:
    return tuple(point for each in stretches for point in turning_points(each, language_of(pack, each.excerpt)))


def to_answer(trimming: Trimming) -> tuple[TurningPoint, ...]:
    """Return the places where these edits may turn the meaning and nobody has answered for it.

    What stood so when the trimming was opened is not asked here: it is among the findings.
    """
    held = {point.key for point in _points(trimming.pack, _without_ends(trimming.opened))}
    held |= {answer.about for answer in (*trimming.placement.confirmations, *trimming.answers)}
    return tuple(point for point in turning(trimming) if point.key not in held)


def answer(trimming: Trimming, point: TurningPoint, who: str, reason: str, day: PartialDate) -> Trimming:
    """Return the trimming with somebody answering for a place by name and reason; ValueError where either is empty."""
    if not (who.strip() and reason.strip()):
        raise ValueError("an answer has a name and a reason")
    given = Confirmation(point.key, who.strip(), " ".join(reason.split()), day)
    return dataclasses.replace(trimming, answers=(*(each for each in trimming.answers if each.about != point.key), given))


def can_be_kept(trimming: Trimming) -> bool:
    """Tell whether the trimming may go into the pack: words are left, and every turn of the meaning is answered for."""
    return something_left(trimming) and not to_answer(trimming)


def edit(trimming: Trimming, pack: Pack) -> Edited:
    """Return the pack with the trimming kept in it; ValueError when it may not be, KeyError when its placement is gone.

    Answers go along with it; those for what is marked no more are taken back.
    """
    if not can_be_kept(trimming):
        raise ValueError("nothing is left, or nobody has answered for what the edits turn")
    return unfinished(trimming, pack)


def unfinished(trimming: Trimming, pack: Pack) -> Edited:
    """Return the pack with the trimming as it stands, for a recovery copy; KeyError when its placement is gone.

    What nobody has answered for yet is a finding there as everywhere. ValueError when nothing is left of the words.
    """
    if not something_left(trimming):
        raise ValueError("nothing is left")
    placement = trimming.placement.id
    if not trimming.changed:
        return Edited(pack, "trim")
    instead_of = trimming.looked_at if trimming.audience == MASTER else MASTER
    made = editing.reword(pack, placement, wording(trimming), trimming.audience, instead_of=instead_of).pack
    standing = {point.key for point in turning(trimming)}
    for given in trimming.answers:
        made = editing.confirm(made, placement, given).pack if given.about in standing else made
    made = editing.withdraw(made, placement, _stale(made, placement)).pack
    return Edited(made, "trim", frozenset({placement}))


def _stale(pack: Pack, placement: str) -> frozenset[str]:
    """Return the keys of answers for turns of the meaning that no wording of a placement has any more."""
    placed = editing.placement_of(pack, placement)
    if not isinstance(placed, ExcerptPlacement):
        return frozenset()
    wordings = [each for each in (placed.wording, *placed.wordings.values()) if isinstance(each, Verbatim)]
    held = [each.stretches or tuple(map(operations.Stretch, placed.excerpts)) for each in wordings]
    stretches = [_stretch(pack, each.excerpt, each.edits) for stretches in held for each in stretches]
    standing = {point.key for point in _points(pack, stretches)}
    return frozenset(
        each.about for each in placed.confirmations if each.about.startswith("turning-") and each.about not in standing
    )


def says(trimming: Trimming) -> tuple[str, str]:
    """Return who speaks and in which role, as composition names them; both empty where nobody does."""
    return speaker_of(tuple(trimming.pack.excerpt(name) for name in trimming.placement.excerpts))
