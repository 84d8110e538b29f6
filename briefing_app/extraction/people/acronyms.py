"""What acronyms stand for: the words before the bracket that defines one, or a run of words with its initials."""

import re
from functools import cache

from briefing_app.extraction.cues.form import CueTable
from briefing_app.extraction.text.phrases import either, folded, lowered, word_list, words_of
from briefing_app.extraction.text.tables import name_table

_WORD = re.compile(r"(?<![\w’'-])(?![Ll][’'])[\w’'-]+|(?<=\b[Ll][’'])[\w’'-]+")
"""A word without the article that leans on it: "l'Observatoire"."""

_FARTHEST = 160
"""How far before its bracket a name may begin."""


def named_by(plain: str, bracket: int, acronym: str, table: CueTable) -> str | None:
    """Return the words before a bracket that its acronym stands for: back to the word with its first letter."""
    before = plain[max(0, bracket - _FARTHEST) : bracket]
    sentence = re.split(r"[.;:!?\n“”«»\"(),]\s*", before)[-1]
    words = list(_WORD.finditer(sentence))
    letters = [letter.lower() for letter in acronym if letter.isupper()]
    capitals = [word for word in words if word.group()[0].isupper() and lowered(word.group()) not in table.articles]
    if not capitals:
        return None
    for word in capitals[-len(letters) - 2 :]:
        if word.group()[0].lower() == letters[0] and len(sentence[word.start() :].split()) > 1:
            spelled = [later.group()[0].lower() for later in capitals if later.start() >= word.start()]
            if _is_within_name(sentence[: word.start()], table) and spelled != letters:
                # "Oficina de Naciones Unidas contra la Sed (UNOT)": an English acronym with a letter of the Spanish name.
                continue
            return " ".join(sentence[word.start() :].split())
    return _capitalised_run(words, sentence, table)


def spelled_by(plain: str, bracket: int, short: str, table: CueTable) -> str | None:
    """Return the name before a bracket that holds it as a word of its letters: "Office des lacs et rivages (Olriva)".

    It begins with a word for an organisation and with the same letter; the others stand in it in their order.
    """
    before = plain[max(0, bracket - _FARTHEST) : bracket]
    sentence = re.split(r"[.;:!?\n“”«»\"(),]\s*", before)[-1]
    letters = folded(short)
    for word in reversed(list(_WORD.finditer(sentence))):
        if word.group()[0].isupper() and folded(word.group())[0] == letters[0] and _heads(word.group(), table):
            name = " ".join(sentence[word.start() :].split())
            rest = iter(folded(name))
            known = " " in name and all(letter in rest for letter in letters)
            return name if known and not word_list(table.statives).search(name) else None
    return None


def _heads(word: str, table: CueTable) -> bool:
    return lowered(word) in words_of(table, "organisation_words") | words_of(table, "organisation_nouns")


def _is_within_name(before: str, table: CueTable) -> bool:
    last = before.split()[-1:]
    return bool(last) and last[0][0].isupper() and lowered(last[0]) not in table.articles


def _capitalised_run(words: list[re.Match[str]], sentence: str, table: CueTable) -> str | None:
    # Another language's acronym (UNHCR as ACNUR): the run of capitalised words right before it.
    small = set(table.articles) | set(table.particles) | set(name_table().before_bracket)
    first = len(words)
    for index in range(len(words) - 1, -1, -1):
        if words[index].group()[0].isupper() and lowered(words[index].group()) not in table.articles:
            first = index
        elif lowered(words[index].group()) not in small:
            break
    run = sentence[words[first].start() :] if first < len(words) else ""
    return " ".join(run.split()) if len(run.split()) > 1 else None


@cache
def _spelled_out() -> re.Pattern[str]:
    small = either(name_table().between_initials)
    return re.compile(rf"[A-ZÀ-Þ][a-z’'-]+(?:[ \n]+{small}?(?:[ \n]+the)?[ \n]*[A-ZÀ-Þ][a-z’'-]+){{1,14}}")


def matched_by_initials(plain: str, acronyms: dict[str, str]) -> None:
    """Match acronyms that no bracket defines with the first run of capitalised words that has their initials."""
    # Two letters are too few, but for an X: it stands for "Ex" where no name begins with it.
    wanted = set(re.findall(r"\b(?:[A-Z]{3,6}|X[A-Z]|[A-Z]X)\b", plain)) - set(acronyms)
    if not wanted:
        return
    for run in _spelled_out().finditer(plain):
        words = run.group().split()
        capitals = [(at, word[0], word[:2] == "Ex") for at, word in enumerate(words) if word[0].isupper()]
        for first in range(len(capitals)):
            for size in range(2, len(capitals) - first + 1):
                acronym = "".join(letter for _, letter, _ in capitals[first : first + size])
                crossed = "".join("X" if ex else letter for _, letter, ex in capitals[first : first + size])
                acronym = crossed if crossed in wanted else acronym
                if acronym in wanted:
                    name = " ".join(words[capitals[first][0] : capitals[first + size - 1][0] + 1])
                    acronyms.setdefault(acronym, name)
