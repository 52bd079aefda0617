"""A clean copy of a store, of each kind of database, with every edit."""

from datetime import UTC, datetime
from pathlib import Path

import pandas as pd

from dashboard.store import Store
from dashboard.store.backup import back_up
from tests.sample import dataset


def test_a_copy_holds_all_that_the_store_holds_and_opens_as_a_store(store: Store, tmp_path: Path) -> None:
    store.save(dataset())
    one, other, *_ = store.load().events["event_id"]
    store.join([one, other], "one event", datetime(2026, 3, 1, tzinfo=UTC))
    back_up(store, tmp_path / "copy.db")
    with Store.open(str(tmp_path / "copy.db")) as copy:
        pd.testing.assert_frame_equal(copy.load().events, store.load().events)
        assert copy.edits() == store.edits()
        assert copy.report_ids() == store.report_ids()


def test_a_store_that_is_being_read_is_copied_all_the_same(store: Store, tmp_path: Path) -> None:
    store.save(dataset())
    with store.engine.connect() as reader:
        reader.exec_driver_sql("SELECT 1")
        back_up(store, tmp_path / "copy.db")
    assert (tmp_path / "copy.db").stat().st_size > 0
