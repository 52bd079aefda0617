"""Who is named: the dictionary, patterns, references back, and what is nobody."""

import re
from datetime import date

import pytest

from dashboard import actors
from dashboard.actors import ActorMention
from dashboard.actors.dictionary import country_names
from dashboard.actors.model import ActorType
from dashboard.actors.patterns import ActorPattern, beginning_with, lexicon, patterns
from tests.gold.coding import coded, reports

NAMED = [
    ("ISIS fighters attacked", "ISIS fighters", "Islamic State"),
    ("members of the “Islamic State” organization", "Islamic State” organization", "Islamic State"),
    ("the \"Islamic State\" organization's fighters", "Islamic State\" organization's fighters", "Islamic State"),
    ("Hay’at Tahrir al-Sham shelled", "Hay’at Tahrir al-Sham", "Hayat Tahrir al-Sham"),
    ("the RSF stormed El Fasher", "RSF", "Rapid Support Forces"),
    ("M23 rebels took Sake", "M23 rebels", "March 23 Movement"),
    ("JNIM claimed it", "JNIM", "JNIM: Group for Support of Islam and Muslims"),
    ("Hamas's armed wing", "Hamas", "Hamas"),
    ("al-Shabaab militants", "al-Shabaab militants", "Al-Shabaab"),
    ("the Tatmadaw bombed", "Tatmadaw", "Military Forces of Myanmar"),
    ("the Sinaloa Cartel", "Sinaloa Cartel", "Sinaloa Cartel"),
    ("men of the Blue River gang", "Blue River gang", "Blue River Gang"),
    ("fighters of the NDX came", "NDX", "NDX"),
    ("FPQR rebels came", "FPQR rebels", "FPQR"),
    ("the New People's Army came", "New People's Army", "New People's Army"),
    ("the Women’s Protection Units", "Women’s Protection Units", "Women's Protection Units"),
    ("two cadres of KCP (PWG)", "KCP (PWG", "Kangleipak Communist Party"),
    ("armed Tiv youths came", "armed Tiv youths", "Tiv Militia"),
    ("youths from the Atuot community", "youths from the Atuot community", "Atuot Militia"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "words", "name"), NAMED)
def test_a_group_is_known_by_its_names(text: str, words: str, name: str) -> None:
    found = [each for each in actors.find(text) if each.category == "named"]
    assert [(each.text, each.name) for each in found] == [(words, name)]


@pytest.mark.parametrize("pattern", patterns(), ids=lambda pattern: pattern.match.pattern[:40])
def test_each_pattern_reads_its_example(pattern: ActorPattern) -> None:
    there = next(iter(lexicon()[pattern.named or pattern.whose])) if pattern.only_there else ""
    (found,) = actors.find(pattern.example, there)
    own = lexicon()[pattern.named][there] if pattern.named else pattern.name
    name = own.format(country=country_names().get(found.country, "")).removesuffix(" of ")
    assert (found.name, found.category) == (name, pattern.category)
    assert pattern.type in ActorType


