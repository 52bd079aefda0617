"""Ten thousand edits laid over a million rows, beside plain pandas doing the same to a frame.

.venv/bin/python -m tests.benchmarks.edits --rows 1000000 --edits 10000
"""

import argparse
from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from random import Random
from time import perf_counter

import numpy as np
import pandas as pd

from dashboard.store.edited import edited
from dashboard.store.edits import Change, Edit, EditKind, Value
from dashboard.table import Dataset
from dashboard.table.columns import EVENT_COLUMNS, MENTION_COLUMNS, REPORT_COLUMNS
from dashboard.table.dataset import by_time, typed

_FIRST = datetime(2018, 1, 1, tzinfo=UTC)
_TOWNS = tuple(f"Town {number}" for number in range(20_000))


def main() -> None:
    """Print how long each takes, the best of three."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--rows", type=int, default=1_000_000)
    parser.add_argument("--edits", type=int, default=10_000)
    asked = parser.parse_args()
    dataset = coded(asked.rows)
    still = edits_of(dataset, asked.edits, moving=False)
    moving = edits_of(dataset, asked.edits, moving=True)
    plain = _best(lambda: _by_pandas(dataset.events, still))
    for name, edits in (
        ("values, tags, marks of review", still),
        ("the same, times moved and rows deleted", moving),
    ):
        ours = _best(lambda edits=edits: edited(dataset, edits))  # type: ignore[misc]
        print(
            f"{asked.edits:,} edits over {asked.rows:,} rows, {name}: {ours:.2f} s ({ours / plain:.2f} × pandas' {plain:.2f} s)"
        )


def coded(rows: int) -> Dataset:
    """Rows as a coded dataset has them, in order of time."""
    draw = np.random.default_rng(1)
    days = np.sort(draw.integers(0, 2_500, rows))
    start = pd.Timestamp(_FIRST) + pd.to_timedelta(days, unit="D")
    events = pd.DataFrame(
        {
            "event_id": [f"c{number:07}" for number in range(rows)],
            "dataset": "coded",
            "start": start,
            "end": start + timedelta(days=1),
            "granularity": "day",
            "event_type": "Battles",
            "location": np.array(_TOWNS, dtype=object)[draw.integers(0, len(_TOWNS), rows)],
            "fatalities": draw.integers(0, 40, rows),
            "notes": [f"What was told of event {number}." for number in range(rows)],
        }
    )
    empty = pd.DataFrame()
    return Dataset(
        by_time(typed(events, EVENT_COLUMNS)), typed(empty, MENTION_COLUMNS), typed(empty, REPORT_COLUMNS)
    )


def edits_of(dataset: Dataset, count: int, *, moving: bool) -> tuple[Edit, ...]:
    """Edits of random rows, one field or mark each."""
    random = Random(1)
    ids = random.sample(dataset.events["event_id"].tolist(), count)
    return tuple(
        Edit(number, _FIRST, EditKind.SET, (), "why", changes=_changes(event_id, number, moving=moving))
        for number, event_id in enumerate(ids, start=1)
    )


def _changes(event_id: str, number: int, *, moving: bool) -> tuple[Change, ...]:
    day = _FIRST + timedelta(days=number % 2_000)
    when: tuple[tuple[str, Value], ...] = (
        ("start", day.isoformat()),
        ("end", (day + timedelta(days=1)).isoformat()),
    )
    kinds: list[tuple[tuple[str, Value], ...]] = [
        (("fatalities", number % 50),),
        (("location", f"Village {number % 300}"),),
        (("tag:urgent", True),),
        (("review_status", "accepted"),),
        when if moving else (("notes", "Corrected."),),
        (("deleted", True),) if moving else (("injured", 3),),
    ]
    return tuple(Change(event_id, name, None, after) for name, after in kinds[number % len(kinds)])


def _by_pandas(events: pd.DataFrame, edits: tuple[Edit, ...]) -> pd.DataFrame:
    """The same values set by an index of the ids; tags and doubts left alone."""
    frame = events.set_index("event_id")
    changes = pd.DataFrame([(each.subject, each.field, each.after) for edit in edits for each in edit.changes], columns=["id", "field", "after"])  # fmt: skip
    for name, of in changes[~changes["field"].str.contains(":")].groupby("field"):
        column = frame[name]
        column = column.cat.add_categories(sorted(set(of["after"]) - set(column.cat.categories))) if hasattr(column, "cat") else column  # fmt: skip
        column = column.copy()
        column.loc[of["id"].tolist()] = of["after"].to_numpy()
        frame = frame.assign(**{str(name): column})
    return frame.reset_index()


def _best(do: Callable[[], object]) -> float:
    took = []
    for _ in range(3):
        start = perf_counter()
        do()
        took.append(perf_counter() - start)
    return min(took)


if __name__ == "__main__":
    main()
