"""Ordinary inputs of a few sentences, 50 a topic and half: how many of a kind are read wholly right.

``python -m tests.extraction.test_plain_inputs [KIND]`` prints those of ``plain_inputs.toml`` that are not; how those of
``plain_inputs_unlearnt.toml`` are read nobody has looked at, so it counts them only.
"""

import sys
import tomllib
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import Any

import pytest

from dashboard.extraction import Event, read_report
from dashboard.text import Report
from tests.extraction.test_kinds_of_acts import plain

_HERE = Path(__file__).parent
LEARNT, UNLEARNT = "plain_inputs.toml", "plain_inputs_unlearnt.toml"
WRONG_AT_MOST = {
    (LEARNT, "where"): 7, (LEARNT, "several"): 9, (LEARNT, "none"): 5,
    (LEARNT, "when"): 8, (LEARNT, "toll"): 10, (LEARNT, "who"): 12,
    (UNLEARNT, "where"): 12, (UNLEARNT, "several"): 16, (UNLEARNT, "none"): 8,
    (UNLEARNT, "when"): 10, (UNLEARNT, "toll"): 13, (UNLEARNT, "who"): 14,
}  # fmt: skip


@cache
def _cases(name: str) -> tuple[dict[str, Any], ...]:
    return tuple(tomllib.loads((_HERE / name).read_text(encoding="utf-8"))["case"])


def _is(event: Event, row: str) -> bool:
    """Whether the event is the one of the row: the day it began, its place, its dead, a word of its actors or type, who is none of them."""
    day, place, dead, word, never = ([*map(str.strip, row.split("|")), *([""] * 4)])[:5]
    sides = f"{event.actor1} {event.actor2}"
    unknown = not event.actor1 or event.actor1.startswith("Unidentified")
    return (
        (not day or (event.start is not None and f"{event.start:%m-%d}" == day))
        and plain(place) in plain(event.location)
        and (not dead or str(event.fatalities) == dead)
        and plain(word) in plain(f"{sides} {event.sub_event_type}")
        and (unknown if never == "!*" else not never or never.removeprefix("!") not in sides)
    )


def is_right(case: dict[str, Any], events: list[Event]) -> bool:
    """Whether every row is read, each as another event, and nothing else."""
    left = list(events)
    for row in case["events"]:
        found = next((each for each in left if _is(each, row)), None)
        if found is None:
            return False
        left.remove(found)
    return not left


def wrong(name: str, kind: str) -> Iterator[tuple[dict[str, Any], list[Event]]]:
    """The cases of a kind that are not read wholly right, with what is read."""
    for case in _cases(name):
        if case["kind"] == kind:
            events = list(read_report(Report(case["text"], published=case["published"])).events)
            if not is_right(case, events):
                yield case, events


@pytest.mark.parametrize(("name", "kind"), WRONG_AT_MOST)
def test_most_plain_inputs_of_a_kind_are_read_right(name: str, kind: str) -> None:
    missed = [f"{case['text']}\n    {case['events']}" for case, _ in wrong(name, kind)]
    assert len(missed) <= WRONG_AT_MOST[name, kind], "\n".join(missed if name == LEARNT else [])


def _main(kinds: list[str]) -> None:
    for kind in kinds or dict.fromkeys(kind for _, kind in WRONG_AT_MOST):
        for case, events in wrong(LEARNT, kind):
            rows = [
                (f"{each.start:%m-%d}" if each.start else "", each.location, each.fatalities, each.actor1, each.actor2)
                for each in events
            ]  # fmt: skip
            print(f"{case['text']}\n    {case['events']}\n    {rows}")
        counts = [
            (sum(1 for _ in wrong(name, kind)), sum(each["kind"] == kind for each in _cases(name)))
            for name in (LEARNT, UNLEARNT)
        ]
        print(
            f"{kind}: wrong",
            *(f"{bad} of {of}" for bad, of in counts),
            "(learnt from, and those nobody looked at)",
        )


if __name__ == "__main__":
    _main(sys.argv[1:])
