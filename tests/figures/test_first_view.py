"""A chart opens where nearly all events are, and says what lies outside."""

from datetime import UTC, datetime, timedelta

import pytest

from dashboard.figures.first_view import FirstView, first_view
from dashboard.table import Dataset

BEGIN = datetime(2018, 5, 19, tzinfo=UTC)
HOUR, DAY = timedelta(hours=1), timedelta(days=1)


def opens(*stretches: tuple[datetime, datetime], **said: object) -> FirstView | None:
    """Where a chart of events of these times opens."""
    rows = [
        {"event_id": f"e{at}", "start": first.isoformat(), "end": last.isoformat(), **said}
        for at, (first, last) in enumerate(stretches)
    ]
    return first_view(Dataset.from_rows(rows).index.everything)


def hours(count: int, begin: datetime = BEGIN) -> list[tuple[datetime, datetime]]:
    """So many events of six hours each, one an hour."""
    return [(begin + at * HOUR, begin + (at + 6) * HOUR) for at in range(count)]


MONTH = (BEGIN - 30 * DAY, BEGIN + HOUR)


@pytest.mark.parametrize(
    ("stretches", "outside", "beyond"),
    [
        ([*hours(8), MONTH, MONTH], 0, 2),
        ([*hours(8), (BEGIN - 600 * DAY, BEGIN - 599 * DAY)], 1, 0),
        ([*hours(8), (BEGIN - 600 * DAY, BEGIN - 599 * DAY), MONTH], 1, 1),
        ([*hours(40, BEGIN), *hours(2, BEGIN + 400 * DAY)], 2, 0),
    ],
    ids=["months beside days", "an old event", "both", "two late ones of many"],
)
def test_an_outlier_never_rules(
    stretches: list[tuple[datetime, datetime]], outside: int, beyond: int
) -> None:
    found = opens(*stretches)
    assert found
    assert (found.outside, found.beyond) == (outside, beyond)
    assert found.last - found.first < 3 * DAY
    assert found.first < BEGIN + HOUR


@pytest.mark.parametrize(
    "stretches",
    [
        [],
        hours(3),
        hours(200),
        [*hours(6), *hours(6, BEGIN + 400 * DAY)],
        [(BEGIN + at * at * DAY, BEGIN + (at * at + 1) * DAY) for at in range(12)],
        [MONTH] * 9,
    ],
    ids=["none", "three", "close together", "two halves", "thinning out", "alike"],
)
def test_where_events_are_spread_all_of_them_are_shown(stretches: list[tuple[datetime, datetime]]) -> None:
    assert opens(*stretches) is None


def test_a_misread_year_is_outside_as_well() -> None:
    far = datetime(1200, 1, 1, tzinfo=UTC)
    found = opens(*hours(8), MONTH, (far, far + DAY), published=BEGIN.isoformat())
    assert found
    assert found.words == "1 event lies outside this stretch and 1 reaches beyond it"


def test_a_million_events_are_looked_at_by_a_sample_and_counted_one_by_one() -> None:
    found = opens(*hours(30_000), (BEGIN - 9_000 * 40 * DAY // 24, BEGIN - 9_000 * DAY))
    assert found
    assert found.outside == 1
