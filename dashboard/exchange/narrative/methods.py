"""How a dataset came about, written from the dataset itself: what a reader needs who has to answer "how do you know?"."""

import hashlib
import json
from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache

import pandas as pd

from dashboard.bundled import bundled
from dashboard.exchange.described import Row, moment, rows, text
from dashboard.exchange.narrative.tallies import BETWEEN, Tallies
from dashboard.exchange.provenance import Provenance
from dashboard.extraction.model import UnreadReason
from dashboard.table import Dataset
from dashboard.table.describe import day
from dashboard.text.report import DateSource
from dashboard.wording.numbers import number
from dashboard.wording.say import say, so_many, term, to_say

KNOWN_BY = {
    DateSource.GIVEN.value: to_say("given by the person who brought the report"),
    DateSource.PAGE.value: to_say("stated by the page or the message itself"),
    DateSource.TEXT.value: to_say("worked out from the words of the text"),
    DateSource.NONE.value: to_say("not known: times that hang on it stay relative"),
}
MOST_REPORTS = 1_000
_OTHER_REASON = to_say("another reason")

_CONFIDENCE = to_say(
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
        Section(say("What this file holds"), (*provenance.lines(), _counts(tallies, support))),
        Section(say("What read it"), tuple(_readers(provenance))),
        _sources(support),
        _publication(support),
        Section(
            say("The rules that read the times"),
            (
                say(
                    "Each time was read by a rule from the words quoted beside it. A rule, and how many events rest on it:"
                ),
            ),
            (say("rule"), say("events")),
            _rows(tallies.rules),
        ),
        Section(
            say("How exact the times are"),
            (say("No time is finer than the words that tell it."),),
            (say("as fine as a"), say("events")),
            _rows(tallies.grains),
        ),
        _sureness(tallies),
        _left_unread(support.reports),
        _by_hand(tallies, provenance.edits),
    )


def _counts(tallies: Tallies, support: Dataset) -> str:
    reports = support.reports["report_id"].nunique()
    return say(
        "{events}, {mentions} in {reports}; {coded} came as coded rows",
        events=_events(tallies.events),
        mentions=so_many("{count} mention", "{count} mentions", len(support.mentions)),
        reports=so_many("{count} report", "{count} reports", reports),
        coded=_events(tallies.coded),
    )


def _events(count: int) -> str:
    return so_many("{count} event", "{count} events", count)


def _readers(provenance: Provenance) -> Iterator[str]:
    program = provenance.program
    yield say(
        "{program}: rules and lexicons; no statistical model of language is part of it.", program=program
    )
    yield say(
        "Gazetteer {version} (the first digits of the SHA-256 of its tables; GeoNames, Natural Earth and our own).",
        version=gazetteer_version(),
    )
    yield say("Written {time} by {program}.", time=provenance.made_at, program=program)


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
    said = so_many(
        "and {count} report more, not listed here", "and {count} reports more, not listed here", more
    )
    heads = (say("report"), say("source"), say("title"), say("published"), say("known by"), "SHA-256")
    return Section(
        say("The reports"), (said,) if more else (), heads, tuple(_report(row) for row in rows(shown))
    )


def _report(row: Row) -> tuple[str, ...]:
    at = moment(row, "published")
    evidence = " · ".join(str(row["published_evidence"]).splitlines())
    by = term(KNOWN_BY.get(str(row["published_source"]), str(row["published_source"])))
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
    heads = (say("known by"), say("reports"))
    return Section(say("How the days of publication were known"), (), heads, _rows(counted))


def _sureness(tallies: Tallies) -> Section:
    return Section(
        say("How sure the rows are"),
        (
            say(_CONFIDENCE),
            so_many(
                "{count} event told with a contradiction.",
                "{count} events told with a contradiction.",
                tallies.contradicted,
            ),
        ),
        (say("confidence"), say("events")),
        tuple((_band(name), number(count)) for name, count in tallies.sureness.items() if count),
    )


def _left_unread(reports: pd.DataFrame) -> Section:
    """Phrases that were seen and not turned into events, by the reason."""
    reasons = Counter(reason for cell in reports["unread"] for reason in _reasons(str(cell)))
    total = sum(reasons.values())
    line = so_many(
        "{count} phrase seen and not turned into an event, for a reason; the page lists it with its words.",
        "{count} phrases seen and not turned into events, each for a reason; the page lists them with their words.",
        total,
    )
    return Section(say("What was left unread"), (line,), (say("reason"), say("phrases")), _rows(reasons))


def _reasons(cell: str) -> Iterator[str]:
    for each in json.loads(cell) if cell else ():
        known = UnreadReason.of(str(each.get("why", "")))
        yield known.value if known else _OTHER_REASON


def _by_hand(tallies: Tallies, edits: tuple[str, ...]) -> Section:
    lines = edits or (say("No edit is told with this file; the rows by what a person made of them:"),)
    return Section(
        say("What a person changed"), lines, (say("review"), say("events")), _rows(tallies.reviews)
    )


def _rows(counted: Mapping[str, int]) -> Rows:
    """The most frequent first, those alike by name."""
    ordered = sorted(counted.items(), key=lambda each: (-each[1], each[0]))
    return tuple((term(name), number(count)) for name, count in ordered if count)


def _band(name: str) -> str:
    """A band of chances by its two ends, or that there is none."""
    low, _, high = name.partition(BETWEEN)
    return say("{low} to {high}", low=low, high=high) if high else term(name)
