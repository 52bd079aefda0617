"""Several tellings of one event folded into one: the best-told row first, the others where it is silent.

What they contradict each other in (time, place, toll, who) stands on the row and beside the mention.
"""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import datetime
from typing import TypeVar
from zoneinfo import ZoneInfo

from dashboard.extraction.assemble.mention_record import NO_TIME, stretch
from dashboard.extraction.link.features import kilometres
from dashboard.extraction.link.similarity import Similarity, counts_differ, doers_differ
from dashboard.extraction.model import Modality
from dashboard.table.columns import GRANULARITIES
from dashboard.table.dataset import Row
from dashboard.table.sources import all_sources
from dashboard.table.tellings import Telling, facts_of

_PLACE = ("location", "place_id", "admin1", "admin2", "admin3", "country", "iso", "latitude", "longitude",
          "geo_precision")  # fmt: skip
_FILLED = (
    "ext_type",
    "route_from",
    "route_to",
    "injured",
    "missing",
    "captured",
    "displaced",
    "fatalities_text",
    "harm_text",
)
_CONTRADICTED = 0.1  # what confidence loses
_APART_KM = 1.0  # nearer points are one place by two hands
_FAR = 9  # a precision worse than any

Comparable = TypeVar("Comparable", int, datetime)


def folded(members: Sequence[Telling], likeness: Sequence[Similarity | str | None]) -> Telling:
    """One telling of all; its id is that of the first, the earliest told."""
    if len(members) == 1:
        return members[0]
    ordered = sorted(members, key=_rank)
    best = ordered[0]
    why = {id(each): _why(alike, members[0]) for each, alike in zip(members, likeness, strict=True)}
    mentions = tuple(row for each in ordered for row in _mentions(each, best, why[id(each)]))
    row = _row(members[0], ordered)
    said = dict.fromkeys(said for each in mentions for said in str(each["conflict"]).split("; ") if said)
    told = {**row, "conflicts": "; ".join(said), "n_mentions": len(mentions)}
    named = tuple({**each, "event_id": row["event_id"]} for each in mentions)
    return replace(best, row=_doubted(told, best), mentions=named, published=members[0].published)


def _rank(telling: Telling) -> tuple[object, ...]:
    """A person's word before the reader's; then placed, fulfilled, finer, told outright, earlier."""
    row = telling.row
    return (
        row["review_status"] == "unreviewed",
        row["start"] is None and row["end"] is None,
        row["modality"] in ("planned", "denied"),
        GRANULARITIES.index(str(row["granularity"])),
        row["time_rule"] == NO_TIME,
        telling.order,
    )


def _row(first: Telling, ordered: Sequence[Telling]) -> Row:
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
    told = [row for row in rows if row["location"]]
    if not told:
        return {}
    best = min(told, key=lambda row: (not row["place_id"], row["geo_precision"] or _FAR))
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
    """The lowest figure told, and the bounds of all of them; an open end stays open."""
    told = [row for row in rows if row["fatalities"] is not None]
    if not told:
        return {}
    highs = [row["fatalities_high"] for row in told]
    return {
        "fatalities": min(_known(row["fatalities"] for row in told)),
        "fatalities_low": min(_known(row["fatalities_low"] for row in told), default=None),
        "fatalities_high": None if None in highs else max(_known(highs)),
    }


def _known(values: Iterator[object] | Sequence[object]) -> list[Comparable]:
    return [value for value in values if value is not None]  # type: ignore[misc]  # one column, one type


def _mentions(telling: Telling, best: Telling, why: str) -> Iterator[Row]:
    """The telling's mentions, the first of them with why it is of this event and what it says otherwise."""
    said = [] if telling is best else list(conflicts(telling, best))
    for number, mention in enumerate(telling.mentions):
        if number:
            yield mention
        else:
            words = [word for word in (str(mention["conflict"]), *said) if word]
            yield {**mention, "conflict": "; ".join(words), "likeness": why or mention["likeness"]}


def _why(alike: Similarity | str | None, first: Telling) -> str:
    if alike is None:
        return ""
    source = first.row["source"] or first.row["url"] or "another report"
    return alike if isinstance(alike, str) else f"as in {source}: {alike}"


def conflicts(one: Telling, best: Telling) -> Iterator[str]:
    """What a telling says otherwise than the best one: time, place, toll, who."""
    told, other = facts_of(one), facts_of(best)
    source = one.row["source"] or one.row["url"] or "another report"
    if told.start and told.end and other.start and other.end and not (told.ongoing and other.ongoing):
        zone = ZoneInfo(str(one.row["timezone"] or "UTC"))
        if told.end <= other.start or told.start >= other.end:
            spans = (
                (each.start.astimezone(zone), each.end.astimezone(zone))
                for each in (told, other)
                if each.start and each.end
            )
            own, theirs = (stretch(*span) for span in spans)
            yield f"{source}: {own}, not {theirs}"
    if told.killed and other.killed and counts_differ(told.killed, other.killed):
        yield f"{source}: {one.row['fatalities_text'] or told.killed[0]} killed, not {other.killed[0]}"
    if (
        told.spot
        and other.spot
        and not (told.spot.wide or other.spot.wide)
        and told.spot.name != other.spot.name
    ):
        apart = kilometres(told.spot, other.spot)
        if apart is not None and apart > _APART_KM:
            yield f"{source}: {told.spot.name}, not {other.spot.name}, {apart:.0f} km off"
    if doers_differ(told, other) and told.doer not in other.actors:
        yield f"{source}: {told.doer}, not {other.doer}"


def _doubted(row: Row, best: Telling) -> Row:
    """Less sure than the best telling where the others contradict it."""
    sure = row["confidence"]
    doubted = row["conflicts"] and not best.row["conflicts"] and isinstance(sure, float)
    return (
        {**row, "confidence": round(sure - _CONTRADICTED, 2)} if doubted and isinstance(sure, float) else row
    )


def _split(value: object) -> list[str]:
    return [word for word in str(value or "").split("; ") if word]
