"""The day that words behind a saying give the deed: "…, residents said on Tuesday; the raid was on Sunday"."""

from datetime import date

import pytest

from dashboard.extraction import read_report
from dashboard.text import Report


@pytest.mark.parametrize(
    "text",
    [
        "Bandits killed 14 women in Maradun, residents told Reuters on Tuesday; the raid was on Sunday.",
        "Bandits killed nine men in Maradun, a clerk told AFP on Monday; the killing was done on Sunday.",
        "Bandits killed 14 women in Maradun, police said on Tuesday; the attack came on Sunday.",
    ],
)
def test_the_day_is_that_of_the_deed(text: str) -> None:
    (event,) = read_report(Report(text, published=date(2021, 8, 12))).events
    assert f"{event.start:%F}" == "2021-08-08"


def test_another_act_with_a_place_of_its_own_dates_itself_alone() -> None:
    text = "Bandits killed 14 women in Maradun, police said on Tuesday; the raid on Zurmi was on Sunday."
    days = {
        each.location: f"{each.start:%F}"
        for each in read_report(Report(text, published=date(2021, 8, 12))).events
    }
    assert days["Maradun"] != "2021-08-08"


@pytest.mark.parametrize(
    ("text", "day"),
    [
        (
            "A missile hit Izium on Tuesday. The ministry said it had struck officers in Izium in retaliation for a drone attack of July 28.",
            "2021-08-10",
        ),
        ("Jets bombed Izium on 6 August in response to rocket fire of 2 August.", "2021-08-06"),
        ("Jets bombed Izium in response to rocket fire on Wednesday.", "2021-08-11"),
        (
            "On 08/08/2021 at about 0220hrs, hoodlums suspected to be members of the proscribed group, in their numbers, attacked Maradun Police Station.",
            "2021-08-08",
        ),
        ("On Tuesday police accused them of having killed five in Maradun on 3 August.", "2021-08-03"),
    ],
)
def test_the_day_is_not_that_of_what_was_answered_nor_of_the_accusing(text: str, day: str) -> None:
    days = {f"{each.start:%F}" for each in read_report(Report(text, published=date(2021, 8, 12))).events}
    assert days == {day}


@pytest.mark.parametrize(
    "text",
    [
        "Gunmen ambushed troops responding to a distress call on 3 August in Maradun, killing six.",
        "Police shot dead two men in Maradun in response to a robbery on 3 August.",
        "Residents protested in response to a power cut in Maradun on 3 August.",
    ],
)
def test_the_only_day_is_the_acts_though_it_stands_behind_what_was_answered(text: str) -> None:
    (event,) = read_report(Report(text, published=date(2021, 8, 12))).events
    assert f"{event.start:%F}" == "2021-08-03"
