"""A person looks, narrows, clicks, goes back, and sends a link."""

import re
from contextlib import suppress
from datetime import date, datetime, timedelta
from itertools import combinations
from urllib.parse import parse_qs, urlencode, urlsplit

from playwright.sync_api import Page, Route, expect
from playwright.sync_api import TimeoutError as LateError

from dashboard.consolidation import dataset_from
from dashboard.extraction import read_report
from dashboard.table import Dataset
from dashboard.text import Report
from tests.browser.conftest import Windows, bars, count, goes, lists, quiet, served, settled, shows
from tests.sample import dataset

EVENTS = dataset().events
DATED = set(EVENTS.loc[EVENTS["start"].notna(), "event_id"])


def event_id(place: str, words: str = "") -> str:
    """The sample's event at a place whose sentence has these words."""
    found = EVENTS[(EVENTS["location"] == place) & EVENTS["notes"].str.contains(words)]
    return str(found["event_id"].iloc[0])


BANDS = """() => document.querySelectorAll("#timeline .zoomlayer").length"""


def click_on(page: Page, event: str) -> None:
    """A click with the mouse in the middle of an event's mark."""
    at = spot(page, event)
    page.mouse.click(at["x"], at["y"])


def spot(page: Page, event: str) -> dict[str, float]:
    """The middle of an event's mark."""
    found: dict[str, float] = page.evaluate(
        """(event) => {
          const graph = document.querySelector("#timeline .js-plotly-plot");
          const { xaxis, yaxis } = graph._fullLayout;
          const box = graph.querySelector(".nsewdrag").getBoundingClientRect();
          const hits = graph.data.find((trace) => trace.name === "events");
          const own = hits.customdata.map((id, at) => [id, at]).filter(([id]) => id === event);
          const [, at] = own[Math.floor(own.length / 2)];
          return { x: box.left + xaxis.d2p(hits.x[at]), y: box.top + yaxis.d2p(hits.y[at]) };
        }""",
        event,
    )
    return found


def test_the_page_shows_every_dated_event_in_lanes_and_lists_the_others(
    window: Windows, address: str
) -> None:
    page = window.open(address)
    assert count(page) == "8 of 8 events"
    shows(page, DATED)
    for lane in ("Douma", "Kafr Batna", "Harasta", "Misraba", "Homs"):
        expect(page.locator("#timeline")).to_contain_text(lane)
    expect(page.locator("#undated")).to_contain_text("1 event with no usable time")


def test_choosing_one_place_narrows_chart_table_and_count_alike(window: Windows, address: str) -> None:
    page = window.open(address)
    page.locator("#places-section").get_by_label("Homs").check()
    expect(page.locator("#count")).to_have_text("2 of 8 events")
    wanted = set(EVENTS.loc[EVENTS["location"] == "Homs", "event_id"])
    shows(page, wanted)
    lists(page, wanted)
    assert "place=Syria" in page.url


