"""The public door takes what people hold, and shows it in a notebook."""

import sys
from collections.abc import Callable
from datetime import UTC, date, datetime
from pathlib import Path

import nbformat
import pandas as pd
import plotly.graph_objects as go
import pytest
from nbclient import NotebookClient

import dashboard
from dashboard.errors import DateError, InputError, SelectionError, UnreadWarning
from dashboard.extraction import Reading
from dashboard.extraction import read_report as read_strictly
from dashboard.text import Report

HERE = Path(__file__).parent
TEXT = "Artillery struck Douma yesterday, killing four."


def test_every_cell_of_the_notebook_runs_and_shows_what_it_holds() -> None:
    book = nbformat.read(HERE / "door.ipynb", as_version=4)  # type: ignore[no-untyped-call]
    book.metadata.kernelspec = {"name": "python3", "display_name": sys.executable, "language": "python"}
    done = NotebookClient(book, timeout=120, resources={"metadata": {"path": str(HERE.parents[1])}}).execute()
    shown = [output.get("data", {}) for cell in done.cells for output in cell.get("outputs", [])]
    html = [each.get("text/html", "") for each in shown]
    assert any(">Douma</span>" in each and "there is no 31 April" in each for each in html)
    assert any("<svg" in each and "South Damascus" in each for each in html)
    assert any("application/vnd.plotly.v1+json" in each for each in shown)
    assert not any(
        "<script src" in each or "https://cdn" in each
        for each in html
        if ">Douma</span>" in each or "<svg" in each
    )


@pytest.mark.parametrize(
    "published",
    [
        *("2018-03-06", "6 March 2018", "2018-03-05T23:30Z", date(2018, 3, 6), datetime(2018, 3, 6)),
        datetime(2018, 3, 5, 23, 30, tzinfo=UTC),
    ],
)
def test_a_text_and_its_day_as_people_write_them_are_read(published: object) -> None:
    reading = dashboard.read_report(TEXT, published=published, timezone="Asia/Damascus")  # type: ignore[arg-type]
    assert reading.events[0].start == datetime(2018, 3, 5)
    assert reading.published_source == "given"


@pytest.mark.parametrize(
    "published",
    [
        "yesterday",
        "6 March",
        "31 April 2018",
        "March 2018",
        "2018-W10",
        "05/06/2018",
        "9999-12-31",
        "soon",
        "",
    ],
)
def test_words_that_name_no_day_in_full_are_refused(published: str) -> None:
    with pytest.raises(DateError):
        dashboard.read_report(TEXT, published=published)


def test_a_file_a_folder_and_several_are_read_by_their_names(tmp_path: Path) -> None:
    for name in ("a.txt", "b.txt"):
        (tmp_path / name).write_text(f"{TEXT} {name}", encoding="utf-8")
    assert dashboard.read_file(str(tmp_path / "a.txt")).url == "a.txt"
    held: list[str | Path | list[str | Path]] = [
        str(tmp_path),
        tmp_path,
        [tmp_path / "a.txt", f"{tmp_path}/b.txt"],
    ]
    given = [dashboard.read(each, published="2018-03-06") for each in held]
    assert all(frame["location"].to_list() == given[0]["location"].to_list() for frame in given)


def test_one_reading_many_reports_and_texts_make_a_table() -> None:
    reading = dashboard.read_report(TEXT, published="2018-03-06")
    for each in (
        reading,
        [reading],
        Report(TEXT, published=date(2018, 3, 6)),
        [TEXT, Report("Clashes took place in Homs.")],
    ):
        assert "Douma" in dashboard.event_table(each)["location"].to_list()  # type: ignore[arg-type]


