"""Who is named: the dictionary, patterns, references back, and what is nobody."""

import pytest

from dashboard import actors
from dashboard.actors import ActorMention
from dashboard.actors.dictionary import TYPES, country_names
from dashboard.actors.patterns import Pattern, patterns

NAMED = [
    ("ISIS fighters attacked", "ISIS fighters", "Islamic State"),
    ("members of the “Islamic State” organization", "Islamic State” organization", "Islamic State"),
    ("the \"Islamic State\" organization's fighters", "Islamic State\" organization's fighters", "Islamic State"),
    ("Hay’at Tahrir al-Sham shelled", "Hay’at Tahrir al-Sham", "Hayat Tahrir al-Sham"),
    ("the RSF stormed El Fasher", "RSF", "Rapid Support Forces"),
    ("M23 rebels took Sake", "M23 rebels", "March 23 Movement"),
    ("JNIM claimed it", "JNIM", "Jama'at Nusrat al-Islam wal-Muslimin"),
    ("Hamas's armed wing", "Hamas", "Hamas"),
    ("al-Shabaab militants", "al-Shabaab militants", "Al-Shabaab"),
    ("the Tatmadaw bombed", "Tatmadaw", "Military Forces of Myanmar"),
    ("the Sinaloa Cartel", "Sinaloa Cartel", "Sinaloa Cartel"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "words", "name"), NAMED)
def test_a_group_is_known_by_its_names(text: str, words: str, name: str) -> None:
    found = [each for each in actors.find(text) if each.category == "named"]
    assert [(each.text, each.name) for each in found] == [(words, name)]


@pytest.mark.parametrize("pattern", patterns(), ids=lambda pattern: pattern.match.pattern[:40])
def test_each_pattern_reads_its_example(pattern: Pattern) -> None:
    (found,) = actors.find(pattern.example)
    name = pattern.name.format(country=country_names().get(found.country, "")).removesuffix(" of ")
    assert (found.name, found.category) == (name, pattern.category)
    assert pattern.type in TYPES


GENERIC = [
    ("regime forces shelled Homs", "SY", "regime forces", "Military Forces of Syria", "State Forces"),
    ("the army shelled a camp", "SD", "the army", "Military Forces of Sudan", "State Forces"),
    ("Russian warplanes bombed", "SY", "Russian warplanes", "Military Forces of Russia", "External/Other Forces"),
    ("Israeli troops entered", "IL", "Israeli troops", "Military Forces of Israel", "State Forces"),
    ("Kenyan police fired", "KE", "Kenyan police", "Police Forces of Kenya", "State Forces"),
    ("unknown gunmen on motorbikes", "", "unknown gunmen on motorbikes", "Unidentified Armed Group", "Political Militias"),
    ("militiamen loyal to them", "SY", "militiamen loyal to them", "Pro-Government Militia", "Political Militias"),
    ("warplanes and helicopters", "SY", "warplanes and helicopters", "Unidentified Aircraft", "External/Other Forces"),
    ("their families left", "SY", "their families", "Civilians", "Civilians"),
    ("peaceful demonstrators marched", "IQ", "peaceful demonstrators", "Protesters", "Protesters"),
    ("Israeli settlers burnt a car", "PS", "Israeli settlers", "Settlers", "Rioters"),
    ("tribal fighters clashed", "SY", "tribal fighters", "Communal Militia", "Identity Militias"),
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
    assert {actor.type for actor in known} <= TYPES
    assert len({(actor.name, actor.years) for actor in known}) == len(known)
    countries = {country for actor in known for country in actor.countries}
    assert set(WARS.split()) <= countries
    assert all(actor.source for actor in known)


def _names(found: list[ActorMention]) -> list[str]:
    return [each.name for each in found]
