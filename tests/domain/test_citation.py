"""Sources are cited in an order that a reader finds them by."""

from hypothesis import given
from hypothesis import strategies as st

from briefing_app.domain.citation import numbered_sources
from tests.builders import card, document, reading

OF = reading("Words.")


def source(identifier, title="A paper", publisher="Harbour Relief", date="2022"):
    return document(OF, id=identifier, card=card(title, publisher, date))


def order(*documents):
    return [cited.document.id for cited in numbered_sources(documents)]


def test_sources_go_by_publisher_then_title_then_date():
    assert order(
        source("d", "B", "Z"), source("c", "b", "a", "2023"), source("b", "B", "A", "2022-05"), source("a", "A", "A", "2023")
    ) == ["a", "b", "c", "d"]


def test_an_accent_does_not_send_a_publisher_behind_z():
    assert order(source("z", publisher="Zonta"), source("e", publisher="Église"), source("f", publisher="Fund")) == ["e", "f", "z"]


@given(st.permutations(["a", "b", "c", "d"]), st.lists(st.sampled_from("abcd")))
def test_numbers_run_from_s1_once_a_source_whatever_the_order_of_citing(first, again):
    cited = numbered_sources(source(identifier, title=identifier) for identifier in [*first, *again])
    assert [(one.number, one.document.id) for one in cited] == [("S1", "a"), ("S2", "b"), ("S3", "c"), ("S4", "d")]
