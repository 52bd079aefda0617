"""The product in the forms that scorers ask for: one plain function for each kind of measure."""

from collections.abc import Iterable, Iterator
from datetime import date, datetime

from dashboard import gazetteer, temporal
from dashboard.extraction import Event, read_report
from dashboard.extraction.annotate.cues import code as code_type
from dashboard.gazetteer.place import Place, Toponym
from dashboard.text import Report, Span


def tag(text: str, published: date | datetime | None) -> Iterator[tuple[int, int, str, str]]:
    """TIMEX3 annotations: start, end, type, value."""
    return temporal.tag(text, published)


def code(text: str) -> str:
    """The sub-event type of a snippet, empty when it tells no event."""
    coding = code_type(text)
    return coding.sub_event_type if coding else ""


def places(text: str) -> list[tuple[int, int, float | None, float | None]]:
    """The places of a text, peoples' names among them: start, end, latitude, longitude."""
    survey = gazetteer.load().survey(text)
    found = survey.resolve()
    spans = [each.toponym.name_span for each in found]
    named = [(span, each.place) for span, each in zip(spans, found, strict=True)]
    named += [
        pair for pair in survey.countries_of_peoples if not any(pair[0].touches(span) for span in spans)
    ]
    return sorted((span.start, span.end, *_point(place)) for span, place in named)


def resolve(text: str, spans: Iterable[tuple[int, int]]) -> list[tuple[float, float] | None]:
    """The point of each given name in its text, None when it is not known."""
    known = gazetteer.load()
    names = [Toponym(span, span.of(text), span.of(text), span) for span in (Span(*each) for each in spans)]
    peoples = dict(known.peoples(text))
    found = [peoples.get(each.toponym.span, each.place) for each in known.resolve(names, text)]
    return [(place.latitude, place.longitude) if place else None for place in found]


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


def _point(place: Place | None) -> tuple[float | None, float | None]:
    return (place.latitude, place.longitude) if place else (None, None)
