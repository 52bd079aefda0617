"""Prayers and the meals of the fast as parts of a day: after Friday prayers, before iftar on Sunday, during the Isha prayer.

They stand before the parts of the day, whose words they hold ("noon prayers"). A rite between a part and its day does not
part them: "after evening prayers last night" is one phrase.
"""

from dashboard.temporal.calendar.periods import PartOfDay
from dashboard.temporal.calendar.sun import Nearness, Solar, broad_hours, rite_of
from dashboard.temporal.calendar.units import Unit
from dashboard.temporal.expressions import (
    TODAY,
    Calendar,
    DayOfFeast,
    DayPart,
    Expression,
    Feast,
    LastMentioned,
    Length,
    Range,
    Shift,
    TheEid,
)
from dashboard.temporal.lexing.tokens import Node
from dashboard.temporal.rules.engine import Produced, RuleFamily
from dashboard.temporal.rules.relative import expression, hours_of
from dashboard.text import Span

RITES = RuleFamily()
BEFORE_STEPS = RuleFamily()  # before "following Friday" is read as the Friday after
_FRIDAY, _OF_FRIDAY, _OF_EID = 4, "friday prayer", "eid prayer"
_SMALL_UNITS, _LONGEST_BESIDE = (
    (Unit.SECOND, Unit.MINUTE, Unit.HOUR),
    1,
)  # hours: "two hours after" is not just after
_SIDES = {Nearness.BEFORE: Nearness.JUST_BEFORE, Nearness.AFTER: Nearness.JUST_AFTER}
_NEAR = "<length>? <shortly>? (<before> | <after:after|following>)"
_OPENS = "at | around | in | in-bare | to | since | until | by | from | praying"
_NAME = "<name:part|prayer|weak-prayer|meal>"
_GLOSS = "(open <gloss:prayer|weak-prayer|meal> rite? close)?"


@RITES.rule(
    "<day> prayers",
    f"{_NEAR} praying? edge? the? weekly-rite? <day> apostrophe? weekly-rite? {_NAME}? (rite | sermon)",
    f"weekly-rite? <day> apostrophe? weekly-rite? {_NAME}? (rite | sermon)",
)
def rite_of_day(
    day: Node,
    name: Node | None = None,
    before: Node | None = None,
    after: Node | None = None,
    shortly: Node | None = None,
    length: Node | None = None,
) -> Produced:
    """Friday prayers; after the Friday noon prayers; just before the Eid prayers."""
    prayer = _prayer_of(day.value, name)
    nearness = _beside(before, after, shortly, length)
    if not prayer or nearness is None:
        return None
    return "rite-time", DayPart(expression(day), _hours(prayer, nearness))


BEFORE_STEPS.rule(
    "<day> prayers",
    f"<after:following> praying? the? weekly-rite? <day> apostrophe? weekly-rite? {_NAME}? rite",
)(rite_of_day)


@RITES.rule(
    "before <prayer>",
    f"{_NEAR} praying? edge? the? weekly-rite? {_NAME} rite {_GLOSS}",
    f"{_NEAR} praying? edge? the? <name:meal>",
    f"{_NEAR} praying? edge? the? rite of? (the | at)? {_NAME}",
)
def beside_rite(
    name: Node,
    before: Node | None = None,
    after: Node | None = None,
    shortly: Node | None = None,
    length: Node | None = None,
    gloss: Node | None = None,
) -> Produced:
    """Before the noon prayers, minutes before iftar, just after the night prayer (Maghrib)."""
    nearness = _beside(before, after, shortly, length)
    return _rite(gloss or name, nearness) if nearness else None


@RITES.rule("before <prayer>", f"<length>? <side:part|after-dark> rite {_GLOSS}")
def beside_rite_in_words(side: Node, length: Node | None = None, gloss: Node | None = None) -> Produced:
    """Before dawn prayers: "before dawn" is a word of its own."""
    name, nearness = _side(side)
    if not nearness or (length and not _is_small(length)):
        return None
    prayer = str(gloss.value) if gloss else rite_of(name)
    return _hours_node(prayer, _SIDES.get(nearness, nearness) if length and _is_short(length) else nearness)


@RITES.rule("<length> before <sun>", "<length> <side:part|after-dark>")
def beside_sun(length: Node, side: Node) -> Produced:
    """Minutes before dawn, an hour after sunset: not the whole night before it."""
    name, nearness = _side(side)
    if nearness not in _SIDES or not _is_small(length):
        return None
    start, end = hours_of(side).start, hours_of(side).end
    if not _is_short(length):
        return side.kind, side.value
    if nearness is Nearness.BEFORE:
        return "lone-part", [end - 3, end - 1, hours_of(side).letters, name, Nearness.JUST_BEFORE]
    return "after-dark", [start, start + 4, hours_of(side).letters, name, Nearness.JUST_AFTER]


@RITES.rule("before <prayer> by its name", f"{_NEAR} the? <name:prayer>")
def beside_name(
    name: Node,
    before: Node | None = None,
    after: Node | None = None,
    shortly: Node | None = None,
    length: Node | None = None,
) -> Produced:
    """After Maghrib, shortly before Fajr."""
    made = beside_rite(name, before, after, shortly, length)
    return ("rite-name", made[1]) if made else None


@RITES.rule(
    "<prayer>",
    f"{{{_OPENS}}} the? weekly-rite? {_NAME} rite {_GLOSS}",
    f"for the? weekly-rite? {_NAME} rite {_GLOSS}",
    f"{{{_OPENS}}} the? <name:meal>",
    f"{_NAME} rite {_GLOSS} {{(on | of | comma)? (day | tonight)}}",
    "<name:meal> {(on | of | comma)? (day | tonight)}",
    f"{{(day | tonight) (comma | dash)? (at | in)? the?}} {_NAME} rite",
    "{at | around | since | until} the? <name:prayer> {not rite}",
)
def rite(name: Node, gloss: Node | None = None) -> Produced:
    """During the Isha prayers; at Maghrib; the dawn prayers on Friday."""
    return _rite(gloss or name, Nearness.AT)


