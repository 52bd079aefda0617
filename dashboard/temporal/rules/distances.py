"""So long before or after a time: two weeks and three days ago, a week before last Friday, in ten days, six days from Monday."""

from dataclasses import replace

from dashboard.temporal.calendar.units import Unit
from dashboard.temporal.expressions import (
    SHORT,
    Calendar,
    Clock,
    Expression,
    Hence,
    Lasting,
    Length,
    Shift,
    SpanAway,
    Weekday,
    Window,
    away,
)
from dashboard.temporal.lexing.tokens import Node
from dashboard.temporal.rules.clock_figures import is_dayless, sharp
from dashboard.temporal.rules.clock_ranges import amount_of
from dashboard.temporal.rules.engine import Produced, RuleFamily
from dashboard.temporal.rules.numbers import as_int
from dashboard.temporal.rules.relative import expression
from dashboard.text import Span

COUNTED_WINDOWS = RuleFamily()  # before "last days" is read without its number
DISTANCES = RuleFamily()  # once the days they count from are read
LASTING = RuleFamily()  # once clock times have their day
_WEEKS = (Unit.WEEK, Unit.FORTNIGHT)
_AMOUNT = "<length:length|lengths>"
_START = "<start:day|time|month-of|year-of>"


@COUNTED_WINDOWS.rule("<number> last <unit>s", "<number> (last | previous) <unit:units>")
def counted_past(number: Node, unit: Node) -> Produced:
    """In the 3 previous weeks, during the 10 last days."""
    return "window", Window(Length(str(unit.value), as_int(number)))


@COUNTED_WINDOWS.rule("<number> following <unit>s", "<number> following <unit:units>")
def counted_ahead(number: Node, unit: Node) -> Produced:
    """The 10 following days."""
    return "window", Window(Length(str(unit.value), as_int(number)), ahead=True)


@DISTANCES.rule("<length> before yesterday", "<length> <day:before-yesterday>")
def before_yesterday(length: Node, day: Node) -> Produced:  # noqa: ARG001 - only that it stands there counts
    """Two weeks before yesterday."""
    return _beside(length, Shift(Unit.DAY, -1), -1)


@DISTANCES.rule("before yesterday", "<day:before-yesterday>")
def before_yesterday_alone(day: Node) -> Produced:
    """Before yesterday: the day before it."""
    return "day", Shift(Unit.DAY, as_int(day))


@DISTANCES.rule(
    "<length> before last <day>",
    f"{_AMOUNT} (after | <back:before>) the? <day:day|when>",
    f"{_AMOUNT} after last <day:day>",
)
def from_a_stepped_day(length: Node, day: Node, back: Node | None = None) -> Produced:
    """Three days before last Friday, a week and two days after 3 March."""
    return _beside(length, day.value, -1 if back else 1) if _is_a_day(day.value) else None


@DISTANCES.rule("<length> ago <day>", "<ago:when> <day:day>")
def ago_last(ago: Node, day: Node) -> Produced:
    """A week ago last Friday, two weeks ago yesterday."""
    back, named = ago.value, day.value
    stepped = isinstance(named, Weekday) or (
        isinstance(named, Shift) and named.unit == Unit.DAY and named.count
    )
    if (
        not isinstance(back, Shift)
        or back.from_mentioned
        or back.unit not in _WEEKS
        or back.count >= 0
        or not stepped
    ):
        return None
    return "day", SpanAway(Length(back.unit, -back.count), -1, expression(day))


@DISTANCES.rule("<length> and <length> ago", "<lengths> ago")
def lengths_ago(lengths: Node) -> Produced:
    """Two weeks and three days ago."""
    amount = amount_of(lengths)
    return ("when", SpanAway(amount, -1)) if amount else None


@DISTANCES.rule(
    "<length> and <length> later",
    "<lengths> (later | <back:earlier>)",
    "<lengths> (after | <back:before>) {comma | dot}",
)
def lengths_later(lengths: Node, back: Node | None = None) -> Produced:
    """A year and two months later: from the time last mentioned."""
    amount = amount_of(lengths)
    return ("when", SpanAway(amount, -1 if back else 1, from_mentioned=True)) if amount else None


