"""``serve``: the page, from a real WSGI server."""

import logging
import os
import signal
import socket
import sys
import threading
import webbrowser
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from functools import partial
from ipaddress import ip_address
from pathlib import Path
from tempfile import TemporaryDirectory

from dashboard.app import Case, KeptCase, create_app
from dashboard.app.server.bounds import LOCAL
from dashboard.cli.corrections import login_name
from dashboard.cli.door import BACKLOG, server_at
from dashboard.cli.filled import fill
from dashboard.cli.gather import Typed, given_by
from dashboard.cli.output import note, say
from dashboard.cli.sample import keep_sample
from dashboard.cli.sharing import Sharing, behind, doors_of, session_file, tell_of
from dashboard.cli.stored import is_own, maybe_store, open_store, own_dataset, tell_of_sample_shown
from dashboard.cli.tables import keep_tables
from dashboard.cli.workers import Task, serve_with, stop
from dashboard.errors import ServeError
from dashboard.store import Store


@dataclass(frozen=True, slots=True)
class Sitting:
    """What the person asked for, as typed."""

    paths: Sequence[Path]
    typed: Typed
    database: str | None
    host: str
    port: int
    dataset: str = ""
    sharing: Sharing = field(default_factory=Sharing)
    workers: int = 1


def serve_page(sitting: Sitting, *, browser: bool) -> int:
    """Read, then serve until stopped; gives the exit code.

    The port is taken first, so that one in use is told of before any reading.
    """
    own = _is_own(sitting.host)
    sitting.sharing.checked(own=own)
    with listening(sitting.host, sitting.port) as door, session_file(sitting.sharing) as sessions:
        # that many ask at once, or stand at the door, is no news to the person at the terminal
        logging.getLogger("waitress").setLevel(logging.ERROR)
        told = partial(_announce, sitting, door.getsockname()[1], browser=browser)
        hosts = names_of(sitting.host, sitting.sharing.names)
        by = login_name() if own else ""
        if sitting.workers > 1 and _is_filled(sitting):
            task = Task(sitting.database, by, hosts, sitting.sharing, sessions)
            return serve_with(sitting.workers, task, door, told)
        with _case(sitting, by) as case:
            case.dataset()  # what can't be read is told before the page is announced
            shared = doors_of(sitting.sharing, sessions)
            app = create_app(case, hosts=hosts, shared=shared, frames=sitting.sharing.frames)
            server = server_at(door, behind(sitting.sharing, app.server))
            told()
            # Ctrl-C too: a shell that starts programs in the background hands SIGINT down ignored
            for asked in (signal.SIGTERM, signal.SIGINT):
                signal.signal(asked, stop)
            server.run()  # returns on Ctrl-C
    return 0


def _is_filled(sitting: Sitting) -> bool:
    """Read the paths into the store; whether there is then something in it that several workers can open."""
    if sitting.paths:
        with open_store(sitting.database) as store:
            _read_into(store, sitting)
        return True
    if own_dataset(sitting.database) is not None:
        return True
    note("the sample is shown by one worker; read reports of your own first")
    return False


def listening(host: str, port: int) -> socket.socket:
    """A socket that listens there; raises ServeError when it can't."""
    try:
        family, kind, protocol, _, address = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)[0]
        door = socket.socket(family, kind, protocol)
    except OSError as error:
        msg = f"{host}: is no address of this machine ({_reason(error)}); try --host 127.0.0.1"
        raise ServeError(msg) from error
    try:
        door.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        door.bind(address)
        door.listen(BACKLOG)
    except OSError as error:
        door.close()
        msg = f"port {port} on {host} can't be had ({_reason(error)}); choose another with --port, or --port 0 for any"
        raise ServeError(msg) from error
    return door


@contextmanager
def _case(sitting: Sitting, by: str) -> Iterator[Case]:
    """What is shown: the store that the paths were read into, that of before, or the sample while nobody's own is there."""
    if sitting.paths:
        with open_store(sitting.database) as store:
            _read_into(store, sitting)
            yield KeptCase(by, kept=store)
        return
    with maybe_store(sitting.database) as store:
        case = KeptCase(by, kept=store) if store else None
        if store and case and is_own(store, case.dataset(), sitting.database):
            yield case
            return
    tell_of_sample_shown()
    with (
        TemporaryDirectory(prefix="conflict-timeline-", ignore_cleanup_errors=True) as folder,
        Store.open(str(Path(folder) / "sample.db")) as store,
    ):
        keep_sample(store)
        yield KeptCase(by, kept=store, own=lambda: open_store(sitting.database))


def _read_into(store: Store, sitting: Sitting) -> None:
    given = given_by(sitting.typed)
    found = keep_tables(store, sitting.paths, given, sitting.dataset)
    if found.rest:
        fill(store, found.rest, found.given(given), sitting.dataset or found.name)


def _announce(sitting: Sitting, port: int, *, browser: bool) -> None:
    host = sitting.host
    address = f"http://{f'[{host}]' if ':' in host else host}:{port}/"
    say(f"conflict-timeline is at {address} (Ctrl-C stops it)")
    sys.stdout.flush()
    tell_of(sitting.sharing, host, own=_is_own(host))
    if browser and has_screen():
        threading.Timer(0.5, webbrowser.open, [address]).start()


def has_screen() -> bool:
    """Whether a browser can be opened for a person here."""
    if os.environ.get("CI"):
        return False
    return sys.platform in {"darwin", "win32"} or any(map(os.environ.get, ("DISPLAY", "WAYLAND_DISPLAY")))


def names_of(host: str, allowed: Sequence[str] = ()) -> frozenset[str] | None:
    """What a browser may call this server by; None, any name, when it listens at every address and none is ``allowed``.

    >>> sorted(names_of("192.0.2.7"))
    ['127.0.0.1', '192.0.2.7', '::1', 'localhost']
    """
    try:
        everywhere = ip_address(host).is_unspecified
    except ValueError:
        everywhere = not host
    if everywhere:
        return LOCAL | frozenset(allowed) if allowed else None
    return LOCAL | {host, *allowed}


def _is_own(host: str) -> bool:
    try:
        return ip_address(host).is_loopback
    except ValueError:
        return host == "localhost"


def _reason(error: OSError) -> str:
    return (error.strerror or str(error)).lower()
