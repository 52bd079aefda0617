"""A made-up case of three sources: one tells daily and then is silent, one contradicts, one tells late; tests share it."""

from datetime import UTC, datetime, timedelta

from dashboard.table import Dataset

FIRST = datetime(2018, 3, 1, tzinfo=UTC)
MONITOR, RADIO, AGENCY = "A monitor", "The radio", "وكالة <b>"
_KINDS = ("Battles", "Explosions/Remote violence", "Protests")
_PLACES = ("Douma", "Homs", "Idlib", "Hama")


def day(number: int) -> datetime:
    """Midnight of a day, counted from the first."""
    return FIRST + timedelta(days=number)


def report(source: str, number: int) -> dict[str, object]:
    """A report of a day."""
    return {"report_id": f"{source}{number}", "source": source, "published": day(number), "timezone": "UTC"}


def event(number: int, source: str) -> dict[str, object]:
    """An event that lasts a day, and who tells of it."""
    return {
        "event_id": f"e{number}", "start": day(number), "end": day(number + 1), "granularity": "day", "timezone": "UTC",
        "event_type": _KINDS[number % 3], "location": _PLACES[number % 4], "country": "Syria", "notes": "They fought.",
        "published": day(number + 1), "source": source,
    }  # fmt: skip


def mention(number: int, source: str, published: int, conflict: str = "") -> dict[str, object]:
    """What a source's report of a day tells of an event."""
    name = f"{source}{number}"
    return {
        "mention_id": name,
        "event_id": f"e{number}",
        "report_id": f"{source}{published}",
        "conflict": conflict,
    }


def told(events: int = 24) -> Dataset:
    """The monitor tells of each event the day after until the twelfth, and from the last but two on; the radio of each third, with another toll; the agency ten days late."""
    by_monitor = [each for each in range(events) if each < 12 or each >= events - 2]
    by_radio, by_agency = range(0, events, 3), range(0, events, 8)
    mentions = [
        *(mention(each, MONITOR, each + 1) for each in by_monitor),
        *(mention(each, RADIO, each + 1, "5 killed, not 3" if each % 2 else "") for each in by_radio),
        *(mention(each, AGENCY, each + 10) for each in by_agency),
    ]
    reports = [
        *(report(MONITOR, each + 1) for each in by_monitor),
        *(report(RADIO, each + 1) for each in by_radio),
        *(report(AGENCY, each + 10) for each in by_agency),
    ]
    tellers = [(MONITOR, by_monitor), (RADIO, by_radio), (AGENCY, by_agency)]
    sources = ["; ".join(name for name, theirs in tellers if each in theirs) for each in range(events)]
    rows = [event(each, source) for each, source in enumerate(sources) if source]
    return Dataset.from_rows(rows, mentions, reports, name="Told")
