"""How fast reports are read, beside dateparser's search in the same run.

    python -m tests.benchmarks.speed [FOLDER]

FOLDER holds reports as .txt; without one the seed is read. Each figure is the median of five rounds; the
machine's noise is in all of them alike, so look at the ratios.
"""

import sys
from collections.abc import Callable
from datetime import date
from functools import partial
from pathlib import Path
from statistics import median
from time import perf_counter

from dateparser.search import search_dates

from dashboard.extraction import read_report
from dashboard.temporal import read_time
from dashboard.text import Report

ROUNDS = 5
DAY = date(2018, 5, 21)
HOSTILE = {
    "yesterday yesterday …": "yesterday ",
    "1-1-1-1…": "1-1-",
    "Monday – Monday – …": "Monday – ",
    "999999…": "9",
    "spaces": " ",
    "– – –": "– ",
    "“published yesterday that ”…": "published yesterday that ",
}


def main() -> None:
    """Print documents a second for each reader, and the ratio to the peer."""
    folder = Path(sys.argv[1] if len(sys.argv) > 1 else "seeds")
    texts = [path.read_text(encoding="utf-8") for path in sorted(folder.glob("*.txt"))]
    peer = rate(lambda: [search_dates(text, languages=["en"]) for text in texts], len(texts))
    print(f"{len(texts)} reports, {sum(map(len, texts)):,} characters")
    print(f"dateparser search_dates      {peer:8.1f} documents/s   1.0")
    ours = rate(lambda: [read_time(text, DAY) for text in texts], len(texts))
    print(f"time expressions             {ours:8.1f} documents/s   {ours / peer:.1f}")
    whole = rate(lambda: [read_report(Report(text, published=DAY)) for text in texts], len(texts))
    print(f"time, places, actors, events {whole:8.1f} documents/s   {whole / peer:.1f}")
    hostile("".join(texts))


def hostile(ordinary: str) -> None:
    """Print what a million hostile characters cost beside as many ordinary ones."""
    size = 1_000_000
    plain = seconds(lambda: read_time((ordinary * (size // len(ordinary) + 1))[:size], DAY), 1)
    print(f"1 MB of reports: {plain:.2f} s")
    for name, piece in HOSTILE.items():
        text = (piece * (size // len(piece) + 1))[:size]
        taken = seconds(partial(read_time, text, DAY), 1)
        print(f"1 MB of {name:28} {taken:6.2f} s   {taken / plain:.1f} times ordinary text")


def rate(run: Callable[[], object], documents: int) -> float:
    """Documents a second, after one round to warm up."""
    run()
    return documents / seconds(run, ROUNDS)


def seconds(run: Callable[[], object], rounds: int) -> float:
    """The median time of a run."""
    taken = []
    for _ in range(rounds):
        start = perf_counter()
        run()
        taken.append(perf_counter() - start)
    return median(taken)


if __name__ == "__main__":
    main()
