"""What the ``events`` commands do: show what is in the store, and edit which mentions are one event."""

from collections.abc import Iterator, Sequence

import pandas as pd

from dashboard.cli.moments import now_utc
from dashboard.cli.output import say, say_table
from dashboard.cli.stored import open_store
from dashboard.consolidation.links import links_of
from dashboard.errors import SelectionError
from dashboard.store import Made
from dashboard.table import Dataset
from dashboard.table.describe import title, when

_LONGEST = 70


def print_list(database: str | None) -> int:
    """Print every event's id, time, kind, place, and how often it is told."""
    with open_store(database) as store:
        dataset = store.load()
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
    for line in _event_lines(dataset, event_id):
        say(line)
    return 0


def join_events(event_ids: Sequence[str], because: str, database: str | None) -> int:
    """Join, and tell what it is now."""
    with open_store(database) as store:
        number = store.join(event_ids, because, now_utc())
    say(f"edit {number}: {' and '.join(event_ids)} are one event; 'events undo {number}' takes it back")
    return 0


def split_event(event_id: str, mention_ids: Sequence[str], because: str, database: str | None) -> int:
    """Split, and tell what it is now."""
    with open_store(database) as store:
        number = store.split(event_id, mention_ids, because, now_utc())
    count = len(set(mention_ids))
    left = f"{count} mention{'' if count == 1 else 's'} left {event_id} for an event of their own"
    say(f"edit {number}: {left}; 'events undo {number}' takes it back")
    return 0


def print_edits(database: str | None) -> int:
    """Print every edit, its reason, and whether it still holds."""
    with open_store(database) as store:
        made = store.edits()
    say_table(("no.", "made", "what", "because", "holds"), (_edit(each) for each in made))
    return 0


def undo_edit(number: int, database: str | None) -> int:
    """Take an edit back."""
    with open_store(database) as store:
        store.undo(number, now_utc())
    say(f"edit {number} is undone; it stays in the history")
    return 0


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


def _edit(made: Made) -> tuple[str, ...]:
    sides = (str(len(side)) for side in made.sides)
    verb = {"join": "joined", "split": "split"}[made.kind]
    undone = f"undone {made.undone:%Y-%m-%d %H:%M}" if made.undone else "yes"
    return (
        str(made.number),
        f"{made.made:%Y-%m-%d %H:%M}",
        f"{verb} {' + '.join(sides)} mentions",
        made.because,
        undone,
    )
