"""Prayers and the meals of the fast as parts of a day: after Friday prayers, before iftar on Sunday, during the Isha prayer.

They stand before the parts of the day, whose words they hold ("noon prayers"). A rite between a part and its day does not
part them: "after evening prayers last night" is one phrase.
"""

from dashboard.temporal.calendar.sun import Nearness, is_solar, rite_of
from dashboard.temporal.calendar.units import Unit
from dashboard.temporal.expressions import (
    TODAY,
    Calendar,
    DayPart,
    Expression,
    LastMentioned,
    Length,
    Range,
    Shift,
)
from dashboard.temporal.lexing.tokens import Node
from dashboard.temporal.rules.engine import Produced, RuleFamily
from dashboard.temporal.rules.relative import expression, hours_of
from dashboard.temporal.rules.rite_words import (
    FRIDAY,
    NEARER,
    OF_FRIDAY,
    hours_of_rite,
    is_just_beside,
    is_matter_of_hours,
    part_of_rite,
    prayer_of_day,
    rite_node,
    side_of,
    side_told,
)
from dashboard.text import Span

RITES = RuleFamily()
_AN_HOUR = 60  # minutes
BEFORE_STEPS = RuleFamily()  # before "following Friday" is read as the Friday after
_NEAR = "<length>? <shortly>? (<before:before|before-or-ago> | <after:after|following>)"
_OPENS = "at | around | in | to | since | until | by | from | praying"
_NAME = "<name:part|prayer|weak-prayer|meal>"
_ALSO = "(open part|prayer|weak-prayer|meal close)?"
_GLOSS = "(open <gloss:prayer|weak-prayer|meal> rite? close)?"


@RITES.rule(
    "<day> prayers",
    f"{_NEAR} praying? edge? the? weekly-rite? part? <day> apostrophe? weekly-rite? {_NAME}? (rite | sermon)",
    f"weekly-rite? part? <day> apostrophe? weekly-rite? {_NAME}? (rite | sermon)",
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
    prayer = prayer_of_day(day.value, name)
    nearness = side_told(before, after, shortly, length)
    if not prayer or nearness is None:
        return None
    return "rite-time", DayPart(expression(day), hours_of_rite(prayer, nearness))


BEFORE_STEPS.rule(
    "<day> prayers",
    f"<after:following> praying? the? weekly-rite? part? <day> apostrophe? weekly-rite? {_NAME}? rite",
)(rite_of_day)


@RITES.rule(
    "before <prayer>",
    f"{_NEAR} praying? edge? the? weekly-rite? {_NAME} {_ALSO} rite {_GLOSS}",
    f"{_NEAR} praying? edge? the? <name:meal> time-word?",
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
    nearness = side_told(before, after, shortly, length)
    return rite_node(gloss or name, nearness) if nearness else None


@RITES.rule("<part> service", "(before | after) the? <part> service", "<part> service")
def service_of_part(part: Node) -> Produced:
    """The morning Mass, after the evening service: in that part of the day all the same."""
    return "part-service", part.value


@RITES.rule(
    "<part> service of <day>",
    "<part:part-service> comma? (on | of | in)? (the | at)? <day>",
    "<day> apostrophe? <part:part-service>",
    "{at | around | in | to | after | before | for} the? <part:part-service>",
)
def service_of_day(part: Node, day: Node | None = None) -> Produced:
    """After the morning Mass on Sunday, Sunday's evening service."""
    return "time", DayPart(expression(day) if day else LastMentioned(unsaid=True), hours_of(part))


@RITES.rule("before <prayer>", f"<length>? <side:part|after-dark> rite {_GLOSS}")
def beside_rite_in_words(side: Node, length: Node | None = None, gloss: Node | None = None) -> Produced:
    """Before dawn prayers: "before dawn" is a word of its own."""
    name, nearness = side_of(side)
    if not nearness or (length and not is_matter_of_hours(length)):
        return None
    prayer = str(gloss.value) if gloss else rite_of(name)
    return part_of_rite(
        prayer, NEARER.get(nearness, nearness) if length and is_just_beside(length) else nearness
    )


@RITES.rule("<length> before <sun>", "<length> <side:part|after-dark>")
def beside_sun(length: Node, side: Node) -> Produced:
    """Minutes before dawn, an hour after sunset: not the whole night before it."""
    name, nearness = side_of(side)
    if nearness not in NEARER or not is_matter_of_hours(length):
        return None
    start, end = hours_of(side).start, hours_of(side).end
    if not is_just_beside(length):
        return _counted_from(length, side, name, nearness)
    if nearness is Nearness.BEFORE:
        return "lone-part", [end - 3, end - 1, hours_of(side).letters, name, Nearness.JUST_BEFORE]
    return "after-dark", [start, start + 4, hours_of(side).letters, name, Nearness.JUST_AFTER]


def _counted_from(length: Node, side: Node, name: str, nearness: Nearness) -> Produced:
    """Two hours after sunset: counted from it, and an hour's worth of the usual hours where no place is known."""
    amount = length.value.count if isinstance(length.value, Length) else None
    if amount is None or not is_solar(name):
        return side.kind, side.value
    hours, part = round(amount), hours_of(side)
    at = part.end - hours if nearness is Nearness.BEFORE else part.start + hours
    return "lone-part", [at - 1, at + 1, part.letters, name, nearness, hours * _AN_HOUR]


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
    f"{{{_OPENS}}} the? weekly-rite? {_NAME} {_ALSO} rite {_GLOSS}",
    f"for the? weekly-rite? {_NAME} {_ALSO} rite {_GLOSS}",
    f"{{{_OPENS}}} the? <name:meal> time-word?",
    f"{_NAME} {_ALSO} rite {_GLOSS} {{(on | of | comma)? (day | tonight)}}",
    "<name:meal> time-word? {(on | of | comma)? (day | tonight)}",
    f"{{(day | tonight) (comma | dash)? (at | in)? the?}} {_NAME} {_ALSO} rite",
    "{at | around | since | until} the? <name:prayer> time-word? {not rite}",
)
def rite(name: Node, gloss: Node | None = None) -> Produced:
    """During the Isha prayers; at Maghrib; the dawn prayers on Friday."""
    return rite_node(gloss or name, Nearness.AT)


@RITES.rule(
    "between <prayer> and <prayer>",
    "{between the?} <first:prayer> rite? and the? <last:prayer|weak-prayer> rite? (on? <day>)?",
)
def between_rites(first: Node, last: Node, day: Node | None = None) -> Produced:
    """Between Maghrib and Isha."""
    of: Expression = expression(day) if day else LastMentioned(unsaid=True)
    begun, over = (DayPart(of, hours_of_rite(str(each.value), Nearness.AT)) for each in (first, last))
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
    weekly = hours.sun is not None and hours.sun.name == OF_FRIDAY
    day: Expression = Calendar(weekday=FRIDAY) if weekly else LastMentioned(unsaid=True)
    return "rite-name" if rite.kind == "rite-name" else "time", DayPart(day, hours)
