"""Cells of imported rows that are still true: what a writer of the same format gives back letter for letter."""

from collections.abc import Sequence

import pandas as pd

from dashboard.exchange.tabular import acled, ucdp
from dashboard.exchange.tabular.batch import Asked
from dashboard.exchange.tabular.built import events_of
from dashboard.exchange.tabular.kept_rows import original_cells

_FORMATS = {"acled": acled, "ucdp": ucdp}


def unchanged_cells(events: pd.DataFrame, name: str) -> pd.DataFrame:
    """The original cells of events that came as rows of "acled" or "ucdp"; None where a person has changed what they say.

    The columns are those of the file they came from, in its order; events of other origin have None in each. The rows
    are read once more, and a cell is given while the event says what the row said. A cell whose text stands in a column
    of the event is that text, changed or not.
    """
    form = _FORMATS[name]
    cells = original_cells(events, form.KIND)
    ours = cells.notna().any(axis=1)
    if not ours.any():
        return cells
    now = events[ours]
    rows = cells[ours].fillna("").astype("str")
    zone = next((each for each in now["timezone"].astype("str").unique() if each), "")
    before = events_of(form.told(rows, Asked(timezone=zone)).columns, "")
    follows = {str(cell): form.feeds(str(cell)) for cell in rows.columns}
    changed = {
        name: _differs(before[name], now[name])
        for name in {each for some in follows.values() for each in some}
    }
    return cells.assign(
        **{cell: cells[cell].mask(_any(changed, some, cells.index), None) for cell, some in follows.items()}
    )


def _differs(before: pd.Series, now: pd.Series) -> pd.Series:
    one, other = before.astype(object), now.astype(object)
    return ~((one == other).fillna(value=False).astype(bool) | (one.isna() & other.isna()))


def _any(changed: dict[str, pd.Series], columns: Sequence[str], index: pd.Index) -> pd.Series:
    rows = pd.Series(data=False, index=index)
    for each in columns:
        rows |= changed[each].reindex(index, fill_value=False)
    return rows
