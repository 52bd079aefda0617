"""What words only name is no event: trends, numbers of acts, known truces, calls, campaigns begun long ago; and what is one for all that."""

from datetime import date

import pytest

from dashboard.extraction import read_report
from dashboard.extraction.annotate.titles import summary_lines
from dashboard.extraction.model import Modality
from dashboard.text import Report

_HAPPENED = {Modality.HAPPENED, Modality.ONGOING, Modality.CLAIMED}
_ONLY_NAMED = (
    "Nikopol has been shelled hundreds of times.",
    "A wave of attacks hit villages in Zamfara over the past three months.",
    "Fighting in Amhara eased slightly compared to the previous week.",
    "Explosions decreased nationwide compared to May.",
    "Protests doubled in Karachi compared to April.",
    "There were 1,084 settler attacks, of which 107 led to casualties.",
    "With today's attack, the number of attacks by drones on the area since the beginning of 2023 has risen to 33.",
    "Five villagers have lost their lives in IED blasts since then.",
    "The group has carried out most such attacks in the province in recent years.",
    "A new massacre shook the province of El Oro.",
    "He urges Yemenis to take to the streets on Friday.",
    "Residents of Hodeidah have called a march for peace for Thursday.",
    "Activists called on people to march on Friday in Harare.",
    "The truce",
    "What the truce has not changed | More",
    "The peace talks with the guerrilla were suspended in September.",
    "Truce with a dissident faction ends in Caquetá",
    "The US launched its air campaign against the Houthis on 15 February.",
    "There is no evacuation of Kherson.",
    "There was no airstrike in Idlib.",
    "The rebels stepped up their attacks on army posts in Goma.",
    "The Red Crescent brought 14 families out of Karachi in a truce of an hour on Monday.",
    "The bus was bringing elders back from a reconciliation meeting at Galkayo.",
    "The Ministry of Health of the Government of National Accord named five victims in Tripoli on Monday.",
    "The army and the rebels have besieged Dilling for months.",
    "May those who live in Goma be spared, they hear shooting at all hours.",
    "We examined 23 videos of the attack on Goma on Monday.",
    "In October we documented 41 airstrikes on Idlib.",
    "Fighting in Amhara eased slightly.",
    "Attacks in Jos rose by 40 percent.",
    "Clashes in Jos intensified on Tuesday compared to Monday.",
    "Clashes fell against the previous month in Jos.",
    "A new massacre has shocked the country.",
    "The truce in Galkayo collapsed.",
)
_ONE_FOR_ALL_THAT = (
    "The two sides signed a truce in Galkayo on Monday.",
    "A truce took hold in Galkayo on Sunday evening.",
    "The government declared a ceasefire in Tigray on Monday, to last until the end of the season.",
    "The army launched an offensive on Goma on Monday.",
    "Residents marched in Karachi on Thursday.",
    "Fighting intensified around Goma on Monday.",
    "The enemy dropped a guided bomb on Kherson on Monday.",
    "The number of those killed by the missile that hit Kherson on Monday rose to nine.",
    "There were no casualties in the shelling of Kherson on Monday.",
    "A new attack hit Karachi on Monday, killing two.",
    "Footage geolocated and published on Monday shows that rebels seized Goma.",
    "Geolocated footage published on Monday indicates that rebels advanced in northern Goma.",
    "Relatives of the dead blocked the highway in Karachi with burning tyres on Monday.",
    "A family of six was murdered in a house in Karachi, half an hour from the port.",
    "Elders signed a peace deal in Galkayo on Monday after clashes that had claimed nine lives since January.",
    "Chasiv Yar was shelled 11 times.",
    "The enemy carried out 25 airstrikes on Douma since the early hours of this morning.",
    "Drones hit a convoy near Goma on Monday, he said without giving a toll.",
    "In the second half of February, an airstrike on a village near Idlib left eight civilians dead.",
    "The rebels stepped up their attacks on army posts in Goma on Monday.",
    # fewer of something else, or nothing compared
    "As clashes died down, gunmen looted the market of Beni.",
    "When the rain eased, gunmen attacked the village of Kiwanja.",
    "Power is down in Sumy after a missile hit the plant.",
    "The rebels attacked Beni but their advance slowed.",
    "Fighting slowed after the army stormed Beni.",
    "A rocket fell against the wall of a school in Sderot.",
    "Protests against the tax intensified in Jos on Monday as thousands marched.",
    "Soldiers dropped grenades on a house in Beni, destroying 30% of it.",
    "A shell fell on a market in Omdurman on Monday, the third attack there from last week.",
    # counted, but no acts
    "M23 has seized most of the town of Beni.",
    "The blast has destroyed most of the market in Beni.",
    "Gunmen have abducted 30 pupils in Kaduna on Monday and they have been missing since then.",
    "A number of rebels attacked Beni on Sunday, the third raid this year.",
    "Police arrested a total of 60 protesters in Jos on Monday, the biggest sweep since June.",
    "Six rockets were fired at Sderot, two of which caused damage to a school.",
    "Russia launched 20 drones at Odesa on Monday, of which three caused damage.",
    # another act
    "Another missile hit a hospital.",
    "A second drone hit an ambulance.",
    # truces made
    "Talks in Doha ended on Monday with a ceasefire deal between the army and the rebels.",
    "The army and the RSF signed a ceasefire in Jeddah on Monday that expires in a week.",
    "The peace agreement, signed in Juba on Sunday, ends five years of war.",
    "A ceasefire was signed in Juba on Monday after earlier talks had failed.",
    "Elders brokered a truce between the clans in Galkayo that ends a week of clashes.",
    "Hamas and Israel approved the ceasefire.",
    # snippets
    "Rebels shelled Beni, killing six. Read more",
    "M23 rebels have seized Beni, the army said. Continue reading",
    "A drone has hit a bus in Kherson, killing a man. Full story »",
    "Gunmen attacked a market in Jos, where people want to learn more.",
    # bidden and done
    "Soldiers told villagers to gather in the square and shot dead nine men in Beni.",
    "The Council on Tribal Accord called a march in Imphal on Monday.",
)


