"""Fields as a person typed them in a form: values, and beside each that can't be so why not."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime
from zoneinfo import ZoneInfo

from dashboard.app.case import Case
from dashboard.errors import DateError, EditError, PlaceError
from dashboard.store.checked import checked
from dashboard.store.typed_fields import PLACE, Known, Places, read_fields
from dashboard.wording.retold import retold
from dashboard.wording.say import say

LONGEST = 5_000


@dataclass(frozen=True, slots=True)
class Typed:
    """The values of the fields by column, and what is wrong with fields by the name they have in the form."""

    columns: Mapping[str, object] = field(default_factory=dict)
    errors: Mapping[str, str] = field(default_factory=dict)


def typed(fields: Mapping[str, str], known: Known, case: Case, at: datetime) -> Typed:
    """What the fields of a form say; a place that no map of ours has is a name without a point."""
    places, now = Places(case.places()), local(at, known.zone)
    zone = {"timezone": fields["timezone"]} if fields.get("timezone") else {}
    values: dict[str, object] = {}
    errors: dict[str, str] = {}
    for name, words in fields.items():
        try:
            found = read_fields({**zone, name: _short(words)}, known, places, now)
            checked(found)
            values |= found
        except PlaceError as error:
            errors[name] = _of_place(error)
        except (EditError, DateError) as error:
            errors[name] = retold(str(error))
    return Typed(values | _emptied(fields), errors)


def _of_place(error: PlaceError) -> str:
    """What to do about it on the page."""
    if error.meant:
        return say(
            "{place} may be several places; type the number of the one you mean, as it stands before its name: {places}",
            place=repr(error.words),
            places="; ".join(error.meant),
        )
    return say(
        "{place} is on no map we have: look at its spelling, or type its point with it, like {example}",
        place=repr(error.words),
        example=f"{error.words} 33.51 36.29",
    )


def local(at: datetime, zone: str) -> datetime:
    """The moment on the clocks of a zone: "yesterday" is counted there."""
    return at.astimezone(ZoneInfo(zone or "UTC")).replace(tzinfo=None)


def _short(words: str) -> str:
    if len(words) > LONGEST:
        msg = say("{words}…: is longer than {most} characters", words=repr(words[:40]), most=LONGEST)
        raise EditError(msg)
    return words.strip()


def _emptied(fields: Mapping[str, str]) -> dict[str, object]:
    """A place whose name was taken away is no place."""
    if PLACE not in fields or fields[PLACE].strip():
        return {}
    texts = ("location", "place_id", "admin1", "admin2", "admin3", "country", "iso")
    return {**dict.fromkeys(texts, ""), "latitude": None, "longitude": None, "geo_precision": None}
