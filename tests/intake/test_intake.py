"""What is brought in is looked at, dated where it has to be, and only then kept."""

import json
import zipfile
from collections.abc import Iterator
from datetime import UTC, date, datetime
from pathlib import Path

import pytest

from dashboard.intake import (
    Decisions,
    Looked,
    Stage,
    StoppedError,
    TableDecision,
    keep,
    look,
    sheet_found,
)
from dashboard.store import GivenDate, Store, reader

NOW = datetime(2026, 11, 28, 12, tzinfo=UTC)
UNDATED = "Shelling of Douma\n\nArtillery shelled Douma yesterday, killing three civilians."
DATED = "Calm in Homs\n\nPublished on Tuesday 6 March 2018. Gunmen clashed in Homs on Monday 5 March 2018."
TABLE = "When,Town,Killed,Budget\n5 March 2018,Douma,3,x\nsome day,Homs,2,y\n"


@pytest.fixture
def store() -> Iterator[Store]:
    with Store.open("sqlite://") as opened:
        yield opened


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A folder for what a person brings, which stands in no message."""
    (made := tmp_path / "brought").mkdir()
    return made


def brought(folder: Path, **files: str) -> Path:
    for name, text in files.items():
        (folder / name.replace("_DOT_", ".")).write_text(text, encoding="utf-8")
    return folder


def quietly(_stage: Stage, _done: int, _of: int) -> None:
    """Tell nobody how far it is."""


def looked_at(folder: Path, store: Store) -> Looked:
    return look(folder, store, "posts", quietly)


def test_looking_says_what_each_report_tells_and_keeps_nothing(folder: Path, store: Store) -> None:
    brought(folder, **{"post-20180521_DOT_txt": UNDATED, "homs_DOT_txt": DATED})
    dated, undated = looked_at(folder, store).offered
    assert (dated.name, dated.day, dated.by, dated.undated) == (
        "homs.txt",
        "Tuesday 6 March 2018",
        "text",
        0,
    )
    assert (undated.day, undated.suggested, undated.events, undated.undated) == (
        "",
        date(2018, 5, 21),
        1,
        1,
    )
    assert store.reports() == ()


def test_a_report_in_a_language_whose_events_are_not_read_says_so(folder: Path, store: Store) -> None:
    brought(
        folder,
        ar_DOT_txt="قصفت طائرات حربية صباح اليوم مدينة دوما وقتل مدنيان.",
        en_DOT_txt=UNDATED,
    )
    assert [(each.name, each.language) for each in looked_at(folder, store).offered] == [
        ("ar.txt", "Arabic"),
        ("en.txt", ""),
    ]


def test_how_a_report_begins_is_all_of_a_short_one_and_cut_at_a_word_of_a_long_one(
    folder: Path, store: Store
) -> None:
    brought(folder, a_DOT_txt=UNDATED, b_DOT_txt=f"{UNDATED} {'They called for help. ' * 20}")
    short, long = (each.begins for each in looked_at(folder, store).offered)
    assert short == " ".join(UNDATED.split())
    assert long.endswith((" They …", " called …", " for …", " help. …"))


def test_a_suggested_day_is_taken_only_where_a_person_says_so(folder: Path, store: Store) -> None:
    brought(folder, **{"post-20180521_DOT_txt": UNDATED})
    looked = looked_at(folder, store)
    keep(looked, Decisions(), store, NOW, quietly)
    assert store.load().events["start"].isna().all()
    days = {looked.offered[0].report_id: GivenDate(date(2018, 5, 21), "")}
    keep(looked, Decisions(days), store, NOW, quietly)
    (event,) = store.load().events.to_dict("records")
    assert event["start"].isoformat() == "2018-05-19T21:00:00+00:00"
    assert store.reports()[0].published_source == "given"


def test_what_is_left_out_is_not_kept(folder: Path, store: Store) -> None:
    brought(folder, a_DOT_txt=UNDATED, b_DOT_txt=DATED, c_DOT_csv=TABLE)
    looked = looked_at(folder, store)
    left = next(each.report_id for each in looked.offered if each.name == "a.txt")
    kept = keep(looked, Decisions({}, frozenset({left}), {0: TableDecision(True)}), store, NOW, quietly)
    assert [each.url for each in store.reports()] == ["b.txt"]
    assert (kept.reports, kept.rows) == (1, 0)


def test_a_table_is_mapped_by_guess_and_by_hand_and_its_bad_rows_are_told(folder: Path, store: Store) -> None:
    looked = looked_at(brought(folder, c_DOT_csv=TABLE), store)
    (found,) = looked.tables
    assert found.mapping == {"date": "When", "place": "Town", "fatalities": "Killed"}
    assert (found.events, found.left, found.faults) == (1, 1, ("row 3: some day is no date this reads",))
    other = sheet_found(found.file, store, {"date": "When", "place": "Town", "injured": "Killed"})
    assert other.mapping == {"date": "When", "place": "Town", "injured": "Killed"}
    decisions = Decisions(tables={0: TableDecision(mapping=other.mapping)})
    kept = keep(looked, decisions, store, NOW, quietly)
    assert (kept.rows, kept.rows_left) == (1, 1)
    assert list(store.load().events["injured"]) == [3]
    assert sheet_found(found.file, store).mapping == other.mapping, "asked once, known the next time"


def test_a_table_without_a_date_says_what_to_do(folder: Path, store: Store) -> None:
    (found,) = looked_at(brought(folder, c_DOT_csv="Town,Killed,Who\nDouma,3,x\nHoms,2,y\n"), store).tables
    assert found.trouble == "no column tells when; name it below (columns: Town, Killed, Who)"


def test_what_cannot_be_read_is_told_by_its_own_name(folder: Path, store: Store) -> None:
    brought(folder, empty_DOT_txt="")
    (folder / "photo.png").write_bytes(b"\x89PNG\r\n")
    with zipfile.ZipFile(folder / "posts.zip", "w") as archive:
        archive.writestr("../../monday.txt", DATED)
        archive.writestr("none.txt", "")
    looked = looked_at(folder, store)
    assert [(each.name, each.why.partition(";")[0]) for each in looked.failed] == [
        ("empty.txt", "is empty"),
        ("photo.png", "is a PNG picture, not a report"),
        ("posts.zip/none.txt", "is empty"),
    ]
    assert [each.name for each in looked.offered] == ["posts.zip/monday.txt"]


def test_what_is_there_already_is_said_and_not_read_twice(folder: Path, store: Store) -> None:
    brought(folder, b_DOT_txt=DATED)
    keep(looked_at(folder, store), Decisions(), store, NOW, quietly)
    again = looked_at(folder, store)
    assert [each.known for each in again.offered] == [True]
    assert keep(again, Decisions(), store, NOW, quietly).saved.added == 0


def test_what_another_store_knows_is_kept_in_this_one(folder: Path, store: Store) -> None:
    brought(folder, b_DOT_txt=DATED)
    keep(looked_at(folder, store), Decisions(), store, NOW, quietly)
    again = looked_at(folder, store)
    with Store.open("sqlite://") as other:
        assert keep(again, Decisions(), other, NOW, quietly).reports == 1


@pytest.mark.parametrize("stage", [Stage.OPENING, Stage.READING, Stage.TABLES])
def test_whoever_waits_may_stop_it(folder: Path, store: Store, stage: Stage) -> None:
    def stopping(now: Stage, _done: int, _of: int) -> None:
        if now is stage:
            raise StoppedError

    brought(folder, a_DOT_txt=UNDATED, c_DOT_csv=TABLE)
    with pytest.raises(StoppedError):
        look(folder, store, "posts", stopping)


def test_a_message_of_a_chat_is_dated_anew_and_stays_the_same_report(folder: Path, store: Store) -> None:
    messages = [
        {
            "id": number,
            "type": "message",
            "date": f"2018-05-2{number}T10:00:00",
            "from": "Monitor",
            "from_id": "channel1",
            "text": "Artillery shelled Douma yesterday, killing three.",
        }
        for number in (1, 2)
    ]
    chat = {"name": "Monitor", "type": "public_channel", "id": 1, "messages": messages}
    keep(
        looked_at(brought(folder, result_DOT_json=json.dumps(chat)), store), Decisions(), store, NOW, quietly
    )
    first, second = (each.report_id for each in store.reports())
    store.date_report(first, reader(store), because="told by its sender", at=NOW, published=date(2019, 6, 2))
    assert {each.report_id for each in store.reports()} == {first, second}
    assert sorted(store.load().events["start"].dt.year) == [2018, 2019]
