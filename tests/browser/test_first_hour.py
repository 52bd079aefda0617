"""The first hour of somebody new: where she stopped once, she goes on."""

from pathlib import Path

from playwright.sync_api import Page, Route, expect

from dashboard.app import KeptCase
from dashboard.extraction import read_report
from dashboard.publish.case.verify import verify
from dashboard.store import Store
from dashboard.table import as_reported
from dashboard.text import Report
from tests.browser.conftest import LONG, Windows, quiet, served, settled
from tests.browser.test_adding import chosen, empty, file, store, undated
from tests.browser.test_adding import kept as added
from tests.browser.test_editing import kept

__all__ = ["empty", "store", "undated"]

POST = "Shells fell on Douma last night and killed two civilians, among them a child. Stay in the cellars until we write again."
ARABIC = "قصفت طائرات حربية صباح اليوم مدينة دوما، ما أدى إلى مقتل مدنيين اثنين."


def open_event(page: Page, event: str) -> None:
    expect(page.locator("#card h2")).to_be_visible()
    settled(page)
    assert f"event={event}" in page.url


def test_posts_without_a_headline_are_told_apart_by_their_first_words(empty: Page) -> None:
    dialog = chosen(empty, file("sn_001.txt", POST), file("sn_002.txt", ARABIC))
    first, second = dialog.locator(".found-report .about").all()
    expect(first.locator("label")).to_have_text(
        "Shells fell on Douma last night and killed two civilians, among them a child. Stay in the …"
    )
    expect(first).to_contain_text("sn_001.txt · 1 event")
    expect(second.locator("label")).to_have_text(ARABIC)
    expect(second).to_contain_text("In Arabic: events are read from English text only")
    expect(first).not_to_contain_text("In Arabic")


def test_a_day_that_is_typed_is_counted_off_those_that_are_missing(empty: Page) -> None:
    dialog = chosen(empty, *(file(f"{name}.txt", f"{POST} {name}") for name in ("a", "b", "c")))
    missing, row = dialog.locator(".for-all p"), dialog.locator(".found-report").first
    expect(missing).to_contain_text("3 reports tell no day")
    expect(row.get_by_text("No day told")).to_be_visible()
    box = row.get_by_label("Day of publication of a.txt")
    box.fill("6 March 2018")
    expect(missing).to_contain_text("2 reports tell no day")
    expect(row.get_by_text("No day told")).to_be_hidden()
    box.fill("")
    expect(missing).to_contain_text("3 reports tell no day")
    expect(row.get_by_text("No day told")).to_be_visible()
    dialog.get_by_label("One day for all that tell none").fill("7 March 2018")
    dialog.get_by_role("button", name="Fill in").click()
    expect(missing).to_be_hidden()


def test_a_day_that_is_none_is_filled_in_nowhere_and_another_takes_the_place_of_a_wrong_one(
    empty: Page,
) -> None:
    dialog = chosen(empty, *(file(f"{name}.txt", f"{POST} {name}") for name in ("a", "b", "c")))
    for_all = dialog.get_by_label("One day for all that tell none")
    first, second, third = dialog.locator(".found-report .day-line input").all()
    for_all.fill("31 Febtober")
    dialog.get_by_role("button", name="Fill in").click()
    expect(dialog.locator("#add-all-hint")).to_contain_text("is no date this reads")
    quiet(empty)
    expect(first).to_have_value("")
    second.fill("nonsense")
    third.fill("9 March 2018")
    expect(dialog.locator("#add-1-day-hint")).to_contain_text("is no date this reads")
    expect(dialog.locator(".for-all p")).to_contain_text("2 reports tell no day")
    for_all.fill("7 March 2018")
    for_all.press("Enter")
    for box, day in ((first, "7 March 2018"), (second, "7 March 2018"), (third, "9 March 2018")):
        expect(box).to_have_value(day)


