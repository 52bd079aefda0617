"""How a dataset came about, written from the dataset itself: what a reader needs who has to answer "how do you know?"."""

import hashlib
import json
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cache
from itertools import pairwise

import pandas as pd

from dashboard.bundled import bundled
from dashboard.exchange.described import Row, many, moment, rows, text
from dashboard.exchange.provenance import PRODUCT, Provenance
from dashboard.extraction.model import UnreadReason
from dashboard.table import Dataset
from dashboard.table.describe import day
from dashboard.text.report import DateSource

KNOWN_BY = {
    DateSource.GIVEN.value: "given by the person who brought the report",
    DateSource.PAGE.value: "stated by the page or the message itself",
    DateSource.TEXT.value: "worked out from the words of the text",
    DateSource.NONE.value: "not known: times that hang on it stay relative",
}
MOST_REPORTS = 1_000
_BANDS = (0.0, 0.2, 0.4, 0.6, 0.8, 1.0)
_NO_RULE = "no time was read"
_OTHER_REASON = "another reason"

_CONFIDENCE = (
    "The confidence is the measured chance that time, place, type and toll of a row are all right. "
    "It was measured on coded reports of many kinds; what speaks against a row stands beside it."
)

Rows = tuple[tuple[str, ...], ...]


@dataclass(frozen=True, slots=True)
class Section:
    """A part of the methods: its title, sentences, and a table with its heads, which may be empty."""

    title: str
    lines: tuple[str, ...] = ()
    heads: tuple[str, ...] = ()
    rows: Rows = ()


def methods_of(dataset: Dataset, provenance: Provenance) -> tuple[Section, ...]:
    """The sections, in the order in which a reader asks."""
    return (
        Section("What this file holds", (*provenance.lines(), _counts(dataset))),
        Section("What read it", tuple(_readers(provenance))),
        _sources(dataset),
        _publication(dataset),
        Section(
            "The rules that read the times",
            (
                "Each time was read by a rule from the words quoted beside it. A rule, and how many events rest on it:",
            ),
            ("rule", "events"),
            _tally(dataset.events["time_rule"].astype(str).replace("", _NO_RULE)),
        ),
        Section(
            "How exact the times are",
            ("No time is finer than the words that tell it.",),
            ("as fine as a", "events"),
            _tally(dataset.events["granularity"].astype(str)),
        ),
        _sureness(dataset.events),
        _left_unread(dataset.reports),
        _by_hand(dataset.events, provenance.edits),
    )


def _counts(dataset: Dataset) -> str:
    return (
        f"{many(len(dataset.events), 'event')}, {many(len(dataset.mentions), 'mention')} in "
        f"{many(dataset.reports['report_id'].nunique(), 'report')}; "
        f"{many(int(dataset.events['extra'].ne('').sum()), 'event')} came as coded rows"
    )


def _readers(provenance: Provenance) -> Iterator[str]:
    yield f"{PRODUCT} {provenance.version}: rules and lexicons; no statistical model of language is part of it."
    yield f"Gazetteer {gazetteer_version()} (the first digits of the SHA-256 of its tables; GeoNames, Natural Earth and our own)."
    yield f"Written {provenance.lines()[-1].removeprefix('made ')}."


@cache
def gazetteer_version() -> str:
    """The first 12 digits of the SHA-256 of all tables of places, in the order of their names."""
    digest = hashlib.sha256()
    for path in sorted((bundled("data") / "gazetteer").glob("*.tsv*")):
        digest.update(path.name.encode() + b"\0" + path.read_bytes())
    return digest.hexdigest()[:12]


def _sources(dataset: Dataset) -> Section:
    shown = dataset.reports.head(MOST_REPORTS)
    more = len(dataset.reports) - len(shown)
    lines = (f"and {more:,} reports more, not listed here",) if more else ()
    heads = ("report", "source", "title", "published", "known by", "SHA-256")
    return Section("The reports", lines, heads, tuple(_report(row) for row in rows(shown)))


def _report(row: Row) -> tuple[str, ...]:
    at = moment(row, "published")
    evidence = " · ".join(str(row["published_evidence"]).splitlines())
    by = KNOWN_BY.get(str(row["published_source"]), str(row["published_source"]))
    return (
        text(row, "url") or text(row, "report_id"),
        text(row, "source"),
        text(row, "title"),
        day(at, text(row, "timezone")) if at else "",
        f"{by} (“{evidence}”)" if evidence else by,
        text(row, "sha256"),
    )


def _publication(dataset: Dataset) -> Section:
    counted = Counter(KNOWN_BY.get(each, each) for each in dataset.reports["published_source"].astype(str))
    return Section("How the days of publication were known", (), ("known by", "reports"), _rows(counted))


def _sureness(events: pd.DataFrame) -> Section:
    """Rows by how likely they are all right; coded rows have no such number."""
    sure = events["confidence"].astype("Float64")
    bands = pairwise(_BANDS)
    rows = [(f"{low:.1f} to {high:.1f}", _within(sure, low, high)) for low, high in bands]
    rows.append(("not measured", int(sure.isna().sum())))
    contradicted = int(events["conflicts"].ne("").sum())
    return Section(
        "How sure the rows are",
        (
            _CONFIDENCE,
            f"{many(contradicted, 'event')} told with a contradiction.",
        ),
        ("confidence", "events"),
        tuple((name, f"{count:,}") for name, count in rows if count),
    )


def _within(sure: pd.Series, low: float, high: float) -> int:
    inside = (sure >= low) & ((sure < high) | ((high == 1.0) & (sure <= high)))
    return int(inside.fillna(value=False).sum())


def _left_unread(reports: pd.DataFrame) -> Section:
    """Phrases that were seen and not turned into events, by the reason."""
    reasons = Counter(reason for cell in reports["unread"] for reason in _reasons(str(cell)))
    total = sum(reasons.values())
    line = f"{many(total, 'phrase')} seen and not turned into events, each for a reason; the page lists them with their words."
    return Section("What was left unread", (line,), ("reason", "phrases"), _rows(reasons))


def _reasons(cell: str) -> Iterator[str]:
    for each in json.loads(cell) if cell else ():
        known = UnreadReason.of(str(each.get("why", "")))
        yield known.value if known else _OTHER_REASON


def _by_hand(events: pd.DataFrame, edits: tuple[str, ...]) -> Section:
    lines = edits or ("No edit is told with this file; the rows by what a person made of them:",)
    return Section(
        "What a person changed", lines, ("review", "events"), _tally(events["review_status"].astype(str))
    )


def _tally(values: pd.Series) -> Rows:
    return _rows(Counter(values.tolist()))


def _rows(counted: Iterable[str] | Counter[str]) -> Rows:
    """The most frequent first, those alike by name."""
    ordered = sorted(Counter(counted).items(), key=lambda each: (-each[1], each[0]))
    return tuple((name, f"{count:,}") for name, count in ordered if count)
