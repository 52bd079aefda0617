"""Days, months and years as calendars write them."""

import re
from dataclasses import replace
from datetime import datetime, timedelta

from dashboard.temporal.calendar import periods as cal
from dashboard.temporal.calendar.granularity import Granularity as G
from dashboard.temporal.calendar.interval import Interval
from dashboard.temporal.calendar.timex_types import TimexType
from dashboard.temporal.calendar.units import Unit
from dashboard.temporal.expressions import Ancient, Calendar, Fixed, NoDay, Range, Years
from dashboard.temporal.lexing.tokens import Node
from dashboard.temporal.rules.engine import Produced, RuleFamily
from dashboard.temporal.rules.numbers import as_int
from dashboard.text import Span

DATES = RuleFamily()
_HUNDRED = 100
_DATES = ("<month:month|weak-month> <day:number|nth>", "<day:number|nth> <month:month|weak-month>")
_A_BLANK, _IN_FIGURES = 1, 2  # characters between a month and its day, and of a day in figures
_WEEKDAY = "<weekday:weekday|short-weekday> ((before | after) comma | dot? (comma | open)?)"  # "the Saturday before, 19 May"


@DATES.rule("ISO date", "<iso>")
def iso_date(iso: Node) -> Produced:
    """2018-05-21, with or without a clock."""
    text = str(iso.value).replace(" ", "T").rstrip("Z")
    try:
        moment = datetime.fromisoformat(text)
    except ValueError:  # 2018-02-30, 2018-13-45; a clock beside it changes nothing
        return "day", NoDay(*map(int, text[:10].split("-")))
    if len(text) == 10:
        return "day", Calendar(moment.year, moment.month, moment.day)
    start = moment.replace(second=0)
    return "time", Fixed(Interval(start, start + timedelta(minutes=1), G.MINUTE), TimexType.TIME, text[:16])


@DATES.rule(
    "numeric date",
    "<numeric> open <weekday:weekday|short-weekday> dot? close",
    f"({_WEEKDAY})? <numeric>",
)
def numeric_date(numeric: Node, weekday: Node | None = None) -> Produced:
    """21/05/2018, Monday 21/05/2018, 21/05/2018 (Monday); context/date_order.py has found which is the month."""
    if isinstance(numeric.value, NoDay):
        return "day", numeric.value
    if not isinstance(numeric.value, Calendar):  # no date at all
        return None
    return "day", replace(numeric.value, weekday=as_int(weekday)) if weekday else numeric.value


@DATES.rule(
    "<weekday>, <day> <month> <year>",
    *(f"{date} open <weekday:weekday|short-weekday> dot? close" for date in _DATES),
    *(f"{date} comma (a | the)? <weekday:weekday> {{not part|clock|number|nth|and}}" for date in _DATES),
    f"(last? {_WEEKDAY} the?)? <day:number|nth|ordinal> (dash | of)? <month:month|weak-month>"
    " (dot? (comma | of | dash | in)? <year:year|short_year>)?",
    f"(last? {_WEEKDAY})? <month:month|weak-month> dot? the? <day:number|nth|ordinal>"
    " (comma? (in | of)? <year:year|short_year>)?",
)
def day_of_month(day: Node, month: Node, weekday: Node | None = None, year: Node | None = None) -> Produced:
    """Saturday, the 19th of May 2018; May 19, 2018; May 19 (Saturday); 19 May, a Saturday; last Saturday, 19 May; 19 May; 32 May 2018, the 32nd of May."""
    if day.kind == "number" and day.start - month.end > _A_BLANK and day.end - day.start > _IN_FIGURES:
        return None  # "in April. One of them": the next sentence
    if not 1 <= as_int(day) <= 31:
        named = as_int(day) < _HUNDRED and (year or day.kind == "nth")
        return ("day", NoDay(_year(year), as_int(month), as_int(day))) if named else None
    return "day", Calendar(_year(year), as_int(month), as_int(day), as_int(weekday) if weekday else None)


@DATES.rule(
    "<month> <year>", "<month:month|weak-month> dot? (comma | of | dash | in)? <year:year|short_year>"
)
def month_and_year(month: Node, year: Node) -> Produced:
    """May 2018."""
    return "month-of", Calendar(_year(year), as_int(month))


@DATES.rule("<weekday>, day of a count", "<weekday> comma? the (nth | ordinal) consecutive? <unit> {of}")
def weekday_of_a_count(weekday: Node, unit: Node) -> Produced:
    """Monday, the 4th day of the truce: no 4th of a month."""
    return ("day", Calendar(weekday=as_int(weekday))) if unit.value == Unit.DAY else None


@DATES.rule("<weekday> the <day>", "<weekday> comma? the <day:nth>")
def weekday_and_day(weekday: Node, day: Node) -> Produced:
    """Saturday the 19th."""
    return "day", Calendar(None, None, as_int(day), as_int(weekday))


@DATES.rule(
    "day of a month not named",
    "{(on | since | until | by | from | to | before | after) the} <day:nth> {not of|unit|units|consecutive}",
    "{(on | since | until | by | from | to | before | after) the} <day:nth> {of the unit}",
    "{part of the} <day:nth> {not of|unit|units|consecutive}",
)
def bare_day(day: Node) -> Produced:
    """On the 19th."""
    return ("day", Calendar(None, None, as_int(day))) if 1 <= as_int(day) <= 31 else None


