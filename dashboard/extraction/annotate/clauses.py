"""Clauses: a report's sentences cut where one statement ends and the next begins.

Monitor prose runs on for a hundred words, so a sentence is too coarse to be an event and a parser trained
on newspapers shatters it. The words at which to cut are data (clauses.toml); each also says what the
clause has to do with the one before, which is what decides whose time it takes over.
"""

import re
from bisect import bisect_left, bisect_right
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from enum import StrEnum
from itertools import pairwise

from dashboard.extraction.annotate.coordination import is_elided, statements
from dashboard.extraction.annotate.titles import (
    entry_lines,
    item_lines,
    summary_lines,
    title_lines,
)
from dashboard.extraction.lexicon import AND, CLAUSES, THE, one_of
from dashboard.language import Sentence, sentences
from dashboard.language.spans import held
from dashboard.language.stops import MARKS, NOTE
from dashboard.text import Span, lowered

_HEADINGS = 2  # paragraphs: who reports, and the headline
_STAMPS = 6  # paragraphs: so far down may names, dates and bylines push the one that opens the story
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
    APART = "apart"


@dataclass(frozen=True, slots=True)
class Clause:
    """A clause's span, the number of its sentence and paragraph, and its link to the clause before.

    ``opening`` is the number of the clause that opens the list it stands in. ``heading``: it stands in a paragraph of
    one sentence above the lead, or in a first or second one, with more below, or in a list of highlights. ``title``: its line names what the next one tells ("Drone attack on Sumy").
    ``item``: its line is one of a list, behind a bullet. ``lead``: it stands in the paragraph that opens the story, or above it, and is no item. ``sums_up``: it stands in a list or line that sums up what is told below.
    """

    span: Span
    link: Link
    sentence: int
    paragraph: int
    opening: int
    heading: bool
    title: bool
    item: bool
    lead: bool
    sums_up: bool


def cut(
    text: str, edges: Sequence[int] = (), apart: Sequence[int] = (), reasons: Sequence[int] = ()
) -> tuple[Clause, ...]:
    """Every clause, in order; ``edges`` are characters that no clause reaches across.

    ``apart`` are the places where the distance to another act is told, ``reasons`` those where one begins that was why.

    >>> text = "Shells hit Douma, where smoke was seen, while calm prevails in Homs."
    >>> [(clause.link.value, clause.span.of(text)) for clause in cut(text)][1:]
    [('elaborates', 'where smoke was seen'), ('contrasts', 'while calm prevails in Homs.')]
    """
    lower = lowered(text)
    found = [
        each
        for number, sentence in enumerate(sentences(text))
        for clause in _cut(lower, sentence, number)
        for part in _at_edges(text, clause, edges)
        for piece in _parted(text, part, apart)
        for each in _at_edges(text, piece, reasons, Link.APART)
    ]
    titles, summed, entries = title_lines(text), summary_lines(text), entry_lines(text)
    items = item_lines(text)
    return tuple(
        replace(
            each,
            opening=opening,
            title=held(titles, each.span),
            item=held(items, each.span),
            lead=lead and not held(items, each.span),
            sums_up=held(summed, each.span),
            heading=held(summed, each.span) or (heading and not held(entries, each.span)),
        )
        for each, opening, heading, lead in _with_surroundings(text, found)
    )


def _with_surroundings(text: str, clauses: Sequence[Clause]) -> Iterator[tuple[Clause, int, bool, bool]]:
    """The clauses, each with where its list opens, whether it heads the report and whether it is up to where the story opens."""
    sentences = {(each.paragraph, each.sentence) for each in clauses}
    of_one = {paragraph for paragraph, count in Counter(each for each, _ in sentences).items() if count == 1}
    opening, last, lead = 0, clauses[-1].paragraph if clauses else 0, _lead(text, clauses)
    for number, clause in enumerate(clauses):
        first = not number or clauses[number - 1].sentence != clause.sentence
        opening = number if first or clause.link is not Link.COUNTED else opening
        heading = clause.paragraph < min(max(_HEADINGS, lead), last) and clause.paragraph in of_one
        yield clause, opening, heading, clause.paragraph <= lead


def _lead(text: str, clauses: Sequence[Clause]) -> int:
    """The number of the paragraph that opens the story: the first below a headline that ends like a sentence, and is no name, stamp or byline."""
    ends = {each.paragraph: each.span for each in clauses if 1 <= each.paragraph <= _STAMPS}
    return next((number for number, span in ends.items() if ends_in_stop(span.of(text))), 1)


def ends_in_stop(words: str) -> bool:
    """Whether words end like a sentence, the marks of footnotes behind it apart."""
    return _STOP.search(words) is not None


