from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from datetime import date
from pathlib import Path

import pandas as pd
import pytest

from dashboard.consolidation import dataset_from
from dashboard.store import Saved, Store
from dashboard.table import Dataset
from tests.sample import dataset, reading

FRAMES = ("events", "mentions", "reports")
COUNT = len(dataset().events)


def redated(source: str) -> Dataset:
    """The sample's report, read a day later."""
    return dataset_from(
        [replace(reading(), published=date(2018, 3, 7), published_source=source)], name="sample"
    )


def reviewed(of: Dataset, event_id: str) -> Dataset:
    """The dataset with one event accepted by a person."""
    events = of.events.copy()
    events.loc[events["event_id"] == event_id, "review_status"] = "accepted"
    return replace(of, events=events)


@pytest.mark.parametrize("frame", FRAMES)
def test_what_is_loaded_is_what_was_saved_to_the_last_dtype(store: Store, frame: str) -> None:
    store.save(dataset())
    pd.testing.assert_frame_equal(getattr(store.load(), frame), getattr(dataset(), frame))


@pytest.mark.parametrize("frame", FRAMES)
def test_an_empty_store_has_every_column(store: Store, frame: str) -> None:
    pd.testing.assert_frame_equal(getattr(store.load(), frame), getattr(Dataset.from_rows(), frame))


def test_it_is_all_there_when_the_file_is_opened_again(tmp_path: Path) -> None:
    for _ in range(2):
        with Store.open(str(tmp_path / "reports.db")) as store:
            store.save(dataset())
    with Store.open(str(tmp_path / "reports.db")) as store:
        assert len(store.load().events) == COUNT
    assert [path.name for path in tmp_path.iterdir()] == ["reports.db"]
    assert (tmp_path / "reports.db").read_bytes()[18:20] == b"\x02\x02"  # kept with a write-ahead log


def test_a_report_read_twice_adds_nothing(store: Store) -> None:
    assert store.save(dataset()) == Saved(added=COUNT, already=0)
    assert store.save(dataset()) == Saved(added=0, already=COUNT)
    assert (len(store.load().mentions), len(store.load().reports)) == (len(dataset().mentions), 1)


def test_a_date_given_later_replaces_what_was_read_before(store: Store) -> None:
    store.save(dataset())
    assert store.save(redated("given")) == Saved(added=0, already=0, replaced=COUNT)
    pd.testing.assert_frame_equal(store.load().events, redated("given").events)
    assert len(store.load().mentions) == len(dataset().mentions)


def test_a_reading_without_the_date_a_person_gave_replaces_nothing(store: Store) -> None:
    store.save(redated("given"))
    assert store.save(dataset()) == Saved(added=0, already=COUNT)
    assert store.load().reports["published_source"].tolist() == ["given"]


def test_what_a_person_reviewed_is_not_read_anew(store: Store) -> None:
    event_id = dataset().events["event_id"].iloc[0]
    store.save(reviewed(dataset(), event_id))
    assert store.save(redated("given")) == Saved(added=0, already=1, replaced=COUNT - 1)
    events = store.load().events.set_index("event_id")
    assert events.loc[event_id, "review_status"] == "accepted"
    assert (len(events), len(store.load().mentions)) == (COUNT, len(dataset().mentions))


def test_an_event_the_reader_no_longer_finds_goes(store: Store) -> None:
    store.save(dataset())
    fewer = replace(reading(), events=reading().events[:2])
    assert store.save(dataset_from([fewer], name="sample")).replaced == 2
    assert len(store.load().events) == 2


def test_events_that_rest_on_no_report_are_kept_once(store: Store) -> None:
    coded = Dataset.from_rows(events=[{"event_id": "coded1", "dataset": "coded"}], name="coded")
    assert store.save(coded) == Saved(added=1, already=0)
    assert store.save(coded) == Saved(added=0, already=1)


def test_datasets_are_told_apart_by_name(store: Store) -> None:
    store.save(dataset())
    store.save(Dataset.from_rows(events=[{"event_id": "coded1", "dataset": "coded"}], name="coded"))
    assert len(store.load().events) == COUNT + 1
    assert store.load("coded").events["event_id"].tolist() == ["coded1"]
    assert (len(store.load("sample").events), len(store.load("sample").reports)) == (COUNT, 1)
    assert len(store.load("coded").reports) == 0


def test_a_store_of_one_dataset_has_its_name(store: Store) -> None:
    store.save(dataset())
    assert store.load().name == "sample"
    assert store.report_ids() == {reading().report.report_id}


def test_several_threads_may_save_the_same_report_at_once(store: Store) -> None:
    with ThreadPoolExecutor(4) as pool:
        saved = list(pool.map(lambda _: store.save(dataset()), range(8)))
    assert sum(each.added for each in saved) == COUNT
    assert len(store.load().events) == COUNT


def test_two_programs_may_open_a_new_file_at_once(tmp_path: Path) -> None:
    def visit(_: int) -> int:
        with Store.open(str(tmp_path / "reports.db")) as store:
            return store.save(dataset()).added

    with ThreadPoolExecutor(4) as pool:
        assert sum(pool.map(visit, range(4))) == COUNT


def test_many_reports_are_replaced_at_once(store: Store) -> None:
    texts = [replace(reading().report, text=f"Report {number}. Shelling.") for number in range(40)]
    for published in (date(2018, 3, 6), date(2018, 3, 7)):
        store.save(
            dataset_from(replace(reading(), report=text, published=published, events=()) for text in texts)
        )
    assert len(store.load().reports) == 40
