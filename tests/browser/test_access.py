"""What axe-core says of the page: nothing that keeps out those who listen to it, see little colour or use no mouse."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import FilePayload, Page, expect

from dashboard.app.case import KeptCase
from dashboard.cli.sample import sample
from dashboard.store import Store
from tests.browser.conftest import Windows, goes, quiet, served

AXE = next((Path(__file__).parents[2] / ".venv").glob("axe-core-*.min.js"), None)
PHONE = {"width": 390, "height": 844, "has_touch": True, "is_mobile": True}
GRAVE = """async ([parts, colours]) => (await axe.run({ include: parts }, {
    resultTypes: ["violations"], rules: { "color-contrast": { enabled: colours } } })).violations
  .filter((each) => ["serious", "critical"].includes(each.impact))
  .flatMap((each) => each.nodes.map((node) => `${each.id}: ${node.html.slice(0, 120)}`))"""
POST = b"Gunmen clashed in Homs last night, killing two fighters. Shells fell on Douma at noon."
TABLE = b"When,Town,Killed\n19 May 2018,Douma,3\nunclear,Homs,2\n"
ADDED: list[FilePayload] = [
    {"name": "post-2018-05-23.txt", "mimeType": "text/plain", "buffer": POST},
    {"name": "post.txt", "mimeType": "text/plain", "buffer": POST + b" It was quiet by dusk."},
    {"name": "incidents.csv", "mimeType": "text/csv", "buffer": TABLE},
]

pytestmark = pytest.mark.skipif(AXE is None, reason="axe-core is not here: sh .ci/axe fetches it")


@pytest.fixture(scope="module")
def seed(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The page over a case with the sample in it, which can be added to."""
    with Store.open(str(tmp_path_factory.mktemp("access") / "case.db")) as store:
        store.save(sample())
        with served(KeptCase("Ann", kept=store)) as url:
            yield url


def grave(page: Page, *parts: str, colours: bool = True) -> list[str]:
    """What is serious or critical in parts of the page, looked at in one go.

    For the contrast of colours axe goes over the whole page, whatever the part, which takes three times as long as all the rest.
    """
    looked_at = [page.locator(each).first.element_handle() for each in parts or ("html",)]
    return list(page.evaluate(GRAVE, [looked_at, colours]))


def tour(page: Page, *, colours: bool) -> Iterator[tuple[str, list[str]]]:
    """What is grave on the page, in each tab, and in each thing that drops down, of what it has not been asked of yet."""
    yield "page", grave(page)
    for tab in page.get_by_role("tab").all():
        tab.click()
        quiet(page)
        yield tab.inner_text(), grave(page, ".bottom", colours=colours)
    for opener in ("zone", "lanes-by", "folded"):
        page.locator(f"#{opener}").click()
        dropped = ".list:visible"
        expect(page.locator(dropped).first).to_be_visible()
        yield opener, grave(page, f"#{opener}", dropped, colours=colours)
        page.keyboard.press("Escape")
    for popped in ("export-box", "language-box", "key-box"):
        page.locator(f"#{popped} > summary").click()
        yield popped, grave(page, f"#{popped}", colours=colours)
        page.keyboard.press("Escape")
    if page.locator("#rail-open").is_visible():
        page.locator("#rail-open").click()
        yield "rail", grave(page, "#rail")
        page.locator("#rail-close").click()


def opened(page: Page, *, colours: bool) -> Iterator[tuple[str, list[str]]]:
    """What is grave on the card, in its forms, in the sign of a change, and on a page that shows nothing."""
    first = sample().events["event_id"].iloc[0]
    goes(page, f"?event={first}")
    expect(page.locator("#card .when")).not_to_be_empty()
    yield "card", grave(page, "#card", colours=colours)
    for mode in ("fields", f"join-{first}", "split", "add", "many"):
        goes(page, f"?event={first}&edit={mode}")
        yield mode, grave(page, "#card", colours=colours)
    goes(page, f"?event={first}&edit=fields")
    page.locator("#card [name='fields.fatalities']").fill("many")
    page.locator("#card form.edit button[type=submit]").click()
    expect(page.locator("#card [aria-invalid]").first).to_be_visible()
    yield "refused", grave(page, "#card", colours=colours)
    goes(page, f"?event={first}")
    page.locator("#card [data-said*='second look']").click()
    expect(page.locator("#card .history")).to_be_visible()
    yield "history", grave(page, "body")
    goes(page, "?q=nobody-and-nothing&from=2018-05-01T00:00Z")
    expect(page.locator("#empty .empty")).to_be_visible()
    yield "empty", grave(page)
    goes(page, "?")


def added(page: Page, *, colours: bool) -> Iterator[tuple[str, list[str]]]:
    """What is grave in the dialog that adds, before and after files were looked at."""
    page.locator("#add-open").click()
    yield "add", grave(page, "#adding", colours=colours)
    page.locator("#add-files").set_input_files(ADDED)
    page.locator("#add-keep").wait_for()
    yield "looked at", grave(page, "#adding", colours=colours)


@pytest.mark.parametrize(
    ("scheme", "screen", "language"),
    [
        ("light", {}, "en"),
        ("dark", PHONE, "ar"),
        ("dark", {}, "uk"),
        ("light", PHONE, "fr"),
    ],
    ids=["light on a desk", "dark on a phone in Arabic", "dark in Ukrainian", "on a phone in French"],
)
def test_nothing_on_the_page_keeps_anybody_out(
    window: Windows, seed: str, scheme: str, screen: dict[str, int], language: str
) -> None:
    assert AXE
    page = window.open(f"{seed}/?lang={language}", color_scheme=scheme, reduced_motion="reduce", **screen)
    page.evaluate(AXE.read_text(encoding="utf-8"))
    colours = screen is not PHONE  # of each part they are those of the desk, in light and in dark
    steps = (
        *tour(page, colours=colours),
        *opened(page, colours=colours),
        *added(page, colours=colours),
    )
    assert {where: said for where, said in steps if said} == {}
