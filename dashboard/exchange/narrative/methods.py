"""How a dataset came about, written from the dataset itself: what a reader needs who has to answer "how do you know?"."""

import hashlib
import json
from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache

import pandas as pd

from dashboard.bundled import bundled
from dashboard.exchange.described import Row, many, moment, rows, text
from dashboard.exchange.narrative.tallies import Tallies
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


def methods_of(tallies: Tallies, support: Dataset, provenance: Provenance) -> tuple[Section, ...]:
    """The sections, in the order in which a reader asks; ``support`` the mentions and reports behind the events."""
    return (
        Section("What this file holds", (*provenance.lines(), _counts(tallies, support))),
        Section("What read it", tuple(_readers(provenance))),
        _sources(support),
        _publication(support),
        Section(
            "The rules that read the times",
            (
                "Each time was read by a rule from the words quoted beside it. A rule, and how many events rest on it:",
            ),
            ("rule", "events"),
            _rows(tallies.rules),
        ),
        Section(
            "How exact the times are",
            ("No time is finer than the words that tell it.",),
            ("as fine as a", "events"),
            _rows(tallies.grains),
        ),
        _sureness(tallies),
        _left_unread(support.reports),
        _by_hand(tallies, provenance.edits),
    )


def _counts(tallies: Tallies, support: Dataset) -> str:
    return (
        f"{many(tallies.events, 'event')}, {many(len(support.mentions), 'mention')} in "
        f"{many(support.reports['report_id'].nunique(), 'report')}; "
        f"{many(tallies.coded, 'event')} came as coded rows"
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


def _sureness(tallies: Tallies) -> Section:
    return Section(
        "How sure the rows are",
        (
            _CONFIDENCE,
            f"{many(tallies.contradicted, 'event')} told with a contradiction.",
        ),
        ("confidence", "events"),
        tuple((name, f"{count:,}") for name, count in tallies.sureness.items() if count),
    )


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


def _by_hand(tallies: Tallies, edits: tuple[str, ...]) -> Section:
    lines = edits or ("No edit is told with this file; the rows by what a person made of them:",)
    return Section("What a person changed", lines, ("review", "events"), _rows(tallies.reviews))


def _rows(counted: Mapping[str, int]) -> Rows:
    """The most frequent first, those alike by name."""
    ordered = sorted(counted.items(), key=lambda each: (-each[1], each[0]))
    return tuple((name, f"{count:,}") for name, count in ordered if count)
