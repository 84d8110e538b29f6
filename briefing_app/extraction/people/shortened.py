"""Short names of organisations: which whole name "the Circle" or "the Alliance" stands for."""

import re
from collections.abc import Iterable
from functools import cache

from briefing_app.domain.span import Span
from briefing_app.extraction.cues.form import CueTable
from briefing_app.extraction.people.given import is_given
from briefing_app.extraction.text.phrases import either, is_role, lowered
from briefing_app.extraction.text.tables import name_table

_IN_NAME = re.compile(r"(?<![\w’'-])[A-ZÀ-Þ][\w’'-]{0,30}[ ]$")
"""A word with a capital right before the article: both are within one name."""
_NAME_WORD = 30
_IN_BRACKET = re.compile(r"(?: (?:[A-ZÀ-Þ][\w’'-]+|[a-zà-ÿ]{2,3})){0,6} ?\(([A-ZÀ-Þ][a-zà-ÿ]+[\w-]{0,12})\)")


@cache
def _short() -> re.Pattern[str]:
    # One word with a capital behind an article, with no other behind it.
    names = name_table()
    article = either((*names.of_one, *(article.capitalize() for article in names.of_one), *names.contracted))
    return re.compile(
        rf"(?<!\w)(?:{article}\s+|[LlDd][’'])([A-ZÀ-Þ][a-zà-ÿ][\w-]{{2,}})(?!\s+(?:[a-zà-ÿ]{{2,4}}\s+)?[A-ZÀ-Þ]|[\w’'-])"
    )


@cache
def _joined() -> re.Pattern[str]:
    # A whole name that small words join: "Cercle citoyen pour la Loue".
    link, article = either(name_table().before_short_of), either(name_table().articles)
    return re.compile(
        rf"(?<!\w)([A-ZÀ-Þ][a-zà-ÿ][\w-]{{2,30}})([ ][a-zà-ÿ]{{4,12}})?[ ]{link}(?:[ ]{article})?[ ]"
        r"(?:[LlDd][’'])?[A-ZÀ-Þ][\w-]+(?:[ ][A-ZÀ-Þ][\w-]+){0,4}"
    )


def bracketed(plain: str, names: Iterable[Span]) -> dict[str, str]:
    """Return the one word that a bracket right behind an organisation's name gives for it: "Centre for Ports (Cenport)"."""
    found: dict[str, str] = {}
    for name in names:
        short = _IN_BRACKET.match(plain, name.end)
        if short:
            found.setdefault(lowered(short.group(1)), " ".join(plain[name.start : short.start(1) - 1].split()))
    return found


def short_names(plain: str, names: Iterable[str], table: CueTable) -> dict[str, str]:
    """Return, for each word that an article makes a name of its own, the whole name that begins or ends with it.

    ``names`` are the names of several words that a document holds. The first one that is not all in capitals is it.
    """
    short = {
        lowered(match.group(1))
        for match in _short().finditer(plain)
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
    for match in _joined().finditer(plain):
        word = lowered(match.group(1))
        if match.group(2) and not table.adjectives:
            # "Greens call for": no adjective stands behind its noun.
            continue
        if word in short and word not in found:
            found[word] = match.group()
    return found
