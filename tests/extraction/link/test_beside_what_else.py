"""What a known act came after, ahead of or amid is no other act; an act that it came some days after is one."""

from datetime import date, timedelta
from itertools import product

from dashboard.extraction import Event, read_report
from dashboard.text import Report

THURSDAY, MONDAY = date(2025, 6, 5), date(2025, 6, 2)
ATTACK = "Gunmen attacked the village of Nkoe on Monday evening and killed three farmers, residents said.\n\n"
KNOWN = ("The attack", "The attacks", "The killings", "Monday's raid")
COMES = ("comes", "came")


def told(text: str) -> tuple[Event, ...]:
    return read_report(Report(ATTACK + text, published=THURSDAY)).events


def test_what_a_known_act_came_after_is_no_other_act() -> None:
    lengths = ("two days after", "barely a week after", "less than a month after", "days before")
    beside = (
        "the president met ministers in Paris",
        "the mayor visited Gao",
        "the UN warned of hunger in Gao",
    )
    behind = [f"{length} {what}" for length, what in product(lengths, beside)]
    behind += ["amid tensions over land in Gao", "ahead of a vote in Gao", "on the eve of a visit to Paris"]
    rows = [f"{known} {comes} {more}." for known, comes, more in product(KNOWN, COMES, behind)]
    failed = [
        row
        for row in rows
        if [(each.location, each.start and each.start.date()) for each in told(row)] != [("Nkoe", MONDAY)]
    ]
    assert len(rows) == 120
    assert failed == []


def test_an_act_that_it_came_some_days_after_has_its_day() -> None:
    lengths = {"two days after": 2, "five days after": 5}
    acts = (
        "a roadside bomb hit a bus near Gao, killing four passengers",
        "gunmen killed four traders in Gao",
        "a drone strike in Gao killed four people",
    )
    rows = list(product(KNOWN, COMES, lengths, acts))
    failed = [
        row
        for row in rows
        if sorted(each.start.date() for each in told("{} {} {} {}.".format(*row)) if each.start is not None)
        != [MONDAY - timedelta(days=lengths[row[2]]), MONDAY]
    ]
    assert len(rows) == 48
    assert failed == []


def test_where_and_when_a_known_act_came_stay_its_own() -> None:
    (found,) = told("The attack took place in Nkoe after dusk, when gunmen came on motorbikes.")
    assert found.location == "Nkoe"
    (act,) = read_report(
        Report("The attack came as people left the mosque of Gao on Monday.", published=THURSDAY)
    ).events
    assert (act.location, act.start and act.start.date()) == ("Gao", MONDAY)
    pair = told(
        "The attack came days after at least four people were killed and 50 injured in violence at Gao on May 28."
    )
    assert [each.start and each.start.date() for each in pair] == [MONDAY, date(2025, 5, 28)]
