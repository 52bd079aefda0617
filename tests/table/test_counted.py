"""Counts between what is certain and what is possible, by hand."""

from datetime import UTC, datetime

import pytest

from dashboard.table import Dataset
from dashboard.table.bins import bins
from dashboard.table.counted import OTHERS, Per, counted
from dashboard.table.index import Index, Rows
from dashboard.table.lanes import LanesBy
from tests.sample import ZONE, dataset


def rows(*spans: tuple[str, str], **every: object) -> Rows:
    """Events from a day of May 2018 until another."""
    events = [{"event_id": f"e{at}", "start": day(first), "end": day(last)} | every for at, (first, last) in enumerate(spans)]  # fmt: skip
    return Index(Dataset.from_rows(events).events).everything


def day(number: str) -> datetime:
    return datetime.fromisoformat(f"2018-05-{number}").replace(tzinfo=UTC)


SPANS = [
    ([("01", "02")], [1], [1], "of one day"),
    ([("01", "03")], [0, 0], [1, 1], "on one of two days"),
    ([("01", "02"), ("01", "03")], [1, 0], [2, 1], "both"),
]


@pytest.mark.parametrize(("spans", "certain", "possible", "why"), SPANS)
def test_an_event_is_certain_in_one_day_and_possible_in_all_it_reaches(
    spans: list[tuple[str, str]], certain: list[int], possible: list[int], why: str
) -> None:
    (group,) = counted(rows(*spans), zone="UTC", per=Per.DAY).groups
    assert (group.events.certain.tolist(), group.events.possible.tolist()) == (certain, possible), why


def test_the_dead_are_certain_by_the_lowest_figure_within_a_day_and_possible_by_the_highest_where_it_may_be() -> (
    None
):
    told = {"fatalities_low": 3, "fatalities_high": 5}
    (group,) = counted(rows(("01", "02"), ("01", "03"), **told), zone="UTC", per=Per.DAY).groups
    assert group.dead.certain.tolist() == [3, 0]
    assert group.dead.possible.tolist() == [10, 5]
    assert group.told == 2


@pytest.mark.parametrize("modality", ["planned", "denied", "hypothetical"])
def test_what_is_not_told_to_have_happened_is_never_certain(modality: str) -> None:
    (group,) = counted(rows(("01", "02"), modality=modality, fatalities=4), zone="UTC", per=Per.DAY).groups
    assert group.events.certain.tolist() == group.dead.certain.tolist() == [0]
    assert group.events.possible.tolist() == [1]


def test_days_are_those_of_the_strip_above_the_chart_but_for_what_did_not_happen() -> None:
    index = dataset().index
    strip = bins(index.everything, zone=ZONE, size="D")
    (group,) = counted(index.everything, zone=ZONE, per=Per.DAY).groups
    assert group.events.possible.tolist() == (strip["certain"] + strip["uncertain"]).tolist()
    assert (group.events.certain <= strip["certain"].to_numpy()).all()


def test_by_type_the_largest_come_first_and_the_rest_are_others() -> None:
    events = [{"event_id": f"e{at}", "start": day("01"), "end": day("02"), "actor1": f"Group {at % 9}"} for at in range(20)]  # fmt: skip
    every = Index(Dataset.from_rows(events).events).everything
    groups = counted(every, zone="UTC", by=LanesBy.ACTOR).groups
    assert [group.count for group in groups] == [3, 3, 2, 2, 2, 2, 2, 4]
    assert groups[-1].name == OTHERS


def test_what_lies_outside_the_window_or_has_no_time_is_counted_apart() -> None:
    every = rows(("01", "02"), ("10", "11"), ("20", "21"))
    found = counted(every, zone="UTC", window=(day("09"), day("12")))
    assert (found.groups[0].count, found.outside) == (1, 2)
    assert counted(rows().first(0), zone="UTC").groups == ()


@pytest.mark.parametrize(("last", "per"), [("03", Per.DAY), ("30", Per.DAY)])
def test_a_bin_is_the_shortest_of_which_there_are_not_too_many(last: str, per: Per) -> None:
    assert counted(rows(("01", "02"), ("02", last)), zone="UTC").per is per


def test_days_of_a_hundred_years_are_not_drawn_even_when_asked_for() -> None:
    old = {
        "event_id": "old",
        "start": datetime(1930, 1, 1, tzinfo=UTC),
        "end": datetime(1930, 1, 2, tzinfo=UTC),
    }
    new = {"event_id": "new", "start": day("01"), "end": day("02")}
    found = counted(Index(Dataset.from_rows([old, new]).events).everything, zone="UTC", per=Per.DAY)
    assert found.per is Per.YEAR
    assert len(found.edges) < 100
