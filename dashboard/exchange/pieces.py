"""A file in pieces: rows some thousands at a time, so that a million of them take no more memory than those."""

import io
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import IO, Any

import pandas as pd

from dashboard.table.columns import EVENT_COLUMNS
from dashboard.table.dataset import typed

ROWS = 20_000
_BYTES = 1 << 20


def slices(frame: pd.DataFrame, rows: int = ROWS) -> Iterator[pd.DataFrame]:
    """The frame, so many rows at a time.

    >>> [len(part) for part in slices(pd.DataFrame({"a": range(5)}), 2)]
    [2, 2, 1]
    """
    return (frame.iloc[first : first + rows] for first in range(0, len(frame), rows))


def grouped(parts: Iterable[pd.DataFrame], rows: int) -> Iterator[pd.DataFrame]:
    """The same rows in fewer parts, each of so many rows or a part more.

    >>> frame = pd.DataFrame({"a": range(5)})
    >>> [len(part) for part in grouped(slices(frame, 2), 3)]
    [4, 1]
    """
    waiting: list[pd.DataFrame] = []
    for part in parts:
        waiting.append(part)
        if sum(map(len, waiting)) >= rows:
            yield waiting[0] if len(waiting) == 1 else pd.concat(waiting, ignore_index=True)
            waiting = []
    if waiting:
        yield pd.concat(waiting, ignore_index=True)


def put_below(parts: Iterable[pd.DataFrame]) -> pd.DataFrame:
    """The parts as one frame again, with the columns and dtypes of the event table."""
    held = [part.astype(object) for part in parts]
    return typed(pd.concat(held, ignore_index=True) if held else pd.DataFrame(), EVENT_COLUMNS)


def joined(parts: Iterable[bytes], least: int = _BYTES) -> Iterator[bytes]:
    """The same bytes in fewer pieces, each of a megabyte or so.

    >>> list(joined([b"a", b"b", b"c"], 2))
    [b'ab', b'c']
    """
    waiting: list[bytes] = []
    held = 0
    for part in parts:
        waiting.append(part)
        held += len(part)
        if held >= least:
            yield b"".join(waiting)
            waiting, held = [], 0
    if waiting:
        yield b"".join(waiting)


class Drain(io.RawIOBase):
    """A file that a library writes from front to end, whose bytes are taken out as they come."""

    def __init__(self) -> None:
        super().__init__()
        self._waiting: list[bytes] = []
        self._written = 0

    def writable(self) -> bool:
        """It is for writing."""
        return True

    def tell(self) -> int:
        """How many bytes were written."""
        return self._written

    def write(self, content: Any) -> int:
        """Take bytes in."""
        taken = bytes(content)
        self._waiting.append(taken)
        self._written += len(taken)
        return len(taken)

    def taken(self) -> bytes:
        """What was written since it was last asked."""
        content = b"".join(self._waiting)
        self._waiting.clear()
        return content


def by_way_of_file(name: str, write: Callable[[Path], None]) -> Iterator[bytes]:
    """The bytes of a file that a library can only write under a name; the file is gone after the last piece."""
    with TemporaryDirectory(prefix="conflict-timeline-") as folder:
        path = Path(folder, name)
        write(path)
        with path.open("rb") as file:
            yield from pieces_of(file)


def pieces_of(file: IO[bytes]) -> Iterator[bytes]:
    """An open file, a megabyte at a time."""
    while piece := file.read(_BYTES):
        yield piece
