"""Sentences of a stretch being trimmed: which are damaged and can be left out, and how one reads before and after its edits."""

import dataclasses
from dataclasses import dataclass

from briefing_app.checks.fidelity import TurningPoint
from briefing_app.checks.scene import Stretch
from briefing_app.domain.fidelity.cuts import ends_sentence, starts_sentence, whole_words
from briefing_app.domain.fidelity.edits import Edit, Insert, Omit, printed
from briefing_app.domain.reading import Damage, DamageKind, shown_with_origins
from briefing_app.domain.span import Span
from briefing_app.workbench.trimming import Part, Trimming, leave_out, prints_words

HARMLESS = frozenset({DamageKind.DEAD_LINK, DamageKind.DUPLICATE, DamageKind.UNBALANCED})
"""Damage that leaves every word as the source has it: nothing to trim past."""

_FEWEST = 4
"""How many words a sentence that is cut short keeps at least."""

_FARTHEST = 240
"""How far a sentence is followed beyond what was changed in it, in code points."""


def sentences(text: str, span: Span) -> tuple[Span, ...]:
    """Return the sentences of a passage, its end of one paragraph and start of the next apart; together they are the passage."""
    starts = [span.start]
    for place in range(span.start + 1, span.end):
        if text[place].isspace() or not text[place - 1].isspace():
            continue
        paragraph = text[max(span.start, place - 8) : place].rstrip(" \t").count("\n") > 1
        if paragraph or starts_sentence(text, place, span.start):
            starts.append(place)
    return tuple(Span(start, end) for start, end in zip(starts, [*starts[1:], span.end], strict=True))


def damage_left(trimming: Trimming) -> tuple[Damage, ...]:
    """Return the damage that touches words still kept, what harms no word aside."""
    return tuple(damage for stretch in trimming.stretches for damage in _touching(stretch))


def _touching(stretch: Stretch) -> list[Damage]:
    kept = stretch.kept()
    harmful = (damage for damage in stretch.reading.damage if damage.kind not in HARMLESS)
    return [damage for damage in harmful if any(damage.touches(span) for span in kept)]


def past_damage(trimming: Trimming) -> Trimming | None:
    """Return the trimming with its damaged sentences left out; None when there is no damage, or nothing whole would be left.

    Where every sentence of a stretch is damaged, the words on its better side are kept, the damage and what follows it
    (or leads up to it) left out.
    """
    made = trimming
    for index, stretch in enumerate(trimming.stretches):
        for span in _damaged_sentences(stretch):
            made = leave_out(made, [Part(index, span)])
        if not prints_words(made.stretches[index]) and _touching(stretch):
            cut = _cut(stretch)
            if cut is not None:
                made = leave_out(_with(made, index, stretch), [Part(index, cut)])
    left = any(map(prints_words, made.stretches))
    return made if left and made != trimming and not damage_left(made) else None


def _with(trimming: Trimming, index: int, stretch: Stretch) -> Trimming:
    stretches = (*trimming.stretches[:index], stretch, *trimming.stretches[index + 1 :])
    return dataclasses.replace(trimming, stretches=stretches)


def _damaged_sentences(stretch: Stretch) -> list[Span]:
    text = stretch.reading.text
    damage = _touching(stretch)
    return [span for span in sentences(text, stretch.excerpt.span) if any(_hurt(text, each, span) for each in damage)]


def _hurt(text: str, damage: Damage, sentence: Span) -> bool:
    if len(damage.span):
        return damage.span.meets(sentence)
    # Something is missing between two sentences: it belongs to the one that is cut there.
    words = Span(sentence.start, sentence.start + len(sentence.of(text).rstrip()))
    if damage.kind is DamageKind.CUT_AT_START:
        return damage.span.start == words.start or words.start < damage.span.start < words.end
    return words.start < damage.span.start <= sentence.end


def _cut(stretch: Stretch) -> Span | None:
    """Return the shorter end of a stretch that holds all its damage; None where too few words would be left."""
    text, whole = stretch.reading.text, stretch.excerpt.span
    damage = _touching(stretch)
    first = whole_words(text, Span(max(whole.start, min(each.span.start for each in damage) - 1), whole.end)).start
    last = whole_words(text, Span(whole.start, min(whole.end, max(each.span.end for each in damage) + 1))).end
    ends = [Span(max(first, whole.start), whole.end), Span(whole.start, min(last, whole.end))]
    kept = {end: _words(text, whole, end) for end in ends}
    best = max(ends, key=lambda end: kept[end])
    return best if kept[best] >= _FEWEST else None


