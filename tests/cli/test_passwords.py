"""A password in an address, however it is written, is never printed; and a damaged store is one line."""

import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

from tests.cli.conftest import Run

SECRETS = [
    "postgres://u:S3@CRET@h:notaport/db",
    "postgresql:/u:S3@CRET@h",
    "postgresql:u:S3@CRET@h",
    "postgresql://u:S3 CRET@127.0.0.1:1/db",
    "postgresql://u:S3@CRET w@127.0.0.1:1/db",
    "postgresql://127.0.0.1:1/db?user=me&password=S3@CRET",
    "mysql://u:S3@CRET@h/db",
    "postgresql://u:S3/CRET@[bad/db",
    "u:S3@CRET@h/db",
    "host=h password='S3 @CRET'",
    "postgresql://u:S3'CRET@h:x/db",
    "postgresql+asyncpg://u:S3@CRET@h/db",
    "postgresql://u:S3CRET",
    "postgresql://u:S3CRET\n@h:x/db",
]


@pytest.mark.parametrize("address", SECRETS)
@pytest.mark.parametrize(
    "arguments",
    [
        ("-v", "events", "list", "--database", "{}"),
        ("-v", "read", "{}"),
        ("export", "-v", "events.csv", "--database", "{}"),
        ("places", "add", "{}"),
        ("time", "x", "--published", "{}"),
        ("events", "list", "--databse", "{}"),
    ],
    ids=" ".join,
)
def test_a_password_is_never_printed(
    run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, address: str, arguments: tuple[str, ...]
) -> None:
    monkeypatch.chdir(tmp_path)
    ran = run(*(each.format(address) for each in arguments))
    assert ran.code in {1, 2}
    assert not [part for part in ("S3", "CRET") if part in ran.out + ran.err]
    assert list(tmp_path.iterdir()) == []


def test_a_damaged_store_is_told_and_not_read(run: Run, tmp_path: Path) -> None:
    path = tmp_path / "case.db"
    run("events", "list", "--database", path)
    with closing(sqlite3.connect(path)) as connection:
        connection.execute("DROP TABLE events")
    ran = run("events", "list", "--database", path)
    (line,) = ran.err.splitlines()
    assert (ran.code, line.startswith(f"error: {path}: the database says: no such table: events; it is")) == (1, True)  # fmt: skip
