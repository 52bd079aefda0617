"""What the page calls the fields of an event."""

from collections.abc import Mapping

from dashboard.wording.say import say, term, to_say

LABELS: Mapping[str, str] = {
    "sub_event_type": to_say("Type"),
    "modality": to_say("Status"),
    "actor1": to_say("Actor"),
    "actor2": to_say("Other side"),
    "fatalities": to_say("Killed"),
    "injured": to_say("Injured"),
    "review_status": to_say("Review"),
    "tags": to_say("Tags"),
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
_OTHERS = {
    "when": to_say("When"),
    "place": to_say("Place"),
    "event_type": to_say("Type"),
    "notes": to_say("What is known"),
}


def label_of(name: str) -> str:
    """What a field is called.

    >>> label_of("fatalities"), label_of("tag:urgent"), label_of("road_name")
    ('Killed', 'the tag urgent', 'road name')
    """
    if name.startswith("tag:"):
        return say("the tag {tag}", tag=name.removeprefix("tag:"))
    return term(LABELS.get(name) or _OTHERS.get(name) or name.replace("_", " "))
