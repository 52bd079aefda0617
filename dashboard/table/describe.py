"""An event's time and name in words, never finer than its granularity.

A day in Damascus stays that day whatever clock is shown: only readings finer than a day are shown in
another zone.
"""

from collections.abc import Mapping
from datetime import date, datetime, time, timedelta
from itertools import groupby
from typing import Any, TypeAlias
from zoneinfo import ZoneInfo

import pandas as pd

from dashboard.extraction.acled import ExtType, SubEventType
from dashboard.extraction.model import Modality
from dashboard.temporal.calendar.granularity import Granularity

Event: TypeAlias = pd.Series | Mapping[Any, Any]

NO_TIME = "time not known"
STILL = "still so at the report"
NOT_HAPPENED = frozenset(Modality) - {Modality.HAPPENED, Modality.ONGOING}
SAYS_NOTHING = frozenset({SubEventType.NONE, SubEventType.OTHER})
SPEAKS_FOR_ITSELF = frozenset({ExtType.DENIAL, ExtType.CLAIM})

SHORT_NAMES: Mapping[str, str] = {
    SubEventType.GOVERNMENT_REGAINS: "Government regains ground",
    SubEventType.NON_STATE_OVERTAKES: "Takes ground",
    SubEventType.EXCESSIVE_FORCE: "Force against protesters",
    SubEventType.PROTEST_WITH_INTERVENTION: "Protest, intervened",
    SubEventType.PEACEFUL_PROTEST: "Protest",
    SubEventType.VIOLENT_DEMONSTRATION: "Violent protest",
    SubEventType.AIR_STRIKE: "Air strike",
    SubEventType.SHELLING: "Shelling",
    SubEventType.REMOTE_EXPLOSIVE: "Explosion",
    SubEventType.ABDUCTION: "Abduction",
    SubEventType.CHANGE_TO_GROUP: "Change to group",
    SubEventType.DISRUPTED_WEAPONS_USE: "Weapons disrupted",
    SubEventType.BASE_ESTABLISHED: "Base established",
    SubEventType.LOOTING: "Looting",
    SubEventType.NON_VIOLENT_TRANSFER: "Handover of ground",
}
"""The kinds of event whose name is long, as they stand beside a mark."""

_DAY = timedelta(days=1)
_MINUTE = timedelta(minutes=1)
_SEASON = timedelta(days=30)  # no clock is changed and changed back within a month
_MOST_STEPS = 1_200
_MONTHS_OF = {
    Granularity.MONTH: 1,
    Granularity.SEASON: 3,
    Granularity.QUARTER: 3,
    Granularity.YEAR: 12,
    Granularity.DECADE: 120,
    Granularity.CENTURY: 1200,
}


def when(event: Event, zone: str = "") -> str:
    """An event's time in words; the zone is the event's own unless another is given.

    >>> event = {
    ...     "granularity": "daypart",
    ...     "timezone": "Asia/Damascus",
    ...     "start": pd.Timestamp("2018-05-20 21:00Z"),
    ...     "end": pd.Timestamp("2018-05-21 03:00Z"),
    ... }
    >>> when(event)
    'between 00:00 and 06:00 on Monday 21 May 2018'
    >>> when(event, "UTC")
    'between 21:00 on Sunday 20 May and 03:00 on Monday 21 May 2018'
    """
    grain = Granularity(str(event.get("granularity") or "unknown"))
    own = str(event.get("timezone") or "UTC")
    clock = own if grain.rank >= Granularity.DAY.rank else zone or own
    words = _stated(event, grain, clock)
    if words == NO_TIME:
        return _relative(event) or words
    if zone and clock != zone:
        words = f"{words} ({_city(clock)} time)"
    return words


def _relative(event: Event) -> str:
    """What is known of a time that hangs on a publication day nobody gave: "publication day − 1"."""
    notes = str(event.get("time_notes") or "").split("; ")
    return next((note for note in notes if note.startswith("publication day")), "")


def moment(at: datetime, zone: str) -> str:
    """A moment as the clock of a zone shows it.

    >>> moment(datetime.fromisoformat("2018-05-21T09:00Z"), "Asia/Damascus")
    'Monday 21 May 2018, 12:00'
    """
    local = at.astimezone(ZoneInfo(zone or "UTC"))
    return f"{_day(local)} {local.year}, {local:%H:%M}"


def day(at: datetime, zone: str) -> str:
    """The day of a moment in a zone.

    >>> day(datetime.fromisoformat("2018-05-20T21:00Z"), "Asia/Damascus")
    'Monday 21 May 2018'
    """
    return _dated(at.astimezone(ZoneInfo(zone or "UTC")))


