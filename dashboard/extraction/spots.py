"""Where the sun is looked up for a place on the map: its point, or the edges of a country, with whose clock counts there."""

from dashboard.errors import InputError
from dashboard.gazetteer import Gazetteer
from dashboard.gazetteer.place import Place, PlaceKind
from dashboard.temporal import Spot, zone_at


def spots_of(place: Place | None, known: Gazetteer, zone: str = "") -> tuple[Spot, ...]:
    """The spots of a place; none where it is not known, or in no country, so that nobody can say whose clock counts.

    ``zone`` is the one that somebody gave; without it the place's own.
    """
    if place is None:
        return ()
    points = known.edges_of(place.iso) if place.kind == PlaceKind.COUNTRY else (place,)
    spots = (Spot(each.latitude, each.longitude, zone or _zone(each, known), each.name) for each in points)
    return tuple(spot for spot in spots if spot.zone)


def spot_named(name: str, known: Gazetteer) -> Spot:
    """The spot of the place that a name means first; raises InputError for one that is on no map, with names like it."""
    found = known.lookup(name)
    place = found[0].place if found else None
    seat = known.capital_of(place.iso) if place and place.kind == PlaceKind.COUNTRY else None
    spots = spots_of(seat or place, known)
    if not spots:
        like = ", ".join(dict.fromkeys(each.place.name for each in known.near(name)))
        msg = f"{name!r} is on no map we have{f'; names like it: {like}' if like else ''}"
        raise InputError(msg)
    return spots[0]


def _zone(place: Place, known: Gazetteer) -> str:
    told = known.timezone_of_region(place)  # nearest by the map is an hour off near a border: Makhachkala
    return told or zone_at(place.latitude, place.longitude, place.iso, known.timezone_of(place.iso))
