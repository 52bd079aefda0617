"""Clock times in languages that put the noun first: "the hour two of the night"."""

from dashboard.temporal.calendar.periods import PartOfDay
from dashboard.temporal.expressions import Clock, DayPart, Expression, LastMentioned, Range
from dashboard.temporal.lexing.tokens import Node
from dashboard.temporal.rules.engine import Produced, RuleFamily
from dashboard.temporal.rules.parts import clock_on
from dashboard.temporal.rules.relative import expression, hours_of
from dashboard.text import Span

HOURS_NOUN_FIRST = RuleFamily()
_MINUTES = {"half": 30, "quarter-noun": 15}
_WHEN = "(in | from)? <part:part|after-midnight>? (from? (<day> | <day_part:time>))?"
_PART = "(in | from)? <part:part|after-midnight> (from? (<day> | <day_part:time>))?"
_FIRST = "the? hour-noun <first:number|ordinal|clock> (and <fraction:half|quarter-noun>)?"
_LAST = "the? hour-noun? <last:number|ordinal|clock>"


@HOURS_NOUN_FIRST.rule(
    "hour <number> to <number>",
    f"{{between | from}} {_FIRST} (and | to | until | dash) {_LAST} {_WHEN}",
    f"{_FIRST} (to | until | dash) {_LAST} {_WHEN}",
    f"{{between}} <first:ordinal> (and <fraction:half|quarter-noun>)? and <last:ordinal> {_PART}",
)
def hours_between(
    first: Node,
    last: Node,
    fraction: Node | None = None,
    part: Node | None = None,
    day: Node | None = None,
    day_part: Node | None = None,
) -> Produced:
    """Between the hour two and four of Sunday's dawn: one part of the day serves both."""
    on, hours = _day_and_part(part, day, day_part)
    start, end = _clock(first, on, hours, fraction), _clock(last, on, hours)
    if start is None or end is None:
        return None
    if start.hour > end.hour:  # "from 10 until two in the afternoon"
        start = _clock(first, on, None, fraction) or start
    return "stretch", Range(start, end, (Span(first.start, first.end), Span(last.start, last.end)))


@HOURS_NOUN_FIRST.rule(
    "at the hour <number>",
    f"about? the? hour-noun <number:number|ordinal|clock> (and <fraction:half|quarter-noun>)? {_WHEN}",
    f"about? <number:clock> {_PART}",
    f"{{about | at | in}} <number:ordinal> (and <fraction:half|quarter-noun>)? {_PART}",
)
def at_the_hour(
    number: Node,
    fraction: Node | None = None,
    part: Node | None = None,
    day: Node | None = None,
    day_part: Node | None = None,
) -> Produced:
    """At the second hour of the night, at the hour 10 of yesterday evening, about the third at dawn."""
    on, hours = _day_and_part(part, day, day_part)
    clock = _clock(number, on, hours, fraction)
    return ("time", clock) if clock else None


def _day_and_part(
    part: Node | None, day: Node | None, day_part: Node | None
) -> tuple[Expression, PartOfDay | None]:
    within = day_part.value if day_part and isinstance(day_part.value, DayPart) else None
    hours = hours_of(part) if part else within.part if within else None
    return (expression(day) if day else within.day if within else LastMentioned()), hours


def _clock(
    number: Node, on: Expression, hours: PartOfDay | None, fraction: Node | None = None
) -> Clock | None:
    """The clock time of that day, None for what no clock shows."""
    hour, minute = _hour_and_minute(number)
    minute = _MINUTES[fraction.kind] if fraction else minute
    return None if hour > 24 else Clock(on, _afternoon(hour, hours), minute)


def _hour_and_minute(node: Node) -> tuple[int, int | None]:
    if isinstance(node.value, int):
        return node.value, None
    clock = clock_on(node, LastMentioned())
    return clock.hour, clock.minute


def _afternoon(hour: int, part: PartOfDay | None) -> int:
    """The hour of 24: eight in the evening is 20, one at noon 13, two at night 2."""
    if part is None or part.start < 11 or hour >= 12:
        return hour
    stays = (part.letters == "MI" and hour >= 10) or (part.letters == "NI" and hour < 6)
    return hour if stays else hour + 12
