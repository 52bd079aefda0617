"""The page and the command line give the same file for the same view."""

import json
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest
from werkzeug.test import Client

from dashboard.app import create_app
from dashboard.app.server import downloads
from dashboard.app.url import View, search_of
from dashboard.cli import export, main
from dashboard.figures.picture import Picture
from dashboard.publish import parcel
from dashboard.publish.offered import FORMATS, PAGE, PICTURES
from dashboard.store import Store
from dashboard.table.filters import Selection
from tests.sample import kept_in

NOW = datetime(2026, 3, 1, 12, tzinfo=UTC)
FROM = datetime(2018, 3, 4, 22, tzinfo=UTC)  # 5 March in Damascus
TO = datetime(2018, 3, 6, 22, tzinfo=UTC)
ROWS = [each.suffix for each in FORMATS if each.suffix in {".csv", ".json", ".jsonl", ".geojson"}]

# what is typed, and the view in which the page shows it
VIEWS: dict[tuple[str, ...], View] = {
    (): View(),
    ("--from", "5 March 2018"): View(Selection(start=FROM)),
    ("--to", "2018-03-06"): View(Selection(end=TO)),
    ("--from", "5 March 2018", "--to", "6 March 2018"): View(Selection(start=FROM, end=TO)),
    ("--place", "homs"): View(Selection(places=("Syria/Homs",))),
    ("--type", "explosions", "--type", "Protests"): View(
        Selection(event_types=("Explosions/Remote violence", "Protests"))
    ),
    ("--type", "air/drone strike"): View(Selection(sub_event_types=("Air/drone strike",))),
    ("--timezone", "UTC"): View(zone="UTC"),
}


@pytest.fixture
def case(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A database with the sample, and a clock that stands still."""
    monkeypatch.setattr(downloads, "moment", lambda: NOW)
    monkeypatch.setattr(export, "now_utc", lambda: NOW)
    return kept_in(tmp_path / "case.db")


def page_of(case: Path) -> Client:
    with Store.open(str(case)) as store:
        return Client(create_app(store.load()).server)


def typed(case: Path, suffix: str, options: tuple[str, ...]) -> bytes:
    out = case.with_suffix(suffix)
    assert main(["export", str(out), "--database", str(case), *options]) == 0
    return out.read_bytes()


@pytest.mark.parametrize(("options", "view"), VIEWS.items(), ids=map(" ".join, VIEWS))
def test_rows_from_the_page_and_from_the_command_line_are_the_same_bytes(
    case: Path, options: tuple[str, ...], view: View
) -> None:
    page = page_of(case)
    for suffix in ROWS:
        fetched = page.get(f"/export/events{suffix}{search_of(view)}")
        assert fetched.data == typed(case, suffix, options), suffix


@pytest.mark.parametrize(("options", "view"), VIEWS.items(), ids=map(" ".join, VIEWS))
def test_the_chart_as_a_page_is_the_same_bytes(case: Path, options: tuple[str, ...], view: View) -> None:
    fetched = page_of(case).get(f"/export/timeline.html{search_of(view)}")
    assert fetched.data == typed(case, PAGE.suffix, options)


@pytest.mark.parametrize(("options", "view"), VIEWS.items(), ids=map(" ".join, VIEWS))
def test_a_picture_is_drawn_of_the_same_figure_by_the_browser_and_by_chrome(
    case: Path, monkeypatch: pytest.MonkeyPatch, options: tuple[str, ...], view: View
) -> None:
    drawn: list[tuple[dict[str, Any], int]] = []

    def noted(figure: dict[str, Any], kind: Picture, width: int, *, limit: float) -> bytes:
        drawn.append((figure, width))
        return kind.encode()

    monkeypatch.setattr(parcel, "image", noted)
    typed(case, PICTURES[Picture.SVG].suffix, options)
    fetched = json.loads(page_of(case).get(f"/export/timeline.json{search_of(view)}").data)
    assert drawn == [(fetched["figure"], fetched["width"])]


def test_types_of_several_levels_are_any_of_them(case: Path) -> None:
    content = typed(case, ".jsonl", ("--type", "ceasefire", "--type", "Air/drone strike"))
    rows = [json.loads(line) for line in content.splitlines()]
    assert [(row["sub_event_type"], row["ext_type"]) for row in rows] == [
        ("Agreement", "ceasefire"),
        ("Air/drone strike", ""),
    ]
    assert "filters: Type: ceasefire · Type: Air/drone strike" in rows[0]["provenance"]
