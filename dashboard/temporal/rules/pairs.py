"""Times stated in pairs: a night by its two days, hours from one to the other, a clock with another zone's beside it."""

from dataclasses import replace

from dashboard.temporal.expressions import Clock, DayPart, LastMentioned, Range
from dashboard.temporal.lexing.tokens import Node
from dashboard.temporal.rules.engine import Produced, RuleFamily
from dashboard.temporal.rules.numbers import as_int
from dashboard.temporal.rules.parts import NIGHT, clock_on
from dashboard.temporal.rules.relative import expression, hours_of
from dashboard.text import Span

CLOCK_PAIRS = RuleFamily()
PAIRS = RuleFamily()
_TO = "(and | to | until | dash)"


@CLOCK_PAIRS.rule(
    "<clock> (<clock> GMT)",
    "<clock> local? open <gloss:number|year|clock> gmt close",
    "<clock> local? (slash | comma) <gloss:number|year|clock> gmt",
)
def glossed_clock(clock: Node, gloss: Node) -> Produced:  # noqa: ARG001 - the local clock counts
    """At 2 a.m. (2300 GMT): the clock of the place counts, the gloss repeats it for others."""
    return "clock", clock.value


@CLOCK_PAIRS.rule(
    "<clock> to <clock>",
    f"{{between | from}} <first:clock|number> {_TO} <last:clock>",
    "<first:clock> dash <last:clock>",
)
def hours(first: Node, last: Node) -> Produced:
    """Between 2 and 4 a.m.: the last lends its half of the day to the first."""
    if first.kind == "number":
        if as_int(first) > 12:
            return None
        half = str(last.value).lstrip("0123456789:. ")
        first = Node(
            "clock", first.start, first.end, f"{first.value} {half}" if half else f"{first.value}:00"
        )
    start, end = (clock_on(each, LastMentioned()) for each in (first, last))
    return "hours", Range(start, end, (Span(first.start, first.end), Span(last.start, last.end)))


@PAIRS.rule(
    "<clock> to <clock> of <day>",
    "<hours> local? (on | of | comma)? <day>",
    "<day> (comma | at | between | from)* <hours>",
    "<hours> local?",
)
def hours_of_day(hours: Node, day: Node | None = None) -> Produced:
    """From 14:00 to 15:30 on Tuesday; with no day, of the day last mentioned."""
    pair = hours.value
    if day is None or not isinstance(pair, Range) or pair.spans is None:
        return "stretch", pair
    start, end = (
        replace(each, day=expression(day)) for each in (pair.first, pair.last) if isinstance(each, Clock)
    )
    first, last = pair.spans
    return "stretch", Range(start, end, (first, Span(last.start, max(last.end, day.end))))


@PAIRS.rule(
    "overnight <day> – <day>",
    "overnight (on | in | from | of)? <nights:stretch>",
    "the? <part> (of | on | between | from)? <nights:stretch>",
)
def night_between(nights: Node, part: Node | None = None) -> Produced:
    """Overnight on 6–7 September: the night that starts on the first."""
    pair = nights.value
    hours = hours_of(part) if part else NIGHT
    if not isinstance(pair, Range) or hours.start < 18:
        return None
    return "time", DayPart(pair.first, hours)
