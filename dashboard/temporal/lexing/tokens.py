"""From text to islands of words that may tell time.

A report is mostly words that say nothing of time. Each word is looked up once; a run of words that the
lexicon knows is an island, and only islands are shown to the rules.
"""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from dashboard.language.tokens import Token
from dashboard.language.tokens import tokens as tokenise
from dashboard.temporal.expressions.days import Calendar
from dashboard.temporal.expressions.sense import Expression
from dashboard.temporal.lexing.arabic import folded, is_arabic, pieces
from dashboard.temporal.lexing.bare_clocks import bare_figures
from dashboard.temporal.lexing.beside_dates import (
    is_day_of_stamp,
    is_listed_count,
    is_of_a_time,
    is_short_year,
)
from dashboard.temporal.lexing.counted import is_handled, is_verb
from dashboard.temporal.lexing.dialled import is_dialled
from dashboard.temporal.lexing.glued import is_unit, unglued
from dashboard.temporal.lexing.lexicon import Lexicon, Value
from dashboard.temporal.lexing.run_together import parted
from dashboard.temporal.lexing.under_months import days_under_months, two_days

_NO_TIME = frozenset({"line", "code", "money", "name", "file"})
_GROUPED = re.compile(r"\d{1,3}(?:,\d{3}){1,3}")
_DECIMAL = re.compile(r"\d{1,4}\.\d{1,2}")
_LOOKED_UP = frozenset({"plain", "word", "arabic", "initials", "possessive", "stop", "mark"})
_PLACE_OF_YEAR = range(1000, 2200)
_PLURAL = re.compile(r"[^\W\d_]{3,}(?<!s)s")
_HOUR = re.compile(r"(?:[01]\d|2[0-3])[0-5]\d")
_LIVING_YEARS = range(1990, 2041)  # "11 OCT 2022" is a day of that year
_ROUND = 50  # years are stated exactly, people often by the fifty
_OUR_TIMES = range(
    1900, 2100
)  # "on 21 May 2018 civilians fled" tells a year, "on 21 May 1500 civilians fled" how many
_MONTHS = ("month", "weak-month")
_NAMED_DAYS = (*_MONTHS, "weekday")
_STOPS = tuple(".,;:!?)؛،")
_OF_TWO_DAYS = 5  # tokens at most: "9", "th", "and", "10"
_LONGEST_NUMBER, _LONGEST_COUNT = 6, 12  # figures; the longer only before a unit


Meaning = Value | Expression | None
"""What a node means: a row's value or figures as written, then an expression; None for what is no time after all."""


@dataclass(slots=True, frozen=True)
class Node:
    """What a stretch of text was understood as: a kind, a meaning, the rule that understood it."""

    kind: str
    start: int
    end: int
    value: Meaning
    rule: str = ""


Island = list[Node]
_Tokens = Sequence[Token]


def islands(text: str, words: Lexicon) -> Iterator[Island]:
    """Runs of words the lexicon knows; a line's end or a strange word ends a run.

    >>> from dashboard.temporal.lexing.lexicon import lexicon
    >>> [[node.kind for node in island] for island in islands("Rain fell on Monday night.", lexicon("en"))]
    [['on', 'weekday', 'part', 'dot']]
    """
    tokens = _arabic(text, words) if is_arabic(text) else parted(text, tokenise(text), words)
    tokens = unglued(tokens, words)
    if words.elided:
        tokens = list(_parted(tokens, words))
    under_months = days_under_months(text, words)
    island: Island = []
    at, count, single, begins = 0, len(tokens), words.words, words.phrases
    step: int
    node: Node | None
    while at < count:
        group, word, start, _ = tokens[at]
        known = (  # most words tell nothing of time
            group != "plain" or (lower := word.lower()) in single or lower in begins
        )
        if start in under_months:
            step, node = _of_entry(text, tokens[at : at + _OF_TWO_DAYS], under_months)
        else:
            step, node = _read(tokens, at, words) if known else (1, None)
        at += step
        if node is not None:
            if island and _stamps_entry(text, island, node):
                yield island
                island = []
            island.append(node)
        elif island:
            yield island
            island = []
    if island:
        yield island


