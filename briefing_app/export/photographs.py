"""What becomes of a picture before it is shown: plain values, apart from the library that reads pictures."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Photograph:
    """A picture ready to be shown: its bytes, kind (png, jpeg), and its size in points."""

    data: bytes
    kind: str
    width: float
    height: float


@dataclass(frozen=True, slots=True)
class Refused:
    """Why a picture cannot be shown: the code of its finding."""

    code: str


@dataclass(frozen=True, slots=True)
class Stamp:
    """A logo made of dots: a PNG with its holes, and its width over its height."""

    png: bytes
    proportion: float
