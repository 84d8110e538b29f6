"""Links that lead nowhere, and words that say "here" where the address was lost."""

import re
from collections.abc import Iterator, Sequence

from briefing_app.domain.reading import Damage, DamageKind, InlineKind
from briefing_app.reading.head import is_address
from briefing_app.reading.seen import Seen

_NOWHERE = re.compile(r"#?|(?:javascript|vbscript|data|about|void)\b.*", re.IGNORECASE | re.DOTALL)
_HERE = re.compile(
    r"\b(?:click here|(?:found|available|read|seen|viewed|downloaded|accessed|watched)(?: online| in full)? here"
    r"|haga clic aquí|disponible aquí|(?:leer|consultar|descargar|encontrar|ver)(?:l[ao]s?)? aquí"
    r"|cliquez ici|disponible ici|(?:consulter|lire|télécharger|trouver) ici)\b(?=[.,;:)!]|$)",
    re.IGNORECASE,
)
_PLACES = (" here", " aquí", " ici")
"""One of these stands in all of them."""
_INVITES = re.compile(
    r"(?:watch|read|listen to|download|click|lea|descargue|escuche|mire|lire|télécharge[rz]|écoute[rz]|regarde[rz]|lisez)\s",
    re.IGNORECASE,
)
_LONGEST_INVITATION = 14


def dead_links(blocks: Sequence[Seen]) -> Iterator[Damage]:
    """Yield links without a target that leads anywhere, and invitations to follow a link that the text does not have."""
    for seen in blocks:
        links = [inline for inline in seen.inlines if inline.kind is InlineKind.LINK]
        for link in links:
            if _NOWHERE.fullmatch((link.target or "").strip()):
                yield Damage(DamageKind.DEAD_LINK, link.span)
        if links or is_address(seen.words):
            continue
        low = seen.words.lower()
        for match in _HERE.finditer(seen.words) if any(word in low for word in _PLACES) else ():
            yield Damage(DamageKind.DEAD_LINK, seen.back(*match.span()))
        if seen.runs and len(seen.words.split()) <= _LONGEST_INVITATION and _INVITES.match(seen.words):
            yield Damage(DamageKind.DEAD_LINK, seen.back(0, len(seen.words)))
