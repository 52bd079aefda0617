"""What the chips say, and what lifting one leaves."""

from datetime import UTC, datetime

import pytest

from dashboard.app.chips import WINDOW, active, cleared, without
from dashboard.app.url import View
from dashboard.table.filters import Selection
from dashboard.table.ways import NO_PLACE

ZONE = "Asia/Damascus"
FROM = datetime(2018, 5, 18, 21, tzinfo=UTC)
TO = datetime(2018, 5, 20, 21, tzinfo=UTC)

SAID = {
    "Place: Homs": Selection(places=("Syria/Homs//Homs",)),
    "Place: no place": Selection(places=(NO_PLACE,)),
    "Type: unknown type": Selection(event_types=("-",)),
    "Actor: no actor": Selection(actors=("-",)),
    "Precision: part of the day": Selection(precisions=("daypart",)),
    "Status: planned": Selection(modalities=("planned",)),
    "Search: “<b>”": Selection(text="<b>"),
    "May overlap 19 May 2018 – 20 May 2018": Selection(start=FROM, end=TO),
    "Must overlap from 19 May 2018": Selection(start=FROM, must=True),
    "May overlap until 20 May 2018": Selection(end=TO),
}


@pytest.mark.parametrize(("words", "selection"), SAID.items(), ids=SAID.keys())
def test_a_filter_is_told_in_words(words: str, selection: Selection) -> None:
    assert [each.words for each in active(View(selection), ZONE)] == [words]


@pytest.mark.parametrize("selection", SAID.values(), ids=SAID.keys())
def test_lifting_the_only_filter_leaves_none(selection: Selection) -> None:
    view = View(selection)
    (only,) = active(view, ZONE)
    assert active(without(view, only.field, only.value), ZONE) == ()


def test_lifting_one_filter_leaves_the_others() -> None:
    view = View(Selection(places=("Syria", "Iraq"), start=FROM))
    left = without(view, "places", "Iraq")
    assert (left.selection.places, left.window) == (("Syria",), (FROM, None))
    assert without(view, WINDOW, "").selection.places == ("Syria", "Iraq")


def test_clearing_lifts_every_filter_and_keeps_what_is_open() -> None:
    view = View(Selection(places=("Syria",), text="x", must=True, end=TO), event="e1", lanes_by="source")
    assert cleared(view) == View(event="e1", lanes_by="source")
