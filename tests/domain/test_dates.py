"""Dates as far as they are known."""

import datetime as dt

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefing_app.domain.dates import PartialDate


@st.composite
def partial_dates(draw):
    day = draw(st.dates())
    known = draw(st.integers(1, 3))
    return PartialDate(day.year, day.month if known > 1 else None, day.day if known > 2 else None)


@given(partial_dates())
def test_a_date_survives_its_iso_form(date):
    assert PartialDate.from_iso(date.iso()) == date


@given(st.dates())
def test_a_whole_date_reads_as_the_calendar_writes_it(day):
    assert PartialDate(day.year, day.month, day.day).iso() == day.isoformat()


@given(st.dates(), st.dates())
def test_whole_dates_are_in_the_order_of_time(one, other):
    keys = [PartialDate(day.year, day.month, day.day).sort_key() for day in (one, other)]
    assert (keys[0] < keys[1]) == (one < other)


@given(st.dates(), st.randoms())
def test_what_is_less_known_comes_first_within_its_year_and_month(day, random):
    forms = [PartialDate(day.year), PartialDate(day.year, day.month), PartialDate(day.year, day.month, day.day)]
    assert sorted(random.sample(forms, 3), key=PartialDate.sort_key) == forms


@given(st.integers(-5, 10005), st.integers(-1, 14), st.integers(-1, 33))
def test_a_day_that_no_calendar_has_is_refused(year, month, day):
    try:
        dt.date(year, month, day)
    except ValueError:
        with pytest.raises(ValueError, match="no"):
            PartialDate(year, month, day)
    else:
        assert PartialDate(year, month, day).day == day


@pytest.mark.parametrize(
    "text",
    [
        "",
        "23",
        "2023-1",
        "2023-13",
        "2023-00",
        "2023-02-30",
        "2023-01-16T00:00",
        "16.01.2023",
        " 2023",
        "2023\n",
        "٢٠٢٣",
        "0000",
        "2023-",
    ],
)
def test_what_is_no_iso_date_is_refused(text):
    with pytest.raises(ValueError, match=r"not a|no such"):
        PartialDate.from_iso(text)


def test_a_day_without_its_month_is_refused():
    with pytest.raises(ValueError, match="without its month"):
        PartialDate(2023, None, 4)
