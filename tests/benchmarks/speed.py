"""How fast reports are read and where the time goes, beside others in the same run, and what hostile texts cost.

    python -m tests.benchmarks.speed [FOLDER]

FOLDER holds reports as .txt; without one the seed is read. Each figure is the median of five rounds, in
processor time; the machine's noise is in all of them alike, so look at the ratios. Peers that
are not installed are left out and named; none is needed to run the product but dateparser.
"""

import re
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
from tests.benchmarks.stages import shares

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
    print("\n| step | ms a report | share |\n|---|---|---|")
    for step, taken, share in shares(texts, DAY):
        print(f"| {step} | {taken:.2f} | {share:.0%} |")
    hostile("".join(texts))


def readers() -> dict[str, Reader]:
    """The readers of this run by name, peers first."""
    return {
        "dateparser search_dates": partial(search_dates, languages=["en"]),
        "dateparser and regular expressions, sentence by sentence": plain_pipeline,
        **peers(),
        "time expressions": partial(read_time, published=DAY),
        "time, places, actors, events": lambda text: read_report(Report(text, published=DAY)),
    }


def plain_pipeline(text: str) -> list[tuple[object, ...]]:
    """What is written in an afternoon: for each sentence with a violent verb its dates, names and numbers."""
    return [
        (search_dates(sentence, languages=["en"]), _A_NAME.findall(sentence), _A_NUMBER.findall(sentence))
        for sentence in _A_SENTENCE.split(text)
        if _A_VERB.search(sentence)
    ]


_A_SENTENCE = re.compile(r"(?<=[.!?])\s+|\n+")
_A_VERB = re.compile(r"\b(?:kill|wound|shell|bomb|attack|clash|captur|seiz|fire|left|evacuat)", re.IGNORECASE)
_A_NAME = re.compile(r"[A-Z][\w'’-]+(?:\s+[A-Z][\w'’-]+)*")
_A_NUMBER = re.compile(r"\b\d[\d,]*\b")


def peers() -> dict[str, Reader]:
    """Other readers, as far as they are installed: two searchers for dates, a model for names of all kinds."""
    made = {"parsedatetime": _parsedatetime, "datefinder": _datefinder, "spaCy, small model": _spacy}
    found: dict[str, Reader] = {}
    for name, make in made.items():
        try:
            found[name] = make()
        except (ImportError, OSError):  # spaCy without its model raises OSError
            print(f"{name} is not installed and left out")
    return found


def _spacy() -> Reader:
    model: Reader = import_module("spacy").load("en_core_web_sm")
    return model


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
