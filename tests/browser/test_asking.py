"""How often the page asks: once for a click, and not at all for what the browser can do by itself."""

from collections.abc import Callable

from playwright.sync_api import Page, Request, expect

from tests.browser.conftest import Windows, quiet

QUESTION = "_dash-update-component"
QUIET = 600  # milliseconds in which a second question would have come


def questions(page: Page, touch: Callable[[], None], *, one: bool = True) -> int:
    """How many questions a touch makes; where `one` should come, it is awaited."""
    asked: list[str] = []

    def note(request: Request) -> None:
        if QUESTION in request.url:
            asked.append(request.url)

    page.on("request", note)
    if one:
        with page.expect_response(lambda response: QUESTION in response.url):
            touch()
    else:
        touch()
    quiet(page, QUIET)
    page.remove_listener("request", note)
    return len(asked)


def test_the_page_comes_drawn_and_asks_nothing_more(window: Windows, address: str) -> None:
    page = window.open(address)
    asked = page.evaluate("() => performance.getEntriesByType('resource').map((each) => each.name)")
    assert [each for each in asked if QUESTION in each] == []
    assert len([each for each in asked if ".js" in each]) == 2


def test_a_click_asks_once(window: Windows, address: str) -> None:
    page = window.open(address)
    protests = page.get_by_label("Protests")
    assert questions(page, protests.check) == 1
    expect(page.locator("#count")).to_have_text("1 of 8 events")
    assert questions(page, page.locator("#chips a").first.click) == 1
    expect(page.locator("#count")).to_have_text("8 of 8 events")
    assert questions(page, page.get_by_role("tab", name="Report").click) == 1


def test_a_branch_of_the_tree_is_opened_without_asking(window: Windows, address: str) -> None:
    page = window.open(address)
    twisty = page.locator("#places-boxes .twisty:not(.leaf)").first
    assert questions(page, twisty.click, one=False) == 0
