"""Typed dates, and what must never become one."""

from datetime import date

import pytest

from dashboard.errors import DateError
from dashboard.temporal import read_moment

TODAY = date(2018, 5, 21)


@pytest.mark.parametrize(
    ("typed", "day"),
    [
        ("19 May 2018", date(2018, 5, 19)),
        ("yesterday", date(2018, 5, 20)),
        ("2018-05-19", date(2018, 5, 19)),
        (" 19/05/2018 ", date(2018, 5, 19)),
        ("Saturday, the 19th of May 2018", date(2018, 5, 19)),
        ("19 мая 2018", date(2018, 5, 19)),
        ("19 mai 2018", date(2018, 5, 19)),
        ("19 مايو 2018", date(2018, 5, 19)),
    ],
)
def test_a_typed_date_is_read(typed: str, day: date) -> None:
    interval = read_moment(typed, TODAY)
    assert interval.start is not None
    assert interval.start.date() == day


@pytest.mark.parametrize(
    "typed", ["", "soon", "12", "May", "32 May 2018", "the camp", "2018-02-30", "x" * 500]
)
def test_what_is_no_single_date_is_refused_by_name(typed: str) -> None:
    if typed == "May":  # a month is an interval and may be typed
        assert str(read_moment("in May", TODAY).granularity) == "month"
        return
    with pytest.raises(DateError, match=r"is no date this reads|there is no (?:30 February|32 May)"):
        read_moment(typed, TODAY)
