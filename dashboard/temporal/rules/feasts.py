"""Feasts by name and dates of the Islamic calendar; the lexicon says when each feast is."""

from dashboard.temporal.calendar.units import Unit
from dashboard.temporal.expressions import Calendar, DayOfFeast, Feast, From, Hijri, Nearby, TheEid
from dashboard.temporal.lexing.tokens import Node
from dashboard.temporal.rules.engine import Produced, RuleFamily
from dashboard.temporal.rules.numbers import as_int

FEASTS = RuleFamily()
BOTH_CALENDARS = RuleFamily()
_STEP = {"last": -1, "last-after": -1, "previous": -1, "this": 0, "this-after": 0, "next": 1, "next-after": 1}
_AFTER = "last-after|this-after|next-after"


@FEASTS.rule(
    "<day> <Islamic month> <year>",
    "<day:number|nth|ordinal> (of | from)? holy-month? unit? <month:hijri-month>"
    " (comma? unit? <year:year|number>)? hijri-era?",
    "<day:nth|ordinal|unit> <count:unit|units|day-noun> (of | from)? holy-month? unit? <month:hijri-month> (comma? unit? <year:year>)?",
    "<month:hijri-month> <day:number|nth> (comma? <year:year>)? hijri-era?",
    "(deictic | day-noun) <day:ordinal> from unit? <month:hijri-month> (comma? unit? <year:year|number>)? hijri-era?",
)
def islamic_day(day: Node, month: Node, year: Node | None = None, count: Node | None = None) -> Produced:
    """17 Rajab 1439; the 10th of Ramadan; but not its third week."""
    if count and count.kind != "day-noun" and count.value != Unit.DAY:
        return None
    if not 1 <= _nth(day) <= 30:
        return None
    return "day", Hijri(as_int(month), _nth(day), as_int(year) if year else None)


@FEASTS.rule(
    "<Islamic month> <year>",
    "holy-month? <month:hijri-month> (of | comma | in)? unit? <year:year> hijri-era?",
    "<named:unit> of? <month:hijri-month> ((of | comma)? unit? <year:year> hijri-era?)?",
    "holy-month <month:hijri-month>",
)
def islamic_month(month: Node, year: Node | None = None, named: Node | None = None) -> Produced:
    """Ramadan 2018, the holy month of Ramadan, Rajab 1439."""
    if named and named.value != Unit.MONTH:
        return None
    return "month-of", Hijri(as_int(month), year=as_int(year) if year else None)


@FEASTS.rule(
    "last <Islamic month>",
    "<step:last|this|next|previous> holy-month? <month:hijri-month>",
    f"<month:hijri-month> <step:{_AFTER}>",
    "{by | until | before | before-or-ago} the? <month:hijri-month>",
)
def islamic_month_stepped(month: Node, step: Node | None = None) -> Produced:
    """Last Ramadan; before Ramadan."""
    return "month-of", Nearby(Hijri(as_int(month)), _STEP[step.kind] if step else 0)


@FEASTS.rule(
    "<Islamic month>",
    "{in | since | since-or-ago | after | during | edge | to} <month:hijri-month>",
    "{(unit | length | window) of} <month:hijri-month>",
)
def islamic_month_alone(month: Node) -> Produced:
    """In Ramadan; the month's name alone may be a man's."""
    return "month-of", Hijri(as_int(month))


@FEASTS.rule(
    "<ordinal> day of <feast>",
    "<number:nth|ordinal|unit> (unit | units | day-noun) (of | from | in)? the? <feast:feast|weak-feast> (comma? unit? <year:year>)?",
    "(deictic | day-noun) <number:ordinal> (from | in | for) <feast> (comma? unit? <year:year>)?",
)
def day_of_feast(number: Node, feast: Node, year: Node | None = None) -> Produced:
    """The second day of Eid al-Adha."""
    return "day", DayOfFeast(_nth(number), _feast(feast, year))


@FEASTS.rule("the Eid", "(units | day-noun) <feast:weak-feast>")
def the_eid(feast: Node) -> Produced:
    """The days of the Eid."""
    return "day", _feast(feast)


@FEASTS.rule(
    "Eid",
    "the? <number:nth|ordinal|unit> (unit | units) of <eid>",
    "{in | on | since | until | by | before | after | for | from | this | last} the? <eid>",
)
def eid(eid: Node, number: Node | None = None) -> Produced:  # noqa: ARG001 - the word says no more than the rule
    """Eid, with no second name: the nearer of the two feasts."""
    return "day", DayOfFeast(_nth(number), TheEid()) if number else TheEid()


@FEASTS.rule(
    "last <feast>",
    "<step:last|this|next|previous> <feast>",
    f"<feast> <step:{_AFTER}>",
    "{by | until | before | before-or-ago} the? <feast> {not (of | comma | in)? year}",
)
def feast_stepped(feast: Node, step: Node | None = None) -> Produced:
    """Last Christmas; before Easter."""
    return "day", Nearby(_feast(feast), _STEP[step.kind] if step else 0)


@FEASTS.rule("eve of <feast>", "eve-of the? <feast> (comma? <year:year>)?")
def eve_of_feast(feast: Node, year: Node | None = None) -> Produced:
    """The eve of Eid al-Fitr: the day before."""
    return "day", From(_feast(feast, year), Unit.DAY, -1)


@FEASTS.rule(
    "<feast> <year>",
    "<feast:named-feast> (of | comma | in)? <year:year>",
    "{(on | at | during | in | since | until | before | after | eve-of) the?} <feast:named-feast>",
)
def named_feast(feast: Node, year: Node | None = None) -> Produced:
    """Tet 1968, at Tet; "Tet" alone is an offensive."""
    return "day", _feast(feast, year)


@FEASTS.rule("<feast> <year>", "<feast> ((of | comma | in)? unit? <year:year> hijri-era?)?")
def feast_of_year(feast: Node, year: Node | None = None) -> Produced:
    """Christmas Day 2017, Good Friday."""
    return "day", _feast(feast, year)


@BOTH_CALENDARS.rule(
    "<Islamic date>, <date>",
    "<day> (comma | open | equals | dash | slash)+ (on | the | day-noun)? <name:day> close?",
)
def in_both_calendars(day: Node, name: Node) -> Produced:
    """17 Rajab 1439, corresponding to 3 April 2018: the civil date is the exact one."""
    pair = day.value, name.value
    civil = [each for each in pair if isinstance(each, Calendar) and each.day is not None]
    islamic = [each for each in pair if isinstance(each, Hijri)]
    return ("day", civil[0]) if len(civil) == len(islamic) == 1 else None


def _definition(node: Node) -> list[int | str]:
    """The feast's row in the lexicon: which calendar, and where in it."""
    return node.value if isinstance(node.value, list) else ["fixed", 1, 1, 1]


def _nth(node: Node) -> int:
    """The ordinal; "second" is also a unit of time."""
    return 2 if node.value == Unit.SECOND else as_int(node)


def _feast(node: Node, year: Node | None = None) -> Hijri | Feast | TheEid:
    kind, *numbers = _definition(node)
    if kind == "eid":
        return TheEid()
    stated = as_int(year) if year else None
    where = tuple(int(number) for number in numbers)
    if kind == "hijri":
        month, day, days = where
        return Hijri(month, day, stated, days)
    return Feast(str(kind), where, stated)
