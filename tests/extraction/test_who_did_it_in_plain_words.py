"""Doers and targets that a report gives no name: unknown men of any kind, those who were armed once, crowds that wait for food."""

from datetime import date
from itertools import product

from dashboard.extraction import read_report
from dashboard.extraction.model import Event
from dashboard.text import Report

UNKNOWN = (
    "unidentified motorcyclists",
    "an unknown group",
    "10 to 12 men",
    "men in camouflage",
    "men on horseback",
    "a lone gunman",
    "masked riders",
    "unknown hands",
    "pillion riders",
    "machete-wielding youths",
)
DONE = (
    "A trader was hacked to death by {} in Goma on Monday.",
    "On Monday, a teacher was shot dead in Goma by {}.",
)
ONCE_ARMED = (
    "Two former members of the army",
    "Two ex-soldiers",
    "Two retired gendarmes",
    "Two former officers of the police",
)
BODIES = (
    "Two decapitated bodies appeared on the beach in Goma on Monday.",
    "Two bodies with bullet wounds were found in a drain in Goma on Monday.",
    "The lifeless bodies of two men turned up in Goma on Monday.",
    "Two corpses were left at a bridge in Goma on Monday.",
)


def _event(text: str) -> Event:
    (event,) = read_report(Report(text, published=date(2024, 3, 18))).events
    return event


def test_unknown_people_who_kill_are_an_unidentified_armed_group() -> None:
    told = [sentence.format(who) for who, sentence in product(UNKNOWN, DONE)]
    sides = {each: (_event(each).actor1, _event(each).actor2) for each in told}
    assert [each for each in told if sides[each] != ("Unidentified Armed Group", "Civilians")] == []


def test_who_was_armed_once_or_is_appointed_by_the_armed_is_a_civilian() -> None:
    told = [f"{who} were shot dead by unknown men in Goma on Monday." for who in ONCE_ARMED]
    told.append("Unknown men shot dead a junta-appointed administrator in Monywa on Monday.")
    kinds = {each: (_event(each).sub_event_type, _event(each).actor2) for each in told}
    assert [each for each in told if kinds[each] != ("Attack", "Civilians")] == []
    assert _event("Two members of the army were shot dead in Goma on Monday.").actor2.startswith("Military")


def test_who_mans_a_checkpoint_acts_there() -> None:
    for post in ("an army checkpoint", "a checkpoint of the army", "a roadblock manned by soldiers"):
        event = _event(f"A driver was shot dead at {post} in Goma on Monday.")
        assert (event.sub_event_type, event.actor2) == ("Attack", "Civilians"), post
        assert event.actor1.startswith("Military"), post
    hit = _event("A bomb exploded at a checkpoint of the army in Goma on Monday, killing two soldiers.")
    assert hit.actor2.startswith("Military")


def test_bodies_found_are_so_many_dead() -> None:
    assert [each for each in BODIES if _event(each).fatalities != 2] == []


def test_fire_on_a_crowd_that_waits_for_food_is_an_attack() -> None:
    waits = ("waiting for aid trucks", "queuing for flour", "lined up, queueing, for bread")
    told = [f"Soldiers opened fire on a crowd {each} in Goma on Monday, killing four." for each in waits]
    assert [each for each in told if _event(each).sub_event_type != "Attack"] == []
    marched = _event("Soldiers opened fire on a crowd of protesters in Goma on Monday, killing four.")
    assert marched.sub_event_type == "Excessive force against protesters"


WHAT_WAS_HIT = {
    "Gunmen ambushed a column of traders' trucks near Goma on Monday.": "Attack",
    "Gunmen ambushed an army convoy near Goma on Monday.": "Armed clash",
    "Gunmen ambushed a convoy of traders escorted by soldiers near Goma on Monday.": "Armed clash",
    "Officials said that strikes damaged a port in Izmail on Monday.": "Air/drone strike",
    "The army conducted bombings of hideouts near Goma on Monday.": "Air/drone strike",
    "A warehouse in Goma was looted by a large crowd on Monday.": "Mob violence",
    "A taxi was set ablaze in Goma on Monday.": "Looting/property destruction",
    "On Monday, 12 cadres turned themselves in to police in Dantewada.": "Agreement",
}


