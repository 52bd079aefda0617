"""Reports that come one after the other, in whatever order and batches, give what all of them at once give."""

from collections.abc import Iterator, Sequence
from datetime import UTC, date, datetime
from functools import cache
from pathlib import Path
from random import Random

import pandas as pd
import pytest

from dashboard.consolidation import dataset_from
from dashboard.consolidation.consolidate import consolidated
from dashboard.extraction import Reading, read_report
from dashboard.store import Store
from dashboard.store.anchors import decisions_of
from dashboard.store.schema import META
from dashboard.table import Dataset, as_reported
from dashboard.text import Report
from tests.benchmarks.made_reports import made_report

NOON = datetime(2026, 11, 28, 12, tzinfo=UTC)
MANY = 24


@cache
def readings() -> tuple[Reading, ...]:
    """Reports of three days, which tell of the same events over and over."""
    texts = [made_report(number, days=3) for number in range(MANY)]
    return tuple(
        read_report(Report(text, source=f"Monitor {number}", url=f"{number}.txt"))
        for number, text in enumerate(texts)
    )


def rows(dataset: Dataset) -> tuple[list[tuple[object, ...]], list[tuple[object, ...]]]:
    """Events and mentions in an order of their own."""
    return tuple(  # type: ignore[return-value]
        sorted(frame.astype(str).itertuples(index=False, name=None))
        for frame in (dataset.events.drop(columns="dataset"), dataset.mentions)
    )


def batches(seed: int) -> Iterator[Sequence[Reading]]:
    """All reports in some order, some at a time."""
    random = Random(seed)
    rest = random.sample(readings(), MANY)
    while rest:
        some = random.choice((2, 5, 12))
        yield rest[:some]
        rest = rest[some:]


@pytest.mark.parametrize("seed", range(3))
def test_in_whatever_order_and_batches_reports_come_the_table_is_the_same(tmp_path: Path, seed: int) -> None:
    with Store.open(str(tmp_path / "case.db")) as store:
        for number, some in enumerate(batches(seed)):
            store.save(as_reported(some))
            if number % 3 == seed % 3:
                store.load()
        loaded = store.load()
    whole = dataset_from(readings())
    assert int((whole.events["n_mentions"] > 1).sum()) > 3
    assert rows(loaded) == rows(whole)


@pytest.mark.parametrize("seed", range(2))
def test_a_report_that_goes_or_is_read_anew_leaves_nothing_behind(tmp_path: Path, seed: int) -> None:
    with Store.open(str(tmp_path / "case.db")) as store:
        for some in batches(seed):
            store.save(as_reported(some))
        store.load()
        gone = Random(seed).sample(readings(), 6)
        store.remove([each.report.report_id for each in gone[:3]])
        dated = [read_report(each.report.given(date(2020, 5, 1), "Asia/Damascus")) for each in gone[3:]]
        store.save(as_reported(dated))
        loaded = store.load()
    left = [each for each in readings() if each not in gone]
    assert rows(loaded) == rows(dataset_from([*left, *dated]))


@pytest.mark.parametrize("seed", range(2))
def test_what_a_person_joined_and_split_holds_however_reports_come(tmp_path: Path, seed: int) -> None:
    random = Random(seed)
    first, second = list(batches(seed))[:2], list(batches(seed))[2:]
    with Store.open(str(tmp_path / "case.db")) as store:
        for some in first:
            store.save(as_reported(some))
        for number in range(4):
            events = store.load().events
            store.join(random.sample(events["event_id"].to_list(), 2), f"one {number}", NOON)
        several = _several(store.load())
        for event_id in several[:2]:
            store.split(event_id, [_mentions_of(store.load(), event_id)[-1]], "another", NOON)
        store.undo(2, NOON)
        for some in second:
            store.save(as_reported(some))
            store.load()
        loaded, edits = store.load(), store.edits()
    whole = as_reported(readings())
    assert rows(loaded) == rows(consolidated(whole, decisions_of(edits, whole.mentions)))


def test_rules_of_another_form_bring_all_together_anew(tmp_path: Path) -> None:
    path = str(tmp_path / "case.db")
    with Store.open(path) as store:
        store.save(as_reported(readings()[:12]))
        before = store.load()
        with store.engine.begin() as connection:
            connection.execute(META.update().where(META.c.key == "together").values(value="1 0"))
            connection.exec_driver_sql("UPDATE brought_events SET location = 'nowhere'")
        pd.testing.assert_frame_equal(store.load().events, before.events)


def _several(dataset: Dataset) -> list[str]:
    return dataset.events.loc[dataset.events["n_mentions"] > 1, "event_id"].to_list()


def _mentions_of(dataset: Dataset, event_id: str) -> list[str]:
    return dataset.mentions.loc[dataset.mentions["event_id"] == event_id, "mention_id"].to_list()
