"""Dates in figures: which of two numbers is the month, shown by the document's own dates.

"05/04/2018" is 5 April for most of the world and 4 May for some. One date that can be read in one way only
("05/21/2018", "Monday 04/05/2020", the same day in words or as 2018-05-04) tells how its document writes. Where
none does, or they disagree, the day comes first, as is usual; the other reading is kept with its reason.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date
from itertools import chain

from dashboard.temporal.calendar.periods import full_year
from dashboard.temporal.context.line_labels import LineLabels, line_labels
from dashboard.temporal.expressions import Calendar, NoDay, TwoWays
from dashboard.temporal.lexing.tokens import Island, Meaning, Node

_BETWEEN = ("comma", "equals", "on", "the", "open")  # what stands between a weekday and its date
_SKIPPED = (*_BETWEEN, "dot", "of", "dash")
_WEEKDAYS = ("weekday", "short-weekday")
_MONTHS = ("month", "weak-month")
_DAYS = ("number", "nth", "ordinal")
_PARTS = len(("year", "month", "day"))
_MONTHS_A_YEAR, _LONGEST_MONTH = 12, 31
_YEAR_IN_FULL = re.compile(r"\d{4}")
_USUAL = "day first, as is usual"
_LIES_AHEAD = "read the other way it would lie after the report"
_READ = {True: "month first", False: "day first"}


@dataclass(frozen=True, slots=True)
class _Figures:
    """Two numbers of which one is the month; the year, the weekday beside them, and the words, as far as stated."""

    first: int
    second: int
    year: int | None
    weekday: int | None
    words: str

    def day(self, *, month_first: bool) -> date | None:
        """The day so read; none if there is no such day. Without a year any leap year serves."""
        month, day = (self.first, self.second) if month_first else (self.second, self.first)
        try:
            return date(self.year or 2000, month, day)
        except ValueError:
            return None

    @property
    def ways(self) -> list[bool]:
        """The orders that give a day, month first or not; those that give the weekday beside it, if any do."""
        days = {way: self.day(month_first=way) for way in (False, True)}
        real = [way for way, day in days.items() if day]
        if self.year is None or self.weekday is None:
            return real
        return [way for way in real if (days[way] or date.min).weekday() == self.weekday] or real

    @property
    def tells(self) -> bool:
        """Whether it can be read in one way only."""
        return self.first != self.second and len(self.ways) == 1


@dataclass(frozen=True, slots=True)
class _Order:
    """How a document writes: the order, what to note of a date so read, and whether its own dates tell it."""

    month_first: bool
    note: str
    stated: bool


def in_order(text: str, parts: list[Island], pointed: frozenset[int] = frozenset()) -> list[Island]:
    """The islands with every date in figures understood; ``pointed`` are where those begin that stood as "21.05.".

    >>> from dashboard.temporal.context.parse import understood
    >>> [phrase.meaning.month for phrase in understood("05/04/2018 and 05/21/2018").phrases]
    [5, 5]
    """
    if not any(node.kind in ("numeric", "slash") for node in chain.from_iterable(parts)):
        return parts
    labels = line_labels(text)
    parts = [list(_joined(island, labels, pointed)) for island in parts]
    figures = [each for island in parts for _, each in _figures(island, text)]
    order = _order(figures, parts, labels)
    return [_understood(island, text, order) for island in parts]


def _order(figures: list[_Figures], parts: list[Island], labels: LineLabels) -> _Order:
    telling: dict[bool, str] = {}
    for each in figures:
        if each.tells:
            telling.setdefault(each.ways[0], each.words)
    telling = telling or _stated_elsewhere(figures, parts)
    if len(telling) == 2:
        note = f"the text's own dates disagree (“{telling[False]}”, “{telling[True]}”): {_USUAL}"
        return _Order(month_first=False, note=note, stated=False)
    for way, words in telling.items():
        return _Order(month_first=way, note=f"{_READ[way]}, as in “{words}”", stated=True)
    if labels.starts:
        way = labels.month_first
        return _Order(month_first=way, note=f"{_READ[way]}, as the lines follow one another", stated=True)
    return _Order(month_first=False, note=_USUAL, stated=False)


def _stated_elsewhere(figures: list[_Figures], parts: list[Island]) -> dict[bool, str]:
    """The orders by which a date in figures is a day that the document tells in words or as 2018-05-04 too."""
    unclear = [each for each in figures if each.year and each.first != each.second]
    days = {day for island in parts for day in _days_in_words(island)} if unclear else set()
    found = {}
    for each in unclear:
        ways = [way for way in each.ways if each.day(month_first=way) in days]
        if len(ways) == 1:
            found[ways[0]] = f"{each.words}, {each.day(month_first=ways[0]):%d %B %Y}"
    return found


def _understood(island: Island, text: str, order: _Order) -> Island:
    """The island with its dates in figures as calendar dates."""
    figures = dict(_figures(island, text))
    return [
        replace(node, value=_dated(figures[at], order)) if at in figures else _whole(node)
        for at, node in enumerate(island)
    ]


def _dated(figures: _Figures, order: _Order) -> Calendar | NoDay | None:
    ways = figures.ways
    if not ways:
        return _no_day(figures.year, figures.second, figures.first, figures.words)
    if not (figures.year or _is_safe(figures, order)):
        return None
    way = order.month_first if order.month_first in ways else ways[0]
    day, other = figures.day(month_first=way), figures.day(month_first=not way)
    if day is None:
        return None
    unclear = len(ways) > 1 and other and other != day and figures.year is not None
    two_ways = (
        TwoWays(
            order.note,
            other,
            f"if the text writes {_READ[not way]}",
            order.stated,
            f"{_READ[not way]}: {_LIES_AHEAD}",
        )
        if other and unclear
        else None
    )
    return Calendar(figures.year, day.month, day.day, two_ways=two_ways)


def _no_day(year: int | None, month: int, day: int, words: str) -> NoDay | None:
    """31/04/2018, 13/13/2018: written as a date, and none; 13/14/15 need be no date at all."""
    if month > _MONTHS_A_YEAR:
        month, day = day, month
    in_full = _YEAR_IN_FULL.search(words) is not None
    if year is None or max(month, day) > _LONGEST_MONTH or (month > _MONTHS_A_YEAR and not in_full):
        return None
    return NoDay(year, month, day)


def _is_safe(figures: _Figures, order: _Order) -> bool:
    """Whether a weekday and two numbers are a date: "Sunday 3/4" may be a score, "24/7" is every hour."""
    return (figures.tells or order.stated) and (figures.first, figures.second) != (24, 7)


def _whole(node: Node) -> Node:
    """19.05.2018 and 19.05. are day first wherever it is written, 2018/05/19 year first."""
    if node.kind != "numeric" or ("." not in str(node.value) and len(_numbers(node)) < _PARTS):
        return node
    numbers = _numbers(node)
    if len(numbers) < _PARTS:
        return replace(node, value=Calendar(None, numbers[1], numbers[0]))
    first, second, third = numbers
    year, month, day = (first, second, third) if first > 31 else (full_year(third), second, first)
    for m, d in ((month, day), (day, month)):
        try:
            return replace(node, value=Calendar(date(year, m, d).year, m, d))
        except ValueError:  # no such day so read
            continue
    return replace(node, value=_no_day(year, month, day, str(node.value)))


def _figures(island: Island, text: str) -> Iterator[tuple[int, _Figures]]:
    """The dates whose order is to be found, by where they stand in the island."""
    for at, node in enumerate(island):
        if node.kind == "numeric" and "." not in str(node.value) and (numbers := _numbers(node))[0] <= 31:
            first, second, *year = numbers
            words = text[node.start : node.end]
            yield (
                at,
                _Figures(first, second, full_year(year[0]) if year else None, _weekday(island, at), words),
            )


def _numbers(node: Node) -> list[int]:
    return [int(part) for part in re.split(r"[/.-]", str(node.value))]


def _weekday(island: Island, at: int) -> int | None:
    """The weekday before a date, or in brackets behind it."""
    before = at - 1
    while before >= 0 and island[before].kind in _BETWEEN:
        before -= 1
    if before > 0 and (island[before].kind, island[before - 1].kind) == ("dot", "short-weekday"):
        before -= 1
    behind = island[at + 1 : at + 3] if island[at + 1 : at + 2] and island[at + 1].kind == "open" else []
    for node in (*island[max(before, 0) : before + 1], *behind[1:]):
        if node.kind in _WEEKDAYS and isinstance(node.value, int):
            return node.value
    return None


def _joined(island: Island, labels: LineLabels, pointed: frozenset[int]) -> Iterator[Node]:
    """The island with "5/21" as one date in figures behind a weekday or "on", as a line's label, "05/21" also beside such, or where it stood as "21.05."; else it is a fraction."""
    at = 0
    while at < len(island):
        node = island[at]
        kinds = [each.kind for each in island[at : at + 4]]
        if kinds[:3] == ["number", "slash", "number"] and node.start in pointed:
            day, month = node.value, island[at + 2].value
            yield Node("numeric", node.start, island[at + 2].end, f"{day}.{month}")
            at += 3
        elif (
            kinds[:3] == ["number", "slash", "number"]
            and "slash" not in kinds[3:]
            and (
                node.start in labels.starts
                or _weekday(island, at) is not None
                or _is_on(island, at)
                or (labels.starts and _is_in_full(*island[at : at + 3]))
            )
        ):
            last = island[at + 2]
            yield Node("numeric", node.start, last.end, f"{node.value}/{last.value}")
            at += 3
        else:
            yield node
            at += 1


