"""Bringing what is consolidated up to date, by as much as changed: new events find their kin, and only their kins are done anew.

It goes in short steps, each kept by itself: killed in the middle, the next goes on from there. What comes out is the same
as consolidating everything at once (``consolidation_of``), in whatever order and in how many steps it came.
"""

from collections.abc import Iterable, Mapping, Sequence

from sqlalchemy import Connection, Engine, insert

from dashboard.consolidation.consolidate import Consolidation, consolidation_of
from dashboard.consolidation.decided import parted
from dashboard.consolidation.decisions import Decision, settled
from dashboard.consolidation.kin import Found, Known, keys_of, kins_by_hand, kins_of
from dashboard.consolidation.records import event_records, features_of
from dashboard.extraction.link.features import Features
from dashboard.store import kin
from dashboard.store.anchors import decisions_of
from dashboard.store.consolidated import form_is_todays, is_kept, set_stamp, stamp
from dashboard.store.edit_rows import history
from dashboard.store.edits import REGROUPING
from dashboard.store.loading import mentions_in, reported
from dashboard.store.schema import CONSOLIDATED_EVENTS, CONSOLIDATED_MENTIONS, MADE_OF, REPLACED
from dashboard.store.stamps import wait_for
from dashboard.store.touched import touch, touch_all
from dashboard.store.writing import insert_frame
from dashboard.table import Dataset
from dashboard.table.columns import EVENT_COLUMNS, MENTION_COLUMNS

_STEP = 1_000
"""Events a step: as many are in memory, with those they are compared with."""
_AHEAD = 50 * _STEP


def settle(engine: Engine) -> None:
    """Bring what is consolidated up to date, where it is not."""
    with engine.connect() as connection:
        if is_kept(connection, stamp(connection)):
            return
    with engine.begin() as connection:
        wait_for(connection)
        if not form_is_todays(connection):
            kin.nobodys_kin(connection)
            touch_all(connection)
    told: dict[str, Features] = {}
    waiting: list[str] = []
    while _step(engine, told, waiting):
        pass
    with engine.begin() as connection:
        wait_for(connection)
        while _find_kin(connection, {}, []):
            pass
        _unsettle_by_hand(connection)
        decisions = _decisions(connection)[0]
        while _consolidate(connection, decisions):
            pass
        set_stamp(connection, stamp(connection))


def _step(engine: Engine, told: dict[str, Features], waiting: list[str]) -> bool:
    """One step, kept by itself; False when none is left."""
    with engine.begin() as connection:
        wait_for(connection)
        return _find_kin(connection, told, waiting) or _consolidate(connection, _decisions(connection)[0])


def _find_kin(connection: Connection, told: dict[str, Features], waiting: list[str]) -> bool:
    """Find the kin of some events for which it was not looked for yet.

    ``told`` is what others say, as far as it was read; ``waiting`` are events that come next, which are put in order for many steps.
    """
    ids = kin.still_without(connection, waiting[:_STEP])
    if not ids:
        waiting[:] = kin.without_kin(connection, _AHEAD)
        ids = waiting[:_STEP]
    del waiting[:_STEP]
    if not ids:
        return False
    new = _accounts(connection, ids)
    kin.keep_near(connection, {name: keys_of(account) for name, account in new.items()})
    found = kins_of(new, _known(connection, told))
    _name(connection, {each: found.names.get(each, each) for each in ids}, found)
    if len(told) > _STEP * 5:
        told.clear()
    told.update(new)
    return True


def _known(connection: Connection, told: dict[str, Features]) -> Known:
    def accounts(ids: Iterable[str]) -> Mapping[str, Features]:
        wanted = list(ids)
        told.update(_accounts(connection, [each for each in wanted if each not in told]))
        return {each: told[each] for each in wanted if each in told}

    return Known(lambda keys: kin.near(connection, keys), accounts, lambda ids: kin.kin_of(connection, ids))


def _accounts(connection: Connection, ids: Sequence[str]) -> dict[str, Features]:
    if not ids:
        return {}
    return {each.event_id: features_of(each) for each in event_records(reported(connection, ids))}


def _name(connection: Connection, names: Mapping[str, str], found: Found) -> None:
    kin.name_kin(connection, names, found.renamed)
    kin.unsettle(connection, {*names.values(), *found.renamed.values()})


def _decisions(connection: Connection) -> tuple[list[Decision], Dataset | None]:
    """What a person joined and split that holds, and the events it may bear on."""
    made = [each for each in history(connection) if each.kind in REGROUPING]
    reports = {anchor[1] for each in made for side in each.sides for anchor in side}
    if not reports:
        return [], None
    mentions = mentions_in(connection, sorted(reports))
    return list(decisions_of(made, mentions)), reported(connection, mentions["event_id"].unique())


def _unsettle_by_hand(connection: Connection) -> None:
    """What a person had a hand in is always done anew: what they split may be like others now, and an edit may be undone."""
    decisions, dataset = _decisions(connection)
    if dataset is None:
        return
    records, standing = event_records(dataset), settled(decisions)
    event_of = dict(zip(dataset.mentions["mention_id"], dataset.mentions["event_id"], strict=True))
    parts = {
        f"{record.event_id} {number}": (record.event_id, features_of(part))
        for record in records
        for pieces in (list(parted(record, standing)),)
        if len(pieces) > 1
        for number, part in enumerate(pieces)
    }
    bound = [
        sorted({event_of[each] for side in decision.sides for each in side if each in event_of})
        for decision in decisions
    ]
    found = kins_by_hand(parts, bound, _known(connection, {}))
    kin.name_kin(connection, {}, found.renamed)
    of_hand = kin.kin_of(connection, (each.event_id for each in records))
    kin.unsettle(connection, {*of_hand.values(), *found.renamed.values()})


def _consolidate(connection: Connection, decisions: Sequence[Decision]) -> bool:
    """Consolidate some of the kins that changed; False when none is left."""
    kins = kin.unsettled(connection, _STEP)
    if not kins:
        return False
    kin.unmake(connection, kins)
    ids = [each for members in kins.values() if len(members) > 1 or decisions for each in members]
    if ids:
        dataset = reported(connection, ids)
        _keep(connection, consolidation_of(dataset, decisions), dataset, kins)
    return True


def _keep(
    connection: Connection, change: Consolidation, dataset: Dataset, kins: Mapping[str, Sequence[str]]
) -> None:
    touch(connection, [*change.events["event_id"], *change.replaced])
    insert_frame(connection, CONSOLIDATED_EVENTS, change.events, EVENT_COLUMNS)
    insert_frame(connection, CONSOLIDATED_MENTIONS, change.mentions, MENTION_COLUMNS)
    if change.replaced:
        rows = [{"position": 0, "event_id": each} for each in sorted(change.replaced)]
        connection.execute(insert(REPLACED), rows)
    kin_of = {event_id: name for name, members in kins.items() for event_id in members}
    event_of = dict(zip(dataset.mentions["mention_id"], dataset.mentions["event_id"], strict=True))
    made = {
        event_id: kin_of[event_of[mention_id]]
        for mention_id, event_id in zip(
            change.mentions["mention_id"], change.mentions["event_id"], strict=True
        )
    }
    if made:
        rows = [{"event_id": event_id, "kin": name} for event_id, name in made.items()]
        connection.execute(insert(MADE_OF), rows)
