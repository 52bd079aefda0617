"""What a name may mean: every place that bears it, in any spelling, with how near the spelling is."""

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from enum import StrEnum
from functools import cached_property, lru_cache
from itertools import chain

from dashboard.gazetteer.added import Added
from dashboard.gazetteer.lexicon import WORDS
from dashboard.gazetteer.packed import Country, Named, Tables
from dashboard.gazetteer.place import SETTLEMENTS, Place, settlement
from dashboard.gazetteer.spelling import is_code, key, plain, respelt, shape, skeleton, slips, words

LEAST_CONSONANTS = 4  # a skeleton shorter than this says too little,
LEAST_SHAPED = 3  # unless the vowels stand in the same places
SAME_PLACE_KM = 30.0
SAME_TOWN_KM = 15.0
_LONG = 7  # letters: a slip in a shorter name of a country may well be another name
_STANDS_OUT = 1.5  # times the people of a region's second town: then the first is surely its seat
_LATIN = re.compile("[A-Za-z]")
_VOWEL = re.compile(r"[aeiouy ]|h\b")  # Markada, Markadah
# How a name was met: as it stands, as another of its names, as another of them that may be spelt otherwise, in
# other vowels, in another spelling, in other words divided, by its consonants, by what another language writes.
EXACT, ALIAS, OTHER, VOWELS, SPELLING, DIVIDED, CONSONANTS, HEARD = (
    "exact name", "other name", "spelling of another name", "spelling of the vowels", "spelling", "words divided otherwise", "consonants",
    "another language's spelling",
)  # fmt: skip


class PlaceTable(StrEnum):
    """Which table a place stands in."""

    COUNTRY = "country"
    REGION = "region"
    CURATED = "curated"
    TOWN = "town"
    ADDED = "added"


_OURS = frozenset({PlaceTable.CURATED, PlaceTable.ADDED})


@dataclass(frozen=True, slots=True)
class Hit:
    """A place that bears a name, and how near the spelling is."""

    place: Place
    how: str
    table: PlaceTable

    @property
    def exact(self) -> bool:
        """Whether the place bears the name as it stands."""
        return self.how in (EXACT, ALIAS)


@dataclass(frozen=True, slots=True)
class _Sounds:
    """A country's places by their keys without blanks, with every vowel as one, and by their consonants."""

    joined: dict[str, list[int]]
    shapes: dict[str, list[int]]
    skeletons: dict[str, list[int]]


