"""Several records of one event fused into one: the surest row first, the others where it is silent.

What they contradict each other in (time, place, toll, who) stands on the row and beside the mention.
"""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import datetime
from typing import TypeVar

from dashboard.consolidation.conflicts import conflicts
from dashboard.consolidation.records import EventRecord
from dashboard.extraction.assemble.row_times import NO_TIME
from dashboard.extraction.link.similarity import Similarity
from dashboard.extraction.model import Modality
from dashboard.table.columns import EVENT_COLUMNS, GRANULARITIES, Fusing, ReviewStatus
from dashboard.table.dataset import Row
from dashboard.table.sources import all_sources

_AHEAD_OR_DENIED = frozenset({Modality.PLANNED, Modality.DENIED})
_PLACE, _FILLED = (
    tuple(column.name for column in EVENT_COLUMNS if column.fused is how)
    for how in (Fusing.PLACE, Fusing.FIRST)
)
_FAR = 9  # a precision worse than any
_CONTRADICTED = 0.1  # what a contradiction between reports takes away of the confidence

Comparable = TypeVar("Comparable", int, datetime)


def fused(members: Sequence[EventRecord], likeness: Sequence[Similarity | str | None]) -> EventRecord:
    """One record of all; its id is that of the first, the earliest reported."""
    if len(members) == 1:
        return members[0]
    ordered = sorted(members, key=_rank)
    best = ordered[0]
    why = {id(each): _why(alike, members[0]) for each, alike in zip(members, likeness, strict=True)}
    mentions = tuple(row for each in ordered for row in _mentions(each, best, why[id(each)]))
    row = _row(members[0], ordered)
    said = dict.fromkeys(word for each in mentions for word in _split(each["conflict"]))
    whole = {**row, "conflicts": "; ".join(said), "n_mentions": len(mentions)}
    named = tuple({**each, "event_id": row["event_id"]} for each in mentions)
    return replace(best, row=_doubted(whole, best), mentions=named, published=members[0].published)


def _rank(record: EventRecord) -> tuple[object, ...]:
    """A person's word before the reader's; then placed, fulfilled, finer, stated outright, earlier."""
    row = record.row
    return (
        row["review_status"] == ReviewStatus.UNREVIEWED,
        row["start"] is None and row["end"] is None,
        row["modality"] in _AHEAD_OR_DENIED,
        GRANULARITIES.index(str(row["granularity"])),
        row["time_rule"] == NO_TIME,
        record.order,
    )


def _row(first: EventRecord, ordered: Sequence[EventRecord]) -> Row:
    rows = [each.row for each in ordered]
    best = rows[0]
    return {
        **best,
        **_filled(rows),
        **_place(rows),
        **_state(best, rows),
        **_actors(rows),
        **_toll(rows),
        "event_id": first.row["event_id"],
        "source": all_sources(str(row["source"]) for row in rows),
        "tags": "; ".join(dict.fromkeys(tag for row in rows for tag in _split(row["tags"]))),
    }


def _filled(rows: Sequence[Row]) -> Row:
    return {
        name: next((row[name] for row in rows if row[name] not in ("", None)), rows[0][name])
        for name in _FILLED
    }


def _place(rows: Sequence[Row]) -> Row:
    """The place of the row that is most exact about it."""
    placed = [row for row in rows if row["location"]]
    if not placed:
        return {}
    best = min(placed, key=lambda row: (not row["place_id"], row["geo_precision"] or _FAR))
    return {name: best[name] for name in _PLACE}


def _state(best: Row, rows: Sequence[Row]) -> Row:
    """A fulfilled plan happened; a state lasts to the latest moment at which it was found going on."""
    word = Modality.surest(str(row["modality"]) for row in rows).value
    going = [row for row in rows if row["ongoing"]]
    if not best["ongoing"]:
        return {"modality": word}
    end = max(_known(row["end"] for row in going), default=best["end"])
    ongoing = Modality.ONGOING in (row["modality"] for row in going)
    return {
        "modality": Modality.ONGOING.value if ongoing else word,
        "end": end,
        "core_end": end if best["core_end"] else None,
    }


def _actors(rows: Sequence[Row]) -> Row:
    """The best row's two, else the next row's; all others named beside them."""
    named: dict[str, object] = {}
    for row in rows:
        for number in ("1", "2"):
            if row[f"actor{number}"]:
                named.setdefault(str(row[f"actor{number}"]), row[f"actor{number}_type"])
    first = next((str(row["actor1"]) for row in rows if row["actor1"]), "")
    second = next((str(row["actor2"]) for row in rows if row["actor2"] and row["actor2"] != first), "")
    beside = [*named, *(name for row in rows for name in _split(row["assoc_actors"]))]
    return {
        "actor1": first,
        "actor1_type": named.get(first, ""),
        "actor2": second,
        "actor2_type": named.get(second, ""),
        "assoc_actors": "; ".join(name for name in dict.fromkeys(beside) if name not in (first, second)),
    }


def _toll(rows: Sequence[Row]) -> Row:
    """The lowest figure reported, and the bounds of all of them; an open end stays open."""
    counted = [row for row in rows if row["fatalities"] is not None]
    if not counted:
        return {}
    highs = [row["fatalities_high"] for row in counted]
    return {
        "fatalities": min(_known(row["fatalities"] for row in counted)),
        "fatalities_low": min(_known(row["fatalities_low"] for row in counted), default=None),
        "fatalities_high": None if None in highs else max(_known(highs)),
    }


def _known(values: Iterator[object] | Sequence[object]) -> list[Comparable]:
    return [value for value in values if value is not None]  # type: ignore[misc]  # one column, one type


def _mentions(record: EventRecord, best: EventRecord, why: str) -> Iterator[Row]:
    """The record's mentions, the first of them with why it is of this event and what it says otherwise."""
    said = [] if record is best else list(conflicts(record, best))
    for number, mention in enumerate(record.mentions):
        if number:
            yield mention
        else:
            words = [word for word in (str(mention["conflict"]), *said) if word]
            yield {**mention, "conflict": "; ".join(words), "likeness": why or mention["likeness"]}


def _why(alike: Similarity | str | None, first: EventRecord) -> str:
    if alike is None:
        return ""
    return alike if isinstance(alike, str) else f"as in {first.source}: {alike}"


def _doubted(row: Row, best: EventRecord) -> Row:
    """Less sure than the best record where the others contradict it."""
    sure = row["confidence"]
    if not isinstance(sure, float) or not row["conflicts"] or best.row["conflicts"]:
        return row
    return {**row, "confidence": round(sure - _CONTRADICTED, 2)}


def _split(value: object) -> list[str]:
    return [word for word in str(value or "").split("; ") if word]
