"""Deaths told later that are of no act told before: with nobody hurt before, with a cause of their own, or in another town."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from dashboard.extraction.annotate.annotated_clause import AnnotatedClause
from dashboard.extraction.lexicon import CLAUSES, one_of, said
from dashboard.gazetteer import REGION

_KNOWN = re.compile(
    rf"\W*(?:{one_of(CLAUSES['later-deaths']['known'])}|(?:\S+\s+)*?{one_of(CLAUSES['later-deaths']['of'])})\b",
    re.IGNORECASE,
)
_CAUSES, _DISEASES, _TOLL = said("later-deaths", "causes"), said("other-causes"), said("tolls")
_DONE_TO = re.compile(  # "after guards beat him"
    rf"\b{one_of(CLAUSES['later-deaths']['behind'])}\s+{one_of(CLAUSES['later-deaths']['doers'])}\b",
    re.IGNORECASE,
)
_FAR = 10  # clauses


def with_later_deaths(clauses: Sequence[AnnotatedClause]) -> Iterator[AnnotatedClause]:
    """The clauses, of which those bring no toll up to date that tell a death of its own."""
    for number, clause in enumerate(clauses):
        if clause.casualties.late and _is_its_own(clause, clauses[max(0, number - _FAR) : number]):
            harmed = replace(clause.casualties, late=False, bare=False, updated=False, more=False)
            yield replace(clause, casualties=harmed)
        else:
            yield clause


def _is_its_own(clause: AnnotatedClause, before: Sequence[AnnotatedClause]) -> bool:
    """Whether somebody died later of something else than what was told before: "two farmers died on Tuesday"."""
    if _TOLL.search(clause.quote) is not None:
        return False
    unknown = _KNOWN.match(clause.quote) is None
    caused = _brings_cause(clause, before) or (unknown and _DONE_TO.search(clause.quote) is not None)
    hurt = any(each.casualties.wounded for each in before)
    alone = clause.casualties.bare and not hurt
    return caused or (unknown and (alone or _opens_elsewhere(clause, before)))


def _brings_cause(clause: AnnotatedClause, before: Sequence[AnnotatedClause]) -> bool:
    """Whether it names what somebody died of, which was not told before: "a detainee died in prison" after a raid, and not after a rocket hit a prison."""
    if _DISEASES.search(clause.quote) is not None:
        return True
    cause = _CAUSES.search(clause.quote)
    return cause is not None and not any(cause[0].lower() in told.quote.lower() for told in before)


def _opens_elsewhere(clause: AnnotatedClause, before: Sequence[AnnotatedClause]) -> bool:
    """Whether it names a town, ahead of whom it counts, where nothing was told before: "In Nablus, a boy died of wounds"."""
    killed = clause.harm.killed
    towns = {each.location for told in before for each in told.places if each.precision < REGION}
    ahead = [each for each in clause.places if killed and each.toponym.span.end <= killed.span.start]
    return bool(towns) and any(each.precision < REGION and each.location not in towns for each in ahead)
