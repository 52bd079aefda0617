"""Our own exports, read back: the same columns, the same values, whatever kind of file they went out in."""

import json
from collections.abc import Hashable, Mapping, Sequence

import pandas as pd

from dashboard.exchange.tabular.batch import Told
from dashboard.exchange.tabular.cells import numbers
from dashboard.exchange.tabular.kept_rows import RowKind
from dashboard.table.columns import EVENT_COLUMNS, FLAG, REAL, TIME, WHOLE, Column

KIND = RowKind("own")
_NEEDED = frozenset({"event_id", "start", "end", "granularity", "event_type", "time_text", "n_mentions"})
_OF_THE_FILE = frozenset({"provenance", "edtf", "geometry", "id"})
_HARMLESS = r"^'(?='*[\s\x00-\x1f\ufeff]*[=+\-@＝＋－＠]|'*[\t\r\n])"


def knows(header: Sequence[str]) -> bool:
    """Whether a file with this header is one of ours."""
    return set(header) >= _NEEDED


def told(frame: pd.DataFrame, *, spreadsheet: bool) -> Told:
    """What the rows tell; a ``spreadsheet`` has an apostrophe before cells that would run, which is taken away."""
    cells = frame.apply(lambda each: each.str.replace(_HARMLESS, "", regex=True)) if spreadsheet else frame
    columns = {each.name: _column(cells[each.name], each) for each in EVENT_COLUMNS if each.name in cells}
    known = {each.name for each in EVENT_COLUMNS} | _OF_THE_FILE
    more = [name for name in cells if name not in known]
    extra = columns.get("extra", pd.Series("", index=cells.index, dtype="str"))
    return Told({**columns, "extra": _with_more(extra, cells[more]) if more else extra})


def _column(cells: pd.Series, column: Column) -> pd.Series:
    if column.dtype == TIME:
        moments = pd.to_datetime(cells.where(cells != "", None), utc=True, format="ISO8601", errors="coerce")
        return moments.dt.as_unit("us")
    if column.dtype == FLAG:
        return cells.str.casefold().isin(["true", "1"])
    if column.dtype in {WHOLE, REAL}:
        found = numbers(cells)
        return (
            found.where(found == found.round()).astype("Int64")
            if column.dtype == WHOLE
            else found.astype("Float64")
        )
    return cells


def _with_more(extra: pd.Series, more: pd.DataFrame) -> pd.Series:
    """Columns that somebody added, beside what was kept before."""
    rows = zip(extra, more.to_dict("records"), strict=True)
    return pd.Series([_joined(str(kept), row) for kept, row in rows], index=extra.index, dtype="str")


def _joined(kept: str, row: Mapping[Hashable, object]) -> str:
    told = {name: cell for name, cell in row.items() if cell != ""}
    if not told:
        return kept
    before = json.loads(kept) if kept.startswith("{") else {}
    return json.dumps({**before, "added": told}, ensure_ascii=False, separators=(",", ":"))
