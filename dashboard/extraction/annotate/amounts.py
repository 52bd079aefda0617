"""Number words: the least and the most that they allow.

Words and what they count stand in casualty_counts.toml.
"""

import re

from dashboard.extraction.annotate.spotted import BRACKETS
from dashboard.extraction.lexicon import any_of, one_of
from dashboard.language.lexicon import lexicon
from dashboard.text import Span

Bounds = tuple[int, int | None]
"""The least and the most; None when the words leave that open."""

_LEXICON = lexicon("casualty_counts")
_BOUNDS, _AGES, _SIDES = _LEXICON["bounds"], _LEXICON["ages"], _LEXICON["sides"]
_OPEN, _AT_MOST = any_of(_BOUNDS["at_least"]), any_of(_BOUNDS["at_most"])
_BELOW = re.compile(
    "".join(f"(?<!{word} )" for word in _BOUNDS["not_below_after"]) + rf"\b{one_of(_BOUNDS['below'])}\b"
)
_ONE = re.compile(rf"{one_of(_BOUNDS['one'])}\b")
_SEVERAL = re.compile(
    rf"^{one_of(_BOUNDS['of_those'])}\s(?:.*\s)?(?:\w+(?<!s)s|{one_of(_BOUNDS['plurals'])})$"
)
_SOMEONE = _LEXICON["words"]["someone"]
SOMEONE = frozenset(
    {
        *_SOMEONE["words"].split(),
        *_LEXICON["words"]["person"]["nouns"].split(),
        *_LEXICON["words"]["kin"]["words"].split(),
    }
    - {*_SOMEONE["none"].split()}
)
"""Words for one of a kind of people, which need no article in a heading."""
_ALONE = re.compile(rf"(?:[\w-]+\s+){{0,3}}(?:{one_of(SOMEONE)})(?:\s+(?:of|from)\s.*)?", re.IGNORECASE)
_NEXT_SIDE = re.compile(
    rf",?\s{one_of(_SIDES['joined'])}\s(?!{one_of(_SIDES['owners'])}\s+\w+ed\b)|(?<![\d,]),\s"
)
_SAME = re.compile(rf"{one_of(_SIDES['same'])}\s+[a-z]", re.IGNORECASE)
_DATELINE = re.compile(
    r"^\W*(?:[A-Z][\w,.]*\s+){1,4}[—–]\s"
)  # "COTABATO CITY — A soldier": nobody stands before it
_BOTH = re.compile(rf"^{_SIDES['both']}\s+", re.IGNORECASE)
_NAMED = re.compile(
    r"(?:[a-z]\w+\s)*[A-Z][\w'’.-]+(?:\s[\w'’.-]+)*\s(?:[A-Z][\w'’.-]+|[\w'’.-]*[a-rt-z])"
)  # "Ali Hussein", "Italy's ambassador"
_TRADE = re.compile(rf"(?:,\s\d+)?,\s(?P<what>{one_of(_SIDES['trade'])}\s[^,]*)(?=,)")
_WHOLE = re.compile(rf"\b{one_of(_SIDES['whole'])}$")
_NUMBER = re.compile(r"\d+(?:,\d{3})*(?:\.\d+)?|[a-z]+")
_LONGEST = 13
"""Characters of a figure: longer ones (1,000,000,000 and up) count no people."""
_AND: str = _LEXICON["amounts"]["and"]
_NO_COUNT = frozenset(_LEXICON["amounts"]["near"])
_TENS: dict[str, int] = _LEXICON["amounts"]["tens"]
_NTH: dict[str, int] = _LEXICON["amounts"]["nth"]
_SCALES: dict[str, int] = _LEXICON["amounts"]["scales"]
_PARTS: dict[str, float] = _LEXICON["amounts"]["parts"]
_LOOSE: dict[str, int] = _LEXICON["amounts"]["loose"]
_SPELLED: dict[str, int] = {**_LEXICON["amounts"]["exact"], **_TENS}
_WORDS = _LEXICON["words"]
_PEOPLE = {*_AGES["people"], *_WORDS["person"]["nouns"].split()} - set(_WORDS["band"]["words"].split())
_YEARS = rf"(?:\d+|{one_of(_SPELLED)})"
_AGE = re.compile(
    rf"\b(?:(?P<who>{one_of(_PEOPLE)}) {one_of(_AGES['of'])} {_YEARS}\b|"
    rf"(?P<they>{one_of({f'{each}s' for each in _PEOPLE})}) {one_of(_AGES['of'])} {_YEARS}(?: and {_YEARS})?\b|{_AGES['aged']} {_YEARS}\b|\w+[- ]{one_of(_AGES['units'])}[- ]{_AGES['old']})"
)

_BARE_AGE = rf",\s(?:{_AGES['aged']}\s)?\d{{1,2}}(?:\s{_AND}\s\d{{1,2}})?(?=,(?:\s|$)|$)"
_AGE_BEHIND = re.compile(rf"(?<=[^\W\d_]){_BARE_AGE}")
_PERSONS = sorted(_PEOPLE)
_SEVERAL_PERSONS = [*_WORDS["person"]["words"].split(), *_AGES["two"], *(f"{each}s" for each in _PERSONS)]
_AGE_OF_SOMEBODY = re.compile(
    rf"(?:(?i:\b{one_of(_PERSONS)})|(?P<both>(?i:\b{one_of(_SEVERAL_PERSONS)}))"
    rf"|(?P<before>\b\w+\s)?\b[A-Z][\w'’-]+\s(?:[A-Z][\w'’.-]*\s)?[A-Z][\w'’-]+)"
    rf"(?P<age>\s{_AGES['aged']}\s\d{{1,2}}(?:\s{_AND}\s\d{{1,2}})?\s{one_of(_AGES['units'])}\b|{_BARE_AGE}(?:,(?=\s(?!{one_of(_AGES['next'])}\b)[a-z]))?)"
)
_PLACES = frozenset(_AGES["places"])


