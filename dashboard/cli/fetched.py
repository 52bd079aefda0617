"""Addresses among what a command is to read: fetched when the person asks for it, and never otherwise."""

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from dashboard.cli.moments import now_utc
from dashboard.cli.output import complain
from dashboard.errors import InputError
from dashboard.readers.fetch import Fetching, fetched, is_address
from dashboard.readers.received import Received
from dashboard.text import Report

Source = Path | Report | Received


@dataclass(frozen=True, slots=True)
class Fetch:
    """Whether addresses are fetched at all, also from this machine and its network, and how large at most."""

    asked: bool = False
    private: bool = False
    largest: int = 10


@dataclass(frozen=True, slots=True)
class Sources:
    """Files and folders to read and what was fetched, and how many addresses gave nothing."""

    found: tuple[Source, ...]
    failed: int = 0


def sources_of(named: Sequence[str], fetch: Fetch) -> Sources:
    """What the names stand for; an address that gives nothing is told."""
    found, failed = list[Source](), 0
    for name in named:
        if not is_address(name):
            found.append(Path(name))
            continue
        try:
            found.append(_at(name, fetch))
        except InputError as error:
            complain(str(error))
            failed += 1
    return Sources(tuple(found), failed)


def _at(address: str, fetch: Fetch) -> Received:
    if not fetch.asked:
        msg = (
            f"{address}: is an address, and nothing is fetched unless you ask; add --fetch, or save the page"
        )
        raise InputError(msg)
    how = Fetching(private=fetch.private, largest=fetch.largest)
    return fetched(address, how, f"{now_utc():%d %B %Y %H:%M} UTC")
