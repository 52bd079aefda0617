"""Amounts and steps in languages that put the noun first: "the hours past", "the month current", "ago two days".

Their words are kinds of their own (``last-after`` follows its noun), so that no pattern here ever matches a
language with the other order. Productions are shared where only the order differs.
"""

from dashboard.temporal.calendar.units import Unit
from dashboard.temporal.expressions import (
    Ago,
    Calendar,
    DayCount,
    Edge,
    Every,
    From,
    LastMentioned,
    Later,
    Length,
    MonthStep,
    SeasonOf,
    Shift,
    ThisPeriod,
    Weekday,
    Window,
)
from dashboard.temporal.lexing.tokens import Node
from dashboard.temporal.rules.engine import Produced, RuleFamily
from dashboard.temporal.rules.numbers import and_a_half, as_int, half_a_unit, number_of_units
from dashboard.temporal.rules.relative import expression

NUMBERS_NOUN_FIRST = RuleFamily()
STEPS_NOUN_FIRST = RuleFamily()
_STEPS = {"last-after": -1, "this-after": 0, "next-after": 1, "previous-after": -1, "following-after": 1}
_HALF_A_DAY = 12  # "since 36 hours" is how long, "since two hours" when
_UNITS = "unit|units|day-noun|hour-noun"


@NUMBERS_NOUN_FIRST.rule("year, named as one", "<unit> <year>")
def year_named(unit: Node, year: Node) -> Produced:
    """The year 2018."""
    return ("year", year.value) if unit.value == Unit.YEAR and unit.kind == "unit" else None


@NUMBERS_NOUN_FIRST.rule("ones and tens", "<ones:number|ordinal> and <tens:tens-last>")
def ones_and_tens(ones: Node, tens: Node) -> Produced:
    """Five and twenty, the fifth and twentieth."""
    return (ones.kind, as_int(ones) + as_int(tens)) if 0 < as_int(ones) < 10 else None


@NUMBERS_NOUN_FIRST.rule(
    "the tens as an ordinal", "{in | day-noun} <tens:tens-last> {from | month | hijri-month}"
)
def tens_as_ordinal(tens: Node) -> Produced:
    """On the twentieth of May."""
    return "ordinal", as_int(tens)


@NUMBERS_NOUN_FIRST.rule("tens", "<tens:tens-last>")
def tens_alone(tens: Node) -> Produced:
    """Twenty."""
    return "number", as_int(tens)


@NUMBERS_NOUN_FIRST.rule("two <unit>", "<unit:dual>")
def two_units(unit: Node) -> Produced:
    """Two days, in one word."""
    return "length", Length(str(unit.value), 2)


NUMBERS_NOUN_FIRST.rule("half a <unit>", "-a|and|dash|number half <unit>")(half_a_unit)
NUMBERS_NOUN_FIRST.rule(
    "<number> <unit>",
    "<number> <unit:units|day-noun>",
    "<number> <unit> {last-after | next-after}",
    "{(before-or-ago | since-or-ago | after-first) about?} <number> <unit>",
)(number_of_units)
NUMBERS_NOUN_FIRST.rule(
    "<number> and a half <unit>", "<number> <unit:units|unit> and half", "<unit> and half"
)(and_a_half)


@NUMBERS_NOUN_FIRST.rule("<unit> one", "<unit:unit|day-noun> <number>")
def one_unit(unit: Node, number: Node) -> Produced:
    """One day, the number behind."""
    return ("length", Length(str(unit.value), 1)) if as_int(number) == 1 else None


@NUMBERS_NOUN_FIRST.rule("quarter of an hour", "quarter-noun <unit>")
def quarter_hour(unit: Node) -> Produced:
    """A quarter of an hour."""
    return ("length", Length(Unit.MINUTE, 15)) if unit.value == Unit.HOUR else None


@NUMBERS_NOUN_FIRST.rule("some <unit>", "vague <unit:units>")
def some(unit: Node) -> Produced:
    """A few days."""
    return "length", Length(str(unit.value), None)


