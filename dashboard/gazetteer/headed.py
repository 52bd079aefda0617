"""A table with a header that has places in it, whoever made it: what its columns are is told by their names.

OCHA's P-codes and populated places, coded events (each teaches the place it happened at), lists of one's own.
Where no column names a place, the finest administrative level is the place.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from hashlib import sha256
from pathlib import Path

from dashboard.errors import InputError
from dashboard.gazetteer.added import Brought, keys_of
from dashboard.gazetteer.homes import Homes
from dashboard.gazetteer.place import KINDS, settlement
from dashboard.gazetteer.points import degrees, off_the_map
from dashboard.gazetteer.spelling import key
from dashboard.language.lexicon import lexicon

_LEVELS = range(4, -1, -1)  # the finest first
_BRACKET = re.compile(r"\s*[(\[].*?[)\]]")
_VAGUE = "3"  # from here on a coder's point is only somewhere in the region


@dataclass(frozen=True, slots=True)
class Columns:
    """Which column tells what, by number; -1 where none does. ``levels`` go by level, ``others`` to more names."""

    name: int
    latitude: int
    longitude: int
    code: int
    iso: int
    country: int
    population: int
    kind: int
    precision: int
    levels: dict[int, int]
    level_codes: dict[int, int]
    others: tuple[int, ...]

    @property
    def finest(self) -> int:
        """The finest level that is named."""
        return max(self.levels, default=0)


def from_table(
    rows: Sequence[tuple[int, Sequence[str]]], homes: Homes, path: Path
) -> Iterator[Brought | str]:
    """Each row as a place, or why it is none ("12: …"); raises InputError for a table without places."""
    head, *body = [row for row in rows if any(row[1])]
    columns = columns_of(head[1])
    _must_tell_places(columns, head[1], path)
    for line, cells in body:
        row = (*cells, *[""] * (len(head[1]) - len(cells)))
        if not _is_tags(row):
            yield _read(line, row, columns, homes, path.name)


def columns_of(head: Sequence[str]) -> Columns:
    """What each column of a header tells.

    >>> found = columns_of(["event_date", "country", "admin1", "location", "latitude", "longitude"])
    >>> found.name, found.latitude, found.levels
    (3, 4, {1: 2})
    """
    flat = [re.sub(r"[\s_\-#]", "", each).lower() for each in head]
    place, level = _patterns()
    one = {what: _column(flat, place[what]) for what in place if what != "others"}
    levels = {number: _column(flat, _at(level["name"], number)) for number in _LEVELS}
    codes = {number: _column(flat, _at(level["code"], number)) for number in _LEVELS}
    named = {number: column for number, column in levels.items() if column >= 0}
    patterns = place["others"] if one["name"] >= 0 else _at(level["others"], max(named, default=0))
    others = (at for at, each in enumerate(flat) if any(re.fullmatch(pattern, each) for pattern in patterns))
    return Columns(
        **one, levels=named, level_codes={n: at for n, at in codes.items() if at >= 0}, others=tuple(others)
    )


def _column(flat: Sequence[str], patterns: Sequence[str]) -> int:
    found = (at for pattern in patterns for at, each in enumerate(flat) if re.fullmatch(pattern, each))
    return next(found, -1)


def _at(patterns: Sequence[str], level: int) -> list[str]:
    return [each.replace("#", str(level)) for each in patterns]


def _must_tell_places(columns: Columns, head: Sequence[str], path: Path) -> None:
    missing = [axis for axis in ("latitude", "longitude") if getattr(columns, axis) < 0]
    missing += ["the name of a place"] if columns.name < 0 and not columns.finest else []
    if missing:
        shown = ", ".join(head[:12]) + (", …" if len(head) > 12 else "")
        msg = (
            f"{path}: has no column for {' or '.join(missing)} (its first row is: {shown}); "
            "name the columns name, latitude, longitude, country, admin1"
        )
        raise InputError(msg)


def _is_tags(row: Sequence[str]) -> bool:
    """An HXL table's second row: "#adm1+name"."""
    return any(row) and all(not each or each.startswith("#") for each in row)


def _read(line: int, row: Sequence[str], columns: Columns, homes: Homes, source: str) -> Brought | str:
    name = _BRACKET.sub("", _cell(row, columns.name if columns.name >= 0 else columns.levels[columns.finest]))
    latitude, longitude = _cell(row, columns.latitude), _cell(row, columns.longitude)
    wrong = "names no place" if not key(name) else off_the_map(latitude, longitude)
    if _cell(row, columns.precision)[:1] >= _VAGUE:
        wrong = f"{name!r} is coded only to its region"
    iso = _iso(row, columns, homes)
    wrong = wrong or ("" if iso else f"{name!r} is in no country we know; add a column iso or country")
    return f"{line}: {wrong}" if wrong else _brought(name, row, columns, homes, iso, source)


def _brought(name: str, row: Sequence[str], columns: Columns, homes: Homes, iso: str, source: str) -> Brought:
    admin1, admin2 = (_cell(row, columns.levels.get(level, -1)) for level in (1, 2))
    latitude, longitude = degrees(_cell(row, columns.latitude)), degrees(_cell(row, columns.longitude))
    named = {_cell(row, at) for at in columns.others} - {name, ""}
    others = ";".join(sorted(named))
    code = _cell(row, columns.code) or ("" if columns.name >= 0 else _level_code(row, columns))
    people = _cell(row, columns.population)
    kind = _kind(_cell(row, columns.kind), int(people) if people.isdigit() else 0, columns)
    return Brought(
        f"pc:{code}" if code else f"us:{_mark(name, iso, latitude, longitude)}", name, kind, latitude, longitude, iso,
        homes.region(iso, admin1), admin2, int(people) if people.isdigit() else 0, others, keys_of(name, others), source,
    )  # fmt: skip


def _kind(named: str, people: int, columns: Columns) -> str:
    if named.lower() in KINDS:
        return named.lower()
    if columns.name >= 0 or not columns.finest:
        return settlement(people)
    return f"admin{min(columns.finest, 3)}"


def _iso(row: Sequence[str], columns: Columns, homes: Homes) -> str:
    codes = [_cell(row, columns.level_codes.get(level, -1)) for level in (0, 1, 2, 3, 4)]
    named = (_cell(row, at) for at in (columns.iso, columns.country, columns.levels.get(0, -1)))
    return homes.iso(*named, *codes, _cell(row, columns.code))


def _level_code(row: Sequence[str], columns: Columns) -> str:
    return _cell(row, columns.level_codes.get(columns.finest, -1))


def _mark(name: str, iso: str, latitude: float, longitude: float) -> str:
    """The same place of another row or file has the same mark: its name, and its point to a kilometre."""
    named = f"{iso}|{key(name)}|{latitude:.2f}|{longitude:.2f}"
    return sha256(named.encode()).hexdigest()[:12]


def _cell(row: Sequence[str], at: int) -> str:
    return row[at].strip() if at >= 0 else ""


@cache
def _patterns() -> tuple[dict[str, list[str]], dict[str, list[str]]]:
    table = lexicon("place_columns")
    return table["place"], table["level"]
