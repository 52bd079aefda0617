"""Tables at the command line, as somebody meets them in the first hour."""

import gzip
import zipfile
from collections.abc import Callable
from io import BytesIO
from pathlib import Path

import pytest

from dashboard.store import Store
from tests.cli.conftest import Run
from tests.exchange.tabular.made import acled_rows
from tests.readers.made_files import mail

ODD = (
    "Day of attack,Town,Country,People killed,Kind,What happened,Budget line\n"
    "21/05/2018,Douma,Syria,3,Shelling,A shell fell.,A-1\n"
    "yesterday evening,Homs,Syria,5-7,Airstrike,Two raids.,A-2\n"
    "31/02/2018,Idlib,Syria,1,Shelling,No such day.,A-3\n"
)


@pytest.fixture
def odd(tmp_path: Path) -> Path:
    path = tmp_path / "odd list.csv"
    path.write_text(ODD, encoding="utf-8")
    return path


def test_a_newcomers_table_is_read_and_the_row_that_can_not_be_is_named(
    odd: Path, run: Run, tmp_path: Path
) -> None:
    bad = tmp_path / "bad.csv"
    ran = run("read", odd, "--published", "2018-05-22", "--json", "--bad-rows", bad)
    assert ran.code == 1
    assert [(each["location"], each["fatalities"], each["event_type"]) for each in ran.records] == [
        ("Douma", 3, "Explosions/Remote violence"),
        ("Homs", 5, "Explosions/Remote violence"),
    ]
    assert "date='Day of attack' place=Town country=Country" in ran.err
    assert "kept and not read: 'Budget line'" in ran.err
    assert "odd list.csv: row 4: 31/02/2018 is no day of any calendar" in ran.err
    assert (
        bad.read_text(encoding="utf-8-sig")
        .splitlines()[1]
        .endswith("31/02/2018,Idlib,Syria,1,Shelling,No such day.,A-3")
    )


def test_what_a_person_said_of_columns_is_known_the_next_time(odd: Path, run: Run, tmp_path: Path) -> None:
    database = tmp_path / "case.db"
    first = run(
        "read", odd, "--into", database, "--map", "title=What happened,notes=-", "--published", "2018-05-22"
    )
    again = run("read", odd, "--into", database, "--published", "2018-05-22")
    assert "2 events from odd list.csv (a table), 0 there already, 1 row left out" in first.err
    assert "its columns are read as the last time" in again.err
    assert "2 events from odd list.csv (a table), 2 there already" in again.err
    with Store.open(str(database)) as store:
        assert sorted(store.load().events["title"]) == ["A shell fell.", "Two raids."]


@pytest.mark.parametrize("reports", [1, 25])
def test_an_archive_of_reports_and_tables_is_read_at_one_go(run: Run, tmp_path: Path, reports: int) -> None:
    database, packed = tmp_path / "case.db", tmp_path / "case.zip"
    with zipfile.ZipFile(packed, "w") as archive:
        archive.writestr("list.csv", ODD)
        archive.writestr("broken.json", '{"events": [{"a": 1')
        for number in range(reports):
            archive.writestr(
                f"{number}.txt", f"Shells hit Douma on {number + 1} March 2018, killing 3 civilians."
            )
    jobs = ("--jobs", 1) if reports == 1 else ()
    ran = run("read", packed, "--published", "2018-05-22", "--into", database, *jobs)
    assert ran.code == 1
    assert "case.zip/list.csv: row 4: 31/02/2018 is no day of any calendar" in ran.err
    assert "case.zip/broken.json: its JSON breaks" in ran.err
    assert "not a report" not in ran.err
    with Store.open(str(database)) as store:
        kept = store.load()
    assert len(kept.reports) == reports
    assert set(kept.events["dataset"]) == {"list", "reports"}


def test_an_archive_of_tables_alone_is_no_trouble(run: Run, tmp_path: Path) -> None:
    with zipfile.ZipFile(tmp_path / "case.zip", "w") as archive:
        archive.writestr("acled.csv", acled_rows(3).to_csv(index=False))
    ran = run("read", tmp_path / "case.zip", "--into", tmp_path / "case.db")
    assert ran.code == 0
    assert "3 events from case.zip/acled.csv (ACLED), 0 there already" in ran.err


