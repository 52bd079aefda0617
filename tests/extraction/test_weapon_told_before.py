"""What a weapon told a sentence before did is its blow: "A drone circled over Kutum. A lorry was blown apart"."""

from datetime import date
from itertools import product

from dashboard.extraction import read_report
from dashboard.extraction.acled import SubEventType
from dashboard.text import Report

ARMS = (
    ("A drone circled over Kutum on Monday.", SubEventType.AIR_STRIKE),
    ("Warplanes were in the sky over Kutum on Monday.", SubEventType.AIR_STRIKE),
    ("Tanks took up positions outside Kutum on Monday.", SubEventType.SHELLING),
)
BLOWS = (
    ("A lorry was blown apart and four traders died.", 4),
    ("Four homes collapsed, killing nine people.", 9),
    ("A school was flattened and six pupils died.", 6),
    ("They let fly at the market, killing two.", 2),
)
OF_OTHERS = (
    "Jets roared over Kutum on Monday. In the south, a bus was hit by a truck.",
    "Jets roared over Kutum on Monday. A school collapsed in an earthquake.",
)


def told(text: str) -> list[tuple[str, str, int | None]]:
    events = read_report(Report(text, published=date(2022, 10, 20))).events
    return [(each.sub_event_type, each.location.removeprefix("outside "), each.fatalities) for each in events]


def test_a_blow_is_of_the_weapon_told_before() -> None:
    cells = [
        (f"{arms} {blow}", [(kind, "Kutum", dead)]) for (arms, kind), (blow, dead) in product(ARMS, BLOWS)
    ]
    assert [(text, told(text)) for text, wanted in cells if told(text) != wanted] == []


def test_what_befell_somebody_otherwise_is_none_of_it() -> None:
    assert [(text, told(text)) for text in OF_OTHERS if told(text)] == []
