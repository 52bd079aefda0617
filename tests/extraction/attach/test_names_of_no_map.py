"""Names on no map: what leads to them, and what only looks like one."""

from datetime import date

import pytest

from dashboard.extraction import read_report
from dashboard.extraction.annotate.unresolved_toponyms import unresolved_toponyms
from dashboard.text import Report


def _names(text: str) -> list[str]:
    return [each.location for each in unresolved_toponyms(text, [])]


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Armed men executed the deputy mayor at the weekly fair of Watagunda.", "Watagunda"),
        ("Footage shows fighters raising their flag over the Munggawat police station.", "Munggawat"),
        ("Planes raided the heights of Umm Tuffah.", "Umm Tuffah"),
        ("A patrol spotted a base in the forest of Sermadi.", "Sermadi"),
        ("The army said it took back Mwezombi on Friday.", "Mwezombi"),
        ("They had ended the siege of Sodarabi.", "Sodarabi"),
        ("A device struck a convoy nr Qalimuw.", "Qalimuw"),
        ("Bandits held up a boat off Makelembe.", "Makelembe"),
    ],
)
def test_words_of_place_lead_to_a_name_on_no_map(text: str, name: str) -> None:
    assert _names(text) == [name]


@pytest.mark.parametrize(
    "text",
    [
        "Hunters came to a Fulani hamlet.",
        "They attacked two Hazara villages.",
        "The militia torched another Yazidi village.",
        "Officers backed by the Kenyan-led mission arrived.",
        "They were shelled by the Houthi-controlled army.",
    ],
)
def test_whose_a_village_is_and_who_leads_a_force_is_no_place(text: str) -> None:
    assert _names(text) == []


@pytest.mark.parametrize(
    ("text", "places"),
    [
        (
            "North Kivu. A jet bombed rebel positions at Kirumba on June 1. A bomb hit a guesthouse and killed two civilians.",
            {"Kirumba"},
        ),
        ("Troops based in Lonkin fired howitzers at Hmaw Si Sar village on 7 November.", {"Hmaw Si Sar"}),
    ],
)
def test_a_town_told_counts_and_not_the_region_above_or_where_troops_are_from(
    text: str, places: set[str]
) -> None:
    events = read_report(Report(text, published=date(2025, 11, 12))).events
    assert {each.location for each in events} == places