def test_a_folder_of_reports_and_tables_is_read_at_one_go(run: Run, tmp_path: Path) -> None:
    folder = tmp_path / "case"
    folder.mkdir()
    (folder / "post.txt").write_text(
        "Warplanes bombed Douma on 5 March 2018, killing three civilians.", encoding="utf-8"
    )
    strike = {"event_date": "2018-03-05", "time_precision": "1", "event_type": "Explosions/Remote violence"}
    place = {"sub_event_type": "Air/drone strike", "country": "Syria", "location": "Douma", "fatalities": "3"}
    rows = acled_rows(1).assign(**strike, **place, latitude="33.57", longitude="36.40", geo_precision="1")
    rows.to_csv(folder / "acled.csv", index=False)
    database = tmp_path / "case.db"
    assert run("read", folder, "--into", database).code == 0
    with Store.open(str(database)) as store:
        events = store.load().events
    assert sorted(events["dataset"].astype(str)) == ["acled", "case"]
    reported = events.loc[events["dataset"] == "case", "event_id"].iloc[0]
    assert (
        "may be the same as acled:MAD0 of acled"
        in run("events", "show", reported, "--database", database).out
    )


def test_a_table_teaches_its_places_only_when_asked(run: Run, tmp_path: Path) -> None:
    path, database = tmp_path / "acled.csv", tmp_path / "case.db"
    acled_rows(3).assign(location="Qarya al-Majhula", country="Syria", geo_precision="1").to_csv(
        path, index=False
    )
    run("read", path, "--into", database)
    assert run("places", "find", "Qarya al-Majhula", "--database", database).code == 1
    run("read", path, "--into", database, "--learn-places")
    assert run("places", "find", "Qarya al-Majhula", "--database", database).code == 0


def test_a_row_published_again_takes_the_place_of_the_older_whichever_file_comes_last(
    run: Run, tmp_path: Path
) -> None:
    old, new, database = tmp_path / "old.csv", tmp_path / "new.csv", tmp_path / "case.db"
    rows = acled_rows(3).assign(fatalities="1", timestamp="1700000000")
    rows.to_csv(old, index=False)
    rows.assign(fatalities=["1", "2", "1"], timestamp="1800000000").to_csv(new, index=False)
    run("read", old, "--into", database)
    assert (
        "3 events from new.csv (ACLED), 0 there already, 3 said otherwise before"
        in run("read", new, "--into", database).err
    )
    for path in (new, old):
        assert "3 there already\n" in run("read", path, "--into", database).err
    with Store.open(str(database)) as store:
        assert sorted(store.load().events["fatalities"]) == [1, 1, 2]


def test_our_own_table_read_back_takes_the_place_of_nothing(run: Run, tmp_path: Path) -> None:
    path, out, database = tmp_path / "acled.csv", tmp_path / "out.csv", tmp_path / "case.db"
    acled_rows(2).to_csv(path, index=False)
    run("read", path, "--into", database)
    run(
        "events",
        "edit",
        "acled:MAD0",
        "--set",
        "fatalities=77",
        "--because",
        "a list",
        "--database",
        database,
    )
    run("export", out, "--database", database)
    assert "2 there already\n" in run("read", out, "--into", database).err
    with Store.open(str(database)) as store:
        assert not store.load().events["doubts"].any()


@pytest.mark.parametrize(
    ("asked", "why"),
    [
        (["--map", "when"], "is no ROLE=COLUMN"),
        (["--map", "date=Nothing"], "has no column 'Nothing'; there are: Day of attack"),
        (["--map", "dat=Town"], "is nothing a column tells here"),
    ],
)
def test_a_mapping_that_can_not_be_meant_says_what_can(
    asked: list[str], why: str, odd: Path, run: Run
) -> None:
    ran = run("read", odd, *asked)
    assert ran.code == 1
    assert why in ran.err


