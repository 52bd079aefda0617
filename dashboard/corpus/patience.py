"""How long one file may take: what never ends is left out by name, and the others are read."""

import signal
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from types import FrameType

_A_MEGABYTE = 1_000_000


class TooLongError(BaseException):
    """A file that took too long; no ``except Exception`` on the way may swallow it."""


def patience_for(size: int, a_megabyte: float) -> float:
    """Seconds for a file of that many bytes, which is never less than for a megabyte.

    >>> patience_for(3_000, 120.0), patience_for(3_000_000, 120.0)
    (120.0, 360.0)
    """
    return a_megabyte * max(1.0, size / _A_MEGABYTE)


@contextmanager
def at_most(seconds: float) -> Iterator[None]:
    """Raise TooLongError after so many seconds, where the system can: not on Windows, and only in a process's first thread."""
    if not hasattr(signal, "setitimer") or threading.current_thread() is not threading.main_thread():
        yield
        return
    before = signal.signal(signal.SIGALRM, _late)
    signal.setitimer(signal.ITIMER_REAL, seconds)
    try:
        yield
    finally:
        signal.setitimer(signal.ITIMER_REAL, 0)
        signal.signal(signal.SIGALRM, before)


def _late(_signal: int, _frame: FrameType | None) -> None:
    raise TooLongError
