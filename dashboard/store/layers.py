"""Edits as layers over what was read: which values hold of which event, field by field, the latest last."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping

from dashboard.store.anchors import Present
from dashboard.store.edits import DELETED, REGROUPING, TAG, Anchor, Change, Edit, EditKind, Value
from dashboard.store.values import tags_text
from dashboard.table.tags import tags_of

Layer = Mapping[str, tuple[Change, ...]]
"""The changes that hold of one event, by field, the latest last."""
Row = Mapping[str, Value]
_OF_ROWS = frozenset(EditKind) - REGROUPING - {EditKind.ADD, EditKind.DATE}


def subject_now(edit: Edit, subject: str, present: Present) -> str:
    """The id of the event that an edit of ``subject`` is about now: of the first of its mentions that is there.

    That of the subject itself where it rested on no report; empty where none of its mentions is told any more.
    """
    anchors = edit.anchors.get(subject, ())
    return (
        next((event for each in anchors if (event := present.mention(each)[1])), "") if anchors else subject
    )


def anchors_in(edits: Iterable[Edit]) -> Iterator[Anchor]:
    """All mentions that edits hold on to."""
    for edit in edits:
        for anchors in edit.anchors.values():
            yield from anchors


def layers_of(edits: Iterable[Edit], present: Present) -> Mapping[str, Layer]:
    """What holds of each event, by the id it has now."""
    layers: defaultdict[str, dict[str, tuple[Change, ...]]] = defaultdict(dict)
    for edit in edits:
        if not edit.holds or edit.kind not in _OF_ROWS:
            continue
        now = {each: subject_now(edit, each, present) for each in edit.subjects}
        for change in edit.changes:
            fields = layers[now[change.subject]]
            fields[change.field] = (*fields.get(change.field, ()), change)
    return {event_id: fields for event_id, fields in layers.items() if event_id}


def added_rows(edits: Iterable[Edit]) -> Mapping[str, Row]:
    """The rows that a person added, by id; what they do not say is left out."""
    rows: defaultdict[str, dict[str, Value]] = defaultdict(dict)
    for edit in edits:
        if edit.holds and edit.kind is EditKind.ADD:
            for each in edit.changes:
                rows[each.subject][each.field] = each.after
    return rows


def is_deleted(layer: Layer) -> bool:
    """Whether a person marked the event as none, and did not take that back."""
    return DELETED in layer and layer[DELETED][-1].after is True


def tag_marks(layer: Layer) -> Mapping[str, bool]:
    """The tags that a person put on or took off."""
    marks = ((name, changes[-1].after is True) for name, changes in layer.items() if name.startswith(TAG))
    return {name.removeprefix(TAG): on for name, on in marks}


def laid(row: Row, layer: Layer) -> Row:
    """One row with its layer over it.

    >>> laid({"fatalities": 3, "tags": "seen"}, {"fatalities": (Change("e", "fatalities", 3, 5),)})
    {'fatalities': 5, 'tags': 'seen'}
    """
    values = {name: changes[-1].after for name, changes in layer.items() if name in row}
    return {**row, **values, "tags": tags_text(tags_of(str(row["tags"] or "")), tag_marks(layer))}
