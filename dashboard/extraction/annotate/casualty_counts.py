"""Who was harmed and how many: ranges as the words give them, nothing said kept apart from none."""

import re
from bisect import bisect_left
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any

from dashboard.extraction.annotate.amounts import added, amount
from dashboard.extraction.annotate.casualty_words import (
    ASIDES,
    BARE,
    ELSEWHERE,
    HABITS,
    HURT,
    LATE,
    LEADS,
    MORE,
    OFTEN,
    ONWARD,
    OTHERS,
    ROWS,
    SUMS,
    UNKNOWN,
    UPDATES,
    CasualtyRow,
)
from dashboard.extraction.annotate.spotted import Spotted
from dashboard.extraction.lexicon import one_of
from dashboard.extraction.model import Harm
from dashboard.language import STOP, triggers
from dashboard.language.lexicon import lexicon
from dashboard.text import Span

_SENTENCE_END = re.compile(rf"(?:{STOP}|;)\s|\n")
_AGES = lexicon("casualty_counts")["ages"]
_AGED = re.compile(rf"\b{one_of(_AGES['people'])}\s+{one_of(_AGES['of'])}\s+$", re.IGNORECASE)
_BOUNDS = lexicon("casualty_counts")["bounds"]
_NTH = re.compile(r"\d+(?:st|nd|rd|th)")  # no 77 dead of "the 77th Division killed five"
_NAMED = re.compile(rf"\b{one_of(_BOUNDS['named'])}\s$")
_WHICH = re.compile(  # "the fifth such attack this year"
    rf"\b{one_of(_BOUNDS['which_of_a_time'])}\s+(?:[\w-]+\s+){{0,2}}?{one_of(_BOUNDS['acts'])}\b[^,;.]*$",
    re.IGNORECASE,
)
_NEAR = 40  # characters from "the fifth" to "this year"
_LONGEST_NAMED = 30  # characters of the words that such a number follows
_EACH_SIDE = re.compile(
    rf"(?:\s+[a-z]+){{0,2}}\s+{one_of(lexicon('casualty_counts')['sides']['each_side'])}\b"
)
_A = re.compile(rf"{one_of(lexicon('casualty_counts')['bounds']['new'])}\s", re.IGNORECASE)
_COMMA = re.compile(rf",\s|{_SENTENCE_END.pattern}")
_STOP = re.compile(rf",\s(?=\w+ing\b)|{_SENTENCE_END.pattern}")


@dataclass(frozen=True, slots=True)
class Count:
    """People counted: at least ``low``, at most ``high`` (None when the words leave it open).

    ``aggregate``: a sum over days, towns or a war, which belongs to no single event.
    """

    low: int
    high: int | None
    text: str
    span: Span
    aggregate: bool = False


@dataclass(frozen=True, slots=True)
class Casualties:
    """What a stretch of text says of each kind of harm; None where it says nothing.

    ``summed``: its words speak of many days or events; ``unknown``: they say that nothing is known; ``updated``: they bring a toll
    told before up to date; ``late``: somebody died of it later, maybe elsewhere; ``bare``: somebody only died later, with no word for of what; ``more``: besides those told dead before; ``several``: they speak of two acts or more; ``habit``: of many over a long time, ``often``: of what is done again and again; ``ends_elsewhere``: its last words tell of another event, and so does what goes on with them.
    """

    killed: Count | None = None
    wounded: Count | None = None
    missing: Count | None = None
    captured: Count | None = None
    displaced: Count | None = None
    summed: bool = False
    unknown: bool = False
    updated: bool = False
    late: bool = False
    bare: bool = False
    more: bool = False
    ends_elsewhere: bool = False
    several: bool = False
    habit: bool = False
    often: bool = False

    def of(self, harm: Harm) -> Count | None:
        """The count of one kind of harm."""
        count: Count | None = getattr(self, harm)
        return count

    def moved(self, by: int) -> "Casualties":
        """The same, its spans so many characters on."""
        if not self.told:
            return self
        counts = {harm.value: self.of(harm) for harm in Harm}
        moved: dict[str, Any] = {
            harm: count and replace(count, span=count.span.moved(by)) for harm, count in counts.items()
        }
        return replace(self, **moved)

    @property
    def told(self) -> bool:
        """Whether it says anything of any harm."""
        return any((self.killed, self.wounded, self.missing, self.captured, self.displaced))

    @property
    def harmless(self) -> bool:
        """Whether it only says that nobody was harmed.

        >>> Casualties(killed=Count(0, 0, "nobody", Span(0, 6))).harmless, Casualties().harmless
        (True, False)
        """
        lows = [count.low for count in (self.killed, self.wounded) if count]
        return bool(lows) and not any(lows)


