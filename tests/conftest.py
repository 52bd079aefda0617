"""What holds for every test: nothing leaves the machine, and nothing of the person's is touched."""

import gc
import os
import socket
from collections.abc import Generator, Iterator
from itertools import count
from pathlib import Path
from typing import Any

import pytest
from hypothesis import settings

from tests import once

settings.register_profile("steady", deadline=None)  # the machine may be busy with something else
settings.load_profile("steady")

_OWN = ("127.", "::1", "localhost")


def pytest_xdist_auto_num_workers() -> int:
    """A worker more than cores: what one waits for (a browser, a server, a program that is ended) leaves a core to another."""
    return (os.cpu_count() or 1) + 1


@pytest.hookimpl(wrapper=True)
def pytest_collection() -> Generator[None, object, object]:
    """Nothing is swept up while thousands of tests are found: all of them stay, and are left out of every later sweep."""
    gc.disable()
    try:
        return (yield)
    finally:
        gc.enable()
        gc.freeze()


@pytest.fixture(scope="session", autouse=True)
def nothing_leaves_the_machine() -> Iterator[None]:
    """A connection to anywhere but this machine fails the test that tries it."""
    connect = socket.socket.connect

    def only_here(self: socket.socket, address: Any) -> None:
        if self.family in {socket.AF_INET, socket.AF_INET6} and not str(address[0]).startswith(_OWN):
            msg = f"a test tried to reach {address}"
            raise AssertionError(msg)
        connect(self, address)

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(socket.socket, "connect", only_here)
        yield


@pytest.fixture(scope="session", autouse=True)
def made_once(tmp_path_factory: pytest.TempPathFactory) -> None:
    """What one worker of this run made with much work is there for the others."""
    if "PYTEST_XDIST_WORKER" in os.environ:
        once.share(tmp_path_factory.getbasetemp().parent / "made-once")


@pytest.fixture(scope="session")
def databases(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Path]:
    """New files for databases, one after the other."""
    folder = tmp_path_factory.mktemp("databases")
    return (folder / f"{number}.db" for number in count())


@pytest.fixture(autouse=True)
def own_database(databases: Iterator[Path], monkeypatch: pytest.MonkeyPatch) -> Path:
    """Commands that name no database work on one that is thrown away."""
    path = next(databases)
    monkeypatch.setenv("CONFLICT_TIMELINE_DATABASE", str(path))
    return path
