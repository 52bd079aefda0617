"""Addresses are fetched when asked for, and never otherwise."""

import gzip
import threading
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, HTTPServer

import pytest

from tests.cli.conftest import Run

PAGE = (
    b"<html><head><meta property='article:published_time' content='2018-03-06T02:10:00+02:00'></head>"
    b"<body><h1>Shelling in Douma</h1><p>Artillery struck Douma yesterday, killing three civilians.</p></body></html>"
)


LIST = b"When,Town,Country,Killed\n2018-05-21,Douma,Syria,3\n2018-05-22,Homs,Syria,1\n"


class Page(BaseHTTPRequestHandler):
    """One page at every address, a table at some, and nothing at one."""

    def do_GET(self) -> None:
        what = PAGE if ".csv" not in self.path else LIST
        what = gzip.compress(LIST) if ".gz" in self.path else what
        self.send_response(404 if self.path == "/gone/" else 200)
        self.send_header("Content-Length", str(len(what)))
        self.end_headers()
        self.wfile.write(what)

    def log_message(self, *_: object) -> None:
        """Nothing."""


@pytest.fixture
def server() -> Iterator[str]:
    made = HTTPServer(("127.0.0.1", 0), Page)
    thread = threading.Thread(target=made.serve_forever, args=(0.01,), daemon=True)
    thread.start()
    yield f"http://127.0.0.1:{made.server_address[1]}"
    made.shutdown()
    made.server_close()
    thread.join()


def test_an_address_is_not_fetched_unless_asked(run: Run, server: str) -> None:
    ran = run("read", f"{server}/a//b/")
    assert (
        ran.code,
        f"{server}/a//b/: is an address, and nothing is fetched unless you ask; add --fetch" in ran.err,
    ) == (1, True)


def test_this_machine_is_not_asked_unless_that_is_allowed(run: Run, server: str) -> None:
    ran = run("read", server, "--fetch")
    assert (ran.code, "on this machine or its own network; --allow-private" in ran.err) == (1, True)


def test_a_page_is_fetched_read_and_dated_by_its_own_clock(run: Run, server: str) -> None:
    ran = run("read", f"{server}/a//b/", "--fetch", "--allow-private", "--json")
    (event,) = ran.records
    assert (ran.code, event["start"], event["location"]) == (0, "2018-03-04T22:00:00Z", "Douma")
    assert event["url"] == f"{server}/a//b/"
    assert "fetched from http://127.0.0.1" in ran.err


def test_one_address_that_gives_nothing_does_not_lose_the_others(run: Run, server: str) -> None:
    ran = run("read", f"{server}/gone/", f"{server}/b", "--fetch", "--allow-private", "--json")
    assert (ran.code, len(ran.records)) == (1, 1)
    assert f"{server}/gone/: answers 404 Not Found" in ran.err


@pytest.mark.parametrize("name", ["list.csv", "list.csv?from=2018", "list.csv.gz"])
def test_a_table_is_fetched_like_a_page_and_says_where_from(name: str, run: Run, server: str) -> None:
    ran = run("read", f"{server}/{name}", "--fetch", "--allow-private", "--json")
    assert (ran.code, [each["location"] for each in ran.records]) == (0, ["Douma", "Homs"])
    assert f"{server}/{name}: fetched from {server}/{name} on " in ran.err
    assert f"2 events from {server}/{name}" in ran.err
