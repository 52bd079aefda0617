"""What is compared of two accounts of events, and where they put these.

An account is a candidate of one report, or an event of a whole one.
"""

from dataclasses import dataclass
from datetime import datetime

from dashboard.gazetteer import REGION
from dashboard.gazetteer.place import kilometres as distance


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
