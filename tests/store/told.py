"""Two reports that tell of one shelling, and more; shared by the tests of the store."""

from datetime import UTC, date, datetime
from functools import cache

from dashboard.extraction import read_report
from dashboard.table import Dataset, as_reported
from dashboard.text import Report

NOON, EVENING = datetime(2018, 3, 9, 12, tzinfo=UTC), datetime(2018, 3, 9, 18, tzinfo=UTC)
FIRST = "Artillery shelled Douma this morning, killing three people. Warplanes bombed Arbin this morning."
SECOND = "On Tuesday shells fell on Douma. Rockets hit Zamalka on Tuesday."


@cache
def reported(*texts: str, day: date = date(2018, 3, 6)) -> Dataset:
    """What each report tells by itself."""
    return as_reported(
        [read_report(Report(text, published=day, source=str(number))) for number, text in enumerate(texts)]
    )


def at(dataset: Dataset, place: str) -> str:
    """The id of the one event at a place."""
    (event_id,) = dataset.events.loc[dataset.events["location"] == place, "event_id"]
    return str(event_id)


def report_of(dataset: Dataset, event_id: str) -> str:
    """The one report that tells of an event."""
    (found,) = dataset.mentions.loc[dataset.mentions["event_id"] == event_id, "report_id"].unique()
    return str(found)


def mentions(dataset: Dataset, event_id: str) -> list[str]:
    """The ids of an event's mentions."""
    return dataset.mentions.loc[dataset.mentions["event_id"] == event_id, "mention_id"].tolist()


def row(dataset: Dataset, event_id: str) -> dict[str, object]:
    """An event's row."""
    (found,) = dataset.events[dataset.events["event_id"] == event_id].to_dict("records")
    return {str(name): value for name, value in found.items()}


def coded(count: int, *, missing_times: int = 0) -> Dataset:
    """Rows that rest on no report, some at the same moment, some at none."""
    return Dataset.from_rows(
        events=[
            {
                "event_id": f"c{number:04}",
                "dataset": "coded",
                "location": ("Homs", "Hama", "Idlib")[number % 3],
                "fatalities": number % 7,
                "tags": "old; other" if number % 2 else "",
                "start": None if number < missing_times else datetime(2018, 1, 1 + number % 5, tzinfo=UTC),
                "end": None if number < missing_times else datetime(2018, 1, 2 + number % 5, tzinfo=UTC),
            }
            for number in range(count)
        ],
        name="coded",
    )
