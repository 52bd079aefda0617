"""Places a user brought: rows kept as they come from the store, and the index from folded name to rows.

A country has tens of thousands of villages. Their names are folded once, when they are brought, so that
reading a report doesn't wait for it; a row becomes a place only when it is asked for.
"""

import zlib
from collections import defaultdict
from collections.abc import Iterator, Sequence
from functools import cache
from pathlib import Path
from typing import NamedTuple

from dashboard.gazetteer.spelling import key
from dashboard.language.lexicon import lexicon_file


class Brought(NamedTuple):
    """One place of a file; ``others`` and ``keys`` are divided by ``;``.

    ``keys`` are all its names, folded; ``source`` is the file's name.
    """

    place_id: str
    name: str
    kind: str
    latitude: float
    longitude: float
    iso: str
    admin1: str
    admin2: str
    population: int
    others: str
    keys: str
    source: str


class Added:
    """The rows, by number and by folded name."""

    def __init__(self, rows: Sequence[Brought] = ()) -> None:
        self.rows = rows
        # Most names have one row: a number, and a list only for more, loads twice as fast as lists alone.
        self._index: dict[str, int] = {}
        self._more: dict[str, list[int]] = defaultdict(list)
        for number, row in enumerate(rows):
            for name_key in row.keys.split(";"):
                if self._index.setdefault(name_key, number) != number:
                    self._more[name_key].append(number)
        self._index.pop("", None)

    def __iter__(self) -> Iterator[str]:
        return iter(self._index)

    def __contains__(self, name_key: str) -> bool:
        return name_key in self._index

    def numbers(self, name_key: str) -> Sequence[int]:
        """The rows that bear the folded name."""
        first = self._index.get(name_key)
        return () if first is None else (first, *self._more.get(name_key, ()))

    def of(self, iso: str) -> Iterator[tuple[str, int]]:
        """Every folded name of a country's rows, with the row that bears it."""
        for name_key in self._index:
            yield from (
                (name_key, number) for number in self.numbers(name_key) if self.rows[number].iso == iso
            )


def keys_of(name: str, others: str) -> str:
    """All names folded, as a row keeps them.

    >>> keys_of("Kafr Nabl", "Kafr Nabel;كفرنبل")
    'kafr nabl;kafr nabil;كفرنبل'
    """
    return ";".join(each for each in dict.fromkeys(map(key, (name, *others.split(";")))) if each)


def folded_anew(row: Brought) -> Brought:
    """The row under today's spelling rules."""
    return row._replace(keys=keys_of(row.name, row.others))


@cache
def spelling_rules() -> str:
    """A mark of today's spelling rules: where it has changed, names that were kept have to be folded anew."""
    rules = (Path(__file__).with_name("spelling.py"), lexicon_file("places"))
    return f"{zlib.crc32(b''.join(file.read_bytes() for file in rules)):08x}"
