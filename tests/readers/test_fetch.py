"""Fetching when asked, from a server of the tests' own; and everything that is not fetched."""

import contextlib
import gzip
import socket
import threading
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from ipaddress import ip_address

import pytest

from dashboard.errors import InputError
from dashboard.readers.fetch import Fetching, fetched
from dashboard.readers.open_web import is_public
from dashboard.readers.opened import opened
from dashboard.text import Report
from tests.readers.made_pages import ARABIC, article

HERE = Fetching(private=True, seconds=5, at_once=2, largest=1)
PAGE = article(1).markup
ANSWERS: dict[str, tuple[int, dict[str, str], bytes]] = {
    "/page": (200, {"Content-Type": "text/html; charset=utf-8"}, PAGE.encode()),
    "/arabic": (200, {"Content-Type": "text/html; charset=windows-1256"}, f"<html><p>{ARABIC}</p></html>".encode("cp1256")),
    "/packed": (200, {"Content-Encoding": "gzip"}, gzip.compress(PAGE.encode())),
    "/bomb": (200, {"Content-Encoding": "gzip"}, gzip.compress(bytes(20_000_000))),
    "/moved": (302, {"Location": "/page"}, b""),
    "/round": (301, {"Location": "/round"}, b""),
    "/file": (302, {"Location": "file:///etc/passwd"}, b""),
    "/gopher": (302, {"Location": "gopher://127.0.0.1:70/"}, b""),
    "/nowhere": (302, {}, b""),
    "/gone": (404, {}, b"Not here"),
    "/empty": (200, {}, b" "),
    "/large": (200, {}, b"x" * 11_000_000),
    "/short": (200, {"Content-Length": "5000"}, b"cut"),
}  # fmt: skip


class Server(BaseHTTPRequestHandler):
    """Answers what the table says, and keeps what it was asked."""

    asked: list[dict[str, str]] = []  # noqa: RUF012 - one server, one list

    def do_GET(self) -> None:
        Server.asked.append(dict(self.headers))
        if self.path == "/slow":
            self.wfile.write(b"HTTP/1.0 200 OK\r\n\r\n")
            for _ in range(100):
                self.wfile.write(b"x")
                threading.Event().wait(0.02)
            return
        status, headers, body = ANSWERS[self.path.partition("?")[0]]
        self.send_response(status)
        for name, value in {"Content-Length": str(len(body)), **headers}.items():
            self.send_header(name, value)
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, *_: object) -> None:
        """Nothing: the tests' own output is enough."""

    def handle(self) -> None:
        with contextlib.suppress(ConnectionError):
            super().handle()


@pytest.fixture(scope="module")
def server() -> Iterator[str]:
    made = ThreadingHTTPServer(("127.0.0.1", 0), Server)
    thread = threading.Thread(target=made.serve_forever, args=(0.01,), daemon=True)
    thread.start()
    yield f"http://127.0.0.1:{made.server_address[1]}"
    made.shutdown()
    made.server_close()
    thread.join()


def test_a_page_is_fetched_with_where_and_when_and_its_bytes_in_its_notes(server: str) -> None:
    (report,) = opened(fetched(f"{server}/moved", HERE, "28 November 2026"))
    assert isinstance(report, Report)
    assert report.notes[0] == (
        f"fetched from {server}/page (from {server}/moved) on 28 November 2026, SHA-256 {report.sha256}"
    )
    assert report.url == "https://monitor.example.org/news/shelling-kills-three"


def test_what_is_said_of_the_page_on_the_way_is_believed(server: str) -> None:
    (report,) = opened(fetched(f"{server}/arabic", HERE))
    assert isinstance(report, Report)
    assert (report.text, report.url) == (ARABIC, f"{server}/arabic")


def test_a_page_packed_on_the_way_is_unpacked(server: str) -> None:
    assert fetched(f"{server}/packed", HERE).data == PAGE.encode()


def test_nothing_is_told_of_who_asks(server: str) -> None:
    Server.asked.clear()
    fetched(f"{server}/page?q=a b&c=%20", HERE)
    assert set(Server.asked[0]) == {"Host", "User-Agent", "Accept", "Accept-Encoding"}


@pytest.mark.parametrize(
    ("path", "why"),
    [
        ("/round", "leads on more than 5 times"),
        ("/file", "is no address of the web"),
        ("/gopher", "is no address of the web"),
        ("/nowhere", "leads on to nowhere"),
        ("/gone", "answers 404 Not Found"),
        ("/empty", "gives an empty page"),
        ("/large", "has more than 10 MB"),
        ("/bomb", "has more than 10 MB unpacked"),
        ("/short", "breaks off"),
    ],
)
def test_what_gives_no_page_says_why(server: str, path: str, why: str) -> None:
    with pytest.raises(InputError, match=why):
        fetched(f"{server}{path}", HERE)


def test_one_that_dribbles_is_left_in_the_end(server: str) -> None:
    with pytest.raises(InputError, match="takes too long"):
        fetched(f"{server}/slow", Fetching(private=True, seconds=0.3, at_once=0.3))


def test_this_machine_is_not_asked_unless_that_is_allowed(server: str) -> None:
    with pytest.raises(
        InputError, match=r"leads to 127\.0\.0\.1, on this machine or its own network; --allow-private"
    ):
        fetched(f"{server}/page")


@pytest.mark.parametrize(
    "host", ["localhost", "127.1", "2130706433", "0x7f000001", "[::1]", "[::ffff:127.0.0.1]", "0.0.0.0", "169.254.169.254", "10.1.2.3"]
)  # fmt: skip
def test_however_this_machine_and_its_network_are_spelled_they_are_not_asked(host: str) -> None:
    with pytest.raises(InputError, match=r"on this machine or its own network|has no number"):
        fetched(f"http://{host}/")


def test_a_name_whose_numbers_are_of_both_kinds_is_not_asked(monkeypatch: pytest.MonkeyPatch) -> None:
    both = [
        (socket.AF_INET, socket.SOCK_STREAM, 6, "", (number, 80))
        for number in ("93.184.216.34", "192.168.0.1")
    ]
    monkeypatch.setattr(socket, "getaddrinfo", lambda *_, **__: both)
    with pytest.raises(InputError, match=r"leads to 192\.168\.0\.1"):
        fetched("http://rebound.example.org/")


@pytest.mark.parametrize(
    ("address", "why"),
    [
        ("ftp://example.org/a", "is no address of the web"),
        ("http:///a", "is no address of the web"),
        ("http://user:secret@example.org/", "carries a name or a password"),
        ("http://example.org:99999/", "is no address"),
        ("http://[::1/", "is no address"),
        (f"http://{'a' * 300}.example.org/", "has no number"),
        ("http://example.org/" + "a" * 3000, "is no address of the web"),
    ],
)
def test_what_is_no_address_is_refused_and_no_password_shown(address: str, why: str) -> None:
    with pytest.raises(InputError, match=why) as refused:
        fetched(address)
    assert "secret" not in str(refused.value)


@pytest.mark.parametrize(
    ("number", "public"),
    [
        ("93.184.216.34", True),
        ("2606:2800:220:1::1", True),
        ("100.64.0.1", False),
        ("192.0.2.1", False),
        ("224.0.0.1", False),
        ("240.0.0.1", False),
        ("fe80::1", False),
        ("fc00::1", False),
        ("fec0::1", False),
        ("64:ff9b::7f00:1", False),
        ("2002:7f00:1::", False),
        ("::", False),
    ],
)
def test_numbers_of_the_open_web_are_told_from_others(number: str, public: bool) -> None:
    assert is_public(ip_address(number)) is public
