"""What a person corrects: kept with who, when and why, above whatever is read, until it is undone; on both databases."""

from collections.abc import Callable, Mapping
from dataclasses import replace
from datetime import UTC, date, datetime

import pandas as pd
import pytest
from sqlalchemy import text

from dashboard.errors import ConflictError, EditError, StoreError
from dashboard.extraction import Reading, read_report
from dashboard.store import Change, Edit, EditKind, Store
from dashboard.table import Dataset, as_reported
from dashboard.text import Report
from tests.store.told import EVENING, FIRST, NOON, SECOND, at, coded, mentions, report_of, reported, row


@pytest.fixture
def store(told_twice: Store) -> Store:
    return told_twice


@pytest.fixture
def douma(store: Store) -> str:
    return at(store.load(), "Douma")


def read_with(toll: int) -> Dataset:
    """The same reports, read by a reader that finds another toll of Douma, and cuts its mentions anew."""
    read = reported(FIRST, SECOND)
    there = read.events["location"] == "Douma"
    deadly = there & read.events["fatalities"].notna()
    events = read.events.assign(fatalities=read.events["fatalities"].mask(deadly, toll))
    ids = read.mentions["mention_id"]
    return Dataset(events, read.mentions.assign(mention_id=ids + "x", fields=""), read.reports, read.name)


def test_a_field_that_is_set_is_shown_with_who_when_and_why_in_the_history(store: Store, douma: str) -> None:
    store.correct(douma, {"fatalities": 5}, because="the hospital's list", at=NOON, by="Ann")
    assert row(store.load(), douma)["fatalities"] == 5
    (edit,) = store.history(douma)
    assert (edit.kind, edit.who, edit.made, edit.because) == ("set", "Ann", NOON, "the hospital's list")
    assert edit.changes == (
        Change(douma, "fatalities", 3, 5, 3),
        Change(douma, "fatalities_low", 3, 5, 3),
        Change(douma, "fatalities_high", 3, 5, 3),
    )


@pytest.mark.parametrize(
    ("values", "shown"),
    [
        ({"fatalities": "2"}, {"fatalities": 2, "fatalities_low": 2, "fatalities_high": 2}),
        ({"fatalities": ""}, {"fatalities": None, "fatalities_low": None, "fatalities_high": None}),
        ({"location": "Duma"}, {"location": "Duma"}),
        ({"ongoing": "yes"}, {"ongoing": True}),
        ({"latitude": 33.5, "longitude": "36.4"}, {"latitude": 33.5, "longitude": 36.4}),
        ({"sub_event_type": "Armed clash"}, {"sub_event_type": "Armed clash", "event_type": "Battles"}),
        ({"event_type": "Protests"}, {"event_type": "Protests", "sub_event_type": ""}),
        ({"ext_type": "siege"}, {"ext_type": "siege"}),
        ({"granularity": "week"}, {"granularity": "week"}),
        ({"timezone": "Europe/Kyiv"}, {"timezone": "Europe/Kyiv"}),
        ({"iso": "ua"}, {"iso": "UA"}),
        ({"tags": "urgent; seen"}, {"tags": "urgent; seen"}),
        (
            {"start": "2018-03-05T14:00+02:00", "end": datetime(2018, 3, 5, 13, tzinfo=UTC)},
            {"start": pd.Timestamp("2018-03-05 12:00Z"), "time_rule": "set by hand", "core_start": pd.NaT},
        ),
        ({"notes": "دوما"}, {"notes": "دوما"}),
    ],
)
def test_every_kind_of_field_can_be_set(
    store: Store, douma: str, values: Mapping[str, object], shown: Mapping[str, object]
) -> None:
    store.correct(douma, values, because="seen", at=NOON)
    after = row(store.load(), douma)
    assert {name: str(after[name]) for name in shown} == {name: str(value) for name, value in shown.items()}


