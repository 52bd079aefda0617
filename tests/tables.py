"""Tests as Markdown tables: a heading that states the moment of speech, a table of rows, each row a test."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

_MOMENT = re.compile(r"\d{4}-\d\d-\d\d(?:T\d\d:\d\d)?")


@dataclass(frozen=True, slots=True)
class Row:
    """A row's cells by column, its heading, the moment in it (empty when unknown), and where it stands."""

    cells: dict[str, str]
    heading: str
    moment: str
    place: str

    def __getitem__(self, column: str) -> str:
        return self.cells[column]


def rows(*paths: Path) -> Iterator[Row]:
    """Every row of every table in the files."""
    for path in paths:
        heading = ""
        columns: list[str] = []
        for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), start=1):
            if line.startswith("#"):
                heading, columns = line.lstrip("# "), []
            elif line.startswith("|") and not set(line) <= set("|-: "):
                cells = [
                    cell.strip().replace("\\|", "|") for cell in re.split(r"(?<!\\)\|", line.strip())[1:-1]
                ]
                if columns:
                    found = _MOMENT.search(heading)
                    place = f"{path.name}:{number}"
                    yield Row(
                        dict(zip(columns, cells, strict=True)), heading, found.group() if found else "", place
                    )
                else:
                    columns = cells
