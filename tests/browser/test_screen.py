"""The page on small and dark screens, with nothing to show, and for those who do not use a mouse."""

from collections.abc import Iterator

import pytest
from playwright.sync_api import expect

from dashboard.consolidation import dataset_from
from dashboard.extraction import read_report
from dashboard.table import Dataset
from dashboard.text import Report
from tests.browser.conftest import Windows, goes, served
from tests.sample import dataset

PHONE = {"width": 390, "height": 844}
HARASTA = str(dataset().events.set_index("location").loc["Harasta", "event_id"])


@pytest.fixture(scope="module")
def bare() -> Iterator[str]:
    """The page over a dataset without events."""
    with served(Dataset.from_rows(name="nothing yet")) as url:
        yield url


def test_a_phone_never_scrolls_sideways(window: Windows, address: str) -> None:
    page = window.open(address, **PHONE, has_touch=True, is_mobile=True)
    wide = {}
    for view in (
        "?",
        f"?event={HARASTA}",
        "?tab=report",
        "?place=Syria%2FHoms&type=Battles&q=homs",
        "?q=zzz",
    ):
        goes(page, view)
        wide[view] = int(page.evaluate("document.documentElement.scrollWidth"))
    assert max(wide.values()) <= PHONE["width"], wide


def test_on_a_phone_no_day_below_the_strip_leans(window: Windows) -> None:
    days = [f"2018-05-{day:02}" for day in (20, 26, 31)]
    rows = [
        {"event_id": day, "start": f"{day}T00:00Z", "end": f"{day}T12:00Z", "location": "Douma"}
        for day in days
    ]
    with served(Dataset.from_rows(rows)) as url:
        page = window.open(url, width=390, height=844)
        turned = page.locator("#overview .xtick text").evaluate_all(
            "(all) => all.map((each) => each.getAttribute('transform') || '')"
        )
    assert len(turned) > 1
    assert not [each for each in turned if "rotate(" in each and "rotate(0" not in each]


def test_a_list_goes_with_its_box_when_the_page_moves_and_out_of_sight_with_it(
    window: Windows, address: str
) -> None:
    page = window.open(f"{address}/?lang=fr", **PHONE)
    page.locator("#zone").click()
    listed = page.get_by_role("listbox")
    apart = """() => document.querySelector(".list").getBoundingClientRect().top
        - document.querySelector("#zone").getBoundingClientRect().top"""
    before, top = page.evaluate(apart), page.locator("#zone").bounding_box()
    page.evaluate("scrollBy(0, 30)")
    page.wait_for_timeout(100)
    assert page.locator("#zone").bounding_box() != top
    assert page.evaluate(apart) == pytest.approx(before, abs=2)
    page.evaluate("scrollBy(0, 800)")
    expect(listed).to_have_count(0)


def test_on_a_phone_the_rail_is_a_drawer(window: Windows, address: str) -> None:
    page = window.open(address, **PHONE, has_touch=True, is_mobile=True)
    box = page.locator("#places-section").get_by_label("Homs")
    expect(box).not_to_be_in_viewport()
    page.get_by_role("button", name="Filters").tap()
    box.check()
    page.get_by_role("button", name="Done").tap()
    expect(page.locator("#count")).to_have_text("2 of 8 events")
    expect(box).not_to_be_in_viewport()


def test_on_a_phone_the_card_is_a_sheet_as_wide_as_the_screen(window: Windows, address: str) -> None:
    page = window.open(f"{address}/?event={HARASTA}", **PHONE, has_touch=True, is_mobile=True)
    box = page.locator("#card").bounding_box()
    assert box
    assert (box["x"], box["width"]) == (0, PHONE["width"])
    page.locator("#card").get_by_role("link", name="Close").tap()
    expect(page.locator("#card")).to_be_empty()


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_the_page_takes_the_colours_the_machine_prefers(window: Windows, address: str, scheme: str) -> None:
    page = window.open(address, color_scheme=scheme)
    expect(page.locator("html")).to_have_attribute("data-scheme", scheme)
    shade = page.evaluate(
        "getComputedStyle(document.body).backgroundColor.match(/\\d+/g).slice(0, 3).map(Number).reduce((a, b) => a + b)"
    )
    assert (shade < 200) == (scheme == "dark")


def test_light_and_dark_can_be_switched_and_are_in_the_address(window: Windows, address: str) -> None:
    page = window.open(address)
    page.get_by_role("button", name="Switch between light and dark").click()
    expect(page.locator("html")).to_have_attribute("data-scheme", "dark")
    assert "theme=dark" in page.url


def test_without_events_the_page_says_what_to_do(window: Windows, bare: str) -> None:
    page = window.open(bare)
    expect(page.locator("#empty")).to_contain_text("No report has been read")
    expect(page.locator("#empty")).to_contain_text("conflict-timeline serve")


