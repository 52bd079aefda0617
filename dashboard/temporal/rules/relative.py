"""Times counted from the moment of speech or from the time last mentioned."""

from dashboard.temporal.calendar.periods import PartOfDay
from dashboard.temporal.calendar.sun import Nearness, Solar, is_solar
from dashboard.temporal.calendar.units import Unit
from dashboard.temporal.expressions import (
    TODAY,
    Ago,
    Calendar,
    DayCount,
    DayPart,
    Expression,
    From,
    LastMentioned,
    Length,
    NightBefore,
    Recently,
    Reported,
    SaidTwice,
    Shift,
    Since,
    SpanAway,
    ThisPeriod,
    UnitCount,
    Weekday,
    Window,
)
from dashboard.temporal.lexing.tokens import Node
from dashboard.temporal.rules.engine import Produced, RuleFamily
from dashboard.temporal.rules.numbers import as_int

RELATIVE = RuleFamily()
# "a year earlier" is what a figure is compared with; "a day earlier" is when something happened
_COMPARED = (Unit.WEEK, Unit.MONTH, Unit.QUARTER, Unit.YEAR)
STEP = {
    "last": -1,
    "previous": -1,
    "this": 0,
    "next": 1,
    "following": 1,
    "that": 0,
    "current": 0,
    "latest": -1,
}
_CLOCK_UNITS = (Unit.HOUR, Unit.MINUTE, Unit.SECOND)
ROUND_UNITS = (Unit.DECADE, Unit.CENTURY)  # nobody who says "a decade ago" has counted


@RELATIVE.rule(
    "day of a count",
    "<number:nth|ordinal> consecutive? <unit> {of}",
    "<number:nth|ordinal> consecutive <unit>",
    "<number:nth|ordinal> <unit> consecutive",
    "<unit:unit> <number> {of}",
    "{on} <unit:unit> <number>",
)
def day_of_a_count(number: Node, unit: Node) -> Produced:
    """The 12th consecutive day, the 4th day of the truce, day three of the truce: the reference day."""
    return ("day", DayCount(as_int(number))) if unit.value == Unit.DAY else None


@RELATIVE.rule(
    "day of a count, <day>",
    "<counted:day> comma? (on | the)? <day>",
    "<day> comma? (for | in)? the? <counted:day>",
)
def counted_and_named(counted: Node, day: Node) -> Produced:
    """For the third day running on Monday; on Monday, the 4th day of the truce: the name tells which day that is."""
    named = isinstance(day.value, Calendar | SaidTwice | Shift) and isinstance(counted.value, DayCount)
    return ("day", day.value) if named else None


@RELATIVE.rule(
    "so-manieth <unit> in a row",
    "{(for | on | in) the} <number:nth|ordinal> consecutive <unit:unit|part>",
    "{(for | on | in) the} <number:nth|ordinal> <unit:unit|part> consecutive",
)
def count_of_units(number: Node, unit: Node) -> Produced:
    """The third straight week, the second night in a row: the one that ends with the reference day."""
    if isinstance(unit.value, list):
        hours = hours_of(unit)
        return "time", DayPart(NightBefore(TODAY) if hours.end > 24 else TODAY, hours)
    return (
        ("when", UnitCount(as_int(number), str(unit.value)))
        if unit.value in (Unit.WEEK, Unit.MONTH, Unit.YEAR)
        else None
    )


@RELATIVE.rule(
    "<deictic>, <day>",
    "<deictic> (comma | open | dash)? (on | at)? the? <day> close?",
    "<day> (comma | open) <deictic> close?",
)
def deictic_and_name(deictic: Node, day: Node) -> Produced:
    """Today, Monday; yesterday, Saturday the 19th: the name wins and dates the speech."""
    if not isinstance(day.value, Calendar):
        return None
    return "day", SaidTwice(Shift(Unit.DAY, as_int(deictic)), day.value)


@RELATIVE.rule("this <part>, <day>", "this <part> (comma | open) <day> close?")
def this_part_and_name(part: Node, day: Node) -> Produced:
    """This morning, Tuesday the 6th of March."""
    if not isinstance(day.value, Calendar):
        return None
    return "named-part", DayPart(SaidTwice(TODAY, day.value), hours_of(part))


