"""The place of an act, over who is meant, what leads to a name and what only sounds like one: a grid of plain sentences."""

from collections.abc import Iterator
from datetime import date
from itertools import product

import pytest

from dashboard.extraction import read_report
from dashboard.extraction.annotate.unresolved_toponyms import unresolved_toponyms
from dashboard.text import Report

_PUBLISHED = date(2024, 6, 14)
_WHO = ("A councilman of", "Two officers from", "The imam of", "A family from", "A trader of")
_ACTS = ("was shot dead", "was abducted on Tuesday", "was killed by gunmen", "were beaten to death")
_WHERE = ("in Mopti", "near Mopti", "at a restaurant in Mopti", "on the outskirts of Mopti")
_DIED = (
    "One of the wounded died in Bamako hospital.",
    "A boy of ten gave up the ghost at the General Hospital in Bamako.",
    "Two are under treatment at a hospital in Bamako.",
    "A woman was pronounced dead at the clinic in Bamako.",
)
_GOES_ON = (
    "The gunmen also burnt three shops.",
    "They abducted five people.",
    "The clashes went on for an hour, and two soldiers were killed.",
)
_LINES = ("(Dakar, June 12, 2024) –", "(Dakar, 12 June 2024) –")
_HARMED = ("Fighters killed six villagers", "Soldiers shot dead four people", "Gunmen wounded two traders")
_AND_DID = ("and burned homes near Mopti", "and abducted a teacher in Mopti", "and looted shops in Mopti")


def _grid() -> Iterator[tuple[str, str]]:
    """Texts of one town each in which something happens, and that town."""
    for who, act, where in product(_WHO, _ACTS, _WHERE):
        yield f"{who} Gao {act} {where}.", "Mopti"
    for died, more in product(_DIED, _GOES_ON):
        yield f"Gunmen attacked Mopti on Tuesday. {died} {more}", "Mopti"
    for line, harmed, did in product(_LINES, _HARMED, _AND_DID):
        yield f"{line} {harmed} {did} in early June.", "Mopti"


def test_an_act_is_where_it_is_told_to_be() -> None:
    wrong = []
    for text, town in _grid():
        events = read_report(Report(text, published=_PUBLISHED)).events
        places = {each.location.split()[-1] for each in events}
        if places != {town}:
            wrong.append((text, places))
    assert not wrong, wrong


@pytest.mark.parametrize(
    ("text", "town"),
    [
        ("A councilman of Mopti was shot dead on Tuesday.", "Mopti"),
        ("Residents of Mopti barricaded the road to Gao on Tuesday.", "Mopti"),
        ("A bomb went off at the hospital in Mopti on Tuesday, killing two.", "Mopti"),
        ("Fighters attacked Gao on Monday and looted shops in Mopti on Tuesday.", "Gao Mopti"),
    ],
)
def test_where_nothing_else_is_told_it_stays(text: str, town: str) -> None:
    events = read_report(Report(text, published=_PUBLISHED)).events
    assert {each.location for each in events} == set(town.split())


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("The fighting spread to Barangay Tuayan Mother the next day.", ["Barangay Tuayan Mother"]),
        ("Clashes broke out in Kebele Haro.", ["Kebele Haro"]),
        ("Houses were torched in the neighbouring kebele of Haro.", ["Haro"]),
        ("They looted the trading centre of Largu.", ["Largu"]),
        ("They raided the administrative post of Muitte.", ["Muitte"]),
        ("They attacked the Catholic mission of Chipenne.", ["Chipenne"]),
        ("Fighting went on in the Indigenous reserve of Makeda.", ["Makeda"]),
        ("Shells hit a market in al Qabbaytah.", ["al Qabbaytah"]),
        ("Gunmen attacked the Ukporr Divisional Police Headquarters.", ["Ukporr"]),
        ("Two fell in the sector of Venuss del Monte.", ["Venuss del Monte"]),
        ("Fire was heard near the former Yarmuq camp.", ["Yarmuq"]),
        ("They attacked the Divisional Headquarters.", []),
        ("Two died in an ambush in the Valley.", []),
        ("They came during the Ishai prayers.", []),
        ("They called it off\nWhy these villages?", []),
    ],
)
def test_names_of_no_map(text: str, names: list[str]) -> None:
    assert [each.location for each in unresolved_toponyms(text, [])] == names


@pytest.mark.parametrize(
    "text",
    [
        "Gunmen opened fire on a mosque in Kano during the Isha prayer, killing two.",
        'Gunmen opened fire on a mosque in Kano after "Asr" prayers, killing two.',
        "A bomb killed two at a Kano prayer meeting.",
    ],
)
def test_a_prayer_is_no_place(text: str) -> None:
    (event,) = read_report(Report(text, published=_PUBLISHED)).events
    assert event.location == "Kano"


_OF_A_TOWN = (
    "Gunmen killed four {} farmers on Monday.",
    "Bandits abducted 12 {} women on Monday.",
    "Angry {} youths burned a police station on Monday.",
    "{} residents clashed with police on Monday.",
    "Gunmen shot dead a {} businessman at his home on Monday.",
    "An air strike hit a {} market on Monday, killing three.",
)
_OF_A_TOWN_ELSEWHERE = (
    "Gunmen killed four {} farmers in Jos on Monday.",
    "In Jos on Monday, gunmen killed four {} farmers.",
    "{} residents clashed with police in Jos on Monday.",
    "A bomb exploded at a market in Jos on Monday. Two {} traders died.",
    "A bomb exploded at a market in Jos on Monday. Two people from {} died.",
    "Gunmen attacked a bus in Jos on Monday. They abducted 12 {} traders.",
)


@pytest.mark.parametrize("town", ["Bokkos", "Maradun", "Konduga", "Kankara"])
def test_people_told_by_their_town_are_at_home_where_no_other_is_told(town: str) -> None:
    wanted = [(form, {town}) for form in _OF_A_TOWN] + [(form, {"Jos"}) for form in _OF_A_TOWN_ELSEWHERE]
    read = [
        (
            form,
            {each.location for each in read_report(Report(form.format(town), published=_PUBLISHED)).events},
        )
        for form, _ in wanted
    ]
    assert read == wanted


@pytest.mark.parametrize(
    ("text", "town"),
    [
        ("Gunmen killed four Dinka farmers on Monday.", ""),
        ("Gunmen killed four Hema women on Monday.", ""),
        ("Mobile clinic staff were abducted by gunmen in Jos on Monday.", "Jos"),
        ("Gunmen killed five in Jos on Monday. Bandits killed three Anka traders on Tuesday.", "Jos Anka"),
        ("Gunmen attacked people from Drodro on Monday, killing five.", "Drodro"),
    ],
)
def test_peoples_and_common_words_are_no_towns_before_men(text: str, town: str) -> None:
    events = read_report(Report(text, published=_PUBLISHED)).events
    assert [each.location for each in events] == (town.split() or [""])
