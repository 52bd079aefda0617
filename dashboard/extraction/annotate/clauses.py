"""Clauses: a report's sentences cut where one statement ends and the next begins.

Monitor prose runs on for a hundred words, so a sentence is too coarse to be an event and a parser trained
on newspapers shatters it. The words at which to cut are data (clauses.toml); each also says what the
clause has to do with the one before, which is what decides whose time it takes over.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum

from dashboard.language import Sentence, sentences
from dashboard.language.lexicon import lexicon
from dashboard.text import Span, lowered

LEXICON = lexicon("clauses")

FARTHEST = 100
"""Clauses: over more of them no time and no toll is taken over, so one endless sentence stays in straight-line time."""


class Link(StrEnum):
    """What a clause has to do with the one before it."""

    OPENS = "opens"
    ELABORATES = "elaborates"
    CONCURRENT = "concurrent"
    CONTRASTS = "contrasts"
    FOLLOWS = "follows"
    REPORTED = "reported"
    LISTED = "listed"
    COUNTED = "counted"
    JOINED = "joined"


@dataclass(frozen=True, slots=True)
class Clause:
    """A clause's span, the number of its sentence and paragraph, and its link to the clause before."""

    span: Span
    link: Link
    sentence: int
    paragraph: int


def clauses(text: str) -> Iterator[Clause]:
    """Every clause, in order; page furniture is left out.

    >>> text = "Shells hit Douma, where smoke was seen, while calm prevails in Homs."
    >>> [(clause.link.value, clause.span.of(text)) for clause in clauses(text)][1:]
    [('elaborates', 'where smoke was seen'), ('contrasts', 'while calm prevails in Homs.')]
    """
    lower = lowered(text)
    for number, sentence in enumerate(sentences(text)):
        if not is_furniture(sentence.span.of(lower)):
            yield from _cut(lower, sentence, number)


def is_furniture(sentence: str) -> bool:
    """Whether a sentence, in lower case, belongs to the page and not to the report."""
    return bool(_FURNITURE_OPENS.match(sentence) or _FURNITURE.search(sentence))


def _cut(text: str, sentence: Sentence, number: int) -> Iterator[Clause]:
    start, link = sentence.span.start, Link.OPENS
    for match in _CUTS.finditer(text, sentence.span.start, sentence.span.end):
        kind = match.lastgroup or ""
        cut = match.end() if kind == "reported" else match.start(kind)
        piece = _trimmed(text, start, cut)
        if piece is None:  # nothing between two cuts: what was looked at is not looked at again
            start = cut
            continue
        if kind == "joined" and not _FINITE.search(text, piece.start, piece.end):
            continue
        yield Clause(piece, link, number, sentence.paragraph)
        start, link = cut, Link(kind.rstrip("_"))
    last = _trimmed(text, start, sentence.span.end)
    if last:
        yield Clause(last, link, number, sentence.paragraph)


def _trimmed(text: str, start: int, end: int) -> Span | None:
    """Without blanks and commas at its edges; None when nothing is left."""
    first = _INK.search(text, start, end)
    if first is None:
        return None
    while text[end - 1] in _EDGES:
        end -= 1
    return Span(first.start(), end)


def words_pattern(words: list[str]) -> str:
    """The words as one alternative, longest first."""
    return "|".join(sorted(map(re.escape, words), key=len, reverse=True))


def _cuts() -> re.Pattern[str]:
    verb = rf"(?:{words_pattern(LEXICON['joined']['verbs'])})"
    kinds = [
        rf"[,;]\s+(?P<follows>(?:{words_pattern(LEXICON['follows']['comma'])})\b)",
        rf"[,;]\s+(?!{_ASIDE})(?P<elaborates>(?:{words_pattern(LEXICON['elaborates']['comma'])})\b)",
        rf"[,;]\s+(?P<concurrent>(?:{words_pattern(LEXICON['concurrent']['comma'])})\b)",
        rf"[,;]\s+(?!{_DAYTIME})(?P<contrasts>(?:{words_pattern(LEXICON['contrasts']['comma'])})\b)",
        r";\s+(?P<listed>\S)",
        rf"[,;]\s+(?P<counted>(?:and\s+)?{_NUMBER}\s+(?!of\b)(?:(?!(?:was|were|have|had|has)\b)\w+\s+){{0,3}}?(?:in|by|from|at|on|near)\s)",
        rf"\s(?P<counted_>and\s+another\s+{_NUMBER})",
        rf",\s+(?P<joined>and\s+(?:that\s+(?!day\b|night\b|time\b)|(?:[\w’'-]+\s+){{1,4}}{verb}\b))",
        rf"\b(?:{words_pattern(LEXICON['reported']['after'])})\b[^.;]{{0,70}}?(?P<reported>(?:\bthat\b|:)\s)",
    ]
    anywhere = [
        rf"\s(?P<{name}>(?:{words_pattern(LEXICON[kind]['anywhere'])})\b)"
        for name, kind in (("elaborates_", "elaborates"), ("concurrent_", "concurrent"), ("contrasts_", "contrasts"),
                           ("follows_", "follows"))
    ]  # fmt: skip
    colon = r"(?<=\w):\s+(?P<counted__>\S)"
    return re.compile("|".join([*kinds, *anywhere, colon]))


_NUMBER = r"(?:\d[\d,]*|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|dozens|several|scores|hundreds)"
_ASIDE = (
    rf"(?:including\b[^.;\n]{{1,60}}?|(?:which|who|whose|most of them)\b[^.,;\n]{{1,60}}),\s+"
    rf"(?:{words_pattern(LEXICON['asides']['end'])})\b"
)
_DAYTIME = rf"(?:before|after|until)\s+(?:the\s+)?(?:{words_pattern(LEXICON['daytimes']['words'])})\b"
_FINITE = re.compile(rf"\b(?:{words_pattern(LEXICON['joined']['verbs'])})\b")
_EDGES = " \t,;:–—-"
_INK = re.compile(rf"[^{re.escape(_EDGES)}]")
_CUTS = _cuts()
_FURNITURE_OPENS = re.compile("|".join(LEXICON["furniture"]["opens"]))
_FURNITURE = re.compile("|".join(LEXICON["furniture"]["anywhere"]))
