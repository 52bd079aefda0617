"""What a form says becomes an edit: values by column, errors by field, the event followed under its new id."""

from pathlib import Path
from typing import Any

import pytest

from dashboard.app.case import KeptCase
from dashboard.app.change import Changes
from dashboard.app.editing import verbs
from dashboard.app.editing.queue import next_of, queue_of
from dashboard.app.editing.typed import typed
from dashboard.app.url import View, search_of
from dashboard.store.typed_fields import Known
from tests.app.test_case import AT, kept

CHANGES = Changes.of([verbs.PART])
DAMASCUS = Known("Asia/Damascus", "SY")


@pytest.fixture
def case(tmp_path: Path) -> KeptCase:
    return kept(tmp_path)


def only(case: KeptCase) -> str:
    return str(case.dataset().events["event_id"].iloc[0])


def wished(case: KeptCase, verb: str, event: str = "", **said: object) -> dict[str, Any]:
    wish = {"verb": verb, "turn": "1", "by": "Ben", **said}
    assert CHANGES.is_wish(wish)
    return CHANGES.carried_out(case, wish, search_of(View(event=event, edit="fields")))


@pytest.mark.parametrize(
    ("fields", "columns"),
    [
        ({}, {}),
        ({"fatalities": "5"}, {"fatalities": "5"}),
        ({"place": ""}, {"location": "", "latitude": None}),
        ({"place": "Harasta"}, {"location": "Harasta", "iso": "SY"}),
        ({"when": "March 2018"}, {"granularity": "month"}),
    ],
)
def test_fields_become_values(case: KeptCase, fields: dict[str, str], columns: dict[str, object]) -> None:
    found = typed(fields, DAMASCUS, case, AT)
    assert found.errors == {}
    assert {**found.columns, **columns} == found.columns
    assert bool(found.columns) is bool(columns)


@pytest.mark.parametrize(
    ("name", "words", "why"),
    [
        ("fatalities", "many", "no whole number"),
        ("when", "nonsense", "nonsense"),
        ("place", "Nowhereville", "on no map we have"),
        ("notes", "a" * 6000, "longer than 5,000"),
        ("event_id", "x", "not set by hand"),
    ],
)
def test_what_a_field_cant_hold_is_told_of_that_field(
    case: KeptCase, name: str, words: str, why: str
) -> None:
    found = typed({name: words, "injured": "4"}, DAMASCUS, case, AT)
    assert found.errors.keys() == {name}
    assert why in found.errors[name]


def test_a_correction_is_saved_told_and_undone(case: KeptCase) -> None:
    event_id = only(case)
    answer = wished(
        case, "set", event_id, ids=[event_id], fields={"fatalities": "5"}, because="the list", upon=0
    )
    assert answer["search"] == f"?event={event_id}"
    assert answer["done"]["message"].startswith("Saved: ")
    assert case.dataset().events["fatalities"].tolist() == [5]
    assert case.dataset().events["location"].tolist() == ["Douma"]
    assert "undone" in wished(case, "undo", event_id, number=answer["done"]["number"])["done"]["message"]
    assert case.dataset().events["fatalities"].tolist() == [3]


def test_a_correction_needs_a_reason(case: KeptCase) -> None:
    done = wished(case, "set", ids=[only(case)], fields={"fatalities": "5"})["done"]
    assert "say why" in done["errors"]["because"]


def test_an_event_is_deleted_and_restored(case: KeptCase) -> None:
    event_id = only(case)
    wished(case, "delete", event_id, ids=[event_id], because="a drill")
    assert case.dataset().events.empty
    wished(case, "restore", ids=[event_id])
    assert only(case) == event_id


def test_an_event_is_added_by_hand_on_the_clocks_of_the_others(case: KeptCase) -> None:
    done = wished(case, "add", fields={"when": "5 March 2018 14:00", "place": "Homs"}, because="a witness")[
        "done"
    ]
    assert "14:00 on Monday 5 March 2018" in done["message"]
    assert len(case.dataset().events) == 2


def test_all_in_view_are_corrected_only_if_they_are_those_that_were_seen(case: KeptCase) -> None:
    said: dict[str, Any] = {"all": True, "fields": {"put": "urgent"}, "because": "so"}
    assert "not 7" in wished(case, "set-many", **said, count=7)["done"]["errors"][""]
    wished(case, "set-many", **said, count=1)
    assert case.dataset().events["tags"].tolist() == ["urgent"]


def test_the_queue_of_a_review_gets_shorter(case: KeptCase) -> None:
    event_id = only(case)
    before = queue_of(case.dataset(), View())
    assert (before.done, before.of, next_of(case.dataset(), View())) == (0, 1, event_id)
    answer = wished(case, "review", event_id, ids=[event_id], status="accepted", next=True)
    after = queue_of(case.dataset(), View())
    assert (after.done, len(after.left), next_of(case.dataset(), View())) == (1, 0, "")
    assert event_id not in str(answer["search"])
