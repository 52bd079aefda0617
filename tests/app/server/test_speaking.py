"""In which language a request is answered: pages and what is handed out to be read in the reader's, what programs read in English."""

import json

import pytest
from flask.testing import FlaskClient

from dashboard.app import create_app
from dashboard.app.server.speaking import COOKIE, HEADER
from tests.sample import dataset

Client = FlaskClient


@pytest.fixture
def client() -> Client:
    made: Client = create_app(dataset()).server.test_client()
    return made


def opening(client: Client, path: str = "/", **headers: str) -> str:
    text: str = client.get(
        path, headers={name.replace("_", "-"): said for name, said in headers.items()}
    ).text
    return text[text.index("<html") : text.index(">", text.index("<html")) + 1]


@pytest.mark.parametrize(
    ("accepted", "html"),
    [
        ("ar", '<html lang="ar" dir="rtl">'),
        ("uk-UA, en;q=0.5", '<html lang="uk" dir="ltr">'),
        ("de", '<html lang="en" dir="ltr">'),
    ],
)
def test_the_page_is_in_the_browsers_language(client: Client, accepted: str, html: str) -> None:
    assert opening(client, Accept_Language=accepted) == html


def test_the_first_page_of_a_server_is_in_the_language_asked_for() -> None:
    assert opening(create_app(dataset()).server.test_client(), "/?lang=ar") == '<html lang="ar" dir="rtl">'


def test_a_language_that_was_chosen_is_kept(client: Client) -> None:
    answer = client.get("/?lang=fr", headers={"Accept-Language": "ar"})
    assert answer.headers["Content-Language"] == "fr"
    assert f"{COOKIE}=fr" in answer.headers["Set-Cookie"]
    assert "HttpOnly" in answer.headers["Set-Cookie"]
    assert opening(client, Accept_Language="ar") == '<html lang="fr" dir="ltr">'


@pytest.mark.parametrize("lang", ["xx", "", "../ar", "ar%00", "<script>"])
def test_a_language_there_is_none_of_is_passed_over(client: Client, lang: str) -> None:
    answer = client.get(f"/?lang={lang}")
    assert "Set-Cookie" not in answer.headers
    assert answer.headers["Content-Language"] == "en"


def test_a_question_is_answered_in_the_language_of_its_page(client: Client) -> None:
    client.get("/?lang=fr")
    assert client.get("/nowhere", headers={HEADER: "uk"}).text.startswith("за цією адресою")
    assert client.get("/nowhere").text.startswith("il n'y a rien")


def test_nobody_elses_language_is_left_behind(client: Client) -> None:
    client.get("/?lang=ar")
    client.delete_cookie(COOKIE)
    assert client.get("/nowhere").text.startswith("there is nothing")


def test_the_scripts_are_told_their_words_as_data(client: Client) -> None:
    text = client.get("/?lang=ar").text
    words = text.split('<script type="application/json" id="wording">')[1]
    assert '"Undo": "تراجع"' in words.partition("</script>")[0]
    assert "كانون الثاني" in words.partition("</script>")[0]


READ = {
    "/export/timeline.html": "أحداث",
    "/embed": "أحداث",
    "/export/report.html": "ما تُرك دون قراءة",
    "/export/events.methods.html": "ما تُرك دون قراءة",
    "/export/events.chronology.html": "التسلسل الزمني: \u2068sample\u2069",
}


@pytest.mark.parametrize("path", READ)
def test_what_is_handed_out_to_be_read_is_in_the_language_of_its_page(client: Client, path: str) -> None:
    said = client.get(f"{path}?lang=ar", headers={"Accept-Language": "fr"})
    assert '<html lang="ar" dir="rtl">' in said.text
    assert READ[path] in said.text
    assert "Set-Cookie" not in said.headers, "one window says nothing of the others"
    assert '<html lang="fr" dir="ltr">' in client.get(path, headers={"Accept-Language": "fr"}).text


def test_the_picture_is_told_its_language(client: Client) -> None:
    figure = json.loads(client.get("/export/timeline.json?lang=ar").data)["figure"]
    assert figure["config"]["locale"] == "ar"
    caption = figure["layout"]["annotations"][-1]
    assert "كيف يُقرأ" in caption["text"]
    assert (caption["align"], figure["layout"]["title"]["x"]) == ("right", 1)
    assert "config" not in json.loads(client.get("/export/timeline.json?lang=en").data)["figure"]


@pytest.mark.parametrize("path", ["/export/events.csv", "/export/events.json", "/export/events.kml", "/export/events.acled.csv"])  # fmt: skip
def test_files_that_programs_read_stay_english(client: Client, path: str) -> None:
    plain = client.get(path).data
    assert len(client.get(path, headers={"Accept-Language": "ar", HEADER: "ar"}).data) == len(plain)


def test_the_layout_is_asked_for_in_the_pages_language(client: Client) -> None:
    said = '{"dark":false,"width":900,"strip":900}'
    layout = client.get(
        "/_dash-layout", query_string={"search": "", "screen": said}, headers={HEADER: "ar"}
    ).json
    assert "8 من 8 أحداث" in str(layout)
    assert "بين 06:00 و12:00 يوم الثلاثاء 6 آذار 2018" in str(layout)
