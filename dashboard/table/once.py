"""What is worked out once and kept beside what it was worked out of, so that a second question costs nothing.

This is the one thing here that changes: it holds nothing that could not be worked out again, and it goes with its dataset.
"""

from collections import OrderedDict, defaultdict
from collections.abc import Callable, Hashable, Mapping, Sequence
from threading import Lock
from typing import Any, Protocol, TypeAlias, TypeVar

import numpy.typing as npt

_LATELY = 16
_MOST_OF_EACH = 20_000

T = TypeVar("T")
Arrays: TypeAlias = Mapping[str, npt.NDArray[Any]]


class Shelf(Protocol):
    """Where what took long to work out is kept from one start to the next."""

    def take(self, name: str) -> Arrays | None:
        """What was put there under that name, if it still holds."""

    def put(self, name: str, arrays: Arrays) -> None:
        """Keep it under a name."""


class Once:
    """Values by key, each worked out by the first who asks while others wait; of those asked for ``lately`` the last few."""

    __slots__ = ("_kept", "_lately", "_lock", "_locks", "_shelf")

    def __init__(self) -> None:
        self._kept: dict[Hashable, Any] = {}
        self._lately: OrderedDict[Hashable, Any] = OrderedDict()
        self._locks: defaultdict[Hashable, Lock] = defaultdict(Lock)
        self._lock = Lock()
        self._shelf: Shelf | None = None

    def keep_on(self, shelf: Shelf) -> None:
        """From now on what takes long is kept there too."""
        self._shelf = shelf

    def of(self, key: Hashable, make: Callable[[], T]) -> T:
        """The value of a key, for as long as the dataset is there.

        >>> once = Once()
        >>> once.of("sum", lambda: 1 + 1), once.of("sum", lambda: 0)
        (2, 2)
        """
        if key not in self._kept:
            with self._lock_of(key):
                if key not in self._kept:
                    self._kept[key] = make()
        value: T = self._kept[key]
        return value

    def lately(self, key: Hashable, make: Callable[[], T]) -> T:
        """The value of a key, until others were asked for since."""
        with self._lock_of(key):
            with self._lock:
                if key in self._lately:
                    self._lately.move_to_end(key)
                    found: T = self._lately[key]
                    return found
            made = make()
            with self._lock:
                self._lately[key] = made
                while len(self._lately) > _LATELY:
                    self._locks.pop(self._lately.popitem(last=False)[0], None)
            return made

    def each(
        self, key: Hashable, numbers: Sequence[int], make: Callable[[Sequence[int]], Sequence[T]]
    ) -> list[T]:
        """The values of many numbers, of which those are worked out, together, that were not asked for lately.

        >>> once, asked = Once(), []
        >>> once.each("squares", [1, 2], lambda left: [each**2 for each in left])
        [1, 4]
        >>> once.each("squares", [2, 3], lambda left: asked.append(left) or [each**2 for each in left]), asked
        ([4, 9], [[3]])
        """
        kept: dict[int, T] = self.lately(("each", key), dict)
        with self._lock:
            found = {number: kept[number] for number in numbers if number in kept}
        left = [number for number in numbers if number not in found]
        if left:
            found |= zip(left, make(left), strict=True)
            self._keep(kept, found)
        return [found[number] for number in numbers]

    def _keep(self, kept: dict[int, T], found: Mapping[int, T]) -> None:
        with self._lock:
            if len(kept) + len(found) > _MOST_OF_EACH:
                kept.clear()
            kept.update(found)

    def shelved(self, name: str, make: Callable[[], Arrays]) -> Arrays:
        """Arrays that took long to work out: those of an earlier start, if they were of just this."""
        found = self._shelf.take(name) if self._shelf else None
        if found is not None:
            return found
        made = make()
        if self._shelf:
            self._shelf.put(name, made)
        return made

    def _lock_of(self, key: Hashable) -> Lock:
        with self._lock:
            return self._locks[key]

    def __reduce__(self) -> tuple[type["Once"], tuple[()]]:
        """Sent to another process, it is empty."""
        return Once, ()
