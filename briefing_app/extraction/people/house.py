"""Whose a document is: the organisation that its letterhead or first lines name and of which it speaks most.

Such a text says "the National Secretary, Ana Silva" without a word on where she is that.
"""

import re
from collections import Counter

from briefing_app.extraction.cues.form import CueTable
from briefing_app.extraction.people.organisations import Organisations
from briefing_app.extraction.text.phrases import lowered
from briefing_app.extraction.text.tables import name_table

_OPENING = 600
"""The letterhead and the lead."""
_FEWEST = 2
"""So often at least the organisation is named."""
_ACRONYM = re.compile(r"(?<![\w’'-])[A-ZÀ-Þ]{2,8}(?![\w-])")


def house_of(plain: str, organisations: Organisations, table: CueTable) -> str | None:
    """Return the name of the organisation a text is from, as the text words it; None where two may be it, or none."""
    if table.language != "en":
        # News in the other languages bear no letterhead.
        return None
    opening = Counter[str]()
    spelled: dict[str, str] = {}
    for place, name in organisations.named:
        words = lowered(name).split()
        if len(words) > 1 and set(words).isdisjoint(name_table().of_state):
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
        return None
    return spelled[known[0]]


def _whole(names: dict[str, str], plain: str) -> list[re.Match[str]]:
    if not names:
        return []
    spelled = "|".join(r"\s+".join(map(re.escape, key.split())) for key in sorted(names, key=len, reverse=True))
    return list(re.finditer(rf"(?<!\w)(?:{spelled})(?!\w)", plain, re.IGNORECASE))