def _of_entry(text: str, tokens: _Tokens, days: Mapping[int, tuple[int, Calendar]]) -> tuple[int, Node]:
    """The day, or the two days, of an entry under its month, of which the first of the tokens is one, and how many tokens they are."""
    start = tokens[0].start
    both = two_days(text, days, start)
    if both is None or both.spans is None:
        return 1, Node("day", start, *days[start], "day of an entry under its month")
    end = both.spans[1].end
    return sum(each.start < end for each in tokens), Node("stretch", start, end, both, "days of an entry")


def _stamps_entry(text: str, before: Island, node: Node) -> bool:
    """Whether the clock before is the stamp of a live page's entry that begins with another time: "10:00 Last night in Beirut: …"."""
    clock = before[-1]
    opens = len(before) == 1 and clock.kind == "clock" and text[clock.start - 1 : clock.start] in ("", "\n")
    return opens and text[node.start].isupper() and node.kind not in _NAMED_DAYS and node.start > clock.end


def _arabic(text: str, words: Lexicon) -> _Tokens:
    """The tokens of a text with Arabic in it: each word bare, and cut from what is joined to it."""
    found: list[Token] = []
    for token in tokenise(folded(text)):
        if token.kind not in _LOOKED_UP or not is_arabic(token.text):
            found.append(token)
            continue
        start = token.start
        found += [
            Token("word", piece, start + at, start + end)
            for piece, at, end in pieces(token.text, words.knows)
        ]
    return found


def _parted(tokens: _Tokens, words: Lexicon) -> Iterator[Token]:
    """The tokens, with what an apostrophe joins to a word cut off: "d'avril" is "d" and "avril"; a known word stays whole."""
    for token in tokens:
        first, mark, rest = token.text.partition("'" if "'" in token.text else "’")
        joined = mark and rest and token.kind in _LOOKED_UP and first.lower() in words.elided
        if not joined or words.knows(token.text.lower()):
            yield token
            continue
        at = token.start + len(first)
        yield Token("word", first, token.start, at)
        yield Token("word", rest, at + 1, token.end)


def _read(tokens: _Tokens, at: int, words: Lexicon) -> tuple[int, Node | None]:
    group, word, start, end = tokens[at]
    if group not in _LOOKED_UP:
        if group == "amount":
            return 1, _amount(tokens, at, words)
        return 1, None if group in _NO_TIME or _is_of_a_name(tokens, at, words) else _figures(
            tokens, at, words
        )
    lower = word.lower()
    seconds = words.phrases.get(lower)
    if seconds and at + 1 < len(tokens):
        for parts, entry in seconds.get(tokens[at + 1][1].lower(), ()):
            if _matches(tokens, at, parts):
                return len(parts), Node(entry.kind, start, tokens[at + len(parts) - 1][3], entry.value)
    entry_ = words.words.get(lower)
    if (
        entry_ is None
        or (lower in words.capital and not word[0].isupper())
        or (lower in words.lists["verbs-too"] and is_verb(tokens, at, words))
    ):
        return 1, None
    kind = entry_.kind
    if kind.startswith("weak-") and is_of_a_time(tokens, at, kind, words):
        kind = kind.removeprefix("weak-")
    return 1, Node(kind, start, end, entry_.value)


def _matches(tokens: _Tokens, at: int, parts: tuple[str, ...]) -> bool:
    """Whether the phrase's words stand here; the first two are known to."""
    return len(tokens) - at >= len(parts) and all(
        tokens[at + offset][1].lower() == parts[offset] for offset in range(2, len(parts))
    )


def _is_of_a_name(tokens: _Tokens, at: int, words: Lexicon) -> bool:
    """Whether a number is joined to a name ("M-23", "Covid-19"); it may be to a month or "mid", "early", "pre"."""
    if at < 2 or tokens[at - 1].text != "-":
        return False
    joined, dash = tokens[at - 2], tokens[at - 1]
    if joined.end != dash.start or dash.end != tokens[at].start or joined.kind not in _LOOKED_UP:
        return False
    entry = words.words.get(joined.text.lower())
    dated = entry is not None and entry.kind in _MONTHS
    return joined.text[-1].isalpha() and not dated and joined.text.lower() not in words.lists["date-prefixes"]


def _figures(tokens: _Tokens, at: int, words: Lexicon) -> Node | None:
    group, word, start, end = tokens[at]
    if group == "digits":
        return _number(tokens, at, words)
    if group == "hour":
        return Node("hour-figure", start, end, word.lower())
    if group == "half":
        return Node("half-sign", start, end, word)
    if group == "th":
        return Node("nth", start, end, int(re.sub(r"\D", "", word)))
    return Node("decade" if group == "short_decade" else group, start, end, word)


