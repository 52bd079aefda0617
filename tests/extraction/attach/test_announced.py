"""An act at a place of its own that somebody announced on a day, and whose day nobody tells, is of that day and not of the story's."""

from datetime import date
from itertools import product

from dashboard.extraction import read_report
from dashboard.text import Report

_STORY = (
    "Bunia, 16 July 2024 – On Monday 8 July, presumed members of CODECO attacked the site for displaced people of Lodha, near Fataki, killing five people.\n\n"
    "On the 10th, clashes pitted the Zaire militia against CODECO around the mining site of Bambu.\n\n"
)
_WHO = ("The army", "The police", "A spokesman of the militia", "The Defence Ministry")
_TOLD = ("announced on 12 July", "said on Friday", "claimed on 12 July", "had announced on Friday")
_ACTS = (
    "that it had arrested a wanted leader in Mongbwalu",
    "that it had killed three fighters in Mongbwalu",
    "that its aircraft had bombed a camp in Mongbwalu",
)


def _days(text: str, place: str) -> set[date]:
    events = read_report(Report(text, published=date(2024, 7, 16))).events
    return {each.start.date() for each in events if each.start and place in (each.location or "")}


def test_an_announced_act_has_the_day_on_which_it_was_announced() -> None:
    wrong = {
        f"{who} {told} {act}": days
        for who, told, act in product(_WHO, _TOLD, _ACTS)
        if (days := _days(f"{_STORY}{who} {told} {act}.", "Mangbwalu")) != {date(2024, 7, 12)}
    }
    assert not wrong


def test_what_is_said_later_of_the_act_of_the_story_and_what_has_a_day_of_its_own_keep_theirs() -> None:
    again = "The army said on 12 July that the fighters had burned 41 shelters at Lodha."
    assert date(2024, 7, 12) not in _days(_STORY + again, "Lodha")
    dated = "The army announced on 12 July that it had arrested a leader in Mongbwalu on 11 July."
    assert _days(_STORY + dated, "Mangbwalu") == {date(2024, 7, 11)}
