"""Places a user brought stay in the store, each once, their names folded by today's rules."""

from pathlib import Path

from sqlalchemy import text

from dashboard.gazetteer.added import Brought
from dashboard.store import Kept, Store, added_places, keep_places

ROW = Brought(
    "us:1", "Dharwat", "village", 33.4, 36.2, "SY", "Idlib", "", 12, "Darwat", "daruat;drut", "mine.csv"
)


def test_places_come_back_as_they_went_in(tmp_path: Path) -> None:
    with Store.open(str(tmp_path / "a.db")) as store:
        keep_places(store, [ROW])
    with Store.open(str(tmp_path / "a.db")) as store:
        assert added_places(store).rows == [ROW]


def test_bringing_twice_adds_nothing_and_a_newer_row_replaces() -> None:
    with Store.open("sqlite://") as store:
        assert keep_places(store, [ROW, ROW._replace(place_id="us:2")]) == Kept(2, 0, 0)
        assert keep_places(store, [ROW, ROW._replace(place_id="us:2", latitude=33.5)]) == Kept(0, 1, 1)
        assert {row.latitude for row in added_places(store).rows} == {33.4, 33.5}


def test_a_store_without_the_table_has_no_places_and_takes_some() -> None:
    with Store.open("sqlite://") as store:
        with store.engine.begin() as connection:
            connection.execute(text("DROP TABLE places"))
        assert list(added_places(store).rows) == []
        assert keep_places(store, [ROW]) == Kept(1, 0, 0)


def test_names_folded_by_older_rules_are_folded_anew() -> None:
    with Store.open("sqlite://") as store:
        keep_places(store, [ROW])
        with store.engine.begin() as connection:
            connection.execute(text("UPDATE meta SET value = 'old' WHERE key = 'places folded by'"))
        (row,) = added_places(store).rows
        assert row.keys == "daruat"
        (row,) = added_places(store).rows
        assert row.keys == "daruat"
