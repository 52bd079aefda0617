"""Mentions that edits hold on to, found among the mentions there are now: by id, else by their characters."""

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from typing import Self

import pandas as pd

from dashboard.consolidation.decisions import Decision, DecisionKind, Side
from dashboard.store.edits import REGROUPING, Anchor, Edit

Mention = tuple[str, str, str, int, int]
"""A mention's id, its event's, its report's, and its first and last characters there."""
_NAMES = ("mention_id", "event_id", "report_id", "char_start", "char_end")
NONE = ("", "")


@dataclass(frozen=True, slots=True)
class Present:
    """The mentions there are now: the event of each that edits name, and all of a report for those read anew."""

    events: Mapping[str, str]
    of_report: Callable[[str], Sequence[Mention]]

    @classmethod
    def of(cls, mentions: Sequence[Mention]) -> Self:
        """Some mentions."""
        reports: defaultdict[str, list[Mention]] = defaultdict(list)
        for each in mentions:
            reports[each[2]].append(each)
        return cls({each[0]: each[1] for each in mentions}, lambda report: reports.get(report, ()))

    @classmethod
    def in_frame(cls, mentions: pd.DataFrame, anchors: Iterable[Anchor]) -> Self:
        """Those of a frame that are wanted: a million are looked through once, and again only where one was read anew."""
        wanted = list({each[0] for each in anchors})
        there = mentions[mentions["mention_id"].isin(wanted)] if wanted else mentions.iloc[:0]
        events = dict(zip(there["mention_id"].tolist(), there["event_id"].tolist(), strict=True))
        return cls(events, _by_report(mentions))

    def mention(self, anchor: Anchor) -> tuple[str, str]:
        """The mention's id and its event's; where it was read anew, those of the one that shares most characters.

        Both are empty when none does.
        """
        event = self.events.get(anchor[0])
        return (anchor[0], event) if event else self._again(anchor)

    def _again(self, anchor: Anchor) -> tuple[str, str]:
        _, report_id, first, last = anchor
        shared = [(min(each[4], last) - max(each[3], first), each) for each in self.of_report(report_id)]
        most = max((share for share, _ in shared), default=0)
        return next(((each[0], each[1]) for share, each in shared if share == most > 0), NONE)


def _by_report(mentions: pd.DataFrame) -> Callable[[str], Sequence[Mention]]:
    @cache
    def reports() -> Mapping[str, Sequence[int]]:
        return {str(report): [*rows] for report, rows in mentions.groupby("report_id").indices.items()}

    def of_report(report_id: str) -> Sequence[Mention]:
        rows = mentions.iloc[list(reports().get(report_id, ()))]
        return list(zip(*(rows[name].tolist() for name in _NAMES), strict=True))

    return of_report


def anchors_of(mentions: Iterable[Mention]) -> list[Anchor]:
    """Mentions as an edit keeps them."""
    return [(mention, report, first, last) for mention, _, report, first, last in mentions]


def decisions_of(edits: Sequence[Edit], mentions: pd.DataFrame) -> Iterator[Decision]:
    """The joins and splits that hold, on the mentions there are now."""
    hold = [each for each in edits if each.holds and each.kind in REGROUPING]
    anchors = (anchor for each in hold for side in each.sides for anchor in side)
    present = Present.in_frame(mentions, anchors)
    for each in hold:
        sides = tuple(_side(side, present) for side in each.sides)
        if all(sides):
            yield Decision(DecisionKind(str(each.kind)), sides, each.because)


def _side(anchors: Sequence[Anchor], present: Present) -> Side:
    return frozenset(found for anchor in anchors if (found := present.mention(anchor)[0]))
