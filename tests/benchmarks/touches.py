"""What a touch of the page takes of the server's processor, with no browser: so far as a busy machine can tell.

    .venv/bin/python -m tests.benchmarks.touches [seed 1000 10000 93000]

Prints milliseconds of processor time: of the layout as it comes drawn, and of places, searches, zooms, lanes, tabs and events that are
touched for the first time and again; the median and the worst of each, and kilobytes of the longest answer.
"""

import argparse
import json
from collections.abc import Iterator, Sequence
from itertools import islice
from statistics import median
from time import process_time
from typing import Any

import pandas as pd
from flask.testing import FlaskClient

from dashboard.app import create_app
from dashboard.table import Dataset
from tests.benchmarks.page_data import SEED, dataset_of

SCREEN = {"dark": False, "width": 1122, "strip": 1132, "card": 360}
_SIZES = (SEED, "1000", "10000", "93000")
_GZIP = {"Accept-Encoding": "gzip"}
_EACH = 6

Touch = tuple[str, str, object]


def main() -> None:
    """Print a table a size."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("sizes", nargs="*", default=_SIZES)
    for size in parser.parse_args().sizes:
        print(f"\n{size} events\n\n| | first | worst | again | worst | kB |\n|---|---|---|---|---|---|")
        for row in rows(dataset_of(size)):
            print(f"| {' | '.join(row)} |", flush=True)


def rows(dataset: Dataset) -> Iterator[list[str]]:
    """What was touched and how long it took, as cells."""
    app = create_app(dataset)
    client = app.server.test_client()
    (name,) = [each for each in app.callback_map if "shown.data" in each]
    drawn = [_layout(client) for _ in range(3)]
    page = dict(named(drawn[-1][1]))
    yield _row("layout", [drawn[0][0]], [each for each, _ in drawn[1:]], 0)
    ids = dataset.events["event_id"].iloc[:: max(len(dataset.events) // _EACH, 1)].tolist()
    for what, touches in touches_of(page, ids).items():
        bodies = [question(name, app.callback_map[name], page, touch) for touch in touches]
        first, again = ([_asked(client, body) for body in bodies] for _ in range(2))
        yield _row(what, [ms for ms, _ in first], [ms for ms, _ in again], max(size for _, size in first))


def _row(what: str, first: list[float], again: list[float], size: int) -> list[str]:
    times = (median(first), max(first), median(again), max(again), size / 1000)
    return [what, *(f"{each:.0f}" for each in times)]


def _layout(client: FlaskClient) -> tuple[float, object]:
    said = {"search": "", "screen": json.dumps(SCREEN)}
    start = process_time()
    answer = client.get("/_dash-layout", query_string=said)
    return (process_time() - start) * 1000, answer.json


def named(shown: object) -> Iterator[tuple[str, dict[str, Any]]]:
    """The properties of every part of the page that has an id."""
    if isinstance(shown, list):
        for each in shown:
            yield from named(each)
    elif isinstance(shown, dict) and "props" in shown:
        said = shown["props"]
        if "id" in said:
            yield said["id"], said
        yield from named(said.get("children"))


def touches_of(page: dict[str, dict[str, Any]], events: Sequence[str]) -> dict[str, list[Touch]]:
    """What a person touches: part, property, and what it then says; ``events`` are opened."""
    names = page["places"]["names"]
    regions = [key for key, level in zip(names["keys"], names["levels"], strict=True) if level == 1]
    first, last = map(pd.Timestamp, page["timeline"]["figure"]["layout"]["xaxis"]["range"])
    edges = [
        (first + (last - first) * (0.3 + 0.02 * at), first + (last - first) * 0.6) for at in range(_EACH)
    ]
    zooms = [{"xaxis.range[0]": str(begin), "xaxis.range[1]": str(end)} for begin, end in edges]
    return {
        "place": [("places", "data", [key]) for key in islice(regions, _EACH)],
        "search": [("search", "value", words) for words in ("killing 3", "shells", "clashed near", "killing 5")],
        "zoom": [("timeline", "relayoutData", each) for each in zooms],
        "lanes": [("lanes-by", "value", by) for by in ("type", "country", "source")],
        "tab": [("tabs", "value", tab) for tab in ("report", "map", "counts", "review")],
        "event": [("timeline", "clickData", {"points": [{"customdata": each}]}) for each in islice(events, _EACH)],
    }  # fmt: skip


def question(name: str, callback: dict[str, Any], page: dict[str, dict[str, Any]], touch: Touch) -> object:
    """What the browser asks once that was touched, all else as it opened."""
    part, prop, said = touch

    def value(each: dict[str, str]) -> object:
        is_touched = (each["id"], each["property"]) == (part, prop)
        return said if is_touched else page[each["id"]].get(each["property"])

    return {
        "output": name,
        "outputs": [
            dict(zip(("id", "property"), each.rsplit(".", 1), strict=True))
            for each in name[2:-2].split("...")
        ],
        "inputs": [{**each, "value": value(each)} for each in callback["inputs"]],
        "state": [{**each, "value": value(each)} for each in callback["state"]],
        "changedPropIds": [f"{part}.{prop}"],
    }


def _asked(client: FlaskClient, body: object) -> tuple[float, int]:
    start = process_time()
    answer = client.post("/_dash-update-component", json=body, headers=_GZIP)
    took = (process_time() - start) * 1000
    assert answer.status_code == 200, answer.text[:300]
    return took, len(answer.data)


if __name__ == "__main__":
    main()
