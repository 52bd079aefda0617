"""The map: drawn when its tab is opened, pointed at, boxed, zoomed with the keys, as narrow as a phone."""

import math
import re

from playwright.sync_api import Page, expect

from dashboard.figures.atlas.projection import Projection
from tests.browser.conftest import Windows, quiet

DRAWN = "#map.js-plotly-plot"
BOXES = """(which) => [...document.querySelectorAll(which)].map((each) => ({ ...each.getBoundingClientRect().toJSON(), words: each.textContent }))"""
RANGE = "() => document.querySelector('#map').layout.xaxis.range"


def opened(window: Windows, url: str, **options: int) -> Page:
    """The page with the map drawn."""
    page = window.open(url, **options)
    page.get_by_role("tab", name="Map").click()
    page.locator(DRAWN).wait_for()
    quiet(page, 300)  # the panel grows when the map opens
    return page


def test_the_map_is_drawn_when_its_tab_is_opened_and_by_one_request(window: Windows, address: str) -> None:
    page = window.open(address)
    assert page.locator("#map").evaluate("part => part.childElementCount") == 0
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.post_data or "") if request.method == "POST" else None)  # fmt: skip
    page.get_by_role("tab", name="Map").click()
    page.locator(DRAWN).wait_for()
    expect(page).to_have_url(f"{address}/?tab=map")
    assert sum("map-figure" in each for each in asked) == 1
    assert page.locator("#map .points path:not([style*='opacity: 0;'])").count() == 6, (
        "a mark for each place, an arrow for the movement"
    )
    expect(page.locator("#map")).to_have_attribute("aria-label", "Map of 7 events at 5 places. Most at Homs 2, Douma 2, Misraba 1. The list of places in the filters says the same in words. Keys: + and − zoom, arrows move, 0 shows all.")  # fmt: skip
    expect(page.locator(".map-scale")).to_contain_text("km")


def test_a_name_covers_neither_its_mark_nor_another_name(window: Windows, address: str) -> None:
    page = opened(window, address)
    names = page.evaluate(BOXES, "#map .text text")
    marks = page.evaluate(BOXES, "#map .points path:not([style*='opacity: 0;'])")
    known = [each for each in names if each["words"].strip("\u2068\u2069") in {"Douma", "Homs"}]
    assert len(known) == 2
    for name in known:
        assert not [each for each in names if each != name and _cover(name, each)]
        assert not _cover(name, min(marks, key=lambda mark: _apart(name, mark))), "the mark that it names"


def _apart(one: dict[str, float], other: dict[str, float]) -> float:
    """How far the tops of two boxes are apart, and their middles."""
    middles = (one["left"] + one["right"] - other["left"] - other["right"]) / 2
    return math.hypot(middles, one["top"] - other["bottom"])


def _cover(one: dict[str, float], other: dict[str, float]) -> bool:
    """True where two boxes have more than an edge in common."""
    wide = min(one["right"], other["right"]) - max(one["left"], other["left"])
    high = min(one["bottom"], other["bottom"]) - max(one["top"], other["top"])
    return wide > 1 and high > 1


def test_a_click_asks_for_the_place_and_back_leads_back(window: Windows, address: str) -> None:
    page = opened(window, address)
    page.evaluate("document.querySelector('#map').emit('plotly_click', { points: [{ customdata: ['place', 'Syria/Homs'] }] })")  # fmt: skip
    expect(page.locator("#count")).to_have_text("2 of 8 events")
    expect(page).to_have_url(f"{address}/?place=Syria%2FHoms&tab=map")
    page.go_back()
    expect(page.locator("#count")).to_have_text("8 of 8 events")


def test_a_box_leaves_what_happened_in_it_and_its_chip_lifts_it(window: Windows, address: str) -> None:
    page = opened(window, address)
    page.get_by_role("button", name="Draw a box").click()
    plane = Projection(page.evaluate("document.querySelector('#map').layout.meta.parallel")).plane(
        36.71, 34.73
    )
    homs = page.evaluate(
        """(plane) => {
        const map = document.querySelector('#map'), box = map.getBoundingClientRect(), { xaxis, yaxis } = map._fullLayout;
        return [box.x + xaxis.d2p(plane[0]), box.y + yaxis.d2p(plane[1])];
    }""",
        [float(each) for each in plane],
    )
    page.mouse.move(homs[0] - 40, homs[1] - 25)
    page.mouse.down()
    page.mouse.move(homs[0] + 40, homs[1] + 25, steps=4)
    page.mouse.up()
    expect(page.locator("#count")).to_have_text("2 of 8 events")
    expect(page.get_by_text("Area: 36")).to_be_visible()
    page.get_by_role("link", name="Lift Area").click()
    expect(page.locator("#count")).to_have_text("8 of 8 events")


def test_the_map_is_zoomed_and_moved_with_the_keys(window: Windows, address: str) -> None:
    page = opened(window, address)
    page.wait_for_timeout(500)  # the panel grows when the map opens
    page.locator("#map").focus()
    page.keyboard.press("0")
    first, last = page.evaluate(RANGE)
    page.keyboard.press("+")
    page.wait_for_function(f"() => ({RANGE})()[1] < {last} - 1")
    page.keyboard.press("ArrowRight")
    page.wait_for_function(f"() => ({RANGE})()[1] > {last} - ({last} - {first}) / 6")
    page.keyboard.press("0")
    page.wait_for_function(f"() => Math.abs(({RANGE})()[1] - {last}) < ({last} - {first}) / 20")


def test_the_map_fits_a_phone_and_is_drawn_anew_in_the_dark(window: Windows, address: str) -> None:
    page = window.open(f"{address}/?tab=map&theme=dark", width=390, height=844)
    page.locator(DRAWN).wait_for()
    assert page.evaluate("document.querySelector('#map').layout.width") <= 390
    assert page.evaluate("document.documentElement.scrollWidth") <= 390
    assert page.evaluate("document.querySelector('#map').layout.paper_bgcolor") == "#16181d"


def test_the_picture_of_the_map_is_saved(window: Windows, address: str) -> None:
    page = opened(window, address)
    with page.expect_download() as saved:
        page.get_by_role("button", name="Save the map as a drawing").click()
    assert saved.value.suggested_filename == "sample-map.svg"


def test_counts_are_drawn_as_bands_when_their_tab_is_opened(window: Windows, address: str) -> None:
    page = window.open(address)
    page.get_by_role("tab", name="Counts").click()
    page.locator("#counts.js-plotly-plot").wait_for()
    page.get_by_role("link", name="by type").click()
    expect(page).to_have_url(f"{address}/?tab=counts&by=event_type")
    expect(page.locator("#counts")).to_contain_text("Explosions/Remote violence")
    expect(page.locator("#counts")).to_have_attribute("aria-label", re.compile("^Counts per day of 7 events"))