def test_times_that_hang_on_an_unknown_day_stay_relative_and_say_what_to_do(window: Windows) -> None:
    undated = Report(
        "Clashes near Harasta\n\nGunmen clashed with soldiers in Harasta yesterday.", url="x.txt"
    )
    with served(dataset_from([read_report(undated)], name="no date")) as url:
        page = window.open(url)
        tray = page.locator("#undated")
        expect(tray).to_contain_text("publication day − 1")
        tray.locator("summary").click()
        expect(tray.get_by_text("serve REPORT --published")).to_be_visible()
        expect(tray.get_by_text("or give the days here")).to_be_hidden()
        tray.get_by_role("link", name="Armed clash").click()
        expect(page.locator("#card .when")).not_to_be_empty()
        page.get_by_role("tab", name="Report").click()
        expect(page.locator(".report-head")).to_contain_text("No publication date is known")


def test_an_event_that_is_not_here_is_said_to_be_missing(window: Windows, address: str) -> None:
    page = window.open(f"{address}/?event=nobody")
    expect(page.locator("#card")).to_contain_text("No event here has the id nobody")


def test_every_control_has_a_name_and_can_be_reached_with_the_tab_key(window: Windows, address: str) -> None:
    page = window.open(address)
    nameless = page.evaluate(
        """() => [...document.querySelectorAll("button, input:not([type=hidden]), a[href], [role=tab]")]
        .filter((part) => part.checkVisibility() && !part.closest(".modebar"))
        .filter((part) => !(part.innerText || part.ariaLabel || part.title || part.labels?.length))
        .map((part) => part.outerHTML.slice(0, 160))"""
    )
    assert nameless == []
    reached = set()
    for _ in range(90):
        page.keyboard.press("Tab")
        reached.add(page.evaluate("document.activeElement.closest('[id]')?.id"))
    assert {"search", "zone", "share", "export", "theme", "window-from", "window-to"} <= reached


def test_the_chart_has_no_button_that_sends_it_anywhere(window: Windows, address: str) -> None:
    page = window.open(address)
    titles = page.evaluate(
        "() => [...document.querySelectorAll('.modebar-btn')].map((each) => each.dataset.title || '')"
    )
    assert [title for title in titles if "cloud" in title.lower() or "share" in title.lower()] == []


def test_the_splitter_and_the_tabs_are_moved_by_keys_and_pointer_and_kept_in_the_address(
    window: Windows, address: str
) -> None:
    page = window.open(address)
    bar = page.get_by_role("separator", name="Height of the tabs")
    bar.focus()
    page.keyboard.press("ArrowUp")
    page.wait_for_url(lambda url: "split=36" in url)
    expect(bar).to_have_attribute("aria-valuenow", "36")
    box = bar.bounding_box()
    assert box
    page.mouse.move(box["x"] + 200, box["y"] + 3)
    page.mouse.down()
    page.mouse.move(box["x"] + 200, box["y"] - 150, steps=4)
    page.mouse.up()
    expect(bar).not_to_have_attribute("aria-valuenow", "36")
    page.get_by_role("button", name="Close", exact=True).click()
    page.wait_for_url(lambda url: "split=0" in url)
    expect(page.locator("#table")).to_be_hidden()
    page.get_by_role("tab", name="Report").click()
    expect(page.locator("#report")).to_be_visible()
    expect(page.locator(".report-head")).to_contain_text("Published")


def test_how_to_read_the_chart_is_one_key_away_and_drawn_like_the_chart(
    window: Windows, address: str
) -> None:
    page = window.open(address)
    page.keyboard.press("?")
    sheet = page.locator("#key")
    expect(sheet).to_contain_text("Night and twilight")
    assert page.evaluate("[...document.querySelectorAll('#key img')].every((each) => each.naturalWidth > 0)")
    page.keyboard.press("Escape")
    expect(sheet).to_be_hidden()
    page.keyboard.press("/")
    expect(page.locator("#search")).to_be_focused()


def test_choices_that_would_leave_nothing_are_folded_away(window: Windows, address: str) -> None:
    page = window.open(f"{address}/?place=Syria%2FHoms")
    types = page.locator("#facet-event_type-boxes")
    expect(types.get_by_role("checkbox")).to_have_count(2)
    types.get_by_role("button", name="2 with none").click()
    expect(types.get_by_role("checkbox")).to_have_count(4)


def test_what_was_searched_for_is_marked_in_table_and_report(window: Windows, address: str) -> None:
    page = window.open(f"{address}/?q=warplanes")
    expect(page.locator("#chips")).to_contain_text("found in events")
    expect(page.locator("#table mark")).to_have_text("Warplanes")
    page.get_by_role("tab", name="Report").click()
    expect(page.locator("#report mark.hit")).to_have_text("Warplanes")


def test_the_table_is_sorted_by_a_click_on_a_head(window: Windows, address: str) -> None:
    page = window.open(address)
    page.get_by_role("button", name="Killed").click()
    page.wait_for_url(lambda url: "sort=-killed" in url)
    expect(page.get_by_role("columnheader", name="Killed")).to_have_attribute("aria-sort", "descending")
    expect(page.locator("#table tbody tr").first).to_contain_text("Douma")
