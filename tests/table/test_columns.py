"""Each column is described once, and what is said of it holds."""

from dataclasses import fields

import pytest

from dashboard.consolidation.fuse import fused
from dashboard.consolidation.records import event_records
from dashboard.extraction.model import Event
from dashboard.store.schema import EVENTS, VERSION
from dashboard.table.columns import EVENT_COLUMNS, MENTION_COLUMNS, REPORT_COLUMNS, TIME, Column
from dashboard.table.filter_words import BY
from dashboard.table.filters import Selection
from tests.sample import dataset

ALL = (*EVENT_COLUMNS, *MENTION_COLUMNS, *REPORT_COLUMNS)


@pytest.mark.parametrize("column", ALL, ids=lambda column: column.name)
def test_a_column_says_what_stands_in_it(column: Column) -> None:
    assert column.about
    assert not column.words or column.silent in column.words


def test_a_filter_that_goes_by_a_column_is_a_field_of_the_selection() -> None:
    named = {column.filter for column in EVENT_COLUMNS if column.filter}
    assert named < {field.name for field in fields(Selection)}
    assert named | {"places", "types"} == {by.field for by in BY}


def test_all_that_an_event_says_has_a_column() -> None:
    names = {column.name for column in EVENT_COLUMNS}
    assert {field.name for field in fields(Event)} - {"mentions"} <= names


def test_the_store_keeps_every_column_from_the_form_it_came_with() -> None:
    assert {column.name for column in EVENT_COLUMNS} <= set(EVENTS.c.keys())
    assert max(column.since for column in ALL) <= VERSION


def test_records_fused_have_every_column_and_no_other() -> None:
    first, second, *_ = event_records(dataset())
    row = fused([first, second], [None, "by hand"]).row
    assert list(row) == [column.name for column in EVENT_COLUMNS]


def test_moments_are_said_to_be_such() -> None:
    assert {column.name for column in EVENT_COLUMNS if column.dtype == TIME} == {
        *("start", "end", "core_start", "core_end", "reference_time", "published")
    }
