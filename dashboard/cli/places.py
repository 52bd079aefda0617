"""``places``: bring places of one's own into the store; show what a name may mean."""

from collections.abc import Sequence
from pathlib import Path

from dashboard.cli.output import note, say, say_json, say_table
from dashboard.cli.stored import open_store, places_of
from dashboard.errors import InputError
from dashboard.gazetteer import Gazetteer, PlaceCandidate
from dashboard.gazetteer.bringing import Bringing, bring
from dashboard.gazetteer.homes import Homes
from dashboard.gazetteer.packed import Tables
from dashboard.gazetteer.spelling import key
from dashboard.store import Kept, keep_places

_SHOWN = 10  # rows left out that are named one by one
_HEADS = ("place", "kind.", "point.", "in", "people.", "source.", "why")
_SOURCES = {
    "gn": "GeoNames",
    "a": "regions",
    "co": "countries",
    "ct": "curated",
    "pc": "added",
    "us": "added",
}


def add_places(files: Sequence[Path], database: str | None) -> int:
    """Add the places of every file; gives the exit code. A file that can't be read stops before any is kept."""
    homes = Homes(Tables())
    found = [(file, bring(file, homes)) for file in files]
    with open_store(database) as store:
        for file, brought in found:
            _tell_left(file, brought)
            say(f"{file}: {_in_words(keep_places(store, brought.places))}")
    return 0


def _tell_left(file: Path, brought: Bringing) -> None:
    for each in brought.left[:_SHOWN]:
        note(each)
    if len(brought.left) > _SHOWN:
        note(f"{file.name}: {len(brought.left) - _SHOWN:,} more rows were left out")
    if not brought.places:
        msg = f"{file}: not one of its rows tells a place"
        raise InputError(msg)


def _in_words(kept: Kept) -> str:
    changed = f", {kept.replaced:,} say something else now" if kept.replaced else ""
    return f"{kept.added:,} places added{changed}, {kept.already:,} were there already"


def find_place(
    name: str, country: str | None, region: str | None, database: str | None, *, as_json: bool
) -> int:
    """Print what a name may mean, best first; gives the exit code: 1 when it means nothing we know."""
    iso = _iso(country) if country else None
    places = places_of(database)
    found = places.lookup(name, iso, region)
    for number, each in enumerate(found, start=1):
        if as_json:
            say_json(_record(number, each))
    if found and not as_json:
        say_table(_HEADS, map(_row, found))
    if not found:
        _tell_near(places, name, iso)
    return int(not found)


def _iso(country: str) -> str:
    iso = Homes(Tables()).iso(country)
    if not iso:
        msg = f"{country}: is no country we know; give its name or its two letters, like SY"
        raise InputError(msg)
    return iso


def _tell_near(places: Gazetteer, name: str, iso: str | None) -> None:
    note(f"{name!r} is on no map we have (looked for as {key(name)!r}); bring a file with places add")
    for each in places.near(name, iso):
        note(f"a near spelling: {each.place.name}, {_chain(each)} ({'; '.join(each.reasons)})")


def _row(each: PlaceCandidate) -> tuple[str, ...]:
    place = each.place
    point = f"{place.latitude:.3f} {place.longitude:.3f}"
    people = f"{place.population:,}" if place.population else ""
    return place.name, place.kind, point, _chain(each), people, _source(each), "; ".join(each.reasons)


def _chain(each: PlaceCandidate) -> str:
    place = each.place
    homes = (home for home in (place.admin2, place.admin1, place.country) if home != place.name)
    return ", ".join(filter(None, homes))


def _source(each: PlaceCandidate) -> str:
    return _SOURCES[each.place.place_id.split(":")[0]]


def _record(rank: int, each: PlaceCandidate) -> dict[str, object]:
    place = each.place
    return {
        "rank": rank,
        "place_id": place.place_id,
        "name": place.name,
        "kind": place.kind,
        "latitude": place.latitude,
        "longitude": place.longitude,
        "iso": place.iso,
        "country": place.country,
        "admin1": place.admin1,
        "admin2": place.admin2,
        "population": place.population,
        "source": _source(each),
        "score": round(each.score, 2),
        "reasons": list(each.reasons),
    }
