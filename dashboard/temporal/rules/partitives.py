"""Pieces of a month or a year, and days named by one: the last week of May, the first Monday of March, 5, 6 and 7 March."""

from dataclasses import replace

from dashboard.temporal.calendar.units import Unit
from dashboard.temporal.expressions import (
    Calendar,
    DayPart,
    Edge,
    Expression,
    From,
    HalfOf,
    LastMentioned,
    Length,
    PieceOf,
    QuarterOf,
    Range,
    SameDay,
    Shift,
    ThisPeriod,
    UpTo,
    WeekdayOf,
    WeekdayOfWeek,
    Window,
)
from dashboard.temporal.lexing.tokens import Node
from dashboard.temporal.rules.engine import Produced, RuleFamily
from dashboard.temporal.rules.numbers import as_int
from dashboard.temporal.rules.relative import expression, hours_of
from dashboard.text import Span

LISTS = RuleFamily()  # before dates: the last of a list lends its month to the others
PIECES = RuleFamily()  # after dates, before "last week" is read by itself
LIKE_DAYS = RuleFamily()  # after what counts from the day of speech
LIKE_PARTS = RuleFamily()  # after parts of the day
_WHICH = "<which:ordinal|last|past-span|final>"
_WHOLE = "(of | in) (<whole:year-of|month-of> | (the | <step:last|this|next>) <of_unit:unit>)"
_SATURDAY = 5
_HALF = 2  # quarters of a year
_STEP = {"last": -1, "this": 0, "next": 1}


@LISTS.rule(
    "<day>, <day> and <day> <month>",
    "<day:number|nth> {comma (number | nth) (comma (number | nth))? (comma (number | nth))? (comma (number | nth))? comma? and <last:number|nth> of? <month:month|weak-month> (comma? <year>)?}",
)
def day_of_a_list(day: Node, last: Node, month: Node, year: Node | None = None) -> Produced:
    """5, 6 and 7 March: the month is stated once."""
    if not 1 <= as_int(day) < as_int(last) <= 31:
        return None
    return "day", Calendar(as_int(year) if year else None, as_int(month), as_int(day))


@LISTS.rule("<nth> <weekday> of a month", "<number:nth> {weekday part? (of | in)}")
def nth_weekday(number: Node) -> Produced:
    """The 2nd Tuesday of February: no 2nd of a month."""
    return "ordinal", as_int(number)


@LISTS.rule(
    "month and year in figures",
    "{in | since | until | from | by | before | after} <month:number> slash <year>",
)
def month_in_figures(month: Node, year: Node) -> Produced:
    """In 05/2023."""
    return ("month-of", Calendar(as_int(year), as_int(month))) if 1 <= as_int(month) <= 12 else None


@LISTS.rule("number and year of a ruling", "<numbered> (open | slash) year close?")
def ruling(numbered: Node) -> Produced:
    """Resolution 2254 (2015): the year is part of its name."""
    return "numbered", numbered.value


@LISTS.rule(
    "<weekday> <day> to <weekday> <day> <month>",
    "<first_name:weekday> comma? <first:number|nth> (to | dash | and | until) <last_name:weekday> comma? <last:number|nth> of? <month:month|weak-month> (comma? <year>)?",
)
def named_days(
    first_name: Node, first: Node, last_name: Node, last: Node, month: Node, year: Node | None = None
) -> Produced:
    """Tuesday 5 to Thursday 7 March."""
    if not 1 <= as_int(first) < as_int(last) <= 31:
        return None
    stated = as_int(year) if year else None
    pairs = ((first, first_name), (last, last_name))
    start, end = (Calendar(stated, as_int(month), as_int(day), as_int(name)) for day, name in pairs)
    spans = Span(first_name.start, first.end), Span(last_name.start, (year or month).end)
    return "stretch", Range(start, end, spans)


@PIECES.rule("the week of <day> to <day>", "the? <unit> of <stretch>")
def week_of_days(unit: Node, stretch: Node) -> Produced:
    """The week of 3 to 9 June, the weekend of 2–3 March: the days themselves."""
    return ("stretch", stretch.value) if unit.value in (Unit.WEEK, Unit.WEEKEND) else None


@PIECES.rule("the week ending <day>", "the? <unit> (ended | to) on? <day>")
def week_ending(unit: Node, day: Node) -> Produced:
    """The week ending 12 May: seven days, that one the last."""
    return ("when", UpTo(Length(Unit.WEEK, 1), expression(day))) if unit.value == Unit.WEEK else None


@PIECES.rule(
    "the first <length> of <whole>",
    f"the? {_WHICH} (<length> | <unit>) {_WHOLE}",
    f"<window> {_WHOLE.replace('(of | in)', 'of')}",
)
def piece_of(
    which: Node | None = None,
    length: Node | None = None,
    unit: Node | None = None,
    window: Node | None = None,
    whole: Node | None = None,
    step: Node | None = None,
    of_unit: Node | None = None,
) -> Produced:
    """The first three months of 2024, the last week of May, the final days of the month."""
    last = which is None or which.kind != "ordinal"
    amount, within = _length(length or window, unit), _whole(whole, step, of_unit)
    if amount is None or within is None or not (last or (which and as_int(which) == 1)):
        return None
    if amount.unit == Unit.WEEKEND:
        return "day", WeekdayOf(_SATURDAY, -1 if last else 1, within, days=2)
    if amount.count is None:
        return "when", Edge(within, "END" if last else "START")
    if amount.unit == Unit.QUARTER and amount.count in (1, _HALF):
        return _of_quarters(amount.count, within, last=last)
    counted, end = length or window, whole or of_unit
    if counted is None or end is None:
        return "when", PieceOf(amount, within, last)
    spans = Span((which or counted).start, counted.end), Span(end.start, end.end)
    return "when", PieceOf(amount, within, last, spans)


