"""Figures of context passages: the number, what it counts, as of when, by whose count; and acronyms that they explain."""

import pytest

from briefing_app.domain.excerpt import ExcerptKind
from tests.extraction.builders import found


@pytest.mark.parametrize(
    ("language", "text", "expected"),
    [
        (
            "en",
            "An estimated 340,000 children were out of school in 2018, according to the Ministry of Education.",
            [("340,000", "children", "in 2018", "Ministry of Education")],
        ),
        ("en", "The trust spent US$4.5 million on 12 schools and on meals.", [("US$4.5 million", "", None, None), ("12", "schools", None, None)]),
        ("en", "Some 8 % of girls leave, and 2.3 million people have fled since May.", [("8 %", "", "since May", None), ("2.3 million", "people", "since May", None)]),
        (
            "es",
            "Según Amparo Internacional, 3 mil 200 personas y 14 mil millones de pesos se perdieron desde 2010.",
            [("3 mil 200", "personas", "desde 2010", "Amparo Internacional"), ("14 mil millones", "pesos", "desde 2010", "Amparo Internacional")],
        ),
        ("fr", "En 2015, la fondation a versé 23 millions d'euros aux écoles.", [("23 millions", "euros", "En 2015", None)]),
        ("fr", "Depuis mai 2013, 89 personnes ont été blessées.", [("89", "personnes", "Depuis mai 2013", None)]),
    ],
)  # fmt: skip
def test_a_figure_says_what_it_counts_as_of_when_and_by_whose_count(language, text, expected):
    (excerpt,) = found(text, ExcerptKind.CONTEXT, language)
    figures = [(figure.span.of(text), figure.counts, figure.as_of, figure.counted_by) for figure in excerpt.figures]
    assert figures == expected
    assert all(excerpt.span.holds(figure.span) for figure in excerpt.figures)


@pytest.mark.parametrize(
    "text",
    [
        "Article 31 of the treaty was adopted on 14 May 1951.",
        "The office at the harbour opened in 2019 and closed again.",
        "See page 12 and section 4.2 of the report for more.",
    ],
)
def test_dates_and_numbers_of_articles_and_pages_are_no_figures(text):
    (excerpt,) = found(text, ExcerptKind.CONTEXT)
    assert excerpt.figures == ()


def test_an_acronym_is_explained_where_its_name_stands_before_it_in_brackets():
    text = "The Harbour Relief Trust (HRT) opened a clinic in the valley."
    (excerpt,) = found(text, ExcerptKind.CONTEXT)
    ((acronym, name, place),) = ((one.acronym, one.name, one.span.of(text)) for one in excerpt.definitions)
    assert (acronym, name, place) == ("HRT", "Harbour Relief Trust", "HRT")