class Index:
    """All places by folded name; towns, and what was added, are made into places only when asked for."""

    def __init__(self, tables: Tables, added: Added | None = None) -> None:
        self.tables = tables
        self.added = added or Added()
        self._small: dict[str, list[tuple[Named, PlaceTable]]] = defaultdict(list)
        for table, named in self._named():
            for name_key in {key(name) for name in named.names} - {""}:
                self._small[name_key].append((named, table))
        # Kept for as long as the index, which is as long as the process.
        self.hits = lru_cache(maxsize=50_000)(self._hits)
        self.town = lru_cache(maxsize=20_000)(self._town)
        self.country_named = lru_cache(maxsize=20_000)(self._country_named)
        self._codes = frozenset(
            name for each in self.tables.countries.values() for name in each.names if is_code(name)
        )
        self._sounds = lru_cache(maxsize=64)(self._sounds_of)

    def _named(self) -> Iterator[tuple[PlaceTable, Named]]:
        yield from (
            (PlaceTable.COUNTRY, Named(each.place, each.names)) for each in self.tables.countries.values()
        )
        yield from ((PlaceTable.REGION, each) for each in self.tables.regions.values())
        yield from ((PlaceTable.CURATED, each) for each in self.tables.curated)

    def _hits(self, name: str) -> tuple[Hit, ...]:
        """Every place whose name folds to the same key."""
        name_key = key(name)
        slip = self._slips.get(plain(name))
        small = [
            Hit(named.place, _how(name, named.names), table) for named, table in self._small.get(name_key, ())
        ]
        towns = [self.town(row) for row in self.tables.towns.rows(name_key)]
        own = [_peopled(hit, towns) for hit in small]
        brought = [hit for hit in self._brought(name, name_key) if not _told_already(hit.place, own)]
        public = [Hit(town, self._how_town(name, town), PlaceTable.TOWN) for town in towns]
        left = (hit for hit in public if not _told_already(hit.place, [*own, *brought]))
        found = (*own, *brought, *left)
        if slip is None or any(hit.how != SPELLING for hit in found):
            return found
        return (Hit(slip, ALIAS, PlaceTable.COUNTRY), *(hit for hit in found if hit.place != slip))

    def _how_town(self, name: str, town: Place) -> str:
        if _core(name) == _core(town.name) or plain(name) == plain(town.name):
            return EXACT
        return _how_transcribed(name, town) if town.iso in self.tables.transcribed else SPELLING

    def _brought(self, name: str, name_key: str) -> Iterator[Hit]:
        for number in self.added.numbers(name_key):
            row = self.added.rows[number]
            yield Hit(self.brought(number), _how(name, (row.name, *row.others.split(";"))), PlaceTable.ADDED)

    def brought(self, number: int) -> Place:
        """An added row as a place."""
        row = self.added.rows[number]
        return Place(
            row.place_id, row.name, row.kind, row.latitude, row.longitude, row.iso, self.country_name(row.iso),
            row.admin1, row.admin2, row.population,
        )  # fmt: skip

    def by_id(self, place_id: str) -> Place | None:
        """The place of an id; looked for row by row, as a person asks for one now and then."""
        small = (named.place for _, named in self._named() if named.place.place_id == place_id)
        brought = (number for number, row in enumerate(self.added.rows) if row.place_id == place_id)
        return (
            next(small, None)
            or next(map(self.brought, brought), None)
            or next(map(self.town, self.tables.towns.numbered(place_id.removeprefix("gn:"))), None)
        )

    def every_key(self) -> Iterator[str]:
        """Every folded name."""
        return chain(self._small, self.added, self.tables.towns, map(key, self._slips))

    @cached_property
    def _slips(self) -> dict[str, Place]:
        """The countries of long names by what a slip of the pen makes of these: one letter doubled, or left out."""
        countries = self.tables.countries.values()
        known = {plain(name) for each in countries for name in (*each.names, *each.demonyms)}
        meant = defaultdict[str, dict[str, Place]](dict)
        for place in (each.place for each in countries if len(each.place.name) >= _LONG):
            for slip in slips(place.name):
                meant[slip][place.iso] = place
        return {
            slip: next(iter(places.values()))
            for slip, places in meant.items()
            if len(places) == 1 and slip not in known
        }

    def bearing(self, name_key: str) -> Iterator[Place]:
        """The places that bear a folded name."""
        yield from (named.place for named, _ in self._small.get(name_key, ()))
        yield from map(self.brought, self.added.numbers(name_key))
        yield from map(self.town, self.tables.towns.rows(name_key))

    def knows(self, name_key: str) -> bool:
        """Whether any place folds to the key."""
        return name_key in self._small or name_key in self.tables.towns or name_key in self.added

    def _town(self, row: int) -> Place:
        """A packed row as a place."""
        town_id, name, latitude, longitude, iso, code, people = self.tables.towns.fields(row)
        region = self.tables.regions.get(f"{iso}.{code}")
        return Place(
            f"gn:{town_id}", name, settlement(int(people)), float(latitude), float(longitude), iso, self.country_name(iso),
            region.place.name if region else "", population=int(people),
        )  # fmt: skip

    def country_name(self, iso: str) -> str:
        """The English name of a country, empty for an unknown code."""
        country = self.tables.countries.get(iso)
        return country.place.name if country else ""

    def _country_named(self, name: str) -> str:
        """The ISO code of the country of that name, as it is spelt, empty when it is none."""
        states = (named for named, table in self._small.get(key(name), ()) if table is PlaceTable.COUNTRY)
        spelt = next((each.place.iso for each in states if _how(name, each.names) != SPELLING), "")
        slip = None if spelt else self._slips.get(plain(name))
        return slip.iso if slip and self.hits(name)[0].place == slip else spelt

    def is_code_in_small(self, name: str) -> bool:
        """Whether a name is a country's code in letters that no code is written in: "Car", "Uae"."""
        return not name.isupper() and name.upper() in self._codes

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

    def seat(self, region: Place) -> Place | None:
        """The town that a first-level region is governed from: of its name, or by far its largest; else None."""
        named = [
            hit.place
            for hit in self.hits(region.name)
            if hit.place.kind in SETTLEMENTS and _in(hit.place, region)
        ]
        if named:
            return max(named, key=lambda place: place.population)
        first, second, *_ = (*self._largest.get(region.place_id.removeprefix("a:"), []), (0, -1), (0, -1))
        return self.town(first[1]) if first[0] >= _STANDS_OUT * second[0] and first[0] else None

    @cached_property
    def _largest(self) -> dict[str, list[tuple[int, int]]]:
        """The people and rows of the two largest towns of each first-level region, by its code."""
        largest: dict[str, list[tuple[int, int]]] = defaultdict(list)
        for row in range(len(self.tables.towns)):
            *_, iso, code, people = self.tables.towns.fields(row)
            two = largest[f"{iso}.{code}"]
            two.append((int(people), row))
            two.sort(reverse=True)
            del two[2:]
        return largest

    def heard(self, name: str, iso: str) -> Hit | None:
        """The one place of a country whose name is divided otherwise, or sounds alike, or is another language's spelling."""
        name_key = key(name)
        joined = name_key.replace(" ", "")
        sound = skeleton(name_key)
        found = self._only(self._sounds(iso).joined.get(joined, ()), DIVIDED)
        heard = len(sound.replace(" ", ""))
        if not found and heard >= LEAST_SHAPED:
            found = self._only(self._sounds(iso).shapes.get(shape(name_key), ()), CONSONANTS)
        if not found and heard >= LEAST_CONSONANTS:
            found = self._only(self._sounds(iso).skeletons.get(sound, ()), CONSONANTS)
        return found or self._respelt(name, iso)

    def _respelt(self, name: str, iso: str) -> Hit | None:
        """The one place of a country that bears the name as another language writes it."""
        keys = (each for each in respelt(name) if len(skeleton(each).replace(" ", "")) >= LEAST_SHAPED)
        return _one_place([place for each in keys for place in self.bearing(each) if place.iso == iso], HEARD)

    def _only(self, hits: Sequence[int], how: str) -> Hit | None:
        """The place of these numbers, if they are all one place."""
        return _one_place([self._numbered(number) for number in hits], how)

    def _numbered(self, number: int) -> Place:
        """A town by its row; an added place by the ones' complement of its number."""
        return self.town(number) if number >= 0 else self.brought(~number)

    def _sounds_of(self, iso: str) -> _Sounds:
        towns = self.tables.towns.of(iso)
        added = ((name_key, ~number) for name_key, number in self.added.of(iso))
        sounds = _Sounds(defaultdict(list), defaultdict(list), defaultdict(list))
        for name_key, number in chain(towns, added):
            sounds.joined[name_key.replace(" ", "")].append(number)
            sounds.shapes[shape(name_key)].append(number)
            sounds.skeletons[skeleton(name_key)].append(number)
        return sounds

    @cached_property
    def peoples(self) -> dict[str, Country]:
        """Names of peoples ("Syrian", "Syrians") to their country."""
        return {name: country for country in self.tables.countries.values() for name in country.demonyms}


