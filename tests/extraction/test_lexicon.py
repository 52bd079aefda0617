"""Patterns that pass over a text at one look find what they would find in it otherwise."""

import pkgutil
import re
from importlib import import_module

import pytest

import dashboard.extraction
from dashboard.extraction.lexicon import Worded, worded
from tests.gold.coding import FOLDER, coded, reports

EVERY = {
    f"{module.name}.{name}": value
    for module in pkgutil.walk_packages(dashboard.extraction.__path__, "dashboard.extraction.")
    for name, value in vars(import_module(module.name)).items()
    if isinstance(value, Worded)
}
SENTENCES = [
    sentence
    for name in reports(FOLDER)
    for sentence in re.split(r"(?<=[.!?])\s+|\n+", coded(name, FOLDER).text)
]


@pytest.mark.parametrize("name", EVERY)
def test_no_match_is_passed_over(name: str) -> None:
    pattern = EVERY[name]
    missed = [each for each in SENTENCES if not pattern.search(each) and pattern.regex.search(each)]
    assert not missed


def test_words_stand_in_any_case_and_with_any_blank() -> None:
    assert worded(["has to"]).search("It HAS\n to stop")
    assert not worded(["has to"]).search("It has stopped")
