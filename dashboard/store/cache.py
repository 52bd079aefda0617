"""A copy of what a store gives, in columns, in a file beside it: a start takes a second where the database takes a minute.

It holds what was read, without what a person edited, up to a change of the store that its mark names, and is believed
only where the store knows that change and what came after, and only if not one bit of it has changed; any other is passed
over and made anew, so it may be thrown away at any time. Without pyarrow there is none.
"""

import json
import mmap as mmap_module
import zlib
from collections.abc import Iterable, Iterator
from hashlib import blake2b
from importlib.metadata import PackageNotFoundError, version
from itertools import pairwise
from mmap import ACCESS_READ, mmap
from pathlib import Path
from typing import Any

import pandas as pd
from platformdirs import user_cache_path
from sqlalchemy import Connection, func, select
from sqlalchemy.engine import URL

from dashboard.consolidation.consolidate import FORM
from dashboard.extras import PARQUET
from dashboard.store.address import SQLITE
from dashboard.store.schema import APPLICATION, EDITS, META, VERSION
from dashboard.store.shelf import Shelf, written_beside
from dashboard.store.touched import Mark, last_mark, touched_since
from dashboard.table import Dataset
from dashboard.table.columns import EVENT_COLUMNS, MENTION_COLUMNS, REPORT_COLUMNS, Column

SUFFIX = ".cache"
_STEP = 1 << 25
LEAST = 20_000  # rows; fewer are read as fast from the database
_MAGIC = b"CTLNcache2\n"
_LONG = ("notes", "extra")  # half of all that a million events say
PARTS: tuple[tuple[str, tuple[Column, ...]], ...] = (
    ("events", tuple(each for each in EVENT_COLUMNS if each.name not in _LONG)),
    *(("events", tuple(each for each in EVENT_COLUMNS if each.name == name)) for name in _LONG),
    ("mentions", MENTION_COLUMNS),
    ("reports", REPORT_COLUMNS),
)
"""The frames of a copy, one after the other: of which table each is, and which columns of it."""
_COUNTS = ("saves", "edits")  # of changes, in the table of what is said of the store


def kept_copy(connection: Connection, url: URL) -> tuple[Mark, Dataset] | None:
    """The copy beside a store and the change up to which it holds, where it is known what was changed since."""
    path = cache_file(url)
    said = "" if path is None or PARQUET.lacking() else mark_in(path)
    mark = _up_to(said)
    if path is None or mark is None or touched_since(connection, mark) is None:
        return None
    dataset = read(path, said)
    return None if dataset is None else (mark, dataset)


def keep_copy(url: URL, mark: Mark, dataset: Dataset) -> bool:
    """Keep what a store gave up to a change beside it, if it is large; whether it is there."""
    if len(dataset.events) + len(dataset.mentions) < LEAST:
        return False
    return keep_parts(url, mark, dataset.name, _parts_of(dataset))


def keep_parts(url: URL, mark: Mark, name: str, parts: Iterable[pd.DataFrame]) -> bool:
    """The same of parts as ``PARTS`` says, each asked for when the one before is written: none is held longer."""
    path = cache_file(url)
    if path is None or PARQUET.lacking():
        return False
    _keep(path, _as_text(mark), name, parts)
    return mark_in(path) == _as_text(mark)


def _parts_of(dataset: Dataset) -> Iterator[pd.DataFrame]:
    for name, columns in PARTS:
        yield getattr(dataset, name)[[each.name for each in columns]]


def shelf_for(connection: Connection, url: URL) -> Shelf | None:
    """Where what is worked out of a large store, as it is shown now, is kept beside its copy."""
    path = cache_file(url)
    if path is None or not path.exists():
        return None
    store = _store_of(path)
    return Shelf(store, shown_mark(connection), store)


def cache_file(url: URL) -> Path | None:
    """Beside a SQLite file; of a database elsewhere in the user's cache folder, under its address without the password.

    None for one that is in memory.
    """
    if url.drivername.startswith(SQLITE):
        name = url.database or ""
        return None if name in {"", ":memory:"} or name.startswith("file:") else Path(f"{name}{SUFFIX}")
    address = url.set(password=None).render_as_string()
    name = blake2b(address.encode(), digest_size=16).hexdigest()
    return user_cache_path(APPLICATION, appauthor=False) / f"{name}{SUFFIX}"


def read(path: Path, mark: str) -> Dataset | None:
    """What was kept under just this mark; None where that is not so, or the file is not as it was written.

    Its texts stay in the file, and are read from there when they are looked at: a new copy never changes it, but takes its place.
    """
    try:
        with path.open("rb") as file:
            if file.read(len(_MAGIC)) != _MAGIC:
                return None
            said = json.loads(file.readline(1 << 20))
            if said["mark"] != mark:
                return None
            head = file.tell()
            whole = mmap(file.fileno(), 0, access=ACCESS_READ)
        body = memoryview(whole)[head:]
        if len(body) != said["ends"][-1] or _sum(whole, head) != said["sum"]:
            return None
        frames = [_frame(body[first:last]) for first, last in pairwise((0, *said["ends"]))]
        if len(frames) != len(PARTS):
            return None
        _let_go(whole)
    except (
        OSError,
        ValueError,
        KeyError,
        TypeError,
        IndexError,
        ImportError,
    ):  # pyarrow's errors are of these
        return None
    return _put_together(frames, str(said["name"]))


