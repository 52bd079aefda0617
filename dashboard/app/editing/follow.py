"""Where an event is after a change: its id may be another, its first mention is the same."""

from dashboard.table import Dataset
from dashboard.table.links import number_of


def followed(event_id: str, before: Dataset, after: Dataset) -> str:
    """The id an event has now: its own, or that of the event its first mention tells of; empty where there is none."""
    if number_of(after.events, "event_id", event_id) is not None:
        return event_id
    told = before.mentions.loc[before.mentions["event_id"] == event_id, "mention_id"]
    now = after.mentions.loc[after.mentions["mention_id"].isin(told), "event_id"]
    return "" if now.empty else str(now.iloc[0])
