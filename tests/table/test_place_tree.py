from dashboard.table import Dataset
from dashboard.table.filters import Selection, select
from dashboard.table.place_index import place_index
from dashboard.table.place_tree import PlaceNode, place_key, place_label, place_tree
from dashboard.table.ways import NO_PLACE
from tests.sample import dataset


def outline(nodes: tuple[PlaceNode, ...], depth: int = 0) -> list[str]:
    return [
        line
        for node in nodes
        for line in (f"{'  ' * depth}{node.label} {node.count}", *outline(node.children, depth + 1))
    ]


def every(nodes: tuple[PlaceNode, ...]) -> list[PlaceNode]:
    return [each for node in nodes for each in (node, *every(node.children))]


def test_places_stand_under_district_governorate_and_country() -> None:
    assert outline(place_tree(dataset().events)) == [
        "Syria 7",
        "  Homs 2",
        "  Rif Dimashq 5",
        "    Douma 4",
        "      Douma 2",
        "      Harasta 1",
        "      Misraba 1",
        "    Kafr Batna 1",
        "no place 1",
    ]


def test_choosing_a_node_leaves_as_many_events_as_it_says() -> None:
    events = dataset().events
    for node in every(place_tree(events)):
        assert len(select(events, Selection(places=(node.key,)))) == node.count


def test_counts_follow_the_other_filters_and_not_the_places_own() -> None:
    chosen = Selection(event_types=("Protests",), places=("Syria/Rif Dimashq",))
    index = place_index(dataset().events)
    counts = dict(zip(index.labels, index.counts(dataset().events, chosen).tolist(), strict=True))
    assert (counts["Syria"], counts["Homs"], counts["Rif Dimashq"], counts["no place"]) == (1, 1, 0, 0)


def test_a_level_without_a_name_lets_its_places_through() -> None:
    rows = [
        {"event_id": "1", "country": "Syria", "admin1": "Homs", "location": "Talbiseh"},
        {"event_id": "2", "country": "Syria", "location": "Badia"},
        {"event_id": "3", "location": "Al-Fulan"},
        {"event_id": "4", "country": "Syria"},
    ]
    events = Dataset.from_rows(rows).events
    tree = place_tree(events)
    assert outline(tree) == ["Al-Fulan 1", "Syria 3", "  Badia 1", "  Homs 1", "    Talbiseh 1"]
    assert [len(select(events, Selection(places=(node.key,)))) for node in every(tree)] == [1, 3, 1, 1, 1]


def test_a_slash_or_percent_in_a_name_does_not_break_the_key() -> None:
    rows = [{"event_id": "1", "country": "A/B", "admin1": "50%"}]
    events = Dataset.from_rows(rows).events
    (node,) = place_tree(events)
    assert (node.label, node.children[0].label) == ("A/B", "50%")
    assert len(select(events, Selection(places=(node.children[0].key,)))) == 1
    assert place_label(place_key("A/B", "50%")) == "50%"


def test_an_empty_table_has_no_tree() -> None:
    assert place_tree(Dataset.from_rows().events) == ()


def test_no_place_is_a_row_of_its_own() -> None:
    assert [node.label for node in place_tree(dataset().events) if node.key == NO_PLACE] == ["no place"]
