"""Weekdays and months counted by their names: last Friday, two Saturdays ago, next March, May of last year."""

from dashboard.temporal.calendar.units import Unit
from dashboard.temporal.expressions import (
    Calendar,
    DayOfYear,
    Every,
    MonthOfYear,
    MonthStep,
    Shift,
    Weekday,
    WeekdayOfWeek,
)
from dashboard.temporal.lexing.tokens import Node
from dashboard.temporal.rules.engine import Produced, RuleFamily
from dashboard.temporal.rules.numbers import as_int
from dashboard.temporal.rules.relative import STEP, bare_weekday

STEPPED = RuleFamily()
_LETTERS = {"night": "NI", "evenings": "EV", "mornings": "MO", "afternoons": "AF"}


@STEPPED.rule("<number> <weekday>s ago", "<number> <days:weekdays> ago")
def weekdays_ago(number: Node, days: Node) -> Produced:
    """Two Saturdays ago."""
    return "day", Weekday(as_int(days), -as_int(number))


@STEPPED.rule("on <weekday>s", "<days:weekdays>")
def on_weekdays(days: Node) -> Produced:
    """On Mondays: a habit."""
    return "set", Every(f"XXXX-WXX-{as_int(days) + 1}")


@STEPPED.rule("on <weekday> nights", "<day> {(and | or) day <part:night>}", "<day> <part:night>")
def on_weekday_nights(day: Node, part: Node) -> Produced:
    """On Friday nights, on Monday and Tuesday mornings: a habit."""
    weekday = bare_weekday(day)
    return None if weekday is None else ("set", Every(f"XXXX-WXX-{weekday + 1}T{_LETTERS[part.kind]}"))


@STEPPED.rule(
    "last <weekday>",
    "<step:last|this|next> <day>",
    "<day> <step:last>",
    "<day> (of | comma)? <week:when>",
)
def stepped_weekday(day: Node, step: Node | None = None, week: Node | None = None) -> Produced:
    """Last Friday, Monday last, Monday of next week."""
    weekday = bare_weekday(day)
    if weekday is None:
        return None
    if step:
        return "day", Weekday(weekday, STEP[step.kind])
    shift = week.value if week else None
    if not isinstance(shift, Shift) or shift.unit != Unit.WEEK:
        return None
    return "day", WeekdayOfWeek(weekday, shift)


@STEPPED.rule(
    "last <month>", "<step:last|this|next|previous> <month:month-of>", "<month:month-of> <step:last>"
)
def stepped_month(step: Node, month: Node) -> Produced:
    """Last May, next March."""
    name = month.value
    if not isinstance(name, Calendar) or name.year is not None or name.month is None:
        return None
    return "month-of", MonthStep(name.month, STEP[step.kind])


@STEPPED.rule("<month> <when>", "<month:month-of|day> (of | comma)? <year:when>")
def month_of_year(month: Node, year: Node) -> Produced:
    """March of last year, 25 July of that year."""
    name, shift = month.value, year.value
    if (
        not isinstance(name, Calendar)
        or not isinstance(shift, Shift)
        or shift.unit != Unit.YEAR
        or name.month is None
    ):
        return None
    if name.year is None and name.day is not None:
        return "day", DayOfYear(name, shift)
    return "month-of", MonthOfYear(name.month, shift)
