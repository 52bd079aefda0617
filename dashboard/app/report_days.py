"""The days of reports on the page: what a person says of when they were published, and taking one out again.

The forms stand in the report tab and in the tray; assets/report_days.js reads what is typed in them as it is typed.
"""

from collections.abc import Mapping, Sequence
from datetime import date
from typing import Any

from dash import dcc, html
from dash.development.base_component import Component

from dashboard.access import Role
from dashboard.app.case import Case
from dashboard.app.kinds import is_text, is_words, is_yes
from dashboard.app.links import aria, data
from dashboard.app.part import Deed, Done, PagePart, Verb
from dashboard.errors import DateError, SelectionError, TimelineError
from dashboard.intake import by_hand, kept_report_of
from dashboard.readers.named_days import suggested
from dashboard.store import GivenDate, Store, reader
from dashboard.temporal import known_zone, typed_day
from dashboard.wording.dates import Form, dated
from dashboard.wording.retold import retold
from dashboard.wording.say import one_by_one, say, so_many

DATE, REMOVE = "date-reports", "remove-report"
_LONGEST = 90
_EXAMPLE = date(2018, 5, 21)


def day_box(report_id: str, name: str, words: str = "") -> list[Component]:
    """A box for the day of a report, with the day in its name beside it: offered, never taken."""
    offered = suggested(name) if not words else None
    box = html.Label(
        [
            html.Span(say("Day of publication of {name}", name=name)[:_LONGEST], className="unseen"),
            _input("day"),
        ],
        className="day-box",
        **data(report=report_id),
    )
    hint = html.Small(words, className="hint day-hint", **aria(live="polite"))
    offer = (
        [
            html.Button(
                say("{day}, from its name", day=str(offered)),
                type="button",
                className="offer",
                title=str(offered),
            )
        ]
        if offered
        else []
    )
    return [box, *offer, hint]


def reason_box(words: str = "") -> Component:
    """Where a person says how she knows."""
    return html.Label(
        [
            html.Span(words or say("Why this day"), className="hint"),
            _input("because", say("the page's address has it")),
        ]
    )


def _name_box() -> Component:
    """Under whose name it is kept: the one that the browser knows, else whoever is logged in on this machine."""
    box = dcc.Input(name="by", type="text", placeholder=say("kept in the history"), autoComplete="name")
    return html.Label([html.Span(say("Your name"), className="hint"), box])


def day_form(report_id: str, name: str, zone: str) -> Component:
    """Day, zone and reason of one report, and taking it out: folded, under the report's head."""
    date = html.Form(
        [
            *day_box(report_id, name),
            html.Label(
                [html.Span(say("Time zone"), className="hint"), _input("zone", zone or "Asia/Damascus")]
            ),
            reason_box(say("Why")),
            _name_box(),
            html.Button(say("Save"), type="submit", className="button primary"),
            _wrong(),
        ],
        className="day-form",
        **data(verb=DATE),
    )
    remove = html.Form(
        [
            html.P(
                say(
                    "Takes the report out, with the events that it alone tells. Adding it again brings it back."
                )
            ),
            html.Button(say("Remove this report"), type="submit", className="button danger"),
            _wrong(),
        ],
        className="remove-form",
        **data(verb=REMOVE, report=report_id),
    )
    return html.Div(
        [
            html.Details([html.Summary(say("Set its day")), date], className="set-day"),
            html.Details([html.Summary(say("Remove")), remove], className="take-out"),
        ],
        className="report-hands only-kept",
    )


def days_form(reports: Sequence[tuple[Component, str, str]]) -> Component:
    """The days of several reports at once: for each a link to it, its id and its name."""
    rows = [
        html.Li([html.Div(shown, className="named"), *day_box(key, name)], className="undated-report")
        for shown, key, name in reports
    ]
    offered = sum(suggested(name) is not None for _, _, name in reports)
    every = html.Button(
        so_many("Take the day in the name of {count}", "Take the days in the names of {count}", offered),
        type="button",
        className="offer every",
    )
    foot = html.Div(
        [
            *([every] if offered > 1 else []),
            reason_box(),
            _name_box(),
            html.Button(say("Save the days"), type="submit", className="button primary"),
            _wrong(),
        ],
        className="day-foot",
    )
    return html.Form([html.Ul(rows), foot], className="days-form only-kept", **data(verb=DATE))


