"""One act told in words that sums have, too; what is done as a habit beside it is none; and dead of floods beside those of an act."""

from datetime import date

import pytest

from dashboard.extraction import read_report
from dashboard.text import Report

_PUBLISHED = date(2024, 3, 7)  # a Thursday


def _read(text: str) -> list[tuple[str, int | None]]:
    events = read_report(Report(text, published=_PUBLISHED)).events
    return [(each.location, each.fatalities) for each in events]


@pytest.mark.parametrize(
    ("text", "events"),
    [
        ("Since Friday 23 people were killed when militias clashed in Zawiya.", [("Zawiya", 23)]),
        ("Since last night, 12 people have been killed in clashes in Zawiya.", [("Zawiya", 12)]),
        (
            "Since the start of the day, Russian troops have shelled Nikopol, wounding one.",
            [("Nikopol", None)],
        ),
        ("Police kill four in Kisumu this month.", [("Kisumu", 4)]),
        ("Gunmen killed two guards in Kidapawan in recent weeks, the mayor said.", [("Kidapawan", 2)]),
        ("Earlier this year rebels ambushed a convoy in Bria and killed five soldiers.", [("Bria", 5)]),
        (
            "Bandits who regularly raid the area attacked Dansadau on Monday and killed nine.",
            [("Dansadau", 9)],
        ),
        (
            "Gunmen used to attack at night, but on Monday they stormed Kankara at noon, killing four.",
            [("Kankara", 4)],
        ),
        (
            "A soldier was killed by a sniper in Kulgam on Monday and two others were injured in an accident.",
            [("Kulgam", 1)],
        ),
        ("Ten people died in floods and four were injured in an attack in Jos on Monday.", [("Jos", None)]),
        (
            "A policeman was killed in Bannu on Sunday, and four others were injured in a clash on Monday.",
            [("Bannu", 1), ("Bannu", None)],
        ),
        ("A fire broke out in Sake on Monday after an air strike. Four people were killed.", [("Sake", 4)]),
        ("A train was derailed by an explosion in Mach on Monday, wounding six.", [("Mach", None)]),
        ("Rebels retook a market in Sake on Monday.", [("Sake", None)]),
        ("Workers at a mine fought with guards in Marikana on Monday.", [("Marikana", None)]),
        ("Police said armed men stole from 14 of their shops in Goma on Monday.", [("Goma", None)]),
    ],
)
def test_it_is_an_act(text: str, events: list[tuple[str, int | None]]) -> None:
    assert _read(text) == events


@pytest.mark.parametrize(
    "text",
    [
        "Rebels have killed 40 people in Beni this year.",
        "Since the start of the war, shelling has killed five people in Nikopol.",
        "Since the start of the year rebels have killed five people in Beni.",
        "Bandits killed 112 people in Zamfara in recent months.",
        "Rebel attacks killed seven people in Beni in the last two months.",
        "Six people have been killed in drone strikes on Nikopol since the beginning of March.",
        "In 2023, roadside bombs killed eight soldiers in Gao.",
        "Police killed six protesters in Kisumu between June and August.",
        "The army often fires shells at Goma.",
        "Hamas fighters frequently fire rockets.",
        "Rebels used to attack convoys near Sake at night.",
        "Ten people died in floods and four were injured in Jos on Monday.",
        "A train derailed near Bolan on Monday, killing six.",
    ],
)
def test_it_is_none(text: str) -> None:
    assert _read(text) == []
