"""Amounts of time told in parts: three-quarters of an hour, 4.5 hours, an hour and 40 minutes, between three and four weeks."""

import re
from itertools import pairwise

from dashboard.temporal.calendar.units import Unit
from dashboard.temporal.expressions import Calendar, Length, Lengths, lasting
from dashboard.temporal.lexing.tokens import Node
from dashboard.temporal.rules.engine import Produced, RuleFamily
from dashboard.temporal.rules.numbers import and_a_half, as_int, half_a_unit

FRACTIONS = RuleFamily()  # before "an hour" is read by itself
COMPOUNDS = RuleFamily()  # once each amount is read
_QUARTERS = {
    Unit.MINUTE: Length(Unit.SECOND, 15),
    Unit.HOUR: Length(Unit.MINUTE, 15),
    Unit.DAY: Length(Unit.HOUR, 6),
    Unit.YEAR: Length(Unit.MONTH, 3),
    Unit.CENTURY: Length(Unit.YEAR, 25),
}
_SMALLER = {  # the units that may follow one, each with how many of it make one
    Unit.CENTURY: {Unit.DECADE: 10, Unit.YEAR: 100},
    Unit.DECADE: {Unit.YEAR: 10},
    Unit.YEAR: {Unit.MONTH: 12, Unit.WEEK: 52, Unit.DAY: 366},
    Unit.MONTH: {Unit.WEEK: 5, Unit.DAY: 31},
    Unit.FORTNIGHT: {Unit.DAY: 14},
    Unit.WEEK: {Unit.DAY: 7, Unit.HOUR: 168},
    Unit.DAY: {Unit.HOUR: 24, Unit.MINUTE: 1440},
    Unit.HOUR: {Unit.MINUTE: 60, Unit.SECOND: 3600},
    Unit.MINUTE: {Unit.SECOND: 60},
}
_FIGURES = re.compile(r"\d+")
_RUNNING = re.compile(r"\d+:\d\d:\d\d|\d+h\d\d")
_THIRDS = 3
_A_FEW = 12
_UNIT = "unit|units"


@FRACTIONS.rule("4.5 <unit>", f"<decimal> dash? <unit:{_UNIT}>")
def decimal_of_units(decimal: Node, unit: Node) -> Produced:
    """4.5 hours."""
    return "length", Length(str(unit.value), float(str(decimal.value)), decimal=True)


@FRACTIONS.rule(
    "<unit> and a quarter",
    f"(a | <number>) <unit> and (a | <quarters:number>) dash? <quarter:{_UNIT}>",
    f"<number> and (a | <quarters:number>) dash? <quarter:unit> <unit:{_UNIT}>",
)
def and_quarters(
    unit: Node, quarter: Node, number: Node | None = None, quarters: Node | None = None
) -> Produced:
    """An hour and a quarter, two and three-quarter hours."""
    count, part = (as_int(quarters) if quarters else 1), _QUARTERS.get(Unit(str(unit.value)))
    if quarter.value != Unit.QUARTER or part is None or not 1 <= count <= _THIRDS:
        return None
    whole = Length(str(unit.value), as_int(number) if number else 1)
    return "lengths", Lengths((whole, Length(part.unit, (part.count or 0) * count)))


@FRACTIONS.rule(
    "a quarter of a <unit>",
    f"-ordinal|nth|last|final (a | <number>)? dash? <quarter:{_UNIT}> of a <unit>",
    "(a | <number>) dash? <quarter:unit> dash? <unit:unit>",
)
def quarters_of_a_unit(quarter: Node, unit: Node, number: Node | None = None) -> Produced:
    """A quarter of an hour, three-quarters of a century; "the third quarter of a year" is a date."""
    count = as_int(number) if number else 1
    part = _QUARTERS.get(Unit(str(unit.value)))
    if quarter.value != Unit.QUARTER or part is None or not 1 <= count <= _THIRDS:
        return None
    return "length", Length(part.unit, (part.count or 0) * count)


FRACTIONS.rule(
    "<number> and a half <unit>",
    f"<number> dash? and dash? (a | number)? dash? half dash? <unit:{_UNIT}>",
    "(a | <number>) <unit> dash? and dash? a dash? half",
)(and_a_half)
FRACTIONS.rule("half a <unit>", "half of a <unit>", "-a|and|dash|number half dash <unit:unit>")(half_a_unit)


