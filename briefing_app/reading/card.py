"""What a document's own words say for its card: title, date, publisher, language, each with its basis."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import fields, replace

from briefing_app.domain.reading import BlockKind, Reading
from briefing_app.domain.source import Basis, Card, KnownDate, KnownText
from briefing_app.reading.head import Head, is_label, is_sentences
from briefing_app.reading.publisher import publisher_in, short_form
from briefing_app.reading.stated_dates import dates_in, one_line

_DATELINE = re.compile(r"[^.!?“”\"«»]{0,60}$")
_LINES = frozenset({BlockKind.PARAGRAPH, BlockKind.HEADING})
_MOST_BESIDE = 90
_LONGEST_IMPRINT = 400
_ADDRESS = re.compile(r"https?://\S+|(?:[\w-]{1,60}\.){1,6}[a-z]{2,6}/\S*")


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
    publisher = publisher_in(line for line in words if len(line) < _LONGEST_IMPRINT)
    address = next((line for line in words[: head.length] if _ADDRESS.fullmatch(line)), None)
    return Card(
        title=KnownText(title, Basis.STATED) if title else None,
        short_title=KnownText(short, Basis.STATED) if short else None,
        publisher=KnownText(publisher, Basis.STATED) if publisher else None,
        address=KnownText(address, Basis.STATED) if address else None,
        date=date,
        language=KnownText(reading.language, Basis.INFERRED) if reading.language else None,
    )


def completed(card: Card, other: Card) -> Card:
    """Return the card with the entries of ``other`` where it has none."""
    missing = {entry.name: getattr(other, entry.name) for entry in fields(Card) if not getattr(card, entry.name)}
    whole = replace(card, **missing)
    same = whole.title and whole.short_title and whole.title.value == whole.short_title.value
    return replace(whole, short_title=None) if same else whole


def with_agreed_title(card: Card, named: KnownText | None, lines: Iterable[str]) -> Card:
    """Return the card with the line of the text for its title that the file's own field says as well, if there is one."""
    if named is None or card.title is None or _bare(card.title.value) == _bare(named.value):
        return card
    line = next((one_line(line) for line in lines if _bare(line) == _bare(named.value)), None)
    return card if line is None else replace(card, title=KnownText(line, Basis.STATED), short_title=None)


def _bare(words: str) -> str:
    return "".join(sign for sign in words.casefold() if sign.isalnum())


def with_short_publisher(card: Card, text: str) -> Card:
    """Return the card with the short form that the text gives its publisher, where the card has none."""
    if card.publisher is None or card.short_publisher is not None:
        return card
    short = short_form(card.publisher.value, text)
    return replace(card, short_publisher=KnownText(short, Basis.STATED)) if short else card


def _undated(title: str) -> str:
    return one_line(title)[: dates_in(title)[-1][1]].rstrip(" ,–—-|(") if _ends_dated(title) else title


def _ends_dated(line: str) -> bool:
    dates = dates_in(line)
    return bool(dates) and dates[-1][1] > 0 and dates[-1][2] == len(line) and not is_sentences(line)


def _date(reading: Reading, words: Sequence[str], head: Head) -> KnownDate | None:
    """Return the date in the head, on a line by itself anywhere, or in the dateline that the text opens with."""
    lines = [words[at] for at in range(head.length) if is_label(words[at]) or _ends_dated(words[at])]
    text = zip(reading.blocks[head.length :], words[head.length :], strict=True)
    lines += [
        line
        for block, line in text
        if block.kind in _LINES and len(line) < _MOST_BESIDE and not is_sentences(line) and _alone(line)
    ]
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
