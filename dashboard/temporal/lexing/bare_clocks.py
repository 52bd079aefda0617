"""Which bare figures are clock times: "at 1340 on Tuesday", "6.45 on Tuesday evening"; and which beside "at" are counts.

A word of the clock stands before them and a day beside them, or they begin with a nought; "stood at 1340 on Tuesday" and
"rose from 1340 on Monday" count.
"""

import re
from collections.abc import Sequence

from dashboard.language.tokens import Token
from dashboard.temporal.lexing.lexicon import Lexicon

_CLOCK = re.compile(r"(?P<hour>[01]?\d|2[0-3])(?P<dot>[.]?)(?P<minute>[0-5]\d)")
_STAMP = re.compile(r"(?:[01]\d|2[0-3])(?P<dot>[.]?)[0-5]\d")
_BULLETS = ("•", "*", "·", "▪", "●", "-", "–", "—")
_PLURAL = re.compile(r"[a-z]{3,}(?<!s)s")
_SLASHES = ("/", "|")
_DASHES = ("-", "–", "—")
_YEARS = range(1900, 2060)
_DAYS = frozenset({"weekday", "deictic", "part", "tonight", "after-dark", "overnight"})
_MONTHS = frozenset({"month", "weak-month"})
_CLOCK_KINDS = frozenset({"digits", "clock", "amount"})
_AFTER, _BEFORE = 6, 5  # words
_LISTED = 5  # clock times of a list that one word opens
_LAST_HOUR = 24
_FIGURES = (3, 4)  # of a clock time without a colon
_Tokens = Sequence[Token]


def bare_figures(tokens: _Tokens, at: int, words: Lexicon) -> str | int | None:
    """The clock time that figures tell, as "13:40"; their number where they count though an hour is told so; else None."""
    if tokens[at].text.isdecimal():
        if _counts_things(tokens, at, words) or (
            len(tokens[at].text) in _FIGURES and _stands_at(tokens, at, words)
        ):
            return int(tokens[at].text)
        if len(tokens[at].text) not in _FIGURES:
            return None
    return _clock_told(tokens, at, words)


def _clock_told(tokens: _Tokens, at: int, words: Lexicon) -> str | None:
    """The clock time that bare figures tell, as "13:40"; None where they tell none."""
    figures = _CLOCK.fullmatch(tokens[at].text)
    if figures is None:
        return None
    opener = _opener(tokens, at, words)
    if opener is None or _is_standing(tokens, opener, words):
        alone = opener is None and (
            _is_of_a_pair(tokens, at, words)
            or _heads_an_entry(figures, tokens, at, words)
            or (_heads_a_line(tokens, at) and _is_listed(tokens, at))
        )
        return _written(figures) if alone else None
    certain = figures["hour"].startswith("0") and not figures["dot"]
    named = _names_a_day(tokens, at + 1, words) or _follows_a_day(tokens, opener, words)
    if named and not certain:
        named = _fits(figures, tokens, at, opener, words)
    return _written(figures) if named or certain else None


def _written(figures: re.Match[str]) -> str:
    return f"{int(figures['hour'])}:{figures['minute']}"


def _is_of_a_pair(tokens: _Tokens, at: int, words: Lexicon) -> bool:
    """Whether two such figures are joined before a day: "1830-2115 on Thursday"; "1914-1918" are years."""
    first = at - 2 if _word(tokens, at - 1) in _DASHES else at
    pair = [_word(tokens, place) for place in (first, first + 2)]
    if _word(tokens, first + 1) not in _DASHES or not all(
        len(each) == 4 and _CLOCK.fullmatch(each) for each in pair
    ):
        return False
    return not all(int(each) in _YEARS for each in pair) and _names_a_day(tokens, first + 3, words)


def _heads_an_entry(figures: re.Match[str], tokens: _Tokens, at: int, words: Lexicon) -> bool:
    """Whether a day stands straight before, as over an entry: "Friday, 1430: …", "Monday 0900 – shelling"."""
    slashed = _word(tokens, at - 1) in _SLASHES
    if figures["dot"] or len(tokens[at].text) != 4 or not _follows_a_day(tokens, at - slashed, words):
        return False
    if slashed:  # "Sat 13 Jun / 2245" in a log, and not "13 Jun / 2009"
        return int(tokens[at].text) not in _YEARS
    headed = _word(tokens, at + 1) in (":", *_DASHES) and int(tokens[at].text) not in _YEARS
    return figures["hour"].startswith("0") or headed


def _heads_a_line(tokens: _Tokens, at: int) -> bool:
    """Whether figures of four stand before a dash or a colon at the head of a line: "00.40 – Explosions in the city"."""
    figures = _STAMP.fullmatch(tokens[at].text)
    if figures is None or (not figures["dot"] and int(tokens[at].text) in _YEARS):
        return False
    before = at - 2 if _word(tokens, at - 1) in _BULLETS else at - 1
    return (before < 0 or tokens[before].kind == "line") and _word(tokens, at + 1) in (":", *_DASHES)


