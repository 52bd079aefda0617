"""Numbers in words, and amounts of time."""

from dashboard.temporal.calendar.units import Unit
from dashboard.temporal.expressions import Every, Length
from dashboard.temporal.lexing.tokens import Node
from dashboard.temporal.rules.engine import Produced, RuleFamily

FIGURES = RuleFamily()  # what one number is; runs before anything counts with it
NUMBERS = RuleFamily()
_CENTURIES = range(15, 21)
_LONGEST = 10**12
_FRACTION = 3  # "three quarters" are a fraction


@FIGURES.rule(
    "year in words",
    "<number> <tens> (dash? <ones:number>)?",
    "the? <unit:unit> <thousands:number> number-word (and? <ones:number>)?",
)
def year_in_words(
    number: Node | None = None,
    tens: Node | None = None,
    ones: Node | None = None,
    thousands: Node | None = None,
    unit: Node | None = None,
) -> Produced:
    """Nineteen ninety-six, the year two thousand."""
    last = as_int(ones) if ones else 0
    if thousands and unit:
        if unit.value != Unit.YEAR:
            return None
        return ("year", as_int(thousands) * 1000 + last) if as_int(thousands) in (1, 2) else None
    if number is None or tens is None or as_int(number) not in _CENTURIES or last > 9:
        return None
    return "year", as_int(number) * 100 + as_int(tens) + last


@FIGURES.rule("tens and ones", "<tens> dash? <number>", "<tens>")
def tens_and_ones(tens: Node, number: Node | None = None) -> Produced:
    """Twenty-five."""
    ones = as_int(number) if number else 0
    return ("number", as_int(tens) + ones) if ones < 10 else None


@FIGURES.rule("tens and ordinal", "<tens:number> dash <ordinal>")
def tens_and_ordinal(tens: Node, ordinal: Node) -> Produced:
    """Twenty-first."""
    return ("ordinal", as_int(tens) + as_int(ordinal)) if as_int(tens) in range(20, 100, 10) else None


@FIGURES.rule(
    "age", "<number> dash? <unit:unit|units> dash? old", "-number|last|past-span <unit:unit> dash old"
)
def age(unit: Node, number: Node | None = None) -> Produced:
    """A 6-year-old: how old somebody is, not when; of a truce or a war it is how long that has lasted (context/names.py)."""
    if number is None and unit.kind == "units":
        return "length", Length(str(unit.value), None)  # "a years-old dispute"
    return "age", Length(str(unit.value), as_int(number) if number else 1)


@NUMBERS.rule("<number> 1/2 <unit>", "<number> dash? half-sign dash? <unit>")
def number_and_a_half(number: Node, unit: Node) -> Produced:
    """2 1/2 years."""
    return "length", Length(str(unit.value), as_int(number) + 0.5)


def and_a_half(unit: Node, number: Node | None = None) -> Produced:
    """Two and a half years."""
    return "length", Length(str(unit.value), (as_int(number) if number else 1) + 0.5)


@NUMBERS.rule("half a <unit>", "half a <unit>", "a half dash? <unit>")
def half_a_unit(unit: Node) -> Produced:
    """Half an hour."""
    return "length", Length(str(unit.value), 0.5)


@NUMBERS.rule(
    "<number> <unit>", "<number> (consecutive | more)? <unit:unit|night|glued-unit>", "<number> dash <unit>"
)
def number_of_units(number: Node, unit: Node) -> Produced:
    """36 hours, a two-day truce, three nights."""
    if as_int(number) > _LONGEST or (unit.value == Unit.QUARTER and as_int(number) <= _FRACTION):
        return None
    return "length", Length(str(unit.value), as_int(number))


@NUMBERS.rule(
    "<number> thousand <unit>",
    "(a | <number>) <scale:number-word|scale> dash? <unit:unit>",
)
def scaled_units(scale: Node, unit: Node, number: Node | None = None) -> Produced:
    """Ten thousand years, a million years."""
    return "length", Length(str(unit.value), (as_int(number) if number else 1) * as_int(scale))


@NUMBERS.rule("<unit>-long", "-number|vague|dash <unit> long-lasting", "<length> long-lasting")
def unit_long(unit: Node | None = None, length: Node | None = None) -> Produced:
    """A day-long visit, a years-long feud."""
    if unit is None:
        return ("length", length.value) if length else None
    return "length", Length(str(unit.value), None if unit.kind == "units" else 1)


@NUMBERS.rule("several-<unit>", "(vague | multi) dash <unit:unit>")
def several_unit(unit: Node) -> Produced:
    """A several-year tenure, a multi-day march."""
    return "length", Length(str(unit.value), None)


@NUMBERS.rule("<number> to <number> <unit>", "<low:number> (to | dash | or) <length>")
def range_of_units(low: Node, length: Node) -> Produced:
    """Two to three weeks: TIMEX3 has room for one number, the upper one."""
    value = length.value
    return ("length", value) if isinstance(value, Length) and as_int(low) < (value.count or 0) else None


@NUMBERS.rule("<number> quarters", "{past-span | last | next | following | ordinal} <number> <unit:unit>")
def number_of_quarters(number: Node, unit: Node) -> Produced:
    """The past two quarters: beside such words no fraction."""
    return "length", Length(str(unit.value), as_int(number))


@NUMBERS.rule("twice a <unit>", "number? how-often (a | per | every) <unit:unit>")
def so_often(unit: Node) -> Produced:
    """Twice a week, three times a day."""
    return "set", Every(Length(str(unit.value), 1).value)


@NUMBERS.rule("a <unit>", "a more? <unit>")
def a_unit(unit: Node) -> Produced:
    """A month; "a second" is more often another one than a sixtieth of a minute."""
    if unit.kind == "units" or unit.value in (Unit.SECOND, Unit.QUARTER):
        return None
    return "length", Length(str(unit.value), 1)


@NUMBERS.rule(
    "some <unit>",
    "vague more? <unit:unit|night>",
    "{in the? (past-span | last)?} <unit> {ago}",
    "<unit> {ago}",
    "<unit:units> {later | earlier}",
)
def some_units(unit: Node) -> Produced:
    """A few days, several months, (days) ago."""
    return "length", Length(str(unit.value), None)


@NUMBERS.rule(
    "for <number>, unit missing",
    "{for} <number> {after | since | until}",
    "{past-span} <number> {comma | dot}",
)
def elided_hours(number: Node) -> Produced:
    """Continuing for 36 after it stopped: hours, as truces and blackouts are counted; the gap is noted."""
    return "length", Length(Unit.HOUR, as_int(number), elided=True)


def as_int(node: Node) -> int:
    """The node's value, which the lexer made a whole number."""
    return node.value if isinstance(node.value, int) else 0
