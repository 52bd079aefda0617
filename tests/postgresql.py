"""A real PostgreSQL for the tests: Debian's package (or whatever is on PATH), in a folder that is thrown away after.

It answers on a spare port of this machine alone. PostgreSQL does not run as root: there it runs as the user of the
package, or as nobody.
"""

import os
import pwd
import shutil
import signal
import socket
import subprocess
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from itertools import count
from pathlib import Path
from time import monotonic, sleep

import psycopg

_NUMBERS = count()
_UNDER_ROOT = ("postgres", "nobody")
# Nothing of a test needs to outlive a power cut
_FAST = ("fsync=off", "synchronous_commit=off", "full_page_writes=off", "shared_buffers=32MB")
_PATIENCE = 60.0


def programs() -> Path | None:
    """The folder with initdb and postgres; None where there is none."""
    packaged = sorted(Path("/usr/lib/postgresql").glob("*/bin"), key=lambda each: int(each.parent.name))
    found = shutil.which("initdb")
    folders = [*([Path(found).resolve().parent] if found else []), *packaged]
    usable = [each for each in folders if (each / "initdb").is_file() and (each / "postgres").is_file()]
    return usable[-1] if usable else None


@contextmanager
def server() -> Iterator[str]:
    """A server; gives its address without a database's name. What it holds goes with it."""
    binaries = programs()
    assert binaries is not None, "no PostgreSQL is installed"
    user = _user()
    folder = Path(tempfile.mkdtemp(prefix="ct-pg-"))
    try:
        if user:
            shutil.chown(folder, user)
        _run(
            [
                binaries / "initdb",
                "-D",
                folder / "data",
                "-U",
                "tester",
                "-A",
                "trust",
                "-E",
                "UTF8",
                "--no-sync",
            ],
            user,
        )
        port = _spare_port()
        settings = (f"port={port}", "listen_addresses=127.0.0.1", f"unix_socket_directories={folder}", *_FAST)
        options = [word for each in settings for word in ("-c", each)]
        with (folder / "log").open("wb") as log:
            process = subprocess.Popen(
                [binaries / "postgres", "-D", folder / "data", *options],
                stdout=log, stderr=log, cwd=folder, user=user,
            )  # fmt: skip
        try:
            _wait_for(process, port, folder / "log")
            yield f"postgresql://tester@127.0.0.1:{port}"
        finally:
            process.send_signal(signal.SIGQUIT)  # at once: nothing of it is kept
            process.wait(60)
    finally:
        shutil.rmtree(folder, ignore_errors=True)


def new_database(address: str) -> str:
    """A fresh database of the server; gives its address."""
    name = f"case{next(_NUMBERS)}"
    with psycopg.connect(f"{address}/postgres", autocommit=True) as connection:
        connection.execute(f"CREATE DATABASE {name}")
    return f"{address}/{name}"


def empty(address: str) -> None:
    """Take everything out of a database of the server, and end whoever is still connected to it."""
    with psycopg.connect(address, autocommit=True) as connection:
        connection.execute(
            "SELECT pg_terminate_backend(pid) FROM pg_stat_activity"
            " WHERE datname = current_database() AND pid <> pg_backend_pid()"
        )
        connection.execute("SET client_min_messages = warning")
        connection.execute("DROP SCHEMA public CASCADE")
        connection.execute("CREATE SCHEMA public")


def written_out(address: str) -> str:
    """The statements that make what a database of the server holds."""
    binaries = programs()
    assert binaries is not None
    command = [str(binaries / "pg_dump"), "--inserts", "--no-owner", "--schema=public", address]
    said = subprocess.run(command, capture_output=True, text=True, check=True).stdout
    return "\n".join(line for line in said.splitlines() if not line.startswith("\\"))  # those are psql's own


def fill(address: str, statements: str) -> None:
    """Make in an empty database of the server what was written out of another."""
    with psycopg.connect(address, autocommit=True) as connection:
        connection.execute("DROP SCHEMA public")
        connection.execute(statements.encode())


def _user() -> str | None:
    """Who it runs as: whoever runs the tests, unless that is root."""
    if os.getuid():
        return None
    known = {each.pw_name for each in pwd.getpwall()}
    return next(each for each in _UNDER_ROOT if each in known)


def _run(command: list[Path | str], user: str | None) -> None:
    done = subprocess.run(command, capture_output=True, text=True, cwd="/", user=user, check=False)
    assert done.returncode == 0, done.stderr


def _spare_port() -> int:
    with socket.socket() as one:
        one.bind(("127.0.0.1", 0))
        return int(one.getsockname()[1])


def _wait_for(process: "subprocess.Popen[bytes]", port: int, log: Path) -> None:
    end = monotonic() + _PATIENCE
    while monotonic() < end:
        assert process.poll() is None, log.read_text(encoding="utf-8", errors="replace")
        try:
            psycopg.connect(f"postgresql://tester@127.0.0.1:{port}/postgres", connect_timeout=5).close()
        except psycopg.OperationalError:
            sleep(0.1)
        else:
            return
    message = f"PostgreSQL did not answer within {_PATIENCE:.0f} s: {log.read_text(encoding='utf-8')}"
    raise AssertionError(message)