@pytest.mark.parametrize(
    ("values", "message"),
    [
        ({"fatalities": "many"}, "fatalities: 'many' is no whole number"),
        ({"fatalities": -1}, "fatalities: -1 is less than 0"),
        ({"fatalities": 2.5}, "fatalities: 2.5 is no whole number"),
        ({"fatalities": 10**30}, "is too large a number"),
        ({"fatalities": True}, "fatalities: True is no whole number"),
        ({"latitude": 333.5, "longitude": 1}, "latitude: 333.5 is more than 90"),
        ({"latitude": float("nan"), "longitude": 1}, "latitude: nan is no number"),
        ({"granularity": "fortnight"}, "granularity: 'fortnight' is none of its words: minute, hour"),
        ({"ext_type": "raid"}, "ext_type: 'raid' is none of its words"),
        ({"review_status": "confirmed"}, "is none of its words: unreviewed, accepted, rejected, needs a second"),
        ({"start": "2018-03-05 14:00"}, "start: '2018-03-05 14:00' is a moment of no zone"),
        ({"start": "yesterday"}, "start: 'yesterday' is no moment"),
        ({"start": "2030-01-01T00:00Z"}, r"its start .* would not be before its end .*; set both"),
        ({"fatalities_low": 9}, "its fatalities_low 9 would be more than its fatalities_high 3"),
        ({"core_start": "1990-01-01T00:00Z"}, "its certain part"),
        ({"latitude": ""}, "a point needs latitude and longitude"),
        ({"timezone": "Asia/Nowhere"}, "timezone: 'Asia/Nowhere' is no time zone"),
        ({"iso": "Syria"}, "iso: 'Syria' is no two letters"),
        ({"ongoing": "perhaps"}, "ongoing: 'perhaps' is neither yes nor no"),
        ({"notes": "a\0b"}, "holds a zero character"),
        ({"notes": 5}, "notes: 5 is no text"),
        ({"event_id": "e1"}, "event_id: is not set by hand"),
        ({"casualties": 1}, "casualties: is no field of an event; those that can be set are start, end"),
        ({}, "name a field and its value"),
        ({"fatalities": 3}, "nothing would change"),
    ],
)  # fmt: skip
def test_a_value_its_column_can_not_hold_is_refused_and_nothing_is_written(
    unchanged: Store, values: Mapping[str, object], message: str
) -> None:
    douma = at(unchanged.load(), "Douma")
    with pytest.raises(EditError, match=message):
        unchanged.correct(douma, values, because="seen", at=NOON)
    assert unchanged.edits() == ()


def test_a_correction_without_a_reason_or_of_no_event_is_refused(store: Store, douma: str) -> None:
    with pytest.raises(EditError, match="a set needs a reason"):
        store.correct(douma, {"fatalities": 5}, because=" ", at=NOON)
    with pytest.raises(EditError, match="nobody: is no event here"):
        store.correct([douma, "nobody"], {"fatalities": 5}, because="seen", at=NOON)
    with pytest.raises(EditError, match="nobody: is no event here"):
        store.history("nobody")
    assert store.edits() == ()


def test_a_deleted_event_is_not_shown_and_comes_back_with_what_was_corrected(
    store: Store, douma: str
) -> None:
    store.correct(douma, {"fatalities": 5}, because="seen", at=NOON)
    before = store.load()
    store.delete(douma, because="told twice", at=NOON, by="Ann")
    gone = store.load()
    assert douma not in set(gone.events["event_id"]) | set(gone.mentions["event_id"])
    with pytest.raises(EditError, match=f"was deleted; 'events restore {douma}' brings it back"):
        store.correct(douma, {"fatalities": 6}, because="seen", at=NOON)
    store.restore(douma, because="not the same after all", at=EVENING)
    pd.testing.assert_frame_equal(store.load().events, before.events)
    assert [each.kind for each in store.history(douma)] == ["set", "delete", "restore"]


