"""The words around the time phrases of a text, each looked at once.

A clause reaches at most a hundred characters before a phrase and forty after it, 150 where the phrase opens its
sentence ("On Friday, the ministers of both countries will meet"). Those stretches are read
for all phrases together, so that what a phrase asks of its clause is looked up by place, and a text of
nothing but time words costs little more than another.
"""

import re
from bisect import bisect_left, bisect_right
from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cache
from itertools import pairwise
from operator import attrgetter

from dashboard.language import STOP, STOPPED
from dashboard.language.tokens import Token, tokens
from dashboard.temporal.context.wording import Lists, Wording
from dashboard.temporal.lexing.lexicon import Lexicon
from dashboard.text import Span

BEFORE, AFTER, AFTER_OPENER = 100, 40, 150
FUTURE, PAST, REPORTING, STATE = "future-words", "past-words", "reporting-verbs", "state-words"
INTENT, DEFERRING = "intent-words", "deferring-words"
SCHEDULE = "schedule-words"
THAT = "that-words"  # what follows is another clause
_CUES = (FUTURE, REPORTING, STATE, INTENT, DEFERRING, SCHEDULE)
_CLAUSE_END = Wording(  # each way opens with a letter of its own, so that the search leaps
    rf"{STOPPED}|;|؛|\n|:(?=\s)|, (?:{{clause-openers}}) |، (?:{{clause-openers}}) | (?:{{clause-openers}}) ",
    re.NOFLAG,
)
_LONGEST = 20  # characters: a cue that begins in a clause is looked at whole
_HEAD = 25  # characters before a phrase that still opens its sentence
_OPENING = re.compile(rf"""(?:^|(?:{STOP}|:)["”’)\]]*\s+|\n\s*)(?:[\w,]+\s){{0,3}}$""")
_APOSTROPHE = re.compile(r"['’]")
_START = attrgetter("start")
_Place = tuple[int, int]
_Word = tuple[str, _Place]  # in small letters, and its start and end


@dataclass(frozen=True, slots=True)
class Places:
    """Where things stand in a text, in order: their starts and, beside them, their ends."""

    starts: list[int]
    ends: list[int]

    @classmethod
    def of(cls, places: Iterable[_Place]) -> "Places":
        """Places that come in any order."""
        ordered = sorted(places)
        return cls([start for start, _ in ordered], [end for _, end in ordered])

    def first(self, start: int, end: int) -> _Place | None:
        """The first of those within a stretch."""
        at = bisect_left(self.starts, start)
        return (self.starts[at], self.ends[at]) if at < len(self.starts) and self.ends[at] <= end else None

    def last(self, start: int, end: int) -> _Place | None:
        """The last of those within a stretch."""
        at = bisect_right(self.ends, end) - 1
        return (self.starts[at], self.ends[at]) if at >= 0 and self.starts[at] >= start else None


@dataclass(frozen=True, slots=True)
class Cues:
    """The words around all time phrases of a text, and where its cues and clauses stand.

    ``by_list`` are the words of the lexicon's lists; ``old_plans`` were made before ("was due"), ``infinitives`` are
    "to leave". A clause begins at one of ``clause_ends`` and ends at one of ``clause_stops``.
    """

    text: str
    words: list[str]
    places: Places
    by_list: dict[str, Places]
    old_plans: Places
    infinitives: Places
    clause_ends: Places
    clause_stops: Places
    lists: Lists

    def before(self, end: int, start: int) -> Iterator[str]:
        """The words of a stretch, in small letters, from its end to its start."""
        at = bisect_left(self.places.starts, end) - 1
        while at >= 0 and self.places.starts[at] >= start:
            yield self.words[at]
            at -= 1


def cues_around(text: str, phrases: Iterable[Span], words: Lexicon) -> Cues:
    """The words around phrases that stand in order."""
    stretches = list(_stretches(text, phrases))
    found = [word for each in stretches for word in _words(text, *each)]
    clause_end = _CLAUSE_END.of(words.lists)
    ends = [match.span() for each in stretches for match in clause_end.finditer(text, *each)]
    return Cues(
        text,
        [word for word, _ in found],
        Places.of(place for _, place in found),
        _cues(found, words),
        Places.of(_old_plans(found, words.lists)),
        Places.of(_infinitives(found)),
        Places.of(ends),
        Places.of([*ends, *(place for word, place in found if word in words.lists[THAT])]),
        words.lists,
    )


