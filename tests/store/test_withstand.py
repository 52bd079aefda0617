"""What a store must bear: many hands at once, a kill at any moment, a full disk, a lock that is held; nothing is lost."""

import os
import sqlite3
import subprocess
import sys
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest
from sqlalchemy import event, text

from dashboard.errors import StoreError
from dashboard.store import Store
from tests.store.told import NOON, coded

posix = pytest.mark.skipif(os.name != "posix", reason="processes are forked and killed")


@posix
def test_no_edit_is_lost_of_four_processes_at_once_or_of_one_that_is_killed(database: str) -> None:
    command = [sys.executable, "-m", "tests.benchmarks.hands", "--database", database]
    done = subprocess.run(
        [*command, "--processes", "4", "--edits", "12", "--kills", "3"],
        capture_output=True, text=True, check=False, timeout=500,
    )  # fmt: skip
    assert (done.returncode, done.stderr) == (0, ""), done.stdout
    assert "48 made, 0 lost" in done.stdout
    assert "0 lost or by halves" in done.stdout


@pytest.fixture
def small(tmp_path: Path) -> Iterator[Store]:
    """A store on a disk that is full."""
    with Store.open(str(tmp_path / "case.db")) as store:
        store.save(coded(300))
        store.load()

        def no_more_room(connection: sqlite3.Connection, _: object) -> None:
            (pages,) = connection.execute("PRAGMA page_count").fetchone()
            connection.execute(f"PRAGMA max_page_count = {pages}")

        event.listen(store.engine, "connect", no_more_room)
        store.engine.dispose()
        yield store
        event.remove(store.engine, "connect", no_more_room)


def test_on_a_full_disk_an_edit_is_refused_whole_and_made_when_there_is_room(small: Store) -> None:
    ids = [f"c{number:04}" for number in range(300)]
    before = small.load()
    with pytest.raises(StoreError, match="disk is full; make room on the disk; nothing was changed"):
        small.correct(ids, {"notes": "x" * 2_000}, because="seen", at=NOON)
    assert small.edits() == ()
    assert small.load().events.equals(before.events)
    with closing(sqlite3.connect(small.engine.url.database or "")) as connection:
        assert connection.execute("PRAGMA integrity_check").fetchone() == ("ok",)
    with Store.open(small.engine.url.database or "") as roomy:
        roomy.correct(ids, {"notes": "x" * 2_000}, because="seen", at=NOON)
        assert len(roomy.edits()[0].changes) == 300


@posix
def test_a_write_the_system_refuses_leaves_the_store_whole(tmp_path: Path) -> None:
    path = tmp_path / "case.db"
    with Store.open(str(path)) as store:
        store.save(coded(300))
        store.load()
    script = (
        "import resource, sys\n"
        "from dashboard.store import Store\n"
        "from dashboard.errors import StoreError\n"
        "from tests.store.told import NOON\n"
        f"resource.setrlimit(resource.RLIMIT_FSIZE, ({path.stat().st_size}, -1))\n"
        f"with Store.open({str(path)!r}) as store:\n"
        "    try:\n"
        "        store.correct([f'c{n:04}' for n in range(300)], {'notes': 'x' * 9000}, because='x', at=NOON)\n"
        "    except StoreError as error:\n"
        "        print(error)\n"
    )
    done = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=False)
    assert "the database says: " in done.stdout, done.stderr
    with Store.open(str(path)) as store:
        assert (len(store.load().events), store.edits()) == (300, ())
        store.correct("c0001", {"notes": "seen"}, because="x", at=NOON)


def test_whoever_holds_a_sqlite_file_locked_is_named_as_the_reason(tmp_path: Path) -> None:
    path = tmp_path / "case.db"
    with Store.open(f"sqlite:///{path}?timeout=0.1") as store:
        store.save(coded(3))
        store.load()
        with closing(sqlite3.connect(path, isolation_level=None)) as other:
            other.execute("BEGIN IMMEDIATE")
            with pytest.raises(StoreError, match="somebody else is writing to it; try again"):
                store.correct("c0001", {"notes": "seen"}, because="x", at=NOON)
        store.correct("c0001", {"notes": "seen"}, because="x", at=NOON)


def test_whoever_holds_a_postgresql_database_locked_is_named_as_the_reason(postgresql_database: str) -> None:
    with (
        Store.open(f"{postgresql_database}?options=-c%20lock_timeout%3D200") as store,
        Store.open(postgresql_database) as other,
    ):
        store.save(coded(3))
        store.load()
        with other.engine.connect() as held:
            held.execute(text("SELECT * FROM meta FOR UPDATE"))
            with pytest.raises(StoreError, match="somebody else is writing to it; try again"):
                store.correct("c0001", {"notes": "seen"}, because="x", at=NOON)
        store.correct("c0001", {"notes": "seen"}, because="x", at=NOON)


@posix
@pytest.mark.parametrize("how", ["deleted", "replaced"])
def test_nothing_is_written_into_a_file_that_is_gone_and_what_is_there_can_be_read(
    tmp_path: Path, how: str
) -> None:
    path = tmp_path / "case.db"
    with Store.open(str(path)) as store:
        store.save(coded(3))
        ids = store.load().events["event_id"].tolist()
        path.rename(tmp_path / "moved.db")
        if how == "replaced":
            path.write_bytes(b"")
        with pytest.raises(StoreError, match="was deleted, moved or replaced while it was open"):
            store.correct(ids[0], {"fatalities": 77}, because="seen", at=NOON)
        assert store.load().events["event_id"].tolist() == ids
        (tmp_path / "moved.db").rename(path)
        assert store.history(ids[0]) == ()
