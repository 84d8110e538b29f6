"""Dates as far as they are known: a year, a month or a day."""

import calendar
import re
from dataclasses import dataclass
from typing import Self

_ISO = re.compile(r"(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?", re.ASCII)


@dataclass(frozen=True, slots=True)
class PartialDate:
    """A year, perhaps with a month, perhaps with a day; ValueError for one that no calendar has."""

    year: int
    month: int | None = None
    day: int | None = None

    def __post_init__(self) -> None:
        if not 1 <= self.year <= 9999:
            raise ValueError(f"not a year: {self.year}")
        if self.month is None:
            if self.day is not None:
                raise ValueError("a day without its month")
            return
        if not 1 <= self.month <= 12:
            raise ValueError(f"not a month: {self.month}")
        if self.day is not None and not 1 <= self.day <= calendar.monthrange(self.year, self.month)[1]:
            raise ValueError(f"no such day: {self.year}-{self.month:02}-{self.day}")

    @classmethod
    def from_iso(cls, text: str) -> Self:
        """Read ``2023``, ``2023-01`` or ``2023-01-16`` (ISO 8601-1, 5.2.2); ValueError for anything else."""
        found = _ISO.fullmatch(text)
        if not found:
            raise ValueError(f"not a date: {text!r}")
        return cls(*(int(part) if part else None for part in found.groups()))  # type: ignore[arg-type]  # year always matched

    def iso(self) -> str:
        """Return the ISO 8601 form, as short as what is known."""
        parts = [f"{self.year:04}"]
        parts += [f"{part:02}" for part in (self.month, self.day) if part is not None]
        return "-".join(parts)

    def sort_key(self) -> tuple[int, int, int]:
        """Order by time; what is not known comes first within its year or month."""
        return (self.year, self.month or 0, self.day or 0)
