"""Many ids asked for in one question, as one value: a statement of ten thousand places takes longer to write than to answer."""

import json
from collections.abc import Iterable
from typing import Any

from sqlalchemy import Column, ColumnElement, Connection, any_, func, literal, select
from sqlalchemy.types import ARRAY, Text

from dashboard.store.address import SQLITE


def among(connection: Connection, column: Column[Any], ids: Iterable[str]) -> ColumnElement[bool]:
    """Whether a column is one of these ids."""
    wanted = list(ids)
    if connection.dialect.name == SQLITE:
        each = func.json_each(json.dumps(wanted)).table_valued("value")
        return column.in_(select(each.c.value))
    return column == any_(literal(wanted, ARRAY(Text)))