def test_the_name_beside_a_mark_opens_its_event_as_the_mark_does(window: Windows, tmp_path: Path) -> None:
    with kept(tmp_path) as (url, _, ids):
        page = window.open(url)
        name = page.locator("#timeline .textpoint text").filter(has_text="Armed clash")
        box = name.bounding_box()
        assert box is not None
        page.mouse.click(box["x"] + box["width"] - 8, box["y"] + box["height"] / 2)
        open_event(page, ids["Homs"])
        page.keyboard.press("Escape")
        expect(page.locator("#card")).to_be_empty()
        page.mouse.move(box["x"] + box["width"] - 8, box["y"] + box["height"] / 2)
        page.mouse.down()
        page.mouse.move(box["x"] + box["width"] + 120, box["y"] + box["height"] / 2, steps=4)
        page.mouse.up()  # that was a stretch to zoom to, and no click
        quiet(page)
        assert "event=" not in page.url


def test_the_button_to_edit_leads_to_the_first_box_of_the_form(window: Windows, tmp_path: Path) -> None:
    with kept(tmp_path) as (url, _, ids):
        page = window.open(f"{url}?event={ids['Homs']}")
        page.get_by_role("button", name="Edit").click()
        expect(page.locator("#card").get_by_label("When")).to_be_focused()
        page.keyboard.press("Escape")
        page.get_by_role("button", name="Delete…").click()
        expect(page.locator("#card").get_by_label("Why")).to_be_focused()


def test_the_keys_of_the_open_event_work_from_a_tab_and_from_its_own_row_only(
    window: Windows, tmp_path: Path
) -> None:
    with kept(tmp_path) as (url, _, ids):
        page = window.open(f"{url}?event={ids['Homs']}")
        when, press = page.locator("#card").get_by_label("When"), page.keyboard.press
        page.get_by_role("tab", name="Table").click()
        press("e")
        expect(when).to_be_focused()
        press("Escape")
        expect(when).to_be_hidden()
        page.locator(f"#table tr[row-id='{ids['Idlib']}']").focus()
        press("e")
        quiet(page)
        assert "edit=" not in page.url
        page.locator(f"#table tr[row-id='{ids['Homs']}']").focus()
        press("e")
        expect(when).to_be_focused()


def test_what_was_said_goes_by_itself_unless_somebody_is_at_it(window: Windows, tmp_path: Path) -> None:
    with kept(tmp_path) as (url, store, ids):
        page = window.alone(url, viewport={"width": 1440, "height": 900})  # its clock is that of all its tabs
        page.clock.install()
        page.goto(f"{url}?event={ids['Homs']}")
        settled(page)
        said = page.locator("#said")
        page.get_by_role("button", name="Accept").click()
        expect(said).to_contain_text("accepted", timeout=LONG)
        said.get_by_role("button", name="Undo").hover()
        page.clock.run_for(13_000)
        expect(said).to_contain_text("accepted")
        page.mouse.move(700, 20)
        page.clock.run_for(13_000)
        expect(said).to_be_empty()
        assert len(store.edits()) == 1


def test_a_post_in_the_tray_is_called_by_its_first_words(window: Windows, store: Store) -> None:
    posts = {"sn_001.txt": POST, "sn_002.txt": "Gunmen clashed in Homs last night."}
    store.save(
        as_reported(
            [read_report(Report(text, title=name, url=name)) for name, text in posts.items()], "posts"
        )
    )
    with served(KeptCase("Ann", kept=store)) as url:
        page = window.open(url)
        page.locator("#undated summary").click()
        links = page.locator("#undated .undated-report a")
        expect(links.filter(has_text="Shells fell on Douma last night and killed")).to_have_count(1)
        expect(links.filter(has_text="Gunmen clashed in Homs last night.")).to_have_count(1)


def test_a_tab_chosen_while_a_change_is_under_way_is_not_lost(window: Windows, tmp_path: Path) -> None:
    with kept(tmp_path) as (url, store, ids):
        page = window.open(f"{url}?event={ids['Homs']}")
        held: list[Route] = []
        page.route(
            "**/_dash-update-component*",
            lambda route: held.append(route) if len(held) < 1 else route.continue_(),
        )
        page.get_by_role("button", name="Second look").click()
        page.get_by_role("tab", name="Counts").click()
        page.wait_for_timeout(300)
        held[0].continue_()
        expect(page.locator("#said")).to_contain_text("second look")
        quiet(page)
        assert "tab=counts" in page.url
        expect(page.get_by_role("tab", name="Counts")).to_have_attribute("aria-selected", "true")
        assert len(store.edits()) == 1


