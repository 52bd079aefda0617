"""Parts of the day and clock times."""

from dataclasses import replace

from dashboard.temporal.calendar.periods import PartOfDay
from dashboard.temporal.calendar.units import Unit
from dashboard.temporal.expressions import (
    TODAY,
    Around,
    Calendar,
    Clock,
    DayPart,
    EarlyMentioned,
    Expression,
    From,
    LastMentioned,
    LastMentionedNight,
    MentionedOnward,
    MidnightAfter,
    NextEarly,
    NightBefore,
    NightMentioned,
    SaidTwice,
    Shift,
    Weekday,
)
from dashboard.temporal.lexing.tokens import Meaning, Node
from dashboard.temporal.rules.clock_figures import told
from dashboard.temporal.rules.engine import Produced, RuleFamily
from dashboard.temporal.rules.relative import expression, hours_of

PARTS = RuleFamily()
CLOCK_TIMES = RuleFamily()  # once "Monday night" is one time
EARLY = PartOfDay(0, 6, "NI")
NIGHT = PartOfDay(18, 30, "NI")
_A_DAY = 24
MORNING = 6  # what comes before belongs to the night between two days: "dawn of Sunday – Monday"


@PARTS.rule(
    "after the midnight of <day> – <day>",
    "after? the? midnight (of | between)? <first:day> (dash | to | and | slash) <last:day>",
    "the? <part:part|after-midnight> (of | between | on)? <first:day> (dash | to | and | slash) <last:day>",
    "the? <part> from <first:day> to <last:day>",
    "<first:day> (dash | slash) <last:day> <part>",
)
def midnight_between(first: Node, last: Node, part: Node | None = None) -> Produced:
    """The midnight between two named days begins the second; "the night of Sunday – Monday" starts the first."""
    second = (
        From(expression(first), Unit.DAY, 1) if is_next_day(first.value, last.value) else expression(last)
    )
    if part is None or not hours_of(part).start:
        return "time", DayPart(second, EARLY)
    if hours_of(part).start < NIGHT.start:
        return None if hours_of(part).start >= MORNING else ("time", DayPart(second, hours_of(part)))
    by_date = _has_day(last.value) and not _has_day(first.value)
    return "time", DayPart(From(second, Unit.DAY, -1) if by_date else expression(first), hours_of(part))


@PARTS.rule("overnight into <day>", "<first:day> <part> into the? <last:day> {not part}")
def night_into(first: Node, part: Node, last: Node) -> Produced:
    """Tuesday night into Wednesday: the night between the two; not "Friday night into Saturday morning", which goes on."""
    one_night = hours_of(part) == NIGHT and is_next_day(first.value, last.value)
    return ("time", DayPart(expression(first), NIGHT)) if one_night else None


@PARTS.rule("after midnight of <day>", "(after-midnight | after the midnight | midnight) of <day>")
def after_midnight_of(day: Node) -> Produced:
    """After midnight of yesterday: the midnight that ends yesterday."""
    return "time", MidnightAfter(expression(day))


@PARTS.rule("after midnight of <day>", "after-midnight <day>")
def after_midnight_yesterday(day: Node) -> Produced:
    """After midnight yesterday: as with "of"; a weekday's is its own."""
    return ("time", MidnightAfter(day.value)) if day.value == Shift(Unit.DAY, -1) else None


@PARTS.rule("after midnight", "<part:after-midnight>")
def after_midnight(part: Node) -> Produced:
    """Elsewhere a part of the day like others."""
    return "part", part.value


@PARTS.rule("this <part>, <day>", "<named_part:named-part>")
def named_part(named_part: Node) -> Produced:
    """This morning, Tuesday the 6th of March."""
    return "time", expression(named_part)


@PARTS.rule("<day> <part>, <name>", "<day> <part> (comma | open)? (on | the)? <name:day> close?")
def day_part_name(day: Node, part: Node, name: Node) -> Produced:
    """Yesterday noon, Saturday the 19th of May 2018; last Sunday night, January 29; Thursday morning, the 3rd of May."""
    counted, stated = day.value, name.value
    if not isinstance(stated, Calendar) or stated.day is None:
        return None
    if isinstance(counted, Weekday) or (isinstance(counted, Calendar) and counted.day is None):
        return "time", DayPart(replace(stated, weekday=counted.weekday), hours_of(part))
    if not isinstance(counted, Shift) or counted.unit != Unit.DAY:
        return None
    return "time", DayPart(SaidTwice(counted, stated), hours_of(part))


@PARTS.rule("<part> of <day> <part>", "the? <part> of <day> part")
def part_of_part(part: Node, day: Node) -> Produced:
    """The early hours of Saturday morning."""
    return "time", DayPart(expression(day), hours_of(part))


