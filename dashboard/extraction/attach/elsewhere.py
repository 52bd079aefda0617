"""Weak words for an event at a place of its own: "A nurse died in Kitshanga", after shells on Masisi."""

from dashboard.extraction.annotate.annotations import Annotations
from dashboard.extraction.annotate.clauses import Link
from dashboard.extraction.annotate.coordination import is_elided
from dashboard.extraction.annotate.kinds import AFTERWARDS
from dashboard.extraction.attach.where import where
from dashboard.gazetteer import REGION

_BEGINS = (Link.OPENS, Link.JOINED, Link.CONTRASTS)


def is_elsewhere(annotations: Annotations, number: int) -> bool:
    """Whether a statement leads to a town that the event before it was not in, and not to where the harmed were brought."""
    clause = annotations.clauses[number]
    before = annotations.outright_before(number)
    begins = clause.link in _BEGINS or is_elided(clause.quote)
    if before is None or not begins or AFTERWARDS.search(clause.quote):
        return False
    here = where(annotations, number)
    if here.inherited or here.place is None or here.place.precision >= REGION:
        return False
    told = annotations.clauses[before:number]
    named = {each.location for between in told for each in between.places}
    return bool(named) and here.place.location not in named
