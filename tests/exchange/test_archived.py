"""Tables in archives are found whatever they are packed in, and what does harm is unpacked nowhere."""

import bz2
import gzip
import lzma
import zipfile
from collections.abc import Callable
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


@pytest.mark.parametrize(
    ("name", "pack"),
    [("list.csv.gz", gzip.compress), ("list.csv.bz2", bz2.compress), ("list.csv.xz", lzma.compress)],
)
def test_a_table_packed_by_itself_is_read_and_called_by_its_own_name(
    name: str, pack: Callable[[bytes], bytes], tmp_path: Path
) -> None:
    (tmp_path / name).write_bytes(pack(LIST.encode()))
    found = tables_within(tmp_path / name, tmp_path / "room")
    ((called, table),) = found.tables.items()
    (batch,) = read_table(table)
    assert (called, found.has_more) == (f"{name}/list.csv", False)
    assert batch.dataset.events["location"].tolist() == ["Douma"]


def test_in_an_archive_a_packed_table_that_is_cut_off_loses_none_of_the_others(tmp_path: Path) -> None:
    cut, good = gzip.compress(LIST.encode())[:-9], gzip.compress(LIST.encode())
    case = packed(tmp_path / "case.zip", **{"a.csv.gz": cut, "b.csv.gz": good})
    found = tables_within(case, tmp_path / "room")
    assert (list(found.tables), found.has_more) == (["case.zip/b.csv.gz/b.csv"], True)


def test_a_packed_bomb_leaves_nothing(tmp_path: Path) -> None:
    bomb, room = tmp_path / "list.csv.gz", tmp_path / "room"
    bomb.write_bytes(gzip.compress(LIST.encode() + b"," * 60_000_000))
    assert tables_within(bomb, room).tables == {}
    assert [each for each in room.rglob("*") if each.is_file()] == []
