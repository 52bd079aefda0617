import json
from pathlib import Path

import pytest

from tests.cli.conftest import Run

PHRASE = "a new batch departed after midnight of yesterday"
KEYS = [
    "text",
    "char_start",
    "char_end",
    "type",
    "value",
    "start",
    "end",
    "granularity",
    "bearing",
    "offset",
    "rule",
    "reference_time",
    "frame",
    "notes",
]


def test_each_expression_is_one_object_with_the_named_keys(run: Run) -> None:
    ran = run("time", PHRASE, "--published", "2018-05-21", "--json")
    (record,) = ran.records
    assert (ran.code, ran.err, list(record)) == (0, "", KEYS)
    assert (
        PHRASE[record["char_start"] : record["char_end"]] == record["text"] == "after midnight of yesterday"
    )
    assert (record["start"], record["end"]) == ("2018-05-21T00:00:00", "2018-05-21T06:00:00")
    assert (record["granularity"], record["reference_time"]) == ("daypart", "2018-05-21T00:00:00")


def test_the_text_may_come_from_standard_input(run: Run) -> None:
    ran = run("time", "-", "--published", "2018-05-21", "--json", stdin=PHRASE.encode())
    assert [record["text"] for record in ran.records] == ["after midnight of yesterday"]


def test_standard_input_in_an_old_encoding_is_read(run: Run) -> None:
    ran = run(
        "time",
        "-",
        "--published",
        "2018-05-21",
        "--json",
        stdin="the Observatory’s men, yesterday".encode("cp1252"),
    )
    assert [record["text"] for record in ran.records] == ["yesterday"]
    assert ran.err == "note: standard input: not UTF-8: read as windows-1252\n"


def test_an_open_side_is_null(run: Run) -> None:
    (record,) = run("time", "calm since Saturday", "--published", "2018-05-21", "--json").records
    assert (record["start"], record["end"]) == ("2018-05-19T00:00:00", None)


def test_without_a_date_relative_words_stay_relative_and_the_date_is_asked_for(run: Run) -> None:
    ran = run("time", "shelling yesterday", "--json")
    (record,) = ran.records
    assert (ran.code, record["start"], record["notes"]) == (0, None, ["publication day − 1"])
    assert ran.err == "note: no publication date could be worked out; give it with --published\n"


def test_people_get_a_table(run: Run) -> None:
    ran = run("time", PHRASE, "--published", "21 May 2018")
    assert "published Monday 21 May 2018, given" in ran.out
    assert "2018-05-21 00:00–06:00   report of Monday 21 May 2018   after midnight of <day>   1, 2" in ran.out
    assert "  1  after midnight of a day is counted into the day that then begins\n" in ran.out


