"""Several records of one event fused into one: the surest row first, the others where it is silent.

What they contradict each other in (time, place, toll, who) stands on the row and beside the mention.
"""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import datetime
from typing import TypeVar
from zoneinfo import ZoneInfo

from dashboard.consolidation.records import EventRecord, features_of
from dashboard.extraction.compared import Facts, kilometres
from dashboard.extraction.likeness import Likeness, doers_differ, tolls_differ
from dashboard.extraction.model import Modality
from dashboard.extraction.telling import NO_TIME, stretch
from dashboard.table.columns import EVENT_COLUMNS, GRANULARITIES, Fusing, ReviewStatus
from dashboard.table.dataset import Row
from dashboard.table.sources import all_sources

_AHEAD_OR_DENIED = frozenset({Modality.PLANNED, Modality.DENIED})
_PLACE, _FILLED = (
    tuple(column.name for column in EVENT_COLUMNS if column.fused is how)
    for how in (Fusing.PLACE, Fusing.FIRST)
)
_CONTRADICTED = 0.1  # what confidence loses
_APART_KM = 1.0  # nearer points are one place by two hands
_FAR = 9  # a precision worse than any

Comparable = TypeVar("Comparable", int, datetime)


def fused(members: Sequence[EventRecord], likeness: Sequence[Likeness | str | None]) -> EventRecord:
    """One record of all; its id is that of the first, the earliest reported."""
    if len(members) == 1:
        return members[0]
    ordered = sorted(members, key=_rank)
    best = ordered[0]
    why = {id(each): _why(alike, members[0]) for each, alike in zip(members, likeness, strict=True)}
    mentions = tuple(row for each in ordered for row in _mentions(each, best, why[id(each)]))
    row = _row(members[0], ordered)
    said = dict.fromkeys(said for each in mentions for said in str(each["conflict"]).split("; ") if said)
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


def _why(alike: Likeness | str | None, first: EventRecord) -> str:
    if alike is None:
        return ""
    return alike if isinstance(alike, str) else f"as in {_source(first)}: {alike}"


def conflicts(one: EventRecord, best: EventRecord) -> Iterator[str]:
    """What a record says otherwise than the best one: time, toll, place, who."""
    own, theirs = features_of(one), features_of(best)
    zone = ZoneInfo(str(one.row["timezone"] or "UTC"))
    said = (
        _other_time(own, theirs, zone),
        _other_toll(own, theirs, str(one.row["fatalities_text"])),
        _other_place(own, theirs),
        _other_doer(own, theirs),
    )
    return (f"{_source(one)}: {each}" for each in said if each)


def _other_time(own: Facts, theirs: Facts, zone: ZoneInfo) -> str:
    """Two stretches of time that have no moment in common; two states may well."""
    if not (own.start and own.end and theirs.start and theirs.end) or (own.ongoing and theirs.ongoing):
        return ""
    if own.end > theirs.start and own.start < theirs.end:
        return ""
    mine = stretch(own.start.astimezone(zone), own.end.astimezone(zone))
    return f"{mine}, not {stretch(theirs.start.astimezone(zone), theirs.end.astimezone(zone))}"


def _other_toll(own: Facts, theirs: Facts, words: str) -> str:
    if not (own.killed and theirs.killed and tolls_differ(own.killed, theirs.killed)):
        return ""
    return f"{words or own.killed[0]} killed, not {theirs.killed[0]}"


def _other_place(own: Facts, theirs: Facts) -> str:
    here, there = own.spot, theirs.spot
    if here is None or there is None or here.wide or there.wide or here.name == there.name:
        return ""
    apart = kilometres(here, there)
    return f"{here.name}, not {there.name}, {apart:.0f} km off" if apart and apart > _APART_KM else ""


def _other_doer(own: Facts, theirs: Facts) -> str:
    differ = doers_differ(own, theirs) and own.doer not in theirs.actors
    return f"{own.doer}, not {theirs.doer}" if differ else ""


def _source(record: EventRecord) -> str:
    return str(record.row["source"] or record.row["url"] or "another report")


def _doubted(row: Row, best: EventRecord) -> Row:
    """Less sure than the best record where the others contradict it."""
    sure = row["confidence"]
    doubted = row["conflicts"] and not best.row["conflicts"] and isinstance(sure, float)
    return (
        {**row, "confidence": round(sure - _CONTRADICTED, 2)} if doubted and isinstance(sure, float) else row
    )


def _split(value: object) -> list[str]:
    return [word for word in str(value or "").split("; ") if word]
