"""What the index answers, held against plain pandas that looks at every row."""

from collections.abc import Hashable, Mapping
from datetime import UTC, datetime, timedelta
from functools import cache
from random import Random
from typing import Any

import numpy as np
import pandas as pd
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from dashboard.figures.lanes import crowded
from dashboard.figures.shown import MOST_LANES, shown_of
from dashboard.table import Dataset
from dashboard.table.binned import bin_of
from dashboard.table.bins import bins
from dashboard.table.columns import EVENT_TYPES
from dashboard.table.filters import UNSAID, Selection, facet_counts, mask, wanted
from dashboard.table.index import Index, Rows
from dashboard.table.lanes import NAMELESS, LanesBy, lane_names
from dashboard.table.links import contradicting, telling, told_in, told_of
from dashboard.table.place_index import place_index
from dashboard.table.sources import sources_of
from dashboard.table.ways import NO_PLACE
from dashboard.table.zones import home_zone

FIRST = datetime(2018, 1, 1, tzinfo=UTC)
HOUR = timedelta(hours=1)
SEEDS = st.integers(0, 5)
PLACES = ["", "A", "B", "A/B", "%"]
NAMES = ["", "one", "two", "one; two", "three"]

hours = st.none() | st.integers(0, 60)
few = st.lists(st.sampled_from(["one", "two", "nobody", UNSAID]), max_size=2).map(tuple)
keys = st.lists(
    st.lists(st.sampled_from(["", "A", "B", "A%2FB", "%25", "C"]), min_size=1, max_size=4).map("/".join)
    | st.just(NO_PLACE),
    max_size=2,
).map(tuple)
windows = st.tuples(hours, hours).filter(
    lambda edges: edges[0] is None or edges[1] is None or edges[0] < edges[1]
)
selections = st.builds(
    lambda window, **others: Selection(start=_at(window[0]), end=_at(window[1]), **others),
    windows,
    actors=few,
    sources=few,
    places=keys,
    event_types=st.sampled_from([(), EVENT_TYPES[:1], (UNSAID,)]),
    precisions=st.sampled_from([(), ("day",)]),
    must=st.booleans(),
    text=st.sampled_from(["", "HOMS", "homs calm", "one", "قصف"]),
)


def _at(hour: int | None) -> datetime | None:
    return None if hour is None else FIRST + hour * HOUR


@cache
def _dataset(seed: int) -> Dataset:
    """Some events of few words, so that they agree in many ways."""
    draw = Random(seed)
    names, places = NAMES[:3], [*PLACES, *PLACES[1:3]]
    events = [
        {
            **{
                edge: _at(draw.choice([None, draw.randrange(60)]))
                for edge in ("start", "end", "core_start", "core_end")
            },
            **{level: draw.choice(places) for level in ("country", "admin1", "admin2", "location")},
            "event_id": f"e{n}",
            "event_type": draw.choice(["", *EVENT_TYPES[:2]]),
            "actor1": draw.choice(names),
            "actor2": draw.choice(names),
            "source": draw.choice(NAMES),
            "granularity": draw.choice(["", "day", "hour"]),
            "timezone": draw.choice(["", "UTC", "Asia/Damascus", "Mars/Olympus"]),
            "notes": draw.choice(["", "Shelling of Homs", "calm in homs", "قصف"]),
        }
        for n in range(60)
    ]
    mentions = [
        {
            "event_id": f"e{draw.randrange(70)}",
            "report_id": f"r{draw.randrange(12)}",
            "conflict": draw.choice(["", "", "another day"]),
        }
        for _ in range(90)
    ]
    reports = [{"report_id": f"r{n}", "published": _at(draw.randrange(30)) if n else None} for n in range(10)]
    return Dataset.from_rows(events, mentions, reports)


@settings(max_examples=25, deadline=None)
@given(SEEDS, selections)
def test_a_row_is_wanted_when_each_filter_says_so(seed: int, selection: Selection) -> None:
    dataset = _dataset(seed)
    asked = [_wanted(row, selection) for row in dataset.events.to_dict("records")]
    assert mask(dataset.index, selection).tolist() == asked
    assert wanted(dataset.index, selection).mask().tolist() == asked


@settings(max_examples=25, deadline=None)
@given(SEEDS, selections)
def test_a_choice_is_counted_by_every_filter_but_its_own(seed: int, selection: Selection) -> None:
    dataset = _dataset(seed)
    for column, field in (("source", "sources"), ("actor1", "actors"), ("event_type", "event_types")):
        left = [row for row in dataset.events.to_dict("records") if _wanted(row, selection, but=field)]
        found = {
            value: count for value, count in facet_counts(dataset.index, selection, column).items() if count
        }
        values = {value for row in left for value in _values(row, field)}
        assert found == {value: sum(value in _values(row, field) for row in left) for value in values}