@RELATIVE.rule("<deictic>", "<deictic>")
def deictic_day(deictic: Node) -> Produced:
    """Today, yesterday, the day before yesterday."""
    return "day", Shift(Unit.DAY, as_int(deictic))


@RELATIVE.rule("<length> ago", "<length> ago")
def ago(length: Node) -> Produced:
    """Three days ago; some days ago is a window."""
    if not isinstance(length.value, Length):
        return None
    count = length.value.count
    rough = count is None or count % 1 or length.value.unit in ROUND_UNITS
    return "when", Ago(length.value) if rough else Shift(length.value.unit, -int(count or 0), compares=True)


@RELATIVE.rule(
    "<length> after <day>",
    "<length> (after | <back:before>) <day:day|month-of|year-of>",
    "the <unit:unit> (after | <back:before>) <day>",
)
def after_a_day(
    day: Node, length: Node | None = None, unit: Node | None = None, back: Node | None = None
) -> Produced:
    """Two days after Monday, a week before 19 May, the day before Christmas."""
    amount = length.value if length else Length(str(unit.value), 1) if unit and unit.kind == "unit" else None
    if not isinstance(amount, Length) or amount.count is None:
        return None
    if isinstance(day.value, Shift) and length:
        return "when", SpanAway(amount, -1 if back else 1, day.value)
    count = round(amount.count)
    return "when", From(expression(day), amount.unit, -count if back else count)


@RELATIVE.rule("<length> earlier", "<length> earlier", "<length> before {comma | dot}")
def earlier(length: Node) -> Produced:
    """A day earlier: from the time last mentioned; "after" with a clause behind it counts from what that tells."""
    return _from_mentioned(length, -1)


@RELATIVE.rule("<length> later", "<length> later", "<length> after {comma | dot}")
def later(length: Node) -> Produced:
    """Two days later: from the time last mentioned."""
    return _from_mentioned(length, 1)


@RELATIVE.rule("the <unit> before", "the <unit> (before | earlier)", "the? <unit> before {comma | dot}")
def unit_before(unit: Node) -> Produced:
    """The day before; "the days before" are a length that nobody counted."""
    return ("when", Shift(str(unit.value), -1, from_mentioned=True)) if unit.kind == "unit" else None


@RELATIVE.rule(
    "the <unit> after", "the <unit> after", "the <unit> following {not a|number|vague|length|units}"
)
def unit_after(unit: Node) -> Produced:
    """The day after."""
    return ("when", Shift(str(unit.value), 1, from_mentioned=True)) if unit.kind == "unit" else None


@RELATIVE.rule(
    "past <length>",
    "(past-span | last | previous) <length>",
    "the? <length:length> past-span {not number|clock|part|midnight|the}",
    "past-span <unit:unit>",
)
def past_window(length: Node | None = None, unit: Node | None = None) -> Produced:
    """The past few hours, the last 24 hours, the past year; the past weekend is the one gone by."""
    if unit and unit.value == Unit.WEEKEND:
        return "when", ThisPeriod(Unit.WEEKEND)
    amount = length.value if length else Length(str(unit.value), 1) if unit else None
    return ("window", Window(amount)) if isinstance(amount, Length) else None


@RELATIVE.rule("recent <length>", "recent <length>")
def recent_window(length: Node) -> Produced:
    """The recent 24 hours."""
    amount = length.value
    return ("window", Window(amount)) if isinstance(amount, Length) and amount.count else None


@RELATIVE.rule("past <unit>s", "{in} past-span <unit>", "{in} last <unit:units>")
def past_units(unit: Node) -> Produced:
    """In the past hours: nobody said how many; "in last month's raid" is that month."""
    return "window", Window(Length(str(unit.value), None))


@RELATIVE.rule("next <length>", "the? (next | following) <length>")
def next_window(length: Node) -> Produced:
    """The next two days."""
    return ("window", Window(length.value, ahead=True)) if isinstance(length.value, Length) else None


