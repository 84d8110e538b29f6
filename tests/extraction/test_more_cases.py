"""Small cases over the constructions of quotations and asks, first written down before any rule was looked at: ``more_cases.jsonl``."""

import json
from pathlib import Path

import pytest

from briefing_app.domain.excerpt import ExcerptKind, original
from briefing_app.extraction.entry import extract
from tests.extraction.builders import reading_of

CASES = [json.loads(line) for line in Path(__file__).with_name("more_cases.jsonl").read_text(encoding="utf-8").splitlines()]


@pytest.mark.parametrize("case", CASES, ids=[f"{case['lang']} {case['case']}" for case in CASES])
def test_quotes_and_asks_of_a_case_are_told_from_what_only_looks_so(case):
    reading = reading_of(case["text"], case["lang"])
    found = [excerpt for excerpt in extract(reading, "document") if excerpt.rule != "quote.cited"]
    quotes = [
        (original(excerpt, reading), excerpt.attribution.name if excerpt.attribution else None)
        for excerpt in found
        if excerpt.kind is ExcerptKind.QUOTE
    ]
    asks = [
        (original(excerpt, reading).rstrip(".,"), sorted(addressee.words for addressee in excerpt.addressees))
        for excerpt in found
        if excerpt.kind is ExcerptKind.RECOMMENDATION
    ]
    assert quotes == [(quote["text"], quote["speaker"]) for quote in case["quotes"]]
    assert asks == [(ask["text"].rstrip(".,"), sorted(ask["addressees"])) for ask in case["recommendations"]]
