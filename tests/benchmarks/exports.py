"""A million rows into files: how long beside pandas' own to_csv, and how much memory on top of the table itself.

    python -m tests.benchmarks.exports [ROWS] [ENDING …]
    python -m tests.benchmarks.exports --store ROWS [ENDING …]      # the whole command, from a store with 1,000 corrections

Memory is the most the process held while it wrote, less what it held when the table was ready (Linux). Each format is
measured in a process of its own.
"""

import os
import subprocess
import sys
import time
from datetime import UTC, datetime
from pathlib import Path
from tempfile import TemporaryDirectory

import numpy as np
import pandas as pd

from dashboard.exchange.formats import FORMATS, format_of
from dashboard.exchange.provenance import provenance_of
from dashboard.exchange.tables import Asked, read_table
from dashboard.exchange.write import to_pieces
from dashboard.store import Store
from dashboard.table import Dataset
from dashboard.table.columns import EVENT_COLUMNS, MENTION_COLUMNS, REPORT_COLUMNS
from dashboard.table.dataset import typed
from tests.benchmarks.tables import written

PANDAS = "pandas"
ENDINGS = (PANDAS, ".csv", ".jsonl", ".parquet", ".geojson", ".acled.csv", ".timelinejs.json")
PLACES = 2_000


def made(rows: int, seed: int = 2018) -> Dataset:
    """Coded rows of a made-up war: a day each, 2,000 places, notes of a sentence."""
    chance = np.random.default_rng(seed)
    start = pd.Timestamp("2015-01-01", tz="UTC") + pd.to_timedelta(chance.integers(0, 3_000, rows), "D")
    place = chance.integers(0, PLACES, rows)
    toll = chance.integers(0, 30, rows)
    told = {
        "event_id": [f"e{number:07}" for number in range(rows)],
        "dataset": "made",
        "start": start,
        "end": start + pd.Timedelta(days=1),
        "timezone": "UTC",
        "granularity": "day",
        "event_type": np.array(["Battles", "Protests", "Explosions/Remote violence"])[
            chance.integers(0, 3, rows)
        ],
        "sub_event_type": "Armed clash",
        "actor1": [f"Brigade {number}" for number in chance.integers(0, 300, rows)],
        "location": [f"Town {number}" for number in place],
        "country": "Nowhere",
        "latitude": (place % 180) / 2 - 40,
        "longitude": (place % 360) / 2 - 90,
        "fatalities": toll,
        "source": "The Made Monitor",
        "notes": [
            f"On that day {dead} people were killed in Town {at}, it was said."
            for dead, at in zip(toll, place, strict=True)
        ],
    }
    nothing = pd.DataFrame()
    events = typed(pd.DataFrame(told), EVENT_COLUMNS)
    return Dataset(events, typed(nothing, MENTION_COLUMNS), typed(nothing, REPORT_COLUMNS), "made")


def measured(ending: str, rows: int) -> None:
    """Write once, print seconds, megabytes of the file, megabytes of memory on top of the table."""
    dataset = made(rows)
    said = provenance_of(
        dataset.events, of=rows, title="made", zone="UTC", made=datetime(2026, 1, 1, tzinfo=UTC)
    )
    _forget_peak()
    before, began = _peak(), time.perf_counter()
    with TemporaryDirectory() as folder:
        path = Path(folder, "out")
        if ending == PANDAS:
            dataset.events.to_csv(path, index=False)
        else:
            with path.open("wb") as file:
                file.writelines(to_pieces(dataset, format_of(ending), said))
        seconds, size = time.perf_counter() - began, path.stat().st_size
    print(f"{ending} {seconds:.1f} {size / 1e6:.0f} {max(_peak() - before, 0):.0f}")


def _peak() -> float:
    """The most memory this process has held since it was last forgotten, in megabytes."""
    status = Path("/proc/self/status").read_text(encoding="ascii")
    return int(status.split("VmHWM:")[1].split()[0]) / 1024


def _forget_peak() -> None:
    """Count the most memory from now on (Linux)."""
    Path("/proc/self/clear_refs").write_text("5", encoding="ascii")


def from_store(rows: int, endings: tuple[str, ...]) -> None:
    """``export`` of a store of so many rows, a process each: its processor time and the most memory it held."""
    with TemporaryDirectory() as folder:
        database = Path(folder, "case.db")
        _filled(database, Path(folder, "made.csv"), rows)
        print("| format | s of the processor | most memory, MB | file, MB |\n|---|---|---|---|")
        for ending in endings:
            out = Path(folder, f"out{ending}")
            command = [
                sys.executable,
                "-m",
                "dashboard",
                "export",
                str(out),
                "--database",
                str(database),
                "--quiet",
            ]
            process = subprocess.Popen(command, stdout=subprocess.DEVNULL)
            _, code, used = os.wait4(process.pid, 0)
            size = f"{out.stat().st_size / 1e6:,.0f}" if code == 0 else "failed"
            seconds = used.ru_utime + used.ru_stime
            print(f"| {ending} | {seconds:,.0f} | {used.ru_maxrss / 1024:,.0f} | {size} |", flush=True)
            out.unlink(missing_ok=True)


def _filled(database: Path, table: Path, rows: int) -> None:
    """A store of a made-up table, a thousand events of it corrected."""
    written(table, rows)
    with Store.open(str(database)) as store:
        for batch in read_table(table, Asked(dataset="made")):
            store.save(batch.dataset)
        ids = [f"acled:MAD{number}" for number in range(0, rows, max(rows // 1_000, 1))]
        store.correct(ids, {"fatalities": 2}, because="another list", at=datetime(2026, 1, 1, tzinfo=UTC))
    table.unlink()


def main(rows: int, endings: tuple[str, ...]) -> None:
    """Each format in a process of its own, and its time beside pandas'."""
    beside = 0.0
    print("| format | s | times pandas | file, MB | memory on top, MB |\n|---|---|---|---|---|")
    for ending in (PANDAS, *(each for each in endings if each != PANDAS)):
        command = [sys.executable, "-m", "tests.benchmarks.exports", "--one", ending, str(rows)]
        words = subprocess.run(command, capture_output=True, check=True, text=True).stdout.split()
        seconds = float(words[1])
        beside = beside or seconds
        print(f"| {ending} | {seconds:.1f} | {seconds / beside:.2f} | {words[2]} | {words[3]} |", flush=True)


if __name__ == "__main__":
    if sys.argv[1:2] == ["--one"]:
        measured(sys.argv[2], int(sys.argv[3]))
    elif sys.argv[1:2] == ["--store"]:
        from_store(int(sys.argv[2]), tuple(sys.argv[3:]) or tuple(each.ending for each in FORMATS))
    else:
        main(int((sys.argv[1:] or ["1000000"])[0]), tuple(sys.argv[2:]) or ENDINGS)
