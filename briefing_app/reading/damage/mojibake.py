"""Characters read in the wrong set: where repairs mended them, and where replacement characters say that they are lost."""

import re
from collections.abc import Iterator, Sequence

from briefing_app.domain.reading import Damage, DamageKind, Repair
from briefing_app.domain.span import Span
from briefing_app.reading.repairs import C1, MOJIBAKE

_LOST = re.compile("\ufffd+")


def mojibake(text: str, repairs: Sequence[Repair]) -> Iterator[Damage]:
    """Yield each stretch that was read in the wrong character set, mended or not."""
    for repair in repairs:
        if repair.rule in {C1, MOJIBAKE}:
            yield Damage(DamageKind.MOJIBAKE, repair.span)
    for match in _LOST.finditer(text):
        yield Damage(DamageKind.MOJIBAKE, Span(*match.span()))
