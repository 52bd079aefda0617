"""Which words of time are not: figures that count behind a verb ("holds 2009 tents"), "last" that is one ("will last")."""

import re
from collections.abc import Sequence

from dashboard.language.tokens import Token
from dashboard.temporal.lexing.lexicon import Lexicon

_PLURAL = re.compile(r"[^\W\d_]{3,}(?<!s)s")
_AMOUNTS = frozenset({"number", "tens", "vague", "a", "for", "until", "about", "around"})
_A_VERB = re.compile(r"[a-z]{3,}ed")


def is_handled(tokens: Sequence[Token], at: int, words: Lexicon) -> bool:
    """Whether a verb of having or doing stands before the figures and things behind; "marked 2014 protests" names a year."""
    before = tokens[at - 1].text.lower() if at else ""
    if before not in words.lists["holding-words"] and not _A_VERB.fullmatch(before):
        return False
    near = [each.text for each in tokens[at + 1 : at + 3] if each.text.isalpha() and each.text.islower()]
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
