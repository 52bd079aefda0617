"""Which form a table has, and how it is read then: the first of ``FORMS`` that knows its header."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import partial

import pandas as pd

from dashboard.errors import InputError
from dashboard.exchange.formats import READ, Readable
from dashboard.exchange.tabular import acled, gdelt, mapped, own, ucdp
from dashboard.exchange.tabular.batch import Asked, Reading, Told
from dashboard.exchange.tabular.cells import by_row
from dashboard.exchange.tabular.days import Order, order_told
from dashboard.exchange.tabular.kept_rows import RowKind
from dashboard.exchange.tabular.roles import Mapped, changed, folded, guessed, headings, in_words, listed
from dashboard.exchange.tabular.sheet import Sheet
from dashboard.table.row_ids import prefix_of

_SPREADSHEETS = frozenset({"CSV", "workbook"})
_SLIDES = frozenset({"Year", "Headline"})
_NO_EVENT = frozenset({"title", "era"})
_TWINS = {
    "id": "",
    "place": "location",
    **{name: name for name in ("admin1", "admin2", "admin3", "country", "actor1", "actor2")},
    **{name: name for name in ("sub_event_type", "source", "url", "title", "notes", "tags")},
}


@dataclass(frozen=True, slots=True)
class Form:
    """A form of tables: what it is called, whether it knows a table, and how such a one is read."""

    known: Callable[[Sheet], bool]
    reading: Callable[[Sheet, Asked, pd.DataFrame], Reading]


def form_of(sheet: Sheet) -> Readable:
    """What a table is: one of ``READ``."""
    name = next((name for name, form in FORMS.items() if form.known(sheet)), "table")
    return next(each for each in READ if each.name == name)


def reading_of(sheet: Sheet, asked: Asked, first: pd.DataFrame) -> Reading:
    """How the table is read; a person's own mapping goes before what its header says of it.

    Raises InputError, with the reason, for a table that is none of events.
    """
    if asked.mapping:
        return _mapped(sheet, asked, first)
    return FORMS[form_of(sheet).name].reading(sheet, asked, first)


def mapping_of(sheet: Sheet, asked: Asked) -> Mapped:
    """What each column tells: as it was kept, else guessed; and as the person wants it now."""
    usable = {role: name for role, name in asked.kept.items() if name in sheet.header or role == "order"}
    start = usable or _known(sheet) or guessed(sheet.header, sheet.tags)
    if "geometry" in sheet.header and sheet.form:
        start = {**start, "geometry": "geometry"}
    return changed(start, asked.mapping, sheet.header, sheet.name)


def _known(sheet: Sheet) -> dict[str, str]:
    """The mapping of a form whose columns have fixed names."""
    if not _are_slides(sheet):
        return {}
    return {role: name for role, name in headings()["timelinejs"].items() if name in sheet.header}


def _mapped(sheet: Sheet, asked: Asked, first: pd.DataFrame) -> Reading:
    mapping = mapping_of(sheet, asked)
    _must_be_events(sheet, mapping, asked)
    order = _order(sheet, mapping, first)
    name = form_of(sheet).name
    twins = {mapping[role]: twin for role, twin in _TWINS.items() if role in mapping and twin}
    read = partial(
        mapped.told,
        mapping={role: each for role, each in mapping.items() if role != "order"},
        order=order,
        asked=asked,
    )
    told = partial(_slides, read=read) if _are_slides(sheet) else read
    shown = (
        ()
        if name == "timelinejs"
        else (f"columns: {in_words(mapping, sheet.header)} (change with --map ROLE=COLUMN)",)
    )
    prefix = prefix_of(asked.dataset)
    kind = RowKind(name if name != "own" else "table", twins=twins)
    return Reading(kind, told, prefix, shown, mapping, of_words=prefix)


def _order(sheet: Sheet, mapping: Mapped, first: pd.DataFrame) -> Order:
    if "order" in mapping:
        if mapping["order"] not in {Order.DAY_FIRST, Order.MONTH_FIRST}:
            msg = f"--map order={mapping['order']}: is dmy (the day first) or mdy (the month first)"
            raise InputError(msg)
        return Order(mapping["order"])
    dates = [first[mapping[role]] for role in ("date", "end") if role in mapping and mapping[role] in first]
    told = order_told(pd.concat(dates)) if dates else Order.UNTOLD
    return Order.MONTH_BY_HABIT if told is Order.UNTOLD and _is_timemap(sheet) else told


def _must_be_events(sheet: Sheet, mapping: Mapped, asked: Asked) -> None:
    """Raise InputError for a table of counts by area, and for one of which no column tells when."""
    flat = {folded(name) for name in sheet.header}
    known = headings()["counted"]
    counts, areas = flat & set(known["headings"]), flat & set(known["areas"])
    single = {"id", "place", "latitude", "notes", "title", "url", "actor1"} & mapping.keys()
    if counts and areas and not single and not asked.mapping:
        msg = f"{sheet.name}: each row counts the {min(counts)} of an area: a series of areas, not of events"
        raise InputError(msg)
    if not {"date", "year"} & mapping.keys():
        msg = f"{sheet.name}: no column tells when; name it with --map date=COLUMN (columns: {listed(sheet.header)})"
        raise InputError(msg)


def _slides(cells: pd.DataFrame, read: Callable[[pd.DataFrame], Told]) -> Told:
    """A TimelineJS timeline: its title and its eras are no events."""
    told = read(cells)
    if "Type" not in cells:
        return told
    kinds = cells["Type"].str.strip().str.casefold()
    none = kinds[kinds.isin(_NO_EVENT)]
    passed = by_row("is the " + none + " of the timeline, not an event")
    return Told(
        told.columns, {row: why for row, why in told.wrong.items() if row not in passed}, passed, told.notes
    )


def _are_slides(sheet: Sheet) -> bool:
    return sheet.form == "timelinejs" or set(sheet.header) >= _SLIDES


def _is_timemap(sheet: Sheet) -> bool:
    names = {name.casefold() for name in sheet.header}
    more = any(name.startswith(("association", "source", "filter", "category", "sources")) for name in names)
    return (
        names >= {"id", "description", "date"}
        and bool(names & {"latitude", "location"})
        and more
        and "event_type" not in names
    )


def _is_own(sheet: Sheet) -> bool:
    return own.knows(sheet.header)


def _own(sheet: Sheet, _asked: Asked, _first: pd.DataFrame) -> Reading:
    return Reading(own.KIND, partial(own.told, spreadsheet=sheet.label in _SPREADSHEETS))


def _coded(form: "Coded", _sheet: Sheet, asked: Asked, _first: pd.DataFrame) -> Reading:
    return Reading(form.kind, partial(form.told, asked=asked), f"{form.kind.name}:")


@dataclass(frozen=True, slots=True)
class Coded:
    """A form with columns of its own, and ids that are the same in all of its files."""

    kind: RowKind
    knows: Callable[[Sequence[str]], bool]
    told: Callable[..., Told]

    def form(self) -> Form:
        """As one of the forms."""
        return Form(lambda sheet: self.knows(sheet.header), partial(_coded, self))


FORMS: dict[str, Form] = {
    "own": Form(_is_own, _own),
    "acled": Coded(acled.KIND, acled.knows, acled.told).form(),
    "ucdp": Coded(ucdp.KIND, ucdp.knows, ucdp.told).form(),
    "gdelt": Coded(gdelt.KIND, gdelt.knows, gdelt.told).form(),
    "timelinejs": Form(_are_slides, _mapped),
    "timemap": Form(_is_timemap, _mapped),
    "geojson": Form(lambda sheet: sheet.form == "geojson", _mapped),
    "kml": Form(lambda sheet: sheet.form == "kml", _mapped),
    "hxl": Form(lambda sheet: bool(sheet.tags), _mapped),
    "table": Form(lambda _: True, _mapped),
}
