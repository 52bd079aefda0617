"""Correcting from the command line: told, listed with who and why, completed, undone."""

import re
from collections.abc import Callable
from datetime import date, datetime
from pathlib import Path
from shutil import copyfile

import pytest

from dashboard.cli import completed
from dashboard.errors import DateError
from dashboard.extraction import read_report
from dashboard.gazetteer import load
from dashboard.store import Store
from dashboard.store.typed_fields import Known, Places, read_fields
from dashboard.table import as_reported
from dashboard.text import Report
from tests.cli.conftest import Run

TEXT = "Artillery shelled Douma this morning, killing three people. Rockets hit Zamalka this morning."


@pytest.fixture(scope="module")
def read(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("read") / "case.db"
    report = Report(TEXT, published=date(2018, 3, 6), source="Monitor", url="post.txt")
    with Store.open(str(path)) as store:
        store.save(as_reported([read_report(report)]))
    return path


@pytest.fixture(autouse=True)
def filled(read: Path, own_database: Path) -> None:
    copyfile(read, own_database)


@pytest.fixture
def douma(run: Run) -> str:
    return next(
        str(each["event_id"])
        for each in run("events", "list", "--json").records
        if each["location"] == "Douma"
    )


def test_a_field_is_set_told_listed_and_undone(run: Run, douma: str) -> None:
    done = run("events", "set", douma, "fatalities=5", "--because", "the list", "--by", "Ann")
    assert (done.code, done.out) == (
        0,
        f"edit 1: set: {douma}: fatalities 3 → 5, fatalities_low 3 → 5, fatalities_high 3 → 5; 'events undo 1' takes it back\n",
    )
    (told,) = run("events", "history", douma, "--json").records
    assert (told["by"], told["because"], told["kind"]) == ("Ann", "the list", "set")
    assert told["changes"][0] == {
        "event_id": douma,
        "field": "fatalities",
        "before": 3,
        "after": 5,
        "read": 3,
    }
    assert re.search(r"1 .* Ann .* fatalities 3 → 5.* the list .* yes", run("events", "edits").out)
    assert "revision 1: edited by hand" in run("events", "show", douma).out
    assert run("events", "undo", 1, "--by", "Bo").code == 0
    assert "by Bo" in run("events", "history", douma).out


def test_a_correction_upon_an_older_revision_is_told_and_not_made(run: Run, douma: str) -> None:
    run("events", "set", douma, "fatalities=5", "--because", "the list", "--by", "Ann")
    refused = run("events", "set", douma, "fatalities=9", "--because", "a call", "--upon", 0)
    assert (refused.code, len(run("events", "edits", "--json").records)) == (1, 1)
    assert "fatalities was set to 5 by Ann (edit 1: the list); yours is 9" in refused.err
    assert run("events", "set", douma, "fatalities=9", "--because", "a call", "--upon", 1).code == 0


def test_an_event_is_deleted_restored_reviewed_tagged_and_another_added(run: Run, douma: str) -> None:
    assert run("events", "delete", douma, "--because", "told twice").code == 0
    assert "Douma" not in run("events", "list").out
    assert run("events", "restore", douma, "--because", "it was not").code == 0
    assert run("events", "review", douma, "--status", "accepted").code == 0
    assert run("events", "tag", douma, "--add", "urgent", "--add", "photo").code == 0
    assert run("events", "tag", douma, "--remove", "photo").code == 0
    added = run(
        "events", "add", "when=5 March 2018", "place=Homs", "event_type=Battles", "--because", "a call"
    )
    assert (added.code, added.err) == (0, "")
    events = {each["location"]: each for each in run("events", "list", "--json").records}
    assert (events["Douma"]["tags"], events["Douma"]["review_status"]) == ("urgent", "accepted")
    assert (events["Homs"]["when"], events["Homs"]["dataset"]) == ("on Monday 5 March 2018", "by hand")


def test_a_report_gets_its_day_and_its_events_move(run: Run, douma: str) -> None:
    done = run("reports", "date", "post.txt", "--published", "2018-03-08", "--because", "the site")
    assert "post.txt is of 2018-03-08 EET, and was read again: 2 events" in done.out
    assert "8 March 2018" in run("events", "show", douma).out
    assert run("events", "undo", 1).code == 0
    assert "6 March 2018" in run("events", "show", douma).out


def test_a_day_given_by_hand_is_known_when_the_file_is_read_again(
    run: Run, tmp_path: Path, own_database: Path
) -> None:
    (tmp_path / "post.txt").write_text("Rockets hit Saqba in Syria this morning.", encoding="utf-8")
    run("read", tmp_path / "post.txt", "--into", own_database)
    assert run("reports", "date", "post.txt", "--published", "2018-03-08", "--because", "x").code == 2
    (report,) = (each for each in run("reports", "list", "--json").records if not each["published"])
    run("reports", "date", report["report_id"], "--published", "2018-03-08", "--because", "the site")
    again = run("read", tmp_path / "post.txt", "--into", own_database)
    assert "1 there already, 0 read anew" in again.err
    assert "no publication date" not in again.err


@pytest.mark.parametrize(
    ("arguments", "code", "message"),
    [
        (("set", "{douma}", "fatalities=many", "--because", "x"), 1, "fatalities: 'many' is no whole number"),
        (("set", "{douma}", "--because", "x"), 2, "name an event and a field with its value"),
        (("set", "fatalities=1", "--because", "x"), 2, "name an event and a field with its value"),
        (("set", "{douma}", "injured=1", "injured=2", "--because", "x"), 2, "injured: is told twice"),
        (("set", "{douma}", "injured=1", "--because", ""), 1, "a set needs a reason"),
        (("set", "{douma}", "injured=1"), 2, "missing option '--because'"),
        (("set", "{douma}", "start=gibberish", "--because", "x"), 2, "gibberish"),
        (("set", "{douma}", "place=Nowhereville", "--because", "x"), 1, "is on no map we have"),
        (("set", "{douma}", "place=Victoria", "--because", "x"), 1, "places; say which by its id, as in place="),
        (("add", "when=5 March 2018", "--because", "x"), 1, "on the clocks of which place? add timezone=ZONE"),
        (("add", "Homs", "--because", "x"), 2, "Homs: name fields with their values"),
        (("review", "{douma}", "--status", "fine"), 1, "'fine' is no review status"),
        (("tag", "{douma}"), 1, "name a tag to put on or to take off"),
        (("delete", "nobody", "--because", "x"), 1, "nobody: is no event here"),
        (("history", "nobody"), 1, "nobody: is no event here"),
    ],
)  # fmt: skip
def test_what_can_not_be_done_is_told_and_not_done(
    run: Run, douma: str, arguments: tuple[str, ...], code: int, message: str
) -> None:
    ran = run("events", *(each.format(douma=douma) for each in arguments))
    assert (ran.code, message in ran.err) == (code, True), ran.err
    assert run("events", "edits", "--json").out == ""


@pytest.mark.parametrize(
    ("typed", "known", "values"),
    [
        ({"start": "2018-03-05 14:00"}, Known("Asia/Damascus"), {"start": "2018-03-05T14:00:00+02:00"}),
        ({"end": "2018-03-05"}, Known("Asia/Damascus"), {"end": "2018-03-06T00:00:00+02:00"}),
        ({"start": "2018-03-05T14:00Z"}, Known(), {"start": "2018-03-05T14:00:00+00:00"}),
        (
            {"when": "March 2018", "timezone": "Europe/Kyiv"},
            Known(),
            {
                "start": "2018-03-01T00:00:00+02:00",
                "end": "2018-04-01T00:00:00+03:00",
                "granularity": "month",
                "timezone": "Europe/Kyiv",
            },
        ),
        (
            {"when": "between 11:00 and 13:00 on Monday 5 March 2018"},
            Known("Asia/Damascus"),
            {"start": "2018-03-05T11:00:00+02:00", "end": "2018-03-05T13:00:00+02:00"},
        ),
        (
            {"when": "from Sunday 4 March to Monday 5 March 2018"},
            Known("Asia/Damascus"),
            {"start": "2018-03-04T00:00:00+02:00", "end": "2018-03-06T00:00:00+02:00", "granularity": "day"},
        ),
        (
            {"when": "around noon on 5 March"},
            Known("Asia/Damascus"),
            {"start": "2018-03-05T11:00:00+02:00", "end": "2018-03-05T13:00:00+02:00"},
        ),
        ({"place": "co:SY"}, Known(), {"location": "Syria", "iso": "SY", "geo_precision": "3", "admin3": ""}),
        ({"place": "Douma"}, Known("", "SY"), {"location": "Douma", "geo_precision": "1"}),
        ({"notes": ""}, Known(), {"notes": ""}),
    ],
)
def test_words_of_time_and_names_of_places_become_values(
    typed: dict[str, str], known: Known, values: dict[str, str]
) -> None:
    found = read_fields(typed, known, Places(load()), datetime(2018, 5, 21, 12))
    shown = {name: getattr(each, "isoformat", lambda each=each: str(each))() for name, each in found.items()}
    assert {name: shown.get(name) for name in values} == values


@pytest.mark.parametrize(
    ("offer", "begun", "wanted"),
    [
        (completed.fields, "fat", "fatalities="),
        (completed.fields, "pla", "place="),
        (completed.fields, "granularity=w", "granularity=week"),
        (completed.review_statuses, "acc", "accepted"),
    ],
)
def test_fields_and_their_words_are_offered(
    offer: Callable[[str], list[str]], begun: str, wanted: str
) -> None:
    assert wanted in offer(begun)


@pytest.mark.parametrize("words", ["between Douma and Homs", "around town", "from 5 March 2018 to whenever"])
def test_a_stretch_of_time_that_is_none_is_told_in_the_words_that_were_typed(words: str) -> None:
    with pytest.raises(DateError, match=f"^'{words}' is no date"):
        read_fields({"when": words}, Known("UTC"), Places(load()), datetime(2018, 5, 21, 12))


def test_what_is_no_field_offers_nothing() -> None:
    assert completed.fields("nothing=x") == []
    with pytest.raises(DateError):
        read_fields({"when": "nonsense"}, Known("UTC"), Places(load()), datetime(2018, 5, 21, 12))
