"""Rows of the Markdown tables beside the tests."""

from pathlib import Path

_HERE = Path(__file__).parent


def rows(name: str) -> list[tuple[str, ...]]:
    """The cells of every row of the file's tables, without headings and rules."""
    lines = (_HERE / name).read_text(encoding="utf-8").splitlines()
    tables = [number for number, line in enumerate(lines) if line.startswith("|-")]
    heads = {number - 1 for number in tables} | set(tables)
    return [
        tuple(cell.strip() for cell in line.strip("|").split("|"))
        for number, line in enumerate(lines)
        if line.startswith("|") and number not in heads
    ]
