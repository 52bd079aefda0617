"""A person puts right what was misread, in place."""

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, datetime
from pathlib import Path

from playwright.sync_api import Page, expect

from dashboard.app import KeptCase
from dashboard.extraction import read_report
from dashboard.store import Store
from dashboard.table import as_reported
from dashboard.text import Report
from tests.browser.conftest import LONG, Windows, quiet, served

AT = datetime(2026, 11, 28, tzinfo=UTC)
WORDS = "Artillery shelled Douma on 6 March 2018, killing three civilians. On 7 March 2018 gunmen clashed in Homs."


@contextmanager
def kept(folder: Path) -> Iterator[tuple[str, Store, str]]:
    """A page over a store of its own, the store, and the id of the event in Douma."""
    with Store.open(str(folder / "case.db")) as store:
        store.save(as_reported([read_report(Report(WORDS))], "case"))
        events = store.load().events
        (event_id,) = events.loc[events["location"] == "Douma", "event_id"]
        with served(KeptCase(kept=store)) as url:
            yield url, store, str(event_id)


def save(page: Page, because: str = "the hospital's list", name: str = "Ann") -> None:
    page.get_by_label("Why").fill(because)
    page.get_by_label("Your name").fill(name)
    page.get_by_role("button", name="Save").click()


def test_a_field_is_put_right_with_a_reason_and_taken_back(window: Windows, tmp_path: Path) -> None:
    with kept(tmp_path) as (url, store, event_id):
        page = window.open(f"{url}?event={event_id}")
        page.get_by_role("button", name="Edit").click()
        page.get_by_label("Killed").fill("many")
        page.get_by_label("When").fill("5 March 2018 14:00")
        save(page)
        expect(page.locator("#card .error").filter(has_text="no whole number")).to_be_visible()
        expect(page.get_by_label("When")).to_have_value("5 March 2018 14:00")
        page.get_by_label("Killed").fill("5")
        page.get_by_role("button", name="Save").click()
        expect(page.locator("#said")).to_contain_text("14:00 on Monday 5 March 2018")
        expect(page.locator("#card .history")).to_contain_text("Killed: 3 → 5")
        expect(page.locator("#card .history")).to_contain_text("the hospital's list")
        assert [(each.who, each.because) for each in store.history(event_id)] == [
            ("Ann", "the hospital's list")
        ]
        page.locator("#card .history").get_by_role("button", name="Undo").click()
        expect(page.locator("#said")).to_contain_text("is undone")
        expect(page.locator("#card .history .undone")).to_be_visible()
        assert store.load().events.set_index("event_id").loc[event_id, "fatalities"] == 3


def test_of_two_people_the_second_sees_both_values_and_chooses(window: Windows, tmp_path: Path) -> None:
    with kept(tmp_path) as (url, store, event_id):
        page = window.open(f"{url}?event={event_id}&edit=fields")
        expect(page.get_by_label("Killed")).to_be_visible()
        quiet(page, 500)  # the chart is drawn once more for the room that the card leaves
        page.get_by_label("Killed").fill("9")
        store.correct(event_id, {"fatalities": 7}, because="the mayor", at=AT, by="Ben")
        save(page)
        expect(page.get_by_role("button", name="Theirs: 7")).to_be_visible()
        page.get_by_role("button", name="Mine: 9").click()
        expect(page.locator("#said")).to_contain_text("Saved")
        assert store.load().events.set_index("event_id").loc[event_id, "fatalities"] == 9


def test_keys_accept_and_the_rail_filters_by_review(window: Windows, tmp_path: Path) -> None:
    with kept(tmp_path) as (url, store, event_id):
        page = window.open(f"{url}?event={event_id}&edit=fields")
        save(page)
        expect(page.locator("#card .error").filter(has_text="nothing is changed yet")).to_be_visible()
        page.get_by_role("button", name="Cancel").click()
        expect(page.get_by_role("button", name="Cancel")).to_have_count(0)
        page.locator("#card h2").click()
        page.keyboard.press("a")
        expect(page.locator("#said")).to_contain_text("accepted")
        assert store.load().events.set_index("event_id").loc[event_id, "review_status"] == "accepted"
        page.get_by_label("accepted").check()
        expect(page.locator("#count")).to_have_text("1 of 2 events")


def test_a_review_goes_on_from_event_to_event(window: Windows, tmp_path: Path) -> None:
    with kept(tmp_path) as (url, store, event_id):
        page = window.open(f"{url}?event={event_id}&edit=fields")
        save(page)  # the name is kept
        expect(page.locator("#card .error").filter(has_text="nothing is changed yet")).to_be_visible()
        page.get_by_role("button", name="Cancel").click()
        page.get_by_role("tab", name="Review").click()
        expect(page.locator("#review")).to_contain_text("0 of 2 reviewed")
        page.locator("#card h2").click()
        page.keyboard.press("a")
        expect(page.locator("#review")).to_contain_text("1 of 2 reviewed")
        expect(page.locator("#card h2")).to_contain_text("Homs")
        page.keyboard.press("r")
        expect(page.locator("#review")).to_contain_text("2 of 2 reviewed")
        assert set(store.load().events["review_status"]) == {"accepted", "rejected"}


def test_an_event_is_added_by_hand_from_the_review(window: Windows, tmp_path: Path) -> None:
    with kept(tmp_path) as (url, store, _):
        page = window.open(f"{url}?tab=review")
        page.get_by_role("button", name="Add an event by hand").click()
        page.get_by_label("When").fill("8 March 2018 14:00")
        save(page, because="a witness called")
        expect(page.locator("#said")).to_contain_text("Added by hand")
        assert len(store.load().events) == 3


def test_no_mark_of_before_stays_when_reports_are_dated(window: Windows, tmp_path: Path) -> None:
    first = "Shelling hit Harasta yesterday evening and killed two. Gunmen clashed with soldiers in Misraba last night."
    told = [
        (WORDS, "dated.txt"),
        (f"{first} A truce in Homs began this morning.", "a.txt"),
        (
            "Warplanes bombed Saqba last week. A market in Douma was shelled the day before yesterday.",
            "b.txt",
        ),
    ]
    with Store.open(str(tmp_path / "case.db")) as store:
        store.save(as_reported([read_report(Report(words, url=url)) for words, url in told], "case"))
        reports = store.load().reports.set_index("url")["report_id"]
        days = {reports["a.txt"]: "9 March 2018", reports["b.txt"]: "12 March 2018"}
        with served(KeptCase("Ann", kept=store)) as url:
            page = window.open(url)
            page.evaluate(
                """(days) => window.dash_clientside.hand.wish("date-reports", { days, because: "the page" })""",
                days,
            )
            expect(page.locator("#timeline")).to_contain_text("Saqba", timeout=LONG)
            expect(page.locator("#said")).to_contain_text("2 reports")
            page.wait_for_timeout(500)
            assert page.locator("#timeline .shapelayer path").count() == page.evaluate(
                "document.querySelector('#timeline .js-plotly-plot').layout.shapes.length"
            )
