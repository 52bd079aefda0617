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


@pytest.mark.parametrize(
    ("text", "rows"),
    [
        ("A minibus was attacked by rebels near Beni on Monday; four people died.", [("Attack", 4)]),
        ("An ambulance was attacked by settlers in Hebron on Monday.", [("Attack", None)]),
        ("Militants intercepted a bus near Quetta on Monday. Seven passengers were shot dead.", [("Attack", 7)]),
        ("A van was held up by gunmen near Bor on Monday; two traders were shot dead.", [("Attack", 2)]),
        ("A van was held up by gunmen near Bor on Monday.", [(_LOOTING, None)]),
        ("A bus was stopped by gunmen near Bor on Monday. Nobody was killed.", [(_LOOTING, 0)]),
    ],
)  # fmt: skip
def test_a_bus_attacked_or_held_up_with_dead_is_an_attack(
    text: str, rows: list[tuple[str, int | None]]
) -> None:
    assert told(text) == rows


@pytest.mark.parametrize(
    ("text", "rows"),
    [
        ("Clashes in Sake on Monday came as Angola proposed a ceasefire.", [("Armed clash", None)]),
        ("Protesters in Paris on Monday urged an immediate truce.", [("Peaceful protest", None)]),
        ("The rebels urged an immediate truce in Goma on Monday.", []),
        ("The government plans another offensive after rebels killed seven in Bor on Monday.", [("Attack", 7)]),
        ("The envoy plans a visit after the army shelled Goma on Monday.", [(_SHELLING, None)]),
        ("The army plans another offensive on Goma on Saturday.", []),
        ("The gunmen turned out to have opened fire on the wrong house in Jos on Monday, killing a woman.", [("Attack", 1)]),
        ("Monday's bombing of the depot in Jos turned out to have been an accident.", []),
        ("Pakistani posts on the Line of Control were shelled on Monday in Poonch.", [(_SHELLING, None)]),
        ("Amid rumours of a coup, gunmen attacked the barracks in Conakry on Monday.", [("Armed clash", None)]),
        ("Posts on social media showed soldiers beating a man in Bor on Monday.", [("Attack", None)]),
        ("Messages about the bombing in Kabul on Monday flooded the internet.", [("Remote explosive/landmine/IED", None)]),
        ("Messages about an attack in Kabul on Monday flooded the internet.", []),
    ],
)  # fmt: skip
def test_an_act_stands_beside_what_is_wanted_planned_or_rumoured(
    text: str, rows: list[tuple[str, int | None]]
) -> None:
    assert told(text) == rows


@pytest.mark.parametrize(
    ("text", "rows"),
    [
        ("Hundreds of people walked with flags to the stadium in Accra on Monday.", []),
        ("Families walked in silence across the border at Adre on Monday, fleeing the war.", []),
        ("Residents walked in silence through Jos on Monday.", [("Peaceful protest", None)]),
        ("JNIM said it ambushed an army convoy near Gao on Monday; they executed three soldiers.", [("Armed clash", 3)]),
        ("Explosions could be heard in Khartoum on Monday as the RSF shelled the barracks.", [(_SHELLING, None)]),
        ("Explosions could be heard in Khartoum on Monday.", [("Remote explosive/landmine/IED", None)]),
        ("Explosions were heard in Khartoum on Monday as the RSF shelled Omdurman.", [("Remote explosive/landmine/IED", None), (_SHELLING, None)]),
        ("Shells hit Idlib on Sunday, and they killed two traders in Idlib.", [(_SHELLING, 2)]),
        ("They killed a farmer in Idlib on Sunday and destroyed crops.", [("Attack", 1)]),
    ],
)  # fmt: skip
def test_who_walks_is_no_march_and_what_goes_on_no_second_row(
    text: str, rows: list[tuple[str, int | None]]
) -> None:
    assert told(text) == rows
