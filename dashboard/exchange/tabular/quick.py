"""Well-formed delimited text the quick way, by Arrow's reader, where pyarrow is installed.

The text is cut into pieces of a megabyte, which stay in the processor's cache and use the same memory one after another; as
many pieces as fill a batch are put together, and their repeated words are told apart.
"""

from collections.abc import Collection, Iterable, Iterator, Sequence
from contextlib import suppress
from pathlib import Path
from typing import Any

from dashboard.exchange.tabular.batch import ROWS, Cells
from dashboard.exchange.tabular.sheet import Opening

_PIECE = 1024 * 1024  # bytes; the reader gives up at a row that is longer
_ROWS = 5 * ROWS // 4  # a batch; each costs a tenth of a second, however few its rows are
_PIECES = 50  # a batch at most


def quickly(
    path: Path, separator: str, start: Opening, worded: Collection[str], *, quoted: bool
) -> Iterator[Cells | None]:
    """The rows in batches, some columns ``worded``; None, and no more, where the file is not as even as this way needs, or the library is missing."""
    try:
        import pyarrow as pa  # noqa: PLC0415 - an extra
        from pyarrow import csv  # noqa: PLC0415
    except ImportError:
        yield None
        return
    _take_memory_again()
    names = list(start.header)
    kinds = dict.fromkeys(names, pa.large_string())
    reading = csv.ReadOptions(
        block_size=_PIECE, column_names=names, skip_rows_after_names=start.before, use_threads=False
    )
    parsing = csv.ParseOptions(
        delimiter=separator,
        quote_char='"' if quoted else False,
        newlines_in_values=True,
        ignore_empty_lines=False,
    )
    converting = csv.ConvertOptions(column_types=kinds, strings_can_be_null=False, check_utf8=False)
    first = start.before + 1
    try:
        with csv.open_csv(path, reading, parsing, converting) as pieces:
            for table in _put_together(pieces, worded):
                frame = table.to_pandas()
                cells = Cells(frame.set_axis(range(first, first + len(frame))))
                first += len(frame)
                del table, frame  # what was given is not held while the next is read
                yield cells
                del cells
    except pa.ArrowException:
        yield None


def _put_together(pieces: Iterable[Any], worded: Collection[str]) -> Iterator[Any]:
    """The pieces as tables of about a batch's rows each."""
    held = list[Any]()
    for piece in pieces:
        held.append(piece)
        if len(held) == _PIECES or sum(each.num_rows for each in held) >= _ROWS:
            table, held = _table(held, worded), []
            yield table
            del table
    if held:
        yield _table(held, worded)


def _table(pieces: Sequence[Any], worded: Collection[str]) -> Any:
    import pyarrow as pa  # noqa: PLC0415 - an extra

    table = pa.Table.from_batches(pieces)
    for at, name in enumerate(table.column_names):
        if name in worded:
            table = table.set_column(at, name, table.column(at).dictionary_encode())
    return table.combine_chunks()


def _take_memory_again() -> None:
    """Let Arrow hold its memory by jemalloc, where it came with it.

    The one it takes by itself gives memory back and asks for it again for each long column, and the system clears it each time.
    """
    import pyarrow as pa  # noqa: PLC0415 - an extra

    with suppress(NotImplementedError):
        pa.set_memory_pool(pa.jemalloc_memory_pool())