@FRACTIONS.rule("<hour>h, a length", "<hour:hour-figure>")
def hours_in_short(hour: Node) -> Produced:
    """The raid lasted 3h; where nothing makes it a clock time."""
    return "length", Length(Unit.HOUR, int(str(hour.value).removesuffix("h")))


@FRACTIONS.rule("a running time", "{in-plain | of | lasting | for | raced} <clock>", "<clock> {of}")
def running_time(clock: Node) -> Produced:
    """Won in 2:41:09, lasted 3h30: told so finely, and behind "in", no hour of the day."""
    figures = _FIGURES.findall(str(clock.value))
    if not _RUNNING.fullmatch(str(clock.value)):
        return None
    hours, minutes, seconds = (int(each) for each in (*figures, "0")[:3])
    return "lengths", lasting(3600 * hours + 60 * minutes + seconds)


@COMPOUNDS.rule("<length> or so", "<length> or-so")
def or_so(length: Node) -> Produced:
    """A week or so."""
    return "length", length.value


@COMPOUNDS.rule("a <unit> or two", "<low:length> or <number> <unit:units>?")
def or_two(low: Node, number: Node, unit: Node | None = None) -> Produced:
    """A day or two, a week or ten days: TIMEX3 has room for one number, the upper one."""
    first = low.value
    if not isinstance(first, Length) or first.count != 1 or not 1 < as_int(number) <= _A_FEW:
        return None
    return "length", Length(str(unit.value) if unit else first.unit, as_int(number))


@COMPOUNDS.rule("<number>, of the <unit> told behind", "{between about?} <low:number> {and about? <length>}")
def low_end(low: Node, length: Node) -> Produced:
    """Between three and four weeks: three weeks."""
    amount = length.value
    if not isinstance(amount, Length) or not amount.count or as_int(low) >= amount.count:
        return None
    return "length", Length(amount.unit, as_int(low))


@COMPOUNDS.rule(
    "<length> and <length>",
    "<first:length> (and | comma | comma and)? <second:length> (and | comma | comma and) <third:length>",
    "<first:length> and? <second:length>",
    "<first:length> <apart:comma> and? <second:length>",
)
def amounts_together(
    first: Node, second: Node, third: Node | None = None, apart: Node | None = None
) -> Produced:
    """Two years and three months; an hour, 40 minutes; each smaller than the one before."""
    parts = [each.value for each in (first, second, third) if each is not None]
    lengths = tuple(each for each in parts if isinstance(each, Length) and each.count and not each.elided)
    if len(lengths) < len(parts) or not all(_goes_on(*pair) for pair in pairwise(lengths)):
        return None
    if apart and not _next_smaller(*lengths):
        return None
    return "lengths", Lengths(lengths)


def _goes_on(first: Length, second: Length) -> bool:
    """Whether the second is less than one of the first's unit."""
    many = _SMALLER.get(Unit(first.unit), {}).get(Unit(second.unit))
    return many is not None and (first.count or 0) % 1 == 0 and 0 < (second.count or 0) < many


def _next_smaller(first: Length, second: Length) -> bool:
    return next(iter(_SMALLER[Unit(first.unit)])) == second.unit


@COMPOUNDS.rule(
    "<length>, not counted from anything",
    "<length:length|lengths> {(earlier | later | before | after) (than | compared)}",
)
def lag(length: Node) -> Produced:
    """Two weeks later than planned: how late, and no date."""
    return "lag", length.value


@COMPOUNDS.rule(
    "an August afternoon in <year>",
    "(a | number) <month:month|weak-month> (part | weekday) (of | in) <year>",
    "(a | number) weekday part? (of | in) (<month:month|weak-month> (of | in | comma)?)? <year>",
)
def part_of_a_month(year: Node, month: Node | None = None) -> Produced:
    """On an August afternoon in 2009, one Sunday in May 2019: no finer than the month or the year."""
    return (
        ("month-of", Calendar(as_int(year), as_int(month))) if month else ("year-of", Calendar(as_int(year)))
    )
