"""Days in figures that label the lines of a list, as in "12/04 – Gunmen attacked" over "13/04 – A mine went off".

Alone "12/04" is a fraction, a score or the part of a thread. At the head of two lines or more, before a colon or a dash, with
or without the hour and the place between ("12/04, at noon, Nyala market: shells fell"), it is a day, and so it is within their
text; which figure is the month, the figures tell by what no calendar has, or else by following one another. So is "12.04",
a clock elsewhere, where the lines are of a month or two. "12.04." with a second point is a day before a mark ("12.04., at night"), and
at a head or behind "on" where the text has another.
"""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta

_LABEL = re.compile(
    r"^[ \t>]*(?:[•*·▪►–—-][ \t]*)?(?P<open>[\[(])?(?P<first>\d{1,2})/(?P<second>\d{1,2})"
    r"(?:(?P<year>/\d{2,4}),?[ \t]+\d{1,2}[:.]\d\d(?:[:.]\d\d)?(?:[ \u202f\u00a0]?[AaPp]\.?[Mm]\.?)?)?"
    r"(?(open)[\])]|(?![/\d])(?:(?:,[ \t]+(?:\d{1,2}[:.]\d\d|[^\W\d]+(?:[ \t][^\W\d]+)?))?[ \t]*(?::(?!\d)|[–—-](?=[ \t])|$)"
    r"|(?:,|(?<=\d\d/\d\d)(?=[ \t][^\W\d_]))[ \t](?:[^\n.:]|[.:]\d){0,80}:(?=[ \t])))",  # the hour and the place, too
    re.MULTILINE,
)
_DOTTED = re.compile(
    r"^(?P<before>[ \t>]*(?:[•*·▪►–—-][ \t]*)?(?P<open>\[)?)(?P<day>\d\d)\.(?P<month>\d\d)"
    r"(?P<part>,[ \t]+[^\W\d]+(?:[ \t][^\W\d]+)?)?(?(open)(?=\])|(?=[ \t]*(?::(?!\d)|[–—-][ \t])))",
    re.MULTILINE,
)
_POINTED = re.compile(
    r"(?P<lead>^[ \t>•*-]*|[–—.!?-][ \t]|\b(?:on|since|until|from)[ \t])?(?<![\w./:-])(?P<day>\d\d)\.(?P<month>\d\d)\.(?=(?P<mark>[,;:)\]]|[ \t][–—-][ \t])|\s)",
    re.MULTILINE | re.IGNORECASE,
)
_YEAR_FIRST = re.compile(  # "• 2018 – 6 January: …"
    r"^(?P<year>[ \t>]*(?:[•*·▪►–—-][ \t]*)?(?:1[5-9]|20)\d\d[ \t])[–—-](?=[ \t](?:\d{1,2}(?:st|nd|rd|th)?[ \t][^\W\d]|[^\W\d]+[ \t]\d))",
    re.MULTILINE,
)
_ENOUGH = 2
_MONTHS_OF_A_LIST = 2
_A_LEAP_YEAR = 2000  # the year is not stated; any that has every day serves


@dataclass(frozen=True, slots=True)
class LineLabels:
    """Where the first figures of the labels stand, and whether they are months."""

    starts: frozenset[int]
    month_first: bool


def with_plain_labels(text: str) -> str:
    r"""The text, as long as it was, its lines labelled in one way: "12/04" for "12.04", unless that may be a clock or a section's number, "2018 / 6 May" for "2018 – 6 May".

    >>> with_plain_labels("12.04 – Shells fell.\n13.04, night – Calm.")
    '12/04 – Shells fell.\n13/04, night – Calm.'
    >>> with_plain_labels("12.04 – Shells fell.\n12.10 – Calm.\n12.45 – Over.")
    '12.04 – Shells fell.\n12.10 – Calm.\n12.45 – Over.'
    """
    text = _YEAR_FIRST.sub(r"\g<year>/", text)
    found = list(_DOTTED.finditer(text))
    months = {each["month"] for each in found}
    days = _days([(int(each["day"]), int(each["month"])) for each in found], month_first=False)
    if len(days) < _ENOUGH or len(months) > _MONTHS_OF_A_LIST:
        return text
    return _DOTTED.sub(r"\g<before>\g<day>/\g<month>\g<part>", text)


def pointed_days(text: str) -> frozenset[int]:
    """Where the days begin that are written with two points; none where one of them is no day of a calendar, or their months are many.

    >>> sorted(pointed_days("Aden – 24.06. Sirah: shells fell. On the Saturday before, 17.06., none did."))
    [7, 58]
    >>> sorted(pointed_days("Rebels came at 10.05. They left. The rest is told in 12.05. and elsewhere."))
    []
    """
    found = [each for each in _POINTED.finditer(text) if each["mark"] or each["lead"] is not None]
    if len({each["month"] for each in found}) > _MONTHS_OF_A_LIST:
        return frozenset()
    days = _days([(int(each["day"]), int(each["month"])) for each in found], month_first=False)
    listed = len(days) >= _ENOUGH
    return frozenset(each.start("day") for each in found if days and (listed or each["mark"]))


def with_plain_days(text: str, starts: Iterable[int]) -> str:
    """The text, as long as it was, with "12/04 " for those of its days that are written "12.04."."""
    for start in starts:
        text = f"{text[:start]}{text[start : start + 2]}/{text[start + 3 : start + 5]} {text[start + 6 :]}"
    return text


NO_LABELS = LineLabels(frozenset(), month_first=False)


def line_labels(text: str) -> LineLabels:
    r"""The labels of a list's lines; none where there is but one, or where they count the parts of a thread.

    >>> sorted(line_labels("12/04 – Shells fell.\n13/04 – Calm.").starts)
    [0, 21]
    >>> sorted(line_labels("01/05 – Shells fell.\n02/05 – Calm.").starts)
    [0, 21]
    >>> line_labels("1/3: They came.\n2/3: They saw.\n3/3: They left.").starts
    frozenset()
    """
    found = list(_LABEL.finditer(text))
    pairs = [(int(each["first"]), int(each["second"])) for each in found]
    padded = all(each["first"][0] == each["second"][0] == "0" for each in found)  # "01/05", "02/05": days
    if len(found) < _ENOUGH or (not padded and _are_parts(pairs)):
        return NO_LABELS
    read = {way: _days(pairs, month_first=way) for way in (False, True)}
    real = {way: days for way, days in read.items() if days}
    if not real:
        return NO_LABELS
    month_first = min(real, key=lambda way: _reach(real[way]))  # the usual order where both reach as far
    return LineLabels(frozenset(each.start("first") for each in found), month_first)


def _are_parts(pairs: list[tuple[int, int]]) -> bool:
    """Whether they count: 1/5, 2/5, 3/5."""
    firsts, wholes = [first for first, _ in pairs], {whole for _, whole in pairs}
    return len(wholes) == 1 and firsts == list(range(1, len(firsts) + 1))


def _days(pairs: list[tuple[int, int]], *, month_first: bool) -> list[date]:
    """The days so read; none if one of them is no day."""
    try:
        if month_first:
            return [date(_A_LEAP_YEAR, month, day) for month, day in pairs]
        return [date(_A_LEAP_YEAR, month, day) for day, month in pairs]
    except ValueError:
        return []


def _reach(days: list[date]) -> timedelta:
    return max(days) - min(days)