def _happened(text: str) -> list[str]:
    read = read_report(Report(text, published=date(2024, 3, 6))).events
    return [str(each.sub_event_type) for each in read if each.modality in _HAPPENED]


@pytest.mark.parametrize("text", _ONLY_NAMED)
def test_what_is_only_named_is_no_event(text: str) -> None:
    assert _happened(text) == []


@pytest.mark.parametrize("text", _ONE_FOR_ALL_THAT)
def test_what_was_done_is_one_for_all_that(text: str) -> None:
    assert _happened(text) != []


def test_lines_under_key_highlights_sum_up_without_a_bullet() -> None:
    text = (
        "Key Highlights\nTwo villages were shelled.\nSix people died.\n\nDevelopments\nShells fell on Beita."
    )
    assert [each.of(text) for each in summary_lines(text)] == [
        "Two villages were shelled.",
        "Six people died.",
    ]


def test_a_second_strike_of_the_day_is_an_act_of_its_own() -> None:
    text = "A car bomb exploded in Mogadishu on Sunday, killing four. A second blast struck rescuers minutes later."
    assert len(_happened(text)) == 2


@pytest.mark.parametrize(
    ("text", "killed"),
    [
        ("Forty people were killed during the conflict between herders and farmers in Jos on Monday.", 40),
        ("Ten people were killed during the uprising in Beni on Monday.", 10),
        ("Two people were killed during the campaign event of the party in Jos on Monday.", 2),
    ],
)
def test_the_dead_of_a_day_and_a_town_are_no_sum_over_a_war(text: str, killed: int) -> None:
    (event,) = read_report(Report(text, published=date(2024, 3, 6))).events
    assert event.fatalities == killed
