"""How much an address may say, and what is left out of one that says more.

An address is written by anybody. Each value in it costs a look at every row, and each link of the page repeats the
whole address: 1,000 places made an answer of 19 MB, and 10,000 of them none at all.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from urllib.parse import parse_qsl, quote_plus

from dashboard.table.filter_words import IN_ADDRESS
from dashboard.wording.say import say, term, to_say

LONGEST_ADDRESS = 32_768  # characters of the query as sent; a longer one is refused before it is read (414)
LONGEST_KEPT = 8_000  # characters of all that is chosen, as the page's own links repeat them
LONGEST_VALUE = 500  # a place is a way of four names
MOST_VALUES = 100  # of one list
MOST_WORDS = 12  # of a search: each is looked for in every column
MOST_ADDING = 6  # people who add at one time
MOST_FILES = 2_000  # that one of them adds at one time; the terminal reads a folder of any size
MOST_MEGABYTES = 500
LONGEST_PIECE = 2_000_000  # bytes of a file that are sent at one time; the server takes 4 MB in all
MOST_CHIPS = 20  # shown above the chart, and offered when nothing is left

LISTS = {by.key: by.many for by in IN_ADDRESS} | {"fold": to_say("folded lanes")}
SINGLES = (
    "from",
    "to",
    "must",
    "rejected",
    "q",
    "area",
    "lanes",
    "zone",
    "event",
    "report",
    "tab",
    "theme",
    "all",
    "sort",
    "page",
    "split",
    "edit",
    "per",
    "by",
)


@dataclass(frozen=True, slots=True)
class Address:
    """What is read of an address: the values of its lists, its single values, and what is left out, in words."""

    lists: Mapping[str, tuple[str, ...]]
    singles: Mapping[str, str]
    notes: tuple[str, ...]


def read_address(search: str) -> Address:
    """What is read of a query string, however long it is.

    >>> read_address("place=Homs&tab=report").lists["place"]
    ('Homs',)
    >>> read_address("&".join(f"place={number}" for number in range(900))).notes
    ('the address names 900 places: the first 100 are used',)
    """
    text = search.lstrip("?").encode("utf-8", "replace").decode()
    notes = (
        []
        if len(text) <= LONGEST_ADDRESS
        else [say("the address is longer than {most} characters", most=LONGEST_ADDRESS)]
    )
    said: dict[str, list[str]] = {}
    for key, value in parse_qsl(text[:LONGEST_ADDRESS]):
        said.setdefault(key, []).append(value)
    lists = {key: tuple(dict.fromkeys(said.get(key, ()))) for key in LISTS}
    singles = {key: said[key][-1] if key in said else "" for key in SINGLES}
    notes += [*_list_notes(lists), *_single_notes(singles)]
    short = {key: tuple(each for each in lists[key] if not _is_long(each))[:MOST_VALUES] for key in LISTS}
    kept = {key: "" if _is_long(value) else value for key, value in singles.items()}
    kept["q"] = searched(kept["q"])
    room = LONGEST_KEPT - sum(len(quote_plus(value)) for value in kept.values())
    fitting = fitted(short, room)
    if left := sum(map(len, short.values())) - sum(map(len, fitting.values())):
        notes.append(
            say(
                "all that the address chooses is longer than {most} characters: {left} are left out",
                most=LONGEST_KEPT,
                left=left,
            )
        )
    return Address(fitting, kept, tuple(notes))


def searched(words: str) -> str:
    """A search of no more words than are looked for.

    >>> searched("a b  c")
    'a b  c'
    """
    parts = words.split()
    return words if len(parts) <= MOST_WORDS else " ".join(parts[:MOST_WORDS])


def fitted(lists: Mapping[str, tuple[str, ...]], room: int) -> dict[str, tuple[str, ...]]:
    """The values, one list after the other, as long as they have room in an address."""
    fitting: dict[str, tuple[str, ...]] = {}
    for key, values in lists.items():
        taken = 0
        for value in values:
            room -= len(key) + len(quote_plus(value)) + 2
            taken += room >= 0
        fitting[key] = values[:taken]
    return fitting


def _list_notes(lists: Mapping[str, tuple[str, ...]]) -> Iterator[str]:
    for key, words in LISTS.items():
        long = sum(map(_is_long, lists[key]))
        if long:
            yield say(
                "{long} of the {things} in the address are longer than {most} characters: left out",
                long=long, things=term(words), most=LONGEST_VALUE,
            )  # fmt: skip
        if len(lists[key]) - long > MOST_VALUES:
            yield say(
                "the address names {count} {things}: the first {most} are used",
                count=len(lists[key]) - long, things=term(words), most=MOST_VALUES,
            )  # fmt: skip


def _single_notes(singles: Mapping[str, str]) -> Iterator[str]:
    for key, value in singles.items():
        if _is_long(value):
            yield say(
                "{key} in the address is longer than {most} characters: left out", key=key, most=LONGEST_VALUE
            )
    if not _is_long(singles["q"]) and searched(singles["q"]) != singles["q"]:
        yield say(
            "the search has {count} words: the first {most} are used",
            count=len(singles["q"].split()),
            most=MOST_WORDS,
        )


def _is_long(value: str) -> bool:
    return len(value) > LONGEST_VALUE