GENERIC = [
    ("then Manipur Police came", "IN", "Police", "Police Forces of India", "State Forces"),
    ("Light Infantry Division 66 came", "MM", "Light Infantry Division 66", "Military Forces of Myanmar", "State Forces"),
    ("a Ukrainian kamikaze drone", "RU", "Ukrainian kamikaze drone", "Military Forces of Ukraine", "External/Other Forces"),
    ("the gendarme fell", "CM", "the gendarme", "Police Forces of Cameroon", "State Forces"),
    ("armed miscreants came", "NG", "armed miscreants", "Unidentified Armed Group", "Political Militias"),
    ("a group of NSAG elements came", "CM", "a group of NSAG elements", "Unidentified Armed Group", "Political Militias"),
    ("Enemy warplanes raided it", "LB", "Enemy warplanes", "Military Forces of Israel", "External/Other Forces"),
    ("regime forces shelled Homs", "SY", "regime forces", "Military Forces of Syria", "State Forces"),
    ("the army shelled a camp", "SD", "the army", "Military Forces of Sudan", "State Forces"),
    ("Russian warplanes bombed", "SY", "Russian warplanes", "Military Forces of Russia", "External/Other Forces"),
    ("Israeli troops entered", "IL", "Israeli troops", "Military Forces of Israel", "State Forces"),
    ("Kenyan police fired", "KE", "Kenyan police", "Police Forces of Kenya", "State Forces"),
    ("unknown gunmen on motorbikes", "", "unknown gunmen on motorbikes", "Unidentified Armed Group", "Political Militias"),
    ("loyalist gunmen fought", "SY", "loyalist gunmen", "Pro-Government Militia", "Political Militias"),
    ("Israeli airstrikes hit it", "LB", "Israeli airstrikes", "Military Forces of Israel", "External/Other Forces"),
    ("militiamen loyal to them", "SY", "militiamen loyal to them", "Pro-Government Militia", "Political Militias"),
    ("warplanes and helicopters", "SY", "warplanes and helicopters", "Unidentified Aircraft", "External/Other Forces"),
    ("their families left", "SY", "their families", "Civilians", "Civilians"),
    ("peaceful demonstrators marched", "IQ", "peaceful demonstrators", "Protesters", "Protesters"),
    ("Israeli settlers burnt a car", "PS", "Israeli settlers", "Settlers", "Rioters"),
    ("three former FARC combatants", "CO", "FARC combatants", "Civilians", "Civilians"),
    ("the Armenian side fired", "AM", "Armenian side", "Military Forces of Armenia", "State Forces"),
    ("air defence shot it down", "UA", "air defence", "Military Forces of Ukraine", "State Forces"),
    ("foreign mercenaries came", "LY", "foreign mercenaries", "Mercenaries", "External/Other Forces"),
    ("tribal fighters clashed", "SY", "tribal fighters", "Communal Militia", "Identity Militias"),
    ("customs guards came", "SY", "customs guards", "Police Forces of Syria", "State Forces"),
    ("customs officers came", "NG", "customs officers", "Police Forces of Nigeria", "State Forces"),
    ("forest guards came", "IN", "forest guards", "Police Forces of India", "State Forces"),
    ("frontier guards came", "LY", "frontier guards", "Police Forces of Libya", "State Forces"),
    ("coast guards came", "PK", "coast guards", "Military Forces of Pakistan", "State Forces"),
    ("coastguardsmen came", "LY", "coastguardsmen", "Military Forces of Libya", "State Forces"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "country", "words", "name", "kind"), GENERIC)
def test_those_without_a_name_are_read_by_pattern(
    text: str, country: str, words: str, name: str, kind: str
) -> None:
    (found,) = actors.find(text, country)
    assert (found.text, found.name, found.type) == (words, name, kind)
    assert found.span.of(text) == found.text


def test_the_organization_is_the_armed_group_named_last() -> None:
    found = actors.find("ISIS fought the army. The organization withdrew.", "SY")
    assert [(each.name, each.category) for each in found] == [
        ("Islamic State", "named"),
        ("Military Forces of Syria", "generic"),
        ("Islamic State", "anaphora"),
    ]


def test_the_organization_of_nobody_is_nobody() -> None:
    assert actors.find("The organization said so.") == []


def test_members_are_no_actor_beside_their_group() -> None:
    assert [each.name for each in actors.find("fighters of ISIS")] == ["Islamic State"]


@pytest.mark.parametrize(
    "text",
    [
        "The Syrian Observatory for Human Rights said",
        "it is set to be clear",
        "an amal and a fatah of no great size",
        "the sna and the rsf in lower case",
        "customs duties rose along the coast and the frontier",
        "a customs post by the forest",
        "",
    ],
)
def test_nobody_is_read(text: str) -> None:
    assert actors.find(text) == []


