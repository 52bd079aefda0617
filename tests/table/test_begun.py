"""How many events may have begun by when."""

from datetime import timedelta

from dashboard.table import Dataset
from dashboard.table.begun import MOST_STOPS, begun
from dashboard.table.epochs import instant, moment_of
from dashboard.table.index import Rows
from tests.told import MONITOR, day, event


def rows(*begins: float, **more: object) -> Rows:
    """Events that begin so many days after the first."""
    made = [event(0, MONITOR) | {"event_id": f"e{at}", "start": day(0) + timedelta(days=each), "end": day(0) + timedelta(days=each, hours=6)} | more for at, each in enumerate(begins)]  # fmt: skip
    return Dataset.from_rows(made).index.everything


def stops(found: Rows, first: int, last: int) -> list[tuple[int, int]]:
    """Days from the first, and how many may have begun."""
    told = begun(found, instant(day(first)), instant(day(last)))
    days = [(moment_of(each) - day(0)).days for each in told.moments.tolist()]
    return list(zip(days, told.counts.tolist(), strict=True))


def test_the_stops_are_where_events_begin_between_the_edges() -> None:
    assert stops(rows(2, 4, 4, 7), 0, 10) == [(0, 0), (2, 1), (4, 3), (7, 4), (10, 4)]


def test_what_goes_on_already_counts_from_the_first_stop_and_what_is_over_or_later_never() -> None:
    assert stops(rows(0, 2.9, 4, 20), 3, 10) == [(3, 1), (4, 2), (10, 2)]


def test_a_beginning_that_nobody_knows_counts_from_the_first_stop() -> None:
    assert stops(rows(2, start=None), 0, 10) == [(0, 1), (10, 1)]


def test_too_many_beginnings_are_evenly_spaced_stops_and_every_event_is_counted() -> None:
    told = begun(rows(*(each / 100 for each in range(1, 500))), instant(day(0)), instant(day(10)))
    assert len(told.moments) == MOST_STOPS + 1
    assert told.counts[-1] == 499
    assert (told.counts[1:] >= told.counts[:-1]).all()
