"""Corrections made on a page that is served, as a browser sends them, one after the other until the server is gone."""

import json
import socket
import threading
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from time import sleep
from typing import Any
from urllib.request import Request, urlopen

from dashboard.store import Store
from tests.benchmarks.warm import Running, begun

BULK = 100
"""Events in one correction."""


@dataclass(frozen=True, slots=True)
class Told:
    """The numbers of the corrections that were told as made."""

    numbers: list[int] = field(default_factory=list)


def begun_on(database: Path) -> tuple[Told, Running]:
    """A page over the database, and a person who corrects on it as long as it answers."""
    port = _free_port()
    with Store.open(str(database)) as store:
        ids = store.load().events["event_id"].tolist()[:BULK]
    told = Told()
    process = begun("serve", "--database", database, "--port", port, "--no-browser")
    threading.Thread(target=_correct, args=(f"http://127.0.0.1:{port}/", ids, told), daemon=True).start()
    return told, process


def lost(database: Path, told: Told) -> Iterator[str]:
    """What of the corrections is not there, or there by halves."""
    with Store.open(str(database)) as store:
        there = {edit.number: edit for edit in store.edits()}
        events = store.load().events
    yield from (f"edit {number} was told and is not there" for number in told.numbers if number not in there)
    whole = min(BULK, len(events))
    for edit in there.values():
        if len(edit.changes) != whole:
            yield f"edit {edit.number} is there by halves: {len(edit.changes)} of {whole} events"


def _correct(address: str, ids: list[str], told: Told) -> None:
    """Edit after edit, each told once the server says it is made."""
    try:
        output = _wait_for(address)
        for turn in range(10_000):
            told.numbers.append(_sent(address, output, ids, turn))
    except OSError:
        return  # it was killed


def _sent(address: str, asked: dict[str, Any], ids: list[str], turn: int) -> int:
    wish = {"verb": "tag", "by": "Ann", "turn": str(turn), "ids": ids, "put": [f"turn {turn}"]}
    output = asked["output"]
    body = {
        "output": output,
        "outputs": [
            dict(zip(("id", "property"), each.rsplit(".", 1), strict=True))
            for each in output[2:-2].split("...")
        ],
        "inputs": [{**each, "value": wish} for each in asked["inputs"]],
        "state": [{**each, "value": ""} for each in asked["state"]],
        "changedPropIds": ["wish.data"],
    }
    answer = json.loads(
        _read(
            Request(
                f"{address}_dash-update-component",
                json.dumps(body).encode(),
                {"Content-Type": "application/json"},
            )
        )
    )
    done = next(each["data"] for each in answer["response"].values() if isinstance(each.get("data"), dict))
    return int(done["numbers"][0])


def _wait_for(address: str) -> dict[str, Any]:
    """How the page asks for a change, once it answers."""
    for _ in range(2_000):
        try:
            asked = json.loads(_read(f"{address}_dash-dependencies"))
        except OSError:
            sleep(0.05)
            continue
        return next(
            each for each in asked if not each["clientside_function"] and each["inputs"][0]["id"] == "wish"
        )
    raise OSError(address)


def _read(what: str | Request) -> bytes:
    with urlopen(what, timeout=60) as answer:
        return bytes(answer.read())


def _free_port() -> int:
    with socket.socket() as door:
        door.bind(("127.0.0.1", 0))
        return int(door.getsockname()[1])
