"""Patterns over classes of words."""

import re
from types import ModuleType

import pytest

from dashboard.extraction.annotate import casualty_words, cues, modality
from dashboard.language.triggers import Grammar
from dashboard.language.wordlists import word_classes

_WORDS = word_classes(
    {"who": {"nouns": "rebel", "words": "IS"}, "do": {"verbs": "seize"}, "site": {"nouns": "city"}}
)


def _found(pattern: str, text: str, **phrases: list[str]) -> list[str]:
    grammar = Grammar(_WORDS, {"rule": [pattern]}, phrases)
    return [match.trigger.of(text) for match in grammar.matches(text)]


@pytest.mark.parametrize(
    ("pattern", "text", "found"),
    [
        ("@do", "Rebels seized two cities", ["seized"]),
        ("@who ~3 [ @do ] ~3 @site", "Rebels quickly seized two cities", ["seized"]),
        ("@who ~1 [ @do ]", "Rebels then very quickly seized it", []),
        ("@who ~ [ @do ]", "The rebels left. It was seized", []),
        ("@who ~ [ @do ]", "The rebels, they said, seized it", ["seized"]),
        ("town|@site", "the Town and the CITY", ["Town", "CITY"]),
        ("@who", "IS is here", ["IS"]),
        ("the? @site", "the city", ["the city"]),
        ("!@who @do", "he seized, rebels seized", ["he seized"]),
        ("-@who @do", "rebels seized, he seized", ["seized"]),
        ("[ @do ] -city", "seized city, seized village", ["seized"]),
        ("( set ablaze | burnt ) [ @site ]", "they set ablaze cities", ["cities"]),
        ("( all of )? @site", "all of city", ["all of city"]),
        ("$fire @site", "set fire to city", ["set fire to city"]),
        ("^ @do", "seized it and seized that", ["seized"]),
        ("@number|@year @site", "12 cities in 2019", ["12 cities"]),
        ("@ing @site", "bypassing cities", ["bypassing cities"]),
        ("us @site", "U.S. city", ["U.S. city"]),
        ("@who @site", "the rebel's city", ["rebel's city"]),
    ],
)
def test_a_pattern_finds_its_trigger(pattern: str, text: str, found: list[str]) -> None:
    assert _found(pattern, text, fire=["set fire to", "burn"]) == found


def test_a_class_that_no_list_spells_is_refused_by_name() -> None:
    with pytest.raises(ValueError, match="@nobody"):
        Grammar(_WORDS, {"rule": ["@nobody"]})


def test_what_may_be_asked_for_is_told_beforehand() -> None:
    grammar = Grammar(_WORDS, {"rule": ["@do"]}, also=["@who|village"])
    assert grammar.has(grammar.tokens("a burning village"), "@who|village")
    assert not grammar.has(grammar.tokens("a burning house"), "@who|village")


@pytest.mark.parametrize("room", [cues, casualty_words, modality], ids=lambda room: room.__name__)
def test_no_pattern_repeats_without_bound_so_hostile_text_stays_linear(room: ModuleType) -> None:
    expressions = [pattern.regex.pattern for _, pattern in room.GRAMMAR._rules]
    assert expressions
    assert not [each for each in expressions if re.search(r"[*+]|\{\d*,\}", each)]