def _put_together(frames: list[pd.DataFrame], name: str) -> Dataset | None:
    """The dataset of these parts; None where one of them is of other columns."""
    for frame, (_, columns) in zip(frames, PARTS, strict=True):
        if [(name, str(kind)) for name, kind in frame.dtypes.items()] != [
            (each.name, each.dtype) for each in columns
        ]:
            return None
    *events, mentions, reports = frames
    together = {str(name): values for each in events for name, values in each.items()}
    told = pd.DataFrame({each.name: together[each.name] for each in EVENT_COLUMNS}, copy=False)
    return Dataset(told, mentions, reports, name)


def _sum(whole: mmap, first: int) -> int:
    """The sum of all bytes from the first on, none of which is held in memory for it."""
    total, body = 0, memoryview(whole)
    for at in range(first, len(body), _STEP):
        total = zlib.crc32(body[at : at + _STEP], total)
        _let_go(whole)
    return total


def _let_go(whole: mmap) -> None:
    """Of the file's bytes keep none in memory that can be read again; only where the system has a word for it."""
    word = getattr(mmap_module, "MADV_DONTNEED", None)
    if word is not None:
        whole.madvise(word)


def write(path: Path, mark: str, dataset: Dataset) -> None:
    """Keep a dataset under a mark; where that can't be, it is left."""
    _keep(path, mark, dataset.name, _parts_of(dataset))


def _keep(path: Path, mark: str, name: str, parts: Iterable[pd.DataFrame]) -> None:
    written_beside(path, _store_of(path), lambda file: _write(file, mark, name, parts))


def _write(file: Any, mark: str, name: str, parts: Iterable[pd.DataFrame]) -> None:
    """The head is written last, in the room left for it: it says where each frame ends, and the sum of all."""
    import pyarrow as pa  # noqa: PLC0415 - only here

    room = len(_head(mark, name, [1 << 60] * len(PARTS), (1 << 32) - 1))
    file.seek(room)
    ends = []
    sink = _Summed(file)
    for part in parts:
        table = pa.Table.from_pandas(part, preserve_index=False)
        del part  # not held while the next is asked for, nor is the table
        with pa.ipc.new_stream(pa.PythonFile(sink, mode="w"), table.schema) as stream:
            stream.write_table(table)
        del table
        ends.append(sink.written)
    head = _head(mark, name, ends, sink.sum)
    file.seek(0)
    file.write(head[:-1].ljust(room - 1) + b"\n")


def _head(mark: str, name: str, ends: list[int], total: int) -> bytes:
    said = {"mark": mark, "name": name, "ends": ends, "sum": total}
    return _MAGIC + json.dumps(said).encode() + b"\n"


class _Summed:
    """A file that counts and sums what is written to it."""

    def __init__(self, file: Any) -> None:
        self._file, self.written, self.sum, self.closed = file, 0, 0, False

    def write(self, some: Any) -> int:
        self.sum = zlib.crc32(some, self.sum)
        self.written += len(some)
        self._file.write(some)
        return len(some)

    def flush(self) -> None:
        """Nothing is held back here."""

    def close(self) -> None:
        self.closed = True


def _frame(body: memoryview) -> Any:
    import pyarrow as pa  # noqa: PLC0415 - only here

    return pa.ipc.open_stream(pa.py_buffer(body)).read_all().to_pandas(self_destruct=False)


def _store_of(path: Path) -> Path:
    """The file of the store that a copy lies beside."""
    return path.with_name(path.name.removesuffix(SUFFIX))


def mark_in(path: Path) -> str:
    """The mark of a copy; empty where there is none that can be read."""
    try:
        with path.open("rb") as file:
            said = json.loads(file.readline(1 << 20)) if file.read(len(_MAGIC)) == _MAGIC else {}
        return str(said["mark"])
    except (OSError, ValueError, KeyError, TypeError):
        return ""


def mark_of(connection: Connection) -> str:
    """What a copy made now would be made from: the last change, and by which program and rules."""
    return _as_text(last_mark(connection))


def shown_mark(connection: Connection) -> str:
    """What is shown now: what was read, and what was edited."""
    said = select(META.c.key, META.c.value).where(META.c.key.in_(_COUNTS)).order_by(META.c.key)
    edits = select(func.count(), func.max(EDITS.c.number), func.max(EDITS.c.made), func.max(EDITS.c.undone))
    parts = [
        mark_of(connection),
        [list(row) for row in connection.execute(said)],
        list(connection.execute(edits).one()),
    ]
    return blake2b(json.dumps(parts, default=str).encode(), digest_size=16).hexdigest()


def _as_text(mark: Mark) -> str:
    return json.dumps([_form(), mark.number, mark.word])


def _up_to(said: str) -> Mark | None:
    """The change that a copy's mark names; None where it was made by other rules, or is no mark."""
    try:
        form, number, word = json.loads(said)
    except (ValueError, TypeError):
        return None
    return Mark(int(number), str(word)) if form == _form() else None


def _form() -> str:
    """By which rules and program a copy is made, and of which columns."""
    columns = [[each.name, each.dtype] for _, columns in PARTS for each in columns]
    return blake2b(
        json.dumps([_MAGIC.decode(), FORM, VERSION, _program(), columns]).encode(), digest_size=16
    ).hexdigest()


def _program() -> str:
    try:
        return version(APPLICATION)
    except PackageNotFoundError:
        return ""
