"""The fingerprint of a value: the same for equal values in any process, another as soon as anything in it differs."""

import dataclasses
import hashlib
from collections.abc import Iterator, Mapping


def fingerprint(value: object) -> str:
    """Return the SHA-256 of a value made of frozen dataclasses, mappings, sequences, texts, numbers, truth values and None.

    The kind of a dataclass counts: words kept and the same words left out are two things. Equal numbers are one (2 and 2.0),
    lists and tuples too, and the order of a mapping counts for nothing, so that a value read back from a file is the same.
    TypeError for anything else.
    """
    return hashlib.sha256("".join(_written(value)).encode("utf-8", "surrogatepass")).hexdigest()


def _written(value: object) -> Iterator[str]:
    # Every text carries its length, so that no two values are written alike.
    match value:
        case str():
            yield f"s{len(value)}:{value}"
        case None | bool():
            yield f"{value};"
        case int() | float():
            yield f"n{int(value) if value == int(value) else value!r};"
        case tuple() | list():
            yield f"({len(value)}:"
            for item in value:
                yield from _written(item)
        case Mapping():
            yield f"{{{len(value)}:"
            for key in sorted(value):
                yield from _written(key)
                yield from _written(value[key])
        case _:
            if not dataclasses.is_dataclass(value):
                raise TypeError(f"no value of {type(value)} has a fingerprint")
            yield f"<{type(value).__name__}:"
            for field in dataclasses.fields(value):
                yield from _written(getattr(value, field.name))
