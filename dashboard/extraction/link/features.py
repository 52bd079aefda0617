"""What is compared of two accounts of events, and where they put these.

An account is a candidate of one report, or an event of a whole one.
"""

from dataclasses import dataclass
from datetime import datetime

from dashboard.extraction.annotate.semantic_roles import SemanticRole
from dashboard.extraction.attach.candidates import Candidate
from dashboard.extraction.attach.coded import UNSAID
from dashboard.extraction.attach.where import Where
from dashboard.extraction.lexicon import CLAUSES, any_of
from dashboard.extraction.link.batches import batches
from dashboard.gazetteer import REGION
from dashboard.gazetteer.place import kilometres as distance

_SERIES = any_of(CLAUSES["of-many"]["series"])
_NEXT = any_of(CLAUSES["another"]["next"])


@dataclass(frozen=True, slots=True)
class Spot:
    """Where an account puts its event; ``place_id`` is empty for a name on no map.

    ``latitude`` and ``longitude`` are then those of the place around it. ``taken_over``: named before, not
    by these words; ``named_at`` is where in the report, ``told_at`` where those words stand. ``around`` is the id of the place that a name on no map lies in.
    """

    name: str
    place_id: str = ""
    latitude: float | None = None
    longitude: float | None = None
    precision: int = 0
    admin1: str = ""
    iso: str = ""
    taken_over: bool = False
    around: str = ""
    named_at: int = 0
    told_at: int = 0

    @property
    def wide(self) -> bool:
        """Whether it is a region, which may hold many events."""
        return self.precision >= REGION


@dataclass(frozen=True, slots=True)
class Features:
    """What one account says of its event, in the form in which accounts are compared.

    ``untimed`` is the time in words where no calendar is known; ``timeless`` a headline that states no time. ``batches`` are the ordinals it names
    ("the first batch"). ``many``: they speak of several acts together; ``another``: its words set it apart from what was told before ("another attack"); ``follows``: they tell what came
    next ("later", "in return"), and ``acting`` who did it. ``doer`` is the armed actor named as acting. ``killed`` are the least and the most. ``item`` is the item of a list or the post in which it is told, 0 for none. ``report_ids`` are the reports it
    stands in, none for a mention compared with others of its own report.
    """

    event_type: str
    sub_event_type: str = ""
    ext_type: str = ""
    preparation: bool = False
    start: datetime | None = None
    end: datetime | None = None
    ongoing: bool = False
    untimed: str = ""
    timeless: bool = False
    spot: Spot | None = None
    heading: bool = False
    actors: frozenset[str] = frozenset()
    doer: str = ""
    killed: tuple[int, int | None] | None = None
    batches: frozenset[str] = frozenset()
    another: bool = False
    many: bool = False
    follows: bool = False
    acting: frozenset[str] = frozenset()
    item: int = 0
    words: frozenset[str] = frozenset()
    report_ids: frozenset[str] = frozenset()

    @property
    def placed(self) -> bool:
        """Whether it is on the calendar at all."""
        return self.start is not None or self.end is not None


def kilometres(one: Spot, other: Spot) -> float | None:
    """Great-circle distance of two places; None for one that is on no map."""
    if one.latitude is None or one.longitude is None or other.latitude is None or other.longitude is None:
        return None
    return distance((one.latitude, one.longitude), (other.latitude, other.longitude))


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
        name=named.location,
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
