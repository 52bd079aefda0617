"""One act one row, with its own day, place and toll: what a report tells beside it makes no other one."""

from datetime import date, datetime
from itertools import product

import pytest

from dashboard.extraction import Event, read_report
from dashboard.text import Report

WEDNESDAY = date(2023, 6, 21)


def events(text: str, published: date = WEDNESDAY) -> tuple[Event, ...]:
    return read_report(Report(text, published=published)).events


@pytest.mark.parametrize(
    ("text", "dead"),
    [
        ("Rebels clashed with troops at Kutum on Monday, with losses of three on each side.", 6),
        ("Clashes in Kutum left three dead on each side on Monday.", 6),
        ("Shelling of Kutum on Monday killed two people, a woman and her son, and injured 14.", 2),
        ("Three fighters of the Council and two members of the police were killed in Kutum on Monday.", 5),
        ("An ambush in Kutum on Monday: 8 soldiers dead, two rebels.", 10),
        ("An ambush in Kutum on Monday: 8 soldiers dead, two wounded.", 8),
        ("Police opened fire in Kutum on Monday and a young man of 19 was shot dead.", 1),
        (
            "Militiamen stormed Kutum on Monday. A nurse was among those killed. Elders put the dead at 70.",
            70,
        ),
        (
            "A drone hit a car in Kutum on Monday. Two of those in it were killed and a third was taken to a hospital in Nyala.",
            2,
        ),
        ("A drone hit a car in Kutum on Monday. Two were killed and one was taken away.", 2),
        ("Shells fell on Kutum on Monday. A resident of the town, born in 1952, was killed.", 1),
    ],
)
def test_a_toll_is_what_its_words_add_up_to(text: str, dead: int) -> None:
    assert [each.fatalities for each in events(text)] == [dead]


@pytest.mark.parametrize(
    ("label", "start", "end"),
    [
        ("19 June, evening", datetime(2023, 6, 19, 18), datetime(2023, 6, 20)),
        ("Night of 19 to 20 June", datetime(2023, 6, 19, 18), datetime(2023, 6, 20, 6)),
        ("20 June", datetime(2023, 6, 20), datetime(2023, 6, 21)),
    ],
)
def test_what_heads_an_entry_is_when_it_was(label: str, start: datetime, end: datetime) -> None:
    text = f"Incidents in North Darfur:\n\n• 18 June, morning: gunmen burned a school in Kutum.\n• {label}: rockets hit El Fasher.\n"
    (found,) = [each for each in events(text) if each.location == "El Fasher"]
    assert (found.start, found.end) == (start, end)


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("In Kirkuk, a bomb went off on Monday at a market in Hawija.", "Al Ḩawījah"),
        ("Southwest of Mosul on Monday, a bomb went off by a market in Qayyarah.", "Al Qayyārah"),
        ("In Mingachevir, a town on the Kura, a missile killed nine on Monday.", "Mingachevir"),
        ("Rebels torched two trucks in Negros Oriental's Guihulngan on Monday.", "Guihulngan"),
        (
            "07.58 Kostiantynivka: three people were killed by a bomb on Monday, Donetsk prosecutors say.",
            "Kostyantynivka",
        ),
    ],
)
def test_an_event_is_at_the_finest_place_told_for_it(text: str, place: str) -> None:
    assert [each.location for each in events(text)] == [place]


@pytest.mark.parametrize(
    "more",
    [
        "The shooting stopped at about 4 p.m.",
        "The rebels said they were behind the attack.",
        "A spokesman said that the operation targets outlaws.",
        "Two rifles and a grenade were recovered.",
        "The exchange of fire continued for 35 minutes.",
    ],
)
def test_what_is_told_of_a_known_act_is_no_other_one(more: str) -> None:
    lead = "Gunmen attacked an army post in El Fasher on Monday, killing two soldiers."
    assert len(events(f"{lead} {more}")) == 1


def test_what_known_doers_did_at_an_hour_dates_the_act() -> None:
    text = "Gunmen attacked villagers in Kutum, killing two.\n\nIt was learnt that the gunmen stormed the place at 5 pm on Monday."
    (found,) = events(text)
    assert (found.start, found.fatalities) == (datetime(2023, 6, 19, 17), 2)


def test_an_hour_later_another_act_is_told() -> None:
    text = (
        "Rebels blew up a convoy near El Fasher on Monday, killing six soldiers, "
        "and, an hour later, attacked a police station at Kutum."
    )
    assert [each.location.removeprefix("near ") for each in events(text)] == ["El Fasher", "Kutum"]


def test_a_digest_in_brief_is_told_once_below() -> None:
    text = (
        "SAHEL WEEKLY\n\nThe week in brief\nIn Mali, a ceremony ended in a massacre.\n\nMALI\n"
        "On Monday gunmen killed 21 civilians at Djiguibombo, near Bandiagara. Soldiers came the next day.\n"
    )
    assert [(each.location, each.fatalities) for each in events(text)] == [("Djiguibombo", 21)]


