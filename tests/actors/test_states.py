"""States that use force, units with a number, armed men by a name, and who only tells of it."""

import pytest

from dashboard.actors import find
from dashboard.actors.model import Category


@pytest.mark.parametrize(
    ("words", "told", "name"),
    [
        ("Jordan bombed a farm near the border.", "Jordan", "Military Forces of Jordan"),
        ("The envoy said Chad had struck a camp.", "Chad", "Military Forces of Chad"),
        ("India has launched missiles at a base.", "India", "Military Forces of India"),
        ("The United States carried out two air raids.", "United States", "Military Forces of United States"),
        ("Rwanda sent 300 troops over the river.", "Rwanda", "Military Forces of Rwanda"),
        ("Eritrea has been shelling Badme.", "Eritrea", "Military Forces of Eritrea"),
        ("Two died in strikes by Pakistan.", "Pakistan", "Military Forces of Pakistan"),
        ("A post was shelled by Armenia.", "Armenia", "Military Forces of Armenia"),
        ("Ukraine's 3rd Assault Brigade fell back.", "Ukraine's 3rd Assault Brigade", "Military Forces of Ukraine"),
        ("The Fifth Division of the army dug in.", "The Fifth Division", "Military Forces"),
        ("Six men of the 4th Brigade were killed.", "the 4th Brigade", "Military Forces"),
        ("Police blame suspected Zomi militants.", "Zomi militants", "Zomi Militia"),
        ("Village volunteers held the bridge.", "Village volunteers", "Self-Defence Militia"),
        ("Bombardment by Israel went on.", "Israel", "Military Forces of Israel"),
        ("Eritrea and Ethiopia signed a peace deal.", "Eritrea", "Government of Eritrea"),
        ("A truce on which Turkey and Russia agreed holds.", "Russia", "Government of Russia"),
        ("They fight the Syrian president's government.", "Syrian president's government", "Government of Syria"),
        ("Drones of Iran hit Koya.", "Drones of Iran", "Military Forces of Iran"),
        ("Guns of the United Arab Emirates fired on Dhubab.", "Guns of the United Arab Emirates", "Military Forces of United Arab Emirates"),
        ("UAE jets bombed Zinjibar.", "UAE jets", "Military Forces of United Arab Emirates"),
        ("Officers fired on the crowd.", "Officers", "Police Forces"),
        ("A rebel salvo came next.", "rebel salvo", "Opposition Rebels"),
        ("Al-Shabaab took Bulo. Its fighters burned the mill.", "Its fighters", "Al-Shabaab"),
        ("The army fell back. Two of its soldiers died.", "its soldiers", "Military Forces"),
    ],
)  # fmt: skip
def test_who_acts_is_named(words: str, told: str, name: str) -> None:
    assert (told, name) in [(each.text, each.name) for each in find(words)]


@pytest.mark.parametrize(
    "words",
    [
        "Jordan hosted talks.",
        "Turkey was hit by a quake.",
        "Japan launched a satellite.",
        "Haiti struck by a storm.",
        "The town in Chad struck a deal with traders.",
        "The embassy of Mali attacked the report.",
        "Brazil beat Chile.",
        "Planes of Turkey Airlines landed as shells hit the port.",
        "Rebels struck the embassy of Peru.",
    ],
)
def test_a_country_that_uses_no_force_is_no_actor(words: str) -> None:
    named = find(words)
    assert not [each for each in named if each.name.startswith("Military Forces")]


@pytest.mark.parametrize(
    "words",
    ["Masked gunmen came.", "He blamed Islamist militants.", "In May fighters of no known group came."],
)
def test_a_word_that_is_no_name_makes_no_militia(words: str) -> None:
    assert not [
        each for each in find(words) if each.name.endswith(" Militia") and each.category is Category.NAMED
    ]


@pytest.mark.parametrize(
    "words",
    [
        "Inspector General of Police K. Rao said raiders came.",
        "Superintendent of police M. N. Das said raiders came.",
        "Police Commissioner Jane Wanjiru Otieno told reporters that raiders came.",
        "Army chief Omar Bello confirmed that raiders came.",
    ],
)
def test_who_speaks_under_a_title_has_no_part_in_it(words: str) -> None:
    speaker = find(words)[0]
    assert speaker.category is Category.SPEAKER


def test_a_short_form_is_told_from_a_word_by_its_letters() -> None:
    assert [each.name for each in find("LeT gunmen fled to Let Pan.", "PK")] == ["Lashkar-e-Taiba"]


@pytest.mark.parametrize(
    ("words", "name", "kind"),
    [
        ("Bandits came to the mill.", "Unidentified Armed Group", "Bandits"),
        ("Suspected jihadists came.", "Islamist Militia", "Jihadists"),
        ("Drones circled over the town.", "Unidentified Aircraft", "Drones"),
        ("Four resistance fighters came.", "Opposition Rebels", "Resistance Fighters"),
        ("The fighters came.", "Unidentified Armed Group", "Fighters"),
        ("The armed group came.", "Unidentified Armed Group", ""),
    ],
)
def test_what_the_report_calls_them_is_kept_beside_a_common_name(words: str, name: str, kind: str) -> None:
    assert (name, kind) in [(each.name, each.group) for each in find(words)]


@pytest.mark.parametrize(
    ("words", "told"),
    [
        ("Press officers briefed us.", "officers"),
        ("Election officers counted votes.", "officers"),
        ("The union met. Its members went home.", "Its members"),
        ("Turkey and Russia played a match.", "Turkey"),
    ],
)
def test_officers_of_an_office_and_members_of_a_union_are_no_force(words: str, told: str) -> None:
    forces = ("Police", "Military", "Government")
    assert not [each for each in find(words) if each.text == told and each.name.startswith(forces)]
