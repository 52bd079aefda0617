"""What became later of those an act was done to, told in its clause: "abducted from his shop and dumped the next day near Mashava".

Where and when that was is not where and when the act was, if the text tells those too.
"""

import re

from dashboard.extraction.annotate.annotated_clause import AnnotatedClause
from dashboard.extraction.lexicon import CLAUSES, one_of
from dashboard.gazetteer import Resolved
from dashboard.temporal import Timex

_FATES = CLAUSES["fates"]
_FATE = re.compile(
    rf"(?:[,;–—]|\b{one_of(_FATES['joins'])})\s+(?:{one_of(_FATES['leads'])}\s+){{0,6}}{one_of(_FATES['verbs'])}\b",
    re.IGNORECASE,
)
_OPENS = re.compile(
    rf"\W*(?:{one_of(_FATES['joins'])}\s+)?(?:{one_of(_FATES['leads'])}\s+){{0,6}}{one_of(_FATES['verbs'])}\b",
    re.IGNORECASE,
)
_STEPS = frozenset(  # rules of time that count on from a day told before
    {"following <unit>", "the following <part>", "<length> later", "the <unit> after", "the <part> after"}
)


def is_step(timex: Timex) -> bool:
    """Whether it counts on from a day told before: "the next day", "two days later"."""
    return timex.rule in _STEPS


def is_in_fate(clause: AnnotatedClause, each: Timex | Resolved) -> bool:
    """Whether a time or a place stands in what became of those hurt, where that was some days on."""
    span = each.span if isinstance(each, Timex) else each.toponym.span
    if span.start <= clause.trigger or not any(map(is_step, clause.times)):
        return False
    fate = _FATE.search(clause.quote, max(0, clause.trigger - clause.span.start))
    return fate is not None and span.start >= clause.span.start + fate.start()


def but_of_fate(clause: AnnotatedClause) -> tuple[Timex, ...]:
    """Its times as they may date an act told before: none where the clause tells only that, "; they were freed two days later"."""
    fate = opens_with_fate(clause)
    return tuple(each for each in clause.times if not (fate and is_step(each)))


def opens_with_fate(clause: AnnotatedClause) -> bool:
    """Whether it tells what became of those hurt: "The victims were buried on Tuesday"."""
    return _OPENS.match(clause.quote) is not None
