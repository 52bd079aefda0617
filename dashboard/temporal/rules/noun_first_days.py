"""Days, parts of the day and clock times in languages that put the noun first."""

from dataclasses import replace

from dashboard.temporal.calendar.units import Unit
from dashboard.temporal.expressions import (
    Calendar,
    DayOfMonth,
    HalfOf,
    MidnightAfter,
    MonthOfYear,
    QuarterOf,
    Shift,
    Weekday,
    WeekOfMonth,
    Years,
)
from dashboard.temporal.lexing.tokens import Node
from dashboard.temporal.rules.dates import day_of_month
from dashboard.temporal.rules.engine import Produced, RuleFamily
from dashboard.temporal.rules.numbers import as_int
from dashboard.temporal.rules.parts import (
    is_next_day,
    midnight_between,
    part_alone,
    that_part,
)
from dashboard.temporal.rules.relative import expression

NAMES_NOUN_FIRST = RuleFamily()
DATES_NOUN_FIRST = RuleFamily()
MONTHS_NOUN_FIRST = RuleFamily()
PARTS_NOUN_FIRST = RuleFamily()
LAST_NOUN_FIRST = RuleFamily()


@NAMES_NOUN_FIRST.rule("a month by two names", "<month:month|weak-month> slash <other:month|weak-month>")
def two_names(month: Node, other: Node) -> Produced:
    """A Levantine and an Egyptian name of one month."""
    return ("month", month.value) if month.value == other.value else None


@NAMES_NOUN_FIRST.rule("day <name>", "day-noun <name:weekday|deictic>")
def day_named(name: Node) -> Produced:
    """The day of Saturday."""
    return name.kind, name.value


@NAMES_NOUN_FIRST.rule(
    "<ordinal> week",
    "<unit> <number:ordinal> {from (unit | month | weak-month)}",
    "<number:ordinal|nth> <unit> {(of | in) (month | weak-month)}",
)
def numbered_week(unit: Node, number: Node) -> Produced:
    """The second week, of a month that follows."""
    return ("week-number", number.value) if unit.value == Unit.WEEK else None


@NAMES_NOUN_FIRST.rule("<ordinal> half", "half <number:ordinal> {from (unit | month | weak-month | year)}")
def numbered_half(number: Node) -> Produced:
    """The first half, of a month or a year that follows."""
    return ("half-number", number.value) if as_int(number) in (1, 2) else None


@MONTHS_NOUN_FIRST.rule("<half> of <year>", "<half:half-number> from unit? <whole:month-of|year-of|year>")
def half_of_month(half: Node, whole: Node) -> Produced:
    """The first half of May."""
    return "when", HalfOf(expression(whole), as_int(half))


@MONTHS_NOUN_FIRST.rule("day <date>", "day-noun <date:day>")
def day_dated(date: Node) -> Produced:
    """The day of 19 May."""
    return "day", date.value


@MONTHS_NOUN_FIRST.rule(
    "<ordinal> week of <month>", "<week:week-number> (of | in | from) unit? <month:month-of>"
)
def week_of_month(week: Node, month: Node) -> Produced:
    """The second week of May."""
    return "when", WeekOfMonth(as_int(week), expression(month))


@DATES_NOUN_FIRST.rule(
    "<day> of <month>",
    "(<weekday> comma? (on | equals | day-noun)* the?)? <day:number|ordinal> from <month:month|weak-month> (this-after? (comma | from)? unit? <year>)?",
    "<weekday> (on | equals | day-noun)+ <day:number|ordinal> from? <month:month|weak-month> (this-after? (comma | from)? unit? <year>)?",
)
def day_of_named_month(
    day: Node, month: Node, weekday: Node | None = None, year: Node | None = None
) -> Produced:
    """Saturday the 19th of May 2018."""
    return day_of_month(day, month, weekday, year)


@MONTHS_NOUN_FIRST.rule(
    "<month>",
    "{since-or-ago | before-or-ago | before} <month:weak-month>",
    "<month:weak-month> {last-after | this-after | next-after}",
)
def month_alone(month: Node) -> Produced:
    """Since March."""
    return "month-of", Calendar(None, as_int(month))


@MONTHS_NOUN_FIRST.rule("the month of <month>", "<unit> of-or-from? <month:month-of|weak-month>")
def month_named(unit: Node, month: Node) -> Produced:
    """The month of March."""
    name = month.value if isinstance(month.value, Calendar) else Calendar(None, as_int(month))
    return ("month-of", name) if unit.value == Unit.MONTH and unit.kind == "unit" else None