def _amount(tokens: _Tokens, at: int, words: Lexicon) -> Node | None:
    """An amount in figures where it tells time: 4.5 of "4.5 hours", 1,500 of "1,500 days ago", 6.45 of "at 6.45 on Tuesday evening"."""
    _, word, start, end = tokens[at]
    if _GROUPED.fullmatch(word):
        counts = _is_before_unit(tokens, at, words)
        return Node("number", start, end, int(word.replace(",", ""))) if counts else None
    if not _DECIMAL.fullmatch(word):
        return None
    clock = bare_figures(tokens, at, words)
    if isinstance(clock, str):
        return Node("clock", start, end, clock)
    return Node("decimal", start, end, word) if _is_before_unit(tokens, at, words) else None


def _is_before_unit(tokens: _Tokens, at: int, words: Lexicon) -> bool:
    """Whether a unit of time is counted: "1,500 days", "a 1,500-day siege"."""
    return is_unit(_word(tokens, at + 2 if _word(tokens, at + 1) == "-" else at + 1), words)


def _is_numbered(tokens: _Tokens, at: int, words: Lexicon) -> bool:
    """Whether a word before makes the number a name: "resolution 2254", "case no. 2021"."""
    before = [token[1].lower() for token in tokens[max(0, at - 2) : at]]
    return bool(before) and (
        before[-1] in words.numbered or (before[-1] == "." and before[0] in words.numbered)
    )


def _number(tokens: _Tokens, at: int, words: Lexicon) -> Node | None:
    _, word, start, end = tokens[at]
    if len(word) > _LONGEST_NUMBER:
        counts = len(word) <= _LONGEST_COUNT and _is_before_unit(tokens, at, words)
        return Node("number", start, end, int(word)) if counts else None
    told = bare_figures(tokens, at, words)
    if told is not None:
        return Node("count" if isinstance(told, int) else "clock", start, end, told)
    if _is_military_hour(tokens, at, words):
        return Node("clock", start, end, f"{int(word[:2])}:{word[2:]}")
    if len(word) != 4 and is_short_year(tokens, at, words):
        return Node("short_year", start, end, f"’{word}")
    return Node(_kind_of_number(tokens, at, words), start, end, int(word))


def _is_military_hour(tokens: _Tokens, at: int, words: Lexicon) -> bool:
    """Whether four figures behind a day and a month in capitals are an hour, as bulletins write: "11 OCT 1930", "11 OCT, 0430"."""
    word = tokens[at][1]
    before = [token[1] for token in tokens[max(0, at - 3) : at] if token[1] not in (",", "|")][-2:]
    if len(word) != len("0430") or len(before) < len(("11", "OCT")) or not _HOUR.fullmatch(word):
        return False
    day, month = before
    entry = words.words.get(month.lower())
    named = entry is not None and entry.kind in _MONTHS and month.isupper() and len(month) == len("OCT")
    if _stands_in_prose(tokens, at, words):
        return False
    return named and day.isdecimal() and int(word) not in _LIVING_YEARS


def _stands_in_prose(tokens: _Tokens, at: int, words: Lexicon) -> bool:
    """Whether small letters lead to the day or follow the figures, but for those of an hour: "on 11 JUL 1955", "11 SEP 1800 soldiers"."""
    first = next((n for n in range(at - 1, max(-1, at - 4), -1) if tokens[n][1].isdecimal()), at)
    before, after = tokens[first - 1][1] if first else "", tokens[at + 1][1] if at + 1 < len(tokens) else ""
    follows = after.isalpha() and after.islower() and after not in words.lists["hour-signs"]
    return follows or (before.isalpha() and before.islower())


def _kind_of_number(tokens: _Tokens, at: int, words: Lexicon) -> str:
    """What a number is: the name of a thing, a year, or a number."""
    word = tokens[at][1]
    if len(word) == 4 and int(word) in _PLACE_OF_YEAR:
        if _is_numbered(tokens, at, words) or is_dialled(tokens, at, words):
            return "numbered"
        return "year" if _is_year(tokens, at, words) else "number"
    if len(word) == 4 and _after_its_month(tokens, at, words) and _ends(tokens, at):
        return "year"
    if is_listed_count(tokens, at, words):
        return "count"
    if is_day_of_stamp(tokens, at, words):
        return "nth"
    return "numbered" if _before_its_year(tokens, at) and _is_numbered(tokens, at, words) else "number"


