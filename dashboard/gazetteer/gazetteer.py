"""The gazetteer: one object with the tables behind it, read once."""

from collections.abc import Sequence
from functools import cache, lru_cache, partial
from operator import attrgetter

from dashboard.gazetteer import namesakes
from dashboard.gazetteer.added import Added
from dashboard.gazetteer.finder import Finder
from dashboard.gazetteer.index import Index
from dashboard.gazetteer.loading import at_one_go
from dashboard.gazetteer.near import near
from dashboard.gazetteer.packed import Tables
from dashboard.gazetteer.place import Place, PlaceCandidate, PlaceKind, Resolved, Toponym
from dashboard.gazetteer.resolver import Survey
from dashboard.text import Span


class Gazetteer:
    """Names to places. ``added`` are places that a user brought."""

    def __init__(self, tables: Tables | None = None, added: Added | None = None) -> None:
        with at_one_go():
            self._index = Index(tables or Tables(), added)
        self._finder = Finder(self._index)
        self._edges = cache(partial(_edges, self._index.tables))
        self._found = lru_cache(maxsize=20_000)(partial(namesakes.lookup, self._index))

    def lookup(
        self, name: str, country: str | None = None, admin1: str | None = None
    ) -> tuple[PlaceCandidate, ...]:
        """Every place the name may mean, best first, with reasons."""
        return self._found(name, country, admin1)

    def place(self, place_id: str) -> Place | None:
        """The place of an id, as ``lookup`` gives it; None where there is none.

        >>> Gazetteer().place("co:SY").name
        'Syria'
        """
        return self._index.by_id(place_id)

    def near(self, name: str, country: str | None = None) -> tuple[PlaceCandidate, ...]:
        """Places whose names are nearly this one: a hint for a person, never an answer."""
        return near(self._index, name, country)

    def toponyms(self, text: str) -> list[Toponym]:
        """The place names of a text, in order, none overlapping."""
        return self._finder.toponyms(text)

    def peoples(self, text: str) -> list[tuple[Span, Place]]:
        """Names of peoples ("Syrian") with their countries."""
        return [(span, self._index.tables.countries[iso].place) for span, iso in self._finder.peoples(text)]

    def resolve(
        self, toponyms: Sequence[Toponym], text: str, country_hint: str | None = None
    ) -> list[Resolved]:
        """Each toponym with the place it most likely means in this text, in the order given."""
        return self._surveyed(toponyms, text).resolve(country_hint)

    def survey(self, text: str) -> Survey:
        """The places and peoples that a text names, found once."""
        peoples = tuple(self._finder.peoples(text))
        return self._surveyed(self._finder.toponyms(text, peoples), text, peoples)

    def _surveyed(
        self, toponyms: Sequence[Toponym], text: str, peoples: tuple[tuple[Span, str], ...] | None = None
    ) -> Survey:
        peoples = tuple(self._finder.peoples(text)) if peoples is None else peoples
        return Survey(self._index, self._found, text, tuple(toponyms), peoples)

    def country_of(self, text: str) -> str:
        """The ISO code of the country a text is mostly about, empty when nothing tells."""
        return self.survey(text).country

    def capital_of(self, iso: str) -> Place | None:
        """The capital of a country."""
        return self._index.capital(iso)

    def edges_of(self, iso: str) -> tuple[Place, ...]:
        """The regions of a country that lie farthest north, south, east and west; the country itself where it has none."""
        return self._edges(iso)

    def timezone_of(self, iso: str) -> str:
        """The IANA zone most people of a country live in, empty for an unknown code."""
        return self._index.tables.zones.get(iso.upper(), "")

    def timezone_of_region(self, place: Place) -> str:
        """The IANA zone of the region that a place lies in, where we know it of its country; empty elsewhere."""
        regions = self._index.tables.zones_of_regions.get(place.iso)
        return regions.get(place.admin1, self.timezone_of(place.iso)) if regions and place.admin1 else ""


def _edges(tables: Tables, iso: str) -> tuple[Place, ...]:
    """The outermost regions of a country: what lies in it lies between them."""
    regions = [
        each.place
        for each in tables.regions.values()
        if each.place.iso == iso and each.place.kind == PlaceKind.ADMIN1
    ]
    whole = [tables.countries[iso].place] if iso in tables.countries else []
    found = regions or whole
    ends = (
        end(found, key=attrgetter(axis)) for axis in ("latitude", "longitude") for end in (min, max) if found
    )
    return tuple({each.place_id: each for each in ends}.values())
