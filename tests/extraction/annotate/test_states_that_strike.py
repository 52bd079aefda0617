"""States that strike with what is untold, and what only sounds like it."""

from datetime import date

import pytest

from dashboard.extraction import Event, read_report
from dashboard.text import Report


def _events(text: str) -> tuple[Event, ...]:
    return read_report(Report(text, published=date(2024, 8, 10))).events


@pytest.mark.parametrize(
    ("text", "kind", "location", "actor"),
    [
        (
            "The United States struck Hodeidah on Monday.",
            "Air/drone strike",
            "Hodeidah",
            "Military Forces of United States",
        ),
        (
            "Sudan hit Nyala on Monday.",
            "Shelling/artillery/missile attack",
            "Nyala",
            "Military Forces of Sudan",
        ),
        (
            "Russia fired 12 drones at Odesa on Monday.",
            "Air/drone strike",
            "Odesa",
            "Military Forces of Russia",
        ),
        (
            "Ethiopia has struck Mekelle again on Monday.",
            "Air/drone strike",
            "Mek'ele",
            "Military Forces of Ethiopia",
        ),
    ],
)
def test_a_state_strikes_abroad(text: str, kind: str, location: str, actor: str) -> None:
    (event,) = _events(text)
    assert (str(event.sub_event_type), event.location, event.actor1) == (kind, location, actor)


@pytest.mark.parametrize(
    "text",
    [
        "A quake struck Turkey on Monday.",
        "Israel hit back at critics on Monday.",
        "The US hit China with tariffs on Monday.",
        "France struck gold in Paris on Monday.",
        "Nigeria hit by floods on Monday.",
        "Morocco hit Portugal's goal on Monday.",
    ],
)
def test_quakes_tariffs_and_goals_are_no_strikes(text: str) -> None:
    assert _events(text) == ()


def test_forces_fired_on_are_in_a_clash() -> None:
    (event,) = _events("A convoy of peacekeepers was fired on near Goma on Monday.")
    assert (str(event.sub_event_type), event.location) == ("Armed clash", "near Goma")
