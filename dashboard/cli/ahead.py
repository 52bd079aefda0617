"""The next piece made while the one before is worked on: one thread reads while the other writes."""

from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from typing import Generic, TypeVar

T = TypeVar("T")


class _End(Generic[T]):
    """After the last piece."""


def one_ahead(pieces: Iterator[T]) -> Iterator[T]:
    """The same pieces in the same order, each begun as soon as the one before is given; errors come where they belong.

    >>> list(one_ahead(iter("abc")))
    ['a', 'b', 'c']
    """
    end = _End[T]()
    with ThreadPoolExecutor(1, "reads ahead") as reader:
        coming = reader.submit(next, pieces, end)
        while not isinstance(piece := coming.result(), _End):
            coming = reader.submit(next, pieces, end)
            yield piece
            del piece  # not held while one waits for the next
