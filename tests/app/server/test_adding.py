"""The doors of adding: files come in pieces, are looked at, and are kept once a person agrees."""

import json
from collections.abc import Iterator
from pathlib import Path
from time import monotonic, sleep
from typing import Any

import pytest
from werkzeug.test import Client, TestResponse

from dashboard.app import KeptCase, create_app
from dashboard.app.adding.jobs import Jobs
from dashboard.app.adding.received import parts_of, take_piece
from dashboard.app.limits import LONGEST_PIECE, MOST_ADDING, MOST_MEGABYTES
from dashboard.errors import InputError
from dashboard.store import Store
from tests.sample import dataset

Said = dict[str, Any]
TEXT = "Shelling of Douma\n\nArtillery shelled Douma yesterday, killing three civilians."
PATIENCE_S = 60.0


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    with Store.open(
        str(tmp_path / "case.db")
    ) as opened:  # what is looked at in the background has a connection of its own
        yield opened


@pytest.fixture
def client(store: Store) -> Client:
    return Client(create_app(KeptCase("Ann", kept=store)).server)


def said(answer: TestResponse) -> Said:
    return dict(json.loads(answer.text))


def begun(client: Client) -> str:
    return str(said(client.post("/add", json={"name": "posts"}))["id"])


def sent(client: Client, job: str, name: str, data: bytes, at: int = 0) -> TestResponse:
    return client.put(f"/add/{job}/file", query_string={"name": name, "at": at}, data=data)


def until(client: Client, job: str, *phases: str) -> Said:
    """What the job says once it is that far."""
    late = monotonic() + PATIENCE_S
    while monotonic() < late:
        state = said(client.get(f"/add/{job}"))
        if state["phase"] in phases:
            return state
        sleep(0.02)
    raise AssertionError(state)


def looked(client: Client, **files: str) -> tuple[str, Said]:
    job = begun(client)
    for name, text in files.items():
        assert sent(client, job, name.replace("_DOT_", "."), text.encode()).status_code == 200
    client.post(f"/add/{job}/look")
    return job, dict(until(client, job, "looked")["looked"])


def test_a_text_is_sent_looked_at_dated_and_only_then_kept(client: Client, store: Store) -> None:
    job, found = looked(client, **{"post-20180521_DOT_txt": TEXT})
    (report,) = found["reports"]
    assert (report["day"], report["suggested"], report["undated"]) == ("", "2018-05-21", 1)
    assert store.reports() == ()
    days = {report["id"]: {"day": "the 21st of May 2018", "zone": "Europe/London"}}
    assert client.post(f"/add/{job}/keep", json={"days": days}).status_code == 200
    assert until(client, job, "kept")["kept"]["events"] == 1
    (kept,) = store.reports()
    assert (kept.dataset, str(kept.published)) == ("posts", "2018-05-21 00:00:00+01:00")


def test_a_day_that_is_none_is_refused_beside_its_report_and_nothing_is_kept(
    client: Client, store: Store
) -> None:
    job, found = looked(client, a_DOT_txt=TEXT)
    key = found["reports"][0]["id"]
    for words in ({"day": "soon"}, {"day": "May 2018"}, {"day": "2018-05-21", "zone": "Mars/North"}):
        answer = client.post(f"/add/{job}/keep", json={"days": {key: words}})
        assert key in said(answer)["days"]
    assert store.reports() == ()
    client.post(f"/add/{job}/keep", json={"days": {}})
    assert until(client, job, "kept")["kept"]["reports"] == 1


@pytest.mark.parametrize(
    ("address", "kept"),
    [
        ("https://example.org/posts/7", "https://example.org/posts/7"),
        ("a friend", "a friend"),
        ("javascript:alert(1)", "javascript:alert(1)"),
        ("a\nfriend", "a friend"),
        ("", "a.txt"),
    ],
)
def test_where_a_text_is_from_is_kept_with_it(client: Client, store: Store, address: str, kept: str) -> None:
    job = begun(client)
    client.put(f"/add/{job}/file", query_string={"name": "a.txt", "from": address}, data=TEXT.encode())
    client.post(f"/add/{job}/look")
    until(client, job, "looked")
    client.post(f"/add/{job}/keep", json={})
    until(client, job, "kept")
    assert [each.url for each in store.reports()] == [kept]


@pytest.mark.parametrize(
    ("words", "read"),
    [("21 May 2018", "Monday 21 May 2018"), ("2018-05-21 14:30", "Monday 21 May 2018, 14:30")],
)
def test_a_day_is_read_as_it_is_typed(client: Client, words: str, read: str) -> None:
    assert said(client.post("/add/day", json={"day": words, "zone": ""}))["said"] == read


def test_a_piece_that_comes_twice_is_taken_once_and_one_that_is_missing_is_told(client: Client) -> None:
    job = begun(client)
    assert said(sent(client, job, "a.txt", b"Shelling of "))["there"] == 12
    assert said(sent(client, job, "a.txt", b"Shelling of "))["there"] == 12
    assert said(sent(client, job, "a.txt", b"Douma on 6 March 2018.", at=12))["there"] == 34
    gap = sent(client, job, "a.txt", b"later", at=99)
    assert (gap.status_code, said(gap)["trouble"]) == (422, "a.txt: a piece of it is missing; add it again")