def test_a_place_that_no_map_has_is_put_where_a_person_says(window: Windows, tmp_path: Path) -> None:
    with kept(tmp_path) as (url, store, ids):
        page = window.open(f"{url}?event={ids['Homs']}&edit=fields")
        form = page.locator("#card form.edit").first
        place = form.locator("[name='fields.place']")
        place.fill("Nowhereville")
        form.locator("[name=because]").fill("the film shows it")
        form.get_by_role("button", name="Save").click()
        expect(form).to_contain_text("is on no map we have: look at its spelling, or type its point with it")
        expect(form).not_to_contain_text("places add")
        place.fill("Nowhereville 34.73 36.71")
        form.get_by_role("button", name="Save").click()
        expect(page.locator("#card h2")).to_contain_text("Nowhereville")
        (row,) = store.load().events.query("location == 'Nowhereville'").to_dict("records")
        assert (row["latitude"], row["longitude"], row["country"]) == (34.73, 36.71, "Syria")


def test_days_are_kept_under_the_name_of_who_gives_them_and_taken_back_at_one_go(
    undated: Page, store: Store
) -> None:
    tray = undated.locator("#undated")
    tray.locator("summary").click()
    for box in tray.locator("input[name=day]").all():
        box.fill("22 May 2018")
    tray.get_by_label("Why this day").fill("its stamp")
    tray.get_by_label("Your name").fill("Mara")
    tray.get_by_role("button", name="Save the days").click()
    expect(undated.locator("#said")).to_contain_text("2 reports read again")
    assert [each.who for each in store.edits()] == ["Mara", "Mara"]
    undated.locator("#said").get_by_role("button", name="Undo").click()
    expect(undated.locator("#said")).to_contain_text("2 edits are undone")
    assert store.load().events["start"].isna().all()


def test_a_pasted_text_is_cited_by_who_wrote_it_or_who_pasted_it_when(empty: Page, store: Store) -> None:
    for number, (source, cited) in enumerate((("", "pasted on "), ("Douma Council", "Douma Council"))):
        empty.get_by_role("button", name="Add", exact=True).click()
        empty.get_by_label("Or paste a text").fill(f"{POST} {number}")
        empty.get_by_label("From", exact=True).last.fill(source)
        empty.get_by_role("button", name="Read this text").click()
        added(empty)
        reports = store.load().reports.set_index("text")
        report = reports.loc[f"{POST} {number}"]
        assert str(report["url"]).startswith(cited)
        assert report["source"] == source
    expect(empty.locator("#report")).to_contain_text("Douma Council")


def test_what_is_handed_out_has_the_title_that_is_typed(window: Windows, address: str) -> None:
    page = window.open(address)
    page.locator("#export").click()
    page.get_by_label("Title").fill("Douma <b>& Homs</b>")
    with page.expect_download() as saved:
        page.locator("#download-html").click()
    assert '<h1 dir="auto">Douma &lt;b&gt;&amp; Homs&lt;/b&gt;</h1>' in saved.value.path().read_text(
        encoding="utf-8"
    )
    page.locator("#export").click()
    page.locator("#embed-code").click()
    code = page.locator("#embed-code").get_attribute("data-copy")
    assert code is not None
    assert "title=Douma" in code
    page.locator("#export").click()
    page.get_by_label("Title").fill("")
    assert "title=" not in str(page.locator("#download-html").get_attribute("href"))


def test_the_case_is_sealed_on_the_page_and_checked(window: Windows, tmp_path: Path) -> None:
    with kept(tmp_path) as (url, _, _ids):
        page = window.open(url)
        page.locator("#export").click()
        page.get_by_role("button", name="Seal this case").click()
        dialog = page.get_by_role("dialog")
        expect(dialog).to_contain_text("checked: all as they were sealed", timeout=LONG)
        fingerprint = dialog.locator("code").inner_text()
        with page.expect_download() as saved:
            dialog.get_by_role("link", name="Save").click()
        verdict = verify(saved.value.path())
        assert (verdict.fingerprint, verdict.found) == (fingerprint, ())
        page.keyboard.press("Escape")
        expect(dialog).to_be_hidden()


def test_a_page_that_is_only_shown_offers_no_sealing(window: Windows, address: str) -> None:
    page = window.open(address)
    page.locator("#export").click()
    expect(page.get_by_label("Title")).to_be_visible()
    expect(page.locator("#seal-case")).to_have_count(0)
