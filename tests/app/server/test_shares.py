"""Views in frames of other sites where people sign in: by a link that an editor made, and never more than its view."""

import re
from collections.abc import Callable, Iterator
from datetime import UTC, datetime
from html import unescape
from pathlib import Path
from typing import Any

import pytest
from werkzeug.test import Client, TestResponse

from dashboard.access import (
    People,
    Person,
    Shares,
    open_book,
    people_now,
    shares_now,
    write_people,
    write_shares,
)
from dashboard.app import KeptCase, create_app
from dashboard.app.server.doors_of_people import PeopleDoors
from dashboard.app.server.gate import Gate
from dashboard.app.server.share_doors import ShareDoors
from dashboard.cli.sharing import Sharing
from dashboard.errors import ServeError
from dashboard.store import Store
from tests.app.server.test_gate import ELSEWHERE, HASHED, ROLES, signed_in
from tests.sample import dataset, kept_in

SITE = "https://news.example"
FRAME = {"Sec-Fetch-Dest": "iframe", "Sec-Fetch-Site": "cross-site"}
HOMS = "place=Syria%2FHoms"


@pytest.fixture
def file(tmp_path: Path) -> Path:
    file = tmp_path / "people.txt"
    write_people(file, People({name: Person(name, ROLES[name], HASHED[name]) for name in ROLES}))
    return file


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    with Store.open(str(kept_in(tmp_path / "case.db"))) as opened:
        yield opened


def application(store: Store, file: Path, *frames: str) -> Any:
    links = file.with_suffix(".links")

    def keep(changed: Callable[[People], People]) -> None:
        write_people(file, changed(people_now(file)))

    def keep_links(changed: Callable[[Shares], Shares]) -> None:
        write_shares(links, changed(shares_now(links)))

    book = open_book(file.with_suffix(".db"))
    gate = Gate(lambda: people_now(file), book, shares=lambda: shares_now(links), frames=frames)
    doors = PeopleDoors(gate, keep, (ShareDoors(gate, keep_links),))
    return create_app(KeptCase(kept=store), shared=doors, frames=frames).server


@pytest.fixture
def wsgi(store: Store, file: Path) -> Any:
    return application(store, file, SITE)


def made(client: Client, view: str = HOMS) -> str:
    """The path of a new link."""
    answer = client.post("/shares", data={"verb": "make", "view": view})
    assert answer.status_code == 200
    address = re.search(r'class="given" dir="ltr">([^<]+)<', answer.text)
    assert address
    return "/" + unescape(address[1]).split("/", 3)[3]


def frames_of(answer: TestResponse) -> str:
    said: list[str] = re.findall(r"frame-ancestors [^;]*", answer.headers["Content-Security-Policy"])
    return said[-1]


def test_without_a_link_a_frame_of_another_site_says_why_it_shows_nothing(wsgi: Any) -> None:
    answer = Client(wsgi).get(f"/embed?{HOMS}", headers=FRAME)
    assert (answer.status_code, frames_of(answer)) == (401, "frame-ancestors *")
    assert "X-Frame-Options" not in answer.headers
    assert "people who are signed in" in answer.text
    assert "Homs" not in answer.text
    assert "Harasta" not in answer.text


def test_by_itself_the_same_address_leads_to_the_sign_in(wsgi: Any) -> None:
    answer = Client(wsgi).get(f"/embed?{HOMS}", headers={"Sec-Fetch-Dest": "document"})
    assert (answer.status_code, answer.location) == (303, "/sign-in?next=%2Fembed%3Fplace%3DSyria%252FHoms")


def test_a_link_shows_its_view_to_whoever_has_it_in_the_frames_that_may(wsgi: Any) -> None:
    answer = Client(wsgi).get(made(signed_in(wsgi, "Ed")), headers=FRAME)
    assert (answer.status_code, frames_of(answer)) == (200, f"frame-ancestors 'self' {SITE}")
    assert "X-Frame-Options" not in answer.headers
    assert "2 of 8 events" in answer.text
    assert "Open the whole page" not in answer.text, "there is nothing for her there"
    assert "Set-Cookie" not in answer.headers


def test_a_link_shows_no_other_view_and_opens_no_other_door(wsgi: Any) -> None:
    path = made(signed_in(wsgi, "Ed"))
    word = re.search("share=([^&]+)", path)
    assert word
    anybody = Client(wsgi)
    assert (
        "2 of 8 events" in anybody.get(f"{path}&place=Syria%2FRif+Dimashq&rejected=1&q=", headers=FRAME).text
    )
    for other in ("/", "/export/events.csv", "/export/timeline.html", "/export/report.html", "/shares", "/people", "/_dash-layout"):  # fmt: skip
        assert anybody.get(f"{other}?share={word[1]}").status_code in {303, 401}, other
    assert anybody.post(path).status_code == 405
    assert anybody.post("/shares", data={"verb": "make", "view": ""}).status_code == 401


def test_a_link_holds_no_note_of_anybody(store: Store, wsgi: Any) -> None:
    at = datetime(2026, 11, 29, tzinfo=UTC)
    store.note("for our eyes", at=at, by="Ann", moment=datetime(2018, 3, 5, tzinfo=UTC))
    ed = signed_in(wsgi, "Ed")
    assert "for our eyes" in ed.get("/export/timeline.html").text
    assert "for our eyes" not in Client(wsgi).get(made(ed, ""), headers=FRAME).text


