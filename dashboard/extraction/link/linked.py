"""The third stage: the candidates of one report brought together, and those set aside that are no event after all."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import timedelta
from itertools import chain, compress

from dashboard.extraction.acled import VIOLENT
from dashboard.extraction.attach.candidates import Candidate
from dashboard.extraction.attach.coded import NO_WORDS, UNSAID, TimeBasis
from dashboard.extraction.lexicon import CLAUSES, worded
from dashboard.extraction.link.acts import is_struck, is_violent
from dashboard.extraction.link.around import holds
from dashboard.extraction.link.candidate_features import features_of
from dashboard.extraction.link.cluster import Cluster, grouped
from dashboard.extraction.link.counted_again import counted_again
from dashboard.extraction.link.faint import faint
from dashboard.extraction.link.headed import headed
from dashboard.extraction.link.leads import is_lead_over
from dashboard.extraction.link.retold import Group, leaning, retold
from dashboard.extraction.link.what_that_did import what_that_did
from dashboard.extraction.model import Unread, UnreadReason
from dashboard.gazetteer import REGION

_LONGEST_ENTRY = 600  # characters
_DAYS = timedelta(days=5)
_RESUMED = worded(CLAUSES["goes-on"]["words"])


@dataclass(frozen=True, slots=True)
class Linked:
    """What was made of the clauses, in their order, and the candidates in groups, one an event."""

    read: tuple[Candidate | Unread, ...]
    groups: tuple[Group, ...]

    def without(self, holds: Callable[[Candidate], bool], reason: UnreadReason) -> "Linked":
        """The same without the groups of which it holds for all candidates, and why they are no events."""
        aside = [all(map(holds, group)) for group in self.groups]
        if not any(aside):
            return self
        spans = {each.clause.span for each in chain(*compress(self.groups, aside))}
        read = (
            Unread(each.clause.span, each.quote, reason)
            if isinstance(each, Candidate) and each.clause.span in spans
            else each
            for each in self.read
        )
        return Linked(
            tuple(read), tuple(group for group, gone in zip(self.groups, aside, strict=True) if not gone)
        )


def link(read: Iterable[Candidate | Unread]) -> Linked:
    """The candidates in groups, in order of the first of each; no lull, and no headline that only sums up.

    A headline goes that has no time of its own and is like nothing below, where the like is reported below.
    """
    every = tuple(_but_sums(tuple(read)))
    candidates = [each for each in every if isinstance(each, Candidate)]
    linked = Linked(every, what_that_did(counted_again(headed(_groups(candidates)))))
    dated = linked.without(lambda each: each.leans or _has_no_day(each), UnreadReason.NO_DAY)
    standing = dated.without(_is_only_mentioned, UnreadReason.MENTIONED) if len(dated.groups) > 1 else dated
    told_somewhere = any(not _is_unplaced(group[0]) and is_struck(group[0]) for group in standing.groups)
    placed = standing.without(_is_unplaced, UnreadReason.UNPLACED) if told_somewhere else standing
    events = placed.without(lambda each: each.clause.quiet, UnreadReason.LULL)
    below = {each.coding.event_type for group in events.groups for each in group if not each.heading}
    struck = bool(VIOLENT & below)
    bare = events.without(
        lambda each: (
            _is_bare_headline(each) and (each.coding.event_type in below or (struck and is_violent(each)))
        ),
        UnreadReason.HEADLINE,
    )
    leads = {id(each) for group in bare.groups if is_lead_over(group, bare.groups) for each in group}
    bare = bare.without(lambda each: id(each) in leads, UnreadReason.SUM_OF_LIST)
    thin = {id(each) for group in faint(bare.groups) for each in group}
    bare = bare.without(lambda each: id(each) in thin, UnreadReason.MENTIONED)
    told = [each for group in bare.groups for each in group if not each.heading and not _is_untold(each)]
    return bare.without(lambda each: _sums_up(each, told), UnreadReason.HEADLINE)


def _but_sums(read: Sequence[Candidate | Unread]) -> Iterator[Candidate | Unread]:
    """What was read; of the items of a list of highlights those that tell neither day nor town are left out, where the like is told below."""
    told = {each.coding.event_type for each in read if isinstance(each, Candidate) and not each.heading}
    for each in read:
        if isinstance(each, Candidate) and _is_highlight(each) and each.coding.event_type in told:
            yield Unread(each.clause.span, each.quote, UnreadReason.HEADLINE)
        else:
            yield each


def _is_highlight(candidate: Candidate) -> bool:
    """Whether it is an item of a list of highlights and tells neither day nor town."""
    place = candidate.where.place
    nowhere = candidate.where.inherited or place is None or place.precision >= REGION
    return candidate.heading and candidate.clause.item and candidate.when.basis in UNSAID and nowhere


def _groups(candidates: Sequence[Candidate]) -> tuple[Group, ...]:
    """Those that are told in words of their own, by how alike they are; then those that tell again of one of them."""
    leans = leaning(candidates)
    standing = [each for number, each in enumerate(candidates) if number not in leans]
    clusters = grouped([features_of(each) for each in standing])
    groups = [_group(cluster, standing) for cluster in clusters]
    return tuple(sorted(retold(groups, [candidates[number] for number in sorted(leans)]), key=_opens))


def _opens(group: Group) -> int:
    return min(each.clause.span.start for each in group)


def _group(cluster: Cluster, candidates: Sequence[Candidate]) -> Group:
    """The candidates of a cluster; each knows why it is one with the others."""
    return tuple(
        replace(candidates[each.number], alike=str(each.similarity))
        if each.similarity
        else candidates[each.number]
        for each in cluster
    )


def _is_bare_headline(candidate: Candidate) -> bool:
    timeless = candidate.heading and candidate.when.basis in UNSAID
    return timeless and not candidate.quote.endswith(".")


def _has_no_day(candidate: Candidate) -> bool:
    """Whether its words tell a time that can't be put on the calendar, in a report whose day is known."""
    when = candidate.when
    told = when.timex is not None and not when.timex.fault
    return told and not when.placed and when.frame.day is not None


