"""The card that lies beside a file, ``<file name>.card.toml``: plain strings under the card's own field names."""

import datetime as dt
import re
import tomllib
from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path

from briefing_app.domain.dates import PartialDate
from briefing_app.domain.source import Basis, Card, KnownDate, KnownText
from briefing_app.errors import FileNotRead
from briefing_app.files import read_whole

SUFFIX = ".card.toml"
LANGUAGE = re.compile(r"[a-z]{2,3}(?:-[A-Za-z0-9]{2,8})*")
"""A language's tag (BCP 47), loosely: ``fr``, ``fr-CA``."""


def sidecar_of(path: Path) -> Path:
    """Return where the card of a file lies, or would lie."""
    return path.with_name(path.name + SUFFIX)


def read_sidecar(path: Path, card: Card) -> Card:
    """Return the card with what the file's sidecar says in place of what its text says; unchanged when there is none.

    FileNotRead names the sidecar and the key where it is not TOML, has a key that cards lack, or a value of the wrong form.
    """
    beside = sidecar_of(path)
    if not beside.is_file():
        return card
    try:
        entries = tomllib.loads(read_whole(beside).decode("utf-8"))
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        raise FileNotRead("card-malformed", path=beside, reason=str(error)) from error
    return with_entries(card, entries, beside)


def with_entries(card: Card, entries: Mapping[str, object], path: Path) -> Card:
    """Return the card with entries from a file; ``path`` is named when one is wrong."""
    changes: dict[str, KnownText | KnownDate | tuple[KnownText, ...]] = {}
    for key, value in entries.items():
        if key not in Card.__slots__:
            raise FileNotRead("card-unknown-key", path=path, key=key)
        if key == "authors":
            names = value if isinstance(value, list) else [value]
            changes[key] = tuple(_text(name, key, path) for name in names)
        elif key == "date":
            changes[key] = KnownDate(_date(value, path), Basis.FROM_FILE)
        else:
            changes[key] = _text(value, key, path)
    language = changes.get("language")
    if isinstance(language, KnownText) and not LANGUAGE.fullmatch(language.value):
        raise FileNotRead("card-bad-value", path=path, key="language")
    return replace(card, **changes)  # type: ignore[arg-type]  # each key was given its own kind of value just above


def _text(value: object, key: str, path: Path) -> KnownText:
    if not isinstance(value, str) or not value.strip():
        raise FileNotRead("card-bad-value", path=path, key=key)
    return KnownText(value.strip(), Basis.FROM_FILE)


def _date(value: object, path: Path) -> PartialDate:
    if isinstance(value, dt.date):  # TOML has dates of its own
        return PartialDate(value.year, value.month, value.day)
    try:
        if isinstance(value, str):
            return PartialDate.from_iso(value)
    except ValueError:
        pass
    raise FileNotRead("card-bad-value", path=path, key="date")
