"""The act that an attack is said to have come after has a row of its own, so many days before the one that the report is about."""

from datetime import date
from itertools import product

from dashboard.extraction import read_report
from dashboard.text import Report

_LEAD = (
    "Ten persons were killed on Sunday evening when gunmen attacked Kemanji, a community in Kaiama Local Government Area "
    "of Kwara State, residents said.\n\nOn Monday morning youths barricaded the road to Kishi.\n\n"
)
_CAME = ("The attack came barely five days after", "The latest incident is coming five days after")
_ACTS = (
    "gunmen opened fire on a bus at Okuta, killing two",
    "two vigilantes lost their lives in an ambush at Okuta",
    "two people met their death in an attack on Okuta",
    "a similar one at Okuta, where two persons died",
    "a similar attack at Okuta, in which two persons were killed",
    "an attack on Okuta that left two dead",
    "the murder of two traders at Okuta",
    "the killing of two traders in Okuta",
    "an explosion in Okuta claimed two lives",
    "a suicide bombing in Okuta which killed two",
    "bandits slew two farmers at Okuta",
    "the abduction of two traders at Okuta",
    "an ambush on soldiers near Okuta",
    "twin blasts shook the market of Okuta",
    "a mine went off under a lorry near Okuta",
)


def _rows(text: str) -> set[tuple[str, date]]:
    events = read_report(Report(text, published=date(2025, 8, 12))).events
    return {(each.location.split()[-1], each.start.date()) for each in events if each.location and each.start}


def test_the_act_before_has_its_own_row_on_its_own_day() -> None:
    wrong = {
        f"{came} {act}": rows
        for came, act in product(_CAME, _ACTS)
        if not {("Okuta", date(2025, 8, 5)), ("Kemanji", date(2025, 8, 10))}
        <= (rows := _rows(f"{_LEAD}{came} {act}."))
    }
    assert not wrong


def test_what_is_no_act_and_an_act_with_no_place_make_no_row() -> None:
    for behind in ("the president visited Okuta", "talks in Okuta failed", "a car bombing"):
        told = {day for _, day in _rows(f"{_LEAD}The attack came five days after {behind}.")}
        assert told == {date(2025, 8, 10), date(2025, 8, 11)}, behind


def test_an_act_with_a_name_not_told_before_is_another_one() -> None:
    told = "Jets struck a hall in Wetlet on Tuesday morning.\n\n"
    named = "Troops raided Chaung a week after the {} massacre, in which more than 160 people died."
    new, known = (_rows(told + named.format(name)) for name in ("Pazigyi", "Wetlet"))
    assert max(day for _, day in new) < date(2025, 8, 13)
    assert ("Wetlet", date(2025, 8, 12)) in new & known
