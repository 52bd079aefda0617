"""What records of one event contradict each other in, in words: time, toll, place, who."""

from collections.abc import Iterator
from zoneinfo import ZoneInfo

from dashboard.consolidation.records import EventRecord, features_of
from dashboard.extraction.assemble.row_times import stretch
from dashboard.extraction.link.features import Features, kilometres
from dashboard.extraction.link.similarity import counts_differ, doers_differ

_APART_KM = 1.0  # nearer points are one place by two hands


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
    return (f"{one.source}: {each}" for each in said if each)


def _other_time(own: Features, theirs: Features, zone: ZoneInfo) -> str:
    """Two stretches of time that have no moment in common; two states may well."""
    if not (own.start and own.end and theirs.start and theirs.end) or (own.ongoing and theirs.ongoing):
        return ""
    if own.end > theirs.start and own.start < theirs.end:
        return ""
    mine = stretch(own.start.astimezone(zone), own.end.astimezone(zone))
    return f"{mine}, not {stretch(theirs.start.astimezone(zone), theirs.end.astimezone(zone))}"


def _other_toll(own: Features, theirs: Features, words: str) -> str:
    if not (own.killed and theirs.killed and counts_differ(own.killed, theirs.killed)):
        return ""
    return f"{words or own.killed[0]} killed, not {theirs.killed[0]}"


def _other_place(own: Features, theirs: Features) -> str:
    here, there = own.spot, theirs.spot
    if here is None or there is None or here.wide or there.wide or here.name == there.name:
        return ""
    apart = kilometres(here, there)
    return f"{here.name}, not {there.name}, {apart:.0f} km off" if apart and apart > _APART_KM else ""


def _other_doer(own: Features, theirs: Features) -> str:
    differ = doers_differ(own, theirs) and own.doer not in theirs.actors
    return f"{own.doer}, not {theirs.doer}" if differ else ""
