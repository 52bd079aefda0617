"""News or chronicle, passage by passage: whether bare dates count from the day of publication or from the date last mentioned.

A wire report may carry a chronology, and a chronicle may end with the news of the day. Every line brings
evidence: dates of years gone by speak for a chronicle, "yesterday" and "last week" for news. The lines are
then parted into as few passages as that evidence allows (the cheapest parting, as Viterbi finds it), so that
a line without evidence goes with its neighbours and one stray word turns nothing.
"""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import groupby

from dashboard.language import STOP
from dashboard.language.sentences import end_of
from dashboard.temporal.context.cues import opens_sentence
from dashboard.temporal.context.parse import Document, Phrase
from dashboard.temporal.context.wording import any_of
from dashboard.temporal.expressions import Deixis, Expression
from dashboard.temporal.timex import Bearing, NarrativePassage
from dashboard.text import Span

# What speaks for a chronicle, and how loudly:
_GONE_BY = 2  # a date of another year
_NEXT_DOOR = 1  # of the years beside the publication's, which news names too
_FOLLOWS = 1  # "in May", behind such a date in its line
_OPENS = 2  # twice that if it opens its sentence: "In March 1995 …"
_ENTRY = 2  # and twice again if it heads its line: "1995: …"
_HEADING = 6  # "Timeline:" on a line of its own
# What speaks for news:
_SPOKEN = {
    Deixis.NEAR: 10,  # one "yesterday" outweighs many dates
    Deixis.TODAY: 6,  # "today" less: chronicles say it of the world as it is now
    Deixis.LOOSE: 2,  # "now" and "next year" hardly
    Deixis.NONE: 0,
}
# What must be outweighed:
_TELLS = 6  # a text without three dates of years gone by is all news
_BEGINS = 5  # for a text to begin as a chronicle: three such dates do
_LONG_AGO = (
    20  # years: what tells of nothing later, and counts nothing from today, is a chronicle whatever it weighs
)
_TURNS = 9  # for every turn from one to the other: one "yesterday" does at an end of the text, no "today"
_ALL_LONG_AGO = "every year named is long gone by, and nothing counts from today"
_OPENS_WITHIN = 25  # characters before a year that still opens its sentence
_OPENS_WITH_IT = re.compile(rf"""(?:^|{STOP}["”’)\]]*\s+|\n\s*)\w*\s?$""")
_LONGEST_SENTENCE = 400
_LONGEST_HEADING = 40
_MARGIN, _BULLETS = 8, " \t•*-–—·"  # what may stand before an entry of a list
_ENTRY_ENDS = (":", "–", "—", " -", " –", " —", "\n")


@dataclass(frozen=True, slots=True)
class _Line:
    """A line's span and what speaks for either telling: dates of other years, or words of the day."""

    span: Span
    chronicle: int
    news: int


def passages(document: Document, year: int | None) -> tuple[NarrativePassage, ...]:
    """The text parted into news and chronicle; ``year`` is the publication's, where it is known.

    Where it is not, every year named speaks for a chronicle: what is named outright needs no publication day.

    >>> from dashboard.temporal.context.parse import understood
    >>> text = understood("In 1911 they rose. In 1912 they lost. In 1913 they left. In May they came back.")
    >>> [(passage.chronicle, passage.why) for passage in passages(text, 2018)]
    [(True, 'dates of other years weigh 14, words counted from today 0')]
    """
    gone_by = [_gone_by(phrase, document.text, year) for phrase in document.phrases]
    if sum(gone_by) < _TELLS:  # nearly always: no line needs a look
        old = year is not None and any(gone_by) and _is_all_long_ago(document, year)
        return (
            NarrativePassage(Span(0, len(document.text)), chronicle=old, why=_ALL_LONG_AGO if old else ""),
        )
    lines = list(_lines(document, gone_by))
    parted = zip(_cheapest(lines), lines, strict=True)
    return tuple(_passage(list(run)) for _, run in groupby(parted, key=lambda pair: pair[0]))


def at_passage(
    parted: tuple[NarrativePassage, ...], phrases: Iterable[Phrase]
) -> Iterator[tuple[Phrase, bool]]:
    """Each phrase, in order, with whether it stands in a chronicle."""
    number = 0
    for phrase in phrases:
        while number + 1 < len(parted) and parted[number + 1].span.start <= phrase.span.start:
            number += 1
        yield phrase, parted[number].chronicle


def first_told(document: Document) -> int | None:
    """The first year of what a text tells: the earliest that the first sentence with a year names."""
    dated = [
        (phrase.span.start, phrase.meaning.years_named)
        for phrase in document.phrases
        if phrase.meaning.years_named
    ]
    if not dated:
        return None
    start, end = dated[0][0], end_of(document.text, dated[0][0], _LONGEST_SENTENCE)
    return min(year for at, years in dated if start <= at <= end for year in years)


