"""A made-up table with ACLED's columns: imported, and by pandas alone, in the same run.

    .venv/bin/python -m tests.benchmarks.tables --rows 1000000

Seconds are those of the processor, so that others on the machine do not count, and those on the clock, where two cores share
the work; memory is the most that was held.
"""

import argparse
import resource
import subprocess
import sys
import tempfile
from pathlib import Path
from time import perf_counter, process_time

import numpy as np
import pandas as pd

from dashboard.cli.ahead import one_ahead
from dashboard.exchange.tables import Asked, read_table
from dashboard.store import Store
from tests.exchange.tabular.made import acled_rows

_WORDS = [
    "the",
    "forces",
    "shelled",
    "town",
    "with",
    "artillery",
    "and",
    "killed",
    "several",
    "civilians",
    "according",
    "to",
    "local",
    "sources",
    "on",
    "that",
    "day",
    "while",
    "a",
    "market",
    "was",
    "open",
    "near",
    "river",
]
_PIECE = 20_000
_STEPS = ("pandas", "read", "kept")


def main() -> None:
    """Make the table, do each step in a process of its own, and print what it took."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--rows", type=int, default=1_000_000)
    parser.add_argument("--step", choices=_STEPS)
    parser.add_argument("--file", type=Path)
    asked = parser.parse_args()
    if asked.step:
        print(_took(asked.step, asked.file))
        return
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "made.csv"
        written(path, asked.rows)
        print(f"{asked.rows:,} rows, {path.stat().st_size // 1_000_000} MB")
        alone, waited_alone = 0.0, 0.0
        for step in _STEPS:
            seconds, waited, megabytes, events = _in_a_process(step, path)
            alone, waited_alone = alone or seconds, waited_alone or waited
            print(
                f"{step:8} {seconds:6.1f} s  {seconds / alone:5.1f} times pandas alone  "
                f"on the clock {waited:6.1f} s  {waited / waited_alone:5.1f} times  {megabytes:6.0f} MB  {events:,.0f} rows"
            )


def written(path: Path, rows: int, seed: int = 3) -> None:
    """A table of so many made-up rows, no two with the same notes."""
    random = np.random.default_rng(seed)
    base = acled_rows(_PIECE).assign(region="Middle East", iso="760")
    with path.open("w", encoding="utf-8", newline="") as file:
        for first in range(0, rows, _PIECE):
            count = min(_PIECE, rows - first)
            _piece(base.iloc[:count], first, random).to_csv(file, index=False, header=first == 0)


def _piece(base: pd.DataFrame, first: int, random: np.random.Generator) -> pd.DataFrame:
    count = len(base)
    words = np.array(_WORDS)[random.integers(0, len(_WORDS), (count, 35))]
    return base.assign(
        event_id_cnty=[f"MAD{first + number}" for number in range(count)],
        notes=[" ".join(row) for row in words.tolist()],
        fatalities=random.integers(0, 9, count).astype(str),
        latitude=(random.integers(320_000, 370_000, count) / 10_000).astype(str),
        longitude=(random.integers(360_000, 420_000, count) / 10_000).astype(str),
    )


def _in_a_process(step: str, path: Path) -> tuple[float, float, float, float]:
    command = [sys.executable, "-m", "tests.benchmarks.tables", "--step", step, "--file", str(path)]
    out = subprocess.run(command, check=True, capture_output=True, text=True).stdout
    seconds, waited, megabytes, events = map(float, out.split())
    return seconds, waited, megabytes, events


def _took(step: str, path: Path) -> str:
    start, begun = process_time(), perf_counter()
    events = _done(step, path)
    seconds, waited = process_time() - start, perf_counter() - begun
    return f"{seconds} {waited} {resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024} {events}"


def _done(step: str, path: Path) -> int:
    if step == "pandas":
        return len(pd.read_csv(path))
    if step == "read":
        return sum(len(batch.dataset.events) for batch in read_table(path, Asked(dataset="made")))
    with Store.open(str(path.with_suffix(".db"))) as store:
        return sum(
            store.save(batch.dataset).added for batch in one_ahead(read_table(path, Asked(dataset="made")))
        )


if __name__ == "__main__":
    main()
