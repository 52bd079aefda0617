"""What is called off, threatened, condemned, marched for a feast or cost by an accident is no act, nor are the day and place of a burial; what is like it is."""

from datetime import date

import pytest

from dashboard.extraction import read_report
from dashboard.text import Report


def _read(text: str) -> list[tuple[str, int | None]]:
    events = read_report(Report(text, published=date(2024, 3, 7))).events
    return [(each.location, each.fatalities) for each in events]


@pytest.mark.parametrize(
    "text",
    [
        "The Taliban threatened on 17 September to attack voters in Kandahar.",
        "Al-Shabaab threatened on Friday to attack Garissa.",
        "A rally between two parties was cancelled in Leeds on Monday.",
        "Talks on the date of the vote were pushed back to Monday in Bamako.",
        "The organisers called off a march in Tunis on Monday.",
        "Thousands of soldiers march in Moscow on Monday for Victory Day.",
        "Police executed two search warrants in Lagos on Monday.",
        "A car riddled with bullets was found in Culiacán on Monday.",
        "Schools in Maiduguri reopened on Monday after a month without attacks.",
        "We heard no shooting in Bamenda, and the shops stayed open until six.",
        "Ten soldiers, including a colonel, killed in an ambush, were buried in Gao on Monday.",
        "Firefighters fought a blaze in a mine in Soma on Monday, where 40 died.",
        "A bus overturned near Gao on Monday. Ten people died. Five others were injured.",
        "Floods hit Maiduguri on Monday. At least 30 people were killed.",
        "The mayor, who condemned the bombing of the market, went to Gao on Monday.",
        "Colombia's foreign ministry condemned an attack in Líbano.",
        "Ukraine said it shot down 800 drones in February.",
    ],
)
def test_it_is_none(text: str) -> None:
    assert _read(text) == []


@pytest.mark.parametrize(
    ("text", "event"),
    [
        ("The rally that was banned by police went ahead in Tunis on Monday.", ("Tunis", None)),
        ("Protesters marched in Tunis on Monday after talks were cancelled.", ("Tunis", None)),
        ("Hundreds marched in Yerevan on Monday against the Victory Day parade.", ("Yerevan", None)),
        ("Rebels executed two villagers in Beni on Monday.", ("Beni", 2)),
        ("A body riddled with bullets was found in Culiacán on Monday.", ("Culiacán", 1)),
        ("A rebel attack on Maiduguri on Monday ended a month without attacks.", ("Maiduguri", None)),
        ("Residents heard shooting in Bamenda on Monday.", ("Bamenda", None)),
        (
            "A soldier killed on Friday in a mortar attack on Marinka was buried in Lviv on Sunday.",
            ("Marinka", 1),
        ),
        ("The UN condemned the killing of three nurses in Goma on Monday.", ("Goma", 3)),
        ("The president condemned Monday's attack on a school in Goma.", ("Goma", None)),
        ("Ukraine shot down 12 drones over Kyiv on Monday.", ("Kyiv", None)),
        ("The bishop condemned the abduction of two priests in Kafanchan.", ("Kafanchan", None)),
        ("Gunmen killed two mourners as a chief was buried in Anka on Monday.", ("Anka", 2)),
        ("Thousands marched to mark the anniversary of the coup in Khartoum on Monday.", ("Khartoum", None)),
        ("A building collapsed after an air strike in Idlib on Monday, killing six.", ("Idlib", 6)),
        (
            "A fuel tanker exploded after it was hit by gunfire in Zawiya on Monday, killing three.",
            ("Zawiya", 3),
        ),
        (
            "A helicopter crashed in Goma on Monday after rebels fired at it. Three soldiers died.",
            ("Goma", 3),
        ),
    ],
)
def test_what_is_like_it_is_an_act(text: str, event: tuple[str, int | None]) -> None:
    assert _read(text) == [event]
