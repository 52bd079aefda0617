"""Tables of facts about the world, as the files under data/ keep them: tab-separated, "#" before a remark."""

from pathlib import Path

from dashboard.errors import InputError


def tsv_rows(path: Path, columns: int) -> list[list[str]]:
    """The cells of every row; raises InputError, naming the file and the row, where one is too long or too short."""
    lines = path.read_text(encoding="utf-8").splitlines()
    rows = [line.split("\t") for line in lines if line and not line.startswith("#")]
    for row in rows:
        if len(row) != columns:
            msg = f"{path.name}: {row[0]!r} has {len(row)} columns, {columns} are needed"
            raise InputError(msg)
    return rows
