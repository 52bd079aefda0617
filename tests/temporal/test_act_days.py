"""Days told by an act that the text dates ("the day of the vote"), and sentences of method from which nothing counts."""

from datetime import date, timedelta
from itertools import product

import pytest

from dashboard.temporal import read_time

_PUBLISHED = date(2025, 12, 3)
_VOTE, _ASKED = date(2025, 10, 29), date(2025, 11, 9)
_ACTS = ("the vote", "the ballot", "the runoff", "the massacre", "the raid", "the funeral")
_TOLD = (
    "Killings were reported after {} of October 29, 2025.",
    "{} was held on October 29, 2025.",
    "(Nairobi, December 3, 2025) – {}, on October 29, 2025, was followed by violence.",
)
_DAYS = {
    "On the day of {}, men burned tires.": 0,
    "Two men were shot on the eve of {}.": -1,
    "The day after {}, two men were shot.": 1,
    "Two men were shot the day before {}.": -1,
    "On the morning of {}, two men were shot.": 0,
    "In the night before {}, two men were shot.": -1,
    "The morning after {}, two men were shot.": 1,
    "Three days before {}, two men were shot.": -3,
}
_POLLING = {"On election day, two men were shot.": 0, "Two men were shot the day after polling day.": 1}
_METHODS = (
    "We interviewed 41 people between November 4 and 26 and verified 22 videos.",
    "Between November 4 and 26, we interviewed 41 people.",
    "Our researchers visited the town from November 10 to 14.",
    "The Commission heard 19 deponents at a public hearing in Suai on November 12 and 13.",
    "41 people were interviewed between November 4 and 26.",
)
_NEWS = (
    "Soldiers visited the town on November 9.",
    "New arrivals interviewed at Joda reported that fighters entered villages on November 9.",
    "The team in Horlivka heard 22 explosions on November 9.",
    "Residents told our researchers that soldiers burned homes on November 9.",
)
_GOES_ON = {
    "That afternoon, two men were shot.": 0,
    "At around 2 p.m., officers fired live rounds.": 0,
    "The next morning, men took away five traders.": 1,
    "Two days later, soldiers burned the houses.": 2,
}


def _days(told: str, last: str) -> list[date]:
    """The days on which the times of the last sentence begin."""
    text = f"{told}{last}"
    intervals = [
        each.interval for each in read_time(text, _PUBLISHED).timexes if each.span.start >= len(told)
    ]
    return [each.start.date() for each in intervals if each and each.start]


def test_a_day_told_by_an_act_is_counted_from_where_the_text_dates_the_act() -> None:
    cells = [
        (told, act, frame.format(act), away)
        for told, act, (frame, away) in product(_TOLD, _ACTS, _DAYS.items())
    ]
    cells += [(told, "the vote", frame, away) for told, (frame, away) in product(_TOLD, _POLLING.items())]
    wrong = [
        (told, last)
        for told, act, last, away in cells
        if _days(f"{told.format(act)}\n\n{_METHODS[0]}\n\n", last) != [_VOTE + timedelta(away)]
    ]
    assert wrong == []


@pytest.mark.parametrize(
    "text",
    [
        "The elders will meet on Friday. On the day of the wedding, two men were shot.",
        "On the day of the vote, two men were shot.",
    ],
)
def test_an_act_that_the_text_does_not_date_tells_no_day(text: str) -> None:
    assert [each.text for each in read_time(text, _PUBLISHED).timexes if "day of" in each.text] == []


def test_nothing_counts_from_the_days_on_which_those_who_tell_asked() -> None:
    told = "On October 29, 2025, young people burned tires at Mafiati.\n\n"
    cells = [(each, _VOTE) for each in _METHODS] + [(each, _ASKED) for each in _NEWS]
    wrong = [
        (before, last)
        for (before, day), (last, away) in product(cells, _GOES_ON.items())
        if _days(f"{told}{before} ", last) != [day + timedelta(away)]
    ]
    assert wrong == []


_BY_NAMES = {
    "Gunmen took away two traders in Diban": ("abduction", "kidnapping"),
    "A trader was gunned down in Diban": ("murder", "shooting", "killing"),
    "Soldiers broke into a house in Diban": ("raid",),
    "A convoy came under fire near Diban": ("ambush", "shooting"),
    "A drone hit a house in Diban": ("strike", "attack"),
    "Mortars fell on Diban": ("shelling", "bombardment"),
    "Police picked up two traders in Diban": ("arrest",),
    "A car blew up in Diban": ("blast", "explosion"),
    "Two tribes exchanged fire in Diban": ("clashes", "gunfight"),
}
_BETWEEN = ("", " The army denied it in a statement on April 16.")
_AWAY = {
    "The day after the {name}, men were held in Bab.": 1,
    "Two days after the {name}, men were held in Bab.": 2,
    "Men had been held in Bab two days before the {name}.": -2,
}


def test_an_act_is_found_by_any_words_that_told_it() -> None:
    wrong = []
    for act, names in _BY_NAMES.items():
        for name, between, (counted, steps) in product(names, _BETWEEN, _AWAY.items()):
            text = f"{act} on 12 April.{between}\n\n{counted.format(name=name)}"
            last = read_time(text, date(2023, 4, 20)).timexes[-1]
            if last.start is None or last.start.date() != date(2023, 4, 12 + steps):
                wrong.append(text)
    assert not wrong


@pytest.mark.parametrize(
    "words", ["the strike on the Afipsky refinery", "the ambush at Bama", "the abduction of two priests"]
)
def test_an_act_elsewhere_or_of_others_that_was_not_told_gives_no_day(words: str) -> None:
    text = f"A car blew up in Diban on 12 April.\n\nTwo days after {words}, men were held in Bab."
    last = read_time(text, date(2023, 4, 20)).timexes[-1]
    assert last.start is None
