"""The patterns that a lexicon finds in a clause's words: spotted once, before anything is made of them."""

import re
from dataclasses import dataclass

from dashboard.language.triggers import Grammar, Match, Tokens
from dashboard.language.words import Words
from dashboard.text import Span

BRACKETS = re.compile(r"\([^()\n]{0,120}\)")


@dataclass(frozen=True, slots=True)
class Spotted:
    """The words, coded by the lexicon's classes, and every place where a pattern fits, in the order of the patterns."""

    tokens: Tokens
    matches: tuple[Match, ...]

    @property
    def text(self) -> str:
        """The words as they stand."""
        return self.tokens.words.text


def spot(grammar: Grammar, words: Words, *, brackets: bool = True) -> Spotted:
    """What the grammar finds in the words; without ``brackets`` what stands in brackets is passed over."""
    asides = () if brackets else [Span(*aside.span()) for aside in BRACKETS.finditer(words.text)]
    tokens = grammar.tokens(words.without(asides))
    return Spotted(tokens, tuple(grammar.matches(tokens)))
