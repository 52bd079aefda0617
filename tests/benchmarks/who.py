"""Who says what, over many events and reports: how long the server takes, and how much it sends.

.venv/bin/python -m tests.benchmarks.who                 # [--events 100000] [--sources 300]
"""

import argparse
import gc
import json
import random
import statistics
import time
from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, datetime

from dashboard.app.light import light
from dashboard.app.tabs.who import drawn, listed, matrix, note
from dashboard.app.url import View
from dashboard.table import Dataset
from dashboard.table.filters import Selection
from tests.benchmarks.page_data import synthetic

SCREEN = {"dark": False, "width": 1100, "strip": 1100}
_START = datetime(2018, 1, 1, tzinfo=UTC)


def told(events: int, sources: int) -> Dataset:
    """The made-up events of the page's benchmark, each report of one of so many sources, every third event told of twice more."""
    dice, plain = random.Random(2), synthetic(events)
    names = [f"Source {dice.randrange(sources)}" for _ in range(len(plain.reports))]
    again = [
        row | {"mention_id": f"again{at}-{row['mention_id']}", "report_id": f"r{dice.randrange(len(names))}"}
        for at in range(2)
        for row in plain.mentions.iloc[::3].to_dict("records")
    ]
    mentions = [*plain.mentions.to_dict("records"), *again]
    reports = plain.reports.assign(source=names).to_dict("records")
    events_told = replace(plain).events.to_dict("records")
    return Dataset.from_rows(events_told, mentions, reports, "told")  # type: ignore[arg-type]  # rows as frames give them


def cost(work: Callable[[], object]) -> float:
    """Milliseconds of this process's time."""
    gc.collect()
    begun = time.process_time()
    work()
    return (time.process_time() - begun) * 1000


def main() -> None:
    """Print a line for each thing measured."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--events", type=int, default=100_000)
    parser.add_argument("--sources", type=int, default=300)
    asked = parser.parse_args()
    dataset = told(asked.events, asked.sources)
    print(f"{len(dataset.events):,} events, {len(dataset.mentions):,} mentions, {len(dataset.reports):,} reports, {asked.sources} sources")  # fmt: skip
    view = View(tab="who")
    print(f"first asked for, with all that is worked out once: {cost(lambda: matrix(view, dataset)):,.0f} ms")
    views = [View(Selection(start=_START.replace(month=at), end=_START.replace(month=at + 2)), tab="who") for at in range(1, 8)]  # fmt: skip
    views += [View(Selection(text=f"Town {at}"), tab="who") for at in range(3)]
    print(f"another view, median of {len(views)}: {statistics.median(cost(lambda each=each: matrix(each, dataset)) for each in views):,.0f} ms")  # type: ignore[misc]  # fmt: skip
    print(f"the same view again: {cost(lambda: matrix(view, dataset)):,.1f} ms")
    print(f"drawn and listed: {cost(lambda: (drawn(view, dataset, SCREEN), listed(view, dataset))):,.0f} ms")
    parts = (drawn(view, dataset, SCREEN), light(note(view, dataset)), light(listed(view, dataset)))
    for name, part in zip(("figure", "note", "list"), parts, strict=True):
        print(f"{name}: {len(json.dumps(part)) / 1000:,.0f} kB")
    found = matrix(view, dataset)
    print(f"shown: {len(found.sources)} sources, {len(found.events)} events; left: {found.left_sources} sources, {found.left_events:,} events")  # fmt: skip


if __name__ == "__main__":
    main()