def _one_place(places: Sequence[Place], how: str) -> Hit | None:
    """The first of the places, if they are all in one spot."""
    if not places or any(places[0].kilometres_to(each) > SAME_PLACE_KM for each in places):
        return None
    return Hit(places[0], how, PlaceTable.TOWN)


def _in(town: Place, region: Place) -> bool:
    return town.iso == region.iso and town.admin1 == region.name


def _same_town(hit: Hit, town: Place) -> bool:
    """Whether a curated or added settlement is this one, under the name we use."""
    alike = hit.place.kind in SETTLEMENTS and town.kind in SETTLEMENTS and hit.place.iso == town.iso
    return alike and hit.table in _OURS and hit.place.kilometres_to(town) < SAME_TOWN_KM


def _told_already(place: Place, hits: Sequence[Hit]) -> bool:
    return any(hit.place.place_id == place.place_id or _same_town(hit, place) for hit in hits)


def _peopled(hit: Hit, towns: list[Place]) -> Hit:
    """A curated town with the people that the public table counts there."""
    people = max((town.population for town in towns if _same_town(hit, town)), default=0)
    return Hit(replace(hit.place, population=people), hit.how, hit.table) if people else hit


def _how(name: str, names: tuple[str, ...]) -> str:
    wanted = _core(name)
    if wanted == _core(names[0]):
        return EXACT
    return ALIAS if any(wanted == _core(each) for each in names[1:]) else SPELLING


def _how_transcribed(name: str, town: Place) -> str:
    """How a town was met whose name is spelt in many ways; which way our table spells it tells little."""
    if key(name) != key(town.name):
        return OTHER
    alike = _consonants(name) == _consonants(town.name) or not _LATIN.search(name)
    return VOWELS if alike else SPELLING


def _consonants(name: str) -> str:
    return _VOWEL.sub("", _core(name))


@lru_cache(maxsize=50_000)
def _core(name: str) -> str:
    """A name in plain words without articles and generic words, its letters as spelt."""
    parts = words(name)
    kept = [part for part in parts if part not in WORDS.articles and part not in WORDS.generic] or parts
    return " ".join(WORDS.same.get(part, part) for part in kept) if len(kept) > 1 else kept[0] if kept else ""
