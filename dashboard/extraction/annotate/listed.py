"""Lines that list acts, one below the other and without full stops: none of them heads the report."""

import re
from collections.abc import Sequence
from dataclasses import replace

from dashboard.extraction.annotate.annotated_clause import AnnotatedClause
from dashboard.extraction.annotate.clauses import ends_in_stop
from dashboard.extraction.annotate.titles import summary_lines
from dashboard.gazetteer import REGION

_FEWEST = 2  # towns: a headline may have one line more below it, a list tells of several
_FARTHEST = 6  # paragraphs: so far down a list has shown itself
_LABEL = re.compile(r"[^\n:]{1,40}:\s|\W*\d{1,2}[:./]\d\d\b")  # "Goma: rebels …", "07:10 Drone hits bus"


def without_heads(text: str, clauses: Sequence[AnnotatedClause]) -> tuple[AnnotatedClause, ...]:
    """The clauses; where the lines below the first tell acts at towns of their own, those lines are no headings and no leads.

    A first line that has a label, or that tells of a town, is the first of the list.
    """
    lines = _lines(text, clauses)
    towns = {number: told for number in lines if (told := _towns(clauses, number))}
    below = [told for number, told in towns.items() if number]
    if len(set().union(*below)) < _FEWEST or len(below) < _FEWEST:
        return tuple(clauses)
    opens = clauses[0].paragraph if _LABEL.match(text, clauses[0].span.start) else 1
    first = 0 if 0 in towns and not towns[0] & set().union(*below) else opens
    last, summed = max((each.paragraph for each in clauses if each.lead), default=-1), summary_lines(text)
    return tuple(
        replace(each, heading=False, lead=False)
        if first <= each.paragraph <= last and not any(line.covers(each.span) for line in summed)
        else each
        for each in clauses
    )


def _lines(text: str, clauses: Sequence[AnnotatedClause]) -> list[int]:
    """The numbers of the paragraphs above the first, behind the headline, that ends like a sentence."""
    ends = {each.paragraph: each.span for each in clauses if each.paragraph <= _FARTHEST}
    lines = list[int]()
    for number, span in ends.items():
        if number and ends_in_stop(span.of(text)):
            break
        lines.append(number)
    return lines


def _towns(clauses: Sequence[AnnotatedClause], paragraph: int) -> frozenset[str]:
    """The towns at which the paragraph tells an act."""
    here = [each for each in clauses if each.paragraph == paragraph]
    if not any(each.outright for each in here):
        return frozenset()
    return frozenset(place.location for each in here for place in each.places if place.precision < REGION)
