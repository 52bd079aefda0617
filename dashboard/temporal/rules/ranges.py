"""From one time to another."""

from dataclasses import replace

from dashboard.temporal.calendar.units import Unit
from dashboard.temporal.expressions import (
    Calendar,
    Clock,
    DayPart,
    Expression,
    From,
    LastMentioned,
    LastMentionedNight,
    Range,
)
from dashboard.temporal.lexing.tokens import Node
from dashboard.temporal.rules.clock_ranges import lent_day
from dashboard.temporal.rules.day_lists import LATER, day_before_its_month
from dashboard.temporal.rules.engine import Produced, RuleFamily
from dashboard.temporal.rules.numbers import as_int
from dashboard.temporal.rules.partitives import day_of_a_list
from dashboard.temporal.rules.relative import expression
from dashboard.temporal.rules.year_spans import lent_years
from dashboard.text import Span

BEFORE_DATES = RuleFamily()
STRETCHES = RuleFamily()
_ENDS = "day|time|month-of|year-of|when"

_FIGURES = 2  # of the second year: "1990–92"


@BEFORE_DATES.rule(
    "<day> to <day> <month>",
    "<first:number|nth|ordinal> (dash | to | slash) the? <last:number|nth|ordinal> of? <month:month|weak-month> (comma? <year>)?",
    "{from the?} <first:number|nth|ordinal> (until | and) the? <last:number|nth|ordinal> of? <month:month|weak-month> (comma? <year>)?",
    "{between the?} <first:number|nth|ordinal> and the? <last:number|nth|ordinal> of? <month:month|weak-month> (comma? <year>)?",
    "<first:number|nth> <both:and> the? <last:number|nth> of? <month:month|weak-month> (comma? <year>)?",
    "<month:month|weak-month> dot? the? <first:number|nth|ordinal> (dash | to | slash) the? <last:number|nth|ordinal> (comma? <year>)?",
    "{(from | between) the?} <month:month|weak-month> dot? the? <first:number|nth|ordinal> (and | until) the? <last:number|nth|ordinal> (comma? <year>)?",
)
def days_of_a_month(
    first: Node, last: Node, month: Node, year: Node | None = None, both: Node | None = None
) -> Produced:
    """18 to 23 February, March 3–5, 2020; 6 and 7 March, but not 6 and 9 March, which are two days."""
    if not 1 <= as_int(first) < as_int(last) <= 31 or (both and as_int(last) != as_int(first) + 1):
        return None
    stated = as_int(year) if year else None
    start, end = (Calendar(stated, as_int(month), as_int(day)) for day in (first, last))
    return "stretch", Range(start, end, _spans(first, last, year or month))


@BEFORE_DATES.rule("<day> to <date in figures>", "<first:number> (dash | to) <last:numeric>")
def days_to_a_date_in_figures(first: Node, last: Node) -> Produced:
    """27 to 28/08/2023, and in a list of such days 27-28/08."""
    end = last.value
    if not isinstance(end, Calendar) or end.day is None or not 1 <= as_int(first) < end.day:
        return None
    return "stretch", Range(replace(end, day=as_int(first), two_ways=None), end, _spans(first, last))


BEFORE_DATES.rule(
    "<day> and <day> <month>",
    "<day:number|nth> {and <last:number|nth> of? <month:month|weak-month> (comma? <year>)?}",
)(day_of_a_list)
BEFORE_DATES.rule("<day>, <day> and <day> <month>", f"<day:number|nth|ordinal> {{and (on | the)+ {LATER}}}")(
    day_before_its_month
)


