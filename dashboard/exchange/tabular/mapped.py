"""Any table with a mapping of its columns: dates in whatever words, places with or without coordinates, tolls in figures.

A relative date ("yesterday evening") is counted from the row's own day of publication, or from the one the person gave.
A place without coordinates is looked up, in the country and region that the row names; one that may lie in two countries
is left off the map.
"""

import re
from collections.abc import Iterator
from dataclasses import replace
from datetime import date, datetime, time

import pandas as pd

from dashboard.exchange.described import many
from dashboard.exchange.tabular.batch import Asked, Told
from dashboard.exchange.tabular.cells import by_row, by_unique, counts, nothing
from dashboard.exchange.tabular.columns import Columns
from dashboard.exchange.tabular.date_texts import date_texts, time_words
from dashboard.exchange.tabular.days import (
    MOMENT,
    RELATIVE,
    Order,
    Times,
    bounds_of,
    interval_of,
    times,
    to_utc,
    utc_bounds,
)
from dashboard.exchange.tabular.homes import zone_of
from dashboard.exchange.tabular.roles import Mapped
from dashboard.exchange.tabular.where import places_told
from dashboard.exchange.tabular.words import our_types
from dashboard.extraction.acled import EVENT_TYPE_OF
from dashboard.table.columns import EVENT_TYPES

_RANGE = re.compile(r"(\d+)\s*(?:-|–|to|до|à|a)\s*(\d+)")
_LEAST = re.compile(r"(?:at least|min\.?|>=?|≥|more than|over)\s*(\d+)|(\d+)\s*\+", re.IGNORECASE)
_TEXTS = ("admin2", "admin3", "actor1", "actor2", "source", "url", "title", "tags")
_LONGEST_WORD = 60
_FINE = ("minute", "hour", "daypart")
_NO_CLOCK = "taken as UTC: neither its place nor --timezone tells the zone of its clock"
_COUNTS = ("injured", "missing", "captured", "displaced")


def told(cells: pd.DataFrame, mapping: Mapped, order: Order, asked: Asked) -> Told:
    """What the rows tell, as event columns."""
    by_role = Columns(cells, mapping)
    where = places_told(by_role, asked)
    zone = by_unique(where.iso, lambda each: zone_of(each) or asked.timezone, "str")
    when, published, counted_from = _when(by_role, order, asked)
    start, end = utc_bounds(when, zone)
    clockless = (zone == "") & ~when.zoned & when.granularity.isin(_FINE) & when.start.notna()
    kind, sub = _types(by_role["event_type"], by_role["sub_event_type"])
    words = time_words(by_role)
    return Told(
        {
            "event_id": by_role["id"],
            "start": start,
            "end": end,
            "timezone": zone,
            "granularity": when.granularity,
            "time_text": words,
            "time_rule": pd.Series("coded", index=cells.index, dtype="str").where(words != "", ""),
            "time_notes": _with_doubt(when.notes, clockless),
            "reference_time": to_utc(counted_from, zone),
            "reference_source": pd.Series("given", index=cells.index, dtype="str").where(
                counted_from.notna(), ""
            ),
            "event_type": kind,
            "sub_event_type": sub,
            **{name: by_role[name] for name in _TEXTS if name in mapping},
            **_tolls(by_role["fatalities"], by_role["fatalities_low"], by_role["fatalities_high"]),
            **{name: counts(by_role[name]) for name in _COUNTS if name in mapping},
            "location": by_role["place"],
            "place_id": where.place_id,
            "admin1": where.admin1,
            "country": where.country,
            "iso": where.iso,
            "latitude": where.points.latitude,
            "longitude": where.points.longitude,
            "geo_precision": where.precision,
            "published": to_utc(published, zone),
            "notes": cells[mapping["notes"]] if "notes" in mapping else nothing(cells),
        },
        {**where.points.wrong, **by_row(when.wrong)},
        notes=tuple(_assumed(when.notes, clockless)),
    )


def _assumed(notes: pd.Series, clockless: pd.Series) -> Iterator[str]:
    """What had to be assumed of times, once for all rows; each row says it for itself."""
    doubted = notes[notes != ""]
    if len(doubted):
        yield f"{many(len(doubted), 'row')}: {doubted.iloc[0]} (say which with --map order=dmy or order=mdy)"
    if clockless.any():
        yield f"{many(int(clockless.sum()), 'row')} with a time of day: {_NO_CLOCK}"


def _with_doubt(notes: pd.Series, clockless: pd.Series) -> pd.Series:
    """The notes, with one where a time of day is on a clock that nothing tells."""
    if not clockless.any():
        return notes
    return notes.where(~clockless, (notes + "; ").where(notes != "", "") + _NO_CLOCK)


