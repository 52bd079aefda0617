"""Many reports: summed up, kept batch by batch, and gone on with however the reading before it ended."""

import os
import signal
import sqlite3
import subprocess
import sys
from collections.abc import Callable
from contextlib import closing, suppress
from pathlib import Path
from time import monotonic, sleep

import pytest
from sqlalchemy import Engine, event

from dashboard.cli.gather import Given
from dashboard.cli.many import Crew, read_into
from dashboard.errors import StoreError
from dashboard.store import Store
from tests.benchmarks.made_reports import write_reports
from tests.cli.conftest import Run

MANY, SOME = 104, 52  # three batches, and two
SOON_S = 120
# a shell that starts programs in the background hands SIGINT down ignored
STOPPABLE = (
    "import signal, sys; signal.signal(signal.SIGINT, signal.default_int_handler); "
    "from dashboard.cli import main; raise SystemExit(main(sys.argv[1:]))"
)


@pytest.fixture(scope="module")
def reports(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return write_reports(tmp_path_factory.mktemp("many") / "reports", MANY)


@pytest.fixture(scope="module")
def some(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return write_reports(tmp_path_factory.mktemp("some") / "reports", SOME)


def command(*arguments: object) -> list[str]:
    return [sys.executable, "-m", "dashboard", *map(str, arguments)]


def has_kept_some(database: Path) -> bool:
    """Whether reports are in it, asked of the file itself: to open a store again and again takes the time of its reader."""
    with (
        suppress(sqlite3.OperationalError),  # it is not made as yet
        closing(sqlite3.connect(f"{database.as_uri()}?mode=rw", uri=True)) as file,
    ):
        return file.execute("SELECT 1 FROM reports LIMIT 1").fetchone() is not None
    return False


def kept(database: Path) -> int:
    if not database.exists():
        return 0
    with Store.open(str(database)) as store:
        return len(store.report_ids())


def test_many_are_summed_up_and_known_the_second_time(run: Run, some: Path, tmp_path: Path) -> None:
    for number in range(2):
        (some / f"page{number}.txt").write_text(" ", encoding="utf-8")
    ran = run("read", some, "--into", tmp_path / "case.db", "--jobs", 1)
    assert ran.code == 1
    assert ran.out.startswith(f"{SOME} reports read, 0 known already, 2 not readable\n")
    assert "told by more than one" in ran.out
    assert "Peaceful protest" in ran.out
    assert ran.err.count("error:") == 1
    assert "error: 2 files: is empty: " in ran.err
    assert "page0.txt, " in ran.err
    again = run("read", some, "--into", tmp_path / "case.db", "--jobs", 1)
    assert again.out.startswith(f"0 reports read, {SOME} known already, 2 not readable\n")
    for number in range(2):
        (some / f"page{number}.txt").unlink()
    given = run("read", some, "--into", tmp_path / "case.db", "--jobs", 1, "--published", "2020-02-02")
    assert given.code == 0
    assert given.out.startswith(f"{SOME} reports read, 0 known already")


def test_many_as_json_are_one_object_an_event_kept_or_not(run: Run, some: Path, tmp_path: Path) -> None:
    into = run("read", some, "--into", tmp_path / "case.db", "--json", "--jobs", 1).records
    alone = run("read", some, "--json", "--jobs", 1).records
    assert len(into) > SOME
    assert into == alone


def test_what_is_read_is_kept_though_nobody_reads_the_output(some: Path, tmp_path: Path) -> None:
    few = write_reports(tmp_path / "few", 3)
    for folder, count in ((few, 3), (some, SOME)):
        database = tmp_path / f"{count}.db"
        pipe, end = os.pipe()
        os.close(pipe)
        done = subprocess.run(
            command("read", folder, "--into", database, "--jobs", 1),
            stdout=end,
            stderr=subprocess.PIPE,
            text=True,
            check=False,
        )
        os.close(end)
        assert (done.returncode, "Traceback" in done.stderr, kept(database)) == (0, False, count)


@pytest.mark.skipif(sys.platform == "win32", reason="this system has no such signal")
def test_ctrl_c_ends_it_and_says_what_was_kept(reports: Path, tmp_path: Path) -> None:
    database = tmp_path / "case.db"
    process = subprocess.Popen(
        [sys.executable, "-c", STOPPABLE, "read", str(reports), "--into", str(database), "--jobs", "2"],
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
    )
    until = monotonic() + SOON_S
    while not has_kept_some(database) and process.poll() is None and monotonic() < until:
        sleep(0.05)
    process.send_signal(signal.SIGINT)
    _, err = process.communicate(timeout=SOON_S)
    if process.returncode == 0:  # it was done before it was asked to stop
        assert kept(database) == MANY
        return
    assert process.returncode == 130
    assert "reports kept before it ended; the same again goes on from there" in err
    assert "Traceback" not in err
    assert kept(database) >= 50


def test_a_full_disk_keeps_the_batches_before_and_the_same_again_goes_on(
    reports: Path, tmp_path: Path
) -> None:
    path = tmp_path / "case.db"
    with Store.open(str(path)) as store:
        pages = _fill_up(store.engine, 100)
        with pytest.raises(StoreError, match="make room on the disk"):
            read_into(store, [reports], Given(), "many", Crew(1))
        event.remove(store.engine, "connect", pages)
        store.engine.dispose()
    before = kept(path)
    assert 0 < before < MANY
    with Store.open(str(path)) as store:
        summary = read_into(store, [reports], Given(), "many", Crew(1))
        assert (summary.known, summary.reports) == (before, MANY - before)
        assert len(store.load().reports) == MANY


def _fill_up(engine: Engine, pages: int) -> Callable[..., None]:
    """A database that is full after so many pages more."""

    def limit(connection: object, _: object) -> None:
        connection.execute(f"PRAGMA max_page_count = {pages}")  # type: ignore[attr-defined]

    event.listen(engine, "connect", limit)
    engine.dispose()
    return limit
