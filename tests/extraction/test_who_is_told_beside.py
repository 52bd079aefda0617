"""Those of an act whom only the words beside it tell: who broke up a crowd, who was taken, who is meant by what a report calls its enemy.

Each way of telling is put with several; what they must not be read from stands against them.
"""

from datetime import date
from itertools import product

from dashboard.extraction import Event, read_report
from dashboard.text import Report


def _first(text: str) -> Event:
    return read_report(Report(text, published=date(2024, 3, 7))).events[0]


def _sides(text: str) -> tuple[str, str]:
    event = _first(text)
    return event.actor1, event.actor2


_CROWDS = (
    "Residents blocked the road in Nakuru on Monday",
    "Youths barricaded the road in Nakuru on Monday with logs",
    "Protesters marched in Nakuru on Monday",
)
_ANSWERS = (
    ". Police fired tear gas.",
    "; riot police fired tear gas.",
    ". They left after policemen spoke with them.",
    ". Officers fired warning shots.",
)
_NO_ANSWERS = (
    ". Police said nobody was hurt.",
    ". Police fired tear gas in Kisumu on Tuesday.",
    ". Nobody was hurt.",
)


def test_who_breaks_up_a_crowd_stands_against_it() -> None:
    told = [f"{crowd}{answer}" for crowd, answer in product(_CROWDS, _ANSWERS)]
    assert {each: _sides(each)[1] for each in told} == dict.fromkeys(told, "Police Forces of Kenya")


def test_police_that_only_speak_or_act_elsewhere_do_not() -> None:
    told = [f"{crowd}{answer}" for crowd, answer in product(_CROWDS, _NO_ANSWERS)]
    assert {each: _sides(each)[1] for each in told} == dict.fromkeys(told, "")


def test_whoever_is_taken_and_bears_no_arms_is_a_civilian() -> None:
    taken = {
        "nine members of an emergency room": "Civilians",
        "seven Ethiopian nationals": "Civilians",
        "17 of its staff": "Civilians",
        "three people": "Civilians",
        "two soldiers": "Military Forces of Sudan",
    }
    read = {who: _sides(f"RSF fighters detained {who} in Khartoum on Monday.") for who in taken}
    assert read == {who: ("Rapid Support Forces", side) for who, side in taken.items()}


def test_the_militia_and_a_people_in_the_plural_are_somebody() -> None:
    told = {
        "In El Fasher, Sudan, the militia shelled the market on Monday.": "Rapid Support Forces",
        "In Hodeidah, Yemen, the coup militia shelled homes on Monday.": "Houthi Movement (Houthis)",
        "In Bunia, Congo, the militia shelled the market on Monday.": "Unidentified Armed Group",
        "Russians dropped explosives from a drone on a minibus in Kherson on Monday.": "Military Forces of Russia",
        "Youths burned down two huts in Mutoko on Monday.": "Rioters",
        "Youths from the village shot dead a trader in Mutoko on Monday.": "Unidentified Armed Group",
    }
    assert {text: _sides(text)[0] for text in told} == told


def test_who_claims_that_attack_did_it_though_somebody_says_between_with_what() -> None:
    act = "Explosions at Karte Sakhi in Kabul killed six people on Monday."
    told = {
        f"{act} ISKP claimed that attack.": "Islamic State Khorasan Province",
        f"{act} Police said that three mortars had been used. ISKP claimed responsibility.": "Islamic State Khorasan Province",
        f"{act} Police said that bandits had burned a school in Herat on Tuesday. ISKP claimed responsibility.": "",
    }
    assert {text: _sides(text)[0] for text in told} == told


def test_one_more_clash_is_of_the_sides_of_the_last() -> None:
    act = "Fano militias clashed with the army in Dejen on Monday."
    told = {
        f"{act} Clashes were also reported around Dabat on Tuesday.": ("Fano", "Military Forces of Ethiopia"),
        f"{act} Clashes were reported around Dabat on Tuesday.": ("", ""),
    }
    events = {text: read_report(Report(text, published=date(2024, 3, 7))).events[1] for text in told}
    assert {text: (each.actor1, each.actor2) for text, each in events.items()} == told


def test_who_fires_on_others_than_the_crowd_does_not_break_it_up() -> None:
    act = "Villagers blocked the road in Nakuru on Monday"
    told = {
        f"{act}. Soldiers opened fire on bandits outside the town.": "",
        f"{act}. A gang attacked a bank and police opened fire on the gang.": "",
        f"{act}. Police opened fire on the crowd.": "Police Forces of Kenya",
        f"{act}. Police fired tear gas at the villagers.": "Police Forces of Kenya",
        f"{act}. Police opened fire.": "Police Forces of Kenya",
    }
    assert {text: _sides(text)[1] for text in told} == told


