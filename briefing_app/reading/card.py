"""What a document's own words say for its card: title, date, publisher, language, each with its basis."""

import re
from collections.abc import Sequence

from briefing_app.domain.reading import BlockKind, Reading
from briefing_app.domain.source import Basis, Card, KnownDate, KnownText
from briefing_app.reading.head import Head, is_sentences
from briefing_app.reading.stated_dates import dates_in, one_line

_DATELINE = re.compile(r"[^.!?“”\"«»]{0,60}$")
_MOST_BESIDE = 90


def card_of(reading: Reading, words: Sequence[str], head: Head) -> Card:
    """Return the card of a reading, given what a person sees of each block and the document's head."""
    title = words[head.title] if head.title is not None else None
    short = None
    if title and head.subtitle:
        short = title
        title = title + (" " if title[-1] in ".:!?" else ": ") + " ".join(words[at] for at in head.subtitle)
    elif title:
        title = _undated(title)
    date = _date(reading, words, head)
    return Card(
        title=KnownText(title, Basis.STATED) if title else None,
        short_title=KnownText(short, Basis.STATED) if short else None,
        date=date,
        language=KnownText(reading.language, Basis.INFERRED) if reading.language else None,
    )


def _undated(title: str) -> str:
    dates = dates_in(title)
    bare = one_line(title)
    if dates and dates[-1][2] == len(bare) and len(title) == len(bare):
        return bare[: dates[-1][1]].rstrip(" ,–—-|(")
    return title


def _date(reading: Reading, words: Sequence[str], head: Head) -> KnownDate | None:
    """Return the date in the head, on a line by itself anywhere, or in the dateline that the text opens with."""
    lines = [words[at] for at in range(head.length)]
    lines += [line for line in words[head.length :] if len(line) < _MOST_BESIDE and not is_sentences(line) and _alone(line)]
    for line in lines:
        if dates := dates_in(line):
            return KnownDate(dates[0][0], Basis.STATED)
    if head.length < len(words) and reading.blocks[head.length].kind is BlockKind.PARAGRAPH:
        return _dateline(words[head.length])
    return None


def _alone(line: str) -> bool:
    dates = dates_in(line)
    return bool(dates) and len((line[: dates[0][1]] + line[dates[0][2] :]).split()) <= 3


def _dateline(words: str) -> KnownDate | None:
    """Return the date of an opening such as "WASHINGTON, June 6, 2022 — The …": place, date, dash or colon, before any sentence."""
    line = one_line(words)
    for date, start, end in dates_in(words)[:1]:
        after = line[end:].lstrip(" )")
        if start <= 60 and _DATELINE.match(line[:start]) and after[:1] in {"–", "—", "-", ":", "|"} and _place(line[:start]):
            return KnownDate(date, Basis.STATED)
    return None


def _place(before: str) -> bool:
    # Every word before the date is a name or a small word of a name: no verb has been said yet.
    return all(word[0].isupper() or len(word) <= 3 for word in re.findall(r"[^\W\d_]+", before))
