"""All of the page by the keyboard: where the keys lead, and that nobody is lost on the way."""

from collections.abc import Iterator

import pytest
from playwright.sync_api import expect

from dashboard.app.case import KeptCase
from dashboard.store import Store
from tests.browser.conftest import Windows, quiet, served
from tests.sample import dataset


@pytest.fixture
def kept(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The page over a case that can be corrected."""
    with Store.open(str(tmp_path_factory.mktemp("keys") / "case.db")) as store:
        store.save(dataset())
        with served(KeptCase("Ann", kept=store)) as url:
            yield url


def test_the_keys_lead_into_card_and_form_and_step_by_step_back(window: Windows, kept: str) -> None:
    page = window.open(kept)
    press, card = page.keyboard.press, page.locator("#card")
    page.locator("#timeline-section").focus()
    press("ArrowRight")
    expect(card.locator("h2")).to_be_visible()
    press("Enter")
    expect(card.locator("h2")).to_be_focused()
    press("e")
    expect(card.get_by_label("When")).to_be_focused()
    page.keyboard.type("5 March 2018")
    press("Escape")
    expect(page.locator("#said")).to_contain_text("Not saved")
    expect(card.get_by_role("button", name="Edit")).to_be_focused()
    press("Escape")
    expect(card).to_be_empty()
    expect(page.locator("#timeline-section")).to_be_focused()


def test_a_row_opens_its_event_then_leads_into_the_card_and_is_come_back_to(
    window: Windows, kept: str
) -> None:
    page = window.open(kept)
    row, card = page.locator("#table tbody tr").first, page.locator("#card")
    row.focus()
    page.keyboard.press("Enter")
    expect(card.locator("h2")).to_be_visible()
    expect(row).to_be_focused()
    page.keyboard.press("Enter")
    expect(card.locator("h2")).to_be_focused()
    page.keyboard.press("Shift+Tab")
    page.keyboard.press("Enter")
    expect(card).to_be_empty()
    expect(row).to_be_focused()


def test_whoever_lifts_a_filter_stays_among_the_others(window: Windows, address: str) -> None:
    page = window.open(f"{address}/?type=Battles&type=Protests")
    page.locator("#chips a").first.focus()
    page.keyboard.press("Enter")
    expect(page.locator("#chips a").first).to_contain_text("Protests")
    expect(page.locator("#chips a").first).to_be_focused()
    page.keyboard.press("Enter")
    expect(page.locator("#chips a")).to_have_count(0)
    expect(page.locator("#timeline-section")).to_be_focused()


def test_on_a_phone_the_filters_take_the_keys_and_give_them_back(window: Windows, address: str) -> None:
    page = window.open(address, width=390, height=844)
    page.get_by_role("button", name="Filters").press("Enter")
    expect(page.get_by_role("button", name="Done")).to_be_focused()
    page.keyboard.press("Escape")
    expect(page.get_by_role("button", name="Filters")).to_be_focused()


def test_what_is_typed_into_a_list_takes_the_place_of_what_stood_there(window: Windows, address: str) -> None:
    page = window.open(address)
    page.locator("#zone").focus()
    page.keyboard.type("Kyiv")
    page.keyboard.press("ArrowDown")
    page.keyboard.press("Enter")
    page.wait_for_url(lambda url: "zone=Europe%2FKyiv" in url)
    page.keyboard.type("Tokyo")
    expect(page.get_by_role("option")).to_have_text(["Asia/Tokyo"])
    page.keyboard.press("Enter")
    page.wait_for_url(lambda url: "zone=Asia%2FTokyo" in url)


def test_whoever_chooses_several_or_takes_one_out_stays_in_the_list(window: Windows, address: str) -> None:
    page = window.open(address)
    folded = page.locator("#folded")
    for name in ("Douma", "Homs", "Harasta"):
        folded.press_sequentially(name)
        page.keyboard.press("Enter")
        expect(page.get_by_role("button", name=f"Remove {name}")).to_be_visible()
    quiet(page)
    clear = page.locator(".pill.clears").bounding_box()
    typed = folded.bounding_box()
    assert clear is not None
    assert typed is not None
    assert typed["x"] + typed["width"] < clear["x"] + 1
    page.get_by_role("button", name="Remove Homs").press("Enter")
    page.wait_for_url(lambda url: "fold=Homs" not in url and "fold=Douma" in url)
    expect(folded).to_be_focused()


KEYBOARDS = [
    ("/", "Slash", False, "#search", "of Latin letters"),
    ("ظ", "Slash", False, "#search", "Arabic"),
    ("؟", "Slash", True, "key", "Arabic"),
    ("?", "Digit7", True, "key", "Ukrainian, where the sign stands elsewhere"),
]
PRESSED = """([key, code, shiftKey]) => document.activeElement.dispatchEvent(
  new KeyboardEvent('keydown', { key, code, shiftKey, bubbles: true, cancelable: true }))"""


def test_signs_go_by_their_place_where_a_keyboard_has_them_not(window: Windows, address: str) -> None:
    page = window.open(address)
    for key, code, shift, leads, keyboard in KEYBOARDS:
        page.evaluate(PRESSED, [key, code, shift])
        if leads == "key":
            expect(page.locator("details[open] .marks").first, keyboard).to_be_visible()
        else:
            expect(page.locator(leads), keyboard).to_be_focused()
        page.keyboard.press("Escape")
        page.evaluate("document.activeElement.blur()")
        expect(page.locator("details[open] .marks")).to_have_count(0)


def test_all_rows_are_ticked_by_the_key_that_stands_where_a_stands(window: Windows, kept: str) -> None:
    page = window.open(kept)
    page.locator("#table tbody tr").first.focus()
    page.evaluate(PRESSED.replace("shiftKey, bubbles", "ctrlKey: true, bubbles"), ["ش", "KeyA", False])
    expect(page.locator("#table tbody tr input:checked")).to_have_count(8)


def test_a_sign_that_the_keyboard_has_is_itself(window: Windows, address: str) -> None:
    page = window.open(address)
    for key in "!:-":
        page.evaluate(PRESSED, [key, "Slash", False])
        assert page.evaluate("document.activeElement.id") != "search", key
