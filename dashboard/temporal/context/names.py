"""Names that hold a time word: the Sunday Herald, the 20 February Movement, April Smith, the 3rd Marine Brigade. They tell no time.

Nor does the quarter of a town, nor the anniversary or the round of something that is numbered.
"""

import re
from dataclasses import replace

from dashboard.temporal.calendar.units import Unit
from dashboard.temporal.context.wording import Wording
from dashboard.temporal.expressions import TODAY, Calendar, Expression, Shift, StatedDate, ThisPeriod
from dashboard.temporal.lexing.lexicon import Lexicon
from dashboard.temporal.lexing.tokens import Island, Node
from dashboard.text import Span

_NEXT = re.compile(r" ([^\W\d_]+)(?: ([^\W\d_]+))?")
_OF_A_NAME = re.compile(r" [A-Z]|[-–‑]\d")  # "after Isha Khan left", "after Fajr-5 rockets"
_BEFORE_A_NAME = Wording(r"""(?:^|[.!?:,;("“\n]\s*|\b(?:{before-names})\.?\s+)$""", re.NOFLAG)
_PLURAL = re.compile(r"[a-z]{3,}(?<!s)s")
_WORD = re.compile(r"[^\W\d_]+(?:-[^\W\d_]+)*")
_AROUND = 600  # characters
_LOOK_BACK = 10
_NUMBERED = re.compile(r"[ -]([^\W\d_]+)(?:[ -]([^\W\d_]+))?(?:[ -]([^\W\d_]+))?(?:[ -]([^\W\d_]+))?")
_INITIALS = re.compile(r"[A-Z]{2,4}")  # "by the 20th IB"
_UNITS = frozenset({"unit", "units"})
_IN_QUOTES = re.compile(
    r"""[a-z,’'] ?(?:``|''|["“‘])(?P<number>\d+ )?$"""
)  # no headline: a small letter before the quotes
_DECADE = re.compile(r"(?:\d0s|[nr]ties|teens)$")
_OF_A_LIFE = Wording(r"\b(?:{life-owners})\s+$")
_APOSTROPHES = ("'", "’")
_OWNS = re.compile(r"['’]s\b")
_OWNED = re.compile(r"['’]s\s+([a-z]+)")
_SURNAME = re.compile(r" [A-Z][a-z]+")
_DATES = frozenset({"on", "since", "until"})
_IN = frozenset({"in", "in-plain", "at"})  # nothing happens "in 7 July": it is a street or a quarter
_ON_A_DAY = frozenset(
    {
        "on",
        "in",
        "in-plain",
        "since",
        "until",
        "by",
        "from",
        "to",
        "before",
        "after",
        "at",
        "for",
        "last",
        "this",
        "next",
    }
)


def is_name(island: Island, at: int, meaning: Expression, text: str, words: Lexicon) -> bool:
    """Whether the words behind a time phrase make a name of it.

    A date lends its name to movements and squares; a weekday to newspapers, a feast to wars; a month is also a first name.
    """
    node = island[at]
    after = _NEXT.match(text, node.end)
    if after is None or node.kind in ("rite-name", "age"):
        return _is_named_or_aged(node, after, text, words)
    if node.kind == "set":
        return text[node.start].isupper() and after[1][0].isupper() and not text[node.end :].startswith(" UN")
    if meaning.is_length:
        return after[1] in words.lists["named-by-length"]
    if node.kind == "time" and meaning.of_day.is_last_mentioned and not meaning.is_clock:
        return after[1].lower() in words.lists["named-by-part"]
    if meaning.is_feast:
        return after[1][0].isupper() and after[1].lower() in words.lists["named-by-feast"]
    stated = meaning.stated
    return stated is not None and _is_name_of_date(island, at, stated, after, text, words)


def weekday_before(island: Island, at: int, text: str, words: Lexicon) -> Node | None:
    """The weekday alone, where a figure behind it numbers something: "on Monday, the 8th Infantry Division said"."""
    node = island[at]
    stated = node.value.stated if isinstance(node.value, Expression) else None
    both = stated is not None and stated.weekday is not None and stated.day is not None
    if stated is None or not both or stated.month is not None or not _is_numbered(island, at, text, words):
        return None
    word = _WORD.match(text, node.start)
    return replace(node, end=word.end(), value=Calendar(weekday=stated.weekday)) if word else None


def tells_no_time(node: Node, meaning: Expression, text: str, words: Lexicon) -> bool:
    """Whether it is of a town, the title of a broadcast, an age, or of our times."""
    return (
        _is_of_a_town(node, meaning, text, words)
        or _is_title(node, text, words)
        or _is_age(node, text, words)
        or _is_of_our_times(node, meaning, text, words)
    )


