"""Days, weeks and months told by their number in something longer, from its start or its end, or beside a day."""

from dashboard.temporal.calendar.units import Unit
from dashboard.temporal.expressions import (
    Calendar,
    DayOfFeast,
    DayOfMonth,
    Expression,
    Feast,
    FromEnd,
    Hijri,
    MonthOfYear,
    Nearby,
    Shift,
    TheEid,
    ThisPeriod,
    Weekday,
    WeekdayBeside,
    WeekdayOf,
    WeekOfMonth,
    WeekOfYear,
)
from dashboard.temporal.lexing.tokens import Node
from dashboard.temporal.rules.engine import Produced, RuleFamily
from dashboard.temporal.rules.numbers import as_int
from dashboard.temporal.rules.relative import bare_weekday, expression

COUNTED_DAYS = RuleFamily()
_STEPS = "last|this|next|previous|following|that|current"
_STEP = {"last": -1, "previous": -1, "this": 0, "that": 0, "current": 0, "next": 1, "following": 1}
_FROM_MENTIONED = ("previous", "following", "that")
_WHOLE = f"(of | in) the? (<whole:year-of|month-of> | (<step:{_STEPS}> | the)? <of_unit:unit>)"
_WEEKS_A_YEAR = 52
_FEASTS = (Feast, Hijri, TheEid, Nearby, DayOfFeast)


@COUNTED_DAYS.rule(
    "the <ordinal> <unit> of <whole>",
    f"the? <number:nth|ordinal> dash? week-kind? (<unit:unit> | <weeks:week-number>) {_WHOLE}",
    f"the? <weeks:week-number> {_WHOLE}",
)
def numbered_unit(
    number: Node | None = None,
    unit: Node | None = None,
    weeks: Node | None = None,
    whole: Node | None = None,
    step: Node | None = None,
    of_unit: Node | None = None,
) -> Produced:
    """The second day of March, the 10th day of next month, the eighth month of 2022, the fourth week of 2024."""
    counted = weeks if number is None else number
    within = _whole(whole, step, of_unit)
    stated = Unit.WEEK if weeks else unit.value if unit and unit.kind == "unit" else None
    if counted is None or within is None or as_int(counted) < 1:
        return None
    months = _is_month(whole, of_unit)
    if stated == Unit.DAY:
        return "day", DayOfMonth(as_int(counted), within)
    if stated == Unit.WEEK:
        return _week(as_int(counted), within, months=months)
    return _month(as_int(counted), within) if stated == Unit.MONTH and not months else None


@COUNTED_DAYS.rule("day <number> of <month>", "{on} <unit:unit> <number> of <whole:month-of>")
def numbered_day(unit: Node, number: Node, whole: Node) -> Produced:
    """On day 3 of March."""
    if unit.value != Unit.DAY or not isinstance(whole.value, Calendar):
        return None
    return "day", DayOfMonth(as_int(number), expression(whole))


@COUNTED_DAYS.rule(
    "the <unit> from the end of <whole>",
    f"the? <back:from-the-end> (<unit:unit> | <day>) {_WHOLE}",
    f"the? (last | past-span) (<unit:unit> | <day>) <back:but-from-end> {_WHOLE}",
)
def from_the_end(
    back: Node,
    unit: Node | None = None,
    day: Node | None = None,
    whole: Node | None = None,
    step: Node | None = None,
    of_unit: Node | None = None,
) -> Produced:
    """The penultimate day of May, the last week but one of August, the second last Friday of the month."""
    within = _whole(whole, step, of_unit)
    if within is None:
        return None
    if day is not None:
        weekday = bare_weekday(day)
        return None if weekday is None else ("day", WeekdayOf(weekday, -as_int(back), within))
    if unit is None or unit.value not in (Unit.DAY, Unit.WEEK, Unit.MONTH, Unit.QUARTER):
        return None
    return "when", FromEnd(as_int(back), str(unit.value), within)


@COUNTED_DAYS.rule(
    "the <weekday> after <date>",
    "(the | on)? <which:ordinal|nth|next|last>? <name:day> (<after> | <following> | <before>) <day>",
    "(the | on)? <which:ordinal|nth|next|last>? <name:day> (<after> | <following> | <before>) the <day>",
)
def weekday_beside(
    name: Node,
    day: Node,
    which: Node | None = None,
    after: Node | None = None,
    following: Node | None = None,
    before: Node | None = None,
) -> Produced:
    """The Saturday after 5 March, the first Friday after Easter; "on Monday after Friday prayers" counts from nothing."""
    weekday, number = bare_weekday(name), as_int(which) if which and which.kind in ("ordinal", "nth") else 1
    if weekday is None or not _is_dated(day.value) or number < 1:
        return None
    ahead = before is None and (after or following)
    return "day", WeekdayBeside(weekday, number if ahead else -number, expression(day))


