"""What a candidate of a report says, in the form in which accounts are compared."""

from dashboard.extraction.annotate.semantic_roles import SemanticRole
from dashboard.extraction.attach.candidates import Candidate
from dashboard.extraction.attach.coded import UNSAID
from dashboard.extraction.attach.where import Where
from dashboard.extraction.lexicon import CLAUSES, worded
from dashboard.extraction.link.batches import batches
from dashboard.extraction.link.features import Features, Spot

_SERIES = worded(CLAUSES["of-many"]["series"])
_NEXT = worded(CLAUSES["another"]["next"])


def features_of(candidate: Candidate) -> Features:
    """What a candidate says, in the form in which accounts are compared."""
    coding, when, killed = candidate.coding, candidate.when, candidate.casualties.killed
    return Features(
        event_type=coding.event_type,
        sub_event_type=coding.sub_event_type,
        ext_type=coding.ext_type,
        preparation=candidate.clause.prepares,
        start=when.start,
        end=when.end,
        ongoing=when.ongoing,
        untimed="; ".join(when.notes),
        timeless=when.basis in UNSAID and (candidate.heading or when.frame.parent is None),
        spot=_spot(candidate.where, candidate.clause.span.start),
        heading=candidate.heading,
        actors=frozenset(actor.name for actor in candidate.actors),
        killed=(killed.low, killed.high) if killed else None,
        batches=batches(candidate.quote),
        another=candidate.clause.another,
        many=_SERIES.search(candidate.quote) is not None,
        follows=_NEXT.search(candidate.quote) is not None,
        acting=_acting(candidate),
        item=_item(candidate),
    )


def _item(candidate: Candidate) -> int:
    """The number of the item or the entry that a candidate is told in; 0 for one that is told in plain prose."""
    clause = candidate.clause
    entry = clause.frame.number if clause.frame.latest is not None else 0
    return -clause.paragraph if clause.item else entry


def _acting(candidate: Candidate) -> frozenset[str]:
    """Those named by its own words as acting."""
    own = (each for each in candidate.participants if not each.taken_over)
    return frozenset(each.actor.name for each in own if each.role is SemanticRole.ACTS)


def _spot(where: Where, told_at: int) -> Spot | None:
    named = where.place
    if named is None:
        return None
    around = where.around.place if where.around else None
    place = named.place or around
    return Spot(
        name=named.location if named.place else named.toponym.name,
        place_id=named.place.place_id if named.place else "",
        latitude=place.latitude if place else None,
        longitude=place.longitude if place else None,
        precision=named.precision if named.place else 0,
        admin1=place.admin1 if place else "",
        iso=place.iso if place else "",
        taken_over=where.inherited,
        around=around.place_id if around else "",
        named_at=named.toponym.span.start,
        told_at=told_at,
    )
