"""Many reports read by as many hands as leave the person who waits one."""

import os
from collections.abc import Iterator, Sequence
from contextlib import contextmanager

from dashboard.corpus import Batch, Here, OnCores, Setup, read_many
from dashboard.corpus.hands import Hands
from dashboard.intake.progress import Stage, Tell
from dashboard.text import Report

_WORTH_A_PROCESS = 40
"""Reports: fewer are read before another process has begun."""
_AT_ONE_GO = 5


def read_all(reports: Sequence[Report], setup: Setup, tell: Tell) -> Iterator[Batch]:
    """What is read of each of the reports, some at a time."""
    done = 0
    tell(Stage.READING, done, len(reports))
    with _hands(len(reports), setup) as hands:
        for batch in read_many(reports, hands, _AT_ONE_GO if hands.many > 1 else 1):
            done += batch.sources
            yield batch
            tell(Stage.READING, done, len(reports))


@contextmanager
def _hands(reports: int, setup: Setup) -> Iterator[Hands]:
    if reports < _WORTH_A_PROCESS:
        yield Here(setup)
        return
    with OnCores(max(2, (os.cpu_count() or 1) - 1), setup) as hands:
        yield hands
