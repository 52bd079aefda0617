"""Every form of the words in the lexicon."""

import pytest

from dashboard.language.wordlists import inflected, plural, word_classes


@pytest.mark.parametrize(
    ("verb", "form"),
    [
        ("seize", "seizing"),
        ("carry", "carried"),
        ("stop", "stopped"),
        ("clash", "clashes"),
        ("flee", "fleeing"),
    ],
)
def test_verbs_are_inflected(verb: str, form: str) -> None:
    assert form in set(inflected(verb))


@pytest.mark.parametrize(("noun", "form"), [("city", "cities"), ("day", "days"), ("ambush", "ambushes")])
def test_nouns_have_a_plural(noun: str, form: str) -> None:
    assert plural(noun) == form


def test_a_word_may_be_in_several_classes() -> None:
    classes = word_classes({"do": {"verbs": "attack"}, "what": {"nouns": "attack"}})
    assert classes["attacks"] == {"do", "what"}
    assert classes["attacked"] == {"do"}
