"""Every report of a file, and the bytes each was read from."""

import hashlib
from pathlib import Path

import pytest

from dashboard.errors import InputError
from dashboard.readers import Unreadable, read_reports
from dashboard.text import Report


def test_a_report_names_the_bytes_it_was_read_from(tmp_path: Path) -> None:
    file = tmp_path / "monday.txt"
    file.write_bytes("Artillery struck Douma’s market on Monday.\r\n".encode("cp1252"))
    (report,) = read_reports(file)
    assert isinstance(report, Report)
    assert report.sha256 == hashlib.sha256(file.read_bytes()).hexdigest()


def test_a_file_that_holds_nothing_is_named(tmp_path: Path) -> None:
    with pytest.raises(InputError, match=r"none\.txt"):
        list(read_reports(tmp_path / "none.txt"))


def test_a_part_that_cant_be_read_says_so_in_a_line() -> None:
    assert str(Unreadable("case.zip/photo.jpg", "is a picture")) == "case.zip/photo.jpg: is a picture"
