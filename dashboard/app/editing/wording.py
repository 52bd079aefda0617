"""Events in the words that the page says of what was done with them, and what is known where their fields are read."""

from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

from dashboard.store.typed_fields import Known
from dashboard.table import Dataset
from dashboard.table.describe import Event, title, when
from dashboard.table.links import number_of
from dashboard.text.apart import apart
from dashboard.wording.say import say, so_many

if TYPE_CHECKING:
    import pandas as pd


def row_of(dataset: Dataset, event_id: str) -> "pd.Series[Any] | None":
    """An event's row; None where there is none of that id."""
    at = number_of(dataset.events, "event_id", event_id)
    return None if at is None else dataset.events.iloc[at]


def known_of(dataset: Dataset, event_id: str) -> Known:
    """The zone and the country of an event, where its times and places are looked for."""
    row = row_of(dataset, event_id)
    return Known() if row is None else Known(str(row["timezone"] or ""), str(row["iso"] or ""))


def known_of_all(dataset: Dataset, ids: Sequence[str]) -> Known:
    """The zone and the country that all the events share."""
    there = dataset.events[dataset.events["event_id"].isin(list(ids))]
    zones, isos = (there[name].astype(str).unique().tolist() for name in ("timezone", "iso"))
    return Known(zones[0] if len(zones) == 1 else "", isos[0] if len(isos) == 1 else "")


def most_used_zone(dataset: Dataset) -> str:
    """The zone that most events are of."""
    zones = dataset.events["timezone"].astype(str)
    zones = zones[zones != ""]
    return "" if zones.empty else str(zones.mode().iloc[0])


def name_of(dataset: Dataset, ids: Sequence[str]) -> str:
    """One event by its name and place, several by their number."""
    row = row_of(dataset, ids[0])
    if len(ids) > 1 or row is None:
        return events_in_words(len(ids))
    return headline(row)


def words_of(dataset: Dataset, event_id: str) -> str:
    """What an event says now."""
    row = row_of(dataset, event_id)
    return in_a_line(row) if row is not None else event_id


def headline(event: Event) -> str:
    """What an event is, and where."""
    name = apart(title(event))
    return (
        say("{event}, {place}", event=name, place=apart(str(event["location"])))
        if event["location"]
        else name
    )


def in_a_line(event: Event) -> str:
    """What an event is, where and when."""
    return say("{event}: {time}", event=headline(event), time=when(event))


def events_in_words(count: int) -> str:
    """How many events.

    >>> events_in_words(1), events_in_words(1208)
    ('1 event', '1,208 events')
    """
    return so_many("{count} event", "{count} events", count)
