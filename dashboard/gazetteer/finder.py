"""Place names in running text: capitalised words that the index knows, weighed by what stands round them.

No model: a report names places that no model has seen, and a rule can say why it read one.
"""

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace

from dashboard.gazetteer import evidence as points
from dashboard.gazetteer.evidence import Evidence, Known
from dashboard.gazetteer.index import Index
from dashboard.gazetteer.lent_names import is_no_place, is_people, surnames
from dashboard.gazetteer.lexicon import WORDS
from dashboard.gazetteer.named_kinds import is_named_kind
from dashboard.gazetteer.pairs import with_stretches
from dashboard.gazetteer.place import Toponym
from dashboard.gazetteer.relations import related
from dashboard.gazetteer.runs import RUN, SMALL, Piece, parted, pieces_of
from dashboard.gazetteer.seats import is_seat, seats
from dashboard.gazetteer.surroundings import after, before, is_half, is_of_town
from dashboard.language.lexicon import one_of
from dashboard.language.spans import Taken
from dashboard.text import Span

LONGEST = 5  # words of a name
_JOINED = re.compile(rf"\s*(?:,|(?:,\s*)?(?:{WORDS.relations['joining']})|&|/|-|–)\s*$")
_BULLET = 8  # characters before a name that opens a line
_LINE_OPENS = re.compile(r"\n[ \t“\"(•*–-]*(?:\d{1,3}[.):]?[ \t]+)?\Z")
_BODY_GOES_ON = re.compile(r"\s+(?:of\b|for\b|[A-Z])")
_BODY_OR_KIND = frozenset({"department", "division", "state", "district", "county", "commune", "zone"})
_BODY_NAMES = re.compile(WORDS.bodies_pattern)
_STRUCK = re.compile(rf"\b(?:{one_of(WORDS.bodies_struck)})\s+(?:{WORDS.relations['the']}\s+)?$")
_STRUCK_REACH = 20  # characters of "set fire to the"
_WHOLE = re.compile(one_of(WORDS.bodies_whole))
_CAPITALISED = re.compile(r"(?<![\w@#/])[A-Z]\w+")
_NEXT = re.compile(r"\s+(\w+)")
_GOES_ON = re.compile(r"-[dl]['’][A-ZÀ-Ý]")  # "Saut" is no place in "Saut-d'Eau"
_TAG = re.compile(r"#\w+")
_TELLS = re.compile(r"(?<!\w)[a-z]{2,}(?: +\S+)* +[a-z]{2,}(?!\w)")
_PAIR = re.compile(r"[A-Z]\w+ [A-Z]\w+")
_ABBREVIATIONS = {**WORDS.abbreviations, **WORDS.states}
_SHORT = re.compile(
    rf"(?=[{''.join(sorted({each[0] for each in _ABBREVIATIONS}))}])(?:"  # one look passes over most of a text
    rf"(?<![\w.])(?:{'|'.join(map(re.escape, WORDS.abbreviations))})(?!\w)"
    rf"|(?<=[,\w] )(?:{'|'.join(map(re.escape, WORDS.states))})(?!\w))"
)


_OF_ITS_KIND = Known(points.ENOUGH, frozenset(), spelt=True)


@dataclass(frozen=True, slots=True)
class _Name:
    start: int
    end: int
    name: str
    known: Known
    score: float