def test_a_link_that_was_taken_back_says_so(wsgi: Any, file: Path) -> None:
    ed = signed_in(wsgi, "Ed")
    path = made(ed)
    (link,) = shares_now(file.with_suffix(".links"))
    assert ed.post("/shares", data={"kept": link.kept}).status_code == 303
    for headers in (FRAME, {}):
        answer = Client(wsgi).get(path, headers=headers)
        assert (answer.status_code, frames_of(answer)) == (403, "frame-ancestors *")
        assert "was taken back" in answer.text
        assert "Homs" not in answer.text


def test_a_link_ends_with_who_made_it(wsgi: Any) -> None:
    path = made(signed_in(wsgi, "Ed"))
    signed_in(wsgi, "Ann").post("/people", data={"verb": "role", "name": "Ed", "role": "reader"})
    assert Client(wsgi).get(path, headers=FRAME).status_code == 403


def test_who_may_only_read_makes_and_sees_none(wsgi: Any) -> None:
    rex = signed_in(wsgi, "Rex")
    assert rex.get("/shares").status_code == 403
    assert rex.post("/shares", data={"verb": "make", "view": ""}).status_code == 403


def test_one_takes_back_ones_own_and_an_admin_anybodys(wsgi: Any, file: Path) -> None:
    links = file.with_suffix(".links")
    made(signed_in(wsgi, "Ann"))
    made(signed_in(wsgi, "Ed"))
    for each in shares_now(links):
        signed_in(wsgi, "Ed").post("/shares", data={"kept": each.kept})
    assert [each.who for each in shares_now(links)] == ["Ann"]
    made(signed_in(wsgi, "Ed"))
    for each in shares_now(links):
        signed_in(wsgi, "Ann").post("/shares", data={"kept": each.kept})
    assert list(shares_now(links)) == []


def test_no_page_from_elsewhere_makes_one(wsgi: Any, file: Path) -> None:
    answer = signed_in(wsgi, "Ed").post("/shares", data={"verb": "make", "view": ""}, headers=ELSEWHERE)
    assert answer.status_code == 403
    assert list(shares_now(file.with_suffix(".links"))) == []


def test_what_is_sent_as_a_view_is_read_as_one_and_shown_as_text(wsgi: Any) -> None:
    hostile = 'q="><script>alert(1)</script>&edit=new&nonsense=1&place=a%0ab:c'
    ed = signed_in(wsgi, "Ed")
    made(ed, hostile)
    said = ed.get("/shares").text
    assert "<script>" not in said
    assert "nonsense" not in said
    assert "edit=new" not in said


def test_without_a_site_that_may_no_other_shows_it_and_the_frame_says_so(store: Store, file: Path) -> None:
    wsgi = application(store, file)
    path = made(signed_in(wsgi, "Ed"))
    answer = Client(wsgi).get(path, headers=FRAME)
    assert (answer.status_code, frames_of(answer)) == (403, "frame-ancestors *")
    assert "--embed-in" in answer.text
    assert "Homs" not in answer.text
    alone = Client(wsgi).get(path, headers={"Sec-Fetch-Dest": "document", "Sec-Fetch-Site": "none"})
    assert (alone.status_code, frames_of(alone)) == (200, "frame-ancestors 'self'")


def test_where_nobody_signs_in_sites_can_be_named_too() -> None:
    plain = Client(create_app(dataset()).server)
    assert frames_of(plain.get("/embed")) == "frame-ancestors *"
    named = Client(create_app(dataset(), frames=(SITE,)).server)
    assert frames_of(named.get("/embed")) == f"frame-ancestors 'self' {SITE}"
    assert named.get("/shares").status_code == 404


@pytest.mark.parametrize(
    "site", ["*", "https://news.example.org", "http://10.0.0.7:8080", "https://*.example.org"]
)
def test_a_site_is_named_by_its_address(site: str) -> None:
    Sharing(frames=(site,)).checked(own=True)


@pytest.mark.parametrize("site", ["news.example.org", "https://a.example/page", "https://a b", "'self'; script-src *", "data:", ""])  # fmt: skip
def test_nothing_else_can_be_said_in_its_place(site: str) -> None:
    with pytest.raises(ServeError, match="is no site"):
        Sharing(frames=(site,)).checked(own=True)


def test_only_an_admin_seals_a_case_and_takes_the_file(wsgi: Any) -> None:
    made_by = {name: signed_in(wsgi, name).post("/seal", json={}) for name in ("Ann", "Ed", "Rex")}
    assert {name: answer.status_code for name, answer in made_by.items()} == {
        "Ann": 200,
        "Ed": 403,
        "Rex": 403,
    }
    assert Client(wsgi).post("/seal", json={}).status_code == 401
    href = (made_by["Ann"].json or {})["href"]
    for name, code in {"Ann": 200, "Ed": 404, "Rex": 404}.items():
        with signed_in(wsgi, name).get(href) as answer:
            assert answer.status_code == code
    assert Client(wsgi).get(href).status_code in {303, 401}
