"""The page opens where nearly all events are; the rest is one click away, and the address says nothing of it."""

from dataclasses import replace

from dashboard.app.outlook import looked_through, outside
from dashboard.app.strip import preset_links
from dashboard.app.url import View, search_of
from tests.app.words import words_of
from tests.sample import dataset


def test_a_month_reaches_beyond_the_days_that_matter() -> None:
    window = looked_through(View(), dataset())
    assert window
    assert window[0].isoformat() > "2018-02-20"
    assert words_of(outside(View(), dataset())) == "1 event reaches beyond this stretch:show all"


def test_all_of_time_is_a_click_away_and_so_is_the_way_back() -> None:
    (_, shown) = outside(View(), dataset())
    assert getattr(shown, "href") == "?all=1"  # noqa: B009 - a component's attributes are its own
    assert looked_through(View().entire(), dataset()) is None
    assert words_of(outside(View().entire(), dataset())) == "Back to where nearly all events are"


def test_the_plain_address_opens_on_nearly_all_and_a_window_is_a_window() -> None:
    assert search_of(View()) == ""
    start = dataset().events["start"].iloc[2].to_pydatetime()
    asked = View().entire().through(start, None)
    assert not asked.whole
    assert outside(asked, dataset()) == []


def test_the_named_windows_tell_nearly_all_from_all() -> None:
    on = {
        view: [words_of(each) for each in preset_links(view, dataset()) if "on" in str(getattr(each, "className", ""))]
        for view in (View(), View().entire())
    }  # fmt: skip
    assert list(on.values()) == [["Nearly all"], ["All"]]


def test_filters_narrow_the_stretch() -> None:
    homs = View().choosing(places=("Syria/Homs",))
    assert looked_through(replace(homs, whole=True), dataset()) is None
    assert outside(homs, dataset()) == [], "of two events neither is an outlier"
