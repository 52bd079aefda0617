"""Well-formed delimited text the quick way, by Arrow's reader, where pyarrow is installed.

The text is cut into pieces of a megabyte, which stay in the processor's cache and use the same memory one after another; each
piece tells its repeated words apart at once, and as many pieces as fill a batch are put together.
"""

from collections.abc import Collection, Iterable, Iterator
from pathlib import Path
from typing import Any

from dashboard.exchange.tabular.batch import ROWS, Cells
from dashboard.exchange.tabular.sheet import Opening

_PIECE = 1024 * 1024  # bytes; the reader gives up at a row that is longer
_PIECES = 40  # a batch at most


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
    names = list(start.header)
    reading = csv.ReadOptions(
        block_size=_PIECE, column_names=names, skip_rows_after_names=start.before, use_threads=False
    )
    parsing = csv.ParseOptions(
        delimiter=separator,
        quote_char='"' if quoted else False,
        newlines_in_values=True,
        ignore_empty_lines=False,
    )
    converting = csv.ConvertOptions(
        column_types=dict.fromkeys(names, pa.large_string()), strings_can_be_null=False, check_utf8=False
    )
    first = start.before + 1
    try:
        with csv.open_csv(path, reading, parsing, converting) as pieces:
            for table in _put_together(pieces, worded):
                frame = table.to_pandas()
                yield Cells(frame.set_axis(range(first, first + len(frame))))
                first += len(frame)
    except pa.ArrowException:
        yield None


def _put_together(pieces: Iterable[Any], worded: Collection[str]) -> Iterator[Any]:
    """The pieces as tables of about a batch's rows each, the words of a column told apart."""
    import pyarrow as pa  # noqa: PLC0415 - an extra

    held = list[Any]()
    for piece in pieces:
        held.append(_told_apart(piece, worded))
        if len(held) == _PIECES or sum(each.num_rows for each in held) >= ROWS:
            yield pa.Table.from_batches(held).unify_dictionaries().combine_chunks()
            held = []
    if held:
        yield pa.Table.from_batches(held).unify_dictionaries().combine_chunks()


def _told_apart(piece: Any, worded: Collection[str]) -> Any:
    names = piece.schema.names
    columns = [
        each.dictionary_encode() if name in worded else each
        for name, each in zip(names, piece.columns, strict=True)
    ]
    return type(piece).from_arrays(columns, names)
