"""Notes for a meeting as somebody writes them: with the numbers that the audience sees, kept so that they follow their asks."""

import dataclasses
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from briefing_app.checks.own_words import TALKING_POINT_LETTERS, TALKING_POINTS
from briefing_app.composition.entry import setting_of
from briefing_app.domain.audience import Person
from briefing_app.domain.briefing import Copy
from briefing_app.domain.excerpt import shown_words
from briefing_app.domain.pack import ExcerptPlacement, MeetingNotes, Pack, Question, TalkingPoint
from briefing_app.domain.template import SectionRole
from briefing_app.workbench.editing import Edited, placement_of, write_meeting
from briefing_app.workbench.outlining import PlacementRow, RowKind, outlined

MOST_POINTS, MOST_LETTERS = TALKING_POINTS, TALKING_POINT_LETTERS
"""How many talking points one can hold in mind, and how many letters of one fit on a line. More is a finding, not a refusal."""

LIKELIHOODS = ("certain", "possible", "defensive")

MADE_FROM_NOTES = frozenset({SectionRole.MEETING, SectionRole.QUESTIONS})
"""What composition makes from these notes."""

_A_NUMBER = re.compile(r"(?<![\w{-])[^\W\d_]+\d+[^\W\d_]*(?![\w}-])")
"""What may be an ask's number: R3, R3a; not what stands within a longer word."""

_SOURCES = frozenset({RowKind.RECOMMENDATION, RowKind.QUOTE, RowKind.CONTEXT})


@dataclass(frozen=True, slots=True)
class Draft:
    """Notes for one audience, numbers of asks in their texts, and who sits on the audience's side of the room."""

    notes: MeetingNotes
    theirs: tuple[Person, ...] = ()


@dataclass(frozen=True, slots=True)
class Offered:
    """Something of the pack that a note may point to: its identifier, the number the audience sees if any, its words."""

    id: str
    number: str
    words: str


def drafted(pack: Pack, audience: str) -> Draft:
    """Return an audience's notes as they are to be edited; KeyError for an audience the pack has not."""
    numbers = _numbers(pack, audience)
    theirs = tuple(_person(each, numbers) for each in pack.audience(audience).people)
    return Draft(_with_texts(pack.meetings.get(audience, MeetingNotes()), numbers), theirs)


def written(pack: Pack, audience: str, draft: Draft) -> Edited:
    """Return the pack with an audience's notes and people as drafted; what was left blank falls away.

    A number of an ask that the audience sees ("R3") is kept as that ask, so that it is right whatever becomes of the order.
    """
    if draft == drafted(pack, audience):
        return Edited(pack, "write-meeting")
    asks = {number: f"{{{identifier}}}" for identifier, number in _numbers(pack, audience).items()}

    def kept(text: str) -> str:
        return _A_NUMBER.sub(lambda found: asks.get(found[0], found[0]), text)

    people = tuple(dataclasses.replace(each, follows=kept(each.follows)) for each in _there(draft.theirs))
    notes = dataclasses.replace(
        draft.notes,
        outcome=kept(draft.notes.outcome),
        ours=tuple(dataclasses.replace(each, follows=kept(each.follows)) for each in _there(draft.notes.ours)),
        talking_points=tuple(point for point in draft.notes.talking_points if point.text),
        questions=tuple(dataclasses.replace(q, answer=kept(q.answer)) for q in draft.notes.questions if q.question or q.answer),
        private=kept(draft.notes.private),
    )
    audiences = tuple(dataclasses.replace(each, people=people) if each.id == audience else each for each in pack.audiences)
    return write_meeting(dataclasses.replace(pack, audiences=audiences), audience, notes)


def asks_of(pack: Pack, audience: str) -> tuple[Offered, ...]:
    """Return the asks that a talking point may stand for, those without a number for this audience last."""
    rows = [row for row in _rows(pack, audience) if row.kind is RowKind.RECOMMENDATION]
    asks = [Offered(row.id, row.number, row.text) for row in rows]
    return tuple(sorted(asks, key=lambda ask: not ask.number))


def sources_of(pack: Pack, audience: str) -> tuple[Offered, ...]:
    """Return the excerpts that an answer may stand on: what is placed, then what other answers stand on already."""
    found: dict[str, Offered] = {}
    for row in _rows(pack, audience):
        held = placement_of(pack, row.id)
        if row.kind in _SOURCES and isinstance(held, ExcerptPlacement):
            found.setdefault(held.excerpts[0], Offered(held.excerpts[0], row.number, row.text))
    for question in pack.meetings.get(audience, MeetingNotes()).questions:
        if question.excerpt and question.excerpt not in found:
            excerpt = pack.excerpt(question.excerpt)
            found[excerpt.id] = Offered(excerpt.id, "", shown_words(excerpt, pack.reading(excerpt.reading)))
    return tuple(found.values())


def has_sheets(pack: Pack) -> bool:
    """Tell whether the pack prints such notes: its template gave it a section for them."""
    return any(section.role in MADE_FROM_NOTES for section in pack.sections)


def _rows(pack: Pack, audience: str) -> Iterator[PlacementRow]:
    for section in outlined(pack, audience, Copy.INTERNAL).sections:
        yield from section.rows


def _numbers(pack: Pack, audience: str) -> Mapping[str, str]:
    return setting_of(pack, pack.audience(audience)).numbers


def _with_texts(notes: MeetingNotes, numbers: Mapping[str, str]) -> MeetingNotes:
    return dataclasses.replace(
        notes,
        outcome=_numbered(notes.outcome, numbers),
        ours=tuple(_person(each, numbers) for each in notes.ours),
        talking_points=tuple(TalkingPoint(point.text, point.ask) for point in notes.talking_points),
        questions=tuple(_question(each, numbers) for each in notes.questions),
        private=_numbered(notes.private, numbers),
    )


def _question(question: Question, numbers: Mapping[str, str]) -> Question:
    return dataclasses.replace(question, answer=_numbered(question.answer, numbers))


def _person(person: Person, numbers: Mapping[str, str]) -> Person:
    return dataclasses.replace(person, follows=_numbered(person.follows, numbers))


def _numbered(text: str, numbers: Mapping[str, str]) -> str:
    for placement, number in numbers.items():
        text = text.replace(f"{{{placement}}}", number)
    return text


def _there(people: tuple[Person, ...]) -> tuple[Person, ...]:
    return tuple(each for each in people if each.role or each.name or each.follows)
