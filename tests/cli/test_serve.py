import json
import os
import re
import signal
import socket
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from urllib.request import urlopen

import pytest

from dashboard.cli.serve import has_screen, listening, names_of
from dashboard.errors import ServeError
from dashboard.store import Store
from tests.cli.conftest import Run

REPORT = "Shelling in Douma\n\nArtillery struck Douma on Tuesday, 6 March 2018, killing three civilians.\n"


@contextmanager
def served(*arguments: object) -> Iterator[tuple[str, "subprocess.Popen[str]"]]:
    """A server of its own in another process, and its address."""
    command = [
        sys.executable,
        "-m",
        "dashboard",
        "serve",
        "--port",
        "0",
        "--no-browser",
        *map(str, arguments),
    ]
    with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True) as process:
        try:
            assert process.stdout
            line = process.stdout.readline()
            address = re.search(r"http://127\.0\.0\.1:\d+/", line)
            assert address, line + (process.stderr.read() if process.stderr else "")
            yield address.group(), process
        finally:
            process.kill()


def test_the_page_answers_and_the_events_are_kept(tmp_path: Path) -> None:
    report, database = tmp_path / "report.txt", tmp_path / "reports.db"
    report.write_text(REPORT, encoding="utf-8")
    with served(report, "--database", database) as (address, process):
        assert urlopen(f"{address}healthz").status == 200
        process.send_signal(signal.SIGINT)
        assert process.wait(20) == 0
        assert process.stderr
        assert "Traceback" not in process.stderr.read()
    with Store.open(str(database)) as store:
        assert store.load().reports["title"].tolist() == ["Shelling in Douma"]


def test_an_empty_store_shows_the_sample_and_stays_empty(own_database: Path) -> None:
    with served() as (address, process):
        exported = json.load(urlopen(f"{address}export/events.json"))
        process.send_signal(signal.SIGTERM)
        process.wait(20)
        assert process.stderr
        assert (
            "this is the sample that comes with the product; show your own reports with"
            in process.stderr.read()
        )
    assert exported["provenance"]["title"] == "sample"
    assert len(exported["events"]) == 8
    with Store.open(str(own_database)) as store:
        assert store.reports() == ()


def test_a_store_that_already_holds_the_sample_says_how_to_take_it_out(run: Run, tmp_path: Path) -> None:
    (tmp_path / "report.txt").write_text(REPORT, encoding="utf-8")
    run("read", "seeds", "--into", tmp_path / "case.db")
    ran = run("read", tmp_path / "report.txt", "--into", tmp_path / "case.db")
    (told,) = re.findall(r"reports remove (\w+)' takes it out", ran.err)
    assert run("reports", "remove", told, "--database", tmp_path / "case.db").code == 0
    with Store.open(str(tmp_path / "case.db")) as store:
        assert [each.title for each in store.reports()] == ["Shelling in Douma"]


def test_the_sample_is_not_mixed_into_a_store_of_other_reports(tmp_path: Path, own_database: Path) -> None:
    (tmp_path / "report.txt").write_text(REPORT, encoding="utf-8")
    for arguments in ([tmp_path / "report.txt"], []):
        with served(*arguments) as (address, _):
            assert urlopen(address).status == 200
    with Store.open(str(own_database)) as store:
        assert store.load().reports["title"].tolist() == ["Shelling in Douma"]


def test_a_port_in_use_is_told_at_once(run: Run) -> None:
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        port = taken.getsockname()[1]
        ran = run("serve", "--port", port, "--no-browser")
    assert (ran.code, ran.out) == (1, "")
    assert (
        f"port {port} on 127.0.0.1 can't be had (address already in use); choose another with --port"
        in ran.err
    )


@pytest.mark.parametrize("host", ["no such host", "203.0.113.7"])
def test_an_address_of_another_machine_is_refused(host: str) -> None:
    with pytest.raises(ServeError, match=re.escape(host)):
        listening(host, 0)


@pytest.mark.parametrize("host", ["0.0.0.0", "::", ""])
def test_a_server_at_every_address_answers_to_any_name(host: str) -> None:
    assert names_of(host) is None


def test_a_server_with_a_name_answers_to_it() -> None:
    assert "reports.lan" in (names_of("reports.lan") or ())


def test_nothing_that_can_be_read_is_nothing_to_serve(run: Run, tmp_path: Path) -> None:
    ran = run("serve", tmp_path / "missing.txt", "--port", "0", "--no-browser")
    assert (ran.code, "missing.txt: no such file" in ran.err) == (1, True)


@pytest.mark.parametrize(
    ("environment", "expected"),
    [({"CI": "true", "DISPLAY": ":0"}, False), ({"DISPLAY": ":0"}, True), ({"WAYLAND_DISPLAY": "w"}, True)],
)
def test_a_browser_is_opened_only_where_there_is_a_screen(
    monkeypatch: pytest.MonkeyPatch, environment: dict[str, str], expected: bool
) -> None:
    for name in ("CI", "DISPLAY", "WAYLAND_DISPLAY"):
        monkeypatch.delenv(name, raising=False)
    for name, value in environment.items():
        monkeypatch.setenv(name, value)
    assert has_screen() is expected


def test_no_screen_no_browser(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("CI", "DISPLAY", "WAYLAND_DISPLAY"):
        monkeypatch.delenv(name, raising=False)
    assert has_screen() is (sys.platform in {"darwin", "win32"} or os.name == "nt")