@settings(max_examples=25, deadline=None)
@given(SEEDS, selections)
def test_a_place_counts_what_lies_in_it(seed: int, selection: Selection) -> None:
    dataset = _dataset(seed)
    index = place_index(dataset.index)
    left = [row for row in dataset.events.to_dict("records") if _wanted(row, selection, but="places")]
    counts = index.counts(dataset.index, selection).tolist()
    for key, count in zip(index.keys, counts, strict=True):
        assert count == sum(_is_at(row, key) for row in left)


@settings(max_examples=25, deadline=None)
@given(SEEDS)
def test_the_home_zone_is_that_of_most(seed: int) -> None:
    events = _dataset(seed).events
    counts = events["timezone"][events["timezone"].isin(["UTC", "Asia/Damascus"])].astype(str).value_counts()
    most = sorted(counts.items(), key=lambda item: (-item[1], item[0]))
    assert home_zone(events) == (most[0][0] if most else "UTC")


@settings(max_examples=25, deadline=None)
@given(SEEDS, windows)
def test_bins_of_some_rows_are_those_of_their_frame(seed: int, window: tuple[int | None, int | None]) -> None:
    dataset = _dataset(seed)
    some = wanted(dataset.index, Selection(start=_at(window[0]), end=_at(window[1])))
    pd.testing.assert_frame_equal(bins(some), bins(some.frame()))


@settings(max_examples=25, deadline=None)
@given(SEEDS, st.integers(0, 25), st.integers(0, 4))
def test_the_last_reports_that_tell_of_some_events(seed: int, hour: int, most: int) -> None:
    dataset = _dataset(seed)
    some = Rows(dataset.index, np.arange(0, len(dataset.events), 2))
    ids = set(some.frame()["event_id"])
    told = dataset.mentions[dataset.mentions["event_id"].isin(ids)]
    here = dataset.reports[dataset.reports["report_id"].isin(told["report_id"])]
    seen = here[(here["published"] >= FIRST) & (here["published"] < _at(hour))].sort_values("published")
    span = (int(FIRST.timestamp()) * 1_000_000, int((FIRST + hour * HOUR).timestamp()) * 1_000_000)
    found = telling(some, span, lambda at: np.ones(len(at), dtype=bool), most)
    assert found.tolist() == (seen.index.tolist()[-most:] if most else [])
    mentions, reports = told_of(some)
    assert sorted(mentions.index) == sorted(told.index)
    assert set(reports["report_id"]) == set(here["report_id"])
    odd = contradicting(some)
    assert odd is not None
    assert sorted(odd.index) == sorted(told.index[told["conflict"] != ""])
    for report_id in dataset.reports["report_id"]:
        by_report = dataset.mentions.loc[dataset.mentions["report_id"] == report_id, "event_id"]
        there = dataset.events["event_id"].isin(by_report)
        assert (
            told_in(dataset.index, report_id).frame()["event_id"].tolist()
            == dataset.events["event_id"][there].tolist()
        )


def test_mentions_are_found_where_no_reports_are_given() -> None:
    dataset = _dataset(0)
    alone = contradicting(Index(dataset.events, dataset.mentions).everything)
    together = contradicting(dataset.index.everything)
    assert alone is not None
    assert together is not None
    assert len(together)
    assert alone.index.tolist() == together.index.tolist()


