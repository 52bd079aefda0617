"""The seed report, read as it came, on the page: from the bar back to the phrase."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import expect

from dashboard.consolidation import dataset_from
from dashboard.extraction import read_report
from dashboard.readers import files_under, read_file
from dashboard.table import Dataset
from tests.browser.conftest import Windows, count, served, shows

SEEDS = Path(__file__).parents[2] / "seeds"


@pytest.fixture(scope="module")
def seed() -> Dataset:
    """What is read from the seeds."""
    return dataset_from([read_report(read_file(path)) for path in files_under(SEEDS)], name="seeds")


@pytest.fixture(scope="module")
def seeds(seed: Dataset) -> Iterator[str]:
    """The page over the seeds."""
    with served(seed) as url:
        yield url


def test_the_seed_is_a_timeline_dated_from_its_own_text(window: Windows, seeds: str, seed: Dataset) -> None:
    page = window.open(f"{seeds}/?tab=report")
    total = len(seed.events)
    assert count(page) == f"{total} of {total} events"
    shows(page, set(seed.events.loc[seed.events["start"].notna(), "event_id"]))
    expect(page.locator(".report-head")).to_contain_text(
        "Published Monday 21 May 2018 (worked out from the text)"
    )
    expect(page.locator("#zone-note")).to_contain_text("Damascus, UTC+3")


def test_a_click_on_a_phrase_of_the_seed_explains_its_reading(window: Windows, seeds: str) -> None:
    page = window.open(f"{seeds}/?tab=report")
    page.locator(".phrase", has_text="after midnight of yesterday").first.click()
    card = page.locator("#card")
    expect(card.locator(".when")).to_contain_text("00:00 and 06:00 on Monday 21 May 2018")
    expect(card.locator("mark").first).to_contain_text("midnight")
    expect(card).to_contain_text("Counted from")


def test_the_contradiction_about_the_first_batch_is_shown(window: Windows, seeds: str, seed: Dataset) -> None:
    conflicting = seed.events[(seed.events["conflicts"] != "") & (seed.events["ext_type"] == "evacuation")]
    page = window.open(f"{seeds}/?event={conflicting['event_id'].iloc[0]}")
    expect(page.locator("#card .conflict")).to_contain_text("after midnight of yesterday")
    expect(page.locator("#card .contradicts")).not_to_have_count(0)
