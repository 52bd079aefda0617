from collections.abc import Callable
from datetime import UTC, datetime, timedelta

import pandas as pd
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from dashboard.errors import SelectionError
from dashboard.table import Dataset
from dashboard.table.filters import UNSAID, Selection, facet_counts, select
from dashboard.table.ways import NO_PLACE
from tests.sample import dataset

DAY = timedelta(days=1)


def at(text: str) -> datetime:
    return datetime.fromisoformat(text).replace(tzinfo=UTC)


def titles(selection: Selection) -> list[str]:
    """The first words of the quotes that are left."""
    return [" ".join(quote.split()[:2]) for quote in select(dataset().events, selection)["notes"]]


CHOSEN = [
    (Selection(), 8),
    (Selection(places=("Syria",)), 7),
    (Selection(places=("Syria/Rif Dimashq",)), 5),
    (Selection(places=("Syria/Rif Dimashq/Douma/Douma",)), 2),
    (Selection(places=("Syria/Homs", "Syria/Rif Dimashq/Kafr Batna")), 3),
    (Selection(places=(NO_PLACE,)), 1),
    (Selection(places=("Syria/Atlantis",)), 0),
    (Selection(event_types=("Protests", "Battles")), 3),
    (Selection(sub_event_types=("Armed clash",)), 2),
    (Selection(ext_types=("evacuation",)), 1),
    (Selection(ext_types=(UNSAID,)), 5),
    (Selection(actors=("Civilians",)), 1),
    (Selection(actors=("Protesters", "Civilians")), 2),
    (Selection(actors=(UNSAID,)), 6),
    (Selection(sources=("Sample Monitor",)), 8),
    (Selection(sources=("Nobody",)), 0),
    (Selection(precisions=("daypart",)), 4),
    (Selection(modalities=("planned", "denied")), 2),
    (Selection(text="douma"), 8),
    (Selection(text="buses IDLIB"), 1),
    (Selection(text="artillery homs-and-nowhere"), 0),
    (Selection(text="armed clash arbin"), 1),
    (Selection(text="<script>"), 1),
    (Selection(text="(.*"), 0),
    (Selection(places=("Syria/Homs",), event_types=("Protests",)), 1),
]  # fmt: skip


@pytest.mark.parametrize(("selection", "left"), CHOSEN)
def test_a_selection_leaves_the_events_it_asks_for(selection: Selection, left: int) -> None:
    assert len(select(dataset().events, selection)) == left


# The window, in UTC; Damascus is two hours ahead.
WINDOWS = [
    ("2018-03-05 12:00", "2018-03-05 13:00", {"Warplanes bombed", "A truce"}, {"Warplanes bombed", "A truce"}),
    ("2018-03-06 05:00", "2018-03-06 06:00", {"Artillery struck", "A truce"}, {"A truce"}),
    ("2018-03-06 04:00", "2018-03-06 10:00", {"Artillery struck", "A truce"}, {"Artillery struck", "A truce"}),
    ("2018-02-10 00:00", "2018-02-11 00:00", {"Gunmen clashed"}, set()),
    ("2018-01-31 22:00", "2018-02-28 22:00", {"Gunmen clashed", "The army"}, {"Gunmen clashed"}),
    ("2018-03-04 10:00", "2018-03-04 16:00", {"A truce", "The army"}, set()),
    ("2018-03-07 04:00", "2018-03-08 00:00", set(), set()),
]  # fmt: skip


@pytest.mark.parametrize(("start", "end", "may", "must"), WINDOWS)
def test_an_event_may_or_must_overlap_a_window(start: str, end: str, may: set[str], must: set[str]) -> None:
    assert set(titles(Selection(start=at(start), end=at(end)))) == may
    assert set(titles(Selection(start=at(start), end=at(end), must=True))) == must


def test_undated_events_stay_until_time_is_narrowed() -> None:
    assert len(select(dataset().events, Selection(event_types=("Battles",)))) == 2
    assert len(select(dataset().events, Selection(event_types=("Battles",), start=at("1900-01-01")))) == 1


def test_an_event_with_an_open_side_reaches_for_ever() -> None:
    rows = [{"event_id": "until", "end": at("2018-01-01")}, {"event_id": "since", "start": at("2018-01-01")}]
    events = Dataset.from_rows(rows).events
    assert list(select(events, Selection(end=at("1900-01-01")))["event_id"]) == ["until"]
    assert list(select(events, Selection(start=at("2100-01-01")))["event_id"]) == ["since"]


