"""A place is on the map; a toponym is a word in the text. Between them stand candidates, kept."""

from dataclasses import dataclass
from enum import StrEnum
from math import asin, cos, radians, sin, sqrt

from dashboard.text import Span


class PlaceKind(StrEnum):
    """What kind of place: settlements and what stands in one, regions of a state and of nature."""

    CITY = "city"
    TOWN = "town"
    VILLAGE = "village"
    NEIGHBOURHOOD = "neighbourhood"
    CAMP = "camp"
    SITE = "site"
    REGION = "region"
    DESERT = "desert"
    RIVER = "river"
    ROAD = "road"
    MOUNTAINS = "mountains"
    SEA = "sea"
    ADMIN1 = "admin1"
    ADMIN2 = "admin2"
    ADMIN3 = "admin3"
    COUNTRY = "country"
    CONTINENT = "continent"


SETTLEMENTS = frozenset({PlaceKind.CITY, PlaceKind.TOWN, PlaceKind.VILLAGE})
REGIONS = frozenset(PlaceKind) - SETTLEMENTS - {PlaceKind.NEIGHBOURHOOD, PlaceKind.CAMP, PlaceKind.SITE}
KINDS = frozenset(PlaceKind)
_CITY, _TOWN = 100_000, 5_000  # people
_GLOBE_KM = 2 * 6371.0
Point = tuple[float, float]


def settlement(people: int) -> str:
    """The kind of a settlement by its people; a village where they were not counted.

    >>> settlement(250_000), settlement(0)
    ('city', 'village')
    """
    kind = PlaceKind.CITY if people >= _CITY else PlaceKind.TOWN if people >= _TOWN else PlaceKind.VILLAGE
    return kind.value


def kilometres(one: Point, other: Point) -> float:
    """The great-circle distance of two points, in latitude and longitude."""
    (south, west), (north, east) = (tuple(map(radians, point)) for point in (one, other))
    chord = sin((north - south) / 2) ** 2 + cos(south) * cos(north) * sin((east - west) / 2) ** 2
    return _GLOBE_KM * asin(min(1.0, sqrt(chord)))


REGION = 3
"""The precision of a place that is a region or a country."""


@dataclass(frozen=True, slots=True)
class Place:
    """A point on the map with the chain it stands in.

    ``place_id`` says where it comes from: ``gn:`` GeoNames, ``a:`` a region, ``co:`` a country, ``ct:``
    curated; and of what a user brought ``pc:`` a P-code, ``us:`` any other table. ``precision`` is the table's ``geo_precision``: 1 a place, 3 a region; 2 is for words near one.
    """

    place_id: str
    name: str
    kind: str
    latitude: float
    longitude: float
    iso: str
    country: str = ""
    admin1: str = ""
    admin2: str = ""
    population: int = 0

    @property
    def precision(self) -> int:
        """1 for a place, 3 for anything wider."""
        return REGION if self.kind in REGIONS else 1

    def kilometres_to(self, other: "Place") -> float:
        """The distance over the globe.

        >>> damascus = Place("gn:170654", "Damascus", "city", 33.51, 36.29, "SY")
        >>> homs = Place("gn:169577", "Homs", "city", 34.73, 36.72, "SY")
        >>> round(damascus.kilometres_to(homs), -1)
        140.0
        """
        return kilometres((self.latitude, self.longitude), (other.latitude, other.longitude))


@dataclass(frozen=True, slots=True)
class PlaceCandidate:
    """A place a name may mean: how well it fits, and why; ``respelt``: the name only folds to one of the place's."""

    place: Place
    score: float
    reasons: tuple[str, ...] = ()
    respelt: bool = False


@dataclass(frozen=True, slots=True)
class Toponym:
    """Words in the text that name a place.

    ``span`` holds the whole phrase, "southern part of the capital, Damascus"; ``name_span`` the name
    alone; ``relation`` how the phrase stands to the name ("south of", "near"), empty for the place
    itself; ``generic`` the kind the text tells ("camp", "province").
    """

    span: Span
    text: str
    name: str
    name_span: Span
    relation: str = ""
    generic: str = ""


@dataclass(frozen=True, slots=True)
class Resolved:
    """A toponym put on the map, or not: then ``place`` is None and ``precision`` 0.

    ``location`` are the words for the table; ``candidates`` keeps what else it may be, best first.
    ``respelt``: chosen among several, though the name only folds to one of the place's. ``holder`` is where a name on no
    map lies by the text.
    """

    toponym: Toponym
    place: Place | None
    precision: int
    location: str
    candidates: tuple[PlaceCandidate, ...] = ()
    reason: str = ""
    respelt: bool = False
    holder: Place | None = None
