"""Mentions that edits hold on to, found among the mentions there are now: by id, else by their characters."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property

import pandas as pd

from dashboard.consolidation.decisions import Decision, DecisionKind, Side
from dashboard.errors import StoreError
from dashboard.store.edits import REGROUPING, Anchor, Edit
from dashboard.table import Dataset

_NAMES = ("mention_id", "report_id", "char_start", "char_end")


def anchors_of(mentions: pd.DataFrame) -> list[Anchor]:
    """The mentions as an edit keeps them."""
    return list(zip(*(mentions[name].tolist() for name in _NAMES), strict=True))


@dataclass(frozen=True)
class Present:
    """The mentions there are now, asked for those of some edits only: a million are looked through once."""

    mentions: pd.DataFrame
    wanted: frozenset[str]

    @classmethod
    def of(cls, mentions: pd.DataFrame, anchors: Iterable[Anchor]) -> "Present":
        """Ready for these."""
        return cls(mentions, frozenset(each[0] for each in anchors))

    @cached_property
    def events(self) -> Mapping[str, str]:
        """The event of each wanted mention that is there."""
        ids = self.mentions["mention_id"]
        there = self.mentions[ids.isin(list(self.wanted))] if self.wanted else self.mentions.iloc[:0]
        return dict(zip(there["mention_id"].tolist(), there["event_id"].tolist(), strict=True))

    def mention(self, anchor: Anchor) -> tuple[str, str]:
        """The mention's id and its event's; where it was read anew, those of the one that shares most characters.

        Both are empty when none does.
        """
        event = self.events.get(anchor[0])
        return (anchor[0], event) if event else self._again(anchor)

    def _again(self, anchor: Anchor) -> tuple[str, str]:
        _, report_id, first, last = anchor
        there = self._of_reports.get(report_id)
        if there is None:
            return "", ""
        shared = there["char_end"].clip(upper=last) - there["char_start"].clip(lower=first)
        if not (shared > 0).any():
            return "", ""
        row = there.iloc[int(shared.argmax())]
        return str(row["mention_id"]), str(row["event_id"])

    @cached_property
    def _of_reports(self) -> Mapping[str, pd.DataFrame]:
        return {str(report): rows for report, rows in self.mentions.groupby("report_id")}


def decisions_of(edits: Sequence[Edit], mentions: pd.DataFrame) -> Iterator[Decision]:
    """The joins and splits that hold, on the mentions there are now."""
    hold = [each for each in edits if each.holds and each.kind in REGROUPING]
    present = Present.of(mentions, (anchor for each in hold for side in each.sides for anchor in side))
    for each in hold:
        sides = tuple(_side(side, present) for side in each.sides)
        if all(sides):
            yield Decision(DecisionKind(str(each.kind)), sides, each.because)


def _side(anchors: Sequence[Anchor], present: Present) -> Side:
    return frozenset(found for anchor in anchors if (found := present.mention(anchor)[0]))


def sides_to_join(dataset: Dataset, event_ids: Sequence[str]) -> dict[str, list[Anchor]]:
    """The mentions of each event; raises StoreError when there are not two of them."""
    wanted = list(dict.fromkeys(event_ids))
    if len(wanted) < 2:
        msg = f"{' '.join(event_ids)}: name two events or more to join"
        raise StoreError(msg)
    return {each: anchors_of(_mentions_of(dataset, each)) for each in wanted}


def sides_to_split(dataset: Dataset, event_id: str, mention_ids: Sequence[str]) -> list[list[Anchor]]:
    """The mentions that leave an event and those that stay; raises StoreError when either is nobody."""
    mentions = _mentions_of(dataset, event_id)
    strange = [each for each in mention_ids if each not in set(mentions["mention_id"])]
    if strange or not mention_ids:
        msg = f"{' '.join(strange) or event_id}: name mentions of the event {event_id}; 'events show {event_id}' lists them"
        raise StoreError(msg)
    leaving = mentions["mention_id"].isin(list(mention_ids))
    if leaving.all():
        msg = f"{event_id}: all its mentions would leave; one has to stay"
        raise StoreError(msg)
    return [anchors_of(mentions[leaving]), anchors_of(mentions[~leaving])]


def _mentions_of(dataset: Dataset, event_id: str) -> pd.DataFrame:
    mentions = dataset.mentions[dataset.mentions["event_id"] == event_id]
    if mentions.empty:
        coded = event_id in set(dataset.events["event_id"])
        why = "rests on no report: it can be neither joined nor split" if coded else "is no event here"
        msg = f"{event_id}: {why}"
        raise StoreError(msg)
    return mentions
