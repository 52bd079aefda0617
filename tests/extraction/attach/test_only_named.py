"""What words only name is no event: trends, numbers of acts, known truces, calls, campaigns begun long ago; and what is one for all that."""

from datetime import date

import pytest

from dashboard.extraction import read_report
from dashboard.extraction.annotate.titles import summary_lines
from dashboard.extraction.model import Modality
from dashboard.text import Report

_HAPPENED = {Modality.HAPPENED, Modality.ONGOING, Modality.CLAIMED}
_ONLY_NAMED = (
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
