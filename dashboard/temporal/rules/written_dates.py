"""Dates in the forms that logs, forms and speech give them: 04-Mar-2024, January twenty ninth, Sat 16th, Sat 10am."""

from dashboard.temporal.calendar.periods import full_year
from dashboard.temporal.expressions import Calendar, NoDay
from dashboard.temporal.lexing.tokens import Node
from dashboard.temporal.rules.engine import Produced, RuleFamily
from dashboard.temporal.rules.numbers import as_int

ORDINALS_SAID = RuleFamily()  # before a number in words is read by itself
WRITTEN_DATES = RuleFamily()  # before a number and a month are
_BEFORE_YEARS = "(in | since | until | by | during | throughout | of | from | to | between | before | after)"
_HUNDREDS = range(11, 20)
_STROKE = "(slash | dash | dot)"
_OFTEN_OF_THINGS = 3  # the first, second, third in a series
_ENDS = "comma | dot | close | open | dash | at"
_BEHIND = "(comma | dot | close | open | at | in)"
_ENDS_A_DAY = f"((and | to | until | dash) weekday number)? {_BEHIND}"
_IN_FIGURES = 2  # characters of a day in figures


@ORDINALS_SAID.rule("tens and ordinal", "<tens:tens> dash? <ordinal>")
def ordinal_said(tens: Node, ordinal: Node) -> Produced:
    """Twenty ninth, thirty-first."""
    ones = as_int(ordinal)
    return ("ordinal", as_int(tens) + ones) if ones < 10 else None


@WRITTEN_DATES.rule(
    "<day>/<month>/<year>",
    f"<day:number> {_STROKE} <month:month|weak-month> {_STROKE} <year:year|number>",
    f"<month:month|weak-month> {_STROKE} <day:number> {_STROKE} <year:year>",
    f"<year:year> {_STROKE} <month:month|weak-month> {_STROKE} <day:number>",
    "<month:month|weak-month> <day:number> dash <year:year> {not month|weak-month|dash}",
    "<year:year> slash <day:number|nth> <month:month|weak-month> {not year}",
    "<year:year> slash <month:month|weak-month> <day:number|nth> {not comma? year}",
    "<year:year> <month:month|weak-month> <day:number|nth> {not unit|units|number-word}",
)
def between_strokes(day: Node, month: Node, year: Node) -> Produced:
    """17/Nov/2022, 04-Mar-24, 2024-Feb-17, March 11 - 2025, "2018 – 6 January: …"."""
    stated = full_year(as_int(year))
    if year.kind == "number" and len(str(as_int(year))) > len("24"):
        return None
    if not 1 <= as_int(day) <= 31:
        return ("day", NoDay(stated, as_int(month), as_int(day))) if as_int(day) < 100 else None
    return "day", Calendar(stated, as_int(month), as_int(day))


@WRITTEN_DATES.rule(
    "<weekday> the <day>",
    f"<weekday:weekday|short-weekday> comma? the <day:ordinal> {{{_ENDS}}}",
    "<weekday:weekday|short-weekday> the <late:ordinal> {in}",
    "<weekday:short-weekday> dot? comma? the? <day:nth>",
    "<weekday:weekday> comma? <day:nth>",
)
def weekday_and_ordinal(weekday: Node, day: Node | None = None, late: Node | None = None) -> Produced:
    """Tuesday the twelfth, Sat 16th; "on Tuesday the first convoy" or "the first in a series" has no day of a month."""
    day = day or late
    if day is None or (late is not None and as_int(late) <= _OFTEN_OF_THINGS):
        return None
    return ("day", Calendar(None, None, as_int(day), as_int(weekday))) if 1 <= as_int(day) <= 31 else None


@WRITTEN_DATES.rule("<weekday> <day>", f"<weekday:weekday> <day:number> {{{_ENDS_A_DAY}}}")
def weekday_and_figure(weekday: Node, day: Node) -> Produced:
    """On Friday 12, in the night of Friday 12 to Saturday 13; "on Friday 12 people" and "Friday 12 hours" count."""
    in_figures = day.end - day.start <= _IN_FIGURES
    known = in_figures and 1 <= as_int(day) <= 31
    return ("day", Calendar(None, None, as_int(day), as_int(weekday))) if known else None


@WRITTEN_DATES.rule(
    "<weekday>",
    "<weekday:short-weekday> dot? {(comma | at | around | about)* clock}",
    "<weekday:short-weekday> dot? {part | midnight | overnight}",
    "{clock (on | comma)?} <weekday:short-weekday> dot?",
    f"{{on | since | until | last | next | this}} <weekday:short-weekday> {{{_ENDS}}}",
)
def short_weekday(weekday: Node) -> Produced:
    """Sat 10am, Fri night, on Wed, 6 pm Tue; "on Mon villages" and "the Sun" are no days."""
    return "day", Calendar(weekday=as_int(weekday))


@ORDINALS_SAID.rule(
    "year in words",
    "{(month | weak-month) (dot | comma | of)?} <thousands:number> number-word and? <ones:number|tens> (dash? <last:number>)?",
    f"{{{_BEFORE_YEARS}}} <thousands:number> number-word and? <ones:number|tens> (dash? <last:number>)? {{not dash|unit|units}}",
    "{(month | weak-month) (dot | comma | of)?} <century:tens> dash? <ones:number|tens> (dash? <last:number>)?",
    "{year (and | to | dash)} <thousands:number> number-word and? <ones:number|tens> (dash? <last:number>)? {not dash|unit|units}",
    f"{{{_BEFORE_YEARS}}} <nineteen:number> <hundred:number> and? <ones:number|tens> (dash? <last:number>)? {{not dash|unit|units}}",
    f"{{{_BEFORE_YEARS}}} <century:tens> dash? <ones:number|tens> (dash? <last:number>)? {{not dash|unit|units}}",
)
def year_said(
    ones: Node,
    thousands: Node | None = None,
    century: Node | None = None,
    nineteen: Node | None = None,
    hundred: Node | None = None,
    last: Node | None = None,
) -> Produced:
    """July two thousand and fourteen, in twenty twelve; names.py takes back "in two thousand and twelve villages"."""
    if last and (ones.kind != "tens" or as_int(last) > 9):
        return None
    rest = as_int(ones) + (as_int(last) if last else 0)
    if thousands is not None:
        return ("year", 2000 + rest) if as_int(thousands) == 2 and 1 <= rest <= 99 else None
    if nineteen is not None and hundred is not None:
        told = as_int(nineteen) in _HUNDREDS and as_int(hundred) == 100 and 1 <= rest <= 99
        return ("year", 100 * as_int(nineteen) + rest) if told else None
    is_ours = century is not None and as_int(century) == 20 and 10 <= rest <= 99
    return ("year", 2000 + rest) if is_ours else None
