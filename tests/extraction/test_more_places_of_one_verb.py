"""A verb that is left out the second time still tells an act: "seized Sake on Friday and then Minova on Monday"."""

from datetime import date
from itertools import product

import pytest

from dashboard.extraction import read_report
from dashboard.text import Report

_PUBLISHED = date(2024, 3, 7)
_TAKERS = (("Rebels seized", "Sake"), ("Junta troops shelled", "Demoso"), ("A strike hit", "Khiam"))
_THEN = (" and then", " and", ", then")
_HARM = (
    ("Gunmen killed two people", "Anka", "three", "Maru"),
    ("Shelling killed one person", "Toretsk", "two", "Pokrovsk"),
)
_JOINED = (" and", ", and")

Row = tuple[str, str, int | None]


def _read(text: str) -> list[Row]:
    events = read_report(Report(text, published=_PUBLISHED)).events
    return [
        (f"{each.start:%m-%d}" if each.start else "", each.location or "", each.fatalities) for each in events
    ]


def test_a_second_town_with_a_day_of_its_own_is_a_second_act() -> None:
    wrong = [
        text
        for (did, town), then in product(_TAKERS, _THEN)
        if _read(text := f"{did} {town} on Friday{then} Minova on Monday.")
        != [("03-01", town, None), ("03-04", "Minova", None)]
    ]
    assert wrong == []


def test_the_dead_of_a_second_town_are_its_own() -> None:
    counts = {"one": 1, "two": 2, "three": 3}
    wrong = [
        text
        for (did, town, more, other), joined in product(_HARM, _JOINED)
        if _read(text := f"{did} in {town}{joined} {more} in {other} on Monday.")
        != [("03-04", town, counts[did.split()[2]]), ("03-04", other, counts[more])]
    ]
    assert wrong == []


@pytest.mark.parametrize(
    ("text", "rows"),
    [
        (
            "Gunmen attacked a mosque in Zaria and a clinic in Funtua on Monday.",
            [("03-04", "Zaria", None), ("03-04", "Funtua", None)],
        ),
        (
            "Farmers from Bokkos and Mangu were attacked near Jos on Monday.",
            [("03-04", "near Jos", None)],
        ),
        (
            "Residents of Gao and Timbuktu protested in Bamako on Monday.",
            [("03-04", "Bamako", None)],
        ),
        (
            "Bandits blocked the Kaduna and Abuja highway on Monday and abducted 12 travellers.",
            [("03-04", "Kaduna", None)],
        ),
        (
            "Troops raided a village near Jenin and Nablus on Monday and detained two men.",
            [("03-04", "near Janīn", None)],
        ),
        (
            "Israeli forces raided Jenin and Tulkarm on Monday, rounded up 14 people and bulldozed a road.",
            [("03-04", "Janīn", None), ("03-04", "Ţūlkarm", None)],
        ),
        (
            "Israeli air strikes on 4 March: three killed in Jabalia, four in Deir al-Balah, one in Nuseirat",
            [("03-04", "Jabalia", 3), ("03-04", "Deir al-Balah", 4), ("03-04", "Nuseirat", 1)],
        ),
        (
            "A mayor was shot dead in Datu Piang on Friday, and a teacher in Cotabato two days later.",
            [("03-01", "Datu Piang", 1), ("03-03", "Cotabato", 1)],
        ),
        (
            "Protesters rallied in Tunis and in Sfax on Monday.",
            [("03-04", "Tunis", None), ("03-04", "Sfax", None)],
        ),
        (
            "Rebels captured Sake on Friday, Minova on Saturday and Goma on Monday.",
            [("03-01", "Sake", None), ("03-02", "Minova", None), ("03-04", "Goma", None)],
        ),
        (
            "Israel bombed Khiam on Monday, hours after a rocket hit Metula on Sunday night.",
            [("03-04", "Khiam", None), ("03-03", "Metula", None)],
        ),
        (
            "Rebels attacked Sake on Monday, two days after the army shelled Minova on Saturday.",
            [("03-04", "Sake", None), ("03-02", "Minova", None)],
        ),
        (
            "Police arrested two men in Jos on Monday after gunmen killed a farmer in Bokkos on Sunday night.",
            [("03-04", "Jos", None), ("03-03", "Bokkos", 1)],
        ),
        (
            "Army troops demolished a house in Hebron and razed farmland in Yatta on Monday.",
            [("03-04", "Hebron", None), ("03-04", "Yaţţā", None)],
        ),
        (
            "Four civilians were killed in Kherson and three others were injured in a strike on Nikopol on Monday.",
            [("03-04", "Kherson", 4), ("03-04", "Nikopol", None)],
        ),
        (
            "A policeman was killed in Bannu on Sunday, and four others were injured in a clash on Monday.",
            [("03-03", "Bannu", 1), ("03-04", "Bannu", None)],
        ),
    ],
)
def test_each_act_is_a_row_with_its_day_and_place(text: str, rows: list[Row]) -> None:
    assert _read(text) == rows


