"""Lists of days that name their month once: March 14, 15 and 16; the 3rd, the 8th and the 12th of February.

Each day becomes a day by itself. The last of a list is read first, so that those before it can take its year.
"""

from dashboard.temporal.expressions import Calendar
from dashboard.temporal.lexing.tokens import Node
from dashboard.temporal.rules.engine import Produced, RuleFamily
from dashboard.temporal.rules.numbers import as_int

DAY_LISTS = RuleFamily()
_MONTH = "<month:month|weak-month> dot? (on | the)*"
_DAY = "(number | nth)"
_NEXT = f"comma (on | the)* {_DAY}"
_AND = "comma? (and | slash) (on | the)*"
_OTHERWISE = "not of|month|weak-month|unit|units|dash|to|more|night|slash|part|clock-word|number-word"
LATER = "(on | the)* <last:number|nth|ordinal> of? <month:month|weak-month> (comma? <year>)?"
_BETWEEN = "((comma | comma? and) (on | the)* (number | nth | ordinal | day))"


@DAY_LISTS.rule(
    "<month> <day>, <day> and <day>",
    *(
        f"{{{_MONTH} {_DAY} {' '.join([_NEXT] * between)} {_AND}}} <day:number|nth> (comma? <year>)? {{{_OTHERWISE}}}"
        for between in range(4)
    ),
)
def last_of_a_list(month: Node, day: Node, year: Node | None = None) -> Produced:
    """March 14, 15 and 16: the 16th."""
    if not 1 <= as_int(day) <= 31:
        return None
    return "day", Calendar(as_int(year) if year else None, as_int(month), as_int(day))


@DAY_LISTS.rule(
    "<month> <day>, <day> and <day>",
    *(
        f"{{{_MONTH} {_DAY} {' '.join([_NEXT] * between)} comma (on | the)*}} <day:number|nth> {{comma? (and | slash)? (on | the)* <last:day>}}"
        for between in (2, 1, 0)
    ),
    f"{_MONTH} <day:number|nth> {{comma? (and | slash)? (on | the)* <last:day>}}",
)
def earlier_of_a_list(month: Node, day: Node, last: Node) -> Produced:
    """March 14, 15 and 16: the 14th and the 15th."""
    named = last.value
    if not isinstance(named, Calendar) or named.month != as_int(month):
        return None
    fits = 1 <= as_int(day) < (named.day or 0)
    return ("day", Calendar(named.year, as_int(month), as_int(day))) if fits else None


@DAY_LISTS.rule(
    "<day>, <day> and <day> <month>",
    *(
        f"<day:number|nth|ordinal> {{{' '.join([_BETWEEN] * between)} comma? and {LATER}}}"
        for between in range(1, 5)
    ),
    *(
        f"<day:number|nth> {{{' '.join([f'comma (on | the)* {_DAY}'] * between)} comma {LATER}}}"
        for between in range(1, 4)
    ),
    f"{{comma (on | the)*}} <day:number|nth> {{comma {LATER}}}",
    f"<day:number|nth|ordinal> {{comma and {LATER}}}",
)
def day_before_its_month(day: Node, last: Node, month: Node, year: Node | None = None) -> Produced:
    """The 3rd, the 8th and the 12th of February; 14, 15, 16 March."""
    if not 1 <= as_int(day) < as_int(last) <= 31:
        return None
    return "day", Calendar(as_int(year) if year else None, as_int(month), as_int(day))


_OF_A_WEEK = "weekday comma? (number | nth)"
_NEXT_OF_A_WEEK = f"(comma | comma? and) {_OF_A_WEEK}"
_LAST_OF_A_WEEK = "(comma | comma? and) weekday comma?"


@DAY_LISTS.rule(
    "<weekday> <day>, <weekday> <day> and <weekday>, <month> <day>",
    *(
        f"-between|from <weekday> comma? <day:number|nth> {{{' '.join([_NEXT_OF_A_WEEK] * between)} {_LAST_OF_A_WEEK} {dated}}}"
        for between in (3, 2, 1, 0)
        for dated in (LATER, "<month:month|weak-month> <last:number|nth> (comma? <year>)?")
    ),
)
def day_of_a_week(weekday: Node, day: Node, last: Node, month: Node, year: Node | None = None) -> Produced:
    """Monday 6, Tuesday 7 and Sunday, April 12: the last tells the month."""
    if not 1 <= as_int(day) < as_int(last) <= 31:
        return None
    return "day", Calendar(as_int(year) if year else None, as_int(month), as_int(day), as_int(weekday))