@PARTS.rule(
    "<part> of <day>",
    "(the | edge)? <part> (of | on | comma | in | dash)? <day>",
    "(the | edge)? <part> of (the | that) <day>",
    "<day> (dash | comma | apostrophe | slash)? (at | in)? (the | edge)? <part>",
    "the <part> before comma (on | the)? <day>",
)
def part_of_day(day: Node, part: Node) -> Produced:
    """The morning of today, Sunday night, dawn on Friday; the evening before, 16 June."""
    return "time", DayPart(expression(day), hours_of(part))


@PARTS.rule("<edge> <day>", "<edge> (on | of)? <day>")
def edge_of_day(edge: Node, day: Node) -> Produced:
    """Late Sunday, early on Friday."""
    _, start, end, letters = edge.value if isinstance(edge.value, list) else ("", 0, 24, "")
    return "time", DayPart(expression(day), PartOfDay(int(start), int(end), str(letters)), edge=True)


@PARTS.rule("this <part>", "this <part>", "edge this <part>")
def this_part(part: Node) -> Produced:
    """This morning."""
    return "time", DayPart(TODAY, hours_of(part))


@PARTS.rule("last <part>", "(last | past-span) <part>")
def last_part(part: Node) -> Produced:
    """Last evening."""
    return "time", DayPart(Shift(Unit.DAY, -1), hours_of(part))


@PARTS.rule("that <part>", "earlier? that <part>")
def that_part(part: Node) -> Produced:
    """That same morning; the same night is the one that holds the small hours just told."""
    hours = hours_of(part)
    return "time", DayPart(NightMentioned() if hours.end > _A_DAY else LastMentioned(), hours)


@PARTS.rule("the following <part>", "following <part>", "next <part>")
def following_part(part: Node) -> Produced:
    """The following night, the next morning or evening: the night after a day is that day's own."""
    step = 0 if hours_of(part).end > _A_DAY else 1
    return "time", DayPart(Shift(Unit.DAY, step, from_mentioned=True), hours_of(part))


@PARTS.rule("the previous <part>", "previous <part>", "the <part> before {comma | dot}")
def previous_part(part: Node) -> Produced:
    """The previous evening, the night before."""
    return "time", DayPart(Shift(Unit.DAY, -1, from_mentioned=True), hours_of(part))


@PARTS.rule(
    "the <part> before",
    "{on | since | until | by} the <part> (before | earlier)",
    "{on} the <later:part> after",
)
def part_before(part: Node | None = None, later: Node | None = None) -> Produced:
    """On the night before; on the morning after."""
    return previous_part(part) if part else following_part(later) if later else None


@PARTS.rule("<part> before <when>", "<part> (of | on)? <when:when|month-of>")
def part_of_when(part: Node, when: Node) -> Produced:
    """The night of 9 March, stated as a day by a rule before; the morning of that day."""
    return (
        ("time", DayPart(expression(when), hours_of(part)))
        if isinstance(when.value, Shift | LastMentioned)
        else None
    )


@PARTS.rule("<when> in the <part>", "<when:when> (at | around | in | on)? the? edge? <part>")
def part_behind_when(part: Node, when: Node) -> Produced:
    """Two days ago in the morning; "a week ago in the night" has no day."""
    counted = when.value
    if not isinstance(counted, Shift) or counted.unit != Unit.DAY:
        return None
    return "time", DayPart(counted, hours_of(part))


@PARTS.rule("tonight", "<tonight> (comma <day>)?")
def tonight(tonight: Node, day: Node | None = None) -> Produced:
    """Tonight, last night."""
    shift, start, end, letters = tonight.value if isinstance(tonight.value, list) else (0, 18, 30, "NI")
    counted = Shift(Unit.DAY, int(shift))
    named = SaidTwice(counted, day.value) if day and isinstance(day.value, Calendar) else counted
    return "time", DayPart(named, PartOfDay(int(start), int(end), str(letters)))


@PARTS.rule("overnight into <day>", "overnight-into the? <day>")
def overnight_into(day: Node) -> Produced:
    """Overnight into Sunday: the night that ends on it."""
    return "time", DayPart(NightBefore(expression(day)), NIGHT)


@PARTS.rule(
    "overnight",
    "overnight (on | in | from)? <first:day> ((dash | to | and | slash) <last:day>)?",
    "overnight",
    "<first:day> overnight",
)
def overnight(first: Node | None = None, last: Node | None = None) -> Produced:
    """Overnight: the night that ends on the reference day; overnight Sunday to Monday starts on Sunday."""
    if first and last:
        return "time", DayPart(expression(first), NIGHT)
    return "time", DayPart(NightBefore(expression(first) if first else TODAY), NIGHT)


@PARTS.rule("after midnight", "<part>")
def early_alone(part: Node) -> Produced:
    """After midnight, with no day: the next one where the words look ahead. Before dawn: of the day told last."""
    hours = hours_of(part)
    day = NextEarly() if part.rule == "after midnight" else EarlyMentioned()
    return ("time", DayPart(day, hours)) if hours.has_hours_of(EARLY) else None


