"""Joining and splitting from the command line: shown, done with a reason, listed, undone."""

import re
from datetime import date
from pathlib import Path

import pytest

from dashboard.extraction import read_report
from dashboard.store import Store
from dashboard.table import as_reported
from dashboard.text import Report
from tests.cli.conftest import Run

TEXTS = (
    "Artillery shelled Douma this morning, killing three people. Rockets hit Zamalka this morning.",
    "On Tuesday shells fell on Douma.",
)


@pytest.fixture(autouse=True)
def filled(own_database: Path) -> None:
    readings = [read_report(Report(text, published=date(2018, 3, 6), source="Monitor")) for text in TEXTS]
    with Store.open(str(own_database)) as store:
        store.save(as_reported(readings))


def ids(run: Run) -> dict[str, str]:
    """The ids of the events, by place."""
    lines = run("events", "list").out.splitlines()
    return {place: line.split()[0] for line in lines for place in ("Douma", "Zamalka") if place in line}


def test_the_list_has_ids_and_how_often_each_is_told(run: Run) -> None:
    out = run("events", "list").out
    assert re.search(r"[0-9a-f]{12} .* Douma .* 2× in 2 reports", out)
    assert re.search(r"[0-9a-f]{12} .* Zamalka .* 1×", out)


def test_an_event_is_shown_with_its_mentions_and_why_they_are_of_it(run: Run) -> None:
    out = run("events", "show", ids(run)["Douma"]).out
    assert len(re.findall(r"(?m)^  [0-9a-f]{12}  Monitor: “", out)) == 2
    assert "as in Monitor: kind +1.0 (Shelling/artillery/missile attack)" in out


def test_a_join_is_told_listed_and_undone(run: Run) -> None:
    before = ids(run)
    joined = run("events", "join", before["Douma"], before["Zamalka"], "--because", "one salvo")
    assert (joined.code, joined.out.startswith("edit 1: ")) == (0, True)
    assert "Zamalka" not in ids(run)
    assert re.search(r"1 .* joined 2 \+ 1 mentions .* one salvo .* yes", run("events", "edits").out)
    assert run("events", "undo", 1).code == 0
    assert ids(run) == before
    assert "undone" in run("events", "edits").out


def test_a_split_makes_another_event(run: Run) -> None:
    douma = ids(run)["Douma"]
    mention = re.findall(r"(?m)^  ([0-9a-f]{12})  ", run("events", "show", douma).out)[1]
    assert run("events", "split", douma, mention, "--because", "another street").code == 0
    assert run("events", "list").out.count("Douma") == 2


@pytest.mark.parametrize(
    ("arguments", "code", "message"),
    [
        (("show", "nothing"), 2, "nothing: is no event here; 'events list' shows those there are"),
        (("join", "nothing", "else", "--because", "x"), 1, "nothing: is no event here"),
        (("split", "nothing", "else", "--because", "x"), 1, "nothing: is no event here"),
        (("undo", 9), 1, "9: is no edit that can be undone"),
        (("join", "one", "two"), 2, "missing option '--because'"),
    ],
)
def test_what_can_not_be_done_is_told(
    run: Run, arguments: tuple[object, ...], code: int, message: str
) -> None:
    ran = run("events", *arguments)
    assert (ran.code, message in ran.err) == (code, True)
