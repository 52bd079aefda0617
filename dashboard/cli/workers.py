"""Several processes at one door: each answers whoever comes next, with the whole page and a connection of its own to the store.

The first process only watches: a worker that dies is replaced, and when it ends itself, however that comes, so do they.
"""

import os
import signal
import socket
import threading
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from multiprocessing import connection, get_context, parent_process
from multiprocessing.process import BaseProcess
from pathlib import Path
from tempfile import TemporaryDirectory
from types import FrameType

from waitress.server import create_server

from dashboard.app import KeptCase, create_app
from dashboard.app.server.handed_on import HandsOn, TakesOver
from dashboard.cli.door import server_at
from dashboard.cli.logs import start
from dashboard.cli.output import complain
from dashboard.cli.sharing import Sharing, behind, doors_of
from dashboard.cli.stored import open_store
from dashboard.errors import ServeError, TimelineError

_TO_END_S = 5
_READY = "ready"


@dataclass(frozen=True, slots=True)
class Task:
    """What every worker serves."""

    database: str | None
    by: str
    hosts: frozenset[str] | None
    sharing: Sharing
    sessions: Path | None


@dataclass(slots=True)
class _Worker:
    """One of them, its process, and where it says that it is ready."""

    mark: str
    task: Task
    door: socket.socket
    folder: Path
    process: BaseProcess | None = None
    said: "connection.Connection[str, str] | None" = None

    def begin(self) -> None:
        """Begin its process, in the place of one that died."""
        spawned = get_context("spawn")  # a fork would carry connections and threads over
        self.said, ready = spawned.Pipe(duplex=False)
        given = (self.mark, self.task, self.door, self.folder, ready)
        self.process = spawned.Process(target=_work, args=given, daemon=True)
        self.process.start()
        ready.close()

    def must_be_ready(self) -> None:
        """Wait until it is; raises ServeError where it can't begin."""
        assert self.process is not None  # noqa: S101
        assert self.said is not None  # noqa: S101
        try:
            said = self.said.recv()
        except EOFError:
            self.process.join(_TO_END_S)
            said = f"a worker ended at once (exit code {self.process.exitcode})"
        if said != _READY:
            raise ServeError(said)


def serve_with(count: int, task: Task, door: socket.socket, told: Callable[[], None]) -> int:
    """Serve with so many workers until stopped; ``told`` is called once all are ready. Gives the exit code."""
    if not hasattr(socket, "AF_UNIX"):
        msg = "several workers need Linux or macOS; leave --workers out"
        raise ServeError(msg)
    for asked in (signal.SIGTERM, signal.SIGINT):
        signal.signal(asked, stop)
    with TemporaryDirectory(prefix="conflict-timeline-workers-", ignore_cleanup_errors=True) as folder:
        workers = [_Worker(f"{number}-", task, door, Path(folder)) for number in range(1, count + 1)]
        try:
            for each in workers:
                each.begin()
            for each in workers:
                each.must_be_ready()
            told()
            while True:
                _watch(workers)
        finally:
            _end(workers)


def stop(_signal: int, _frame: FrameType | None) -> None:
    """End the process, as a handler of signals."""
    raise SystemExit(0)


def _watch(workers: Sequence[_Worker]) -> None:
    """Wait until one dies, and put another in its place; raises ServeError where that can't begin."""
    processes = {each.process.sentinel: each for each in workers if each.process}
    for sentinel in connection.wait(list(processes)):
        worker = processes[sentinel]  # type: ignore[index]  # what was waited for
        assert worker.process is not None  # noqa: S101
        worker.process.join(_TO_END_S)
        complain(f"a worker ended (exit code {worker.process.exitcode}); another takes its place")
        worker.begin()
        worker.must_be_ready()


def _end(workers: Sequence[_Worker]) -> None:
    processes = [each.process for each in workers if each.process]
    for each in processes:
        each.terminate()
    for each in processes:
        each.join(_TO_END_S)
        if each.is_alive():
            each.kill()


def _work(
    mark: str, task: Task, door: socket.socket, folder: Path, ready: "connection.Connection[str, str]"
) -> None:
    """All that a worker does."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # Ctrl-C reaches all; the first ends the others
    signal.signal(signal.SIGTERM, stop)
    start()
    threading.Thread(target=_end_with_parent, daemon=True).start()
    try:
        with open_store(task.database) as store:
            case = KeptCase(task.by, kept=store)
            case.dataset()
            shared = doors_of(task.sharing, task.sessions)
            application = create_app(
                case, hosts=task.hosts, shared=shared, mark=mark, frames=task.sharing.frames
            ).server
            _listen_to_others(application, folder / mark)
            server = server_at(door, behind(task.sharing, HandsOn(application, mark, folder)))
            ready.send(_READY)
            server.run()
    except TimelineError as error:
        ready.send(str(error))


def _listen_to_others(application: object, path: Path) -> None:
    path.unlink(missing_ok=True)
    inner = create_server(
        TakesOver(application),  # type: ignore[arg-type]  # a Flask application is one of WSGI
        map={},
        unix_socket=str(path),
        unix_socket_perms="600",
        clear_untrusted_proxy_headers=False,
    )
    threading.Thread(target=inner.run, daemon=True).start()


def _end_with_parent() -> None:
    parent = parent_process()
    if parent is not None:
        parent.join()
        os.kill(os.getpid(), signal.SIGTERM)
