"""A page fetched from the web, when a person asks for it: from where it may be, no longer and no larger than it may be.

Who gives an address may not be who wrote it. So the answer of the name server is looked at, and the connection goes to the
very number that was looked at; every redirect is looked at again. Nothing is sent but the address asked for.
"""

import socket
import ssl
import time
import zlib
from collections.abc import Mapping
from contextlib import suppress
from dataclasses import dataclass
from email.message import Message
from hashlib import sha256
from http.client import HTTPConnection, HTTPException, HTTPResponse, HTTPSConnection
from ipaddress import ip_address
from threading import Timer
from urllib.parse import SplitResult, quote, urljoin, urlsplit, urlunsplit

from dashboard.errors import InputError
from dashboard.readers.open_web import is_public
from dashboard.readers.received import LARGEST, MEGABYTE, Received, one_line
from dashboard.text.passwords import without_passwords

_SCHEMES = {"http": 80, "https": 443}
_MOVED = frozenset((301, 302, 303, 307, 308))
_MOST_MOVES = 5
_CHUNK = 1 << 16
_LONGEST = 2_000  # characters of an address
_ASKS = {
    "User-Agent": "conflict-timeline (a person asked for this page)",
    "Accept": "*/*",
    "Accept-Encoding": "identity",
}
_COMPRESSED: Mapping[str, int] = {
    "gzip": zlib.MAX_WBITS | 16,
    "x-gzip": zlib.MAX_WBITS | 16,
    "deflate": zlib.MAX_WBITS,
}
_PICTURED = 10


@dataclass(frozen=True, slots=True)
class Fetching:
    """How a page is fetched: ``private`` whether from this machine and its neighbours too, ``seconds`` all of it may take."""

    private: bool = False
    seconds: float = 60
    at_once: float = 15
    largest: int = LARGEST


def is_address(text: str) -> bool:
    """Whether it names something on the web rather than on this machine.

    >>> is_address("https://example.org/a"), is_address("reports/https.txt")
    (True, False)
    """
    return text.lower().startswith(("http://", "https://"))


def fetched(address: str, how: Fetching = Fetching(), when: str = "") -> Received:
    """What is at an address, with where it came from in the end, when, and the SHA-256 of its bytes in its notes.

    Raises InputError, naming the address, where it is none, is not to be reached, or gives no page.
    """
    ends_at = time.monotonic() + how.seconds
    at = address.strip()
    for _ in range(_MOST_MOVES + 1):
        parts = _checked(at)
        with _Asked(parts, how, ends_at) as answer:
            if answer.status in _MOVED:
                at = _moved(answer, at)
                continue
            data = _body(answer, at, how, ends_at)
        return _received(address, at, data, answer, how, when)
    raise _refused(address, f"leads on more than {_MOST_MOVES} times; open it in a browser and save the page")


class _Asked:
    """The answer to a question, and the connection closed behind it."""

    def __init__(self, parts: SplitResult, how: Fetching, ends_at: float) -> None:
        self._parts, self._how, self._ends_at = parts, how, ends_at
        self._connection: HTTPConnection | None = None
        self._alarm: Timer | None = None

    def __enter__(self) -> HTTPResponse:
        shown = urlunsplit(self._parts)
        number = _number_of(self._parts, self._how)
        self._connection = _connection(
            self._parts, number, min(self._how.at_once, _left(self._ends_at, shown))
        )
        path = urlunsplit(("", "", self._parts.path or "/", self._parts.query, ""))
        try:
            self._connection.connect()
            self._alarm = Timer(_left(self._ends_at, shown), _hang_up, (self._connection.sock,))
            self._alarm.daemon = True
            self._alarm.start()
            self._connection.request("GET", quote(path, safe="/%?&=+:;,@!$'()*~#[]-._"), headers=_ASKS)
            return self._connection.getresponse()
        except (OSError, HTTPException, ValueError) as error:
            self.__exit__()
            _left(self._ends_at, shown)
            raise _refused(shown, f"does not answer ({_reason(error)})") from error

    def __exit__(self, *_: object) -> None:
        if self._alarm is not None:
            self._alarm.cancel()
        if self._connection is not None:
            self._connection.close()


def _hang_up(line: socket.socket) -> None:
    """End a conversation that goes on and on: a server may send a letter a minute, and never be late with the next."""
    with suppress(OSError):
        line.shutdown(socket.SHUT_RDWR)


