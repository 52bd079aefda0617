"""Sealing a case on the page: only of a store, and only by its key."""

import tempfile
from pathlib import Path
from time import monotonic, sleep

import pytest
from werkzeug.test import Client

from dashboard.app import KeptCase, create_app
from dashboard.app.server import sealing
from dashboard.extraction import read_report
from dashboard.publish.case.verify import verify
from dashboard.store import Store
from dashboard.table import as_reported
from dashboard.text import Report
from tests.sample import dataset


def test_a_page_that_is_only_shown_seals_nothing() -> None:
    answer = Client(create_app(dataset()).server).post("/seal", json={})
    assert answer.status_code == 403
    assert "can only be looked at" in str(answer.json)


def test_what_is_sealed_is_handed_out_by_its_key_alone(tmp_path: Path) -> None:
    with Store.open(str(tmp_path / "case.db")) as store:
        store.save(as_reported([read_report(Report("Gunmen clashed in Homs on 7 March 2018."))], "case"))
        client = Client(create_app(KeptCase("Ann", kept=store)).server)
        told = client.post("/seal", json={}).json
        assert told is not None
        file = tmp_path / told["name"]
        with client.get(told["href"]) as answer:
            file.write_bytes(answer.data)
        assert verify(file).fingerprint == told["fingerprint"]
        assert client.get(told["href"][:-1]).status_code == 404


def test_a_sealed_file_goes_after_its_time(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(tempfile, "tempdir", str(tmp_path / "temporary"))
    (tmp_path / "temporary").mkdir()
    monkeypatch.setattr(sealing, "_KEPT_S", 3)
    with Store.open(str(tmp_path / "case.db")) as store:
        store.save(as_reported([read_report(Report("Gunmen clashed in Homs on 7 March 2018."))], "case"))
        client = Client(create_app(KeptCase("Ann", kept=store)).server)
        assert client.post("/seal", json={}).status_code == 200
    until = monotonic() + 20
    while list((tmp_path / "temporary").iterdir()) and monotonic() < until:
        sleep(0.05)
    assert not list((tmp_path / "temporary").iterdir())


@pytest.mark.parametrize("key", ["", "..", "%2e%2e%2fcase.db", "0" * 32, "*"])
def test_a_key_that_is_none_leads_nowhere(tmp_path: Path, key: str) -> None:
    with Store.open(str(tmp_path / "case.db")) as store:
        client = Client(create_app(KeptCase("Ann", kept=store)).server)
        assert client.get(f"/seal/{key}").status_code in {404, 405}