def _is_in_full(first: Node, slash: Node, second: Node) -> bool:
    """Whether both numbers are of two figures, without a blank between: "the night of 27 to 28/08" in a list of such days."""
    return first.end - first.start == slash.start - first.start == second.end - slash.end == len("08")


def _is_on(island: Island, at: int) -> bool:
    """Whether it is the day on which something was: "on 13/04"; "on 5/21 of the posts" and "on 6/7 May" it was not."""
    behind = island[at + 3].kind if at + 3 < len(island) else ""
    return at > 0 and island[at - 1].kind == "on" and behind not in ("of", *_MONTHS)


def _days_in_words(island: Island) -> Iterator[date]:
    """Days stated as "4 May 2018", "May 4, 2018" or 2018-05-04."""
    stated = [node for node in island if node.kind not in _SKIPPED]
    for at, node in enumerate(stated):
        if node.kind == "iso":
            yield from _real(*map(int, str(node.value)[:10].split("-")))
        if node.kind in _MONTHS:
            around = (
                (stated[at - 1 : at], stated[at + 1 : at + 2]),
                (stated[at + 1 : at + 2], stated[at + 2 : at + 3]),
            )
            for days, years in around:
                if days and years and days[0].kind in _DAYS and years[0].kind == "year":
                    yield from _real(years[0].value, node.value, days[0].value)


def _real(year: Meaning, month: Meaning, day: Meaning) -> Iterator[date]:
    if isinstance(year, int) and isinstance(month, int) and isinstance(day, int):
        try:
            yield date(year, month, day)
        except ValueError:  # 2018-02-30
            return


__all__ = ["in_order"]
