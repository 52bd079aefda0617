"""Acts in frames in which they went unread: people dragged from where they were, held for days, robbed; lorries fired on; crowds before offices."""

from datetime import date
from itertools import product

from dashboard import gazetteer
from dashboard.extraction.annotate.annotate import annotate
from dashboard.extraction.attach.attach import attach
from dashboard.extraction.attach.candidates import Candidate
from dashboard.extraction.model import Modality
from dashboard.text import Report

Slots = tuple[tuple[str, ...], ...]
_TAKEN = {"Abduction/forced disappearance"}
_THINGS = {"Looting/property destruction"}
_STRUCK = {"Attack", "Armed clash"}
_CROWD = {"Peaceful protest", "Violent demonstration", "Protest with intervention"}
_NONE: set[str] = set()

GRID: list[tuple[set[str], Slots]] = [
    (
        _TAKEN,
        (
            ("Two health workers were", "A priest was"),
            (
                "pulled from an ambulance",
                "dragged out of their car",
                "taken off a bus",
                "hauled from their homes",
            ),
        ),
    ),
    (_TAKEN, (("Gunmen",), ("snatched two nurses out of a car", "forced four passengers off a bus"))),
    (_TAKEN, (("Members of the CSP", "Gunmen"), ("held three workers of an NGO from 2 to 4 May",))),
    (_THINGS, (("The bases of two NGOs were", "A health centre was"), ("robbed", "broken into", "burgled"))),
    (_THINGS, (("Armed men stopped an ambulance and",), ("drove off in it", "fled with it"))),
    (_THINGS, (("Rebels", "They"), ("set alight what was left of the hamlet", "set fire to a small plane"))),
    (_STRUCK, (("A truck rented by an NGO was", "A boat was"), ("fired on", "shot at", "fired upon"))),
    (_STRUCK, (("Soldiers came upon families who were fleeing and",), ("fired on them", "shot at them"))),
    (
        _CROWD,
        (("The women of the camp", "Residents"), ("gathered before the office of the camp's management",)),
    ),
    (_CROWD, (("Some women", "Drivers"), ("put up barricades", "used debris to block the road"))),
    (
        {"Agreement"},
        (("Twelve ex-members of Boko Haram", "Ten rebels"), ("presented themselves to the prefect",)),
    ),
    ({"Air/drone strike"}, (("One of its aircraft", "An army helicopter"), ("neutralised ten terrorists",))),
    (_NONE, (("Contrary to rumours, no policeman was", "No village was"), ("attacked", "shot at"))),
    (
        _NONE,
        (
            ("A commission attributed",),
            ("626 massacres to the army", "40 per cent of the attacks to militias"),
        ),
    ),
    (_NONE, (("Rebels have",), ("carried out four attacks this year", "claimed nine raids since January"))),
    (_NONE, (("Two drivers were",), ("pulled from the wreckage by rescuers",))),
    (_NONE, (("The group",), ("held a meeting with elders",))),
]


def _kinds(sentence: str) -> set[str]:
    report = Report(f"Gao, Mali, 12 May 2020\n\n{sentence} near Gao on 4 May.", published=date(2020, 5, 12))
    return {
        str(each.coding.sub_event_type)
        for each in attach(annotate(report, gazetteer.load()))
        if isinstance(each, Candidate) and each.modality.modality is not Modality.DENIED
    }


def test_each_is_of_its_kind_however_it_is_put() -> None:
    told = [(kinds, " ".join(parts)) for kinds, slots in GRID for parts in product(*slots)]
    read = [(sentence, kinds, _kinds(sentence)) for kinds, sentence in told]
    assert [row for row in read if not (row[2] <= row[1] and bool(row[2]) is bool(row[1]))] == []
