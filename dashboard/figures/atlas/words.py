"""What is said of a mark on the map, and of the whole map for whoever can't see it."""

from collections.abc import Sequence
from zoneinfo import ZoneInfo

from dashboard.figures.atlas.spotted import Dead, Mark
from dashboard.figures.texts import safe
from dashboard.figures.theme import paint
from dashboard.figures.undrawn import many
from dashboard.table.epochs import MISSING, moment_of
from dashboard.table.spots import Exactness
from dashboard.wording.dates import Form, dated
from dashboard.wording.numbers import number
from dashboard.wording.say import enumerated, say, so_many, term, to_say

_FEW = 3  # types and places that are named
_NEAR = {
    Exactness.NEAR: to_say("near there, not how near"),
    Exactness.WITHIN: to_say("around there, not how far"),
}


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
    if dead.low == dead.high:
        return so_many("{count} killed", "{count} killed", dead.low)
    return so_many("{low}–{count} killed", "{low}–{count} killed", dead.high, low=dead.low)


def told(marks: Sequence[Mark], area: str) -> str:
    """The map in a sentence: how many events at how many places, and which places have most."""
    events, places = sum(each.count for each in marks), sum(each.spots for each in marks)
    named = enumerated(f"{each.name} {number(each.count)}" for each in marks[:_FEW] if each.spots == 1)
    counts = {"events": many(events), "places": so_many("{count} place", "{count} places", places)}
    said = [
        say("Map of {events} at {places} in the area {area}.", **counts, area=area)
        if area
        else say("Map of {events} at {places}.", **counts),
        *([say("Most at {places}.", places=named)] if named and len(marks) > 1 else []),
        say("The list of places in the filters says the same in words."),
    ]
    return " ".join(said)


def _headline(mark: Mark) -> str:
    if mark.spots > 1:
        return so_many(
            "{count} place, most at {place}", "{count} places, most at {place}", mark.spots, place=mark.name
        )
    return say("Somewhere in {place}", place=mark.name) if mark.outline else mark.name


def _exactly(mark: Mark) -> str:
    return "" if mark.outline or mark.spots > 1 else term(_NEAR.get(Exactness(mark.exactness), ""))


def _counted(mark: Mark) -> str:
    """How many events, of which types."""
    if mark.count == 1:
        return term(paint(mark.kind).name)
    kinds = [f"{number(count)} {term(paint(name).name)}" for name, count in mark.types[:_FEW]]
    rest = mark.count - sum(count for _, count in mark.types[:_FEW])
    others = [so_many("{count} other", "{count} others", rest)] if rest else []
    return say("{events}: {types}", events=many(mark.count), types=enumerated([*kinds, *others]))


def _days(days: tuple[int, int], zone: str) -> str:
    first, last = (None if each == MISSING else moment_of(each).astimezone(ZoneInfo(zone)) for each in days)
    named = dict.fromkeys(dated(each, Form.SHORT) for each in (first, last) if each)
    return " – ".join(named)


def _click(mark: Mark) -> str:
    words = (
        _look_into()
        if mark.spots > 1
        else say("click: open it")
        if mark.count == 1
        else say("click: only these")
    )
    return f"<i>{safe(words)}</i>"


def _look_into() -> str:
    return say("click: look into it")
