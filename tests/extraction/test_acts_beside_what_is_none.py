"""Acts told beside how they came, what was heard, planned, rumoured or wanted: one row for each, of the kind of what was done."""

from datetime import date

import pytest

from dashboard.extraction import read_report
from dashboard.extraction.model import Modality
from dashboard.text import Report


def told(text: str) -> list[tuple[str, int | None]]:
    events = read_report(Report(text, published=date(2024, 3, 7))).events
    return [
        (str(each.sub_event_type), each.fatalities)
        for each in events
        if each.modality not in (Modality.PLANNED, Modality.DENIED)
    ]


_SHELLING = "Shelling/artillery/missile attack"
_LOOTING = "Looting/property destruction"


@pytest.mark.parametrize(
    ("text", "rows"),
    [
        ("Gunmen surrounded the village of Kagara on Monday. They killed 12 people.", [("Attack", 12)]),
        ("Troops surrounded the town of Bago on Monday; six people were shot dead.", [("Attack", 6)]),
        ("Twelve people died after troops surrounded the town of Bago on Monday.", [("Attack", 12)]),
        ("Insurgents surrounded Djibo on Monday.", [("Other", None)]),
    ],
)
def test_a_town_surrounded_is_how_they_came_to_the_killing(
    text: str, rows: list[tuple[str, int | None]]
) -> None:
    assert told(text) == rows
