"""Whose a stretch is by the words behind it or inside it: "said Ana Silva, director", "Ana Silva said", "a-t-elle dit"."""

import re
from functools import cache

from briefing_app.domain.span import Span
from briefing_app.extraction.cues.form import CueTable
from briefing_app.extraction.people.speakers import voice
from briefing_app.extraction.people.unnamed import body
from briefing_app.extraction.people.voices import Voice
from briefing_app.extraction.quotes.credits import NOBODY, Credit, Strength, trimmed
from briefing_app.extraction.quotes.saying_subject import before_verb, introduces, without_subject
from briefing_app.extraction.quotes.subject_words import name_behind_manner, relevant, speaker_words
from briefing_app.extraction.text.phrases import (
    cue_pattern,
    either,
    lowered,
    word_list,
    words_of,
    words_of_cue,
)

_INVERTED_PERFECT = re.compile(
    r"(s[’']est|s[’']était|a|avait|ont|avaient|fait|font)(?:\s?-\s?(?:t[-’' ]\s?)?|\st[-’'])(ils?|elles?|on)\s+(\w+)(?:\s+(\w+))?"
)
_MANNER = re.compile(r"\s(?:[a-zà-ÿ’'-]+\s){2,6}(?=[A-ZÀ-Þ])")
_ENDED = re.compile(r"[,!?…]\s?[”»\"]?$")
_MARK = 3
_CLITIC = r"(?:-t)?-(?:ils?|elles?)"
_UP_TO_MARK = re.compile(r"[;:!?»”]")
_NEAR_START = re.compile(r"[\s,.;—–\-!?…]*")
_LONGEST_NEAR = 14
"""A subject of more words than this is narration, not an attribution."""


@cache
def _clitic(table: CueTable) -> re.Pattern[str]:
    # "explique-t-il", and what is made of it: "explique t-il", "explique-t'il".
    joined = r"(?:\s?-\s?(?:t[-’' ]\s?)?|\st[-’'])"
    return re.compile(rf"{joined}({either(table.clitics)})(?!\w)" if table.clitics else r"(?!)()")


def said_behind(plain: str, table: CueTable, zone: Span) -> Credit:
    """Return the attribution that the words behind a stretch give it."""
    text = zone.of(plain)
    lead = _NEAR_START.match(text)
    start = lead.end() if lead else 0
    behind = word_list(table.according_behind).match(text, start)
    if behind and "." not in text[:start]:
        source = relevant(speaker_words(text[behind.end() :], table), table)
        spoken = voice(source, table)
        if spoken.known:
            place = Span(zone.start + start, zone.start + behind.end() + len(source))
            return Credit(spoken, trimmed(plain, place), "quote.according", Strength.BESIDE)
    inside = _inverted_perfect(plain, table, Span(zone.start + start, zone.end))
    if inside:
        return Credit(inside[0], trimmed(plain, Span(zone.start, inside[1])), "quote.after", Strength.BESIDE)
    rarely = _only_behind(plain, table, zone, text, start)
    if rarely:
        return rarely
    verb = cue_pattern(table.saying).search(text, start)
    if not verb or _introduces_next(plain, text, zone):
        return NOBODY
    between = text[start : verb.start()].strip()
    swallowed = before_verb(table).sub("", f" {_without_reflexive(between, table)}").strip()
    if not swallowed:
        return inverted(plain, table, zone, Span(zone.start + verb.start(), zone.start + verb.end()))
    spoken = voice(swallowed, table)
    near = len(swallowed.split()) <= _LONGEST_NEAR and "." not in text[:start]
    if spoken.known and (near or len(swallowed.split()) <= 4) and not _is_new_clause(swallowed, table):
        end = zone.start + verb.end()
        rest = plain[end : zone.end].strip(" .,:;\n")
        words = Span(zone.start + start, zone.end if len(rest.split()) <= 6 else end)
        return Credit(spoken, trimmed(plain, words), "quote.after", Strength.BESIDE)
    if between.endswith(",") and table.adjectives:
        # "... «pour la paix» pendant la trêve, assure la ministre": who says the whole sentence stands behind its comma.
        behind_verb = inverted(plain, table, zone, Span(zone.start + verb.start(), zone.start + verb.end())).voice
        spoken = behind_verb if behind_verb.names or behind_verb.role or behind_verb.organisation else spoken
    return Credit(spoken, trimmed(plain, Span(zone.start, zone.start)), "quote.in-sentence", Strength.IN_SENTENCE)


