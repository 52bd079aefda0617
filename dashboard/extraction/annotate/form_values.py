"""The values of a form's fields: its time, its place, its counts of people."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import datetime
from itertools import chain
from typing import Any

from dashboard.extraction.annotate.amounts import added
from dashboard.extraction.annotate.casualty_counts import Casualties, Count
from dashboard.extraction.annotate.cues import code
from dashboard.extraction.annotate.form_labels import LEXICON, FieldKind
from dashboard.extraction.annotate.forms import Form, FormField
from dashboard.extraction.annotate.spotted import BRACKETS
from dashboard.extraction.lexicon import one_of
from dashboard.extraction.model import Harm
from dashboard.gazetteer import REGION, Resolved, Toponym
from dashboard.temporal import Granularity, Interval, TimeReading, Timex, read_time
from dashboard.text import Report, Span


def time_of(form: Form, text: str, report: Report, time: TimeReading) -> Timex | None:
    """Its day, at its hour where one is told."""
    day = next(_groups(form, text, report, time), None) or next(_days(form, time), None)
    if day is None or day.interval is None or day.granularity is not Granularity.DAY or day.start is None:
        return day
    hours = [each.value for each in form.of(FieldKind.TIME)] or [
        Span(day.span.end, each.value.end)
        for each in form.of(FieldKind.DATE)
        if each.value.covers(day.span) and day.span.end < each.value.end
    ]  # "Date / time: Tue 9 Jun / 0200"
    for each in hours:
        words = each.of(text).strip(_BETWEEN)
        finer = _within(day.start, words, report)
        if finer:
            return replace(day, interval=finer, notes=(*day.notes, f"its form tells the hour: {words}"))
    return day


def _groups(form: Form, text: str, report: Report, time: TimeReading) -> Iterator[Timex]:
    """The times of its dates that are written as groups of day, month and hour: "02 AUG 0915", "021430C AUG 23"."""
    for each in form.of(FieldKind.DATE):
        group = _GROUP.match(text, each.value.start, each.value.end)
        if group is None:
            continue
        day, month, year = group["day"] or group["day_"], group["month"], group["year"]
        hour = group["hour"] or group["hour_"]
        clock = f", {hour[:2]}:{hour[-2:]}" if hour else ""
        words = f"{day} {month.title()}{f' 20{year[-2:]}' if year else ''}{clock}"
        told = read_time(words, time.published.day or report.published).timexes
        if len(told) == 1 and told[0].interval:
            yield replace(told[0], span=each.value, text=each.value.of(text))


def _within(day: datetime, words: str, report: Report) -> Interval | None:
    """The part of a day that the words of a form's hour mean; None where they mean none."""
    plain = _ABOUT.sub("", words).strip()
    spelled = _CLOCK.sub(r"\1:\2", plain) if ":" not in plain else plain
    joined = (read_time(f"{day:%d %B %Y}{join}{spelled}", report.published).timexes for join in _JOINS)
    parts = [each.interval for timexes in joined for each in timexes if each.interval and each.start]
    finer = [each for each in parts if each.start and each.start.date() == day.date()]
    finer = [each for each in finer if each.granularity.rank < Granularity.DAY.rank]
    return min(finer, key=lambda each: each.granularity.rank, default=None)


def _days(form: Form, time: TimeReading) -> Iterator[Timex]:
    """The finest time of each of its dates that is on the calendar."""
    for each in form.of(FieldKind.DATE):
        told = [timex for timex in time.timexes if each.value.covers(timex.span) and timex.interval]
        if told:
            yield min(told, key=lambda timex: timex.granularity.rank)


