"""Clock times in words: half past four, 4 in the morning, six o'clock on Tuesday evening."""

import re

from dashboard.temporal.calendar.units import Unit
from dashboard.temporal.lexing.tokens import Node
from dashboard.temporal.rules.clock_figures import Told, told
from dashboard.temporal.rules.engine import Produced, RuleFamily
from dashboard.temporal.rules.numbers import as_int

CLOCK_WORDS = RuleFamily()
_BEFORE = "just-before | just-after | at | by | around | shortly | since | until | before | after | from"
_TO = "(and | to | until | dash)"
_OF_A_DAY = "((of | on) (weekday | deictic | (number | nth) of? (month | weak-month) year?))?"
_NO_COUNT = "{not unit|units|dash|slash|month|weak-month|of}"
_HALF_DAY = 12
_LIGHT = 6  # "at 4 at night" is after midnight, "at 8 at night" before


@CLOCK_WORDS.rule("<number> o'clock", "<number> clock-word")
def o_clock(number: Node) -> Produced:
    """3 o'clock: morning or afternoon was not stated, so the hour as written, or the nearer one where the speaker's clock is known."""
    hour = as_int(number)
    return ("clock", Told(hour, in_words=True).written()) if hour <= 24 else None


@CLOCK_WORDS.rule("<clock> hours", "{at about?} <clock> <unit:units>")
def clock_hours(clock: Node, unit: Node) -> Produced:
    """At 11.00 hours."""
    return ("clock", clock.value) if unit.value == Unit.HOUR and told(clock).minute is not None else None


@CLOCK_WORDS.rule("12 noon", "<number> <part>")
def twelve_noon(number: Node, part: Node) -> Produced:
    """12 noon: the clock, where "noon" alone is the hours around it."""
    noon = isinstance(part.value, list) and part.value[2] == "12:00"
    return ("clock", "12 p.m.") if noon and as_int(number) == _HALF_DAY else None


@CLOCK_WORDS.rule(
    "<clock> in the <part>",
    "<clock> (in | at | of-or-from) the? <part>",
    f"{{({_BEFORE}) about?}} <clock:number> (in | at) the? <part>",
    f"{{(between | from) about? (number | clock) {_TO} about?}} <clock:number|clock> (in | at) the? <part>",
    f"{{({_BEFORE}) about?}} <clock:number> {{on? (weekday | deictic) <part>}}",
    f"{{({_BEFORE}) about?}} <clock:number> {{on the? <part> of}}",
    f"{{(between | from) about? (number | clock) {_TO} about?}} <clock:number|clock> {{(on | of)? the? (weekday | deictic)? <part:part|tonight>}}",
    f"{{(between | from) about? (number | clock) {_TO} about?}} <clock:number|clock> {{(this | that) <part>}}",
    f"{{<part:part|tonight> {_OF_A_DAY} comma? (at | around | shortly) about?}} <clock:number> {_NO_COUNT}",
    f"{{<part:part|tonight> {_OF_A_DAY} comma? (between | from) about? (number | clock) {_TO} about?}} <clock:number|clock> {_NO_COUNT}",
    f"{{({_BEFORE}) about?}} <clock:number> {{(this | that) <part>}}",
    f"{{({_BEFORE}) about?}} <clock:number> {{<part:tonight>}}",
)
def clock_in_part(clock: Node, part: Node) -> Produced:
    """4 in the morning, half past six in the evening, at 8 at night."""
    hour, minutes = _figures(clock)
    if told(clock).half:
        return None
    hours = part.value if isinstance(part.value, list) else [0, 24]
    start, end, *_ = hours[1:] if part.kind == "tonight" else hours
    if not 1 <= hour <= _HALF_DAY:
        return ("clock", clock.value) if clock.kind == "clock" else None
    late = int(start) >= _HALF_DAY and not (int(end) > 24 and hour % _HALF_DAY < _LIGHT)
    return "clock", f"{hour}{minutes} {'p.m.' if late else 'a.m.'}"


def _figures(clock: Node) -> tuple[int, str]:
    if isinstance(clock.value, int):
        return clock.value, ""
    hour, *minutes = re.findall(r"\d{1,2}", str(clock.value))
    return int(hour), f":{minutes[0]}" if minutes else ""
