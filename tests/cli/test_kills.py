"""What is killed at any moment loses and doubles nothing."""

from pathlib import Path

import pytest

from tests.benchmarks.kills import killed_at_random


@pytest.mark.parametrize(
    ("kind", "times", "size"),
    [("read", 3, 60), ("serve", 2, 60), ("edits", 2, 20), ("import", 2, 2_000), ("seal", 3, 20)],
)
def test_nothing_is_lost_doubled_or_by_halves(tmp_path: Path, kind: str, times: int, size: int) -> None:
    assert killed_at_random(kind, tmp_path, times, seed=1, rows=size, reports=size) == []
