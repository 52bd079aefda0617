"""Who says what: a click or the keys open the event of a cell, by one question, at every width."""

from collections.abc import Iterator

import pytest
from playwright.sync_api import Page, expect

from tests.browser.conftest import Windows, quiet, served
from tests.browser.test_access import AXE, grave
from tests.browser.test_asking import questions
from tests.told import told

CELL = """([column, row]) => {
  const part = document.querySelector("#who"), box = part.getBoundingClientRect(), { xaxis, yaxis } = part._fullLayout;
  return [box.x + xaxis._offset + xaxis.l2p(column), box.y + yaxis._offset + yaxis.l2p(-row)];
}"""


@pytest.fixture(scope="module")
def three() -> Iterator[str]:
    """The page over three sources."""
    with served(told()) as url:
        yield url


def opened(window: Windows, url: str, **options: object) -> Page:
    search = "&" if "?" in url else "/?"
    page = window.open(f"{url}{search}tab=who&split=60", **options)  # type: ignore[arg-type]  # options of a browser
    page.locator("#who.js-plotly-plot").wait_for()
    quiet(page)
    return page


def test_a_click_on_a_cell_opens_its_event_and_asks_once(window: Windows, three: str) -> None:
    page = opened(window, f"{three}/?event=e5")  # the card is there: nothing gets narrower
    x, y = page.evaluate(CELL, [3, 1])
    page.mouse.move(x, y)
    expect(page.locator("#who .hoverlayer")).to_contain_text("and contradicts")
    assert questions(page, lambda: page.mouse.click(x, y)) == 1
    expect(page).to_have_url(f"{three}/?event=e3&tab=who&split=60")
    expect(page.locator("#card h2")).to_contain_text("Battles, Hama")


def test_the_keys_go_from_cell_to_cell_and_ask_nothing(window: Windows, three: str) -> None:
    page = opened(window, three)
    page.locator("#who").focus()

    def walk() -> None:
        for key in ("ArrowRight", "ArrowDown", "ArrowRight"):
            page.keyboard.press(key)

    assert questions(page, walk, one=False) == 0
    expect(page.locator("#who-spoken")).to_have_text("\u2068The radio\u2069. published, and did not tell of it. \u2068Explosions/Remote violence, Homs\u2069. \u2068on Friday 2 March 2018\u2069")  # fmt: skip
    page.keyboard.press("Enter")
    expect(page).to_have_url(f"{three}/?tab=who&split=60&event=e1")


@pytest.mark.skipif(AXE is None, reason="axe-core is not here: sh .ci/axe fetches it")
@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_nothing_of_it_keeps_anybody_out(window: Windows, three: str, scheme: str) -> None:
    assert AXE
    page = opened(window, three, color_scheme=scheme)
    page.evaluate(AXE.read_text(encoding="utf-8"))
    assert grave(page, ".bottom") == []


def test_on_a_phone_all_of_it_is_there(window: Windows, three: str) -> None:
    page = opened(window, three, width=390, height=844)
    box = page.locator("#who").bounding_box()
    assert box
    assert box["x"] + box["width"] <= 390
    assert page.evaluate("document.querySelector('#who').layout.yaxis2 !== undefined")
