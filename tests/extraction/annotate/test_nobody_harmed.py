"""That nobody was harmed is told in many words, and is no dead; that nobody is known to be is not told."""

from datetime import date
from itertools import product

import pytest

from dashboard.extraction import read_report
from dashboard.text import Report

_ACTS = ("Gunmen fired on a bus in Bamenda on Monday", "A drone struck a depot in Derna on Monday")
_NOBODY = (
    ". No one was hurt.",
    ". Nobody died.",
    ". There were no injuries.",
    "; there were no dead.",
    " without hurting anyone.",
    ", without killing anybody.",
    ", causing no injuries.",
    ". It did not hurt anyone.",
    ", hurting nobody.",
    ". It injured no one.",
    ". None of the people there was hurt.",
    ", but no one was injured.",
    ". Nobody was wounded or killed.",
    ", claiming no lives.",
    ". No one was reported hurt.",
)


def _dead(text: str) -> list[int | None]:
    return [each.fatalities for each in read_report(Report(text, published=date(2024, 3, 7))).events]


@pytest.mark.parametrize(("act", "nobody"), list(product(_ACTS, _NOBODY)))
def test_where_nobody_is_said_to_be_harmed_nobody_died(act: str, nobody: str) -> None:
    assert _dead(act + nobody) == [0]


@pytest.mark.parametrize(
    ("text", "dead"),
    [
        ("Rockets hit Ashkelon on Monday. Jets bombed Gaza City. Nobody was killed in either place.", [0, 0]),
        (
            "Rebels attacked Gao on Monday. Soldiers shot four men near Kidal. No one died in Gao.",
            [0, None],
        ),
        ("A shell hit Goma on Monday. A bomb exploded in Bukavu. Nobody was hurt.", [None, 0]),
        ("A shell hit Goma on Monday. In Sake, nobody was hurt.", [None]),
        ("No one has claimed the attack that killed nine in Jos on Monday.", [9]),
        ("No one was arrested over the killing of a nurse in Jos on Monday.", [1]),
        ("Gunmen shot dead a man in Jos on Monday; no one else was hurt.", [1]),
        ("Three people were killed in a blast in Kabul on Monday. Nobody was injured.", [3]),
        ("A rocket hit Sderot on Monday. No one is known to have been hurt.", [None]),
    ],
)
def test_but_only_of_the_act_they_are_told_of(text: str, dead: list[int | None]) -> None:
    assert _dead(text) == dead
