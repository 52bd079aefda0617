"""`read --into` and `serve PATHS` killed at random moments, before, during and after its batches are kept; then read again.

    .venv/bin/python -m tests.benchmarks.kills --times 40 [--jobs 2]
    .venv/bin/python -m tests.benchmarks.kills --times 20 --rows 120000     # the import of a table instead of reports

After each kill the database must be whole, and reading again must give just what an undisturbed reading gives; a line
says of each what came of it. Every other command killed is `serve`, unless `--only-read` says otherwise.
"""

import argparse
import shutil
import sqlite3
import subprocess
import sys
import tempfile
from contextlib import closing
from hashlib import sha256
from pathlib import Path
from random import Random
from time import monotonic, sleep

from dashboard.store import Store
from dashboard.table.columns import EVENT_COLUMNS
from tests.benchmarks.tables import written

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
    whole = folder / "whole.db"
    start = monotonic()
    _read(reports, whole).wait()
    lasts = monotonic() - start
    wanted, random = _table(whole), Random(seed)
    wrong = list[str]()
    for number in range(times):
        database = folder / f"{number}.db"
        process = (
            _serve(reports, database) if number % 2 and not only_read else _read(reports, database, jobs)
        )
        moment = random.uniform(lasts / 4, lasts * 1.1)
        sleep(moment)
        process.kill()
        process.wait()
        before = len(wrong)
        at = f"{number + 1}: killed after {moment:.2f} of {lasts:.2f} s"
        if database.exists() and not _is_whole(database):
            wrong.append(f"{at}: the database is damaged")
        _read(reports, database).wait()
        if _table(database) != wanted:
            wrong.append(f"{at}: read again, the table is another")
        _tell(at, wrong[before:])
        shutil.rmtree(database, ignore_errors=True)
    return wrong


def killed_importing(folder: Path, times: int, seed: int, rows: int) -> list[str]:
    """What went wrong, a line each, when the import of a table of so many rows was killed so many times."""
    table, whole = folder / "coded.csv", folder / "whole.db"
    written(table, rows)
    start = monotonic()
    _read(table, whole).wait()
    lasts = monotonic() - start
    wanted, random = _kept(whole), Random(seed)
    wrong = list[str]()
    for number in range(times):
        database = folder / f"{number}.db"
        process = _read(table, database)
        moment = random.uniform(lasts / 4, lasts)
        sleep(moment)
        process.kill()
        process.wait()
        before = len(wrong)
        at = f"{number + 1}: killed after {moment:.2f} of {lasts:.2f} s"
        if database.exists() and not _is_whole(database):
            wrong.append(f"{at}: the database is damaged")
        _read(table, database).wait()
        if _kept(database) != wanted:
            wrong.append(f"{at}: imported again, the rows are others")
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


def _read(reports: Path, database: Path, jobs: int = 1) -> "subprocess.Popen[bytes]":
    command = [sys.executable, "-m", "dashboard", "read", str(reports), "--into", str(database), "--quiet"]
    command += ["--jobs", str(jobs)]
    return subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)


def _serve(reports: Path, database: Path) -> "subprocess.Popen[bytes]":
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
