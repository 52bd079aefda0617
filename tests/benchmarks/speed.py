"""How fast reports are read, beside others' search for dates in the same run, and what hostile texts cost.

    python -m tests.benchmarks.speed [FOLDER]

FOLDER holds reports as .txt; without one the seed is read. Each figure is the median of five rounds, in
processor time; the machine's noise is in all of them alike, so look at the ratios. Peers that
are not installed are left out and named; none is needed to run the product but dateparser.
"""

import sys
from collections.abc import Callable
from datetime import date, datetime, time
from functools import partial
from importlib import import_module
from pathlib import Path
from statistics import median
from time import process_time

from dateparser.search import search_dates

from dashboard.extraction import read_report
from dashboard.temporal import read_time
from dashboard.text import Report

ROUNDS = 5
DAY = date(2018, 5, 21)
SIZE = 1_000_000  # characters
HOSTILE = {
    "yesterday yesterday …": "yesterday ",
    "Monday – Monday – …": "Monday – ",
    "from Monday to Monday …": "from Monday to Monday ",
    "Monday, line by line": "Monday\n",
    "published on Sunday that …": "published on Sunday that ",
    "the same, carried over": "published on Sunday that\nAnd ",
    "will leave on Friday …": "will leave on Friday ",
    "2018 2018 …": "2018 ",
    "12:30 12:30 …": "12:30 ",
    "36 after 36 after …": "36 after ",
    "1-1-1-1…": "1-1-",
    "1/1/1/1…": "1/1/",
    "999999…": "9",
    "May May May …": "May ",
    "the the the …": "the ",
    "أمس أمس …": "أمس ",
    "(((((…": "(",
    "– – – …": "– ",
    "spaces": " ",
    "letters, no spaces": "x",
    "combining marks": "\u0301",
    "NULs": "\0",
    "😀😀😀…": "😀",
}
Reader = Callable[[str], object]


def main() -> None:
    """Print documents a second for each reader, their ratio to dateparser, and what hostile texts cost."""
    folder = Path(sys.argv[1] if len(sys.argv) > 1 else "seeds")
    texts = [path.read_text(encoding="utf-8") for path in sorted(folder.glob("*.txt"))]
    print(f"{len(texts)} reports, {sum(map(len, texts)):,} characters\n")
    rates = {name: rate(reader, texts) for name, reader in readers().items()}
    print("| reader | documents/s | ratio |\n|---|---|---|")
    slow = rates["dateparser search_dates"]
    for name, each in rates.items():
        print(f"| {name} | {each:.1f} | {each / slow:.1f} |")
    hostile("".join(texts))


def readers() -> dict[str, Reader]:
    """The readers of this run by name, peers first."""
    return {
        "dateparser search_dates": partial(search_dates, languages=["en"]),
        **peers(),
        "time expressions": partial(read_time, published=DAY),
        "time, places, actors, events": lambda text: read_report(Report(text, published=DAY)),
    }


def peers() -> dict[str, Reader]:
    """Other searchers for dates, as far as they are installed."""
    found: dict[str, Reader] = {}
    for name, made in {"parsedatetime": _parsedatetime, "datefinder": _datefinder}.items():
        try:
            found[name] = made()
        except ImportError:
            print(f"{name} is not installed and left out")
    return found


def _parsedatetime() -> Reader:
    calendar = import_module("parsedatetime").Calendar()
    return partial(calendar.nlp, sourceTime=datetime.combine(DAY, time()))


def _datefinder() -> Reader:
    find = import_module("datefinder").find_dates
    return lambda text: list(find(text, base_date=datetime.combine(DAY, time())))


def hostile(ordinary: str) -> None:
    """Print what a million hostile characters cost beside as many ordinary ones, and beside half as many."""
    plain = cost(ordinary, SIZE)
    print("\n| a million characters of | s | times ordinary text | times half as many |\n|---|---|---|---|")
    for name, piece in {"reports": ordinary, **HOSTILE}.items():
        half, whole = cost(piece, SIZE // 2), cost(piece, SIZE)
        print(f"| {name} | {whole:.2f} | {whole / plain:.1f} | {whole / half:.1f} |", flush=True)


def cost(piece: str, size: int) -> float:
    """The seconds of processor time that the piece takes, repeated to that size."""
    text = (piece * (size // len(piece) + 1))[:size]
    return seconds(lambda: read_time(text, DAY), 1)


def rate(reader: Reader, texts: list[str]) -> float:
    """Documents a second, after one round to warm up."""

    def run() -> None:
        for text in texts:
            reader(text)

    run()
    return len(texts) / seconds(run, ROUNDS)


def seconds(run: Callable[[], object], rounds: int) -> float:
    """The median processor time of a run."""
    taken = []
    for _ in range(rounds):
        start = process_time()
        run()
        taken.append(process_time() - start)
    return median(taken)


if __name__ == "__main__":
    main()
