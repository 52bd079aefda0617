"""A page that several share: who is let in, who may change something, and how somebody gets in who should not."""

import json
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from werkzeug.security import generate_password_hash
from werkzeug.test import Client, TestResponse

from dashboard.access import People, Person, Role, open_book, people_now, write_people
from dashboard.access.sessions import MOST_TRIES
from dashboard.app import KeptCase, create_app
from dashboard.app.server.doors_of_people import PeopleDoors
from dashboard.app.server.gate import Gate
from dashboard.app.server.proxies import Behind
from dashboard.store import Store
from tests.sample import dataset, kept_in

PASSWORDS = {"Ann": "password of Ann", "Ed": "password of Ed", "Rex": "password of Rex"}
ROLES = {"Ann": Role.ADMIN, "Ed": Role.EDITOR, "Rex": Role.READER}
HASHED = {
    name: generate_password_hash(password, "pbkdf2:sha256:1") for name, password in PASSWORDS.items()
}  # quick
ELSEWHERE = {"Origin": "https://elsewhere.example", "Sec-Fetch-Site": "cross-site"}


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    with Store.open(str(kept_in(tmp_path / "case.db"))) as opened:
        yield opened


@pytest.fixture
def file(tmp_path: Path) -> Path:
    file = tmp_path / "people.txt"
    write_people(file, People({name: Person(name, ROLES[name], HASHED[name]) for name in ROLES}))
    return file


def application(store: Store, file: Path, *, by_proxy: bool = False) -> Any:
    def keep(changed: Callable[[People], People]) -> None:
        write_people(file, changed(people_now(file)))

    gate = Gate(lambda: people_now(file), open_book(file.with_suffix(".db")), by_proxy=by_proxy)
    return create_app(KeptCase(kept=store), shared=PeopleDoors(gate, keep)).server


@pytest.fixture
def wsgi(store: Store, file: Path) -> Any:
    return application(store, file)


@pytest.fixture
def client(wsgi: Any) -> Client:
    return Client(wsgi)


def signed_in(wsgi: Any, name: str) -> Client:
    client = Client(wsgi)
    assert sign_in(client, name, PASSWORDS[name]).status_code == 303
    return client


def sign_in(client: Client, name: str, password: str, **more: Any) -> TestResponse:
    return client.post("/sign-in", data={"name": name, "password": password, **more.pop("form", {})}, **more)


def wish(client: Client, verb: str, by: str = "somebody else", **said: object) -> dict[str, Any]:
    """What became of a change that a client asks for, whatever the page would let it ask."""
    layout = client.get("/_dash-dependencies").get_json()
    (asked,) = (each for each in layout if "done.data" in each["output"] and "changed.data" in each["output"])
    outputs = [
        dict(zip(("id", "property"), each.rsplit(".", 1), strict=True))
        for each in asked["output"][2:-2].split("...")
    ]
    body = {
        "output": asked["output"],
        "outputs": outputs,
        "inputs": [
            {"id": "wish", "property": "data", "value": {"verb": verb, "by": by, "turn": "1", **said}}
        ],
        "state": [{"id": "url", "property": "search", "value": ""}],
        "changedPropIds": ["wish.data"],
    }
    answer = client.post("/_dash-update-component", json=body)
    assert answer.status_code == 200, answer.text
    done: dict[str, Any] = answer.get_json()["response"]["done"]["data"]
    return done


def test_who_is_not_signed_in_sees_nothing(client: Client) -> None:
    for path in (
        "_dash-layout",
        "_dash-dependencies",
        "export/events.csv",
        "export/timeline.html",
        "add/x",
        "assets/page.css",
        "nowhere",
    ):
        assert client.get(f"/{path}").status_code == 401, path


def test_the_page_leads_to_the_sign_in_and_back(client: Client) -> None:
    answer = client.get("/?event=a1&lanes=type")
    assert (answer.status_code, answer.location) == (303, "/sign-in?next=%2F%3Fevent%3Da1%26lanes%3Dtype")
    answer = sign_in(client, "Rex", PASSWORDS["Rex"], form={"next": "/?event=a1&lanes=type"})
    assert (answer.status_code, answer.location) == (303, "/?event=a1&lanes=type")
    assert client.get("/").status_code == 200


