"""How far a long command is, is told on a terminal and never gets among the results."""

import os
import select
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager

import pytest

from dashboard.cli.logs import set_quiet, start
from dashboard.cli.output import note, say
from dashboard.cli.progress import counted_up, meanwhile

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="this system has no pseudo-terminals")
Shown = Callable[[str], str]


@contextmanager
def terminal(monkeypatch: pytest.MonkeyPatch) -> Iterator[Shown]:
    """Makes standard error a terminal; gives what it shows, waiting until some words are there."""
    ours, theirs = os.openpty()
    seen = bytearray()

    def until(words: str) -> str:
        while words.encode() not in seen:
            ready, _, _ = select.select([ours], [], [], 20)
            assert ready, f"{words!r} is not among {bytes(seen)!r}"
            seen.extend(os.read(ours, 10_000))
        return seen.decode()

    monkeypatch.setenv("TERM", "xterm")
    with os.fdopen(theirs, "w", buffering=1, encoding="utf-8") as stream, monkeypatch.context() as patch:
        patch.setattr(sys, "stderr", stream)
        start()
        yield until
    os.close(ours)


def test_what_is_done_appears_by_itself_and_goes_when_it_is_done(monkeypatch: pytest.MonkeyPatch) -> None:
    with terminal(monkeypatch) as shown:
        with meanwhile("reading reports", after=0) as tell:
            shown("reading reports")
            tell("reading report 2 of 3")
            shown("reading report 2 of 3")
        note("done")
        assert "reading" not in shown("done").rpartition("\x1b[2K")[2]


def test_results_that_go_to_a_file_go_there_while_the_terminal_tells_how_far_it_is(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    with terminal(monkeypatch) as shown:
        with meanwhile("reading reports", after=0):
            shown("reading reports")
            say("the first result")
            note("worth knowing")
        assert "the first result" not in shown("note: worth knowing")
    assert capsys.readouterr().out == "the first result\n"


def test_what_is_done_in_no_time_is_not_told(monkeypatch: pytest.MonkeyPatch) -> None:
    with terminal(monkeypatch) as shown:
        with meanwhile("reading reports", after=3600):
            pass
        note("done")
        assert shown("done\r\n") == "note: done\r\n"


def test_who_asks_for_errors_only_gets_no_progress(monkeypatch: pytest.MonkeyPatch) -> None:
    with terminal(monkeypatch) as shown:
        set_quiet(asked=True)
        with meanwhile("reading reports", after=0):
            pass
        sys.stderr.write("end\n")
        assert shown("end\r\n") == "end\r\n"


def test_the_items_come_as_they_are_and_a_pipe_is_told_nothing(capsys: pytest.CaptureFixture[str]) -> None:
    assert list(counted_up(["a", "b"], "report")) == ["a", "b"]
    assert capsys.readouterr() == ("", "")
