"""Numbers in words, and amounts of time."""

from dashboard.temporal.expressions import Length
from dashboard.temporal.rules.engine import Grammar, Produced
from dashboard.temporal.tokens import Node

NUMBERS = Grammar()
_LONGEST = 100_000


@NUMBERS.rule("tens and ones", "<tens> dash? <number>", "<tens>")
def tens_and_ones(tens: Node, number: Node | None = None) -> Produced:
    """Twenty-five."""
    ones = as_int(number) if number else 0
    return ("number", as_int(tens) + ones) if ones < 10 else None


@NUMBERS.rule("tens and ordinal", "<tens:number> dash <ordinal>")
def tens_and_ordinal(tens: Node, ordinal: Node) -> Produced:
    """Twenty-first."""
    return ("ordinal", as_int(tens) + as_int(ordinal)) if as_int(tens) in range(20, 100, 10) else None


@NUMBERS.rule("half a <unit>", "half a <unit>", "a half dash? <unit>")
def half_a_unit(unit: Node) -> Produced:
    """Half an hour."""
    return "length", Length(str(unit.value), 0.5)


@NUMBERS.rule("<number> and a half <unit>", "<number> and a half <unit>", "(a|<number>) <unit> and a half")
def and_a_half(unit: Node, number: Node | None = None) -> Produced:
    """Two and a half years."""
    return "length", Length(str(unit.value), (as_int(number) if number else 1) + 0.5)


@NUMBERS.rule("<number> <unit>", "<number> consecutive? <unit:unit|night>", "<number> dash <unit>")
def number_of_units(number: Node, unit: Node) -> Produced:
    """36 hours, a two-day truce, three nights."""
    if as_int(number) > _LONGEST:
        return None
    return "length", Length(str(unit.value), as_int(number))


@NUMBERS.rule("<number> to <number> <unit>", "<low:number> (to|dash|or) <length>")
def range_of_units(low: Node, length: Node) -> Produced:
    """Two to three weeks: TIMEX3 has room for one number, the upper one."""
    value = length.value
    return ("length", value) if isinstance(value, Length) and as_int(low) < (value.count or 0) else None


@NUMBERS.rule("a <unit>", "a <unit>")
def a_unit(unit: Node) -> Produced:
    """A month; "a second" is more often another one than a sixtieth of a minute."""
    return None if unit.value == "TS" else ("length", Length(str(unit.value), 1))


@NUMBERS.rule(
    "some <unit>", "vague <unit:unit|night>", "{in the? (past-span|last)?} <unit> {ago}", "<unit> {ago}"
)
def some_units(unit: Node) -> Produced:
    """A few days, several months, (days) ago."""
    return "length", Length(str(unit.value), None)


@NUMBERS.rule(
    "for <number>, unit missing", "{for} <number> {after|since|until}", "{past-span} <number> {comma|dot}"
)
def elided_hours(number: Node) -> Produced:
    """Continuing for 36 after it stopped: hours, as truces and blackouts are counted; the gap is noted."""
    return "length", Length("TH", as_int(number), elided=True)


def as_int(node: Node) -> int:
    """The node's value, which the lexer made a whole number."""
    return node.value if isinstance(node.value, int) else 0
