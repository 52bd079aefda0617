"""What an exported file says of itself: what was chosen, out of what, from which sources, when."""

from dataclasses import dataclass
from datetime import UTC, datetime
from importlib.metadata import version
from zoneinfo import ZoneInfo

import pandas as pd

from dashboard.exchange.headings import Headings
from dashboard.table.sources import sources_of
from dashboard.wording.say import say, so_many

PRODUCT = "conflict-timeline"
_MANY = 20

Window = tuple[datetime | None, datetime | None]


@dataclass(frozen=True, slots=True)
class Remark:
    """What a person noted on an event, or at a moment where ``event_id`` is empty; who she is and when she wrote it."""

    text: str
    who: str
    made: datetime
    event_id: str = ""
    moment: datetime | None = None

    def as_dict(self) -> dict[str, object]:
        """Plain values for JSON; moments in ISO 8601."""
        return {"text": self.text, "who": self.who, "made": _iso(self.made), "event_id": self.event_id or None, "moment": _iso(self.moment)}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Provenance:
    """Where an exported file comes from.

    ``filters`` in words, one each · ``window`` half-open, aware; None on an open side · ``zone`` the one
    the window is shown in · ``events`` written, ``of`` how many there are · ``made`` aware · ``edits`` what a person
    changed, one each · ``headings`` what a chronology is divided by · ``remarks`` what people noted on these events and at
    moments.
    """

    title: str
    filters: tuple[str, ...]
    window: Window
    zone: str
    events: int
    of: int
    sources: tuple[str, ...]
    made: datetime
    version: str
    edits: tuple[str, ...] = ()
    headings: Headings = Headings.MONTH
    remarks: tuple[Remark, ...] = ()

    def remarks_by_event(self) -> dict[str, str]:
        """The remarks on each event that has some, one after the other."""
        found: dict[str, list[str]] = {}
        for each in self.remarks:
            if each.event_id:
                found.setdefault(each.event_id, []).append(f"{each.text} ({each.who})" if each.who else each.text)  # fmt: skip
        return {event_id: " | ".join(said) for event_id, said in found.items()}

    def as_dict(self) -> dict[str, object]:
        """Plain values for JSON; moments in ISO 8601."""
        start, end = self.window
        return {
            "title": self.title,
            "filters": list(self.filters),
            "window": {"start": _iso(start), "end": _iso(end)},
            "timezone": self.zone,
            "events": self.events,
            "of_events": self.of,
            "sources": list(self.sources),
            "made": _iso(self.made),
            "made_by": self.program,
        }

    def lines(self) -> tuple[str, ...]:
        """The same for people, a line each."""
        return (
            *((say("dataset: {name}", name=self.title),) if self.title else ()),
            say("filters: {filters}", filters=" · ".join(self.filters) or say("none (everything)")),
            say("window: {window}", window=self._window_words()),
            so_many("{shown} of {count} event", "{shown} of {count} events", self.of, shown=self.events),
            say("sources: {names}", names=_listed(self.sources)),
            say("made {time} by {program}", time=self.made_at, program=self.program),
        )

    @property
    def made_at(self) -> str:
        """When it was made, in ISO 8601."""
        return _iso(self.made) or ""

    @property
    def program(self) -> str:
        """What made it."""
        return f"{PRODUCT} {self.version}"

    def line(self) -> str:
        """The same in one line, for a cell."""
        return " | ".join(self.lines())

    def _window_words(self) -> str:
        if self.window == (None, None):
            return say("all time (times in {zone})", zone=self.zone)
        start, end = (_local(moment, self.zone) for moment in self.window)
        return say("from {start} to {end} ({zone})", start=start, end=end, zone=self.zone)


def provenance_of(
    events: pd.DataFrame,
    *,
    of: int,
    title: str,
    zone: str,
    made: datetime,
    filters: tuple[str, ...] = (),
    window: Window = (None, None),
    edits: tuple[str, ...] = (),
    headings: Headings = Headings.MONTH,
) -> Provenance:
    """The provenance of the events about to be written; their sources and our version are filled in.

    Where nobody is named as the source, the address or file that tells of the event is.
    """
    return Provenance(
        title=title,
        filters=filters,
        window=window,
        zone=zone or "UTC",
        events=len(events),
        of=of,
        sources=tuple(sorted(sources_in(events))),
        made=made,
        version=version(PRODUCT),
        edits=edits,
        headings=headings,
    )


def sources_in(events: pd.DataFrame) -> frozenset[str]:
    """Who tells of the events: the source that is named, else the address or the file."""
    named = events["source"].astype(str).where(events["source"] != "", events["url"])
    return frozenset({name for words in named.unique() for name in sources_of(words)} - {""})


def _iso(moment: datetime | None) -> str | None:
    return f"{moment.astimezone(UTC):%Y-%m-%dT%H:%M:%SZ}" if moment else None


def _local(moment: datetime | None, zone: str) -> str:
    return f"{moment.astimezone(ZoneInfo(zone)):%Y-%m-%d %H:%M}" if moment else "…"


def _listed(sources: tuple[str, ...]) -> str:
    more = f" {say('and {left} more', left=len(sources) - _MANY)}" if len(sources) > _MANY else ""
    return say(", ").join(sources[:_MANY]) + more or say("not named")
