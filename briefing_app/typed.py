"""Typed files: plain data from TOML or JSON to the domain's frozen values and back, refusing whatever the values do not know."""

import dataclasses
import json
import math
import re
import tomllib
from collections.abc import Mapping, Sequence
from difflib import get_close_matches
from enum import Enum
from functools import cache
from types import NoneType, UnionType
from typing import Any, TypeVar, Union, cast, get_args, get_origin, get_type_hints

import msgspec
import tomli_w

from briefing_app.domain.dates import PartialDate
from briefing_app.domain.span import Span
from briefing_app.errors import FileNotRead

KIND = "kind"
"""The key that tells the members of a union of dataclasses apart; each has a class attribute of that name."""

Value = TypeVar("Value")
Path = tuple[str | int, ...]


def load(kind: type[Value], data: object, *, source: str, given: Mapping[str, object] | None = None) -> Value:
    """Return plain data as a value of the dataclass ``kind``; ``source`` names the file in what is said about it.

    ``given`` holds fields that come from elsewhere, ready made: for the file they are unknown keys.
    FileNotRead names file and key: ``unknown-key``, ``missing-key``, ``wrong-type-…``, ``bad-choice`` or ``bad-value``.
    """
    return cast("Value", _Loading(source, kind.__name__.lower()).value_of(kind, data, given or {}))


def dump(value: object, *, without: Sequence[str] = ()) -> Any:
    """Return a value as plain data that ``load`` reads to the same value; fields that equal their default are left out.

    ``without`` names fields of ``value`` itself that are kept elsewhere.
    """
    match value:
        case Span():
            return [value.start, value.end]
        case PartialDate():
            return value.iso()
        case Enum():
            return value.value
        case Mapping():
            return {key: dump(held) for key, held in value.items()}
        case tuple():
            return [dump(held) for held in value]
        case _ if dataclasses.is_dataclass(value):
            held = {f.name: getattr(value, f.name) for f in dataclasses.fields(value) if f.name not in without}
            kind = cast("type", type(value))
            tag = {KIND: kind_of(kind)} if kind_of(kind) else {}
            defaults = _defaults(kind)
            return tag | {name: dump(one) for name, one in held.items() if name not in defaults or one != defaults[name]}
        case _:
            return value


def from_toml(data: bytes, *, source: str) -> dict[str, Any]:
    """Return the tables of a TOML file; FileNotRead (``not-text``, ``not-toml`` with the line) when it is none."""
    try:
        # Windows editors begin UTF-8 with a byte-order mark, which TOML does not know.
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise FileNotRead("not-text", path=source, line=data[: error.start].count(b"\n") + 1) from error
    try:
        return tomllib.loads(text)
    except (tomllib.TOMLDecodeError, RecursionError) as error:
        found = re.search(r"at line (\d+)", str(error))
        line = int(found.group(1)) if found else text.count("\n") + 1
        raise FileNotRead("not-toml", path=source, line=line, reason=str(error)) from error


def to_toml(value: object, *, without: Sequence[str] = ()) -> bytes:
    """Return a value as a TOML file."""
    return tomli_w.dumps(dump(value, without=without)).encode()


def from_json(data: bytes, *, source: str) -> Any:
    """Return what a JSON file holds; FileNotRead (``not-json``) when it is none."""
    try:
        return msgspec.json.decode(data)
    except (msgspec.DecodeError, RecursionError) as error:
        raise FileNotRead("not-json", path=source, reason=str(error)) from error


def to_json(data: object) -> bytes:
    """Return plain data as JSON for people: sorted, one entry a line, one newline at its end; the same bytes for the same data."""
    return f"{json.dumps(data, ensure_ascii=False, indent=2, sort_keys=True, allow_nan=False)}\n".encode()


def kind_of(kind: type) -> str | None:
    """Return what a dataclass writes under ``kind``; None for one that belongs to no union."""
    found = getattr(kind, KIND, None)
    return found if isinstance(found, str) and KIND not in {field.name for field in dataclasses.fields(kind)} else None


@cache
def fields_of(kind: type) -> Mapping[str, Any]:
    """Return a dataclass's fields with their types, in order."""
    hints = get_type_hints(kind)
    return {field.name: hints[field.name] for field in dataclasses.fields(kind)}


@cache
def _defaults(kind: type) -> Mapping[str, object]:
    fields = dataclasses.fields(kind)
    plain = {field.name: field.default for field in fields if field.default is not dataclasses.MISSING}
    return plain | {field.name: field.default_factory() for field in fields if field.default_factory is not dataclasses.MISSING}


def required_in(kind: type) -> tuple[str, ...]:
    """Return the names of a dataclass's fields that have no default."""
    return tuple(name for name in fields_of(kind) if name not in _defaults(kind))


_LEAVES: Mapping[type, str] = {str: "text", int: "integer", float: "number", bool: "switch"}
"""Leaf type -> what ``wrong-type-…`` calls it."""

_SHOWN = 60
"""How many characters of a refused value are shown."""