@NUMBERS_NOUN_FIRST.rule(
    "past <length>",
    "<unit:units> the? <number:number|vague>? last-after",
    "the? <length> last-after",
    "past-span (<length> | <unit:units>)",
)
def past_window(unit: Node | None = None, number: Node | None = None, length: Node | None = None) -> Produced:
    """The past hours, the three past days, the past 24 hours."""
    return "window", Window(_amount(unit, number, length))


@NUMBERS_NOUN_FIRST.rule(
    "next <length>", "<unit:units> <number:number|vague>? next-after", "<length> next-after"
)
def next_window(unit: Node | None = None, number: Node | None = None, length: Node | None = None) -> Produced:
    """The coming hours, the next two days."""
    return "window", Window(_amount(unit, number, length), ahead=True)


@STEPS_NOUN_FIRST.rule(
    "<length> after <day>",
    "(after-first | <back:before-or-ago>) about? (<length> | <unit:unit|day-noun>) from <day:day|month-of|year-of>",
)
def from_a_day(
    day: Node, length: Node | None = None, unit: Node | None = None, back: Node | None = None
) -> Produced:
    """Two days after 19 May."""
    amount = _amount(unit, None, length, one=True)
    count = round(amount.count or 1)
    return "when", From(expression(day), amount.unit, -count if back else count)


@STEPS_NOUN_FIRST.rule(
    "<length> later", "<that:after-that|before-that> in about? (<length> | <unit:unit|day-noun>)"
)
def after_that(that: Node, length: Node | None = None, unit: Node | None = None) -> Produced:
    """After that by two days."""
    amount = _amount(unit, None, length, one=True)
    count = round(amount.count or 1)
    return "when", Shift(amount.unit, -count if that.kind == "before-that" else count, from_mentioned=True)


@STEPS_NOUN_FIRST.rule(
    "<length> ago",
    "before-or-ago about? (<length> | <unit:unit|units>)",
    "before-or-ago <unit:day-noun> {comma | dot | in | and}",  # "before the day of …" names what follows
    "{<since:since-or-ago>} about? (<length> | <unit:unit|units>)",
)
def ago(length: Node | None = None, unit: Node | None = None, since: Node | None = None) -> Produced:
    """Three days ago, hours ago; "for three days" is said alike, and the words around tell which."""
    amount = _amount(unit, None, length, one=unit is not None and unit.kind in ("unit", "day-noun"))
    count = amount.count
    if since and count and amount.unit == Unit.HOUR and count >= _HALF_A_DAY:
        return "ago", Window(amount)
    step = Ago(amount) if count is None or count % 1 else Shift(amount.unit, -int(count))
    return "ago" if since else "when", step


@STEPS_NOUN_FIRST.rule("after <length> of …", "{after-first about?} <length> {from}")
def after_so_long(length: Node) -> Produced:
    """After two years of siege: how long something went on."""
    return "amount", length.value


@STEPS_NOUN_FIRST.rule("<length> later", "after-first (<length> | <unit:unit>)")
def later(length: Node | None = None, unit: Node | None = None) -> Produced:
    """After two days: from the time last mentioned, or from now where the words look ahead; longer ones tell what went before."""
    amount = _amount(unit, None, length, one=True)
    if amount.unit not in (Unit.HOUR, Unit.DAY, Unit.WEEK) or not amount.count:
        return None
    return "when", Later(amount.unit, round(amount.count))


@STEPS_NOUN_FIRST.rule("before", "<word:before-or-ago>")
def plain_before(word: Node) -> Produced:  # noqa: ARG001 - the word itself says nothing more
    """Before, where no length follows."""
    return "before", "before"


@STEPS_NOUN_FIRST.rule(
    "day of a count",
    "<deictic> <number:ordinal> consecutive",
    "<deictic:deictic|day-noun> <number:ordinal> {for | from}",
    "<deictic:day-noun> <number:ordinal> consecutive",
    "{for} <deictic:deictic|day-noun> <number:ordinal>",
)
def day_of_a_count(number: Node, deictic: Node) -> Produced:
    """The third day in a row, the third day of the truce; "the day" is the word for today."""
    return None if as_int(deictic) else ("day", DayCount(as_int(number)))


