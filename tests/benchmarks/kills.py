"""`read --into` and `serve PATHS` killed at random moments, before, during and after its batches are kept; then read again.

    .venv/bin/python -m tests.benchmarks.kills --times 40 [--jobs 2]
    .venv/bin/python -m tests.benchmarks.kills --times 20 --rows 120000     # the import of a table instead of reports

After each kill the database must be whole, and reading again must give just what an undisturbed reading gives; a line
says of each what came of it. Every other command killed is `serve`, unless `--only-read` says otherwise.
"""

import argparse
import sqlite3
import subprocess
import sys
import tempfile
from collections.abc import Callable
from contextlib import closing
from hashlib import sha256
from pathlib import Path
from random import Random
from time import monotonic, sleep

from dashboard.store import Store
from dashboard.table.columns import EVENT_COLUMNS
from tests.benchmarks.tables import written

Running = subprocess.Popen[bytes]

_REPORTS = 110  # three batches
_TOWNS = ("Douma", "Homs", "Idlib", "Aleppo", "Hama", "Daraa", "Palmyra", "Manbij")


def main() -> None:
    """Kill as often as asked for, and print what went wrong."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--times", type=int, default=30)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--jobs", type=int, default=1)
    parser.add_argument("--rows", type=int, default=0)
    parser.add_argument("--only-read", action="store_true")
    asked = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        if asked.rows:
            wrong = killed_importing(Path(folder), asked.times, asked.seed, asked.rows)
        else:
            wrong = killed(Path(folder), asked.times, asked.seed, asked.jobs, only_read=asked.only_read)
    print(f"{asked.times} kills, {len(wrong)} went wrong")
    for line in wrong:
        print(f"  {line}")


def killed(folder: Path, times: int, seed: int, jobs: int = 1, *, only_read: bool = False) -> list[str]:
    """What went wrong, a line each, when reading was killed so many times."""
    reports = _written(folder / "reports")

    def begin(number: int, database: Path) -> Running:
        serves = number % 2 and not only_read
        return _serve(reports, database) if serves else _read(reports, database, jobs)

    return _killed(folder, Random(seed), times, begin, lambda database: _read(reports, database), _table)


def killed_importing(folder: Path, times: int, seed: int, rows: int) -> list[str]:
    """What went wrong, a line each, when the import of a table of so many rows was killed so many times."""
    table = folder / "coded.csv"
    written(table, rows)

    def read(database: Path) -> Running:
        return _read(table, database)

    return _killed(folder, Random(seed), times, lambda _, database: read(database), read, _kept)


def _killed(
    folder: Path,
    random: Random,
    times: int,
    begin: Callable[[int, Path], Running],
    again: Callable[[Path], Running],
    content: Callable[[Path], object],
) -> list[str]:
    """What went wrong when what begins was killed at random moments, and done again undisturbed."""
    whole, start = folder / "whole.db", monotonic()
    again(whole).wait()
    lasts, wanted = monotonic() - start, content(whole)
    wrong = list[str]()
    for number in range(times):
        database = folder / f"{number}.db"
        process, moment = begin(number, database), random.uniform(lasts / 4, lasts * 1.1)
        sleep(moment)
        process.kill()
        process.wait()
        before, at = len(wrong), f"{number + 1}: killed after {moment:.2f} of {lasts:.2f} s"
        if database.exists() and not _is_whole(database):
            wrong.append(f"{at}: the database is damaged")
        again(database).wait()
        if content(database) != wanted:
            wrong.append(f"{at}: done again, what is kept is other")
        _tell(at, wrong[before:])
        for each in folder.glob(f"{number}.db*"):
            each.unlink()
    return wrong


def _tell(at: str, wrong: list[str]) -> None:
    """What came of one kill, at once: a run that is stopped has told of those before."""
    print("\n".join(wrong) or f"{at}: whole, and the same when read again", flush=True)


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


def _written(folder: Path) -> Path:
    folder.mkdir()
    for number in range(_REPORTS):
        towns = [_TOWNS[(number + step) % len(_TOWNS)] for step in range(2)]
        text = "".join(
            f"Shells hit {town} on {number % 28 + 1} May 2018, killing {number + 1} rebels. "
            for town in towns
        )
        (folder / f"{number:02}.txt").write_text(text, encoding="utf-8")
    return folder


def _read(reports: Path, database: Path, jobs: int = 1) -> Running:
    command = [sys.executable, "-m", "dashboard", "read", str(reports), "--into", str(database), "--quiet"]
    command += ["--jobs", str(jobs)]
    return subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)


def _serve(reports: Path, database: Path) -> Running:
    """The same by the page's command, which goes on when it has read and saved."""
    command = [
        sys.executable,
        "-m",
        "dashboard",
        "serve",
        str(reports),
        "--database",
        str(database),
        "--port",
        "0",
    ]
    return subprocess.Popen([*command, "--no-browser"], stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)


def _is_whole(database: Path) -> bool:
    connection = sqlite3.connect(database)
    try:
        return bool(connection.execute("PRAGMA integrity_check").fetchone()[0] == "ok")
    finally:
        connection.close()


def _table(database: Path) -> tuple[list[tuple[object, ...]], int, int]:
    with Store.open(str(database)) as store:
        loaded = store.load()
    rows = loaded.events.drop(columns="dataset").astype(str).itertuples(index=False, name=None)
    return sorted(rows), len(loaded.mentions), len(loaded.reports)


if __name__ == "__main__":
    main()