def _is_listed(tokens: _Tokens, at: int) -> bool:
    """Whether other lines begin so too."""
    return any(
        _heads_a_line(tokens, other)
        for way in (range(at + 2, len(tokens)), range(at - 2, -1, -1))
        for other in way
    )


def _stands_at(tokens: _Tokens, at: int, words: Lexicon) -> bool:
    """Whether figures count though a day stands beside them: "rose from 1340 on Monday"."""
    opener = _opener(tokens, at, words)
    return opener is not None and _is_standing(tokens, opener, words) and _names_a_day(tokens, at + 1, words)


def _counts_things(tokens: _Tokens, at: int, words: Lexicon) -> bool:
    """Whether a number counts what follows though it could be an hour: "last night at 9 checkpoints"."""
    text, before = tokens[at].text, _word(tokens, at - 1)
    hour = len(text) <= 2 and int(text) <= _LAST_HOUR
    return hour and before in words.lists["bare-clock-openers"] and _is_counted(tokens, at + 1, words)


def _is_counted(tokens: _Tokens, at: int, words: Lexicon) -> bool:
    after = tokens[at].text if 0 <= at < len(tokens) else ""
    thing = _PLURAL.fullmatch(after) is not None and not words.knows(after)
    return thing or after.lower() in words.quantity


def _opener(tokens: _Tokens, at: int, words: Lexicon) -> int | None:
    """Where the word stands that makes figures a clock time, over "about" and earlier times of a list."""
    place = at - 1
    joiners = words.lists["clock-joiners"]
    for _ in range(_LISTED):
        if not (place > 0 and _word(tokens, place) in joiners and tokens[place - 1].kind in _CLOCK_KINDS):
            break
        place -= 2
    openers = words.lists["bare-clock-openers"]
    if _word(tokens, place) in joiners and _kind(tokens, place - 1, words) in _DAYS:
        return place if _ends_a_stretch(tokens, place - 1, words) else None
    if _word(tokens, place) not in openers:
        return None
    return place - 1 if _word(tokens, place - 1) in openers else place


def _ends_a_stretch(tokens: _Tokens, day: int, words: Lexicon) -> bool:
    """Whether a clock time stands before the day: "from 1300 on Monday to 0200 on Tuesday"."""
    first = day - 2 if _word(tokens, day - 1) == "on" else day - 1
    if first < 1 or tokens[first].kind not in _CLOCK_KINDS:
        return False
    told = _CLOCK.fullmatch(tokens[first].text) is not None
    opened = _word(tokens, first - 1) in words.lists["bare-clock-openers"] and not _is_standing(
        tokens, first - 1, words
    )
    return tokens[first].kind == "clock" or (told and opened)


def _is_standing(tokens: _Tokens, opener: int, words: Lexicon) -> bool:
    """Whether a verb of counts comes before: "the toll stood at 1340"."""
    near = (_word(tokens, opener - step) for step in (1, 2))
    return any(word in words.lists["standing-words"] for word in near)


def _fits(figures: re.Match[str], tokens: _Tokens, at: int, opener: int, words: Lexicon) -> bool:
    """Whether these figures may be a clock time after that word: "at 2015 on Tuesday", but "since 2015 on Tuesday"."""
    if figures["dot"]:
        return True
    if _word(tokens, opener) == "at":
        return True
    if len(tokens[at].text) < 4 or int(tokens[at].text) in _YEARS:
        return False
    return _word(tokens, opener - 1) not in words.lists["count-openers"]


def _names_a_day(tokens: _Tokens, at: int, words: Lexicon) -> bool:
    """Whether a day, a part of one or a clock time as such is told straight behind, over another time of the list."""
    for place in range(at, min(at + _AFTER, len(tokens))):
        if _kind(tokens, place, words) in _DAYS or tokens[place].kind == "clock":
            return True
        if _is_date(tokens, place, words):
            return True
        known = _word(tokens, place) in words.lists["bare-clock-skips"] | words.lists["clock-joiners"]
        if not known and tokens[place].kind not in _CLOCK_KINDS:
            return False
    return False


def _is_date(tokens: _Tokens, at: int, words: Lexicon) -> bool:
    """A day and its month in either order."""
    pair = {_kind(tokens, at, words), _kind(tokens, at + 1, words)}
    number = any(0 <= each < len(tokens) and tokens[each].kind in ("digits", "th") for each in (at, at + 1))
    return bool(pair & _MONTHS) and number


def _follows_a_day(tokens: _Tokens, opener: int, words: Lexicon) -> bool:
    """Whether a day is told straight before the word of the clock: "on Tuesday at 1340"."""
    place = opener - 1
    while place >= 0 and place >= opener - _BEFORE and _word(tokens, place) in (",", "and", *_SLASHES):
        place -= 1
    return _kind(tokens, place, words) in _DAYS or _is_date(tokens, place - 1, words)


def _kind(tokens: _Tokens, at: int, words: Lexicon) -> str:
    entry = words.words.get(_word(tokens, at))
    return entry.kind if entry else ""


def _word(tokens: _Tokens, at: int) -> str:
    return tokens[at].text.lower() if 0 <= at < len(tokens) else ""