def _checked(address: str) -> SplitResult:
    """The parts of an address; raises InputError for one that is no http or https, or that carries a password."""
    try:
        parts = urlsplit(address)
        port = parts.port
    except ValueError as error:
        raise _refused(address, f"is no address ({error})") from error
    if parts.scheme not in _SCHEMES or not parts.hostname or len(address) > _LONGEST:
        raise _refused(address, "is no address of the web; write it like https://example.org/page")
    if parts.username is not None or parts.password is not None:
        raise _refused(address, "carries a name or a password; leave it out, or save the page by hand")
    if port == 0:
        raise _refused(address, "names no port")
    return parts


def _number_of(parts: SplitResult, how: Fetching) -> str:
    """The number of the machine; raises InputError where it has none, or one that is not of the open web."""
    shown, host = urlunsplit(parts), parts.hostname or ""
    try:
        found = socket.getaddrinfo(host, parts.port or _SCHEMES[parts.scheme], type=socket.SOCK_STREAM)
    except (OSError, UnicodeError) as error:
        raise _refused(
            shown, f"{host!r} has no number ({_reason(error)}); is the address spelled right?"
        ) from error
    numbers = [ip_address(str(each[4][0]).partition("%")[0]) for each in found]
    for number in () if how.private else numbers:  # all of them: of a mixed answer none is trusted
        if not is_public(number):
            raise _refused(
                shown,
                f"leads to {number}, on this machine or its own network; --allow-private fetches it all the same",
            )
    return str(numbers[0])


def _connection(parts: SplitResult, number: str, seconds: float) -> HTTPConnection:
    """A connection to that number, which still asks for the page by its name and has it prove that name."""
    host, port = parts.hostname or "", parts.port or _SCHEMES[parts.scheme]
    made = (
        HTTPSConnection(host, port, timeout=seconds, context=ssl.create_default_context())
        if parts.scheme == "https"
        else HTTPConnection(host, port, timeout=seconds)
    )
    made._create_connection = lambda _, *rest, **more: socket.create_connection((number, port), *rest, **more)  # type: ignore[attr-defined]  # noqa: SLF001 - the one place where the library can be told the number
    return made


def _moved(answer: HTTPResponse, at: str) -> str:
    target = answer.getheader("Location") or ""
    if not target:
        raise _refused(at, "leads on to nowhere")
    return urljoin(at, target.strip())


def _body(answer: HTTPResponse, at: str, how: Fetching, ends_at: float) -> bytes:
    if answer.status != 200:
        raise _refused(at, f"answers {answer.status} {one_line(answer.reason or '')}".rstrip())
    most = how.largest * _PICTURED * MEGABYTE
    data = bytearray()
    try:
        while chunk := answer.read1(_CHUNK):
            data += chunk
            _left(ends_at, at)
            if len(data) > most:
                raise _refused(at, f"has more than {most // MEGABYTE} MB; --largest MB reads longer ones")
    except (OSError, HTTPException, ValueError) as error:
        raise _refused(at, f"breaks off ({_reason(error)})") from error
    _left(ends_at, at)
    if answer.length:
        raise _refused(at, f"breaks off {answer.length:,} bytes before its end")
    return _unpacked(bytes(data), (answer.getheader("Content-Encoding") or "").lower(), at, most)


def _unpacked(data: bytes, packed: str, at: str, most: int) -> bytes:
    """What was packed although nobody asked for it, as some servers do."""
    if packed not in _COMPRESSED:
        return data
    try:
        opened = zlib.decompressobj(_COMPRESSED[packed])
        whole = opened.decompress(data, most)
    except zlib.error as error:
        raise _refused(at, f"is packed wrongly ({error})") from error
    if opened.unconsumed_tail:
        raise _refused(at, f"has more than {most // MEGABYTE} MB unpacked")
    return whole


def _received(address: str, at: str, data: bytes, answer: HTTPResponse, how: Fetching, when: str) -> Received:
    if not data.strip():
        raise _refused(at, "gives an empty page")
    kind = Message()
    kind["Content-Type"] = answer.getheader("Content-Type") or ""
    charset = kind.get_content_charset("") or ""
    moved = f" (from {address})" if at != address else ""
    note = f"fetched from {at}{moved}{f' on {when}' if when else ''}, SHA-256 {sha256(data).hexdigest()}"
    return Received(one_line(at), data, address=at, charset=str(charset), notes=(note,), largest=how.largest)


def _left(ends_at: float, at: str) -> float:
    left = ends_at - time.monotonic()
    if left <= 0:
        raise _refused(at, "takes too long; open it in a browser and save the page")
    return left


def _refused(address: str, why: str) -> InputError:
    return InputError(f"{without_passwords(one_line(address)[:200])}: {why}")


def _reason(error: Exception) -> str:
    return one_line(getattr(error, "strerror", None) or str(error) or type(error).__name__).lower()
