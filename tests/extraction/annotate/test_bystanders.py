"""States that act, speak or stand behind somebody, clocks and datelines: named, and no place of an event."""

from datetime import date

import pytest

from dashboard import gazetteer
from dashboard.extraction import read_report
from dashboard.extraction.annotate.bystanders import Role, bystanders
from dashboard.extraction.model import UnreadReason
from dashboard.text import Report


def _roles(text: str) -> list[tuple[str, Role]]:
    survey = gazetteer.load().survey(text)
    places = survey.resolve(survey.country or None)
    seats = (gazetteer.load().capital_of(each.place.iso) for each in places if each.place)
    found = bystanders(text, places, frozenset(seat.place_id for seat in seats if seat))
    return [(each.place.toponym.name, each.role) for each in found]


@pytest.mark.parametrize(
    ("text", "name", "role"),
    [
        ("Iran fired missiles at Erbil.", "Iran", Role.ACTS),
        ("On Sunday Turkey shelled Dohuk.", "Turkey", Role.ACTS),
        ("Sudan denied it.", "Sudan", Role.ACTS),
        ("Ethiopia has been bombing Mekelle.", "Ethiopia", Role.ACTS),
        ("Kenya has also sent police to Haiti.", "Kenya", Role.ACTS),
        ("Rwanda-backed rebels took Sake.", "Rwanda", Role.BEHIND),
        ("With help from Rwanda and Uganda rebels took Sake.", "Uganda", Role.BEHIND),
        ("The army of Chad took Diffa.", "Chad", Role.BEHIND),
        ("Chad's army took Diffa.", "Chad", Role.BEHIND),
        ("Shells fell on Belgorod at 3:10 Moscow time.", "Moscow", Role.CLOCK),
        ("Shells fell on Belgorod at 3:10 a.m. (Kyiv time).", "Kyiv", Role.CLOCK),
        ("Officials in Kabul said a mine went off in Kunduz.", "Kabul", Role.SPEAKER),
        ("He told reporters in Nairobi that Garissa was calm.", "Nairobi", Role.SPEAKER),
        ("Moscow said Kursk was shelled.", "Moscow", Role.SPEAKS),
        ("Rebels, whom Eritrea backs, took Humera.", "Eritrea", Role.ACTS),
        ("Media close to Qatar wrote of Aden.", "Qatar", Role.BEHIND),
        ("Shells fell on Taiz, the rights office said in Geneva.", "Geneva", Role.SPEAKER),
        ("Shells fell on Taiz, the envoy said on Tuesday in Cairo.", "Cairo", Role.SPEAKER),
        ("Shells fell on Taiz, the envoy, in Japan for a meeting, said.", "Japan", Role.SPEAKER),
        ("Gunmen came to Beni at 1 a.m., said a man who lives in Goma.", "Goma", Role.SPEAKER),
        ("By our correspondent in Goma\n\nGunmen came to Beni.", "Goma", Role.SIGNS),
        ("Premium News (Abuja)\n\nGunmen came to Zuru.", "Abuja", Role.SIGNS),
        ("A Sudan army convoy came under fire in Nyala.", "Sudan", Role.BEHIND),
        ("The ceasefire with Islamabad ended in Swat.", "Islamabad", Role.BEHIND),
        ("It was calm in Homs, Nawa writes.", "Nawa", Role.SPEAKS),
        ("A Damascus-based monitor wrote of Homs.", "Damascus", Role.BEHIND),
        ("In Bamako, the French ambassador said a camp near Kidal was hit.", "Bamako", Role.SPEAKER),
        ("In Baghdad, a police spokesman said a bomb had gone off in Mosul.", "Baghdad", Role.SPEAKER),
    ],
)
def test_a_place_may_be_named_for_something_else(text: str, name: str, role: Role) -> None:
    assert (name, role) in _roles(text)


@pytest.mark.parametrize(
    "text",
    [
        "Israel was hit by rockets.",
        "Syria has been shelled for days.",
        "Iran saw protests on Monday.",
        "Gunmen in Mali attacked a village.",
        "Clashes in northern Chad killed six.",
        "Yemen, struck by floods, lost its crops.",
        "Moscow was hit by drones.",
        "Rebels struck from Sudan.",
        "Officials in Kabul were shot dead.",
        "Crowds broke into the parliament in Baghdad.",
        "Gunmen shot two reporters in Goma.",
        "It is time for Moscow to go.",
        "By Tuesday Kidal had fallen.",
        "Six cases of looting were reported in Goma.",
        "Gunmen killed a man who lives in Goma.",
        "He was shot, said a man who lives in Goma.",
    ],
)
def test_where_things_happen_is_no_bystander(text: str) -> None:
    assert _roles(text) == []


