"""Frames: which stretch of a report is counted from which day.

A monitor's post often carries an older post of its own: "The Observatory published on Sunday night that …
yesterday …". From "that" on, the older post's clock counts. Such quotations nest, and lie in the stretches
that ``datelines`` finds. ``attribution`` says which phrases open one. A quotation that opens its paragraph runs to the
paragraph's end; another ends with its sentence.
"""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator
from dataclasses import dataclass
from enum import Enum, auto

from dashboard.language import Sentence, sentences
from dashboard.temporal.context.parse import Document, Phrase
from dashboard.temporal.discourse.attribution import Attribution, attribution, may_attribute
from dashboard.temporal.discourse.datelines import Dateline, datelines
from dashboard.text import Span

_AND = "و"  # in Arabic joined to the verb it stands before
_FIRST_WORD = re.compile(r"\W*(\w+)")


class Origin(Enum):
    """Why a stretch of text has a day of its own."""

    REPORT = auto()  # the report itself
    QUOTED = auto()  # an older report fills it
    DATELINED = auto()  # a day or a clock time stands over it
    CARRIED = auto()  # it goes on after a quoted report, and may have been carried over with it


@dataclass(frozen=True, slots=True)
class Quotation:
    """A stretch that an earlier report fills, or that a dateline dates; ``opener`` is the phrase that dates it.

    ``parent`` is the stretch it starts in, ``outer`` the nearest around it that goes on after its end.
    A carried-over paragraph has the number of the quotation it goes on with as its ``source``. ``fronted``: the
    opener stands before who tells it.
    """

    span: Span
    opener: Phrase | None
    parent: int
    origin: Origin = Origin.REPORT
    verb: str = ""
    source: int = 0
    outer: int = 0
    fronted: bool = False

    @property
    def quoted(self) -> bool:
        """Whether an older report fills it."""
        return self.origin is Origin.QUOTED


def quotations(document: Document) -> tuple[Quotation, ...]:
    """Quoted reports and datelined stretches in the order they start; entry 0 is the report itself."""
    found = [Quotation(Span(0, len(document.text)), None, -1)]
    dated = datelines(document)
    candidates = [phrase for phrase in document.phrases if may_attribute(document, phrase)]
    if not candidates:  # nearly always: nothing is split into sentences
        return tuple(_nested(found, [], dated))
    parts = tuple(sentences(document.text))
    paragraphs = _paragraphs(parts)
    placed = _placed(parts, candidates)
    opened = [attribution(document, each, paragraphs[each.paragraph], phrase) for each, phrase in placed]
    _nested(found, [each for each in opened if each], dated)
    found += _carried(document, paragraphs, found)
    return tuple(found)


def innermost(found: list[Quotation] | tuple[Quotation, ...], at: int) -> int:
    """The number of the latest-opened quotation that holds the character.

    Carried-over paragraphs stand last; the others lie in the order they open and nest, so that the one
    sought is the last opened before the character or one that this stands in.
    """
    if len(found) == 1:
        return 0
    carried = bisect_left(found, 1, key=lambda each: int(each.origin is Origin.CARRIED))
    number = bisect_right(found, at, lo=carried, key=_start) - 1
    if number >= carried and at < found[number].span.end:
        return number
    number = max(0, bisect_right(found, at, hi=carried, key=_start) - 1)
    while number and at >= found[number].span.end:
        number = found[number].outer
    return number


def _start(each: Quotation | Phrase) -> int:
    return each.span.start


def _nested(
    found: list[Quotation], opened: list[Attribution], dated: tuple[Dateline, ...]
) -> list[Quotation]:
    """What opens, added in the order it starts, each inside what it starts in."""
    starting: list[Attribution | Dateline] = sorted([*dated, *opened], key=lambda each: each.span.start)
    for each in starting:
        parent = innermost(found, each.span.start)
        end, origin, verb, fronted = each.span.end, Origin.DATELINED, "", False
        if isinstance(each, Attribution):
            origin, verb, fronted = Origin.QUOTED, each.verb, each.fronted
            end = each.sentence_end if found[parent].quoted else end
        around = found[parent]
        span = Span(each.span.start, min(end, around.span.end))
        outer = parent if around.span.end > span.end else around.outer
        found.append(Quotation(span, each.phrase, parent, origin, verb, outer=outer, fronted=fronted))
    return found


def _placed(parts: tuple[Sentence, ...], phrases: list[Phrase]) -> Iterator[tuple[Sentence, Phrase]]:
    """Each phrase with the sentence it lies in."""
    for phrase in phrases:
        number = bisect_right(parts, phrase.span.start, key=lambda each: each.span.start) - 1
        if number >= 0 and parts[number].span.covers(phrase.span):
            yield parts[number], phrase


def _paragraphs(parts: tuple[Sentence, ...]) -> dict[int, Span]:
    found: dict[int, Span] = {}
    for sentence in parts:
        first = found.get(sentence.paragraph, sentence.span)
        found[sentence.paragraph] = Span(first.start, sentence.span.end)
    return found


def _carried(document: Document, paragraphs: dict[int, Span], found: list[Quotation]) -> list[Quotation]:
    """Paragraphs that go on ("And …") after a quoted one, with no day of their own."""
    quoted = {
        each.span.end: number
        for number, each in enumerate(found)
        if each.quoted and not found[each.parent].quoted
    }
    carried = []
    for number, span in paragraphs.items():
        before = paragraphs.get(number - 1)
        source = quoted.get(before.end) if before else None
        if source is None or not found[found[source].parent].span.covers(span):
            continue
        if _goes_on(document, span) and not _dates_itself(document, span):
            carried.append(
                Quotation(span, found[source].opener, found[source].parent, Origin.CARRIED, source=source)
            )
    return carried


def _goes_on(document: Document, paragraph: Span) -> bool:
    first = _FIRST_WORD.match(paragraph.of(document.text))
    if first is None:
        return False
    word = first[1].lower()
    joined = word.startswith(_AND) and word[1:] in document.words.lists["reporting-verbs"]
    return joined or word in document.words.lists["continuing-words"]


def _dates_itself(document: Document, paragraph: Span) -> bool:
    first = bisect_left(document.phrases, paragraph.start, key=_start)
    end = bisect_left(document.phrases, paragraph.end, key=_start)
    return any(phrase.meaning.is_step for phrase in document.phrases[first:end])