def _is_only_mentioned(candidate: Candidate) -> bool:
    """Whether it speaks of an act as of one known, and tells nothing of it: neither when nor where, nor who did it to whom."""
    clause = candidate.clause
    named = any(
        each.span.start >= candidate.trigger.end for each in clause.actors
    )  # "the battles between A and B"
    bare = candidate.where.inherited and not (clause.casualties.told or candidate.heading or named)
    return bare and _is_untold(candidate) and clause.known_act is not None


def _is_unplaced(candidate: Candidate) -> bool:
    """Whether it tells neither when nor where it was, nor that it goes on, nor who struck, nor who died."""
    clause, when = candidate.clause, candidate.when
    untold = (when.basis is TimeBasis.REPORT and not _is_of_dated_entry(candidate)) or (
        when.basis is TimeBasis.TELLING and not is_violent(candidate)
    )
    bare = untold and candidate.where.inherited and not (candidate.heading or clause.another)
    told = clause.casualties.killed is not None or clause.armed
    deadly = told and clause.outright and is_violent(candidate)
    goes_on = when.ongoing or _RESUMED.search(candidate.quote) is not None
    return bare and not deadly and not goes_on


def _is_of_dated_entry(candidate: Candidate) -> bool:
    """Whether a day stands over the few lines that tell it: "12 September: Mazeze. The chapel was burned"; a clock is a page's stamp."""
    frame = candidate.when.frame
    short = frame.span.end - frame.span.start < _LONGEST_ENTRY
    return candidate.clause.outright and frame.datelined and frame.latest is None and short


def _is_untold(candidate: Candidate) -> bool:
    return candidate.when.basis in NO_WORDS


def _is_long(candidate: Candidate) -> bool:
    when, heads = candidate.when, candidate.heading or candidate.clause.title
    return heads and when.start is not None and when.end is not None and when.end - when.start >= _DAYS


def _sums_up(candidate: Candidate, told: Sequence[Candidate]) -> bool:
    """Whether it heads the report with no day, or names an act as known, in a region where the like is told below."""
    place = candidate.where.place
    named = place and place.precision < REGION and not candidate.where.inherited
    spread = _is_long(candidate)  # a title over the days of a digest
    if not (candidate.heading or spread) or named:
        return False
    if not (spread or _is_untold(candidate) or candidate.clause.known_act):
        return False
    below = (each.where.place for each in told if is_violent(each))
    return is_violent(candidate) and any(place is None or holds(place, each) for each in below if each)
