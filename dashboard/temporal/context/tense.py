"""The clause around a time phrase: whether it looks ahead, is over, or still goes on."""

import re
from bisect import bisect_left
from dataclasses import dataclass
from itertools import islice

from dashboard.temporal.context.cues import (
    AFTER,
    BEFORE,
    DEFERRING,
    FUTURE,
    INTENT,
    PAST,
    REPORTING,
    STATE,
    Surroundings,
    is_past,
)
from dashboard.text import Span

_NEXT_WORDS = 2
_POSSESSIVE = ("'s", "’s")
_EFFECTIVE = ("effective",)
_LIMITS = ("until", "by", *_EFFECTIVE)
_DEADLINES = (*_LIMITS, "to", "till", "through", "around", "expire", "expires")
_MOVED_TO = {"to", "until", "till", "for"}
_BETWEEN = ("on", "in", "late", "early", "by", "at", "the")  # may stand between a verb and its day
_UNDONE = ("be", "been", "is", "are", "to")  # before a verb: it is not what somebody did
_A_PLAN = re.compile(r"\b(?:the|a|an|its|his|her|their|this|that|[’']s)\s+(?:\w+\s+)?$", re.IGNORECASE)
_A_PLAN_REACH = 30


@dataclass(frozen=True, slots=True)
class Clause:
    """The clause around a phrase, from ``start`` to ``end``."""

    around: Surroundings
    phrase: Span
    start: int
    end: int

    def looks_ahead(self, *, dated: bool) -> bool:
        """Whether a verb of the days to come rules the phrase: "will leave on Friday", not "said Friday it will".

        ``dated`` phrases name a month: "agreed to leave in March" speaks of the next one, where a weekday may
        be that of the agreement.
        """
        if self._is_limit() or self._is_put_off() or (dated and self._is_intended()):
            ahead = True
        else:
            cue = self._future_before()
            ahead = self._will_follow() if cue is None else not self._is_told_after(cue)
        return ahead and not (
            self._is_old_plan() or self.around.text.startswith(_POSSESSIVE, self.phrase.end)
        )

    def is_over(self) -> bool:
        """Whether a past tense rules the phrase: "was killed on 15 December", but not "was extended to 15 December"."""
        return self._has(PAST) and not (self._follows(_DEADLINES) or self._is_old_plan())

    def goes_on(self) -> bool:
        """Whether what the clause tells is still going on: "has been calm for 2 days"."""
        return self._has(STATE)

    def _is_limit(self) -> bool:
        """By Friday, effective 1 February, to pay by March: a day to come, unless what it limits is over."""
        if not self._follows(_LIMITS):
            return False
        return self._follows(_EFFECTIVE) or not self._has(PAST) or self._ends_in_infinitive(self.start)

    def _is_put_off(self) -> bool:
        """Extended for a month, to 30 September: what is put off lies ahead."""
        if self.around.cues[DEFERRING].last(self.start, self.phrase.start) is None:
            return False
        return not _MOVED_TO.isdisjoint(islice(self.around.before(self.phrase.start, self.start), 2))

    def _is_intended(self) -> bool:
        """Agreed to sell in April: what is agreed on lies ahead."""
        cue = self.around.cues[INTENT].first(self.start, self.phrase.start)
        return cue is not None and self._ends_in_infinitive(cue[1])

    def _ends_in_infinitive(self, start: int) -> bool:
        """Whether "to pay" is the last verb from there to the phrase."""
        infinitive = self.around.infinitives.last(start, self.phrase.start)
        if infinitive is None:
            return False
        return self.around.cues[PAST].first(infinitive[1], self.phrase.start) is None

    def _future_before(self) -> int | None:
        """Where the last cue of the days to come ends; a plan that is a thing is none."""
        end = self.phrase.start
        while cue := self.around.cues[FUTURE].last(self.start, end):
            if not self._is_thing(*cue):
                return cue[1]
            end = cue[0]
        return None

    def _is_thing(self, start: int, end: int) -> bool:
        """Announced the plan on Friday: a thing, not something yet to come; "the plan to leave on Friday" is."""
        text = self.around.text
        if not text.startswith(("plan", "Plan"), start):
            return False
        before = text[max(self.start, start - _A_PLAN_REACH) : start]
        return bool(_A_PLAN.search(before)) and not self.around.infinitives.first(end, self.phrase.start)

    def _will_follow(self) -> bool:
        """A verb of the days to come close behind: "on Friday they will leave", not "took office in May, plans"."""
        cue = self.around.cues[FUTURE].first(self.phrase.end, self.end)
        if cue is None or self._verb()[0] in self.around.lists[REPORTING]:
            return False
        between = self.around.text[self.phrase.end : cue[0]]
        if len(between.split()) > _NEXT_WORDS:
            return False
        return "," not in between or self.around.cues[PAST].first(self.start, self.phrase.start) is None

    def _is_told_after(self, cue: int) -> bool:
        """Whether another verb, of the past, stands between the cue and the phrase: "will leave, he said Friday"."""
        verb, before = self._verb()
        if before not in _UNDONE and is_past(verb, self.around.lists):
            return True
        return self.around.cues[REPORTING].first(cue, self.phrase.start) is not None

    def _is_old_plan(self) -> bool:
        return self.around.old_plans.last(self.start, self.phrase.start) is not None

    def _has(self, cue: str) -> bool:
        places = self.around.cues[cue]
        before = places.first(self.start, self.phrase.start)
        return before is not None or places.first(self.phrase.end, self.end) is not None

    def _follows(self, words: tuple[str, ...]) -> bool:
        """Whether one of the words stands straight before the phrase."""
        places = self.around.places
        at = bisect_left(places.starts, self.phrase.start) - 1
        if at < 0 or self.around.words[at] not in words or places.starts[at] < self.start:
            return False
        return self.around.text[places.ends[at] : self.phrase.start].isspace()

    def _verb(self) -> tuple[str, str]:
        """The word that the phrase hangs on, over "on", "early" and the like, and the word before that."""
        before = self.around.before(self.phrase.start, self.start)
        return next((word for word in before if word not in _BETWEEN), ""), next(before, "")


def clause_around(phrase: Span, around: Surroundings) -> Clause:
    """The clause around a phrase.

    >>> from dashboard.temporal.lexing.lexicon import lexicon
    >>> from dashboard.temporal.context.cues import surroundings
    >>> text, friday = "Shells fell; buses will leave on Friday, but not today.", Span(33, 39)
    >>> clause = clause_around(friday, surroundings(text, [friday], lexicon("en")))
    >>> text[clause.start : clause.end], clause.looks_ahead(dated=False)
    (' buses will leave on Friday', True)
    """
    start, end = max(0, phrase.start - BEFORE), phrase.end + AFTER
    began = around.clause_ends.last(start, phrase.start)
    stops = around.clause_stops.first(phrase.end, end)
    return Clause(around, phrase, began[1] if began else start, stops[0] if stops else end)
