"""Sentences that a page's end or a scan parted with empty lines: told and asked whole, quoted part by part."""

from briefing_app.domain.excerpt import Excerpt, ExcerptKind
from briefing_app.domain.reading import DamageKind, Reading, shown
from briefing_app.extraction.entry import extract
from briefing_app.reading.entry import read_bytes

STORY = "The road to the harbour was shut for nine days in May, and no one came to open it again before the rains."


def found(text: str, kind: ExcerptKind) -> tuple[Reading, list[Excerpt]]:
    reading = read_bytes(text.encode(), "story.txt").reading
    return reading, [excerpt for excerpt in extract(reading, "document") if excerpt.kind is kind]


def test_what_is_told_over_a_break_is_one_passage_that_says_it_was_split():
    reading, told = found(
        f"{STORY}\n\nThe council of the northern province met in the month of June and it voted for a new road to\n\n"
        "the harbour, which the farmers had wanted for years.\n",
        ExcerptKind.CONTEXT,
    )
    assert [shown(reading, one.span) for one in told] == [
        STORY,
        (
            "The council of the northern province met in the month of June and it voted for a new road to the harbour, which the farmers "
            "had wanted for years."
        ),
    ]
    assert [one.damage for one in told] == [(), (DamageKind.SPLIT,)]


def test_an_ask_over_a_break_is_whole():
    reading, asks = found(
        f"{STORY}\n\nThe Government of Norland must end the detention of all the children who are now held in the camps of\n\n"
        "the island and in the ports.\n",
        ExcerptKind.RECOMMENDATION,
    )
    assert [shown(reading, one.span) for one in asks] == [
        "The Government of Norland must end the detention of all the children who are now held in the camps of the island and in the ports."
    ]
    assert [one.words for one in asks[0].addressees] == ["Government of Norland"]


def test_words_quoted_over_a_break_are_two_stretches_of_one_turn():
    reading, quotes = found(
        f"{STORY}\n\n“We waited for nine days at the gate with the children and the old people of three villages and\n\n"
        "nobody came to open it,” said Rosa Lind.\n",
        ExcerptKind.QUOTE,
    )
    assert [one.span.of(reading.text) for one in quotes] == [
        "“We waited for nine days at the gate with the children and the old people of three villages and",
        "nobody came to open it,”",
    ]
    assert len({one.turn for one in quotes}) == 1
    assert {one.attribution.name for one in quotes if one.attribution} == {"Rosa Lind"}