@pytest.mark.parametrize(
    "name",
    [
        "../../../etc/passwd",
        "/etc/passwd",
        "C:\\Windows\\win.ini",
        "..",
        "",
        "a\0b",
        "x" * 5_000,
        "é" * 4_000 + ".txt",
        "\u202etxt.exe",
        "/".join("d" * 30),
    ],
)
def test_no_name_leads_out_of_the_folder(name: str) -> None:
    job = Jobs().begin("posts")
    take_piece(job, name, 0, b"Calm.")
    (file,) = (each for each in job.folder.rglob("*") if each.is_file())
    assert file.resolve().is_relative_to(job.folder.resolve())
    assert all(part not in ("..", ".") for part in parts_of(name))
    job.close()
    assert not job.folder.exists()


def test_more_than_may_be_is_refused() -> None:
    job = Jobs().begin("posts")
    with pytest.raises(InputError, match="in pieces of more than"):
        take_piece(job, "a.txt", 0, b"x" * (LONGEST_PIECE + 1))
    job.received = MOST_MEGABYTES * 1_000_000
    with pytest.raises(InputError, match="are too many for the page; read the folder at the terminal"):
        take_piece(job, "a.txt", 0, b"x")
    job.close()


def test_whoever_is_not_done_makes_room_for_others() -> None:
    jobs = Jobs()
    first, *_ = [jobs.begin("posts") for _ in range(MOST_ADDING + 1)]
    assert len(jobs.all()) == MOST_ADDING
    assert first.key not in jobs.all()
    assert not first.folder.exists()
    for key in jobs.all():
        jobs.end(key)


def test_what_is_stopped_keeps_nothing_and_leaves_no_file(client: Client, store: Store) -> None:
    job = begun(client)
    sent(client, job, "a.txt", TEXT.encode())
    client.post(f"/add/{job}/look")
    assert client.delete(f"/add/{job}").status_code == 200
    gone = client.get(f"/add/{job}")
    assert (gone.status_code, said(gone)["trouble"]) == (
        422,
        "this is no longer under way; add the files again",
    )
    assert store.reports() == ()


def test_a_table_is_mapped_otherwise_and_kept(client: Client, store: Store) -> None:
    job, found = looked(client, c_DOT_csv="When,Town,Killed\n5 March 2018,Douma,3\nsome day,Homs,2\n")
    (table,) = found["tables"]
    assert [each["role"] for each in table["columns"]] == ["date", "place", "fatalities"]
    mapping = {"date": "When", "place": "Town", "injured": "Killed"}
    again = said(client.post(f"/add/{job}/table/0", json={"mapping": mapping}))
    assert [each["role"] for each in again["columns"]] == ["date", "place", "injured"]
    none = said(client.post(f"/add/{job}/table/0", json={"mapping": {}}))
    assert none["trouble"].startswith("no column tells when; name it below")
    client.post(f"/add/{job}/keep", json={"tables": {"0": {"left_out": False, "mapping": mapping}}})
    kept = until(client, job, "kept")["kept"]
    assert (kept["rows"], kept["rowsLeft"]) == (1, 1)
    assert list(store.load().events["injured"]) == [3]


def test_the_sample_is_one_click_away(client: Client, store: Store) -> None:
    job = said(client.post("/add/sample", json={}))["id"]
    assert until(client, job, "kept")["kept"]["anew"] is True
    assert len(store.reports()) == 1


@pytest.mark.parametrize(
    "body",
    [
        b"",
        b"[]",
        b"nonsense",
        b'{"days": 5}',
        b'{"days": {"x": 5}}',
        b'{"days": {"x": {"day": 5}}}',
        b'{"left_out": "all"}',
        b'{"left_out": [5]}',
        b'{"tables": {"7": {}}}',
        b'{"tables": {"-1": {}}}',
        b'{"tables": {"0": {"mapping": [1]}}}',
    ],
)
def test_what_the_page_never_sends_is_refused_in_a_line(client: Client, body: bytes) -> None:
    job, _ = looked(client, c_DOT_csv="When,Town,Killed\n5 March 2018,Douma,3\n6 March 2018,Homs,2\n")
    answer = client.post(f"/add/{job}/keep", data=body, content_type="application/json")
    assert answer.status_code == 422
    assert said(answer)["trouble"]
    client.delete(f"/add/{job}")


def test_a_page_that_can_only_be_looked_at_takes_nothing() -> None:
    client = Client(create_app(dataset()).server)
    answer = client.post("/add", json={})
    assert answer.status_code == 422
    assert "This page can only be looked at" in said(answer)["trouble"]


def test_another_page_cannot_add(client: Client) -> None:
    assert client.post("/add", json={}, headers={"Sec-Fetch-Site": "cross-site"}).status_code == 403


def test_a_full_disk_is_told(monkeypatch: pytest.MonkeyPatch) -> None:
    job = Jobs().begin("posts")

    def full(*_: object, **__: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(Path, "open", full)
    with pytest.raises(InputError, match=r"a\.txt: can't be kept for reading \(no space left on device\)"):
        take_piece(job, "a.txt", 0, b"Calm.")
    monkeypatch.undo()
    job.close()


@pytest.mark.parametrize("body", [b"", b"[1]", b"{", b"[" * 100_000, b'{"a":' * 100_000])
def test_what_is_no_object_is_refused_in_words(client: Client, body: bytes) -> None:
    answer = client.post("/add", data=body, content_type="application/json")
    assert (answer.status_code, said(answer)) == (422, {"trouble": "the request is no JSON object"})
