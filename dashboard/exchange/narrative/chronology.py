"""The chronology of a dataset: dated entries in words, each with the words it rests on and what speaks against it."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from itertools import groupby
from typing import Any
from unicodedata import bidirectional
from zoneinfo import ZoneInfo

import pandas as pd

from dashboard.exchange.described import Row, moment, number, rows, text
from dashboard.exchange.headings import Headings
from dashboard.exchange.pieces import put_below, slices
from dashboard.table import Dataset
from dashboard.table.describe import NO_TIME, day, title, when
from dashboard.temporal.calendar.granularity import Granularity
from dashboard.wording.dates import Form, dated
from dashboard.wording.retold import retold
from dashboard.wording.say import enumerated, one_by_one, say, so_many, to_say
from dashboard.wording.spoken import spoken

MOST_MENTIONS = 12
NO_DATE = to_say("Without a date")
NO_PLACE = to_say("Without a place")
_MARKS = {"ltr": ("\u200e", frozenset({"R", "AL"})), "rtl": ("\u200f", frozenset({"L"}))}
"""Of each direction the mark that keeps words in their place, which every program minds, and the letters that run the other way."""
_DAY = timedelta(days=1)
_EVENING, _MORNING = 18, 6  # a night, in whole hours
_IN = to_say("{event} in {place}")
_NEAR = {"2": to_say("{event} near {place}"), "3": to_say("{event} in the region of {place}")}
_HARM = {
    "fatalities": to_say("Killed: {count}"),
    "injured": to_say("Injured: {count}"),
    "missing": to_say("Missing: {count}"),
    "captured": to_say("Captured: {count}"),
    "displaced": to_say("Displaced: {count}"),
}


@dataclass(frozen=True, slots=True)
class Footnote:
    """What an entry rests on, or what speaks against it: a quote, which may be empty, and words about it."""

    quote: str
    about: str
    url: str = ""


@dataclass(frozen=True, slots=True)
class Entry:
    """One event: its time in words, what happened, and its notes."""

    when: str
    what: str
    notes: tuple[Footnote, ...]


@dataclass(frozen=True, slots=True)
class Chapter:
    """Entries under one heading."""

    heading: str
    entries: tuple[Entry, ...]


def chapters(parts: Iterable[pd.DataFrame], support: Dataset, headings: Headings) -> Iterator[Chapter]:
    """The entries by month or by place, in the order of time; what has no time comes last.

    ``parts`` are the events in that order, ``support`` the mentions and reports behind them. By month the memory holds one
    chapter, by place all events.
    """
    notes = _Notes.of(support)
    ordered = (row for part in _ordered(parts, headings) for row in rows(part))
    for heading, several in groupby(ordered, key=lambda row: heading_of(row, headings)):
        yield Chapter(
            heading, tuple(Entry(when_told(row), what(row), notes.of_event(row)) for row in several)
        )


def entries(dataset: Dataset) -> Iterator[tuple[Row, Entry]]:
    """Each event with its entry, in the order of the table."""
    notes = _Notes.of(dataset)
    for row in rows(dataset.events):
        yield row, Entry(when_told(row), what(row), notes.of_event(row))


def _ordered(parts: Iterable[pd.DataFrame], headings: Headings) -> Iterable[pd.DataFrame]:
    if headings is Headings.MONTH:
        return parts
    events = put_below(parts)
    by = events.assign(_at=events["location"].astype(str), _nowhere=events["location"].astype(str) == "")
    return slices(by.sort_values(["_nowhere", "_at", "start", "end", "event_id"], na_position="last"))


def heading_of(row: Row, headings: Headings) -> str:
    """The heading an entry stands under: the month it may begin in, on its own clock, or its place.

    >>> heading_of({"start": pd.Timestamp("2018-04-30 22:00Z"), "timezone": "Asia/Damascus"}, Headings.MONTH)
    'May 2018'
    """
    if headings is Headings.PLACE:
        return text(row, "location") or say(NO_PLACE)
    start = moment(row, "start")
    return dated(_local(start, row), Form.MONTH) if start else say(NO_DATE)


def when_told(row: Row) -> str:
    """The time as a chronology says it, on the event's own clock, never finer than told.

    >>> told = {"granularity": "daypart", "timezone": "UTC", "start": pd.Timestamp("2018-05-20 18:00Z")}
    >>> when_told(told | {"end": pd.Timestamp("2018-05-21 06:00Z")})
    'On the night of 20–21 May 2018'
    >>> when_told({"granularity": "unknown"})
    'Time not known'
    """
    words = _night(row) or when(row)
    return words[:1].upper() + words[1:]


def _night(row: Row) -> str:
    """A whole night by its two days; empty for any other time."""
    start, end = moment(row, "start"), moment(row, "end")
    if start is None or end is None or text(row, "granularity") != Granularity.DAYPART or row.get("ongoing"):
        return ""
    first, last = _local(start, row), _local(end, row)
    whole = (first.hour, first.minute, last.hour, last.minute) == (_EVENING, 0, _MORNING, 0)
    if not whole or last.date() - first.date() != _DAY or moment(row, "core_start"):
        return ""
    return say("on the night of {days}", days=_two_days(first.date(), last.date()))


def _two_days(first: date, last: date) -> str:
    """Two days that follow each other, each word once."""
    if first.month == last.month:
        return f"{first.day}–{dated(last, Form.DAY)}"
    begin = Form.DAY if first.year != last.year else Form.DAY_OF_YEAR
    return f"{dated(first, begin)} – {dated(last, Form.DAY)}"


def _local(at: datetime, row: Row) -> datetime:
    return at.astimezone(ZoneInfo(text(row, "timezone") or "UTC"))


def what(row: Row) -> str:
    """What happened, where, by whom and to whom, in one line of facts.

    >>> row = {
    ...     "sub_event_type": "Air/drone strike",
    ...     "location": "Harasta",
    ...     "country": "Syria",
    ...     "fatalities": 3,
    ... }
    >>> what(row | {"actor1": "Military Forces of Syria"})
    'Air/drone strike in Harasta, Syria. Involved: Military Forces of Syria. Killed: 3.'
    """
    sentences = (_at_place(title(row), row), _who(row), _route(row), *_harm(row))
    return " ".join(f"{each}." for each in sentences if each)


def _at_place(event: str, row: Row) -> str:
    names = dict.fromkeys(_said(row, column) for column in ("location", "admin1", "country"))
    place = enumerated(names)
    if not place:
        return event
    if place[0].islower():  # "vicinity of Homs" says itself how near
        return enumerated((event, place))
    return say(_NEAR.get(number(row, "geo_precision"), _IN), event=event, place=place)


def _said(row: Row, column: str) -> str:
    r"""A cell's words for a sentence: in a script that runs the other way they keep what is beside them in its place.

    >>> [hex(ord(each)) for each in _said({"location": "دوما"}, "location")][::5]
    ['0x200e', '0x200e']
    """
    words = text(row, column)
    mark, others = _MARKS[spoken().direction]
    return f"{mark}{words}{mark}" if any(bidirectional(each) in others for each in words) else words


def _who(row: Row) -> str:
    names = one_by_one(_said(row, name) for name in ("actor1", "actor2", "assoc_actors"))
    return say("Involved: {names}", names=names) if names else ""


def _route(row: Row) -> str:
    start, end = _said(row, "route_from"), _said(row, "route_to")
    if not start:
        return say("Towards {end}", end=end) if end else ""
    return (
        say("From {start} towards {end}", start=start, end=end) if end else say("From {start}", start=start)
    )


def _harm(row: Row) -> Iterator[str]:
    words = _said(row, "fatalities_text")
    for column, message in _HARM.items():
        count = number(row, column)
        if count:
            said = f" (“{words}”)" if column == "fatalities" and words else ""
            yield f"{say(message, count=int(count))}{said}"


@dataclass(frozen=True, slots=True, eq=False)
class _Notes:
    """The notes of events: their mentions by event, and the reports those stand in."""

    mentions: Mapping[str, list[dict[str, Any]]]
    reports: Mapping[str, dict[str, Any]]

    @classmethod
    def of(cls, dataset: Dataset) -> "_Notes":
        mentions: dict[str, list[dict[str, Any]]] = {}
        for row in rows(dataset.mentions):
            mentions.setdefault(row["event_id"], []).append(row)
        shown = dataset.reports.drop(columns=["text", "unread"])
        return cls(mentions, {row["report_id"]: row for row in rows(shown)})

    def of_event(self, row: Row) -> tuple[Footnote, ...]:
        """A note for each mention, or the row's own words where it has none, and one for what speaks against it."""
        told = self.mentions.get(text(row, "event_id"), [])
        notes = [_mention(each, self.reports.get(each["report_id"], {})) for each in told[:MOST_MENTIONS]]
        more = len(told) - len(notes)
        if more:
            words = so_many(
                "Told in {count} more place of the reports.",
                "Told in {count} more places of the reports.",
                more,
            )
            notes.append(Footnote("", words))
        return (*(notes or [_coded(row)]), *_against(row))


