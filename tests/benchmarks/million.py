"""A million events: how long filters, counts, bins, a drawing and a search take, beside plain pandas and DuckDB.

    python -m tests.benchmarks.million [--rows 1000000]

Everything is made up by a seeded generator: 20,000 places, 16,600 reports, quotes of about fifteen made-up words, and one
mention for every tenth event. The same question is put to each in turn, with other values each time, so that nothing is answered
from memory; the medians of a run are comparable with each other, not with those of another machine.
"""

import argparse
import sys
from collections.abc import Callable, Iterator
from datetime import UTC, datetime, timedelta
from functools import partial
from pathlib import Path
from statistics import median
from tempfile import TemporaryDirectory
from time import perf_counter, process_time
from typing import Any, TypeAlias

import numpy as np
import numpy.typing as npt
import pandas as pd

from dashboard.figures.drawn_window import drawn_window
from dashboard.figures.timeline import timeline
from dashboard.store import cache
from dashboard.table import Dataset
from dashboard.table.bins import bins
from dashboard.table.columns import EVENT_COLUMNS, EVENT_TYPES, MENTION_COLUMNS, REPORT_COLUMNS
from dashboard.table.dataset import by_time, typed
from dashboard.table.epochs import Mask
from dashboard.table.filters import Selection, facet_counts, wanted
from dashboard.table.index import Numbers
from dashboard.table.place_index import place_index
from dashboard.table.search import search
from dashboard.table.zones import home_zone

ROWS, PLACES, REPORTS, WORDS = 1_000_000, 20_000, 16_600, 40_000
FACETS = ("event_type", "actor1", "source", "granularity", "modality")
TIMES = 7
_FIRST, _LAST = datetime(2011, 1, 1, tzinfo=UTC), datetime(2021, 1, 1, tzinfo=UTC)
_GRAINS, _SHARES = ("minute", "hour", "daypart", "day", "week", "month"), (0.05, 0.05, 0.2, 0.5, 0.1, 0.1)
_DAYS = np.array([0.0007, 0.04, 0.25, 1, 7, 30])

Draw = np.random.Generator
Words: TypeAlias = npt.NDArray[np.object_]


def made_up(rows: int = ROWS, seed: int = 2018) -> Dataset:
    """So many events, as they come out of a store."""
    draw = np.random.default_rng(seed)
    vocabulary = _vocabulary(draw)
    events = by_time(typed(_events(draw, rows, vocabulary), EVENT_COLUMNS))
    reports = typed(_reports(draw, vocabulary), REPORT_COLUMNS)
    return Dataset(events, typed(_mentions(draw, events), MENTION_COLUMNS), reports, "made up")


def main() -> None:
    """Print the medians."""
    asked = argparse.ArgumentParser()
    asked.add_argument("--rows", type=int, default=ROWS)
    rows = asked.parse_args().rows
    began = perf_counter()
    dataset = made_up(rows)
    _say(f"{rows:,} events made up in {perf_counter() - began:.0f} s")
    _once(dataset)
    _questions(dataset)
    _drawings(dataset)
    _searches(dataset)
    _copied(dataset)
    _say(f"peak memory of it all, peers and generator included: {_peak():,.0f} MB")


def _once(dataset: Dataset) -> None:
    """What is worked out once for a dataset."""
    index = dataset.index
    for name, make in (
        ("moments", lambda: (index.times, index.core, index.plausible)),
        ("places", lambda: place_index(index)),
        ("choices", lambda: [facet_counts(index, Selection(), each) for each in FACETS]),
        ("clock", lambda: home_zone(index)),
        ("links", lambda: _first_drawing(dataset)),
    ):
        _say(f"once: {name:10} {_ms(make):8.1f} ms")


def _questions(dataset: Dataset) -> None:
    """A filter, every count beside the choices, and the bins; the same for pandas and DuckDB."""
    peers: dict[str, Callable[[Selection], None]] = {
        "ours": partial(_ours, dataset),
        "pandas": partial(_by_pandas, dataset.events),
        **_duckdb(dataset.events),
    }
    for kind in ("place", "type and source", "window", "actor and window"):
        medians = {}
        for name, answer in peers.items():
            selections = _selections(dataset, kind, seed=1)
            medians[name] = median(_ms(partial(answer, each)) for each in selections)
        ratios = " · ".join(
            f"{name} {took:.0f} ms ({took / medians['ours']:.1f})" for name, took in medians.items()
        )
        _say(f"{kind:17} filter, counts and bins: {ratios}")


