"""A second place that a report names and where its act was not: a grid of tellings by towns of three countries."""

from datetime import date

import pytest

from dashboard.extraction import read_report
from dashboard.text import Report

TOWNS = [("Kano", "Katsina", "Nigeria"), ("Idlib", "Aleppo", "Syria"), ("Pikine", "Thiès", "Senegal")]
ACT = "Gunmen killed three traders in {here} on Tuesday."
TOLD = {
    "a day, then its town in brackets": "June 13, 2024 ({CAPITALS}) – " + ACT,
    "a town in brackets, then the day": "({CAPITALS}) June 13, 2024 – " + ACT,
    "a town, its country, the day, the agency": "{other} ({country}), Jun 13 (Agency).- " + ACT,
    "a line of day, clock and town": "Raid\n\nThursday 13 June 2024 - 14:37 / {other} / Security\n\nFighters have gathered around {here} since Monday.\n\nAccording to the spokesman, gunmen killed three traders on Tuesday.",
    "who fled and told": ACT
    + " Residents who had fled to {other} said that the attackers burned four shops at six in the morning.",
    "who speaks there": ACT
    + " Speaking in {other}, the governor said that gunmen burned four shops on Wednesday.",
    "whence a jet took off": "The jet, which took off from {other}, bombed {here} on Tuesday. A boy and an old man died the next day.",
    "whence a column came": "On Tuesday gunmen stopped a column coming from {other}, some fifteen kilometres from {here}, and killed two drivers.",
    "where one of the hurt was brought": ACT
    + " A guard, who had been taken to {other} with burns, died on Wednesday.",
    "a road, then the town meant": ACT
    + " The road to {other} is long. On Wednesday they burned four shops in the town.",
    "a road, then the community meant, a paragraph on": ACT
    + " The governor condemned it beside the road to {other}.\n\nOn Wednesday the two groups clashed around the community.",
}


def test_the_act_is_where_it_was_told_to_be() -> None:
    wrong = []
    for how, told in TOLD.items():
        for one, two, country in TOWNS:
            for here, other in ((one, two), (two, one)):
                text = told.format(here=here, other=other, CAPITALS=other.upper(), country=country)
                places = [
                    event.location for event in read_report(Report(text, published=date(2024, 6, 13))).events
                ]
                if not places or any(not place.endswith(here) for place in places):
                    wrong.append((how, here, places))
    assert not wrong


@pytest.mark.parametrize(
    ("text", "location"),
    [
        ("Gunmen attacked a bus coming from Kano on Tuesday, killing two.", "Kano"),
        ("Gunmen attacked a bus on the road to Kano on Tuesday, killing two.", "Kano"),
        ("June 13, 2024 (Kano) – Gunmen killed three traders.", "Kano"),
        ("Shells hit the Al-Amal hospital in Idlib on Tuesday, killing two patients.", "Idlib"),
        (
            "Gunmen killed three traders in Kano on Tuesday. Residents of Katsina said nothing.",
            "Kano",
        ),
    ],
)
def test_the_only_place_told_stays_the_place(text: str, location: str) -> None:
    (event,) = read_report(Report(text, published=date(2024, 6, 13))).events
    assert event.location == location


IZIUM = "A Russian missile struck a market in Izium in Ukraine on Tuesday, killing six people. A Ukrainian drone killed a driver outside Shebekino in Russia on Wednesday.\n\n"
TAIZ = "A girl of nine was shot dead by a sniper in the east of Taiz in Yemen on Tuesday.\n\n"
QUIBDO = "Gunmen killed two farmers in Quibdó in Colombia on Tuesday.\n\n"


@pytest.mark.parametrize(
    ("text", "town"),
    [
        (IZIUM + "The Ukrainian air force said it had shot down 32 of 55 drones overnight.", "Shebekino"),
        (IZIUM + "The defence ministry said 40 of 60 missiles were shot down on Thursday.", "Shebekino"),
        (TAIZ + "The US launched its air campaign against the Houthis on 15 March.", "Taiz"),
        (QUIBDO + "The peace talks with the ELN were suspended by the government in September.", "Quibdó"),
        (QUIBDO + "Rebels carried out dozens of air strikes across the country on Wednesday.", "Quibdó"),
    ],
)
def test_an_act_of_the_whole_country_is_not_at_the_town_told_before(text: str, town: str) -> None:
    rows = read_report(Report(text, published=date(2025, 4, 10))).events
    below = [event for event in rows if event.mentions[0].char_start > text.index("\n\n")]
    assert not [event.location for event in below if event.location.endswith(town)]


def test_air_defence_at_a_town_stays_there() -> None:
    text = IZIUM + "The air force downed 40 of 60 drones over Kharkiv on Thursday."
    assert "Kharkiv" in [
        event.location for event in read_report(Report(text, published=date(2025, 4, 10))).events
    ]