def test_health_and_the_sign_in_are_open(client: Client) -> None:
    assert [client.get(path).status_code for path in ("/healthz", "/sign-in")] == [200, 200]


def test_the_sign_in_leads_to_no_other_server(client: Client) -> None:
    hostile = (
        "//elsewhere.example",
        "https://elsewhere.example/",
        "/\\elsewhere.example",
        "javascript:alert(1)",
        "/add",
        "/?a\r\nSet-Cookie: b=c",
    )
    for landing in hostile:
        assert sign_in(client, "Rex", PASSWORDS["Rex"], form={"next": landing}).location == "/", landing


def test_what_is_typed_is_shown_as_text(client: Client) -> None:
    answer = sign_in(client, '"><script>alert(1)</script>', "x")
    assert "<script>" not in answer.text


def test_the_cookie_is_for_this_server_alone(client: Client) -> None:
    cookie = sign_in(client, "Ann", PASSWORDS["Ann"]).headers["Set-Cookie"]
    assert all(each in cookie for each in ("HttpOnly", "SameSite=Lax", "Path=/"))


def test_over_https_the_cookie_travels_safely_only(wsgi: Any) -> None:
    client = Client(wsgi)
    answer = sign_in(client, "Ann", PASSWORDS["Ann"], base_url="https://localhost")
    assert answer.headers["Set-Cookie"].startswith("__Host-conflict-timeline=")
    assert "Secure" in answer.headers["Set-Cookie"]


def test_guessing_is_slowed_and_says_how_long(client: Client) -> None:
    codes = [sign_in(client, "Ann", f"guess {number}").status_code for number in range(MOST_TRIES + 1)]
    assert codes == [401] * MOST_TRIES + [429]
    answer = sign_in(client, "Ann", PASSWORDS["Ann"])
    assert (answer.status_code, int(answer.headers["Retry-After"]) > 0) == (429, True)
    assert "Too many tries; wait 15 minutes and try again" in answer.text


def test_signing_out_ends_the_session_on_the_server(wsgi: Any) -> None:
    client = signed_in(wsgi, "Ann")
    token = client.get_cookie("conflict-timeline")
    assert token
    client.post("/sign-out")
    client.set_cookie("conflict-timeline", token.value)
    assert client.get("/export/events.csv").status_code == 401


def test_who_is_taken_out_is_out_at_once(wsgi: Any, file: Path) -> None:
    client = signed_in(wsgi, "Rex")
    assert client.get("/export/events.csv").status_code == 200
    write_people(file, people_now(file).without("Rex"))
    assert client.get("/export/events.csv").status_code == 401


def test_where_the_file_can_not_be_read_nobody_is_let_in(wsgi: Any, file: Path) -> None:
    client = signed_in(wsgi, "Ann")
    file.write_text("Ann:boss:-\n", encoding="utf-8")
    answer = client.get("/export/events.csv")
    assert (answer.status_code, str(file) in answer.text) == (503, False)


def test_a_reader_changes_nothing_by_any_address(wsgi: Any, store: Store) -> None:
    client, before = signed_in(wsgi, "Rex"), store.content()
    event = dataset().events["event_id"].iloc[0]
    for verb, said in (
        ("review", {"ids": [event], "status": "rejected"}),
        ("delete", {"ids": [event]}),
        ("add", {"fields": {}}),
    ):
        done = wish(client, verb, **said)
        assert "ask an admin to make you an editor" in done["errors"][""], verb
    for method, path in (
        ("POST", "/add"),
        ("POST", "/add/sample"),
        ("PUT", "/add/x/file"),
        ("POST", "/add/x/keep"),
        ("DELETE", "/add/x"),
    ):
        assert client.open(path, method=method, json={}).status_code in {403, 422}, path
    assert (
        client.post(
            "/people", data={"verb": "add", "name": "Eve", "role": "admin", "password": "long enough"}
        ).status_code
        == 403
    )
    assert store.content() == before