def test_no_name_on_the_chart_touches_another(window: Windows) -> None:
    days = [date(2018, 1, 1) + timedelta(at * (at + 1) // 2) for at in range(24)]
    blast = {"event_type": "Explosions/Remote violence", "sub_event_type": "Grenade", "location": "Douma"}
    rows = [blast | {"event_id": f"{day}", "start": f"{day}T00:00Z", "end": f"{day}T12:00Z"} for day in days]
    with served(Dataset.from_rows(rows)) as url:
        page = window.open(url)
        names = page.locator("#timeline .text text", has_text="Grenade")
        named = names.evaluate_all("(all) => all.map((each) => each.getBoundingClientRect().toJSON())")
    assert len(named) == 24
    beside = [
        (one, other)
        for one, other in combinations(sorted(named, key=lambda each: each["left"]), 2)
        if abs(one["top"] - other["top"]) < 4
    ]
    assert beside
    for one, other in beside:
        assert other["left"] > one["right"] + 3


def test_a_click_on_a_bar_opens_the_card_with_the_sentence_highlighted(window: Windows, address: str) -> None:
    page = window.open(address)
    event = event_id("Harasta")
    click_on(page, event)
    card = page.locator("#card")
    expect(card.locator("blockquote")).to_have_text("Warplanes bombed Harasta at 14:20 yesterday")
    expect(card.locator("blockquote mark")).to_have_text("at 14:20 yesterday")
    expect(page.locator(f'#table [row-id="{event}"][aria-selected="true"]')).to_be_visible()
    expect(page.locator("#live")).to_contain_text("Harasta")


def test_a_copied_address_shows_the_same_view(window: Windows, address: str) -> None:
    page = window.open(address)
    page.locator("#places-section").get_by_label("Rif Dimashq").click()
    expect(page.locator("#count")).to_have_text("5 of 8 events")
    page.get_by_text("must overlap").click()
    page.get_by_role("tab", name="Report").click()
    page.locator(".phrase").first.click()
    expect(page.locator("#card h2")).to_contain_text("Douma")
    other = window.open(page.url)
    assert count(other) == count(page)
    shows(other, bars(page))
    expect(other.locator("#card h2")).to_have_text(page.locator("#card h2").inner_text())
    expect(other.get_by_role("tab", name="Report")).to_have_attribute("aria-selected", "true")
    expect(other.locator("#places-section").get_by_label("Rif Dimashq")).to_be_checked()


def test_back_undoes_the_last_choice(window: Windows, address: str) -> None:
    page = window.open(address)
    page.get_by_label("Protests").check()
    expect(page.locator("#count")).to_have_text("1 of 8 events")
    page.go_back()
    expect(page.locator("#count")).to_have_text("8 of 8 events")
    expect(page.get_by_label("Protests")).not_to_be_checked()


def test_two_quick_choices_both_count(window: Windows, address: str) -> None:
    page = window.open(address)
    page.get_by_label("Protests").check()
    page.get_by_label("Battles").check()
    expect(page.locator("#count")).to_have_text("3 of 8 events")


def test_a_filter_that_empties_the_view_is_named_and_can_be_lifted(window: Windows, address: str) -> None:
    page = window.open(f"{address}/?place=Syria%2FHoms&q=Harasta-and-nothing-else")
    empty = page.locator("#empty")
    expect(empty).to_contain_text("Search: “Harasta-and-nothing-else”")
    empty.get_by_role("link", name="Search").click()
    expect(page.locator("#count")).to_have_text("2 of 8 events")
    expect(page.get_by_label("Search", exact=True)).to_have_value("")


def test_a_typed_date_moves_the_window_and_nonsense_keeps_it(window: Windows, address: str) -> None:
    page = window.open(address)
    page.get_by_label("From", exact=True).fill("5 March 2018")
    page.keyboard.press("Enter")
    expect(page.locator("#chips")).to_contain_text("from 5 March 2018")
    before = page.url
    page.get_by_label("From", exact=True).fill("the day the music died")
    page.keyboard.press("Enter")
    expect(page.locator(".window")).to_contain_text("the day the music died")
    assert page.url == before


CLICKED = (
    '#places-section [aria-label^="Homs"]',
    "#facet-event_type-boxes >> text=Battles",
    "#chips >> text=Battles",
    "#must >> text=must overlap",
    "#theme",
    "#table >> text=Killed",
    "#table tbody tr",
    "#tabs >> text=Report",
)


def test_a_date_typed_just_before_another_click_counts_as_well(window: Windows, address: str) -> None:
    page = window.open(address)
    for part in CLICKED:
        goes(page, "?type=Battles&type=Protests")
        expect(page.locator("#chips")).to_contain_text("Protests")
        expect(page.locator("#chips")).not_to_contain_text("from 5 February 2018")
        page.get_by_label("From", exact=True).fill("5 February 2018")
        page.locator(part).first.click()
        expect(page.locator("#chips")).to_contain_text("from 5 February 2018")
    goes(page, "?type=Battles")
    expect(page.locator("#count")).to_have_text("2 of 8 events")
    page.get_by_label("From", exact=True).fill("5 February 2018")
    click_on(page, event_id("Homs", "clashed"))
    expect(page.locator("#card h2")).to_contain_text("Homs")
    expect(page.locator("#chips")).to_contain_text("from 5 February 2018")


def drag(page: Page, what: str, first: float, last: float, *, ends: str = "up") -> None:
    """A hand from one share of a drawing's width to another."""
    box = page.locator(f"{what} .nsewdrag").first.bounding_box()
    assert box
    high = box["y"] + min(box["height"], 60) / 2
    page.mouse.move(box["x"] + box["width"] * first, high)
    page.mouse.down()
    page.mouse.move(box["x"] + box["width"] * last, high, steps=6)
    if ends != "up":
        page.keyboard.press(ends)
    page.mouse.up()


def covered(page: Page) -> list[int]:
    """The window over the strip, in percent of its width."""
    shares: list[float] = page.evaluate(
        """() => { const { left, width } = document.getElementById("strip-over").getBoundingClientRect();
          const on = document.querySelector("#strip-over .on").getBoundingClientRect();
          return [(on.left - left) / width, (on.right - left) / width]; }"""
    )
    return [round(100 * each) for each in shares]


def test_a_stretch_drawn_on_the_strip_becomes_the_window(window: Windows, address: str) -> None:
    page = window.open(address)
    drag(page, "#overview", 0.98, 0.75)
    expect(page.locator("#chips")).to_contain_text("May overlap")
    assert "from=" in page.url
    assert covered(page) == [75, 98]
    page.reload()
    settled(page)
    assert covered(page) == [75, 98]
    page.get_by_role("link", name="All", exact=True).click()
    expect(page.locator("#strip-over .on")).to_be_hidden()


HANDS = {
    "moved": ((0.5, 0.6), [50, 80]),
    "begins before": ((0.4, 0.3), [30, 70]),
    "ends later": ((0.7, 0.9), [40, 90]),
    "no further than the edge": ((0.5, 0.95), [70, 100]),
    "another": ((0.8, 0.9), [80, 90]),
}


def test_the_window_on_the_strip_is_moved_and_stretched_by_hand(window: Windows, address: str) -> None:
    page = window.open(address)
    found = {}
    for what, (hand, _) in HANDS.items():
        goes(page, "?")
        drag(page, "#overview", 0.4, 0.7)
        page.wait_for_url(re.compile("from="))
        quiet(page)
        before = page.url
        drag(page, "#overview", *hand)
        page.wait_for_function("(before) => location.href !== before", arg=before)
        quiet(page)
        found[what] = covered(page)
    assert found == {what: after for what, (_, after) in HANDS.items()}


def test_a_drag_that_is_given_up_or_too_short_leaves_the_window_as_it_was(
    window: Windows, address: str
) -> None:
    page = window.open(address)
    drag(page, "#overview", 0.4, 0.7)
    page.wait_for_url(re.compile("from="))
    quiet(page)
    before = page.url
    drag(page, "#overview", 0.8, 0.95, ends="Escape")
    drag(page, "#overview", 0.8, 0.801)
    quiet(page)
    assert page.url == before
    assert covered(page) == [40, 70]


def test_a_window_moved_there_and_back_is_the_one_it_was(window: Windows, address: str) -> None:
    page = window.open(address)
    drag(page, "#overview", 0.4, 0.7)
    page.wait_for_url(re.compile("from="))
    quiet(page)
    before = page.url
    drag(page, "#overview", 0.5, 0.63)
    page.wait_for_url(lambda url: url != before)
    quiet(page)
    drag(page, "#overview", 0.63, 0.5)
    quiet(page)
    assert page.url == before


def test_a_window_that_begins_before_the_strip_goes_where_the_hand_goes(
    window: Windows, address: str
) -> None:
    page = window.open(address)
    drag(page, "#overview", 0, 0.5)
    page.wait_for_url(re.compile("from="))
    said = parse_qs(urlsplit(page.url).query)
    start, end = (datetime.fromisoformat(said[edge][0]) for edge in ("from", "to"))
    before = f"{start - 0.4 * (end - start):%Y-%m-%dT%H:%M:%SZ}"
    page.goto(f"{address}/?{urlencode({'from': before, 'to': said['to'][0]})}")
    settled(page)
    assert covered(page) == [0, 50]
    drag(page, "#overview", 0.3, 0.25)
    quiet(page)
    assert covered(page) == [0, 50]
    drag(page, "#overview", 0.3, 0.4)
    page.wait_for_url(lambda url: before[:10] not in url)
    quiet(page)
    assert covered(page) == [0, 60]


def test_the_second_of_two_quick_drags_counts_too(window: Windows, address: str) -> None:
    page = window.open(address)
    for last in (0.1, 0.5):
        drag(page, "#overview", 0.2, last)
    page.wait_for_url(re.compile("to=2018-02-18"))
    quiet(page)
    assert covered(page) == [20, 50]


def test_a_second_finger_does_not_move_what_the_first_holds(window: Windows, address: str) -> None:
    page = window.open(address)
    box = page.locator("#overview .nsewdrag").first.bounding_box()
    assert box
    high = box["y"] + box["height"] / 2
    page.mouse.move(box["x"] + box["width"] * 0.2, high)
    page.mouse.down()
    page.mouse.move(box["x"] + box["width"] * 0.4, high, steps=4)
    for kind in ("pointermove", "pointerup", "pointercancel"):
        page.evaluate(
            """([kind, clientX]) =>
                window.dispatchEvent(new PointerEvent(kind, { pointerId: 99, pointerType: "touch", clientX }))""",
            [kind, box["x"] + box["width"] * 0.9],
        )
    assert covered(page) == [20, 40]
    page.mouse.up()
    page.wait_for_url(re.compile("from="))
    quiet(page)
    assert covered(page) == [20, 40]


def test_a_zoom_on_the_chart_shows_what_was_drawn_until_it_is_answered(window: Windows, address: str) -> None:
    page = window.open(address)
    held: list[Route] = []
    page.route("**/_dash-update-component*", lambda route: held.append(route))  # noqa: PLW0108 - playwright marks it
    drag(page, "#timeline", 0.7, 0.95)
    page.wait_for_function(f"({BANDS})() === 2")
    assert len(held) == 1
    held[0].continue_()
    page.wait_for_url(re.compile("from="))
    quiet(page)
    assert page.evaluate(BANDS) == 1


def test_zooming_the_chart_is_in_the_address_and_a_double_click_shows_all(
    window: Windows, address: str
) -> None:
    page = window.open(address)
    box = page.locator("#timeline .nsewdrag").first.bounding_box()
    assert box
    page.mouse.move(box["x"] + box["width"] * 0.7, box["y"] + 6)
    page.mouse.down()
    page.mouse.move(box["x"] + box["width"] * 0.95, box["y"] + 8, steps=6)
    page.mouse.up()
    page.wait_for_url(re.compile("from="))
    expect(page.locator("#chips")).to_contain_text("May overlap")
    expect(page.locator("#count")).not_to_have_text("8 of 8 events")
    expect(page.locator("[data-dash-is-loading]")).to_have_count(0)
    page.wait_for_timeout(500)  # a double click on a chart being redrawn is two single ones, as for people
    for _ in range(8):  # on a busy machine the two clicks may reach the chart too far apart to be one
        page.mouse.dblclick(box["x"] + box["width"] * 0.1, box["y"] + 6)
        with suppress(LateError):
            page.wait_for_url(lambda url: "from=" not in url, timeout=3000)
            break
    expect(page.locator("#count")).to_have_text("8 of 8 events")
    assert "from=" not in page.url


def test_reset_axes_shows_all_after_a_zoom_out(window: Windows, address: str) -> None:
    page = window.open(f"{address}/?from=2018-03-05T00:00Z&to=2018-03-06T00:00Z")
    page.locator("#timeline .nsewdrag").first.hover()
    page.locator("#timeline [data-title='Zoom out']").click()
    page.wait_for_url(lambda url: "from=" in url and "2018-03-05T00" not in url)
    page.locator("#timeline [data-title='Reset axes']").click()
    page.wait_for_url(lambda url: "from=" not in url)
    expect(page.locator("#chips .chip")).to_have_count(0)


def test_what_the_strip_tells_under_a_pointer_lies_under_no_cover(window: Windows, address: str) -> None:
    page = window.open(f"{address}/?from=2018-03-05T00:00Z&to=2018-03-06T00:00Z")
    cover = page.locator("#strip-over .before")
    expect(cover).to_be_visible()
    page.locator("#overview .nsewdrag").first.hover()
    expect(page.locator("#overview .hovertext").first).to_be_visible()
    expect(cover).to_be_hidden()


def test_lanes_are_folded_in_a_list_and_taken_out_of_it_again(window: Windows, address: str) -> None:
    page = window.open(address)
    page.locator("#folded").fill("dou")
    expect(page.get_by_role("option")).to_have_text(["Douma"])
    page.keyboard.press("Enter")
    page.wait_for_url(lambda url: "fold=Douma" in url)
    expect(page.get_by_role("listbox")).to_have_count(0)
    page.locator("#folded").fill("nowhere")
    expect(page.get_by_role("option")).to_have_text(["Nothing found"])
    page.keyboard.press("Escape")
    page.get_by_role("button", name="Remove Douma").click()
    page.wait_for_url(lambda url: "fold=" not in url)


def test_what_a_pointer_is_told_of_an_event_is_asked_for_when_it_points_there(
    window: Windows, address: str
) -> None:
    page = window.open(address)
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url) if "/hover?" in request.url else None)
    at = spot(page, event_id("Homs", "clashed"))
    page.mouse.move(at["x"], at["y"])
    told = page.locator("#hover")
    expect(told).to_contain_text("Armed clash")
    expect(told).to_contain_text("clashed")
    assert told.locator("b").count() == 1
    page.mouse.move(at["x"], at["y"] + 200)
    expect(told).to_be_hidden()
    page.mouse.move(at["x"], at["y"])
    expect(told).to_be_visible()
    assert len(asked) == 1
    page.mouse.click(at["x"], at["y"])
    expect(page.locator("#card h2")).to_contain_text("Homs")
    expect(told).to_be_hidden()


