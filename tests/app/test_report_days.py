"""The day of a report is said on the page, of one or of several; one is taken out only when asked for twice."""

from collections.abc import Iterator
from datetime import UTC, datetime
from typing import Any

import pytest

from dashboard.app.case import KeptCase
from dashboard.app.change import Changes
from dashboard.app.light import light
from dashboard.app.report_days import PART, day_form
from dashboard.app.tray import PART as TRAY
from dashboard.app.url import View
from dashboard.extraction import read_report
from dashboard.store import Store
from dashboard.table import as_reported
from dashboard.text import Report

AT = datetime(2026, 11, 28, tzinfo=UTC)
CHANGES = Changes.of([PART])
TEXTS = {
    "post-20180521.txt": "Artillery shelled Douma yesterday, killing three civilians.",
    "notes <b>.txt": "Gunmen clashed in Homs last night.",
}


@pytest.fixture
def case() -> Iterator[KeptCase]:
    with Store.open("sqlite://") as store:
        reports = [Report(text, title=f"<i>{name}", url=name) for name, text in TEXTS.items()]
        store.save(as_reported([read_report(each) for each in reports], "posts"))
        yield KeptCase("Ann", kept=store)


def wished(case: KeptCase, verb: str, **values: object) -> dict[str, Any]:
    wish = {"verb": verb, "turn": "1", "by": "", **values}
    assert CHANGES.is_wish(wish)
    return CHANGES.carried_out(case, wish, "")


def ids(case: KeptCase) -> list[str]:
    return [each.report_id for each in case.kept.reports()]


def test_several_reports_are_dated_at_once_and_their_events_fall_into_place(case: KeptCase) -> None:
    assert case.dataset().events["start"].isna().all()
    days = dict(zip(ids(case), ("21 May 2018", "2018-05-22"), strict=True))
    done = wished(case, "date-reports", days=days, because="told by their sender")
    assert done["done"]["errors"] == {}
    assert done["done"]["message"].startswith("2 reports read again")
    assert not case.dataset().events["start"].isna().any()
    assert {each.who for each in case.kept.edits()} == {"Ann"}


def test_where_one_day_is_none_nothing_is_written_and_it_is_named(case: KeptCase) -> None:
    first, second = ids(case)
    done = wished(case, "date-reports", days={first: "21 May 2018", second: "soon"}, because="so")
    assert set(done["done"]["errors"]) == {second}
    assert case.kept.edits() == ()


@pytest.mark.parametrize(
    ("values", "said"),
    [
        ({"days": {}, "because": "so"}, "type a day"),
        ({"days": None, "because": "so"}, "type a day"),
        ({"days": {"x": "21 May 2018"}, "because": " "}, "say why"),
        ({"days": {"x": "21 May 2018"}, "because": "so"}, "holds no report 'x'"),
        ({"days": {"x": "21 May 2018"}, "because": "so", "zone": "Mars/North"}, "Mars/North"),
    ],
)
def test_what_is_missing_is_said(case: KeptCase, values: dict[str, object], said: str) -> None:
    errors = wished(case, "date-reports", **values)["done"]["errors"]
    assert said in " ".join(errors.values())


def test_a_zone_alone_is_changed(case: KeptCase) -> None:
    first = ids(case)[0]
    done = wished(case, "date-reports", days={first: ""}, zone="Europe/London", because="written there")
    assert done["done"]["errors"] == {}
    assert case.kept.given_dates()[first].timezone == "Europe/London"


def test_a_report_is_taken_out_and_one_that_was_worked_on_only_once_asked_twice(case: KeptCase) -> None:
    first, second = ids(case)
    assert wished(case, "remove-report", report=first)["done"]["errors"] == {}
    event = str(case.dataset().events["event_id"].iloc[0])
    case.kept.review(event, "accepted", at=AT, by="Ann")
    asked = wished(case, "remove-report", report=second)["done"]
    assert asked["asks"] is True
    assert "rests on it" in asked["errors"][""]
    assert ids(case) == [second]
    assert wished(case, "remove-report", report=second, sure=True)["done"]["errors"] == {}
    assert ids(case) == []
    assert "not there any more" in wished(case, "remove-report", report=second)["done"]["errors"][""]


def test_the_tray_has_a_box_for_each_report_that_tells_no_day(case: KeptCase) -> None:
    ((answer,), *_) = (TRAY.answers,)
    drawn = str(answer.given(View(), case.dataset()))
    assert "2 events hang on the publication day of 2 reports that do not tell it" in drawn
    assert all(f"'data-report': '{key}'" in drawn for key in ids(case))
    assert "2018-05-21, from its name" in drawn
    assert all(f"report={key}" in drawn for key in ids(case))


def test_the_form_of_a_report_travels_as_plain_data() -> None:
    (drawn,) = light(day_form("525a1eaf4f78", "<img src=x>.txt", "Asia/Damascus"))
    assert drawn[:2] == ["div", {"class": "report-hands only-kept"}]
    assert "'placeholder': 'Asia/Damascus'" in str(drawn)
