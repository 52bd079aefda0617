"""What the time reader still gets wrong, counted by kind, as a table.

    python -m tests.benchmarks.time_errors SCORER FOLDER [FOLDER …]

SCORER is the scorer's file, which reads the documents and pairs what was found with what was annotated.
Kinds of wrong values are told from the two values alone, never from the words.
"""

import re
import sys
from collections import Counter
from collections.abc import Callable, Iterator
from datetime import date, timedelta
from importlib.util import module_from_spec, spec_from_file_location
from pathlib import Path
from types import ModuleType
from typing import Any

from tests.benchmarks.adapters import tag

_WEEK = 7
_DAY = re.compile(r"\d{4}-\d\d-\d\d")
_MONTH = re.compile(r"\d{4}-\d\d")
_QUARTER = re.compile(r"\d{4}-(?:Q\d|H\d)")
_WEEK_NUMBER = re.compile(r"\d{4}-W(?:\d\d|XX)(?:-WE)?")
_YEAR = re.compile(r"\d{3,4}X?")
_LENGTH = re.compile(r"P[\dXT].*")
_VAGUE = re.compile(r"(?:PRESENT|PAST|FUTURE)_REF")


def main() -> None:
    """Print one table for each folder."""
    scorer = scorer_at(Path(sys.argv[1]))
    for folder in sys.argv[2:]:
        show(Path(folder).name, list(pairs(scorer, folder)))


def scorer_at(path: Path) -> ModuleType:
    """The scorer as a module."""
    spec = spec_from_file_location(path.stem, path)
    if spec is None or spec.loader is None:
        msg = f"{path}: not a Python file; name the scorer's file"
        raise SystemExit(msg)
    module = sys.modules[path.stem] = module_from_spec(spec)  # its dataclasses look their module up there
    spec.loader.exec_module(module)
    return module


def pairs(scorer: ModuleType, folder: str) -> Iterator[tuple[Any, Any]]:
    """What was annotated beside what was read; None where there is no other."""
    for document in scorer.load_folder(folder):
        read = sorted({scorer.Timex(*each) for each in tag(document.text, document.published)})
        paired, missed, spurious = scorer.match(document.gold, read)
        yield from paired
        yield from ((each, None) for each in missed)
        yield from ((None, each) for each in spurious)


def show(name: str, found: list[tuple[Any, Any]]) -> None:
    """Print how many of each kind, commonest first, and for each type how many were found and right."""
    kinds = Counter(kind for gold, read in found for kind in kinds_of(gold, read))
    print(f"\n| {name}: what is left | count |\n|---|---|")
    for kind, count in kinds.most_common():
        print(f"| {kind} | {count} |")
    print("\n| type | found | value right | of |\n|---|---|---|---|")
    annotated = [(gold, read) for gold, read in found if gold]
    for each in sorted({gold.type for gold, _ in annotated}):
        same = [(gold, read) for gold, read in annotated if gold.type == each]
        right = sum(bool(read and gold.value == read.value) for gold, read in same)
        print(f"| {each} | {sum(read is not None for _, read in same)} | {right} | {len(same)} |")


def kinds_of(gold: Any, read: Any) -> Iterator[str]:
    """The kinds of error between an annotation and a reading; none when they agree."""
    if read is None or gold is None:
        yield "missed" if read is None else "read where nothing is annotated"
        return
    if gold.value and gold.type != read.type:
        yield f"type: {gold.type} read as {read.type}"
    if gold.value and gold.value != read.value:
        yield f"value: {kind_of_value(gold.value, read.value)}"


def kind_of_value(gold: str, read: str) -> str:
    """How two values differ.

    >>> kind_of_value("1998-03-05", "1998-02-26"), kind_of_value("1998-03-05TMO", "1998-03-05")
    ('weekday in another week', 'part of the day or clock time')
    >>> (
    ...     kind_of_value("1988-Q3", "1988"),
    ...     kind_of_value("PXM", "PAST_REF"),
    ...     kind_of_value("1998-03", "1997-03"),
    ... )
    ('quarter or half-year', 'vague reference or duration', 'same date, month or season in another year')
    >>> kind_of_value("1998", "1998-03-05"), kind_of_value("1998-W08", "1998-02-20")
    ('annotation vaguer', 'week number')
    """
    for kind, is_so in _KINDS.items():
        if is_so(gold, read):
            return kind
    return "other"


def _part_of_day(gold: str, read: str) -> bool:
    (day, *clock), (other, *other_clock) = gold.split("T", 1), read.split("T", 1)
    return day == other and clock != other_clock


def _another_week(gold: str, read: str) -> bool:
    days = [_DAY.match(each) for each in (gold, read)]
    try:
        first, second = (date.fromisoformat(day[0]) if day else date.max for day in days)
    except ValueError:  # no such day
        return False
    return None not in days and (first - second) % timedelta(days=_WEEK) == timedelta()


def _another_year(gold: str, read: str) -> bool:
    return gold[4:] == read[4:] != "" and bool(_YEAR.fullmatch(gold[:4]) and _YEAR.fullmatch(read[:4]))


def _vaguer(gold: str, read: str) -> bool:
    whole = gold.rstrip("X-")
    return bool(whole) and len(whole) < len(read) and read.startswith(whole)


def _either(pattern: re.Pattern[str], gold: str, read: str) -> bool:
    return bool(pattern.fullmatch(gold) or pattern.fullmatch(read))


_KINDS: dict[str, Callable[[str, str], bool]] = {  # asked in this order
    "vague reference or duration": lambda gold, read: (
        _either(_VAGUE, gold, read) or _either(_LENGTH, gold, read)
    ),
    "part of the day or clock time": _part_of_day,
    "week number": lambda gold, read: _either(_WEEK_NUMBER, gold, read),
    "annotation leaves part open": lambda gold, _: "X" in gold,
    "quarter or half-year": lambda gold, read: _either(_QUARTER, gold, read),
    "weekday in another week": _another_week,
    "same date, month or season in another year": _another_year,
    "annotation vaguer": _vaguer,
    "annotation finer": lambda gold, read: _vaguer(read, gold),
    "another day": lambda gold, read: bool(_DAY.match(gold) and _DAY.match(read)),
    "another month or year": lambda gold, read: bool(
        (_MONTH.fullmatch(gold) and _MONTH.fullmatch(read))
        or (_YEAR.fullmatch(gold) and _YEAR.fullmatch(read))
    ),
}


if __name__ == "__main__":
    main()
