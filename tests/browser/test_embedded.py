"""The page that stands alone, and the same in the frame of another page: opened, clicked, listened to."""

import threading
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect
from werkzeug.serving import make_server
from werkzeug.wrappers import Response

from tests.browser.conftest import HERE, Windows
from tests.browser.test_access import AXE, grave
from tests.browser.test_exports import content, saved

CLICK = "(id) => document.querySelector('#figure').emit('plotly_click', { points: [{ customdata: id }] })"


@contextmanager
def another(markup: str) -> Iterator[str]:
    """The address of a page of somebody else."""
    server = make_server(HERE, 0, Response(markup, mimetype="text/html"), threaded=True)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    try:
        yield f"http://{HERE}:{server.server_port}"
    finally:
        server.shutdown()
        server.server_close()


@pytest.fixture
def alone(window: Windows, address: str, tmp_path: Path) -> Page:
    """The exported page, opened from a folder without a network."""
    file = tmp_path / "timeline.html"
    file.write_bytes(content(saved(window.open(address), "HTML page, works offline")))
    context = window.browser.new_context(offline=True)
    window.contexts.append(context)
    page = context.new_page()
    window.watch.over(page)
    page.goto(file.as_uri())
    page.locator("html[data-drawn]").wait_for()
    return page


def test_a_mark_or_a_row_opens_the_card_and_escape_closes_it(alone: Page) -> None:
    alone.evaluate(CLICK, "e46")
    card = alone.locator("#event-e46")
    expect(card).to_contain_text("Artillery struck Douma this morning")
    alone.keyboard.press("Escape")
    expect(card).to_be_hidden()
    row = alone.get_by_role("link", name="between 06:00 and 12:00 on Tuesday 6 March 2018")
    row.click()
    expect(card).to_be_visible()
    expect(card).to_be_focused()
    card.get_by_label("Close").click()
    expect(row).to_be_focused()
    alone.go_back()
    expect(card).to_be_visible()


def test_an_address_that_was_cut_off_shows_the_chart_all_the_same(alone: Page) -> None:
    alone.goto(f"{alone.url.partition('#')[0]}#event-%E0%A4")
    alone.reload()
    alone.locator("html[data-drawn]").wait_for()
    expect(alone.locator("#figure .main-svg").first).to_be_visible()


def test_hostile_words_are_shown_as_words(alone: Page) -> None:
    alone.evaluate(CLICK, "e388")
    expect(alone.locator("#event-e465, #event-e388").first).to_be_attached()
    assert (
        alone.locator("body").evaluate("body => body.querySelectorAll('#cards script, #cards img').length")
        == 0
    )


@pytest.mark.skipif(AXE is None, reason="axe-core is not here: sh .ci/axe fetches it")
def test_nothing_of_it_keeps_anybody_out(alone: Page) -> None:
    assert AXE
    alone.locator(".key summary").click()
    alone.evaluate(CLICK, "e46")
    alone.evaluate(AXE.read_text(encoding="utf-8"))
    assert grave(alone) == []


def test_the_embed_code_shows_the_view_in_a_page_of_others(window: Windows, address: str) -> None:
    page = window.open(f"{address}/?place=Syria%2FHoms")
    page.context.grant_permissions(["clipboard-read", "clipboard-write"])
    page.locator("#export").click()
    page.get_by_role("button", name="Copy embed code").click()
    expect(page.locator("#said")).to_have_text("Copied")
    code = page.evaluate("navigator.clipboard.readText()")
    assert code.startswith(f'<iframe src="{address}/embed?place=Syria%2FHoms&amp;lang=en" title="sample"')
    with another(f"<!doctype html><title>An article</title><p>Read this.</p>{code}") as article:
        reader = page.context.new_page()
        window.watch.over(reader)
        reader.goto(article)
        within = reader.frame_locator("iframe")
        expect(within.locator("tbody tr")).to_have_count(2)
        within.get_by_role("link", name="on Monday 5 March 2018").first.click()
        expect(within.locator(".card:visible")).to_contain_text("people protested in Homs")
        expect(within.get_by_role("link", name="Open the whole page")).to_have_attribute("href", "/?place=Syria%2FHoms")  # fmt: skip


def test_the_page_itself_stands_in_no_frame(window: Windows, address: str) -> None:
    context = window.browser.new_context()
    window.contexts.append(context)
    reader = context.new_page()
    with another(f'<!doctype html><iframe src="{address}/"></iframe>') as article:
        reader.goto(article)
        reader.wait_for_timeout(1_000)
        assert reader.frames[1].url.startswith("chrome-error:")