def _input(name: str, hint: str = "") -> Component:
    part: Component = dcc.Input(
        name=name, type="text", placeholder=hint or dated(_EXAMPLE, Form.DAY), autoComplete="off"
    )
    return part


def _wrong() -> Component:
    return html.P("", className="wrong", **aria(live="assertive"))


def _date(_case: Case, store: Store, deed: Deed) -> Done:
    """Set the days, all that were typed or, where one can't be read, none."""
    typed = {key: words for key, words in (deed.said.get("days") or {}).items() if words.strip()}
    zone = str(deed.said.get("zone") or "").strip()
    because = str(deed.said.get("because") or "").strip()
    if not typed:
        typed = dict.fromkeys((deed.said.get("days") or {}) if zone else (), "")
    if not typed:
        return Done(errors={"": say("type a day, like {day}", day=dated(_EXAMPLE, Form.DAY))})
    given, errors = _read(typed, zone, deed)
    if not because:
        errors[""] = say("say why: it is kept with the day")
    if errors:
        return Done(errors=errors)
    return _dated(store, given, because, deed)


def _read(typed: Mapping[str, str], zone: str, deed: Deed) -> tuple[dict[str, GivenDate], dict[str, str]]:
    given, errors = dict[str, GivenDate](), dict[str, str]()
    now = deed.at.astimezone().replace(tzinfo=None)
    try:
        known = known_zone(zone)
    except DateError as error:
        return given, {"zone": retold(str(error))}
    for key, words in typed.items():
        try:
            given[key] = GivenDate(typed_day(words, known, now).day if words else None, known)
        except DateError as error:
            errors[key] = retold(str(error))
    return given, errors


def _dated(store: Store, given: Mapping[str, GivenDate], because: str, deed: Deed) -> Done:
    """Each report read again with its day; where one refuses, those before it have theirs, and it is named."""
    numbers: list[int] = []
    for key, day in given.items():
        try:
            number = store.date_report(
                key,
                reader(store),
                because=because,
                at=deed.at,
                published=day.published,
                timezone=day.timezone,
                by=deed.by,
            )
        except TimelineError as error:
            before = (
                so_many(
                    "{count} report before it has its day",
                    "{count} reports before it have their day",
                    len(numbers),
                )
                if numbers
                else ""
            )
            return Done(errors={key: one_by_one((retold(str(error)), before))})
        numbers.append(number)
    told = so_many(
        "{count} report read again with the day you gave; the events moved",
        "{count} reports read again with the days you gave; the events moved",
        len(numbers),
    )
    return Done(told, numbers=tuple(numbers))


def _remove(_case: Case, store: Store, deed: Deed) -> Done:
    """Take a report out; where a person's work rests on it, only once she said so twice."""
    report_id = str(deed.said.get("report") or "")
    report = kept_report_of(store, report_id)
    if report is None:
        msg = say("this report is not there any more")
        raise SelectionError(msg)
    lost = list(by_hand(report, store))
    if lost and not deed.said.get("sure"):
        return Done(errors={"": one_by_one(map(retold, lost))}, extra={"asks": True})
    store.remove([report_id])
    return Done(
        say(
            "{report} was removed, with what it told; adding it again brings it back",
            report=report.title or report.url,
        )
    )


def kinds() -> Mapping[str, Any]:
    """What the forms send."""
    return {"days": is_words, "zone": is_text, "because": is_text}


PART = PagePart(
    changes=(
        Verb(DATE, kinds(), _date),
        Verb(REMOVE, {"report": is_text, "sure": is_yes}, _remove, needs=Role.ADMIN),
    )
)