def casualties(spotted: Spotted, trigger: Span | None = None, dates: Sequence[Span] = ()) -> Casualties:
    """The people harmed, by kind, as the words outside of brackets count them; figures of ``dates`` count nobody.

    What is counted of another event is left out, unless the trigger, the words of the event, stands there as well.

    >>> from dashboard.extraction.annotate.casualty_words import GRAMMAR
    >>> from dashboard.extraction.annotate.spotted import spot
    >>> from dashboard.language.words import tokenise
    >>> read = lambda text: casualties(spot(GRAMMAR, tokenise(text), brackets=False))
    >>> harmed = read("Shells killed at least three people and wounded dozens.")
    >>> harmed.killed and (harmed.killed.low, harmed.killed.high), harmed.wounded and harmed.wounded.low
    ((3, None), 12)
    >>> read("There is no information about casualties.").killed is None
    True
    """
    if not spotted.matches:
        return Casualties()
    text = spotted.text
    others = tuple(each for each in elsewhere(spotted) if not (trigger and each.covers(trigger)))
    found = [match for match in spotted.matches if not any(each.touches(match.whole) for each in others)]
    found = [match for match in found if not any(each.covers(match.trigger) for each in dates)]
    found = [match for match in found if not _is_of_a_name(text, match.trigger.start)]
    over = [match.whole for match in found if match.rule in ONWARD]
    wide = [match.whole for match in found if match.rule in SUMS - ONWARD]
    wide = [each for each in wide if not any(_behind(each, other, text) for other in over)]
    wide = [each for each in wide if not _WHICH.search(text, max(0, each.start - _NEAR), each.start)]
    summed = _Sums.of(text, wide, [each.start for each in over])
    counts = [each for each in _counted(found) if each[0].total or not _NTH.fullmatch(each[1].of(text))]
    updates = {match.rule for match in found if match.rule in UPDATES}
    by_harm = {harm.value: _own(found, counts, harm) for harm in Harm}
    decided = {harm: _decided(own, summed, text) for harm, own in by_harm.items() if own}
    own_toll = any(each and not each.aggregate for each in decided.values())
    return Casualties(
        **decided,
        summed=bool(wide) or (bool(over) and not own_toll),
        unknown=any(match.rule in UNKNOWN for match in found),
        updated=bool(updates),
        late=any(match.rule in LATE for match in found),
        bare=bool(updates) and updates <= BARE,
        more=any(match.rule in MORE for match in found) and not any(row.total for row, _ in counts),
        several=any(match.rule in LEADS for match in found),
        habit=any(match.rule in HABITS for match in found),
        often=any(match.rule in OFTEN for match in found),
        ends_elsewhere=any(each.end >= len(text.rstrip()) for each in others),
    )


def _behind(wide: Span, onward: Span, text: str) -> bool:
    """Whether words for a long time belong to the sum that a sentence goes over to: "bringing to 200 the dead of this year"."""
    return onward.start <= wide.start and not _SENTENCE_END.search(text, onward.start, wide.start)


def _counted(found: Sequence[triggers.Match]) -> Iterator[tuple[CasualtyRow, Span]]:
    """The rows that count somebody's harm, with where: no part of a count, no "none known"."""
    unknown = any(match.rule in UNKNOWN for match in found)
    others = [match.trigger for match in found if match.rule in OTHERS]
    for match in found:
        row = ROWS.get(match.rule)
        if row and not (unknown and row.none) and not any(each.covers(match.trigger) for each in others):
            yield row, match.trigger


def _own(
    found: Sequence[triggers.Match], counts: Sequence[tuple[CasualtyRow, Span]], harm: Harm
) -> list[tuple[CasualtyRow, Span]]:
    """The counts of one harm, without those that are rather of the other where it has more than these."""
    own = [each for each in counts if each[0].harm is harm]
    apart = _apart(found, harm) if len(own) > 1 and harm in HURT else frozenset()
    return [each for each in own if each[1] not in apart] or own


def _apart(found: Sequence[triggers.Match], harm: Harm) -> frozenset[Span]:
    """The counts that stand nearer to words of the other harm: "twelve were wounded and two killed"."""
    nearest: dict[tuple[Span, Harm], int] = {}
    for match in found:
        row = ROWS.get(match.rule)
        if row and row.harm in HURT:
            key = match.trigger, row.harm
            nearest[key] = min(nearest.get(key, _length(match)), _length(match))
    return frozenset(
        span
        for (span, of), length in nearest.items()
        if of is harm and nearest.get((span, HURT[harm]), length) < length
    )


def _length(match: triggers.Match) -> int:
    return match.whole.end - match.whole.start


