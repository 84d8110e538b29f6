"""Who gives way in a row that is too narrow."""

from hypothesis import given
from hypothesis import strategies as st

from briefing_app.desktop.widgets.sharing import shared

WIDTHS = st.lists(st.floats(0, 1000), max_size=6)


def test_the_longest_gives_way_and_the_others_stay_whole():
    assert shared([80, 300, 60], 240) == [80, 100, 60]
    assert shared([80, 300, 290], 480) == [80, 200, 200]


@given(WIDTHS, st.floats(0, 4000))
def test_nobody_gets_more_than_wanted_and_all_together_no_more_than_there_is(wanted, room):
    got = shared(wanted, room)
    assert all(0 <= width <= wish for width, wish in zip(got, wanted, strict=True))
    assert sum(got) <= room + 1e-6


@given(WIDTHS, st.floats(0, 100))
def test_where_all_fit_all_get_what_they_want(wanted, more):
    assert shared(wanted, sum(wanted) + more) == wanted or abs(sum(shared(wanted, sum(wanted) + more)) - sum(wanted)) < 1e-6
