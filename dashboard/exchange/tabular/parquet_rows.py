"""Parquet tables of others, their cells as texts."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pandas as pd

from dashboard.errors import InputError
from dashboard.exchange.tabular.batch import ROWS, Cells
from dashboard.exchange.tabular.sheet import Sheet
from dashboard.extras import PARQUET
from dashboard.readers import shown

_MAGIC = b"PAR1"
_SAMPLE_ROWS = 200


def parquet(path: Path) -> Sheet | None:
    """The table in a Parquet file; None for another file. Raises InputError for a damaged one, or where the library is missing."""
    with path.open("rb") as file:
        if file.read(4) != _MAGIC:
            return None
    if lacking := PARQUET.lacking():
        msg = f"{shown(path)}: {lacking}"
        raise InputError(msg)
    table = _opened(path)
    header = tuple(table.schema_arrow.names)
    first = next(table.iter_batches(batch_size=_SAMPLE_ROWS), None)
    sample = pd.DataFrame(columns=list(header), dtype="str") if first is None else _texts(first, 2)
    return Sheet(path, "Parquet", header, sample, lambda: _batches(path))


def _opened(path: Path) -> Any:
    import pyarrow as pa  # noqa: PLC0415 - an extra
    import pyarrow.parquet as pq  # noqa: PLC0415

    try:
        return pq.ParquetFile(path)
    except (pa.ArrowException, OSError, ValueError) as error:
        msg = f"{shown(path)}: can't be read as Parquet ({str(error)[:120]}); it may be cut off: get it once more"
        raise InputError(msg) from error


def _batches(path: Path) -> Iterator[Cells]:
    import pyarrow as pa  # noqa: PLC0415 - an extra

    first = 2
    try:
        for batch in _opened(path).iter_batches(batch_size=ROWS):
            yield Cells(_texts(batch, first))
            first += batch.num_rows
    except (pa.ArrowException, OSError) as error:
        msg = f"{shown(path)}: is damaged after row {first - 1:,} ({str(error)[:120]})"
        raise InputError(msg) from error


def _texts(batch: Any, first: int) -> pd.DataFrame:
    """The batch with every cell as text; moments in ISO, nested values as JSON."""
    frame: pd.DataFrame = batch.to_pandas(strings_to_categorical=False)
    numbered = frame.set_axis(range(first, first + len(frame)))
    return pd.DataFrame({name: _column(numbered[name]) for name in numbered}, dtype="str")


def _column(values: "pd.Series[Any]") -> "pd.Series[Any]":
    from dashboard.exchange.tabular.records import text_of  # noqa: PLC0415

    if isinstance(values.dtype, pd.DatetimeTZDtype):
        texts = values.dt.tz_convert("UTC").dt.strftime("%Y-%m-%dT%H:%M:%S.%fZ").fillna("")
        return pd.Series(texts, dtype="str")
    if pd.api.types.is_datetime64_dtype(values):
        return values.astype(str).where(values.notna(), "").astype("str")
    plain = values.astype(object).where(values.notna(), None)
    return pd.Series([text_of(each) for each in plain], index=values.index, dtype="str")
