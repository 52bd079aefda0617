from datetime import date

import pandas as pd
import pytest

from dashboard.consolidation.links import Beside, few_in, links, links_of
from dashboard.exchange.tables import Asked, read_table
from dashboard.extraction import read_report
from dashboard.store import Store
from dashboard.table import Dataset, as_reported
from dashboard.text import Report

REPORT = Report(
    "Warplanes bombed Douma yesterday, killing three civilians.", published=date(2018, 3, 6), url="a.txt"
)
HEAD = "event_id_cnty,event_date,time_precision,event_type,sub_event_type,actor1,country,location,latitude,longitude,fatalities,notes\n"
STRIKE = "Explosions/Remote violence,Air/drone strike,Unknown,Syria"

CODED = [
    (
        "the same day, kind and town",
        f"MAD1,2018-03-05,1,{STRIKE},Douma,33.57,36.40,3,Warplanes hit the town.",
        True,
    ),
    (
        "a name of the town a kilometre off",
        f"MAD1,2018-03-05,1,{STRIKE},Duma,33.572,36.404,3,Warplanes hit it.",
        True,
    ),
    ("the next day", f"MAD1,2018-03-06,1,{STRIKE},Douma,33.57,36.40,3,Warplanes hit the town.", False),
    ("another town", f"MAD1,2018-03-05,1,{STRIKE},Homs,34.73,36.71,3,Warplanes hit the town.", False),
    (
        "another kind",
        "MAD1,2018-03-05,1,Battles,Armed clash,Unknown,Syria,Douma,33.57,36.40,3,Clashes.",
        False,
    ),
    (
        "a month, which sums up more",
        f"MAD1,2018-03-05,3,{STRIKE},Douma,33.57,36.40,3,Warplanes hit it.",
        False,
    ),
]


def mixed(store: Store, row: str, folder: pytest.TempPathFactory) -> Dataset:
    path = folder.mktemp("coded") / "coded.csv"
    path.write_text(HEAD + row + "\n", encoding="utf-8")
    store.save(as_reported([read_report(REPORT)], "reports"))
    for batch in read_table(path, Asked(dataset="coded")):
        assert not batch.faults
        store.save(batch.dataset)
    return store.load()


@pytest.mark.parametrize(("what", "row", "linked"), CODED, ids=[each[0] for each in CODED])
def test_a_coded_event_is_linked_with_a_reported_one_and_never_joined(
    what: str, row: str, linked: bool, tmp_path_factory: pytest.TempPathFactory
) -> None:
    with Store.open("sqlite://") as store:
        dataset = mixed(store, row, tmp_path_factory)
    assert sorted(dataset.events["dataset"].astype(str)) == ["coded", "reports"]
    found = links(dataset)
    assert bool(found) is linked
    assert all("acled:MAD1" in {link.event_id, link.other_id} for link in found)
    assert [link.dataset for link in links_of(dataset, "acled:MAD1")] == (["reports"] if linked else [])


def test_events_of_one_dataset_are_not_linked() -> None:
    dataset = as_reported([read_report(REPORT)], "reports")
    twice = Dataset(
        pd.concat([dataset.events, dataset.events.assign(event_id="other")], ignore_index=True),
        dataset.mentions,
        dataset.reports,
    )
    assert links(twice) == ()


@pytest.mark.parametrize("size", [1, 2, 100])
def test_events_that_pass_by_in_parts_are_linked_as_if_all_were_there(
    size: int, tmp_path_factory: pytest.TempPathFactory
) -> None:
    rows = [row.replace("MAD1", f"MAD{number}") for number, (_, row, _) in enumerate(CODED)]
    with Store.open("sqlite://") as store:
        dataset = mixed(store, "\n".join(rows), tmp_path_factory)
    beside = Beside(few_in(dataset.events))
    for first in range(0, len(dataset.events), size):
        beside.see(dataset.events.iloc[first : first + size])
    assert beside.links() == links(dataset)
    assert len(beside.links()) == 2


def test_where_more_events_would_be_compared_than_a_person_waits_for_none_are() -> None:
    events = as_reported([read_report(REPORT)], "reports").events
    both = pd.concat([events, events.assign(event_id="other", dataset="coded")], ignore_index=True)
    assert (len(few_in(both)), len(few_in(both, most=0))) == (1, 0)
