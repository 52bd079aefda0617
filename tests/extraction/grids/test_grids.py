"""How many sentences of a grid are read otherwise than they tell: no more than these, of a sample that is always the same."""

import pytest

from tests.extraction.grids.grid import sample, wrong

_MOST = 300  # sentences of each half
WRONG_AT_MOST = {
    "harm": (3, 16),
    "numbers": (8, 11),
    "sums": (1, 0),
    "retold": (0, 17),
    "retold_arms": (0, 0),
    "two_acts": (0, 11),
    "fights": (5, 39),
    "crowds": (3, 23),
    "sides": (0, 2),
    "days": (2, 5),
    "arms": (0, 3),
}
"""A grid's sentences that may be read wrongly, those whose rows were learnt from and those with a row that was not."""


@pytest.mark.parametrize("name", WRONG_AT_MOST)
def test_most_of_a_grid_is_read_right(name: str) -> None:
    bad = [f"{fault}: {cell.text}" for cell in sample(name, _MOST, unlearnt=False) if (fault := wrong(cell))]
    assert len(bad) <= WRONG_AT_MOST[name][0], "\n".join(bad)


@pytest.mark.parametrize("name", WRONG_AT_MOST)
def test_so_is_most_of_what_was_not_learnt_from(name: str) -> None:
    bad = [cell for cell in sample(name, _MOST, unlearnt=True) if wrong(cell)]
    assert len(bad) <= WRONG_AT_MOST[name][1], f"{len(bad)} are read wrongly; look at no text of them"