def _wrong(told: dict[str, tuple[str, str]]) -> dict[str, tuple[str, str]]:
    """The stories whose first event has other sides than these; an empty side is not looked at."""
    read = {text: _sides(text) for text in told}
    return {
        text: sides
        for text, sides in read.items()
        if any(want and want != got for want, got in zip(told[text], sides, strict=True))
    }


_CAME = ("burst into a cockpit", "rode into the village", "surrounded the house", "stopped the bus")
_DIED = ("Five people were killed.", "A trader was shot dead.", "Two farmers were hacked to death.")
_FLED = ("fled on a motorcycle", "escaped towards the hills", "are still at large")


def test_who_came_before_an_act_and_who_left_behind_it_did_it() -> None:
    nobody = "Unidentified Armed Group"
    before = {
        f"In Mutoko, eight armed men {came} on Monday. {died}": (nobody, "Civilians")
        for came, died in product(_CAME, _DIED)
    }
    behind = {
        f"A trader was shot dead in Mutoko on Monday. {who} {fled}.": (nobody, "Civilians")
        for who, fled in product(("The attackers", "The gunmen", "The raiders", "All the assailants"), _FLED)
    }
    taken = {
        f"A young man was found shot dead near Homs, Syria, on Monday, two days after gunmen {took}.": (
            nobody,
            "Civilians",
        )
        for took in ("had kidnapped him", "had taken him from his house", "abducted him")
    }
    assert not _wrong(before | behind | taken)


def test_nobody_is_made_a_doer_by_what_else_is_told() -> None:
    told = {
        "A trader was shot dead in Mutoko on Monday. The gunmen raided a shop in Harare on Tuesday.": "",
        "Police arrived in Mutoko on Monday. Five people were dead, killed by a blast.": "",
        "A trader was shot dead in Mutoko on Monday. Police fled the crowd.": "",
    }
    assert {text: _sides(text)[0] for text in told} == told


def test_whose_things_were_burned_and_who_was_hurt_beside_a_fight_suffered_it() -> None:
    acts = (
        "Settlers set fire to a truck near Huwara on Monday.",
        "Rebels of the ELN torched two tractors in Arauca, Colombia, on Monday.",
        "Al-Shabaab clashed with the army in Dinsoor, Somalia, on Monday.",
    )
    behind = (
        "The driver escaped unhurt.",
        "A 66-year-old woman was wounded.",
        "The driver and his helper were beaten and wounded.",
    )
    for act, next_ in product(acts, behind):
        if "clashed" in act and "unhurt" in next_:
            continue
        event = _first(f"{act} {next_}")
        assert "Civilians" in f"{event.actor2}; {event.assoc_actors}", (act, next_)


def test_a_fight_that_goes_on_lends_its_sides_to_the_fights_told_of_it() -> None:
    sides = {"Rapid Support Forces", "Military Forces of Sudan"}
    wars = (
        "Clashes between the Sudanese Armed Forces and the Rapid Support Forces have come closer to El Obeid.",
        "The war between the army and the Rapid Support Forces goes on in Sudan.",
        "Fighting between the Rapid Support Forces and the army continued in Sudan.",
    )
    fights = ("Fighting was reported in Kazgeil on Monday.", "Heavy clashes broke out in Kazgeil on Monday.")
    for war, fight in product(wars, fights):
        events = read_report(Report(f"{war} {fight}", published=date(2024, 3, 7))).events
        assert any({each.actor1, each.actor2} == sides for each in events if each.location == "Kazgeil"), (
            war,
            fight,
        )
    single = (
        "On Sunday the army clashed with bandits in Nyala, Sudan. Fighting was reported in Kazgeil on Monday."
    )
    last = read_report(Report(single, published=date(2024, 3, 7))).events[-1]
    assert (last.actor1, last.actor2) == ("", "")


def test_the_attackers_are_not_who_struck_those_that_attacked() -> None:
    told = {
        "Three bandits were killed in Zurmi on Monday. The attackers fled into the forest.": "",
        "Insurgents were killed in Palma on Monday. The attackers fled towards the sea.": "",
        "Two soldiers were killed in Zurmi on Monday. The attackers fled.": "Unidentified Armed Group",
        "A gang leader was killed in Zurmi on Monday. The gunmen fled.": "Unidentified Armed Group",
        "A trader was shot in Zurmi on Monday. The attackers fled.": "Unidentified Armed Group",
    }
    assert {text: _sides(text)[0] for text in told} == told