class Finder:
    """Finds toponyms; keeps what it learnt of names."""

    def __init__(self, index: Index) -> None:
        self._evidence = Evidence(index)
        self._index = index
        self._first_words = {name.split()[0] for name in index.peoples if " " in name}

    def toponyms(self, text: str, peoples: Iterable[tuple[Span, str]] | None = None) -> list[Toponym]:
        """The place names of a text, in order, none overlapping; ``peoples`` are those of the text where they are known."""
        bodies = Taken(text, (Span(*body.span()) for body in _BODY_NAMES.finditer(text)))
        runs = [
            run.span()
            for run in RUN.finditer(text)
            if not bodies.at(run.start()) and not _is_in_tags(text, run.start())
        ]
        short = [self._abbreviated(match) for match in _SHORT.finditer(text) if _stands(text, match)]
        taken = Taken(text, (Span(name.start, name.end) for name in short))
        found = [name for start, end in runs for name in self._of_run(text, start, end)]
        found = [
            name
            for name in found
            if taken.free(Span(name.start, name.end))
            and not is_no_place(text, name.name, name.end)
            and not _GOES_ON.match(text, name.end)
        ]
        names = _chained(text, sorted((*found, *short), key=lambda name: name.start))
        isos = _countries(names)
        trusted = {name.name for name in names if name.score >= points.STRONG}
        doubtful = {name.name for name in names if name.score < points.STRONG}
        persons = surnames(text, runs, doubtful, self._evidence.is_given) if doubtful else frozenset()
        kept = [
            name
            for name in names
            if _supported(name, isos, trusted) >= points.ENOUGH
            and not (name.name in persons and name.score < points.STRONG)
            and not (_is_hardly_known(name, isos) and is_people(text, name.start, name.end))
        ]
        found_all = [_toponym(text, name) for name in kept]
        apart = _apart(
            text,
            sorted(
                (*found_all, *seats(text, self.peoples(text) if peoples is None else peoples, self._index)),
                key=lambda each: each.name_span,
            ),
        )
        return with_stretches(text, apart)

    def peoples(self, text: str) -> Iterator[tuple[Span, str]]:
        """Names of peoples ("Syrian", "Kenyans") and the ISO code of their country."""
        for word in _CAPITALISED.finditer(text):
            pair = _PAIR.match(text, word.start()) if word.group() in self._first_words else None
            named = [each for each in (pair, word) if each and each.group() in self._index.peoples]
            for each in named[:1]:
                yield Span(*each.span()), self._index.peoples[each.group()].place.iso

    def _abbreviated(self, match: re.Match[str]) -> _Name:
        """A country, or a state of the United States, by its short name."""
        name = _ABBREVIATIONS[match.group()]
        iso = self._index.country_named(name) or "US"
        return _Name(match.start(), match.end(), name, Known(3.0, frozenset({iso}), spelt=True), 3.0)

    def _of_run(self, text: str, start: int, end: int) -> Iterator[_Name]:
        pieces = pieces_of(text, start, end)
        site = _ends_on_site(pieces) and (
            before(text, pieces, 0) > 0 or bool(_STRUCK.search(text, max(0, start - _STRUCK_REACH), start))
        )
        body = {
            number for number, piece in enumerate(pieces) if piece.plain in WORDS.bodies and not site
        }  # "at Bama Police Station" is a place
        if _is_body(pieces):
            return
        parts = parted(text, pieces)
        for part in parts:
            for name in self._names_in(text, part, body if len(parts) == 1 else set()):
                yield replace(name, score=name.score - points.NEIGHBOUR) if site else name

    def _names_in(self, text: str, pieces: list[Piece], body: set[int]) -> Iterator[_Name]:
        at = 0
        while at < len(pieces):
            found = self._longest(text, pieces, at)
            if found is None:
                at += 1
                continue
            size, known = found
            covers = body <= set(range(at, at + size)) if body else True
            if covers and (known.spelt or not is_half(text, pieces, at, size)):
                yield self._weighed(text, pieces, at, size, known)
            at += size

    def _longest(self, text: str, pieces: list[Piece], at: int) -> tuple[int, Known] | None:
        """How many words from there on are a name, as many as may be, and what the name tells."""
        if text[pieces[at].start].islower() and pieces[at].plain in SMALL:
            return None
        for size in range(min(LONGEST, len(pieces) - at), 0, -1):
            if _may_be_name(text, pieces, at, size):
                known = self._known(text, pieces[at : at + size])
                led = size > 1 and pieces[at].plain in WORDS.locative  # "In Rafah" at a sentence's start
                if known and (known.spelt or not led):
                    return size, known
        return None

    def _known(self, text: str, pieces: list[Piece]) -> Known | None:
        """What a name tells: by its places, and by a word of its own for the kind of place."""
        name = text[pieces[0].start : pieces[-1].end]
        if len(pieces) == 1:
            people = name in self._index.peoples and not _is_region(text, pieces[0].end)
            return None if people else self._evidence.of(name)
        known = self._evidence.of(name)
        if is_named_kind(text, pieces) and not self._is_owned(text, pieces):
            told = max(known.points, 0.0) + points.NAMED_KIND if known else points.ENOUGH
            likely = told + self._evidence.of_person(pieces)
            return replace(known, points=likely) if known else replace(_OF_ITS_KIND, points=likely)
        return known if known and (known.spelt or known.points > 0) else None

    def _is_owned(self, text: str, pieces: list[Piece]) -> bool:
        """Whether a place among the words owns the rest: "Virginia's Jefferson National Forest"."""
        for number, piece in enumerate(pieces[:-1]):
            if text.startswith(("'s", "’s"), piece.end):
                owner = self._evidence.of(text[pieces[0].start : piece.end])
                if piece.plain in WORDS.named_last or (
                    owner and owner.points >= points.STRONG and not number
                ):
                    return True
        return False

    def _weighed(self, text: str, pieces: list[Piece], at: int, size: int, known: Known) -> _Name:
        first, last = pieces[at], pieces[at + size - 1]
        score = known.points + before(text, pieces, at) + after(text, pieces, at + size)
        ends = at + size == len(pieces) and not self._evidence.is_plain(last.plain)
        if known.spelt and ends and is_of_town(text, pieces):
            score += points.OF_TOWN
        return _Name(first.start, last.end, text[first.start : last.end], known, score)


def _may_be_name(text: str, pieces: list[Piece], at: int, size: int) -> bool:
    """Whether so many words may be a name by the words themselves."""
    first, last = pieces[at], pieces[at + size - 1]
    capital = text[last.start].isupper()  # "Lanao del Sur"
    if (last.plain in SMALL and not (capital and size > 1)) or last.plain in WORDS.articles:
        return False
    if size > 1:
        return not (last.plain in _BODY_OR_KIND and _BODY_GOES_ON.match(text, last.end))
    if first.plain in WORDS.openers and at + 1 < len(pieces):
        return False
    return not _acronym(text[first.start : first.end]) or _begins_line(text, first.start)


