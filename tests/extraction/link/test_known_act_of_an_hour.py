"""An act spoken of as known is the one told before, though an hour told since, or a longer account, stands between them."""

from datetime import date
from itertools import product

from dashboard.extraction import Event, read_report
from dashboard.text import Report

LEADS = (
    "Government forces attacked a rebel camp in Kadugli on Tuesday after fierce battles.",
    "Rebels ambushed an army convoy in Kadugli on Tuesday, a military source said.",
    "Soldiers and rebels clashed in Kadugli on Tuesday, a military source said.",
)
HOURS = (
    "The joint forces entered the market at noon, the source told the agency.",
    "The first vehicles came into the town at about 9 a.m., a trader said.",
)
KNOWN = (
    "At least 18 rebels and seven soldiers were killed in the battle.",
    "Seven soldiers were killed in the fighting.",
    "Seven soldiers lost their lives during the clash.",
)
SEIZED = (
    "Soldiers recovered two rifles and a grenade launcher.",
    "Two rifles and a radio were seized.",
)


def _events(text: str) -> tuple[Event, ...]:
    return tuple(read_report(Report(text, published=date(2024, 3, 14))).events)


def test_harm_of_a_known_act_is_of_the_act_before_an_hour() -> None:
    told = [f"{lead}\n\n{hour} {known}" for lead, hour, known in product(LEADS, HOURS, KNOWN)]
    assert [text for text in told if len(_events(text)) != 1] == []


def test_harm_behind_a_town_told_since_is_of_an_act_there() -> None:
    more = "Also on Tuesday the army entered the prison of Dilling. The guards were set free and an inmate lost his life."
    assert {event.location for event in _events(f"{LEADS[0]}\n\n{more}")} == {"Kadugli", "Dilling"}


def test_what_was_seized_is_of_the_clash_told_before_it_at_length() -> None:
    fought = f"{LEADS[2]} Three soldiers were wounded. The clash lasted for about 40 minutes."
    assert [words for words in SEIZED if len(_events(f"{fought} {words}")) != 1] == []


def test_who_was_killed_of_a_family_does_not_stand_for_the_toll() -> None:
    lead = "Armed men attacked Kadugli on Tuesday and killed 31 people."
    (event,) = _events(f"{lead} My uncle and his two sons were killed in the attack, a resident said.")
    assert event.fatalities == 31