def test_targets_tell_what_kind_of_act_it_was() -> None:
    read = {text: _event(text).sub_event_type for text in WHAT_WAS_HIT}
    assert read == WHAT_WAS_HIT


def test_strikes_of_workers_are_none() -> None:
    for text in ("Strikes by teachers hit schools in Goma on Monday.", "Hunger strikes hit prisons in Goma."):
        assert not [
            each for each in read_report(Report(text)).events if each.sub_event_type == "Air/drone strike"
        ]


ACTS = (
    "A bomb went off in Mora, Cameroon, on Sunday, killing two people.",
    "A drone struck a market in Mora, Cameroon, on Sunday, killing two people.",
)
BLAMES = (
    "Residents accuse Boko Haram of the attack. The group has not commented.",
    "The police hold Boko Haram responsible for the attack.",
    "The attack bears the hallmarks of Boko Haram.",
    "Local officials say Boko Haram is to blame.",
    "The banned Boko Haram claimed the strike.",
    "Boko Haram has been linked to the attack.",
)
NO_BLAME = (
    "Boko Haram denied it was behind the attack.",
    "The army blamed Boko Haram, and Boko Haram blamed the army.",
)


def test_who_is_blamed_did_it_though_an_aircraft_of_nobodys_is_told() -> None:
    told = [f"{act} {blame}" for act, blame in product(ACTS, BLAMES)]
    assert [each for each in told if _event(each).actor1 != "Boko Haram"] == []
    denied = [f"{act} {blame}" for act, blame in product(ACTS, NO_BLAME)]
    assert [each for each in denied if _event(each).actor1 == "Boko Haram"] == []


def test_nobody_is_blamed_who_keeps_the_place_safe_or_came_too_late() -> None:
    killed = "Six people were shot dead in Jos on Monday."
    said = (
        "The army, responsible for security in the town, said it was looking for them.",
        "The police are responsible for the safety of residents, the mayor said.",
        "Residents accuse the army of failing to protect them.",
        "The governor blamed the police for arriving late.",
        "Amnesty International accused the army of doing nothing.",
        "Community leaders accused soldiers of looking away.",
        "The police said they had launched a manhunt for the attackers.",
    )
    assert [each for each in said if _event(f"{killed} {each}").actor1] == []


CLAIMED = (
    "The army blamed {who} for Monday's bombing in {town}, in which five people died.",
    "The army accused {who} of the raid in {town} on Monday, in which five people died.",
    "{who} has claimed the ambush in {town} on Monday that killed five soldiers.",
    "Five people died in {town} on Monday in an attack which {who} says it carried out.",
    "Monday's attack in {town}, in which five people died, has been blamed on {who}.",
    "Five people died in an attack in {town} on Monday. The attack was claimed by {who}.",
    "Five people died in an attack in {town} on Monday. The shooting was blamed on {who}.",
    "Five people died in an attack in {town} on Monday. The army holds {who} responsible.",
    "Gunmen killed five people in {town} on Monday. No group has claimed it but residents accuse {who}.",
)
SIDES = (("ISWAP", "Damboa", "Islamic State West Africa"), ("M23", "Rutshuru", "March 23 Movement"))


def test_blame_and_claims_of_one_sentence_tell_who_did_it() -> None:
    told = {
        sentence.format(who=who, town=town): side for (who, town, side), sentence in product(SIDES, CLAIMED)
    }
    assert [text for text, side in told.items() if not _event(text).actor1.startswith(side)] == []


def test_that_no_one_claimed_it_counts_no_dead() -> None:
    assert _event("A bomb exploded in Jos on Monday. No one claimed responsibility.").fatalities is None
    assert _event("A bomb exploded in Jos on Monday, hurting no one.").fatalities == 0


