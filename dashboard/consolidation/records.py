"""Events as single reports tell them, as plain rows that can be compared, fused and taken apart.

A record is an event's row with the rows of its mentions. By itself a mention is a record too: it keeps
what it tells (the column ``fields``), so that what was brought together can be separated again.
"""

import json
import re
from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import UTC, datetime

import pandas as pd

from dashboard.extraction.acled import ExtType
from dashboard.extraction.link.batches import batches
from dashboard.extraction.link.features import Features, Spot
from dashboard.table.columns import CATEGORY, EVENT_COLUMNS, FLAG, TEXT, TIME
from dashboard.table.dataset import Dataset, Row, Values

_WORD = re.compile(r"[^\W\d_]{4,}")
_MOMENTS = frozenset(column.name for column in EVENT_COLUMNS if column.dtype == TIME)
_FACELESS = "Unidentified"
_UNARMED = frozenset({"Civilians", "Protesters", "Rioters"})
_LAST = datetime.max.replace(tzinfo=UTC)


@dataclass(frozen=True, slots=True)
class EventRecord:
    """One event as reported: its row, its mentions' rows, best first, and when its reports were published."""

    row: Row
    mentions: tuple[Row, ...]
    published: datetime = _LAST

    @property
    def event_id(self) -> str:
        """The id of the event."""
        return str(self.row["event_id"])

    @property
    def mention_ids(self) -> frozenset[str]:
        """The mentions it rests on."""
        return frozenset(str(mention["mention_id"]) for mention in self.mentions)

    @property
    def report_ids(self) -> frozenset[str]:
        """The reports it rests on."""
        return frozenset(str(mention["report_id"]) for mention in self.mentions)

    @property
    def source(self) -> str:
        """Who reported it, as it is named in a reason."""
        return str(self.row["source"] or self.row["url"] or "another report")

    @property
    def order(self) -> tuple[datetime, str, int, str]:
        """Its place among records, whatever order they came in: the earliest report first."""
        at = self.row["char_start"]
        return (
            self.published,
            min(self.report_ids),
            at if isinstance(at, int) else 0,
            self.event_id,
        )


def event_records(dataset: Dataset) -> list[EventRecord]:
    """Every event that rests on reports, in their order; events without a mention are nobody's record."""
    mentions: defaultdict[str, list[Row]] = defaultdict(list)
    for mention in plain_rows(dataset.mentions):
        mentions[str(mention["event_id"])].append(mention)
    rows = plain_rows(dataset.events[dataset.events["event_id"].isin(list(mentions))])
    found = (EventRecord(row, tuple(mentions[str(row["event_id"])]), _published(row)) for row in rows)
    return sorted(found, key=lambda each: each.order)


def plain_rows(frame: pd.DataFrame) -> list[Row]:
    """The frame's rows with None where something is missing."""
    plain = {name: _plain(frame[name]) for name in frame.columns}
    return [dict(zip(plain, row, strict=True)) for row in zip(*plain.values(), strict=True)]


def features_of(record: EventRecord) -> Features:
    """What a record says, in the form in which records are compared."""
    row = record.row
    quotes = " ".join(str(mention["quote"]) for mention in record.mentions)
    low, high = row["fatalities_low"], row["fatalities_high"]
    return Features(
        event_type=str(row["event_type"]),
        sub_event_type=str(row["sub_event_type"]),
        ext_type=str(row["ext_type"]),
        preparation=row["ext_type"] == ExtType.PREPARATION,
        start=_moment(row["start"]),
        end=_moment(row["end"]),
        ongoing=bool(row["ongoing"]),
        spot=_spot(row),
        actors=_actors(row),
        doer=str(row["actor1"]) if _is_armed(row) else "",
        killed=(low, high if isinstance(high, int) else None) if isinstance(low, int) else None,
        batches=batches(quotes),
        words=_words(quotes) - _words(_compared(record)),
        report_ids=record.report_ids,
    )


def alone(record: EventRecord, mention: Row) -> Row:
    """The row of the event that one mention tells by itself.

    A mention that kept nothing of its own (it came from elsewhere) takes the row, with its own time.
    """
    own = {
        name: mention[name] for name in ("char_start", "char_end", "time_text", "time_rule", "reference_time")
    }
    own |= {"notes": mention["quote"], "start": mention["start"], "end": mention["end"], "n_mentions": 1}
    stated = _stated(mention)
    return {
        **record.row,
        **(_BLANK if stated else {}),
        **own,
        "conflicts": "",
        "modality": mention["modality"],
        **stated,
    }


def _stated(mention: Row) -> dict[str, object]:
    groups = json.loads(str(mention["fields"] or "[]"))
    stated = {name: value for group in groups for name, value in group["told"].items()}
    return {name: _moment(value) if name in _MOMENTS else value for name, value in stated.items()}


def _plain(series: Values) -> list[object]:
    missing = series.isna().tolist()
    return [None if gone else value for value, gone in zip(series.tolist(), missing, strict=True)]


def _moment(value: object) -> datetime | None:
    if value is None:
        return None
    moment = value if isinstance(value, datetime) else datetime.fromisoformat(str(value))
    return moment.to_pydatetime() if isinstance(moment, pd.Timestamp) else moment


def _published(row: Row) -> datetime:
    return _moment(row["published"]) or _LAST


def _spot(row: Mapping[str, object]) -> Spot | None:
    if not row["location"]:
        return None
    latitude, longitude, precision = row["latitude"], row["longitude"], row["geo_precision"]
    return Spot(
        name=str(row["location"]),
        place_id=str(row["place_id"]),
        latitude=latitude if isinstance(latitude, float) else None,
        longitude=longitude if isinstance(longitude, float) else None,
        precision=precision if isinstance(precision, int) else 0,
        admin1=str(row["admin1"]),
        iso=str(row["iso"]),
    )


def _words(text: str) -> frozenset[str]:
    return frozenset(_WORD.findall(text.lower()))


def _compared(record: EventRecord) -> str:
    """The words that are compared as place and time already."""
    times = (str(mention["time_text"]) for mention in record.mentions)
    return " ".join((str(record.row["location"]), *times))


def _is_armed(row: Row) -> bool:
    """Whether the first actor is a named armed one."""
    return row["actor1_type"] not in _UNARMED and str(row["actor1"]) in _actors(row)


def _actors(row: Row) -> frozenset[str]:
    """Those with a name: "unidentified gunmen" may be anybody's."""
    named = (str(row["actor1"]), str(row["actor2"]), *str(row["assoc_actors"]).split("; "))
    return frozenset(name for name in named if name and not name.startswith(_FACELESS))


_EMPTY: Mapping[str, object] = {TEXT: "", FLAG: False}
_BLANK: Row = {
    column.name: column.silent if column.dtype == CATEGORY else _EMPTY.get(column.dtype)
    for column in EVENT_COLUMNS
    if column.by_mention
}