def _mention(mention: Row, report: Row) -> Footnote:
    time = say("Time: “{words}”", words=_said(mention, "time_text")) if text(mention, "time_text") else ""
    frame = retold(text(mention, "frame")) if time else ""
    rule = text(mention, "time_rule") if time else ""
    said = (
        _source(report),
        enumerated(
            (
                time,
                say("counted from the {frame}", frame=frame) if frame else "",
                say("rule {rule}", rule=rule) if rule else "",
            )
        ),
        say("Contradicts: {what}", what=retold(_said(mention, "conflict")))
        if text(mention, "conflict")
        else "",
    )
    return Footnote(text(mention, "quote"), _sentences(said), _web(text(report, "url")))


def _source(report: Row) -> str:
    """The report as a citation: who, what, when, where."""
    published = moment(report, "published")
    heading = text(report, "title")
    parts = (
        _said(report, "source"),
        f"“{_said(report, 'title')}”" if heading != text(report, "source") and heading else "",
        say("published {day}", day=day(published, text(report, "timezone"))) if published else "",
        text(report, "url") if text(report, "url") != text(report, "source") else "",
    )
    return enumerated(parts)


def _coded(row: Row) -> Footnote:
    """What a row says of itself that rests on no report of ours."""
    dataset = text(row, "dataset")
    said = (
        _source(row),
        say("From the dataset {dataset}, as coded there", dataset=dataset) if dataset else "",
    )
    return Footnote(text(row, "notes"), _sentences(said), _web(text(row, "url")))


def _against(row: Row) -> Iterator[Footnote]:
    if text(row, "conflicts"):
        what = retold(_said(row, "conflicts"))
        yield Footnote("", say("The reports contradict each other: {what}.", what=what))
    if text(row, "doubts"):
        yield Footnote("", say("Doubt: {what}.", what=retold(text(row, "doubts"))))
    if text(row, "time_notes") and when(row) != say(NO_TIME):
        yield Footnote("", say("Of the time: {what}.", what=retold(text(row, "time_notes"))))


def _sentences(parts: tuple[str, ...]) -> str:
    return " ".join(f"{each}." for each in parts if each)


def _web(url: str) -> str:
    return url if url.startswith(("http://", "https://")) else ""