def test_a_state_that_answers_acts() -> None:
    for how in ("replied with air strikes on", "responded by shelling", "hit back with air strikes on"):
        text = f"Hamas fired rockets at Ashkelon on Monday. Israel {how} Gaza City."
        (_, answer) = read_report(Report(text, published=date(2024, 3, 18))).events
        assert answer.actor1 == "Military Forces of Israel", how


REPORTED = (
    "Gunmen killed five people in Jos on Monday.",
    "Boko Haram fighters attacked Gwoza on Monday and killed three farmers.",
    "Two traders were shot dead in Katsina on Monday.",
)
REACTIONS = (
    "The governor urged {} to arrest those behind it.",
    "The governor directed {} to arrest the perpetrators.",
    "The union called on {} to immediately arrest and prosecute the killers.",
    "Residents demanded the release of the victims and the arrest of the attackers by {}.",
    "The senator thanked {} for their swift response.",
    "A spokesman for {} confirmed the incident.",
    "Residents say {} arrived two hours later.",
)
FORCES = ("the police", "security agencies", "the army", "troops")


def test_who_is_only_called_upon_thanked_or_told_of_is_no_side_of_the_act_before() -> None:
    for act in REPORTED:
        alone = _row(_event(act))
        told = [f"{act} {reaction.format(who)}" for who, reaction in product(FORCES, REACTIONS)]
        assert [each for each in told if _row(_event(each)) != alone] == []


def test_arrests_that_were_made_and_orders_that_were_carried_out_are_acts() -> None:
    for text in (
        "Police arrested three men in Lagos on Monday after residents urged them to act.",
        "The president ordered troops to fire on protesters in Goma on Monday, killing three.",
        "Fighters were told to attack the base in Goma and killed two soldiers on Monday.",
        "Militants wanted to rob a bank in Jos on Monday and killed two guards.",
        "Soldiers ordered to shoot killed three protesters in Goma on Monday.",
    ):
        assert _event(text).actor1, text


def _row(event: Event) -> tuple[object, ...]:
    return (event.sub_event_type, event.location, event.fatalities, event.actor1, event.actor2)


FOUGHT = {
    "Clashes between Israel and Hezbollah killed three in Khiam on Monday.": ("Israel", "Hezbollah"),
    "Clashes between Israel and Hezbollah groups killed three in Khiam on Monday.": ("Israel", "Hezbollah"),
    "Fighting broke out between Russia and Ukraine near Bakhmut on Monday.": ("Russia", "Ukraine"),
    "Armenia and Azerbaijan exchanged fire near Sotk on Monday.": ("Armenia", "Azerbaijan"),
    "Hezbollah clashed with Israel in Khiam on Monday.": ("Hezbollah", "Israel"),
    "Armenia accused Azerbaijan of shelling Sotk on Monday.": ("Azerbaijan", ""),
    "Azerbaijan opened fire on Armenian positions near Sotk on Monday.": ("Azerbaijan", "Armenia"),
    "Fighting between Sudan and Chad militias killed six in Tine on Monday.": (
        "Unidentified Armed Group",
        "",
    ),
    "A missile from Yemen hit Eilat on Monday.": ("", ""),
    "Shelling from Russia hit Sumy on Monday.": ("Russia", ""),
    "Fighting between Sudan's army and the RSF killed six in Omdurman on Monday.": ("Sudan", "RSF"),
    "Ansar Dine attacked an army camp in Timbuktu on Monday.": ("Ansar Dine", "Mali"),
}


def test_states_that_fight_each_other_are_its_sides() -> None:
    wrong = []
    for text, sides in FOUGHT.items():
        event = _event(text)
        told = tuple(
            name.replace("Military Forces of ", "").replace("Rapid Support Forces", "RSF")
            for name in (event.actor1, event.actor2)
        )
        if told != sides:
            wrong.append((text, told))
    assert wrong == []


