"""An act that its lead tells with no day is of the day on which those who struck are said to have come, a sentence or two on."""

from datetime import date
from itertools import product

import pytest

from dashboard.extraction import read_report
from dashboard.text import Report

_LEADS = (
    "Suspected insurgents overran an army base in Marte in northeast Nigeria's Borno state, killing at least 14 people, two sources said on Wednesday.",
    "Nine people were killed and six others wounded when armed youths attacked a cattle camp in Marte, a local official confirmed.",
)
_TOLD = (
    "The fighters, riding in gun trucks and on motorcycles, reached the town near Lake Chad at around 10 p.m. on Monday, the sources said.",
    "The bandits arrived in the night from Sunday to Monday, on motorcycles and on foot, according to a member of the self-defense group.",
    "They stormed the place around 8pm on Monday, residents said.",
    "Speaking to this radio on Tuesday, the commissioner said the assailants, who came from Tonj East, raided the camp at about 6 p.m. on Monday.",
    "The 1am incident on Monday was confirmed by the county commissioner, who said the attackers were about ten in number.",
    "A resident said the attack took place on Monday at about 10 in the morning.",
    "According to residents, the attackers entered the village on Monday night.",
    "A witness said the men surrounded the village at dawn on Monday.",
    "The attackers operated from Monday night till about 2 am, residents said.",
    "“They came on Monday evening and went from house to house,” a survivor said.",
    "The victims were buried on Tuesday. Residents said the men arrived on Monday evening.",
    "Troops were checking a report on armed men when they chanced upon about 15 rebels there at 5:20 a.m. on Monday.",
)


def _days(text: str) -> set[int]:
    events = read_report(Report(text, published=date(2024, 9, 11))).events
    return {each.start.day for each in events if each.location == "Marte" and each.start}


def test_the_lead_has_the_day_of_their_coming() -> None:
    wrong = {
        (lead[:20], told): days
        for lead, told in product(_LEADS, _TOLD)
        if not (days := _days(f"{lead}\n\n{told}\n\nThe governor has condemned the act."))
        or not days <= {8, 9}
    }
    assert not wrong


@pytest.mark.parametrize(
    "told",
    [
        "In Okuta, gunmen shot a farmer. The men came on Monday evening, his brother said.",
        "Police arrived in the town on Monday.",
        "The governor came to the town on Monday.",
    ],
)
def test_who_came_elsewhere_or_to_help_tells_no_day_of_it(told: str) -> None:
    assert _days(f"{_LEADS[1]}\n\n{told}") == {11}


@pytest.mark.parametrize(
    ("lead", "told"),
    [
        ("Gunmen killed five people in Marte.", "The gunmen attacked a school in Kaduna on Sunday."),
        ("A policeman was killed in Marte.", "On Sunday, the militants raided a post in Damboa."),
        (
            "Jihadists killed 20 people in Marte, residents said.",
            "The fighters entered Damboa on Sunday and burned a school.",
        ),
        ("The army recaptured Marte.", "The rebels entered the town on Sunday."),
        ("Police shot dead two bandits in Marte.", "The bandits had raided the village on Sunday."),
        ("A drone killed five fighters in Marte.", "The fighters reached the town on Sunday."),
        (
            "Insurgents beheaded two men in Marte.",
            "The insurgents launched an offensive in the district on Sunday.",
        ),
        ("Insurgents beheaded two men in Marte.", "The insurgents entered the town on 20 August."),
    ],
)
def test_who_came_elsewhere_long_ago_or_to_be_struck_gives_the_lead_no_day(lead: str, told: str) -> None:
    assert 11 in _days(f"{lead} {told}")


@pytest.mark.parametrize(
    "lead",
    [
        "Six people died in clashes between troops and insurgents in Marte.",
        "Troops repelled an attack on Marte by insurgents.",
        "Two soldiers were killed in Marte.",
    ],
)
def test_one_side_of_a_fight_may_have_come_that_day(lead: str) -> None:
    assert _days(f"{lead} The insurgents arrived on Monday.") == {9}
