"""Whose people are said to be by the word before their names, where the text speaks of it as of an organisation."""

import re

from briefing_app.extraction.people.known import People
from briefing_app.extraction.people.members import ACRONYM
from briefing_app.extraction.people.voices import Voice
from briefing_app.extraction.text.phrases import cue_pattern, folded, lowered, word_list, words_of
from briefing_app.extraction.text.tables import name_table


def learn_owners(plain: str, people: People) -> None:
    """Give those whom a genitive stands before their organisation: "CARE's Ana Silva"; a place is none."""
    for name, owner in people.owners:
        if folded(name.rsplit(maxsplit=1)[-1]) in people.persons and people.role_of(name):
            continue
        if lowered(owner) not in people.table.places and _is_house(owner, plain, people):
            people.learn(Voice((name,), None, owner))


def _is_house(owner: str, plain: str, people: People) -> bool:
    table = people.table
    known = {*name_table().houses, *words_of(table, "organisation_words")}
    if ACRONYM.fullmatch(owner) or any(lowered(word) in known for word in owner.split()):
        return True
    # It speaks: "Amparo said", "the Trust and Amparo have warned".
    for place in re.finditer(rf"(?<![\w’'-]){re.escape(owner)} ", plain):
        helped = word_list((*table.perfect, *table.dates, "has", "yesterday")).match(plain, place.end())
        told = helped.end() + 1 if helped else place.end()
        if cue_pattern(table.saying).match(plain, told) or plain[told:].split(maxsplit=1)[0].endswith(table.finite):
            return True
    return False