@MONTHS_NOUN_FIRST.rule("<month> of <year>", "<month:month-of> from unit? <year:year|year-of>")
def month_of_named_year(month: Node, year: Node) -> Produced:
    """March of the year 2022."""
    name, stated = month.value, year.value
    if not isinstance(name, Calendar) or name.month is None or name.year is not None:
        return None
    return "month-of", replace(name, year=stated.year if isinstance(stated, Calendar) else as_int(year))


@DATES_NOUN_FIRST.rule("decade by name", "<decade:decade-name>")
def decade_name(decade: Node) -> Produced:
    """The nineties."""
    return "when", Years(as_int(decade), 10)


@DATES_NOUN_FIRST.rule("<unit> <ordinal>", "<unit> <number:ordinal|number>")
def century_by_number(unit: Node, number: Node) -> Produced:
    """The twentieth century."""
    return ("when", Years((as_int(number) - 1) * 100, 100)) if unit.value == Unit.CENTURY else None


@DATES_NOUN_FIRST.rule("quarter", "quarter-noun <number:ordinal> (from? <year>)?")
def quarter(number: Node, year: Node | None = None) -> Produced:
    """The first quarter of 2018."""
    return ("when", QuarterOf(as_int(number), as_int(year) if year else None)) if as_int(number) < 5 else None


@PARTS_NOUN_FIRST.rule(
    "<weekday> equals <day>",
    "<weekday:day> (equals | on)+ day-noun? <name:day>",
    "<weekday:day> comma? <name:day>",
)
def weekday_that_is(weekday: Node, name: Node) -> Produced:
    """Saturday, which is 19/5/2018; last Tuesday, 15 May."""
    stated, day = weekday.value, name.value
    if isinstance(stated, Weekday) and isinstance(day, Calendar) and None not in (day.month, day.day):
        return "day", replace(day, weekday=stated.weekday)
    if not isinstance(stated, Calendar) or not isinstance(day, Calendar) or not day.full:
        return None
    if stated.weekday is None or stated.day is not None or day.weekday is not None:
        return None
    return "day", replace(day, weekday=stated.weekday)


@PARTS_NOUN_FIRST.rule("<weekday> equals <day>", "<weekday:day> dash <name:day>")
def weekday_before_a_stroke(weekday: Node, name: Node) -> Produced:
    """Monday - 05 September 2022; no "Monday – Wednesday", and no "Monday - 5 May", which may be from one to the other."""
    full = isinstance(name.value, Calendar) and name.value.full
    return weekday_that_is(weekday, name) if full else None


@PARTS_NOUN_FIRST.rule(
    "<day> of <month>",
    "<day:number|ordinal> from <month:when>",
    "<day:number> <month:when|this-after>",
    "the <day:nth|ordinal> of <month:when>",
)
def day_of_counted_month(day: Node, month: Node) -> Produced:
    """The 5th of last month, the 19th instant."""
    if not 1 <= as_int(day) <= 31:
        return None
    shift = month.value if month.kind == "when" else Shift(Unit.MONTH, 0)
    return (
        ("day", DayOfMonth(as_int(day), shift))
        if isinstance(shift, Shift) and shift.unit == Unit.MONTH
        else None
    )


@PARTS_NOUN_FIRST.rule("<month> of <year>", "<month:month-of> from <year:when>")
def month_of_year(month: Node, year: Node) -> Produced:
    """March of last year."""
    name, shift = month.value, year.value
    if not isinstance(name, Calendar) or not isinstance(shift, Shift) or shift.unit != Unit.YEAR:
        return None
    return ("month-of", MonthOfYear(name.month, shift)) if name.month and name.year is None else None


PARTS_NOUN_FIRST.rule(
    "after the midnight of <day> – <day>", "midnight-of <first:day> (dash | to | and | slash) <last:day>"
)(midnight_between)


@PARTS_NOUN_FIRST.rule("after midnight of <day>", "midnight-of <day>")
def after_midnight_of(day: Node) -> Produced:
    """After midnight of yesterday: the midnight that ends yesterday."""
    return "time", MidnightAfter(expression(day))


@PARTS_NOUN_FIRST.rule("the night of <day> <day>", "(<part> | midnight-of) <first:day> <last:day>")
def night_of_two_days(first: Node, last: Node, part: Node | None = None) -> Produced:
    """The night of Thursday Friday."""
    return midnight_between(first, last, part) if is_next_day(first.value, last.value) else None


PARTS_NOUN_FIRST.rule("that <part>", "that-before <part>", "<part> same-after")(that_part)
LAST_NOUN_FIRST.rule("at <part>", "{since-or-ago | before-or-ago | from} the? <part>")(part_alone)
