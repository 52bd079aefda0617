"""An event's time and name in words, never finer than its granularity.

A day in Damascus stays that day whatever clock is shown: only readings finer than a day are shown in
another zone.
"""

from collections.abc import Mapping
from datetime import date, datetime, time, timedelta
from itertools import groupby
from textwrap import shorten
from typing import Any, TypeAlias
from zoneinfo import ZoneInfo

import pandas as pd

from dashboard.extraction.acled import ExtType, SubEventType
from dashboard.extraction.model import Modality
from dashboard.temporal.calendar.granularity import Granularity
from dashboard.wording.dates import Form, city, dated
from dashboard.wording.retold import retold
from dashboard.wording.say import any_of, enumerated, say, so_many, term, to_say

Event: TypeAlias = pd.Series | Mapping[Any, Any]

NO_TIME = to_say("time not known")
NOT_HAPPENED = frozenset(Modality) - {Modality.HAPPENED, Modality.ONGOING}
SAYS_NOTHING = frozenset({SubEventType.NONE, SubEventType.OTHER})
SPEAKS_FOR_ITSELF = frozenset({ExtType.DENIAL, ExtType.CLAIM})

SHORT_NAMES: Mapping[str, str] = {
    SubEventType.GOVERNMENT_REGAINS: to_say("Government regains ground"),
    SubEventType.NON_STATE_OVERTAKES: to_say("Takes ground"),
    SubEventType.EXCESSIVE_FORCE: to_say("Force against protesters"),
    SubEventType.PROTEST_WITH_INTERVENTION: to_say("Protest, intervened"),
    SubEventType.PEACEFUL_PROTEST: to_say("Protest"),
    SubEventType.VIOLENT_DEMONSTRATION: to_say("Violent protest"),
    SubEventType.AIR_STRIKE: to_say("Air strike"),
    SubEventType.SHELLING: to_say("Shelling"),
    SubEventType.REMOTE_EXPLOSIVE: to_say("Explosion"),
    SubEventType.ABDUCTION: to_say("Abduction"),
    SubEventType.CHANGE_TO_GROUP: to_say("Change to group"),
    SubEventType.DISRUPTED_WEAPONS_USE: to_say("Weapons disrupted"),
    SubEventType.BASE_ESTABLISHED: to_say("Base established"),
    SubEventType.LOOTING: to_say("Looting"),
    SubEventType.NON_VIOLENT_TRANSFER: to_say("Handover of ground"),
}
"""The kinds of event whose name is long, as they stand beside a mark."""

Certain: TypeAlias = tuple[datetime | None, datetime | None]

_NO_KIND = to_say("event")
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
    if not words:
        return _relative(event) or say(NO_TIME)
    return say("{time} ({city} time)", time=words, city=_city(clock)) if zone and clock != zone else words


def _relative(event: Event) -> str:
    """What is known of a time that hangs on a publication day nobody gave: "publication day − 1"."""
    notes = str(event.get("time_notes") or "").split("; ")
    return retold(next((note for note in notes if note.startswith("publication day")), ""))


def moment(at: datetime, zone: str) -> str:
    """A moment as the clock of a zone shows it.

    >>> moment(datetime.fromisoformat("2018-05-21T09:00Z"), "Asia/Damascus")
    'Monday 21 May 2018, 12:00'
    """
    local = at.astimezone(ZoneInfo(zone or "UTC"))
    return say("{day}, {time}", day=_dated(local), time=_clock(local))


def day_or_moment(at: datetime, zone: str) -> str:
    """A moment as the clock of a zone shows it; a local midnight is a day, not a clock time.

    >>> day_or_moment(datetime.fromisoformat("2018-05-20T21:00Z"), "Asia/Damascus")
    'Monday 21 May 2018'
    """
    local = at.astimezone(ZoneInfo(zone or "UTC"))
    return day(at, zone) if (local.hour, local.minute) == (0, 0) else moment(at, zone)


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
    offset, name = offset_words(zone, at), _city(zone)
    return offset if offset == name == "UTC" else say("{city}, {offset}", city=name, offset=offset)