@RITES.rule(
    "between <prayer> and <prayer>",
    "{between the?} <first:prayer> rite? and the? <last:prayer|weak-prayer> rite? (on? <day>)?",
)
def between_rites(first: Node, last: Node, day: Node | None = None) -> Produced:
    """Between Maghrib and Isha."""
    of: Expression = expression(day) if day else LastMentioned()
    begun, over = (DayPart(of, _hours(str(each.value), Nearness.AT)) for each in (first, last))
    return "stretch", Range(begun, over, (Span(first.start, first.end), Span(last.start, last.end)))


@RITES.rule(
    "<prayer> of <day>",
    "<rite:lone-part|rite-name> comma? (on | of | in | open)? (the | at)? <day> (at? <whole:part>)? close?",
    "<day> (comma | dash | apostrophe)? (at | in)? (<whole:part> comma?)? <rite:lone-part|rite-name>",
    "<rite:rite-time> comma? (on | of | open)? <day> close?",
    "<day> (comma | dash)? <rite:rite-time>",
)
def rite_on_day(rite: Node, day: Node, whole: Node | None = None) -> Produced:  # noqa: ARG001 - the rite is finer than the part
    """Before noon prayers on Friday, Sunday night after Isha prayers, yesterday after the Friday prayer."""
    hours = rite.value.part if isinstance(rite.value, DayPart) else hours_of(rite)
    return "time", DayPart(expression(day), hours)


@RITES.rule(
    "<prayer> of a night",
    "<rite:lone-part|rite-name> comma? (on | of)? <night:tonight>",
    "<night:tonight> comma? <rite:lone-part|rite-name>",
    "<rite:lone-part|rite-name> comma? this <whole:part>",
    "this <whole:part> comma? <rite:lone-part|rite-name>",
)
def rite_of_night(rite: Node, night: Node | None = None, whole: Node | None = None) -> Produced:  # noqa: ARG001 - as above
    """After evening prayers last night; this morning before the dawn prayers."""
    steps = night.value[0] if night and isinstance(night.value, list) else 0
    return "time", DayPart(Shift(Unit.DAY, int(steps)) if steps else TODAY, hours_of(rite))


@RITES.rule("<prayer>", "<rite:rite-time>")
def rite_alone(rite: Node) -> Produced:
    """Friday prayers: of the Friday that they name."""
    return "time", expression(rite)


@RITES.rule("<prayer>", "<rite:lone-part|rite-name>")
def rite_of_mentioned(rite: Node) -> Produced:
    """After the noon prayers: of the day last mentioned; the Juma prayers are of a Friday."""
    hours = hours_of(rite)
    weekly = hours.sun is not None and hours.sun.name == _OF_FRIDAY
    day: Expression = Calendar(weekday=_FRIDAY) if weekly else LastMentioned()
    return "rite-name" if rite.kind == "rite-name" else "time", DayPart(day, hours)


def _beside(
    before: Node | None, after: Node | None, shortly: Node | None, length: Node | None
) -> Nearness | None:
    """On which side, and how near; None beside a length that is no matter of hours ("two days before Friday prayers")."""
    if before is None and after is None:
        return Nearness.AT
    if length is not None and not _is_small(length):
        return None
    side = Nearness.BEFORE if before else Nearness.AFTER
    return _SIDES[side] if shortly or (length and _is_short(length)) else side


def _is_small(length: Node) -> bool:
    return isinstance(length.value, Length) and length.value.unit in _SMALL_UNITS


def _is_short(length: Node) -> bool:
    amount = length.value
    if not isinstance(amount, Length) or amount.unit != Unit.HOUR:
        return True
    return amount.count is not None and amount.count <= _LONGEST_BESIDE


def _rite(name: Node, nearness: Nearness) -> Produced:
    """The node of a rite by its name, or by the part of the day whose prayers they are."""
    return _hours_node(_named(name), nearness)


def _hours_node(prayer: str, nearness: Nearness) -> Produced:
    if not prayer:
        return None
    start, end, letters = broad_hours(Solar(prayer, nearness))
    return "lone-part", [start, end, letters, prayer, nearness]


def _side(node: Node) -> tuple[str, Nearness | None]:
    """The row and the side that "before dawn" names; no side for "dawn"."""
    hours = node.value if isinstance(node.value, list) else []
    return (str(hours[3]), Nearness(str(hours[4]))) if len(hours) > 4 else ("", None)


def _named(name: Node) -> str:
    if isinstance(name.value, list):
        return rite_of(str(name.value[3])) if len(name.value) == 4 else ""
    return str(name.value)


def _prayer_of(day: object, name: Node | None) -> str:
    """What the prayers of a day are: of a Friday those at noon, of a feast those of its morning; of others nobody knows."""
    prayer = _named(name) if name else ""
    if isinstance(day, Feast | DayOfFeast | TheEid):
        return prayer or _OF_EID
    if _weekday_of(day) == _FRIDAY and prayer in ("", "dhuhr", _OF_FRIDAY):
        return _OF_FRIDAY
    return prayer


def _weekday_of(day: object) -> int | None:
    """The weekday that is named with nothing else."""
    return day.weekday if isinstance(day, Calendar) and day.weekday_only else None


def _hours(prayer: str, nearness: Nearness) -> PartOfDay:
    what = Solar(prayer, nearness)
    start, end, letters = broad_hours(what)
    return PartOfDay(start, end, letters, what)