def test_an_event_added_by_hand_is_kept_corrected_and_taken_back(store: Store) -> None:
    values = {"location": "Saqba", "start": "2018-03-01T00:00Z", "end": "2018-03-02T00:00Z", "fatalities": 2}
    added = store.add(values, because="a call", at=NOON, by="Ann")
    shown = row(store.load(), added.event_id)
    assert (shown["location"], shown["dataset"], shown["fatalities"]) == ("Saqba", "by hand", 2)
    assert store.load().events["event_id"].iloc[0] == added.event_id, "it stands where its time is"
    with pytest.raises(EditError, match="is there already"):
        store.add(values, because="a call", at=NOON)
    store.correct(added.event_id, {"fatalities": 4}, because="another call", at=NOON)
    assert row(store.load("by hand"), added.event_id)["fatalities"] == 4
    assert [each.kind for each in store.history(added.event_id)] == ["add", "set"]
    store.undo(added.number, EVENING)
    assert len(store.load().events) == 3
    assert store.add(values, because="a call", at=NOON).event_id == added.event_id


def test_tags_of_two_people_and_a_review_stand_side_by_side(store: Store, douma: str) -> None:
    store.tag(douma, ["urgent", "photo"], at=NOON, by="Ann")
    store.tag(douma, ["seen"], ["photo"], at=NOON, by="Bo")
    store.review(douma, "needs a second look", at=NOON)
    shown = row(store.load(), douma)
    assert (shown["tags"], shown["review_status"]) == ("urgent; seen", "needs a second look")
    with pytest.raises(EditError, match="'fine' is no review status; those there are: unreviewed, accepted"):
        store.review(douma, "fine", at=NOON)
    with pytest.raises(EditError, match="name a tag"):
        store.tag(douma, at=NOON)


def test_an_edit_undone_leaves_what_was_read_and_stays_in_the_history(store: Store, douma: str) -> None:
    before = store.load()
    number = store.correct(douma, {"fatalities": 5, "start": "2018-03-01T00:00Z"}, because="seen", at=NOON)
    store.undo(number, EVENING, by="Bo")
    pd.testing.assert_frame_equal(store.load().events, before.events)
    (edit,) = store.history(douma)
    assert (edit.undone, edit.undone_by, edit.holds) == (EVENING, "Bo", False)
    with pytest.raises(StoreError, match="1: is no edit that can be undone"):
        store.undo(number, EVENING)


def test_many_events_are_corrected_in_one_edit_and_one_undo(store: Store) -> None:
    store.save(coded(400))
    ids = [f"c{number:04}" for number in range(400)]
    before = store.load()
    number = store.correct(ids, {"location": "Rastan", "actor1": "ISIS"}, because="recoded", at=NOON)
    assert len(store.edits()) == 1
    after = store.load().events
    assert (after["location"] == "Rastan").sum() == 400
    assert "Hama" not in after["location"].cat.categories
    store.undo(number, EVENING)
    pd.testing.assert_frame_equal(store.load().events, before.events)


# Two people at one event


def test_who_edits_what_another_changed_since_is_told_both_values_and_writes_nothing(
    store: Store, douma: str
) -> None:
    seen = store.revision(douma)
    store.correct(douma, {"fatalities": 5}, because="a list", at=NOON, by="Ann", upon=seen)
    with pytest.raises(ConflictError, match="fatalities was set to 5 by Ann") as refused:
        store.correct(douma, {"fatalities": 9}, because="a call", at=NOON, by="Bo", upon=seen)
    told = refused.value
    assert (told.event_id, told.field, told.theirs, told.mine) == (douma, "fatalities", 5, 9)
    assert len(store.edits()) == 1
    store.correct(douma, {"fatalities": 9}, because="a call", at=NOON, by="Bo", upon=told.revision)
    assert row(store.load(), douma)["fatalities"] == 9


def test_a_revision_that_nobody_reached_guards_nothing_and_is_refused(store: Store, douma: str) -> None:
    store.correct(douma, {"fatalities": 5}, because="a list", at=NOON, by="Ann")
    with pytest.raises(EditError, match="99: is no revision of"):
        store.correct(douma, {"fatalities": 6}, because="a call", at=NOON, by="Bo", upon=99)
    assert row(store.load(), douma)["fatalities"] == 5


