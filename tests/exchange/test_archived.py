"""Tables in archives are found whatever they are packed in, and what does harm is unpacked nowhere."""

import zipfile
from pathlib import Path

import pytest

from dashboard.exchange.archived import tables_within
from dashboard.exchange.tables import read_table

LIST = "Date,Town,Country,Killed\n21 May 2018,Douma,Syria,3\n"
POST = "Artillery struck Douma on Tuesday, 6 March 2018, killing three civilians."


def packed(path: Path, **members: str | bytes) -> Path:
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in members.items():
            archive.writestr(name, content)
    return path


@pytest.mark.parametrize(
    ("members", "tables", "has_more"),
    [
        ({"list.csv": LIST}, ["case.zip/list.csv"], False),
        ({"list.csv": LIST, "post.txt": POST}, ["case.zip/list.csv"], True),
        ({"list.csv": LIST, "a.png": b"\x89PNG\r\n"}, ["case.zip/list.csv"], False),
        (
            {"../../list.csv": LIST, "/etc/list.csv": LIST},
            ["case.zip/list.csv", "case.zip/etc/list.csv"],
            False,
        ),
        ({"post.txt": POST}, [], True),
        ({"__MACOSX/list.csv": LIST, ".list.csv": LIST}, [], False),
        ({"events.json": '{"events": [{"a": 1'}, ["case.zip/events.json"], False),
    ],
)
def test_what_an_archive_holds(
    tmp_path: Path, members: dict[str, str | bytes], tables: list[str], *, has_more: bool
) -> None:
    room = tmp_path / "room"
    found = tables_within(packed(tmp_path / "case.zip", **members), room)
    assert (list(found.tables), found.has_more) == (tables, has_more)
    assert all(file.is_relative_to(room) for file in found.tables.values())
    assert {each for each in room.rglob("*") if each.is_file()} == set(found.tables.values())


def test_a_table_in_an_archive_in_an_archive_is_read(tmp_path: Path) -> None:
    inner = packed(tmp_path / "inner.zip", **{"list.csv": LIST})
    outer = packed(tmp_path / "case.zip", **{"inner.zip": inner.read_bytes()})
    (table,) = tables_within(outer, tmp_path / "room").tables.values()
    (batch,) = read_table(table)
    assert batch.dataset.events["location"].tolist() == ["Douma"]


def test_a_bomb_is_not_unpacked(tmp_path: Path) -> None:
    bomb = packed(tmp_path / "case.zip", **{"list.csv": LIST + "," * 60_000_000})
    room = tmp_path / "room"
    assert tables_within(bomb, room).tables == {}
    assert not room.exists()
