"""Runs against a PostgreSQL server where one is named; its database is emptied.

CONFLICT_TIMELINE_TEST_POSTGRESQL=postgresql://postgres@127.0.0.1/empty make test
"""

import os
from collections.abc import Iterator

import pandas as pd
import pytest
from sqlalchemy import text

from dashboard.errors import StoreError
from dashboard.store import Saved, Store
from dashboard.store.schema import METADATA
from tests.sample import dataset
from tests.store.test_store import COUNT, FRAMES, redated

ADDRESS = os.environ.get("CONFLICT_TIMELINE_TEST_POSTGRESQL", "")
pytestmark = pytest.mark.skipif(not ADDRESS, reason="CONFLICT_TIMELINE_TEST_POSTGRESQL names no database")


@pytest.fixture
def store() -> Iterator[Store]:
    with Store.open(ADDRESS) as opened:
        METADATA.drop_all(opened.engine)
    with Store.open(ADDRESS) as opened:
        yield opened
        METADATA.drop_all(opened.engine)


@pytest.mark.parametrize("frame", FRAMES)
def test_what_is_loaded_is_what_was_saved_to_the_last_dtype(store: Store, frame: str) -> None:
    store.save(dataset())
    pd.testing.assert_frame_equal(getattr(store.load(), frame), getattr(dataset(), frame))


def test_a_report_read_twice_adds_nothing_and_with_a_date_replaces(store: Store) -> None:
    assert store.save(dataset()) == Saved(added=COUNT, already=0)
    assert store.save(dataset()) == Saved(added=0, already=COUNT)
    assert store.save(redated("given")) == Saved(added=0, already=0, replaced=COUNT)


def test_a_database_that_is_not_ours_is_left_as_it_was(store: Store) -> None:
    with store.engine.begin() as connection:
        connection.execute(text("DROP TABLE meta"))
    with pytest.raises(StoreError, match="has tables of another program"):
        Store.open(ADDRESS)
    with store.engine.begin() as connection:
        assert connection.execute(text("SELECT count(*) FROM events")).scalar() == 0