def test_different_fields_do_not_collide(store: Store, douma: str) -> None:
    store.correct(douma, {"fatalities": 5}, because="a list", at=NOON, upon=0)
    store.correct(douma, {"injured": 9}, because="a call", at=NOON, upon=0)
    store.review(douma, "accepted", at=NOON, upon=0)
    assert len(store.edits()) == 3


@pytest.mark.parametrize("theirs", ["delete", "split", "join"])
def test_what_concerns_all_of_an_event_collides_with_every_edit(
    store: Store, douma: str, theirs: str
) -> None:
    dataset = store.load()
    leaving = mentions(dataset, douma)[1:]
    do: Mapping[str, Callable[[int], int]] = {
        "delete": lambda upon: store.delete(douma, because="x", at=NOON, upon=upon),
        "split": lambda upon: store.split(douma, leaving, "x", NOON, upon=upon),
        "join": lambda upon: store.join([douma, at(dataset, "Zamalka")], "x", NOON, upon=upon),
    }
    number = store.correct(douma, {"injured": 1}, because="a call", at=NOON)
    with pytest.raises(ConflictError):
        do[theirs](0)
    assert len(store.edits()) == 1
    do[theirs](number)
    with pytest.raises((ConflictError, EditError), match=r"in between|was deleted"):
        store.correct(douma, {"fatalities": 9}, because="a call", at=NOON, upon=number)


def test_an_undoing_in_between_is_a_change_too(store: Store, douma: str) -> None:
    number = store.correct(douma, {"fatalities": 5}, because="a list", at=NOON)
    store.undo(number, NOON, by="Ann")
    with pytest.raises(ConflictError, match=r"by Ann \(edit 1"):
        store.correct(douma, {"fatalities": 9}, because="a call", at=NOON, upon=number)
    assert store.revision(douma) > number


# Reading again


def test_a_correction_stays_when_a_better_reader_reads_again_and_says_what_is_read_now(
    store: Store, douma: str
) -> None:
    store.correct(douma, {"fatalities": 5, "actor1": "Bo's men"}, because="a list", at=NOON)
    store.save(read_with(4))
    dataset = store.load()
    shown = row(dataset, at(dataset, "Douma"))
    assert (shown["fatalities"], shown["actor1"]) == (5, "Bo's men")
    assert "fatalities was set by hand when 3 was read; now 4 is read" in str(shown["doubts"])
    (edit,) = store.history(str(shown["event_id"]))
    assert [(each.field, each.read, each.now) for each in edit.beneath if each.field == "fatalities"] == [
        ("fatalities", 3, 4)
    ]


def test_a_correction_is_of_the_event_that_holds_its_first_mention(store: Store, douma: str) -> None:
    dataset = store.load()
    leaving = mentions(dataset, douma)[1:]
    store.correct(douma, {"injured": 7}, because="a list", at=NOON)
    store.split(douma, leaving, "another street", NOON)
    store.join([at(store.load(), "Arbin"), douma], "one attack", NOON)
    after = store.load().events
    assert after["injured"].dropna().tolist() == [7]
    (joined,) = after.loc[after["injured"] == 7, "event_id"]
    assert [each.kind for each in store.history(joined)] == ["set", "split", "join"]


def test_nothing_is_lost_when_the_report_an_edit_rests_on_is_taken_out(store: Store) -> None:
    arbin = at(store.load(), "Arbin")
    store.correct(arbin, {"injured": 7}, because="a list", at=NOON)
    report_id = report_of(store.load(), arbin)
    store.remove([report_id])
    assert store.load().events["injured"].isna().all()
    assert len(store.edits()) == 1
    store.save(reported(FIRST, SECOND))
    assert row(store.load(), arbin)["injured"] == 7


# The day of a report