@cache
def _rare(table: CueTable) -> re.Pattern[str]:
    # ", craint Ana Silva", ", finit par admettre Ana Silva".
    helped = rf"{either(table.helping)}\s{either(table.helped)}|" if table.helping else ""
    return re.compile(rf"(?:{helped}{either(table.only_behind)})(?!\w)" if table.only_behind else r"(?!)")


@cache
def _helped_clitic(table: CueTable) -> re.Pattern[str]:
    # "tient-il à préciser", "veut-elle croire", "se contente-t-on de dire": the subject behind the verb that helps.
    small = words_of(table, "reflexives") | words_of(table, "denying")
    said = []
    for helping in table.helping:
        words = helping.split()
        at = 1 if words[0] in small else 0
        rest = " ".join(words[at + 1 :])
        said.append(rf"{re.escape(' '.join(words[: at + 1]))}{_CLITIC}{rest and ' ' + re.escape(rest)}\s{either(table.helped)}")
    said += [
        rf"{re.escape(first)}{_CLITIC} {re.escape(rest)}"
        for first, _, rest in (one.partition(" ") for one in table.only_behind)
        if rest
    ]
    return re.compile(rf"(?:{'|'.join(said)})(?!\w)" if said and table.clitics else r"(?!)")


def _only_behind(plain: str, table: CueTable, zone: Span, text: str, start: int) -> Credit | None:
    """Return the attribution of a verb that is one of saying only right behind a quotation and its comma, before its subject."""
    comma = text[:1] == "," or _ENDED.search(plain, max(0, zone.start - _MARK), zone.start) is not None
    helped = _helped_clitic(table).match(text, start) if comma and text[:start].strip() in {",", ""} else None
    if helped:
        return Credit(
            Voice(pronoun=True), trimmed(plain, Span(zone.start, zone.start + helped.end())), "quote.after", Strength.BESIDE
        )
    verb = _rare(table).match(text, start) if comma and text[:start].strip() in {",", ""} else None
    if verb is None or cue_pattern(table.saying).match(text, start):
        return None
    found = inverted(plain, table, zone, Span(zone.start + verb.start(), zone.start + verb.end()))
    said = found.voice
    return (
        found
        if said.names
        or said.role
        or said.organisation
        or said.somebody
        or (said.pronoun and _clitic(table).match(text, verb.end()))
        else None
    )


def _introduces_next(plain: str, text: str, zone: Span) -> bool:
    # "“It is over.” Silva told us: “...”": what ends in a colon gives the words behind it.
    ended = plain[max(0, zone.start - 2) : zone.start].rstrip("\"”»’'")[-1:] in {".", "!", "?"}
    return ended and text.rstrip().endswith(":") and text[:1] != ","


def _inverted_perfect(plain: str, table: CueTable, zone: Span) -> tuple[Voice, int] | None:
    """Return whom "a-t-il (encore) déclaré" at the start of ``zone`` stands for, and where it ends."""
    found = _INVERTED_PERFECT.match(plain, zone.start, zone.end)
    if not found:
        return None
    auxiliary = "s'est" if found.group(1).startswith("s") else found.group(1) if found.group(1).startswith("f") else "a"
    for number in (3, 4, 0):
        # "a-t-il fait observer": or the two words together.
        word = lowered(found.group(number) or "") if number else lowered(f"{found.group(3)} {found.group(4)}")
        # As the table spells it, or agreeing with its subject: "s'est-elle étonnée".
        if {f"{auxiliary} {participle}" for participle in (word, re.sub(r"e?s?$", "", word))} & words_of_cue(table.saying):
            return Voice(pronoun=found.group(2) != "on"), found.end(number)
    return None


def _is_new_clause(words: str, table: CueTable) -> bool:
    return lowered(words.split(maxsplit=1)[0]) in words_of(table, "and_words") | words_of(table, "new_clause")


def _without_reflexive(words: str, table: CueTable) -> str:
    kept = word_list(table.reflexives).sub("", words).strip() if table.reflexives else words
    return kept.strip(" ,-—–")


