"""An act with no place, in a paragraph with none: in the town of the act told last, and not in one that was only named before."""

from datetime import date
from itertools import product

from dashboard.extraction import read_report
from dashboard.text import Report

BEFORE = [  # a town on the map, in which nothing happens
    "Port-au-Prince, May 7, 2025\n\nThe network tells of the work of its staff.",
    "PORT-AU-PRINCE (Agency) – The network told of the work of its staff on Wednesday.",
    "Our staff work in Port-au-Prince. They met again on Wednesday.",
    "The coastal road links Port-au-Prince to the north.\n\nIt was open.",
]
TOLD = [
    "On Monday gunmen attacked Sandaville, killing five.",
    "On Monday gunmen burned ten houses in Sandaville.",
    "On Monday night five men were shot dead in Sandaville.",
]
FURTHER = [
    "The police arrested three people on Tuesday.",
    "On Tuesday elders of both clans signed a ceasefire.",
    "On Tuesday morning residents blocked the road in protest.",
    "On Tuesday the attackers abducted seven people.",
]


def _places(text: str, day: date) -> set[str]:
    return {event.location for event in read_report(Report(text, published=day)).events}


def test_it_was_in_the_town_of_the_act_told_last() -> None:
    stories = ["\n\n".join(parts) for parts in product(BEFORE, TOLD, FURTHER)]
    wrong = [story for story in stories if _places(story, date(2025, 5, 7)) != {"Sandaville"}]
    assert not wrong


def test_a_town_on_the_map_that_was_told_since_is_where_it_was() -> None:
    since = "Relatives of the dead came together in Port-au-Prince in great numbers."
    stories = [f"{told}\n\n{since}\n\n{further}" for told, further in product(TOLD, FURTHER[:2])]
    wrong = [
        story for story in stories if _places(story, date(2025, 5, 7)) != {"Sandaville", "Port-au-Prince"}
    ]
    assert not wrong
