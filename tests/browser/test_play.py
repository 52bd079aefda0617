"""Going through time: by keys and buttons, at a speed, without asking the server, and without motion where none is wanted."""

from collections.abc import Iterator

import pytest
from playwright.sync_api import expect

from tests.browser.conftest import Windows, quiet, served
from tests.browser.test_access import AXE, grave
from tests.browser.test_asking import questions
from tests.told import told

CLOCK = ".play-clock"
LEFT = "() => parseFloat(document.querySelector('.play-cover').style.left)"


@pytest.fixture(scope="module")
def days() -> Iterator[str]:
    """The page over events of one day each."""
    with served(told()) as url:
        yield url


def test_steps_go_from_beginning_to_beginning_and_ask_nothing(window: Windows, days: str) -> None:
    page = window.open(days)

    def walk() -> None:
        for key in (".", ".", ".", ","):
            page.keyboard.press(key)

    assert questions(page, walk, one=False) == 0
    expect(page.locator(CLOCK)).to_have_text("3 March 2018 at 00:00: 3 of 19 events may have begun")
    expect(page.locator("#play [role=status]")).to_have_text("3 March 2018 at 00:00: 3 of 19 events may have begun")  # fmt: skip
    off = page.evaluate("""() => {
      const graph = document.querySelector("#timeline .js-plotly-plot"), axis = graph._fullLayout.xaxis;
      return document.querySelector(".play-cover").getBoundingClientRect().left - graph.getBoundingClientRect().left - axis._offset - axis.d2p("2018-03-03");
    }""")
    assert abs(off) < 2


def test_it_plays_to_the_end_and_asks_nothing(window: Windows, days: str) -> None:
    page = window.open(days)
    page.get_by_role("button", name="Play", exact=True).click()
    page.get_by_label("Speed").select_option("8")
    play = page.get_by_role("button", name="Play (p)")
    assert questions(page, play.click, one=False) == 0
    begun = page.evaluate(LEFT)
    page.wait_for_timeout(300)
    assert page.evaluate(LEFT) > begun
    expect(page.locator(CLOCK)).to_contain_text("19 of 19 events may have begun", timeout=10_000)
    expect(play).to_be_visible()


def test_where_no_motion_is_wanted_it_leaps(window: Windows, days: str) -> None:
    page = window.open(days, reduced_motion="reduce")
    page.keyboard.press("p")
    before = page.evaluate(LEFT)
    page.wait_for_timeout(400)
    assert page.evaluate(LEFT) == before
    expect(page.locator(CLOCK)).to_contain_text("2 of 19", timeout=5_000)
    page.keyboard.press("p")
    expect(page.get_by_role("button", name="Play (p)")).to_be_visible()


def test_the_line_stays_at_its_moment_when_the_window_is_narrowed_and_goes_when_it_is_closed(
    window: Windows, days: str
) -> None:
    page = window.open(days)
    page.keyboard.press(".")
    page.keyboard.press(".")
    said = page.locator(CLOCK).inner_text()
    page.set_viewport_size({"width": 1000, "height": 900})
    quiet(page)
    assert page.locator(CLOCK).inner_text() == said
    page.locator("#play").get_by_role("button", name="Close").click()
    expect(page.locator(".play-cover")).to_have_count(0)
    expect(page.locator("#play-open")).to_be_focused()


def test_in_arabic_too_what_is_later_lies_to_the_right(window: Windows, days: str) -> None:
    page = window.open(f"{days}/?lang=ar")
    page.keyboard.press(".")
    line = "getComputedStyle(document.querySelector('.play-cover'))"
    assert page.evaluate(f"[{line}.borderLeftWidth, {line}.borderRightWidth]") == ["2px", "0px"]
    back, on = (page.locator(f"[data-play={name}]").bounding_box() for name in ("back", "on"))
    assert back
    assert on
    assert back["x"] < on["x"]


def test_the_keys_are_where_they_stand_on_a_keyboard_of_other_letters(window: Windows, days: str) -> None:
    page = window.open(days)
    pressed = "([key, code]) => document.body.dispatchEvent(new KeyboardEvent('keydown', { key, code, bubbles: true }))"
    page.evaluate(pressed, ["ح", "KeyP"])
    expect(page.get_by_role("button", name="Pause (p)")).to_be_visible()
    page.evaluate(pressed, ["з", "KeyP"])
    expect(page.get_by_role("button", name="Play (p)")).to_be_visible()
    before = page.locator(CLOCK).inner_text()
    page.evaluate(pressed, ["ю", "Period"])
    expect(page.locator(CLOCK)).not_to_have_text(before)


def test_where_there_is_nothing_to_go_through_it_is_not_offered(window: Windows, days: str) -> None:
    page = window.open(f"{days}/?q=zzz")
    play = page.get_by_role("button", name="Play", exact=True)
    expect(play).to_be_disabled()
    page.evaluate("dash_clientside.address.go((said) => said.delete('q'))")
    expect(play).to_be_enabled()


@pytest.mark.skipif(AXE is None, reason="axe-core is not here: sh .ci/axe fetches it")
@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_nothing_of_it_keeps_anybody_out(window: Windows, days: str, scheme: str) -> None:
    assert AXE
    page = window.open(days, color_scheme=scheme)
    page.keyboard.press(".")
    page.evaluate(AXE.read_text(encoding="utf-8"))
    assert grave(page, "#timeline-section") == []
