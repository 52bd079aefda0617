"""Cells under the roles that their columns have."""

from dataclasses import dataclass

import pandas as pd

from dashboard.exchange.tabular.cells import column, nothing
from dashboard.exchange.tabular.roles import Mapped


@dataclass(frozen=True, slots=True)
class Columns:
    """The rows of a table, and which column has which role."""

    cells: pd.DataFrame
    mapping: Mapped

    def __getitem__(self, role: str) -> pd.Series:
        """The role's column without blanks around its cells; empty texts where no column tells it."""
        return column(self.cells, self.mapping[role]) if role in self.mapping else nothing(self.cells)
