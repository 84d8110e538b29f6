"""What a text tells of a person in the sentence right behind the one that names them: "…, says Ana Silva. This nurse lives …"."""

import re

from briefing_app.extraction.cues.form import CueTable
from briefing_app.extraction.people.given import gender_of, gender_of_office, is_given
from briefing_app.extraction.people.introduced import up_to_verb
from briefing_app.extraction.people.organisation_names import is_organisation_noun
from briefing_app.extraction.people.speakers import voice
from briefing_app.extraction.people.voices import Voice
from briefing_app.extraction.text.phrases import cue_pattern, is_role, lowered, word_list, words_of

_REST = re.compile(r"[^.!?;:\n“”«»\"]{0,160}\.[ \u00a0]+(?=[A-ZÀ-Þ])")
"""What is left of the sentence that names the person."""
_NEXT = re.compile(r"[^.!?;:\n“”«»\"]{8,220}")
_NAMED = re.compile(r"[A-ZÀ-Þ][\w’'-]+ (?:[a-z]{2,3} ){0,2}[A-ZÀ-Þ][\w’'-]+")
_BEFORE_VERB = re.compile(r"(?:\s(?:s[’']|n[’']|l[’']|se|ne|le|la|les|lui|leur|no|y|en))+$")
"""Small words that stand before a verb, and are of it."""
_SAID = re.compile(r"[^.,:;\n“”«»\"]{2,40}$")
_NEAR = 40
_FARTHEST = 3
_LONGEST = 16


def role_later(plain: str, end: int, name: str, table: CueTable) -> Voice | None:
    """Return the voice of what the next sentence calls a person whose name ends at ``end``: "Le député du Valmont s'est rendu"."""
    says = _SAID.search(plain, max(0, end - len(name) - _NEAR), end - len(name))
    known = is_given(name.partition(" ")[0]) or (says and cue_pattern(table.saying).search(says.group()))
    rest = _REST.match(plain, end) if table.adjectives and known else None
    sentence = _NEXT.match(plain, rest.end()) if rest else None
    if sentence is None:
        return None
    first, _, behind = sentence.group().partition(" ")
    if is_role(first, table):
        # "Présidente et fondatrice du Cercle, la Norlandaise a vu": what she is opens the sentence.
        words, comma, _ = sentence.group().partition(",")
        return _voice(name, words, table) if comma else None
    pointed = lowered(first) in words_of(table, "demonstratives")
    definite = lowered(first) in words_of(table, "singular_articles") - words_of(table, "indefinite")
    if first[:2] in {"L’", "L'"}:
        definite, behind = True, sentence.group()[2:]
    if not pointed and not definite:
        return None
    verb = _first_verb(behind, table)
    words = _BEFORE_VERB.sub("", behind[:verb].rstrip(" ,")) if verb else ""
    office = next((word for word in words.split()[:_FARTHEST] if is_role(word, table)), None)
    if not office or _NAMED.search(words[: words.find(office)]):
        return None
    words = up_to_verb(words, office, table)
    if "," in words or is_organisation_noun(words, table):
        return None
    told, called = gender_of_office(f"{first} {words}", table), gender_of(name)
    return _voice(name, words, table) if None in {told, called} or told is called else None


def _first_verb(words: str, table: CueTable) -> int | None:
    found = [
        match.start()
        for pattern in (cue_pattern(table.saying), word_list(table.statives + table.perfect))
        if (match := pattern.search(words))
    ]
    return min(found) if found else None


def _voice(name: str, words: str, table: CueTable) -> Voice | None:
    taken = lowered(words) in words_of(table, "taken_up") | words_of(table, "persons")
    spoken = voice(f"{name}, {words[:1].lower()}{words[1:]}", table) if not taken and len(words.split()) <= _LONGEST else Voice()
    return spoken if spoken.names and spoken.role else None