def _is_all_long_ago(document: Document, year: int) -> bool:
    """Whether every year named lies long before the publication's, and no words count from the day of speech or look ahead.

    One year told by the way ("the bridge, built in 1953, fell in March") is none: it must stand with its month, open its
    sentence, or have company.
    """
    years = [named for phrase in document.phrases for named in phrase.meaning.years_named]
    if not years or max(years) > year - _LONG_AGO:
        return False
    spoken = any(
        phrase.future or phrase.meaning.deixis is not Deixis.NONE or phrase.meaning.counts_from_publication
        for phrase in document.phrases
    )
    return not spoken and (
        len(set(years)) > 1 or any(_tells_outright(document, each) for each in document.phrases)
    )


def _tells_outright(document: Document, phrase: Phrase) -> bool:
    """Whether a year is no mere aside: it opens its sentence ("In 1846 …"), or its month stands beside it and no comma behind."""
    stated = phrase.meaning.stated
    if not phrase.meaning.years_named or phrase.bearing is not Bearing.AT:
        return False
    if _OPENS_WITH_IT.search(document.text, max(0, phrase.span.start - _OPENS_WITHIN), phrase.span.start):
        return True
    return (
        stated is not None and stated.month is not None and not document.text.startswith(",", phrase.span.end)
    )


def _gone_by(phrase: Phrase, text: str, year: int | None) -> int:
    """What the years that a phrase names speak for a chronicle."""
    if phrase.bearing.dates_nothing or phrase.future:
        return 0
    weight = sum(_weight_of(each, year) for each in phrase.meaning.years_named)
    weight += _GONE_BY * phrase.meaning.names_ancient_year
    return weight * _ENTRY if weight and heads_entry(phrase, text) else weight


def _weight_of(named: int, year: int | None) -> int:
    if year is None or abs(named - year) > 1:
        return _GONE_BY
    return _NEXT_DOOR if named != year else 0


def _lines(document: Document, gone_by: list[int]) -> Iterator[_Line]:
    """Each line of the text with the evidence of its phrases."""
    at = start = 0
    for words in document.text.splitlines(keepends=True):
        first, end = at, start + len(words)
        while at < len(gone_by) and document.phrases[at].span.start < end:
            at += 1
        phrases = document.phrases[first:at]
        chronicle = _for_chronicle(document, phrases, gone_by[first:at]) + _HEADING * _is_heading(
            document, words
        )
        yield _Line(Span(start, end), chronicle, _for_news(phrases))
        start = end


def _for_chronicle(document: Document, phrases: tuple[Phrase, ...], gone_by: list[int]) -> int:
    """What a line's phrases speak for a chronicle."""
    total, begun = 0, False
    for phrase, weight in zip(phrases, gone_by, strict=True):
        own = weight or (_FOLLOWS if begun and _is_bare(phrase.meaning) else 0)
        begun = begun or weight > 0
        total += own * (_OPENS if own and opens_sentence(document.text, phrase.span.start) else 1)
    return total


def _is_bare(meaning: Expression) -> bool:
    """A month or a day of one without its year."""
    return meaning.stated is not None and meaning.stated.lacks_year


def _for_news(phrases: tuple[Phrase, ...]) -> int:
    """What a line's phrases speak for news; a weekday behind a full date is that date's neighbour."""
    weight, dated = 0, False
    for phrase in phrases:
        stated = phrase.meaning.stated
        dated = dated or (stated is not None and stated.full)
        weight += 0 if dated and stated else _SPOKEN[phrase.meaning.deixis]
    return weight


def _cheapest(lines: list[_Line]) -> list[bool]:
    """For each line whether it is chronicle, so that the evidence gone against and the turns cost least."""
    news, chronicle = 0, _BEGINS
    turned: list[tuple[bool, bool]] = []  # whether the text turned here, if this line is news, if chronicle
    for line in lines:
        turned.append((chronicle + _TURNS < news, news + _TURNS < chronicle))
        news, chronicle = (
            min(news, chronicle + _TURNS) + line.chronicle,
            min(chronicle, news + _TURNS) + line.news,
        )
    chronicle = chronicle < news
    path = []
    for pair in reversed(turned):
        path.append(chronicle)
        chronicle ^= pair[chronicle]
    return path[::-1]


def _passage(run: list[tuple[bool, _Line]]) -> NarrativePassage:
    lines = [line for _, line in run]
    chronicle, news = sum(line.chronicle for line in lines), sum(line.news for line in lines)
    why = f"dates of other years weigh {chronicle}, words counted from today {news}"
    return NarrativePassage(Span(lines[0].span.start, lines[-1].span.end), run[0][0], why)


def heads_entry(phrase: Phrase, text: str) -> bool:
    """Whether the words head their line as a chronology's do: "1995: …", "12 March 1995 – …"."""
    if not text.startswith(_ENTRY_ENDS, phrase.span.end):
        return False
    before = text[max(0, phrase.span.start - _MARGIN) : phrase.span.start]
    _, line_end, indent = before.rpartition("\n")
    return bool(line_end or len(before) < _MARGIN) and not indent.strip(_BULLETS)


def _is_heading(document: Document, line: str) -> bool:
    words = line.strip()
    if not words or len(words) > _LONGEST_HEADING or words[-1] in ".!?":
        return False
    return any_of(document.words.lists["chronicle-headings"]).match(words) is not None
