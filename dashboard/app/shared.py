"""A case that several people share: each is shown what her role lets her, and what she changes has her name."""

from collections.abc import Callable
from dataclasses import dataclass, field

from dashboard.access import Person, Role
from dashboard.app.case import Case, Shown
from dashboard.store import Store
from dashboard.table import Dataset


@dataclass(frozen=True, slots=True, eq=False)
class Shared(Case):
    """A case as whoever asks may see it; ``who`` says of the question at hand whose it is."""

    whole: Case = field(kw_only=True)
    who: Callable[[], Person] = field(kw_only=True)

    def dataset(self) -> Dataset:
        """All of it: who is let in may see it."""
        return self.whole.dataset()

    def mine(self) -> Case:
        """Of a reader a case that can only be looked at, of an editor one that takes what she does under her name."""
        person = self.who()
        if person.role.may(Role.EDITOR) and self.whole.store is not None:
            return Signed(person.name, whole=self.whole, signed=person)
        return Shown(load=self.whole.dataset, signed=person)


@dataclass(frozen=True, slots=True, eq=False)
class Signed(Case):
    """A case as somebody sees it who may change it."""

    whole: Case = field(kw_only=True)

    @property
    def store(self) -> Store | None:
        """The store of the whole."""
        return self.whole.store

    def dataset(self) -> Dataset:
        """All of it."""
        return self.whole.dataset()

    def receiving(self) -> Store | None:
        """The store for what is added."""
        return self.whole.receiving()
