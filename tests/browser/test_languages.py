"""The page in other languages: Arabic from right to left, French and Ukrainian; chosen, kept, and the same page in each."""

import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from dashboard.app.case import KeptCase
from dashboard.cli.sample import sample
from dashboard.store import Store
from tests.browser.conftest import Windows, bars, goes, quiet, served, settled
from tests.sample import dataset

PHONE = {"width": 390, "height": 844, "has_touch": True, "is_mobile": True}
EVENTS = dataset().events.set_index("location")
HARASTA = str(EVENTS.loc["Harasta", "event_id"])
TABS = ("map", "counts", "review", "unread", "who", "notes")
NAMES = ("location", "admin1", "admin2", "country", "actor1", "actor2", "source")
OTHERS = "UTC Enter Space Shift Esc PNG SVG HTML sample Asia Damascus English map zzz"  # that are called so everywhere
# What is read of the page beside what is data: quotes, reports, names in lists.
READ = """() => {
  const data = "#export-box .menu, #language-box, bdi, q, blockquote, code, #report, #timeline .plot-container, .topbar h1, .zone, option, .choice, .unread-list";
  const texts = [];
  const walk = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  while (walk.nextNode()) {
    const parent = walk.currentNode.parentElement;
    const isCell = parent.closest("td:nth-last-child(-n+3), dd"); // a phrase, a source and a sentence
    if (!isCell && !parent.closest(`${data}, script, style`) && parent.getClientRects().length) texts.push(walk.currentNode.textContent);
  }
  for (const each of document.querySelectorAll("[aria-label], [placeholder], [title]"))
    if (!each.closest("script, td") && each.getClientRects().length)
      texts.push(each.getAttribute("aria-label") || "", each.placeholder || "", each.title || "");
  return texts;
}"""


