from pathlib import Path

import pytest

from dashboard.errors import InputError
from dashboard.readers import files_under, passed_over, read_bytes, read_file, words_of_passed_over

TEXT = "Shelling in Douma\n\nArtillery struck Douma on Monday.\n"


def written(path: Path, data: bytes = TEXT.encode()) -> Path:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(data)
    return path


def test_a_report_is_its_text_its_headline_and_the_name_of_its_file(tmp_path: Path) -> None:
    report = read_file(written(tmp_path / "monday.txt"))
    assert (report.text, report.title, report.url) == (TEXT, "Shelling in Douma", "monday.txt")
    assert (report.source, report.published, report.notes) == ("", None, ())


def test_the_seed_is_read_with_its_headline() -> None:
    (seed,) = (path for path in Path("seeds").iterdir() if path.name.startswith("000_"))
    report = read_file(seed)
    assert report.title.startswith("Under the night’s darkness")
    assert report.text.encode() == seed.read_bytes()


def test_what_was_assumed_of_the_encoding_is_noted(tmp_path: Path) -> None:
    report = read_file(written(tmp_path / "old.txt", "Six o’clock: calm in Douma".encode("cp1252")))
    assert report.notes == ("not UTF-8: read as windows-1252",)


@pytest.mark.parametrize(
    ("name", "data", "message"),
    [
        ("missing.txt", None, "missing.txt: no such file"),
        ("empty.txt", b"", "empty.txt: is empty"),
        ("blank.txt", b" \r\n\t\n", "blank.txt: is empty"),
        ("picture.txt", b"\x89PNG\r\n\x1a\n\x00\x00", "picture.txt: is a PNG picture, not a report"),
        ("report.pdf", b"%PDF-1.7", "report.pdf: is a broken or cut off PDF"),
        ("PAGE.HTML", b"<!doctype html><p>", "PAGE.HTML: is a page without text"),
        ("null\x00.txt", None, "is not a file name"),
    ],
)
def test_what_is_no_report_is_refused_by_name(
    tmp_path: Path, name: str, data: bytes | None, message: str
) -> None:
    path = tmp_path / name
    if data is not None:
        written(path, data)
    with pytest.raises(InputError) as refused:
        read_file(path)
    assert message in str(refused.value)


def test_a_folder_is_no_report(tmp_path: Path) -> None:
    with pytest.raises(InputError, match="is a folder"):
        read_file(tmp_path)


def test_the_readable_files_of_a_folder_are_found_by_name_and_the_others_told(tmp_path: Path) -> None:
    for name in (
        "b.txt",
        "a.md",
        "deeper/c.TXT",
        ".hidden/d.txt",
        ".e.txt",
        "page.html",
        "page_files/ad.html",
    ):
        written(tmp_path / name)
    written(tmp_path / "scan.txt", b"\x89PNG\r\n\x1a\n")
    written(tmp_path / "style.css")
    assert [path.name for path in files_under(tmp_path)] == ["a.md", "b.txt", "c.TXT", "page.html"]
    assert [path.name for path in passed_over(tmp_path)] == ["scan.txt", "style.css"]
    (told,) = words_of_passed_over(tmp_path)
    assert told == f"{tmp_path}: 2 other files were not read (a PNG picture, part of a page (.css))"


def test_links_are_not_followed_and_that_is_told(tmp_path: Path) -> None:
    outside = written(tmp_path / "outside" / "secret.txt")
    inside = written(tmp_path / "case" / "monday.txt").parent
    for name, target in (("a.txt", outside), ("round", inside), ("out", outside.parent)):
        (inside / name).symlink_to(target)
    assert [path.name for path in files_under(inside)] == ["monday.txt"]
    (told,) = words_of_passed_over(inside)
    assert (
        told == f"{inside}: 3 links were not followed (a.txt, out, round); name what it leads to, to read it"
    )
    assert read_file(inside / "a.txt").title == "Shelling in Douma"


def test_a_file_stands_for_itself(tmp_path: Path) -> None:
    path = written(tmp_path / "b.txt")
    assert (files_under(path), passed_over(path)) == ((path,), ())


def test_a_folder_without_reports_is_refused(tmp_path: Path) -> None:
    with pytest.raises(InputError, match="holds no file that can be read"):
        files_under(tmp_path)


def test_bytes_without_a_file_are_a_report_too() -> None:
    assert read_bytes(TEXT.encode(), "standard input").url == "standard input"