def test_arrow_keys_go_from_event_to_event_and_are_read_out(window: Windows, address: str) -> None:
    page = window.open(address)
    page.locator("#timeline-section").focus()
    seen, read_out = [], page.locator("#live").inner_text()
    for _ in DATED:
        page.keyboard.press("ArrowRight")
        page.wait_for_url(lambda url: "event=" in url and url not in seen)
        seen.append(page.url)
        expect(page.locator("#live")).not_to_have_text(read_out)  # the next key counts from what is shown
        read_out = page.locator("#live").inner_text()
    assert len(set(seen)) == len(DATED)
    page.keyboard.press("Escape")
    expect(page.locator("#card")).to_be_empty()


def test_a_table_row_opens_its_event_by_keyboard(window: Windows, address: str) -> None:
    page = window.open(address)
    page.locator("#table td").first.click()
    page.keyboard.press("ArrowDown")
    page.keyboard.press("Space")
    expect(page.locator("#card h2")).to_contain_text("Misraba")


def test_html_in_a_report_is_shown_as_text(window: Windows, address: str) -> None:
    hostile = str(EVENTS.loc[EVENTS["start"].isna(), "event_id"].iloc[0])
    page = window.open(f"{address}/?tab=table&event={hostile}")
    own = "script:not([src], [type='application/json'])"
    for tab in ("table", "report", "review", "totals", "unread"):
        goes(page, f"?tab={tab}&event={hostile}")
        expect(page.locator("#card blockquote")).to_have_text(
            "<script>alert(1)</script> Fighting was heard near Arbin."
        )
        assert page.locator(own).count() <= 2, f"only the page's own scripts beside {tab}"
        assert page.locator("b", has_text="calm").count() == 0, tab


