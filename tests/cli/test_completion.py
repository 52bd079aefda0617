"""The shell completes commands, options, and the words that options take."""

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from tests.cli.conftest import Run

REPORT = "Artillery shelled Douma in Syria on 5 March 2018, killing four. A car bomb struck Tel Abyad on 6 March 2018."


@pytest.fixture
def offered(monkeypatch: pytest.MonkeyPatch, run: Run) -> Run:
    """Completes the last of some words, as zsh asks for it by default."""

    def complete(*words: object, stdin: bytes = b"zsh") -> object:
        shell = stdin.decode()
        monkeypatch.setenv("_CONFLICT_TIMELINE_COMPLETE", f"complete_{shell}")
        line = " ".join(("conflict-timeline", *map(str, words)))
        monkeypatch.setenv("_TYPER_COMPLETE_ARGS", line)
        monkeypatch.setenv("COMP_WORDS", line)
        monkeypatch.setenv("COMP_CWORD", str(len(words)))
        return run()

    return complete  # type: ignore[return-value]


@pytest.mark.parametrize(
    ("words", "found"),
    [
        (("ex",), "export"),
        (("export", "--for"), "--format"),
        (("export", "x", "--format", "ge"), "geojson"),
        (("export", "x.csv", "--type", "battl"), "battles"),
        (("export", "x.csv", "--type", "Air"), "Air/drone strike"),
        (("read", "x", "--timezone", "Asia/Dam"), "Asia/Damascus"),
    ],
)
def test_options_and_the_words_they_take_are_offered(
    offered: Run, words: tuple[str, ...], found: str
) -> None:
    ran = offered(*words)
    assert (ran.code, ran.err) == (0, "")
    assert f'"{found}"' in ran.out


def test_places_events_and_reports_of_the_store_are_offered(run: Run, offered: Run, tmp_path: Path) -> None:
    (tmp_path / "post.txt").write_text(REPORT, encoding="utf-8")
    case = str(tmp_path / "case.db")
    (first, *_) = run("read", tmp_path / "post.txt", "--into", case, "--json").records
    assert "douma" in offered("export", "x.csv", "--database", case, "--place", "do").out
    assert first["event_id"] in offered("events", "show", "--database", case, first["event_id"][:4]).out
    assert "post.txt" in offered("reports", "remove", "--database", case, "po").out


def test_a_store_that_is_none_offers_nothing_and_says_nothing(offered: Run, tmp_path: Path) -> None:
    (tmp_path / "case.db").write_text("no database", encoding="utf-8")
    ran = offered("events", "show", "--database", tmp_path / "case.db", "5")
    assert (ran.out, ran.err) == ("_files\n", "")  # zsh's own


@pytest.mark.parametrize("shell", ["bash", "zsh", "fish"])
def test_the_script_of_a_shell_is_shown(shell: str) -> None:
    done = subprocess.run(
        [sys.executable, "-m", "dashboard"],
        capture_output=True,
        text=True,
        check=True,
        env={**os.environ, "_CONFLICT_TIMELINE_COMPLETE": f"source_{shell}"},
    )
    assert "_CONFLICT_TIMELINE_COMPLETE=complete_" + shell in done.stdout


def test_completion_can_be_shown_and_installed(run: Run) -> None:
    told = run("--help").out
    assert "--show-completion" in told
    assert "--install-completion" in told


@pytest.mark.skipif(shutil.which("bash") is None, reason="there is no bash here")
def test_bash_completes_a_type_of_several_words_as_one(tmp_path: Path) -> None:
    script = f"""
        eval "$(_CONFLICT_TIMELINE_COMPLETE=source_bash {sys.executable} -m dashboard)"
        COMP_WORDS=(conflict-timeline export x.csv --type air) COMP_CWORD=4
        _conflict_timeline_completion {tmp_path}/conflict-timeline
        printf '%s\\n' "${{COMPREPLY[@]}}"
    """
    command = tmp_path / "conflict-timeline"
    command.write_text(f'#!/bin/sh\nexec {sys.executable} -m dashboard "$@"\n', encoding="utf-8")
    command.chmod(0o755)
    done = subprocess.run(["bash", "-c", script], capture_output=True, text=True, check=True)
    assert done.stdout == "air/drone\\ strike\n"
