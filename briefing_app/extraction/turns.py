"""Who speaks each quoted stretch, and which stretches are one turn."""

from bisect import bisect_right, insort
from dataclasses import dataclass, replace

from briefing_app.domain.reading import Block
from briefing_app.domain.span import Span, stripped
from briefing_app.extraction.attribution import NOBODY, Credit, Strength
from briefing_app.extraction.cues.form import CueTable
from briefing_app.extraction.given import Gender, gender_of
from briefing_app.extraction.mentions import mentions
from briefing_app.extraction.people import People
from briefing_app.extraction.sentences import sentences
from briefing_app.extraction.speakers import Voice

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
    resolved = []
    spans = [stretch.span for stretch in chosen]
    people.named = [mention for mention in mentions(plain, people) if not _held(spans, mention[0])]
    for stretch in chosen:
        spoken = stretch.credit.voice
        people.place = stretch.span.start
        if spoken.pronoun and _is_personal(plain, stretch, people):
            speaker = people.person(stretch.credit.span.start, _gender(plain, stretch))
            speaker = speaker if speaker.known or _one_person(plain, stretch, people) else people.organisation()
        elif spoken.pronoun:
            speaker = people.organisation()
        else:
            speaker = people.resolve(spoken) if spoken.known else Voice()
        if speaker.names and len(stretch.credit.span):
            # Whoever speaks is spoken of, inside the marks too: "..., says Ana Silva, ...".
            insort(people.named, (stretch.credit.span.start, speaker.names[-1]))
        resolved.append(replace(stretch, speaker=speaker))
    return resolved


def _held(spans: list[Span], place: int) -> bool:
    index = bisect_right(spans, place, key=lambda span: span.start) - 1
    return index >= 0 and place < spans[index].end


def _gender(plain: str, stretch: Stretch) -> Gender | None:
    words = stretch.credit.span.of(plain)
    return gender_of(words) if len(words.split()) <= _BRIEF else None


def _one_person(plain: str, stretch: Stretch, people: People) -> bool:
    one = people.table.he_or_she + people.table.his_or_her
    return any(word.strip(".,:;") in one for word in stretch.credit.span.of(plain).lower().split())


def _is_personal(plain: str, stretch: Stretch, people: People) -> bool:
    words = stretch.credit.span.of(plain).lower().replace("’", "'").split()
    return _one_person(plain, stretch, people) or not any(noun in " ".join(words) for noun in people.table.organisation_nouns)


def with_turns(plain: str, blocks: tuple[Block, ...], chosen: list[Stretch], people: People) -> tuple[Stretch, ...]:
    """Return the stretches with the numbers of their turns, and with speakers where their neighbours tell them."""
    chains: list[list[Stretch]] = []
    for stretch in chosen:
        if chains and _adjacent(plain, blocks, chains[-1][-1], stretch, people.table):
            chains[-1].append(stretch)
        else:
            chains.append([stretch])
    voices = {_who(one.speaker): one.speaker for one in chosen if one.speaker.known and not one.fragment}
    done: list[Stretch] = []
    for chain in chains:
        spoken = _filled(chain)
        if not spoken[0].speaker.known and done and done[-1].block == spoken[0].block:
            # Further words in the same paragraph are the same person's unless somebody else is named.
            spoken = [replace(one, speaker=one.speaker if one.speaker.known else done[-1].speaker) for one in spoken]
        if not spoken[0].speaker.known and len(voices) == 1 and not people.spokesperson.known:
            # A single voice in the document: a stretch that names nobody is its.
            only = next(iter(voices.values()))
            spoken = [replace(one, speaker=only, rule="quote.implicit", confidence=0.4) for one in spoken]
        elif not spoken[0].speaker.known and people.spokesperson.known and not spoken[0].fragment:
            spoken = [replace(one, speaker=people.spokesperson, rule="quote.attributable", confidence=0.85) for one in spoken]
        elif not spoken[0].speaker.known and not spoken[0].credit.strength and not spoken[0].fragment:
            since = max(done[-1].span.end, done[-1].credit.span.end) if done else 0
            speaker = _spoken_of(Span(since, spoken[0].span.start), done[-1].speaker if done else Voice(), people)
            if speaker.known:
                spoken = [replace(one, speaker=speaker, rule="quote.implicit", confidence=0.4) for one in spoken]
        turn = done[-1].turn if done else 0
        for number, one in enumerate(spoken):
            turn += number == 0 or _who(one.speaker) != _who(spoken[number - 1].speaker)
            done.append(replace(one, turn=turn))
    return tuple(done)


def _spoken_of(between: Span, previous: Voice, people: People) -> Voice:
    """Return who goes on speaking without being named: the person whom the narration since the last words named, else theirs."""
    named = {name: place for place, name in people.named if between.start <= place < between.end}
    if len(named) == 1:
        return people.called(next(iter(named)))
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
