"""A person corrects several events, loses nothing of what she typed, and finds again what was hidden."""

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, datetime, timedelta
from pathlib import Path

from playwright.sync_api import Page, expect

from dashboard.app import KeptCase
from dashboard.extraction import read_report
from dashboard.store import Store
from dashboard.table import Dataset, as_reported
from dashboard.text import Report
from tests.browser.conftest import LONG, Windows, quiet, served, settled

AT = datetime(2026, 11, 28, tzinfo=UTC)
WORDS = (
    "Artillery shelled Douma on 6 March 2018, killing three civilians. On 7 March 2018 gunmen clashed in Homs. "
    "An air strike hit Saqba on 8 March 2018. On 9 March 2018 protesters marched in Idlib."
)
AGAIN = "Shells fell on Douma on 6 March 2018 and killed three people."


@contextmanager
def kept(folder: Path, *reports: str) -> Iterator[tuple[str, Store, dict[str, str]]]:
    """A page over a store of its own, the store, and the ids of its events by place."""
    with Store.open(str(folder / "case.db")) as store:
        store.save(as_reported([read_report(Report(words)) for words in reports or (WORDS,)], "case"))
        events = store.load().events
        with served(KeptCase(by="Ann", kept=store)) as url:
            yield url, store, dict(zip(events["location"], events["event_id"], strict=True))


def many(count: int) -> Dataset:
    """So many events of a coded table, an hour after the other."""
    first = datetime(2018, 3, 1, tzinfo=UTC)
    hours = [first + timedelta(hours=number) for number in range(count)]
    rows = [
        {"event_id": f"coded{number:07}", "dataset": "coded", "event_type": "Battles", "sub_event_type": "Armed clash",
         "location": f"Town {number % 20}", "country": "Syria", "start": hour, "end": hour + timedelta(hours=1), "timezone": "UTC"}
        for number, hour in enumerate(hours)
    ]  # fmt: skip
    return Dataset.from_rows(rows, name="coded")


def drawn(page: Page) -> None:
    """Waits until the chart was drawn once more for the room that the card leaves."""
    quiet(page, 500)


def test_what_was_rejected_or_deleted_is_hidden_shown_and_brought_back(
    window: Windows, tmp_path: Path
) -> None:
    with kept(tmp_path) as (url, store, ids):
        page = window.open(f"{url}?event={ids['Homs']}")
        page.get_by_role("button", name="Reject").click()
        expect(page.locator("#hidden-ones")).to_have_text("1 rejected is hidden:show")
        expect(page.locator("#count")).to_have_text("3 of 3 events")
        page.locator("#hidden-ones a").click()
        expect(page.locator("#table tr.rejected")).to_have_count(1)
        expect(page).to_have_url(f"{url}/?rejected=1&event={ids['Homs']}")
        page.get_by_role("button", name="Delete…").click()
        page.get_by_label("Why").fill("a drill")
        page.get_by_role("button", name="Delete", exact=True).click()
        expect(page.locator("#said")).to_contain_text("is no event from now on", timeout=LONG)
        page.locator("#hidden-ones").get_by_role("link", name="list").click()
        page.locator("#review-deleted summary").click()
        expect(page.locator("#review-deleted")).to_contain_text("by Ann: “a drill”")
        page.get_by_role("button", name="Bring back").click()
        expect(page.locator("#card h2")).to_contain_text("Homs")
        assert len(store.load().events) == 4


def test_what_was_typed_stays_when_another_corrects_the_event_or_the_card_is_left(
    window: Windows, tmp_path: Path
) -> None:
    with kept(tmp_path) as (url, store, ids):
        page = window.open(f"{url}?event={ids['Douma']}&edit=fields")
        form = page.locator("#card form.edit")
        assert page.locator("#card .the-sentence + form.edit").count() == 1  # one corrects by looking at it
        drawn(page)
        form.get_by_label("Why").fill("the hospital's list")
        store.correct(ids["Douma"], {"injured": 7}, because="the mayor", at=AT, by="Ben")
        form.get_by_label("Killed").press_sequentially("9")
        page.evaluate("window.dash_clientside.set_props('changed', { data: 'another' })")
        expect(form).to_contain_text("Meanwhile Ben changed Injured: nothing → 7. What you typed is kept.")
        expect(form.get_by_label("Killed")).to_have_value("93")
        expect(form.get_by_label("Killed")).to_be_focused()
        page.locator(f'#table [row-id="{ids["Homs"]}"]').click()
        expect(page.locator("#card h2")).to_contain_text("Homs")
        page.go_back()
        expect(form.get_by_label("Killed")).to_have_value("93")
        page.reload()
        settled(page)
        expect(form.get_by_label("Why")).to_have_value("the hospital's list")
        form.get_by_role("button", name="Cancel").click()
        page.get_by_role("button", name="Bring back what I typed").click()
        expect(form.get_by_label("Killed")).to_have_value("93")
        form.get_by_role("button", name="Save").click()
        expect(page.locator("#said")).to_contain_text("Saved", timeout=LONG)
        row = store.load().events.set_index("event_id").loc[ids["Douma"]]
        assert (row["fatalities"], row["injured"]) == (93, 7)
        page.get_by_role("button", name="Edit").click()
        expect(form.get_by_label("Why")).to_have_value("")


