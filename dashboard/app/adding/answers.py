"""What the doors of adding answer, as data for assets/adding.js; every text in it is shown as text."""

from collections.abc import Mapping
from datetime import datetime
from typing import Any

from dashboard.app.adding.jobs import Job, Phase
from dashboard.app.plain import plain
from dashboard.errors import DateError, SelectionError
from dashboard.exchange.tabular.roles import roles
from dashboard.intake import Decisions, Intaken, Looked, Offered, SheetFound, TableDecision
from dashboard.store import GivenDate
from dashboard.temporal import known_zone, typed_day
from dashboard.text.report import DateSource
from dashboard.wording.dates import Form, dated
from dashboard.wording.retold import retold
from dashboard.wording.say import say, term, to_say

Record = dict[str, Any]
_BY: Mapping[str, str] = {
    DateSource.TEXT: to_say("worked out from its text"),
    DateSource.GIVEN: to_say("as given before"),
    DateSource.PAGE: to_say("told by the page or the file itself"),
}


class WrongDaysError(Exception):
    """Days or zones that can't be read: why, by report."""

    def __init__(self, words: Mapping[str, str]) -> None:
        super().__init__(words)
        self.words = words


def state(job: Job) -> Record:
    """How far a job is; once it was looked at, all that was found, and once kept, what that was."""
    said: Record = {
        "id": job.key,
        "phase": job.phase,
        "stage": job.stage or "",
        "done": job.done,
        "of": job.of,
        "trouble": retold(job.trouble),
    }
    if job.phase is Phase.LOOKED and job.looked:
        said["looked"] = _looked(job.looked)
    if job.phase is Phase.KEPT and job.kept:
        said["kept"] = _kept(job.kept, anew=job.anew)
    return said


def day(words: object, zone: object, now: datetime) -> Record:
    """How a day is read that somebody types."""
    try:
        given = typed_day(_text(words), known_zone(_text(zone)), now)
    except DateError as error:
        return {"trouble": retold(str(error))}
    return {
        "day": f"{given.day}",
        "said": _in_words(given.day),
        "notes": [retold(each) for each in given.notes],
    }


def decisions(body: Mapping[str, Any], looked: Looked, now: datetime) -> Decisions:
    """What a person said of what was found; raises WrongDaysError for days that can't be read, SelectionError for nonsense."""
    days, wrong = dict[str, GivenDate](), dict[str, str]()
    for key, said in _records(body.get("days")).items():
        try:
            given = _given(said, now)
        except DateError as error:
            wrong[key] = retold(str(error))
            continue
        if given is not None:
            days[key] = given
    if wrong:
        raise WrongDaysError(wrong)
    tables = {
        number: TableDecision(bool(said.get("left_out")), _mapping(said.get("mapping")))
        for number, said in _numbered(_records(body.get("tables")), len(looked.tables))
    }
    left = body.get("left_out") or []
    if not isinstance(left, list) or not all(isinstance(each, str) for each in left):
        what = "left_out"
        raise _nonsense(what)
    return Decisions(days, frozenset(left), tables)


def table(found: SheetFound) -> Record:
    """What a table would give, with what its columns can be taken for."""
    by_column = {column: role for role, column in (found.mapping or {}).items()}
    return {
        "name": found.name,
        "form": term(found.label),
        "byHand": found.is_mapped_by_hand,
        "columns": [
            {"name": name, "role": by_column.get(name, ""), "cells": list(cells)}
            for name, cells in found.columns
        ],
        "order": (found.mapping or {}).get("order", ""),
        "roles": [[each, term(each.replace("_", " "))] for each in roles() if each != "order"],
        "rows": found.rows,
        "events": found.events,
        "left": found.left,
        "faults": [retold(each) for each in found.faults],
        "notes": [retold(plain(each)) for each in found.notes],
        "shown": [list(each) for each in found.shown],
        "trouble": retold(plain(found.trouble)),
    }


def mapping_said(body: Mapping[str, Any]) -> Mapping[str, str]:
    """The roles of a table's columns as a person wants them."""
    return _mapping(body.get("mapping")) or {}


def _looked(looked: Looked) -> Record:
    return {
        "name": looked.name,
        "reports": [_report(each) for each in looked.offered],
        "tables": [table(each) for each in looked.tables],
        "failed": [{"name": each.name, "why": retold(plain(each.why))} for each in looked.failed],
        "notes": [retold(plain(each)) for each in looked.notes],
    }


def _report(each: Offered) -> Record:
    return {
        "id": each.report_id,
        "name": each.name,
        "title": each.title,
        "source": each.source,
        "day": each.day,
        "by": term(_BY.get(each.by, each.by)),
        "evidence": list(each.evidence),
        "zone": each.timezone,
        "suggested": str(each.suggested or ""),
        "events": each.events,
        "undated": each.undated,
        "unread": [[words, retold(why)] for words, why in each.unread],
        "unreadInAll": each.unread_in_all,
        "notes": [retold(plain(note)) for note in each.notes],
        "begins": each.begins,
        "foreign": _foreign(each.language),
        "known": each.known,
    }


def _foreign(language: str) -> str:
    """Why a report in another language tells so little."""
    return (
        say("In {language}: events are read from English text only", language=term(language))
        if language
        else ""
    )


def _kept(kept: Intaken, *, anew: bool) -> Record:
    return {
        "reports": kept.reports,
        "events": kept.saved.added,
        "already": kept.saved.already,
        "replaced": kept.saved.replaced,
        "rows": kept.rows,
        "rowsLeft": kept.rows_left,
        "faults": [retold(each) for each in kept.faults],
        "failed": [{"name": each.name, "why": retold(plain(each.why))} for each in kept.failed],
        "first": kept.first,
        "anew": anew,
    }


def _given(said: Mapping[str, Any], now: datetime) -> GivenDate | None:
    words, zone = _text(said.get("day")), known_zone(_text(said.get("zone")))
    if not words and not zone:
        return None
    return GivenDate(typed_day(words, zone, now).day if words else None, zone)


def _in_words(given: Any) -> str:
    words = dated(given, Form.WEEKDAY)
    return f"{words}, {given:%H:%M}" if isinstance(given, datetime) else words


def _text(value: object) -> str:
    if value is not None and not isinstance(value, str):
        what = "a day"
        raise _nonsense(what)
    return (value or "").strip()


def _records(value: object) -> dict[str, Mapping[str, Any]]:
    if value is None:
        return {}
    if not isinstance(value, dict) or not all(isinstance(each, dict) for each in value.values()):
        what = "what was said"
        raise _nonsense(what)
    return value


def _numbered(said: Mapping[str, Mapping[str, Any]], most: int) -> list[tuple[int, Mapping[str, Any]]]:
    if not all(key.isascii() and key.isdecimal() and int(key) < most for key in said):
        what = "a table"
        raise _nonsense(what)
    return [(int(key), each) for key, each in said.items()]


def _mapping(value: object) -> Mapping[str, str] | None:
    if value is None:
        return None
    if not isinstance(value, dict) or not all(isinstance(each, str) for each in value.values()):
        what = "mapping"
        raise _nonsense(what)
    return {str(role): column for role, column in value.items() if column}


def _nonsense(what: str) -> SelectionError:
    return SelectionError(f"{what} is of the wrong kind")
