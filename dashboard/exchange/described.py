"""What formats for reading, not for counting, say of an event: its name, its time and its place in words."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any, TypeAlias

import pandas as pd

from dashboard.exchange.pieces import slices
from dashboard.extraction.model import Modality
from dashboard.table.describe import Event

Row: TypeAlias = Mapping[str, Any]
NEVER_HAPPENED = frozenset({Modality.PLANNED.value, Modality.DENIED.value})


def rows(events: pd.DataFrame) -> Iterator[dict[str, Any]]:
    """Each event as a dict with its values as pandas gives them, moments aware."""
    for part in slices(events):
        names = [str(name) for name in part]
        columns = [part[name].tolist() for name in part]
        yield from (dict(zip(names, row, strict=True)) for row in zip(*columns, strict=True))


def text(row: Event, column: str) -> str:
    """A cell's words; empty where there are none.

    >>> text({"location": "Douma"}, "location"), text({}, "location")
    ('Douma', '')
    """
    value = row.get(column)
    return "" if value is None or value is pd.NA or value is pd.NaT else str(value)


def number(row: Event, column: str) -> str:
    """A cell's number as it is written; empty where there is none.

    >>> number({"latitude": 33.5}, "latitude"), number({"latitude": pd.NA}, "latitude")
    ('33.5', '')
    """
    value = row.get(column)
    return "" if value is None or pd.isna(value) else str(value)


def moment(row: Event, column: str) -> datetime | None:
    """A cell's moment; None where there is none.

    >>> moment({"start": pd.NaT}, "start")
    """
    value = row.get(column)
    if not isinstance(value, datetime) or pd.isna(value):  # pandas' missing moment is one of datetime's
        return None
    return value.to_pydatetime() if isinstance(value, pd.Timestamp) else value


def where(row: Event) -> str:
    """The place with what it lies in, each name once.

    >>> where({"location": "Douma", "admin1": "Rif Dimashq", "country": "Syria"})
    'Douma, Rif Dimashq, Syria'
    """
    names = (text(row, column) for column in ("location", "admin3", "admin2", "admin1", "country"))
    return ", ".join(dict.fromkeys(name for name in names if name))


def undated(events: pd.DataFrame) -> pd.Series:
    """Which events have no usable beginning."""
    return events["start"].isna()


def many(count: int, noun: str) -> str:
    """So many of them.

    >>> many(1, "report"), many(2_000, "event")
    ('1 report', '2,000 events')
    """
    return f"{count:,} {noun}{'' if count == 1 else 's'}"


@dataclass(frozen=True, slots=True)
class LeftOut:
    """Events that a format has no room for: how many, and why."""

    count: int
    why: str

    def __str__(self) -> str:
        return f"{many(self.count, 'event')} left out: {self.why}"


def counted(count: int, why: str) -> tuple[LeftOut, ...]:
    """So many events were left out and why; nothing where there is none.

    >>> [str(each) for each in counted(1, "has no time")], counted(0, "has no time")
    (['1 event left out: has no time'], ())
    """
    return (LeftOut(count, why),) if count else ()
