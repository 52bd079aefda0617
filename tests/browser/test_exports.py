"""Every export downloads, holds what is filtered and nothing else, and says so on itself."""

import io
import json
import zipfile
from pathlib import Path
from xml.etree import ElementTree as ET

import pandas as pd
import pytest
from playwright.sync_api import Browser, Download, Page

from dashboard.figures import plotly_js
from tests.browser.conftest import Windows, settled

HOMS = "?place=Syria%2FHoms"
TWO = "2 of 8 events"


def saved(page: Page, line: str) -> Download:
    """The file that a line of the export menu gives."""
    page.locator("#export").click()
    with page.expect_download() as waiting:
        page.locator("#export-box").get_by_text(line, exact=True).click()
    return waiting.value


def content(download: Download) -> bytes:
    """The bytes of a downloaded file."""
    return Path(download.path()).read_bytes()


@pytest.fixture
def homs(window: Windows, address: str) -> Page:
    """The page narrowed to one place."""
    return window.open(f"{address}/{HOMS}")


def test_the_csv_opens_in_pandas_with_the_filtered_rows(homs: Page) -> None:
    download = saved(homs, "CSV")
    assert download.suggested_filename == "sample.csv"
    rows = pd.read_csv(io.BytesIO(content(download)))
    assert list(rows["location"]) == ["Homs", "Homs"]


def test_the_excel_file_opens_with_the_filtered_rows(homs: Page) -> None:
    assert len(pd.read_excel(io.BytesIO(content(saved(homs, "Excel"))), engine="openpyxl")) == 2


def test_the_parquet_file_opens_with_the_filtered_rows(homs: Page) -> None:
    assert len(pd.read_parquet(io.BytesIO(content(saved(homs, "Parquet"))))) == 2


@pytest.mark.parametrize("line", ["JSON", "GeoJSON"])
def test_json_holds_the_filtered_events(homs: Page, line: str) -> None:
    homs.locator("#export").click()
    with homs.expect_download() as waiting:
        homs.locator("#export-box").get_by_text(line, exact=True).click()
    said = json.dumps(json.loads(content(waiting.value)))
    assert "Homs" in said
    assert "Harasta" not in said.replace("Shelling and <b>calm</b> around Douma & Homs", "")


def test_the_html_page_works_alone_and_offline(homs: Page, window: Windows, tmp_path: Path) -> None:
    page = tmp_path / "timeline.html"
    page.write_bytes(content(saved(homs, "HTML page, works offline")))
    context = window.browser.new_context(offline=True)
    window.contexts.append(context)
    alone = context.new_page()
    asked: list[str] = []
    alone.on("request", lambda request: asked.append(request.url))
    alone.goto(page.as_uri())
    alone.locator(".main-svg").first.wait_for()
    assert [url for url in asked if not url.startswith(("file:", "data:", "blob:"))] == []
    said = alone.locator("body").inner_text()
    assert TWO in said
    assert "Place: Homs" in said


def test_the_html_page_fits_a_phone(homs: Page, window: Windows, tmp_path: Path) -> None:
    page = tmp_path / "timeline.html"
    page.write_bytes(content(saved(homs, "HTML page, works offline")))
    context = window.browser.new_context(viewport={"width": 390, "height": 844})
    window.contexts.append(context)
    alone = context.new_page()
    alone.goto(page.as_uri())
    alone.locator(".main-svg").first.wait_for()
    assert alone.evaluate("document.documentElement.scrollWidth") == 390


def test_the_png_is_a_picture_of_the_chart(homs: Page, window: Windows) -> None:
    download = saved(homs, "PNG picture")
    assert download.suggested_filename == "sample.png"
    picture = content(download)
    assert picture[:8] == b"\x89PNG\r\n\x1a\n"
    width, height = (int.from_bytes(picture[at : at + 4], "big") for at in (16, 20))
    assert (width, height > 300) == (2800, True)
    assert len(picture) > 20_000, "not an empty sheet"


def test_the_svg_tells_the_filtered_lanes_and_the_filters(homs: Page) -> None:
    drawing = ET.fromstring(content(saved(homs, "SVG drawing")))
    said = " ".join(drawing.itertext())
    assert TWO in said
    assert "Place: Homs" in said
    assert "Harasta" not in said.replace("around Douma", "")


def test_cells_that_a_spreadsheet_would_run_are_made_harmless(window: Windows, address: str) -> None:
    page = window.open(f"{address}/?q=HYPERLINK")
    settled(page)
    text = content(saved(page, "CSV")).decode()
    rows = pd.read_csv(io.StringIO(text))
    assert rows["notes"].str.startswith("=").sum() == 0
    assert rows["notes"].str.contains("=HYPERLINK").sum() == 1


def test_the_excel_file_is_a_whole_archive(homs: Page) -> None:
    with zipfile.ZipFile(io.BytesIO(content(saved(homs, "Excel")))) as archive:
        assert archive.testzip() is None


def test_what_is_passed_over_in_an_address_is_told_and_the_rest_is_exported(
    window: Windows, address: str
) -> None:
    places = "&".join(f"place=Nowhere%2F{number}" for number in range(200))
    page = window.open(f"{address}/{HOMS}&{places}&from=nonsense")
    settled(page)
    said = page.locator("#chips").inner_text()
    assert "the address names 201 places: the first 100 are used" in said
    assert "from in the address, 'nonsense', is no moment" in said
    assert list(pd.read_csv(io.BytesIO(content(saved(page, "CSV"))))["location"]) == ["Homs", "Homs"]
    assert content(saved(page, "PNG picture"))[:4] == b"\x89PNG"


def test_only_what_is_drawn_here_is_set_up(browser: Browser) -> None:
    page = browser.new_page()
    page.add_script_tag(content=plotly_js.script())
    kinds = page.evaluate("() => Object.keys(Plotly.PlotSchema.get().traces)")
    page.close()
    assert sorted(kinds) == ["bar", "heatmap", "scatter"]
