"""Laws told from organisations named after them: "the Charter Group" asks, "the Charter" is law."""

import re

from briefing_app.extraction.asks.heads import head_of
from briefing_app.extraction.cues.form import CueTable
from briefing_app.extraction.people.given import is_given
from briefing_app.extraction.text.phrases import lowered, words_of

_WORD = re.compile(r"[\w][\w’'&-]*")
_ELIDED = re.compile(r"^(?:[ldLD]|[qQ]u)[’'](?=\w)")
_NAMED_AFTER = re.compile(r"(?:ARTICLE|Article|Artículo|ARTÍCULO) 19$")
"""An organisation that is called as a law is."""


def is_law(subject: str, table: CueTable) -> bool:
    """Tell whether the head of a noun phrase is a law or a treaty, and no organisation or person that has its name."""
    head = head_of(subject, table)
    words = [_ELIDED.sub("", word) for word in _WORD.findall(head)]
    places = [place for place, word in enumerate(words) if lowered(word) in words_of(table, "norms")]
    if not places:
        return False
    if _NAMED_AFTER.match(" ".join(words[places[0] :])):
        return False
    if words[places[0]][0].islower():
        return table.language != "en" or not _group_behind(words[places[-1] + 1 :], table)
    before = lowered(words[places[0] - 1]) if places[0] else ""
    if before in words_of(table, "honorifics") or (places[0] and is_given(words[places[0] - 1])):
        # "Ms Law".
        return False
    if table.language == "en":
        return not _organisation_behind(subject, table)
    return not any(word[0].isupper() and _is_group(word, table) for word in words[: places[0]])


def _organisation_behind(subject: str, table: CueTable) -> bool:
    # "the Bill of Rights Committee", "the Climate Act Now campaign": what a name in English is stands last.
    words = _WORD.findall(subject)
    first = next(place for place, word in enumerate(words) if lowered(word) in words_of(table, "norms"))
    run: list[str] = []
    for place in range(first + 1, len(words)):
        word, following = words[place], words[place + 1] if place + 1 < len(words) else ""
        if word[0].isupper() or word == "&":
            run.append(word)
        elif not (word in words_of(table, "within_law") and following[:1].isupper()):
            return _group_behind([*run, word], table)
    return _group_behind(run, table)


def _group_behind(run: list[str], table: CueTable) -> bool:
    return any(_is_group(word, table) and lowered(word) not in words_of(table, "in_laws") for word in run)


def _is_group(word: str, table: CueTable) -> bool:
    spelled = lowered(word).removesuffix("'s")
    known = [words_of(table, name) for name in ("organisation_nouns", "organisation_words", "actors", "roles")]
    return any(spelled in group or spelled.removesuffix("s") in group for group in known)