def _drawings(dataset: Dataset) -> None:
    for kind, window in (
        ("all of it", None),
        ("a year", (_FIRST, _FIRST + timedelta(days=365))),
        ("a day", (_LAST - timedelta(days=90), _LAST - timedelta(days=89))),
    ):
        draw = partial(_drawn, dataset, window)
        draw()
        _say(f"drawing {kind:10} {median(_ms(draw) for _ in range(TIMES)):8.1f} ms")


def _searches(dataset: Dataset) -> None:
    """Words of one quote, frequent and rare, and the same over the frame's column with pandas."""
    quote = str(dataset.events["notes"].iloc[len(dataset.events) // 3]).split()
    index, notes = dataset.index, dataset.events["notes"]
    _say(f"once: words of all texts {_ms(lambda: search(index, quote[0])):8.1f} ms")
    typed = [quote[1], quote[2][:4], " ".join(quote[3:5]), f'"{" ".join(quote[5:7])}"', "ba"]
    for words in typed:
        took, theirs = _ms(partial(search, index, words)), _ms(partial(_contains, notes, words))
        _say(
            f"search {words!r:32} {took:6.1f} ms, pandas over the quotes {theirs:8.1f} ms ({theirs / took:.0f})"
        )


def _contains(notes: "pd.Series[str]", words: str) -> None:
    for word in [words.strip('"')] if '"' in words else words.split():
        notes.str.contains(word, case=False, regex=False)


def _copied(dataset: Dataset) -> None:
    """Writing the copy beside a store, and starting from it."""
    with TemporaryDirectory() as folder:
        path = Path(folder) / "a.db.cache"
        wrote = _ms(lambda: cache.write(path, "mark", dataset))
        took = median(_ms(lambda: cache.read(path, "mark")) for _ in range(3))
        _say(
            f"copy beside the store: written {wrote:.0f} ms, read {took:.0f} ms, {path.stat().st_size / 1e6:.0f} MB"
        )


def _first_drawing(dataset: Dataset) -> None:
    _drawn(dataset, (_FIRST, _FIRST + timedelta(days=1)))


def _drawn(dataset: Dataset, window: tuple[datetime, datetime] | None) -> None:
    rows = wanted(dataset.index, Selection(start=window and window[0], end=window and window[1]))
    timeline(rows, zone="Asia/Damascus", window=drawn_window(rows, window) if window else None)


def _ours(dataset: Dataset, selection: Selection) -> None:
    index = dataset.index
    for column in FACETS:
        facet_counts(index, selection, column)
    place_index(index).counts(index, selection)
    bins(wanted(index, selection))


def _selections(dataset: Dataset, kind: str, seed: int) -> Iterator[Selection]:
    draw = np.random.default_rng(seed)
    events = dataset.events
    for row in draw.integers(0, len(events), TIMES).tolist():
        event = events.iloc[row]
        first = _FIRST + timedelta(days=int(draw.integers(0, 3000)))
        window = {"start": first, "end": first + timedelta(days=int(draw.integers(30, 600)))}
        yield _selection(kind, event, window)


def _selection(kind: str, event: "pd.Series[Any]", window: dict[str, datetime]) -> Selection:
    if kind == "place":
        return Selection(places=(f"{event['country']}/{event['admin1']}",))
    if kind == "type and source":
        return Selection(event_types=(str(event["event_type"]),), sources=(str(event["source"]),))
    if kind == "window":
        return Selection(**window)  # type: ignore[arg-type]
    return Selection(actors=(str(event["actor1"]),), **window)  # type: ignore[arg-type]


def _by_pandas(events: pd.DataFrame, selection: Selection) -> None:
    """Masks over the frame's own columns, value_counts, and a histogram of the starts."""
    masks = dict(_masks(events, selection))
    for column in (*FACETS, "location"):
        others = [mask for name, mask in masks.items() if name != column]
        _left(events, others)[column].value_counts()
    _left(events, list(masks.values()))["start"].dt.floor("D").value_counts()


def _masks(events: pd.DataFrame, selection: Selection) -> Iterator[tuple[str, Mask]]:
    if selection.places:
        country, admin1 = selection.places[0].split("/")
        yield "places", ((events["country"] == country) & (events["admin1"] == admin1)).to_numpy()
    if selection.event_types:
        yield "event_type", events["event_type"].isin(selection.event_types).to_numpy()
    if selection.sources:
        yield "source", events["source"].isin(selection.sources).to_numpy()
    if selection.actors:
        acts, suffers = (events[side].isin(selection.actors) for side in ("actor1", "actor2"))
        yield "actor1", (acts | suffers).to_numpy()
    if selection.start and selection.end:
        yield "window", ((events["start"] < selection.end) & (events["end"] > selection.start)).to_numpy()


def _left(events: pd.DataFrame, masks: list[Mask]) -> pd.DataFrame:
    few = events[[*FACETS, "location", "start"]]
    return few[np.logical_and.reduce(masks)] if masks else few


def _duckdb(events: pd.DataFrame) -> dict[str, Callable[[Selection], None]]:
    """DuckDB over a table of its own of the same columns; nothing where it is not installed."""
    try:
        import duckdb  # noqa: PLC0415 - a peer
    except ImportError:
        return {}
    base = duckdb.connect()
    base.execute("SET threads TO 2")
    few = events[[*FACETS, "actor2", "country", "admin1", "location", "start", "end"]]  # noqa: F841 - read by DuckDB
    base.execute("CREATE TABLE events AS SELECT * FROM few")

    def answer(selection: Selection) -> None:
        clauses = dict(_clauses(selection))
        for column in (*FACETS, "location"):
            where = " AND ".join(said for name, said in clauses.items() if name != column) or "true"
            base.execute(f"SELECT {column}, count(*) FROM events WHERE {where} GROUP BY 1").fetchall()
        where = " AND ".join(clauses.values()) or "true"
        base.execute(
            f"SELECT date_trunc('day', start), count(*) FROM events WHERE {where} GROUP BY 1"
        ).fetchall()

    return {"DuckDB": answer}


def _clauses(selection: Selection) -> Iterator[tuple[str, str]]:
    if selection.places:
        country, admin1 = selection.places[0].split("/")
        yield "places", f"country = '{country}' AND admin1 = '{admin1}'"
    if selection.event_types:
        yield "event_type", f"event_type = '{selection.event_types[0]}'"
    if selection.sources:
        yield "source", f"source = '{selection.sources[0]}'"
    if selection.actors:
        yield "actor1", f"(actor1 = '{selection.actors[0]}' OR actor2 = '{selection.actors[0]}')"
    if selection.start and selection.end:
        yield "window", f"start < '{selection.end.isoformat()}' AND \"end\" > '{selection.start.isoformat()}'"


def _events(draw: Draw, rows: int, vocabulary: Words) -> pd.DataFrame:
    place = draw.integers(0, PLACES, rows) * draw.integers(0, 2, rows) + draw.integers(0, 300, rows)
    grain = draw.choice(len(_GRAINS), rows, p=_SHARES)
    start = _seconds(_FIRST) + (draw.random(rows) * (_LAST - _FIRST).total_seconds()).astype(np.int64)
    start = start // 86_400 * 86_400 - 7_200
    end = start + (_DAYS[grain] * 86_400).astype(np.int64)
    actors = pd.Index([f"Group {n}" for n in range(1_000)])
    first, second = draw.integers(0, 1_000, (2, rows))
    return pd.DataFrame(
        {
            "event_id": pd.Series(np.char.add("e", draw.permutation(rows).astype("U8")), dtype="str"),
            "dataset": _of(["made up"], np.zeros(rows, np.int64)),
            "n_mentions": 1,
            "start": _moments(start),
            "end": _moments(end),
            "core_start": _moments(start).where(grain == 3),
            "core_end": _moments(end).where(grain == 3),
            "timezone": _of(["Asia/Damascus", "UTC"], draw.integers(0, 10, rows) // 9),
            "granularity": _of(_GRAINS, grain),
            "event_type": _of(EVENT_TYPES, draw.integers(0, len(EVENT_TYPES), rows)),
            "sub_event_type": _of([f"Kind {n}" for n in range(25)], draw.integers(0, 25, rows)),
            "modality": _of(["happened", "planned"], draw.integers(0, 20, rows) // 19),
            "actor1": _of(actors, first),
            "actor2": _of(["", *actors], np.where(draw.random(rows) < 0.5, 0, second + 1)),
            "location": _of([f"Town {n}" for n in range(PLACES + 300)], place),
            "admin2": _of([f"District {n}" for n in range(204)], place // 100),
            "admin1": _of([f"Governorate {n}" for n in range(15)], place // 1_400),
            "country": _of(["Syria"], np.zeros(rows, np.int64)),
            "latitude": draw.random(rows) * 5 + 32,
            "longitude": draw.random(rows) * 7 + 35,
            "fatalities": draw.integers(0, 30, rows),
            "source": _of([f"Monitor {n}" for n in range(300)], draw.integers(0, 300, rows)),
            "published": _moments(start + 86_400),
            "notes": _quotes(draw, rows, vocabulary),
        }
    )  # fmt: skip


def _reports(draw: Draw, vocabulary: Words) -> pd.DataFrame:
    seconds = np.sort(
        _seconds(_FIRST) + (draw.random(REPORTS) * (_LAST - _FIRST).total_seconds()).astype(np.int64)
    )
    texts = [" ".join(vocabulary[_zipf(draw, 120)]) for _ in range(REPORTS)]
    return pd.DataFrame(
        {
            "report_id": [f"r{n}" for n in range(REPORTS)],
            "title": [text[:40] for text in texts],
            "source": [f"Monitor {n % 300}" for n in range(REPORTS)],
            "text": texts,
            "published": _moments(seconds),
            "timezone": "Asia/Damascus",
        }
    )


def _mentions(draw: Draw, events: pd.DataFrame) -> pd.DataFrame:
    rows = np.sort(draw.choice(len(events), len(events) // 10, replace=False))
    told = events.iloc[rows]
    report = rows * REPORTS // len(events)
    return pd.DataFrame(
        {
            "mention_id": [f"m{n}" for n in range(len(rows))],
            "event_id": told["event_id"].to_numpy(),
            "report_id": [f"r{n}" for n in report.tolist()],
            "quote": told["notes"].to_numpy(),
            "start": told["start"].to_numpy(),
            "end": told["end"].to_numpy(),
        }
    )


def _vocabulary(draw: Draw) -> Words:
    parts = [
        "ba",
        "dor",
        "el",
        "fi",
        "gam",
        "hu",
        "iz",
        "jor",
        "ka",
        "lum",
        "mer",
        "no",
        "os",
        "pra",
        "qi",
        "ru",
        "sha",
        "tem",
        "ul",
        "vo",
    ]
    picked = draw.integers(0, len(parts), (WORDS, 4))
    return np.array(["".join(parts[n] for n in row) for row in picked.tolist()], dtype=object)


def _quotes(draw: Draw, rows: int, vocabulary: Words) -> "pd.Series[str]":
    """Two of a hundred thousand phrases of seven words each, the frequent words first."""
    phrases = pd.Series([" ".join(vocabulary[_zipf(draw, 7)]) for _ in range(100_000)], dtype="str")
    first, second = (
        phrases.take(draw.integers(0, len(phrases), rows)).reset_index(drop=True) for _ in range(2)
    )
    return first + " " + second


def _zipf(draw: Draw, words: int) -> Numbers:
    """Some words as texts have them: a few are in every sentence, most are rare."""
    found: Numbers = np.exp(draw.random(words) * np.log(WORDS)).astype(np.int64)
    return np.minimum(found, WORDS - 1)


def _of(words: object, codes: Numbers) -> pd.Series:
    return pd.Series(pd.Categorical.from_codes(codes, list(words)))  # type: ignore[call-overload]


def _moments(seconds: Numbers) -> "pd.Series[pd.Timestamp]":
    return pd.Series(pd.to_datetime(seconds * 1_000_000, unit="us", utc=True)).astype("datetime64[us, UTC]")


def _seconds(moment: datetime) -> int:
    return int(moment.timestamp())


def _ms(run: Callable[[], object]) -> float:
    """Processor time, of all threads: the machine may be shared."""
    began = process_time()
    run()
    return (process_time() - began) * 1_000


def _peak() -> float:
    status = Path("/proc/self/status").read_text().splitlines()
    return next(int(line.split()[1]) / 1_024 for line in status if line.startswith("VmHWM"))


def _say(line: str) -> None:
    sys.stdout.write(f"{line}\n")
    sys.stdout.flush()


if __name__ == "__main__":
    main()
