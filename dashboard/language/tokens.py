"""The tokens of a text: words, figures by their shape, marks and line ends. The one tokeniser; a report goes through it once.

Readers of time, events and actors look at the same tokens, each with its own lexicon. Figures are told apart by shape
alone (``clock``, ``iso``, ``decade`` …), so that 11:22 is no toll and 12,000 no year.
"""

import re
from collections.abc import Sequence
from functools import lru_cache
from typing import NamedTuple

from dashboard.language.stops import NOTE, NOTES

_NOTED = rf"(?=[\[⁰¹²³⁴-⁹])(?:(?<=\S)|(?<=[.!?…]\ ))(?:{NOTE})"
# The commonest token, a word with a blank behind it, is tried first, figures only where a figure stands, and nothing at a blank.
_TOKEN = re.compile(
    r"""
    (?=\S|\n)(?:
    (?P<note><NOTED>)
  | (?P<plain>[^\W\d_]+(?=[ ,]))
  | (?P<line>\n)
  | (?=\d)(?i:
      (?P<iso>(?<![\d/.-])(?:1\d|20)\d\d-[01]\d-\d\d(?:[T\ ](?:[01]\d|2[0-3]):[0-5]\d(?::[0-5]\d)?Z?)?(?![\d-]))
    | (?P<numeric>(?:(?<![\d/.-])|(?<=[/.]\d{4}-))\d{1,2}(?P<sep>[/.-])\d{1,2}(?P=sep)(?:\d{4}|\d\d)(?![\d/]|\.\d|-(?!\d\d?[/.]\d\d?[/.]\d)\d)|(?<![\d/.-])(?:1\d|20)\d\d(?P<parts>[/.-])\d{1,2}(?P=parts)\d{1,2}(?![\d/-]))
    | (?P<clock>(?<![\d:.])(?:[01]?\d|2[0-4]):[0-5]\d(?::[0-5]\d)?(?:\s?(?:[ap]\.m\.|[ap]m\b|hrs\b|hours\b|h\b))?(?!\d|:\d|,\d{3})
        |(?<![\d:.,$€£])(?:1[0-2]|0?[1-9]|00?(?=[.:]?[0-5]\d))(?:[.:]?[0-5]\d)?\s?(?:[ap]\.\s?m\b\.?|[ap]m\b)
        |(?<![\d.,])(?:[01]\d|2[0-3])[.]?[0-5]\d(?:\s?(?:hrs|h)\b|(?=\ (?:gmt|utc|local|(?-i:[A-Z]{1,4}T|MSK|WIB))\b))
        |(?:(?<=\bat\ )|(?<=\bby\ )|(?<=round\ )|(?<=about\ )|(?<=since\ )|(?<=until\ )|(?<=\bfrom\ )|(?=0))(?:[01]\d|2[0-3])[0-5]\d\s?hours\b
        |(?:[01]?\d|2[0-4])h[0-5]\d\b)
    | (?P<hour>(?:[01]?\d|2[0-4])h\b)
    | (?P<th>(?<![\w.,])\d{1,3}\s?(?:st|nd|rd|th)\b|(?<![\w.,])(?:1(?:er|re)|[1-9]\d?(?:e|è|ème))\b)
    | (?P<decade>(?<![\w.,])(?:1\d|20|\d)?\d0['’]?s\b)
    | (?P<half>1/2\b)
    | (?P<file>(?:1\d|20)\d\d/(?!(?:1\d|20)\d\d\b)\d{3,}|(?:1[3-9]|[2-9]\d|\d{3})/(?:19|20)\d\d(?![\d/]))
    | (?P<amount>\d{1,3}(?:[,.]\d{3})+(?!\d)|\d+\.\d+|\d+\s?%)
    | (?P<code>\d+(?![\u0621-\u06d3])[^\W\d_][\w-]*|\d+-[A-Z]\b)
    | (?P<digits>\d+)
    )
  | (?P<part_of_year>\b[QHqh][1-4](?!\w|-(?!(?:19|20)\d\d\b|[QHqh][1-4]\b)))
  | (?P<short_decade>['’]\d0[sS]\b)
  | (?P<short_year>['’]\d\d\b(?!['’]))
  | (?P<arabic>[\u0621-\u064a\u0671-\u06d3][\u0621-\u0652\u0670-\u06d3]*)
  | (?P<name>[^\W\d_]+\d\w*)
  | (?P<money>[$€£]\s?\d[\d.,]*)
  | (?P<initials>(?:[^\W\d_]\.){2,})
  | (?P<starred>[^\W\d_]+(?:\*[^\W\d_]+)+)
  | (?P<word>[^\W\d_]+(?:['’](?![sS]\b)[^\W\d_]+)*)
  | (?P<possessive>['’`][sS]\b)
  | (?P<stop>[.!?…؟](?=[.!?…؟]{0,20}(?:<NOTES>(?:[\s"”’)\]]|$))))
  | (?P<mark>[^\w\s])
    )
    """.replace("<NOTED>", _NOTED).replace("<NOTES>", NOTES),
    re.VERBOSE,
)
WORDS = frozenset({"plain", "word", "arabic", "initials", "name"})
"""The kinds of tokens that are words."""
_REPORTS = 3  # texts whose tokens are remembered: a report is read by several rooms, one after the other


class Token(NamedTuple):
    """A token: its kind by shape, the text as written, and its place."""

    kind: str
    text: str
    start: int
    end: int


@lru_cache(maxsize=_REPORTS)
def tokens(text: str) -> Sequence[Token]:
    """Every token in order; white space but line ends is none, nor is the mark of a footnote.

    >>> [(each.kind, each.text) for each in tokens("At 11:22 GMT the U.N.’s 12,000 men left.")][1:5]
    [('clock', '11:22'), ('plain', 'GMT'), ('plain', 'the'), ('initials', 'U.N.')]
    """
    found = [
        Token(match.lastgroup or "", match[0], *match.span())
        for match in _TOKEN.finditer(text)
        if match.lastgroup != "note"
    ]
    return [_without_stars(each) for each in found] if "*" in text else found


def _without_stars(token: Token) -> Token:
    """A word that is starred to slip past a filter, "kil*led", as the word it is."""
    if token.kind != "starred":
        return token
    return Token("word", token.text.replace("*", ""), token.start, token.end)
