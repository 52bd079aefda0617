"""The page that stands alone, and the same in the frame of another page: opened, clicked, listened to."""

import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Page, expect
from werkzeug.security import generate_password_hash
from werkzeug.serving import make_server
from werkzeug.wrappers import Response

from dashboard.access import (
    People,
    Person,
    Role,
    Shares,
    open_book,
    people_now,
    shares_now,
    write_people,
    write_shares,
)
from dashboard.app import KeptCase, create_app
from dashboard.app.server.doors_of_people import PeopleDoors
from dashboard.app.server.gate import Gate
from dashboard.app.server.share_doors import ShareDoors
from dashboard.store import Store
from tests.browser.conftest import HERE, Windows, settled
from tests.browser.test_access import AXE, grave
from tests.browser.test_exports import content, saved
from tests.sample import dataset

CLICK = "(id) => document.querySelector('#figure').emit('plotly_click', { points: [{ customdata: id }] })"


@contextmanager
def another(*markup: str, later: list[str] | None = None) -> Iterator[str]:
    """The address of a page of somebody else, who may write it ``later``."""

    def page(environ: Any, start: Any) -> Any:
        return Response("".join(later or markup), mimetype="text/html")(environ, start)

    server = make_server(HERE, 0, page, threaded=True)
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


@pytest.mark.skipif(AXE is None, reason="axe-core is not here: sh .ci/axe fetches it")
@pytest.mark.parametrize("address_of", ["/embed?lang=ar", "/export/events.chronology.html?lang=ar"])
def test_nothing_of_it_keeps_anybody_out_in_arabic(
    window: Windows, address: str, address_of: str, tmp_path: Path
) -> None:
    assert AXE
    context = window.browser.new_context()
    window.contexts.append(context)
    page = context.new_page()
    file = tmp_path / "page.html"
    file.write_bytes(context.request.get(f"{address}{address_of}").body())
    page.goto(file.as_uri())
    expect(page.locator("html")).to_have_attribute("dir", "rtl")
    page.evaluate(AXE.read_text(encoding="utf-8"))
    assert grave(page) == []


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


@contextmanager
def shared(tmp_path: Path, *sites: str) -> Iterator[str]:
    """The address of a page that several share, with one editor."""
    people, links = tmp_path / "people.txt", tmp_path / "links"
    write_people(people, People({"Ed": Person("Ed", Role.EDITOR, generate_password_hash("password of Ed", "pbkdf2:sha256:1"))}))  # fmt: skip
    store = Store.open(str(tmp_path / "case.db"))
    store.save(dataset())

    def keep_links(changed: Callable[[Shares], Shares]) -> None:
        write_shares(links, changed(shares_now(links)))

    book = open_book(tmp_path / "sessions.db")
    gate = Gate(lambda: people_now(people), book, shares=lambda: shares_now(links), frames=sites)
    doors = PeopleDoors(gate, lambda _: None, (ShareDoors(gate, keep_links),))
    server = make_server(HERE, 0, create_app(KeptCase("Ed", kept=store), shared=doors, frames=sites).server, threaded=True)  # fmt: skip
    threading.Thread(target=server.serve_forever, daemon=True).start()
    try:
        yield f"http://{HERE}:{server.server_port}"
    finally:
        server.shutdown()
        server.server_close()
        store.close()


def elsewhere(url: str) -> str:
    """The same server under a name that is another site to a browser."""
    return url.replace(HERE, "localhost")


def signed_in(window: Windows, url: str) -> Page:
    context = window.browser.new_context()
    window.contexts.append(context)
    page = context.new_page()
    page.goto(f"{url}/sign-in")
    page.get_by_label("Name").fill("Ed")
    page.get_by_label("Password").fill("password of Ed")
    page.get_by_role("button", name="Sign in").click()
    settled(page)
    return page


def test_where_people_sign_in_a_frame_of_another_site_says_why_it_is_empty(
    window: Windows, tmp_path: Path
) -> None:
    with shared(tmp_path) as url:
        page = signed_in(window, url)
        with another(
            f'<!doctype html><iframe src="{url}/embed" width="700" height="300"></iframe>'
        ) as article:
            page.goto(elsewhere(article))
            expect(page.frame_locator("iframe").get_by_role("alert")).to_contain_text(
                "people who are signed in"
            )


def test_an_editors_link_shows_its_view_there_until_it_is_taken_back(window: Windows, tmp_path: Path) -> None:
    article: list[str] = []
    with another(later=article) as site, shared(tmp_path, elsewhere(site)) as url:
        page = signed_in(window, url)
        page.goto(f"{url}/?place=Syria%2FHoms")
        settled(page)
        page.locator("#export").click()
        expect(page.get_by_role("button", name="Copy embed code")).to_have_count(0)
        page.get_by_role("link", name="Links for pages of yours").click()
        page.get_by_role("button", name="Make a link of this view").click()
        code = page.locator(".given").nth(1).inner_text()
        page.goto(f"{url}/shares")
        expect(page.locator(".given")).to_have_count(0)

        context = window.browser.new_context()
        window.contexts.append(context)
        reader = context.new_page()
        article.append(f"<!doctype html>{code}")
        reader.goto(elsewhere(site))
        within = reader.frame_locator("iframe")
        expect(within.locator("tbody tr")).to_have_count(2)
        expect(within.locator(".main-svg").first).to_be_visible()

        page.get_by_role("button", name="Take back").click()
        expect(page.get_by_text("none yet")).to_be_visible()
        reader.reload()
        expect(within.get_by_role("alert")).to_contain_text("was taken back")


@pytest.mark.skipif(AXE is None, reason="axe-core is not here: sh .ci/axe fetches it")
def test_the_page_of_links_keeps_nobody_out(window: Windows, tmp_path: Path) -> None:
    assert AXE
    with shared(tmp_path, "*") as url:
        page = signed_in(window, url)
        for address in ("/shares?view=q%3DHoms", "/shares?lang=ar"):
            page.goto(f"{url}{address}")
            if page.locator("form button").count():
                page.locator("form button").first.click()
            page.evaluate(AXE.read_text(encoding="utf-8"))
            assert grave(page) == []
