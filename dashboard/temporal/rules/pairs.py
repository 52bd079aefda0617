"""Times stated in pairs: a night by its two days, hours from one to the other, a clock with another zone's beside it."""

from dashboard.temporal.expressions import Clock, DayPart, Range
from dashboard.temporal.lexing.tokens import Node
from dashboard.temporal.rules.engine import Produced, RuleFamily
from dashboard.temporal.rules.parts import NIGHT
from dashboard.temporal.rules.relative import hours_of

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


@PAIRS.rule(
    "overnight <day> – <day>",
    "overnight (on | in | from | of)? <nights:stretch>",
    "the? <part> (of | on | between | from)? <nights:stretch>",
)
def night_between(nights: Node, part: Node | None = None) -> Produced:
    """Overnight on 6–7 September: the night that starts on the first."""
    pair = nights.value
    hours = hours_of(part) if part else NIGHT
    if not isinstance(pair, Range) or hours.start < 18 or isinstance(pair.first, Clock):
        return None
    return "time", DayPart(pair.first, hours)