def is_past(word: str, lists: Lists) -> bool:
    """Whether a word, in small letters, may be a verb of the past."""
    return (word.endswith("ed") and len(word) > len("ed")) or word in lists[PAST]


def _words(text: str, start: int, end: int) -> Iterator[_Word]:
    """The words and numbers of a stretch, in small letters."""
    every = tokens(text)
    for at in range(bisect_left(every, start, key=_START), len(every)):
        token = every[at]
        if token.start >= end:
            return
        if token.kind == "plain":
            yield token.text.lower(), (token.start, token.end)
        elif token.text[0].isalnum():
            yield from _parted(token)


def _parted(token: Token) -> Iterator[_Word]:
    """What an apostrophe joins: "we", "ll"."""
    at = token.start
    for part in _APOSTROPHE.split(token.text.lower()):
        yield part, (at, at + len(part))
        at += len(part) + 1


def opens_sentence(text: str, start: int) -> bool:
    """Whether what begins there stands at the head of its sentence: "In May …"."""
    return _OPENING.search(text, max(0, start - _HEAD), start) is not None


def reach(text: str, phrase: Span) -> int:
    """How far the clause of a phrase reaches at most."""
    opens = text.startswith(",", phrase.end) and opens_sentence(text, phrase.start)
    return phrase.end + (AFTER_OPENER if opens else AFTER)


def _stretches(text: str, phrases: Iterable[Span]) -> Iterator[_Place]:
    """The text around phrases, none of it twice."""
    start = end = 0
    for phrase in phrases:
        if phrase.start - BEFORE > end:
            if end:
                yield start, end
            start = phrase.start - BEFORE
        end = max(end, reach(text, phrase) + _LONGEST)
    if end:
        yield start, end


def _cues(found: list[_Word], words: Lexicon) -> dict[str, Places]:
    """Where the rows of the lexicon's lists stand: words, and several words in a row."""
    rows = _rows(tuple((name, words.lists[name]) for name in _CUES))
    cues: dict[str, list[_Place]] = {name: [] for name in _CUES}
    cues[PAST] = [
        place
        for at, (word, place) in enumerate(found)
        if is_past(word, words.lists)
        and not (word in words.lists["particles"] and _is_of_verb(found, at))
        and not _is_to_be_done(found, at)
    ]
    for at, (word, (start, _)) in enumerate(found):
        for parts, name in rows.get(word, ()):
            row = found[at : at + len(parts)]
            if all(part == spelled for part, (spelled, _) in zip(parts, row, strict=False)):
                cues[name].append((start, row[-1][1][1]))
    return {name: Places.of(places) for name, places in cues.items()}


def _is_of_verb(found: list[_Word], at: int) -> bool:
    """Whether a particle belongs to a verb not yet done: "to pay down"."""
    return at > 1 and found[at - 2][0] == "to"


def _is_to_be_done(found: list[_Word], at: int) -> bool:
    """Whether a participle stands behind "be", which is no past: "may be finally resolved"."""
    return at > 0 and (found[at - 1][0] == "be" or found[max(0, at - 2)][0] == "be")


@cache
def _rows(lists: tuple[tuple[str, frozenset[str]], ...]) -> dict[str, list[tuple[list[str], str]]]:
    """The rows by their first word, each with the name of its list."""
    rows: dict[str, list[tuple[list[str], str]]] = defaultdict(list)
    for name, among in lists:
        for row in among:
            parts = [word for word, _ in _words(row, 0, len(row))]
            rows[parts[0]].append((parts, name))
    return dict(rows)


def _infinitives(found: list[_Word]) -> Iterator[_Place]:
    """Where "to leave" stands; "to the" and "to be" are none."""
    for (word, (start, _)), (verb, (_, end)) in pairwise(found):
        if word == "to" and verb not in ("the", "be") and verb.isalpha():
            yield start, end


def _old_plans(found: list[_Word], lists: Lists) -> Iterator[_Place]:
    """Where "was due", "had been planned" stands."""
    for at, (word, (_, end)) in enumerate(found):
        if word in lists["plan-words"] and at:
            first = at - 2 if found[at - 1][0] == "been" and at > 1 else at - 1
            if found[first][0] in lists["before-old-plans"]:
                yield found[first][1][0], end