def test_herders_and_farmers_who_attack_are_a_militia_and_those_who_suffer_civilians() -> None:
    act = (
        "Herders killed four farmers in Fianga on Monday.",
        "Farmers killed three herders in Fianga on Monday.",
        "Herders attacked Guma on Monday and killed four people.",
        "Four farmers were killed by herders in Guma on Monday.",
        "Suspected herders shot four people dead in Guma on Monday.",
        "Clashes between farmers and herders in Bokkos on Monday left five dead.",
    )
    suffer = (
        "Three farmers killed in Jos on Monday.",
        "Two farmers were shot dead in Jos on Monday.",
        "Four herders killed, two wounded in Jos on Monday.",
        "Farmers attacked at night in Jos on Monday lost 30 cows.",
        "Farmers attacked by gunmen in Jos on Monday fled.",
    )
    assert [each for each in act if _event(each).actor1 != "Communal Militia"] == []
    assert [each for each in suffer if _event(each).actor2 != "Civilians"] == []


def test_who_finds_bodies_killed_nobody_and_they_who_were_shot_are_the_victims() -> None:
    for text in (
        "Police found the bodies of two men, killed on Monday, in Tijuana.",
        "Soldiers later recovered the bodies of four traders in Gao on Monday.",
        "The bodies of two men were found by police in Tijuana on Monday.",
        "The victims are two men. They were shot dead in Cali on Monday.",
    ):
        event = _event(text)
        assert (event.actor1, event.actor2) == ("", "Civilians"), text
    for text, doer in (
        ("The army killed three rebels in Gao on Monday and recovered their bodies.", "Military Forces"),
        ("Two men attacked a shop in Cali on Monday. They were shot dead by police.", "Police Forces"),
    ):
        assert _event(text).actor1.startswith(doer), text


HELPED = (
    "Soldiers shot dead four men in Goma on Monday, accusing them of helping rebels.",
    "Soldiers shot dead a trader in Goma on Monday for selling food to the rebels.",
    "Soldiers shot dead a teacher in Goma on Monday whom they suspected of spying for the rebels.",
    "Soldiers shot dead two men in Goma on Monday, believed to be supplying the rebels with fuel.",
    "Soldiers shot dead a villager in Goma on Monday. He was accused of working with the rebels.",
)


def test_whom_the_killed_are_said_to_have_helped_is_no_side() -> None:
    sides = {each: (_event(each).actor1[:8], _event(each).actor2) for each in HELPED}
    assert [each for each in HELPED if sides[each] != ("Military", "Civilians")] == []
    taken = _event("The state is accused of supporting M23, which killed four people in Sake on Monday.")
    assert taken.actor1 == "March 23 Movement"


def test_informers_are_civilians_and_herders_who_come_and_kill_act() -> None:
    for whom in ("a police informer", "two army spies", "a suspected government informant"):
        assert _event(f"Rebels shot dead {whom} in Goma on Monday.").actor2 == "Civilians", whom
    for came in (
        "came back on Monday and",
        "entered Goma on Monday and",
        "returned on Monday and then",
    ):
        event = _event(f"The herders {came} killed four farmers in Goma.")
        assert (event.actor1, event.actor2) == ("Communal Militia", "Civilians"), came
    assert not _event("Herders went to Goma on Monday and were killed.").actor1


def test_they_of_a_next_act_are_those_who_did_the_one_before() -> None:
    for then in (
        "The following day they killed",
        "On Sunday they attacked Sake and killed",
        "They also killed",
    ):
        text = f"Rebels ambushed a convoy in Goma on Saturday. {then} a nurse in Sake."
        last = read_report(Report(text, published=date(2024, 3, 18))).events[-1]
        assert (last.sub_event_type, last.actor1, last.actor2) == (
            "Attack",
            "Opposition Rebels",
            "Civilians",
        ), text
