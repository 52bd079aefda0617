"""Stretches and lists of clock times: from 2:40 to 5 pm on Monday, 22:00 on Monday to 03:00, at 2:07, 2:19 and 2:31 am."""

from dataclasses import replace

from dashboard.temporal.calendar.units import Unit
from dashboard.temporal.expressions import (
    Clock,
    DayPart,
    Expression,
    From,
    LastMentioned,
    Length,
    Lengths,
    Range,
)
from dashboard.temporal.lexing.tokens import Node
from dashboard.temporal.rules.clock_figures import (
    DAY,
    NOON,
    later_of,
    named_hour,
    other,
    pair_of,
    sharp,
    told,
)
from dashboard.temporal.rules.engine import Produced, RuleFamily
from dashboard.temporal.rules.numbers import as_int
from dashboard.temporal.rules.parts import EARLY, clock_on, within
from dashboard.temporal.rules.relative import expression
from dashboard.text import Span

CLOCK_RANGES = RuleFamily()
HOURS_OF_DAYS = RuleFamily()
HOURS_OF_PARTS = RuleFamily()  # once "Monday night" is one time
LISTED_CLOCKS = RuleFamily()
CLOCK_STRETCHES = RuleFamily()  # once clock times have their day
_FARTHEST_WEST, _FARTHEST_EAST = -12 * 60, 14 * 60  # minutes from Greenwich
_TO = "(and | to | until | dash)"
_A_DAY = "on? (weekday | deictic | tonight | (number | nth) of? month | month (number | nth))"
_ABOUT = "(about | shortly)?"
_MORE = f"{'(comma about? (clock | number))? ' * 5}comma? (and | or) about?"  # a list of seven is long


@CLOCK_RANGES.rule(
    "<clock> to <clock>",
    f"{{between | from}} <first:clock|number|part> {_TO} {_ABOUT} <last:clock>",
    f"{{(between | from) (about | shortly)}} <first:clock|number> {_TO} {_ABOUT} <last:clock>",
    f"{{(between | from) (about | shortly)?}} <first:clock|number> {_TO} <last:part|midnight>",
    "<first:clock> (dash | to | until) <last:part|midnight>",
    "<first:clock> (dash | to | until) <last:clock>",
    "-month|weak-month|dot|slash|dash|open|gmt <first:number> (dash | to) <last:clock>",
    f"{{from}} <first:clock> (to | until | dash) <last:number> {{comma | dot | {_A_DAY}}}",
    f"{{between}} <first:clock> and <last:number> {{{_A_DAY}}}",
)
def hours(first: Node, last: Node) -> Produced:
    """Between 2 and 4 a.m.: what tells its half of the day lends it to the other."""
    if any(node.kind == "number" and not 1 <= as_int(node) <= NOON for node in (first, last)):
        return None
    ends = [named_hour(each) for each in (first, last)]
    if None in ends:
        return None
    start, end = (each.on(LastMentioned()) for each in pair_of(*filter(None, ends)))
    spans = Span(first.start, first.end), Span(last.start, last.end)
    return "hours", Range(start, later_of(start, end), spans)


@CLOCK_RANGES.rule(
    "<clock>, <clock> and <clock>",
    f"<clock> {{{_MORE} <last:clock>}}",
    f"{{at about?}} <clock:number> {{{_MORE} <last:clock>}}",
    f"{{at about? (number | clock) comma ((number | clock) comma)?}} <clock:number> {{{_MORE} <last:clock>}}",
)
def clock_of_a_list(clock: Node, last: Node) -> Produced:
    """At 2:07, 2:19 and 2:31 am: the last lends its half of the day to the others."""
    own, lender = told(clock), told(last)
    if not lender.half or not own.on_a_dial:
        return None
    same = own.in_half(lender.half)
    return "clock", (same if same.minutes < lender.minutes else own.in_half(other(lender.half))).written()


@HOURS_OF_DAYS.rule(
    "<clock> to <clock> of <day>",
    "<hours> local? gmt? close? (on | of | comma)? <day> {not part|after-dark}",
    "<day> (comma | at | between | from)* <hours>",
)
def hours_of_day(hours: Node, day: Node) -> Produced:
    """From 14:00 to 15:30 on Tuesday."""
    return _on(hours, day, expression(day), expression(day))


@HOURS_OF_PARTS.rule(
    "<clock> to <clock> of <part>",
    "<hours> local? gmt? close? (on | of | in | comma)? the? <part:time>",
    "<part:time> (comma | at | between | from)* <hours>",
)
def hours_of_part(hours: Node, part: Node) -> Produced:
    """Between 8 and 11 last night; its small hours are the next day's."""
    pair, stated = hours.value, part.value
    if not isinstance(stated, DayPart) or not isinstance(pair, Range):
        return None
    start, end = (_day_in(clock, stated) for clock in (pair.first, pair.last))
    return _on(hours, part, start, end)


