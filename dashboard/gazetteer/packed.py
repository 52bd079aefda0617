"""The tables of ``data/gazetteer``, read fast and kept small.

Over a hundred thousand towns stay lines of text until one is asked for; only the index of folded
names is a dictionary. What is in each file stands in ``data/README.md``.
"""

import gzip
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from itertools import chain
from pathlib import Path

from dashboard.bundled import bundled
from dashboard.errors import InputError
from dashboard.gazetteer.loading import at_one_go
from dashboard.gazetteer.place import Place, PlaceKind
from dashboard.text.tsv import tsv_rows

FOLDER = bundled("data") / "gazetteer"


@dataclass(frozen=True, slots=True)
class Country:
    """What is known of a country: ``neighbours`` are ISO codes, ``names`` every name it goes by."""

    place: Place
    capital: str
    square_kilometres: int
    neighbours: frozenset[str]
    names: tuple[str, ...]
    demonyms: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Named:
    """A place of a small table and every name it goes by."""

    place: Place
    names: tuple[str, ...]


class Towns:
    """GeoNames' towns: rows of text, and the index from folded name to rows."""

    def __init__(self, folder: Path = FOLDER) -> None:
        self._rows = _text(folder / "places.tsv.gz").splitlines()
        flat = _text(folder / "index.tsv.gz").replace("\t", "\n").split("\n")
        self._index = dict(zip(flat[0:-1:2], flat[1::2], strict=True))

    def __len__(self) -> int:
        return len(self._rows)

    def __iter__(self) -> Iterator[str]:
        return iter(self._index)

    def __contains__(self, name_key: str) -> bool:
        return name_key in self._index

    def of(self, iso: str) -> Iterator[tuple[str, int]]:
        """Every folded name of a country's towns, with the row that bears it."""
        for name_key, rows in self._index.items():
            for row in rows.split(","):
                if self._isos[int(row)] == iso:
                    yield name_key, int(row)

    @cached_property
    def _isos(self) -> list[str]:
        return [row.rsplit("\t", 3)[1] for row in self._rows]

    def rows(self, name_key: str) -> list[int]:
        """The rows that bear the folded name, most people first."""
        found = self._index.get(name_key)
        return [int(row) for row in found.split(",")] if found else []

    def numbered(self, number: str) -> Iterator[int]:
        """The row of GeoNames' number."""
        start = f"{number}\t"
        return (row for row, text in enumerate(self._rows) if text.startswith(start))

    def fields(self, row: int) -> list[str]:
        """Id, name, latitude, longitude, iso, admin1 code, population; as text."""
        return self._rows[row].split("\t")


