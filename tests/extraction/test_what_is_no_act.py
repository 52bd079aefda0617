"""What is wanted, rumoured, planned, counted since long or was something else is no act; what stands beside each tells one."""

from datetime import date

import pytest

from dashboard.extraction import read_report
from dashboard.extraction.model import Modality
from dashboard.text import Report

PUBLISHED = date(2023, 5, 5)  # a Friday
_DONE = (Modality.HAPPENED, Modality.ONGOING, Modality.CLAIMED)


def done(text: str) -> list[str]:
    read = read_report(Report(text, published=PUBLISHED)).events
    return [str(each.sub_event_type) for each in read if each.modality in _DONE]


@pytest.mark.parametrize(
    "text",
    [
        "The army plans a controlled detonation near Bama today.",
        "There are messages in chats about an evacuation of Pavlohrad.",
        "Fakes about a forced evacuation of Beryslav are being spread.",
        "Rumours, such as that of a kidnapping in Haris on 4 May, are left out.",
        "Rebels want an immediate ceasefire, their envoy said in Goma on Wednesday.",
        "The envoy is in Goma to press for a nationwide truce.",
        "The barricades in Goma are dismantled overnight following talks with envoys.",
        "The reported bombing of a depot in Goma on 2 May turned out to be an equipment fire.",
        "He rejected versions that soldiers had exchanged fire with rebels in Goma on 3 May.",
        "Demonstration activity in Goma, by contrast, fell.",
        'On 2 May, the marshal announced a "decisive battle" for Goma.',
        "Authorities have done little to stop the attacks in Goma.",
        "Officials say that Goma hosts around a million people displaced from elsewhere.",
        "Since the start of the year, 87 soldiers have been put out of combat near Goma.",
        "Troops have retaken seven settlements near Goma since the end of February.",
        "The air force carried out at least 31 strikes in Kachin in the first two weeks of April.",
        "The number of those who have been killed in attacks in Goma has risen to 64.",
        "The number of suspects arrested in Goma in the month of April now stands at 87.",
    ],
)
def test_it_is_no_act(text: str) -> None:
    assert done(text) == []


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("The army carried out a controlled detonation near Bama on Wednesday.", "Disrupted weapons use"),
        ("Rebels and the army agreed on a ceasefire in Goma on Wednesday.", "Agreement"),
        ("A bag at the station of Goma blew up on Wednesday, and it turned out to be a bomb.", "Remote"),
        ("He rejected the offer, and soldiers exchanged fire with rebels in Goma on 3 May.", "Armed clash"),
        ("Hundreds demonstrated in Goma on Wednesday.", "Peaceful protest"),
        ("The army launched an offensive on Goma on Wednesday.", "Armed clash"),
        ("Troops have retaken a settlement near Goma since Wednesday.", "Government"),
        ("The air force carried out two strikes in Goma on Wednesday.", "Air/drone strike"),
        ("A bomb hit a market in Goma on Wednesday. The number of dead has risen to 21.", "Remote"),
        ("On Wednesday police arrested 20 people in Goma.", "Arrests"),
    ],
)
def test_what_is_like_it_is_one(text: str, kind: str) -> None:
    assert [each.startswith(kind) for each in done(text)] == [True]