def _day_in(clock: Expression, stated: DayPart) -> Expression:
    small = isinstance(clock, Clock) and clock.hour < EARLY.end and stated.part.end > DAY
    return From(stated.day, Unit.DAY, 1) if small else stated.day


@HOURS_OF_PARTS.rule("<clock> to <clock>", "<hours> local?")
def hours_alone(hours: Node) -> Produced:
    """With no day told, of the day last mentioned."""
    return "stretch", hours.value


def _on(hours: Node, day: Node, first: Expression, last: Expression) -> Produced:
    pair = hours.value
    if not isinstance(pair, Range) or pair.spans is None:
        return None
    if not isinstance(pair.first, Clock) or not isinstance(pair.last, Clock):
        return None
    start, end = replace(pair.first, day=first), replace(pair.last, day=last)
    end = later_of(start, end) if first == last else end
    head, tail = pair.spans
    return "stretch", Range(start, end, (head, Span(tail.start, max(tail.end, day.end))))


@LISTED_CLOCKS.rule(
    "<clock> (<clock> GMT <day>)",
    "<clock> local? open <gloss:clock|number|year> gmt (comma | on)? <day> close",
)
def clock_by_its_gloss(clock: Node, gloss: Node, day: Node) -> Produced:
    """2 a.m. (2300 GMT Monday): one moment, so Tuesday's where zones are; the local clock counts."""
    own, other_zone = told(clock), told(gloss)
    apart = own.minutes - other_zone.minutes
    if not apart:  # the same clock told twice
        return None
    step = 1 if apart < _FARTHEST_WEST else -1 if apart > _FARTHEST_EAST else 0
    named = expression(day)
    return "time", own.on(From(named, Unit.DAY, step) if step else named)


@LISTED_CLOCKS.rule(
    "<clock>, <clock> and <clock> of <day>",
    f"<clock> {{{_MORE} clock local? (on | of | comma)? <day>}}",
    f"<clock> {{{_MORE} clock local? (on | of | in | comma)? the? <part:time>}}",
)
def listed_clock(clock: Node, day: Node | None = None, part: Node | None = None) -> Produced:
    """At 9 am, 11 am and 3 pm yesterday: the day is told once."""
    if day:
        return "time", clock_on(clock, expression(day))
    stated = part.value if part else None
    if not isinstance(stated, DayPart):
        return None
    time = clock_on(clock, stated.day)
    if told(clock).on_a_dial:
        return "time", within(time, stated)
    return "time", replace(time, day=_day_in(time, stated))


@CLOCK_STRETCHES.rule("<clock> <day> to <clock> <day>", "<first:time> (to | until) <last:time>")
def clocks_of_two_days(first: Node, last: Node) -> Produced:
    """10 p.m. Monday to 2 a.m. Tuesday."""
    start, end = expression(first), expression(last)
    if not isinstance(start, Clock) or not isinstance(end, Clock):
        return None
    spans = Span(first.start, first.end), Span(last.start, last.end)
    return "stretch", Range(start, lent_day(start, end), spans)


def lent_day(first: Expression, last: Expression) -> Expression:
    """The end of a stretch with the day of its beginning: "9 p.m. on Friday until 4 a.m." ends on Saturday.

    Unless it has a day of its own, or the beginning has none.
    """
    began = first.day if isinstance(first, Clock | DayPart) else None
    if isinstance(first, Clock):
        last = sharp(last)
    if began is None or isinstance(began, LastMentioned) or not _lacks_day(last):
        return last
    if isinstance(last, Clock) and isinstance(first, Clock):
        return later_of(first, replace(last, day=began))
    if isinstance(last, Clock | DayPart):
        over = _hour(last) < _hour(first)
        return replace(last, day=From(began, Unit.DAY, 1) if over else began)
    return last


def _hour(time: Expression) -> int:
    return time.hour if isinstance(time, Clock) else time.part.start if isinstance(time, DayPart) else 0


def _lacks_day(time: Expression) -> bool:
    return isinstance(time, Clock | DayPart) and isinstance(time.day, LastMentioned)


def amount_of(node: Node) -> Length | Lengths | None:
    """The amount of time that a node tells, if somebody counted it."""
    value = node.value
    if isinstance(value, Lengths):
        return value
    return value if isinstance(value, Length) and value.count is not None and not value.elided else None
