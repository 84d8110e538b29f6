"""The JSON Schema of ``pack.json``, derived from the values it is loaded into, so that neither can change without the other."""

import dataclasses
from collections.abc import Mapping
from enum import Enum
from types import NoneType, UnionType
from typing import Any, Union, cast, get_args, get_origin

from briefing_app.domain.dates import PartialDate
from briefing_app.domain.pack import Pack
from briefing_app.domain.reading import Reading
from briefing_app.domain.span import Span
from briefing_app.packs.parts import FORMAT_VERSION
from briefing_app.typed import KIND, fields_of, kind_of, required_in

_LEAVES: Mapping[type, Mapping[str, Any]] = {
    str: {"type": "string"},
    int: {"type": "integer"},
    float: {"type": "number"},
    bool: {"type": "boolean"},
    NoneType: {"type": "null"},
    Span: {
        "description": "Start and end in code points; the end is not included.",
        "type": "array",
        "items": {"type": "integer", "minimum": 0},
        "minItems": 2,
        "maxItems": 2,
    },
    PartialDate: {"description": "A year, month or day (ISO 8601).", "type": "string", "pattern": r"^\d{4}(-\d{2}(-\d{2})?)?$"},
}


def pack_schema() -> dict[str, Any]:
    """Return the schema of ``pack.json`` in the version in force; ``#/$defs/Reading`` is that of a reading's member."""
    held: dict[str, Any] = {}
    pack = _reference(Pack, held)
    _reference(Reading, held)
    del held["Pack"]["properties"]["readings"]
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "$id": f"briefpack-{FORMAT_VERSION}.schema.json",
        "title": f"pack.json of a .briefpack file, format version {FORMAT_VERSION}",
        "type": "object",
        "properties": {
            "format_version": {"const": FORMAT_VERSION},
            "pack": pack,
            "readings": {
                "description": "Identifiers of the readings, in order; each is a member readings/<identifier>.json.",
                "type": "array",
                "items": {"type": "string"},
            },
            "media": {
                "description": "SHA-256 of all pictures, as hexadecimal digits; each is a member media/<digits>.",
                "type": "array",
                "items": {"type": "string", "pattern": "^[0-9a-f]{64}$"},
            },
        },
        "required": ["format_version", "pack", "readings", "media"],
        "additionalProperties": False,
        "$defs": held,
    }


def _reference(kind: type, held: dict[str, Any]) -> dict[str, Any]:
    name = kind.__name__
    if name not in held:
        held[name] = {}  # stands there while its own fields are looked at
        tag = kind_of(kind)
        held[name] |= {
            "description": (kind.__doc__ or "").partition("\n")[0],
            "type": "object",
            "properties": ({KIND: {"const": tag}} if tag else {})
            | {field: _schema(wanted, held) for field, wanted in fields_of(kind).items()},
            "required": [*([KIND] if tag else []), *required_in(kind)],
            "additionalProperties": False,
        }
    return {"$ref": f"#/$defs/{name}"}


def _schema(wanted: Any, held: dict[str, Any]) -> dict[str, Any]:
    origin, arguments = get_origin(wanted), get_args(wanted)
    if wanted in _LEAVES:
        return dict(_LEAVES[wanted])
    if origin in {Union, UnionType}:
        return {"anyOf": [_schema(one, held) for one in arguments]}
    if origin is tuple:
        return {"type": "array", "items": _schema(arguments[0], held)}
    if origin is not None and issubclass(origin, Mapping):
        return {"type": "object", "additionalProperties": _schema(arguments[1], held)}
    if dataclasses.is_dataclass(wanted):
        return _reference(cast("type", wanted), held)
    return {"enum": [member.value for member in cast("type[Enum]", wanted)]}