def test_another_zone_of_the_browser_draws_the_same_picture(window: Windows, address: str) -> None:
    drawn = """() => {
      const graph = document.querySelector("#timeline .js-plotly-plot");
      return [graph.querySelector(".xaxislayer-above, .xaxislayer-below").textContent, graph.layout.xaxis.range];
    }"""
    pictures = []
    for zone in ("Asia/Damascus", "America/Los_Angeles", "Pacific/Kiritimati"):
        page = window.open(address, timezone_id=zone)
        pictures.append((page.evaluate(drawn), page.locator("#timeline").screenshot()))
    assert pictures[0][0] == pictures[1][0] == pictures[2][0]
    assert pictures[0][1] == pictures[1][1] == pictures[2][1], "pixel by pixel"


def test_another_clock_is_told_on_the_page_and_in_the_address(window: Windows, address: str) -> None:
    page = window.open(f"{address}/?zone=Asia%2FTokyo&event={event_id('Harasta')}")
    expect(page.locator("#zone-note")).to_contain_text("Tokyo, UTC+9")
    expect(page.locator("#card .when")).to_contain_text("21:20")
    expect(page.locator("#card")).to_contain_text("14:20")


def test_running_totals_have_a_tab_of_their_own(window: Windows) -> None:
    text = "Artillery shelled Douma on Tuesday. The death toll in Douma has risen to 219 since Sunday."
    told = dataset_from([read_report(Report(text, published=date(2018, 3, 7)))])
    with served(told) as url:
        page = window.open(url)
        assert page.locator("#count").inner_text() == "1 of 1 event"
        page.get_by_role("tab", name="Running totals (1)").click()
        expect(page.locator("#totals")).to_contain_text("risen to 219")


