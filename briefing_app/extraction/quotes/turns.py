"""Who speaks each quoted stretch, and which stretches are one turn."""

import re
from bisect import bisect_right
from dataclasses import dataclass, replace
from functools import cache

from briefing_app.domain.reading import Block
from briefing_app.domain.span import Span, stripped
from briefing_app.extraction.cues.form import CueTable
from briefing_app.extraction.people.given import Gender, gender_of, gender_of_office
from briefing_app.extraction.people.known import People
from briefing_app.extraction.people.mentions import mentions
from briefing_app.extraction.people.subjects import answering, organisation_near
from briefing_app.extraction.people.voices import Voice
from briefing_app.extraction.quotes.attribution import told
from briefing_app.extraction.quotes.bodies import body_before
from briefing_app.extraction.quotes.continued import continued
from briefing_app.extraction.quotes.credits import NOBODY, Credit, Strength
from briefing_app.extraction.text.phrases import cue_pattern, either, lowered, word_list
from briefing_app.extraction.text.sentences import sentences

_REMEMBERED = 12
"""A verb without a subject goes on with one of so many stretches before it."""
_DASHES = ("—", "–", "-")
_SUBJECT = 4
_DATELINE = re.compile(r"[A-Z][^.;:“”\"]{2,60}?(?::|\s?[—–]|\s-)\s?(?=[A-Z])")
_LEAD = 30
"""How far into a sentence the name of its subject begins at most, behind a title."""
_BRIEF = 9
"""An attribution of no more words may tell a woman from a man."""


@dataclass(frozen=True, slots=True)
class Stretch:
    """One quoted stretch of one paragraph, with who says it."""

    span: Span
    block: int
    closed: bool
    credit: Credit
    fragment: bool = False
    speaker: Voice = NOBODY.voice
    turn: int = 0
    rule: str = ""
    confidence: float = 0.0


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
        people.gender = _gender(plain, stretch, people)
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
    said_where = _said_where(table).sub(" ", stretch.credit.span.of(plain).lower())
    words = {word.strip(".,:;") for word in said_where.split()}
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


@cache
def _said_where(table: CueTable) -> re.Pattern[str]:
    # "afirmó en un comunicado": where it was said, not who says it; but "se lee en la carta".
    return re.compile(rf"(?<!\blee)(?<!\bleer)(?<!\bleerse)\s(?:en|de)\s\w+\s(?:\w+\s)?{either(table.papers)}(?!\w)")


def _noun(plain: str, stretch: Stretch, people: People) -> str:
    # "anunció el grupo": by which noun the organisation is taken up.
    found = word_list(people.table.organisation_nouns).search(stretch.credit.span.of(plain))
    return found.group().lower() if found else ""


def _held(spans: list[Span], place: int) -> bool:
    index = bisect_right(spans, place, key=lambda span: span.start) - 1
    return index >= 0 and place < spans[index].end


def _gender(plain: str, stretch: Stretch, people: People) -> Gender | None:
    words = stretch.credit.span.of(plain)
    if len(words.split()) > _BRIEF:
        return None
    return gender_of_office(words, people.table) if stretch.credit.voice.role else gender_of(words)


def _one_person(plain: str, stretch: Stretch, people: People) -> bool:
    one = people.table.he_or_she + people.table.his_or_her
    return any(word.strip(".,:;") in one for word in stretch.credit.span.of(plain).lower().split())


def _is_personal(plain: str, stretch: Stretch, people: People) -> bool:
    words = " ".join(lowered(stretch.credit.span.of(plain)).split())
    return _one_person(plain, stretch, people) or not _kinds(people.table).search(words)


@cache
def _kinds(table: CueTable) -> re.Pattern[str]:
    return re.compile(rf"(?<!\w){either(table.organisation_nouns)}(?:e?s)?(?!\w)")


def with_turns(plain: str, blocks: tuple[Block, ...], chosen: list[Stretch], people: People) -> tuple[Stretch, ...]:
    """Return the stretches with the numbers of their turns, and with speakers where their neighbours tell them."""
    chains: list[list[Stretch]] = []
    for stretch in chosen:
        if chains and _adjacent(plain, blocks, chains[-1][-1], stretch, people.table):
            chains[-1].append(stretch)
        else:
            chains.append([stretch])
    voices = {
        _who(one.speaker): one.speaker for one in chosen if one.speaker.known and not one.fragment and not one.speaker.somebody
    }
    only = next(iter(voices.values())) if len(voices) == 1 else None
    done: list[Stretch] = []
    for chain in chains:
        spoken = _filled(chain)
        if not spoken[0].speaker.known:
            spoken = _given_to_others(plain, spoken, done[-1] if done else None, only, people)
        turn = done[-1].turn if done else 0
        for number, one in enumerate(spoken):
            turn += number == 0 or _who(one.speaker) != _who(spoken[number - 1].speaker)
            done.append(replace(one, turn=turn))
    return tuple(done)


