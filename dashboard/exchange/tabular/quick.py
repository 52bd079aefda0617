"""Well-formed delimited text the quick way, by Arrow's reader, where pyarrow is installed."""

from collections.abc import Collection, Iterator
from pathlib import Path

from dashboard.exchange.tabular.batch import ROWS, Cells
from dashboard.exchange.tabular.sheet import Opening

_BLOCK = 32 * 1024 * 1024  # bytes a batch


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
        block_size=_BLOCK, column_names=names, skip_rows_after_names=start.before, use_threads=False
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
        for batch in csv.open_csv(path, reading, parsing, converting):
            for at in range(0, batch.num_rows, ROWS):
                some = batch.slice(at, ROWS)
                parts = [
                    each.dictionary_encode() if name in worded else each
                    for name, each in zip(names, some.columns, strict=True)
                ]
                frame = pa.RecordBatch.from_arrays(parts, names).to_pandas()
                yield Cells(frame.set_axis(range(first, first + len(frame))))
                first += len(frame)
    except pa.ArrowException:
        yield None
