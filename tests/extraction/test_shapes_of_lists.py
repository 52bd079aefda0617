"""A sign before every paragraph tells nothing: the same rows with it and without; a list's signs tell entry from entry."""

import re
from datetime import date

import pytest

from dashboard.extraction import read_report
from dashboard.extraction.annotate.signed import unsigned
from dashboard.text import Report

_STORIES = (
    """Bomb kills four at a market in Maiduguri

A bomb went off at a crowded market in Maiduguri on Tuesday morning, and four people were killed, the police said.

The wounded, eleven of them, were taken to the hospital of the university. Nobody has said that he did it.

The attack came a week after gunmen had burned a school in Bama. No one was hurt there.""",
    """KABUL, March 4 (Agency) - Gunmen stormed a guesthouse in Kunduz late on Sunday and killed three guards, officials said.

The attackers held the building until dawn, when soldiers took it back. Two of the gunmen were killed.

A spokesman of the governor said that the dead guards were brothers. He blamed the Taliban for the raid.""",
    """Shelling of Kherson goes on

Russian forces shelled the Dnipro district of Kherson on Saturday afternoon. A woman of 61 was killed at a bus stop.

Her husband was wounded in the leg and is being treated. The mayor said that the shells came from the other bank.

Earlier on Saturday a drone had dropped a grenade on a taxi in Antonivka, and its driver was wounded.""",
    """Herders kill five farmers in Plateau

Armed herders attacked a village near Jos on Thursday night and shot five farmers dead, residents told our reporter.

They came on motorbikes at about 11 p.m. and left before midnight. Nine houses were set on fire.

Soldiers who reached the village in the morning arrested two men.""",
)
_SIGNS = ("• ", "- ", "– ", "* ", "► ", "▪️ ", "🔹 ")
_LISTS = (
    "Two towns:\n• Sumy: calm.\n• Izium: a shell hit a barn.",
    "• Kabul, PD 4. A bomb went off.\n• Herat – Gunmen shot a cleric.\n• Balkh: calm.",
    "The week\n- 3 May: shells hit Sumy.\n- 4 May: a mine killed a farmer.",
    "• On 10 July, soldiers raided Jenin.\n• On 11 July, a man was shot in Nablus.",
    "Key points\n• Soldiers killed five men.\n• Settlers burned two cars.",
    "Shells fell on the whole front on Monday, the staff said in the evening, and many were hurt.\n• A drone hit a farm.",
    "1. A bomb went off in Yala.\n2. Two youths were seen to leave a box.",
    "2018 – Rebels take Gao.\n▸ 2019 – They leave it.\n▸ 2020 – A truce.",
    "-5 degrees were measured in the camp.",
    "Fighters left the town.",
)


def _signed(text: str, sign: str, *, shortest: int = 0) -> str:
    return re.sub(rf"(?m)^(?=\S.{{{shortest}}})", sign, text)


def _rows(text: str) -> list[tuple[object, ...]]:
    found = read_report(Report(text, published=date(2024, 3, 5))).events
    return [
        (each.start, each.end, each.location, each.sub_event_type, each.fatalities, each.actor1, each.actor2)
        for each in found
    ]


@pytest.mark.parametrize("sign", _SIGNS)
@pytest.mark.parametrize("story", _STORIES, ids=lambda each: each[:20])
def test_a_story_behind_signs_has_the_same_rows(story: str, sign: str) -> None:
    assert _rows(_signed(story, sign)) == _rows(story)
    assert _rows(_signed(story, sign, shortest=50)) == _rows(story)


@pytest.mark.parametrize("text", _LISTS)
def test_the_signs_of_lists_stay(text: str) -> None:
    assert unsigned(text) == text


def test_every_character_stays_where_it_was() -> None:
    for story in _STORIES:
        signed = _signed(story, "• ")
        assert [len(line) for line in unsigned(signed).split("\n")] == [
            len(line) for line in signed.split("\n")
        ]
        assert "•" not in unsigned(signed)


def test_a_report_that_is_all_list_is_read() -> None:
    text = "• 3 May: shells hit Sumy and killed two people\n• 4 May: a mine killed a farmer in Izium\n• 5 May: shells hit Kharkiv"
    assert [row[4] for row in _rows(text)] == [2, 1, None]
