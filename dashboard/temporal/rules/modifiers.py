"""Times named by their neighbourhood: shortly before noon, less than a week ago, earlier this week."""

from dashboard.temporal.calendar.units import Unit
from dashboard.temporal.expressions import (
    Around,
    AroundDay,
    Bounded,
    Clipped,
    Clock,
    From,
    FromEvent,
    Length,
    Near,
    Ref,
    Shift,
    ThisPeriod,
    Weekday,
)
from dashboard.temporal.lexing.tokens import Node
from dashboard.temporal.rules.engine import Produced, RuleFamily
from dashboard.temporal.rules.relative import ROUND_UNITS, bare_weekday, expression

BOUNDS = RuleFamily()  # before "a week ago" is read as that week
NEARNESS = RuleFamily()


@BOUNDS.rule("less than <length> ago", "{under} <length> ago", "{beyond} <more:length> ago")
def bounded(length: Node | None = None, more: Node | None = None) -> Produced:
    """Less than a week ago; more than two months ago."""
    counted = length or more
    amount = counted.value if counted else None
    if (
        not isinstance(amount, Length)
        or amount.count is None
        or amount.count % 1
        or amount.unit in ROUND_UNITS
    ):
        return None
    shift = Shift(amount.unit, -int(amount.count))
    return "when", Bounded(shift, amount, within=length is not None)


@BOUNDS.rule(
    "the <unit> before last", "the? <unit:unit> (before last | <ahead:after> next) {not day|month-of}"
)
def unit_before_last(unit: Node, ahead: Node | None = None) -> Produced:
    """The week before last, the week after next; nobody says "the day before last"."""
    return None if unit.value == Unit.DAY else ("when", Shift(str(unit.value), 2 if ahead else -2))


@BOUNDS.rule("the <weekday> before last", "the? <day> before last")
def weekday_before_last(day: Node) -> Produced:
    """The Friday before last."""
    weekday = bare_weekday(day)
    return None if weekday is None else ("day", Weekday(weekday, -2))


@NEARNESS.rule("around <day>", "{or around} <day>")
def around_a_day(day: Node) -> Produced:
    """On or about 10 May."""
    return "day", AroundDay(expression(day))


@NEARNESS.rule(
    "shortly before <time>",
    "shortly (<ahead:before> | after) <time>",
    "(<ahead:just-before> | just-after) <time>",
)
def near(time: Node, ahead: Node | None = None) -> Produced:
    """Shortly before noon, just after 9 p.m."""
    return "time", Near(expression(time), before=ahead is not None)


@NEARNESS.rule("around <clock>", "{around} <time>")
def around(time: Node) -> Produced:
    """Around 3:30 p.m."""
    return ("time", Around(expression(time))) if isinstance(time.value, Clock) else None


@NEARNESS.rule("earlier <when>", "{earlier (in | on)?} <when>", "{<later:later> (in | on)?} <when>")
def clipped(when: Node, later: Node | None = None) -> Produced:
    """Earlier this week, later in the year."""
    meaning = when.value
    current = isinstance(meaning, ThisPeriod) or (
        isinstance(meaning, Shift) and not meaning.count and not meaning.from_mentioned
    )
    return ("when", Clipped(expression(when), ahead=later is not None)) if current else None


@NEARNESS.rule("the eve of <day>", "eve-of the? <day>", "<eve-of>")
def eve(day: Node | None = None, eve_of: Node | None = None) -> Produced:  # noqa: ARG001 - only that it stands there counts
    """The eve of 7 October; the eve of the vote, which nobody dates here."""
    if day:
        return "day", From(expression(day), Unit.DAY, -1)
    return "when", FromEvent(Ref(""))
