"""What a name may mean: every place that bears it, in any spelling, with how near the spelling is."""

from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from functools import cached_property, lru_cache
from itertools import chain

from dashboard.gazetteer.lexicon import WORDS
from dashboard.gazetteer.packed import Country, Named, Tables
from dashboard.gazetteer.place import Place
from dashboard.gazetteer.spelling import key, plain, skeleton, words

CITY, TOWN, VILLAGE = 100_000, 5_000, "village"
LEAST_CONSONANTS = 4  # a skeleton shorter than this says too little
SAME_PLACE_KM = 30.0
SAME_TOWN_KM = 15.0
SETTLEMENTS = frozenset({"city", "town", "village"})
# How a name was met: as it stands, as another of its names, or in another spelling.
EXACT, ALIAS, SPELLING, CONSONANTS = "exact name", "other name", "spelling", "consonants"


@dataclass(frozen=True, slots=True)
class Hit:
    """A place that bears a name, and how near the spelling is."""

    place: Place
    how: str
    table: str  # country, region, curated or town


class Index:
    """All places by folded name; towns are made into places only when asked for."""

    def __init__(self, tables: Tables, added: Iterable[Named] = ()) -> None:
        self.tables = tables
        self._small: dict[str, list[tuple[Named, str]]] = defaultdict(list)
        self._added = tuple(added)
        for table, named in self._named():
            for name_key in {key(name) for name in named.names} - {""}:
                self._small[name_key].append((named, table))
        # Kept for as long as the index, which is as long as the process.
        self.hits = lru_cache(maxsize=50_000)(self._hits)
        self.town = lru_cache(maxsize=20_000)(self._town)
        self._skeletons = lru_cache(maxsize=64)(self._sounds_of)

    def _named(self) -> Iterator[tuple[str, Named]]:
        yield from (("country", Named(each.place, each.names)) for each in self.tables.countries.values())
        yield from (("region", each) for each in self.tables.regions.values())
        yield from (("curated", each) for each in chain(self.tables.curated, self._added))

    def _hits(self, name: str) -> tuple[Hit, ...]:
        """Every place whose name folds to the same key."""
        name_key = key(name)
        small = [
            Hit(named.place, _how(name, named.names), table) for named, table in self._small.get(name_key, ())
        ]
        towns = [self.town(row) for row in self.tables.towns.rows(name_key)]
        own = [_peopled(hit, towns) for hit in small]
        left = (town for town in towns if not any(_same_town(hit, town) for hit in own))
        return (*own, *(Hit(town, _how_town(name, town), "town") for town in left))

    def knows(self, name_key: str) -> bool:
        """Whether any place folds to the key."""
        return name_key in self._small or name_key in self.tables.towns

    def _town(self, row: int) -> Place:
        """A packed row as a place."""
        town_id, name, latitude, longitude, iso, code, people = self.tables.towns.fields(row)
        region = self.tables.regions.get(f"{iso}.{code}")
        kind = "city" if int(people) >= CITY else "town" if int(people) >= TOWN else VILLAGE
        return Place(
            f"gn:{town_id}", name, kind, float(latitude), float(longitude), iso, self.country_name(iso),
            region.place.name if region else "", population=int(people),
        )  # fmt: skip

    def country_name(self, iso: str) -> str:
        """The English name of a country, empty for an unknown code."""
        country = self.tables.countries.get(iso)
        return country.place.name if country else ""

    def capital(self, iso: str) -> Place | None:
        """The capital of a country."""
        country = self.tables.countries.get(iso)
        if country is None:
            return None
        at_home = [
            hit.place
            for hit in self.hits(country.capital)
            if hit.place.iso == iso and hit.place.precision == 1
        ]
        return max(at_home, key=lambda place: place.population, default=None)

    def by_consonants(self, name: str, iso: str) -> Hit | None:
        """The one place of a country that sounds like the name when hearers disagree about vowels."""
        sound = skeleton(key(name))
        if len(sound.replace(" ", "")) < LEAST_CONSONANTS:
            return None
        rows = self._skeletons(iso).get(sound, ())
        towns = [self.town(row) for row in rows]
        if not towns or any(towns[0].kilometres_to(town) > SAME_PLACE_KM for town in towns):
            return None
        return Hit(towns[0], CONSONANTS, "town")

    def _sounds_of(self, iso: str) -> dict[str, tuple[int, ...]]:
        found: dict[str, set[int]] = defaultdict(set)
        for name_key, row in self.tables.towns.of(iso):
            found[skeleton(name_key)].add(row)
        return {sound: tuple(sorted(rows)) for sound, rows in found.items()}

    @cached_property
    def peoples(self) -> dict[str, Country]:
        """Names of peoples ("Syrian", "Syrians") to their country."""
        return {name: country for country in self.tables.countries.values() for name in country.demonyms}


def _same_town(hit: Hit, town: Place) -> bool:
    """Whether a curated town is the town of the public table, under the name we use."""
    own = hit.table == "curated" and hit.place.kind in SETTLEMENTS and hit.place.iso == town.iso
    return own and hit.place.kilometres_to(town) < SAME_TOWN_KM


def _peopled(hit: Hit, towns: list[Place]) -> Hit:
    """A curated town with the people that the public table counts there."""
    people = max((town.population for town in towns if _same_town(hit, town)), default=0)
    return Hit(replace(hit.place, population=people), hit.how, hit.table) if people else hit


def _how(name: str, names: tuple[str, ...]) -> str:
    wanted = _core(name)
    if wanted == _core(names[0]):
        return EXACT
    return ALIAS if any(wanted == _core(each) for each in names[1:]) else SPELLING


def _how_town(name: str, town: Place) -> str:
    return EXACT if _core(name) == _core(town.name) or plain(name) == plain(town.name) else SPELLING


@lru_cache(maxsize=50_000)
def _core(name: str) -> str:
    """A name in plain words without articles and generic words, its letters as spelt."""
    parts = words(name)
    kept = [part for part in parts if part not in WORDS.articles and part not in WORDS.generic]
    return " ".join(kept or parts)
