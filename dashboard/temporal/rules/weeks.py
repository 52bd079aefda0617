"""Weeks by their number or their first day, and weekdays beside the week they are of."""

from dashboard.temporal.calendar.units import Unit
from dashboard.temporal.expressions import Calendar, Range, Shift, StartingOn, WeekdayOfWeek, WeekOfYear
from dashboard.temporal.lexing.tokens import Node
from dashboard.temporal.rules.engine import Produced, RuleFamily
from dashboard.temporal.rules.numbers import as_int
from dashboard.temporal.rules.relative import bare_weekday, expression
from dashboard.text import Span

WEEKS = RuleFamily()  # before "the week" is read by itself
WEEKS_ALONE = RuleFamily()  # after it, so that "that week 9 people died" tells no number of a week
_OF_YEAR = "(of | in | comma | slash | dash | open)? (the unit)? <year:year-of> close?"
_MOST = 53
_FIGURES = 2  # characters: "by week three" is of something, "week 3" of the year


@WEEKS.rule(
    "week <number> of <year>",
    f"<unit:unit|week-no> <number> {_OF_YEAR}",
    "<year:year-of> (dash | slash | comma)? <unit:unit|week-no> <number>",
)
def week_of_year(unit: Node, number: Node, year: Node) -> Produced:
    """Week 9 of 2024, 2024 week 9."""
    if unit.value != Unit.WEEK or not 1 <= as_int(number) <= _MOST or not _is_year(year):
        return None
    return "when", WeekOfYear(as_int(number), expression(year))


@WEEKS.rule(
    "weeks <number> to <number>",
    f"<unit:units> <first:number> (dash | to | and | slash) <last:number> {_OF_YEAR}",
    f"{{between}} <unit:units> <first:number> and <last:number> {_OF_YEAR}",
)
def weeks_of_year(unit: Node, first: Node, last: Node, year: Node) -> Produced:
    """Weeks 9 to 11 of 2024."""
    if unit.value != Unit.WEEK or not 1 <= as_int(first) < as_int(last) <= _MOST or not _is_year(year):
        return None
    start, end = (WeekOfYear(as_int(each), expression(year)) for each in (first, last))
    return "stretch", Range(start, end, (Span(unit.start, first.end), Span(last.start, year.end)))


@WEEKS.rule(
    "weeks <number> to <number>",
    "<unit:units> <first:number> (dash | to | and | slash) <last:number> {not unit|units|of|more|number-word}",
)
def weeks_of_this_year(unit: Node, first: Node, last: Node) -> Produced:
    """Weeks 9 and 10, of the year that the report is about."""
    in_figures = max(each.end - each.start for each in (first, last)) <= _FIGURES
    if unit.value != Unit.WEEK or not in_figures or not 1 <= as_int(first) < as_int(last) <= _MOST:
        return None
    start, end = (WeekOfYear(as_int(each)) for each in (first, last))
    return "stretch", Range(start, end, (Span(unit.start, first.end), Span(last.start, last.end)))


@WEEKS.rule("the week beginning <day>", "week-from on? the? <day>")
def week_from(day: Node) -> Produced:
    """W/c 4 March."""
    return "when", StartingOn(Unit.WEEK, expression(day))


@WEEKS.rule(
    "the week beginning <day>",
    "the? <unit:unit> (commencing | starting) (on | from)? the? <day>",
)
def week_beginning(unit: Node, day: Node) -> Produced:
    """The week beginning 4 March, the month starting on 19 February."""
    counted = (Unit.WEEK, Unit.FORTNIGHT, Unit.MONTH, Unit.YEAR)
    return ("when", StartingOn(str(unit.value), expression(day))) if unit.value in counted else None


@WEEKS_ALONE.rule(
    "<weekday> beside its week",
    "<week:when> comma? hedge? on <day>",
    "<week:when> comma? hedge <day>",
    "<week:when> (comma | dash | apostrophe) on? <day>",
    "<week:when> <day>",
)
def weekday_of_week(week: Node, day: Node) -> Produced:
    """Next week on Saturday; next week, probably on Friday."""
    weekday, shift = bare_weekday(day), week.value
    if weekday is None or not isinstance(shift, Shift) or shift.unit != Unit.WEEK:
        return None
    return "day", WeekdayOfWeek(weekday, shift)


@WEEKS_ALONE.rule(
    "week <number>", "<unit:unit|week-no> <number> {not of|unit|units|count|ago|later|earlier|number-word}"
)
def week_number(unit: Node, number: Node) -> Produced:
    """Week 7, of the year that the report is about; "week 3 of the siege" is counted from something else."""
    in_figures = number.end - number.start <= _FIGURES
    if unit.value != Unit.WEEK or not in_figures or not 1 <= as_int(number) <= _MOST:
        return None
    return "when", WeekOfYear(as_int(number))


def _is_year(node: Node) -> bool:
    return isinstance(node.value, Calendar) and node.value.year is not None and node.value.month is None
