"""Stars and notes: where they stand on the chart, how they are written, and what a file says of them."""

import csv
import io
import json
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest

from dashboard.app import pins
from dashboard.app.case import KeptCase, Shown
from dashboard.app.change import Changes
from dashboard.app.editing import verbs
from dashboard.app.export import Exported, chart_page, data_file
from dashboard.app.tabs import notes
from dashboard.app.url import View, search_of
from dashboard.cli import main
from dashboard.figures import pins as marks
from dashboard.figures.pins import Sign
from dashboard.publish.chart import chart, figure_of
from dashboard.publish.extract import Extract, Wanted, extract_of
from dashboard.publish.remarks import remarks_of
from dashboard.store import Store
from dashboard.table import Dataset
from dashboard.table.epochs import instant
from dashboard.table.filters import Selection
from dashboard.table.tags import STAR, starred
from tests.app.words import words_of
from tests.told import MONITOR, RADIO, day, event

AT = datetime(2026, 11, 29, tzinfo=UTC)
CHANGES = Changes.of([verbs.PART, notes.TAB.part])
OPEN = View(tab="notes")
HOSTILE = "Check <b>this</b> =1+1"


@pytest.fixture
def case(tmp_path: Path) -> KeptCase:
    """A case with a star on the sixth day's event, a note on that of the third day, and one at a moment."""
    store = Store.open(str(tmp_path / "case.db"))
    rows = [event(each, MONITOR if each % 3 else RADIO) | {"dataset": "told"} for each in range(8)]
    store.save(Dataset.from_rows(rows, name="told"))
    store.tag(["e6"], [STAR], [], at=AT, because="", by="Ann")
    store.note(HOSTILE, at=AT, by="Ann", event_id="e3")
    store.note("The truce began", at=AT, by="Ben", moment=datetime(2018, 3, 9, 12, tzinfo=UTC))
    return KeptCase("Ann", kept=store)


def wished(case: KeptCase, verb: str, view: View = OPEN, **said: object) -> dict[str, Any]:
    wish = {"verb": verb, "turn": "1", "by": "Ben", **said}
    assert CHANGES.is_wish(wish)
    return CHANGES.carried_out(case, wish, search_of(view))


def shown(case: KeptCase, view: View) -> list[tuple[str, str, str]]:
    found: Any = pins.sent(view, case.dataset(), case)["pins"]
    return [(each["at"][:16], each["sign"], each["event"]) for each in found]


def test_marks_stand_where_their_event_begins_or_at_their_moment(case: KeptCase) -> None:
    assert shown(case, View(whole=True)) == [
        ("2018-03-04T00:00", Sign.NOTE, "e3"),
        ("2018-03-07T00:00", Sign.STAR, "e6"),
        ("2018-03-09T12:00", Sign.NOTE, ""),
    ]


def test_marks_are_on_the_clock_of_the_page(case: KeptCase) -> None:
    assert shown(case, View(zone="Asia/Damascus"))[-1][0] == "2018-03-09T14:00"


def test_only_events_that_are_wanted_have_marks_and_only_moments_that_are_looked_at(case: KeptCase) -> None:
    window = View(Selection(start=day(5), end=day(8)))
    assert shown(case, window) == [("2018-03-07T00:00", Sign.STAR, "e6")]
    assert shown(case, View(Selection(sources=("The radio",)), whole=True))[0][2] == "e3"
    assert "e6" not in [each[2] for each in shown(case, View(Selection(text="Hama")))]


def test_too_many_marks_are_counted(case: KeptCase) -> None:
    found, left = marks.pins_of(case.dataset().index.everything, None, "UTC", remarks_of(case.kept), most=2)
    assert (len(found), left) == (2, 1)


def test_stars_that_are_looked_at_are_shown_however_many_lie_before(case: KeptCase) -> None:
    case.kept.tag([f"e{each}" for each in range(8)], [STAR], [], at=AT, because="", by="Ann")
    found, left = marks.pins_of(case.dataset().index.everything, (day(5), day(8)), "UTC", (), most=1)
    assert ([each.event_id for each in found], left) == (["e5"], 2)


