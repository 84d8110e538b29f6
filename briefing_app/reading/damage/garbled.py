"""Words that no language writes: letters mixed with digits, brackets and signs; ligatures lost; words run together."""

import re
from bisect import bisect_right
from collections import Counter
from collections.abc import Iterator, Sequence

from briefing_app.domain.reading import BlockKind, Damage, DamageKind, InlineKind
from briefing_app.domain.span import Span, covered
from briefing_app.reading.head import is_page_number
from briefing_app.reading.seen import Seen

_TOKEN = re.compile(r"\S+")
_OUTER = "\"'“”‘’«»()[]{}<>.,;:!?…*_-–—·•/|"
_ADDRESS = re.compile(
    r"[@#]|//|www\.|^[\w-]{1,60}(?:\.[\w-]{1,60}){0,8}\.[a-z]{2,6}(?:/|$)|\.(?:pdf|docx?|html?|txt)$", re.IGNORECASE
)
_SMALL = "a-zà-öø-ÿœ"
_LATIN = "A-Za-zÀ-ÖØ-öø-ɏ"
_GARBLED = re.compile(
    "|".join(
        (
            # Digits and brackets amid a word; "501(c)(3)", "7(2)(b)" and "R4V(2022)" have single letters, or none, inside.
            rf"[{_SMALL}]{{2}}\d+\([{_SMALL}]{{2}}",
            rf"\)\d+\([{_SMALL}]{{2}}",
            rf"[{_SMALL}]{{2}}\)\d+[{_SMALL}(]",
            # Digits amid small letters: "deter5mine"; "R4V", "km2" and "Venezuelans12" are words and notes.
            rf"[{_SMALL}]{{2}}\d{{1,3}}[{_SMALL}]{{2}}(?!\d)",
            # Signs amid letters: "stati;s", "deter.;ii", "f^k".
            rf"[{_SMALL}]{{2}}[;!?][{_SMALL}]{{1,2}}(?![\w])",
            rf"[{_SMALL}][.,][;:!?][{_SMALL}]",
            rf"[{_LATIN}][\^\\~][{_LATIN}]|[{_LATIN}]{{3}}[\^\\~](?!\d)|[\^\\~][{_LATIN}]{{3}}",
            # A sign amid a number: "6?20".
            r"\d[?;!]\d",
        )
    )
)
_LOST_LIGATURE = re.compile(
    r"(?:(?:in)?efcien|insufcien|sufcien|ofcer|ofcial|ofce|difcult|signifcan|specifc|scientifc|pacifc|fnanc|frst|fnally|fnding|"
    r"confict|confrm|confden|refect|infuen|benefc|benefts?|identifed|identifc|justifc|ratifed|ratifc|certifc|notifc|affrm|afict|"
    r"confit|difcil|ofcina|fnanz|benefcia)",
    re.IGNORECASE,
)
_NO_VOWEL = re.compile(r"[bcdfghjklmnpqrstvwxz]{4,}")
_CLUSTER = re.compile(r"[bcdfghjklmnpqrstvwxz]{7,}")
_UNVOICED = frozenset({"html", "xhtml", "mhtml", "http", "https", "psst", "pfft", "brrr", "hmmm", "mmhg", "shhh", "tsktsk"})
_RUN_TOGETHER = re.compile(rf"^[{_SMALL}]{{3,}}[A-ZÀ-ÖØ-Þ][{_SMALL}]{{2,}}|^[{_LATIN}]{{30,}}$")
_CAPITAL_AMID = re.compile(rf"\b[{_SMALL}]{{3,}}[A-ZÀ-ÖØ-Þ][{_SMALL}]{{2,}}\w*")
_OFTEN = 3
_SIGNS = frozenset("^~\\|{}=+$%;?!<>")
_STRAY = 3
"""A block of so few characters, next to another, is no text: specks that a scanner read."""


def garbled(blocks: Sequence[Seen]) -> Iterator[Damage]:
    """Yield garbled words (neighbours as one), words run together, and stray characters that stand as paragraphs."""
    yield from _stray(blocks)
    named = _names(blocks)
    faults: dict[str, DamageKind | None] = {}
    for seen in blocks:
        apart = covered(inline.span for inline in seen.inlines if inline.kind in {InlineKind.LINK, InlineKind.CODE})
        bad: list[tuple[int, int]] = []
        # Most words stand often, and few are at fault.
        faults.update((token, _fault(token)) for token in set(seen.words.split()).difference(faults))
        if not any(map(faults.__getitem__, seen.words.split())):
            continue
        for match in _TOKEN.finditer(seen.words):
            kind = faults[match.group()]
            if kind is None or _meets_any(seen.back(*match.span()), apart):
                continue
            if kind is DamageKind.RUN_TOGETHER and match.group().strip(_OUTER) in named:
                continue
            if kind is DamageKind.RUN_TOGETHER:
                yield Damage(kind, seen.back(*match.span()))
            elif bad and bad[-1][1] + 1 >= match.start():
                bad[-1] = (bad[-1][0], match.end())
            else:
                bad.append(match.span())
        for start, end in bad:
            yield Damage(DamageKind.GARBLED, seen.back(start, end))


def _names(blocks: Sequence[Seen]) -> frozenset[str]:
    """Return the words with a capital amid small letters that stand so often that they are names: of products, of commands."""
    counts = Counter[str]()
    for token, number in Counter(token for seen in blocks for token in seen.words.split()).items():
        if not token[1:].islower():
            counts.update(dict.fromkeys(_CAPITAL_AMID.findall(token), number))
    return frozenset(word for word, number in counts.items() if number >= _OFTEN)


def _meets_any(span: Span, others: Sequence[Span]) -> bool:
    at = bisect_right(others, span.start, key=lambda other: other.end)
    return at < len(others) and others[at].meets(span)


def _fault(token: str) -> DamageKind | None:
    word = token.strip(_OUTER)
    if len(word) < 3:
        return None
    if word.isalpha():  # what is nothing but letters is no address
        small = word.lower()
        if _RUN_TOGETHER.match(word):
            return DamageKind.RUN_TOGETHER
        voiceless = word.islower() and small not in _UNVOICED and (_NO_VOWEL.fullmatch(small) or _CLUSTER.search(small))
        return DamageKind.GARBLED if voiceless or (_LOST_LIGATURE.match(small) and not token.startswith("#")) else None
    if _ADDRESS.search(token):
        return None
    if _GARBLED.search(token) or (any(sign.isalpha() for sign in word) and len(_SIGNS.intersection(word)) > 1):
        return DamageKind.GARBLED
    return None


def _stray(blocks: Sequence[Seen]) -> Iterator[Damage]:
    run: list[Seen] = []
    for seen in [*blocks, None]:
        small = seen is not None and seen.block.kind is BlockKind.PARAGRAPH and len(seen.words) <= _STRAY
        if small and seen is not None and not (is_page_number(seen.words) and len(seen.words) > 1):
            run.append(seen)
            continue
        if len(run) > 1 and not all(one.words.isdigit() for one in run):
            yield Damage(DamageKind.GARBLED, Span(run[0].block.span.start, run[-1].block.span.end))
        run = []
