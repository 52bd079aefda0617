"""Large tables read at one go.

Python looks through all objects for rings of them each time many were made. Rows of a table are no rings,
and tens of thousands of them are looked through again and again for nothing: a third of the time to load.
"""

import gc
from collections.abc import Iterator
from contextlib import contextmanager


@contextmanager
def at_one_go() -> Iterator[None]:
    """A stretch of work in which Python doesn't look for rings of objects; afterwards it does as before.

    >>> with at_one_go():
    ...     gc.isenabled()
    False
    >>> gc.isenabled()
    True
    """
    before = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if before:
            gc.enable()
