"""Who speaks a stretch by its own attribution: the fullest name of whoever the words beside it name."""

import re
from bisect import bisect_right
from dataclasses import replace
from functools import cache

from briefing_app.domain.span import Span
from briefing_app.extraction.cues.form import CueTable
from briefing_app.extraction.people.given import Gender, gender_of, gender_of_office
from briefing_app.extraction.people.known import People
from briefing_app.extraction.people.mentions import mentions
from briefing_app.extraction.people.subjects import answering, organisation_near
from briefing_app.extraction.people.voices import Voice
from briefing_app.extraction.quotes.bodies import body_before
from briefing_app.extraction.quotes.continued import continued
from briefing_app.extraction.quotes.said_where import without_where
from briefing_app.extraction.quotes.stretches import Stretch
from briefing_app.extraction.text.phrases import either, lowered, word_list

_REMEMBERED = 12
"""A verb without a subject goes on with one of so many stretches before it."""
_DASHES = ("—", "–", "-")
_BRIEF = 9
"""An attribution of no more words may tell a woman from a man."""


def with_speakers(plain: str, chosen: list[Stretch], people: People) -> list[Stretch]:
    """Resolve each stretch's own attribution to the fullest name; those without one follow their neighbours in ``with_turns``.

    From then on ``people.named`` holds where persons are spoken of outside the stretches, and who speaks.
    """
    resolved: list[Stretch] = []
    spans = [stretch.span for stretch in chosen]
    people.named = [mention for mention in mentions(plain, people) if not _held(spans, mention[0])]
    for stretch in chosen:
        spoken = stretch.credit.voice
        people.place = stretch.span.start
        people.gender = told_gender(plain, stretch, people)
        people.since = max(plain.rfind("\n", 0, stretch.span.start), plain.rfind(". ", 0, stretch.span.start)) + 1
        room = _before(plain, stretch, resolved)
        people.organisations.near = organisation_near(plain, room, people) if spoken.pronoun or spoken.theirs else None
        going_on = _continued(plain, stretch, resolved, people) if spoken.pronoun else None
        if spoken.pronoun and spoken.somebody:
            # "afirmaron": no one person, but an organisation may be several.
            speaker = going_on if going_on and len(going_on.names) != 1 else _several_before(resolved)
        elif going_on:
            speaker = going_on
        elif spoken.pronoun and (body := _body(plain, stretch, room, people)):
            speaker = people.resolve(Voice(organisation=body))
        elif spoken.thing:
            said = ((one.span, one.credit.span, one.speaker) for one in resolved[-_REMEMBERED:])
            speaker = body_before(plain, min(stretch.span.start, stretch.credit.span.start), said, people)
        elif spoken.pronoun and _is_personal(plain, stretch, people):
            speaker = people.person(stretch.credit.span.start, people.gender, stretch.span.of(plain))
            speaker = speaker if speaker.known or _one_person(plain, stretch, people) else people.organisation()
            if spoken.whole and speaker.names and not speaker.role:
                # "souffle cette infirmière de 42 ans": what she is, told of nobody else.
                people.learn(Voice(speaker.names, spoken.whole))
                speaker = people.resolve(Voice(speaker.names))
        elif spoken.pronoun:
            speaker = people.organisation(_noun(plain, stretch, people))
        else:
            speaker = people.resolve(spoken) if spoken.known else Voice()
        if len(stretch.credit.span):
            # Whoever speaks is spoken of, inside the marks too: "..., says Ana Silva, ...".
            people.speaks(stretch.credit.span.start, speaker)
        resolved.append(replace(stretch, speaker=speaker))
    return resolved


def _before(plain: str, stretch: Stretch, resolved: list[Stretch]) -> Span:
    # What the stretch's paragraph tells before it, behind the words that somebody said there.
    start = plain.rfind("\n", 0, stretch.span.start) + 1
    last = max(resolved[-1].span.end, resolved[-1].credit.span.end) if resolved else 0
    return Span(min(max(start, last), stretch.span.start), stretch.span.start)


def _body(plain: str, stretch: Stretch, room: Span, people: People) -> str | None:
    # "La préfecture du Val se défend. “...”, précise-t-elle."
    words = set(lowered(stretch.credit.span.of(plain)).replace("-", " ").split())
    told = None if words.isdisjoint(people.table.he_or_she) else answering(plain, room, people)
    return told[0] if told and (not told[1] or told[1] is (people.gender or told[1])) else None


def _several_before(resolved: list[Stretch]) -> Voice:
    # "..., señalaron": those who spoke last, if they were several.
    last = resolved[-1].speaker if resolved else Voice()
    return last if len(last.names) > 1 else Voice(somebody=True)


def _continued(plain: str, stretch: Stretch, resolved: list[Stretch], people: People) -> Voice | None:
    # "..., agregó": Spanish needs no word for who it is.
    table = people.table
    words = set(without_where(stretch.credit.span.of(plain), table).split())
    answer = stretch.span.of(plain).startswith(_DASHES)
    house = words & set(table.organisation_nouns)
    if answer or not table.own_endings or words & set(table.he_or_she):
        return None
    if any(people.organisations.is_in_name(noun) or people.organisations.called(people.place, noun) for noun in house):
        return None
    said = [(one.span, one.credit.span, one.speaker) for one in resolved[-_REMEMBERED:]]
    found = continued(plain, min(stretch.span.start, stretch.credit.span.start), said, people)
    # "..., replicó la entidad": no person.
    return None if found and house and (len(found.names) == 1 or found.role) else found


def _noun(plain: str, stretch: Stretch, people: People) -> str:
    # "anunció el grupo": by which noun the organisation is taken up.
    found = word_list(people.table.organisation_nouns).search(stretch.credit.span.of(plain))
    return found.group().lower() if found else ""


def _held(spans: list[Span], place: int) -> bool:
    index = bisect_right(spans, place, key=lambda span: span.start) - 1
    return index >= 0 and place < spans[index].end


def told_gender(plain: str, stretch: Stretch, people: People) -> Gender | None:
    """Return what a brief attribution tells of whether a woman or a man speaks: "dit-elle", "said the spokeswoman"."""
    words = stretch.credit.span.of(plain)
    if len(words.split()) > _BRIEF:
        return None
    return gender_of_office(words, people.table) if stretch.credit.voice.role else gender_of(words)


def _one_person(plain: str, stretch: Stretch, people: People) -> bool:
    one = people.table.he_or_she + people.table.his_or_her
    return any(word.strip(".,:;") in one for word in stretch.credit.span.of(plain).lower().split())


def _is_personal(plain: str, stretch: Stretch, people: People) -> bool:
    words = without_where(stretch.credit.span.of(plain), people.table)
    return _one_person(plain, stretch, people) or not organisation_kinds(people.table).search(words)


@cache
def organisation_kinds(table: CueTable) -> re.Pattern[str]:
    """Return a pattern of the nouns for kinds of organisations, one or many."""
    return re.compile(rf"(?<!\w){either(table.organisation_nouns)}(?:e?s)?(?!\w)")
