"""A store that is edited and added to while its page is served: how soon the new dataset is there, beside opening it anew.

    python -m tests.benchmarks.reloading 10000 93000

For each number of rows: the seconds of the processor, and on the clock, of opening it from the database and from the copy
beside it, and of loading it again after an edit, after a new report that tells three events, and when nothing was changed.
Medians of five.
"""

import argparse
from collections.abc import Callable
from datetime import UTC, date, datetime
from pathlib import Path
from statistics import median
from tempfile import TemporaryDirectory
from time import perf_counter, process_time

from dashboard.extraction import read_report
from dashboard.store import Store
from dashboard.table import Dataset, as_reported
from dashboard.text import Report
from tests.benchmarks.million import made_up

_TIMES = 5
_NOW = datetime(2026, 11, 1, tzinfo=UTC)
_TEXT = (
    "Shells hit Douma on {} March 2018, killing {} people. Warplanes bombed Homs. Clashes broke out in Idlib."
)


def main() -> None:
    """Print a line for each number of rows."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("rows", type=int, nargs="+")
    print(
        "| rows | opened: processor s, clock s | from the copy | after an edit | after a report | unchanged |"
    )
    print("|---" * 6 + "|", flush=True)
    for rows in parser.parse_args().rows:
        with TemporaryDirectory() as folder:
            print(f"| {rows:,} | {' | '.join(_line(str(Path(folder) / 'a.db'), rows))} |", flush=True)


def _line(place: str, rows: int) -> list[str]:
    with Store.open(place) as store:
        store.save(made_up(rows))
        store.settle()
    opened = [_took(lambda: _opened(place)) for _ in range(2)]
    with Store.open(place) as store:
        ids = store.load().events["event_id"].tolist()
        steps: list[Callable[[int], object]] = [
            lambda at: store.correct(ids[at], {"fatalities": 1_000 + at}, because="a list", at=_NOW),
            lambda at: store.save(_reported(at)),
            lambda _: None,
        ]
        again = [_median([_after(store, step, at) for at in range(_TIMES)]) for step in steps]
    return [_words(each) for each in (*opened, *again)]


def _after(store: Store, step: Callable[[int], object], at: int) -> tuple[float, float]:
    step(at)
    return _took(store.load)


def _opened(place: str) -> None:
    with Store.open(place) as store:
        store.load()


def _reported(at: int) -> Dataset:
    text = _TEXT.format(at + 1, at + 2)
    return as_reported([read_report(Report(text, published=date(2018, 3, 20)))])


def _took(do: Callable[[], object]) -> tuple[float, float]:
    clock, busy = perf_counter(), process_time()
    do()
    return process_time() - busy, perf_counter() - clock


def _median(pairs: list[tuple[float, float]]) -> tuple[float, float]:
    busy, clock = zip(*pairs, strict=True)
    return median(busy), median(clock)


def _words(pair: tuple[float, float]) -> str:
    return f"{pair[0]:.2f}, {pair[1]:.2f}"


if __name__ == "__main__":
    main()
