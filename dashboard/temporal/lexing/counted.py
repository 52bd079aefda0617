"""Which words of time are not: figures that count behind a verb ("holds 2009 tents"), "last" that is one ("will last")."""

import re
from collections.abc import Sequence

from dashboard.language.tokens import Token
from dashboard.temporal.lexing.lexicon import Lexicon

_PLURAL = re.compile(r"[^\W\d_]{3,}(?<!s)s")
_AMOUNTS = frozenset({"number", "tens", "vague", "a", "for", "until", "about", "around"})
_A_VERB = re.compile(r"[a-z]{3,}ed")


_BY_THE_HEAD = ["head", "of"]  # "drove off 1950 head of cattle"
_LONGEST_LIST = 8  # counts
_LONGEST_THING = 3  # words between a count and the "and" of the next: "2010 hygiene kits and 2018 cans"


def is_handled(tokens: Sequence[Token], at: int, words: Lexicon) -> bool:
    """Whether a verb of having or doing stands before the figures and things behind; "marked 2014 protests" names a year.

    So does what is joined to such a count: "brought 1800 mats and 2020 cans".
    """
    return _are_things(tokens, at, words) and (
        _is_behind_verb(tokens, at, words) or _is_joined(tokens, at, words)
    )


def _is_behind_verb(tokens: Sequence[Token], at: int, words: Lexicon) -> bool:
    """Whether the word before is a verb with an object, or its particle: "handed out", "drove off"."""
    before = [each.text.lower() for each in tokens[max(0, at - 2) : at]]
    verb = (
        before[0] if len(before) > 1 and before[1] in words.lists["verb-particles"] else "".join(before[-1:])
    )
    return verb in words.lists["holding-words"] or _A_VERB.fullmatch(verb) is not None


def _is_joined(tokens: Sequence[Token], at: int, words: Lexicon) -> bool:
    """Whether an "and" or a comma joins it, over other counts, to one of things that a verb stands before."""
    for _ in range(_LONGEST_LIST):
        count = _count_before(tokens, at, words)
        if count is None or not _are_things(tokens, count, words):
            return False
        if _is_behind_verb(tokens, count, words):
            return True
        at = count
    return False


def _count_before(tokens: Sequence[Token], at: int, words: Lexicon) -> int | None:
    """The place of the count of things that an "and" or a comma joins to this one: "1800 mats and 2020 cans"."""
    if at < 1 or tokens[at - 1].text.lower() not in (*words.lists["year-joiners"], ","):
        return None
    for back in range(at - 2, max(-1, at - 3 - _LONGEST_THING), -1):
        if tokens[back].kind == "digits":
            return back if back < at - 2 else None
        if not tokens[back].text.isalpha():
            return None
    return None


def _are_things(tokens: Sequence[Token], at: int, words: Lexicon) -> bool:
    near = [each.text for each in tokens[at + 1 : at + 3] if each.text.isalpha() and each.text.islower()]
    if near == _BY_THE_HEAD:
        return True
    things = near[:1] if near and _PLURAL.fullmatch(near[0]) else near
    return (
        bool(things)
        and _PLURAL.fullmatch(things[-1]) is not None
        and words.lists["dated-nouns"].isdisjoint(things)
    )


def is_verb(tokens: Sequence[Token], at: int, words: Lexicon) -> bool:
    """Whether "last" says how long: "will last four days"; "compared to last week" counts weeks."""
    if not at or tokens[at].text.lower() not in words.lists["verbs-too"]:
        return False
    if tokens[at - 1].text.lower() not in words.lists["before-verbs"]:
        return False
    after = tokens[at + 1] if at + 1 < len(tokens) else None
    return after is not None and (after.kind == "digits" or _kind(after, words) in _AMOUNTS)


def _kind(token: Token, words: Lexicon) -> str:
    entry = words.words.get(token.text.lower())
    return entry.kind if entry else ""