@pytest.fixture(scope="module")
def case(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The page over a case that can be put right."""
    with Store.open(str(tmp_path_factory.mktemp("languages") / "case.db")) as store:
        store.save(sample())
        with served(KeptCase("Ann", kept=store)) as url:
            yield url


def html(page: Page) -> tuple[str, str]:
    """The language and the direction that the page says it has."""
    said: list[str] = page.evaluate("[document.documentElement.lang, document.documentElement.dir]")
    return said[0], said[1]


def test_a_language_is_chosen_by_its_own_name_and_kept(window: Windows, address: str) -> None:
    page = window.open(address)
    assert html(page) == ("en", "ltr")
    page.locator("#language").click()
    page.get_by_role("button", name="العربية").click()
    page.wait_for_url("**/?lang=ar")
    settled(page)
    assert html(page) == ("ar", "rtl")
    page.goto(address)
    settled(page)
    assert html(page) == ("ar", "rtl")


def test_the_language_of_the_browser_is_taken_first(window: Windows, address: str) -> None:
    assert html(window.open(address, locale="uk-UA")) == ("uk", "ltr")


def test_in_arabic_the_page_runs_from_right_to_left_and_time_from_left_to_right(
    window: Windows, address: str
) -> None:
    page = window.open(f"{address}/?lang=ar&event={HARASTA}")
    rail, card = page.locator("#rail").bounding_box(), page.locator("#card").bounding_box()
    assert rail
    assert card
    assert rail["x"] > card["x"]
    ticks = page.locator("#timeline .xtick text").all_text_contents()
    assert any("آذار" in each for each in ticks)
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")
    expect(page.locator("#card .when")).to_have_text("الساعة 14:20 يوم الاثنين 5 آذار 2018")
    expect(page.locator("#count")).to_have_text("8 من 8 أحداث")


def test_in_arabic_a_name_begins_beside_its_box(window: Windows, address: str) -> None:
    page = window.open(f"{address}/?lang=ar")
    apart = page.evaluate("""() => [...document.querySelectorAll("#rail .box")].map((row) => {
      const [box, name] = ["input, .tick", "bdi"].map((part) => row.querySelector(part).getBoundingClientRect());
      return box.left - name.right;
    })""")
    assert len(apart) > 10
    assert max(apart) < 40  # a box's gap, and a swatch


def test_in_arabic_what_is_typed_after_several_choices_is_seen(window: Windows, address: str) -> None:
    page = window.open(address, locale="ar")
    for name in ("Douma", "Homs", "Harasta"):
        page.locator("#folded").press_sequentially(name)
        page.keyboard.press("Enter")
        page.wait_for_url(re.compile(f"fold={name}"))
    quiet(page)
    typed, clear = (page.locator(each).bounding_box() for each in ("#folded", ".pill.clears"))
    assert typed is not None
    assert clear is not None
    assert typed["x"] > clear["x"] + clear["width"] - 1


def test_in_arabic_a_click_a_chip_and_a_tab_do_the_same(window: Windows, address: str) -> None:
    page = window.open(f"{address}/?lang=ar")
    page.locator("#facet-event_type-boxes").get_by_label("المعارك").check()
    expect(page.locator("#count")).to_have_text("حدثان من 8 أحداث".replace("حدثان", "2"))
    expect(page.locator("#chips .chip")).to_contain_text("النوع: المعارك")
    assert len(bars(page)) == 1  # the other one has no time
    page.locator("#chips .chip").click()
    expect(page.locator("#count")).to_have_text("8 من 8 أحداث")
    page.get_by_role("tab", name="الأعداد").click()
    quiet(page)
    expect(page.locator("#counts")).to_have_attribute("aria-label", re.compile("أعداد باليوم"))
    page.get_by_role("tab", name="الجدول").click()
    page.locator("#table tbody tr").first.click()
    expect(page.locator("#card h2")).not_to_be_empty()
    assert html(page) == ("ar", "rtl")


def test_in_arabic_a_day_is_typed_in_arabic(window: Windows, address: str) -> None:
    page = window.open(f"{address}/?lang=ar")
    box = page.locator("#window-from")
    box.fill("٦ آذار ٢٠١٨")
    box.press("Enter")
    expect(page.locator("#chips .chip")).to_contain_text("6 آذار 2018")
    box.fill("كلام")
    box.press("Enter")
    expect(page.locator(".edge .error").first).to_contain_text("ليس تاريخًا")


def test_an_arrow_into_a_branch_points_to_where_the_branch_is(window: Windows, address: str) -> None:
    page = window.open(f"{address}/?lang=ar")
    tree = page.locator("#places-boxes [role=treeitem]")
    before = tree.count()
    tree.first.focus()
    page.keyboard.press("ArrowRight")
    expect(tree).not_to_have_count(before)
    page.keyboard.press("ArrowLeft")
    expect(tree).to_have_count(before)


def test_in_arabic_no_english_is_left(window: Windows, case: str) -> None:
    page = window.open(f"{case}/?lang=ar")
    page.locator("#key-box > summary").click()
    page.keyboard.press("p")
    events = sample().events
    known = {
        word for name in NAMES for value in events[name].astype(str) for word in re.findall(r"\w+", value)
    }
    left = known | set(OTHERS.split())
    english: dict[str, set[str]] = {}
    for view in ("", f"&event={HARASTA}", *(f"&tab={each}" for each in TABS), "&q=zzz"):
        goes(page, f"?lang=ar{view}")
        texts = [str(each) for each in page.evaluate(READ)]
        assert len(texts) > 50
        english[view] = {each for each in texts if set(re.findall("[A-Za-z]{3,}", each)) - left}
    assert {view: words for view, words in english.items() if words} == {}


def test_in_arabic_a_phone_never_scrolls_sideways(window: Windows, address: str) -> None:
    page = window.open(f"{address}/?lang=ar", **PHONE)
    wide = {}
    for view in ("", f"&event={HARASTA}", "&tab=report", "&q=zzz"):
        goes(page, f"?lang=ar{view}")
        wide[view] = int(page.evaluate("document.documentElement.scrollWidth"))
    assert max(wide.values()) <= PHONE["width"], wide


def test_on_a_phone_in_arabic_the_rail_slides_in_from_the_right(window: Windows, address: str) -> None:
    page = window.open(f"{address}/?lang=ar", **PHONE)
    expect(page.locator("#rail")).not_to_be_in_viewport()
    page.locator("#rail-open").tap()
    expect(page.locator("#rail-close")).to_be_focused()
    page.wait_for_timeout(300)
    box = page.locator("#rail").bounding_box()
    assert box
    assert round(box["x"] + box["width"]) == PHONE["width"]


@pytest.mark.parametrize(
    ("code", "count", "when", "undo"),
    [
        ("fr", "8 sur 8 événements", "À 14:20 le lundi 5 mars 2018", "Annuler"),
        ("uk", "8 з 8 подій", "О 14:20, 5 березня 2018 (понеділок)", "Скасувати"),
    ],
)
def test_in_french_and_ukrainian_an_event_is_read_and_put_right(
    window: Windows, address: str, tmp_path: Path, code: str, count: str, when: str, undo: str
) -> None:
    page = window.open(f"{address}/?lang={code}&event={HARASTA}")
    assert html(page) == (code, "ltr")
    expect(page.locator("#count")).to_have_text(count)
    expect(page.locator("#card .when")).to_have_text(when)
    with Store.open(str(tmp_path / "case.db")) as store:
        store.save(sample())
        with served(KeptCase("Ann", kept=store)) as url:
            page = window.open(f"{url}/?lang={code}&event={sample().events['event_id'].iloc[0]}")
            page.locator("#card [data-key=a]").click()
            expect(page.locator("#said button")).to_have_text(undo)


def test_two_windows_speak_two_languages(window: Windows, address: str) -> None:
    page = window.open(f"{address}/?lang=fr")
    other = page.context.new_page()
    window.watch.over(other)
    other.goto(f"{address}/?lang=uk")
    settled(other)
    page.get_by_role("tab", name="Comptages").click()
    expect(page.locator("#counts-note")).to_contain_text("par jour")
    other.close()
