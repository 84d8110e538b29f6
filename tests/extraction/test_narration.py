"""What the narrator tells beside somebody's words: fragments in a sentence of the narrator's, and speech that runs on behind it."""

import pytest

from tests.extraction.builders import told

LEAD = "The road was shut for nine days in May, and no one came."


@pytest.mark.parametrize(
    ("passage", "narration"),
    [
        (
            "The mayor of the harbour town, who had been away all week, told the farmers that “the road is shut.”",
            "The mayor of the harbour town, who had been away all week, told the farmers that “the road is shut.”",
        ),
        (
            "The council said it “has no money for the road this year or the next. Nobody should wait for it. The gate stays shut”.",
            None,
        ),
        (
            """In May the council said it “has no money for the road, and will not have any before the winter of the next year. \
Nobody should wait for it”. The farmers went home without an answer.""",
            "The farmers went home without an answer.",
        ),
    ],
)
def test_words_that_fill_several_sentences_are_no_narration(passage, narration):
    assert told(f"{LEAD}\n\n{passage}") == [LEAD, *([narration] if narration else [])]


def test_a_few_words_amid_a_sentence_leave_it_narration():
    passage = "The road was shut, “without any doubt”, by those who own the gate, the mayor said."
    assert told(f"{LEAD}\n\n{passage}") == [LEAD, passage]


def test_a_paragraph_that_begins_with_an_address_is_furniture():
    foot = "press@harbour.example    www.harbour.example Letters of news are sent each week. Ask to be put on the list."
    assert told(f"{LEAD}\n\n{foot}") == [LEAD]


@pytest.mark.parametrize(
    "passage",
    [
        "Of the nine boats that were counted in the harbour of the town, two were lost to “the ice”, according to the Harbour Front.",
        "The plan for the harbour, which the town made in May, is “far too late for the islanders”, said the Harbour Front's director.",
    ],
)
def test_a_few_words_of_somebody_named_behind_them_leave_a_sentence_narration(passage):
    assert told(f"{LEAD}\n\n{passage}") == [LEAD, passage]


def test_lines_that_a_blank_line_parts_from_a_speaker_or_a_sentence_are_what_they_were():
    spoken = "“We have no bread,” said Ana Silva of the Front,\n\nDirector of the Harbour Clinic in the town of Vall.\n\nNobody came to the gate in all of May."
    assert told(f"{LEAD}\n\n{spoken}") == [LEAD, "Nobody came to the gate in all of May."]
    halves = [
        "The council has made known its plan for a new road behind the gate, following",
        "the floods of the month of May in the town.",
    ]
    assert told("\n\n".join([*halves, LEAD, LEAD, LEAD])) == [*halves, LEAD, LEAD, LEAD]