def _when(by_role: Columns, order: Order, asked: Asked) -> tuple[Times, pd.Series, pd.Series]:
    """The bounds, the day of publication, and the moment that a relative date is counted from, all on local clocks."""
    first = times(date_texts(by_role, ""), order)
    published = times(by_role["published"], order).start
    reference = published.fillna(pd.Timestamp(asked.published)) if asked.published else published
    relative = (first.wrong == RELATIVE) & reference.notna()
    if relative.any():
        first = _counted(first, date_texts(by_role, ""), reference.where(relative))
    told_less = first.wrong == RELATIVE
    help_ = "; name the column that tells it (--map published=COLUMN), or the day (--published)"
    wrong = first.wrong.where(~told_less, date_texts(by_role, "").str.slice(0, 80) + f" {RELATIVE}{help_}")
    whole = _until(replace(first, wrong=wrong), times(date_texts(by_role, "end_"), order))
    return whole, published, reference.where(relative)


def _counted(first: Times, texts: pd.Series, reference: pd.Series) -> Times:
    """The same with relative dates counted from their row's day; each different pair is read once."""
    rows = reference.dropna()
    pairs = list(zip(texts[rows.index], rows, strict=True))
    read = {pair: bounds_of(interval_of(pair[0], _day_or_moment(pair[1])), pair[0]) for pair in set(pairs)}
    start, end, names, wrong = zip(*(read[pair] for pair in pairs), strict=True)
    index = rows.index
    return replace(
        first,
        start=pd.Series(start, index=index, dtype=MOMENT)
        .reindex(first.start.index)
        .combine_first(first.start),
        end=pd.Series(end, index=index, dtype=MOMENT).reindex(first.end.index).combine_first(first.end),
        granularity=pd.Series(names, index=index).reindex(first.start.index).combine_first(first.granularity),
        wrong=pd.Series(wrong, index=index).reindex(first.start.index).combine_first(first.wrong),
    )


def _day_or_moment(moment: pd.Timestamp) -> date | datetime:
    plain = moment.to_pydatetime()
    return plain if plain.time() != time(0) else plain.date()


def _until(first: Times, last: Times) -> Times:
    """From the first bounds to the end of the last, where there is a last."""
    there = last.end.notna()
    backwards = there & (last.end <= first.start)
    wrong = first.wrong.where(first.wrong != "", last.wrong)
    wrong = wrong.where((wrong != "") | ~backwards, "ends before it starts")
    return replace(
        first,
        end=first.end.where(~there | first.start.isna(), last.end),
        wrong=wrong.where(wrong != RELATIVE, "its end is no date"),
    )


def _types(types: pd.Series, subs: pd.Series) -> tuple[pd.Series, pd.Series]:
    """Our type for theirs, where it is one of ACLED's words; a word of their own stays as the sub-event type."""
    kind = by_unique(types, _kind, "str")
    sub = subs.where(subs != "", types.where(~types.isin(EVENT_TYPES), ""))
    ours = by_unique(sub, lambda each: our_types().get(each.casefold(), each), "str")
    by_sub = by_unique(ours, lambda each: EVENT_TYPE_OF.get(each, ""), "str")
    return kind.where(kind != "", by_sub), ours


def _kind(word: str) -> str:
    """The type that a word of theirs means: ACLED's own, a sub-event type, or what our lexicon makes of it.

    >>> _kind("battles"), _kind("Peaceful protest"), _kind("airstrike"), _kind("misc")
    ('Battles', 'Protests', 'Explosions/Remote violence', '')
    """
    found = our_types().get(word.casefold(), "")
    if found or len(word) > _LONGEST_WORD:
        return found if found in EVENT_TYPES else str(EVENT_TYPE_OF.get(found, ""))
    from dashboard.extraction.annotate.cues import code  # noqa: PLC0415 - only kinds in words of their own pay for it

    coded = code(word)
    return coded.event_type.value if coded else ""


def _tolls(told_toll: pd.Series, low: pd.Series, high: pd.Series) -> dict[str, pd.Series]:
    """The dead: a figure; "5-7", "at least 5" and "5+" are bounds; other words stay words."""
    figure = counts(told_toll)
    odd = figure.isna() & (told_toll != "")
    bounds = {each: _bounds(str(each)) for each in told_toll[odd].unique()}
    least = pd.to_numeric(told_toll.map({each: low_ for each, (low_, _) in bounds.items()})).astype("Int64")
    most = pd.to_numeric(told_toll.map({each: high_ for each, (_, high_) in bounds.items()})).astype("Int64")
    lowest, highest = counts(low).fillna(figure).fillna(least), counts(high).fillna(figure).fillna(most)
    return {
        "fatalities": figure.fillna(least),
        "fatalities_low": lowest,
        "fatalities_high": highest,
        "fatalities_text": told_toll.where(odd, ""),
    }


def _bounds(words: str) -> tuple[float | None, float | None]:
    if found := _RANGE.fullmatch(words.strip()):
        return float(found[1]), float(found[2])
    if found := _LEAST.fullmatch(words.strip()):
        return float(found[1] or found[2]), None
    return None, None
