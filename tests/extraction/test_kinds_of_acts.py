"""Kinds of telling in which reports were misread: what is no event, quoted days, doubles, two acts in one, sides told elsewhere.

Rows of ``kinds_of_acts.toml`` and ``kinds_of_days_and_places.toml`` were learnt from; those of ``kinds_of_acts_unlearnt.toml`` were written with them and never were.
What is ``open`` is read wrongly as yet; a test says when it no longer is.
"""

import re
import tomllib
import unicodedata
from datetime import datetime, timedelta
from pathlib import Path
from typing import Any

import pytest

from dashboard.extraction import Event, read_report
from dashboard.text import Report

_HERE = Path(__file__).parent


def cases(name: str) -> list[dict[str, Any]]:
    return tomllib.loads((_HERE / name).read_text(encoding="utf-8"))["case"]  # type: ignore[no-any-return]


def plain(words: str) -> str:
    """The words without accents, signs and capitals."""
    apart = unicodedata.normalize("NFKD", words.casefold())
    return re.sub(
        r"[^a-z0-9]+", " ", "".join(each for each in apart if not unicodedata.combining(each))
    ).strip()


def _when(event: Event, told: str) -> bool:
    """Whether the event lies within the day told, or goes from hour to hour as told."""
    if event.start is None or event.end is None:
        return False
    first, _, last = told.partition(" – ")
    start = datetime.fromisoformat(first)
    if last:
        return (event.start, event.end) == (start, datetime.fromisoformat(last))
    return start <= event.start and event.end <= start + timedelta(days=1)


def _is(event: Event, row: str) -> bool:
    """Whether the event is the one of the row: its place, day, dead and actors, as far as they are told."""
    places, days, dead, actors = ([*map(str.strip, row.lstrip("? ").split("|")), "", "", ""])[:4]
    sides = plain(f"{event.actor1} {event.actor2} {event.assoc_actors}")
    return (
        (not places or any(plain(each) in plain(event.location) for each in places.split(" or ")))
        and (not days or any(_when(event, each) for each in days.split(" or ")))
        and (not dead or str(event.fatalities or 0) in dead.split(" or "))
        and all(any(plain(each) in sides for each in one.split(" or ")) for one in actors.split(";"))
    )


def wrong(case: dict[str, Any]) -> list[str]:
    """What is wrong in how the case is read: rows that are false, and rows that are missing."""
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
    return [
        *(
            f"false: {each.sub_event_type}, {each.location}, {each.start} – {each.end}, {each.fatalities} dead, "
            f"{each.actor1} / {each.actor2} / {each.assoc_actors}"
            for each in found
        ),
        *(f"missing: {row}" for row in missing if not row.startswith("?")),
    ]


def _marked(name: str) -> list[Any]:
    wrong_yet = pytest.mark.xfail(strict=True, reason="read wrongly as yet")
    return [
        pytest.param(
            case,
            id=case["id"].replace(": ", "-").replace(" ", "_"),
            marks=[wrong_yet] if case.get("open") else [],
        )
        for case in cases(name)
    ]


@pytest.mark.parametrize("case", _marked("kinds_of_acts.toml"))
def test_a_kind_of_telling_is_read_as_it_is_meant(case: dict[str, Any]) -> None:
    assert not wrong(case)


@pytest.mark.parametrize("case", _marked("kinds_of_acts_unlearnt.toml"))
def test_so_is_what_was_not_learnt_from(case: dict[str, Any]) -> None:
    assert not wrong(case)


@pytest.mark.parametrize("case", _marked("kinds_of_days_and_places.toml"))
def test_a_row_has_its_own_day_and_place(case: dict[str, Any]) -> None:
    assert not wrong(case)
