"""Whatever keeps something, killed (``kill -9``) at random moments, and done again: nothing may be lost, doubled or by halves.

    .venv/bin/python -m tests.benchmarks.kills --times 20                     # of each kind
    .venv/bin/python -m tests.benchmarks.kills --times 20 import --rows 120000

The kinds: ``read`` (reports with --into), ``serve`` (the page's command while it reads the same), ``edits`` (a page that is
served while somebody corrects on it, a hundred events at a time), ``import`` (of a table), ``seal`` (of a case). After each
kill the database must be whole, doing it again must give just what it gives undisturbed, every correction that was told must
be there, none by halves, and a sealed case must be whole or not there. A line says of each what came of it.
"""

import argparse
import shutil
import sqlite3
import sys
import tempfile
from collections.abc import Callable, Iterator, Mapping
from contextlib import closing
from dataclasses import dataclass
from functools import partial
from hashlib import sha256
from pathlib import Path
from random import Random
from time import monotonic, sleep

from dashboard.publish.case.verify import verify
from dashboard.store import Store
from dashboard.table.columns import EVENT_COLUMNS
from tests.benchmarks import served_edits
from tests.benchmarks.tables import written
from tests.benchmarks.warm import Running, begun, done, killed

REPORTS, ROWS = 110, 20_000  # three batches; two
_EDITED = 4.0  # seconds that a page is served while it is corrected on, at most
_TOWNS = ("Douma", "Homs", "Idlib", "Aleppo", "Hama", "Daraa", "Palmyra", "Manbij")


@dataclass(frozen=True, slots=True)
class Trial:
    """What is killed: how it begins on a file of its own, and what is wrong with that file after the kill, once done again."""

    begin: Callable[[Path], Running]
    wrong: Callable[[Path], Iterator[str]]
    whole: Callable[[Path], object]
    ready: Callable[[Path], object] = lambda _: None


def main() -> None:
    """Kill as often as asked for, and print what went wrong; the exit code says whether anything did."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("kinds", nargs="*", default=list(KINDS), metavar="KIND")
    parser.add_argument("--times", type=int, default=20)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--rows", type=int, default=ROWS)
    asked = parser.parse_args()
    lost = 0
    for kind in asked.kinds:
        with tempfile.TemporaryDirectory() as folder:
            wrong = killed_at_random(kind, Path(folder), asked.times, asked.seed, rows=asked.rows, tell=True)
        print(f"{kind}: {asked.times} kills, {len(wrong)} went wrong", flush=True)
        lost += len(wrong)
    sys.exit(min(lost, 1))


def killed_at_random(
    kind: str,
    folder: Path,
    times: int,
    seed: int,
    *,
    rows: int = ROWS,
    reports: int = REPORTS,
    tell: bool = False,
) -> list[str]:
    """What went wrong, a line each, when something of a kind was killed so many times."""
    done("--version")  # from here on it is warm
    trial, random = KINDS[kind](folder, rows, reports), Random(seed)
    start = monotonic()
    if trial.whole(folder / "whole"):
        return [f"{kind}: fails undisturbed"]
    lasts, wrong = monotonic() - start, list[str]()
    for number in range(times):
        file, moment = folder / str(number), random.uniform(0.02, 1.05) * lasts
        trial.ready(file)
        process = trial.begin(file)
        sleep(moment)
        killed(process)
        found = [
            f"{kind} {number + 1}, killed after {moment:.2f} of {lasts:.2f} s: {each}"
            for each in trial.wrong(file)
        ]
        wrong += found
        if tell:
            print(
                "\n".join(found)
                or f"{kind} {number + 1}: killed after {moment:.2f} of {lasts:.2f} s, nothing lost",
                flush=True,
            )
        for each in folder.glob(f"{number}.*"):
            each.unlink()
    return wrong


def _reading(folder: Path, _: int, reports: int, *, serves: bool = False) -> Trial:
    """Reports into a database, by ``read`` or by the page's command, which goes on when it has read and saved."""
    texts = _written(folder / "reports", reports)
    read = partial(_read, texts)

    def begin(file: Path) -> Running:
        return _serve(file, texts) if serves else begun(*read(file))

    return _again(folder, begin, read, _table)


def _importing(folder: Path, rows: int, _: int) -> Trial:
    """A table into a database."""
    table = folder / "coded.csv"
    written(table, rows)
    read = partial(_read, table)
    return _again(folder, lambda file: begun(*read(file)), read, _kept)


