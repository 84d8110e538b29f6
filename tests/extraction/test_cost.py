"""Looking takes time in proportion to the length of a text, and no pattern can be led astray by what it looks at."""

import json
import re
import subprocess
import sys
from re import _constants as codes
from re import _parser as parser

import pytest

import briefing_app.extraction
from briefing_app.extraction.asks import find as asks
from briefing_app.extraction.asks import subjects
from briefing_app.extraction.entry import extract
from briefing_app.extraction.quotes import find as quotes
from briefing_app.extraction.text import sentences
from briefing_app.extraction.text.tables import LANGUAGES, table_of
from tests.extraction.builders import reading_of

PASSAGE = """The Harbour Trust opened a clinic in May. It was full within a week, with 212 people in 40 beds.

“The road is shut, and nobody has told us when it opens,” said Ana Silva, a nurse at the Harbour Trust. “We wait.”

Governments must pay on time. We urge donors such as Canada and Norland to open the port, and call on all parties to let aid through.

• Fund legal advice at the ports.

"""
LOOKS = (
    (asks, "_by_pattern"),
    (subjects, "subject_before"),
    (quotes, "credit"),
    (sentences, "_ends"),
    (quotes, "marked"),
)


def looks(monkeypatch: pytest.MonkeyPatch, text: str) -> dict[str, int]:
    """Return how often each rule was tried on a text."""
    tried = {name: 0 for _, name in LOOKS}

    def counted(name, rule):
        def count(*arguments, **named):
            tried[name] += 1
            return rule(*arguments, **named)

        return count

    with monkeypatch.context() as patched:
        for module, name in LOOKS:
            patched.setattr(module, name, counted(name, getattr(module, name)))
        extract(reading_of(text), "document")
    return tried


def test_a_text_twice_as_long_has_its_rules_tried_twice_as_often(monkeypatch):
    once, twice = looks(monkeypatch, PASSAGE * 20), looks(monkeypatch, PASSAGE * 40)
    assert all(count > 0 for count in once.values())
    assert {name: count / once[name] for name, count in twice.items()} == pytest.approx(dict.fromkeys(once, 2), rel=0.02)


def compiled() -> list[re.Pattern[str]]:
    """Return every pattern of the room: those of its modules, and those made of the cue tables in all languages."""
    made: list[re.Pattern[str]] = []
    real = re.compile

    def kept(pattern, flags=0):
        made.append(real(pattern, flags))
        return made[-1]

    re.compile = kept
    try:
        names = [name for name in sys.modules if name.startswith(f"{briefing_app.extraction.__name__}.")]
        for name in names:
            for value in vars(sys.modules[name]).values():
                if isinstance(value, re.Pattern):
                    made.append(value)
                elif hasattr(value, "cache_clear") and not name.endswith(".tables"):
                    # What a trial before this one had compiled is compiled again; the tables stay those that it is kept by.
                    value.cache_clear()
        for language in LANGUAGES:
            extract(reading_of(PASSAGE + table_text(language), language), "document")
    finally:
        re.compile = real
    return list({one.pattern: one for one in made}.values())


def table_text(language: str) -> str:
    table = table_of(language)
    return "\n\n".join(f"{cue.example} {cue.counter}" for cue in (*table.asks, *table.modals, table.saying, table.according))


def repeats_within_repeats(parsed) -> bool:
    """Tell whether an unbounded repetition holds a whole body that is itself unbounded: where backtracking explodes."""
    for kind, value in parsed:
        if kind in {codes.MAX_REPEAT, codes.MIN_REPEAT}:
            _, most, body = value
            if most == codes.MAXREPEAT and only_repetition(body):
                return True
        if any(repeats_within_repeats(part) for part in parts(kind, value)):
            return True
    return False


def only_repetition(body) -> bool:
    """Tell whether a body can be matched by one unbounded repetition alone, so that a run can be cut in many ways."""
    needed = [(kind, value) for kind, value in body if not may_be_empty(kind, value)]
    if len(needed) > 1:
        return False
    for kind, value in needed or body:
        if kind in {codes.MAX_REPEAT, codes.MIN_REPEAT} and value[1] == codes.MAXREPEAT:
            return True
        if any(only_repetition(part) for part in parts(kind, value)):
            return True
    return False


def may_be_empty(kind, value) -> bool:
    return kind in {codes.AT, codes.ASSERT, codes.ASSERT_NOT} or (kind in {codes.MAX_REPEAT, codes.MIN_REPEAT} and value[0] == 0)


def parts(kind, value) -> list:
    if kind in {codes.MAX_REPEAT, codes.MIN_REPEAT}:
        return [value[2]]
    if kind is codes.SUBPATTERN:
        return [value[3]]
    if kind is codes.BRANCH:
        return list(value[1])
    if kind in {codes.ASSERT, codes.ASSERT_NOT}:
        return [value[1]]
    return []


def test_no_pattern_repeats_a_repetition():
    every = compiled()
    assert len(every) > 300
    assert [one.pattern for one in every if repeats_within_repeats(parser.parse(one.pattern, one.flags & ~re.UNICODE))] == []


@pytest.mark.parametrize("pattern", [r"(?:a+)+b", r"(?:\w+\s?)*:", r"(x+x*)+y"])
def test_such_a_repetition_would_be_found(pattern):
    assert repeats_within_repeats(parser.parse(pattern))


WORK = """
import json, re, sys
patterns, pieces = json.load(sys.stdin)
for pattern, flags in patterns:
    made = re.compile(pattern, flags)
    for piece in pieces:
        text = piece * (1000 // len(piece))
        sum(1 for _ in made.finditer(text))
        made.match(text)
"""


def test_every_pattern_comes_to_an_end_on_long_repetitions():
    pieces = [
        "A a ",
        "Aa",
        "a",
        "1 ",
        ". ",
        "“",
        "- ",
        "de la ",
        "said, ",
        "A’s ",
        "and the ",
        "\n",
        "|",
        "a@",
        "urge the ",
        "(A",
        "la Á ",
        ", ",
    ]
    patterns = [(one.pattern, one.flags & ~re.UNICODE) for one in compiled()]
    done = subprocess.run([sys.executable, "-c", WORK], input=json.dumps([patterns, pieces]), text=True, timeout=120, check=False)
    assert done.returncode == 0
