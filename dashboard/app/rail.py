"""The left rail: what may be filtered by, each choice with the number of events it would leave."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import dash_mantine_components as dmc
import pandas as pd
from dash import html
from dash.development.base_component import Component

from dashboard.app import ids
from dashboard.app.chips import LABELS, word
from dashboard.app.links import aria
from dashboard.app.url import View
from dashboard.figures.theme import PAINTS
from dashboard.table.columns import GRANULARITIES, MODALITIES
from dashboard.table.filters import LEVELS, UNSAID, Selection, facet_counts
from dashboard.table.places import PlaceNode, place_key, place_tree

_AT_MOST = 60
_OPEN_BELOW = 40


@dataclass(frozen=True, slots=True)
class Facet:
    """A column of the rail: the selection's field it sets and the order of its words, if they have one."""

    column: str
    field: str
    order: tuple[str, ...] = ()


FACETS = (
    Facet("event_type", "event_types"),
    Facet("actor1", "actors"),
    Facet("source", "sources"),
    Facet("granularity", "precisions", GRANULARITIES),
    Facet("modality", "modalities", MODALITIES),
)


def rail() -> Component:
    """The rail before anything is counted."""
    return html.Aside(
        [
            html.Div(
                [
                    html.H2("Filters"),
                    html.Button("Done", id=ids.RAIL_CLOSE, className="quiet only-phone"),
                ],
                className="rail-head",
            ),
            _section(ids.PLACES, LABELS["places"]),
            *(_section(ids.facet(facet.column), LABELS[facet.field]) for facet in FACETS),
        ],
        id=ids.RAIL,
        className="rail",
        **aria(label="Filters"),
    )


def choices(events: pd.DataFrame, view: View, facet: Facet) -> list[Component]:
    """A facet's boxes in an order that stays, each with the number of events it would leave."""
    every = facet_counts(events, Selection(), facet.column)
    counts = dict.fromkeys(every, 0) | facet_counts(events, view.selection, facet.column)
    words = [each for each in facet.order if each in counts] if facet.order else list(counts)
    chosen = [each for each in words if (each or UNSAID) in getattr(view.selection, facet.field)]
    shown = words if len(words) <= _AT_MOST else list(dict.fromkeys([*chosen, *words[:_AT_MOST]]))
    boxes: list[Component] = [_box(facet, each, counts[each]) for each in shown]
    if len(shown) < len(words):
        boxes.append(html.P(f"and {len(words) - len(shown):,} more: use the search box", className="hint"))
    return boxes or [html.P("none", className="hint")]


def tree(events: pd.DataFrame, view: View) -> list[Component]:
    """The places as nested lists of boxes, each with the number of events it would leave."""
    nodes = with_own(place_tree(events, view.selection), events)
    small = sum(1 for _ in _all(nodes)) <= _OPEN_BELOW
    return (
        [_branches(nodes, view.selection.places, 3 if small else 1)]
        if nodes
        else [html.P("none", className="hint")]
    )


def narrowed(before: Sequence[str], after: Sequence[str]) -> tuple[str, ...]:
    """The places chosen after one more was ticked: it replaces the region around it and the places within it.

    >>> narrowed(["Syria"], ["Syria", "Syria/Homs"])
    ('Syria/Homs',)
    """
    added = [key for key in after if key not in before]
    return tuple(key for key in after if key in added or not any(_related(key, new) for new in added))


def with_own(nodes: Sequence[PlaceNode], events: pd.DataFrame) -> tuple[PlaceNode, ...]:
    """The tree with a leaf for events of a region itself, so that every event hangs on one leaf."""
    ways = events[list(LEVELS)].drop_duplicates().astype(str).to_numpy().tolist()
    own = {place_key(*way) for way in ways}
    return tuple(_with_own(node, own) for node in nodes)


def _section(part: str, words: str) -> Component:
    boxes = dmc.CheckboxGroup(id=part, children=[], value=[], label=words, labelProps={"className": "unseen"})
    return html.Details([html.Summary(words), boxes], id=f"{part}-section", open=True, className="facet")


def _box(facet: Facet, value: str, count: int) -> Component:
    swatch = [_swatch(value)] if facet.column == "event_type" else []
    return _tick(value or UNSAID, [*swatch, word(facet.field, value)], count)


def _tick(value: str, words: list[Component | str], count: int, *, partly: bool = False) -> Component:
    """A box, its words and its number."""
    label = [
        *words[:-1],
        html.Span(words[-1], className="choice"),
        html.Span(f"{count:,}", className="count"),
    ]
    look = "box" if count else "box none"
    part: Component = dmc.Checkbox(value=value, label=label, indeterminate=partly, size="xs", className=look)
    return part


def _swatch(event_type: str) -> Component:
    paint = PAINTS.get(event_type, PAINTS[""])
    return html.Span(paint.letter, className="swatch", style={"--paint": paint.colour}, **aria(hidden="true"))


def _branches(nodes: Sequence[PlaceNode], places: Sequence[str], levels: int) -> Component:
    items = [html.Li(_branch(node, places, levels)) for node in nodes[:_AT_MOST]]
    if len(nodes) > _AT_MOST:
        items.append(html.Li(f"and {len(nodes) - _AT_MOST:,} more: use the search box", className="hint"))
    return html.Ul(items, className="places")


def _branch(node: PlaceNode, places: Sequence[str], levels: int) -> list[Component]:
    within = any(_within(place, node.key) and place != node.key for place in places)
    box = _tick(node.key, [node.label], node.count, partly=within)
    if not node.children:
        return [box]
    opener = html.Summary(html.Span(f"Places in {node.label}", className="unseen"))
    return [box, html.Details([opener, _branches(node.children, places, levels - 1)], open=levels > 0)]


def _with_own(node: PlaceNode, own: set[str]) -> PlaceNode:
    if not node.children:
        return node
    children = tuple(_with_own(child, own) for child in node.children)
    key = node.key + "/" * (len(LEVELS) - 1 - node.key.count("/"))
    if key in own and key != node.key:
        rest = node.count - sum(child.count for child in children)
        children = (*children, PlaceNode(key, f"{node.label}, no place given", rest))
    return PlaceNode(node.key, node.label, node.count, children)


def _all(nodes: Sequence[PlaceNode]) -> Iterator[PlaceNode]:
    for node in nodes:
        yield node
        yield from _all(node.children)


def _within(key: str, place: str) -> bool:
    return key == place or key.startswith(f"{place}/")


def _related(key: str, other: str) -> bool:
    return key != other and (_within(key, other) or _within(other, key))