@pytest.mark.parametrize(
    ("text", "location", "country"),
    [
        ("Israel struck Baalbek on Monday, killing two people.", "Baalbek", "Lebanon"),
        ("Iran fired missiles at Erbil on Monday, killing two.", "Erbil", "Iraq"),
        (
            "Rwanda-backed rebels attacked Sake on Monday, killing two.",
            "Sake",
            "Democratic Republic of the Congo",
        ),
        ("A missile hit Odesa at 4 a.m. Moscow time on Monday, killing two.", "Odesa", "Ukraine"),
        (
            "GENEVA, Aug 5 (Agency) - Shells hit a hospital in El Fasher on Monday, killing six.",
            "El Fasher",
            "Sudan",
        ),
        ("NAIROBI (Agency) — Gunmen killed six soldiers on Monday.", "Kenya", "Kenya"),
        ("LAGOS — Gunmen killed six soldiers on Monday.", "Nigeria", "Nigeria"),
        ("Homs – shells killed six people on Monday.", "Homs", "Syria"),
        ("Gunmen killed two at Dharwat in Gombe State on Monday.", "Dharwat", "Nigeria"),
    ],
)
def test_an_event_is_where_its_words_say(text: str, location: str, country: str) -> None:
    (event,) = read_report(Report(text, published=date(2024, 8, 10))).events
    assert (event.location, event.country) == (location, country)


@pytest.mark.parametrize(
    "dateline", ["KABUL (Agency) —", "KABUL, March 4 (Agency) -", "Kabul (Agency) –", "KABUL —"]
)
@pytest.mark.parametrize(
    ("lead", "location"),
    [
        ("A bomb exploded outside a mosque on Monday, killing two people, police said.", "Kabul"),
        ("A grenade wounded four people at a market on Monday.", "Kabul"),
        ("Police fired tear gas at protesters on Monday, a day after a shooting in Jalalabad.", "Kabul"),
        ("Gunmen shot dead a journalist as she left her home on Monday.", "Kabul"),
        ("Hundreds of people marched on Monday over the arrest of a teacher in Herat.", "Kabul"),
        ("A blast tore through a mosque in northern Afghanistan on Monday, killing two.", "northern Afghanistan"),
        ("Gunmen killed six people in a remote valley on Monday.", "Afghanistan"),
        ("Gunmen killed six soldiers on Monday.", "Afghanistan"),
        ("Insurgents ambushed a convoy on Monday, killing six.", "Afghanistan"),
        ("Gunmen killed six people in a village on Monday.", "Afghanistan"),
        ("A suicide bomber killed six people in Herat on Monday.", "Herāt"),
        ("Gunmen killed six people on Monday. The attack took place in Herat.", "Herāt"),
        ("A drone attack killed two people on Monday, officials said. It hit Herat.", "Herāt"),
        ("A bomb killed two people on Monday. The blast came after an attack in Herat.", "Kabul"),
        ("A bomb killed two people on Monday. The blast was heard in Paghman.", "Kabul"),
        ("Gunmen shot dead a doctor on Monday. He had come from Herat.", "Kabul"),
        ("Gunmen shot dead a doctor on Monday. She worked at a clinic in Herat.", "Kabul"),
    ],
)  # fmt: skip
def test_a_lead_that_tells_of_nowhere_else_is_of_the_city_it_was_written_in(
    dateline: str, lead: str, location: str
) -> None:
    events = read_report(Report(f"{dateline} {lead}", published=date(2024, 3, 7))).events
    assert events[0].location == location


@pytest.mark.parametrize(
    "text",
    [
        "ABUJA (Agency) — Gunmen killed 12 people in a church on Sunday. The attack took place in Owo.",
        "LAGOS (Agency) - Gunmen killed 12 people on Sunday. The attackers struck Owo, residents said.",
        "ABUJA (Agency) — Gunmen shot dead 12 people on Sunday, police said. They were shot in Owo.",
        "ABUJA (Agency) — A drone attack killed 12 people on Sunday. The drone hit a house in Owo.",
    ],
)
def test_a_lead_whose_next_sentence_says_where_is_of_that_town(text: str) -> None:
    (event,) = read_report(Report(text, published=date(2024, 3, 7))).events
    assert (event.location, event.fatalities) == ("Owo", 12)


def test_what_is_no_scene_is_left_unread_with_the_reason() -> None:
    text = "A missile hit Odesa at 4 a.m. Moscow time on Monday, killing two."
    reading = read_report(Report(text, published=date(2024, 8, 10)))
    assert [(each.text, each.why) for each in reading.unread if each.reason is UnreadReason.NO_SCENE] == [
        ("Moscow", "a place where nothing is told to happen: whose clock counts")
    ]