@COUNTED_DAYS.rule(
    "<number> <weekday>s after <date>",
    "<number> <days:weekdays> (<after> | <before>) the? <day>",
)
def weekdays_beside(
    number: Node, days: Node, day: Node, after: Node | None = None, before: Node | None = None
) -> Produced:
    """Two Mondays after 1 January."""
    if (
        not _is_dated(day.value)
        or not 1 <= as_int(number) <= _WEEKS_A_YEAR
        or (after is None) is (before is None)
    ):
        return None
    return "day", WeekdayBeside(as_int(days), as_int(number) if after else -as_int(number), expression(day))


@COUNTED_DAYS.rule(
    "<number> <weekday>s from now",
    "<number> (<days:weekdays> | <day>) (back | ago)",
    "<number> (<days:weekdays> | <day>) (<ahead:hence> | from <ahead_of:present|deictic>)",
)
def weekdays_away(
    number: Node,
    days: Node | None = None,
    day: Node | None = None,
    ahead: Node | None = None,
    ahead_of: Node | None = None,
) -> Produced:
    """Two Fridays back, three Mondays from now, one Sunday ago."""
    weekday = as_int(days) if days else bare_weekday(day) if day else None
    if weekday is None or not 1 <= as_int(number) <= _WEEKS_A_YEAR:
        return None
    sign = -1 if ahead is None and ahead_of is None else 1
    return "day", Weekday(weekday, sign * as_int(number))


@COUNTED_DAYS.rule(
    "<number> <weekday>s earlier", "<number> (<days:weekdays> | <day>) (earlier | <ahead:later>)"
)
def weekdays_from_mentioned(
    number: Node, days: Node | None = None, day: Node | None = None, ahead: Node | None = None
) -> Produced:
    """Two Fridays later: from the day last mentioned."""
    weekday = as_int(days) if days else bare_weekday(day) if day else None
    if weekday is None or not 1 <= as_int(number) <= _WEEKS_A_YEAR:
        return None
    return "day", Weekday(weekday, as_int(number) if ahead else -as_int(number), from_mentioned=True)


@COUNTED_DAYS.rule(
    "the <ordinal> <weekday> from now",
    "the? <number:ordinal|nth> <day> (back | <ahead:hence> | from <ahead_of:present|deictic>)",
)
def numbered_weekday_away(
    number: Node, day: Node, ahead: Node | None = None, ahead_of: Node | None = None
) -> Produced:
    """The third Friday from now."""
    return weekdays_away(number, day=day, ahead=ahead, ahead_of=ahead_of)


@COUNTED_DAYS.rule(
    "the last <weekday> but one", "(the? last | past-span) <day> <back:but-from-end> {not of|in}"
)
def last_weekday_but_one(day: Node, back: Node) -> Produced:
    """Last Friday but one."""
    weekday = bare_weekday(day)
    return None if weekday is None else ("day", Weekday(weekday, -as_int(back)))


@COUNTED_DAYS.rule("<weekday> week", "<day> <unit:unit> {comma | dot | close}")
def weekday_week(day: Node, unit: Node) -> Produced:
    """Monday week: the one after the next."""
    weekday = bare_weekday(day)
    return ("day", Weekday(weekday, 2)) if weekday is not None and unit.value == Unit.WEEK else None


@COUNTED_DAYS.rule("the <weekday> after next", "the? <day> after next")
def weekday_after_next(day: Node) -> Produced:
    """The Thursday after next."""
    weekday = bare_weekday(day)
    return None if weekday is None else ("day", Weekday(weekday, 2))


def _whole(whole: Node | None, step: Node | None, unit: Node | None) -> Expression | None:
    """The month or year in which something is counted."""
    if whole is not None:
        return expression(whole)
    if unit is None or unit.value not in (Unit.MONTH, Unit.YEAR):
        return None
    if step is None:
        return ThisPeriod(str(unit.value))
    return Shift(str(unit.value), _STEP[step.kind], from_mentioned=step.kind in _FROM_MENTIONED)


def _is_month(whole: Node | None, unit: Node | None) -> bool:
    return unit.value == Unit.MONTH if unit else whole is not None and whole.kind == "month-of"


def _week(number: int, within: Expression, *, months: bool) -> Produced:
    if not months:
        return ("when", WeekOfYear(number, within)) if number <= _WEEKS_A_YEAR + 1 else None
    return ("when", WeekOfMonth(number, within)) if number <= 5 else None


def _month(number: int, within: Expression) -> Produced:
    if number > 12:
        return None
    if isinstance(within, Calendar):
        return "month-of", Calendar(within.year, number)
    year = Shift(Unit.YEAR, 0) if isinstance(within, ThisPeriod) else within
    return ("month-of", MonthOfYear(number, year)) if isinstance(year, Shift) else None


def _is_dated(meaning: object) -> bool:
    """Whether it is a day of the calendar or a feast; a weekday beside a weekday is another matter."""
    return isinstance(meaning, _FEASTS) or (isinstance(meaning, Calendar) and meaning.month is not None)
