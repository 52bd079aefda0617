"""A made-up dataset that holds one of every kind of mark; tests of table, store, figures and page share it."""

from dataclasses import replace
from datetime import date, datetime
from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory

from dashboard.consolidation import dataset_from
from dashboard.extraction import Event, Mention, Modality, Reading, Unread, UnreadReason
from dashboard.store import Store
from dashboard.table import Dataset
from dashboard.text import Report, Span

ZONE = "Asia/Damascus"
TEXT = """Shelling and <b>calm</b> around Douma & Homs

Artillery struck Douma this morning, Tuesday the 6th of March 2018, killing at least 3 civilians. \
A truce has held in Kafr Batna since Sunday afternoon. \
Warplanes bombed Harasta at 14:20 yesterday. \
Buses are expected to leave Douma towards Idlib after midnight. \
The army denied entering Misraba last week. \
Gunmen clashed in Homs in February. \
=HYPERLINK("http://example.org") people protested in Homs on Monday evening. \
<script>alert(1)</script> Fighting was heard near Arbin."""

_PLACES: dict[str, tuple[str, str, float, float]] = {
    "Douma": ("Rif Dimashq", "Douma", 33.572, 36.402),
    "Kafr Batna": ("Rif Dimashq", "Kafr Batna", 33.51, 36.37),
    "Harasta": ("Rif Dimashq", "Douma", 33.558, 36.365),
    "Misraba": ("Rif Dimashq", "Douma", 33.545, 36.385),
    "Homs": ("Homs", "Homs", 34.73, 36.71),
}

_REPORT = Report(
    text=TEXT,
    source="Sample Monitor",
    title="Shelling and <b>calm</b> around Douma & Homs",
    url="sample.txt",
    published=date(2018, 3, 6),
    published_source="text",
    timezone=ZONE,
)


def _at(text: str) -> datetime | None:
    return datetime.fromisoformat(text) if text else None


def _event(quote: str, phrase: str, place: str, times: tuple[str, str, str, str], **fields: object) -> Event:
    start = TEXT.index(quote)
    at = start + quote.index(phrase) if phrase else -1
    mention = Mention(
        mention_id=f"m{start}",
        report_id=_REPORT.report_id,
        char_start=start,
        char_end=start + len(quote),
        quote=quote,
        time_text=phrase,
        time_span=Span(at, at + len(phrase)) if phrase else None,
        start=_at(times[0]),
        end=_at(times[1]),
        time_rule="day-part of day" if phrase else "",
        reference_time=datetime(2018, 3, 6),
        frame="report of Tuesday 6 March 2018",
        modality=Modality(str(fields.get("modality", "happened"))),
    )
    admin1, admin2, latitude, longitude = _PLACES.get(place, ("", "", None, None))
    event = Event(
        event_id=f"e{start}",
        mentions=(mention,),
        start=_at(times[0]),
        end=_at(times[1]),
        core_start=_at(times[2]),
        core_end=_at(times[3]),
        timezone=ZONE,
        time_text=phrase,
        reference_time=datetime(2018, 3, 6),
        reference_source="text",
        time_rule=mention.time_rule,
        location=place,
        place_id=place.lower(),
        admin1=admin1,
        admin2=admin2,
        country="Syria" if place else "",
        iso="SY" if place else "",
        latitude=latitude,
        longitude=longitude,
        geo_precision=1 if place else None,
        confidence=0.8,
    )
    return replace(event, **fields)  # type: ignore[arg-type]


def reading() -> Reading:
    """One report read: eight events, from an exact instant to one with no usable time."""
    quotes = [line.strip() for line in TEXT.split("\n\n")[1].split(". ")]
    artillery, truce, bombed, buses, denied, clash, protest, arbin = quotes
    blast, strategic = "Explosions/Remote violence", "Strategic developments"
    events = (
        _event(artillery, "this morning, Tuesday the 6th of March 2018", "Douma",
               ("2018-03-06T06:00", "2018-03-06T12:00", "", ""), granularity="daypart", event_type=blast,
               sub_event_type="Shelling/artillery/missile attack", fatalities=3, fatalities_low=3,
               fatalities_text="at least 3 civilians", actor1="Military Forces of Syria", actor2="Civilians"),
        _event(truce, "since Sunday afternoon", "Kafr Batna",
               ("2018-03-04T12:00", "2018-03-06T12:00", "2018-03-04T18:00", "2018-03-06T12:00"),
               granularity="daypart", ongoing=True, event_type=strategic, sub_event_type="Agreement",
               ext_type="ceasefire", modality="ongoing"),
        _event(bombed, "at 14:20 yesterday", "Harasta",
               ("2018-03-05T14:20", "2018-03-05T14:21", "2018-03-05T14:20", "2018-03-05T14:21"),
               granularity="minute", event_type=blast, sub_event_type="Air/drone strike", fatalities=0),
        _event(buses, "after midnight", "Douma", ("2018-03-07T00:00", "2018-03-07T06:00", "", ""),
               granularity="daypart", event_type=strategic, ext_type="evacuation", modality="planned",
               sub_event_type="Non-violent transfer of territory", route_from="Douma", route_to="Idlib"),
        _event(denied, "last week", "Misraba", ("2018-02-26T00:00", "2018-03-05T00:00", "", ""),
               granularity="week", event_type=strategic, sub_event_type="Other", ext_type="denial",
               modality="denied", conflicts="denied by the army; told as happened elsewhere"),
        _event(clash, "in February", "Homs", ("2018-02-01T00:00", "2018-03-01T00:00", "", ""),
               granularity="month", event_type="Battles", sub_event_type="Armed clash", injured=4),
        _event(protest, "on Monday evening", "Homs",
               ("2018-03-05T18:00", "2018-03-06T00:00", "", ""), granularity="daypart",
               event_type="Protests", sub_event_type="Peaceful protest", actor1="Protesters"),
        _event(arbin, "", "", ("", "", "", ""), event_type="Battles", sub_event_type="Armed clash"),
    )  # fmt: skip
    calm = TEXT.index("calm")
    return Reading(
        report=_REPORT,
        published=date(2018, 3, 6),
        published_source="text",
        evidence=("this morning, Tuesday the 6th of March 2018",),
        timezone=ZONE,
        events=events,
        unread=(Unread(Span(calm, calm + 4), "calm", UnreadReason.LULL),),
    )


def dataset() -> Dataset:
    """The sample as the three frames; each who asks has frames of her own."""
    made = _dataset()
    return Dataset(made.events.copy(), made.mentions.copy(), made.reports.copy(), made.name)


@cache
def _dataset() -> Dataset:
    return dataset_from([reading()], name="sample")


def kept_in(path: Path) -> Path:
    """A SQLite file with the sample at that path, as it is once it was loaded."""
    path.write_bytes(_kept())
    return path


@cache
def _kept() -> bytes:
    with TemporaryDirectory() as folder:
        path = Path(folder) / "sample.db"
        with Store.open(str(path)) as store:
            store.save(dataset())
            store.settle()
        return path.read_bytes()