@DATES.rule(
    "<month> <year> before our era",
    "<month:month|weak-month> <year:year|number> bc",
    "the? edge? <season:season|weak-season> of? <year:year|number> bc",
    "the? <century:nth|ordinal> unit bc",
    "the? edge? <decade> bc",
)
def before_our_era(
    year: Node | None = None,
    month: Node | None = None,
    season: Node | None = None,
    century: Node | None = None,
    decade: Node | None = None,
) -> Produced:
    """August 480 BC, the spring of 480 BC, the 4th century BC, the 470s BC."""
    if century:
        return "when", Ancient(f"BC{as_int(century) - 1:02d}")
    if decade:
        return "when", Ancient(f"BC{int(re.sub(r'[^0-9]', '', str(decade.value))) // 10:03d}")
    letters = season.value[0] if season and isinstance(season.value, list) else ""
    part = f"{as_int(month):02d}" if month else str(letters)
    stated = as_int(year) if year else 0
    return "when", Ancient(f"BC{stated:04d}-{part}", stated)


@DATES.rule(
    "year before our era",
    "<year:year|number> {(dash | to | and | or) (year | number) bc}",
    "the unit <year:year|number> bc",
    "<year:year|number> bc",
)
def year_before_our_era(year: Node) -> Produced:
    """480 BC; no calendar of ours reaches back before year 1, TIMEX3's value does."""
    return "when", Ancient(f"BC{as_int(year):04d}", as_int(year))


@DATES.rule(
    "year of a chronicle before our era", "{(in | by | since | until | from | after | before)} <number>"
)
def ancient_year(number: Node) -> Produced:
    """In 490: a year where years before our era were stated, else no time."""
    year = as_int(number)
    return ("in-chronicles", Ancient(f"BC{year:04d}", year, outright=False)) if 100 <= year <= 999 else None


@DATES.rule("year of our era", "<year:year|number> ad", "ad <year:year|number>")
def year_of_our_era(year: Node) -> Produced:
    """AD 70."""
    return "when", Calendar(as_int(year))


@DATES.rule("<ordinal> century", "the? <number:nth|ordinal> dash? <unit>")
def century(number: Node, unit: Node) -> Produced:
    """The 19th century."""
    return ("when", Years((as_int(number) - 1) * 100, 100)) if unit.value == Unit.CENTURY else None


@DATES.rule("decade", "<decade>")
def decade(decade: Node) -> Produced:
    """The 1990s, the 80s."""
    digits = int(re.sub(r"\D", "", str(decade.value)))
    return "when", Years(digits if digits > 99 else 1900 + digits, 10)


@DATES.rule("decade in words", "<decade:decade-word>")
def decade_in_words(decade: Node) -> Produced:
    """The nineties."""
    return "when", Years(as_int(decade), 10)


@DATES.rule(
    "the years <year>",
    "the? <unit:units> <year> {(to | and | dash | until | comma) (year | number)}",
)
def years_named_so(unit: Node, year: Node) -> Produced:
    """In the years 1955–1957: the first of them; "the years 1990" alone is of another language."""
    return ("year-of", Calendar(as_int(year))) if unit.value == Unit.YEAR else None


@DATES.rule("the years <year>–<year>", "<the>? <unit:units> <years:stretch>")
def span_of_years(unit: Node, years: Node, the: Node | None = None) -> Produced:
    """The years 1955–1957."""
    span, first = years.value, unit if the is None else the
    if unit.value != Unit.YEAR or not isinstance(span, Range) or span.spans is None:
        return None
    if not isinstance(span.first, Calendar) or span.first.month is not None:
        return None
    return "stretch", replace(span, spans=(Span(first.start, span.spans[0].end), span.spans[1]))


@DATES.rule(
    "year",
    "<year>",
    "{in | since | until | by | from | to | of | edge | season} <year:short_year>",
    "{(year-of | decade) comma? (and | or | to | dash | comma)} <year:short_year>",
)
def bare_year(year: Node) -> Produced:
    """2012; in '97."""
    return "year-of", Calendar(_year(year))


@DATES.rule(
    "the year <number>", "{in | since | until | by | of | from | to | before | after} the <unit> <number>"
)
def year_named_so(unit: Node, number: Node) -> Produced:
    """In the year 627, until the year 12000."""
    return ("year-of", Calendar(as_int(number))) if unit.value == Unit.YEAR else None


@DATES.rule(
    "<month>",
    "<month:month|weak-month> dot {dash | slash}",
    "<month>",
    "{in | since | until | last | next | this | edge | from | to | by | of | between} <month:weak-month>",
    "{month-of (and | dash | slash | to | comma)} <month:weak-month>",
    "<month:weak-month> {(and | dash | to | until) month|weak-month|month-of}",
)
def bare_month(month: Node) -> Produced:
    """In May."""
    return "month-of", Calendar(None, as_int(month))


@DATES.rule("<weekday>", "<weekday>")
def bare_weekday(weekday: Node) -> Produced:
    """Monday."""
    return "day", Calendar(weekday=as_int(weekday))


def _year(node: Node | None) -> int | None:
    if node is None:
        return None
    return node.value if isinstance(node.value, int) else cal.full_year(int(str(node.value)[1:]))
