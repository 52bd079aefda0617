"""Strangers at the door: whoever stands there without asking keeps nobody else out."""

import socket
import time
from collections.abc import Callable, Iterable, Iterator
from contextlib import ExitStack
from typing import Any
from urllib.request import urlopen

import pytest
from waitress import wasyncore

from dashboard.cli.door import CONNECTIONS, SILENCE_S, WHOLE_REQUEST_S, server_at
from dashboard.cli.serve import listening
from tests.cli.test_serve import served

HERE = "127.0.0.1"


def hello(environment: object, start: Callable[..., object]) -> Iterable[bytes]:
    start("200 OK", [("Content-Type", "text/plain"), ("Content-Length", "5")])
    return [b"hello"]


@pytest.fixture
def server() -> Iterator[Any]:
    """A server whose rounds the test walks one by one."""
    with listening(HERE, 0) as door:
        at = server_at(door, hello)
        yield at
        at.task_dispatcher.shutdown()
        wasyncore.close_all(at._map)


def walk(server: Any, rounds: int = 3) -> None:
    wasyncore.loop(timeout=0.05, map=server._map, use_poll=True, count=rounds)


def stranger(server: Any, said: bytes = b"") -> socket.socket:
    """Somebody who connects, says this much and waits."""
    client = socket.create_connection((HERE, server.effective_port), timeout=5)
    client.sendall(said)
    walk(server)
    return client


def is_open(server: Any, client: socket.socket) -> bool:
    """Whether the server has not hung up on them."""
    walk(server)
    client.setblocking(False)
    try:
        return client.recv(1) != b""
    except BlockingIOError:
        return True


@pytest.mark.parametrize(
    ("said", "after", "stays"),
    [
        (b"", SILENCE_S - 5, True),
        (b"", SILENCE_S + 5, False),
        (b"GET /healthz HT", WHOLE_REQUEST_S - 5, True),
        (b"GET /healthz HT", WHOLE_REQUEST_S + 5, False),
    ],
)
def test_who_says_nothing_or_never_finishes_has_to_go(
    server: Any, said: bytes, after: float, stays: bool
) -> None:
    with stranger(server, said) as client:
        server.maintenance(time.time() + after)
        assert is_open(server, client) is stays


def test_a_letter_now_and_then_gains_no_time(server: Any) -> None:
    with stranger(server, b"GET /hea") as client:
        (channel,) = server.active_channels.values()
        channel.began -= WHOLE_REQUEST_S + 1
        client.sendall(b"l")
        walk(server)
        server.maintenance(time.time())
        assert not is_open(server, client)


def test_who_was_answered_may_ask_again(server: Any) -> None:
    with stranger(server, b"GET / HTTP/1.1\r\nHost: x\r\n\r\n") as client:
        walk(server, 10)
        assert client.recv(10_000).endswith(b"hello")
        server.maintenance(time.time() + WHOLE_REQUEST_S + 5)
        assert is_open(server, client)


def test_when_all_places_are_taken_who_stood_longest_makes_room(server: Any) -> None:
    with ExitStack() as crowd:
        standing = [crowd.enter_context(stranger(server, b"G")) for _ in range(CONNECTIONS + 5)]
        assert len(server.active_channels) < CONNECTIONS
        assert not is_open(server, standing[0])
        assert is_open(server, standing[-1])


@pytest.fixture(scope="module")
def address(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """A page in a process of its own."""
    with served("--database", tmp_path_factory.mktemp("door") / "case.db") as (url, _):
        yield url


@pytest.mark.parametrize("said", [b"", b"GET /healthz HTTP/1.1\r\nHost: 127.0.0.1\r\n"])
def test_the_page_answers_while_a_crowd_stands_at_the_door(address: str, said: bytes) -> None:
    with ExitStack() as crowd:
        port = int(address.rstrip("/").rpartition(":")[2])
        for _ in range(CONNECTIONS + 50):
            client = crowd.enter_context(socket.create_connection((HERE, port), timeout=5))
            client.sendall(said)
        assert urlopen(f"{address}healthz", timeout=20).read() == b"OK"


@pytest.mark.parametrize(
    ("request_", "status"),
    [
        (b"GET /?" + b"a" * 100_000 + b" HTTP/1.1\r\n\r\n", b"431"),
        (b"POST /_dash-update-component HTTP/1.1\r\nContent-Length: 99999999\r\n\r\n", b"413"),
    ],
)
def test_what_nobody_needs_to_carry_is_refused(server: Any, request_: bytes, status: bytes) -> None:
    with stranger(server, request_) as client:
        walk(server, 10)
        assert client.recv(1000).split()[1] == status
