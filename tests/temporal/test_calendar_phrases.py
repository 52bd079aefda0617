"""Lists of days, days counted in an act, and what looks like a phrase of the calendar but is none."""

from datetime import date, datetime
from pathlib import Path

import pytest

from dashboard.temporal import read_time
from tests.tables import Row, rows

DAY = date(2024, 3, 20)
NOT_TIMES = list(rows(Path(__file__).parent / "not_calendar.md"))
LISTS = [
    ("Raids on January 4, 9 and 11 failed.", ["2024-01-04", "2024-01-09", "2024-01-11"]),
    ("Raids on January 4th, 9th, 11th, and 12th failed.", ["2024-01-04", "2024-01-09", "2024-01-11", "2024-01-12"]),
    ("Shots on Feb. 2 and 5, a guard said.", ["2024-02-02", "2024-02-05"]),
    ("Shots on February 2 and 5, 2021, in Kidal.", ["2021-02-02", "2021-02-05"]),
    ("It burned on the 2nd, the 5th and the 9th of January 2022.", ["2022-01-02", "2022-01-05", "2022-01-09"]),
    ("It burned on the 2nd, 5th, and 9th of January.", ["2024-01-02", "2024-01-05", "2024-01-09"]),
    ("It burned on 3, 4, 5 February.", ["2024-02-03", "2024-02-04", "2024-02-05"]),
    ("It burned on the 3rd and on the 7th of February.", ["2024-02-03", "2024-02-07"]),
    ("It burned on the second and the eighth of January.", ["2024-01-02", "2024-01-08"]),
    ("It burned on 3, 5 & 9 February.", ["2024-02-03", "2024-02-05", "2024-02-09"]),
    ("It burned in May, June and July 2021.", ["2021-05-01", "2021-06-01", "2021-07-01"]),
    ("It burned in December and January 2022.", ["2021-12-01", "2022-01-01"]),
    ("It burned on 5 March and 6 April 2022.", ["2022-03-05", "2022-04-06"]),
    ("A bomb went off on February 5 and 16 people died.", ["2024-02-05"]),
    ("On February 14, 15 soldiers and 16 rebels died.", ["2024-02-14"]),
    ("On February 5, 7 and 9 villages were burned.", ["2024-02-05"]),
    ("On February 5, 7 and 9 armed men came.", ["2024-02-05"]),
    ("He came on 5 February and 6 March.", ["2024-02-05", "2024-03-06"]),
    ("A blast wounded 14, 15 March.", ["2024-03-15"]),
]  # fmt: skip
IN_ACTS = [
    ("The siege of Kut began on 4 January. Shells fell on the 5th day of the siege.", "2024-01-08"),
    ("On the third day of the truce, which took effect on 10 March, a mine exploded.", "2024-03-12"),
    ("Jets came on the 2nd day of the offensive, which had started on Monday.", "2024-03-19"),
    ("The war began on 24 February 2022. On the 4th day of the truce shells fell.", "2024-03-20"),
    ("Mortars hit the post on the 3rd day of the strike.", "2024-03-20"),
    ("The strike began on Monday. On the 12th day of the strike police came.", "2024-03-20"),
]
TWO_WAYS = [
    ("The base was hit on 11/12/2023.", "2023-11-20", "2023-11-12"),
    ("The base was hit on 11/12/2023.", "2023-12-20", "2023-12-11"),
    ("The base was hit on 04/05/2023 and on 13/05/2023.", "2023-04-20", "2023-05-13"),
    ("The vote will be held on 11/12/2023.", "2023-11-20", "2023-12-11"),
]


@pytest.mark.parametrize(("text", "days"), LISTS, ids=[text for text, _ in LISTS])
def test_every_day_of_a_list_is_read_and_no_count(text: str, days: list[str]) -> None:
    read = read_time(text, DAY).timexes
    assert [f"{timex.start:%Y-%m-%d}" for timex in read] == days


@pytest.mark.parametrize(("text", "day"), IN_ACTS, ids=[text for text, _ in IN_ACTS])
def test_a_day_of_an_act_is_counted_from_where_the_text_says_that_it_began(text: str, day: str) -> None:
    counted = next(timex for timex in read_time(text, DAY).timexes if timex.rule == "day of a count")
    assert f"{counted.start:%Y-%m-%d}" == day


@pytest.mark.parametrize(("text", "published", "day"), TWO_WAYS)
def test_a_date_in_figures_lies_ahead_only_where_the_words_look_ahead(
    text: str, published: str, day: str
) -> None:
    last = read_time(text, date.fromisoformat(published)).timexes[-1]
    assert f"{last.start:%Y-%m-%d}" == day


def test_a_date_turned_because_it_would_lie_ahead_says_so() -> None:
    timex = read_time("The base was hit on 11/12/2023.", date(2023, 11, 20)).timexes[0]
    assert any("after the report" in note for note in timex.notes)
    assert [other.interval.start for other in timex.others] == [datetime(2023, 12, 11)]


COMPARED = [
    ("Attacks rose to 90, up from 41 in May 2023.", "comparison"),
    ("It killed 20 men, as opposed to a peak of 1,600 in summer 2007.", "comparison"),
    ("The toll passed the May 2023 high.", "comparison"),
    ("Rebels came down from the hills in May 2023.", "at"),
    ("It killed 41 men in May 2023.", "at"),
]


@pytest.mark.parametrize(("text", "bearing"), COMPARED, ids=[text for text, _ in COMPARED])
def test_the_time_of_a_number_that_another_is_measured_by_is_no_events_time(text: str, bearing: str) -> None:
    assert str(read_time(text, DAY).timexes[-1].bearing) == bearing


@pytest.mark.parametrize("row", NOT_TIMES, ids=lambda row: f"{row.place} {row['text']}")
def test_what_is_no_phrase_of_the_calendar_is_not_read_as_one(row: Row) -> None:
    assert [timex.text for timex in read_time(row["text"], DAY).timexes] == []
