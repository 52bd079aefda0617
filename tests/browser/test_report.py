"""The report: opened from the menu it prints itself; on paper each sheet of the chart stands on a page."""

import io

import pytest
from playwright.sync_api import Page, expect
from pypdf import PdfReader

from tests.browser.conftest import Windows, served
from tests.browser.test_access import AXE, grave
from tests.browser.test_exports import content, saved
from tests.told import told


def opened(window: Windows, url: str, **options: int) -> Page:
    """The report, once it is drawn."""
    context = window.browser.new_context(**options)  # type: ignore[arg-type]  # options of a browser
    window.contexts.append(context)
    page = context.new_page()
    window.watch.over(page)
    page.goto(url)
    page.locator("html[data-drawn]").wait_for()
    return page


def test_from_the_menu_it_opens_beside_the_page_and_asks_to_be_printed(window: Windows, address: str) -> None:
    page = window.alone(f"{address}/?place=Syria%2FHoms")
    page.context.add_init_script("window.print = () => { window.printed = (window.printed || 0) + 1; }")
    page.locator("#export").click()
    with page.context.expect_page() as waiting:
        page.locator("#export-box").get_by_text("Report to print", exact=True).click()
    report = waiting.value
    window.watch.over(report)
    report.locator("html[data-drawn]").wait_for()
    assert report.evaluate("window.printed") == 1
    expect(report.locator("tbody tr").first).to_be_visible()
    expect(report.get_by_text("2 of 8 events").first).to_be_visible()
    report.get_by_role("button", name="Print").click()
    assert report.evaluate("window.printed") == 2


def test_on_paper_each_sheet_has_a_page(window: Windows) -> None:
    with served(told(160)) as url:
        page = opened(window, f"{url}/export/report.html")
        sheets = page.locator(".sheet").all_inner_texts()
        paper = PdfReader(io.BytesIO(page.pdf(prefer_css_page_size=True)))
    texts = [each.extract_text() for each in paper.pages]
    assert len(sheets) == 7
    assert sum("that may begin then" in each for each in texts) == 6
    assert max(each.count("that may begin then") for each in texts) == 1
    assert round(float(paper.pages[0].mediabox.width)) == 842


def test_bars_are_hatched_by_lines_that_a_printer_draws(window: Windows) -> None:
    """A browser prints a pattern as a picture of the whole sheet, one for each bar."""
    with served(told(160)) as url:
        page = opened(window, f"{url}/export/report.html")
        bars = page.locator(".js-fill").evaluate_all(
            "(all) => all.map((each) => [each.style.fill, each.style.fillOpacity, each.nextSibling.getAttribute('stroke'), each.nextSibling.getAttribute('d').length > 20])"
        )
        paper = page.pdf(prefer_css_page_size=True)
    assert len(bars) > 10
    assert [each for each in bars if "url" in each[0] or each[1] != "0.1" or each[2] != each[0] or not each[3]] == []  # fmt: skip
    assert len(paper) < 1_000_000


def test_the_menu_gives_it_as_a_pdf(window: Windows, address: str) -> None:
    download = saved(window.open(address), "Report, PDF")
    assert download.suggested_filename == "sample.report.pdf"
    words = " ".join(each.extract_text() for each in PdfReader(io.BytesIO(content(download))).pages)
    assert "8 of 8 events" in words
    assert "The reports" in words


@pytest.mark.skipif(AXE is None, reason="axe-core is not here: sh .ci/axe fetches it")
@pytest.mark.parametrize("code", ["en", "ar"])
def test_nothing_of_it_keeps_anybody_out(window: Windows, address: str, code: str) -> None:
    assert AXE
    page = opened(window, f"{address}/export/report.html?lang={code}")
    page.evaluate(AXE.read_text(encoding="utf-8"))
    assert grave(page) == []


def test_the_page_itself_is_printed_with_all_rows_of_its_table(window: Windows) -> None:
    with served(told(60)) as url:
        page = window.open(url, width=1100)
        expect(page.locator("#table tr[row-id]")).to_have_count(34)
        paper = PdfReader(io.BytesIO(page.pdf(prefer_css_page_size=True)))
    words = " ".join(each.extract_text() for each in paper.pages)
    assert words.count("They fought.") == 34
    assert "Search words" not in words
