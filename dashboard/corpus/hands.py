"""What reads batches for us: here, on other cores, or on other machines."""

from collections.abc import Sequence
from typing import Protocol

from dashboard.corpus.reading import Batch, Source


class HandsLostError(Exception):
    """Whoever read a batch died of it, or with it."""


class Task(Protocol):
    """A batch that is being read."""

    def result(self) -> Batch:
        """What came of it, waited for; raises HandsLostError where its reader died."""


class Hands(Protocol):
    """Readers of batches; ``many`` of them work at one time."""

    @property
    def many(self) -> int:
        """How many there are."""

    def submit(self, sources: Sequence[Source]) -> Task:
        """Have a batch read."""