def _given_to_others(plain: str, spoken: list[Stretch], last: Stretch | None, only: Voice | None, people: People) -> list[Stretch]:
    """Return stretches that name nobody with whom the text around them tells of; ``only`` is its single voice."""
    first = spoken[0]
    if first.credit.voice.thing or _is_of_a_paper(plain, first, people) or _is_anothers(plain, first, last, people):
        return spoken
    if last and last.block == first.block and last.speaker.known and not _is_another(plain, first, last.speaker, people):
        # Further words in the same paragraph are the same person's unless somebody else is named.
        spoken = [replace(one, speaker=one.speaker if one.speaker.known else last.speaker) for one in spoken]
        if spoken[0].speaker.known:
            return spoken
    between = Span(max(last.span.end, last.credit.span.end) if last else 0, first.span.start)
    alone = not first.credit.strength and not first.fragment
    if alone and (teller := _teller(plain, between, last.speaker if last else Voice(), people)).known:
        return [replace(one, speaker=teller, rule="quote.implicit", confidence=0.55) for one in spoken]
    if alone and (brought := _brought_in(between, people)):
        return [replace(one, speaker=brought, rule="quote.implicit", confidence=0.55) for one in spoken]
    if only and not people.spokesperson.known and not _is_another(plain, first, only, people) and _is_known(plain, first, only):
        # A single voice in the document: a stretch that names nobody is its.
        return [replace(one, speaker=only, rule="quote.implicit", confidence=0.55) for one in spoken]
    if people.spokesperson.known and not first.fragment:
        return [replace(one, speaker=people.spokesperson, rule="quote.attributable", confidence=0.85) for one in spoken]
    speaker = _spoken_of(plain, between, last.speaker if last else Voice(), people) if alone else Voice()
    if speaker.known:
        return [replace(one, speaker=speaker, rule="quote.implicit", confidence=0.55) for one in spoken]
    return spoken


def _is_known(plain: str, stretch: Stretch, only: Voice) -> bool:
    # Words in the middle of a text are nobody's whom it names only later.
    if not only.names or not plain[: stretch.span.start].strip():
        return True
    return any(plain.find(name.rsplit(maxsplit=1)[-1], 0, stretch.span.start) >= 0 for name in only.names)


def _is_another(plain: str, stretch: Stretch, only: Voice, people: People) -> bool:
    # "dit-il", where the only one who is named is a woman.
    told = _gender(plain, stretch, people) if stretch.credit.voice.pronoun and people.table.adjectives else None
    known = people.gender_of(only.names[0]) if told and only.names else None
    return known is not None and known is not told


def _is_anothers(plain: str, first: Stretch, last: Stretch | None, people: People) -> bool:
    # "The Trust echoes the Circle that: “...”": the line before words, up to its colon, names an organisation.
    start = max(plain.rfind("\n", 0, first.span.start) + 1, last.span.end if last else 0)
    line = Span(start, max(start, first.span.start))
    if first.credit.strength or people.table.adjectives or not line.of(plain).rstrip().endswith(":"):
        return False
    named = {name for place, name in people.organisations.named if line.start <= place < line.end}
    return bool(named - ({last.speaker.organisation} if last else set()))


def _is_of_a_paper(plain: str, stretch: Stretch, people: People) -> bool:
    # "destaca este informe", of nobody named: its words are not those of whoever else speaks.
    words = lowered(stretch.credit.span.of(plain)).split()
    beside = stretch.credit.voice.pronoun and stretch.credit.strength is Strength.BESIDE
    near = words if stretch.credit.rule == "quote.after" else words[:_SUBJECT]
    return beside and bool(people.table.adjectives) and _kinds(people.table).search(" ".join(near)) is not None


