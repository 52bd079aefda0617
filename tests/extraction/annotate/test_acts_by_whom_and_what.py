"""Acts by who does them and what is done, in the past and in the present of chronicles: each cell of the grids is known, and what only sounds so is not."""

from itertools import product

import pytest

from dashboard.extraction.annotate.cues import code

GRIDS = {
    "people walk": (
        ("Some 600 people", "Women", "Residents", "Students", "Mourners"),
        (
            "walked through the streets with white handkerchiefs",
            "dressed in white walked for an end to the violence",
            "are rallying outside the embassy",
            "march against the coup",
            "brought out a procession",
            "took out a torch rally",
            "held a day of ville morte",
            "observed a shutdown",
            "squatted on the road",
            "used debris to block the main road",
        ),
        ("Peaceful protest", "Violent demonstration"),
    ),
    "a group takes": (
        ("RSF", "M23", "The rebels", "Insurgents"),
        (
            "entered Goma",
            "enter the town of Goma",
            "take the headquarters of the brigade in Goma",
            "capture the police station in Goma",
            "overran Goma",
        ),
        ("Non-state actor overtakes territory", "Armed clash"),
    ),
    "raiders come": (
        ("Gunmen", "About eighty bandits", "Armed herders", "Cattle raiders"),
        (
            "fell upon Andriandampy",
            "invaded the village",
            "descended on the village",
            "broke into a house",
            "went from house to house",
            "pounced on farmers",
            "intercepted a group of women",
        ),
        ("Attack", "Looting/property destruction", "Armed clash"),
    ),
    "on the road": (
        ("A bus", "A fuel truck", "A boat", "An ambulance"),
        (
            "was held up near Ihosy",
            "was stopped by gunmen near Ihosy",
            "was boarded by pirates",
            "was intercepted by armed men",
            "is hijacked near Ihosy",
        ),
        ("Looting/property destruction", "Attack"),
    ),
    "carried off": (
        ("Gunmen", "Bandits", "Rebels"),
        (
            "stole two ambulances",
            "boarded a boat",
            "drove off in an ambulance",
            "made off with an outboard motor",
        ),
        ("Looting/property destruction",),
    ),
    "from afar": (
        ("The IDF", "Israel", "Russian forces", "The Saudi-led coalition"),
        ("struck a missile base", "also struck a radar", "struck positions", "struck a fuel depot"),
        ("Air/drone strike",),
    ),
    "a limb lost": (
        ("A boy", "An Embera man", "A herder"),
        (
            "lost a leg",
            "lost a foot on a path",
            "lost both legs",
            "stepped on an IED during a demining exercise",
        ),
        ("Remote explosive/landmine/IED",),
    ),
    "people kept": (
        ("Gunmen", "Separatists", "Rebels"),
        (
            "stopped an ambulance and abducted its driver and a midwife",
            "retained four teachers",
            "held two teachers at a checkpoint",
            "forced ten men to carry loads",
            "seized three farmers",
        ),
        ("Abduction/forced disappearance",),
    ),
    "taken to a post": (
        ("Soldiers", "Police", "Agents"),
        (
            "searched houses and took six youths to the brigade",
            "took four men to the station",
            "nabbed two militants",
        ),
        ("Arrests", "Abduction/forced disappearance"),
    ),
    "neighbours fight": (
        ("Gak and Manuer youth", "Farmers and herders", "Rival clans", "Two villages"),
        ("fought", "clash near the well", "exchanged fire", "came to blows"),
        ("Armed clash",),
    ),
    "an operation": (
        ("Soldiers", "The army", "Government troops"),
        ("launch a sweep on rebel bases", "opened an operation in the north", "cleared three hideouts"),
        ("Armed clash", "Disrupted weapons use"),
    ),
}
NO_ACTS = (
    "The families walked for three days to Chad.",
    "Models dressed in black walked the runway in Milan.",
    "Traders block advances in pay.",
    "The minister entered the town hall on Monday.",
    "The party entered parliament in 2019.",
    "Hills surround Goma.",
    "Militants took part in the ceremony at the base.",
    "They took the base as their example.",
    "Police surrounded the house of a suspect.",
    "The holiday fell on a Friday.",
    "Snow fell on the village.",
    "Farmers descended on the market to sell maize.",
    "Men entered the market to buy grain.",
    "Doctors went from house to house to vaccinate children.",
    "The coast guard boarded a vessel of smugglers.",
    "The bus was stopped by police for speeding.",
    "The flight was held up in Doha.",
    "The IDF struck a balance between both.",
    "The army hit back at critics.",
    "He lost his leg in a car accident.",
    "A boy lost a foot to diabetes.",
    "The firm retained four teachers for the course.",
    "Retention of teachers is a problem in Bor.",
    "The rangers seized three farmers' carts of charcoal.",
    "Fishermen went missing at sea in a storm.",
    "The team was forced to cancel the trip.",
    "Farmers were forced to sell their cattle.",
    "Two teams fought for the cup.",
    "Villagers and farmers fought for better prices.",
    "The families and residents fought the fire.",
    "The army launched an operation to rescue flood victims.",
    "The party was founded in 1998.",
    "He was taken to hospital by ambulance.",
    "Police took the bodies to the station.",
)


@pytest.mark.parametrize("grid", GRIDS)
def test_whoever_does_it_and_whatever_is_done(grid: str) -> None:
    who, what, types = GRIDS[grid]
    told = [f"{each} {done} on 3 May." for each, done in product(who, what)]
    kinds = {each: coding.sub_event_type if (coding := code(each)) else "" for each in told}
    assert not {each: kind for each, kind in kinds.items() if kind not in types}


def test_what_only_sounds_like_an_act_is_none() -> None:
    assert not [each for each in NO_ACTS if code(each)]
