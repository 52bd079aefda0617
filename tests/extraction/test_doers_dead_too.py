"""Of an act died whom it killed, and those who did it where they were killed on the spot; who only tells of it is no toll."""

from datetime import date

import pytest

from dashboard.extraction import read_report
from dashboard.text import Report


def _dead(text: str) -> list[int | None]:
    return [each.fatalities for each in read_report(Report(text, published=date(2024, 3, 7))).events]


@pytest.mark.parametrize(
    ("text", "dead"),
    [
        ("A gunman killed two people in Tampa on Monday before he was shot dead by police.", 3),
        ("A gunman killed four people in Jos on Monday before being shot dead by police.", 5),
        ("A soldier killed four comrades in Goma on Monday before he was killed by guards.", 5),
        ("A man killed his wife in Jos on Monday before killing himself.", 2),
        ("A gunman killed two people in Tampa on Monday. Police shot him dead.", 3),
        ("A gunman killed two people in Tampa on Monday. He was shot dead by police.", 3),
        ("Gunmen killed six worshippers in Kano on Monday. Two of the attackers died in a gunfight.", 8),
        ("Gunmen killed six worshippers in Kano on Monday. Guards killed two of the attackers.", 8),
        ("A man stabbed a guard to death in Kabul on Monday and was killed by soldiers.", 2),
        ("A gunman killed a priest in Jos on Monday before police shot him dead.", 2),
        ("A gunman opened fire in Izhevsk on Monday, killing 15 people, and shot himself dead.", 16),
        ("A policeman was shot dead in Nablus on Monday. The man who shot him was killed.", 2),
        (
            "Troops raided a hideout in Bannu on Monday. Four militants were killed in it. One soldier was killed.",
            5,
        ),
    ],
)
def test_the_dead_of_those_who_did_it_are_added(text: str, dead: int) -> None:
    assert _dead(text) == [dead]


@pytest.mark.parametrize(
    ("text", "dead"),
    [
        ("A gunman opened fire at a mall in Tampa on Monday but was shot dead by police.", [1]),
        ("The suspect attacked soldiers in Hebron on Monday and was killed.", [1]),
        ("Gunmen killed a teacher in Jos on Monday. He was shot dead by soldiers.", [1]),
        ("Troops killed four militants in Bannu on Monday. A soldier was killed in Tank.", [4, 1]),
        ("Gunmen killed six people in Kano on Monday. Two of the attackers were among the dead.", [6]),
        (
            "Five people, including three of the attackers, were killed in Jos on Monday. One of the attackers was killed by police.",
            [5],
        ),
        ("Troops shot dead three gunmen in Jos on Monday. One of the gunmen was killed as he fled.", [3]),
        (
            "A soldier and two militants were killed in Jos on Monday. Two militants were killed while fleeing.",
            [3],
        ),
        ("A driver killed in Bolan on Monday had been abducted before he was shot dead.", [1]),
    ],
)
def test_but_nobody_twice_and_nobody_of_another_act(text: str, dead: list[int | None]) -> None:
    assert _dead(text) == dead


@pytest.mark.parametrize(
    ("text", "dead"),
    [
        ("Ten villagers said soldiers were killed in an ambush near Djibo on Monday.", None),
        ("Two security sources said rebels had killed a mayor in Bria on Monday.", 1),
        ("Three witnesses said gunmen killed nine farmers in Jos on Monday.", 9),
        ("Ten people said to be rebels were killed in Goma on Monday.", 10),
        ("Soldiers killed two men whom they said had fired on a post near Gao on Monday.", 2),
        ("Two men told to kneel were killed in Goma on Monday.", 2),
        ("Four people reported missing were killed in Goma on Monday.", 4),
    ],
)
def test_those_who_tell_are_not_counted(text: str, dead: int | None) -> None:
    assert _dead(text) == [dead]


@pytest.mark.parametrize(
    ("text", "dead"),
    [
        (
            "Gunmen fired at a bus in Bolan on Monday. None of the passengers was hurt, but the driver was killed.",
            1,
        ),
        (
            "Gunmen attacked a church in Owo on Monday. None of the priests was killed. Two worshippers died.",
            2,
        ),
        ("Gunmen attacked a church in Owo on Monday. None of the priests was hurt.", 0),
    ],
)
def test_that_some_were_unharmed_does_not_tell_of_the_others(text: str, dead: int) -> None:
    assert _dead(text) == [dead]