@DISTANCES.rule(
    "<length> from now",
    "in-plain? <length> from present",
    "in-plain? about? <length> (hence | s-time)",
    "in-plain? about? <length> apostrophe time-word",
)
def from_now(length: Node) -> Produced:
    """Eight days from now, a week hence, in three days' time."""
    amount = amount_of(length)
    return ("when", away(amount, 1)) if isinstance(amount, Length) else None


@DISTANCES.rule(
    "in <length>",
    "{-ordinal|nth|first-time in-plain about?} <length> {not of|ago|before|after|earlier|later|from|to|since}",
)
def in_so_long(length: Node) -> Produced:
    """In ten days: a day where the words look ahead, else how long it took."""
    amount = amount_of(length)
    return ("hence", Hence(amount)) if isinstance(amount, Length) else None


@LASTING.rule(
    "for <length> from <day>",
    f"(<lasts:for|in|lasting|of> the? about?) {_AMOUNT} (from | starting) (at | on)? about? {_START}",
    f"{_AMOUNT} (from | starting) (at | on)? about? {_START}",
    f"(<lasts:for|in|lasting|of> the? about?)? {_AMOUNT} commencing on? <start:day>",
)
def from_a_day(length: Node, start: Node, lasts: Node | None = None) -> Produced:
    """For six days from Monday 4 March, from then on; "will leave four days from Sunday" is a day."""
    amount, day = amount_of(length), expression(start)
    if amount is None:
        return None
    if isinstance(day, Shift) and day.unit == Unit.DAY and day.count >= 0 and not day.from_mentioned:
        return "when", SpanAway(amount, 1, day)
    spans = (Span(start.start, start.end), Span(length.start, length.end)) if lasts else None
    return "stretch", Lasting(day, amount, lasts is not None, spans)


@LASTING.rule(
    "from <clock> for <length>",
    f"{{(from | starting) (at | on)? about?}} {_START} comma? for about? {_AMOUNT} (comma? on? <day:day>)?",
    f"<clock:time> for about? {_AMOUNT} (comma? on? <day:day>)?",
)
def for_so_long(
    length: Node, start: Node | None = None, clock: Node | None = None, day: Node | None = None
) -> Produced:
    """From 9:30 am for seven hours on Monday, at noon for two hours."""
    amount, began = amount_of(length), start or clock
    if amount is None or began is None:
        return None
    begin = sharp(expression(began))
    if clock and not (isinstance(begin, Clock) and _first_unit(amount) in SHORT):
        return None
    if day and is_dayless(begin) and isinstance(begin, Clock):
        begin = replace(begin, day=expression(day))
    elif day:
        return None
    spans = (Span(began.start, began.end), Span(length.start, length.end))
    return "stretch", Lasting(begin, amount, spans=spans)


@LASTING.rule("<length> before <clock>", f"{_AMOUNT} (after | <back:before>) <clock:time>")
def from_a_clock(length: Node, clock: Node, back: Node | None = None) -> Produced:
    """A quarter of an hour before midnight, two hours after noon on Friday."""
    amount, time = amount_of(length), sharp(expression(clock))
    if not isinstance(time, Clock) or amount is None or amount.finest not in SHORT:
        return None
    return "time", SpanAway(amount, -1 if back else 1, time)


def _first_unit(amount: Expression) -> str:
    return amount.unit if isinstance(amount, Length) else ""


def _is_a_day(meaning: object) -> bool:
    """Whether it names a day by itself, so that weeks counted from it give a day."""
    if isinstance(meaning, Calendar):
        return meaning.weekday is not None or (meaning.day is not None and meaning.month is not None)
    stepped = isinstance(meaning, Shift) and meaning.unit == Unit.DAY and not meaning.from_mentioned
    return stepped or isinstance(meaning, Weekday)


def _beside(length: Node, day: object, sign: int) -> Produced:
    amount = amount_of(length)
    if amount is None or not isinstance(day, Expression):
        return None
    return "when", SpanAway(amount, sign, day)
