"""Small cases, each of one difficulty, written for this project: ``hard_cases.jsonl`` beside this file."""

import json
from pathlib import Path

import pytest

from briefing_app.domain.excerpt import ExcerptKind, original
from briefing_app.extraction.entry import extract
from briefing_app.reading.entry import read_bytes

CASES = [json.loads(line) for line in Path(__file__).with_name("hard_cases.jsonl").read_text(encoding="utf-8").splitlines()]


@pytest.mark.parametrize("case", CASES, ids=[f"{case['lang']} {case['case']}" for case in CASES])
def test_quotes_and_asks_of_a_hard_case(case):
    reading = read_bytes(case["text"].encode(), "case.txt").reading
    found = extract(reading, "document")
    quotes = [
        (original(excerpt, reading), excerpt.attribution.name if excerpt.attribution else None)
        for excerpt in found
        if excerpt.kind is ExcerptKind.QUOTE
    ]
    asks = [
        (original(excerpt, reading), " and ".join(addressee.words for addressee in excerpt.addressees))
        for excerpt in found
        if excerpt.kind is ExcerptKind.RECOMMENDATION
    ]
    assert quotes == [(quote["text"], quote["speaker"]) for quote in case["quotes"]]
    assert asks == [(ask["text"], bare(ask["addressee"])) for ask in case["recommendations"]]


def bare(addressee: str | None) -> str:
    first, _, rest = (addressee or "").partition(" ")
    return rest if first in {"the", "los", "las", "la", "les"} else addressee or ""