@dataclass(frozen=True, slots=True)
class _Sums:
    """The sentences that count over days, towns or a war."""

    stops: tuple[int, ...]
    sentences: frozenset[int]
    onward: tuple[int, ...]

    @classmethod
    def of(cls, text: str, sums: Iterable[Span], onward: Sequence[int]) -> "_Sums":
        stops = tuple(stop.start() for stop in _SENTENCE_END.finditer(text))
        return cls(stops, frozenset(bisect_left(stops, each.start) for each in sums), tuple(onward))

    def hold(self, span: Span) -> bool:
        """Whether a count is part of such a sentence, or stands behind where one goes over to the sum."""
        at = bisect_left(self.stops, span.start)
        behind = any(start <= span.start and bisect_left(self.stops, start) == at for start in self.onward)
        return behind or at in self.sentences


def _is_of_a_name(text: str, start: int) -> bool:
    """Whether the number is part of a name: "the chairman of Ward 7 was killed"."""
    return _NAMED.search(text, max(0, start - _LONGEST_NAMED), start) is not None


def elsewhere(spotted: Spotted) -> Iterator[Span]:
    """The stretches of a clause that tell of another event: what it answers, what came days before.

    >>> from dashboard.extraction.annotate.casualty_words import GRAMMAR
    >>> from dashboard.extraction.annotate.spotted import spot
    >>> from dashboard.language.words import tokenise
    >>> words = "Jets hit Idlib in revenge for an ambush that killed nine, wounding two."
    >>> [each.of(words) for each in elsewhere(spot(GRAMMAR, tokenise(words)))]
    ['in revenge for an ambush that killed nine']
    """
    text = spotted.text
    for match in spotted.matches:
        if match.rule in ELSEWHERE:
            start, end = match.trigger.start, match.trigger.end
            short = match.rule in ASIDES or not start
            stop = (_COMMA if short else _STOP).search(text, end)
            yield Span(start, stop.start() if stop else len(text))


def _decided(counted: list[tuple[CasualtyRow, Span]], summed: _Sums, text: str) -> Count | None:
    """The largest count that is no sum; else the largest sum; else none harmed."""
    counted = [each for each in counted if each[0].total] or counted
    besides = {span: row for row, span in counted if row.besides}
    if besides and any(span not in besides for _, span in counted):
        return _with_others([each for each in counted if not each[0].besides], besides, summed, text)
    sides = {span for row, span in counted if row.sides}
    ones = {span for row, span in counted if row.one}
    counts = (
        _of_words(span, summed, text, one=span in ones, sides=span in sides)
        for span in _widest(span for row, span in counted if not row.none)
    )
    nobody = next((Count(0, 0, span.of(text), span) for row, span in counted if row.none), None)
    return min(
        (each for each in counts if each),
        key=lambda each: (each.aggregate, -each.low, each.span),
        default=nobody,
    )


def _of_words(span: Span, summed: _Sums, text: str, *, one: bool, sides: bool = False) -> Count | None:
    return Count(1, 1, span.of(text), span) if one else _count(span, summed, text, sides=sides)


def _with_others(
    counted: list[tuple[CasualtyRow, Span]], besides: Mapping[Span, CasualtyRow], summed: _Sums, text: str
) -> Count | None:
    """The count that is decided on, and those told besides: "one died, and so did the three attackers"."""
    apart = [each for each in counted if not any(each[1].touches(span) for span in besides)]
    count = _decided(apart, summed, text)
    for span in _widest(besides):
        more = _of_words(span, summed, text, one=besides[span].one, sides=besides[span].sides)
        count = both(count, more) if count and more else count or more
    return count


def both(one: Count, other: Count) -> Count:
    """Two counts as one.

    >>> two = both(Count(2, 2, "two", Span(0, 3)), Count(7, None, "at least 7", Span(9, 19)))
    >>> two.low, two.high, two.text
    (9, None, 'two + at least 7')
    """
    high = None if one.high is None or other.high is None else one.high + other.high
    return replace(one, low=one.low + other.low, high=high, text=f"{one.text} + {other.text}")


def _widest(spans: Iterable[Span]) -> Iterator[Span]:
    """The spans that lie in no other, in order, each once."""
    reached = -1
    for span in sorted(set(spans), key=lambda each: (each.start, -each.end)):
        if span.end > reached:
            yield span
            reached = span.end


def _count(span: Span, summed: _Sums, text: str, *, sides: bool) -> Count | None:
    words = span.of(text)
    if _AGED.search(text, 0, span.start):
        return Count(1, 1, words, span)  # "a man of 19 was shot"
    bounds = added(words) if sides else amount(words)
    if bounds and _EACH_SIDE.match(text, span.end):
        bounds = 2 * bounds[0], bounds[1] and 2 * bounds[1]
    if bounds is None:
        return None
    one = (
        bounds == (1, 1) and _A.match(words) is not None
    )  # a soldier is no sum, whatever time is told beside
    return Count(*bounds, words, span, aggregate=summed.hold(span) and not one)
