"""What a pattern needs decides where it is looked for at all, so it must never need more than a match holds."""

from itertools import product

import pytest

from dashboard.language.patterns import compiled

PATTERNS = {
    "a b": ["a", "b"],
    "a? b": ["b"],
    "a* b+": ["b"],
    "a|b c": ["ab", "c"],
    "( a | b )": ["ab"],
    "( a c | b ) d": ["ab", "d"],
    "( a | b? )": [],
    "( a | b )? c": ["c"],
    "[ a | b c ]": ["ab"],
    "[ a ( b | c ) ] d": ["a", "d", "bc"],
    "( ( a | b ) | c d )": ["abc"],  # of a way with two needs the first is enough
    "a | b": ["ab"],
    "!a b": ["b"],
    "a ~2-c b": ["a", "b"],
    "@any": [],
    "{a} b {c}": ["a", "b", "c"],
    "b {not c}": ["b"],
    "{a | b} c": ["c", "ab"],
}


@pytest.mark.parametrize("pattern", PATTERNS)
def test_every_match_holds_what_its_pattern_needs(pattern: str) -> None:
    found = compiled(pattern, lambda word: word)
    texts = ("".join(letters) for size in range(1, 5) for letters in product("abcd", repeat=size))
    matched = [text for text in texts if found.regex.search(text)]
    assert matched
    assert all(need & set(text) for text in matched for need in found.needs)


@pytest.mark.parametrize(("pattern", "needs"), PATTERNS.items())
def test_a_choice_needs_one_of_any_of_its_ways(pattern: str, needs: list[str]) -> None:
    assert sorted("".join(sorted(need)) for need in compiled(pattern, lambda word: word).needs) == sorted(
        needs
    )
