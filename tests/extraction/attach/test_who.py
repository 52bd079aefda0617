"""Who acts and who suffers, over clauses and sentences."""

from datetime import date

import pytest

from dashboard.extraction import Event, read_report
from dashboard.extraction.acled import SubEventType
from dashboard.text import Report

_DAY = date(2022, 6, 15)


def _events(text: str) -> tuple[Event, ...]:
    return read_report(Report(text, published=_DAY)).events


@pytest.mark.parametrize(
    ("text", "first", "second"),
    [
        (
            "Regime troops entered Kalay on Monday. They killed four resistance fighters and burned nine houses.",
            "Military Forces",
            "Opposition Rebels",
        ),
        (
            "On Sunday rebels entered Djibo. They looted the clinic and torched homes of the army.",
            "Opposition Rebels",
            "Military Forces of Burkina Faso",
        ),
    ],
)
def test_they_are_who_acted_in_the_sentence_before(text: str, first: str, second: str) -> None:
    raids = (SubEventType.LOOTING, SubEventType.ARMED_CLASH)
    (burned,) = [each for each in _events(text) if each.sub_event_type in raids]
    assert (burned.actor1, burned.actor2) == (first, second)


def test_they_who_suffer_are_not_who_acted() -> None:
    events = _events(
        "Rebels attacked a post in Djibo on Sunday. They were shelled by the army in Arbinda on Monday."
    )
    shelled = next(each for each in events if each.sub_event_type is SubEventType.SHELLING)
    assert shelled.actor1.startswith("Military Forces")


def test_who_suffers_a_raid_on_property_does_not_act() -> None:
    (event,) = _events("Homes of opposition fighters were torched in Kalay on Monday.")
    assert event.actor1 == ""


def test_a_state_that_strikes_is_named() -> None:
    (event,) = _events("Turkey shelled a hill near Amedi on Tuesday.")
    assert event.actor1 == "Military Forces of Turkey"


WHO = {  # words, and the name that the row has to hold
    "Al-Shabaab fighters": "Al-Shabaab",
    "Murle youth": "Murle Militia",
    "gunmen": "Unidentified Armed Group",
    "KRGP fighters": "KRGP",
}
TOLD_APART = (  # the act that counts is the last of each
    "{} entered Jowhar on Monday. The attackers killed three villagers.",
    "{} raided Jowhar on Monday. The assailants burned a school and abducted two teachers.",
    "{} entered Jowhar on Monday. They killed three villagers.",
    "{} attacked Jowhar on Monday. On the following day they abducted two teachers.",
    "{} attacked Jowhar on Sunday, and the next day they came back and burned ten houses.",
    "{} attacked Jowhar on Monday. The men shot three villagers dead.",
    "{}, accompanied by women and children, looted the market of Jowhar on Monday.",
    "Three villagers were killed in Jowhar on Monday. The attackers are suspected to be {}.",
    "An attack on Jowhar on Monday left three villagers dead. Local sources said {} carried it out.",
    "Three villagers were killed in Jowhar on Monday before {} withdrew.",
)


def test_who_did_it_is_told_a_clause_or_a_sentence_away() -> None:
    failed = []
    for words, name in WHO.items():
        for frame in TOLD_APART:
            text = frame.format(words)
            read = _events(f"Mogadishu, Somalia\n\n{text[0].upper()}{text[1:]}")
            if not read or any(name not in (each.actor1, each.actor2) for each in read):
                failed.append(text)
    assert failed == []


def test_the_attackers_are_not_who_defended_the_town() -> None:
    (killed,) = _events("Soldiers guarded Jowhar on Monday. The attackers killed three villagers.")
    assert killed.actor1 == "Unidentified Armed Group"


def test_who_fought_the_gunfight_is_told_before_it() -> None:
    (event,) = _events(
        "Kuki militants fired from the ridge above Imphal on Monday. Village volunteers fired back. The gunfight lasted until noon."
    )
    assert {"Kuki Militia", "Self-Defence Militia"} <= {
        event.actor1,
        event.actor2,
        *event.assoc_actors.split("; "),
    }


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ('Hezbollah: "Our fighters shelled the Israeli army at Kiryat Shmona on Monday."', "Hezbollah"),
        (
            "HPG Press Centre\n\nOn Monday our forces struck the Turkish army in Hakkari with mortars.",
            "Kurdistan Workers' Party",
        ),
    ],
)
def test_our_fighters_are_those_of_who_speaks(text: str, name: str) -> None:
    assert [each.actor1 for each in _events(text)] == [name]


def test_all_are_named_who_are_counted_beside_the_dead() -> None:
    (event,) = _events(
        "A roadside bomb struck an army convoy in Kumbo, Cameroon, on Monday. Three soldiers and the driver of a taxi died."
    )
    assert {"Military Forces of Cameroon", "Civilians"} <= {
        event.actor1,
        event.actor2,
        *event.assoc_actors.split("; "),
    }