@BEFORE_DATES.rule(
    "<month> <day> to <month> <day>",
    "<month:month|weak-month> dot? <first:number|nth> (dash | to) <until:month|weak-month> dot? <last:number|nth> (comma? <year>)?",
)
def days_of_two_months(
    first: Node, last: Node, month: Node, until: Node, year: Node | None = None
) -> Produced:
    """March 19–April 30, 2020."""
    if not (1 <= as_int(first) <= 31 and 1 <= as_int(last) <= 31):
        return None
    stated = as_int(year) if year else None
    start, end = Calendar(None, as_int(month), as_int(first)), Calendar(stated, as_int(until), as_int(last))
    return "stretch", Range(
        *lent_years(start, end), (Span(month.start, first.end), Span(until.start, (year or last).end))
    )


@BEFORE_DATES.rule(
    "<year>–<year>", "<first:year> (dash | <slash>) <last:year|number> {not of|month|weak-month}"
)
def years_of_a_stretch(first: Node, last: Node, slash: Node | None = None) -> Produced:
    """1939–1945, 1990–92; behind a dash between blanks a number of two figures is no year."""
    end = as_int(last)
    spaced = last.start - first.end > 1  # "14 June 2021 – 30 families fled"
    spelled = last.end - last.start > _FIGURES  # "July 5, 2023 – Two men were killed"
    if last.kind == "number" and end > 99 and not spaced:  # "ID 2018-4471"
        return "file", None
    if last.kind == "number" and (spaced or spelled):
        return None
    if last.kind == "number" and 1 <= end <= min(
        12, as_int(first) % 100
    ):  # "2024-05", but "2009-10" are two years
        return "month-of", Calendar(as_int(first), end)
    if last.kind == "number":
        end += as_int(first) // 100 * 100
    if as_int(first) >= end:
        return None
    if slash and end != as_int(first) + 1:  # "2017/18" is a season, "case 2020/33" a number
        return ("file", None) if last.kind == "number" else None
    return "stretch", Range(Calendar(as_int(first)), Calendar(end), _spans(first, last))


@STRETCHES.rule(
    "from <time> to <time>",
    f"{{from the?}} <first:{_ENDS}> (comma | and)? (to | until | dash) the? (in | on)? <last:{_ENDS}>",
    f"{{between}} <first:{_ENDS}> and <last:{_ENDS}>",
    f"<first:{_ENDS}> (<dash> | into) the? <last:{_ENDS}>",
)
def from_to(first: Node, last: Node, dash: Node | None = None) -> Produced:
    """From Friday evening to Sunday; the last end lends its year to the first. "11:30 – Yesterday" opens an entry."""
    if dash and isinstance(first.value, Clock) and not isinstance(last.value, Clock | DayPart):
        return None
    start, end = _lent(expression(first), expression(last))
    return "stretch", Range(start, lent_day(start, end), _spans(first, last))


def _lent(first: Expression, last: Expression) -> tuple[Expression, Expression]:
    """Both ends, each with what the other states for the two: the day, the year."""
    if isinstance(last, Clock | DayPart) and isinstance(first, Clock | DayPart):
        return _on_the_day_of(first, last), last
    return lent_years(first, last)


def _on_the_day_of(first: Clock | DayPart, last: Clock | DayPart) -> Expression:
    """From dawn until noon on Thursday: the last end lends its day; "from midnight" is where that day begins."""
    if not isinstance(first.day, LastMentioned | LastMentionedNight):
        return first
    day = last.day
    if isinstance(first, Clock) and first.hour == 24:
        return replace(first, day=day, hour=0)
    two_clocks = isinstance(first, Clock) and isinstance(last, Clock)
    if not two_clocks and _begins(first) >= _is_over(last):  # from dusk until dawn on Sunday
        return replace(first, day=From(day, Unit.DAY, -1))
    return replace(first, day=day)


def _begins(time: Clock | DayPart) -> int:
    return time.hour if isinstance(time, Clock) else time.part.start


def _is_over(time: Clock | DayPart) -> int:
    return time.hour if isinstance(time, Clock) else time.part.end


def _spans(first: Node, last: Node, until: Node | None = None) -> tuple[Span, Span]:
    end = max(last.end, until.end if until else 0)
    return Span(first.start, first.end), Span(last.start, end)