def test_one_name_of_many_bodies_is_taken_at_home_only() -> None:
    assert _names(actors.find("The SNA advanced.", "SY")) == ["Syrian National Army"]
    assert _names(actors.find("The AA advanced.", "SY")) == []


WARS = "SY IQ YE PS IL LB UA RU SD SS CD CF ML BF NE NG SO ET MM AF PK HT MX CO LY MZ AM AZ"


def test_the_dictionary_holds_the_wars_and_only_known_types() -> None:
    known = actors.actors()
    assert len(known) >= 400
    assert {actor.type for actor in known} <= set(ActorType)
    assert len({(actor.name, actor.years) for actor in known}) == len(known)
    countries = {country for actor in known for country in actor.countries}
    assert set(WARS.split()) <= countries
    assert all(actor.source for actor in known)


def _names(found: list[ActorMention]) -> list[str]:
    return [each.name for each in found]


BY_DAY = [
    ("The Taliban entered Kunduz.", "AF", "2015-09-28", "Taliban", "Rebel Groups"),
    ("The Taliban entered Kunduz.", "AF", "2023-09-28", "Taliban", "State Forces"),
    ("The RSF entered Nyala.", "SD", "2019-06-03", "Rapid Support Forces", "State Forces"),
    ("The RSF entered Nyala.", "SD", "2023-10-26", "Rapid Support Forces", "Rebel Groups"),
    ("The Artsakh Defence Army fired.", "AZ", "2020-10-01", "Artsakh Defence Army", "Rebel Groups"),
]


@pytest.mark.parametrize(("text", "country", "day", "name", "kind"), BY_DAY)
def test_the_day_tells_which_life_of_a_body_is_meant(
    text: str, country: str, day: str, name: str, kind: str
) -> None:
    assert [(each.name, each.type) for each in actors.find(text, country, date.fromisoformat(day))] == [
        (name, kind)
    ]


def test_a_body_that_is_no_more_is_not_meant() -> None:
    assert actors.find("The MINUSMA is remembered.", "ML", date(2025, 1, 1)) == []


AT_HOME = [
    ("Coalition warplanes struck.", "YE", "Saudi-led Coalition"),
    ("Coalition warplanes struck.", "IQ", "Global Coalition Against Daesh"),
    ("Soldiers entered the town.", "PS", "Military Forces of Israel"),
    ("Soldiers entered the town.", "LB", "Military Forces of Lebanon"),
    ("The occupiers shelled it.", "UA", "Military Forces of Russia"),
    ("Occupation forces shelled it.", "PS", "Military Forces of Israel"),
    ("In Mali, the army shelled it.", "BF", "Military Forces of Mali"),
    ("Members of the National Guard came.", "MX", "Military Forces of Mexico (National Guard)"),
]


@pytest.mark.parametrize(("text", "country", "name"), AT_HOME)
def test_the_country_tells_whose_they_are(text: str, country: str, name: str) -> None:
    assert _names(actors.find(text, country)) == [name]


BACK = [
    ("ISIS holds it. The SDF came. The extremists fled.", "Islamic State"),
    ("The RSF came. The SLA fled. The militia shot.", "Sudan Liberation Movement/Army"),
    ("Al-Shabaab came. The army shot. The insurgents fled.", "Al-Shabaab"),
    ("The Sinaloa Cartel came. The army shot. The cartel fled.", "Sinaloa Cartel"),
    ("Hezbollah said on Monday that its fighters shot.", "Hezbollah"),
    ("The armed wing of Hamas said it had shelled a post.", "Hamas"),
]


@pytest.mark.parametrize(("text", "name"), BACK)
def test_words_that_refer_back_mean_the_one_of_that_side_named_last(text: str, name: str) -> None:
    *_, last = actors.find(text)
    assert (last.name, last.category) == (name, "anaphora")


def test_the_terrorists_of_nobody_named_are_nobody_known() -> None:
    assert _names(actors.find("The terrorists fled.")) == ["Islamist Militia"]


