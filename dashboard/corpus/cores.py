"""Reading on other cores of this machine: processes that load the gazetteer once, and end with us however we end."""

import os
import signal
from collections.abc import Sequence
from concurrent.futures import Future, ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from contextlib import suppress
from dataclasses import dataclass
from multiprocessing import get_context, parent_process
from threading import Thread
from types import TracebackType
from typing import Self

from dashboard.corpus.hands import HandsLostError
from dashboard.corpus.reading import Batch, Setup, Source, places_of, read_batch


@dataclass(frozen=True, slots=True)
class _Running:
    future: "Future[Batch]"
    pool: ProcessPoolExecutor

    def result(self) -> Batch:
        try:
            return self.future.result()
        except BrokenProcessPool as error:
            raise HandsLostError from error


class OnCores:
    """So many processes; where one of them dies, all are started anew."""

    def __init__(self, jobs: int, setup: Setup) -> None:
        self.many = jobs
        self._setup = setup
        self._pool = self._started()

    def submit(self, sources: Sequence[Source]) -> _Running:
        """Have a batch read by whoever is free."""
        try:
            return _Running(self._pool.submit(_read, sources), self._pool)
        except BrokenProcessPool:
            self._pool.shutdown(wait=False)
            self._pool = self._started()
            return _Running(self._pool.submit(_read, sources), self._pool)

    def _started(self) -> ProcessPoolExecutor:
        """Spawned and not forked: a fork takes locks and threads of ours with it."""
        return ProcessPoolExecutor(self.many, get_context("spawn"), _begin, (self._setup,))

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        """Wait for nobody when something went wrong: what is half read is not kept."""
        if kind is not None:
            for each in list((getattr(self._pool, "_processes", None) or {}).values()):
                with suppress(OSError):
                    each.terminate()
        self._pool.shutdown(wait=True, cancel_futures=True)


_held: list[Setup] = []
"""What this process, one of ours, was told when it began."""


def _begin(setup: Setup) -> None:
    """Ctrl-C is for the process that started us, whose end is ours too, be it killed."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    Thread(target=_end_with_parent, daemon=True).start()
    _held[:] = [setup]
    places_of(setup.places)


def _end_with_parent() -> None:
    parent = parent_process()
    if parent is not None:
        parent.join()
        os._exit(1)


def _read(sources: Sequence[Source]) -> Batch:
    return read_batch(sources, _held[0])
