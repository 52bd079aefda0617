"""Who suffered the same at another place is counted there: "killed three in Anka and five in Gusau"."""

from datetime import date
from itertools import product

import pytest

from dashboard.extraction import read_report
from dashboard.text import Report

_ACTS = (
    ("Gunmen killed three people in Anka", 3, "Anka"),
    ("Two people were killed in Anka", 2, "Anka"),
    ("Four soldiers were killed in an ambush near Anka", 4, "Anka"),
    ("Bandits attacked a bus, killing six people in Anka", 6, "Anka"),
)
_MORE = ((" and five in Gusau", 5), (", and two near Gusau", 2), (" and a trader in Gusau", 1))


def _read(text: str) -> list[tuple[str, int | None, str]]:
    events = read_report(Report(text, published=date(2024, 3, 7))).events
    return [
        (each.location.removeprefix("near "), each.fatalities, f"{each.start:%m-%d}")
        for each in events
        if each.start
    ]


@pytest.mark.parametrize(("act", "more"), list(product(_ACTS, _MORE)))
def test_more_dead_at_another_place_are_an_act_there(
    act: tuple[str, int, str], more: tuple[str, int]
) -> None:
    there = [(act[2], act[1], "03-04"), ("Gusau", more[1], "03-04")]
    assert _read(f"{act[0]}{more[0]} on Monday.") == there


@pytest.mark.parametrize(
    ("text", "rows"),
    [
        (
            "Bandits killed nine people in Zamfara state on Monday, four in Anka and five in Maru.",
            [("Anka", 4, "03-04"), ("Maru", 5, "03-04")],
        ),
        (
            "Gunmen shot dead a judge in Quito on Monday and his driver in Ambato on Tuesday.",
            [("Quito", 1, "03-04"), ("Ambato", 1, "03-05")],
        ),
        (
            "A man was shot dead in Cali on Monday and his body found in Palmira on Tuesday.",
            [("Cali", 1, "03-04")],
        ),
        (
            "Two people were killed in a bomb attack in Narathiwat on Friday and one in a shooting in Yala on Saturday.",
            [("Narathiwat", 2, "03-01"), ("Yala", 1, "03-02")],
        ),
        (
            "Police arrested two men in Lagos and three in Abuja on Monday.",
            [("Lagos", None, "03-04"), ("Abuja", None, "03-04")],
        ),
        (
            "One man was killed in Taiz while two others were injured in a mine blast in Aden on Monday.",
            [("Taiz", 1, "03-04"), ("Aden", None, "03-04")],
        ),
        (
            "Two people were killed and three others were injured in a strike on Nikopol on Monday.",
            [("Nikopol", 2, "03-04")],
        ),
        (
            "Gunmen killed a teacher in Jos on Monday and a court in Abuja sentenced three men.",
            [("Jos", 1, "03-04")],
        ),
        (
            "Gunmen killed two people in Jos on Monday and three in Bokkos wounded in the attack were treated.",
            [("Jos", 2, "03-04")],
        ),
        ("Gunmen killed two men in Jos and three women on Monday.", [("Jos", 2, "03-04")]),
    ],
)
def test_but_only_where_the_words_say_so(text: str, rows: list[tuple[str, int | None, str]]) -> None:
    assert _read(text) == rows