SPEAKERS = [
    "Shells fell, the Lebanese army said.",
    "Shells fell, said a spokesman of the Lebanese army.",
    "Shells fell, according to the Lebanese army.",
    "Shells fell, police in the town said.",
    "Residents of Douma said shells fell.",
    "Lebanese army sources: shells fell.",
]


@pytest.mark.parametrize("text", SPEAKERS)
def test_who_only_tells_of_it_is_a_speaker(text: str) -> None:
    assert [each.category for each in actors.find(text)] == ["speaker"]


def test_one_soldier_in_what_an_army_says_is_its_own() -> None:
    found = actors.find("The Israeli army said one soldier was hurt.", "LB")
    assert _names(found) == ["Military Forces of Israel", "Military Forces of Israel"]


@pytest.mark.parametrize("name", reports())
def test_no_pattern_is_passed_over_for_its_first_word(name: str) -> None:
    text = coded(name).text.lower()
    for word in re.finditer(r"\w+", text):
        tried = beginning_with(word.group())
        passed = [each for each in patterns() if each.people != "must" and each not in tried]
        assert not [each.example for each in passed if each.match.match(text, word.start())]


UNLISTED = [
    ("Fighters of the Blue Hills Liberation Army attacked.", ["Blue Hills Liberation Army"]),
    ("The Salvation Army served soup.", []),
    ("He joined the Arakan Army.", ["Arakan Army"]),
    ("The Defence Command met.", []),
]


@pytest.mark.parametrize(("text", "names"), UNLISTED)
def test_a_group_nobody_listed_is_known_by_the_form_of_its_name(text: str, names: list[str]) -> None:
    assert _names(actors.find(text, "MM")) == names


def test_an_army_that_announces_its_strike_acts() -> None:
    (found,) = actors.find("The army announced a strike near Jowhar.", "SO")
    assert found.category == "generic"


UNITS = [
    ("Two CRPF jawans fell.", "IN", "Police Forces of India (Central Reserve Police Force)"),
    ("A Levies post burned.", "PK", "Police Forces of Pakistan (Levies)"),
    ("Frontier Corps men came.", "PK", "Military Forces of Pakistan (Frontier Corps)"),
    ("Brimob officers came.", "ID", "Police Forces of Indonesia (Mobile Brigade Corps)"),
    ("The GNB broke up a march.", "VE", "Military Forces of Venezuela (National Guard)"),
    ("National Police Reservists came.", "KE", "Police Forces of Kenya (Kenya Police Reserve)"),
    ("Border Guard Police fled.", "MM", "Police Forces of Myanmar"),
    ("Israeli Border Police came.", "PS", "Police Forces of Israel (Border Police)"),
    ("The IDF struck Tehran.", "IR", "Military Forces of Israel"),
    ("The Defence and Security Forces came.", "NE", "Military Forces of Niger"),
    ("The Defence and Security Forces came.", "CI", "Military Forces of Ivory Coast"),
]


@pytest.mark.parametrize(("text", "country", "name"), UNITS)
def test_units_of_a_state_carry_the_name_of_its_forces(text: str, country: str, name: str) -> None:
    assert name in _names(actors.find(text, country, date(2024, 3, 7)))


APART = [
    ("Jamaat Ansarullah fighters crossed.", "TJ", "Jamaat Ansarullah"),
    ("Ansarullah fired a missile.", "YE", "Houthi Movement (Houthis)"),
    ("A Shabwa Defense Forces post was hit.", "YE", "Shabwa Defense Forces"),
    ("Drones of the Government of National Unity struck.", "LY", "Government of National Unity"),
    ("The New IRA claimed it.", "GB", "New IRA: New Irish Republican Army"),
]


@pytest.mark.parametrize(("text", "country", "name"), APART)
def test_bodies_of_like_names_are_told_apart(text: str, country: str, name: str) -> None:
    assert name in _names(actors.find(text, country, date(2024, 3, 7)))
