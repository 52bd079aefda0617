"""What the page calls the fields of an event."""

from collections.abc import Mapping

LABELS: Mapping[str, str] = {
    "sub_event_type": "Type",
    "modality": "Status",
    "actor1": "Actor",
    "actor2": "Other side",
    "fatalities": "Killed",
    "injured": "Injured",
    "review_status": "Review",
    "tags": "Tags",
}
"""The fields that are mostly wrong, in the order of the form."""
WHOLE: Mapping[str, str] = {
    **dict.fromkeys(("start", "end", "core_start", "core_end", "granularity", "timezone"), "when"),
    **dict.fromkeys(
        ("location", "place_id", "admin1", "admin2", "admin3", "country", "iso", "latitude", "longitude", "geo_precision"),
        "place",
    ),
}  # fmt: skip
"""The box of a form that sets several columns at once, by column."""
_OTHERS = {"when": "When", "place": "Place", "event_type": "Type", "notes": "What is known"}


def label_of(name: str) -> str:
    """What a field is called.

    >>> label_of("fatalities"), label_of("tag:urgent"), label_of("road_name")
    ('Killed', 'the tag urgent', 'road name')
    """
    if name.startswith("tag:"):
        return f"the tag {name.removeprefix('tag:')}"
    return LABELS.get(name) or _OTHERS.get(name) or name.replace("_", " ")
