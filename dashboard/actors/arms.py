"""Arms that only one army has in the war over a country: whose jets fly over Khartoum, whose guided bombs fall on Kharkiv."""

from dataclasses import dataclass
from datetime import date
from functools import cache

from dashboard.actors.dictionary import DATA, country_names
from dashboard.actors.model import ActorMention, ActorType, Branch, Category, is_within
from dashboard.text import Span
from dashboard.text.tsv import tsv_rows


@dataclass(frozen=True, slots=True)
class _Row:
    whose: str
    arms: str
    years: str


def owner_of(arms: str, over: str, day: date | None) -> str:
    """The country (ISO) whose army alone has such arms over another on a day; empty where several do.

    >>> owner_of("aircraft", "SD", date(2023, 5, 1)), owner_of("aircraft", "SY", date(2016, 5, 1))
    ('SD', '')
    """
    rows = _rows().get(over, ())
    return next((row.whose for row in rows if row.arms == arms and is_within(row.years, day)), "")


def army(iso: str, over: str, words: Span, text: str) -> ActorMention:
    """The army of a country, by the words for its arms; abroad it is external."""
    kind = ActorType.STATE if iso == over else ActorType.EXTERNAL
    name = f"Military Forces of {country_names()[iso]}"
    return ActorMention(words, text, name, kind, Category.GENERIC, iso, branch=Branch.MILITARY)


@cache
def _rows() -> dict[str, tuple[_Row, ...]]:
    found: dict[str, tuple[_Row, ...]] = {}
    for over, whose, arms, years in tsv_rows(DATA / "actors" / "arms.tsv", 4):
        found[over] = (*found.get(over, ()), _Row(whose, arms, years))
    return found