def _cut(text: str, sentence: Sentence, number: int) -> Iterator[Clause]:
    start, link = sentence.span.start, Link.OPENS
    chat = _CHAT.match(text, start, sentence.span.end)
    head = _trimmed(text, start, chat.end()) if chat else None
    if chat and head:
        yield _plain(head, link, number, sentence.paragraph)
        start = chat.end()
    for match in _CUTS.finditer(text, start, sentence.span.end):
        kind = match.lastgroup or ""
        end = match.end() if kind == Link.REPORTED else match.start(kind)
        piece = _trimmed(text, start, end)
        if piece is None:  # nothing between two cuts: what was looked at is not looked at again
            start = end
            continue
        if kind == Link.JOINED and not _FINITE.search(text, piece.start, piece.end):
            continue
        yield _plain(piece, link, number, sentence.paragraph)
        start, link = end, Link(kind.rstrip("_"))
    last = _trimmed(text, start, sentence.span.end)
    if last:
        yield _plain(last, link, number, sentence.paragraph)


def _plain(span: Span, link: Link, sentence: int, paragraph: int) -> Clause:
    """A clause of which nothing is known yet of what its line is."""
    return Clause(
        span, link, sentence, paragraph, 0, heading=False, title=False, item=False, lead=False, sums_up=False
    )


def _at_edges(text: str, clause: Clause, edges: Sequence[int], link: Link = Link.COUNTED) -> Iterator[Clause]:
    """The clause, or what it is cut into; a value opens a clause of its own."""
    first, last = bisect_right(edges, clause.span.start), bisect_left(edges, clause.span.end)
    bounds = [clause.span.start, *edges[first:last], clause.span.end]
    for place, (start, end) in enumerate(pairwise(bounds)):
        piece = _trimmed(text, start, end)
        if piece:
            yield _as(clause, piece, link if place else clause.link)


def _parted(text: str, clause: Clause, apart: Sequence[int]) -> Iterator[Clause]:
    """The clause as it stands, or its statements with a place each, and what tells another act by its distance."""
    for place, span in enumerate(statements(text, clause.span)):
        link = Link.COUNTED if is_elided(span.of(text)) else Link.JOINED
        piece = _as(clause, span, link if place else clause.link)
        first = bisect_left(apart, span.start)
        at = apart[first] if first < len(apart) else span.end
        yield from _two(text, piece, at) if at < span.end else (piece,)


def _two(text: str, clause: Clause, distance: int) -> Iterator[Clause]:
    """The clause, and apart from it the one that the distance opens, where that tells an act: the fronted one comes first."""
    start, end = clause.span.start, clause.span.end
    fronted = _WORDS.search(text, start, distance) is None
    comma = text.find(",", distance, end)
    place = comma if fronted else distance
    acts = place >= 0 and _ACTS.search(text, distance, place if fronted else end)
    pieces = (_trimmed(text, start, place), _trimmed(text, place, end)) if acts else ()
    for number, piece in enumerate(each for each in pieces or (clause.span,) if each):
        yield _as(clause, piece, Link.APART if number else clause.link)


def _as(clause: Clause, span: Span, link: Link) -> Clause:
    """The clause with that span and link; most have them already, and a copy takes longer than to look."""
    return clause if clause.span == span and clause.link is link else replace(clause, span=span, link=link)


def _trimmed(text: str, start: int, end: int) -> Span | None:
    """Without blanks and commas at its edges; None when nothing is left."""
    first = _INK.search(text, start, end)
    if first is None:
        return None
    while text[end - 1] in _EDGES:
        end -= 1
    return Span(first.start(), end)