def test_a_day_given_to_a_report_moves_its_events_and_leaves_what_was_corrected(store: Store) -> None:
    before = store.load()
    arbin = at(before, "Arbin")
    report_id = report_of(before, arbin)
    store.correct(arbin, {"injured": 7}, because="a list", at=NOON)
    number = store.date_report(
        report_id, read_report, published=date(2018, 3, 8), because="the site says so", at=NOON, by="Ann"
    )
    moved = row(store.load(), arbin)
    assert (moved["start"], moved["injured"]) == (row(before, arbin)["start"] + pd.Timedelta(days=2), 7)  # type: ignore[operator]
    (report,) = (each for each in store.load().reports.to_dict("records") if each["report_id"] == report_id)
    assert (report["published_source"], report["read_at"]) == ("given", pd.Timestamp(NOON))
    assert store.given_dates()[report_id].published == date(2018, 3, 8)
    edit = store.edits()[-1]
    assert (edit.kind, edit.who, edit.subjects) == (EditKind.DATE, "Ann", (report_id,))
    store.save(reported(FIRST, SECOND))
    with pytest.raises(EditError, match="has to be read again"):
        store.undo(number, EVENING)
    store.undo(number, EVENING, reread=read_report)
    assert row(store.load(), arbin)["start"] == row(before, arbin)["start"]


def test_a_zone_given_to_a_report_moves_its_events(store: Store) -> None:
    before = store.load()
    arbin = at(before, "Arbin")
    report_id = report_of(before, arbin)
    store.date_report(report_id, read_report, timezone="Europe/London", because="a London desk", at=NOON)
    after = store.load()
    (report,) = (each for each in after.reports.to_dict("records") if each["report_id"] == report_id)
    assert report["timezone"] == "Europe/London"
    assert store.given_dates()[report_id].timezone == "Europe/London"
    with pytest.raises(EditError, match="nothing would change"):
        store.date_report(report_id, read_report, timezone="Europe/London", because="again", at=NOON)
    with pytest.raises(StoreError, match="holds no report 'none'"):
        store.date_report("none", read_report, timezone="Europe/London", because="x", at=NOON)


def test_several_edits_are_undone_in_one_step_or_none_of_them(store: Store) -> None:
    report_id = str(store.load().reports["report_id"].iloc[0])
    days, before = [date(2018, 3, 8), date(2018, 3, 9)], store.given_dates()
    numbers = [store.date_report(report_id, read_report, published=day, because="x", at=NOON) for day in days]
    with pytest.raises(StoreError, match="4711"):
        store.undo_all([numbers[1], 4711], NOON, reread=read_report)
    assert [each.number for each in store.edits() if each.holds] == numbers
    assert store.given_dates()[report_id].published == days[1]
    store.undo_all(numbers[::-1], NOON, reread=read_report)
    assert not [each for each in store.edits() if each.holds]
    assert store.given_dates() == before


def test_the_day_that_was_set_last_is_undone_first(store: Store) -> None:
    report_id = report_of(store.load(), at(store.load(), "Arbin"))
    first, second = (
        store.date_report(report_id, read_report, published=day, because="x", at=NOON)
        for day in (date(2018, 3, 8), date(2018, 3, 9))
    )
    with pytest.raises(EditError, match=f"was set again by edit {second}; undo that first"):
        store.undo(first, EVENING, reread=read_report)
    store.undo(second, EVENING, reread=read_report)
    assert store.given_dates()[report_id].published == date(2018, 3, 8)


def test_a_day_set_while_another_sets_it_is_told_and_not_written(store: Store) -> None:
    report_id = report_of(store.load(), at(store.load(), "Arbin"))

    def read_while_another_sets_it(report: Report) -> Reading:
        if not store.edits():
            store.date_report(report_id, read_report, published=date(2018, 3, 8), because="x", at=NOON)
        return read_report(report)

    with pytest.raises(ConflictError, match="in between somebody else set its published"):
        store.date_report(
            report_id, read_while_another_sets_it, published=date(2018, 3, 9), because="x", at=NOON
        )
    assert store.given_dates()[report_id].published == date(2018, 3, 8)


