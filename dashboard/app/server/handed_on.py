"""Several workers answer at one door, and one of them holds the job that somebody adds by: what is meant for it is handed on.

The workers reach each other by sockets in a folder that nobody else can enter; what the first of them found out about who
asks is believed there.
"""

import json
import socket
from collections.abc import Iterable
from dataclasses import dataclass
from http.client import HTTPConnection, HTTPException
from pathlib import Path
from typing import Any, Final

from dashboard.app.server.proxies import SIGNED_IN, Application

_ABOUT: Final = ("REMOTE_ADDR", "wsgi.url_scheme", "HTTP_HOST", SIGNED_IN)
_CARRIED: Final = (
    "HTTP_COOKIE",
    "HTTP_ORIGIN",
    "HTTP_SEC_FETCH_SITE",
    "HTTP_ACCEPT",
    "HTTP_X_LANGUAGE",
    "HTTP_ACCEPT_LANGUAGE",
    "CONTENT_TYPE",
)
_HEADER: Final = "X-Handed-On"
_PATIENCE_S: Final = 60


@dataclass(frozen=True, slots=True)
class HandsOn:
    """The application of one worker; questions for another's job go to it."""

    application: Application
    mark: str
    folder: Path

    def __call__(self, environ: dict[str, Any], start_response: Any) -> Iterable[bytes]:
        """Answer, as a WSGI application does."""
        mark = mark_in(environ.get("PATH_INFO", ""))
        there = self.folder / mark if mark and mark != self.mark else None
        if there is None or not there.is_socket():
            return self.application(environ, start_response)
        try:
            return [_handed_on(environ, start_response, there)]
        except (OSError, HTTPException):
            return self.application(environ, start_response)  # which says that it is no longer under way


@dataclass(frozen=True, slots=True)
class TakesOver:
    """The same application at the socket of a worker: what the other found out about who asks holds."""

    application: Application

    def __call__(self, environ: dict[str, Any], start_response: Any) -> Iterable[bytes]:
        """Answer, as a WSGI application does."""
        environ.update(json.loads(environ.pop("HTTP_X_HANDED_ON")))
        return self.application(environ, start_response)


def mark_in(path: str) -> str:
    """The mark of the worker whose job an address is about.

    >>> mark_in("/add/2-4fX-zz/look"), mark_in("/add"), mark_in("/add/day")
    ('2-', '', '')
    """
    parts = path.split("/")
    number, dash, _ = parts[2].partition("-") if len(parts) > 2 and parts[1] == "add" else ("", "", "")
    return f"{number}-" if dash and number.isascii() and number.isdigit() else ""


class _There(HTTPConnection):
    """A connection to another worker."""

    def __init__(self, path: Path) -> None:
        super().__init__("localhost", timeout=_PATIENCE_S)
        self._path = path

    def connect(self) -> None:
        self.sock = socket.socket(socket.AF_UNIX, socket.SOCK_STREAM)
        self.sock.settimeout(self.timeout)
        self.sock.connect(str(self._path))


def _handed_on(environ: dict[str, Any], start_response: Any, there: Path) -> bytes:
    body = environ["wsgi.input"].read(int(environ.get("CONTENT_LENGTH") or 0))
    about = json.dumps({name: environ[name] for name in _ABOUT if name in environ})
    sent = {_name(each): environ[each] for each in _CARRIED if environ.get(each)} | {_HEADER: about}
    query = environ.get("QUERY_STRING", "")
    connection = _There(there)
    try:
        connection.request(
            environ["REQUEST_METHOD"], environ["PATH_INFO"] + (f"?{query}" if query else ""), body, sent
        )
        answer = connection.getresponse()
        said = answer.read()
    finally:
        connection.close()
    headers = [(name, value) for name, value in answer.getheaders() if name.lower() not in _OF_THE_WAY]
    start_response(f"{answer.status} {answer.reason}", headers)
    return said


_OF_THE_WAY: Final = frozenset({"connection", "transfer-encoding", "server", "date"})


def _name(key: str) -> str:
    """The name of a header in a request's environment.

    >>> _name("HTTP_SEC_FETCH_SITE")
    'Sec-Fetch-Site'
    """
    return key.removeprefix("HTTP_").replace("_", "-").title()
