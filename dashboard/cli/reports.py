"""What the ``reports`` commands do: show which reports are in the store, and take one out."""

import sys
from collections.abc import Sequence

import typer

from dashboard.cli.corrections import Said
from dashboard.cli.moments import known_zone, now_utc, published_on
from dashboard.cli.output import counted, say, say_json, say_table
from dashboard.cli.stored import open_store
from dashboard.errors import SelectionError
from dashboard.store import KeptReport, reader

_HEADS = ("id.", "file", "headline", "published.", "told by", "events.", "dataset")


def print_reports(database: str | None, *, as_json: bool) -> int:
    """Print every report: id, file, headline, day and who told it, how many events, dataset."""
    with open_store(database) as store:
        reports = store.reports()
    if as_json:
        for each in reports:
            say_json(_record(each))
    elif reports:
        say_table(_HEADS, (_row(each) for each in reports))
    else:
        say("no reports yet; read some into it: conflict-timeline read PATH --into DATABASE")
    return 0


def remove_reports(names: Sequence[str], database: str | None, *, sure: bool) -> int:
    """Take reports out; what a person did with them is told first, and asked about."""
    from dashboard.intake import by_hand

    with open_store(database) as store:
        reports = [_called(name, store.reports(), store.place) for name in names]
        worked_on = [line for each in reports for line in by_hand(each, store)]
        for line in worked_on:
            say(line)
        if worked_on and not sure and not _agreed():
            say("nothing was removed")
            return 1
        events = store.remove(each.report_id for each in reports)
    removed = (
        f"{counted(len(reports), 'report')} removed, and what was told there of {counted(events, 'event')}"
    )
    say(f"{removed}; reading again brings it back")
    return 0


def date_report(name: str, published: str | None, zone: str, said: Said, database: str | None) -> int:
    """Set a report's day or zone, read it again, and tell what it is of now."""
    zone = known_zone(zone)
    day = published_on(published, zone)
    if day is None and not zone:
        msg = f"{name}: say the day with --published, the zone with --timezone, or both"
        raise SelectionError(msg)
    with open_store(database) as store:
        report_id = _called(name, store.reports(), store.place).report_id
        number = store.date_report(
            report_id,
            reader(store),
            published=day,
            timezone=zone,
            because=said.because,
            at=now_utc(),
            by=said.who,
        )
        kept = _called(report_id, store.reports(), store.place)
    of = (
        f"{kept.published:%Y-%m-%d %H:%M %Z}".replace(" 00:00", "")
        if kept.published
        else "no day that is known"
    )
    told = f"{name} is of {of}, and was read again: {counted(kept.events, 'event')}"
    say(f"edit {number}: {told}; 'events undo {number}' takes it back")
    return 0


def _called(name: str, reports: Sequence[KeptReport], place: str) -> KeptReport:
    """The report of that id or file name; raises SelectionError where there is none, or several."""
    found = [each for each in reports if name in (each.report_id, each.url)]
    if len(found) == 1:
        return found[0]
    if found:
        ids = ", ".join(each.report_id for each in found)
        msg = f"{name!r} is the name of {len(found)} reports; say which by id: {ids}"
    else:
        msg = f"{place}: holds no report {name!r}; 'reports list' shows those it holds"
    raise SelectionError(msg)


def _agreed() -> bool:
    if not sys.stdin.isatty():
        say("to remove it all the same, add --yes")
        return False
    return typer.confirm("remove it all the same?")


def _row(each: KeptReport) -> tuple[str, ...]:
    day = f"{each.published:%Y-%m-%d}" if each.published else "not known"
    return each.report_id, each.url, each.title, day, each.published_source, str(each.events), each.dataset


def _record(each: KeptReport) -> dict[str, object]:
    return {
        "report_id": each.report_id,
        "url": each.url,
        "title": each.title,
        "dataset": each.dataset,
        "published": each.published.isoformat() if each.published else None,
        "published_source": each.published_source,
        "events": each.events,
        "reviewed": each.reviewed,
    }
