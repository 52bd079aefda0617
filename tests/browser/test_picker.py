"""The tree of places: by keyboard, and with 2,000 places as well."""

from collections.abc import Iterator

import pytest
from playwright.sync_api import expect

from dashboard.table import Dataset
from tests.browser.conftest import Windows, served


@pytest.fixture(scope="module")
def many() -> Iterator[str]:
    """The page over 2,000 places in three countries, some with markup in their names."""
    rows = [
        {
            "event_id": f"e{number}",
            "start": f"2018-05-{number % 28 + 1:02}T00:00:00Z",
            "end": f"2018-05-{number % 28 + 1:02}T06:00:00Z",
            "event_type": "Battles",
            "country": ("Syria", "Mali", "السودان")[number % 3],
            "admin1": f"Region {number % 10}",
            "location": f"Town <b>{number}</b>",
        }
        for number in range(2_000)
    ]
    with served(Dataset.from_rows(events=rows)) as address:
        yield address


def test_places_are_walked_opened_and_ticked_with_the_keyboard(window: Windows, address: str) -> None:
    page = window.open(address)
    tree = page.get_by_role("tree", name="Place")
    tree.get_by_role("treeitem").first.focus()
    page.keyboard.press("Home")
    page.keyboard.press("ArrowLeft")
    syria = tree.get_by_role("treeitem", name="Syria, ")
    expect(syria).to_have_attribute("aria-expanded", "false")
    page.keyboard.press("ArrowRight")
    expect(syria).to_have_attribute("aria-expanded", "true")
    page.keyboard.press("ArrowDown")
    page.keyboard.press("Space")
    expect(tree.get_by_role("treeitem", name="Homs, ")).to_be_checked()
    expect(syria).to_have_attribute("aria-checked", "mixed")
    expect(page).to_have_url(f"{address}/?place=Syria%2FHoms")
    expect(page.locator("#count")).to_have_text("2 of 8 events")


def test_of_many_places_only_what_is_open_stands_in_the_page(window: Windows, many: str) -> None:
    page = window.open(many)
    tree = page.get_by_role("tree")
    expect(tree.get_by_role("treeitem")).to_have_count(33)
    mali = tree.locator("li:has(> [aria-label^='Mali,']) li:has(> [aria-label^='Region 1,'])")
    mali.locator("> .box > .twisty").click()
    expect(mali.get_by_role("treeitem").nth(1)).to_have_attribute("aria-label", "Town <b>1021</b>, 1 events")


def test_a_place_is_found_by_its_name_without_asking_the_server(window: Windows, many: str) -> None:
    page = window.open(many)
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    page.get_by_label("Find by name").fill("town <b>1999")
    (found,) = page.get_by_role("tree").get_by_role("treeitem").all()
    expect(found).to_contain_text("Region 9, Mali")
    assert asked == []
    found.click()
    expect(page.locator("#count")).to_have_text("1 of 2,000 events")
