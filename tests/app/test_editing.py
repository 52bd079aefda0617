"""What a form says becomes an edit: values by column, errors by field, the event followed under its new id."""

from pathlib import Path
from typing import Any

import pytest

from dashboard.app.case import KeptCase
from dashboard.app.change import Changes
from dashboard.app.editing import verbs
from dashboard.app.editing.history import told_of
from dashboard.app.editing.queue import next_of, queue_of
from dashboard.app.editing.typed import typed
from dashboard.app.url import View, search_of
from dashboard.extraction import read_report
from dashboard.store import Store
from dashboard.store.typed_fields import Known
from dashboard.table import as_reported
from dashboard.text import Report
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
    assert "undone" in wished(case, "undo", event_id, number=answer["done"]["numbers"][0])["done"]["message"]
    assert case.dataset().events["fatalities"].tolist() == [3]


def test_what_is_undone_twice_is_told_in_the_words_of_the_page(case: KeptCase) -> None:
    event_id = only(case)
    said: dict[str, Any] = {"ids": [event_id], "fields": {"fatalities": "5"}, "because": "the list"}
    number = wished(case, "set", event_id, **said, upon=0)["done"]["numbers"][0]
    assert not wished(case, "undo", event_id, number=number)["done"]["errors"]
    for errors in (
        wished(case, "undo", event_id, number=number)["done"]["errors"],
        wished(case, "undo", event_id, number=99)["done"]["errors"],
    ):
        assert errors == {"": "this is undone already: the history says by whom"}


def test_a_revision_that_was_never_there_is_told_in_the_words_of_the_page(case: KeptCase) -> None:
    said: dict[str, Any] = {"ids": [only(case)], "fields": {"fatalities": "5"}, "because": "the list"}
    (words,) = wished(case, "set", **said, upon=7)["done"]["errors"].values()
    assert "no longer what you saw" in words


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


def test_fields_and_tags_of_many_are_one_edit(case: KeptCase) -> None:
    assert case.store is not None
    fields = {"actor1": "Unknown men", "put": "urgent"}
    number = wished(case, "set-many", ids=[only(case)], fields=fields, because="a list")["done"]["numbers"][0]
    assert len(case.store.edits()) == number == 1
    assert case.dataset().events[["actor1", "tags"]].iloc[0].tolist() == ["Unknown men", "urgent"]
    wished(case, "set-many", ids=[only(case)], fields={"off": "urgent"}, because="seen")
    assert case.dataset().events["tags"].tolist() == [""]


def test_what_another_deleted_meanwhile_is_told_in_the_pages_own_words(case: KeptCase) -> None:
    event_id, seen = only(case), case.dataset()
    assert case.store is not None
    case.store.delete(event_id, because="a drill", at=AT, by="Zoe")
    (said,) = wished(case, "tag", ids=[event_id], put=["x"])["done"]["errors"].values()
    assert "was deleted by Zoe; the tab Review brings it back; nothing was changed" in said
    assert len(seen.events) == 1


@pytest.mark.parametrize(
    ("theirs", "mine", "beside", "said"),
    [
        ({"fatalities": 7}, {"fatalities": "9"}, "fatalities", "Zoe set Killed to 7 meanwhile (“a list”)"),
        ({"granularity": "year"}, {"when": "March 2018"}, "when", "Zoe set When to year meanwhile"),
    ],
)
def test_of_two_values_both_are_told_beside_the_box_that_was_typed_in(
    case: KeptCase, theirs: dict[str, object], mine: dict[str, str], beside: str, said: str
) -> None:
    event_id = only(case)
    assert case.store is not None
    case.store.correct(event_id, theirs, because="a list", at=AT, by="Zoe")
    done = wished(case, "set", event_id, ids=[event_id], fields=mine, because="so", upon=0)["done"]
    assert said in done["errors"][beside]
    assert "revision" not in done["errors"][beside]
    assert done["conflict"]["upon"] == 1


@pytest.mark.parametrize(
    ("verb", "said", "why"),
    [
        ("note", {"text": "y" * 20_001}, "20,000 at most"),
        ("note", {"text": " "}, "a note needs words"),
        ("tag", {"put": ["x" * 101]}, "100 characters at most"),
        ("set", {"fields": {}, "because": "so"}, "nothing is changed yet"),
        ("split", {"mentions": [], "because": "so"}, "tick the sentences"),
        ("delete", {}, "say why"),
    ],
)
def test_what_cant_be_kept_is_told_before_anything_is_written(
    case: KeptCase, verb: str, said: dict[str, Any], why: str
) -> None:
    assert why in " ".join(wished(case, verb, ids=[only(case)], **said)["done"]["errors"].values())
    assert case.store is not None
    assert (case.store.edits(), case.store.notes()) == ((), ())


def test_half_a_character_is_kept_as_one_that_says_so(case: KeptCase) -> None:
    wished(case, "tag", ids=[only(case)], put=["calm \ud83d"])
    assert case.dataset().events["tags"].tolist() == ["calm \ufffd"]
    assert not CHANGES.is_wish({"verb": "undo", "turn": "1", "by": "Ben", "number": 10**30})


def test_the_queue_of_a_review_gets_shorter(case: KeptCase) -> None:
    event_id = only(case)
    before = queue_of(case.dataset(), View())
    assert (before.done, before.of, next_of(case.dataset(), View())) == (0, 1, event_id)
    answer = wished(case, "review", event_id, ids=[event_id], status="accepted", next=True)
    after = queue_of(case.dataset(), View())
    assert (after.done, len(after.left), next_of(case.dataset(), View())) == (1, 0, "")
    assert event_id not in str(answer["search"])


def test_who_passed_an_event_over_is_not_led_back_to_it_until_the_others_are_done(tmp_path: Path) -> None:
    reports = [
        read_report(Report(f"On {day} March 2018 shelling in Douma killed {day} civilians."))
        for day in (3, 4, 5)
    ]
    with Store.open(str(tmp_path / "queue.db")) as store:
        store.save(as_reported(reports, "case"))
        case = KeptCase("Ann", kept=store)
        first, second, third = (next_of(case.dataset(), View(), after) for after in _places_of(case))
        at_second = wished(case, "review", second, ids=[second], status="rejected", next=True)
        assert third in str(at_second["search"])
        at_third = wished(case, "review", third, ids=[third], status="accepted", next=True)
        assert first in str(at_third["search"])


def _places_of(case: KeptCase) -> tuple[str, ...]:
    """What comes before each event in the queue."""
    dataset = case.dataset()
    ids = dataset.events["event_id"].iloc[queue_of(dataset, View()).left].tolist()
    return ("", *ids[:-1])


def test_the_history_tells_times_on_the_clock_of_the_event(case: KeptCase) -> None:
    event_id = only(case)
    assert case.store is not None
    wished(case, "set", event_id, ids=[event_id], fields={"when": "5 March 2018 14:00"}, because="a video")
    (edit,) = case.store.history(str(case.dataset().events["event_id"].iloc[0]))
    assert "→ Monday 5 March 2018, 14:00" in told_of(edit, "Asia/Damascus")
