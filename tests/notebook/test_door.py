"""The public door takes what people hold, and shows it in a notebook."""

import sys
from datetime import date, datetime
from pathlib import Path

import nbformat
import pandas as pd
import plotly.graph_objects as go
import pytest
from nbclient import NotebookClient

import dashboard
from dashboard.errors import DateError, InputError, SelectionError, UnreadWarning
from dashboard.text import Report

HERE = Path(__file__).parent
TEXT = "Artillery struck Douma yesterday, killing four."


def test_every_cell_of_the_notebook_runs_and_shows_what_it_holds() -> None:
    book = nbformat.read(HERE / "door.ipynb", as_version=4)  # type: ignore[no-untyped-call]
    book.metadata.kernelspec = {"name": "python3", "display_name": sys.executable, "language": "python"}
    done = NotebookClient(book, timeout=120, resources={"metadata": {"path": str(HERE.parents[1])}}).execute()
    shown = [output.get("data", {}) for cell in done.cells for output in cell.get("outputs", [])]
    html = [each.get("text/html", "") for each in shown]
    assert any("killing four" in each and "there is no 31 April" in each for each in html)
    assert any("<svg" in each and "South Damascus" in each for each in html)
    assert any("application/vnd.plotly.v1+json" in each for each in shown)
    assert not any(
        "<script src" in each or "https://cdn" in each
        for each in html
        if "killing four" in each or "<svg" in each
    )


@pytest.mark.parametrize("published", ["2018-03-06", "6 March 2018", date(2018, 3, 6), datetime(2018, 3, 6)])
def test_a_text_and_its_day_as_people_write_them_are_read(published: object) -> None:
    reading = dashboard.read_report(TEXT, published=published, timezone="Asia/Damascus")  # type: ignore[arg-type]
    assert reading.events[0].start == datetime(2018, 3, 5)
    assert reading.published_source == "given"


@pytest.mark.parametrize("published", ["yesterday", "31 April 2018", "March 2018", "soon"])
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
    with pytest.warns(UnreadWarning, match=r"page\.txt: is an HTML page"):
        assert len(dashboard.read(tmp_path)) == 1
    with (
        pytest.warns(UnreadWarning, match="no such file"),
        pytest.raises(InputError, match="nothing could be read"),
    ):
        dashboard.read(tmp_path / "none.txt")


def test_a_timeline_is_drawn_of_whatever_holds_events(tmp_path: Path) -> None:
    reading = dashboard.read_report(TEXT, published="2018-03-06")
    frame = dashboard.event_table(reading)
    frame.to_csv(tmp_path / "events.csv", index=False)
    for each in (frame, reading, TEXT, dashboard.dataset_from(reading), pd.read_csv(tmp_path / "events.csv")):
        figure = dashboard.timeline(each, lanes_by="location", width=800)
        assert isinstance(figure, go.Figure)
        assert figure.layout.width == 800


def test_wrong_things_say_what_is_taken() -> None:
    with pytest.raises(TypeError, match=r"takes a text or a Report, not \w*Path; for a file: read_file"):
        dashboard.read_report(Path("post.txt"))  # type: ignore[arg-type]
    with pytest.raises(TypeError, match="timeline takes an event table"):
        dashboard.timeline(pd.DataFrame({"a": [1]}))
    with pytest.raises(SelectionError, match="there are lanes by location"):
        dashboard.timeline(TEXT, lanes_by="colour")
    with pytest.raises(AttributeError, match="it has create_app"):
        dashboard.nothing  # noqa: B018 - the name is what is asked for


def test_the_version_is_known() -> None:
    assert dashboard.__version__
