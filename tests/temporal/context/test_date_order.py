"""Dates in figures: the reading taken says why, and the other one is kept."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dashboard.temporal import Timex, read_time

DAYS = st.dates(date(1990, 1, 1), date(2040, 1, 1))


def last(text: str) -> Timex:
    return read_time(text, date(2018, 5, 23)).timexes[-1]


@pytest.mark.parametrize(
    ("text", "note"),
    [
        ("on 05/04/2018", "day first, as is usual"),
        ("on 05/21/2018 and 05/04/2018", "month first, as in “05/21/2018”"),
        ("on 21/05/2018 and 05/04/2018", "day first, as in “21/05/2018”"),
        ("on Monday 05/04/2020. On 04/06/2020", "month first, as in “05/04/2020”"),
        ("2018-05-04: shells. On 05/04/2018", "month first, as in “05/04/2018, 04 May 2018”"),
        (
            "on 21/05/2018. On 05/22/2018. On 05/04/2018",
            "the text's own dates disagree (“21/05/2018”, “05/22/2018”): day first, as is usual",
        ),
    ],
)
def test_the_note_says_what_decided_the_order(text: str, note: str) -> None:
    assert last(text).notes == (note,)


def test_the_other_reading_is_kept_with_its_reason() -> None:
    (other,) = last("on 05/21/2018 and 05/04/2018").others
    assert other.interval.start is not None
    assert (other.interval.start.date(), other.why) == (date(2018, 4, 5), "if the text writes day first")


@pytest.mark.parametrize(
    "text", ["21/05/2018", "05/05/2018", "Monday 05/04/2020", "05.04.2018", "2018/05/04"]
)
def test_a_date_of_one_reading_keeps_no_other(text: str) -> None:
    assert (last(text).others, last(text).notes) == ((), ())


def test_a_day_of_publication_in_figures_says_how_it_is_read() -> None:
    published = read_time("DOUMA, 05/04/2018 – Shells fell yesterday.").published
    assert published.day == date(2018, 4, 5)
    assert published.notes == (
        "“05/04/2018” is read day first, as is usual; 04 May 2018 if the text writes month first",
    )


@given(DAYS, DAYS)
def test_a_document_that_writes_one_order_throughout_is_read_in_it(first: date, second: date) -> None:
    """Beside a date whose order is plain, every date of the document is what its writer meant."""
    for shape, plain in (("{0:%d/%m/%Y}", "31/01/2018"), ("{0:%m/%d/%Y}", "01/31/2018")):
        text = f"{shape.format(first)}; {plain}; {shape.format(second)}"
        read = [timex.value for timex in read_time(text, date(2018, 5, 23)).timexes]
        assert read == [f"{first}", "2018-01-31", f"{second}"]


@given(DAYS, st.sampled_from(["%d/%m/%Y", "%m/%d/%Y"]))
def test_a_weekday_beside_a_date_never_leaves_a_wrong_reading_where_a_right_one_is(
    day: date, shape: str
) -> None:
    (timex,) = read_time(f"on {day:%A} {day.strftime(shape)}", date(2018, 5, 23)).timexes
    assert timex.interval is not None
    assert timex.interval.start is not None
    assert timex.interval.start.weekday() == day.weekday()