@RELATIVE.rule("same <unit>", "that <unit>")
def that_unit(unit: Node) -> Produced:
    """That day, the same month; the same days are all those that were told."""
    if unit.value == Unit.DAY:
        return "when", LastMentioned(whole=unit.kind == "units")
    return "when", Shift(str(unit.value), 0, from_mentioned=True)


@RELATIVE.rule("the following <weekday>", "<step:following|previous> <day>", "<day> <step:after|before> that")
def weekday_from_mentioned(day: Node, step: Node) -> Produced:
    """The following Monday, the previous Friday, the Thursday after that: from the day last mentioned."""
    weekday = bare_weekday(day)
    ahead = step.kind in ("following", "after")
    return None if weekday is None else ("day", Weekday(weekday, 1 if ahead else -1, from_mentioned=True))


@RELATIVE.rule(
    "the next <unit>s",
    "(following | next) <unit:units>",
    "the <unit:units> ahead",
    "the <unit:units> following {comma | dot}",
)
def next_units(unit: Node) -> Produced:
    """The following days, the coming weeks: nobody said how many."""
    return "window", Window(Length(str(unit.value), None), ahead=True)


@RELATIVE.rule("recent <unit>s", "recent vague? <unit:unit|units|season> (and <more:units>)?")
def recent_units(unit: Node, more: Node | None = None) -> Produced:  # noqa: ARG001 - the second is only more of it
    """Recent weeks: the vague past."""
    return "ref", Recently(Length(str(unit.value), None))


@RELATIVE.rule("following <unit>", "following <unit>", "previous <before:unit>")
def following_unit(unit: Node | None = None, before: Node | None = None) -> Produced:
    """The following day, the previous week: from the time last mentioned."""
    if unit:
        return "when", Shift(str(unit.value), 1, from_mentioned=True)
    return ("when", Shift(str(before.value), -1, from_mentioned=True)) if before else None


@RELATIVE.rule(
    "the next day, <name>", "<step:when> (comma | open | dash) (on | the)? <day> {comma | close | dot | dash}"
)
def step_and_name(step: Node, day: Node) -> Produced:
    """The next day, March 4: the name wins over counting."""
    counted = isinstance(step.value, Shift) and step.value.unit == Unit.DAY and step.value.from_mentioned
    named = isinstance(day.value, Calendar) and day.value.month is not None
    return ("day", day.value) if counted and named else None


@RELATIVE.rule(
    "last <unit>", "the? <step:current> fiscal? <unit>", "<step:last|this|next|latest> fiscal? <unit>"
)
def stepped_unit(step: Node, unit: Node) -> Produced:
    """Last week, this month, next year."""
    if unit.value in _CLOCK_UNITS and step.kind == "this":
        return None
    if unit.value == Unit.QUARTER and step.kind == "latest":
        return "when", Reported()
    return "when", Shift(str(unit.value), STEP[step.kind])


def expression(node: Node) -> Expression:
    """The node's meaning, which a rule before this one made an expression."""
    value = node.value
    if not isinstance(value, Expression):
        msg = f"not an expression: {node}"
        raise TypeError(msg)
    return value


def hours_of(node: Node) -> PartOfDay:
    """The hours of a part-of-day word."""
    start, end, letters, *sun = node.value if isinstance(node.value, list) else (0, 24, "")
    return PartOfDay(int(start), int(end), str(letters), _solar(*map(str, sun)))


def _solar(name: str = "", nearness: str = Nearness.AT, minutes: str = "0") -> Solar | None:
    """What the row of a part of the day says that the sun tells; "noon" is a name for its prayer only."""
    return Solar(name, Nearness(nearness), int(minutes)) if is_solar(name) else None


def bare_weekday(day: Node) -> int | None:
    """The weekday that is named with nothing else."""
    name = day.value
    return name.weekday if isinstance(name, Calendar) and name.day is None else None


def _from_mentioned(length: Node, sign: int) -> Produced:
    if not isinstance(length.value, Length) or length.value.elided:
        return None
    if length.value.count is None or length.value.unit in ROUND_UNITS:
        return "when", Since(length.value, sign)
    return "when", Shift(
        length.value.unit,
        sign * max(1, round(length.value.count)),
        from_mentioned=True,
        compares=sign < 0 and length.value.unit in _COMPARED,
    )
