"""Every family of cues fires on its example and stays silent on its counter-example."""

import dataclasses

import pytest

from briefing_app.domain.excerpt import ExcerptKind
from briefing_app.extraction.cues.form import Cue, CueTable, NameTable
from briefing_app.extraction.narration.boilerplate import is_boilerplate, is_heading_like
from briefing_app.extraction.narration.notices import is_notice, is_title
from briefing_app.extraction.text.tables import LANGUAGES, name_table, table_of
from tests.extraction.builders import found, reading_of

LEAD = {"en": "The road was closed on Monday.", "es": "El camino se cerró el lunes.", "fr": "La route a fermé lundi."}


def families(*fields: str) -> list:
    return [
        pytest.param(table, cue, id=f"{table.language}-{cue.rule}")
        for table in map(table_of, LANGUAGES)
        for name in fields
        for cue in (getattr(table, name) if isinstance(getattr(table, name), tuple) else (getattr(table, name),))
    ]


def rules(table: CueTable, words: str, kind: ExcerptKind) -> list[str]:
    return [excerpt.rule for excerpt in found(f"{LEAD[table.language]}\n\n{words}", kind, table.language)]


@pytest.mark.parametrize(("table", "cue"), families("asks", "modals"))
def test_an_ask_is_found_by_its_example_and_not_by_its_counter_example(table: CueTable, cue: Cue):
    assert rules(table, cue.example, ExcerptKind.RECOMMENDATION) == [cue.rule]
    assert cue.rule not in rules(table, cue.counter, ExcerptKind.RECOMMENDATION)


@pytest.mark.parametrize(("table", "cue"), families("saying", "according"))
def test_words_are_somebodys_by_the_example_and_nobodys_by_the_counter_example(table: CueTable, cue: Cue):
    assert len(rules(table, cue.example, ExcerptKind.QUOTE)) == 1
    assert rules(table, cue.counter, ExcerptKind.QUOTE) == []


@pytest.mark.parametrize(("table", "cue"), families("attributable"))
def test_a_line_gives_somebody_all_that_is_quoted_below_it(table: CueTable, cue: Cue):
    below = "“It is cold here every night.”"
    assert cue.rule in rules(table, f"{cue.example}\n\n{LEAD[table.language]}\n\n{below}", ExcerptKind.QUOTE)
    assert cue.rule not in rules(table, f"{cue.counter}\n\n{LEAD[table.language]}\n\n{below}", ExcerptKind.QUOTE)


@pytest.mark.parametrize(("table", "cue"), families("boilerplate"))
def test_furniture_is_told_from_narration(table: CueTable, cue: Cue):
    for words, is_furniture in ((cue.example, True), (cue.counter, False)):
        reading = reading_of(words, table.language)
        block = reading.blocks[0]
        assert (is_boilerplate(reading.text, block, table) or is_heading_like(reading.text, block, cut=False)) == is_furniture


@pytest.mark.parametrize(("table", "cue"), families("recommendation_headings"))
def test_a_heading_makes_asks_of_its_list_or_does_not(table: CueTable, cue: Cue):
    verb = table.imperatives[0].capitalize()
    for heading, count in ((cue.example, 1), (cue.counter, 0)):
        assert len(found(f"{heading}\n\n1. {verb} 7.", ExcerptKind.RECOMMENDATION, table.language)) == count


@pytest.mark.parametrize("table", [*map(table_of, LANGUAGES), name_table()], ids=[*LANGUAGES, "names"])
def test_lists_of_words_are_lower_case_with_straight_apostrophes(table: CueTable | NameTable):
    for field in dataclasses.fields(table):
        value = getattr(table, field.name)
        for word in value if isinstance(value, tuple) else ():
            if isinstance(word, str):
                assert word == word.lower().replace("’", "'"), (field.name, word)


@pytest.mark.parametrize(("table", "cue"), families("offers", "press_events", "titles"))
def test_notices_and_titles_are_told_from_narration(table: CueTable, cue: Cue):
    for words, is_furniture in ((cue.example, True), (cue.counter, False)):
        reading = reading_of(words, table.language)
        block = reading.blocks[0]
        assert (is_notice(reading.text, block.span, table) or is_title(reading.text, block, table)) == is_furniture
