"""The lines between ``---`` that some Markdown files begin with: what they say of the document, and where they end."""

import re

from briefing_app.domain.dates import PartialDate
from briefing_app.domain.source import Basis, Card, KnownDate, KnownText
from briefing_app.reading.stated_dates import dates_in

_WHOLE = re.compile(r"---[ \t]*\n(?P<body>(?:[^\n]*\n){1,60}?)(?:---|\.\.\.)[ \t]*(?:\n|$)")
_ENTRY = re.compile(r"(?P<key>[A-Za-z][\w -]{0,40}):(?:[ \t]+(?P<value>[^\n]*))?$")
_FIELDS = {
    "title": "title",
    "publisher": "publisher",
    "organisation": "publisher",
    "organization": "publisher",
    "lang": "language",
    "language": "language",
    "url": "address",
    "address": "address",
    "source": "address",
}
_LANGUAGE = re.compile(r"[a-z]{2,3}(?:[-_][A-Za-z0-9]{2,8}){0,3}")


def front_matter(text: str) -> tuple[int, dict[str, str]]:
    """Return where the front matter of a text ends (0 when it has none) and its entries by key, in small letters."""
    found = _WHOLE.match(text)
    if not found:
        return 0, {}
    entries: dict[str, str] = {}
    for line in found["body"].splitlines():
        if not line.strip() or line[0] in " \t-#":
            continue
        entry = _ENTRY.match(line.rstrip())
        if not entry:
            return 0, {}
        entries[entry["key"].lower()] = (entry["value"] or "").strip().strip("\"'")
    return (found.end(), entries) if entries else (0, {})


def card_from(entries: dict[str, str]) -> Card:
    """Return what the entries say for a card, all of it from the file."""
    known = {_FIELDS[key]: KnownText(value, Basis.FROM_FILE) for key, value in entries.items() if value and key in _FIELDS}
    if "language" in known and not _LANGUAGE.fullmatch(known["language"].value):
        del known["language"]
    dates = _dates(entries.get("date", ""))
    author = entries.get("author", "")
    return Card(
        **known,
        date=KnownDate(dates[0], Basis.FROM_FILE) if dates else None,
        authors=(KnownText(author, Basis.FROM_FILE),) if author else (),
    )


def _dates(value: str) -> list[PartialDate]:
    try:
        return [PartialDate.from_iso(value)]
    except ValueError:
        return [date for date, _, _ in dates_in(value)]