def _ends(tokens: _Tokens, at: int) -> bool:
    """Whether nothing follows that could be counted: "valid to 1 January 9998."."""
    return at + 1 >= len(tokens) or tokens[at + 1][0] == "line" or tokens[at + 1][1] in _STOPS


def _after_its_month(tokens: _Tokens, at: int, words: Lexicon) -> bool:
    """As dates are written: "May 2018", "21 May, 2018", "May 21, 2018"."""
    before = [token[1].lower() for token in tokens[max(0, at - 3) : at] if token[1] != ","]
    entries = (words.words.get(word) for word in before[-2:])
    return any(entry is not None and entry.kind in _MONTHS for entry in entries)


def _is_year(tokens: _Tokens, at: int, words: Lexicon) -> bool:
    """Whether a number in the place of a year is one; of other centuries it must stand as years do.

    A round number may be a count where "2018" is none: "up to 2000", "up to 2018".
    """
    number, after = int(tokens[at][1]), _word(tokens, at + 1)
    ours = number in _OUR_TIMES
    odd = ours and number % _ROUND != 0
    if ours and _after_its_month(tokens, at, words):
        return True
    if after in words.quantity:
        return odd and _word(tokens, at - 1) in words.lists["year-leads"]
    if _is_counted(tokens, at, words, odd=odd) or is_handled(tokens, at, words):
        return False
    return ours or _stands_as_year(tokens, at, words)


def _is_counted(tokens: _Tokens, at: int, words: Lexicon, *, odd: bool) -> bool:
    """As people are counted: "more than 1200", "some 2000", "1500 have been wounded"; "since about 1990" is a year."""
    if _word(tokens, at + 1) in words.lists["plural-verbs"]:
        return _word(tokens, at - 1) not in words.lists["year-openers"] | words.lists["year-joiners"]
    openers = words.lists["count-openers"] | (frozenset() if odd else words.lists["round-count-openers"])
    if not odd and _PLURAL.fullmatch(_word(tokens, at + 1)):  # "2000 rebels left", but "the 2000 elections"
        return _word(tokens, at - 1) not in words.lists["year-openers"] | words.lists["year-softeners"]
    before = next((n for n in (2, 1) if _phrase(tokens, at, n) in openers), 0)
    return before > 0 and _word(tokens, at - before - 1) not in words.lists["year-openers"]


def _stands_as_year(tokens: _Tokens, at: int, words: Lexicon) -> bool:
    """As years of other centuries are written: "in 1200", "since about 1850", "1812–1815", "(1066)", "1861 was"."""
    before = at - 1
    while _word(tokens, before) in words.lists["year-softeners"]:
        before -= 1
    opener = _word(tokens, before)
    stated = (
        opener in words.lists["year-openers"] or opener in words.feasts or _after_its_month(tokens, at, words)
    )
    apart = _word(tokens, at - 1) == "," and _ends(tokens, at)  # "The blockade, 1861"
    closed = _word(tokens, at + 1) in words.lists["year-closers"]
    return stated or apart or closed or _is_beside_year(tokens, at, words)


def _is_beside_year(tokens: _Tokens, at: int, words: Lexicon) -> bool:
    """Whether another number in the place of a year is joined to it: "1861 and 1865"."""
    joiners = words.lists["year-joiners"]
    sides = ((_word(tokens, at + step), _word(tokens, at + 2 * step)) for step in (-1, 1))
    return any(join in joiners and len(year) == 4 and year.isdecimal() for join, year in sides)


def _word(tokens: _Tokens, at: int) -> str:
    return tokens[at][1].lower() if 0 <= at < len(tokens) else ""


def _phrase(tokens: _Tokens, at: int, count: int) -> str:
    return " ".join(token[1].lower() for token in tokens[max(0, at - count) : at])


def _before_its_year(tokens: _Tokens, at: int) -> bool:
    """As rulings are cited: "2254 (2015)", "12/2019"."""
    return at + 1 < len(tokens) and tokens[at + 1][1] in ("(", "/")
