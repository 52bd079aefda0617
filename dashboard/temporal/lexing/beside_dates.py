"""What a number beside a date is: the year in two figures, another day of a list, or how many of something there were.

"28 August 21, leaving two dead" tells a year; "on 28 August 21 people died" does not. "March 14, 15 and 16 in Tina"
lists three days; "on March 14 and 16 villagers died" has one.
"""

import re
from collections.abc import Sequence

from dashboard.language.tokens import Token
from dashboard.temporal.lexing.lexicon import Lexicon

_MONTHS = ("month", "weak-month")
_WEEKDAYS = ("weekday", "short-weekday")
_PLURAL = re.compile(r"[^\W\d_]{3,}(?<!s)s")
_ENDS = tuple(".,;:!?)؛،")
_WEAK = ("weak-season", "weak-month")
_JOINS = (",", "and")
_LONGEST_MONTH = 31
_WITHIN_STAMPS, _BEHIND_STAMPS = (".", ","), (":", "–", "—", "-")
_BULLETS = ("•", "*", "-", "–", "—", "·", "[", "(")


def is_short_year(tokens: Sequence[Token], at: int, words: Lexicon) -> bool:
    """Whether two figures behind a day and its month are the year: "2nd March 23, leaving two dead"."""
    month = at - 2 if at and tokens[at - 1].text == "." else at - 1
    if len(tokens[at].text) != 2 or month < 1 or not _is_kind(tokens, month, words, _MONTHS):
        return False
    day = tokens[month - 2 if month > 1 and tokens[month - 1].text == "of" else month - 1]
    if not (day.kind == "th" or (day.text.isdecimal() and len(day.text) <= len("31"))):
        return False
    return _stops(tokens, at + 1) or _word(tokens, at + 1) in words.lists["behind-short-years"]


def is_day_of_stamp(tokens: Sequence[Token], at: int, words: Lexicon) -> bool:
    """Whether a number behind a weekday at the head of a line is the day of the month: "Sat 30: shelling", "- Sunday 31 –"."""
    if not (0 < int(tokens[at].text) <= _LONGEST_MONTH and _text(tokens, at + 1) in _BEHIND_STAMPS):
        return False
    first = at - 1
    while first >= 0 and tokens[first].text in _WITHIN_STAMPS:
        first -= 1
    if first < 0 or not _is_kind(tokens, first, words, _WEEKDAYS):
        return False
    before = first - 1
    while before >= 0 and tokens[before].text in _BULLETS:
        before -= 1
    return before < 0 or tokens[before].kind == "line"


def is_of_a_time(tokens: Sequence[Token], at: int, kind: str, words: Lexicon) -> bool:
    """Whether a word that may be none tells time before what has one: "a spring offensive", "the March operation", "the March accession"."""
    if kind not in _WEAK:
        return False
    after = _word(tokens, at + 1)
    capital = tokens[at].text[0].isupper()
    if after in words.lists["seasonal-acts"]:
        return kind == "weak-season" or capital
    abstract = after.endswith(tuple(words.lists["abstract-endings"])) and _text(tokens, at + 1).islower()
    return kind == "weak-month" and capital and abstract and _word(tokens, at - 1) == "the"


def is_listed_count(tokens: Sequence[Token], at: int, words: Lexicon) -> bool:
    """Whether a number behind "and" or a comma counts people or things: "and 16 armed men", "and 16 villages"."""
    if _word(tokens, at - 1) not in _JOINS:
        return False
    first, second = (_word(tokens, at + step) for step in (1, 2))
    return _is_counted(first, words) or (not _tells(first, words) and _is_counted(second, words))


def _is_counted(word: str, words: Lexicon) -> bool:
    named = word in words.quantity or word in words.lists["plural-verbs"]
    return named or (_PLURAL.fullmatch(word) is not None and not _tells(word, words))


def _tells(word: str, words: Lexicon) -> bool:
    """Whether the word tells time, or is a mark."""
    return words.knows(word) or not word.isalpha()


def _is_kind(tokens: Sequence[Token], at: int, words: Lexicon, kinds: Sequence[str]) -> bool:
    entry = words.words.get(tokens[at].text.lower())
    return entry is not None and entry.kind in kinds


def _stops(tokens: Sequence[Token], at: int) -> bool:
    return at >= len(tokens) or tokens[at].kind == "line" or tokens[at].text in _ENDS


def _text(tokens: Sequence[Token], at: int) -> str:
    return tokens[at].text if 0 <= at < len(tokens) else ""


def _word(tokens: Sequence[Token], at: int) -> str:
    return tokens[at].text.lower() if 0 <= at < len(tokens) else ""
