"""Cells under the roles that their columns have."""

import json
from dataclasses import dataclass

import pandas as pd

from dashboard.exchange.tabular.cells import by_unique, column, nothing
from dashboard.exchange.tabular.roles import Mapped

_SEVERAL = frozenset({"source", "tags", "url"})


@dataclass(frozen=True, slots=True)
class Columns:
    """The rows of a table, and which column has which role."""

    cells: pd.DataFrame
    mapping: Mapped

    def __getitem__(self, role: str) -> pd.Series:
        """The role's column without blanks around its cells; empty texts where no column tells it."""
        if role not in self.mapping:
            return nothing(self.cells)
        found = column(self.cells, self.mapping[role])
        return (
            by_unique(found, _flat, "str") if role in _SEVERAL and found.str.startswith("[").any() else found
        )


def _flat(cell: str) -> str:
    """The parts of a JSON list, divided as our columns divide them.

    >>> _flat('["a", "b"]'), _flat("[sic] a")
    ('a; b', '[sic] a')
    """
    try:
        found = json.loads(cell)
    except (ValueError, RecursionError):
        return cell
    return "; ".join(map(str, found)) if isinstance(found, list) else cell