def _is_title(node: Node, text: str, words: Lexicon) -> bool:
    """Whether it is what a broadcast is called: on TV's "This Week", on "60 Minutes"; speech begins with one capital."""
    if not (text[node.start].isupper() or text[node.start].isdecimal()):
        return False
    said = [word for word in text[node.start : node.end].split() if word.isalpha()]
    unit = words.words.get(said[-1].lower()) if said and all(word.istitle() for word in said) else None
    if unit is None or unit.kind not in _UNITS or _OWNS.match(text, node.end):
        return False
    quotes = _IN_QUOTES.search(text, max(0, node.start - _LOOK_BACK), node.start)
    counted = quotes is not None and (quotes["number"] or text[node.start].isdecimal())
    return quotes is not None and (len(said) > 1 or bool(counted))


def _is_age(node: Node, text: str, words: Lexicon) -> bool:
    """Whether a decade is of a life: in his 30s, in their early twenties."""
    if text[node.end - 1] != "s" or not _DECADE.search(text, node.start, node.end):
        return False
    return _OF_A_LIFE.of(words.lists).search(text, max(0, node.start - _LOOK_BACK), node.start) is not None


def _is_of_our_times(node: Node, meaning: Expression, text: str, words: Lexicon) -> bool:
    """Whether "today" is no day: today's youth, in today's world."""
    if text[node.end : node.end + 1] not in _APOSTROPHES or meaning != TODAY:
        return False
    after = _OWNED.match(text, node.end)
    return after is not None and after[1] in words.lists["of-our-times"]


def _is_named_or_aged(node: Node, after: re.Match[str] | None, text: str, words: Lexicon) -> bool:
    """Whether a prayer's name is a person's, or somebody is so old: "an eight-month-old truce" has lasted so long."""
    if node.kind == "age":
        return after is None or after[1].lower() not in words.lists["lasting-things"]
    return node.kind == "rite-name" and _OF_A_NAME.match(text, node.end) is not None


def _is_name_of_date(
    island: Island, at: int, stated: StatedDate, after: re.Match[str], text: str, words: Lexicon
) -> bool:
    node = island[at]
    if stated.year is not None:
        return _counts(text[node.start : node.end], stated, after[1], words)
    if stated.month is None and stated.day is not None and _is_numbered(island, at, text, words):
        return True
    if stated.weekday is not None:
        named = after[1][0].isupper() and after[1].lower() in words.lists["named-by-weekday"]
        return stated.weekday_only and named
    return _named_by_date(island, at, stated, after, words) or (
        stated.day is None and _first_name(island, at, text, words)
    )


def _is_numbered(island: Island, at: int, text: str, words: Lexicon) -> bool:
    """The 3rd Marine Brigade, the 25th anniversary: behind the figure a noun of what is numbered, names before it."""
    dates = at > 1 and island[at - 2].kind in _DATES  # "on the 14th army helicopters rose"
    after = _NUMBERED.match(text, island[at].end)
    for word in filter(None, after.groups() if after else ()):
        listed = word.lower() in words.lists["numbered-forces"]
        force = (listed and word[0].isupper()) or (not dates and (listed or _INITIALS.fullmatch(word)))
        if force or word.lower() in words.lists["numbered-things"]:
            return True
        if not word[0].isupper():
            return False
    return False


def _counts(said: str, stated: StatedDate, after: str, words: Lexicon) -> bool:
    """In two thousand and twelve villages: a number in words before what it counts is no year."""
    in_words = stated.month is None and not any(map(str.isdigit, said))
    return in_words and (after in words.quantity or _PLURAL.fullmatch(after) is not None)


def _is_of_a_town(node: Node, meaning: Expression, text: str, words: Lexicon) -> bool:
    """Whether "the quarter" or "this quarter" is of a town: nothing around speaks of trade, which counts in quarters."""
    if not isinstance(meaning, ThisPeriod | Shift) or meaning.unit != Unit.QUARTER:
        return False
    if isinstance(meaning, Shift) and meaning.count:
        return False
    return not speaks_of_trade(Span(node.start, node.end), text, words)


def speaks_of_trade(span: Span, text: str, words: Lexicon) -> bool:
    """Whether the text around is of trade, whose figures are of quarters."""
    around = text[max(0, span.start - _AROUND) : span.end + _AROUND]
    return not words.lists["business-words"].isdisjoint(_WORD.findall(around.lower()))


def _named_by_date(island: Island, at: int, stated: StatedDate, after: re.Match[str], words: Lexicon) -> bool:
    """The 20 February Movement, the 14 March alliance, the October War."""
    for word in filter(None, after.groups()):
        if word.lower() in words.lists["named-by-date"]:
            before = island[at - 1].kind if at else ""
            on_a_day = before in _ON_A_DAY and not (stated.day is not None and before in _IN)
            return word[0].isupper() or (stated.day is not None and not on_a_day)
    return False


def _first_name(island: Island, at: int, text: str, words: Lexicon) -> bool:
    """April Smith: a month by itself, straight before a word with a capital."""
    node = island[at]
    alone = _BEFORE_A_NAME.of(words.lists).search(text, max(0, node.start - _LOOK_BACK), node.start)
    titled = " " not in text[node.start : node.end]
    return (
        alone is not None
        and node.kind == "month-of"
        and titled
        and _SURNAME.match(text, node.end) is not None
    )
