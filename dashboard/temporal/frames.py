"""Frames: which stretch of a report is counted from which day.

A monitor's post often carries an older post of its own: "The Observatory published on Sunday night that …
yesterday …". From "that" on, the older post's clock counts. Such quotations nest. A quotation that opens its
paragraph runs to the paragraph's end; another ends with its sentence. In newspapers "officials said on
Sunday that" shifts nothing: indirect speech is told from the paper's own day, so only publishing verbs, and
a source speaking of itself or with "had", open a frame.
"""

import re
from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass

from dashboard.temporal.document import Document, Phrase, word_pattern
from dashboard.temporal.expressions import Calendar, Named, Part, Shift, Told
from dashboard.text import Sentence, Span, sentences

CARRIED = "carried over"
_REACH = 60  # characters between a reporting verb, its time phrase and "that"
_OPENS_PARAGRAPH = 200  # a quotation begun within these many characters owns the paragraph
_THAT = re.compile(r"[\s,،)]*(?:that\b|:|ب?[أإ]نّ?\w{0,3}\b)")
_HAD = re.compile(r"\bhad\s+(?:\w+\s+)?$", re.IGNORECASE)
_FIRST_WORD = re.compile(r"\W*(\w+)")


@dataclass(frozen=True, slots=True)
class Quotation:
    """A stretch that an earlier report fills; ``opener`` is the phrase that dates it.

    A carried-over paragraph has the number of the quotation it goes on with as its ``source``.
    """

    span: Span
    opener: Phrase | None
    parent: int
    verb: str = ""
    source: int = 0


def quotations(document: Document) -> tuple[Quotation, ...]:
    """Quoted reports in the order they open; entry 0 is the report itself."""
    found = [Quotation(Span(0, len(document.text)), None, -1)]
    candidates = [phrase for phrase in document.phrases if _may_open(document, phrase)]
    if not candidates:  # nearly always: nothing is split into sentences
        return tuple(found)
    parts = tuple(sentences(document.text))
    paragraphs = _paragraphs(parts)
    for sentence, phrase in _placed(parts, candidates):
        opener = _opener(document, sentence, phrase)
        if opener is None:
            continue
        verb, start = opener
        parent = innermost(found, phrase.span.start)
        end = _end(paragraphs[sentence.paragraph], sentence, phrase, nested=parent > 0)
        found.append(Quotation(Span(start, min(end, found[parent].span.end)), phrase, parent, verb))
    found += _carried(document, paragraphs, found)
    return tuple(found)


def innermost(found: list[Quotation] | tuple[Quotation, ...], at: int) -> int:
    """The number of the latest-opened quotation that holds the character.

    Carried-over paragraphs stand last; the others lie in the order they open and nest, so that the one
    sought is the last opened before the character or one that this stands in.
    """
    number = len(found) - 1
    while number and found[number].verb == CARRIED:
        if found[number].span.start <= at < found[number].span.end:
            return number
        number -= 1
    number = max(0, bisect_right(found, at, hi=number + 1, key=lambda each: each.span.start) - 1)
    while number and at >= found[number].span.end:
        number = found[number].parent
    return number


def is_reporting(document: Document, phrase: Phrase) -> bool:
    """Whether a phrase dates a telling ("in a statement yesterday", "said on Sunday that"), not what is told."""
    after = document.text[phrase.span.end : phrase.span.end + 8]
    before = document.text[max(0, phrase.span.start - _REACH) : phrase.span.start]
    last = list(word_pattern(document.words, "reporting-verbs").finditer(before))
    return bool(last) and bool(_THAT.match(after)) and not re.search(r"[.;:]", before[last[-1].end() :])


def _may_open(document: Document, phrase: Phrase) -> bool:
    return _is_moment(phrase) and _THAT.match(document.text, phrase.span.end) is not None


def _placed(parts: tuple[Sentence, ...], phrases: list[Phrase]) -> Iterator[tuple[Sentence, Phrase]]:
    """Each phrase with the sentence it lies in."""
    for phrase in phrases:
        number = bisect_right(parts, phrase.span.start, key=lambda each: each.span.start) - 1
        if number >= 0 and parts[number].span.covers(phrase.span):
            yield parts[number], phrase


def _opener(document: Document, sentence: Sentence, phrase: Phrase) -> tuple[str, int] | None:
    """The verb and where what is quoted starts, if the phrase dates a quoted report."""
    text = document.text
    that = _THAT.match(text, phrase.span.end)
    before = text[max(sentence.span.start, phrase.span.start - _REACH) : phrase.span.start]
    if that is None:
        return None
    published = _last(word_pattern(document.words, "publishing-verbs"), before)
    if published:
        return published.group(), that.end()
    said = _last(word_pattern(document.words, "reporting-verbs"), before)
    if said and _quotes_itself(document, before[: said.start()]):
        return said.group(), that.end()
    return None


def _quotes_itself(document: Document, before_verb: str) -> bool:
    named = word_pattern(document.words, "source-words").search(before_verb)
    return bool(named and re.search(r"\b(?:had|has|earlier)\b", before_verb[named.end() :])) or bool(
        _HAD.search(before_verb) and named
    )


def _last(pattern: re.Pattern[str], text: str) -> re.Match[str] | None:
    matches = list(pattern.finditer(text))
    if not matches or re.search(r"[.;]", text[matches[-1].end() :]):
        return None
    return matches[-1]


def _is_moment(phrase: Phrase) -> bool:
    return isinstance(phrase.meaning, Part | Shift | Calendar | Named | Told) or phrase.kind in (
        "time",
        "day",
    )


def _end(paragraph: Span, sentence: Sentence, opener: Phrase, *, nested: bool) -> int:
    if not nested and opener.span.start - paragraph.start < _OPENS_PARAGRAPH:
        return paragraph.end
    return sentence.span.end


def _paragraphs(parts: tuple[Sentence, ...]) -> dict[int, Span]:
    found: dict[int, Span] = {}
    for sentence in parts:
        first = found.get(sentence.paragraph, sentence.span)
        found[sentence.paragraph] = Span(first.start, sentence.span.end)
    return found


def _carried(document: Document, paragraphs: dict[int, Span], found: list[Quotation]) -> list[Quotation]:
    """Paragraphs that go on ("And …") after a quoted one, with no day of their own."""
    quoted = {each.span.end: number for number, each in enumerate(found) if number and each.parent == 0}
    carried = []
    for number, span in paragraphs.items():
        before = paragraphs.get(number - 1)
        source = quoted.get(before.end) if before else None
        if source is not None and _goes_on(document, span) and not _dates_itself(document, span):
            carried.append(Quotation(span, found[source].opener, 0, CARRIED, source))
    return carried


def _goes_on(document: Document, paragraph: Span) -> bool:
    first = _FIRST_WORD.match(paragraph.of(document.text))
    return first is not None and first[1].lower() in document.words.lists["continuing-words"]


def _dates_itself(document: Document, paragraph: Span) -> bool:
    return any(
        paragraph.covers(phrase.span) and isinstance(phrase.meaning, Named | Shift)
        for phrase in document.phrases
    )
