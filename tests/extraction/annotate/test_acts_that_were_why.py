"""What was done because of an act of another day is an act of its own, and so is that: "a march on Tuesday over a killing on Sunday"."""

from datetime import date
from itertools import product

from dashboard.extraction import read_report
from dashboard.text import Report

_DONE = (
    "Residents of Idlib marched on Tuesday",
    "On Tuesday youths blocked the road in Idlib",
    "Gunmen killed five villagers in Idlib on Tuesday",
    "Troops shelled Idlib on Tuesday",
)
_LINKS = (
    "over",
    "after",
    "following",
    "in response to",
    "in retaliation for",
    "in protest against",
    "condemning",
)
_WHY = (
    "the killing of two farmers in Saraqib on Sunday",
    "an attack on a checkpoint in Saraqib on Sunday",
    "the abduction of a trader in Saraqib on Sunday night",
    "a raid on a camp near Saraqib on Sunday",
)
_DAYS = {"2020-03-03", "2020-03-01"}
_TUESDAY = {"2020-03-03"}


def _days(text: str) -> set[str]:
    events = read_report(Report(text, published=date(2020, 3, 5))).events
    return {f"{each.start:%F}" for each in events if each.start}


def test_each_act_has_its_own_day() -> None:
    cells = (f"{done} {link} {why}." for done, link, why in product(_DONE, _LINKS, _WHY))
    assert [text for text in cells if _days(text) != _DAYS] == []


def test_what_is_no_other_act_is_not_told_apart() -> None:
    of_one_day = (
        "Gunmen killed five villagers in Idlib on Tuesday after a raid on the town at dawn.",
        "Residents of Idlib marched on Tuesday over the price of bread.",
        "Residents of Idlib marched on Tuesday over the killing of two farmers.",
        "On Tuesday troops shelled Idlib in response to rocket fire of 2 March.",  # fired from elsewhere
        "Troops pulled out of Idlib on Tuesday after talks on Sunday.",
    )
    assert [text for text in of_one_day if _days(text) != _TUESDAY] == []


def test_who_died_later_died_of_that_day() -> None:
    assert _days("A farmer died on Tuesday after he was shot in Idlib on Sunday.") == {"2020-03-01"}


def test_an_act_that_was_answered_needs_no_day_beside_it() -> None:
    text = "Rebels fired rockets at Idlib in response to the bombing of a market in Saraqib on Sunday."
    events = read_report(Report(text, published=date(2020, 3, 5))).events
    assert {each.location: f"{each.start:%F}" for each in events if each.start}["Saraqib"] == "2020-03-01"
