"""What the first search needs is made ready beside the page, once, and only where it takes long."""

from threading import enumerate as threads

import pytest

from dashboard.app import ahead
from tests.sample import dataset


def test_the_words_of_a_large_dataset_are_ready_before_anybody_searches(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(ahead, "MANY", 1)
    data = dataset()
    ahead.made_ready(data)
    for thread in threads():
        if thread.name == ahead.WORDS:
            thread.join(10)
    data.index.once.of("words of events", _late)
    ahead.made_ready(data)
    assert not [each for each in threads() if each.name == ahead.WORDS]


def test_a_small_dataset_is_left_to_the_first_search() -> None:
    data = dataset()
    ahead.made_ready(data)
    assert data.index.once.of("words of events", lambda: "made now") == "made now"


def _late() -> object:
    raise AssertionError
