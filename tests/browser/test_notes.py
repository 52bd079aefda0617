"""Stars and notes in a real browser: put on with a key, seen above the lanes, listed, and none of it keeps anybody out."""

from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

import pytest
from playwright.sync_api import expect

from dashboard.app.case import KeptCase
from dashboard.cli.sample import sample
from dashboard.store import Store
from dashboard.table import Dataset
from dashboard.table.tags import STAR
from tests.browser.conftest import Windows, quiet, served
from tests.browser.test_access import AXE, grave
from tests.told import day, event

AT = datetime(2026, 11, 29, tzinfo=UTC)
OFF = """() => {
  const graph = document.querySelector("#timeline .js-plotly-plot"), axis = graph._fullLayout.xaxis, pin = document.querySelector(".pin").getBoundingClientRect();
  return pin.left + pin.width / 2 - (graph.getBoundingClientRect().left + axis._offset + axis.d2p("2018-05-20T12:00:00.000"));
}"""


@pytest.fixture
def noted(tmp_path: Path) -> Iterator[str]:
    """The page over a case with the sample, and a note at noon of the twentieth of May."""
    with Store.open(str(tmp_path / "case.db")) as store:
        store.save(sample())
        store.note("The truce <b>", at=AT, by="Ann", moment=datetime(2018, 5, 20, 9, tzinfo=UTC))
        with served(KeptCase("Ann", kept=store)) as url:
            yield url


def test_a_note_stands_above_its_moment_wherever_the_axis_goes(window: Windows, noted: str) -> None:
    page = window.open(noted)
    pin = page.locator(".pin")
    expect(pin).to_have_attribute("aria-label", "✎ The truce <b> (Ann) – Sunday 20 May 2018, 12:00")
    assert abs(page.evaluate(OFF)) < 2
    page.get_by_role("link", name="show all").first.click()
    quiet(page)
    assert abs(page.evaluate(OFF)) < 2
    pin.click()
    expect(page.locator("#notes-list")).to_contain_text("The truce <b>")


def test_a_star_is_given_with_a_key_and_shown_at_once(window: Windows, noted: str) -> None:
    page = window.open(noted)
    event = sample().events["event_id"].iloc[2]
    page.evaluate("(id) => dash_clientside.address.go((said) => said.set('event', id))", str(event))
    expect(page.get_by_role("button", name="☆ Star")).to_be_visible()
    page.keyboard.press("s")
    expect(page.get_by_role("button", name="★ Starred")).to_be_visible()
    star = page.get_by_role("button", name="★ Ceasefire")
    expect(star).to_be_visible()
    page.locator("#card .close").click()
    star.click()
    expect(page).to_have_url(f"{noted}/?event={event}")


def test_a_starred_event_that_began_earlier_has_its_mark_at_the_edge(window: Windows, tmp_path: Path) -> None:
    rows = [event(1, "A monitor") | {"start": day(0), "end": day(20)}, event(9, "A monitor")]
    with Store.open(str(tmp_path / "long.db")) as store:
        store.save(Dataset.from_rows(rows, name="long"))
        store.tag(["e1"], [STAR], [], at=AT, because="", by="Ann")
        with served(KeptCase("Ann", kept=store)) as url:
            page = window.open(f"{url}/?from=2018-03-08T00:00Z&to=2018-03-12T00:00Z")
            pin = page.locator(".pin")
            expect(pin).to_have_text("◂★")
            assert abs(page.evaluate(OFF.replace("2018-05-20T12", "2018-03-08T00"))) < 2


def test_a_view_is_kept_under_a_name_and_leads_back(window: Windows, noted: str) -> None:
    page = window.open(f"{noted}/?q=airstrikes&tab=notes")
    page.get_by_label("name of the view").fill("Strikes")
    page.get_by_role("button", name="Keep the view").click()
    link = page.locator("#notes-list").get_by_role("link", name="Strikes")
    expect(link).to_be_visible()
    page.evaluate("dash_clientside.address.go((said) => said.delete('q'))")
    quiet(page)
    link.click()
    expect(page).to_have_url(f"{noted}/?q=airstrikes")


@pytest.mark.skipif(AXE is None, reason="axe-core is not here: sh .ci/axe fetches it")
@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_nothing_of_it_keeps_anybody_out(window: Windows, noted: str, scheme: str) -> None:
    assert AXE
    page = window.open(f"{noted}/?tab=notes", color_scheme=scheme)
    expect(page.locator(".pin")).to_be_visible()
    page.evaluate(AXE.read_text(encoding="utf-8"))
    assert grave(page) == []
