"""Stretches of years and days that say "to" alone or end now, and the year that one end of a stretch lends the other."""

from dataclasses import replace

from dashboard.temporal.expressions import Calendar, Edge, Expression, Range, Ref
from dashboard.temporal.lexing.tokens import Node
from dashboard.temporal.rules.engine import Produced, RuleFamily
from dashboard.temporal.rules.relative import expression
from dashboard.text import Span

LENT_YEARS = RuleFamily()  # before a month or a day is counted by itself
YEAR_SPANS = RuleFamily()
_PRESENT = "PRESENT_REF"


@YEAR_SPANS.rule(
    "<year> to <year>",
    "<first:year-of> (to | until) <last:year-of> {not of}",
    "<first:month-of> (to | until | slash) <last:month-of>",
    "<first:day> (to | until) <last:day>",
)
def dated_span(first: Node, last: Node) -> Produced:
    """2011 to 2014, March to May 2022, 3 March to 7 April; "Monday to Friday" may be a habit."""
    start, end = first.value, last.value
    if not isinstance(start, Calendar) or not isinstance(end, Calendar):
        return None
    if (start.month is None) is not (end.month is None) or start.weekday_only or end.weekday_only:
        return None
    if start.year and end.year and _place(start) >= _place(end):
        return None
    spans = Span(first.start, first.end), Span(last.start, last.end)
    return "stretch", Range(*lent_years(start, end), spans)


@LENT_YEARS.rule(
    "<month> and <month> <year>",
    "<first:month-of> {(comma month-of)* comma? (and | or) <last:month-of>}",
    "<first:day> {(comma (day | number | nth))* comma? (and | or) on? the? <last:day>}",
)
def year_of_the_last(first: Node, last: Node) -> Produced:
    """May, June and July 2021; 5 March and 6 April 2022: the last one's year is theirs."""
    start, end = first.value, last.value
    if not isinstance(start, Calendar) or not isinstance(end, Calendar) or end.year is None or start.year:
        return None
    return None if start.month is None or start.two_ways else (first.kind, lent_years(start, end)[0])


@YEAR_SPANS.rule(
    "from <time> to now",
    "{between} <first:day|month-of|year-of|when> and <now:ref>",
    "{from the?} <first:day|month-of|year-of|when> (to | until | and | dash | up)? (the | this)? <now:ref>",
    "<first:month-of|year-of|day> (to | dash) the? <now:ref>",
)
def until_now(first: Node, now: Node) -> Produced:
    """Between 3 March and now, from 2019 to the present."""
    if not isinstance(now.value, Ref) or now.value.value != _PRESENT:
        return None
    spans = Span(first.start, first.end), Span(now.start, now.end)
    return "stretch", Range(expression(first), now.value, spans)


def lent_years(first: Expression, last: Expression) -> tuple[Expression, Expression]:
    """Both ends of a stretch, the one that states no year with that of the other: November 2021 to April 2022."""
    start, end = _named(first), _named(last)
    if start is None or end is None or start.month is None or end.month is None:
        return first, last
    turns = (start.month, start.day or 0) > (end.month, end.day or 31)
    if start.year is None and end.year is not None:
        return _in_year(first, end.year - turns), last
    if end.year is None and start.year is not None:
        return first, _in_year(last, start.year + turns)
    return first, last


def _named(end: Expression) -> Calendar | None:
    named = end.whole if isinstance(end, Edge) else end
    return named if isinstance(named, Calendar) else None


def _in_year(end: Expression, year: int) -> Expression:
    if isinstance(end, Edge):
        return replace(end, whole=_in_year(end.whole, year))
    return replace(end, year=year) if isinstance(end, Calendar) else end


def _place(date: Calendar) -> tuple[int, int, int]:
    return date.year or 0, date.month or 0, date.day or 0