def _teller(plain: str, between: Span, last: Voice, people: People) -> Voice:
    """Return who tells something in the last sentence of ``between``, or is its subject and spoke before."""
    if people.table.adjectives:
        return Voice()
    zone = stripped(plain, between)
    zone = Span(max(zone.start, plain.rfind("\n", zone.start, zone.end) + 1), zone.end)
    sentence = next(reversed(sentences(plain, zone, people.table)), None)
    if sentence is None or plain[sentence.end - 1] != "." or not plain[sentence.start].isupper():
        return Voice()
    dated = _DATELINE.match(plain, sentence.start, sentence.end)
    lead = Span(dated.end() if dated else sentence.start, sentence.end)
    # "Ana Silva said the clerks were asked to guess.": whoever the first verb tells of.
    verb = cue_pattern(people.table.saying).search(plain, lead.start, lead.end)
    found = told(plain, people.table, Span(lead.start, verb.end())).voice if verb else Voice()
    found = found if found.names else told(plain, people.table, lead).voice
    people.place = sentence.end
    teller = people.resolve(found) if found.names else Voice()
    if teller.names and all(" " in name for name in teller.names):
        return teller
    first = [name for place, name in people.named if sentence.start <= place < sentence.start + _LEAD]
    return last if first and last.names and first[0] in {*last.names, last.names[0].split()[-1]} else Voice()


def _brought_in(between: Span, people: People) -> Voice | None:
    """Return the one person whom the narration right before brings in: "Another boy from Vall lost his father"."""
    since = {name for place, name in people.introduced if between.start <= place < between.end}
    found = [people.called(name) for name in sorted(since)]
    told = [one for one in found if one.role and (one.somebody or one.names)]
    return told[0] if len(told) == 1 else None


def _spoken_of(plain: str, between: Span, previous: Voice, people: People) -> Voice:
    """Return who goes on speaking without being named: the person whom the narration since the last words named, else theirs."""
    named: dict[str, bool] = {}
    for place, name in people.named:
        if between.start <= place < between.end:
            opens = plain[max(0, place - 3) : place].rstrip(" ")[-1:] in {"", ".", "\n", "!", "?"}
            told = plain[place + len(name) : place + len(name) + 1] in {" ", ","}
            named[name] = named.get(name, False) or (opens and told)
    # In a lead, whoever a sentence begins with; later on two who are named are too many.
    first = [name for name, opens in named.items() if len(named) == 1 or (opens and not previous.known)]
    if len(first) == 1:
        return people.called(first[0])
    return Voice() if named else previous


def _who(speaker: Voice) -> tuple[tuple[str, ...], str | None]:
    return speaker.names, None if speaker.names else speaker.organisation or speaker.role


def _filled(chain: list[Stretch]) -> list[Stretch]:
    speaker = next((one.speaker for one in chain if one.speaker.known), Voice())
    filled = []
    for one in chain:
        if one.credit.voice.pronoun and one.credit.strength is Strength.BESIDE and not one.speaker.known:
            # "she told us", and nobody named can be meant.
            filled.append(one)
            continue
        speaker = one.speaker if one.speaker.known else speaker
        filled.append(replace(one, speaker=speaker))
    return filled


def _adjacent(plain: str, blocks: tuple[Block, ...], one: Stretch, other: Stretch, table: CueTable) -> bool:
    """Tell whether nothing but attribution and furniture stands between two stretches."""
    if other.block == one.block:
        between = Span(one.span.end, other.span.start)
        return adjoining(plain, between, one, other, table)
    if other.block != one.block + 1 or (other.rule == "quote.answer" and len(other.credit.span)):
        return False
    after = Span(one.span.end, max(one.span.end, blocks[one.block].span.end))
    before = Span(min(blocks[other.block].span.start, other.span.start), other.span.start)
    said = (one.credit.span, other.credit.span)
    return _only_credit(plain, after, said) and _only_credit(plain, before, said)


def adjoining(plain: str, gap: Span, one: Stretch, other: Stretch | None, table: CueTable) -> bool:
    """Tell whether nothing but the attribution of ``one``, or of ``other`` when that is known, stands between them."""
    said = (one.credit.span, other.credit.span) if other else (one.credit.span,)
    return _only_credit(plain, gap, said) or _still_credit(plain, gap, one, other, table)


def _still_credit(plain: str, gap: Span, one: Stretch, other: Stretch | None, table: CueTable) -> bool:
    # "..., said Ana Silva, who came back on Monday. ...": what the attribution's own sentence goes on to say parts no turn.
    if one.credit.rule != "quote.after" or (other is not None and other.credit.strength > Strength.NONE):
        return False
    words = gap.of(plain).strip()
    return words.endswith((".", ":")) and len(sentences(plain, stripped(plain, gap), table)) == 1


def _only_credit(plain: str, gap: Span, said: tuple[Span, ...]) -> bool:
    return not any(
        plain[place].isalnum() and not any(span.start <= place < span.end for span in said) for place in range(gap.start, gap.end)
    )