def test_a_narrow_terminal_gets_a_list(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("dashboard.cli.read_time.width", lambda: 70)
    lines = run("time", "shells fell since Saturday", "--published", "2018-05-21").out.splitlines()
    assert lines == [
        "published Monday 21 May 2018, given",
        "Saturday",
        "    from 2018-05-19 00:00 on",
        "    counted from: report of Monday 21 May 2018",
        "    rule: <weekday>",
    ]


def test_the_day_that_the_text_tells_is_shown_with_its_proof(run: Run) -> None:
    ran = run("time", "buses left today, Monday the 21st of May 2018; shells fell yesterday")
    assert ran.out.startswith(
        "published Monday 21 May 2018, worked out from “today, Monday the 21st of May 2018”"
    )


def test_a_day_that_the_text_denies_is_told(run: Run) -> None:
    ran = run("time", "today, Monday the 21st of May 2018", "--published", "2018-05-23")
    assert ran.err.startswith("note: the text itself says Monday 21 May 2018")


def test_a_file_is_read_when_it_is_named(run: Run, tmp_path: Path) -> None:
    report = tmp_path / "post.txt"
    report.write_text(PHRASE, encoding="utf-8")
    (record,) = run("time", str(report), "--published", "2018-05-21", "--json").records
    assert record["text"] == "after midnight of yesterday"


def test_a_file_that_is_missing_is_told(run: Run) -> None:
    ran = run("time", "nowhere/post.txt")
    assert (ran.code, ran.out) == (1, "")
    assert ran.err.startswith("error: nowhere/post.txt: ")


def test_a_name_that_is_no_file_is_not_silently_read_as_words(run: Run, tmp_path: Path) -> None:
    (tmp_path / "May").mkdir()
    ran = run("time", tmp_path)
    assert (ran.code, ran.out) == (1, "")
    assert ran.err.startswith(f"error: {tmp_path}: is a folder; name a file in it")
    for name in ("reports/post", "my first post.text"):
        assert run("time", name).err == f"note: {name!r} was read as words: there is no such file\n"
    assert run("time", "").out == "no time expression\n"


def test_what_is_on_no_calendar_says_what_it_is(run: Run) -> None:
    assert "duration P2D" in run("time", "they fought two days").out


def test_people_are_told_when_there_is_none(run: Run) -> None:
    assert run("time", "the first batch left").out == "no time expression\n"


def test_control_characters_never_reach_the_terminal(run: Run) -> None:
    ran = run("time", "\x1b[2Jyesterday\x1b]0;x\x07 [bold]today[/bold]", "--published", "2018-05-21")
    assert "\x1b" not in ran.out + ran.err


@pytest.mark.parametrize(
    ("typed", "start"),
    [
        ("2018-05-21", "2018-05-20T00:00:00"),
        ("21 May 2018", "2018-05-20T00:00:00"),
        ("2018-05-21T08:30", "2018-05-20T00:00:00"),
        ("2018-05-21T08:30+03:00", "2018-05-20T00:00:00"),
        ("20180521", "2018-05-20T00:00:00"),
    ],
)
def test_the_date_may_be_typed_in_many_ways(run: Run, typed: str, start: str) -> None:
    (record,) = run("time", "yesterday", "--published", typed, "--json").records
    assert record["start"] == start


def test_a_date_in_the_future_is_taken_and_told(run: Run) -> None:
    ran = run("time", "yesterday", "--published", "2199-01-02", "--json")
    assert (ran.code, ran.records[0]["start"]) == (0, "2199-01-01T00:00:00")
    assert ran.err == "note: the publication date 2199-01-02 is in the future\n"


@pytest.mark.parametrize(
    ("typed", "message"),
    [
        ("the first batch", "'the first batch' is no date"),
        ("May 2018", "'May 2018' is a month; a publication date is a day"),
        ("2018-02-31", "'2018-02-31': there is no 31 February"),
        ("", "'' is no date"),
    ],
)
def test_what_is_no_day_is_no_publication_date(run: Run, typed: str, message: str) -> None:
    ran = run("time", "yesterday", "--published", typed)
    assert (ran.code, ran.out) == (2, "")
    assert ran.err.startswith(f"error: {message}")


def test_empty_standard_input_is_told(run: Run) -> None:
    ran = run("time", "-")
    assert (ran.code, ran.err) == (1, "error: standard input: is empty\n")


@pytest.mark.parametrize(
    ("given", "why"),
    [
        ("31 April 2018", "'31 April 2018': there is no 31 April: the month has 30 days"),
        ("2018-02-30", "'2018-02-30': there is no 30 February"),
        ("29 Feb 2015", "'29 Feb 2015': there is no 29 February 2015"),
        ("٣١ نيسان ٢٠١٨", "there is no 31 April"),
        ("9999-12-31", "'9999-12-31' can't be the day of a report: reports are of the years 12 to 9989"),
        ("0001-01-01T00:00+14:00", "can't be the day of a report"),
        ("5 June 9995", "can't be the day of a report"),
        ("2018-W21", "'2018-W21' is a week; a publication date is a day"),
        ("May 2018", "'May 2018' is a month; a publication date is a day"),
        ("2018-05-21T25:00", "is no date this reads"),
    ],
)
def test_a_publication_day_that_does_not_exist_is_refused_and_named(run: Run, given: str, why: str) -> None:
    ran = run("time", PHRASE, "--published", given, "--json")
    assert (ran.code != 0, ran.out) == (True, "")
    assert why in ran.err


def test_a_date_that_does_not_exist_is_told_with_the_reason(run: Run) -> None:
    (record,) = run("time", "shelled on 31 April", "--published", "2018-05-21", "--json").records
    assert (record["start"], record["end"], record["value"]) == (None, None, "")
    assert record["notes"] == ["there is no 31 April: the month has 30 days"]


def test_the_language_can_be_said(run: Run) -> None:
    ran = run("time", "hier soir vers 22 heures", "--language", "fr", "--published", "2018-05-21", "--json")
    assert [(each["text"], each["start"]) for each in map(json.loads, ran.out.splitlines())] == [
        ("hier soir vers 22 heures", "2018-05-20T21:30:00")
    ]


def test_a_language_that_is_not_read_is_refused_by_name(run: Run) -> None:
    ran = run("time", "ayer", "--language", "es")
    assert ran.code == 1
    assert "'es': not a language that is read; those are ar (Arabic), en (English), fr (French)" in ran.err


def test_a_few_french_words_are_answered_with_the_language_to_say(run: Run) -> None:
    ran = run("time", "hier soir", "--published", "2018-05-21")
    assert "read as French the words tell times: --language fr" in ran.err
    assert ran.out.strip() == "no time expression"


def test_a_page_is_counted_from_its_own_day_on_the_clock_of_its_place(run: Run, tmp_path: Path) -> None:
    page = tmp_path / "page.html"
    page.write_text(
        "<html><head><meta property='article:published_time' content='2018-03-05T23:30:00Z'></head>"
        "<body><p>Shells fell on Douma, Syria yesterday.</p></body></html>",
        encoding="utf-8",
    )
    (record,) = run("time", page, "--json").records
    assert record["start"] == "2018-03-05T00:00:00"
