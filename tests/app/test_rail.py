"""The rail: what is offered, with counts, and what ticking a place does to the places around it."""

import pytest

from dashboard.app.picker import Names
from dashboard.app.rail import FACETS, choices, narrowed, places
from dashboard.app.url import View
from dashboard.table import Dataset
from dashboard.table.filters import Selection
from dashboard.table.place_index import place_index
from dashboard.table.ways import NO_PLACE
from tests.sample import dataset

BY_COLUMN = {facet.column: facet for facet in FACETS}


def ticks(offered: tuple[Names, list[int]]) -> dict[str, int]:
    """Key and count of every choice."""
    names, counts = offered
    return dict(zip(names.keys, counts, strict=True))


def test_every_value_stands_beside_the_number_of_its_events() -> None:
    assert ticks(choices(dataset().events, View(), BY_COLUMN["modality"])) == {
        "happened": 5,
        "ongoing": 1,
        "planned": 1,
        "denied": 1,
    }


def test_counts_follow_the_other_filters_and_not_their_own() -> None:
    view = View(Selection(event_types=("Protests",), modalities=("denied",)))
    assert ticks(choices(dataset().events, view, BY_COLUMN["modality"])) == {
        "happened": 1,
        "ongoing": 0,
        "planned": 0,
        "denied": 0,
    }


def test_an_empty_value_can_be_chosen_too() -> None:
    assert "-" in ticks(choices(dataset().events, View(), BY_COLUMN["actor1"]))


def test_types_have_their_letter_and_colour() -> None:
    names, _ = choices(dataset().events, View(), BY_COLUMN["event_type"])
    assert dict(zip(names.keys, names.letters, strict=True))["Battles"] == "B"
    assert all(paint.startswith("#") for paint in names.paints)


def test_the_place_tree_holds_every_event_and_those_without_a_place() -> None:
    counts = ticks(places(dataset(), View()))
    assert counts["Syria"] == 7
    assert counts["Syria/Rif Dimashq"] == 5
    assert counts[NO_PLACE] == 1


def test_places_are_counted_under_all_other_filters_and_not_their_own() -> None:
    view = View(Selection(places=("Syria/Homs",), modalities=("planned",)))
    assert sum(count for key, count in ticks(places(dataset(), view)).items() if "/" not in key) == 1


def test_every_region_counts_what_lies_in_it() -> None:
    rows = [
        {"event_id": str(number), "country": country, "admin1": first, "admin2": second, "location": place}
        for number, (country, first, second, place) in enumerate(
            [
                ("Syria", "Homs", "Homs", "Talbiseh"),
                ("Syria", "Homs", "", ""),
                ("Syria", "Homs", "Homs", "Homs"),
                ("Syria", "", "", "Abu X"),
                ("Mali", "", "", ""),
                ("", "", "", ""),
                ("Syria", "Hama", "Hama", "Hama"),
                ("Syria", "Homs", "Homs", "Talbiseh"),
            ]
        )
    ]
    events = Dataset.from_rows(events=rows).events
    index = place_index(events)
    counts = dict(zip(index.keys, index.counts(events, Selection()).tolist(), strict=True))
    assert counts["Syria"] == 6
    assert counts["Syria/Homs"] == 4
    assert counts["Syria/Homs/Homs/Talbiseh"] == 2
    assert counts["Syria/Homs//"] == 1
    assert (counts["Mali"], counts[NO_PLACE]) == (1, 1)
    assert dict(zip(index.keys, index.labels, strict=True))["Syria/Homs//"] == "Homs, no place given"
    assert index.levels[index.keys.index("Syria/Homs")] == 1


def test_a_dataset_without_events_offers_nothing() -> None:
    nothing = Dataset.from_rows()
    assert ticks(places(nothing, View())) == {}
    assert ticks(choices(nothing.events, View(), BY_COLUMN["source"])) == {}


@pytest.mark.parametrize(
    ("before", "after", "left"),
    [
        (("Syria",), ("Syria", "Syria/Homs"), ("Syria/Homs",)),
        (("Syria/Homs", "Syria/Hama"), ("Syria/Homs", "Syria/Hama", "Syria"), ("Syria",)),
        (("Syria/Homs",), ("Syria/Homs", "Iraq"), ("Syria/Homs", "Iraq")),
        (("Syria/Homs",), ("Syria/Homs", "Syria/Homs East"), ("Syria/Homs", "Syria/Homs East")),
        (("Syria", "Iraq"), ("Iraq",), ("Iraq",)),
        ((), ("Syria", "Syria/Homs", "Syria/Hama"), ("Syria/Homs", "Syria/Hama")),
    ],
    ids=[
        "a place within",
        "the region around",
        "a place elsewhere",
        "a name that begins alike",
        "one taken back",
        "three in quick succession",
    ],
)
def test_the_place_ticked_last_wins(
    before: tuple[str, ...], after: tuple[str, ...], left: tuple[str, ...]
) -> None:
    assert narrowed(after) == left
    assert narrowed(narrowed((*before, *after))) == narrowed((*before, *after))
