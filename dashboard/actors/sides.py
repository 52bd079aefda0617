"""Which side an actor is on: the dictionary's word for whom it names, else what its ACLED type tells."""

from functools import cache

from dashboard.actors.dictionary import actors
from dashboard.actors.model import ActorType

SIDES_BY_TYPE = {
    ActorType.STATE: "government",
    ActorType.REBELS: "opposition",
    ActorType.POLITICAL: "militia",
    ActorType.IDENTITY: "communal",
    ActorType.RIOTERS: "crowds",
    ActorType.PROTESTERS: "crowds",
    ActorType.CIVILIANS: "civilians",
    ActorType.EXTERNAL: "from abroad",
}


def side_of(name: str, kind: str = "") -> str:
    """The side of an actor by its name, as ACLED or the dictionary writes it, or else by its type; "" where neither tells.

    >>> (
    ...     side_of("Islamic State"),
    ...     side_of("Military Forces of Nowhere (2020-)", "State Forces"),
    ...     side_of("A stranger"),
    ... )
    ('jihadist', 'government', '')
    """
    bare = name.partition(" (")[0].casefold()
    return _by_name().get(bare) or SIDES_BY_TYPE.get(kind, "") if name else ""  # type: ignore[call-overload]  # any word may be asked for


@cache
def _by_name() -> dict[str, str]:
    """Sides by name; a name that bodies of several sides had is left out."""
    found: dict[str, str] = {}
    for actor in actors():
        for name in map(str.casefold, (actor.name, *actor.aliases)):
            found[name] = actor.side if found.get(name, actor.side) == actor.side else ""
    return found