def test_a_click_on_a_lanes_name_folds_it_and_another_opens_it(window: Windows, address: str) -> None:
    page = window.open(address)
    name = page.locator("#timeline .textpoint", has_text="Douma").first
    name.click(force=True)  # what is clicked is the unseen point over it
    page.wait_for_url(lambda url: "fold=Douma" in url)
    shows(page, DATED - set(EVENTS.loc[EVENTS["location"] == "Douma", "event_id"]))
    expect(page.locator(".fold")).to_contain_text("Douma")
    name.click(force=True)
    page.wait_for_url(lambda url: "fold=" not in url)


def test_the_chart_is_drawn_anew_for_the_room_the_card_leaves(window: Windows, address: str) -> None:
    page = window.open(address)
    width = "document.querySelector('#timeline .js-plotly-plot').layout.width"
    wide = page.evaluate(width)
    click_on(page, event_id("Harasta"))
    expect(page.locator("#card h2")).to_be_visible()
    page.wait_for_function(f"{width} < {wide} - 200")


def test_in_a_narrow_window_the_buttons_of_the_chart_are_in_the_row_that_is_kept_for_them(
    window: Windows, address: str
) -> None:
    page = window.open(address, width=390, height=844)
    seen = "[...document.querySelectorAll('#timeline .modebar-group')].map((each) => getComputedStyle(each).opacity)"
    assert set(page.evaluate(seen)) == {"1"}
