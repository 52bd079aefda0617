"""How far a long command is: on a terminal, once it takes longer than a moment, and gone when it is done."""

import logging
import sys
from collections.abc import Iterable, Iterator
from time import monotonic
from typing import TypeVar

from rich.console import Console
from rich.live import Live
from rich.spinner import Spinner

from dashboard.cli.logs import LOG

T = TypeVar("T")
_A_MOMENT_S = 1.0


def counted_up(items: Iterable[T], noun: str, doing: str = "read") -> Iterator[T]:
    """The items as they come, with how many there were so far told on standard error."""
    if not sys.stderr.isatty() or not LOG.isEnabledFor(logging.INFO):
        yield from items
        return
    start, spinner = monotonic(), Spinner("dots")
    # results go where the person sends them: what is printed is never drawn into the terminal instead
    status = Live(
        spinner,
        console=Console(file=sys.stderr),
        transient=True,
        redirect_stdout=False,
        redirect_stderr=False,
    )
    try:
        for number, item in enumerate(items, start=1):
            if monotonic() - start > _A_MOMENT_S:
                status.start()
            spinner.update(text=f"{doing} {number:,} {noun}")
            yield item
    finally:
        status.stop()