def test_an_event_that_begins_before_the_window_has_its_mark_at_the_edge(case: KeptCase) -> None:
    window = View(Selection(start=day(6) + timedelta(hours=6), end=day(8)))
    assert shown(case, window) == [("2018-03-07T06:00", f"{Sign.BEFORE}{Sign.STAR}", "e6")]
    after = View(Selection(start=day(7), end=day(8)))
    assert shown(case, after) == [], "one that is over stands nowhere"


def test_an_event_of_which_nobody_tells_the_beginning_stands_at_its_end_or_at_the_edge(
    tmp_path: Path,
) -> None:
    store = Store.open(str(tmp_path / "open.db"))
    store.save(Dataset.from_rows([event(1, MONITOR) | {"start": None}, event(5, RADIO)], name="open"))
    store.tag(["e1"], [STAR], [], at=AT, because="", by="Ann")
    rows = KeptCase("Ann", kept=store).dataset().index.everything
    assert [(each.at, each.before) for each in marks.pins_of(rows, (day(0), day(6)), "UTC", ())[0]] == [(instant(day(2)), False)]  # fmt: skip
    assert [(each.at, each.before) for each in marks.pins_of(rows, (day(0), day(1)), "UTC", ())[0]] == [(instant(day(0)), True)]  # fmt: skip


def extract(case: KeptCase, **chosen: Any) -> Extract:
    return extract_of(case.dataset(), Wanted(Selection(**chosen)), AT, remarks=remarks_of(case.kept))


def drawn(figure: Any) -> list[tuple[str, str]]:
    found = [each for each in figure["data"] if each["name"] == "pins"]
    return [pair for each in found for pair in zip(each["text"], (at[:10] for at in each["x"]), strict=True)]


def test_a_picture_has_the_marks_above_its_lanes_and_lists_the_notes_by_number(case: KeptCase) -> None:
    figure = chart(extract(case))
    assert drawn(figure) == [("✎1", "2018-03-04"), ("★", "2018-03-07")], (
        "the moment lies behind the last event"
    )
    caption = figure["layout"]["annotations"][-1]["text"].replace("<br>", " ")
    assert "✎1 Check &lt;b&gt;this&lt;/b&gt; =1+1 (Ann) – " in caption
    assert "✎2 The truce began (Ben) – Friday 9 March 2018, 12:00" in caption
    assert "★ " in caption
    assert figure["layout"]["yaxis"]["range"][1] == -1, "a row of their own"


def test_in_a_picture_of_a_window_marks_stand_within_it(case: KeptCase) -> None:
    assert drawn(figure_of(extract(case), 1000, (day(6) + timedelta(hours=1), day(10)))) == [
        ("◂★", "2018-03-07"),
        ("✎2", "2018-03-09"),
    ]
    assert drawn(figure_of(extract(case, text="Hama"), 1000)) != drawn(figure_of(extract(case), 1000))


def test_marks_that_would_cover_each_other_are_one(case: KeptCase) -> None:
    for each in range(3):
        case.kept.note(f"Again {each}", at=AT, by="Ann", event_id="e6")
    assert ("★✎3, 4, 5", "2018-03-07") in drawn(figure_of(extract(case), 1000))


def test_a_picture_without_star_or_note_has_no_row_for_them(tmp_path: Path) -> None:
    plain = extract_of(Dataset.from_rows([event(1, MONITOR)]), Wanted(Selection()), AT)
    figure = chart(plain)
    assert drawn(figure) == []
    assert figure["layout"]["yaxis"]["range"][1] == 0


