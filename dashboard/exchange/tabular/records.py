"""Records (JSON, JSON Lines, GeoJSON, TimelineJS, timemap) as rows of texts: a member a column, nested ones as JSON."""

import json
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from datetime import date, datetime
from itertools import islice
from pathlib import Path

import pandas as pd

from dashboard.errors import InputError
from dashboard.exchange.tabular.batch import ROWS, Cells, Fault
from dashboard.exchange.tabular.sheet import Sheet
from dashboard.readers import shown
from dashboard.readers.decode import encoding_of_data
from dashboard.text.letters import whole

Record = Mapping[str, object]
_HEAD = 64 * 1024
_LARGEST = 1_000_000_000  # bytes of one JSON value, which has to be read as a whole
_LISTS = ("data", "events", "results", "records", "value", "rows", "items")
_OTHERS = frozenset({"messages", "chats"})  # an export of Telegram Desktop: messages are reports


def records(path: Path) -> Sheet | None:
    """The table that a JSON file is; None for a file of another kind, and for JSON that is no list of records.

    Raises InputError for JSON that breaks off, and for what is no event table though it is of a known form.
    """
    with path.open("rb") as file:
        start = file.read(_HEAD)
    encoding = encoding_of_data(start)
    head = start.decode(encoding, "replace").lstrip()
    if not head.startswith(("{", "[")):
        return None
    if _is_lines(head):
        first = list(islice(_lines(path, encoding), 200))
        return _sheet(path, "JSON Lines", "", first, lambda: _lines(path, encoding))
    value = _loaded(path, encoding)
    if value is None:
        return None
    form, found = _found(value, path)
    if not found:
        return None
    return _sheet(
        path, "JSON", form, found[:200], lambda: found, dict.fromkeys(name for each in found for name in each)
    )


def text_of(value: object) -> str:
    """A value as the text of a cell: nothing for none, JSON for what has parts.

    >>> text_of(None), text_of(3.0), text_of(["a"]), text_of(True)
    ('', '3', '["a"]', 'true')
    """
    if value is None:
        return ""
    if isinstance(value, str):
        return value if value.isascii() else whole(value)
    if isinstance(value, float) and value.is_integer() and abs(value) < 2**53:
        return str(int(value))
    if isinstance(value, date | datetime):
        return value.isoformat()
    try:
        return whole(json.dumps(value, ensure_ascii=False, default=str))
    except (ValueError, RecursionError):
        return str(value)


def sheet_of(path: Path, label: str, form: str, found: Sequence[Record]) -> Sheet:
    """The table of these records."""
    names = dict.fromkeys(name for each in found for name in each)
    return _sheet(path, label, form, found[:200], lambda: found, names)


def _sheet(
    path: Path,
    label: str,
    form: str,
    sample: Sequence[Record | Fault],
    every: Callable[[], Iterable[Record | Fault]],
    names: Iterable[str] = (),
) -> Sheet:
    first = [each for each in sample if not isinstance(each, Fault)]
    header = tuple(names) or tuple(dict.fromkeys(name for each in first for name in each))
    shown = tuple(map(whole, header))
    return Sheet(path, label, shown, _frame(first, header, 1), lambda: _batches(every(), header), form=form)


def _batches(found: Iterable[Record | Fault], header: Sequence[str]) -> Iterator[Cells]:
    rest, first = iter(found), 1
    while some := list(islice(rest, ROWS)):
        faults = tuple(each for each in some if isinstance(each, Fault))
        good = [
            (number, each) for number, each in enumerate(some, start=first) if not isinstance(each, Fault)
        ]
        names = tuple(dict.fromkeys((*header, *(name for _, each in good for name in each))))
        frame = _frame([each for _, each in good], names, first).set_axis([number for number, _ in good])
        yield Cells(frame, faults)
        first += len(some)


def _frame(found: Sequence[Record], names: Sequence[str], first: int) -> pd.DataFrame:
    columns = {whole(name): [text_of(each.get(name)) for each in found] for name in names}
    return pd.DataFrame(columns, index=range(first, first + len(found)), dtype="str")


def _is_lines(head: str) -> bool:
    """Whether the first line is an object by itself, and another line follows or it is all."""
    first, _, rest = head.partition("\n")
    try:
        value = json.loads(first)
    except (ValueError, RecursionError):
        return False
    return isinstance(value, dict) and (rest.lstrip().startswith("{") or not _known_lists(value))


def _known_lists(value: Record) -> bool:
    return any(isinstance(each, list) for each in value.values())


