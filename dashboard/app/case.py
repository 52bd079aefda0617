"""What the page is over: a dataset that can only be looked at, or a case that is kept and put right.

A case gives its dataset as it is now, and the store that its corrections go to. Many threads ask at once; what was
loaded holds until the store says that it was changed, by this page, by another, or at the terminal.
"""

from abc import ABC, abstractmethod
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import UTC, datetime
from hashlib import sha256
from secrets import token_hex
from threading import Lock

from dashboard import gazetteer
from dashboard.access import Person, Role
from dashboard.gazetteer import Gazetteer
from dashboard.store import Store, known_places
from dashboard.table import Dataset
from dashboard.wording.say import say

_EDITION = "edition"


@dataclass(frozen=True, slots=True, eq=False)
class Case(ABC):
    """What a page is over. ``store`` is where corrections go: None of a page that can only be looked at.

    ``by`` is who corrects where nobody says a name: who is logged in, on a machine that nobody else reaches. ``signed`` is
    who signed in, where several share the page: what she says of her name then counts for nothing.
    """

    by: str = ""
    signed: Person | None = field(default=None, kw_only=True)

    def mine(self) -> "Case":
        """The case as whoever asks may see and change it."""
        return self

    def name_of(self, said: str) -> str:
        """Under which name a change is kept of somebody who says that name."""
        return self.signed.name if self.signed else said.strip() or self.by

    def may(self, role: Role) -> bool:
        """Whether whoever asks may do what needs that role: on a page of one's own all."""
        return self.store is not None and (self.signed is None or self.signed.role.may(role))

    @property
    def store(self) -> Store | None:
        """Where what is corrected and added goes; None where nothing can be."""
        return None

    def edition(self) -> str:
        """A word for what there is now, as ``edition_of`` gives it; empty where nobody else changes it."""
        return ""

    @property
    def locked(self) -> str:
        """Why a store of ours can only be looked at; empty where it can be put right, or there is none."""
        return ""

    @property
    def only_shown(self) -> str:
        """Why nothing can be put right, where that is so, and what to do."""
        if self.signed is not None:
            return say(
                "You may look at everything here and export it; to correct it, ask an admin to make you an editor."
            )
        return say(
            "This page can only be looked at; 'conflict-timeline serve' shows a store of yours, which can be put right."
        )

    @abstractmethod
    def dataset(self) -> Dataset:
        """All of it, as it is now; cheap while nothing changed."""

    def receiving(self) -> Store | None:
        """The store for what is added: of the sample, a person's own, which is what is shown from then on."""
        return self.store

    def places(self) -> Gazetteer:
        """Every place that is known here."""
        return known_places(self.store) if self.store else gazetteer.load()


@dataclass(frozen=True, slots=True, eq=False)
class Shown(Case):
    """A case that can only be looked at: whatever a function gives each time it is asked."""

    load: Callable[[], Dataset] = Dataset.from_rows

    def dataset(self) -> Dataset:
        """What the function gives."""
        return self.load()


@dataclass(slots=True)
class _Lately:
    """What was loaded last, and of which store; the one thing here that changes."""

    store: Store
    content: str = ""
    dataset: Dataset | None = None
    lock: Lock = field(default_factory=Lock)


@dataclass(frozen=True, slots=True, eq=False)
class KeptCase(Case):
    """A case over a store: what is corrected on the page is kept there.

    ``own`` opens the store of what is added, where that is another than ``kept``: the sample stays as it is.

    >>> case = KeptCase(by="Ann", kept=Store.open("sqlite://"))
    >>> case.dataset() is case.dataset()
    True
    """

    kept: Store = field(kw_only=True)
    own: Callable[[], Store] | None = field(default=None, kw_only=True)
    _lately: _Lately = field(init=False, repr=False)

    def __post_init__(self) -> None:
        object.__setattr__(self, "_lately", _Lately(self.kept))

    @property
    def store(self) -> Store | None:
        """The store; None where it may only be read."""
        return None if self._lately.store.only_read else self._lately.store

    @property
    def locked(self) -> str:
        """Why it can only be looked at: its file may not be written."""
        place = self._lately.store.place
        return (
            say(
                "Only to look at: you may not write {place}. Copy it and open the copy to correct it.",
                place=str(place),
            )
            if self.store is None
            else ""
        )

    @property
    def only_shown(self) -> str:
        """The same."""
        return self.locked

    def receiving(self) -> Store | None:
        """The store, or in the place of the sample's the person's own."""
        lately = self._lately
        with lately.lock:
            if self.own is not None and lately.store is self.kept:
                lately.store, lately.dataset = self.own(), None
        return self.store

    def edition(self) -> str:
        """That of all of the store."""
        return edition_of(self.dataset())

    def dataset(self) -> Dataset:
        """All of the store; loaded again where it was changed since.

        The store remembers what it loaded too, but not where it can't be written: there each load is another dataset, and
        a page that asks ten times a minute would be drawn anew each time.
        """
        lately = self._lately
        with lately.lock:
            content = lately.store.content()
            if lately.dataset is None or lately.content != content:
                # the word is taken first: a change in between is found out the next time
                lately.dataset, lately.content = lately.store.load(), content
                lately.dataset.once.of(
                    _EDITION, lambda: _word(content)
                )  # the same in every process over the store
            return lately.dataset


def case_of(given: Case | Dataset | Callable[[], Dataset]) -> Case:
    """What create_app is given, as a case; raises TypeError for anything else."""
    said: object = given
    if isinstance(given, Case):
        return given
    if not isinstance(given, Dataset) and callable(given):
        return Shown(load=given)
    if isinstance(said, Dataset):
        return Shown(load=lambda: said)
    msg = f"create_app takes a Dataset, as read_dataset and dataset_from give it, a function that gives one, or a Case, not {type(said).__name__}"
    raise TypeError(msg)


def edition_of(dataset: Dataset) -> str:
    """A word that is another for every state of what is shown: the page tells by it what it was drawn for."""
    return dataset.once.of(_EDITION, lambda: token_hex(8))


def _word(content: str) -> str:
    return sha256(content.encode()).hexdigest()[:16]


def now() -> datetime:
    """This moment."""
    return datetime.now(UTC)
