"""Short names of organisations: which whole name "the Circle" or "the Alliance" stands for."""

import re
from collections.abc import Iterable

from briefing_app.extraction.cues.form import CueTable
from briefing_app.extraction.given import is_given
from briefing_app.extraction.phrases import is_role, lowered

_SHORT = re.compile(
    r"(?<!\w)(?:(?:[Tt]he|[Ll]a|[Ll]e|[Ee]l|du|del|al|au)\s+|[LlDd][’'])([A-ZÀ-Þ][a-zà-ÿ][\w-]{2,})(?!\s+(?:[a-zà-ÿ]{2,4}\s+)?[A-ZÀ-Þ]|[\w’'-])"
)
"""One word with a capital behind an article, with no other behind it."""
_IN_NAME = re.compile(r"(?<![\w’'-])[A-ZÀ-Þ][\w’'-]{0,30}[ ]$")
"""A word with a capital right before the article: both are within one name."""
_NAME_WORD = 30
_LINK = r"(?:of|for|against|on|de|del|du|des|para|por|contra|pour|contre|sur)"
_JOINED = re.compile(
    rf"(?<!\w)([A-ZÀ-Þ][a-zà-ÿ][\w-]{{2,30}})(?:[ ][a-zà-ÿ]{{4,12}})?[ ]{_LINK}(?:[ ](?:the|la|le|les|el|los|las))?[ ]"
    r"(?:[LlDd][’'])?[A-ZÀ-Þ][\w-]+(?:[ ][A-ZÀ-Þ][\w-]+){0,4}"
)
"""A whole name that small words join: "Cercle citoyen pour la Loue"."""


def short_names(plain: str, names: Iterable[str], table: CueTable) -> dict[str, str]:
    """Return, for each word that an article makes a name of its own, the whole name that begins or ends with it.

    ``names`` are the names of several words that a document holds. The first one that is not all in capitals is it.
    """
    short = {
        lowered(match.group(1))
        for match in _SHORT.finditer(plain)
        if not _IN_NAME.search(plain, max(0, match.start() - _NAME_WORD), match.start())
        and not is_role(match.group(1), table)
        and lowered(match.group(1)) not in table.places
    }
    found: dict[str, str] = {}
    for name in sorted(dict.fromkeys(names), key=str.isupper):
        words = name.split()
        ends = {lowered(words[0]), lowered(words[-1])} & short
        if len(words) > 1 and not is_given(words[0]) and not is_role(words[0], table):
            for word in ends:
                found.setdefault(word, name)
    for match in _JOINED.finditer(plain):
        word = lowered(match.group(1))
        if word in short and word not in found:
            found[word] = match.group()
    return found