def _length(counted: Node | None, unit: Node | None) -> Length | None:
    if counted:
        value = counted.value.length if isinstance(counted.value, Window) else counted.value
        return value if isinstance(value, Length) else None
    return Length(str(unit.value), None if unit.kind == "units" else 1) if unit else None


@PIECES.rule(
    "the first <weekday> of <month>",
    f"the? {_WHICH} <day> {_WHOLE}",
    f"the? {_WHICH} <day> <part> {_WHOLE}",
    f"the? <part> of the? {_WHICH} <day> {_WHOLE}",
)
def weekday_of(
    which: Node,
    day: Node,
    part: Node | None = None,
    whole: Node | None = None,
    step: Node | None = None,
    of_unit: Node | None = None,
) -> Produced:
    """The first Monday of March, the last Friday of the month, the first Thursday evening of March."""
    name = day.value
    if not isinstance(name, Calendar) or name.weekday is None or name.day is not None:
        return None
    within = _whole(whole, step, of_unit)
    if within is None:
        return None
    found = WeekdayOf(name.weekday, as_int(which) if which.kind == "ordinal" else -1, within)
    return ("time", DayPart(found, hours_of(part))) if part else ("day", found)


@LIKE_DAYS.rule("<length> ago <day>", "<years:when> (comma | on)* <day:day|when>")
def ago_on(years: Node, day: Node) -> Produced:
    """A year ago today, two weeks ago on Saturday, twenty years ago this month."""
    found = _in_the_past(years.value, day.value)
    return ("day", found) if found else None


@LIKE_PARTS.rule("<length> ago <part of today>", "<years:when> comma? <part:time>")
def ago_in(years: Node, part: Node) -> Produced:
    """A year ago tonight, a week ago this morning."""
    hours = part.value
    if not isinstance(hours, DayPart) or hours.day != Shift(Unit.DAY, 0):
        return None
    found = _in_the_past(years.value, hours.day)
    return ("time", replace(hours, day=found)) if found else None


def _in_the_past(back: object, named: object) -> Expression | None:
    """The day like the one that is named, so many weeks or years ago."""
    if not isinstance(back, Shift) or back.from_mentioned or back.count >= 0:
        return None
    if isinstance(named, Calendar):
        plain = named.weekday is not None and named.day is None
        return WeekdayOfWeek(named.weekday or 0, back) if plain and back.unit == Unit.WEEK else None
    if not isinstance(named, Shift) or named.from_mentioned or named.count:
        return None
    if back.unit == Unit.YEAR and named.unit in (Unit.DAY, Unit.MONTH):
        return SameDay(named, back)
    return Shift(Unit.DAY, 7 * back.count) if back.unit == Unit.WEEK and named.unit == Unit.DAY else None


@LIKE_DAYS.rule("the <unit> before <day>", "<step:when> <day>")
def beside_a_day(step: Node, day: Node) -> Produced:
    """The day before last Tuesday."""
    shift = step.value
    if not isinstance(shift, Shift) or step.rule not in ("the <unit> before", "the <unit> after"):
        return None
    return "when", From(expression(day), shift.unit, shift.count)


@LIKE_DAYS.rule("same day in <year>", "<day:when> (of | in)? <years:year-of|when>")
def same_day(day: Node, years: Node) -> Produced:
    """The same day last year, on this day in 2014, the same month of 2019."""
    named, year = day.value, years.value
    same = isinstance(named, LastMentioned) or (
        isinstance(named, Shift) and named.unit in (Unit.DAY, Unit.MONTH) and not named.count
    )
    yearly = (isinstance(year, Shift) and year.unit == Unit.YEAR) or (
        isinstance(year, Calendar) and year.month is None
    )
    return ("day", SameDay(expression(day), expression(years))) if same and yearly else None


def _whole(whole: Node | None, step: Node | None, unit: Node | None) -> Expression | None:
    """The month or year of which something is a piece."""
    if whole:
        return expression(whole)
    if unit is None or unit.value not in (Unit.MONTH, Unit.YEAR):
        return None
    return Shift(str(unit.value), _STEP[step.kind]) if step else ThisPeriod(str(unit.value))


def _of_quarters(count: float, year: Expression, *, last: bool) -> Produced:
    if count == _HALF:
        return "when", HalfOf(year, 2 if last else 1)
    if not last:
        return None
    if isinstance(year, Calendar) and year.year and year.month is None:
        return "when", QuarterOf(4, year.year)
    return "when", PieceOf(Length(Unit.QUARTER, 1), year, last=True)
