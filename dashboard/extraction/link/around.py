"""Whether one place is another, or the region or country around it."""

from dashboard.extraction.link.similarity import share_name
from dashboard.gazetteer import REGION, Resolved


def holds(one: Resolved, other: Resolved) -> bool:
    """Whether a place is another one, or the region or country around it."""
    if one.place is None or other.place is None:
        return one.location == other.location or (
            one.place is other.place and share_name(one.location, other.location)
        )
    if one.place.place_id == other.place.place_id:
        return True
    inside = one.place.iso == other.place.iso and one.place.admin1 in ("", other.place.admin1)
    return one.precision >= REGION and inside
