"""How often the page asks: once for a click, and not at all for what the browser can do by itself."""

from collections.abc import Callable
from functools import partial

import pytest
from playwright.sync_api import Page, Request, expect

from tests.browser.conftest import Windows, quiet

Touch = Callable[[Page], object]

QUESTION = "_dash-update-component"
QUIET = 600  # milliseconds in which a second question would have come


def questions(page: Page, touch: Callable[[], object], *, one: bool = True) -> int:
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
    assert len([each for each in asked if ".js" in each]) == 1


def test_a_click_asks_once(window: Windows, address: str) -> None:
    page = window.open(address)
    protests = page.get_by_label("Protests")
    assert questions(page, protests.check) == 1
    expect(page.locator("#count")).to_have_text("1 of 8 events")
    assert questions(page, page.locator("#chips a").first.click) == 1
    expect(page.locator("#count")).to_have_text("8 of 8 events")
    assert questions(page, page.get_by_role("tab", name="Report").click) == 1


def _tab(words: str) -> Touch:
    return lambda page: page.get_by_role("tab", name=words).click()


def _tick(facet: str) -> Touch:
    return lambda page: page.locator(
        f"#facet-{facet}-boxes [role=checkbox], #facet-{facet}-boxes input"
    ).first.click()


def _choose(box: str, words: str) -> Touch:
    def touch(page: Page) -> None:
        page.locator(box).click()
        page.get_by_role("option", name=words, exact=True).click()

    return touch


def _type(box: str, words: str) -> Touch:
    def touch(page: Page) -> None:
        page.locator(box).fill(words)
        page.keyboard.press("Enter")

    return touch


def _drag(what: str, first: float, last: float) -> Touch:
    def touch(page: Page) -> None:
        box = page.locator(f"{what} .nsewdrag").first.bounding_box()
        assert box is not None
        high = box["y"] + box["height"] / 2
        page.mouse.move(box["x"] + first * box["width"], high)
        page.mouse.down()
        page.mouse.move(box["x"] + last * box["width"], high, steps=4)
        page.mouse.up()

    return touch


def _next(page: Page) -> None:
    page.locator("#timeline-section").focus()
    page.keyboard.press("ArrowRight")


TOUCHES: dict[str, list[tuple[str, Touch]]] = {
    "tabs": [(words, _tab(words)) for words in ("Report", "Map", "Counts", "Review", "Running totals", "Not read", "Report", "Table")],
    "facets": [(facet, _tick(facet)) for facet in ("event_type", "actor1", "source", "granularity", "modality")],
    "lanes": [(by, _choose("#lanes-by", by)) for by in ("Type", "Country", "Place")],
    "time": [
        ("zoom", _drag("#timeline", 0.3, 0.6)),
        ("double click", lambda page: page.locator("#timeline .nsewdrag").first.dblclick()),
        ("brush", _drag("#overview", 0.2, 0.7)),
        ("all", lambda page: page.locator("#presets a").first.click()),
        ("from", _type("#window-from", "19 May 2018")),
        ("back", lambda page: page.go_back()),
        ("overlap", lambda page: page.get_by_text("must overlap").click()),
        ("zone", _choose("#zone", "UTC")),
    ],
    "an event": [
        ("open", lambda page: page.locator("#table [row-id]").first.click()),
        ("next", _next),
        ("closed", lambda page: page.keyboard.press("Escape")),
    ],
    "the window": [
        ("narrower", lambda page: page.set_viewport_size({"width": 1300, "height": 900})),
        ("wider", lambda page: page.set_viewport_size({"width": 1440, "height": 900})),
        ("dark", lambda page: page.locator("#theme").click()),
        ("light", lambda page: page.locator("#theme").click()),
    ],
    "words": [("search", _type("#search", "killed")), ("none", _type("#search", ""))],
}  # fmt: skip


@pytest.mark.parametrize("what", TOUCHES)
def test_whatever_is_touched_asks_once(window: Windows, address: str, what: str) -> None:
    page = window.open(address)
    asked = {name: questions(page, partial(touch, page)) for name, touch in TOUCHES[what]}
    assert asked == dict.fromkeys(asked, 1)


def test_the_report_tab_names_the_report_it_shows(window: Windows, address: str) -> None:
    page = window.open(address)
    page.get_by_role("tab", name="Report").click()
    expect(page.locator("#report-pick")).to_have_value("Shelling and <b>calm</b> around Douma & Homs")


def test_a_branch_of_the_tree_is_opened_without_asking(window: Windows, address: str) -> None:
    page = window.open(address)
    twisty = page.locator("#places-boxes .twisty:not(.leaf)").first
    assert questions(page, twisty.click, one=False) == 0
