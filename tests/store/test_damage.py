"""Whatever is wrong with a database of ours: one line that names it, the row, and what to do."""

import sqlite3
from collections.abc import Callable
from contextlib import closing
from datetime import UTC, datetime
from pathlib import Path
from shutil import copyfile

import pytest

from dashboard.errors import StoreError
from dashboard.store import Store, added_places
from dashboard.text import whole
from dashboard.text.passwords import without_passwords
from tests.sample import dataset, kept_in

NOW = datetime(2018, 3, 7, tzinfo=UTC)


@pytest.fixture(scope="module")
def joined(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = kept_in(tmp_path_factory.mktemp("joined") / "case.db")
    with Store.open(str(path)) as store:
        store.join(store.load().events["event_id"].to_list()[:2], "one strike", NOW)
        store.load()
    return path


@pytest.fixture
def case(joined: Path, tmp_path: Path) -> Path:
    """A store with events and an edit."""
    return Path(copyfile(joined, tmp_path / "case.db"))


def changed(path: Path, statement: str) -> None:
    with closing(sqlite3.connect(path)) as connection:
        connection.execute(statement)
        connection.commit()


@pytest.mark.parametrize(
    ("statement", "message"),
    [
        ("UPDATE events SET start = 9223372036854775807", "start is 9223372036854775807, which is no moment"),
        ("UPDATE events SET start = 'soon'", "start is 'soon', which is no moment"),
        ("UPDATE mentions SET start = -99999999999999999", "of the mention '"),
        ("UPDATE reports SET published = '9999-99-99'", "published is '9999-99-99', which is no moment"),
        ("UPDATE events SET fatalities = 'many'", "fatalities is 'many', which is no whole number"),
        ("UPDATE events SET latitude = 'north'", "latitude is 'north', which is no number"),
        ("UPDATE events SET location = x'ff00'", "location is b'"),
        ("UPDATE events SET location = CAST(x'ff41' AS TEXT)", "could not decode"),
        ("UPDATE mentions SET fields = '{broken'", "fields is '{broken', which is no list as JSON"),
        ("UPDATE reports SET unread = '[1, 2'", "unread is '[1, 2', which is no list as JSON"),
        ("DROP TABLE events", "no such table: events"),
        ("DROP TABLE meta", "no such table: meta"),
        ("ALTER TABLE events DROP COLUMN location", "no such column: events.location"),
    ],
)
def test_what_can_not_have_been_written_is_named(case: Path, statement: str, message: str) -> None:
    changed(case, statement)
    with Store.open(str(case)) as store, pytest.raises(StoreError) as refused:
        store.load()
    line = str(refused.value)
    assert line.startswith(f"{case}: ")
    assert message in line
    assert "put back a copy" in line
    assert "\n" not in line


@pytest.mark.parametrize(
    "change",
    ["sides = '{broken'", "sides = '[1]'", "kind = 'melt'", "made = 'x'", "made = 9223372036854775807"],
)
def test_an_edit_that_can_not_be_read_is_named_by_its_number(case: Path, change: str) -> None:
    changed(case, f"UPDATE edits SET {change}")
    with Store.open(str(case)) as store, pytest.raises(StoreError, match=r"the edit 1 can't be read"):
        store.edits()


def test_a_place_that_can_not_be_one_is_named(case: Path) -> None:
    changed(case, "INSERT INTO places (place_id, name, latitude) VALUES ('us:1', 'Dharwat', 'north')")
    with Store.open(str(case)) as store, pytest.raises(StoreError, match=r"of the place 'us:1'"):
        added_places(store)


def cut(size: int) -> Callable[[bytes], bytes]:
    return lambda data: data[:size]


def scrambled(data: bytes) -> bytes:
    return data[:4096] + bytes(number * 7 % 256 for number in range(len(data) - 4096))


@pytest.mark.parametrize("harm", [cut(50), cut(100), cut(4096), cut(20_000), scrambled])
def test_a_file_that_was_cut_off_or_overwritten_is_told_in_one_line(
    case: Path, harm: Callable[[bytes], bytes]
) -> None:
    case.write_bytes(harm(case.read_bytes()))
    with pytest.raises(StoreError) as refused, Store.open(str(case)) as store:
        store.load()
    assert str(refused.value).startswith(f"{case}: ")
    assert "damaged" in str(refused.value)
    assert "\n" not in str(refused.value)


def test_halves_of_characters_are_kept_as_one_that_can_be_written(tmp_path: Path) -> None:
    assert whole("\U0001f525") == "\U0001f525"
    with Store.open(str(tmp_path / "case.db")) as store:
        store.save(dataset())
        ids = store.load().events["event_id"].to_list()[:2]
        store.join(ids, "said \udce9 so", NOW)
        assert store.edits()[0].because == "said � so"


@pytest.mark.parametrize(
    "message",
    [
        "postgresql+psycopg://USER@HOST/NAME",
        "report.txt: at 12:30 a@example.org wrote",
        "https://example.org/a:b",
        "/home/me/reports: holds no .txt file",
        "sqlite:///case.db: the database says: locked",
        "postgresql://host:5432/reports: can't be reached",
    ],
)
def test_a_message_without_a_password_stays_as_it_is(message: str) -> None:
    assert without_passwords(message) == message
