"""Speakers whom words bring in without a name: "an old farmer from Vall", "the families", "this former teacher"."""

from briefing_app.extraction.cues.form import CueTable
from briefing_app.extraction.people.organisation_names import bare, is_organisation_noun
from briefing_app.extraction.people.voices import Voice
from briefing_app.extraction.text.phrases import is_role, lowered, role_words, word_list, words_of

_FEW = 4
_HEAD = 3
_LONGEST = 12
"""Words of a description, at most."""


def unnamed(words: str, table: CueTable) -> Voice:
    """Return the speaker that words without a name and without an office stand for."""
    # "an old farmer from Vall": somebody without a name, whatever the noun.
    if is_organisation_noun(words, table):
        return Voice(pronoun=True)
    rest = words.partition(" ")[2]
    noun = rest.split(maxsplit=1)[0] if rest else ""
    somebody = is_somebody(words, table) and noun.islower() and len(words.split()) <= _LONGEST
    somebody = somebody and not any(letter.isdigit() for letter in words)
    if somebody and word_list(table.one_of).match(words):
        return Voice(role=words, somebody=True)
    return somebody_by(bare(words, table), table) if somebody else Voice()


def body(words: str, table: CueTable, *, bared: bool = False) -> str | None:
    """Return a body of a state as a text words it, with a small letter and whose it is: "la préfecture de la Sorne".

    ``bared``: a preposition has taken its article.
    """
    article = word_list(table.articles).match(words)
    definite = article and lowered(article.group()) not in words_of(table, "indefinite")
    whole = words[article.end() :].strip() if article and definite else words if bared else ""
    noun, _, rest = whole.partition(" ")
    whose = not rest or word_list(table.at_words).search(rest)
    known = noun.islower() and noun in words_of(table, "bodies") and bool(table.adjectives)
    return whole if known and whose and len(whole.split()) <= _LONGEST and not word_list(table.statives).search(rest) else None


def _is_office_of_many(tokens: list[str], table: CueTable) -> bool:
    # "les avocats du Cercle des rives": an office that several hold, and where.
    head, behind = tokens[:1], tokens[1:]
    held = bool(behind) and lowered(behind[0]) in words_of(table, "at_words") and len(tokens) <= _LONGEST
    one = [lowered(word).removesuffix(ending) for word in head for ending in ("es", "s") if word.endswith(ending)]
    named = any(token[:1].isupper() or "'" in lowered(token) for token in behind[1:])
    return (
        bool(table.adjectives)
        and held
        and named
        and head[0].islower()
        and any(is_role(word, table) for word in one)
        and (not any(token.endswith(",") for token in tokens))
    )


def several(words: str, table: CueTable) -> Voice:
    """Return whom a noun for many stands for: "the families", "Los dos colectivos"; nobody known when it is none."""
    article = word_list(table.articles).match(words)
    tokens = (words[article.end() :] if article else words).split()
    if article and _is_office_of_many(tokens, table):
        return Voice(role=" ".join(tokens), somebody=True)
    if lowered(words) in words_of(table, "persons"):
        return Voice(somebody=True)
    if (
        not 0 < len(tokens) <= _FEW
        or not " ".join(tokens[1:]).islower() | (len(tokens) == 1)
        or (article and tokens[0][0].isupper())
    ):
        return Voice()
    if tokens[0][0].isupper() and lowered(tokens[0]) in words_of(table, "organisation_words"):
        return Voice()
    for token in tokens[:_HEAD]:
        word = lowered(token)
        if word in words_of(table, "organisation_nouns"):
            return Voice()
        one = {word.removesuffix("s"), word.removesuffix("es")} - {word}
        if word in words_of(table, "bearers") or any(is_role(noun, table) for noun in one):
            role = words if word_list(table.one_of).match(words) else " ".join(tokens)
            return Voice(role=None if word in words_of(table, "persons") else role, somebody=True)
        if article and one & words_of(table, "organisation_nouns"):
            return Voice(somebody=True)
    return Voice()


def is_somebody(words: str, table: CueTable) -> bool:
    """Tell whether words bring in somebody not named before."""
    first, _, rest = words.partition(" ")
    return lowered(first) in words_of(table, "indefinite") | words_of(table, "another") and bool(rest)


def is_of_another(words: str, name: str, table: CueTable) -> bool:
    """Tell whether words bring in somebody by the name of a place or of another: "una vecina de San Luis Rey"."""
    ahead = words[: words.find(name)]
    before = ahead.split()
    # "una maestra de Luis Rey": a small word that was taken for one of the name's.
    before += [name.partition(" ")[0]] if name[:1].islower() else []
    while before and before[-1][0].isupper():
        before.pop()
    linked = len(before) > 1 and lowered(before[-1]) in words_of(table, "at_words") and "," not in ahead
    return (
        bool(table.adjectives) and linked and is_somebody(words, table) and role_words(table).search(" ".join(before)) is not None
    )


def somebody_by(role: str, table: CueTable) -> Voice:
    """Return the speaker whom words such as "another nurse" bring in."""
    # "another nurse" is a nurse, "one woman" somebody of whom nothing is told.
    first, _, rest = role.partition(" ")
    role = rest if rest and lowered(first) in words_of(table, "another") else role
    return Voice(role=None if lowered(role) in words_of(table, "persons") else role, somebody=True)


def is_likewise(words: str, table: CueTable) -> bool:
    """Tell whether words stand for somebody named before."""
    first, _, rest = words.partition(" ")
    if lowered(first) in words_of(table, "demonstratives") and rest.islower():
        # "this former teacher": somebody named before.
        return role_words(table).search(rest) is not None or is_organisation_noun(rest, table)
    # "dijo el también coordinador": somebody named before.
    article = word_list(table.articles).match(words)
    following = words[article.end() :].split(maxsplit=1) if article else []
    return bool(following) and lowered(following[0]) in words_of(table, "likewise")


def pointed_at(words: str, table: CueTable) -> str | None:
    """Return what "this nurse of 42" says of somebody named before, where that is more than a noun for anybody."""
    first, _, rest = words.partition(" ")
    told = lowered(first) in words_of(table, "demonstratives") and role_words(table).match(rest) is not None
    known = lowered(rest) in words_of(table, "taken_up") | words_of(table, "persons")
    return rest if told and not known and not is_organisation_noun(rest, table) and rest.split()[0].islower() else None


def is_their_paper(words: str, table: CueTable) -> bool:
    """Tell whether words are the paper of somebody named before."""
    # "her letter": whoever was named wrote it.
    first, _, rest = words.partition(" ")
    titled = bool(table.own_endings) and rest[:1].isupper() and role_words(table).search(rest) is None and not rest.isupper()
    return lowered(first) in words_of(table, "his_or_her") and (titled or lowered(rest) in words_of(table, "papers"))