@dataclass(frozen=True)
class Tables:
    """All the tables: towns packed, the rest as places."""

    folder: Path = FOLDER

    @cached_property
    def towns(self) -> Towns:
        """GeoNames' towns."""
        with at_one_go():
            return Towns(self.folder)

    @cached_property
    def countries(self) -> dict[str, Country]:
        """By ISO code."""
        spoken = {row[0]: row[1:] for row in tsv_rows(self.folder / "demonyms.tsv", 4)}
        return {
            row[0]: _country(row, spoken.get(row[0], ["", "", ""]))
            for row in tsv_rows(self.folder / "countries.tsv", 9)
        }

    @cached_property
    def regions(self) -> dict[str, Named]:
        """First- and second-level regions by code ("SY.12"), under the name the curated table uses."""
        rows = [self._in_our_words(row) for row in tsv_rows(self.folder / "regions.tsv", 7)]
        names = {row[0]: row[2] for row in rows}
        return {row[0]: self._region(row, names.get(row[5], "")) for row in rows}

    def _in_our_words(self, row: list[str]) -> list[str]:
        own = self._own_regions.get((row[0][:2], _plain(row[2]))) if row[1] == "admin1" else None
        if own is None:
            return row
        return [*row[:2], own.place.name, *row[3:6], ";".join((row[2], *own.names, row[6]))]

    @cached_property
    def _own_regions(self) -> dict[tuple[str, str], Named]:
        """The curated first-level regions, by country and each of their names."""
        return {
            (each.place.iso, _plain(name)): each
            for each in self._all_curated
            if each.place.kind == PlaceKind.ADMIN1
            for name in each.names
        }

    def _region(self, row: list[str], home: str) -> Named:
        code, kind, name, latitude, longitude, _, others = row
        iso = code[:2]
        country = self.countries[iso].place.name if iso in self.countries else ""
        chain_of = (name, "") if kind == PlaceKind.ADMIN1 else (home, name)
        place = Place(f"a:{code}", name, kind, float(latitude), float(longitude), iso, country, *chain_of)
        return Named(place, (name, *filter(None, others.split(";"))))

    @cached_property
    def curated(self) -> list[Named]:
        """The places no public table has; first-level regions that it has are not told twice."""
        public = {
            (each.place.iso, each.place.name)
            for each in self.regions.values()
            if each.place.kind == PlaceKind.ADMIN1
        }
        return [
            each
            for each in self._all_curated
            if each.place.kind != PlaceKind.ADMIN1 or (each.place.iso, each.place.name) not in public
        ]

    @cached_property
    def _all_curated(self) -> list[Named]:
        return [self._curated(row) for row in tsv_rows(self.folder / "curated.tsv", 10)]

    def _curated(self, row: list[str]) -> Named:
        name_id, name, kind, latitude, longitude, iso, admin1, admin2, aliases, _ = row
        country = self.countries[iso].place.name if iso in self.countries else ""
        place = Place(
            f"ct:{name_id}", name, kind, float(latitude), float(longitude), iso, country, admin1, admin2
        )
        return Named(place, (name, *filter(None, (alias.strip() for alias in aliases.split(";")))))

    @cached_property
    def ordinary(self) -> dict[str, str]:
        """Words that are places and also English words (w), given names (f) or surnames (s)."""
        return {row[0]: row[1] for row in tsv_rows(self.folder / "ordinary.tsv", 2)}

    @cached_property
    def at_war(self) -> frozenset[str]:
        """The ISO codes of the countries that reports of war come from."""
        return frozenset(row[0] for row in tsv_rows(self.folder / "wars.tsv", 2))

    @cached_property
    def transcribed(self) -> frozenset[str]:
        """The ISO codes of the countries that write in other letters than ours."""
        return frozenset(row[0] for row in tsv_rows(self.folder / "scripts.tsv", 2))

    @cached_property
    def zones(self) -> dict[str, str]:
        """The main time zone of each country, by ISO code."""
        return {row[0]: row[1] for row in tsv_rows(self.folder / "zones.tsv", 2)}

    @cached_property
    def zones_of_regions(self) -> dict[str, dict[str, str]]:
        """Of countries with several zones those of regions that have not the main one, by ISO code and region."""
        found: dict[str, dict[str, str]] = {}
        for iso, zone, regions in tsv_rows(self.folder / "zones_of_regions.tsv", 3):
            found.setdefault(iso, {}).update(dict.fromkeys(regions.split(";"), zone))
        return found


def _country(row: list[str], spoken: list[str]) -> Country:
    iso, name, capital, latitude, longitude, area, people, neighbours, others = row
    place = Place(
        f"co:{iso}", name, "country", float(latitude), float(longitude), iso, name, population=int(people)
    )
    demonyms, aliases, called = (each.split(";") if each else [] for each in spoken)
    if called:
        place = Place(
            f"co:{iso}",
            called[0],
            "country",
            place.latitude,
            place.longitude,
            iso,
            called[0],
            population=int(people),
        )
    names = tuple(dict.fromkeys(chain(called, [name], aliases, filter(None, others.split(";")))))
    return Country(place, capital, int(area), frozenset(neighbours.split(",")), names, tuple(demonyms))


def _plain(name: str) -> str:
    return name.casefold().replace("-", " ")


def _text(path: Path) -> str:
    try:
        data = path.read_bytes()
    except FileNotFoundError:
        msg = f"{path} is missing: it comes with the product, take it from a fresh copy"
        raise InputError(msg) from None
    return (gzip.decompress(data) if path.suffix == ".gz" else data).decode("utf-8")
