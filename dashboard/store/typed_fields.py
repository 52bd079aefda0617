"""Fields of an event as a person types them, ``field=value``: words of time and names of places become values.

Beside the columns there are two words for what takes several of them: ``when`` (start, end and granularity at once) and
``place`` (the gazetteer's place, by id or by a name that means one).
"""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import TYPE_CHECKING
from zoneinfo import ZoneInfo

from dashboard.errors import DateError, EditError, PlaceError, SelectionError
from dashboard.gazetteer import Place
from dashboard.temporal import Interval, known_zone, read_moment
from dashboard.temporal.calendar.granularity import Granularity

if TYPE_CHECKING:
    from dashboard.gazetteer import Gazetteer

WHEN, PLACE = "when", "place"
_TIMES = ("start", "end", "core_start", "core_end", "reference_time", "published")
_LATEST = frozenset({"end", "core_end"})
_SHOWN = 5
_STRETCH = re.compile(
    r"(?:(?:some time )?between(?: about)?|from|around|about) (.+?)(?: (?:and|to|until) (.+))?", re.IGNORECASE
)
_POINT = re.compile(
    r"(.*\w.*?)[\s,;]+(-?\d+\.\d+)[\s,;]+(-?\d+\.\d+)"
)  # with a point each: "Checkpoint 5 7" is a name
_EXACT = 1  # geo_precision


@dataclass(frozen=True, slots=True)
class Known:
    """What is known where a field is read: the zone of its times, and in which country a name is looked for."""

    zone: str = ""
    iso: str = ""


def parted(words: Sequence[str]) -> tuple[list[str], dict[str, str]]:
    """What stands before the fields, and the fields; raises SelectionError for a field that is told twice.

    >>> parted(["525a1eaf4f78", "fatalities=5", "notes=a=b"])
    (['525a1eaf4f78'], {'fatalities': '5', 'notes': 'a=b'})
    """
    ids = [each for each in words if "=" not in each]
    pairs = [each.partition("=")[::2] for each in words if "=" in each]
    names = [name.strip() for name, _ in pairs]
    twice = next((name for name in names if names.count(name) > 1), None)
    if twice is not None:
        msg = f"{twice}: is told twice; say it once"
        raise SelectionError(msg)
    return ids, {name.strip(): value for name, value in pairs}


def read_fields(typed: Mapping[str, str], known: Known, places: "Places", now: datetime) -> dict[str, object]:
    """The values of the fields, by column; "yesterday" is counted from ``now``, local to whoever types it."""
    values: dict[str, object] = {name: text for name, text in typed.items() if name not in {WHEN, PLACE}}
    if typed.get(PLACE):
        values = {**(_at_point(typed[PLACE]) or _columns_of(places.meant(typed[PLACE], known.iso))), **values}
    zone = known_zone(typed.get("timezone", "")) or known.zone or places.zone_of(str(values.get("iso", "")))
    if typed.get(WHEN):
        values = {**_span(typed[WHEN], zone, now), **values}
    values |= {name: _moment(name, typed[name], zone, now) for name in _TIMES if typed.get(name)}
    if zone and "timezone" not in values and not known.zone and values.keys() & set(_TIMES):
        values["timezone"] = zone
    return values


def _read(text: str, now: datetime) -> Interval:
    """A time as people type it, and a stretch of it as the page itself writes one: "between 11:00 and 13:00 on 5 March 2018"."""
    found = _STRETCH.fullmatch(text.strip())
    try:
        return read_moment(" to ".join(filter(None, found.groups())) if found else text, now)
    except DateError:
        return read_moment(text, now)  # where that is none, it is told in the words that were typed


def _span(text: str, zone: str, now: datetime) -> dict[str, object]:
    found = _read(text, now)
    if found.start is None or found.end is None:
        msg = f"when: {text!r} has no start or no end; set start= and end="
        raise EditError(msg)
    return {
        "start": _aware(found.start, zone, text),
        "end": _aware(found.end, zone, text),
        "granularity": found.granularity.value,
    }