@pytest.mark.parametrize("pack", [bytes, gzip.compress], ids=["plain", "packed"])
def test_a_table_on_standard_input_is_read_as_one(
    pack: Callable[[bytes], bytes], run: Run, tmp_path: Path
) -> None:
    database = tmp_path / "case.db"
    ran = run("read", "-", "--published", "2018-05-22", "--into", database, stdin=pack(ODD.encode()))
    assert ran.code == 1
    called = "standard input" if pack is bytes else "standard input/standard input"
    assert f"2 events from {called} (a table), 0 there already, 1 row left out" in ran.err
    with Store.open(str(database)) as store:
        assert set(store.load().events["dataset"]) == {"standard input"}


def test_an_archive_on_standard_input_gives_its_tables_and_its_reports(run: Run, tmp_path: Path) -> None:
    with zipfile.ZipFile(tmp_path / "case.zip", "w") as archive:
        archive.writestr("list.csv", ODD)
        archive.writestr("post.txt", "Shells hit Saqba on 1 March 2018, killing 3 civilians.")
    data = (tmp_path / "case.zip").read_bytes()
    ran = run("read", "-", "--published", "2018-05-22", "--json", stdin=data)
    assert [each["location"] for each in ran.records] == ["Douma", "Homs", "Saqba"]
    assert "standard input/list.csv: row 4" in ran.err


def test_what_can_not_be_read_of_standard_input_is_told(run: Run) -> None:
    ran = run("read", "-", stdin=gzip.compress(ODD.encode())[:-9])
    assert ran.code == 1
    assert "standard input: is a file packed by gzip that is broken or cut off: get it once more" in ran.err


def test_a_table_that_is_attached_to_a_mail_is_read_as_one(run: Run, tmp_path: Path) -> None:
    book = BytesIO()
    acled_rows(3).to_excel(book, index=False)
    inner = mail("See below.", attached={"list.csv": ODD.encode()})
    sent = mail("Shells hit Jobar on 3 March 2018.", attached={"a.xlsx": book.getvalue(), "old.eml": inner})
    box = b"From x@example.org Mon May 21 08:00:00 2018\n"
    (tmp_path / "mails.mbox").write_bytes(box + sent + b"\n" + box + mail("Shells hit Saqba today."))
    ran = run("read", tmp_path / "mails.mbox", "--published", "2018-05-22", "--into", tmp_path / "case.db")
    assert "3 events from mails.mbox/1/a.xlsx (ACLED)" in ran.err
    assert "2 events from mails.mbox/1/old.eml/list.csv (a table), 0 there already, 1 row left out" in ran.err
    with Store.open(str(tmp_path / "case.db")) as store:
        events = store.load().events
    told = events["notes"][events["dataset"] == "reports"]
    assert sorted(told) == [
        "Shelling in Douma",
        "Shells hit Jobar on 3 March 2018.",
        "Shells hit Saqba today.",
    ]


def test_how_exact_a_time_is_is_no_time(run: Run, tmp_path: Path) -> None:
    (tmp_path / "list.csv").write_text("date,time_precision,town\n2018-05-21,2,Douma\n", encoding="utf-8")
    ran = run("read", tmp_path / "list.csv")
    assert "columns: date=date place=town; kept and not read: time_precision" in ran.err


def test_two_tables_that_hold_the_same_row_each_keep_theirs(run: Run, tmp_path: Path) -> None:
    database = tmp_path / "case.db"
    text = "When,Town,Killed,What happened\n2018-05-21,Douma,3,A shell fell.\n2018-05-22,Homs,1,A raid.\n"
    one, other = tmp_path / "ours.csv", tmp_path / "theirs.csv"
    one.write_text(text)
    other.write_text(text.replace("2018-05-22,Homs", "2018-05-23,Idlib"))
    for path in (one, other):
        assert "2 events" in (first := run("read", path, "--into", database)).err
        assert "0 there already" in first.err
        assert "2 there already" in run("read", path, "--into", database).err
    with Store.open(str(database)) as store:
        events = store.load().events
    assert sorted(zip(events["dataset"], events["location"], strict=True)) == [
        ("ours", "Douma"),
        ("ours", "Homs"),
        ("theirs", "Douma"),
        ("theirs", "Idlib"),
    ]