def place_of(form: Form, text: str, scenes: Sequence[Resolved]) -> Resolved | None:
    """Its place: a point on the map, else the name told first, in the region told beside it."""
    regions = [each for field in form.of(FieldKind.REGION) for each in _inside(field, scenes)]
    found = [each for field in form.of(FieldKind.PLACE) for each in _inside(field, scenes)]
    wide = [each for each in (*found, *regions) if each.place and each.precision == REGION]
    points = [each for each in found if each.place and each.precision < REGION]
    if not found and len(regions) > 1:  # "LGA: Bama ⏎ State: Borno": the finer one is told by its seat
        points = [each for each in regions if each.place and each.precision < REGION]
    named = [each for each in found if each.place is None] or list(_named(form, text, found))
    holder = wide[0].place if wide else None
    unmapped = [replace(each, holder=each.holder or holder) for each in named]
    chosen = next(iter((*points, *unmapped, *wide)), None)
    if chosen is None and form.head and not any(form.of(FieldKind.PLACE)):
        chosen = _of_head(form.head, text, scenes)
    return replace(chosen, reason=f"{chosen.reason}, by its form") if chosen else None


def _of_head(head: Span, text: str, scenes: Sequence[Resolved]) -> Resolved | None:
    """The place of the line above a form: of its parts the last where they go from wide to fine, else the first; one on the map before others.

    "BORNO – Gwoza LGA – Ngoshe", "Gwoza, Borno".
    """
    parts = [Span(*each.span()) for each in _PART.finditer(text, head.start, head.end)]
    told = [(place, _is_wide(part, place, text)) for part in parts if (place := _of_part(part, text, scenes))]
    if not told:
        return None
    narrows = told[0][1] or (parts[0].of(text).isupper() and not parts[-1].of(text).isupper())
    fine = [place for place, wide in told if not wide]
    ordered = fine[::-1] if narrows else fine
    mapped = (each for each in ordered if each.place)
    return next(chain(mapped, ordered), told[-1][0])


def _is_wide(part: Span, place: Resolved, text: str) -> bool:
    """Whether a part of a head names a region and no town: "BORNO", "Gwoza LGA"."""
    return (place.place is not None and place.precision >= REGION) or bool(_REGION.search(part.of(text)))


def _of_part(part: Span, text: str, scenes: Sequence[Resolved]) -> Resolved | None:
    """The place that a part of a head names: one on the map, else the capitalised words that it opens with, where they tell no act."""
    known = next((each for each in scenes if part.covers(each.toponym.name_span)), None)
    name = _NAME.match(text, part.start, part.end)
    if known or name is None or _HEADING.match(name.group()) or code(name.group()):
        return known
    if any(map(str.isdigit, name.group())):  # "January 2023"
        return None
    return _unmapped(Span(*name.span()), name.group())


def _unmapped(span: Span, name: str) -> Resolved:
    return Resolved(Toponym(span, name, name, span), None, 0, name, reason="named")


def _inside(field: FormField, scenes: Sequence[Resolved]) -> Iterator[Resolved]:
    return (each for each in scenes if field.value.covers(each.toponym.span))


def _named(form: Form, text: str, found: Sequence[Resolved]) -> Iterator[Resolved]:
    """What a place's value opens with, where that is a name that nothing else was read of."""
    for field in form.of(FieldKind.PLACE):
        name = _NAME_OF_VALUE.match(text, field.value.start, field.value.end)
        if name and name.group().lower() not in _UNTOLD:
            span = Span(*name.span())
            if not any(each.toponym.span.touches(span) for each in found):
                yield _unmapped(span, name.group())


def harm_of(form: Form, text: str) -> Casualties:
    """The people that its fields count."""
    counts: dict[str, Any] = {
        kind.value: _counted(next(form.of(kind), None), text) or _abbreviated(form, kind, text)
        for kind in _HARMS
    }
    return Casualties(**{kind: count for kind, count in counts.items() if count})


def _abbreviated(form: Form, kind: FieldKind, text: str) -> Count | None:
    """The people of one kind among all casualties: "2 K / 5 W (all civ)", "Nil"."""
    field = next(form.of(FieldKind.CASUALTIES), None)
    if field is None or kind not in _COUNTED_AS:
        return None
    words = BRACKETS.sub("", field.value.of(text)).strip(" .").lower()
    if kind is FieldKind.KILLED and words in _NOBODY:
        return Count(0, 0, words, field.value)
    number = _COUNTED_AS[kind].search(text, field.value.start, field.value.end)
    if number is None:
        return None
    count = int(number["number"].replace(",", ""))
    return Count(count, None if number["open"] else count, number[0], Span(*number.span()))


