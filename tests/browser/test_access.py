"""What axe-core says of the page: nothing that keeps out those who listen to it, see little colour or use no mouse."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from dashboard.app.case import KeptCase
from dashboard.cli.stored import sample
from dashboard.store import Store
from tests.browser.conftest import Windows, served

AXE = next((Path(__file__).parents[2] / ".venv").glob("axe-core-*.min.js"), None)
PHONE = {"width": 390, "height": 844, "has_touch": True, "is_mobile": True}
GRAVE = """async (part) => (await axe.run(document.querySelector(part), { resultTypes: ["violations"] })).violations
  .filter((each) => ["serious", "critical"].includes(each.impact))
  .flatMap((each) => each.nodes.map((node) => `${each.id}: ${node.html.slice(0, 120)}`))"""

pytestmark = pytest.mark.skipif(AXE is None, reason="axe-core is not here: sh .ci/axe fetches it")


@pytest.fixture(scope="module")
def seed(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The page over a case with the sample in it, which can be added to."""
    with Store.open(str(tmp_path_factory.mktemp("access") / "case.db")) as store:
        store.save(sample())
        with served(KeptCase("Ann", kept=store)) as url:
            yield url


def grave(page: Page, part: str = "html") -> list[str]:
    """What is serious or critical in a part of the page."""
    page.wait_for_timeout(250)  # what fades in has its colours by then
    return list(page.evaluate(GRAVE, part))


def tour(page: Page) -> Iterator[tuple[str, list[str]]]:
    """What is grave on the page, in each tab, each thing that drops down, the key, and the dialog that adds."""
    yield "page", grave(page)
    for tab in page.get_by_role("tab").all():
        tab.click()
        page.wait_for_load_state("networkidle")
        yield tab.inner_text(), grave(page, ".bottom")
    for opener in ("zone", "lanes-by", "folded"):
        page.locator(f"#{opener}").click()
        dropped = page.locator(".mantine-Popover-dropdown:visible").first
        expect(dropped).to_be_visible()
        yield opener, grave(page)
        page.keyboard.press("Escape")
    for popped in ("export-box", "key-box"):
        page.locator(f"#{popped} > summary").click()
        yield popped, grave(page, f"#{popped}")
        page.keyboard.press("Escape")
    page.locator("#add-open").click()
    yield "add", grave(page, "#adding")


@pytest.mark.parametrize(
    ("scheme", "screen"), [("light", {}), ("dark", PHONE)], ids=["light on a desk", "dark on a phone"]
)
def test_nothing_on_the_page_keeps_anybody_out(
    window: Windows, seed: str, scheme: str, screen: dict[str, int]
) -> None:
    assert AXE
    page = window.open(seed, color_scheme=scheme, **screen)
    page.evaluate(AXE.read_text(encoding="utf-8"))
    found = {where: said for where, said in tour(page) if said}
    page.keyboard.press("Escape")
    page.evaluate("(id) => dash_clientside.set_props('url', { search: `?event=${id}` })", first_event())
    expect(page.locator("#card .when")).not_to_be_empty()
    assert found | {"card": grave(page, "#card")} == {"card": []}


def first_event() -> str:
    """The id of an event of the sample."""
    return str(sample().events["event_id"].iloc[0])
