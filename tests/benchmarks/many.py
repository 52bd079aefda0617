"""Made-up reports read into a store: how fast, in how much memory, and what bringing them together and opening cost.

    .venv/bin/python -m tests.benchmarks.many 1000 2000 4000 [--jobs 1 2]

A line for each number of reports and of processes, in processor time and on the clock; the ratios of the lines are
what counts. Each is done in a process of its own, so that the memory is its own too.
"""

import argparse
import subprocess
import sys
import tempfile
from importlib import import_module
from pathlib import Path
from time import monotonic, process_time

from dashboard.cli.gather import Given
from dashboard.cli.many import Crew, read_into
from dashboard.store import Store
from tests.benchmarks.made_reports import write_reports


def main() -> None:
    """Print what each number of reports costs."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("counts", type=int, nargs="+")
    parser.add_argument("--jobs", type=int, nargs="+", default=[1])
    parser.add_argument("--one", help=argparse.SUPPRESS)
    asked = parser.parse_args()
    if asked.one:
        measure(Path(asked.one), asked.counts[0], asked.jobs[0])
        return
    print(
        "| reports | processes | read, s | bring together, s | both, processor s | open, s | rows | peak, MB |"
    )
    print("|---|---|---|---|---|---|---|---|", flush=True)
    with tempfile.TemporaryDirectory() as folder:
        for count in asked.counts:
            reports = write_reports(Path(folder) / str(count), count)
            for jobs in asked.jobs:
                command = [sys.executable, "-m", __spec__.name, str(count), "--jobs", str(jobs)]
                subprocess.run([*command, "--one", str(reports)], check=True)


def measure(reports: Path, count: int, jobs: int) -> None:
    """Read the reports into a new store beside them, and print the line."""
    with Store.open(str(reports.parent / f"{count}-{jobs}.db")) as store:
        began, busy = monotonic(), process_time()
        read_into(store, [reports], Given(), "made", Crew(jobs))
        read = monotonic()
        store.settle()
        settled, spent = monotonic(), process_time() - busy
        rows = len(store.load().events)
        opened = monotonic()
    peak = import_module("resource").getrusage(import_module("resource").RUSAGE_SELF).ru_maxrss // 1024
    print(
        f"| {count:,} | {jobs} | {read - began:.1f} | {settled - read:.1f} | {spent:.1f} | {opened - settled:.2f} | {rows:,} | {peak} |",
        flush=True,
    )


if __name__ == "__main__":
    main()
