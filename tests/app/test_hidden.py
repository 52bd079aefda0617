"""What a person rejected or deleted is hidden from the page, said in a line, and a click from being seen."""

from pathlib import Path

import pytest

from dashboard.app.address import view_of
from dashboard.app.case import KeptCase
from dashboard.app.export import Exported, data_file
from dashboard.app.hidden import deleted_of, hidden, offered, shown_of
from dashboard.app.light import light
from dashboard.app.url import search_of
from dashboard.publish.extract import Wanted
from dashboard.store import Store
from dashboard.table import Dataset, as_reported
from dashboard.table.filters import facet_counts, wanted
from tests.app.test_case import AT
from tests.sample import dataset, reading


@pytest.fixture
def case(tmp_path: Path) -> KeptCase:
    """The sample with two events rejected and one deleted."""
    store = Store.open(str(tmp_path / "case.db"))
    store.save(as_reported([reading()], "case"))
    first, second, third = store.load().events["event_id"].tolist()[:3]
    store.review([first, second], "rejected", at=AT, because="drills")
    store.delete(third, because="told twice", at=AT, by="Ben")
    return KeptCase("Ann", kept=store)


def left(dataset: Dataset, search: str) -> int:
    return len(wanted(dataset.index, view_of(search).selection))


@pytest.mark.parametrize(
    ("search", "events", "of", "said"),
    [
        ("", 5, 5, "2 rejected are hidden: show"),
        ("?rejected=1", 7, 7, "2 rejected are shown: hide"),
        ("?review=rejected", 2, 7, ""),
        ("?review=unreviewed", 5, 5, ""),
        ("?q=nowhere-at-all", 0, 5, ""),
    ],
)
def test_rejected_events_are_hidden_until_they_are_asked_for(
    case: KeptCase, search: str, events: int, of: int, said: str
) -> None:
    view, data = view_of(search), case.dataset()
    assert left(data, search) == events
    assert shown_of(view, data) == of
    assert " ".join(words_of(light(hidden(view, data)))) == said
    assert search_of(view) == search


def words_of(shown: object) -> list[str]:
    if isinstance(shown, str):
        return [shown]
    assert isinstance(shown, list)
    within = shown[2:] if shown and isinstance(shown[0], str) else shown
    return [word for each in within for word in words_of(each)]


def test_the_rail_counts_what_is_hidden_beside_its_own_box(case: KeptCase) -> None:
    index = case.dataset().index
    assert facet_counts(index, view_of("").selection, "review_status") == {"unreviewed": 5, "rejected": 2}
    assert sum(facet_counts(index, view_of("").selection, "modality").values()) == 5


def test_where_only_rejected_events_are_left_they_are_offered(case: KeptCase) -> None:
    data = case.dataset()
    rejected = data.events[data.events["review_status"] == "rejected"]
    view = view_of("").choosing(text=f'"{rejected["notes"].iloc[0]}"')
    assert len(wanted(data.index, view.selection)) == 0
    assert "".join(words_of(light(offered(view, data)))) == "Show the 1 that was rejected"
    assert offered(view_of("?rejected=1"), data) == []


def test_a_file_of_the_page_leaves_them_out_and_says_so_one_of_the_terminal_has_them(case: KeptCase) -> None:
    sent = b"".join(data_file(Exported(case.dataset()), view_of(""), ".json", AT).pieces).decode()
    assert "Without 2 that were rejected" in sent
    assert len(wanted(case.dataset().index, Wanted().selection)) == 7


def test_deleted_events_are_listed_with_who_and_why(case: KeptCase) -> None:
    (gone,) = deleted_of(case, case.dataset())
    assert (gone.edit.who, gone.edit.because, gone.event["location"] != "") == ("Ben", "told twice", True)
    assert gone.event_id not in set(case.dataset().events["event_id"])
    assert case.store is not None
    case.store.restore(gone.event_id, because="it was one", at=AT)
    assert deleted_of(case, case.dataset()) == ()
    assert len(case.dataset().events) == len(dataset().events)


def test_events_are_filtered_by_each_of_their_tags_with_counts(case: KeptCase) -> None:
    ids = case.dataset().events["event_id"].tolist()
    assert case.store is not None
    case.store.tag(ids[2:4], ["urgent", "a; b"], at=AT)
    case.store.tag(ids[4], ["urgent"], at=AT)
    data = case.dataset()
    assert facet_counts(data.index, view_of("").selection, "tags") == {"urgent": 3, "": 2, "a": 2, "b": 2}
    assert left(data, "?tag=a") == 2
    assert left(data, "?tag=a&tag=-") == 4
    assert left(data, "?tag=none-of-this-name") == 0


def test_a_store_in_which_nothing_was_deleted_says_so() -> None:
    with Store.open("sqlite://") as store:
        assert store.deleted() == ()
