"""The product in the forms that scorers ask for: one plain function for each kind of measure."""

from collections.abc import Iterator
from datetime import date, datetime

from dashboard import gazetteer, temporal
from dashboard.extraction import Event, read_report
from dashboard.extraction.types import code as code_type
from dashboard.text import Report


def tag(text: str, published: date | datetime | None) -> Iterator[tuple[int, int, str, str]]:
    """TIMEX3 annotations: start, end, type, value."""
    return temporal.tag(text, published)


def code(text: str) -> str:
    """The sub-event type of a snippet, empty when it tells no event."""
    coding = code_type(text)
    return coding.sub_event_type if coding else ""


def places(text: str) -> Iterator[tuple[int, int, float | None, float | None]]:
    """The places of a text: start, end, latitude, longitude."""
    found = gazetteer.toponyms(text)
    for place in gazetteer.resolve(found, text):
        span = place.toponym.name_span
        point = place.place
        yield span.start, span.end, point.latitude if point else None, point.longitude if point else None


def lookup(name: str, country: str | None = None, admin1: str | None = None) -> tuple[float, float] | None:
    """The point of a place by name, None when the gazetteer does not know it."""
    found = gazetteer.lookup(name, country, admin1)
    return (found[0].place.latitude, found[0].place.longitude) if found else None


def extract(text: str, published: date | None) -> list[dict[str, object]]:
    """A report's events in the scorer's words."""
    return [_event(event) for event in read_report(Report(text, published=published)).events]


def infer_published(text: str) -> date | datetime | None:
    """The day of publication that the text itself tells."""
    return temporal.read_time(text).published.day


def _event(event: Event) -> dict[str, object]:
    actors = [event.actor1, event.actor2, *event.assoc_actors.split("; ")]
    return {
        "start": event.start.isoformat() if event.start else None,
        "end": event.end.isoformat() if event.end else None,
        "event_type": event.event_type,
        "sub_event_type": event.sub_event_type,
        "location": event.location,
        "lat": event.latitude,
        "lon": event.longitude,
        "country": event.country,
        "actors": [actor for actor in actors if actor],
        "fatalities": event.fatalities,
        "modality": "actual" if event.modality in ("happened", "ongoing", "claimed") else event.modality,
    }
