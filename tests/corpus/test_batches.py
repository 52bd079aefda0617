"""Many reports in batches: the same table for any number of hands, and none is lost for another."""

import os
import signal
import time
from pathlib import Path

import pytest

from dashboard.corpus import Here, OnCores, Setup, read_many
from dashboard.corpus.batches import SIZE
from dashboard.corpus.reading import read_batch
from dashboard.text import Report
from tests.corpus.conftest import MANY, table_of

KILLING, ENDLESS, RAISING = "this kills its reader", "this never ends", "this is a fault of ours"


def harmful(report: Report) -> Report:
    """What the hands of these tests are told to do with a report that says so."""
    if KILLING in report.text:
        os.kill(os.getpid(), signal.SIGKILL)
    while ENDLESS in report.text:
        time.sleep(0.01)
    return report


@pytest.mark.parametrize("size", [1, 5, SIZE])
def test_the_table_is_the_same_for_batches_of_any_size(files: list[Path], size: int) -> None:
    alone = list(read_many(files, Here(Setup()), size))
    assert table_of(alone) == table_of(list(read_many(files, Here(Setup()))))
    assert sum(each.sources for each in alone) == len(files)


def test_the_table_is_the_same_for_two_processes(files: list[Path]) -> None:
    with OnCores(2, Setup()) as hands:
        both = list(read_many(files, hands, 4))
    alone = list(read_many(files, Here(Setup()), 4))
    assert table_of(both) == table_of(alone)
    assert [each.read for each in both] == [each.read for each in alone]
    assert [str(failed) for each in both for failed in each.failed] == [
        str(failed) for each in alone for failed in each.failed
    ]


def test_the_same_words_under_two_names_are_one_report(files: list[Path]) -> None:
    batches = list(read_many(files, Here(Setup()), 4))
    assert sum(len(each.read) for each in batches) == MANY
    assert [name for each in batches for _, name in each.known] == ["the-same-again.txt"]


def test_what_is_known_is_not_read_again_unless_by_another_reader(
    files: list[Path], monkeypatch: pytest.MonkeyPatch
) -> None:
    first = read_batch(files[:3], Setup())
    known = Setup(known={each.report_id: each.mark for each in first.read})
    again = read_batch(files[:4], known)
    assert (len(again.known), len(again.read)) == (3, 1)
    monkeypatch.setattr("dashboard.corpus.reading.reader_version", lambda: "a better one")
    assert len(read_batch(files[:4], known).read) == 4


@pytest.mark.skipif(not hasattr(signal, "SIGKILL"), reason="this system has no such signal")
def test_a_report_that_kills_its_reader_is_named_and_the_others_are_read(
    files: list[Path], tmp_path: Path
) -> None:
    bad = tmp_path / "bad.txt"
    bad.write_text(f"On 5 May 2018 {KILLING}.", encoding="utf-8")
    with OnCores(1, Setup(harmful)) as hands:
        batches = list(read_many([*files[:3], bad, *files[3:6]], hands, 2))
    assert [str(each) for batch in batches for each in batch.failed] == [
        f"{bad}: whoever read it died of it (it takes too much memory, or it is our fault); the others were read; please report it"
    ]
    assert table_of(batches) == table_of(list(read_many(files[:6], Here(Setup()))))


@pytest.mark.skipif(not hasattr(signal, "setitimer"), reason="this system has no such clock")
def test_a_report_that_never_ends_is_named_and_the_others_are_read(files: list[Path], tmp_path: Path) -> None:
    bad = tmp_path / "bad.txt"
    bad.write_text(f"On 5 May 2018 {ENDLESS}.", encoding="utf-8")
    batch = read_batch([files[0], bad, files[1]], Setup(harmful, patience=0.5))
    assert [each.why.partition(" and")[0] for each in batch.failed] == ["takes too long to read"]
    assert len(batch.read) == 2
