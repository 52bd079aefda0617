"""What takes long to make and is the same for every test: made once a run, by whichever of its workers asks first.

    @once_a_run
    def readings(folder: Path) -> list[Reading]: ...

The others wait for it, and take a copy. Where tests run in one process it is kept there.
"""

import pickle
import sqlite3
from collections.abc import Callable
from contextlib import closing
from functools import cache
from hashlib import sha256
from pathlib import Path
from typing import TypeVar, cast

Asked = TypeVar("Asked")
Made = TypeVar("Made")

LONGEST = 900.0
"""Seconds that one worker waits for another."""

_shared: list[Path] = []


def share(folder: Path) -> None:
    """From now on what is made is kept in this folder, which all workers of a run know."""
    folder.mkdir(exist_ok=True)
    _shared[:] = [folder]


def once_a_run(make: Callable[[Asked], Made]) -> Callable[[Asked], Made]:
    """The same function, called once for the same argument, told by its ``repr``; what it gives has to be pickled."""

    @cache
    def made(asked: Asked) -> Made:
        if not _shared:
            return make(asked)
        name = sha256(repr((make.__module__, make.__qualname__, asked)).encode()).hexdigest()
        return _kept(_shared[0] / name, lambda: make(asked))

    return made


def _kept(path: Path, make: Callable[[], Made]) -> Made:
    """What stands in the file, a database of one value; whoever finds none makes it, and nobody looks meanwhile."""
    with closing(sqlite3.connect(path, timeout=LONGEST, isolation_level=None)) as file:
        file.execute("BEGIN EXCLUSIVE")
        file.execute("CREATE TABLE IF NOT EXISTS made (value BLOB)")
        found = file.execute("SELECT value FROM made").fetchone()
        if found:
            return cast("Made", pickle.loads(found[0]))
        value = make()
        file.execute("INSERT INTO made VALUES (?)", [pickle.dumps(value)])
        file.execute("COMMIT")
        return value
