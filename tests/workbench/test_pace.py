"""How fast it goes and how long the rest takes, by a clock in the test's hand."""

import pytest

from briefing_app.words import Words
from briefing_app.workbench.pace import Pace, time_left


def test_the_rest_takes_as_long_as_the_files_before_it_did():
    now = [100.0]
    pace = Pace(lambda: now[0])
    assert (pace.rate(0), pace.left(0, 10)) == (None, None)
    now[0] = 104.0
    assert (pace.rate(2), pace.left(2, 10), pace.left(10, 10)) == (0.5, 16.0, 0.0)


@pytest.mark.parametrize(
    ("seconds", "words"),
    [(0.2, "About 5 seconds left."), (18, "About 20 seconds left."), (61, "About a minute left."), (290, "About 5 minutes left.")],
)
def test_time_left_is_told_no_more_exactly_than_anybody_can_know(seconds, words):
    assert time_left(seconds, Words("en")) == words
