"""What a report is read as, with the words and rules that tell it, hangs on nothing that differs between two runs of Python."""

import os
import subprocess
import sys

_READS = """
from dashboard.extraction import read_report
from dashboard.text import Report
from tests.gold.coding import coded
for name in ("mosul-20170612", "bangui-20210114", "sohr-104335"):
    report = coded(name)
    for event in read_report(Report(report.text, published=report.published)).events:
        print(event)
"""


def _read(seed: str) -> str:
    """What another process reads, in which sets of words are in another order."""
    ran = subprocess.run(
        [sys.executable, "-c", _READS],
        env=os.environ | {"PYTHONHASHSEED": seed},
        capture_output=True,
        text=True,
        check=True,
    )
    return ran.stdout


def test_two_processes_read_the_same() -> None:
    first = _read("1")
    assert first.count("\n") > 3
    assert first == _read("2")
