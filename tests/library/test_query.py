import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from briefing_app.library.query import any_of, matching


@pytest.mark.parametrize(
    ("typed", "query"),
    [
        ("", ""),
        ("  * ( ", ""),
        ("donors pay ", '"donors" AND "pay"'),
        ("donors pa", '"donors" AND "pa" *'),
        ("“right to work” canada.", '"right to work" AND "canada."'),
        ('never "closed', '"never" AND """closed" *'),
        ("NOT AND", '"NOT" AND "AND" *'),
    ],
)
def test_what_is_typed_becomes_a_query_for_its_words(typed, query):
    assert matching(typed) == query


@given(st.text())
@example("\ud800")
def test_no_query_holds_what_the_index_cannot_be_asked(typed):
    query = matching(typed) + any_of((typed,))
    assert query.encode().count(b"\0") == 0
    assert query.count('"') % 2 == 0