def test_ticked_rows_are_corrected_at_once_after_one_more_question(window: Windows, tmp_path: Path) -> None:
    with kept(tmp_path) as (url, store, _):
        page = window.open(url)
        row = page.locator("#table tr[row-id]")
        row.nth(0).focus()
        page.keyboard.press("Space")
        page.keyboard.press("ArrowDown")
        page.keyboard.press("ArrowDown")
        row.nth(2).locator(".pick").click(modifiers=["Shift"])
        expect(page.locator(".ticked")).to_contain_text("3 ticked")
        page.locator(".ticked").get_by_role("button", name="Correct…").click()
        expect(page.locator("#card form")).to_contain_text("all that are ticked in the table: 3 events")
        page.get_by_label("Put the tag").fill("urgent")
        page.locator("#card").get_by_role("textbox", name="Actor").fill("Unknown men")
        page.get_by_label("Why").fill("one source")
        page.get_by_role("button", name="Save").click()
        expect(page.locator("#card .ask")).to_contain_text("Correct the 3 ticked events?")
        assert len(store.edits()) == 0
        page.get_by_role("button", name="Yes, correct them").click()
        expect(page.locator("#said")).to_contain_text("Saved: 3 events", timeout=LONG)
        expect(page.locator(".ticked")).to_have_count(0)
        events = store.load().events
        assert (events["tags"] == "urgent").sum() == (events["actor1"] == "Unknown men").sum() == 3
        page.locator("#said").get_by_role("button", name="Undo").click()
        expect(page.locator("#said")).to_contain_text("is undone", timeout=LONG)
        assert (store.load().events["tags"] == "urgent").sum() == 0


def test_tags_and_notes_are_put_on_an_event_and_taken_off(window: Windows, tmp_path: Path) -> None:
    with kept(tmp_path) as (url, store, ids):
        page = window.open(f"{url}?event={ids['Saqba']}")
        page.get_by_label("Another tag").fill("check <b>")
        page.get_by_role("button", name="Put on").click()
        expect(page.locator("#card .tag")).to_contain_text("check <b>")
        page.get_by_label("A note").fill("call the clinic")
        page.get_by_role("button", name="Keep the note").click()
        expect(page.locator("#card .notes")).to_contain_text("call the clinic")
        expect(page.locator("#card .notes")).to_contain_text("by Ann")
        page.get_by_role("button", name="Take away").click()
        expect(page.locator("#card .notes li")).to_have_count(0)
        page.get_by_role("button", name="Take off check <b>").click()
        expect(page.locator("#card .tag")).to_have_count(0)
        assert store.notes() == ()


def test_two_events_are_joined_and_one_is_split(window: Windows, tmp_path: Path) -> None:
    other = "Shells hit Arbin on 6 March 2018 and killed three people."
    with kept(tmp_path, WORDS, other) as (url, store, ids):
        page = window.open(f"{url}?event={ids['Douma']}")
        page.get_by_role("button", name="Join…").click()
        page.locator("#card .likely a").filter(has_text="Arbin").click()
        expect(page.locator("#card form")).to_contain_text("These two are one event")
        page.get_by_label("Why").fill("one attack")
        page.get_by_role("button", name="Save").click()
        expect(page.locator("#said")).to_contain_text("One event now", timeout=LONG)
        assert len(store.load().events) == 4
        page.get_by_role("button", name="Split…").click()
        page.locator("#card form input[type=checkbox]").last.check()
        expect(page.locator("#card [data-counts]")).to_have_text("1 of 2 leave, 1 stay.")
        page.get_by_label("Why").fill("they were two")
        page.get_by_role("button", name="Save").click()
        expect(page.locator("#said")).to_contain_text("what stays:", timeout=LONG)
        assert len(store.load().events) == 5


def test_a_change_of_another_person_is_told_and_shown_at_a_click(window: Windows, tmp_path: Path) -> None:
    with kept(tmp_path) as (url, store, ids):
        page = window.open(url)
        page.evaluate("window.dash_clientside.news.ask()")
        expect(page.locator("#news")).to_be_empty()
        store.delete(ids["Idlib"], because="a drill", at=AT, by="Ben")
        page.evaluate("window.dash_clientside.news.ask()")
        expect(page.locator("#news")).to_contain_text("Somebody else changed the case.")
        expect(page.locator("#table [row-id]")).to_have_count(4)
        page.locator("#news").get_by_role("button", name="Show").click()
        expect(page.locator("#table [row-id]")).to_have_count(3)
        expect(page.locator("#news")).to_be_empty()


def test_a_thousand_events_in_view_are_corrected_at_once_and_taken_back(
    window: Windows, tmp_path: Path
) -> None:
    with Store.open(str(tmp_path / "case.db")) as store:
        store.save(many(1_000))
        with served(KeptCase(by="Ann", kept=store)) as url:
            page = window.open(f"{url}?edit=many")
            expect(page.locator("#card form")).to_contain_text("all 1,000 events in view")
            page.locator("#card").get_by_role("textbox", name="Actor").fill("Unknown men")
            page.get_by_label("Why").fill("one list")
            page.get_by_role("button", name="Save").click()
            expect(page.locator("#card .ask")).to_contain_text("Correct all 1,000 events in view?")
            page.get_by_role("button", name="Yes, correct them").click()
            expect(page.locator("#said")).to_contain_text("Saved: 1,000 events", timeout=LONG)
            assert (store.load().events["actor1"] == "Unknown men").sum() == 1_000
            page.locator("#said").get_by_role("button", name="Undo").click()
            expect(page.locator("#said")).to_contain_text("is undone", timeout=LONG)
            assert (store.load().events["actor1"] == "Unknown men").sum() == 0
