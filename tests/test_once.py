"""What takes long is made once a run, whoever asks."""

from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from time import sleep

import pytest

from tests import once
from tests.once import once_a_run

Double = Callable[[int], int]


@pytest.fixture
def made() -> list[int]:
    """What the workers were asked to make, each time that one did."""
    return []


@pytest.fixture
def workers(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, made: list[int]) -> tuple[Double, Double]:
    """One function as two workers of a run have it."""
    monkeypatch.setattr(once, "_shared", [tmp_path])

    def double(number: int) -> int:
        made.append(number)
        sleep(0.05)
        if made == [0]:
            raise ValueError(number)
        return 2 * number

    return once_a_run(double), once_a_run(double)


def test_what_one_worker_made_the_other_takes(workers: tuple[Double, Double], made: list[int]) -> None:
    assert [each(number) for number in (3, 4) for each in workers] == [6, 6, 8, 8]
    assert made == [3, 4]


def test_who_asks_meanwhile_waits_for_it(workers: tuple[Double, Double], made: list[int]) -> None:
    with ThreadPoolExecutor(2) as both:
        assert [each.result() for each in [both.submit(worker, 3) for worker in workers]] == [6, 6]
    assert made == [3]


def test_what_failed_is_made_by_the_next(workers: tuple[Double, Double], made: list[int]) -> None:
    one, other = workers
    with pytest.raises(ValueError, match="0"):
        one(0)
    assert (other(0), one(0)) == (0, 0)
    assert made == [0, 0]