def test_of_many_marks_a_picture_names_the_first_and_counts_the_rest(case: KeptCase) -> None:
    for each in range(marks.MOST_TOLD):
        case.kept.note(f"Again {each}", at=AT, by="Ann", event_id="e6")
    said = marks.told(*marks.pins_of(case.dataset().index.everything, None, "UTC", remarks_of(case.kept)))
    assert (len(said), said[-1]) == (1 + marks.MOST_TOLD + 1, "and 2 more")


def test_a_star_is_a_tag_and_is_taken_off_like_one(case: KeptCase) -> None:
    assert starred(case.dataset().index.everything).frame()["event_id"].tolist() == ["e6"]
    wished(case, "tag", ids=["e6"], off=[STAR])
    assert len(starred(case.dataset().index.everything)) == 0


def test_the_tab_lists_views_notes_and_stars(case: KeptCase) -> None:
    wished(case, "save-view", View(Selection(text="Douma"), tab="counts"), name="  Douma   alone ")
    said = words_of(notes.listed(OPEN, case.dataset(), case))
    for words in ("Douma alone", HOSTILE, "The truce began", "Friday 9 March 2018, 12:00", Sign.STAR):
        assert words in said, words
    (view,) = case.kept.views()
    assert view.query == "q=Douma&tab=counts"
    wished(case, "remove-view", name="Douma alone")
    assert case.kept.views() == ()
    assert notes.listed(View(), case.dataset(), case) == []


def test_a_note_at_a_moment_is_read_as_dates_are(case: KeptCase) -> None:
    done = wished(case, "note-at", when="5 March 2018 14:00", text="Seen on video")["done"]
    assert done["message"] == "The note is kept at Monday 5 March 2018, 14:00"
    assert case.kept.notes()[-1].moment == datetime(2018, 3, 5, 14, tzinfo=UTC)


@pytest.mark.parametrize(("when", "text", "why"), [("nonsense", "x", "nonsense"), ("5 March 2018", " ", "a note needs words")])  # fmt: skip
def test_what_can_not_be_kept_is_refused_with_the_reason(
    case: KeptCase, when: str, text: str, why: str
) -> None:
    done = wished(case, "note-at", when=when, text=text)["done"]
    assert why in done["errors"][""]
    assert len(case.kept.notes()) == 2


def test_who_may_only_look_is_offered_no_form(case: KeptCase) -> None:
    said = notes.listed(OPEN, case.dataset(), Shown(load=case.dataset))
    assert "can only be looked at" in words_of(said)
    assert "Keep the view" not in str(said)


def test_files_say_what_was_noted(case: KeptCase) -> None:
    of = Exported.of(case)
    table = b"".join(data_file(of, View(), ".csv", AT).pieces).decode("utf-8-sig")
    noted = {row["event_id"]: row["remarks"] for row in csv.DictReader(io.StringIO(table)) if row["remarks"]}
    assert noted == {"e3": f"{HOSTILE} (Ann)"}
    held = json.loads(b"".join(data_file(of, View(), ".json", AT).pieces))
    assert [(each["text"], each["event_id"], each["moment"]) for each in held["remarks"]] == [
        (HOSTILE, "e3", None),
        ("The truce began", None, "2018-03-09T12:00:00Z"),
    ]
    page = b"".join(chart_page(of, View(), AT).pieces).decode()
    assert "Check &lt;b&gt;this&lt;/b&gt;" in page
    assert "Friday 9 March 2018, 12:00 · Ben" in page
    assert page.count('title="starred"') == 1


def test_remarks_on_events_that_are_not_wanted_stay_out(case: KeptCase) -> None:
    view = View(Selection(start=day(5), end=day(8)))
    held = json.loads(b"".join(data_file(Exported.of(case), view, ".json", AT).pieces))
    assert "remarks" not in held


def test_the_command_line_says_them_too(case: KeptCase, tmp_path: Path) -> None:
    out = tmp_path / "events.csv"
    assert main(["export", str(out), "--database", str(tmp_path / "case.db")]) == 0
    assert f"{HOSTILE} (Ann)" in out.read_text(encoding="utf-8")
