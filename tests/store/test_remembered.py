"""Loaded again, a store gives just what it gives to who opens it anew, whoever changed it and however."""

from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from datetime import date
from pathlib import Path
from random import Random

import pandas as pd
import pytest

from dashboard.store import Store, cache, remembered, touched
from dashboard.table import Dataset
from tests.store.told import EVENING, NOON, reported

TOWNS = ("Douma", "Arbin", "Zamalka", "Homs", "Idlib")
Act = Callable[[Store, Random], object]


def same(one: Dataset, other: Dataset) -> None:
    """The same rows; mentions in the order of their events, each event's in its own."""
    assert one.name == other.name
    for name, key in (("events", "event_id"), ("mentions", "event_id"), ("reports", "report_id")):
        frames = (
            getattr(each, name).sort_values(key, kind="stable", ignore_index=True) for each in (one, other)
        )
        pd.testing.assert_frame_equal(*frames)


def anew(database: str) -> Dataset:
    with Store.open(database) as store:
        return store.load()


def text(chance: Random) -> str:
    where, killed = chance.sample(TOWNS, 2), chance.randint(1, 3)
    return f"Artillery shelled {where[0]} this morning, killing {killed} people. Warplanes bombed {where[1]} yesterday."


def read(store: Store, chance: Random) -> object:
    return store.save(reported(text(chance), day=date(2018, 3, chance.randint(5, 7))))


def read_again(store: Store, chance: Random) -> object:
    """The same words with a day that somebody gave."""
    kept = chance.choice(store.load().reports["text"].tolist())
    return store.save(reported(kept, day=date(2018, 3, 20)))


def import_rows(store: Store, chance: Random) -> object:
    rows = [
        {
            "event_id": f"c{chance.randint(1, 4)}",
            "location": chance.choice(TOWNS),
            "fatalities": chance.randint(0, 9),
        }
    ]
    return store.save(Dataset.from_rows(rows, name="coded"))  # fmt: skip


def event(store: Store, chance: Random) -> str:
    return str(chance.choice(store.load().events["event_id"].tolist()))


def correct(store: Store, chance: Random) -> object:
    values = {"fatalities": chance.randint(10, 99), "start": f"2018-03-0{chance.randint(1, 4)}T00:00Z"}
    return store.correct(event(store, chance), values, because="a list", at=NOON)


def delete(store: Store, chance: Random) -> object:
    return store.delete(event(store, chance), because="none", at=NOON)


def add(store: Store, chance: Random) -> object:
    return store.add({"location": chance.choice(TOWNS), "fatalities": chance.randint(100, 999)}, because="seen", at=NOON)  # fmt: skip


def join(store: Store, chance: Random) -> object:
    told = sorted(set(store.load().mentions["event_id"]))
    return store.join(chance.sample(told, 2), "one", NOON)


def undo(store: Store, chance: Random) -> object:
    number = chance.choice([each.number for each in store.edits() if each.holds])
    store.undo(number, EVENING)
    return number


def remove(store: Store, chance: Random) -> object:
    return store.remove([chance.choice(sorted(store.report_ids()))])


ACTS: tuple[Act, ...] = (read, read, read_again, import_rows, correct, delete, add, join, undo, remove)


def some_acts(stores: tuple[Store, ...], chance: Random, count: int) -> None:
    for _ in range(count):
        chance.choice(ACTS)(chance.choice(stores), chance)


def test_what_is_loaded_again_is_what_is_loaded_anew_after_any_changes_by_two_programs(
    database: str,
) -> None:
    chance = Random(4)
    with Store.open(database) as store, Store.open(database) as other:
        for each in (read, read, import_rows, correct, add):
            each(store, chance)
        for _ in range(6):
            some_acts((store, other), chance, 2)
            same(store.load(), anew(database))


def test_what_did_not_change_is_the_same_dataset_with_all_that_was_worked_out_of_it(store: Store) -> None:
    read(store, Random(1))
    first = store.load()
    assert store.load() is first
    store.correct(str(first.events["event_id"][0]), {"fatalities": 77}, because="a list", at=NOON)
    assert store.load() is not first
    assert 77 in store.load().events["fatalities"].tolist()


def test_many_threads_that_load_at_once_get_one_dataset(database: str) -> None:
    with Store.open(database) as store, ThreadPoolExecutor(4) as pool:
        read(store, Random(1))
        loaded = list(pool.map(lambda _: store.load(), range(8)))
    assert len({id(each) for each in loaded}) == 1


def test_only_what_changed_is_fetched(database: str, monkeypatch: pytest.MonkeyPatch) -> None:
    with Store.open(database) as store:
        read(store, Random(1))
        store.load()
        monkeypatch.delattr(remembered, "load")
        read(store, Random(2))
        correct(store, Random(3))
        assert len(store.load().reports) == 2


def test_more_changes_than_are_noted_are_loaded_all(database: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(touched, "_KEPT", 2)
    monkeypatch.setattr(touched, "_MOST", 3)
    with Store.open(database) as store, Store.open(database) as other:
        read(store, Random(1))
        store.load()
        for seed in range(2, 6):
            read(other, Random(seed))
            import_rows(other, Random(seed))
        same(store.load(), anew(database))


def test_a_copy_of_the_store_that_went_another_way_is_told_from_it(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Put in the store's place, with as many changes, it is believed and what lies beside it is not."""
    monkeypatch.setattr(cache, "LEAST", 1)
    ways = [tmp_path / name for name in ("one.db", "other.db")]
    with Store.open(str(ways[0])) as store:
        read(store, Random(1))
        store.load()
    ways[1].write_bytes(ways[0].read_bytes())
    for seed, way in enumerate(ways, start=2):
        with Store.open(str(way)) as store:
            read(store, Random(seed))
            store.load()
    with Store.open(str(ways[1])) as store:
        wanted = store.load()
    ways[1].replace(ways[0])
    same(anew(str(ways[0])), wanted)