def _counted(field: FormField | None, text: str) -> Count | None:
    """A field's count: of nobody, or a number with what it may be at least and at most; None where it is not told.

    >>> [
    ...     _counted(FormField(FieldKind.KILLED, Span(0, 0), Span(0, len(each))), each)
    ...     for each in ("n/a", "unknown")
    ... ]
    [None, None]
    """
    words = field.value.of(text).rstrip(".").strip() if field else ""
    if field is None or words.lower() in _UNTOLD:
        return None
    plain = BRACKETS.sub("", words).strip().lower()
    if plain in _NOBODY:
        return Count(0, 0, words, field.value)
    if plain in _UNTOLD or _NO_COUNT.search(plain):
        return None
    bounds = added(_SHARES.split(plain)[0].replace("; ", ", ").replace(" + ", ", "))
    if bounds is None:
        return None
    low, high = bounds
    return Count(low, None if _OPEN.search(plain) else high, words, field.value)


_ABOUT = re.compile(rf"^(?:{one_of(LEXICON['values']['about'])}\s*)+", re.IGNORECASE)
_JOINS, _BETWEEN = (", ", " at "), " \t/|,;-–—()"
_HARMS = tuple(FieldKind(each.value) for each in Harm)
_NOBODY, _UNTOLD = frozenset(LEXICON["values"]["nobody"]), frozenset(LEXICON["values"]["untold"])
_COUNTED_AS = {
    FieldKind(harm): re.compile(
        rf"(?<![\w.,])(?P<number>\d{{1,3}}(?:,\d{{3}})*)(?P<open>\+?)\s?(?:\s[a-z]+){{0,2}}\s?{one_of(LEXICON['values'][harm])}\b",
        re.IGNORECASE,
    )
    for harm in ("killed", "wounded", "captured", "missing")
}
_GROUP = re.compile(
    r"(?:(?P<day>\d{2})(?P<hour>[0-2]\d[0-5]\d)\s?[A-Z]?\s+|(?P<day_>\d{1,2})\s+)"
    r"(?P<month>JAN|FEB|MAR|APR|MAY|JUNE?|JULY?|AUG|SEPT?|OCT|NOV|DEC)[a-z]*\.?(?:\s+(?P<year>(?:20)?\d\d)(?!\d))?"
    rf"(?:,?\s+(?:{one_of(LEXICON['values']['about'])}\s*)?(?P<hour_>[0-2]\d:?[0-5]\d)(?:\s?(?:hrs?|h|[A-Z]{{1,3}}|local))?)?\s*$",
    re.IGNORECASE | re.MULTILINE,
)
_SHARES = re.compile(rf"\b{one_of(LEXICON['values']['parts'])}(?!\w)")
_OPEN = re.compile(r"\d\s*\+")
_NO_COUNT = re.compile(r"\d[./]\d|%")
_CLOCK = re.compile(r"(?<![\d.])([01]?\d|2[0-3])\.?([0-5]\d)(?![\d.])")
_PART = re.compile(r"[^\W\d_](?:(?!\s-\s)[^–—|,/()\[\]\n:])*")
_REGION = re.compile(rf"\b{one_of(LEXICON['labels']['region'])}\b", re.IGNORECASE)
_HEADING = re.compile(rf"{one_of(LEXICON['heads']['words'])}\b", re.IGNORECASE)
_NAME_WORDS = r"[A-Z][\w'’-]+(?:[ -][A-Z\d][\w'’-]*){0,3}"
_NAME_ENDS = r"\s*(?:[,(/;|\n.–-]|\Z)"
_NAME = re.compile(rf"{_NAME_WORDS}(?={_NAME_ENDS})")
_NAME_OF_VALUE = re.compile(
    rf"{_NAME_WORDS}(?=(?:\s+[a-z]+){{0,2}}{_NAME_ENDS})"
)  # "Abiteye flow station, Escravos"