@pytest.mark.parametrize(
    ("text", "places"),
    [
        (
            "South Kivu: fighting in the highlands of Fizi\n\nThursday 13 June 2024 - 14:37 / Uvira / Security\n\nGroups have gathered around Dharwat.\n\nAccording to the spokesman, gunmen killed three traders on Tuesday.",
            ["Fizi"],
        ),
        (
            "Clan militias fought in Galkayo in Somalia on Saturday, killing seven.\n\nA truce brokered by the Galmudug administration was signed on Sunday.",
            ["Gaalkacyo", "Gaalkacyo"],
        ),
        (
            "Clan militias fought in Galkayo in Somalia on Saturday, killing seven.\n\nGunmen killed three traders in Galmudug on Sunday.",
            ["Gaalkacyo", "Galmudug"],
        ),
    ],
)
def test_where_a_report_was_written_and_who_rules_a_region_are_no_places_of_an_act(
    text: str, places: list[str]
) -> None:
    rows = read_report(Report(text, published=date(2024, 6, 13))).events
    assert [event.location for event in rows] == places


@pytest.mark.parametrize(
    ("text", "places"),
    [
        ("Mogadishu (Somalia), Jun 13 (Agency).- A bomb killed three people here on Tuesday.", ["Mogadishu"]),
        ("Quetta (Pakistan), Jun 13 - A bomb killed four people on Tuesday.", ["Quetta"]),
        ("Bhakkar (Punjab), Jun 13 - Gunmen killed two policemen.", ["Bhakkar"]),
        ("Quetta (Pakistan), Jun 13 - A bomb killed four people in Kalat on Tuesday.", ["Kalat"]),
    ],
)
def test_a_dateline_s_town_is_the_place_and_never_the_country_in_its_brackets(
    text: str, places: list[str]
) -> None:
    rows = read_report(Report(text, published=date(2024, 6, 13))).events
    assert [event.location for event in rows] == places


@pytest.mark.parametrize(
    ("text", "places"),
    [
        ("Clashes shook Tripoli on Tuesday. Militias fired mortars in the south, killing two.", {"Tripoli"}),
        ("Rebels attacked Sake on Tuesday. They looted shops in the east.", {"Sake"}),
        ("Gunmen attacked a village in the south, killing five people. The raid took place in Zamfara on Tuesday.", {"Zamfara"}),
        ("Fighting went on across Libya on Tuesday. Militias fired mortars in the south of the country, killing two.", {"Libya", "southern Libya"}),
        ("Gunmen entered Goma on Tuesday. They shot dead a journalist, sparking outrage across the country.", {"Goma"}),
        ("Rebels took Quibdó on Tuesday. They carried out dozens of air strikes across the country on Wednesday.", {"Quibdó", "Colombia"}),
        ("Russia attacked Odesa on Tuesday. The air force said it downed 12 drones over the city.", {"Odesa"}),
        ("Drones attacked Sevastopol on Tuesday. The defence ministry said 17 drones were downed there.", {"Sevastopol"}),
        ("Russia attacked Odesa on Tuesday. The air force said it downed 12 drones.", {"Odesa", "Ukraine"}),
    ],
)  # fmt: skip
def test_a_side_an_outcry_and_the_city_are_not_the_country(text: str, places: set[str]) -> None:
    rows = read_report(Report(text, published=date(2024, 6, 13))).events
    assert {event.location for event in rows} == places


@pytest.mark.parametrize(
    ("text", "places"),
    [
        ("Thursday 13 June 2024 - 14:37 / Uvira / South Kivu\n\nGunmen killed two people in the town on Wednesday.", ["Uvira"]),
        ("Thursday 13 June 2024 - 14:37 / Uvira / Security\n\nGunmen killed two people on Wednesday.", ["Uvira"]),
        ("Thursday 13 June 2024 - 14:37 / Uvira / Security\n\nGunmen killed two people in Fizi on Wednesday.", ["Fizi"]),
        ("A crowd marched in Beni on Tuesday. Speaking at Oicha, an activist was shot dead by soldiers.", ["Beni", "Oicha"]),
        ("A crowd marched in Beni on Tuesday. Speaking at Oicha, the mayor said that soldiers shot dead an activist.", ["Beni", "Beni"]),
        ("A bomb killed two in Galkayo on Tuesday. Militants also attacked a Galmudug government post.", ["Gaalkacyo", "Galmudug"]),
    ],
)  # fmt: skip
def test_a_stamp_a_stage_and_a_government_s_post_are_places_where_the_act_was_there(
    text: str, places: list[str]
) -> None:
    rows = read_report(Report(text, published=date(2024, 6, 13))).events
    assert [event.location for event in rows] == places
