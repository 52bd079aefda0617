"""Seasons, quarters, halves, fiscal years: stretches of the year that reports compare with one another."""

from dashboard.temporal.calendar.periods import full_year
from dashboard.temporal.calendar.units import Unit
from dashboard.temporal.expressions import (
    Calendar,
    Edge,
    From,
    HalfOf,
    LastMentionedSpan,
    Length,
    PeriodIn,
    QuarterOf,
    QuarterTo,
    Range,
    Reported,
    SeasonOf,
    Shift,
    ThisPeriod,
    YearBefore,
)
from dashboard.temporal.lexing.tokens import Node
from dashboard.temporal.rules.engine import Produced, RuleFamily
from dashboard.temporal.rules.numbers import as_int
from dashboard.temporal.rules.relative import expression
from dashboard.text import Span

PERIODS = RuleFamily()
_STEP = {"last": -1, "previous": -1, "past-span": -1, "this": 0, "that": 0, "next": 1, "following": 1}
_WHICH = {"last": 2, "first": 1, "second": 2}


@PERIODS.rule(
    "<season> and <season> <year>",
    "the? edge? <season:season|weak-season> {comma? and the? edge? (season | weak-season) (of | in | comma)? <year:year-of>}",
)
def season_before_another(season: Node, year: Node) -> Produced:
    """The spring and early summer of 1943: the year is that of both."""
    letters, month = _season(season)
    return ("when", SeasonOf(letters, month, year.value.year)) if isinstance(year.value, Calendar) else None


@PERIODS.rule(
    "<season> <year>",
    "the? edge? <season:season|weak-season> dash? (of | in | comma)? the? <year:year-of|when>",
)
def season_of_year(season: Node, year: Node) -> Produced:
    """The spring of 1998, spring of next year."""
    letters, month = _season(season)
    if isinstance(year.value, Calendar):
        return "when", SeasonOf(letters, month, year.value.year)
    if isinstance(year.value, Shift) and year.value.unit == Unit.YEAR and not year.value.from_mentioned:
        return "when", SeasonOf(letters, month, year_shift=year.value.count)
    return None


@PERIODS.rule("<season> <year>–<year>", "the? edge? <season> (of | in)? <years:stretch>")
def season_of_two_years(season: Node, years: Node) -> Produced:
    """The winter of 2009–10, which begins in the first."""
    letters, month = _season(season)
    first = years.value.first if isinstance(years.value, Range) else None
    if letters != "WI" or not isinstance(first, Calendar) or first.month is not None:
        return None
    return "when", SeasonOf(letters, month, first.year)


@PERIODS.rule(
    "last <season>",
    "<step:last|this|next|previous|that|past-span|following> <season:season|weak-season>",
    "{in | during} the? <season:weak-season>",
    "{since | by | until | every} <season:weak-season>",
    "the <season:weak-season> {comma | dot | and}",
    "{edge dash?} <season:weak-season>",
    "the? <season>",
)
def season_alone(season: Node, step: Node | None = None) -> Produced:
    """Last summer, in the spring, summer."""
    letters, month = _season(season)
    if step is not None and step.kind == "that":
        return "when", SeasonOf(letters, month, mentioned=True)
    return "when", SeasonOf(letters, month, shift=_STEP[step.kind] if step else None)


@PERIODS.rule(
    "the quarter ended <day>",
    "the? (fiscal? dash? <number:nth|ordinal> dash?)? fiscal? <unit:unit> {comma? ended on? <day>}",
)
def quarter_ended(unit: Node, day: Node, number: Node | None = None) -> Produced:
    """The quarter ended 31 July; the second quarter ended 31 October is a company's own second."""
    counted = as_int(number) if number else None
    if unit.value != Unit.QUARTER or not (counted is None or 1 <= counted <= 4):
        return None
    return "when", QuarterTo(expression(day), counted)


