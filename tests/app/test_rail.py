"""The rail: what is offered, with counts, and what ticking a place does to the places around it."""

import pytest
from dash.development.base_component import Component

from dashboard.app.rail import FACETS, choices, narrowed, tree, with_own
from dashboard.app.url import View
from dashboard.table import Dataset
from dashboard.table.filters import NO_PLACE, Selection
from dashboard.table.places import place_tree
from tests.app.words import words_of
from tests.sample import dataset

BY_COLUMN = {facet.column: facet for facet in FACETS}


def ticks(parts: list[Component]) -> dict[str, str]:
    """Value and count of every box within."""
    boxes = [part for each in parts for part in (each, *each._traverse()) if hasattr(part, "indeterminate")]
    return {box.value: words_of(box.label[-1]) for box in boxes}


def test_every_value_stands_beside_the_number_of_its_events() -> None:
    assert ticks(choices(dataset().events, View(), BY_COLUMN["modality"])) == {
        "happened": "5",
        "ongoing": "1",
        "planned": "1",
        "denied": "1",
    }


def test_counts_follow_the_other_filters_and_not_their_own() -> None:
    view = View(Selection(event_types=("Protests",), modalities=("denied",)))
    assert ticks(choices(dataset().events, view, BY_COLUMN["modality"])) == {
        "happened": "1",
        "ongoing": "0",
        "planned": "0",
        "denied": "0",
    }


def test_an_empty_value_can_be_chosen_too() -> None:
    assert "-" in ticks(choices(dataset().events, View(), BY_COLUMN["actor1"]))


def test_the_place_tree_holds_every_event_and_those_without_a_place() -> None:
    counts = ticks(tree(dataset().events, View()))
    assert counts["Syria"] == "7"
    assert counts["Syria/Rif Dimashq"] == "5"
    assert counts[NO_PLACE] == "1"


def test_events_of_a_region_itself_hang_on_a_leaf_of_their_own() -> None:
    rows = [
        {"event_id": "a", "country": "Syria", "admin1": "Homs", "admin2": "Homs", "location": "Talbiseh"},
        {"event_id": "b", "country": "Syria", "admin1": "Homs"},
    ]
    events = Dataset.from_rows(events=rows).events
    (syria,) = with_own(place_tree(events), events)
    (homs,) = syria.children
    assert (homs.count, [(leaf.label, leaf.count) for leaf in homs.children][-1]) == (
        2,
        ("Homs, no place given", 1),
    )


def test_a_dataset_without_events_offers_nothing_and_says_so() -> None:
    nothing = Dataset.from_rows().events
    assert "none" in words_of(tree(nothing, View()))
    assert "none" in words_of(choices(nothing, View(), BY_COLUMN["source"]))


@pytest.mark.parametrize(
    ("before", "after", "left"),
    [
        (("Syria",), ("Syria", "Syria/Homs"), ("Syria/Homs",)),
        (("Syria/Homs", "Syria/Hama"), ("Syria/Homs", "Syria/Hama", "Syria"), ("Syria",)),
        (("Syria/Homs",), ("Syria/Homs", "Iraq"), ("Syria/Homs", "Iraq")),
        (("Syria/Homs",), ("Syria/Homs", "Syria/Homs East"), ("Syria/Homs", "Syria/Homs East")),
        (("Syria", "Iraq"), ("Iraq",), ("Iraq",)),
    ],
    ids=[
        "a place within",
        "the region around",
        "a place elsewhere",
        "a name that begins alike",
        "one taken back",
    ],
)
def test_the_place_ticked_last_wins(
    before: tuple[str, ...], after: tuple[str, ...], left: tuple[str, ...]
) -> None:
    assert narrowed(before, after) == left
