"""A store whose file may not be written can be looked at, whole, and says why nothing can be corrected."""

import os
from datetime import UTC, datetime
from pathlib import Path

import pytest

from dashboard.app.case import KeptCase
from dashboard.app.change import Changes
from dashboard.app.editing import verbs
from dashboard.errors import StoreError
from dashboard.extraction import read_report
from dashboard.store import Store
from dashboard.table import as_reported
from dashboard.text import Report

AT = datetime(2026, 11, 28, tzinfo=UTC)


@pytest.fixture(params=["folder to be written", "folder to be read"])
def path(request: pytest.FixtureRequest, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A store of one corrected event that may only be read; of root, whom no mode of a file stops, the system says so, too."""
    folder = tmp_path / "a case, 50% #1"
    folder.mkdir()
    file = folder / "case.db"
    with Store.open(str(file)) as store:
        store.save(
            as_reported([read_report(Report("Shelling in Douma on 6 March 2018 killed three."))], "case")
        )
        store.correct(str(store.load().events["event_id"].iloc[0]), {"injured": 4}, because="a list", at=AT)
    read_only = {file, folder} if request.param == "folder to be read" else {file}
    may = os.access
    monkeypatch.setattr(os, "access", lambda name, mode: may(name, mode) and Path(name) not in read_only)
    return file


def test_all_of_it_is_read_and_nothing_written(path: Path) -> None:
    before = path.read_bytes()
    with Store.open(str(path)) as store:
        events = store.load().events
        event_id = str(events["event_id"].iloc[0])
        assert store.only_read
        assert events["injured"].tolist() == [4]
        assert [each.because for each in store.history(event_id)] == ["a list"]
        assert (store.notes(), store.deleted()) == ((), ())
        with pytest.raises(StoreError, match="may only be read"):
            store.correct(event_id, {"injured": 5}, because="no", at=AT)
    assert path.read_bytes() == before


def test_the_page_over_it_has_no_hands_and_says_why(path: Path) -> None:
    with Store.open(str(path)) as store:
        case = KeptCase(by="Ann", kept=store)
        assert len(case.dataset().events) == 1
        assert case.store is None is case.receiving()
        assert f"you may not write {path}" in case.locked
        wish = {"verb": "review", "turn": "1", "by": "Ann", "ids": [], "status": "accepted"}
        assert Changes.of([verbs.PART]).carried_out(case, wish, "")["done"]["errors"] == {"": case.locked}  # type: ignore[index]  # it is a record