def test_many_events_ask_the_reports_and_few_the_events_and_both_say_the_same() -> None:
    rows = 9_000
    dataset = Dataset.from_rows(
        [{"event_id": f"e{n}", "start": FIRST + n * HOUR} for n in range(rows)],
        [{"event_id": f"e{n}", "report_id": f"r{n // 10}"} for n in range(0, rows, 3)],
        [{"report_id": f"r{n}", "published": FIRST + n * 7 % 900 * HOUR} for n in range(rows // 10)],
    )
    span = (int(FIRST.timestamp()) * 1_000_000, int((FIRST + 700 * HOUR).timestamp()) * 1_000_000)
    every = np.arange(rows)
    some = every[every % 20 < 10]
    many, fewer = Rows(dataset.index, some), Rows(dataset.index, some[-3_000:])

    def told(rows: Rows) -> list[str]:
        return dataset.reports["report_id"].iloc[telling(rows, span, lambda at: at % 2 == 0, 40)].tolist()

    def by_pandas(rows: Rows) -> list[str]:
        mentions = dataset.mentions[dataset.mentions["event_id"].isin(rows.frame()["event_id"])]
        here = dataset.reports[dataset.reports["report_id"].isin(mentions["report_id"])]
        here = here[(here.index % 2 == 0) & (here["published"] < FIRST + 700 * HOUR)]
        return here.sort_values("published")["report_id"].tolist()[-40:]

    assert told(many) == by_pandas(many)
    assert told(fewer) == by_pandas(fewer)


@settings(max_examples=25, deadline=None)
@given(st.lists(st.integers(-1000, 10**9), min_size=3, max_size=300, unique=True), st.integers(0, 2**32 - 1))
def test_a_moment_is_in_the_bin_that_a_search_finds(edges: list[int], seed: int) -> None:
    bounds = np.array(sorted(edges))
    moments = np.concatenate(
        [np.random.default_rng(seed).integers(-(10**6), 10**9 + 10**6, 70_000), bounds, bounds - 1]
    )
    searched = np.clip(np.searchsorted(bounds, moments, side="right") - 1, 0, len(bounds) - 2)
    np.testing.assert_array_equal(bin_of(bounds, moments), searched)


@pytest.mark.parametrize("seed", range(6))
@pytest.mark.parametrize("by", ["location", "source", "event_type"])
def test_lanes_stand_in_the_order_of_their_first_events(seed: int, by: str) -> None:
    shown = shown_of(_dataset(seed).events, "UTC", None, by)
    lanes, numbers = crowded(shown)
    labels = [lanes[number][0] for number in numbers.tolist()]
    first = {
        label: min(at for at, each in zip(shown.first, labels, strict=True) if each == label)
        for label in labels
    }
    begun = [first[label] for label, _ in lanes]
    assert begun == sorted(begun)
    assert [count for _, count in lanes] == [labels.count(label) for label, _ in lanes]
    names = lane_names(shown.rows, by)
    assert [name or NAMELESS[LanesBy(by)] for name in names] == labels


def test_the_smallest_of_many_lanes_are_one() -> None:
    rows = [
        {"event_id": f"e{n}", "start": FIRST + n * HOUR, "location": f"{min(n, 99 - n % 80)}"}
        for n in range(2_000)
    ]
    shown = shown_of(Dataset.from_rows(rows).events, "UTC", None, "location")
    lanes, numbers = crowded(shown)
    sizes = shown.rows.frame()["location"].value_counts()
    assert len(lanes) == MOST_LANES
    assert lanes[0] == (f"{len(sizes) - MOST_LANES + 1} others", int(sizes.iloc[MOST_LANES - 1 :].sum()))
    assert np.bincount(numbers).tolist() == [count for _, count in lanes]
    assert dict(lanes[1:]).items() <= sizes.to_dict().items()


def _wanted(row: Mapping[Hashable, Any], selection: Selection, but: str = "") -> bool:
    """Row by row, in so many words."""
    for field in ("actors", "sources", "event_types", "precisions"):
        asked = ["" if value == UNSAID else value for value in getattr(selection, field)]
        if asked and field != but and not set(asked) & set(_values(row, field)):
            return False
    if selection.places and but != "places" and not any(_is_at(row, key) for key in selection.places):
        return False
    text = "\n".join(
        str(row[name])
        for name in ("event_type", "actor1", "actor2", "location", "admin1", "admin2", "source", "notes")
    )
    return _in_window(row, selection) and all(
        word.casefold() in text.casefold() for word in selection.text.split()
    )


def _values(row: Mapping[Hashable, Any], field: str) -> tuple[str, ...]:
    if field == "actors":
        said = tuple(dict.fromkeys(str(row[side]) for side in ("actor1", "actor2") if row[side]))
        return said or ("",)
    if field == "sources":
        return tuple(dict.fromkeys(sources_of(str(row["source"]))))
    return (str(row[{"event_types": "event_type", "precisions": "granularity"}[field]]),)


def _is_at(row: Mapping[Hashable, Any], key: str) -> bool:
    parts = (
        ["", "", "", ""]
        if key == NO_PLACE
        else [part.replace("%2F", "/").replace("%25", "%") for part in key.split("/")]
    )
    return all(
        row[level] == part
        for level, part in zip(("country", "admin1", "admin2", "location"), parts, strict=False)
    )


def _in_window(row: Mapping[Hashable, Any], selection: Selection) -> bool:
    if not selection.has_window:
        return True
    if pd.isna(row["start"]) and pd.isna(row["end"]):
        return False
    opens = selection.start or FIRST - 30_000 * HOUR
    closes = selection.end or FIRST + 30_000 * HOUR
    first = FIRST - 20_000 * HOUR if pd.isna(row["start"]) else row["start"]
    last = FIRST + 20_000 * HOUR if pd.isna(row["end"]) else row["end"]
    last = max(last, first + timedelta(microseconds=1))
    if not selection.must:
        return bool(first < closes and last > opens)
    begun, ended = row["core_start"], row["core_end"]
    certain = not pd.isna(begun) and not pd.isna(ended)
    sure = certain and begun < closes and max(ended, begun + timedelta(microseconds=1)) > opens
    return bool(sure or (first >= opens and last <= closes))
