"""Who acts and who suffers, over clauses and sentences."""

from datetime import date

import pytest

from dashboard.extraction import Event, read_report
from dashboard.extraction.acled import SubEventType
from dashboard.text import Report

_DAY = date(2022, 6, 15)


def _events(text: str) -> tuple[Event, ...]:
    return read_report(Report(text, published=_DAY)).events


@pytest.mark.parametrize(
    ("text", "first", "second"),
    [
        (
            "Regime troops entered Kalay on Monday. They killed four resistance fighters and burned nine houses.",
            "Military Forces",
            "Opposition Rebels",
        ),
        (
            "On Sunday rebels entered Djibo. They looted the clinic and torched homes of the army.",
            "Opposition Rebels",
            "Military Forces of Burkina Faso",
        ),
    ],
)
def test_they_are_who_acted_in_the_sentence_before(text: str, first: str, second: str) -> None:
    (burned,) = [each for each in _events(text) if each.sub_event_type is SubEventType.LOOTING]
    assert (burned.actor1, burned.actor2) == (first, second)


def test_they_who_suffer_are_not_who_acted() -> None:
    events = _events(
        "Rebels attacked a post in Djibo on Sunday. They were shelled by the army in Arbinda on Monday."
    )
    shelled = next(each for each in events if each.sub_event_type is SubEventType.SHELLING)
    assert shelled.actor1.startswith("Military Forces")


def test_who_suffers_a_raid_on_property_does_not_act() -> None:
    (event,) = _events("Homes of opposition fighters were torched in Kalay on Monday.")
    assert event.actor1 == ""


def test_a_state_that_strikes_is_named() -> None:
    (event,) = _events("Turkey shelled a hill near Amedi on Tuesday.")
    assert event.actor1 == "Military Forces of Turkey"
