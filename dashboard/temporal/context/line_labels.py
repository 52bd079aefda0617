"""Days in figures that label the lines of a list, as in "12/04 – Gunmen attacked" over "13/04 – A mine went off".

Alone "12/04" is a fraction, a score or the part of a thread. At the head of two lines or more, before a colon or a dash, it is
a day; which figure is the month, the figures tell by what no calendar has, or else by following one another.
"""

import re
from dataclasses import dataclass
from datetime import date, timedelta

_LABEL = re.compile(
    r"^[ \t>]*(?:[•*·▪►–—-][ \t]*)?(?P<open>[\[(])?(?P<first>\d{1,2})/(?P<second>\d{1,2})"
    r"(?:(?P<year>/\d{2,4}),?[ \t]+\d{1,2}[:.]\d\d(?:[:.]\d\d)?(?:[ \u202f\u00a0]?[AaPp]\.?[Mm]\.?)?)?"
    r"(?(open)[\])]|(?![/\d])[ \t]*(?::(?!\d)|[–—-](?=[ \t])|$))",
    re.MULTILINE,
)
_ENOUGH = 2
_A_LEAP_YEAR = 2000  # the year is not stated; any that has every day serves


@dataclass(frozen=True, slots=True)
class LineLabels:
    """Where the first figures of the labels stand, and whether they are months."""

    starts: frozenset[int]
    month_first: bool


NO_LABELS = LineLabels(frozenset(), month_first=False)


def line_labels(text: str) -> LineLabels:
    r"""The labels of a list's lines; none where there is but one, or where they count the parts of a thread.

    >>> sorted(line_labels("12/04 – Shells fell.\n13/04 – Calm.").starts)
    [0, 21]
    >>> line_labels("1/3: They came.\n2/3: They saw.\n3/3: They left.").starts
    frozenset()
    """
    found = list(_LABEL.finditer(text))
    pairs = [(int(each["first"]), int(each["second"])) for each in found]
    if len(found) < _ENOUGH or _are_parts(pairs):
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