@PARTS.rule("after dark", "<dark:after-dark>")
def after_dark(dark: Node) -> Produced:
    """After nightfall: of the day last mentioned."""
    return "time", DayPart(LastMentionedNight(), hours_of(dark))


@PARTS.rule(
    "at <part>",
    "{at | around | in the | in-bare | before | until | since | from | to | after | on the | since the | until the | at the} <part>",
    "{between midnight and the?} <part>",
)
def part_alone(part: Node) -> Produced:
    """In the morning: of the day last mentioned, or the next behind a night."""
    hours = hours_of(part)
    return "time", DayPart(LastMentionedNight() if hours.end > 24 else LastMentioned(unsaid=True), hours)


@PARTS.rule("by <part>", "{by | by the} <part>")
def part_by(part: Node) -> Produced:
    """By noon: of the day last mentioned, or the next where what was told then came later in the day."""
    hours = hours_of(part)
    return "time", DayPart(LastMentionedNight() if hours.end > 24 else MentionedOnward(hours.end), hours)


PARTS.rule("the <part> before", "the <part> (before | earlier)", "the <later:part> after")(part_before)


@CLOCK_TIMES.rule("<day> <clock> <year>", "<day> <clock> (local | gmt)? <year:year-of>")
def clock_before_year(day: Node, clock: Node, year: Node) -> Produced:
    """Thu Oct 26 11:00:09 EDT 2023, as machines stamp."""
    name, stated = day.value, year.value
    if (
        not (isinstance(name, Calendar) and isinstance(stated, Calendar))
        or name.day is None
        or name.year is not None
    ):
        return None
    return "time", clock_on(clock, replace(name, year=stated.year))


@CLOCK_TIMES.rule(
    "<day> at <clock>",
    "<clock> local? ((open | comma)? gmt close?)? (on | comma | of | bar)? <day>",
    "<day> (comma | at | open | dash | slash | bar)* (<around> | about)? <clock> local?",
    "<clock> (on | in)? (the | at)? <part:time>",
    "<part:time> (comma | at)* (<around> | about)? <clock>",
)
def clock_of_day(
    clock: Node, day: Node | None = None, part: Node | None = None, around: Node | None = None
) -> Produced:
    """At 14:20 yesterday, Friday at 2 a.m., Friday around 2 a.m."""
    stated = part.value if part else None
    if part and not isinstance(stated, DayPart):
        return None
    if isinstance(stated, DayPart):
        time = within(clock_on(clock, stated.day), stated)
    else:
        time = clock_on(clock, expression(day) if day else TODAY)
    return "time", Around(time) if around else time


@CLOCK_TIMES.rule(
    "<clock>, earlier", "earlier comma? at? (<around> | about)? <clock> local?", "<clock> local? earlier"
)
def clock_earlier(clock: Node, around: Node | None = None) -> Produced:
    """Earlier, at 3 a.m.: of the day last mentioned, also behind a night."""
    time = replace(clock_on(clock, LastMentioned()), earlier=True)
    return "time", Around(time) if around else time


@CLOCK_TIMES.rule("<clock>", "<clock> local?")
def clock_alone(clock: Node) -> Produced:
    """14:20, of the day last mentioned."""
    return "time", clock_on(clock, LastMentioned())


@CLOCK_TIMES.rule(
    "midnight",
    "midnight (on | of | comma)? <day>",
    "<day> (at | comma)? the? midnight",
    "{at | by | until | since | before | around | to | from | between} midnight",
)
def at_midnight(day: Node | None = None) -> Produced:
    """At midnight: the one that ends the day."""
    return "time", Clock(expression(day) if day else LastMentioned(), 24)


def _has_day(meaning: Meaning) -> bool:
    return isinstance(meaning, Calendar) and meaning.day is not None


def is_next_day(first: Meaning, last: Meaning) -> bool:
    """Whether two weekdays alone are named and one follows the other, so that the pair is one midnight."""
    if not (isinstance(first, Calendar) and isinstance(last, Calendar)) or first.day or last.day:
        return False
    return first.weekday is not None and (first.weekday + 1) % 7 == last.weekday


def within(clock: Clock, part: DayPart) -> Clock:
    """The clock time in that part of the day: 6:30 on Tuesday evening; the small hours of a night are the next day's."""
    if part.part.end > 24 and clock.hour < EARLY.end:
        return replace(clock, day=From(clock.day, Unit.DAY, 1))
    late = part.part.start >= 12 and clock.hour < 12
    return replace(clock, hour=clock.hour + 12) if late else clock


def clock_on(node: Node, day: Expression) -> Clock:
    """The clock time that figures tell, on a day: "5:45 p.m."."""
    return told(node).on(day)