def test_what_can_not_be_read_is_warned_of_and_the_rest_is_read(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(TEXT, encoding="utf-8")
    (tmp_path / "page.txt").write_text("<html><script>99 killed</script>", encoding="utf-8")
    with pytest.warns(UnreadWarning, match=r"page\.txt: is a page whose text is only in its scripts"):
        assert len(dashboard.read(tmp_path)) == 1


@pytest.mark.parametrize("door", [dashboard.read, dashboard.read_dataset])
def test_a_warning_points_at_the_line_that_asked(door: Callable[..., object], tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(TEXT, encoding="utf-8")
    (tmp_path / "b.pdf").write_bytes(b"%PDF-1.7")
    with pytest.warns(UnreadWarning) as warned:
        door([tmp_path, tmp_path / "none.txt"])
    told = [str(each.message).removeprefix(f"{tmp_path}") for each in warned]
    broken, none = told
    assert broken.startswith("/b.pdf: is a broken or cut off PDF")
    assert none == "/none.txt: no such file or folder"
    assert {each.filename for each in warned} == {__file__}


def test_when_nothing_can_be_read_the_error_says_why(tmp_path: Path) -> None:
    with pytest.raises(InputError, match=r"nothing could be read: .*none\.txt: no such file"):
        dashboard.read(tmp_path / "none.txt")
    with pytest.raises(InputError, match="nothing could be read: no file is named"):
        dashboard.read([])


def test_a_report_that_reading_fails_on_is_named_and_the_others_are_read(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def failing(report: Report, places: object = None) -> Reading:
        if report.url == "b.txt":
            raise ZeroDivisionError
        return read_strictly(report)

    for name in ("a.txt", "b.txt"):
        (tmp_path / name).write_text(f"{TEXT} {name}", encoding="utf-8")
    monkeypatch.setattr("dashboard.door._read_report", failing)
    with pytest.warns(UnreadWarning, match=r"b\.txt: could not be read \(ZeroDivisionError"):
        assert len(dashboard.read(tmp_path)) == 1


def test_a_timeline_is_drawn_of_whatever_holds_events(tmp_path: Path) -> None:
    reading = dashboard.read_report(TEXT, published="2018-03-06")
    frame = dashboard.event_table(reading)
    frame.to_csv(tmp_path / "events.csv", index=False)
    dataset = dashboard.dataset_from(reading)
    several: list[Reading | str] = [reading, "Clashes in Homs."]
    for each in (
        frame,
        reading,
        several,
        TEXT,
        dataset,
        pd.read_csv(tmp_path / "events.csv"),
    ):
        figure = dashboard.timeline(each, lanes_by="location", width=800, height=333, title="Douma <1>")
        assert isinstance(figure, go.Figure)
        assert (figure.layout.width, figure.layout.height) == (800, 333)
        assert figure.layout.title.text == "Douma &lt;1&gt;"


WRONG: tuple[tuple[str, object, str], ...] = (
    ("read_report", None, "takes a text, a Report or a Path, one at a time, not None"),
    ("read_report", b"Shelling", "not bytes b'Shelling'"),
    ("read_report", [TEXT], "one at a time, not list"),
    ("read_time", Path("post.txt"), r"read_time\(read_file\(PATH\)\.text\)"),
    ("read_file", 5, "read_file takes the name of a file, not int 5"),
    ("read", None, "read takes the names of files and folders, one or many, not None"),
    ("read", [5], "read takes the names of files and folders, one or many, not int 5"),
    ("read", {"a": 1}, "not dict"),
    ("event_table", 5, "takes readings, Reports, texts or Paths, one or many, not int 5"),
    ("event_table", [5], "takes readings, Reports, texts or Paths, one or many, not int 5"),
    ("event_table", {"a": 1}, "not dict"),
    ("event_table", pd.DataFrame({"text": [TEXT]}), "not DataFrame"),
    ("timeline", 5, "timeline takes an event table, a Dataset, readings"),
    ("timeline", pd.DataFrame({"a": [1]}), "timeline takes an event table .*, not one of a"),
    ("open_store", 5, "the name of a SQLite file or a PostgreSQL URL, not int 5"),
    ("create_app", pd.DataFrame(), "takes a Dataset, .*not DataFrame"),
)


@pytest.mark.parametrize(("door", "given", "told"), WRONG)
def test_wrong_things_say_what_is_taken(door: str, given: object, told: str) -> None:
    with pytest.raises(TypeError, match=told):
        getattr(dashboard, door)(given)


def test_wrong_options_say_what_is_taken() -> None:
    with pytest.raises(
        TypeError, match="published takes a date, or its words like '2018-03-06', not int 20180306"
    ):
        dashboard.read_report(TEXT, 20180306)  # type: ignore[arg-type]
    for zone in ("Damascus", "Mars/Phobos"):
        with pytest.raises(DateError, match="is no time zone; write it like Asia/Damascus"):
            dashboard.read_report(TEXT, timezone=zone)
        with pytest.raises(DateError, match="is no time zone"):
            dashboard.timeline(TEXT, timezone=zone)
    with pytest.raises(SelectionError, match="there are lanes by location"):
        dashboard.timeline(TEXT, lanes_by="colour")
    with pytest.raises(SelectionError, match="width is a whole number of pixels"):
        dashboard.timeline(TEXT, width=-4)
    with pytest.raises(AttributeError, match="it has create_app"):
        dashboard.nothing  # noqa: B018 - the name is what is asked for


def test_the_name_of_a_file_is_never_read_as_a_report(tmp_path: Path) -> None:
    with pytest.raises(
        InputError, match=r"'post\.txt' is the name of a file, and read_report takes its text"
    ):
        dashboard.read_report("post.txt")
    post = tmp_path / "my post.txt"
    post.write_text(TEXT, encoding="utf-8")
    with pytest.raises(InputError, match="event_table takes its text"):
        dashboard.event_table([str(post)])
    assert (
        dashboard.read_report(post, "2018-03-06").events == dashboard.read_report(TEXT, "2018-03-06").events
    )
    assert len(dashboard.event_table(post)) == 1


def test_the_version_is_known() -> None:
    assert dashboard.__version__
