"""Which records may be one event: found by where they are looked for, step by step, in whatever order they come.

Two records are of one kin when one would take the other into its event. Nothing outside of a kin has a say in how it is
consolidated; so what comes is compared with what is near it, and only the kins it belongs to are done anew.
"""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from hashlib import blake2b

from dashboard.extraction.link.cluster import is_enough, looked_for_under, may_be_sought_under
from dashboard.extraction.link.features import Features
from dashboard.extraction.link.similarity import similarity


@dataclass(frozen=True, slots=True)
class Found:
    """The kin of each record that came, and kins that turned out to be one, by their old name."""

    names: Mapping[str, str]
    renamed: Mapping[str, str]


def keys_of(account: Features) -> list[int]:
    """Under which keys a record is kept, as numbers that a database can look up."""
    return [_number(key) for key in may_be_sought_under(account)]


def sought(account: Features) -> list[int]:
    """Under which keys those are that may be like it."""
    return [_number(key) for key in looked_for_under(account)]


@dataclass(frozen=True, slots=True)
class Known:
    """What is kept of the records that came before: where they are looked for, what they say, and of which kin they are."""

    near: Callable[[Iterable[int]], Mapping[int, Sequence[str]]]
    accounts: Callable[[Iterable[str]], Mapping[str, Features]]
    kins: Callable[[Iterable[str]], Mapping[str, str]]


def kins_of(new: Mapping[str, Features], known: Known) -> Found:
    """The kin of records that came, which are kept under their keys already."""
    return _joined(new, {name: name for name in new}, known, ())


def kins_by_hand(
    parts: Mapping[str, tuple[str, Features]], bound: Sequence[Sequence[str]], known: Known
) -> Found:
    """Kins that are one by what a person did: of records ``bound`` together, and those near the ``parts`` of one.

    ``parts`` have names of their own, each with the record that it was split from.
    """
    whole = known.kins({record for record, _ in parts.values()})
    first = {name: whole[record] for name, (record, _) in parts.items() if record in whole}
    return _joined({name: parts[name][1] for name in first}, first, known, bound)


def _joined(
    new: Mapping[str, Features], first: Mapping[str, str], known: Known, bound: Sequence[Sequence[str]]
) -> Found:
    maybe = _near(new, known)
    others = {other for each in maybe.values() for other in each} - new.keys()
    kins = known.kins({*others, *(name for each in bound for name in each)})
    told = {**known.accounts(others), **new}
    heads = _Heads({**kins, **first})
    for name, account in new.items():
        for other in maybe[name]:
            if heads.differ(name, other) and _would_join(account, told[other]):
                heads.join(name, other)
    for each in bound:
        there = [name for name in each if name in kins]
        for other in there[1:]:
            heads.join(there[0], other)
    before = {*kins.values(), *first.values()} - new.keys()
    return Found(
        {name: heads.of(name) for name in (*kins, *new)},
        {old: heads.of(old) for old in sorted(before) if heads.of(old) != old},
    )


def _near(new: Mapping[str, Features], known: Known) -> dict[str, list[str]]:
    """Those that may be like each, once each."""
    wanted = {name: sought(account) for name, account in new.items()}
    there = known.near({key for keys in wanted.values() for key in keys})
    return {
        name: [
            other
            for other in dict.fromkeys(each for key in keys for each in there.get(key, ()))
            if other != name
        ]
        for name, keys in wanted.items()
    }


def _would_join(one: Features, other: Features) -> bool:
    """Between reports: one report keeps its own events apart."""
    if not one.report_ids.isdisjoint(other.report_ids):
        return False
    found = similarity(one, other)
    return found is not None and is_enough(found)


class _Heads:
    """Who is of one kin, each kin by its head: the first by name of all that were heads of its parts."""

    def __init__(self, first: Mapping[str, str]) -> None:
        self._above = {**{name: name for name in first.values()}, **first}

    def of(self, name: str) -> str:
        while self._above[name] != name:
            self._above[name] = name = self._above[self._above[name]]
        return name

    def differ(self, one: str, other: str) -> bool:
        """Whether the two are there and of different kin."""
        return other in self._above and self.of(one) != self.of(other)

    def join(self, one: str, other: str) -> None:
        first, second = sorted((self.of(one), self.of(other)))
        self._above[second] = first


def _number(key: object) -> int:
    return int.from_bytes(
        blake2b(repr(key).encode("utf-8", "backslashreplace"), digest_size=8).digest(), signed=True
    )
