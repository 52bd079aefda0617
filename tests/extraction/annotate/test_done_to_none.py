"""What was done to nobody and nothing is denied; what else the sentence tells is not."""

from datetime import datetime
from itertools import product

from dashboard.extraction import read_report
from dashboard.extraction.model import Modality
from dashboard.text import Report

_WHAT = ("police station", "school", "vehicle")
_DONE = ("was attacked", "was shelled", "has been looted", "were burned")
_HOW = (
    "No {} {} in Bama on Tuesday.",
    "Contrary to reports, no {} {} in Bama on Tuesday, the police said.",
    "None of the {}s {} in Bama on Tuesday.",
)
_DONE_ALL_THE_SAME = (
    "No one was hit when shells fell on Bama on Tuesday.",
    "No house was hit in the rocket attack on Bama on Tuesday.",
    "No casualties were reported in the shelling of Bama on Tuesday.",
    "No fewer than ten houses were burned in Bama on Tuesday.",
    "No less than five farmers were abducted in Bama on Tuesday.",
    "No fewer than 12 people were abducted in Bama on Tuesday.",
    "No arrests were made after gunmen were attacked by villagers in Bama on Tuesday.",
    "In a town with no water, houses were burned by rebels in Bama on Tuesday.",
    "The army said no position had been captured but Bama had been attacked on Tuesday.",
    "Houses No 5 and 7 were burned in Bama on Tuesday.",
    "Gunmen attacked Bama on Tuesday; no soldier was hit.",
)


def _happened(told: str) -> bool:
    report = Report(f"Maiduguri, 14 May 2025\n\n{told}\n", published=datetime(2025, 5, 14))
    return any(each.modality is Modality.HAPPENED for each in read_report(report).events)


def test_what_was_done_to_none_did_not_happen() -> None:
    told = [how.format(what, done) for how, what, done in product(_HOW, _WHAT, _DONE)]
    assert [each for each in told if _happened(each)] == []


def test_what_harmed_nobody_did_happen() -> None:
    assert [each for each in _DONE_ALL_THE_SAME if not _happened(each)] == []
