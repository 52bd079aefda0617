"""Addresses that say too much: what is used of them, what is said of the rest, and that no answer grows with it."""

import json
from collections.abc import Iterator

import pytest
from werkzeug.test import Client

from dashboard.app import create_app
from dashboard.app.address import view_of
from dashboard.app.chips import chips, lifted
from dashboard.app.limits import LONGEST_ADDRESS, LONGEST_KEPT, MOST_CHIPS, MOST_VALUES, MOST_WORDS
from dashboard.app.url import View, search_of
from dashboard.table.filters import Selection
from tests.app.words import words_of
from tests.sample import dataset

KEYS = ("place", "type", "subtype", "kind", "actor", "source", "precision", "status", "fold")
MANY = "&".join(f"place=Syria%2FTown{number}" for number in range(900))


SCREEN = {"dark": False, "width": 900, "strip": 900}


@pytest.fixture(scope="module")
def client() -> Client:
    return Client(create_app(dataset()).server)


def answers(client: Client, search: str) -> Iterator[tuple[str, int, int]]:
    """How every callback of the server answers an address: what it fills, the code, how many bytes."""
    for each in json.loads(client.get("/_dash-dependencies").text):
        inputs, output = each["inputs"], each["output"]
        if each["clientside_function"] or inputs[0]["id"] != "url":
            continue
        parts = [dict(zip(("id", "property"), part.rsplit(".", 1), strict=True)) for part in names(output)]
        body = {
            "output": output,
            "outputs": parts if output.startswith("..") else parts[0],
            "inputs": [{**one, "value": {"url": search, "screen": SCREEN}.get(one["id"])} for one in inputs],
            "state": [{**one, "value": None} for one in each["state"]],
            "changedPropIds": [f"{inputs[0]['id']}.{inputs[0]['property']}"],
        }
        answer = client.post("/_dash-update-component", json=body)
        yield output, answer.status_code, len(answer.data)


def names(output: str) -> list[str]:
    return output[2:-2].split("...") if output.startswith("..") else [output]


@pytest.mark.parametrize("key", KEYS)
def test_the_first_of_a_long_list_are_used_and_the_page_says_so(key: str) -> None:
    view = view_of("&".join(f"{key}=v{number}" for number in range(900)))
    (note,) = view.notes
    assert "names 900 " in note
    assert note.endswith(f"the first {MOST_VALUES} are used")
    assert search_of(view).count(f"{key}=") == MOST_VALUES
    assert note in words_of(chips(view, "UTC"))


@pytest.mark.parametrize(
    ("search", "note"),
    [
        (f"place={'a' * 10_000}", "1 of the places in the address are longer than 500 characters: left out"),
        (f"event={'a' * 10_000}", "event in the address is longer than 500 characters: left out"),
        (
            "q=" + "+".join("word" for _ in range(90)),
            f"the search has 90 words: the first {MOST_WORDS} are used",
        ),
        (f"actor={'a' * LONGEST_ADDRESS}", f"the address is longer than {LONGEST_ADDRESS:,} characters"),
        ("&".join(f"place={number}{'b' * 200}" for number in range(90)), "are left out"),
        ("from=nonsense", "from in the address, 'nonsense', is no moment: write it like 2018-05-21T12:00Z"),
        ("to=9999-99-99", "to in the address, '9999-99-99', is no moment"),
        ("zone=Atlantis", "'Atlantis' in the address is no time zone"),
        (
            "from=2018-05-21&to=2018-05-20",
            "the window in the address ends before it starts: all times are shown",
        ),
    ],
)
def test_what_is_passed_over_is_told(search: str, note: str) -> None:
    notes = view_of(search).notes
    assert any(note in each for each in notes), notes
    assert view_of(search_of(view_of(search))).notes == ()


def test_an_address_of_ours_is_kept_whole() -> None:
    view = View(
        Selection(places=tuple(f"Syria/Rif Dimashq/Douma/Town {n}" for n in range(MOST_VALUES))), event="e1"
    )
    assert view_of(search_of(view)) == view
    assert view_of(search_of(view)).notes == ()


def test_all_that_is_chosen_stays_short_enough_for_every_link_to_repeat_it() -> None:
    hostile = "&".join(f"{key}={number}{'%F0%9F%95%8A' * 30}" for key in KEYS for number in range(40))
    assert len(search_of(view_of(hostile))) <= LONGEST_KEPT + 200


def test_many_filters_give_few_chips() -> None:
    view = view_of(MANY)
    for shown in (chips(view, "UTC"), lifted(view, "UTC")):
        assert len(shown) <= MOST_CHIPS + 3
        assert f"and {MOST_VALUES - MOST_CHIPS} more" in words_of(shown)


def test_one_filter_can_be_lifted_by_itself() -> None:
    assert words_of(lifted(view_of("place=Nowhere"), "UTC")) == "Lift Place: Nowhere"


@pytest.mark.parametrize(
    "search", [f"?{MANY}", f"?place={'a' * 20_000}", f"?{'place=a&' * 20_000}", "?fold=a" * 9000]
)
def test_no_answer_grows_with_the_address(client: Client, search: str) -> None:
    plain = {output: size for output, _, size in answers(client, "")}
    for output, code, size in answers(client, search):
        assert code in (200, 204), output
        assert size < plain[output] + 60 * LONGEST_KEPT, output


def test_an_absurd_address_is_refused_before_it_is_read(client: Client) -> None:
    for path in ("/", "/export/events.csv", "/export/timeline.html"):
        answer = client.get(f"{path}?{'place=a&' * 10_000}")
        assert (answer.status_code, answer.text) == (414, "the address is longer than 32,768 characters\n"), (
            path
        )


@pytest.mark.parametrize("path", ["/export/events.csv", "/export/timeline.html", "/export/timeline.json"])
def test_no_file_is_given_of_something_else_than_was_asked(client: Client, path: str) -> None:
    for search, said in (("from=31+Feb", "'31 Feb', is no moment"), (MANY, "names 900 places")):
        answer = client.get(f"{path}?{search}")
        assert (answer.status_code, said in answer.text) == (400, True), answer.text