@PERIODS.rule(
    "<year> <number> quarter",
    "the? <fiscal> dash? <number:ordinal> <unit>",
    "<fiscal> dash? <number:ordinal> dash <unit>",
    "the? <year:year-of> <number:nth|ordinal> <unit>",
    "<year:year-of> <number:nth|ordinal> dash <unit>",
    "<year:when> apostrophe <number:nth|ordinal> <unit>",
    "the? <number:nth|ordinal> fiscal? <unit> ((of | in | comma)? (fiscal | the)? <year:year-of|when>)?",
    "<number:nth|ordinal> dash fiscal? <unit> ((of | in | comma)? (fiscal | the)? <year:year-of|when>)?",
)
def quarter(number: Node, unit: Node, year: Node | None = None, fiscal: Node | None = None) -> Produced:
    """The third quarter of 1989, the 1989 third quarter, last year's third quarter."""
    if unit.value != Unit.QUARTER or not 1 <= as_int(number) <= 4:
        return None
    if year is None:
        return "when", QuarterOf(as_int(number), fiscal=fiscal is not None)
    if isinstance(year.value, Calendar):
        return "when", QuarterOf(as_int(number), year.value.year)
    if isinstance(year.value, Shift) and year.value.unit == Unit.YEAR:
        return "when", QuarterOf(as_int(number), None, year.value.count)
    return None


@PERIODS.rule(
    "<half> of <year>",
    "the? <which:last|past-span|latter|ordinal> half (of | in)? (fiscal | the)? <year:year-of|month-of|when>",
    "the? <which:last|past-span|latter|ordinal> half of the <unit:unit>",
)
def half_of_year(which: Node, year: Node | None = None, unit: Node | None = None) -> Produced:
    """The second half of 2008, the first half of the year."""
    number = as_int(which) if which.kind == "ordinal" else _WHICH["last"]
    if number not in (1, 2) or (unit and unit.value not in (Unit.YEAR, Unit.MONTH)):
        return None
    whole = ThisPeriod(str(unit.value)) if unit else expression(year) if year else ThisPeriod(Unit.YEAR)
    return "when", HalfOf(whole, number)


@PERIODS.rule(
    "fiscal <year>",
    "the? fiscal (<unit:unit>)? <year:year-of>",
    "the? <year:year-of> fiscal <unit:unit>",
)
def fiscal_year(year: Node, unit: Node | None = None) -> Produced:
    """Fiscal 2023, the 2023 fiscal year."""
    return None if unit and unit.value != Unit.YEAR else ("year-of", year.value)


@PERIODS.rule(
    "<quarter sign> to <quarter sign>",
    "<first:part_of_year> (dash | slash | and | to) <last:part_of_year> (of | in | comma | apostrophe | dash | slash)? <year:year-of>",
)
def quarter_signs(first: Node, last: Node, year: Node) -> Produced:
    """Q1–Q3 2023."""
    stated = _stated_year(year)
    start, end = (int(str(each.value)[1:]) for each in (first, last))
    if stated is None or start >= end or {str(each.value)[0] for each in (first, last)} - {"Q", "q"}:
        return None
    spans = Span(first.start, first.end), Span(last.start, year.end)
    return "stretch", Range(QuarterOf(start, stated), QuarterOf(end, stated), spans)


@PERIODS.rule(
    "<quarter sign> <year>",
    "<sign:part_of_year> (of | in | comma | apostrophe | dash | slash)? <year:year-of|short_year>",
    "<year:year-of> (dash | slash | comma | apostrophe)? <sign:part_of_year>",
    "<sign:part_of_year> (of | in)? <year:when>",
    "{in | since | until | by | during | the} <sign:part_of_year>",
)
def quarter_sign(sign: Node, year: Node | None = None) -> Produced:
    """Q3 2021, H1 2022; in Q1."""
    letter, number = str(sign.value)[0], int(str(sign.value)[1:])
    shift = year.value if year else None
    if isinstance(shift, Shift) and shift.unit == Unit.YEAR and not shift.from_mentioned and letter in "qQ":
        return "when", QuarterOf(number, None, shift.count)
    stated = _stated_year(year) if year else None
    if letter in "qQ":
        return "when", QuarterOf(number, stated)
    return ("when", HalfOf(Calendar(stated), number)) if stated and number <= 2 else None


@PERIODS.rule("year-end", "year-end", "the? <unit:unit> apostrophe end-noun")
def year_end(unit: Node | None = None) -> Produced:
    """By year-end, by year's end: the end of the year that the report is about."""
    if unit is not None and unit.value != Unit.YEAR:
        return None
    return "when", Edge(ThisPeriod(Unit.YEAR), "END")


@PERIODS.rule("the week of <day>", "the? <unit:unit> of the? <day>")
def week_of_a_day(unit: Node, day: Node) -> Produced:
    """The week of 6 March, the weekend of 9 March."""
    whole = unit.value in (Unit.WEEK, Unit.WEEKEND)
    return ("when", From(expression(day), str(unit.value), 0)) if whole else None


