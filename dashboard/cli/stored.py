"""The store a command works on: where it is, and what a bare command shows."""

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

from dashboard import gazetteer
from dashboard.cli.output import note
from dashboard.cli.own import own_file
from dashboard.gazetteer.added import Brought
from dashboard.store import Store, added_places, known_places
from dashboard.table import Dataset

if TYPE_CHECKING:
    from dashboard.gazetteer import Gazetteer


def open_store(database: str | None) -> Store:
    """The store that was asked for, or the default one.

    That is a file in the checkout's ``data/``, wherever the command is run from; where there is no
    checkout, a file in the user's own data folder.
    """
    if database:
        return Store.open(database)
    own = own_file()
    own.parent.mkdir(parents=True, exist_ok=True)
    return Store.open(str(own))


def places_of(database: str | None) -> "Gazetteer":
    """The gazetteer, with the places that were added to the store, if there is one."""
    if database is None and not own_file().is_file():
        return gazetteer.load()
    with open_store(database) as store:
        return known_places(store)


def added_rows(database: str | None) -> Sequence[Brought]:
    """The places that were added to the store, if there is one."""
    if database is None and not own_file().is_file():
        return ()
    with open_store(database) as store:
        return added_places(store).rows


@contextmanager
def maybe_store(database: str | None) -> Iterator[Store | None]:
    """The store, if there is one already: to show the sample none is made."""
    if not is_there(database):
        yield None
        return
    with open_store(database) as store:
        yield store


def is_there(database: str | None) -> bool:
    """Whether there is such a store already; the default one where none is named."""
    return own_file().is_file() if database is None else not _is_missing(database)


def _is_missing(database: str) -> bool:
    """Whether it names a file that is not there: to look at it, none is made."""
    return ":" not in database and not Path(database).exists()


def own_dataset(database: str | None) -> Dataset | None:
    """What is in the store; None while that is nothing, or in the default one nothing but the sample."""
    with maybe_store(database) as store:
        dataset = store.load() if store else None
        return dataset if store and dataset and is_own(store, dataset, database) else None


def is_own(store: Store, dataset: Dataset, database: str | None) -> bool:
    """Whether there is something in the store to be shown; in the default one more than the sample."""
    if dataset.events.empty:
        return False
    from dashboard.cli.sample import sample_ids

    return bool(database or store.report_ids() - sample_ids()) or _is_coded(dataset)


def _is_coded(dataset: Dataset) -> bool:
    """Whether there are events in it that rest on no report: somebody imported a table."""
    return not dataset.events["event_id"].isin(dataset.mentions["event_id"]).all()


def shown_dataset(database: str | None) -> Dataset:
    """What a command shows that names no reports: what is in the store, or the sample while nobody's own is."""
    own = own_dataset(database)
    if own is not None:
        return own
    from dashboard.cli.sample import sample

    tell_of_sample_shown()
    return sample()


def tell_of_sample_shown() -> None:
    """Say that what is shown is the sample."""
    note(
        "this is the sample that comes with the product; show your own reports with: conflict-timeline serve FOLDER"
    )