class _Loading:
    """One file being loaded: knows its name, refuses with it."""

    def __init__(self, source: str, root: str) -> None:
        self.source = source
        self.root = root

    def value_of(self, kind: type, data: object, given: Mapping[str, object], path: Path = ()) -> object:
        table = self._table(data, path)
        types = fields_of(kind)
        known = {name: wanted for name, wanted in types.items() if name not in given}
        tag = kind_of(kind)
        self._know(table, (*known, KIND) if tag else (*known,), path)
        if tag and table.get(KIND, tag) != tag:
            raise self._refusal("bad-choice", (*path, KIND), value=_cut(table[KIND]), allowed=tag)
        for name in required_in(kind):
            if name in known and name not in table:
                raise self._refusal("missing-key", (*path, name))
        values = {name: self._any(wanted, table[name], (*path, name)) for name, wanted in known.items() if name in table}
        try:
            return kind(**values, **given)
        except ValueError as error:
            raise self._refusal("bad-value", path, value=_cut(data), reason=str(error)) from error

    def _any(self, wanted: Any, data: object, path: Path) -> object:
        origin, arguments = get_origin(wanted), get_args(wanted)
        if origin in {Union, UnionType}:
            return self._one_of(arguments, data, path)
        if origin is tuple:
            return tuple(self._any(arguments[0], one, (*path, place)) for place, one in enumerate(self._list(data, path)))
        if origin is not None and issubclass(origin, Mapping):
            table = self._table(data, path)
            return {self._leaf(str, key, path): self._any(arguments[1], one, (*path, key)) for key, one in table.items()}
        if wanted is Span:
            return self._span(data, path)
        if wanted is PartialDate:
            return self._date(data, path)
        if dataclasses.is_dataclass(wanted):
            return self.value_of(cast("type", wanted), data, {}, path)
        if issubclass(wanted, Enum):
            return self._choice(wanted, data, path)
        return self._leaf(wanted, data, path)

    def _one_of(self, kinds: tuple[Any, ...], data: object, path: Path) -> object:
        if data is None and NoneType in kinds:
            return None
        some = [kind for kind in kinds if kind is not NoneType]
        if len(some) == 1:
            return self._any(some[0], data, path)
        by_tag = {str(kind_of(kind)): kind for kind in some}
        table = self._table(data, path)
        if KIND not in table:
            raise self._refusal("missing-key", (*path, KIND))
        tag = table[KIND]
        if not isinstance(tag, str) or tag not in by_tag:
            raise self._refusal("bad-choice", (*path, KIND), value=_cut(tag), allowed=", ".join(by_tag))
        return self.value_of(by_tag[tag], table, {}, path)

    def _leaf(self, wanted: type, data: object, path: Path) -> object:
        try:
            value: object = msgspec.convert(data, wanted)
        except msgspec.ValidationError as error:
            raise self._refusal(f"wrong-type-{_LEAVES[wanted]}", path) from error
        if (isinstance(value, float) and not math.isfinite(value)) or (isinstance(value, str) and not _encodable(value)):
            raise self._refusal("bad-value", path, value=_cut(data))
        return value

    def _choice(self, wanted: type[Enum], data: object, path: Path) -> Enum:
        try:
            return wanted(self._leaf(str, data, path))
        except ValueError as error:
            allowed = ", ".join(str(member.value) for member in wanted)
            raise self._refusal("bad-choice", path, value=_cut(data), allowed=allowed) from error

    def _span(self, data: object, path: Path) -> Span:
        ends = self._list(data, path)
        if len(ends) != 2:
            raise self._refusal("wrong-type-span", path)
        start, end = (cast("int", self._leaf(int, one, (*path, place))) for place, one in enumerate(ends))
        try:
            return Span(start, end)
        except ValueError as error:
            raise self._refusal("bad-value", path, value=_cut(data), reason=str(error)) from error

    def _date(self, data: object, path: Path) -> PartialDate:
        try:
            return PartialDate.from_iso(msgspec.convert(data, str))
        except (msgspec.ValidationError, ValueError) as error:
            raise self._refusal("wrong-type-date", path, value=_cut(data)) from error

    def _table(self, data: object, path: Path) -> Mapping[str, object]:
        if not isinstance(data, Mapping):
            raise self._refusal("wrong-type-table", path)
        return data

    def _list(self, data: object, path: Path) -> Sequence[object]:
        if not isinstance(data, list | tuple):
            raise self._refusal("wrong-type-list", path)
        return data

    def _know(self, table: Mapping[str, object], known: tuple[str, ...], path: Path) -> None:
        for key in table:
            if key not in known:
                near = get_close_matches(str(key), known, n=1) or known
                raise self._refusal("unknown-key", (*path, key), nearest=", ".join(near))

    def _refusal(self, code: str, path: Path, **parameters: object) -> FileNotRead:
        return FileNotRead(code, path=self.source, key=key_path(path) or self.root, **parameters)


def key_path(path: Path) -> str:
    """Return a path of keys and places as people write it: ``audiences[2].paper``."""
    return "".join(f"[{step}]" if isinstance(step, int) else f".{step}" for step in path).removeprefix(".")


def _encodable(text: str) -> bool:
    # JSON can spell half of a surrogate pair, which no file can hold.
    return not any("\ud800" <= character <= "\udfff" for character in text)


def _cut(data: object) -> str:
    text = data if isinstance(data, str) else json.dumps(data, ensure_ascii=False, default=str)
    text = " ".join(text.split()).encode("utf-8", "replace").decode()
    return text if len(text) <= _SHOWN else f"{text[:_SHOWN]}…"
