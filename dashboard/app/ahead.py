"""What the first search needs, made ready beside the page as soon as that is drawn: of a million events it takes ten seconds."""

from functools import partial
from threading import Thread

from dashboard.table import Dataset
from dashboard.table.search import search

WORDS = "words"
MANY = 50_000  # events; of fewer the first search itself makes it ready, unnoticed


def made_ready(dataset: Dataset) -> None:
    """Once for each dataset; whoever searches before it is done waits for what is left."""
    if len(dataset.events) < MANY:
        return
    searching = partial(Thread, target=search, args=(dataset.index, "a"), name=WORDS, daemon=True)
    dataset.once.of(WORDS, lambda: searching().start())
