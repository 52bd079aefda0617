"""What French says in an order of its own: "lundi dernier", "les 24 dernières heures", "la veille", "à 14 heures".

Most of French is read by the rules of the other languages through shared kinds of words; here stands the rest.
"""

from dashboard.temporal.calendar.units import Unit
from dashboard.temporal.expressions import From, Length, Shift, Window, Years
from dashboard.temporal.lexing.tokens import Node
from dashboard.temporal.rules.engine import Produced, RuleFamily
from dashboard.temporal.rules.numbers import as_int
from dashboard.temporal.rules.relative import expression

CLOCKS_SAID = RuleFamily()
BEFORE_AMOUNTS = RuleFamily()
ADJECTIVE_LAST = RuleFamily()
_BEFORE_A_CLOCK = "at-or-to | around-clock"
_HOURS, _HALF_DAY = 24, 12


@CLOCKS_SAID.rule(
    "<number> hours, a clock time",
    f"{{({_BEFORE_A_CLOCK}) about?}} (<tens> dash)? <hour:number|tens> <unit:unit|units> <minutes:number>?",
    "{between (clock | hour-figure) and} (<tens> dash)? <hour:number|tens> <unit:unit|units> <minutes:number>?",
)
def hours_of_a_clock(
    hour: Node, unit: Node, minutes: Node | None = None, tens: Node | None = None
) -> Produced:
    """À 14 heures, vers 3 heures 30; without such a word before it is a length."""
    stated = as_int(hour) + (as_int(tens) if tens else 0)
    if unit.value != Unit.HOUR or stated > _HOURS:
        return None
    return "clock", f"{stated}:{as_int(minutes):02d}" if minutes else str(stated)


@CLOCKS_SAID.rule(
    "<hour>h",
    f"{{({_BEFORE_A_CLOCK} | at | around | between | from | to | until | since | by | of-or-from | and | day | weekday | since-for | comma) about?}} <hour:hour-figure>",
    "{after | before} <hour:hour-figure> {not of}",
    "<late:hour-figure> {on? (weekday | deictic)}",
    "<late:hour-figure> {(dash | to | until) (hour-figure | clock)}",
    "{clock dash} <late:hour-figure>",
)
def hour_in_short(hour: Node | None = None, late: Node | None = None) -> Produced:
    """À 14h, from 14h to 17h, 15h on Monday; "3h on Monday" may be a length."""
    told = hour or late
    figure = int(str(told.value).removesuffix("h")) if told else 0
    return ("clock", str(figure)) if hour or figure > _HALF_DAY else None


@BEFORE_AMOUNTS.rule(
    "past <length>",
    "<number:number|vague> past-span <unit:unit|units|night>",
    "these? past-span <number> <unit:unit|units>",
    "past-span <unit:units>",
)
def past_lengths(unit: Node, number: Node | None = None) -> Produced:
    """Les 24 dernières heures, ces derniers jours."""
    count = as_int(number) if number and number.kind == "number" else None
    return "window", Window(Length(str(unit.value), count))


@BEFORE_AMOUNTS.rule("next <length>", "<number:number|vague> next <unit:unit|units>")
def next_lengths(unit: Node, number: Node) -> Produced:
    """Les deux prochains jours."""
    count = as_int(number) if number.kind == "number" else None
    return "window", Window(Length(str(unit.value), count), ahead=True)


@BEFORE_AMOUNTS.rule(
    "the years <decade>", "{the} <unit:units> <decade:year|number> {not to|and|dash|comma|until}"
)
def years_of_a_decade(unit: Node, decade: Node) -> Produced:
    """Les années 1990, les années 90."""
    first = as_int(decade) if as_int(decade) > 99 else 1900 + as_int(decade)
    return ("when", Years(first, 10)) if unit.value == Unit.YEAR and not first % 10 else None


@ADJECTIVE_LAST.rule("since <length>", "{since-for about?} <length>")
def for_so_long(length: Node) -> Produced:
    """Depuis deux jours: it began so long ago and goes on."""
    stated = length.value
    if not isinstance(stated, Length) or stated.count is None or stated.count % 1:
        return None
    return "when", Shift(stated.unit, -int(stated.count))


@ADJECTIVE_LAST.rule("the day before or after <day>", "the? <step:told-day> of the? <day>")
def beside_a_day(step: Node, day: Node) -> Produced:
    """La veille de Noël, le lendemain du 3 mars."""
    return "day", From(expression(day), Unit.DAY, as_int(step))


@ADJECTIVE_LAST.rule("the day before or after", "the? <step:told-day> {not of}")
def beside_the_last_day(step: Node) -> Produced:
    """Le lendemain, la veille: from the day last mentioned."""
    return "day", Shift(Unit.DAY, as_int(step), from_mentioned=True)


@ADJECTIVE_LAST.rule("in <length>", "in-or-ahead <length>")
def ahead(length: Node) -> Produced:
    """Dans deux jours."""
    stated = length.value
    if not isinstance(stated, Length) or not stated.count:
        return None
    return "when", Shift(stated.unit, int(stated.count))
