"""Dates as documents state them, in English, Spanish and French: "June 6, 2022", "6 de junio de 2022", "le 6 juin 2022", ISO."""

import re
from contextlib import suppress

from briefing_app.domain.dates import PartialDate

_MONTHS = (
    ("january", "jan", "enero", "ene", "janvier", "janv"),
    ("february", "feb", "febrero", "février", "fevrier", "févr", "fév"),
    ("march", "mar", "marzo", "mars"),
    ("april", "apr", "abril", "abr", "avril", "avr"),
    ("may", "mayo", "mai"),
    ("june", "jun", "junio", "juin"),
    ("july", "jul", "julio", "juillet", "juil"),
    ("august", "aug", "agosto", "ago", "août", "aout"),
    ("september", "sept", "sep", "septiembre", "setiembre", "septembre"),
    ("october", "oct", "octubre", "octobre"),
    ("november", "nov", "noviembre", "novembre"),
    ("december", "dec", "diciembre", "dic", "décembre", "decembre", "déc"),
)
_NUMBER = {name: number for number, names in enumerate(_MONTHS, 1) for name in names}
_MONTH = "(?P<month>" + "|".join(sorted(_NUMBER, key=len, reverse=True)) + r")\b\.?"
_YEAR = r"(?P<year>(?:19|20)\d{2})(?!\d)"
_DAY = r"(?<![\d/.])(?P<day>\d{1,2})"
_FORMS = tuple(
    re.compile(form, re.IGNORECASE)
    for form in (
        rf"{_DAY}(?:st|nd|rd|th|er|º|°)?(?: of| de)? {_MONTH}(?: de| del)?,? {_YEAR}",
        rf"{_MONTH} {_DAY}(?:st|nd|rd|th)?,? {_YEAR}",
        r"(?<![\d-])(?P<year>(?:19|20)\d{2})-(?P<month>\d{2})-(?P<day>\d{2})(?![\d-])",
        r"(?<![\d/.-])(?P<one>\d{1,2})(?P<by>[/.-])(?P<two>\d{1,2})(?P=by)(?P<year>(?:19|20)\d{2})(?![\d/-])",
        rf"(?<!\w){_MONTH}(?: de| del)? {_YEAR}",
    )
)
_SPACES = re.compile(r"\s+")
_LONGEST_LINE = 300


def dates_in(words: str) -> list[tuple[PartialDate, int, int]]:
    """Return the dates in a line with the place of each in the line once its white space is single spaces."""
    line = one_line(words)
    if "19" not in line and "20" not in line:
        return []  # every date has its year
    found: list[tuple[PartialDate, int, int]] = []
    taken: list[tuple[int, int]] = []
    for form in _FORMS:
        for match in form.finditer(line):
            if any(start < match.end() and match.start() < end for start, end in taken):
                continue
            taken.append(match.span())  # a day that no month has leaves no month either
            if date := _date(match):
                found.append((date, match.start(), match.end()))
    return sorted(found, key=lambda one: one[1])


def one_line(words: str) -> str:
    """Return the first words of a block with single spaces, as far as a date line could reach."""
    return _SPACES.sub(" ", words[: 2 * _LONGEST_LINE]).strip()[:_LONGEST_LINE]


def _date(match: re.Match[str]) -> PartialDate | None:
    parts = match.groupdict()
    year = int(parts["year"])
    with suppress(ValueError):
        if parts.get("one"):
            one, two = int(parts["one"]), int(parts["two"])
            # Day first or month first: only where a number above twelve, or two equal ones, decide it.
            if one <= 12 and two <= 12 and one != two:
                return None
            return PartialDate(year, two, one) if one > 12 else PartialDate(year, one, two)
        named = parts["month"]
        month = int(named) if named.isdigit() else _NUMBER[named.lower()]
        return PartialDate(year, month, int(parts["day"]) if parts.get("day") else None)
    return None
