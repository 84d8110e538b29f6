"""Invented passages over every construction a rule is for: who is quoted, who asks whom for what, and what looks like it and is not.

``constructions/<language>*.txt`` holds them: ``=== name``, then the passage; ``<q name | role | organisation>`` is round quoted
stretches (the name, or the organisation that speaks, alone when no more is to be checked), ``<a addressee; addressee>`` round asks.
"""

import re
from pathlib import Path

import pytest

from briefing_app.domain.excerpt import Excerpt, ExcerptKind
from briefing_app.extraction.entry import extract
from tests.extraction.builders import reading_of

FOLDER = Path(__file__).with_name("constructions")
TAG = re.compile(r"<(/?)([qa])( [^<>]*)?>")


def cases() -> list:
    found = []
    for path in sorted(FOLDER.glob("*.txt")):
        for case in re.split(r"(?m)^=== ", path.read_text(encoding="utf-8"))[1:]:
            name, _, passage = case.partition("\n")
            found.append(pytest.param(path.stem[:2], passage.strip(), id=f"{path.stem} {name}"))
    return found


def unmarked(passage: str) -> tuple[str, list[tuple[str, list[str]]], list[tuple[str, list[str]]]]:
    """Return the passage's text, its quoted stretches with name, role and organisation, its asks with their addressees."""
    text = ""
    opened: list[tuple[int, str]] = []
    marked: dict[str, list[tuple[int, str, str]]] = {"q": [], "a": []}
    place = 0
    for tag in TAG.finditer(passage):
        text += passage[place : tag.start()]
        place = tag.end()
        if tag.group(1):
            start, said = opened.pop()
            marked[tag.group(2)].append((start, text[start:].strip(), said))
        else:
            opened.append((len(text), (tag.group(3) or "").strip()))
    quotes = [(words, [part.strip() for part in said.split("|")]) for _, words, said in sorted(marked["q"])]
    asks = [(words, [part.strip() for part in said.split(";") if part.strip()]) for _, words, said in sorted(marked["a"])]
    return text + passage[place:], quotes, asks


def speaker(excerpt: Excerpt, parts: int) -> list[str]:
    said = excerpt.attribution
    return [part or "" for part in (said.name, said.role, said.organisation)][:parts] if said else [""]


@pytest.mark.parametrize(("language", "passage"), cases())
def test_a_construction_is_understood(language, passage):
    text, quotes, asks = unmarked(passage)
    reading = reading_of(text, language)
    found = extract(reading, "document")
    quoted = [excerpt for excerpt in found if excerpt.kind is ExcerptKind.QUOTE]
    assert [excerpt.span.of(text) for excerpt in quoted] == [words for words, _ in quotes]
    named = [speaker(excerpt, len(parts)) for excerpt, (_, parts) in zip(quoted, quotes, strict=True)]
    assert named == [parts for _, parts in quotes]
    asked = [excerpt for excerpt in found if excerpt.kind is ExcerptKind.RECOMMENDATION]
    assert [(excerpt.span.of(text), [one.words for one in excerpt.addressees]) for excerpt in asked] == asks
