"""The left rail: what may be filtered by, each choice with the number of events it would leave."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from hashlib import blake2b

import pandas as pd
from dash import Input, Output, State, html, no_update
from dash.development.base_component import Component

from dashboard.app.browser import ROOT
from dashboard.app.kinds import is_text, is_texts
from dashboard.app.limits import MOST_VALUES
from dashboard.app.links import aria
from dashboard.app.part import Answer, Control, PagePart, Script
from dashboard.app.picker import Names, picker
from dashboard.app.url import View, wanted
from dashboard.figures.theme import PAINTS
from dashboard.table import Dataset
from dashboard.table.columns import GRANULARITIES, MODALITIES, ReviewStatus
from dashboard.table.filter_words import LABELS, word
from dashboard.table.filters import UNSAID, Selection, facet_counts
from dashboard.table.index import Index, index_of
from dashboard.table.place_index import PlaceIndex, place_index
from dashboard.table.place_tree import NO_PLACE_LABEL
from dashboard.table.ways import NO_PLACE
from dashboard.wording.say import say, term
from dashboard.wording.spoken import spoken

RAIL = "rail"
RAIL_OPEN = "rail-open"
RAIL_CLOSE = "rail-close"
PLACES = "places"

_AT_MOST = 60


@dataclass(frozen=True, slots=True)
class Facet:
    """A column of the rail, and the selection's field that it sets.

    ``order`` of its words, if they have one · ``painted`` words · ``rare``: left out where all events say the same.
    """

    column: str
    field: str
    order: tuple[str, ...] = ()
    painted: bool = False
    rare: bool = False

    @property
    def part(self) -> str:
        """The id of its boxes.

        >>> Facet("source", "sources").part
        'facet-source'
        """
        return f"facet-{self.column}"


FACETS = (
    Facet("event_type", "event_types", painted=True),
    Facet("actor1", "actors"),
    Facet("source", "sources"),
    Facet("granularity", "precisions", GRANULARITIES),
    Facet("modality", "modalities", MODALITIES),
    Facet("review_status", "reviews", tuple(ReviewStatus)),
    Facet("tags", "tags", rare=True),
    Facet("dataset", "datasets", rare=True),
)
PICKERS = (PLACES, *(each.part for each in FACETS))


def opener() -> Component:
    """The button that opens the rail on a phone."""
    return html.Button(say("Filters"), id=RAIL_OPEN, className="button only-phone", **aria(controls=RAIL))


def rail() -> Component:
    """The rail before anything is counted."""
    return html.Aside(
        [
            html.Div(
                [
                    html.H2(say("Filters")),
                    html.Button(say("Done"), id=RAIL_CLOSE, className="quiet only-phone"),
                ],
                className="rail-head",
            ),
            picker(PLACES, term(LABELS["places"]), tree=True),
            *(picker(facet.part, term(LABELS[facet.field])) for facet in FACETS),
        ],
        id=RAIL,
        className="rail",
        **aria(label=say("Filters")),
    )


def choices(events: pd.DataFrame | Index, view: View, facet: Facet) -> tuple[Names, list[int]]:
    """A facet's choices in an order that stays, and the number of events each would leave."""
    index = index_of(events)
    every = index.once.of(
        ("choices of", facet.column), lambda: facet_counts(index, Selection(), facet.column)
    )
    counts = dict.fromkeys(every, 0) | facet_counts(index, view.selection, facet.column)
    words = [each for each in facet.order if each in counts] if facet.order else list(counts)
    chosen = [each for each in words if (each or UNSAID) in getattr(view.selection, facet.field)]
    if facet.rare and len(words) < 2 and not chosen:
        words = []
    shown = words if len(words) <= _AT_MOST else list(dict.fromkeys([*chosen, *words[:_AT_MOST]]))
    left = len(words) - len(shown)
    paints = [PAINTS.get(each, PAINTS[""]) for each in shown] if facet.painted else []
    names = Names(
        version=_digest([spoken().code, *shown]),
        keys=[each or UNSAID for each in shown],
        words=[word(facet.field, each) for each in shown],
        letters=[paint.letter for paint in paints],
        paints=[paint.colour for paint in paints],
        more=say("and {left} more: use the search box", left=left) if left else "",
    )
    return names, [counts[each] for each in shown]


def places(dataset: Dataset, view: View) -> tuple[Names, list[int]]:
    """The tree of places, and the number of events each would leave under all other filters."""
    index = place_index(dataset.index)
    names = dataset.once.of(("place names", spoken().code), lambda: _place_names(index))
    return names, index.counts(dataset.index, view.selection).tolist()


def narrowed(ticked: Iterable[str]) -> tuple[str, ...]:
    """The places that are chosen by ticks, in their order: each replaces the region around it and the places within it.

    >>> narrowed(["Syria", "Syria/Homs"])
    ('Syria/Homs',)
    """
    chosen: list[str] = []
    for key in dict.fromkeys(ticked):
        chosen = [*(each for each in chosen if not _related(each, key)), key]
    return tuple(chosen)


def _place_names(index: PlaceIndex) -> Names:
    words = [
        term(NO_PLACE_LABEL) if key == NO_PLACE else label
        for key, label in zip(index.keys, index.labels, strict=True)
    ]
    return Names(_digest([spoken().code, *index.keys]), index.keys, words, index.levels)


def _digest(words: Sequence[str]) -> str:
    return blake2b("\n".join(words).encode("utf-8", "replace"), digest_size=8).hexdigest()


def _within(key: str, place: str) -> bool:
    return key == place or key.startswith(f"{place}/")


def _related(key: str, other: str) -> bool:
    return key != other and (_within(key, other) or _within(other, key))


def _counted(view: View, dataset: Dataset, *known: str | None) -> list[object]:
    """Every picker's names where the page has others, their version, and the number of events each would leave."""
    found = (places(dataset, view), *(choices(dataset.index, view, facet) for facet in FACETS))
    return [
        each
        for (names, counts), version in zip(found, known, strict=True)
        for each in (no_update if names.version == version else names.as_data(), names.version, counts)
    ]


def _fills(part: str) -> tuple[Output, ...]:
    return tuple(Output(part, each) for each in ("names", "version", "counts"))


def _ticked(facet: Facet) -> Control:
    def values(view: View, _: Dataset) -> list[str]:
        return list(getattr(view.selection, facet.field))

    def choose(view: View, ticked: Sequence[str] | None, _: Dataset) -> View:
        return view.choosing(**{facet.field: tuple(ticked or ())})

    return Control(facet.part, "data", is_texts, values, choose)


def _choose_places(view: View, ticked: Sequence[str] | None, _: Dataset) -> View:
    return view.choosing(places=narrowed((ticked or ())[: 2 * MOST_VALUES]))


PART = PagePart(
    answers=(
        Answer(
            tuple(each for part in PICKERS for each in _fills(part)),
            _counted,
            tuple(State(part, "version") for part in PICKERS),
            heeds=wanted,
        ),
    ),
    controls=(
        Control(
            PLACES,
            "data",
            is_texts,
            lambda view, _: list(view.selection.places),
            _choose_places,
            settles=True,
        ),
        *map(_ticked, FACETS),
    ),
    scripts=(
        Script(
            "drawer",
            (Input(RAIL_OPEN, "n_clicks"), Input(RAIL_CLOSE, "n_clicks")),
            (Output(ROOT, "className"),),
            waits=True,
        ),
    ),
    kinds={(part, "version"): is_text for part in PICKERS},
)
