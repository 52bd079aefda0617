"""A line that is nothing but a year, over the entries of a list, is the year of them all: in news as well, and whatever came before."""

from datetime import date

import pytest

from dashboard.temporal import read_time

PUBLISHED = date(2017, 7, 28)
LABELS = (
    "{month} {day}: ",
    "- {month} {day}: ",
    "{day} {month} – ",
    "• {day} {month}: ",
    "{month} {day}, {weekday}: ",
    "{month} {day} ({weekday}) – ",
)
ENTRIES = {
    "2015": (date(2015, 3, 8), date(2015, 11, 2)),
    "2016": (date(2016, 1, 24), date(2016, 9, 18), date(2016, 10, 9), date(2016, 12, 30)),
    "2017": (date(2017, 2, 1), date(2017, 7, 7)),
}


def _entry(label: str, day: date) -> str:
    words = label.format(day=day.day, month=f"{day:%B}", weekday=f"{day:%A}")
    return f"{words}Gunmen killed two men in Mora."


@pytest.mark.parametrize("label", LABELS)
@pytest.mark.parametrize(
    "opens", ["Key dates\n\n", "MORA, 28 July 2017 - Here is a list of what happened.\n\n"]
)
def test_entries_are_of_the_year_over_them(label: str, opens: str) -> None:
    sections = ("\n\n".join((year, *(_entry(label, day) for day in days))) for year, days in ENTRIES.items())
    timexes = read_time(opens + "\n\n".join(sections), published=PUBLISHED).timexes
    read = {each.start.date() for each in timexes if each.start and each.granularity == "day"}
    assert {day for days in ENTRIES.values() for day in days} <= read


def test_what_is_told_within_an_entry_counts_from_its_day() -> None:
    text = (
        "Key dates\n\n2016\n\n- October 30, Sunday: A bomb went off. Four days later the market was closed."
    )
    later = read_time(text, published=PUBLISHED).timexes[-1]
    assert later.start
    assert later.start.date() == date(2016, 11, 3)


@pytest.mark.parametrize("words", ["the deadliest attack of the year", "the third raid of the month"])
def test_what_is_ranked_within_a_time_is_not_told_by_it(words: str) -> None:
    (timex,) = read_time(f"Ten people were killed, {words}.", published=PUBLISHED).timexes
    assert timex.bearing == "comparison"


@pytest.mark.parametrize(
    "over",
    [
        "2015\n\nMarch 8: The war began.\n\nLatest\n\n",
        "2015\n\nMarch 8: The war began.\n\nJune 2017\n\n",
        "2015\n\nThe war began.\n\n",
        "People displaced\n2015\nPeople killed\n40\n\n",
    ],
)
def test_a_year_ends_at_another_heading_and_counts_only_over_entries(over: str) -> None:
    text = f"Situation report, 28 July 2017\n\n{over}July 5: Gunmen killed two men in Mora."
    last = read_time(text, published=PUBLISHED).timexes[-1]
    assert last.start
    assert last.start.date() == date(2017, 7, 5)
