"""The copy beside a store: it gives what the store gives, and any other file is passed over."""

import os
from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path

import numpy as np
import pandas as pd
import pytest
from sqlalchemy import create_engine, make_url

from dashboard.store import Store, cache, remembered
from dashboard.store.cache import cache_file
from dashboard.store.shelf import Shelf
from dashboard.store.touched import touch_all
from dashboard.table import Dataset
from dashboard.table.search import search
from tests.sample import dataset

AT = datetime(2018, 5, 1, tzinfo=UTC)


@pytest.fixture
def place(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> str:
    """Where a store is that holds enough to be kept."""
    monkeypatch.setattr(cache, "LEAST", 1)
    return str(tmp_path / "a.db")


def _same(one: Dataset, other: Dataset) -> None:
    assert one.name == other.name
    for name in ("events", "mentions", "reports"):
        pd.testing.assert_frame_equal(getattr(one, name), getattr(other, name))


def _filled(place: str) -> Dataset:
    with Store.open(place) as store:
        store.save(dataset())
        return store.load()


def _loaded(place: str) -> Dataset:
    with Store.open(place) as store:
        return store.load()


def _empty_the_copy(place: str) -> None:
    """Keep another dataset under the mark of this one, to see which of them is given."""
    with Store.open(place) as store, store.engine.connect() as connection:
        cache.write(
            Path(f"{place}.cache"), cache.mark_of(connection), Dataset.from_rows(name="from the copy")
        )


def test_the_copy_gives_exactly_what_the_store_gives(place: str) -> None:
    first = _filled(place)
    assert Path(f"{place}.cache").stat().st_size > 1_000
    _same(_loaded(place), first)
    _empty_the_copy(place)
    assert _loaded(place).name == "from the copy"


def test_a_change_of_the_store_is_laid_over_the_copy(place: str) -> None:
    first, second = map(str, _filled(place).events["event_id"].iloc[:2])
    whole = Path(f"{place}.cache").read_bytes()
    with Store.open(place) as store:
        store.join([first, second], "one and the same", AT)
        joined = store.load()
    assert len(joined.events) == len(dataset().events) - 1
    again = _loaded(place)
    pd.testing.assert_frame_equal(again.events, joined.events)
    assert Path(f"{place}.cache").read_bytes() == whole


def test_a_copy_from_before_changes_that_are_no_longer_known_is_made_anew(place: str) -> None:
    _filled(place)
    _empty_the_copy(place)
    with Store.open(place) as store, store.engine.begin() as connection:
        touch_all(connection)
    _same(_loaded(place), dataset())
    _empty_the_copy(place)
    assert _loaded(place).name == "from the copy"


DAMAGE: list[tuple[str, Callable[[bytes], bytes]]] = [
    ("cut short", lambda whole: whole[: len(whole) // 2]),
    ("empty", lambda _: b""),
    ("one bit", lambda whole: whole[:-2_000] + bytes([whole[-2_000] ^ 1]) + whole[-1_999:]),
    ("longer", lambda whole: whole + b"\n"),
    ("another file", lambda whole: b"SQLite format 3\0" + whole),
    ("no head", lambda whole: whole[:11] + b"[]\n" + whole[200:]),
    ("a head that lies", lambda whole: whole.replace(b'"ends": [', b'"ends": [-', 1)),
    ("a head of another kind", lambda whole: whole.replace(b'"sum"', b'"sun"', 1)),
]


@pytest.mark.parametrize(("kind", "damaged"), DAMAGE, ids=[kind for kind, _ in DAMAGE])
def test_a_damaged_copy_is_made_anew(place: str, kind: str, damaged: Callable[[bytes], bytes]) -> None:
    first, file = _filled(place), Path(f"{place}.cache")
    whole = file.read_bytes()
    file.write_bytes(damaged(whole))
    _same(_loaded(place), first)
    assert file.read_bytes() == whole, kind


def test_the_copy_of_another_store_is_passed_over(place: str, tmp_path: Path) -> None:
    first = _filled(place)
    other = str(tmp_path / "b.db")
    with Store.open(other) as store:
        store.save(Dataset.from_rows([{"event_id": "x", "dataset": "b", "notes": "calm"}], name="b"))
        store.load()
    Path(f"{other}.cache").replace(f"{place}.cache")
    _same(_loaded(place), first)


def test_where_no_copy_can_be_kept_the_store_gives_the_same(place: str) -> None:
    Path(f"{place}.cache").mkdir()
    first = _filled(place)
    _same(_loaded(place), first)
    assert [each.name for each in Path(place).parent.iterdir() if ".part" in each.name] == []


def test_what_a_killed_writer_left_is_cleared_away(place: str) -> None:
    left = Path(f"{place}.cache.abc.part")
    left.write_bytes(b"half")
    _filled(place)
    assert not left.exists()


@pytest.mark.skipif(os.name == "nt", reason="Windows has other permissions")
def test_the_copy_is_open_to_nobody_who_may_not_read_the_store(place: str) -> None:
    with Store.open(place):
        Path(place).chmod(0o600)
    _filled(place)
    assert Path(f"{place}.cache").stat().st_mode & 0o777 == 0o600


def test_the_words_of_a_search_are_kept_beside_it(place: str) -> None:
    found = [search(_filled(place).index, "douma"), search(_loaded(place).index, "douma")]
    kept = Path(f"{place}.events.cache")
    assert kept.stat().st_size > 1_000
    kept.write_bytes(kept.read_bytes()[:-100])
    found.append(search(_loaded(place).index, "douma"))
    assert len({each.by_event.tobytes() for each in found}) == 1
    assert found[0].by_event.any()


def test_words_of_another_state_of_the_store_are_passed_over(tmp_path: Path) -> None:
    before, after = (Shelf(tmp_path / "a.db", mark, tmp_path / "a.db") for mark in ("before", "after"))
    before.put("events", {"texts": np.arange(3)})
    kept = before.take("events")
    assert kept is not None
    assert kept["texts"].tolist() == [0, 1, 2]
    assert after.take("events") is None
    assert before.take("reports") is None


def test_a_small_store_has_no_copy(tmp_path: Path) -> None:
    _filled(str(tmp_path / "a.db"))
    assert [each.name for each in tmp_path.iterdir() if "cache" in each.name] == []


PLACES = [
    ("sqlite:///case/a.db", "case/a.db.cache"),
    ("sqlite://", None),
    ("sqlite:///:memory:", None),
]


@pytest.mark.parametrize(("url", "beside"), PLACES)
def test_the_copy_lies_beside_a_file(url: str, beside: str | None) -> None:
    assert cache_file(create_engine(url).url) == (None if beside is None else Path(beside))


def test_a_password_does_not_tell_where_the_copy_lies() -> None:
    urls = [f"postgresql+psycopg://me:{word}@host/reports" for word in ("secret", "other")]
    one, other = (cache_file(make_url(url)) for url in urls)
    assert one == other
    assert one is not None
    assert one.suffix == ".cache"
    assert "reports" not in one.name


def test_a_large_store_is_held_as_its_copy_holds_it_and_where_none_can_be_kept_as_it_was_read(
    place: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    read = _filled(place)
    monkeypatch.setattr(remembered, "_MANY", 1)
    Path(f"{place}.cache").unlink()
    _same(_loaded(place), read)
    assert Path(f"{place}.cache").is_file()
    Path(f"{place}.cache").unlink()
    Path(f"{place}.cache").mkdir()  # so that no file can be put there
    _same(_loaded(place), read)