@STEPS_NOUN_FIRST.rule("its <ordinal> day", "its-day <number:ordinal>")
def its_day(number: Node) -> Produced:
    """Its sixth day: the count has come to the reference day."""
    return "day", DayCount(as_int(number))


@STEPS_NOUN_FIRST.rule(
    "the following <unit>",
    f"<unit:{_UNITS}|deictic> <step:following-after|previous-after>",
)
def stepped_from_mentioned(unit: Node, step: Node) -> Produced:
    """The following day, the previous week: from the time last mentioned."""
    return "when", Shift(_unit(unit), _STEPS[step.kind], from_mentioned=True)


@STEPS_NOUN_FIRST.rule(
    "that <unit>",
    f"<unit:{_UNITS}|deictic> same-after",
    f"that-before <unit:{_UNITS}|deictic>",
    "{day-noun} <unit:same-after>",
)
def that_unit(unit: Node) -> Produced:
    """The same day, that year."""
    letters = _unit(unit)
    return "when", LastMentioned() if letters == Unit.DAY else Shift(letters, 0, from_mentioned=True)


@STEPS_NOUN_FIRST.rule(
    "last <unit>", f"<unit:{_UNITS}> <step:last-after|this-after|next-after>", "<step:this> <unit>"
)
def stepped_unit(unit: Node, step: Node) -> Produced:
    """Last week, the current month, next year."""
    if step.kind == "last-after" and unit.value in (Unit.HOUR, Unit.MINUTE):
        return "window", Window(Length(str(unit.value), 1))
    return "when", Shift(str(unit.value), _STEPS.get(step.kind, 0))


@STEPS_NOUN_FIRST.rule("last <weekday>", "<day> <step:last-after|this-after|next-after>")
def stepped_weekday(day: Node, step: Node) -> Produced:
    """Saturday last, Friday next."""
    name = day.value
    if not isinstance(name, Calendar) or name.weekday is None or name.day is not None:
        return None
    return "day", Weekday(name.weekday, _STEPS[step.kind])


@STEPS_NOUN_FIRST.rule("last <month>", "<month:month-of> <step:last-after|this-after|next-after>")
def stepped_month_after(month: Node, step: Node) -> Produced:
    """May last, March next."""
    name = month.value
    if not isinstance(name, Calendar) or name.year is not None or name.month is None:
        return None
    return "month-of", MonthStep(name.month, _STEPS[step.kind])


@STEPS_NOUN_FIRST.rule("last <season>", "<season:season|weak-season> <step:last-after|this-after|next-after>")
def stepped_season(season: Node, step: Node) -> Produced:
    """Summer last."""
    letters, month = season.value if isinstance(season.value, list) else ("", 1)
    return "when", SeasonOf(str(letters), int(month), shift=_STEPS[step.kind])


@STEPS_NOUN_FIRST.rule("every <unit>", "every <unit:day-noun|hour-noun|units>")
def every_unit(unit: Node) -> Produced:
    """Every day."""
    return "set", Every(Length(str(unit.value), 1).value)


@STEPS_NOUN_FIRST.rule("<edge> of the <unit>", "<edge> <unit>")
def edge_of_unit(edge: Node, unit: Node) -> Produced:
    """The beginning of the year: the current one; of a month the one told of."""
    if unit.value not in (Unit.WEEK, Unit.MONTH, Unit.YEAR) or unit.kind != "unit":
        return None
    which = edge.value[0] if isinstance(edge.value, list) else "MID"
    told = unit.value == Unit.MONTH
    return "when", Edge(ThisPeriod(Unit.MONTH) if told else Shift(str(unit.value), 0), str(which))


def _unit(node: Node) -> str:
    """The unit's letters; the word for today is the word for the day."""
    return node.value if isinstance(node.value, str) and node.kind != "same-after" else Unit.DAY


def _amount(unit: Node | None, number: Node | None, length: Node | None, *, one: bool = False) -> Length:
    if length and isinstance(length.value, Length):
        return length.value
    count = as_int(number) if number and number.kind == "number" else 1 if one else None
    return Length(str(unit.value) if unit else Unit.DAY, count)
