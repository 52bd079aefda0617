"""Made-up reports read into a store: how fast, in how much memory, and what bringing them together and opening cost.

    .venv/bin/python -m tests.benchmarks.many 1000 2000 4000 [--jobs 1 2] [--workers 2] [--apart 2] [--line] [--spread]

A line for each number of reports and of processes, on the clock and in processor time; the ratios of the lines are
what counts. The reports are of three years however many they are, so that more of them tell
of one day; with ``--spread`` of a day more for every four. Each is done in a process of its own, so that the memory is its own too.
``--workers`` reads by as many workers of a Dask cluster on this machine, and says what they take to start; ``--apart`` by as many programs that know nothing of
each other, each with its part of the reports and a store of its own: no sharing of work can be quicker here.
With ``--line`` each 500 reports are told of while they are read: their processor time, and the memory that is held then.
"""

import argparse
import resource
import subprocess
import sys
import tempfile
from collections.abc import Mapping
from dataclasses import dataclass, field
from itertools import pairwise
from pathlib import Path
from time import monotonic, process_time
from typing import Any

from dashboard.cli.gather import Given
from dashboard.cli.many import Crew, read_into
from dashboard.corpus import SIZE
from dashboard.store import Saved, Store
from dashboard.store.told_again import Outdated, never
from dashboard.table import Dataset
from tests.benchmarks.made_reports import DAYS, write_reports

_A_DAY = 4  # reports, where they are spread
_A_POINT = 500 // SIZE  # batches for each point of the line


@dataclass(frozen=True, slots=True)
class _Watched(Store):
    """A store that tells what the reports between its saves cost."""

    seconds: list[float] = field(default_factory=list, init=False, repr=False, compare=False)

    def save(
        self, dataset: Dataset, marks: Mapping[str, str] | None = None, outdated: Outdated = never
    ) -> Saved:
        saved = Store.save(self, dataset, marks, outdated)
        self.seconds.append(_now()[1])
        batches = len(self.seconds) - 1  # the first is of what can't be had at all
        if batches and batches % _A_POINT == 0:
            cost = self.seconds[-1] - self.seconds[-1 - _A_POINT]
            print(f"{batches * SIZE:,}: {cost:.1f} s, {_held()} MB", file=sys.stderr, flush=True)
        return saved


def main() -> None:
    """Print what each number of reports costs."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("counts", type=int, nargs="+")
    parser.add_argument("--jobs", type=int, nargs="+", default=[1])
    parser.add_argument("--workers", type=int, nargs="+", default=[])
    parser.add_argument("--apart", type=int, nargs="+", default=[])
    parser.add_argument("--line", action="store_true")
    parser.add_argument("--spread", action="store_true")
    parser.add_argument("--one", help=argparse.SUPPRESS)
    asked = parser.parse_args()
    if asked.one:
        count, workers = asked.counts[0], next(iter(asked.workers), 0)
        if workers:
            _by_workers(Path(asked.one), count, workers)
        else:
            measure(
                Path(asked.one),
                count,
                Crew(asked.jobs[0]),
                str(asked.jobs[0]),
                _Watched if asked.line else Store,
            )
        return
    print(
        "| reports | processes | read, s | processor s | bring together, s | processor s | open, s | processor s | rows | peak before opening, MB | with it |"
    )
    print("|---" * 11 + "|", flush=True)
    with tempfile.TemporaryDirectory() as folder:
        for count in asked.counts:
            days = max(count // _A_DAY, 1) if asked.spread else DAYS
            reports = write_reports(Path(folder) / str(count), count, days=days)
            ways = [("--jobs", each) for each in asked.jobs] + [("--workers", each) for each in asked.workers]
            for way, many in ways:
                more = ["--line"] if asked.line else []
                subprocess.run(_command(count, way, many, "--one", str(reports), *more), check=True)
            for many in asked.apart:
                _apart(Path(folder), count, many, days)


def _command(count: int, *more: object) -> list[str]:
    return [sys.executable, "-m", __spec__.name, str(count), *map(str, more)]


def _apart(folder: Path, count: int, many: int, days: int) -> None:
    """As many programs at once, each with its part of the reports; each prints its line."""
    parts = [
        write_reports(folder / f"{count}-part{at}" / "made", count // many, days=days) for at in range(many)
    ]
    programs = [subprocess.Popen(_command(count // many, "--one", part)) for part in parts]
    for each in programs:
        each.wait()


def _by_workers(reports: Path, count: int, workers: int) -> None:
    import distributed  # noqa: PLC0415 - only here

    cluster: Any = distributed.LocalCluster
    began = monotonic()
    with cluster(
        n_workers=workers, threads_per_worker=1, host="127.0.0.1", dashboard_address=None, silence_logs=60
    ) as made:
        print(f"{workers} workers stand after {monotonic() - began:.1f} s", file=sys.stderr, flush=True)
        measure(reports, count, Crew(scheduler=made.scheduler_address), f"{workers} workers", Store)


def measure(reports: Path, count: int, crew: Crew, way: str, kind: type[Store]) -> None:
    """Read the reports into a new store beside them, and print the line."""
    with kind.open(str(reports.parent / f"{count}-{way}.db")) as store:
        began = _now()
        read_into(store, [reports], Given(), "made", crew)
        read = _now()
        store.settle()
        settled, peak = _now(), _peak()
        rows = len(store.load().events)
        opened = _now()
    steps = [
        f"{last[0] - first[0]:.1f} | {last[1] - first[1]:.1f}"
        for first, last in pairwise((began, read, settled, opened))
    ]
    print(f"| {count:,} | {way} | {' | '.join(steps)} | {rows:,} | {peak} | {_peak()} |", flush=True)


def _now() -> tuple[float, float]:
    """Seconds on the clock, and of the processor, those of other processes that ended included."""
    usage = resource.getrusage(resource.RUSAGE_CHILDREN)
    return monotonic(), process_time() + usage.ru_utime + usage.ru_stime


def _held() -> int:
    """Megabytes at this moment, where the system says so."""
    said = Path("/proc/self/statm")
    return int(said.read_text().split()[1]) * resource.getpagesize() // 1024**2 if said.exists() else _peak()


def _peak() -> int:
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024


if __name__ == "__main__":
    main()
