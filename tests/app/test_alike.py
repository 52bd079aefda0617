"""Events that seem the same are offered on the card: to be joined where reports tell of both, else one is left out."""

from datetime import date
from pathlib import Path

import pytest

from dashboard.app.address import view_of
from dashboard.app.card.hands import with_alike
from dashboard.app.case import KeptCase
from dashboard.app.change import Changes
from dashboard.app.editing import verbs
from dashboard.app.editing.alike import alike
from dashboard.app.editing.form import Asked
from dashboard.app.editing.regroup import join_form
from dashboard.app.light import light
from dashboard.exchange.tables import Asked as AskedOfTable
from dashboard.exchange.tables import read_table
from dashboard.extraction import read_report
from dashboard.store import Store
from dashboard.table import as_reported
from dashboard.text import Report
from tests.app.test_hidden import words_of

HEAD = "event_id_cnty,event_date,time_precision,event_type,sub_event_type,actor1,country,location,latitude,longitude,fatalities,notes\n"
ROW = "MAD1,2018-03-05,1,Explosions/Remote violence,Air/drone strike,Unknown,Syria,Douma,33.57,36.40,3,Warplanes hit the town.\n"


@pytest.fixture
def case(tmp_path: Path) -> KeptCase:
    """An event that a report tells, the same in a coded table, and one like it a day later."""
    store = Store.open(str(tmp_path / "case.db"))
    told = ("Warplanes bombed Douma yesterday, killing three civilians.", "Jets bombed Arbin today.")
    reports = [Report(words, published=date(2018, 3, 6), url=words[:4]) for words in told]
    store.save(as_reported([read_report(each) for each in reports], "reports"))
    (tmp_path / "coded.csv").write_text(HEAD + ROW, encoding="utf-8")
    for batch in read_table(tmp_path / "coded.csv", AskedOfTable(dataset="coded")):
        store.save(batch.dataset)
    return KeptCase(by="Ann", kept=store)


def ids(case: KeptCase) -> tuple[str, str, str]:
    """Those of the event read at Douma, of the coded one, and of the one read at Arbin."""
    events = case.dataset().events.set_index(["dataset", "location"])["event_id"]
    return str(events["reports", "Douma"]), str(events["coded", "Douma"]), str(events["reports", "Arbin"])


def test_a_coded_event_is_offered_with_its_reasons_and_left_out_at_a_click(case: KeptCase) -> None:
    read, coded, _ = ids(case)
    words = " ".join(words_of(light(alike(view_of(f"?event={read}"), case.dataset(), hands=True))))
    assert "Air/drone strike, Douma" in words
    assert "of coded; kind" in words
    assert "The same: leave that one out" in words
    wish = {
        "verb": "review",
        "turn": "1",
        "by": "Ann",
        "ids": [coded],
        "status": "rejected",
        "because": "the same",
    }
    Changes.of([verbs.PART]).carried_out(case, wish, "")
    again = " ".join(words_of(light(alike(view_of(f"?event={read}"), case.dataset(), hands=True))))
    assert "of coded, rejected" in again
    assert "leave that one out" not in again


def test_who_may_only_look_is_told_of_it_without_hands(case: KeptCase) -> None:
    read, _, other = ids(case)
    found = light(with_alike(["head", "foot"], view_of(f"?event={read}"), case.dataset(), hands=False))  # type: ignore[list-item]  # words stand for parts
    assert found[0] == "head"
    assert found[-1] == "foot"
    assert "leave" not in " ".join(words_of(found))
    assert alike(view_of(f"?event={other}"), case.dataset(), hands=True) is None


@pytest.mark.parametrize(
    ("first", "open_one", "said"),
    [
        (0, 0, "Click the other event on the chart or in the table"),
        (0, 2, "These two are one event."),
        (0, 1, "rests on no report and can't be joined"),
    ],
)
def test_a_join_is_picked_and_told_before_it_is_done(
    case: KeptCase, first: int, open_one: int, said: str
) -> None:
    every, dataset = ids(case), case.dataset()
    event = dataset.events[dataset.events["event_id"] == every[open_one]].iloc[0]
    asked = Asked(event, dataset, (), "Ann")
    mode = f"join-{every[first]}"
    words = " ".join(
        words_of(light(join_form(mode, asked, view_of(f"?event={every[open_one]}&edit={mode}"))))
    )
    assert said in words
    assert ("Arbin" in words) is (open_one != 1)
