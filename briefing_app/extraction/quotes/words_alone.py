"""Whose words are that stand without an attribution: whoever spoke, or was told of, right before."""

import re
from dataclasses import replace

from briefing_app.domain.span import Span, stripped
from briefing_app.extraction.people.known import People
from briefing_app.extraction.people.voices import Voice
from briefing_app.extraction.quotes.attribution import told
from briefing_app.extraction.quotes.continued import continued
from briefing_app.extraction.quotes.credits import Strength
from briefing_app.extraction.quotes.own_speakers import organisation_kinds, told_gender
from briefing_app.extraction.quotes.said_where import without_where
from briefing_app.extraction.quotes.stretches import Stretch
from briefing_app.extraction.text.phrases import cue_pattern
from briefing_app.extraction.text.sentences import sentences

_SUBJECT = 4
_DATELINE = re.compile(r"[A-Z][^.;:“”\"]{2,60}?(?::|\s?[—–]|\s-)\s?(?=[A-Z])")
_ANY = re.compile(r"\S")
_LEAD = 30
"""How far into a sentence the name of its subject begins at most, behind a title."""


def given_to_others(plain: str, spoken: list[Stretch], last: Stretch | None, only: Voice | None, people: People) -> list[Stretch]:
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
    if alone and (teller := teller_of(plain, between, last.speaker if last else Voice(), people)).known:
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
    if not only.names or not _ANY.search(plain, 0, stretch.span.start):
        return True
    return any(plain.find(name.rsplit(maxsplit=1)[-1], 0, stretch.span.start) >= 0 for name in only.names)


def _is_another(plain: str, stretch: Stretch, only: Voice, people: People) -> bool:
    # "dit-il", where the only one who is named is a woman.
    told = told_gender(plain, stretch, people) if stretch.credit.voice.pronoun else None
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
    words = without_where(stretch.credit.span.of(plain), people.table).split()
    beside = stretch.credit.voice.pronoun and stretch.credit.strength is Strength.BESIDE
    near = words if stretch.credit.rule == "quote.after" else words[:_SUBJECT]
    return beside and bool(people.table.adjectives) and organisation_kinds(people.table).search(" ".join(near)) is not None


def teller_of(plain: str, between: Span, last: Voice, people: People) -> Voice:
    """Return who tells something in the last sentence of ``between``, or is its subject and spoke before."""
    if people.table.own_endings:
        return _subject(plain, between, people)
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


def _subject(plain: str, between: Span, people: People) -> Voice:
    # "Ana Silva, vocera de la red, dijo que nadie había llegado.": the words below are those of the subject of what is told.
    told = stripped(plain, between).of(plain)
    start = between.start + between.of(plain).find(told)
    found = continued(plain, start + len(told), [], people) if told.endswith(".") else None
    named = found is not None and len(found.names) == 1 and " " in found.names[0]
    return found if found and named and told.find(found.names[0].rsplit(" ")[-1]) >= 0 else Voice()


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
