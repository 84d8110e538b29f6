"""Whose a document is: the organisation that its letterhead or first lines name and of which it speaks most.

Such a text says "the National Secretary, Ana Silva" without a word on where she is that.
"""

import re
from collections import Counter

from briefing_app.extraction.cues.form import CueTable
from briefing_app.extraction.people.organisation_names import is_organisation
from briefing_app.extraction.people.organisations import Organisations
from briefing_app.extraction.text.phrases import lowered, word_list, words_of
from briefing_app.extraction.text.tables import name_table

_OPENING = 600
"""The letterhead and the lead."""
_DATELINE = re.compile(r"\d{4},? \(([A-ZÀ-Þ][^()\n]{1,80})\):? ?[–—-]")
"""Who sends out a text, behind its date: "Vall, 3 May 2011 (Harbour Trust) -"."""
_NEWS = frozenset({"news", "press", "service", "wire", "reuters", "afp", "ap", "ips", "irin", "efe"})
_SMALL = 3
_FEWEST = 2
"""So often at least the organisation is named."""
_LINES = 5
"""Among so many lines a letterhead stands."""
_LONGEST_DATE = 8
_LONGEST_NAME = 12
"""Words of a name on a letterhead, at most."""
_ACRONYM = re.compile(r"(?<![\w’'-])[A-ZÀ-Þ]{2,8}(?![\w-])")


def house_of(plain: str, organisations: Organisations, table: CueTable) -> str | None:
    """Return the name of the organisation a text is from, as the text words it; None where two may be it, or none."""
    if table.language != "en":
        # News in the other languages bear no letterhead: the house must stand in a line of its own.
        return _letterhead(plain, organisations, table)
    dateline = _DATELINE.search(plain, 0, _OPENING)
    if dateline and is_organisation(dateline.group(1), table) and set(lowered(dateline.group(1)).split()).isdisjoint(_NEWS):
        return dateline.group(1)
    opening = Counter[str]()
    spelled: dict[str, str] = {}
    for place, name in organisations.named:
        words = lowered(name).split()
        if len(words) > 1 and set(words).isdisjoint(name_table().of_state) and not _is_place(words, table):
            key = " ".join(words)
            opening[key] += place < _OPENING
            spelled[key] = name if key not in spelled or spelled[key].isupper() else spelled[key]
    counted = Counter(lowered(" ".join(found.group().split())) for found in _whole(spelled, plain))
    for acronym, count in Counter(_ACRONYM.findall(plain)).items():
        counted[lowered(organisations.acronyms.get(acronym, ""))] += count
    known = sorted(
        (key for key in spelled if opening[key] and counted[key] >= (_FEWEST if len(spelled) > 1 else 1)),
        key=lambda key: -counted[key],
    )
    if not known or (len(known) > 1 and counted[known[0]] == counted[known[1]]):
        return _letterhead(plain, organisations, table)
    return _without_paper(_on_letterhead(spelled[known[0]], plain, table))


def _without_paper(name: str) -> str:
    # "HRT Press Briefing Notes".
    words = name.split()
    while len(words) > 1 and lowered(words[-1]) in name_table().sent_out:
        words.pop()
    return " ".join(words)


def _is_place(words: list[str], table: CueTable) -> bool:
    return words[-1] in words_of(table, "geography") and words_of(table, "organisation_words").isdisjoint(words)


def _on_letterhead(name: str, plain: str, table: CueTable) -> str:
    # "Norland Council of Dock and Harbour Workers": the whole line that the name begins.
    for line in plain[:_OPENING].split("\n")[:_LINES]:
        words = " ".join(line.split())
        longer = [word for word in words.split() if len(word) > _SMALL]
        whole = words.startswith(f"{name} ") and len(words.split()) <= _LONGEST_NAME and all(word[0].isupper() for word in longer)
        if whole and not words.isupper() and not word_list(table.papers).search(lowered(words)):
            return words
    return name


def _letterhead(plain: str, organisations: Organisations, table: CueTable) -> str | None:
    """Return the organisation whose name is one of a text's first lines, near a line that tells what paper it is, or of when."""
    lines = [line.strip(" \t*_#>") for line in plain[:_OPENING].split("\n") if line.strip()][:_LINES]
    if not any(_is_paper_or_date(line, table) for line in lines):
        return None
    named = {lowered(name): name for _, name in organisations.named if not name.isupper()}
    return next((named.get(lowered(line), line) for line in lines if _is_house(line, named, table)), None)


def _is_paper_or_date(line: str, table: CueTable) -> bool:
    # "Communiqué n° 14", "Genève, le 24 août 1998".
    if len(line.split()) > _LONGEST_DATE:
        return False
    dated = any(sign.isdigit() for sign in line) and word_list(table.months).search(line) is not None
    return dated or word_list(table.papers).match(line) is not None


def _is_house(line: str, named: dict[str, str], table: CueTable) -> bool:
    words = line.split()
    if not 1 < len(words) <= _LONGEST_NAME or not all(
        word.strip("-–&'’").isalpha() or "’" in word or "'" in word for word in words
    ):
        return False
    if word_list(table.articles + table.papers).match(line) or any(sign.isdigit() for sign in line):
        return False
    known = words_of(table, "organisation_words") | set(name_table().houses)
    shown = line.isupper() or all(word[0].isupper() for word in words)
    return lowered(line) in named or (shown and not known.isdisjoint(map(lowered, words)))


def _whole(names: dict[str, str], plain: str) -> list[re.Match[str]]:
    if not names:
        return []
    spelled = "|".join(r"\s+".join(map(re.escape, key.split())) for key in sorted(names, key=len, reverse=True))
    return list(re.finditer(rf"(?<!\w)(?:{spelled})(?!\w)", plain, re.IGNORECASE))
