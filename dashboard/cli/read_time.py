"""``time``: the time expressions of a text."""

import re
import sys
from collections.abc import Sequence
from datetime import datetime, timedelta
from pathlib import Path

from dashboard import gazetteer
from dashboard.cli.moments import published_on
from dashboard.cli.output import note, say, say_json, say_table, width
from dashboard.cli.progress import meanwhile
from dashboard.errors import InputError
from dashboard.extraction.annotate.own_clock import by_its_clock
from dashboard.language.languages import language_named, languages
from dashboard.readers import names_a_file, read_file, read_stream
from dashboard.temporal import Bearing, PublicationDate, Spot, TimeReading, Timex, read_time, seen_from
from dashboard.text import Report
from dashboard.text.report import DateSource

_HEADS = ("expression", "means", "counted from", "rule", "notes")
_NARROW = 100  # columns below which a table is harder to read than a list
_NAME = re.compile(r"^\S*[\\/]\S*$|\.\w{2,4}$")
_DEGREES = r"[+-]?(?:\d+(?:\.\d*)?|\.\d+|nan|inf(?:inity)?)"
_POINT = re.compile(rf"({_DEGREES})\s*,\s*({_DEGREES})\s*(?:,\s*(\S*))?", re.IGNORECASE)
_LONGEST_NAME = 256  # characters; no system takes a longer name
_DAY = timedelta(days=1)
_BEARINGS = {
    Bearing.REPORTING: "dates a telling: ",
    Bearing.COMPARISON: "compared with: ",
    Bearing.DENIED: "said not to be the time: ",
    Bearing.INQUIRY: "of the inquiry: ",
    Bearing.APART: "of the other act: ",
    Bearing.FOR: "lasting: ",
}


def print_times(
    text: str, published: str | None, language: str = "", place: str | None = None, *, as_json: bool
) -> int:
    """Print each expression; gives the exit code."""
    spoken = language_named(language) if language else None
    report, spot = _read(text), _spot(place)
    words, day = report.text, published_on(published)
    own = None if day else report.published  # what a page or a mail says of itself
    source = DateSource.PAGE if own else DateSource.GIVEN
    with meanwhile("reading the times"):
        reading = seen_from(spot, read_time(words, day or own, source.value, language=spoken))
    if reading.published.day is None and any(timex.offset for timex in reading.timexes):
        note("no publication date could be worked out; give it with --published")
    for each in reading.published.notes:
        note(each)
    if as_json:
        for timex in reading.timexes:
            say_json(_record(timex))
    elif reading.timexes:
        _print_for_people(reading)
    else:
        _tell_of_name(text)
        if not language:
            _tell_of_languages(words)
        say("no time expression")
    return 0


def _spot(place: str | None) -> Spot | None:
    """Where the sun is looked up: a point with its zone, else the place that a name means first."""
    if place is None:
        return None
    if not place.strip():
        msg = "--place names no place: give a name, or a point as 33.51,36.29,Asia/Damascus"
        raise InputError(msg)
    from dashboard.door import spot_given

    point = _point(place.strip())
    spot = spot_given(point or place)
    if spot and not point:
        note(f"the sun is that of {spot} ({spot.latitude}, {spot.longitude}; {spot.zone})")
    return spot


def _point(place: str) -> tuple[float, float, str] | None:
    """A point with its zone, where figures tell one."""
    told = _POINT.fullmatch(place)
    if told is None:
        return None
    if not told[3]:
        msg = f"{place}: the time zone of the point is missing; give it as 33.51,36.29,Asia/Damascus"
        raise InputError(msg)
    return float(told[1]), float(told[2]), told[3]


def _read(text: str) -> Report:
    """The words themselves, or the report of standard input or of a file."""
    if text == "-":
        name, report = "standard input", read_stream(sys.stdin.buffer, "standard input")
    elif names_a_file(text):
        name, report = text, read_file(Path(text))
    else:
        return Report(text)
    for each in report.notes:
        note(f"{name}: {each}")
    has_offset = isinstance(report.published, datetime) and report.published.tzinfo is not None
    return by_its_clock(report, gazetteer.load()) if has_offset else report