def test_an_exact_moment_is_in_the_window_that_begins_with_it() -> None:
    noon = at("2018-01-01 12:00")
    events = Dataset.from_rows([{"event_id": "e", "start": noon, "end": noon}]).events
    assert len(select(events, Selection(start=noon, end=noon + DAY))) == 1
    assert len(select(events, Selection(start=noon - DAY, end=noon))) == 0


def test_a_filter_gives_a_new_frame_and_keeps_the_index() -> None:
    events = dataset().events
    before = events.copy()
    left = select(events, Selection(event_types=("Protests",)))
    assert left.index.tolist() == events.index[events["event_type"] == "Protests"].tolist()
    pd.testing.assert_frame_equal(events, before)


def test_a_window_that_ends_before_it_starts_is_refused() -> None:
    with pytest.raises(SelectionError, match="2018-03-02 00:00 to 2018-03-01 00:00 ends before it starts"):
        Selection(start=at("2018-03-02"), end=at("2018-03-01"))


def test_a_window_in_no_time_zone_is_refused() -> None:
    with pytest.raises(SelectionError, match="is in no time zone"):
        Selection(start=datetime(2018, 3, 2))


def test_counts_are_those_under_all_filters_but_the_columns_own() -> None:
    chosen = Selection(places=("Syria/Homs",), event_types=("Riots",))
    assert facet_counts(dataset().events, chosen, "event_type") == {"Battles": 1, "Protests": 1, "Riots": 0}
    assert facet_counts(dataset().events, Selection(event_types=("Protests",)), "granularity") == {
        "daypart": 1
    }


def test_an_actor_counts_once_an_event_on_whichever_side() -> None:
    rows = [
        {"event_id": "1", "actor1": "A", "actor2": "B"},
        {"event_id": "2", "actor1": "A", "actor2": "A"},
        {"event_id": "3", "actor1": "B"},
        {"event_id": "4"},
    ]
    counts = facet_counts(Dataset.from_rows(rows).events, Selection(), "actor1")
    assert counts == {"A": 2, "B": 2, "": 1}


def test_a_column_no_filter_goes_by_is_refused() -> None:
    with pytest.raises(SelectionError, match="no filter goes by 'notes'"):
        facet_counts(dataset().events, Selection(), "notes")


@settings(max_examples=30, deadline=None)
@given(st.integers(0, 60 * 24 * 40), st.integers(1, 60 * 24 * 10))
def test_what_must_overlap_a_window_also_may(start: int, length: int) -> None:
    first = at("2018-02-01") + timedelta(minutes=start)
    window = Selection(start=first, end=first + timedelta(minutes=length))
    events = dataset().events
    must = Selection(start=window.start, end=window.end, must=True)
    assert set(select(events, must).index) <= set(select(events, window).index)


CHOICES = [
    ("event_type", lambda value: Selection(event_types=(value,))),
    ("sub_event_type", lambda value: Selection(sub_event_types=(value,))),
    ("ext_type", lambda value: Selection(ext_types=(value,))),
    ("actor1", lambda value: Selection(actors=(value,))),
    ("source", lambda value: Selection(sources=(value,))),
    ("granularity", lambda value: Selection(precisions=(value,))),
    ("modality", lambda value: Selection(modalities=(value,))),
]


@pytest.mark.parametrize(("column", "choosing"), CHOICES)
def test_a_count_is_what_choosing_the_value_leaves(column: str, choosing: Callable[[str], Selection]) -> None:
    events = dataset().events
    counts = facet_counts(events, Selection(), column)
    assert counts == {value: len(select(events, choosing(value or UNSAID))) for value in counts}


SEVERAL = Dataset.from_rows(
    [{"event_id": "both", "source": "A monitor; The radio"}, {"event_id": "one", "source": "The radio"},
     {"event_id": "nobody's"}]
).events  # fmt: skip


@pytest.mark.parametrize(
    ("sources", "left"),
    [
        (("A monitor",), ["both"]),
        (("The radio",), ["both", "one"]),
        (("A monitor", "The radio"), ["both", "one"]),
        ((UNSAID,), ["nobody's"]),
        (("A monitor; The radio",), []),
    ],
)
def test_an_event_is_of_every_source_that_tells_of_it(sources: tuple[str, ...], left: list[str]) -> None:
    assert list(select(SEVERAL, Selection(sources=sources))["event_id"]) == left


def test_each_source_counts_the_events_it_tells_of() -> None:
    counts = {"The radio": 2, "": 1, "A monitor": 1}
    assert facet_counts(SEVERAL, Selection(sources=("A monitor",)), "source") == counts
