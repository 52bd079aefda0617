"""Days that a clause names together: "fighting went on on 5 and 6 September" lasted from the first to the last."""

import re
from dataclasses import replace

from dashboard.extraction.annotate.annotated_clause import AnnotatedClause
from dashboard.extraction.lexicon import AND, CLAUSES, THE, one_of
from dashboard.temporal import Bearing, Granularity, Interval, Timex
from dashboard.text import Span

_JOINED = re.compile(
    rf"\s*(?:,\s*(?:{AND}\s+)?|{AND}\s+|&\s*)(?:{one_of(CLAUSES['day-lists']['on'])}\s+)?{THE}", re.IGNORECASE
)


def days_together(clause: AnnotatedClause, first: Timex | None) -> Timex | None:
    """The time with the days that follow it straight away in the clause, each the next one; others are noted.

    An act of "3 and 5 March" is of the first, and the note names the other.
    """
    if first is None or not _is_day(first) or first.interval is None:
        return first
    last, named = first, list[Timex]()
    for each in clause.times[clause.times.index(first) + 1 :]:
        between = clause.quote[last.span.end - clause.span.start : each.span.start - clause.span.start]
        if not _is_day(each) or not _JOINED.fullmatch(between):
            break
        named.append(each)
        last = each
    if not named:
        return first
    if all(later.start == earlier.end for earlier, later in zip([first, *named], named, strict=False)):
        span = Span(first.span.start, last.span.end)
        days = Interval(first.interval.start, last.end, Granularity.DAY)
        return replace(first, span=span, text=span.moved(-clause.span.start).of(clause.quote), interval=days)
    others = ", ".join(f"{each.start:%d %B}" for each in named if each.start)
    return replace(first, notes=(*first.notes, f"other days are named beside it: {others}"))


def _is_day(timex: Timex) -> bool:
    """Whether it dates an act to a whole day, or to some that follow each other."""
    return timex.interval is not None and timex.bearing is Bearing.AT and timex.granularity is Granularity.DAY