def test_forces_are_those_of_the_country_over_their_part_of_a_digest() -> None:
    text = (
        "SAHEL WEEKLY: Niger, Niger and Mali\n\nNIGER\nOn Monday soldiers shelled Tassia.\n\n"
        "MALI\nOn Monday soldiers shelled Sofara.\n"
    )
    assert [each.actor1 for each in events(text)] == ["Military Forces of Niger", "Military Forces of Mali"]


@pytest.mark.parametrize(
    "text",
    [
        "A rumour that a bomb was found at the station in Goma went round on Monday.",
        '"The camp in Goma is far from any fighting," he said.',
        "Some 362,000 persons are displaced in Haiti, half of them children.",
    ],
)
def test_rumours_distances_and_states_of_many_are_no_events(text: str) -> None:
    assert [each for each in events(text) if each.modality == "happened"] == []


@pytest.mark.parametrize(
    "text",
    [
        "Gunmen shot dead a tanner in Kutum on Monday and wounded a guard. He later succumbed to his wounds at the hospital of Nyala.",
        "Soldiers shot at a fisherman in Kutum on Monday. Locals said he had drowned.",
        "Gunmen waylaid a car in Kutum on Monday, killing two. It was first sprayed with bullets, police said.",
        "Gunmen shot dead a tanner in Kutum on Monday. Rebels keep attacking convoys on the road to Nyala.",
    ],
)
def test_harm_and_habits_told_of_a_known_act_are_no_second_one(text: str) -> None:
    assert [each.location for each in events(text)] == ["Kutum"]


def test_a_line_with_its_own_day_is_its_own_act() -> None:
    text = "12 April – Gunmen attacked Kutum, killing three.\n15 April: Soldiers raided a camp."
    found = [(each.start, each.fatalities) for each in events(text)]
    assert found == [(datetime(2023, 4, 12), 3), (datetime(2023, 4, 15), None)]


def test_where_and_when_a_known_act_was_belongs_to_it() -> None:
    leads = {
        "At least five people were killed in an attack by gunmen in North Darfur, officials said on Tuesday.": "attack",
        "Five soldiers died in fighting between the army and rebels in North Darfur, the army said.": "fighting",
        "Suspected rebels abducted nine traders in North Darfur, police said on Tuesday.": "incident",
        "A drone strike killed four people in North Darfur, a medic said.": "strike",
    }
    verbs = ("took place", "occurred", "was carried out")
    times = ("on Monday", "before dawn on Monday", "at around 11 am on Monday")
    ends = ("", " when the traders were on their way home", " and caused the population to flee")
    failing = [
        (act, verb, time, end)
        for (lead, act), verb, time, end in product(leads.items(), verbs, times, ends)
        if [
            (each.location, each.start and each.start.day)
            for each in events(f"{lead}\n\nThe {act} {verb} {time} in the village of Kutum{end}, he said.")
        ]
        != [("Kutum", 19)]
    ]
    assert failing == []


def test_an_act_of_another_day_and_town_told_as_known_is_another_one() -> None:
    text = "Gunmen killed seven villagers near Kutum on Monday.\n\nThe attack on the market of Nyala took place on Saturday, he said."
    assert {each.location for each in events(text)} == {"near Kutum", "Nyala"}


@pytest.mark.parametrize(
    "caption",
    [
        "[Photo] A house wrecked by Monday's bombing in Nyala. / Supplied",
        "Photo: A house wrecked by Monday's bombing in Nyala",
    ],
)
def test_what_a_picture_shows_is_no_act(caption: str) -> None:
    text = f"{caption}\n\nA jet bombed a wedding in Kutum on Monday, killing nine people."
    assert [each.location for each in events(text)] == ["Kutum"]


@pytest.mark.parametrize(
    "label", ["Key Highlights", "MAIN POINTS", "Highlights of the week:", "Weekly highlights"]
)
def test_highlights_that_tell_neither_day_nor_town_are_no_acts(label: str) -> None:
    text = (
        f"Situation Update | North Darfur\n\n{label}\n• Seven villagers were killed in North Darfur in one week.\n\n"
        "Developments\n• On 19 June, gunmen shot two farmers dead in Kutum.\n• On 20 June, gunmen shot five traders dead near Mellit.\n"
    )
    assert [each.fatalities for each in events(text)] == [2, 5]


def test_what_an_item_leaves_out_is_told_in_that_item() -> None:
    text = (
        "Between 11 and 13 June, 23 people were killed and 37 injured in El Fasher.\n\nThe deadliest incidents:\n"
        "– On 11 June, six people were killed while waiting for aid in Kutum.\n"
        "– On 12 June, in the evening, a tent of displaced persons was struck in Mellit. A father and two of his children were reportedly killed.\n"
    )
    assert [each.fatalities for each in events(text) if each.location == "Mellit"] == [3]