def inverted(plain: str, table: CueTable, zone: Span, verb: Span) -> Credit:
    """Return the attribution of a subject behind its verb, at ``verb`` within ``zone``."""
    # "said Ana Silva, director of the clinic": the speaker follows the verb, up to the clause's end.
    rest = plain[verb.end : zone.end]
    clitic = _clitic(table).match(rest)
    if clitic:
        # "commente-t-elle"; "on" is nobody in particular, but for "dit-on à la Croix-Rouge".
        said = Voice(pronoun=clitic.group(1) != "on")
        end = clitic.end()
        house = word_list(table.at_words + table.heading_addressee).match(rest[end:].lstrip()) if not said.pronoun else None
        if house:
            words = speaker_words(rest[end:].lstrip()[house.end() :], table)
            at = body(words.strip(" .,"), table, bared=True)
            said = Voice(organisation=at) if at else voice(words, table)
            end = len(rest) if said.known else end
        return Credit(said, trimmed(plain, Span(zone.start, verb.end + end)), "quote.after", Strength.BESIDE)
    heard = word_list(table.hearers).match(rest.lstrip()) if table.hearers else None
    if heard:
        verb = Span(verb.start, verb.end + len(rest) - len(rest.lstrip()) + heard.end())
        rest = plain[verb.end : zone.end]
    words = relevant(speaker_words(rest, table), table)
    spoken = voice(words, table)
    if not spoken.known and (manner := _MANNER.match(rest)) and introduces(lowered(rest.split(maxsplit=1)[0]), table):
        # "says by phone Ana Silva": how it is said stands before who says it.
        spoken = voice(relevant(speaker_words(rest[manner.end() :], table), table), table)
        spoken = spoken if spoken.names else Voice()
    if not spoken.names and (name := name_behind_manner(rest, table)):
        words = rest[:name] + relevant(speaker_words(rest[name:], table), table)
        spoken = voice(words[name:], table)
    if not spoken.known:
        spoken = voice(" ".join(rest.split()[:4]), table)
        words = rest
    following = lowered((rest.strip(" .,;:—\n").split(maxsplit=1) or [""])[0])
    if not spoken.known and table.own_endings and (not following or _is_no_subject(rest, following, table)):
        # Spanish says "dice" alone, "dijo en la radio", "comentó vía telefónica": somebody named before.
        spoken = without_subject(verb.of(plain), "", table)
    return Credit(spoken, trimmed(plain, Span(zone.start, verb.end + len(words))), "quote.after", Strength.BESIDE)


def _is_no_subject(rest: str, following: str, table: CueTable) -> bool:
    # A subject begins with a capital, or with an article or the like.
    determiners = ("articles", "indefinite", "its", "demonstratives", "another")
    determined = any(following in words_of(table, kind) for kind in determiners)
    return following in words_of(table, "introductions") or (rest.lstrip(" .,;:—")[:1].islower() and not determined)


def said_inside(plain: str, table: CueTable, stretch: Span) -> Credit:
    """Return the attribution that stands between commas within the marks."""
    # French and Spanish put "dit X" between commas inside the marks.
    if table.language == "en":
        return NOBODY
    verbs = cue_pattern(table.saying)
    for comma in re.finditer(r"[,?!]\s+", plain[stretch.start : stretch.end]):
        place = stretch.start + comma.end()
        perfect = _inverted_perfect(plain, table, Span(place, stretch.end))
        if perfect and perfect[0].pronoun:
            return Credit(perfect[0], trimmed(plain, Span(place, perfect[1])), "quote.inside", Strength.BESIDE)
        reflexive = word_list(table.reflexives).match(plain, place) if table.reflexives else None
        verb = verbs.match(plain, reflexive.end() if reflexive else place, stretch.end)
        rare = None if verb else _rare(table).match(plain, place, stretch.end)
        verb = verb or rare
        if verb:
            clitic = _clitic(table).match(plain, verb.end(), stretch.end)
            if clitic and clitic.group(1) != "on":
                return Credit(Voice(pronoun=True), trimmed(plain, Span(place, clitic.end())), "quote.inside", Strength.BESIDE)
            words = speaker_words(_UP_TO_MARK.split(plain[verb.end() : stretch.end], maxsplit=1)[0], table)
            words = words if rare else relevant(words, table)
            spoken = voice(words, table)
            if not spoken.names and (name := name_behind_manner(words, table)):
                spoken = voice(relevant(words[name:], table), table)
            last = lowered(words).strip(" ,.") in words_of(table, "pronouns")
            if spoken.names or (not rare and (spoken.role or spoken.organisation or last)):
                return Credit(spoken, trimmed(plain, Span(place, verb.end() + len(words))), "quote.inside", Strength.BESIDE)
    return NOBODY