def test_an_editor_corrects_under_her_own_name(wsgi: Any, store: Store) -> None:
    event = str(store.load().events["event_id"].iloc[0])
    done = wish(signed_in(wsgi, "Ed"), "review", by="Ann", ids=[event], status="accepted")
    assert not done["errors"]
    assert [each.who for each in store.edits()] == ["Ed"]


def test_only_an_admin_takes_reports_out(wsgi: Any, store: Store) -> None:
    report = store.reports()[0].report_id
    done = wish(signed_in(wsgi, "Ed"), "remove-report", report=report, sure=True)
    assert done["errors"] == {"": "only somebody who is admin may do this"}
    assert not wish(signed_in(wsgi, "Ann"), "remove-report", report=report, sure=True)["errors"]


def test_an_admin_says_who_else_may_come(wsgi: Any, file: Path) -> None:
    client = signed_in(wsgi, "Ann")
    for form in (
        {"verb": "add", "name": "Bo <b>", "role": "reader", "password": "long enough"},
        {"verb": "role", "name": "Bo <b>", "role": "editor"},
        {"verb": "remove", "name": "Rex"},
    ):
        assert client.post("/people", data=form).status_code == 303
    assert {each.name: each.role for each in people_now(file)} == {
        "Ann": Role.ADMIN,
        "Ed": Role.EDITOR,
        "Bo <b>": Role.EDITOR,
    }
    assert "<b>" not in client.get("/people").text


def test_what_can_not_be_is_said(wsgi: Any, file: Path) -> None:
    client, before = signed_in(wsgi, "Ann"), people_now(file)
    for form, words in (
        ({"verb": "remove", "name": "Ann"}, "Ann is the last admin"),
        ({"verb": "role", "name": "Eve", "role": "reader"}, "Nobody is called"),
        ({"verb": "add", "name": "Ed", "role": "reader", "password": "long enough"}, "Ed is there already"),
        (
            {"verb": "add", "name": "Bo", "role": "reader", "password": "short"},
            "A password has 8 to 256 letters",
        ),
        ({"verb": "add", "name": "Bo", "role": "boss", "password": "long enough"}, "There is no such role"),
        ({}, "There is no such role"),
    ):
        answer = client.post("/people", data=form)
        assert (answer.status_code, words in answer.text) == (422, True), answer.text
    assert people_now(file) == before


def test_no_other_page_writes_in_her_name(wsgi: Any) -> None:
    client = signed_in(wsgi, "Ann")
    for path in ("/people", "/sign-out", "/sign-in", "/add", "/_dash-update-component"):
        assert client.post(path, headers=ELSEWHERE).status_code == 403, path


def test_only_a_trusted_proxy_says_who_it_is(store: Store, file: Path) -> None:
    wsgi = Behind(application(store, file, by_proxy=True), {"192.0.2.9"}, "X-Remote-User")
    named = {"X-Remote-User": "Ann"}

    def code(address: str, headers: dict[str, str]) -> int:
        return Client(wsgi).get("/people", headers=headers, environ_base={"REMOTE_ADDR": address}).status_code

    assert code("192.0.2.9", named) == 200
    assert code("192.0.2.9", {}) == 401
    assert code("192.0.2.9", {"X-Remote-User": "nobody we know"}) == 403  # may read
    assert code("192.0.2.8", named) == 401
    assert code("192.0.2.8", named | {"X-Forwarded-For": "192.0.2.9"}) == 401


def test_a_case_of_ones_own_asks_nobody(store: Store) -> None:
    client = Client(create_app(KeptCase("Ann", kept=store)).server)
    assert client.get("/export/events.csv").status_code == 200
    assert json.loads(client.post("/add", json={}).text)["phase"] == "receiving"
    assert client.get("/people").status_code == 404
