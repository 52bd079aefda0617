"""How far a long command is: on a terminal, once it takes longer than a moment, and gone when it is done."""

import logging
import sys
from collections.abc import Callable, Iterable, Iterator, Sized
from contextlib import contextmanager
from threading import Timer
from typing import TypeVar

from rich.console import Console
from rich.live import Live
from rich.spinner import Spinner

from dashboard.cli.logs import LOG

T = TypeVar("T")
_A_MOMENT_S = 1.0


def counted_up(items: Iterable[T], noun: str) -> Iterator[T]:
    """The items as they come, with how many there were so far told on standard error, and of how many if that is known."""
    of = f" of {len(items):,}" if isinstance(items, Sized) else ""
    with meanwhile(f"reading {noun}s") as tell:
        for number, item in enumerate(items, start=1):
            tell(f"reading {noun} {number:,}{of}")
            yield item


def rate_in_words(done: int, of: int, seconds: float) -> str:
    """How far reading is, how fast it goes, and how long the rest takes if it goes on so.

    >>> rate_in_words(300, 10_000, 5.0)
    'reading reports: 300 of 10,000 files, 60 a second, about 3 minutes left'
    """
    rate = done / seconds if seconds else 0.0
    left = (of - done) / rate if rate else 0.0
    minutes = f"{round(left / 60)} minutes" if left > 90 else f"{round(left)} seconds"
    return f"reading reports: {done:,} of {of:,} files, {rate:,.0f} a second, about {minutes} left"


@contextmanager
def meanwhile(doing: str, after: float = _A_MOMENT_S) -> Iterator[Callable[[str], None]]:
    """Tells what is being done while it is done, and gives what changes the words; nothing to a file, or when quiet.

    It appears by itself ``after`` so many seconds: one long report is told of as well as many short ones.
    """
    if not sys.stderr.isatty() or not LOG.isEnabledFor(logging.INFO):
        yield lambda _: None
        return
    spinner = Spinner("dots", doing)
    # lines for a terminal make room for it; those for a file or a pipe go there and nowhere else
    shown = Live(
        spinner, console=Console(file=sys.stderr), transient=True, redirect_stdout=sys.stdout.isatty()
    )
    soon = Timer(after, shown.start)
    soon.daemon = True
    soon.start()
    try:
        yield lambda words: spinner.update(text=words)
    finally:
        soon.cancel()
        soon.join()
        shown.stop()
