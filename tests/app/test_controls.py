"""Controls write the address; the address sets the controls."""

from typing import Any

import pytest

from dashboard.app.address import view_of
from dashboard.app.chart import FOLDED, LANES_BY
from dashboard.app.controls import Taken, shown, taken
from dashboard.app.links import href
from dashboard.app.rail import PLACES
from dashboard.app.shell import CONTROLS
from dashboard.app.strip import FROM, MUST, TO, typed
from dashboard.app.tabs.bottom import OPEN
from dashboard.app.tabs.report import REPORT_PICK
from dashboard.app.topbar import SEARCH, ZONE
from dashboard.app.url import View
from dashboard.table.filters import Selection
from tests.sample import dataset

SAMPLE = dataset()
FROM_5 = typed(View(), "5 March 2018", SAMPLE, last=False)


def touched(part: str, value: Any, view: View | None = None) -> Taken:
    """What happens when one control is set on a view."""
    view = view or View()
    return taken(view, SAMPLE, CONTROLS, shown(view, SAMPLE, CONTROLS) | {part: value}, [part])


SET = {
    SEARCH: (" mortar ", View(Selection(text="mortar"))),
    PLACES: (["Syria/Homs"], View(Selection(places=("Syria/Homs",)))),
    "facet-event_type": (["Battles"], View(Selection(event_types=("Battles",)))),
    "facet-actor1": (["-"], View(Selection(actors=("-",)))),
    "facet-source": (["Sample Monitor"], View(Selection(sources=("Sample Monitor",)))),
    "facet-granularity": (["day"], View(Selection(precisions=("day",)))),
    "facet-modality": (["planned"], View(Selection(modalities=("planned",)))),
    "facet-review_status": (["accepted"], View(Selection(reviews=("accepted",)))),
    "facet-tags": (["urgent"], View(Selection(tags=("urgent",)))),
    "facet-dataset": (["case"], View(Selection(datasets=("case",)))),
    MUST: ("must", View(Selection(must=True))),
    LANES_BY: ("source", View(lanes_by="source")),
    FOLDED: (["Douma"], View(folded=("Douma",))),
    ZONE: ("UTC", View(zone="UTC")),
    OPEN: ("report", View(tab="report")),
    REPORT_PICK: ("abc", View(report="abc")),
    FROM: ("5 March 2018", FROM_5),
}


@pytest.mark.parametrize("part", SET)
def test_every_control_is_in_the_address(part: str) -> None:
    value, after = SET[part]
    assert view_of(href(touched(part, value).view)) == after


def test_every_control_is_tried_here() -> None:
    assert set(SET) | {TO} == set(CONTROLS)


@pytest.mark.parametrize("part", sorted(set(SET) - {REPORT_PICK}))
def test_a_control_shows_what_the_address_says(part: str) -> None:
    value, view = SET[part]
    assert shown(view, SAMPLE, CONTROLS)[part] == {SEARCH: "mortar"}.get(part, value)


def test_a_report_that_is_not_here_gives_way_to_one_that_is() -> None:
    assert (
        shown(View(report="abc", tab="report"), SAMPLE, CONTROLS)[REPORT_PICK]
        == SAMPLE.reports["report_id"].iloc[0]
    )


def test_a_control_set_to_what_it_was_leaves_the_address_alone() -> None:
    assert touched(OPEN, "table").view == View()


def test_words_that_are_no_date_keep_the_window_and_are_told_beside_the_box() -> None:
    after = touched(FROM, "gibberish", FROM_5)
    assert after.view == FROM_5
    assert "gibberish" in after.trouble
    assert FROM not in after.settled, "what was typed stays, to be mended"


def test_a_window_that_would_end_before_it_starts_is_refused_in_words() -> None:
    after = touched(TO, "3 March 2018", FROM_5)
    assert after.view == FROM_5
    assert "before" in after.trouble


def test_yesterday_in_a_box_becomes_the_day_it_means() -> None:
    after = touched(TO, "yesterday", FROM_5)
    assert after.settled[TO] == "5 March 2018"
    assert not after.trouble


def test_an_emptied_box_opens_that_side() -> None:
    assert touched(FROM, "", FROM_5).view == View()
    assert typed(FROM_5, " ", SAMPLE, last=False) == View()


def test_ticking_a_place_within_a_chosen_region_unticks_the_region() -> None:
    view = View(Selection(places=("Syria",)))
    after = touched(PLACES, ["Syria", "Syria/Homs"], view)
    assert after.settled[PLACES] == ["Syria/Homs"]


def test_other_lanes_forget_which_were_folded() -> None:
    assert touched(LANES_BY, "source", View(folded=("Douma",))).view == View(lanes_by="source")


@pytest.mark.parametrize(
    ("words", "why"),
    [("31 Feb 2018", "there is no 31 February"), ("9999-12-31", "beyond the calendar"), ("31/04/2018", "there is no 31 April")],
)  # fmt: skip
@pytest.mark.parametrize("part", [FROM, TO])
def test_a_date_that_does_not_exist_is_refused_beside_its_box(part: str, words: str, why: str) -> None:
    after = touched(part, words, FROM_5)
    assert after.view == FROM_5
    assert words in after.trouble
    assert why in after.trouble


def test_what_was_typed_before_another_control_was_touched_counts_and_nonsense_does_not() -> None:
    said = shown(View(), SAMPLE, CONTROLS) | {FROM: "5 March 2018", TO: "gibberish", PLACES: ["Syria"]}
    after = taken(View(), SAMPLE, CONTROLS, said, [PLACES])
    assert after.view == FROM_5.choosing(places=("Syria",))
    assert after.trouble == ""
