"""The dead of each event, in the manners in which reports tell them.

Rows of ``tolls.toml`` were learnt from; those of ``tolls_unlearnt.toml`` were written with them and never were. What is ``open`` is
read wrongly as yet; a test says when it no longer is. Of rows asked is the toll of an event at its place and day, and
that no other row tells of dead.
"""

import tomllib
from pathlib import Path
from typing import Any

import pytest

from dashboard.extraction import Event, read_report
from dashboard.text import Report
from tests.extraction.test_kinds_of_acts import plain

_HERE = Path(__file__).parent


def cases(name: str) -> list[dict[str, Any]]:
    """The cases of a file."""
    return tomllib.loads((_HERE / name).read_text(encoding="utf-8"))["case"]  # type: ignore[no-any-return]


def _is(event: Event, row: str) -> bool:
    """Whether the event is the one of the row: its place, its day if one is told, its dead."""
    place, days, dead = (cell.strip() for cell in row.lstrip("? ").split("|"))
    day = event.start.date().isoformat() if event.start else ""
    return (
        any(plain(each) in plain(event.location) for each in place.split(" or "))
        and (not days or day in days.split(" or "))
        and str(event.fatalities or 0) in dead.split(" or ")
    )


def wrong(case: dict[str, Any]) -> list[str]:
    """What is wrong in how the case is read: rows told of dead that are false, and rows that are missing."""
    found = [
        each
        for each in read_report(Report(case["text"], published=case["published"])).events
        if each.modality in {"happened", "ongoing", "claimed"}
    ]
    missing = list(case["events"])
    for event in list(found):
        if row := next((each for each in missing if _is(event, each)), None):
            missing.remove(row)
            found.remove(event)
    asked = [row for row in missing if not row.startswith("?")]
    told = [f"{each.location}, {each.start}, {each.fatalities} dead" for each in found]
    deadly = [row for row, each in zip(told, found, strict=True) if each.fatalities]
    return [*(f"missing: {row} of {told}" for row in asked), *(f"false: {row}" for row in deadly)]


def _marked(name: str) -> list[Any]:
    wrong_yet = pytest.mark.xfail(strict=True, reason="read wrongly as yet")
    return [
        pytest.param(
            case,
            id=case["id"].replace(": ", "-").replace(" ", "_").replace(",", ""),
            marks=[wrong_yet] if case.get("open") else [],
        )
        for case in cases(name)
    ]


@pytest.mark.parametrize("case", _marked("tolls.toml"))
def test_the_dead_of_an_event_are_counted(case: dict[str, Any]) -> None:
    assert not wrong(case)


@pytest.mark.parametrize("case", _marked("tolls_unlearnt.toml"))
def test_so_are_those_of_reports_not_learnt_from(case: dict[str, Any]) -> None:
    assert not wrong(case)
