"""Offices that are held at the organisation a document is from where no place is named: "deputy director", "head of policy"."""

import re
from functools import cache

from briefing_app.extraction.text.phrases import either, lowered
from briefing_app.extraction.text.tables import name_table


@cache
def _offices() -> re.Pattern[str]:
    names = name_table()
    rank, field = either(names.ranks), either(names.house_fields)
    office, aide = either(names.house_offices), either(names.house_aides)
    what_for = rf" (?:of|for) {field}(?:,? (?:and )?{field}){{0,2}}"
    before = rf"(?:{rank}[ -]){{0,3}}"
    held = rf"{before}(?:{field} (?:and )?){{0,2}}{office}(?:{what_for})?"
    served = rf"{before}(?:(?:{field} (?:and )?){{1,2}}{aide}|{aide}{what_for})"
    return re.compile(rf"(?:{held}|{served})(?: and (?:{held}|{served}))?")


def is_house_office(role: str) -> bool:
    """Tell whether a role is an office that somebody holds at the organisation spoken of, its words telling no other place."""
    return _offices().fullmatch(lowered(role)) is not None