def _lines(path: Path, encoding: str) -> Iterator[Record | Fault]:
    with path.open(encoding=encoding, errors="replace") as file:
        for number, line in enumerate((each for each in file if each.strip()), start=1):
            try:
                value = json.loads(line)
            except (ValueError, RecursionError):
                value = None
            yield (
                value
                if isinstance(value, dict)
                else Fault(number, "is no JSON object", (line.rstrip("\n")[:10_000],))
            )


def _loaded(path: Path, encoding: str) -> object:
    if path.stat().st_size > _LARGEST:
        msg = f"{shown(path)}: has more than {_LARGEST // 1_000_000:,} MB of JSON in one piece; save it as JSON Lines or CSV"
        raise InputError(msg)
    text = path.read_text(encoding=encoding, errors="replace")
    try:
        return json.loads(text)
    except RecursionError:
        msg = f"{shown(path)}: is JSON nested too deeply to be a table"
    except ValueError as error:
        if text.lstrip()[:1] == "[" and not text.lstrip()[1:].lstrip().startswith(("{", "[")):
            return None  # a text that begins with a bracket
        where = f"line {error.lineno}" if isinstance(error, json.JSONDecodeError) else "somewhere"
        msg = f"{shown(path)}: its JSON breaks at {where}; it may be cut off: get it once more"
    raise InputError(msg)


def _found(value: object, path: Path) -> tuple[str, list[Record]]:
    """The form, if the value tells it, and its records."""
    if isinstance(value, list):
        found: list[Record] = [each for each in value if isinstance(each, dict)]
        return ("", found) if len(found) * 2 > len(value) else ("", [])
    if not isinstance(value, dict) or value.keys() & _OTHERS:
        return "", []
    if value.get("type") == "FeatureCollection" or value.get("type") == "Feature":
        features = value.get("features") if "features" in value else [value]
        return "geojson", [_feature(each) for each in features or () if isinstance(each, dict)]
    if _is_slides(value):
        return "timelinejs", _slides(value, path)
    named = next((value[name] for name in _LISTS if isinstance(value.get(name), list)), None)
    return _found(named, path) if named is not None else ("", [])


def _feature(feature: Record) -> Record:
    properties = feature.get("properties")
    own = properties if isinstance(properties, dict) else {}
    named = {"id": feature["id"]} if "id" in feature and "id" not in own else {}
    return {**named, **own, "geometry": feature.get("geometry")}


def _is_slides(value: Record) -> bool:
    events = value.get("events")
    slides = isinstance(events, list) and any(
        isinstance(each, dict) and "start_date" in each for each in events
    )
    return slides or (isinstance(value.get("title"), dict) and not events)


def _slides(value: Record, path: Path) -> list[Record]:
    """The slides of a TimelineJS timeline, in the columns of its spreadsheet; the title is told as a row of its type."""
    events = value.get("events")
    if not isinstance(events, list) or not events:
        msg = f"{shown(path)}: is a TimelineJS timeline with a title and no events"
        raise InputError(msg)
    eras = value.get("eras")
    title = [{**_slide(value["title"]), "Type": "title"}] if isinstance(value.get("title"), dict) else []
    told = [_slide(each) for each in events if isinstance(each, dict)]
    spans = (
        [{**_slide(each), "Type": "era"} for each in eras or () if isinstance(each, dict)]
        if isinstance(eras, list)
        else []
    )
    return [*told, *title, *spans]


def _slide(slide: object) -> Record:
    if not isinstance(slide, dict):
        return {}
    text, media, start, end = (_part(slide, name) for name in ("text", "media", "start_date", "end_date"))
    rest = {
        name: each for name, each in slide.items() if name not in {"text", "media", "start_date", "end_date"}
    }
    return {
        **_parts(start, ""),
        **_parts(end, "End "),
        "Display Date": slide.get("display_date") or start.get("display_date", ""),
        "Headline": text.get("headline", ""),
        "Text": text.get("text", ""),
        "Media": media.get("url", ""),
        "Media Credit": media.get("credit", ""),
        "Media Caption": media.get("caption", ""),
        "Group": slide.get("group", ""),
        **{name: each for name, each in rest.items() if name not in {"group", "display_date"}},
    }


def _part(slide: Record, name: str) -> Record:
    part = slide.get(name)
    return part if isinstance(part, dict) else {}


def _parts(day: Record, which: str) -> Record:
    clock = [day.get(name) for name in ("hour", "minute", "second")]
    told = ":".join(f"{int(str(each or 0)):02}" for each in clock) if str(clock[0] or "").isdigit() else ""
    named = {f"{which}{name.capitalize()}": day.get(name, "") for name in ("year", "month", "day")}
    return {**named, f"{which}Time": told}
