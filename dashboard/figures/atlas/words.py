"""What is said of a mark on the map, and of the whole map for whoever can't see it."""

from collections.abc import Sequence
from zoneinfo import ZoneInfo

from dashboard.figures.atlas.spotted import Dead, Mark
from dashboard.figures.texts import safe
from dashboard.figures.theme import paint
from dashboard.table.epochs import MISSING, moment_of
from dashboard.table.spots import Exactness

_FEW = 3  # types and places that are named
_NEAR = {Exactness.NEAR: "near there, not how near", Exactness.WITHIN: "around there, not how far"}


def hover_of(mark: Mark, zone: str) -> str:
    """Place, how exact it is, events by type, the dead and the days, as text that can't be taken for markup."""
    lines = [f"<b>{safe(_headline(mark))}</b>", safe(_exactly(mark)), safe(_counted(mark))]
    return "<br>".join(filter(None, [*lines, safe(dead_words(mark.dead)), safe(_days(mark.days, zone)), _click(mark)]))  # fmt: skip


def dead_words(dead: Dead) -> str:
    """The dead as far as they are told; "" where nobody tells of them.

    >>> dead_words(Dead(3, 7, 2)), dead_words(Dead(0, 0, 0)), dead_words(Dead(4, 4, 1))
    ('3–7 killed', '', '4 killed')
    """
    if not dead.told:
        return ""
    return f"{dead.low:,} killed" if dead.low == dead.high else f"{dead.low:,}–{dead.high:,} killed"


def many(count: int, one: str, several: str = "") -> str:
    """A number of things.

    >>> many(1, "place"), many(1200, "place")
    ('1 place', '1,200 places')
    """
    return f"{count:,} {one if count == 1 else several or one + 's'}"


def told(marks: Sequence[Mark], area: str) -> str:
    """The map in a sentence: how many events at how many places, and which places have most."""
    events, places = sum(each.count for each in marks), sum(each.spots for each in marks)
    named = ", ".join(f"{each.name} {each.count:,}" for each in marks[:_FEW] if each.spots == 1)
    most = f" Most at {named}." if named and len(marks) > 1 else ""
    inside = f" in the area {area}" if area else ""
    return f"Map of {many(events, 'event')} at {many(places, 'place')}{inside}.{most} The list of places in the filters says the same in words."


def _headline(mark: Mark) -> str:
    if mark.spots > 1:
        return f"{mark.spots:,} places, most at {mark.name}"
    return f"Somewhere in {mark.name}" if mark.outline else mark.name


def _exactly(mark: Mark) -> str:
    return "" if mark.outline or mark.spots > 1 else _NEAR.get(Exactness(mark.exactness), "")


def _counted(mark: Mark) -> str:
    """How many events, of which types."""
    if mark.count == 1:
        return paint(mark.kind).name
    kinds = [f"{count:,} {paint(name).name}" for name, count in mark.types[:_FEW]]
    rest = mark.count - sum(count for _, count in mark.types[:_FEW])
    return f"{mark.count:,} events: {', '.join([*kinds, *([f'{rest:,} others'] if rest else [])])}"


def _days(days: tuple[int, int], zone: str) -> str:
    first, last = (None if each == MISSING else moment_of(each).astimezone(ZoneInfo(zone)) for each in days)
    named = dict.fromkeys(f"{each.day} {each:%b %Y}" for each in (first, last) if each)
    return " – ".join(named)


def _click(mark: Mark) -> str:
    if mark.spots > 1:
        return "<i>click: look into it</i>"
    return "<i>click: open it</i>" if mark.count == 1 else "<i>click: only these</i>"