def ages(text: str) -> list[Span]:
    """The ages told behind somebody, between commas: "a farmer, 58, and his son, 21, were killed" counts two.

    >>> words = "A farmer, 58, and his son, 21, were killed; in Mosul, 12, among them two women, died."
    >>> [each.of(words) for each in ages(words)]
    [', 58,', ', 21,']
    """
    return [
        Span(*age.span("age"))
        for age in _AGE_OF_SOMEBODY.finditer(text)
        if (age["before"] or "").strip().lower() not in _PLACES
        and not (age["both"] and " " not in age["age"].strip(", "))
    ]


def amount(words: str) -> Bounds | None:
    """The least and the most that number words allow; None when they hold no number at all.

    >>> [amount(each) for each in ("two dozen", "between 3 and 5", "a hundred and twenty", "at least 1,200")]
    [(24, 24), (3, 5), (120, 120), (1200, None)]
    >>> amount("dozens of"), amount("up to six"), amount("a nurse"), amount("an unknown number of")
    ((12, None), (1, 6), (1, 1), None)
    """
    words = _ageless(words.lower())
    if words in _NTH:
        return _NTH[words], _NTH[words]
    if any(word in words for word in _BOUNDS["unknown"]):
        return None
    values, loose = _values(words)
    if not values:
        one = _ONE.match(words) and not _SEVERAL.search(
            words
        )  # "the militants" are more, and nobody says how many
        return (1, 1) if one or _ALONE.fullmatch(words) else None
    low, high = round(min(values)), round(max(values))
    if _BELOW.search(words):
        return min(1, high), max(1, high - 1)
    if _AT_MOST.search(words):
        return min(1, high), high
    return low, None if loose or _OPEN.search(words) else high


def _ageless(words: str) -> str:
    """The words without the ages of those counted: "two sisters of seven and eleven" are two."""
    return _AGE_BEHIND.sub("", _AGE.sub(lambda age: age["who"] or age["they"] or "", words))


def _values(words: str) -> tuple[list[float], bool]:
    """The numbers in the words, and whether one of them is loose (dozens, several)."""
    parts = _NUMBER.findall(words)
    values: list[float] = []
    for before, part, after in zip(["", *parts], parts, [*parts[1:], ""], strict=False):
        if "." in part and after not in _SCALES:  # "09.12 Gunmen shot four": an hour
            continue
        if part[0].isdigit() and len(part) <= _LONGEST:
            values.append(float(part.replace(",", "")))
        elif part in _SCALES:
            values.append((values.pop() if values else _part_before(words, part)) * _SCALES[part])
        elif part in _SPELLED:
            _take(values, _SPELLED[part], before)
    loose = [_LOOSE[part] for part in parts if part in _LOOSE and not (values and part in _NO_COUNT)]
    return ([max(*values, *loose, 0)], True) if loose else (values, False)


def _part_before(words: str, scale: str) -> float:
    """What part of a scale was told: half a dozen."""
    return next((part for word, part in _PARTS.items() if re.search(rf"\b{word} an? {scale}\b", words)), 1)


def _take(values: list[float], value: int, before: str) -> None:
    """Add to the number begun (twenty five, hundred and three), or begin another."""
    begun = before in _TENS or before in _SCALES or (before == _AND and values and values[-1] % 100 == 0)
    if begun and values:
        values[-1] += value
    else:
        values.append(value)


def _without_trade(words: str) -> str:
    """The words without what somebody named was: "Ali Musa, a nurse, and his brother" are two."""
    told = _TRADE.search(words)
    if told is None or not _NAMED.fullmatch(words[: told.start()]) or amount(told["what"]) != (1, 1):
        return words
    return words[: told.start()] + words[told.end() :]


def added(words: str) -> Bounds | None:
    """The sum over sides: "at least five militants and a nurse" is 6 or more; "two people, a woman and her son" are two, "four soldiers and as many rebels" eight."""
    parts = _NEXT_SIDE.split(_ageless(_without_trade(BRACKETS.sub("", _DATELINE.sub("", words)))))
    one = _BOTH.sub("", parts[0])
    if len(parts) > 1 and amount(one) == (1, 1):
        parts[0] = one  # "both the baker and his son", no "both his sons and a nurse"
    named = (1, 1) if len(parts) > 1 and _NAMED.fullmatch(parts[0]) else None
    first = amount(parts[0]) or named
    bounds = [
        each
        for each in (first, *(first if _SAME.match(part) else amount(part) for part in parts[1:]))
        if each
    ]
    if (
        len(bounds) > 1
        and _WHOLE.search(parts[0].lower())
        and bounds[0][0] == sum(low for low, _ in bounds[1:])
    ):
        return bounds[0]
    highs = [high for _, high in bounds]
    high = None if None in highs else sum(each or 0 for each in highs)
    return (sum(low for low, _ in bounds), high) if bounds else None
