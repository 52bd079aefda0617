"""Several processes that edit one store at the same time, and one that is killed while it edits; nothing may be lost.

    .venv/bin/python -m tests.benchmarks.hands --processes 4 --edits 500 --kills 20

Without --database on a new SQLite file and, where PostgreSQL is installed, on a server of its own.
"""

import argparse
import os
import signal
import sys
import tempfile
from collections.abc import Callable, Iterator
from contextlib import ExitStack
from datetime import UTC, date, datetime
from functools import partial
from pathlib import Path
from random import Random
from time import perf_counter, sleep

from dashboard.errors import ConflictError
from dashboard.extraction import read_report
from dashboard.store import Store
from dashboard.table import as_reported
from dashboard.text import Report
from tests.store.told import FIRST, SECOND, coded

_AT = datetime(2026, 1, 1, tzinfo=UTC)
_BULK = 40


def main() -> None:
    """Print what was lost, a line a database and trial; the exit code is how many went wrong."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--database", action="append")
    parser.add_argument("--processes", type=int, default=4)
    parser.add_argument("--edits", type=int, default=500)
    parser.add_argument("--kills", type=int, default=20)
    asked = parser.parse_args()
    wrong = 0
    with ExitStack() as stack:
        for address in asked.database or _databases(stack):
            _fill(address)
            for line, lost in _trials(address, asked.processes, asked.edits, asked.kills):
                print(f"{address.split(':')[0] if '://' in address else 'sqlite'}: {line}", flush=True)
                wrong += len(lost)
                for each in lost:
                    print(f"  {each}", flush=True)
    sys.exit(min(wrong, 1))


def _databases(stack: ExitStack) -> Iterator[str]:
    yield str(Path(stack.enter_context(tempfile.TemporaryDirectory())) / "case.db")
    from tests import postgresql  # noqa: PLC0415 - it needs psycopg

    if postgresql.programs():
        yield postgresql.new_database(stack.enter_context(postgresql.server()))


def _fill(address: str) -> None:
    texts = (FIRST, SECOND)
    readings = [read_report(Report(text, published=date(2018, 3, 6))) for text in texts]
    with Store.open(address) as store:
        store.save(as_reported(readings, "read"))
        store.save(coded(200))
        store.load()


def _trials(address: str, processes: int, edits: int, kills: int) -> Iterator[tuple[str, list[str]]]:
    start = perf_counter()
    made, lost = at_once(address, processes, edits)
    took = perf_counter() - start
    if edits:
        yield (
            f"{processes} processes × {edits} edits: {made} made, {len(lost)} lost, {took:.1f} s ({made / took:.0f} a second)",
            lost,
        )
    if kills:
        known, lost = killed(address, kills)
        yield f"{kills} kills: {known} edits told before them, {len(lost)} lost or by halves", lost


def at_once(address: str, processes: int, each: int) -> tuple[int, list[str]]:
    """How many edits several processes made at the same time, and which of them are not there."""
    with Store.open(address) as store:
        before = {edit.number for edit in store.edits()}
    children = [_forked(partial(_edit, address, seed, each)) for seed in range(processes)]
    told = [_lines(pipe) for _, pipe in children]
    wrong = [f"process {pid} failed" for pid, _ in children if os.waitpid(pid, 0)[1]]
    numbers = [int(line) for lines in told for line in lines]
    with Store.open(address) as store:
        there = {edit.number for edit in store.edits()} - before
    wrong += [f"edit {number} was told and is not there" for number in set(numbers) - there]
    wrong += [f"edit {number} is there and was not told" for number in there - set(numbers)]
    if len(numbers) != len(set(numbers)) or len(numbers) != processes * each:
        wrong.append(f"{len(set(numbers))} edits were told of {processes * each}")
    return len(numbers), wrong


def killed(address: str, times: int, seed: int = 1) -> tuple[int, list[str]]:
    """How many edits were told before each kill, and which of them are not there, or there by halves."""
    random, told, wrong = Random(seed), 0, []
    for _ in range(times):
        pid, pipe = _forked(lambda tell: _edit(address, random.random(), 10_000, tell, bulk=True))
        first = os.read(pipe, 1)  # it has begun
        sleep(random.uniform(0, 0.5))
        os.kill(pid, signal.SIGKILL)
        numbers = [int(line) for line in _lines(pipe, first) if line.strip()]
        os.waitpid(pid, 0)
        told += len(numbers)
        with Store.open(address) as store:
            there = {edit.number: edit for edit in store.edits()}
            store.load()
        wrong += [f"edit {number} was told and is not there" for number in numbers if number not in there]
        wrong += [
            f"edit {number} is there by halves"
            for number, edit in there.items()
            if edit.because.startswith("bulk") and len(edit.changes) != int(edit.because.split()[1])
        ]
    return told, wrong


def _edit(address: str, seed: float, count: int, tell: Callable[[int], None], *, bulk: bool = False) -> None:
    """Edits drawn at random: fields of few events, so that they meet; tags, reviews, joins taken back."""
    random = Random(seed)
    with Store.open(address) as store:
        ids = store.load().events["event_id"].tolist()
        few = [*ids[:6], *random.sample(ids, 20)]
        for turn in range(count):
            tell(_bulk(store, ids, turn) if bulk else _one(store, few, random))


def _bulk(store: Store, ids: list[str], turn: int) -> int:
    chosen = ids[:_BULK]
    return store.correct(
        chosen, {"notes": f"{os.getpid()} {turn}"}, because=f"bulk {len(chosen)}", at=_AT, by=str(os.getpid())
    )


def _one(store: Store, ids: list[str], random: Random) -> int:
    event_id, word = random.choice(ids), f"{os.getpid()} {random.random()}"
    kind = random.random()
    if kind < 0.1:
        return store.tag(event_id, [word], at=_AT)
    upon: int | None = random.choice((None, 0))  # as one who looked long ago
    while True:
        try:
            return store.correct(
                event_id,
                {random.choice(("notes", "actor1")): word},
                because="seen",
                at=_AT,
                by=word,
                upon=upon,
            )
        except ConflictError as refused:
            upon = refused.revision


def _forked(work: Callable[[Callable[[int], None]], None]) -> tuple[int, int]:
    """A child that works and tells numbers, a line each; gives its id and where to read them."""
    reads, writes = os.pipe()
    pid = os.fork()
    if pid:
        os.close(writes)
        return pid, reads
    os.close(reads)
    code = 1
    try:
        work(lambda number: _told(writes, number))
        code = 0
    except BaseException as error:  # noqa: BLE001 - a child must never go on as its parent
        sys.stderr.write(f"{type(error).__name__}: {error}\n")
    finally:
        os._exit(code)


def _told(pipe: int, number: int) -> None:
    os.write(pipe, f"{number}\n".encode())


def _lines(pipe: int, first: bytes = b"") -> list[str]:
    with os.fdopen(pipe, "rb") as file:
        return (first + file.read()).decode().splitlines()


if __name__ == "__main__":
    main()
