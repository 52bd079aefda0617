"""Where the words of the search box stand: in the row of an event, in a sentence that tells of it, or in its report.

Every word must stand there, part of a longer one or whole; words between quotation marks as they follow each other.
Case, accents and vowel signs make no difference, nor do the forms of an Arabic letter.
"""

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass

import numpy as np
import pandas as pd

from dashboard.table.choices import with_codes
from dashboard.table.columns import CATEGORY, EVENT_COLUMNS
from dashboard.table.epochs import Mask
from dashboard.table.index import Index, Numbers
from dashboard.table.links import links_of
from dashboard.table.once import Arrays
from dashboard.table.postings import Postings, Texts, Words, as_arrays, from_arrays, postings, words_of
from dashboard.text.folded import folded, on_one_line

_BLOCK = 25_000
_PHRASE = re.compile(r'"([^"]+)"|“([^”]+)”|«([^»]+)»|(\S+)')
_CODED = tuple(column.name for column in EVENT_COLUMNS if column.searched and column.dtype == CATEGORY)
_TEXTS = tuple(column.name for column in EVENT_COLUMNS if column.searched and column.dtype != CATEGORY)
_OF_REPORT = ("title", "text")

Having = Callable[[str], Mask]


@dataclass(frozen=True, slots=True, eq=False)
class Found:
    """The events that tell of it themselves, in their row or in a sentence, and those of the reports that do."""

    by_event: Mask
    by_report: Mask

    @property
    def found(self) -> Mask:
        """The events that tell of it; where none does, those of the reports that do."""
        return self.by_event if self.by_event.any() else self.by_report


def search(index: Index, text: str) -> Found:
    """The events that all words and phrases of the search box were found for."""
    asked = list(phrases(text))
    by_event = _all((_in_events(index, phrase) for phrase in asked), len(index))
    links, reports = links_of(index), index.reports
    if links is None or reports is None or not asked:
        return Found(by_event, np.zeros(len(index), dtype=bool))
    in_report = _all((_in_reports(index, reports, phrase) for phrase in asked), len(reports))
    events = links.event[links.by_report.of(np.flatnonzero(in_report))]
    by_report = np.zeros(len(index), dtype=bool)
    by_report[events[events >= 0]] = True
    return Found(by_event, by_report & ~by_event)


def phrases(text: str) -> Iterator[str]:
    """The words and phrases that are asked for, folded.

    >>> list(phrases('Homs "barrel  bombs"'))
    ['homs', 'barrel bombs']
    """
    for found in _PHRASE.finditer(text):
        if phrase := on_one_line(next(filter(None, found.groups()))):
            yield phrase


def _all(masks: Iterator[Mask], length: int) -> Mask:
    here = np.ones(length, dtype=bool)
    for mask in masks:
        here &= mask
    return here


def _in_events(index: Index, phrase: str) -> Mask:
    def texts(at: Numbers) -> Iterator[Texts]:
        return _texts_of(index, at)

    told = _standing(phrase, _event_words(index), texts)
    for column in _CODED:
        words = _folded_words(index, column).having(phrase)
        if len(words):
            told |= with_codes(index.codes(column), words, len(index.words(column)))
    return told


def _in_reports(index: Index, reports: pd.DataFrame, phrase: str) -> Mask:
    def texts(at: Numbers) -> Iterator[Texts]:
        return ((at, reports[column].iloc[at]) for column in _OF_REPORT)

    return _standing(phrase, _report_words(index, reports), texts)


def _standing(phrase: str, words: Postings, texts: Callable[[Numbers], Iterator[Texts]]) -> Mask:
    """Where a phrase stands: its words are looked up, and texts that hold all of them read."""
    here = _all(map(words.having, _parts(phrase)), words.texts)
    if " " not in phrase:
        return here
    found = np.zeros(words.texts, dtype=bool)
    for owners, told in texts(np.flatnonzero(here)):
        found[owners[[phrase in on_one_line(text) for text in told]]] = True
    return found


def _parts(phrase: str) -> Iterator[str]:
    r"""What to look for in the words: of several that follow each other only the outermost may be parts of longer ones.

    >>> list(_parts("of barrel bombs"))
    ['of\n', '\nbarrel\n', '\nbombs']
    """
    words = phrase.split(" ")
    for at, word in enumerate(words):
        yield ("\n" if at else "") + word + ("\n" if at < len(words) - 1 else "")


def _folded_words(index: Index, column: str) -> Words:
    return index.once.of(("folded", column), lambda: words_of(map(folded, index.words(column))))


def _event_words(index: Index) -> Postings:
    def made() -> Arrays:
        rows = len(index)
        blocks = (np.arange(first, min(first + _BLOCK, rows)) for first in range(0, rows, _BLOCK))
        return as_arrays(postings((_texts_of(index, block) for block in blocks), rows))

    return index.once.of("words of events", lambda: from_arrays(index.once.shelved("events", made)))


def _report_words(index: Index, reports: pd.DataFrame) -> Postings:
    def made() -> Arrays:
        every = np.arange(len(reports))
        return as_arrays(postings([((every, reports[column]) for column in _OF_REPORT)], len(reports)))

    return index.once.of("words of reports", lambda: from_arrays(index.once.shelved("reports", made)))


def _texts_of(index: Index, at: Numbers) -> Iterator[Texts]:
    """What some events tell in their columns, and the sentences that tell of them."""
    for column in _TEXTS:
        yield at, index.events[column].iloc[at]
    links = links_of(index)
    if links is not None and index.mentions is not None:
        mentions = links.by_event.of(at)
        yield np.repeat(at, links.by_event.sizes(at)), index.mentions["quote"].iloc[mentions]