def _again(
    folder: Path,
    begin: Callable[[Path], Running],
    read: Callable[[Path], tuple[object, ...]],
    content: Callable[[Path], object],
) -> Trial:
    """What is right when done again after the kill: just what an undisturbed one gives."""

    def wrong(file: Path) -> Iterator[str]:
        if _database(file).exists() and not _is_whole(_database(file)):
            yield "the database is damaged"
        done(*read(file))
        if content(_database(file)) != content(_database(folder / "whole")):
            yield "done again, what is kept is other"

    return Trial(begin, wrong, lambda file: done(*read(file)))


def _editing(folder: Path, _: int, reports: int) -> Trial:
    """A page that is served while somebody corrects on it; each edit that was told is there, whole, and nothing else is other."""
    read = _read(_written(folder / "reports", reports), folder / "kept")
    done(*read)
    told: dict[Path, served_edits.Told] = {}

    def begin(file: Path) -> Running:
        told[file], process = served_edits.begun_on(_database(file))
        return process

    def wrong(file: Path) -> Iterator[str]:
        if not _is_whole(_database(file)):
            yield "the database is damaged"
        yield from served_edits.lost(_database(file), told.pop(file))

    def ready(file: Path) -> None:
        shutil.copy(_database(folder / "kept"), _database(file))

    return Trial(begin, wrong, lambda _: sleep(_EDITED), ready)


def _sealing(folder: Path, _: int, reports: int) -> Trial:
    """A case sealed; it is whole or not there, and can be sealed afterwards."""
    done(*_read(_written(folder / "reports", reports), folder / "kept"))

    def seal(file: Path) -> tuple[object, ...]:
        return (
            "case",
            "seal",
            f"{file}.zip",
            "--database",
            _database(folder / "kept"),
            "--originals",
            folder / "reports",
        )

    def wrong(file: Path) -> Iterator[str]:
        if not _is_whole(_database(folder / "kept")):
            yield "the database is damaged"
        sealed = Path(f"{file}.zip")
        if sealed.exists() and verify(sealed).found:
            yield "there is half a case"
        sealed.unlink(missing_ok=True)
        if done(*seal(file)) or verify(sealed).found:
            yield "it can't be sealed again"

    return Trial(lambda file: begun(*seal(file)), wrong, lambda file: done(*seal(file)))


KINDS: Mapping[str, Callable[[Path, int, int], Trial]] = {
    "read": _reading,
    "serve": partial(_reading, serves=True),
    "edits": _editing,
    "import": _importing,
    "seal": _sealing,
}


def _database(file: Path) -> Path:
    return Path(f"{file}.db")


def _read(what: Path, file: Path) -> tuple[object, ...]:
    return "read", what, "--into", _database(file), "--quiet", "--jobs", 1


def _serve(file: Path, what: Path) -> Running:
    return begun("serve", what, "--database", _database(file), "--port", 0, "--no-browser")


def _written(folder: Path, reports: int) -> Path:
    folder.mkdir()
    for number in range(reports):
        towns = [_TOWNS[(number + step) % len(_TOWNS)] for step in range(2)]
        text = "".join(
            f"Shells hit {town} on {number % 28 + 1} May 2018, killing {number + 1} rebels. "
            for town in towns
        )
        (folder / f"{number:02}.txt").write_text(text, encoding="utf-8")
    return folder


def _is_whole(database: Path) -> bool:
    with closing(sqlite3.connect(database)) as connection:
        return bool(connection.execute("PRAGMA integrity_check").fetchone()[0] == "ok")


def _kept(database: Path) -> tuple[int, int, str]:
    """How many rows are kept, how many different, and a mark of all that they say."""
    digest, many, ids = sha256(), 0, set[str]()
    columns = ", ".join(f'"{each.name}"' for each in EVENT_COLUMNS)
    with closing(sqlite3.connect(database)) as connection:
        for row in connection.execute(f"SELECT {columns} FROM events ORDER BY event_id"):
            digest.update(repr(row).encode())
            many += 1
            ids.add(row[0])
    return many, len(ids), digest.hexdigest()


def _table(database: Path) -> tuple[list[tuple[object, ...]], int, int]:
    with Store.open(str(database)) as store:
        loaded = store.load()
    rows = loaded.events.drop(columns="dataset").astype(str).itertuples(index=False, name=None)
    return sorted(rows), len(loaded.mentions), len(loaded.reports)


if __name__ == "__main__":
    main()