def zone_words(zone: str, at: datetime) -> str:
    """A zone's city and its distance from UTC at a moment.

    >>> zone_words("Asia/Damascus", datetime.fromisoformat("2018-05-21T00:00Z"))
    'Damascus, UTC+3'
    """
    offset = at.astimezone(ZoneInfo(zone or "UTC")).utcoffset() or timedelta(0)
    if not offset:
        return "UTC" if _city(zone) == "UTC" else f"{_city(zone)}, UTC"
    hours, minutes = divmod(abs(offset) // _MINUTE, 60)
    away = f"UTC{'-' if offset < timedelta(0) else '+'}{hours}" + (f":{minutes:02}" if minutes else "")
    return f"{_city(zone)}, {away}"


def clock_words(zone: str, first: datetime, last: datetime) -> str:
    """A zone's city and its distances from UTC between two moments.

    >>> spring, winter = map(datetime.fromisoformat, ("2022-03-01T00:00Z", "2022-11-20T00:00Z"))
    >>> clock_words("Europe/Kyiv", spring, winter), clock_words("Asia/Damascus", spring, winter)
    ('Kyiv, UTC+2 or UTC+3', 'Damascus, UTC+2, later UTC+3')
    """
    steps = min(max((last - first) // _SEASON + 1, 1), _MOST_STEPS)
    named = [zone_words(zone, first + (last - first) / steps * at) for at in range(steps + 1)]
    offsets = [words.rpartition(", ")[2] for words, _ in groupby(named)]
    if len(offsets) == 1:
        return named[0]
    said = ", later ".join(offsets) if len(offsets) == 2 else " or ".join(sorted(set(offsets)))
    return f"{_city(zone)}, {said}"


def title(event: Event) -> str:
    """A short name of the event; what did not surely happen says so.

    >>> title({"sub_event_type": "Other", "ext_type": "evacuation", "modality": "planned"})
    'planned: Evacuation'
    """
    kinds = [str(event.get(name) or "") for name in ("ext_type", "sub_event_type", "event_type")]
    name = _capital(next((kind for kind in kinds if kind not in SAYS_NOTHING), "event"))
    modality = str(event.get("modality") or "")
    return (
        f"{modality}: {name}" if modality in NOT_HAPPENED and name.lower() not in SPEAKS_FOR_ITSELF else name
    )


def short(event: Event) -> str:
    """A name of the event short enough to stand beside its mark.

    >>> short({"sub_event_type": "Shelling/artillery/missile attack", "modality": "planned"})
    'planned: Shelling'
    """
    lead, colon, kind = title(event).rpartition(": ")
    return f"{lead}{colon}{SHORT_NAMES.get(kind, kind)}"


def toll(event: Event) -> str:
    """How many were killed, or else wounded, in few words; "" where nothing is told of either.

    >>> toll({"fatalities_low": 3, "fatalities_high": 5}), toll({"fatalities_low": 3}), toll({"injured": 4})
    ('3–5 killed', 'at least 3 killed', '4 wounded')
    """
    low, high, said = (_number(event.get(f"fatalities{each}")) for each in ("_low", "_high", ""))
    if low and high and low != high:
        return f"{low:,}–{high:,} killed"
    if low and high is None and said in (None, low):
        return f"at least {low:,} killed"
    if killed := said or low or high:
        return f"{killed:,} killed"
    hurt = _number(event.get("injured"))
    return f"{hurt:,} wounded" if hurt else ""


def _number(value: object) -> int | None:
    return int(str(value)) if value is not None and not pd.isna(value) else None  # type: ignore[call-overload]  # a number or missing


def _stated(event: Event, grain: Granularity, clock: str) -> str:
    start, end = _local(event.get("start"), clock), _local(event.get("end"), clock)
    certain = _local(event.get("core_start"), clock), _local(event.get("core_end"), clock)
    still = f", {STILL}" if event.get("ongoing") else ""
    if start is None and end is None:
        return NO_TIME
    if start is None or end is None:
        return f"since {_at(start, grain)}{still}" if start else f"until {_at(end, grain)}{still}"
    if still:
        return _since(start, certain[0], end, grain) + still
    if certain[0] and certain[1] and certain != (start, end):
        return f"from {_side(start, certain[0], grain)} to {_side(certain[1], end, grain)}"
    return _stretch(start, end, grain, known=certain == (start, end))


def _local(at: object, zone: str) -> datetime | None:
    """The wall clock of a moment, or None."""
    if not isinstance(at, datetime) or pd.isna(at):
        return None
    aware = at.to_pydatetime() if isinstance(at, pd.Timestamp) else at
    return aware.astimezone(ZoneInfo(zone)).replace(tzinfo=None)


def _since(start: datetime, certain: datetime | None, end: datetime, grain: Granularity) -> str:
    """The beginning of what still goes on; with no certain part only its bounds are known."""
    if certain is None:
        return _stretch(start, end, grain, known=False)
    return f"since {_side(start, certain, grain)}"


def _side(first: datetime, last: datetime, grain: Granularity) -> str:
    """One end of an event: a moment, or the stretch it lies in."""
    if first >= last:
        return _at(first, grain)
    return f"some time {_stretch(first, last, grain, known=False)}"


def _at(at: datetime | None, grain: Granularity) -> str:
    """A bound, as fine as the granularity lets it be."""
    if at is None:
        return NO_TIME
    if grain.rank < Granularity.DAY.rank:
        return f"{at:%H:%M} on {_dated(at)}"
    if grain.rank < Granularity.MONTH.rank:
        return _dated(at)
    return str(at.year) if _MONTHS_OF.get(grain, 1) >= 12 else f"{at:%B %Y}"


def _stretch(start: datetime, end: datetime, grain: Granularity, *, known: bool) -> str:
    if grain.rank < Granularity.DAY.rank:
        return _hours(start, end, grain, known=known)
    if grain is Granularity.WEEK and start + 7 * _DAY == end:
        return f"in the week of {_dated(start)}"
    return _calendar(start, end, grain) or _days(start, end, grain, known=known)


def _hours(start: datetime, end: datetime, grain: Granularity, *, known: bool) -> str:
    if grain is Granularity.MINUTE and end - start <= _MINUTE:
        return f"at {start:%H:%M} on {_dated(start)}"
    lead, link = ("from", "to") if known else ("between", "and")
    if start.date() == end.date() or end == _midnight_after(start):
        until = "24:00" if end.time() == time() else f"{end:%H:%M}"
        return f"{lead} {start:%H:%M} {link} {until} on {_dated(start)}"
    return f"{lead} {start:%H:%M} on {_shared(start, end)} {link} {end:%H:%M} on {_dated(end)}"


def _days(start: datetime, end: datetime, grain: Granularity, *, known: bool) -> str:
    """Whole days, the last of them named; "about", and no weekday, where the words were coarser than days."""
    last = end - timedelta(microseconds=1)
    if grain.rank > Granularity.WEEK.rank:
        begins, ends = (f"{at.day} {at:%B}" for at in (start, last))
        year = "" if start.year == last.year else f" {start.year}"
        return f"between about {begins}{year} and {ends} {last.year}"
    if start.date() == last.date():
        return f"on {_dated(start)}"
    lead, link = ("from", "to") if known else ("between", "and")
    return f"{lead} {_shared(start, last)} {link} {_dated(last)}"


def _calendar(start: datetime, end: datetime, grain: Granularity) -> str:
    """A stretch of whole months, years, decades; empty when the bounds are not such."""
    months = (end.year - start.year) * 12 + end.month - start.month
    if grain not in _MONTHS_OF or (start.day, start.time(), end.day, end.time()) != (1, time(), 1, time()):
        return ""
    last = end - timedelta(microseconds=1)
    if months == 12 and start.month == 1:
        return f"in {start.year}"
    if start.month == 1 and months % 12 == 0:
        return _years(start.year, last.year)
    if months == 1:
        return f"in {start:%B %Y}"
    begins = f"{start:%B}" if start.year == last.year else f"{start:%B %Y}"
    return f"between {begins} and {last:%B %Y}"


def _years(first: int, last: int) -> str:
    if (first % 10, last - first) == (0, 9):
        return f"in the {first}s"
    return f"between {first} and {last}"


def _midnight_after(at: datetime) -> datetime:
    return datetime.combine(at.date() + _DAY, time())


def _day(at: date) -> str:
    return f"{at:%A} {at.day} {at:%B}"


def _dated(at: date) -> str:
    return f"{_day(at)} {at.year}"


def _shared(first: date, last: date) -> str:
    """The first of two days, without the year they share."""
    return _day(first) if first.year == last.year else _dated(first)


def _city(zone: str) -> str:
    name = zone.rpartition("/")[2].replace("_", " ")
    return name if name not in {"", "Etc", "GMT", "UCT", "Zulu"} else "UTC"


def _capital(name: str) -> str:
    return name[:1].upper() + name[1:]