@pytest.mark.parametrize(
    ("table", "column", "value", "message"),
    [
        ("changes", "after", '"many"', "the edit 1 can't be read .*fatalities can't be 'many'"),
        ("changes", "after", "no JSON", "the edit 1 can't be read"),
        ("edits", "kind", "dance", "the edit 1 can't be read .*dance"),
    ],
)
def test_an_edit_another_program_spoilt_is_named(
    store: Store, douma: str, table: str, column: str, value: str, message: str
) -> None:
    store.correct(douma, {"fatalities": 2}, because="seen", at=NOON)
    with store.engine.begin() as connection:
        connection.execute(text(f"UPDATE {table} SET {column} = :value").bindparams(value=value))
    with pytest.raises(StoreError, match=message):
        store.load()


def test_words_no_database_takes_are_kept_without_what_it_does_not_take(store: Store, douma: str) -> None:
    store.correct(douma, {"notes": "half \ud83d"}, because="zero \0 and half \ud83d", at=NOON, by="A\0")
    (edit,) = store.history(douma)
    assert (edit.because, edit.who) == ("zero � and half �", "A�")
    assert row(store.load(), douma)["notes"] == "half �"


def test_what_was_noted_of_a_file_is_still_noted_when_its_report_gets_a_day(database: str) -> None:
    report = Report("Rockets hit Zamalka today.", notes=("its letters were guessed",), url="a.txt")
    with Store.open(database) as store:
        store.save(as_reported([read_report(report)]))
        store.date_report(report.report_id, read_report, published=date(2018, 3, 8), because="x", at=NOON)
        (notes,) = store.load().reports["notes"]
    assert notes.splitlines().count("its letters were guessed") == 1
    assert "publication" not in notes


# Notes and views


def test_a_note_is_pinned_to_an_event_or_a_moment_and_found_when_the_event_has_another_id(
    store: Store, douma: str
) -> None:
    store.note("look at the photo", event_id=douma, at=NOON, by="Ann")
    store.note("the truce begins", moment=EVENING, at=NOON)
    store.join([at(store.load(), "Arbin"), douma], "one attack", NOON)
    joined = at(store.load(), "Arbin") if "Arbin" in set(store.load().events["location"]) else douma
    (note,) = (each for each in store.notes() if each.moment is None)
    assert (note.text, note.who) == ("look at the photo", "Ann")
    assert note.event_id in set(store.load().events["event_id"])
    assert joined in set(store.load().events["event_id"])
    store.remove_note(note.number, at=EVENING)
    assert [each.moment for each in store.notes()] == [EVENING]
    for event_id, moment in (("", None), ("nobody", None), (douma, NOON)):
        with pytest.raises(EditError):
            store.note("words", at=NOON, event_id=event_id, moment=moment)
    with pytest.raises(EditError, match="9: is no note"):
        store.remove_note(9, at=NOON)


def test_a_view_has_a_name_and_the_later_one_takes_its_place(store: Store) -> None:
    store.save_view("Ghouta", "?place=Douma", at=NOON, by="Ann")
    store.save_view("Ghouta", "place=Douma&from=2018-03-01", at=EVENING, by="Bo")
    (view,) = store.views()
    assert (view.name, view.query, view.who) == ("Ghouta", "place=Douma&from=2018-03-01", "Bo")
    store.remove_view("Ghouta", at=EVENING)
    assert store.views() == ()
    with pytest.raises(EditError, match="'Ghouta': is no saved view"):
        store.remove_view("Ghouta", at=EVENING)


def test_what_caches_go_by_is_another_after_every_change(store: Store, douma: str) -> None:
    seen = [store.content()]
    number = store.correct(douma, {"injured": 7}, because="a list", at=NOON)
    seen.append(store.content())
    store.undo(number, EVENING)
    seen.append(store.content())
    store.save(reported("Rockets hit Daraya on Tuesday."))
    seen.append(store.content())
    assert len(set(seen)) == 4


def test_an_edit_names_its_revision() -> None:
    edit = Edit(3, NOON, EditKind.SET, (), "x")
    assert (edit.revision, replace(edit, undone=EVENING, undone_as=8).revision) == (3, 8)