@pytest.mark.parametrize(
    "text",
    [
        "Gunmen killed two soldiers in uniform and two in civilian clothes in Anka on Monday.",
        "Two people were killed and three others were injured in a strike on Nikopol on Monday.",
        "Two people were killed in Donetsk region and three others were injured in shelling of Toretsk on Monday.",
        "Two protesters died in Nairobi on Monday after being shot by police on Saturday.",
        "A man died in Nairobi on Monday after gunmen shot him in Kisumu on Saturday.",
        "Two soldiers were killed in Djibo on Monday and an officer in Ouahigouya said the army had fled.",
        "That makes 18 strikes since Wednesday, 17 in Hasakah and one in Aleppo. A drone hit a truck in Qamishli on Monday.",
        "Rebels attacked a convoy between Gao and Kidal on Monday.",
        "Israeli jets bombed Khiam and Tyre on Monday, killing five.",
        "Rebels raided Kiwanja and Rutshuru on Monday.",
        "A bomb exploded in Kirkuk on March 4, 2024 in Hawija district, wounding two.",
        "Gunmen attacked a market in Singa, the capital of Sennar, on Monday.",
        "Russian troops shelled Beryslav, Stanislav and 29 other settlements on Monday.",
        "Militants fired rockets at Arbin. The ministry said 15 people were killed: 9 in Douma and 6 in Zamalka.",
    ],
)
def test_one_act_is_one_row(text: str) -> None:
    assert len(_read(text)) == 1


_LATER = (
    "By noon rescuers had recovered four bodies.",
    "At 10 a.m. police said four people had died.",
    "On Wednesday officials said four people had been killed.",
    "By morning four people were confirmed dead.",
    "Residents found four bodies the next morning.",
)


def test_a_toll_told_later_is_no_second_act() -> None:
    acts = ("Drones attacked Kyiv on Monday night.", "Gunmen attacked Kyiv on Monday night.")
    wrong = [
        text
        for act, toll in product(acts, _LATER)
        if _read(text := f"{act} {toll}") != [("03-04", "Kyiv", 4)]
    ]
    assert wrong == []


@pytest.mark.parametrize(
    ("text", "rows"),
    [
        ("Clashes erupted in Zawiya on Monday. The fighting continued until Wednesday.", [("03-04", "Zawiya", None)]),
        ("A rocket was fired from Gaza on Monday. It landed in Sderot, wounding a man.", [("03-04", "Sderot", None)]),
        ("Bandits killed six people in Anka on Monday. The attacks continued in Maradun, where gunmen burned a school on Tuesday.", [("03-04", "Anka", 6), ("03-05", "Maradun", None)]),
        ("Clashes between Hezbollah and Israel continued today, with rockets hitting Metula.", [("03-07", "Metula", None)]),
        ("Gunmen attacked a bus in Katsina on Monday, killing three. Hours later, gunmen set fire to the bus.", [("03-04", "Katsina", 3)]),
        ("Gunmen attacked a bus in Katsina on Monday, killing three. Police later shot dead one of the gunmen.", [("03-04", "Katsina", 3), ("03-04", "Katsina", 1)]),
        ("Jihadists ambushed a column near Djibo on Monday, killing nine. The army responded with an air strike that killed 20 of the attackers.", [("03-04", "near Djibo", 9), ("03-04", "near Djibo", 20)]),
        ("Drones attacked Odesa on Monday. On Tuesday a missile hit the port, killing two.", [("03-04", "Odesa", None), ("03-05", "Odesa", 2)]),
        ("Gunmen attacked Bokkos on Monday. On Tuesday two people were killed in Mangu.", [("03-04", "Bokkos", None), ("03-05", "Mangu", 2)]),
        ("Gunmen killed five people in Jos on Monday. On Wednesday police said two people had been killed.", [("03-04", "Jos", 5), ("03-06", "Jos", 2)]),
    ],
)  # fmt: skip
def test_what_tells_more_of_an_act_and_what_tells_another(text: str, rows: list[Row]) -> None:
    assert _read(text) == rows


@pytest.mark.parametrize(
    ("text", "rows"),
    [
        (
            "Bombs killed six people in Kharkiv, four in Sumy and two in Poltava on Monday.",
            [("Kharkiv", 6), ("Sumy", 4), ("Poltava", 2)],
        ),
        ("Gunmen killed nine people in Zamfara, four in Anka and five in Maru.", [("Anka", 4), ("Maru", 5)]),
        (
            "Gunmen attacked Gusau and Sokoto on Friday, killing two people in each city.",
            [("Gusau", 2), ("Sokoto", 2)],
        ),
        ("Gunmen attacked Gusau and Sokoto on Friday, killing two people.", [("Gusau", 2)]),
        (
            "Shells hit Sumy on Friday and Poltava on Saturday, killing one person in each.",
            [("Sumy", 1), ("Poltava", 1)],
        ),
        (
            "Bombs exploded in Mosul and Kirkuk on Friday. The one in Mosul killed a clerk.",
            [("Mosul", 1), ("Kirkuk", None)],
        ),
        (
            "A mine killed two people in Gao on Friday, and another, in Menaka, killed three.",
            [("Gao", 2), ("Ménaka", 3)],
        ),
        ("A soldier was killed and another was wounded in Goma on Friday.", [("Goma", 1)]),
    ],
)
def test_towns_are_counted_one_by_one(text: str, rows: list[tuple[str, int | None]]) -> None:
    assert [(place, dead) for _, place, dead in _read(text)] == rows


def test_a_day_that_was_cut_off_before_an_act_dates_it() -> None:
    for opens in ("a day later, another", "on Saturday, another bomb", "the next day, another"):
        text = f"A bomb killed two soldiers near Gao on Friday; {opens} killed a driver in Ansongo."
        assert [day for day, _, _ in _read(text)] == ["03-01", "03-02"], text
