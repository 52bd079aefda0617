"""Text that holds data and no prose: JSON, and tables in separated cells."""

import csv
import json

_SEPARATORS = ",;\t|"
_FEW_LINES, _FEW_CELLS, _SHORT_CELL = 4, 3, 40
_MOST_ROWS = 40
_HEAD = 200_000  # characters in which a table shows


def is_json(text: str) -> bool:
    """Whether it is an object, or a list of things, as JSON writes them."""
    stripped = text.strip("\ufeff \t\r\n")
    if not stripped.startswith(("{", "[{", '["', "[[")) or not stripped.endswith(("}", "]")):
        return False
    try:
        json.loads(stripped)
    except (ValueError, RecursionError):
        return False
    return True


def is_table(text: str) -> bool:
    """Whether every line has the same number of cells, and the first line only short ones."""
    lines = [line for line in text[:_HEAD].splitlines()[: 2 * _MOST_ROWS] if line.strip()]
    if len(lines) < _FEW_LINES:
        return False
    return any(_is_table_of(lines, separator) for separator in _SEPARATORS if separator in lines[0])


def _is_table_of(lines: list[str], separator: str) -> bool:
    try:
        rows = list(csv.reader(lines[:_MOST_ROWS], delimiter=separator))
    except csv.Error:
        return False
    heads = rows[0]
    even = all(len(row) == len(heads) for row in rows[:-1])  # the last may be cut off
    return len(heads) >= _FEW_CELLS and even and all(0 < len(cell.strip()) <= _SHORT_CELL for cell in heads)
