"""Several workers at one door: one that dies is replaced, a job is found by all, and when the first ends so do they."""

import json
import os
import signal
import time
from collections.abc import Callable
from pathlib import Path
from subprocess import Popen
from urllib.error import URLError
from urllib.request import Request, urlopen

from tests.cli.conftest import Run
from tests.cli.test_serve import REPORT, served

PATIENCE_S = 60


def children(process: Popen[str]) -> list[int]:
    """The processes that a process began, but for those of Python's own housekeeping."""
    found = []
    for each in Path("/proc").glob("[0-9]*/stat"):
        try:
            fields = each.read_text().rpartition(")")[2].split()
            words = (each.parent / "cmdline").read_bytes()
        except OSError:
            continue  # it ended meanwhile
        if int(fields[1]) == process.pid and b"spawn_main" in words:
            found.append(int(each.parent.name))
    return found


def begun(address: str) -> str:
    request = Request(f"{address}add", b"{}", {"Content-Type": "application/json"})
    return str(json.load(urlopen(request))["id"])


def until(there: Callable[[], bool]) -> None:
    late = time.monotonic() + PATIENCE_S
    while not there() and time.monotonic() < late:
        time.sleep(0.05)
    assert there()


def is_up(address: str) -> bool:
    try:
        return bool(urlopen(f"{address}healthz", timeout=10).status == 200)
    except (URLError, OSError):
        return False


def test_two_workers_share_a_door_and_their_jobs_and_end_with_the_first(run: Run, tmp_path: Path) -> None:
    (tmp_path / "report.txt").write_text(REPORT, encoding="utf-8")
    database = tmp_path / "case.db"
    assert run("read", tmp_path / "report.txt", "--into", database).code == 0
    with served("--database", database, "--workers", 2) as (address, process):
        first, *_ = workers = children(process)
        assert len(workers) == 2
        for job in {begun(address) for _ in range(4)}:
            for _ in range(4):  # whoever answers
                assert json.load(urlopen(f"{address}add/{job}"))["phase"] == "receiving"
        os.kill(first, signal.SIGKILL)
        until(lambda: len(set(children(process)) - {first}) == 2)
        assert is_up(address)
        process.kill()
        until(lambda: not is_up(address))
        assert process.stderr
        assert "a worker ended (exit code -9); another takes its place" in process.stderr.read()