def _ends_on_site(pieces: list[Piece]) -> bool:
    """Whether a run, up to a small word, ends on where a body sits: "Bama Police Station on Monday"."""
    words = [piece.plain for piece in pieces]
    end = next((at for at, word in enumerate(words) if at and word in SMALL), len(words))
    return words[end - 1] in WORDS.bodies_sites


def _is_body(pieces: list[Piece]) -> bool:
    """Whether a run is, or holds, the name of a body."""
    if len(pieces) == 1:
        return pieces[0].plain in WORDS.bodies_whole
    return bool(_WHOLE.search(" ".join(piece.plain for piece in pieces)))


def _begins_line(text: str, start: int) -> bool:
    before = "\n" + text[:start] if start < _BULLET else text[start - _BULLET : start]
    return _LINE_OPENS.search(before) is not None


def _is_in_tags(text: str, start: int) -> bool:
    """Whether it is a hashtag in a line of nothing else, and not one that labels what is told: "#Tabqa: a raid killed two"."""
    if not start or text[start - 1] != "#":
        return False
    end = text.find("\n", start)
    line = text[text.rfind("\n", 0, start) + 1 : len(text) if end < 0 else end]
    return _TELLS.search(_TAG.sub("", line)) is None


def _is_region(text: str, end: int) -> bool:
    """Whether a word for a region follows the name of a people: "the Somali region"."""
    following = _NEXT.match(text, end)
    return following is not None and following.group(1).lower() in WORDS.region


def _acronym(name: str) -> bool:
    return len(name) < 5 and name.isupper() and name.isascii()


def _stands(text: str, match: re.Match[str]) -> bool:
    """A state's short name follows a place and a comma: "Paris, Ky."."""
    if "." in match.group()[:-1]:
        return True
    return match.group() in WORDS.abbreviations or text[
        max(0, match.start() - 3) : match.start()
    ].rstrip().endswith(",")


def _chained(text: str, names: list[_Name]) -> list[_Name]:
    """The names with points for their company: a container after a comma, a list of places."""
    scored: list[_Name] = []
    for number, name in enumerate(names):
        score = name.score
        if number + 1 < len(names) and text[name.end : names[number + 1].start].strip() == ",":
            inside = name.known.isos & names[number + 1].known.isos
            score += points.IN_CONTAINER if names[number + 1].score >= points.STRONG and inside else 0.0
        if (
            number
            and _JOINED.fullmatch(text, names[number - 1].end, name.start)
            and scored[-1].score >= points.ENOUGH
        ):
            score += points.IN_CHAIN
        scored.append(name if score == name.score else replace(name, score=score))
    return scored


def _countries(names: list[_Name]) -> frozenset[str]:
    """The countries a text speaks of: those that its sure names agree on."""
    votes: dict[str, float] = defaultdict(float)
    for name in names:
        if name.score >= points.STRONG and len(name.known.isos) <= 3:
            for iso in name.known.isos:
                votes[iso] += 1.0 / len(name.known.isos)
    return frozenset(iso for iso, count in votes.items() if iso and count >= 0.5)


def _is_hardly_known(name: _Name, isos: frozenset[str]) -> bool:
    """Whether no large place has a name, nor any of a country of the text (of any, where none is told) as it is spelt: "Hausa", "Luba" in Nigeria."""
    there = name.known.spelt and (not isos or not name.known.isos.isdisjoint(isos))
    return name.known.points < points.STRONG and not there


def _supported(name: _Name, isos: frozenset[str], trusted: set[str]) -> float:
    if name.name in trusted and name.score > points.AFTER_TITLE:
        return max(name.score, points.ENOUGH if name.score > 0 else name.score)
    if not name.known.isos & isos:
        return name.score
    return name.score + points.COUNTRY_OF_TEXT + (0.0 if name.known.spelt else points.SPELLING_IN_COUNTRY)


def _toponym(text: str, name: _Name) -> Toponym:
    span = Span(name.start, name.end)
    return related(text, Toponym(span, span.of(text), name.name, span), 0)


def _apart(text: str, found: list[Toponym]) -> list[Toponym]:
    """The toponyms with no phrase reaching into the one before it, nor "the capital" into a name's phrase."""
    named = [each for each in found if not is_seat(text, each)]
    taken = Taken(text, (each.span for each in named))
    unnamed = [each for each in found if is_seat(text, each) and taken.free(each.name_span)]
    apart: list[Toponym] = []
    for each in sorted((*named, *unnamed), key=lambda each: each.name_span):
        if apart and each.span.start < apart[-1].span.end:
            if each.name_span.start < apart[-1].span.end:
                continue
            apart.append(replace(each, span=each.name_span, text=each.name_span.of(text), relation=""))
        else:
            apart.append(each)
    return apart
