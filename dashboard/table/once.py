"""What is worked out once and kept beside what it was worked out of, so that a second question costs nothing.

This is the one thing here that changes: it holds nothing that could not be worked out again, and it goes with its dataset.
"""

from collections import OrderedDict, defaultdict
from collections.abc import Callable, Hashable
from threading import Lock
from typing import Any, TypeVar

_LATELY = 24

T = TypeVar("T")


class Once:
    """Values by key, each worked out by the first who asks while others wait; of those asked for ``lately`` the last few."""

    __slots__ = ("_kept", "_lately", "_lock", "_locks")

    def __init__(self) -> None:
        self._kept: dict[Hashable, Any] = {}
        self._lately: OrderedDict[Hashable, Any] = OrderedDict()
        self._locks: defaultdict[Hashable, Lock] = defaultdict(Lock)
        self._lock = Lock()

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

    def _lock_of(self, key: Hashable) -> Lock:
        with self._lock:
            return self._locks[key]

    def __reduce__(self) -> tuple[type["Once"], tuple[()]]:
        """Sent to another process, it is empty."""
        return Once, ()
