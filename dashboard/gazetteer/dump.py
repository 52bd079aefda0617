"""A GeoNames country dump: nineteen columns, no header (download.geonames.org/export/dump/readme.txt)."""

from collections.abc import Iterator, Sequence
from functools import cache
from pathlib import Path

from dashboard.gazetteer.added import Brought, keys_of
from dashboard.gazetteer.homes import Homes
from dashboard.gazetteer.place import settlement
from dashboard.gazetteer.points import off_the_map
from dashboard.language.lexicon import table

COLUMNS = 19
_FEATURES = Path(__file__).with_name("features.toml")


def from_dump(
    rows: Sequence[tuple[int, Sequence[str]]], homes: Homes, source: str
) -> Iterator[Brought | str]:
    """Each row as a place, or why it is none ("12: …")."""
    seconds = _second_level(rows)
    for line, row in rows:
        if len(row) != COLUMNS:
            yield f"{line}: has {len(row)} columns, a GeoNames dump has {COLUMNS}"
        elif wrong := off_the_map(row[4], row[5]):
            yield f"{line}: {wrong}"
        else:
            yield _place(row, seconds, homes, source)


def _second_level(rows: Sequence[tuple[int, Sequence[str]]]) -> dict[tuple[str, str, str], str]:
    """Names of second-level regions by their codes."""
    return {(row[8], row[10], row[11]): row[1] for _, row in rows if len(row) == COLUMNS and row[7] == "ADM2"}


def _place(
    row: Sequence[str], seconds: dict[tuple[str, str, str], str], homes: Homes, source: str
) -> Brought:
    people = int(row[14]) if row[14].isdigit() else 0
    others = ";".join(each for each in dict.fromkeys((row[2], *row[3].split(","))) if each and each != row[1])
    return Brought(
        f"gn:{row[0]}", row[1], _kind(row[6], row[7], people), float(row[4]), float(row[5]), row[8],
        homes.coded(row[8], row[10]), seconds.get((row[8], row[10], row[11]), ""), people, others,
        keys_of(row[1], others), source,
    )  # fmt: skip


def _kind(feature_class: str, code: str, people: int) -> str:
    """Our kind for a feature.

    >>> _kind("P", "PPL", 0), _kind("P", "PPLX", 900), _kind("H", "STM", 0), _kind("A", "ADM2", 0)
    ('village', 'neighbourhood', 'river', 'admin2')
    """
    classes, codes = _kinds()
    return codes.get(code) or classes.get(feature_class) or settlement(people)


@cache
def _kinds() -> tuple[dict[str, str], dict[str, str]]:
    kinds = table(_FEATURES)
    return kinds["classes"], kinds["codes"]