@PERIODS.rule("year-ago <period>", "year-before (<when> | <length>)")
def year_before_a_quarter(when: Node | None = None, length: Node | None = None) -> Produced:
    """The year-earlier third quarter; the year-earlier nine months are a length."""
    return ("when", YearBefore(expression(when))) if when else ("length", length.value) if length else None


@PERIODS.rule("year-ago", "year-before (<unit> | period)?")
def year_before(unit: Node | None = None) -> Produced:
    """The year-ago quarter, the year-earlier period: as long as what was last mentioned, a year before."""
    return "when", YearBefore(ThisPeriod(str(unit.value)) if unit else Reported())


@PERIODS.rule(
    "the period of <year>",
    "the? <year:year-of> (<unit> | period)",
    "(the | that | like-period) (<unit:unit> | period) (of | in)? <year:when>",
    "<like:when|in-chronicles> (of | in)? <year:when>",
    "<year:when> apostrophe (<unit> | period)",
)
def period_of_a_year(year: Node, unit: Node | None = None, like: Node | None = None) -> Produced:
    """The 1988 period, last year's quarter, the same quarter a year ago: the one like that which is reported."""
    stated = year.value
    counted = isinstance(stated, Shift) and stated.unit == Unit.YEAR
    whole = isinstance(stated, Calendar) and stated.month is None and stated.year is not None
    if (unit and unit.value != Unit.QUARTER) or not (counted or whole):
        return None
    if like and like.value not in (LastMentionedSpan(), Shift(Unit.QUARTER, 0, from_mentioned=True)):
        return None
    return "when", PeriodIn(expression(year))


@PERIODS.rule("the <unit> ended <date>", "the? fiscal? <unit> {ended}", "the? fiscal <unit>")
def the_year_ended(unit: Node) -> Produced:
    """The year ended 30 June: a length whose end is stated beside it."""
    if unit.kind == "units":
        return None
    if unit.value == Unit.QUARTER:
        return "when", ThisPeriod(Unit.QUARTER)
    return ("length", Length(Unit.YEAR, 1)) if unit.value == Unit.YEAR else None


@PERIODS.rule("the <unit>", "the more? dash? <unit>", "the week-kind <unit>", "latest <latest:period>")
def the_unit(unit: Node | None = None, latest: Node | None = None) -> Produced:
    """The quarter, the year, the weekend: the one that the report is about."""
    if latest or unit is None:
        return "when", Reported()
    stated = str(unit.value) if unit.kind == "unit" else ""
    return (
        ("when", ThisPeriod(stated))
        if stated in (Unit.WEEK, Unit.WEEKEND, Unit.MONTH, Unit.QUARTER, Unit.YEAR)
        else None
    )


@PERIODS.rule("a matter of <unit>s", "matter-of <unit:units>", "<unit:units> apart")
def no_length(unit: Node) -> Produced:
    """A matter of days, minutes apart: how little, and no time."""
    return "no-time", str(unit.value)


@PERIODS.rule("the <length>", "the latest? <first:ordinal>? <length>", "latest <length>")
def the_months(length: Node, first: Node | None = None) -> Produced:
    """The nine months, the first six months: TIMEX3 takes the article with what a report sums up."""
    amount = length.value
    months = isinstance(amount, Length) and amount.unit == Unit.MONTH and amount.count
    return ("length", amount) if months and (first is None or as_int(first) == 1) else None


@PERIODS.rule("<unit>s", "the? <unit:units>")
def bare_units(unit: Node) -> Produced:
    """Weeks, months: a length that nobody counted."""
    return "length", Length(str(unit.value), None)


@PERIODS.rule("<edge> <date>", "the? <edge> (in | of | dash)? (the | this)? <whole:month-of|year-of|when>")
def edge_of(edge: Node, whole: Node) -> Produced:
    """Early May, the late 1990s."""
    which = edge.value[0] if isinstance(edge.value, list) else "MID"
    return whole.kind, Edge(expression(whole), str(which))


def _stated_year(node: Node) -> int | None:
    if node.kind == "short_year":
        return full_year(int(str(node.value)[1:]))
    return node.value.year if isinstance(node.value, Calendar) else None


def _season(node: Node) -> tuple[str, int]:
    letters, month = node.value if isinstance(node.value, list) else ("", 1)
    return str(letters), int(month)