def _cuts() -> re.Pattern[str]:
    verb, counted = one_of(CLAUSES["joined"]["verbs"]), CLAUSES["counted"]
    number = rf"(?:\d+(?:,\d{{3}})*|{one_of(counted['numbers'])})"
    people = rf"(?:(?!{one_of(counted['verbs'])}\b)\w+\s+){{0,3}}?"
    no_clause = rf"{one_of(CLAUSES['joined']['and'])}\s+(?!{one_of(CLAUSES['joined']['but_not'])}\b)"
    subject = rf"{AND}\s+(?:[\w’'-]+\s+){{1,4}}"
    year = r"(?<=\d,\s)(?:19|20)\d\d\b"  # "February 28, 2023" is one date
    rejected = "".join(rf"(?<!{word} )" for word in CLAUSES["reported"]["rejected"])
    kinds = [
        rf"\b{_words('flights')}\b[^.,;:\n]{{0,80}}?\s(?P<elaborates__>{_words('flights', 'before')}\s+(?:[\w’'-]+\s+){{1,4}}?{_words('flights', 'verbs')}\b)",
        rf"[,;]\s+(?P<follows>{_words('follows', 'comma')}\b)",
        rf"[,;]\s+(?!{_ASIDE})(?P<elaborates>{_words('elaborates', 'comma')}\b)",
        rf"[,;]\s+(?!{_HELPED}|{_HARMED})(?P<concurrent>{_words('concurrent', 'comma')}\b)",
        rf"[,;]\s+(?!{_DAYTIME})(?P<contrasts>{_words('contrasts', 'comma')}\b)",
        rf"\s(?P<follows__>{AND},?\s+(?:[\w’'-]+\s+){{0,2}}?{_words('follows', 'later')},?\s+(?:{verb}|{_words('coordinated', 'verbs')})\b)",
        rf",?\s(?P<contrasts__>{AND}\s+{_words('next-one')}(?:\s+{_NEXT_ACT})?{_NEXT_PLACE}\s+{_words('next-one', 'verbs')}\b{_OBJECT})",
        r";\s+(?!\d{1,3}\s[kw]\b)(?P<listed>\S)",  # "fighting at a well; 7 K, 12 W"
        rf"[,;]\s+(?!{year})(?P<counted>(?:{AND}\s+)?{number}\s+(?!{one_of(counted['others'])}\b|(?:{counted['of']}|{one_of(counted['units'])})\b){people}{one_of(counted['before'])}\s)",
        rf"(?<=[a-z])\s{_words('route', 'at')}\s(?:[A-Z][\w’'-]*\s)?[A-Z][\w’'-]*[,;]\s+(?P<counted___>(?:{AND}\s+)?{number}\s+{one_of(counted['others'])}\s+{one_of(counted['before'])}\s)",
        rf"\s(?P<counted_>{one_of(counted['another'])}\s+{number})",
        rf",\s+(?P<joined>{no_clause}|{subject}{verb}\b)",
        rf",\s+(?P<joined_>(?:[\w’'-]+\s+){{1,4}}{CLAUSES['joined']['also']}\s+{verb}\b)",
        rf"{rejected}\b{_words('reported', 'after')}\b[^.;]{{0,70}}?(?P<reported>(?:\b{CLAUSES['reported']['that']}\b(?!\s+{_words('reported', 'acts')}\b)|:)\s)",
    ]
    anywhere = [
        rf"\s(?P<{kind}_>{_words(kind, 'anywhere')}\b)"
        for kind in ("elaborates", "concurrent", "contrasts", "follows")
    ]
    labels = "".join(rf"(?<!{label})" for label in counted["labels"])
    tally = rf":\s+(?:[a-z]+\s+[a-z]+\s+)?{number}(?:\s+{one_of(counted['tally'])})?\s*(?:[.,;()]|$)"  # "Killed: 3." counts, "15 dead: 9 in Homs" opens a list
    return re.compile("|".join([*kinds, *anywhere, rf"(?<=\w)(?:{labels}|(?!{tally})):\s+(?P<counted__>\S)"]))


def _words(table: str, key: str = "words") -> str:
    return one_of(CLAUSES[table][key])


_NEXT_ACT = rf"(?:[\w-]+\s+)?{one_of([*CLAUSES['told-again']['any'], *CLAUSES['told-again']['words'], *CLAUSES['another']['acts']])}"
_NEXT_PLACE = rf"(?:,?\s+{_words('next-one', 'at')}(?:\s+[\w’'-]+){{1,4}}?,?)?"
_OBJECT = rf"(?=\s+(?!{_words('next-one', 'behind_passive')}\b)\w)"
_ASIDE = (
    rf"(?:{_words('asides', 'opens')}\b[^.;\n]{{1,60}}?|{_words('asides', 'relative')}\b[^.,;\n]{{1,60}}),\s+"
    rf"{_words('asides', 'end')}\b"
)
_HELPED = rf"\w+\s+(?:[\w-]+\s+){{0,2}}?{_words('explains', 'helped')}\s[^,;.\n]{{1,60}},\s"
_HARMED = rf"with\s+(?:[\w’'-]+\s+){{1,7}}?{_words('concurrent', 'harmed')}\b"
_DAYTIME = rf"{_words('daytimes', 'before')}\s+{THE}{_words('daytimes')}\b"
_WORDS = re.compile(r"[^\W_]+\s+[^\W_]+\s+[^\W_]")  # fewer before it ("Just some") are no clause
_FINITE = re.compile(rf"\b{_words('joined', 'verbs')}\b")
_ACTS = re.compile(
    rf"\b(?:{one_of([*CLAUSES['joined']['verbs'], *CLAUSES['coordinated']['verbs'], *CLAUSES['apart']['verbs']])}|[a-z]{{3,}}{_words('apart', 'endings')}"
    rf"|{one_of([*CLAUSES['told-again']['any'], *CLAUSES['told-again']['words'], *CLAUSES['of-many']['acts'], *CLAUSES['apart']['similar']])}(?=\s+{_words('apart', 'beside')}\b))\b"
)
_STOP = re.compile(
    rf"""[{re.escape(MARKS)}]["”’)\]]*(?:\s?(?:{NOTE}))*$"""
)  # and the marks of footnotes behind it
_EDGES = " \t,;:–—-"
_CHAT = re.compile(  # "[12/3/23, 2:02 pm] field ops: ", "13.09.2025, 08:05 – access ngo: "
    r"\[?\d{1,4}[./-]\d{1,2}[./-]\d{2,4},?\s\d{1,2}[:.]\d\d(?:[:.]\d\d)?(?:\s?[ap]\.?m\.?)?(?:\]|\s[–-])\s~?[^\s:][^:\n.]{0,30}:\s"
)
_INK = re.compile(rf"[^{re.escape(_EDGES)}]")
_CUTS = _cuts()
