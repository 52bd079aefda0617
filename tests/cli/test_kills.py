"""Reading that is killed at any moment loses and doubles nothing."""

from pathlib import Path

from tests.benchmarks.kills import killed, killed_importing


def test_nothing_is_lost_or_doubled_when_reading_is_killed(tmp_path: Path) -> None:
    assert killed(tmp_path, times=6, seed=1) == []


def test_no_row_is_lost_or_doubled_when_an_import_is_killed(tmp_path: Path) -> None:
    assert killed_importing(tmp_path, times=1, seed=2, rows=2_000) == []
