"""Words starred to slip past a filter are the words they are; stars round words are none of them."""

import pytest

from dashboard.language.tokens import tokens


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("They kil*led two.", ["They", "killed", "two"]),
        ("Sni*per ki*lls a man", ["Sniper", "kills", "a", "man"]),
        ("a b*om*b", ["a", "bomb"]),
        ("*Shells* hit **Homs**", ["Shells", "hit", "Homs"]),
        ("two* men", ["two", "men"]),
    ],
)
def test_a_starred_word_is_one_word(text: str, words: list[str]) -> None:
    assert [each.text for each in tokens(text) if each.kind in ("plain", "word")] == words


def test_a_starred_word_keeps_its_place() -> None:
    assert tokens("They kil*led two.")[1].start == 5
    assert tokens("They kil*led two.")[1].end == 12
