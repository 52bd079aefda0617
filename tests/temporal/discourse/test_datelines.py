"""The day in front of a story, with its place or its agency in brackets, dates the telling and no act."""

from datetime import date

import pytest

from dashboard.temporal import Bearing, read_time


@pytest.mark.parametrize(
    "head",
    [
        "KHARTOUM, 15 February 2024 (Agency) - ",
        "February 15, 2024 (EL FULA) – ",
        "February 15, 2024 (EL FULA/PORT SUDAN) - ",
        "15 February 2024 (EL FULA) — ",
        "Srinagar, Feb 15 (PTI) ",
        "Poonch/Jammu, Feb 15 (Agency) ",
        "Srinagar, Feb 15 (PTI): ",
    ],
)
def test_a_dateline_dates_the_telling(head: str) -> None:
    day, act = read_time(f"Shells hit the town\n\n{head}Three died on Tuesday.", date(2024, 2, 15)).timexes
    assert (day.bearing, act.bearing) == (Bearing.REPORTING, Bearing.AT)
    assert act.interval is not None
    assert act.interval.start is not None
    assert act.interval.start.date() == date(2024, 2, 13)


@pytest.mark.parametrize(
    "words",
    [
        "On February 3, 2024 (Saturday) shells hit the town.",
        "Shells hit Bama on Feb 3 (Saturday) and Gwoza on Feb 5.",
        "Kobani, Feb 3 (a Saturday) was hit.",
    ],
)
def test_a_day_with_other_words_in_brackets_dates_the_act(words: str) -> None:
    assert read_time(words, date(2024, 2, 15)).timexes[0].bearing is Bearing.AT


@pytest.mark.parametrize("mark", ["▸", "•", "-"])
def test_a_day_in_an_item_of_a_list_dates_no_other_item(mark: str) -> None:
    items = f"{mark} Baghlan, Andarab. 16 July: fighters hit a car.\n\nSOUTH\n{mark} Kandahar. Guards fired on Friday."
    friday = next(each for each in read_time(items, date(2024, 7, 21)).timexes if each.text == "Friday")
    assert friday.value == "2024-07-19"


def test_days_alone_on_a_line_head_an_entry_among_others_and_no_bulletin() -> None:
    days = "11–12 June 2022\nGroups clash in Tripoli in the evening.\n"
    chronicle = f"8 June 2022\nShells fall.\n\n9 June 2022\nCalm.\n\n{days}\n20 June 2022\nA truce."
    evening = next(each for each in read_time(chronicle, date(2024, 5, 7)).timexes if each.text == "evening")
    assert evening.value == "2022-06-11TEV"
    bulletin = read_time(f"Weekly bulletin\n{days}Two died on Friday.", date(2022, 6, 13)).timexes
    assert {each.frame_number for each in bulletin} == {0}