def _tell_of_name(text: str) -> None:
    """What reads like a name and tells no time was hardly meant as words."""
    if _could_be_name(text) and Path(text).is_dir():
        msg = f"{text}: is a folder; name a file in it, or read it with: conflict-timeline read {text}"
        raise InputError(msg)
    if _NAME.search(text):
        note(f"{text!r} was read as words: there is no such file")


def _tell_of_languages(words: str) -> None:
    """A few words don't show their language: where another than English reads times in them, it is named."""
    for each in languages():
        if read_time(words[:_LONGEST_NAME], language=each).timexes:
            note(f"read as {each.name} the words tell times: --language {each.code}")


def _could_be_name(text: str) -> bool:
    return bool(text.strip()) and not {"\n", "\0"} & set(text) and len(text) < _LONGEST_NAME


def _print_for_people(reading: TimeReading) -> None:
    say(_published(reading.published))
    rows = [_row(timex) for timex in reading.timexes]
    if width() < _NARROW:
        for row in rows:
            _print_row(row)
        return
    notes = list(dict.fromkeys(words for *_, own in rows for words in own))
    numbered = ((*row[:-1], ", ".join(str(notes.index(words) + 1) for words in row[-1])) for row in rows)
    say_table(_HEADS, numbered)
    for number, words in enumerate(notes, start=1):
        say(f"{number:>3}  {words}")


def _published(dating: PublicationDate) -> str:
    if dating.day is None:
        return "published: not known"
    day = f"published {dating.day:%A} {dating.day.day} {dating.day:%B %Y}"
    proof = "; ".join(f"“{words}”" for words in dating.evidence[:3])
    return (
        f"{day}, worked out from {proof}" if dating.source == DateSource.TEXT else f"{day}, {dating.source}"
    )


def _print_row(row: tuple[str, str, str, str, Sequence[str]]) -> None:
    words, means, counted, rule, notes = row
    say(f"{words}\n    {means}\n    counted from: {counted}\n    rule: {rule}")
    for each in notes:
        say(f"    {each}")


def _row(timex: Timex) -> tuple[str, str, str, str, Sequence[str]]:
    notes = [each for each in timex.notes if each != timex.offset]
    notes += [f"{other.why}: {other.interval}" for other in timex.others]
    return timex.text, _means(timex), timex.frame, timex.rule, notes


def _means(timex: Timex) -> str:
    """2018-05-21 00:00–06:00; since 2018-05-19 12:00; what it is, where it is on no calendar."""
    prefix = _BEARINGS.get(timex.bearing, "")
    if timex.offset:
        return prefix + timex.offset
    if timex.fault:
        return f"{prefix}no day"
    start, end = timex.start, timex.end
    if start and end:
        return prefix + _span(start, end)
    if start or end:
        return f"from {start:%Y-%m-%d %H:%M} on" if start else f"until {end:%Y-%m-%d %H:%M}"
    return f"{timex.type.lower()} {timex.value}".strip()


def _span(start: datetime, end: datetime) -> str:
    if start == datetime.combine(start, datetime.min.time()) and end == start + _DAY:
        return f"{start:%Y-%m-%d}"
    same = end.date() == start.date()
    return f"{start:%Y-%m-%d %H:%M}–{end:%H:%M}" if same else f"{start:%Y-%m-%d %H:%M} – {end:%Y-%m-%d %H:%M}"


def _record(timex: Timex) -> dict[str, object]:
    return {
        "text": timex.text,
        "char_start": timex.span.start,
        "char_end": timex.span.end,
        "type": timex.type,
        "value": timex.value,
        "start": _iso(timex.start),
        "end": _iso(timex.end),
        "granularity": str(timex.granularity),
        "bearing": str(timex.bearing),
        "offset": timex.offset,
        "rule": timex.rule,
        "reference_time": _iso(timex.reference),
        "frame": timex.frame,
        "notes": list(timex.notes),
    }


def _iso(moment: datetime | None) -> str | None:
    return moment.isoformat() if moment else None