def _words(text: str, whole: Span, cut: Span) -> int:
    left = text[whole.start : cut.start] + text[cut.end : whole.end]
    return sum(any(map(str.isalnum, word)) for word in left.split())


@dataclass(frozen=True, slots=True)
class Said:
    """Words of a sentence; ``turns``: they turn its meaning."""

    text: str
    turns: bool = False


def before(point: TurningPoint) -> tuple[Said, ...]:
    """Return the sentence that a cut or an insertion is in, as in the source, the words that turn its meaning apart."""
    region = _region(point)
    seen = shown_with_origins(point.stretch.reading, region)
    spans = [turning.span for turning in point.words if turning.span]
    said: list[Said] = []
    for character, origin in zip(seen.text.replace("\n\n", " "), _unbroken(seen.text, seen.origins), strict=True):
        turns = any(span.start <= origin < span.end for span in spans)
        if said and said[-1].turns == turns:
            said[-1] = Said(said[-1].text + character, turns)
        else:
            said.append(Said(character, turns))
    return tuple(said)


def _unbroken(text: str, origins: tuple[int, ...]) -> list[int]:
    return [origin for place, origin in enumerate(origins) if text[place : place + 2] != "\n\n"]


def after(point: TurningPoint) -> str:
    """Return what would print of that sentence."""
    stretch = point.stretch
    region = _region(point).common(stretch.excerpt.span) or stretch.excerpt.span
    return printed(stretch.reading, region, _within(stretch.edits, region)).replace("\n\n", " ")


def _within(edits: tuple[Edit, ...], region: Span) -> tuple[Edit, ...]:
    kept: list[Edit] = []
    place = 0
    for edit in edits:
        if isinstance(edit, Insert):
            if region.start <= place <= region.end:
                kept.append(edit)
            continue
        place = edit.span.end
        common = edit.span.common(region)
        if common:
            kept.append(dataclasses.replace(edit, span=common))
    return tuple(kept)


def _region(point: TurningPoint) -> Span:
    """Return the sentence, or the sentences, that a point is about, in its reading."""
    stretch = point.stretch
    text = stretch.reading.text
    around = _touched(point)
    block = stretch.reading.block_at(min(around.start, len(text) - 1))
    floor = max(block.span.start if block else 0, around.start - _FARTHEST)
    limit = min(max(block.span.end if block else len(text), around.end), around.end + _FARTHEST)
    start = next((place for place in range(around.start, floor, -1) if _begins(text, place)), floor)
    end = next((place for place in range(around.end, limit) if text[place].isspace() and ends_sentence(text, place)), limit)
    return whole_words(text, Span(start, end))


def _begins(text: str, place: int) -> bool:
    return text[place - 1].isspace() and not text[place].isspace() and starts_sentence(text, place)


def _touched(point: TurningPoint) -> Span:
    """Return the words that turn the meaning with all that is left out around them, or where the insertions stand."""
    stretch = point.stretch
    spans = [turning.span for turning in point.words if turning.span]
    if not spans:
        places, place = [], stretch.excerpt.span.start
        for edit in stretch.edits:
            if isinstance(edit, Insert):
                places.append(place)
            else:
                place = edit.span.end
        return Span(places[0], places[-1])
    omitted = [edit.span for edit in stretch.edits if isinstance(edit, Omit) and any(edit.span.meets(span) for span in spans)]
    whole = stretch.excerpt.span
    cut = [Span(min(max(span.start, whole.start), whole.end), min(max(span.end, whole.start), whole.end)) for span in spans]
    touched = [*spans, *omitted, *cut]
    return Span(min(span.start for span in touched), max(span.end for span in touched))


@dataclass(frozen=True, slots=True)
class Question:
    """What somebody is asked to answer for: the point's code, its words, the sentence in the source and as it would print."""

    code: str
    words: str
    before: tuple[Said, ...]
    after: str


def question(point: TurningPoint) -> Question:
    """Return what is asked about a point."""
    return Question(point.code, ", ".join(turning.word for turning in point.words), before(point), after(point))
