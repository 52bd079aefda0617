"""What the ``events`` commands do: show what is in the store, and edit which mentions are one event."""

from collections.abc import Iterator, Sequence

import pandas as pd

from dashboard.cli.corrections import Said, print_edits_of
from dashboard.cli.moments import now_utc
from dashboard.cli.output import say, say_json, say_table
from dashboard.cli.stored import open_store
from dashboard.consolidation.links import links_of
from dashboard.errors import SelectionError
from dashboard.store import Store, reader
from dashboard.table import Dataset
from dashboard.table.describe import title, when

_LONGEST = 70


def print_list(database: str | None, *, as_json: bool = False) -> int:
    """Print every event's id, time, kind, place, and how often it is told."""
    with open_store(database) as store:
        dataset = store.load()
    if as_json:
        for _, event in dataset.events.iterrows():
            say_json(_record(event))
        return 0
    reports = dataset.mentions.groupby("event_id")["report_id"].nunique()
    rows = (
        (event["event_id"], when(event), title(event), str(event["location"]), _reported_by(event, reports))
        for _, event in dataset.events.iterrows()
    )
    say_table(("id.", "when", "what", "where", "told"), rows)
    return 0


def print_event(event_id: str, database: str | None) -> int:
    """Print one event and each of its mentions."""
    with open_store(database) as store:
        dataset = store.load()
        lines = [*_event_lines(dataset, event_id), *_revision_lines(store, event_id)]
    for line in lines:
        say(line)
    return 0


def join_events(event_ids: Sequence[str], said: Said, database: str | None) -> int:
    """Join, and tell what it is now."""
    with open_store(database) as store:
        number = store.join(event_ids, said.because, now_utc(), by=said.who, upon=said.upon)
    say(f"edit {number}: {' and '.join(event_ids)} are one event; 'events undo {number}' takes it back")
    return 0


def split_event(event_id: str, mention_ids: Sequence[str], said: Said, database: str | None) -> int:
    """Split, and tell what it is now."""
    with open_store(database) as store:
        number = store.split(event_id, mention_ids, said.because, now_utc(), by=said.who, upon=said.upon)
    count = len(set(mention_ids))
    left = f"{count} mention{'' if count == 1 else 's'} left {event_id} for an event of their own"
    say(f"edit {number}: {left}; 'events undo {number}' takes it back")
    return 0


def print_edits(database: str | None, *, as_json: bool) -> int:
    """Print every edit, who made it and why, and whether it still holds."""
    with open_store(database) as store:
        print_edits_of(store.edits(), as_json=as_json)
    return 0


def undo_edit(number: int, said: Said, database: str | None) -> int:
    """Take an edit back."""
    with open_store(database) as store:
        store.undo(number, now_utc(), by=said.who, reread=reader(store))
    say(f"edit {number} is undone; it stays in the history")
    return 0


def _record(event: "pd.Series[str]") -> dict[str, object]:
    texts = {name: str(event[name]) for name in ("event_id", "location", "review_status", "tags", "dataset")}
    moments = {
        name: None if pd.isna(event[name]) else pd.Timestamp(event[name]).isoformat()
        for name in ("start", "end")
    }
    return {**texts, **moments, "when": when(event), "what": title(event)}


def _revision_lines(store: Store, event_id: str) -> Iterator[str]:
    """Which revision of the event this is, and what to do with that."""
    last = store.revision(event_id)
    how = f"edited by hand; 'events history {event_id}' tells how" if last else "as it was read"
    yield f"revision {last}: {how}"


def _reported_by(event: "pd.Series[str]", reports: "pd.Series[int]") -> str:
    count = reports.get(event["event_id"], 0)
    times = f"{event['n_mentions']}×" if not pd.isna(event["n_mentions"]) else ""
    return f"{times} in {count} reports" if count > 1 else times


def _event_lines(dataset: Dataset, event_id: str) -> Iterator[str]:
    found = dataset.events[dataset.events["event_id"] == event_id]
    if found.empty:
        msg = f"{event_id}: is no event here; 'events list' shows those there are"
        raise SelectionError(msg)
    event = found.iloc[0]
    yield f"{event_id}  {title(event)}{f', {place}' if (place := event['location']) else ''}: {when(event)}"
    if event["conflicts"]:
        yield f"contradicted: {event['conflicts']}"
    for link in links_of(dataset, event_id):
        yield f"may be the same as {link.other_id} of {link.dataset}: {link.why}"
    names = dataset.reports.set_index("report_id")
    for _, mention in dataset.mentions[dataset.mentions["event_id"] == event_id].iterrows():
        report = names.loc[mention["report_id"]]
        quote = " ".join(str(mention["quote"]).split())
        short = quote if len(quote) <= _LONGEST else f"{quote[:_LONGEST]}…"
        yield f"  {mention['mention_id']}  {report['source'] or report['url']}: “{short}”"
        if mention["likeness"]:
            yield f"      {mention['likeness']}"
        if mention["conflict"]:
            yield f"      contradicts: {mention['conflict']}"
