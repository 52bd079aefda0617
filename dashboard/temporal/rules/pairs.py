"""Times told in pairs: a night by its two days, hours from one to the other, a clock with another zone's beside it."""

from dataclasses import dataclass

from dashboard.temporal.expressions import Expression, Part, Stretch, Told
from dashboard.temporal.lexing.tokens import Node
from dashboard.temporal.rules.engine import Grammar, Produced
from dashboard.temporal.rules.numbers import as_int
from dashboard.temporal.rules.parts import NIGHT, clock_on, hours_of
from dashboard.temporal.rules.relative import expression
from dashboard.text import Span

CLOCK_PAIRS = Grammar()
PAIRS = Grammar()
_TO = "(and | to | until | dash)"


@dataclass(frozen=True, slots=True)
class _Hours:
    """The two clock times, before anybody says of which day."""

    first: Node
    last: Node


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
    return "hours", _Hours(first, last)


@PAIRS.rule(
    "<clock> to <clock> of <day>",
    "<hours> local? (on | of | comma)? <day>",
    "<day> (comma | at | between | from)* <hours>",
    "<hours> local?",
)
def hours_of_day(hours: Node, day: Node | None = None) -> Produced:
    """From 14:00 to 15:30 on Tuesday; with no day, of the day last told."""
    if not isinstance(hours.value, _Hours):
        return None
    first, last = hours.value.first, hours.value.last
    on: Expression = expression(day) if day else Told()
    start, end = (clock_on(each, on) for each in (first, last))
    ends = Span(first.start, first.end), Span(last.start, max(last.end, day.end if day else 0))
    return "stretch", Stretch(start, end, ends)


@PAIRS.rule(
    "overnight <day> – <day>",
    "overnight (on | in | from | of)? <nights:stretch>",
    "the? <part> (of | on | between | from)? <nights:stretch>",
)
def night_between(nights: Node, part: Node | None = None) -> Produced:
    """Overnight on 6–7 September: the night that starts on the first."""
    pair = nights.value
    hours = hours_of(part) if part else NIGHT
    if not isinstance(pair, Stretch) or hours.start < 18:
        return None
    return "time", Part(pair.first, hours)