def offset_words(zone: str, at: datetime) -> str:
    """How far a zone is from UTC at a moment.

    >>> offset_words("Asia/Kathmandu", datetime.fromisoformat("2018-05-21T00:00Z"))
    'UTC+5:45'
    """
    offset = at.astimezone(ZoneInfo(zone or "UTC")).utcoffset() or timedelta(0)
    if not offset:
        return "UTC"
    hours, minutes = divmod(abs(offset) // _MINUTE, 60)
    return f"UTC{'-' if offset < timedelta(0) else '+'}{hours}" + (f":{minutes:02}" if minutes else "")


def clock_words(zone: str, first: datetime, last: datetime) -> str:
    """A zone's city and its distances from UTC between two moments.

    >>> spring, winter = map(datetime.fromisoformat, ("2022-03-01T00:00Z", "2022-11-20T00:00Z"))
    >>> clock_words("Europe/Kyiv", spring, winter), clock_words("Asia/Damascus", spring, winter)
    ('Kyiv, UTC+2 or UTC+3', 'Damascus, UTC+2, later UTC+3')
    """
    steps = min(max((last - first) // _SEASON + 1, 1), _MOST_STEPS)
    moments = [first + (last - first) / steps * at for at in range(steps + 1)]
    offsets = [offset for offset, _ in groupby(offset_words(zone, at) for at in moments)]
    if len(offsets) == 1:
        return zone_words(zone, first)
    said = (
        say("{first}, later {second}", first=offsets[0], second=offsets[1])
        if len(offsets) == 2
        else any_of(sorted(set(offsets)))
    )
    return say("{city}, {offset}", city=_city(zone), offset=said)


def title(event: Event) -> str:
    """A short name of the event; what did not surely happen says so.

    >>> title({"sub_event_type": "Other", "ext_type": "evacuation", "modality": "planned"})
    'planned: Evacuation'
    """
    kind = _kind(event)
    return _surely(event, kind, _capital(term(kind)))


def named(event: Event) -> str:
    """What happened, and where."""
    return enumerated((title(event), str(event["location"])))


def short(event: Event) -> str:
    """A name of the event short enough to stand beside its mark.

    >>> short({"sub_event_type": "Shelling/artillery/missile attack", "modality": "planned"})
    'planned: Shelling'
    """
    kind = _kind(event)
    return _surely(event, kind, _capital(term(SHORT_NAMES.get(kind, kind))))


def _kind(event: Event) -> str:
    """What it is, as finely as is told."""
    kinds = [str(event.get(name) or "") for name in ("ext_type", "sub_event_type", "event_type")]
    return next((kind for kind in kinds if kind not in SAYS_NOTHING), _NO_KIND)


def _surely(event: Event, kind: str, name: str) -> str:
    """The name, with what must be said first where it did not surely happen."""
    modality = str(event.get("modality") or "")
    if modality not in NOT_HAPPENED or kind in SPEAKS_FOR_ITSELF:
        return name
    return say("{modality}: {event}", modality=term(modality), event=name)


def headline(title: str, name: str, text: str, most: int = 90) -> str:
    """What to call a report in a list: its headline, or its first words where it has none but the name of its file.

    >>> headline("sn_006.txt", "posts/sn_006.txt", "Shells are falling on Saraqib right now.", 30)
    'Shells are falling on …'
    >>> headline("Shelling of Douma", "a.txt", "Shelling of Douma")
    'Shelling of Douma'
    """
    if title and not name.endswith(title):
        return title
    return shorten(text[: 2 * most], most, placeholder=" …") or title or name


def toll(event: Event) -> str:
    """How many were killed, or else wounded, in few words; "" where nothing is told of either.

    >>> toll({"fatalities_low": 3, "fatalities_high": 5}), toll({"fatalities_low": 3}), toll({"injured": 4})
    ('3–5 killed', 'at least 3 killed', '4 wounded')
    """
    low, high, said = (_number(event.get(f"fatalities{each}")) for each in ("_low", "_high", ""))
    if low and high and low != high:
        return so_many("{low}–{count} killed", "{low}–{count} killed", high, low=low)
    if low and high is None and said in (None, low):
        return so_many("at least {count} killed", "at least {count} killed", low)
    if killed := said or low or high:
        return so_many("{count} killed", "{count} killed", killed)
    hurt = _number(event.get("injured"))
    return so_many("{count} wounded", "{count} wounded", hurt) if hurt else ""


def _number(value: object) -> int | None:
    return int(str(value)) if value is not None and not pd.isna(value) else None  # type: ignore[call-overload]  # a number or missing


def _stated(event: Event, grain: Granularity, clock: str) -> str:
    start, end = _local(event.get("start"), clock), _local(event.get("end"), clock)
    certain = _local(event.get("core_start"), clock), _local(event.get("core_end"), clock)
    if start is None and end is None:
        return ""
    words = _between(start, end, certain, grain, still=bool(event.get("ongoing")))
    return say("{time}, still so at the report", time=words) if event.get("ongoing") else words


def _between(
    start: datetime | None, end: datetime | None, certain: Certain, grain: Granularity, *, still: bool
) -> str:
    """The time between two bounds, of which one may be open, and the part of it that is certain."""
    if start is None or end is None:
        return (
            say("since {time}", time=_at(start, grain))
            if start
            else say("until {time}", time=_at(end, grain))
        )
    if still:
        return _since(start, certain[0], end, grain)
    if certain[0] and certain[1] and certain != (start, end):
        return say(
            "from {start} to {end}", start=_side(start, certain[0], grain), end=_side(certain[1], end, grain)
        )
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
    return say("since {time}", time=_side(start, certain, grain))


def _side(first: datetime, last: datetime, grain: Granularity) -> str:
    """One end of an event: a moment, or the stretch it lies in."""
    if first >= last:
        return _at(first, grain)
    return say("some time {stretch}", stretch=_stretch(first, last, grain, known=False))


def _at(at: datetime | None, grain: Granularity) -> str:
    """A bound, as fine as the granularity lets it be."""
    if at is None:
        return say(NO_TIME)
    if grain.rank < Granularity.DAY.rank:
        return say("{time} on {day}", time=_clock(at), day=_dated(at))
    if grain.rank < Granularity.MONTH.rank:
        return _dated(at)
    return str(at.year) if _MONTHS_OF.get(grain, 1) >= 12 else dated(at, Form.MONTH)


def _stretch(start: datetime, end: datetime, grain: Granularity, *, known: bool) -> str:
    if grain.rank < Granularity.DAY.rank:
        return _hours(start, end, grain, known=known)
    if grain is Granularity.WEEK and start + 7 * _DAY == end:
        return say("in the week of {day}", day=_dated(start))
    return _calendar(start, end, grain) or _days(start, end, grain, known=known)


def _hours(start: datetime, end: datetime, grain: Granularity, *, known: bool) -> str:
    if grain is Granularity.MINUTE and end - start <= _MINUTE:
        return say("at {time} on {day}", time=_clock(start), day=_dated(start))
    if start.date() == end.date() or end == _midnight_after(start):
        until = "24:00" if end.time() == time() else _clock(end)
        said = {"start": _clock(start), "end": until, "day": _dated(start)}
        return (
            say("from {start} to {end} on {day}", **said)
            if known
            else say("between {start} and {end} on {day}", **said)
        )
    begins = say("{time} on {day}", time=_clock(start), day=_shared(start, end))
    return _from_to(begins, say("{time} on {day}", time=_clock(end), day=_dated(end)), known=known)


def _from_to(begins: str, ends: str, *, known: bool) -> str:
    """From one to the other where it went on all the time, else some time between both."""
    if known:
        return say("from {start} to {end}", start=begins, end=ends)
    return say("between {start} and {end}", start=begins, end=ends)


def _days(start: datetime, end: datetime, grain: Granularity, *, known: bool) -> str:
    """Whole days, the last of them named; "about", and no weekday, where the words were coarser than days."""
    last = end - timedelta(microseconds=1)
    if grain.rank > Granularity.WEEK.rank:
        begins = dated(start, Form.DAY_OF_YEAR if start.year == last.year else Form.DAY)
        return say("between about {start} and {end}", start=begins, end=dated(last, Form.DAY))
    if start.date() == last.date():
        return say("on {day}", day=_dated(start))
    return _from_to(_shared(start, last), _dated(last), known=known)


def _calendar(start: datetime, end: datetime, grain: Granularity) -> str:
    """A stretch of whole months, years, decades; empty when the bounds are not such."""
    months = (end.year - start.year) * 12 + end.month - start.month
    if grain not in _MONTHS_OF or (start.day, start.time(), end.day, end.time()) != (1, time(), 1, time()):
        return ""
    last = end - timedelta(microseconds=1)
    if months == 12 and start.month == 1:
        return say("in {year}", year=str(start.year))
    if start.month == 1 and months % 12 == 0:
        return _years(start.year, last.year)
    if months == 1:
        return say("in {month}", month=dated(start, Form.MONTH))
    begins = dated(start, Form.MONTH_OF_YEAR if start.year == last.year else Form.MONTH)
    return say("between {start} and {end}", start=begins, end=dated(last, Form.MONTH))


def _years(first: int, last: int) -> str:
    if (first % 10, last - first) == (0, 9):
        return say("in the {year}s", year=str(first))
    return say("between {start} and {end}", start=str(first), end=str(last))


def _midnight_after(at: datetime) -> datetime:
    return datetime.combine(at.date() + _DAY, time())


def _clock(at: datetime) -> str:
    return f"{at:%H:%M}"


def _dated(at: date) -> str:
    return dated(at, Form.WEEKDAY)


def _shared(first: date, last: date) -> str:
    """The first of two days, without the year they share."""
    return dated(first, Form.WEEKDAY_OF_YEAR) if first.year == last.year else _dated(first)


def _city(zone: str) -> str:
    name = zone.rpartition("/")[2].replace("_", " ")
    return city(zone, name) if name not in {"", "Etc", "GMT", "UCT", "UTC", "Zulu"} else "UTC"


def _capital(name: str) -> str:
    return name[:1].upper() + name[1:]