def _moment(name: str, text: str, zone: str, now: datetime) -> object:
    """A moment with its zone; the end of a day that is named as an end."""
    try:
        exact = datetime.fromisoformat(text)
    except ValueError:
        exact = None
    if exact is not None and exact.tzinfo is not None:
        return exact
    found = read_moment(text, now)
    is_last = name in _LATEST and found.granularity.rank >= Granularity.DAY.rank
    side = found.end if is_last else found.start
    if side is None:
        msg = f"{name}: {text!r} names no moment"
        raise EditError(msg)
    return _aware(side, zone, text)


def _aware(local: datetime, zone: str, text: str) -> datetime:
    if not zone:
        msg = f"{text!r}: on the clocks of which place? add timezone=ZONE, like timezone=Asia/Damascus"
        raise EditError(msg)
    return local.replace(tzinfo=ZoneInfo(zone))


def _at_point(text: str) -> dict[str, object]:
    """A name with latitude and longitude behind it: a place of one's own, in the country that is known; empty for anything else.

    >>> _at_point("Old mill, 33.51 36.29")["location"], _at_point("Checkpoint 5 7")
    ('Old mill', {})
    """
    found = _POINT.fullmatch(text.strip())
    if found is None:
        return {}
    name, latitude, longitude = found.groups()
    nowhere = dict.fromkeys(("place_id", "admin1", "admin2", "admin3"), "")
    return {
        **nowhere,
        "location": name.strip(),
        "latitude": latitude,
        "longitude": longitude,
        "geo_precision": _EXACT,
    }


def _columns_of(place: Place) -> dict[str, object]:
    return {
        "location": place.name,
        "place_id": place.place_id,
        "admin1": place.admin1,
        "admin2": place.admin2,
        "admin3": "",
        "country": place.country,
        "iso": place.iso,
        "latitude": place.latitude,
        "longitude": place.longitude,
        "geo_precision": place.precision,
    }


@dataclass(frozen=True, slots=True)
class Places:
    """Places by id or by name."""

    gazetteer: "Gazetteer"

    def zone_of(self, iso: str) -> str:
        """The zone of a country; empty where none is named."""
        return self.gazetteer.timezone_of(iso) if iso else ""

    def meant(self, text: str, iso: str) -> Place:
        """The place of an id, or the one a name means there; raises EditError where that is none, or several."""
        by_id = self.gazetteer.place(text.strip()) if ":" in text else None
        if by_id is not None:
            return by_id
        found = self._named(text, iso) or self._named(text, "")
        places = [
            each for each in found if each.precision == _EXACT
        ]  # a town is meant before the district named for it
        named_so = [each for each in places if each.name.casefold() == text.strip().casefold()]
        for some in (named_so, places, found):
            if len(some) == 1:
                return some[0]
        raise PlaceError(_several(text, found), words=text, meant=tuple(map(_told, found[:_SHOWN])))

    def _named(self, text: str, iso: str) -> list[Place]:
        found = (each.place for each in self.gazetteer.lookup(text, iso or None))
        return list({each.place_id: each for each in found}.values())


def _told(place: Place) -> str:
    return f"{place.place_id} ({', '.join(filter(None, (place.name, place.admin2, place.admin1, place.country)))})"


def _several(text: str, found: Sequence[Place]) -> str:
    if not found:
        return f"place: {text!r} is on no map we have; set location=NAME latitude=… longitude=…, or bring it with 'places add'"
    listed = "; ".join(map(_told, found[:_SHOWN]))
    more = f" and {len(found) - _SHOWN} more ('places find' lists them)" if len(found) > _SHOWN else ""
    return f"place: {text!r} may mean {len(found)} places; say which by its id, as in place={found[0].place_id}: {listed}{more}"
