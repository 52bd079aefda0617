"""The clause around a time phrase: whether it looks ahead, is over, or still goes on."""

from bisect import bisect_left
from dataclasses import dataclass
from itertools import islice

from dashboard.temporal.context.cues import (
    BEFORE,
    DEFERRING,
    FUTURE,
    INTENT,
    PAST,
    REPORTING,
    SCHEDULE,
    STATE,
    Cues,
    is_past,
    opens_sentence,
    reach,
)
from dashboard.temporal.context.wording import Wording
from dashboard.text import Span

_NEXT_WORDS = 2
_POSSESSIVE = ("'s", "’s")
_A_PLAN = Wording(r"\b(?:{owners}|[’']s)\s+(?:\w+\s+)?$")
_A_PLAN_REACH = 30
_RECALLED = Wording(r"\s+(?:{recalled-words})\b")


@dataclass(frozen=True, slots=True)
class PhraseClause:
    """The clause around a phrase, from ``start`` to ``end``."""

    cues: Cues
    phrase: Span
    start: int
    end: int

    def looks_ahead(self, *, dated: bool) -> bool:
        """Whether a verb of the days to come rules the phrase: "will leave on Friday", not "said Friday it will".

        ``dated`` phrases name a month: "agreed to leave in March" speaks of the next one, where a weekday may
        be that of the agreement.
        """
        if self._is_ahead():
            return True
        if (
            self._is_limit()
            or self._is_put_off()
            or (dated and (self._is_intended() or self._is_scheduled()))
        ):
            ahead = True
        else:
            cue = self._future_before()
            ahead = self._will_follow() if cue is None else not self._is_said_after(cue)
        return ahead and not (self._is_old_plan() or self.cues.text.startswith(_POSSESSIVE, self.phrase.end))

    def lies_ahead(self) -> bool:
        """Whether so long from now ("in ten days") lies ahead, as "should", "may" and "opens" say too: no verb that is over."""
        if self.looks_ahead(dated=True):
            return True
        lists = self.cues.lists
        for word in self.cues.before(self.phrase.start, self.start):
            if word in lists["modal-words"]:
                return True
            told = word in lists[REPORTING] or word in lists["perfect-words"]
            if told or (is_past(word, lists) and word not in lists["particles"]):
                return False
        return False

    def is_over(self) -> bool:
        """Whether a past tense rules the phrase: "was killed on 15 December", but not "was extended to 15 December"."""
        if self._had_come_by():
            return True
        return self._is_told_as_over() and not (
            self._follows("deadline-words")
            or self._follows("limit-words")
            or self._is_old_plan()
            or self._leads("deadline-nouns")
        )

    def _is_told_as_over(self) -> bool:
        """Whether a past stands nearest before the phrase, or behind one of which nothing says what may be: "has split it and may be settled on 6 March, he said"."""
        places, modal = self.cues.by_list[PAST], self.cues.lists["modal-words"]
        before = places.last(self.start, self.phrase.start)
        if before is None and places.first(self.phrase.end, self.end) is None:
            return False
        return not any(
            word in modal for word in self.cues.before(self.phrase.start, before[1] if before else self.start)
        )

    def goes_on(self) -> bool:
        """Whether what the clause tells is still going on: "has been calm for 2 days"."""
        return self._has(STATE)

    def _is_limit(self) -> bool:
        """By Friday, effective 1 February, to pay by March: a day to come, unless what it limits is over."""
        if not self._follows("limit-words"):
            return False
        return self._follows("effective-words") or not self._has(PAST) or self._ends_in_infinitive(self.start)

    def _is_ahead(self) -> bool:
        """Ahead of Friday's vote, nothing but "of" and "the" between: of the days to come, unless that had been before."""
        before = list(islice(self.cues.before(self.phrase.start, self.start), 3))
        led = before[1:] if before[:1] == ["the"] else before
        lists = self.cues.lists
        leads = led[:1] == ["of"] and led[1:2] != [] and led[1] in lists["ahead-words"]
        return leads and not any(
            word in lists["had-words"] for word in self.cues.before(self.phrase.start, self.start)
        )

    def _had_come_by(self) -> bool:
        """Had doubled by the end of the year: what had come about by then is over."""
        if not self._follows("limit-words"):
            return False
        return any(
            word in self.cues.lists["had-words"] for word in self.cues.before(self.phrase.start, self.start)
        )

    def _is_scheduled(self) -> bool:
        """Runs through July, is out in June: the verb next before is one of the present that says what is set down for a day."""
        cue = self.cues.by_list[SCHEDULE].last(self.start, self.phrase.start)
        if cue is None or self.cues.by_list[PAST].first(cue[1], self.phrase.start) is not None:
            return False
        return next(self.cues.before(cue[0], self.start), "") not in self.cues.lists["relative-words"]

    def _is_put_off(self) -> bool:
        """Extended for a month, to 30 September: what is put off lies ahead."""
        if self.cues.by_list[DEFERRING].last(self.start, self.phrase.start) is None:
            return False
        before = islice(self.cues.before(self.phrase.start, self.start), 2)
        return not self.cues.lists["moved-to-words"].isdisjoint(before)

    def _is_intended(self) -> bool:
        """Agreed to sell in April: what is agreed on lies ahead."""
        cue = self.cues.by_list[INTENT].first(self.start, self.phrase.start)
        return cue is not None and self._ends_in_infinitive(cue[1])

    def _ends_in_infinitive(self, start: int) -> bool:
        """Whether "to pay" is the last verb from there to the phrase."""
        infinitive = self.cues.infinitives.last(start, self.phrase.start)
        if infinitive is None:
            return False
        return self.cues.by_list[PAST].first(infinitive[1], self.phrase.start) is None

    def _future_before(self) -> int | None:
        """Where the last cue of the days to come ends; a plan that is a thing is none."""
        end = self.phrase.start
        while cue := self.cues.by_list[FUTURE].last(self.start, end):
            if not (
                self._is_thing(*cue) or self._was_done(*cue) or self._recalls(cue[1]) or self._is_way(cue[0])
            ):
                return cue[1]
            end = cue[0]
        return None

    def _is_thing(self, start: int, end: int) -> bool:
        """Announced the plan on Friday: a thing, not something yet to come; "the plan to leave on Friday" is."""
        text = self.cues.text
        if not text.startswith(("plan", "Plan"), start):
            return False
        before = text[max(self.start, start - _A_PLAN_REACH) : start]
        return bool(_A_PLAN.of(self.cues.lists).search(before)) and not self.cues.infinitives.first(
            end, self.phrase.start
        )

    def _was_done(self, start: int, end: int) -> bool:
        """Have been planned together, lasted until Monday: what had been thought out, and a verb that is over behind it."""
        been = next(self.cues.before(start, self.start), "") in self.cues.lists["be-forms"]
        comma = "," in self.cues.text[end : self.phrase.start]
        return been and comma and self.cues.by_list[PAST].first(end, self.phrase.start) is not None

    def _is_way(self, start: int) -> bool:
        """Traders going to market were killed on Monday: who went somewhere; "they are now going to leave on Friday" tells a plan."""
        led = islice(self.cues.before(start, self.start), _NEXT_WORDS)
        goes = self.cues.text.startswith(("going", "Going"), start)
        return goes and self.cues.lists["be-forms"].isdisjoint(led)

    def _recalls(self, end: int) -> bool:
        """It will be recalled that: what is called to mind is over."""
        return _RECALLED.of(self.cues.lists).match(self.cues.text, end) is not None

    def _will_follow(self) -> bool:
        """A verb of the days to come close behind: "on Friday they will leave", not "took office in May, plans"."""
        cue = self.cues.by_list[FUTURE].first(self.phrase.end, self.end)
        if cue is None or self._verb()[0] in self.cues.lists[REPORTING]:
            return False
        between = self.cues.text[self.phrase.end : cue[0]]
        if len(between.split()) > _NEXT_WORDS:
            return between.startswith(",") and self._opens_it(*cue)
        return "," not in between or self.cues.by_list[PAST].first(self.start, self.phrase.start) is None

    def _opens_it(self, start: int, end: int) -> bool:
        """Whether the phrase opens the sentence of that verb, up to which nothing is over: "On Friday, ministers of both sides will meet"."""
        text = self.cues.text
        is_noun = text.startswith("plan", start) and not text.startswith(" to ", end)
        opens = not is_noun and opens_sentence(text, self.phrase.start)
        return opens and self.cues.by_list[PAST].first(self.phrase.end, end) is None

    def _is_said_after(self, cue: int) -> bool:
        """Whether another verb, of the past, stands between the cue and the phrase: "will leave, he said Friday"."""
        verb, before = self._verb()
        if before not in self.cues.lists["undone-words"] and is_past(verb, self.cues.lists):
            return True
        return self.cues.by_list[REPORTING].first(cue, self.phrase.start) is not None

    def _is_old_plan(self) -> bool:
        """Was due on Friday; "the sale, which had been expected, is part of a plan to pay by March" is none of March."""
        cue = self.cues.old_plans.last(self.start, self.phrase.start)
        return cue is not None and "," not in self.cues.text[cue[1] : self.phrase.start]

    def _has(self, cue: str) -> bool:
        places = self.cues.by_list[cue]
        before = places.first(self.start, self.phrase.start)
        return before is not None or places.first(self.phrase.end, self.end) is not None

    def _follows(self, words: str) -> bool:
        """Whether one of the lexicon's words of that list stands straight before the phrase."""
        places = self.cues.places
        at = bisect_left(places.starts, self.phrase.start) - 1
        if at < 0 or self.cues.words[at] not in self.cues.lists[words] or places.starts[at] < self.start:
            return False
        return self.cues.text[places.ends[at] : self.phrase.start].isspace()

    def _leads(self, words: str) -> bool:
        """Whether one of the lexicon's words of that list stands straight behind the phrase."""
        places = self.cues.places
        at = bisect_left(places.starts, self.phrase.end)
        if at >= len(places.starts) or self.cues.words[at] not in self.cues.lists[words]:
            return False
        return self.cues.text[self.phrase.end : places.starts[at]].isspace()

    def _verb(self) -> tuple[str, str]:
        """The word that the phrase hangs on, over "on", "early" and the like, and the word before that."""
        before = self.cues.before(self.phrase.start, self.start)
        between = self.cues.lists["between-verb-and-day"]
        return next((word for word in before if word not in between), ""), next(before, "")


def clause_around(phrase: Span, cues: Cues) -> PhraseClause:
    """The clause around a phrase.

    >>> from dashboard.temporal.lexing.lexicon import lexicon
    >>> from dashboard.temporal.context.cues import cues_around
    >>> text, friday = "Shells fell; buses will leave on Friday, but not today.", Span(33, 39)
    >>> clause = clause_around(friday, cues_around(text, [friday], lexicon("en")))
    >>> text[clause.start : clause.end], clause.looks_ahead(dated=False)
    (' buses will leave on Friday', True)
    """
    start, end = max(0, phrase.start - BEFORE), reach(cues.text, phrase)
    began = cues.clause_ends.last(start, phrase.start)
    stops = cues.clause_stops.first(phrase.end, end)
    return PhraseClause(cues, phrase, began[1] if began else start, stops[0] if stops else end)
