"""From one time to another."""

from dataclasses import replace

from dashboard.temporal.expressions import Calendar, Clock, Expression, Stretch, Told
from dashboard.temporal.rules.engine import Grammar, Produced
from dashboard.temporal.rules.numbers import as_int
from dashboard.temporal.rules.relative import expression
from dashboard.temporal.tokens import Node
from dashboard.text import Span

BEFORE_DATES = Grammar()
STRETCHES = Grammar()
_ENDS = "day|time|month-of|year-of|when"


@BEFORE_DATES.rule(
    "<day> to <day> <month>",
    "<first:number|nth> (dash|to|and|slash) the? <last:number|nth> of? <month:month|weak-month> (comma? <year>)?",
    "<month:month|weak-month> dot? <first:number|nth> (dash|to|slash) <last:number|nth> (comma? <year>)?",
)
def days_of_a_month(first: Node, last: Node, month: Node, year: Node | None = None) -> Produced:
    """18 to 23 February, March 3–5, 2020."""
    if not 1 <= as_int(first) < as_int(last) <= 31:
        return None
    told = as_int(year) if year else None
    start, end = (Calendar(told, as_int(month), as_int(day)) for day in (first, last))
    return "stretch", Stretch(start, end, _spans(first, last, year or month))


@BEFORE_DATES.rule(
    "<month> <day> to <month> <day>",
    "<month:month|weak-month> dot? <first:number|nth> (dash|to) <until:month|weak-month> dot? <last:number|nth> (comma? <year>)?",
)
def days_of_two_months(
    first: Node, last: Node, month: Node, until: Node, year: Node | None = None
) -> Produced:
    """March 19–April 30, 2020."""
    if not (1 <= as_int(first) <= 31 and 1 <= as_int(last) <= 31):
        return None
    told = as_int(year) if year else None
    start, end = Calendar(told, as_int(month), as_int(first)), Calendar(told, as_int(until), as_int(last))
    return "stretch", Stretch(
        start, end, (Span(month.start, first.end), Span(until.start, (year or last).end))
    )


@BEFORE_DATES.rule("<year>–<year>", "<first:year> (dash|slash) <last:year|number>")
def years_of_a_stretch(first: Node, last: Node) -> Produced:
    """1939–1945, 1990–92."""
    end = as_int(last)
    if last.kind == "number":
        end += as_int(first) // 100 * 100
    if as_int(first) >= end:
        return None
    return "stretch", Stretch(Calendar(as_int(first)), Calendar(end), _spans(first, last))


@STRETCHES.rule(
    "from <time> to <time>",
    f"{{from the?}} <first:{_ENDS}> (comma|and)? (to|until|dash) the? (in|on)? <last:{_ENDS}>",
    f"{{between}} <first:{_ENDS}> and <last:{_ENDS}>",
    f"<first:{_ENDS}> dash <last:{_ENDS}>",
)
def from_to(first: Node, last: Node) -> Produced:
    """From Friday evening to Sunday; the last end lends its year to the first."""
    start, end = expression(first), expression(last)
    return "stretch", Stretch(_with_year(start, end), end, _spans(first, last))


def _with_year(first: Expression, last: Expression) -> Expression:
    if isinstance(first, Clock) and isinstance(last, Clock) and isinstance(first.day, Told):
        return replace(first, day=last.day)
    if isinstance(first, Calendar) and isinstance(last, Calendar) and first.month and first.year is None:
        return replace(first, year=last.year)
    return first


def _spans(first: Node, last: Node, until: Node | None = None) -> tuple[Span, Span]:
    end = max(last.end, until.end if until else 0)
    return Span(first.start, first.end), Span(last.start, end)
