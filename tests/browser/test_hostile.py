"""Whatever stands in a field is shown as text, and turns nothing beside it: markup and unseen marks of direction in all of them."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, datetime

import pandas as pd
import pytest
from playwright.sync_api import Page, expect

from dashboard.app.case import KeptCase
from dashboard.store import Store
from dashboard.table import Dataset
from dashboard.table.columns import CATEGORY, EVENT_COLUMNS, MENTION_COLUMNS, REPORT_COLUMNS, TEXT, Column
from tests.browser.conftest import Windows, served, settled
from tests.sample import dataset

HOSTILE = "<img src=x onerror=window.hit=1>"
TURNED = f"{HOSTILE}\u202e\u2067"
AT = datetime(2026, 11, 29, tzinfo=UTC)
# ids that tie the frames together, names that others have given, and words that are read again
OWN = {
    "event_id",
    "mention_id",
    "report_id",
    "timezone",
    "iso",
    "unread",
    "text",
    "fields",
    "time_notes",
    "frame",
}
TABS = ("table", "report", "review", "totals", "unread")


def hostile(frame: pd.DataFrame, columns: tuple[Column, ...]) -> pd.DataFrame:
    """The frame with every field that holds words of others filled with the worst of them."""
    free = [
        each.name
        for each in columns
        if each.dtype in {TEXT, CATEGORY} and not each.words and each.name not in OWN
    ]
    return frame.assign(**{name: _filled(frame[name], f"{TURNED}{name}") for name in free})


def _filled(column: "pd.Series[str]", words: str) -> "pd.Series[str]":
    dtype = "category" if isinstance(column.dtype, pd.CategoricalDtype) else column.dtype
    return pd.Series(words, index=column.index, dtype=dtype)


def worst() -> Dataset:
    """The sample, hostile in every field; also in the id of its report."""
    plain = dataset()
    report = plain.reports["report_id"].iloc[0]
    events = hostile(plain.events, EVENT_COLUMNS)
    mentions = hostile(plain.mentions, MENTION_COLUMNS).replace({"report_id": {report: TURNED}})
    reports = hostile(plain.reports, REPORT_COLUMNS).replace({"report_id": {report: TURNED}})
    return replace(plain, events=events, mentions=mentions, reports=reports, name=TURNED)


@pytest.fixture
def url(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The page over it, with an event corrected and noted on by a person of such a name."""
    event = str(dataset().events["event_id"].iloc[0])
    with Store.open(str(tmp_path_factory.mktemp("hostile") / "case.db")) as store:
        store.save(worst())
        store.correct(event, {"actor1": f"{TURNED}corrected"}, because=TURNED, at=AT, by=TURNED)
        store.tag([event], [TURNED], at=AT, by=TURNED)
        store.note(TURNED, at=AT, by=TURNED, event_id=event)
        with served(KeptCase(TURNED, kept=store)) as address:
            yield address


def is_text(page: Page) -> bool:
    """Whether none of it became a part of the page, or was run."""
    return bool(page.evaluate("() => !window.hit && !document.querySelector('img[src=x]')"))


def test_hostile_words_in_every_field_are_shown_as_text(window: Windows, url: str) -> None:
    event = str(dataset().events["event_id"].iloc[0])
    page = window.open(f"{url}/?event={event}&place=%3Cimg+src%3Dx%3E&q=img")
    assert is_text(page)
    for tab in TABS:
        page.goto(f"{url}/?event={event}&tab={tab}&lanes=actor")
        settled(page)
        expect(page.locator("#card")).to_contain_text("onerror=window.hit")
        assert is_text(page), tab
    for part in ("#places-boxes", "#facet-actor1-boxes", "#facet-source-boxes", ".topbar h1", "#timeline"):
        expect(page.locator(part)).to_contain_text("<img")
    page.goto(f"{url}/?event={event}&edit=fields&q=img")
    settled(page)
    expect(page.locator("#table")).to_contain_text("<img")
    expect(page.locator("#chips")).to_contain_text("img")
    assert is_text(page)


def test_a_name_that_reads_from_right_to_left_turns_nothing_beside_it(window: Windows, url: str) -> None:
    page = window.open(f"{url}/?event={dataset().events['event_id'].iloc[0]}")
    # in a line of its own each mark ends with the line; beside other words none is left
    parts = "#card h2, #card .mentions .hint, #card .history div, #table td"
    said = page.locator(parts).all_text_contents()
    assert any(HOSTILE in each for each in said)
    assert [each for each in said if "\u202e" in each and set(each) & set(",→/")] == []
