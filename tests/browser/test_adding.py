"""Reports and tables are added on the page, and dated there, as people do it: with files, pastes, drops and keys."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import FilePayload, Locator, Page, expect

from dashboard.app import KeptCase
from dashboard.extraction import read_report
from dashboard.store import Store
from dashboard.table import as_reported
from dashboard.text import Report
from tests.browser.conftest import Windows, quiet, served, settled

UNDATED = "Shelling of Douma\n\nArtillery shelled Douma yesterday, killing three civilians."
DATED = "Calm in Homs\n\nPublished on Tuesday 6 March 2018. Gunmen clashed in Homs on Monday, killing two fighters."
HOSTILE = "notes <img src=x onerror=alert(1)>.txt"
SLOW = 60_000


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    with Store.open(str(tmp_path / "case.db")) as opened:
        yield opened


@pytest.fixture
def empty(store: Store, window: Windows) -> Iterator[Page]:
    """The page over a store with nothing in it."""
    with served(KeptCase("Ann", kept=store)) as address:
        yield window.open(address)


@pytest.fixture
def undated(store: Store, window: Windows) -> Iterator[Page]:
    """The page over two reports that tell no day."""
    texts = {"post-20180521.txt": UNDATED, HOSTILE: "Gunmen clashed in Homs last night."}
    reports = [Report(text, title=f"of {name}", url=name) for name, text in texts.items()]
    store.save(as_reported([read_report(each) for each in reports], "posts"))
    with served(KeptCase("Ann", kept=store)) as address:
        yield window.open(address)


def file(name: str, text: str) -> FilePayload:
    return {"name": name, "mimeType": "text/plain", "buffer": text.encode()}


def chosen(page: Page, *files: FilePayload) -> Locator:
    """The dialog, once it shows what was found in the files."""
    page.get_by_role("button", name="Add", exact=True).click()
    page.locator("#add-files").set_input_files(list(files))
    return found(page)


def found(page: Page) -> Locator:
    expect(page.locator("#add-keep")).to_be_visible(timeout=SLOW)
    return page.locator("#adding")


def kept(page: Page) -> None:
    """Keep it, and wait until the page shows it."""
    page.locator("#add-keep").click()
    expect(page.locator("#adding")).to_be_hidden(timeout=SLOW)
    settled(page)


def test_files_are_looked_at_dated_and_then_kept(empty: Page, store: Store) -> None:
    dialog = chosen(empty, file("post-20180521.txt", UNDATED), file(HOSTILE, DATED), file("none.txt", ""))
    expect(dialog.locator("h2")).to_have_text("2 reports, 2 events")
    expect(dialog).to_contain_text(HOSTILE)
    expect(dialog).to_contain_text("Tuesday 6 March 2018 · worked out from its text")
    expect(dialog).to_contain_text("No day told · 1 event without a time until it has one")
    expect(dialog).to_contain_text("none.txt is empty")
    assert store.reports() == ()
    dialog.get_by_role("button", name="2018-05-21, from its name").click()
    expect(dialog).to_contain_text("Monday 21 May 2018")
    kept(empty)
    expect(empty.locator("#count")).to_have_text("2 of 2 events")
    expect(empty.locator("#said")).to_contain_text("2 reports kept, 2 events new")
    assert [str(each.published)[:10] for each in store.reports()] == ["2018-03-06", "2018-05-21"]


def test_a_day_that_is_none_is_told_where_it_is_typed_and_nothing_is_kept(empty: Page, store: Store) -> None:
    dialog = chosen(empty, file("a.txt", UNDATED))
    box = dialog.get_by_label("Day of publication of a.txt")
    box.fill("soon")
    expect(dialog).to_contain_text("'soon' is no date this reads")
    dialog.locator("#add-keep").click()
    expect(dialog.get_by_role("alert")).to_contain_text("some days can't be read")
    expect(box).to_be_focused()
    assert store.reports() == ()


def test_a_text_is_pasted_and_its_report_opened(empty: Page) -> None:
    empty.get_by_role("button", name="Add reports or tables").click()
    empty.get_by_label("Or paste a text").fill(DATED)
    empty.get_by_label("From", exact=True).last.fill("https://example.org/posts/7")
    empty.get_by_role("button", name="Read this text").click()
    expect(found(empty)).to_contain_text("example.org-posts-7.txt")
    kept(empty)
    expect(empty.locator("#report")).to_contain_text("Gunmen clashed in Homs")
    expect(empty.locator("#report")).to_contain_text("https://example.org/posts/7")
    expect(empty.get_by_role("tab", name="Report")).to_have_attribute("aria-selected", "true")


def test_files_are_dropped_anywhere(empty: Page) -> None:
    transfer = empty.evaluate_handle(
        """(text) => {
        const transfer = new DataTransfer();
        transfer.items.add(new File([text], "dropped.txt", { type: "text/plain" }));
        return transfer;
    }""",
        DATED,
    )
    empty.dispatch_event("main", "dragenter", {"dataTransfer": transfer})
    expect(empty.locator("html")).to_have_class("dropping")
    empty.dispatch_event("main", "drop", {"dataTransfer": transfer})
    expect(found(empty)).to_contain_text("dropped.txt")
    expect(empty.locator("html")).not_to_have_class("dropping")


def test_a_tables_columns_are_mapped_on_the_page(empty: Page, store: Store) -> None:
    dialog = chosen(
        empty, file("list.csv", "Column A,Column B,Column C\n5 March 2018,Douma,3\nsoon,Homs,2\n")
    )
    expect(dialog).to_contain_text("no column tells when; name it below")
    expect(dialog.locator("#add-keep")).to_be_disabled()
    for column, role in (("Column A", "date"), ("Column B", "place"), ("Column C", "fatalities")):
        dialog.get_by_label(f"What {column} tells").select_option(role)
        expect(dialog.get_by_label(f"What {column} tells")).to_have_value(role)
    expect(dialog).to_contain_text("1 event from its 2 rows, 1 row can't be used")
    expect(dialog).to_contain_text("row 3: soon is no date this reads")
    dialog.locator("#add-keep").click()
    expect(dialog).to_contain_text("1 row of tables could not be used", timeout=SLOW)
    dialog.get_by_role("button", name="Done").click()
    expect(empty.locator("#count")).to_have_text("1 of 1 event")
    assert list(store.load().events["fatalities"]) == [3]


def test_adding_is_stopped_with_the_keyboard_and_the_focus_comes_back(empty: Page, store: Store) -> None:
    button = empty.get_by_role("button", name="Add", exact=True)
    button.press("Enter")
    expect(empty.get_by_role("button", name="Choose files")).to_be_focused()
    empty.locator("#add-files").set_input_files([file("a.txt", UNDATED)])
    found(empty).get_by_label("Day of publication of a.txt").fill("21 May 2018")
    empty.keyboard.press("Escape")
    expect(empty.locator("#adding")).to_contain_text("the days you typed would be lost")
    empty.get_by_role("button", name="Close all the same").press("Enter")
    expect(empty.locator("#adding")).to_be_hidden()
    expect(button).to_be_focused()
    quiet(empty)
    assert store.reports() == ()


def test_the_sample_is_one_click_from_an_empty_page(empty: Page) -> None:
    empty.get_by_role("button", name="Look at the sample").click()
    expect(empty.locator("h1")).to_have_text("sample", timeout=SLOW)
    settled(empty)
    expect(empty.locator("#count")).not_to_have_text("0 of 0 events")


def test_the_days_of_several_reports_are_given_in_the_tray(undated: Page, store: Store) -> None:
    tray = undated.locator("#undated")
    tray.locator("summary").click()
    expect(tray).to_contain_text("2 events hang on the publication day of 2 reports")
    tray.get_by_role("button", name="2018-05-21, from its name").click()
    tray.get_by_label(f"Day of publication of {HOSTILE}").fill("22 May 2018")
    expect(tray).to_contain_text("Tuesday 22 May 2018")
    tray.get_by_role("button", name="Save the days").click()
    expect(undated.locator("#said")).to_contain_text("2 reports read again")
    expect(undated.locator("#undated")).to_be_empty()
    assert not store.load().events["start"].isna().any()
    assert {each.because for each in store.edits()} == {"the day in the file's name"}


def test_a_report_is_dated_in_its_tab_and_removed_once_it_is_confirmed(undated: Page, store: Store) -> None:
    undated.locator("#undated summary").click()
    undated.get_by_role("link", name="Read the first").click()
    head = undated.locator("#report")
    head.get_by_text("Set its day").click()
    head.locator("input[name=day]").fill("21 May 2018")
    head.get_by_role("button", name="Save").click()
    expect(head.get_by_text("say why")).to_be_visible()
    head.locator("input[name=because]").fill("its address has it")
    head.get_by_role("button", name="Save").click()
    expect(head).to_contain_text("Published Monday 21 May 2018 (as given)")
    head.get_by_text("Remove", exact=True).click()
    head.get_by_role("button", name="Remove this report").click()
    expect(undated.locator("#said")).to_contain_text("was removed")
    assert len(store.reports()) == 1


def test_a_page_that_can_only_be_looked_at_offers_nothing_to_add(window: Windows, address: str) -> None:
    page = window.open(f"{address}/?tab=report")
    expect(page.locator("#add-open")).to_have_count(0)
    expect(page.get_by_text("Set its day")).to_be_hidden()


@pytest.mark.parametrize("width", [390, 1440])
def test_the_dialog_fits_the_window(empty: Page, width: int) -> None:
    empty.set_viewport_size({"width": width, "height": 844})
    dialog = chosen(empty, file("post-20180521.txt", UNDATED), file(f"{'x' * 120}.txt", DATED))
    box = dialog.bounding_box()
    assert box is not None
    assert box["width"] <= width
    assert dialog.evaluate("(box) => box.scrollWidth <= box.clientWidth")
