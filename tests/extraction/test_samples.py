"""The two bundled documents, to the letter."""

import pytest

from briefing_app.domain.excerpt import Excerpt, ExcerptKind, original
from briefing_app.domain.reading import DamageKind
from tests.extraction.builders import PAPER, STATEMENT, sample

QUOTE, ASK, CONTEXT = ExcerptKind.QUOTE, ExcerptKind.RECOMMENDATION, ExcerptKind.CONTEXT


def of_kind(name: str, kind: ExcerptKind) -> list[Excerpt]:
    return [excerpt for excerpt in sample(name)[1] if excerpt.kind is kind]


def ends(name: str, kind: ExcerptKind) -> list[tuple[str, str]]:
    reading, _ = sample(name)
    words = [original(excerpt, reading) for excerpt in of_kind(name, kind)]
    return [(" ".join(text.split()[:4]), " ".join(text.split()[-3:])) for text in words]


def test_the_statement_has_four_stretches_each_one_paragraph_with_its_marks():
    assert ends(STATEMENT, QUOTE) == [
        ("“The North American Leaders’", "they consider safe."),
        ("“The IRC outlined a", "the Western Hemisphere."),
        ("“Meeting the resource needs", "in this region."),
        ("“While addressing root causes", "asylum-seekers at risk.”"),
    ]


def test_all_four_are_one_turn_of_one_speaker_whose_organisation_has_no_acronym():
    quotes = of_kind(STATEMENT, QUOTE)
    assert len({excerpt.turn for excerpt in quotes}) == 1
    for excerpt in quotes:
        attribution = excerpt.attribution
        assert attribution is not None
        assert attribution.name == "Julio Rank Wright"
        assert attribution.role == "Regional Vice President for Latin America"
        assert attribution.organisation == "International Rescue Committee"


def test_the_line_that_names_the_speaker_is_the_attribution_of_the_first_stretch():
    reading, _ = sample(STATEMENT)
    first = of_kind(STATEMENT, QUOTE)[0]
    assert first.attribution is not None
    (span,) = first.attribution.spans
    assert span.of(reading.text).startswith("Julio Rank Wright, Regional Vice President")
    assert span.of(reading.text).endswith("said")


def test_the_statement_asks_six_times():
    assert ends(STATEMENT, ASK) == [
        ("We encourage the leaders", "they consider safe."),
        ("Among these recommendations, we", "the Western Hemisphere."),
        ("Meeting the resource needs", "in Latin America."),
        ("At the same time,", "in other regions."),
        ("Facilitating people’s right to", "be a priority."),
        ("As such, we continue", "asylum-seekers at risk."),
    ]


def test_those_who_are_asked_are_told_from_those_who_are_merely_mentioned():
    addressees = [[addressee.words for addressee in excerpt.addressees] for excerpt in of_kind(STATEMENT, ASK)]
    assert addressees == [
        ["Canada", "Mexico", "United States"],
        ["donors", "host states", "Mexico"],
        ["UNHCR", "United States", "World Bank"],
        [],
        [],
        [],
    ]


@pytest.mark.parametrize("name", [STATEMENT, PAPER])
def test_addressees_stand_where_their_spans_say(name):
    reading, found = sample(name)
    for excerpt in found:
        for addressee in excerpt.addressees:
            assert addressee.span is not None
            assert addressee.span.of(reading.text) == addressee.words
            assert excerpt.span.holds(addressee.span)


def test_the_statements_context_is_its_opening_paragraph_alone():
    assert ends(STATEMENT, CONTEXT) == [("After the 2023 North", "in Latin America.")]


def test_the_paper_has_no_quotes():
    assert of_kind(PAPER, QUOTE) == []


def test_the_paper_asks_donor_countries_for_support_and_three_groups_to_rethink():
    assert ends(PAPER, ASK) == [
        ("Such a commitment will", "is a success."),
        ("Increased international support is", "host communities alike."),
        ("government or -society, approach", "within the region."),
        ("As a result of", "throughout the region."),
    ]
    assert [[addressee.words for addressee in excerpt.addressees] for excerpt in of_kind(PAPER, ASK)] == [
        ["donor countries"],
        [],
        [],
        ["donors", "multilateral institutions", "civil society organizations"],
    ]


def test_the_papers_title_and_date_are_nothing_and_its_narration_is_context():
    assert [start for start, _ in ends(PAPER, CONTEXT)] == [
        "Throughout Latin America, multiple",
        "*The IRC operates across",
        "Colombia, which hosts approximately",
        "Further north in [Mexico](#),",
        "[R4V](#): Established in 2018",
        "Simultaneously, the misperception that",
        "The political and economic",
    ]


def test_excerpts_of_damaged_paragraphs_carry_the_damage():
    reading, found = sample(PAPER)
    for excerpt in found:
        assert set(excerpt.damage) == {damage.kind for damage in reading.damage_in(excerpt.span)}
    by_start = {" ".join(original(excerpt, reading).split()[:2]): excerpt.damage for excerpt in found}
    assert DamageKind.GARBLED in by_start["Throughout Latin"]
    assert DamageKind.CUT_AT_END in by_start["*The IRC"]
    assert DamageKind.DEAD_LINK in by_start["Colombia, which"]
    assert DamageKind.CUT_AT_START in by_start["government or"]
    assert DamageKind.CUT_AT_END in by_start["The political"]
    assert by_start["Such a"] == ()
