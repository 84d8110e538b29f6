"""Every rule that no cue table holds fires on its example and stays silent on its counter-example; no rule is without them."""

import re
from pathlib import Path

import pytest

import briefing_app.extraction
from briefing_app.extraction.entry import extract
from briefing_app.extraction.text.tables import LANGUAGES, table_of
from tests.extraction.builders import reading_of

SPOKEN = "“The road is shut again,” said Ana Silva."
RULES = {
    "quote.after": ("en", SPOKEN, "The “green road” is shut again, said Ana Silva."),
    "quote.before": ("en", "Ana Silva said: “The road is shut again.”", "Ana Silva read “The Long Road” aloud."),
    "quote.inside": (
        "fr",
        "« La route est coupée, dit Léa Morel, et nous attendons. »",
        "La « zone sûre, dite verte » est coupée.",
    ),
    "quote.signed": ("en", "“The road is shut again.” — Ana Silva, nurse", "The road, “shut again” — as so often — was empty."),
    "quote.label": ("en", "Ana Silva: “The road is shut again.”", "Two words: “green road”."),
    "quote.lead-in": ("en", "Ana Silva said:\n\n“The road is shut again.”", "The road was shut:\n\n“green road” is its name."),
    "quote.paragraph": ("en", "The road was shut.\n\n“Nobody told us when it would open again.”", "The “green road” was shut."),
    "quote.continued": ("en", f"{SPOKEN} “Nobody told us.”", f"{SPOKEN} It is a “green road”."),
    "quote.attributable": (
        "en",
        "The following can be attributed to Ana Silva, director of Relief Org:\n\n“The road is shut.”\n\nIt snowed.\n\n“It is cold.”",
        "The delay is put down to rain by Ana Silva, director of Relief Org:\n\n“The road is shut again.”",
    ),
    "ask.wish": ("es", "Que los diputados bajen al recinto y voten.", "Que los diputados bajen es algo que no ha pasado."),
    "quote.told": (
        "en",
        "Ana Silva replied that eleven requests were pending. “I would not call it a refusal.”",
        "Eleven requests were pending. The “green road” was shut.",
    ),
    "quote.fragment": (
        "es",
        "Luis Rey advirtió que la obra “es cada día más cara para los pueblos” del valle.",
        "Luis Rey visitó la “zona verde” del valle.",
    ),
    "quote.implicit": (
        "en",
        f"{SPOKEN}\n\nIt snowed for nine days.\n\n“Nobody told us when it would open again.”",
        "It snowed for nine days.\n\n“Nobody told us when it would open again.”",
    ),
    "quote.cited": (
        "en",
        "Article 3 of the treaty says that “no person shall be sent back to a place of danger”.",
        "Ana Silva says that “no person is sent back to a place of danger here”.",
    ),
    "ask.list.lead-in": ("en", "We ask donors to:\n\n• pay on time.", "We met donors at:\n\n• the port of Vall."),
    "ask.list.imperative": ("en", "Recommendations\n\n• Fund legal advice.", "Events\n\n• Fund legal advice."),
    "ask.list.noun": ("en", "Recommendations\n\n• An end to all fees.", "Recommendations\n\n• The fee is nine dollars."),
    "ask.need.command": ("en", "Release the prisoners.", "Release notes were handed out at the gate."),
    "ask.need.headed": ("en", "Our demand is simple: open the wells.", "The demand is growing: prices rose by a third."),
    "ask.list.labelled": (
        "en",
        "Recommendation 7. That the Ports Act be amended to end the fee.",
        "Recommendation 7. The fee is nine dollars.",
    ),
    "ask.list.named": ("en", "We call on:\n\n• Donors to pay on time.", "We met:\n\n• Donors who pay on time."),
    "quote.answer": (
        "en",
        "Why did you go?\n\nAna Silva: Nobody else would.\n\nWhat did you see?\n\nAna Silva: An empty road.",
        "Places: the old port.\n\nTimes: nine to five.",
    ),
    "quote.thus": (
        "en",
        "“Nobody has the key to the door.” So warns Ana Silva, president of the Circle, in a long letter to the town.",
        "“Nobody has the key to the door.” So the door stays shut and people sleep outside in the cold wind again.",
    ),
    "context.narration": ("en", "The road was shut for nine days in May.", "Media contact: Ana Silva, +41 22 555 01 01"),
}


@pytest.mark.parametrize("rule", RULES)
def test_a_rule_fires_on_its_example_and_not_on_its_counter_example(rule):
    language, example, counter = RULES[rule]
    lead = "" if rule.startswith(("context", "ask.list")) else "It was May.\n\n"
    assert rule in fired(lead + example, language)
    assert rule not in fired(lead + counter, language)


def fired(text: str, language: str) -> set[str]:
    return {excerpt.rule for excerpt in extract(reading_of(text, language), "document")}


def test_no_rule_is_without_an_example():
    folder = Path(briefing_app.extraction.__file__).parent
    code = "\n".join(path.read_text(encoding="utf-8") for path in folder.rglob("*.py"))
    named = set(re.findall(r'"((?:quote|ask|context)\.[a-z-]+(?:\.[a-z-]+)?)"', code))
    tables = [table_of(language) for language in LANGUAGES]
    cues = {cue.rule for table in tables for cue in (*table.asks, *table.modals, table.according, table.saying)}
    assert named - cues - {"quote.in-sentence"} <= set(RULES)  # that one only says how strong an attribution is
