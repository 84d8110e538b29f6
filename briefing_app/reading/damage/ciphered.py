"""Text whose font does not say what its letters are: numbers of the font's own stand where the words were."""

import re
from collections.abc import Iterator, Sequence

from briefing_app.domain.reading import Damage, DamageKind
from briefing_app.reading.seen import Seen

_UNMAPPED = re.compile("[\ue000-\ue07f]")
"""Where the reader of PDF files puts codes below the first letter: only a font without a map has them."""
_PRIVATE = re.compile("[\ue000-\uf8ff\U000f0000-\U0010fffd]")
_SHARE = 0.3
_FEWEST = 3


def ciphered(blocks: Sequence[Seen]) -> Iterator[Damage]:
    """Yield each block whose words cannot be known. A bullet or a sign of a symbol font by itself is none."""
    for seen in blocks:
        private = len(_PRIVATE.findall(seen.words))
        if not private:
            continue
        signs = sum(not sign.isspace() for sign in seen.words)
        if len(_UNMAPPED.findall(seen.words)) >= _FEWEST or (private >= _FEWEST and private > _SHARE * signs):
            yield Damage(DamageKind.CIPHERED, seen.block.span)
