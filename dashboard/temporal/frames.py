"""Frames: which stretch of a report is counted from which day.

A monitor's post often carries an older post of its own: "The Observatory published on Sunday night that …
yesterday …". From "that" on, the older post's clock counts. Such quotations nest. A quotation that opens its
paragraph runs to the paragraph's end; another ends with its sentence. In newspapers "officials said on
Sunday that" shifts nothing: indirect speech is told from the paper's own day, so only publishing verbs, and
a source speaking of itself or with "had", open a frame.
"""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator
from dataclasses import dataclass

from dashboard.temporal.document import Document, Phrase
from dashboard.temporal.expressions import Calendar, Named, Part, Shift, Told
from dashboard.temporal.surroundings import any_of
from dashboard.text import Sentence, Span, sentences

CARRIED = "carried over"
_REACH = 60  # characters between a reporting verb, its time phrase and "that"
_THAT_REACH = 8  # characters between a time phrase and the end of "that"
_OPENS_PARAGRAPH = 200  # a quotation begun within these many characters owns the paragraph
_THAT = re.compile(r"[\s,،)]*(?:that\b|:|ب?[أإ]نّ?\w{0,3}\b)")
_HAD = re.compile(r"\bhad\s+(?:\w+\s+)?$", re.IGNORECASE)
_MOMENTS = (Part, Shift, Calendar, Named, Told)
_FIRST_WORD = re.compile(r"\W*(\w+)")


@dataclass(frozen=True, slots=True)
class Quotation:
    """A stretch that an earlier report fills; ``opener`` is the phrase that dates it.

    ``parent`` is the quotation it is told in, ``outer`` the nearest around it that goes on after its end.
    A carried-over paragraph has the number of the quotation it goes on with as its ``source``.
    """

    span: Span
    opener: Phrase | None
    parent: int
    verb: str = ""
    source: int = 0
    outer: int = 0


def quotations(document: Document) -> tuple[Quotation, ...]:
    """Quoted reports in the order they open; entry 0 is the report itself."""
    found = [Quotation(Span(0, len(document.text)), None, -1)]
    candidates = [phrase for phrase in document.phrases if _may_open(document, phrase)]
    if not candidates:  # nearly always: nothing is split into sentences
        return tuple(found)
    parts = tuple(sentences(document.text))
    paragraphs = _paragraphs(parts)
    for sentence, phrase in _placed(parts, candidates):
        opened = _opener(document, sentence, phrase)
        if opened:
            found.append(_within(found, phrase, *opened, paragraphs[sentence.paragraph], sentence))
    found += _carried(document, paragraphs, found)
    return tuple(found)


def _within(
    found: list[Quotation], opener: Phrase, verb: str, start: int, paragraph: Span, sentence: Sentence
) -> Quotation:
    """The quotation in the one that its opener stands in."""
    parent = innermost(found, opener.span.start)
    end = _end(paragraph, sentence, opener, nested=parent > 0)
    around = found[parent]
    outer = parent if around.span.end > end else around.outer
    return Quotation(Span(start, min(end, around.span.end)), opener, parent, verb, outer=outer)


def innermost(found: list[Quotation] | tuple[Quotation, ...], at: int) -> int:
    """The number of the latest-opened quotation that holds the character.

    Carried-over paragraphs stand last; the others lie in the order they open and nest, so that the one
    sought is the last opened before the character or one that this stands in.
    """
    if len(found) == 1:
        return 0
    carried = bisect_left(found, 1, key=lambda each: int(each.verb == CARRIED))
    number = bisect_right(found, at, lo=carried, key=_start) - 1
    if number >= carried and at < found[number].span.end:
        return number
    number = max(0, bisect_right(found, at, hi=carried, key=_start) - 1)
    while number and at >= found[number].span.end:
        number = found[number].outer
    return number


def _start(each: Quotation | Phrase) -> int:
    return each.span.start


def is_reporting(document: Document, phrase: Phrase) -> bool:
    """Whether a phrase dates a telling ("in a statement yesterday", "said on Sunday that"), not what is told."""
    text, end = document.text, phrase.span.end
    if not _THAT.match(text, end, end + _THAT_REACH):
        return False
    before = text[max(0, phrase.span.start - _REACH) : phrase.span.start]
    last = list(any_of(document.words.lists["reporting-verbs"]).finditer(before))
    return bool(last) and not re.search(r"[.;:]", before[last[-1].end() :])


def _may_open(document: Document, phrase: Phrase) -> bool:
    return _THAT.match(document.text, phrase.span.end) is not None and _is_moment(phrase)


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
    published = _last(any_of(document.words.lists["publishing-verbs"]), before)
    if published:
        return published.group(), that.end()
    said = _last(any_of(document.words.lists["reporting-verbs"]), before)
    if said and _quotes_itself(document, before[: said.start()]):
        return said.group(), that.end()
    return None


def _quotes_itself(document: Document, before_verb: str) -> bool:
    named = any_of(document.words.lists["source-words"]).search(before_verb)
    return bool(named and re.search(r"\b(?:had|has|earlier)\b", before_verb[named.end() :])) or bool(
        _HAD.search(before_verb) and named
    )


def _last(pattern: re.Pattern[str], text: str) -> re.Match[str] | None:
    matches = list(pattern.finditer(text))
    if not matches or re.search(r"[.;]", text[matches[-1].end() :]):
        return None
    return matches[-1]


def _is_moment(phrase: Phrase) -> bool:
    return isinstance(phrase.meaning, _MOMENTS) or phrase.kind in ("time", "day")


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
    first = bisect_left(document.phrases, paragraph.start, key=_start)
    end = bisect_left(document.phrases, paragraph.end, key=_start)
    return any(isinstance(phrase.meaning, Named | Shift) for phrase in document.phrases[first:end])
