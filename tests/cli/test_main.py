import re
import shlex
import subprocess
import sys
from importlib.metadata import version
from pathlib import Path

import pytest

from tests.cli.conftest import Run

COMMAND = (sys.executable, "-m", "dashboard")


@pytest.mark.parametrize("command", [(), ("time",), ("read",), ("serve",), ("export",)])
def test_help_has_examples_and_loads_nothing_heavy(run: Run, command: tuple[str, ...]) -> None:
    ran = run(*command, "--help")
    assert (ran.code, ran.err) == (0, "")
    assert "conflict-timeline" in ran.out
    assert ("Examples:" in ran.out) == bool(command)


def test_help_comes_at_once() -> None:
    loaded = "import sys; from dashboard.cli import main; main(['--help']); print(*sys.modules)"
    out = subprocess.run([sys.executable, "-c", loaded], capture_output=True, text=True, check=True).stdout
    assert not {"pandas", "plotly", "dash", "sqlalchemy", "dateparser"} & set(out.split())


def test_who_only_looks_does_not_wait_for_the_rules_that_read(run: Run, tmp_path: Path) -> None:
    database, sealed = str(tmp_path / "case.db"), str(tmp_path / "case.zip")
    run("read", "seeds", "--into", database)
    first = run("events", "list", "--database", database, "--json").records[0]["event_id"]
    looks = [
        *(["events", each, "--database", database] for each in ("list", "edits")),
        *(["events", each, first, "--database", database] for each in ("show", "history")),
        ["events", "tag", first, "--add", "hospital", "--database", database],
        ["reports", "list", "--database", database],
        *(
            ["export", str(tmp_path / f"all.{kind}"), "--database", database]
            for kind in ("csv", "json", "md")
        ),
        ["case", "seal", sealed, "--database", database],
        ["case", "verify", sealed],
    ]
    asked = f"""
import sys
from dashboard.cli import main
for each in {looks!r}:
    assert main(each) == 0, each
    late = {{"extraction.reader", "temporal.reader", "gazetteer.finder"}} & {{name[10:] for name in sys.modules}}
    assert not late, (each, late)
"""
    done = subprocess.run([sys.executable, "-c", asked], capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr


def test_the_version_is_the_packages(run: Run) -> None:
    for option in ("--version", "-V"):
        assert run(option).out == f"conflict-timeline {version('conflict-timeline')}\n"


@pytest.mark.parametrize(
    "arguments",
    [("nosuch",), ("read",), ("time",), ("time", "x", "--nosuch"), ("serve", "--port", "99999"), ("export",)],
)
def test_asking_wrongly_is_told_in_one_line_with_where_help_is(run: Run, arguments: tuple[str, ...]) -> None:
    ran = run(*arguments)
    assert (ran.code, ran.out) == (2, "")
    first, last = ran.err.splitlines()
    assert first.startswith("error: ")
    assert last.startswith("try: conflict-timeline")


GROUPS = ("events", "reports", "places")
COMMANDS: tuple[tuple[str, ...], ...] = (
    *((), ("time",), ("read",), ("serve",), ("export",)),
    *(("events", each) for each in ("list", "show", "join", "split", "edits", "undo")),
    *(("reports", each) for each in ("list", "remove")),
    *(("places", each) for each in ("add", "find")),
    *((each,) for each in GROUPS),
)


@pytest.mark.parametrize("command", COMMANDS, ids=" ".join)
def test_help_fits_a_terminal_of_eighty_columns_and_cuts_no_sentence(
    run: Run, monkeypatch: pytest.MonkeyPatch, command: tuple[str, ...]
) -> None:
    monkeypatch.setenv("COLUMNS", "80")
    lines = run(*command, "--help").out.splitlines()
    assert [line for line in lines if len(line.rstrip()) > 80] == []
    assert [line for line in lines if line.endswith("...") and not line.startswith("Usage")] == []


@pytest.mark.parametrize("command", COMMANDS, ids=" ".join)
def test_the_examples_of_a_command_use_what_it_has(run: Run, command: tuple[str, ...]) -> None:
    told = run(*command, "--help").out.replace("\\\n", " ")
    for example in re.findall(r"^ +conflict-timeline (.*)$", told, re.MULTILINE):
        words = shlex.split(re.split(r"[<|]", example)[0])
        assert tuple(words[: len(command)]) == command
        assert {word for word in words if word.startswith("--")} <= set(re.findall(r"--[a-z-]+", told))


@pytest.mark.parametrize("group", GROUPS)
def test_a_group_named_alone_shows_its_commands(run: Run, group: str) -> None:
    ran = run(group)
    assert (ran.code, ran.out) == (2, "")
    assert ran.err.startswith(f"Usage: conflict-timeline {group}")
    assert "\nCommands:\n" in ran.err


def test_without_a_command_the_help_is_shown(run: Run) -> None:
    ran = run()
    assert (ran.code, "Commands:" in ran.out) == (2, True)


def test_a_reader_that_leaves_early_is_no_trouble() -> None:
    text = "on 5 May 2018 and " * 2000
    with subprocess.Popen(
        [*COMMAND, "time", "-", "--json"],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
    ) as process:
        assert process.stdin
        assert process.stdout
        assert process.stderr
        process.stdin.write(text)
        process.stdin.close()
        assert process.stdout.readline().startswith("{")
        process.stdout.close()
        assert process.stderr.read() == ""
    assert process.returncode == 0


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="this system has no /dev/full")
def test_a_full_disk_is_told_without_a_traceback() -> None:
    with Path("/dev/full").open("w", encoding="utf-8") as full:
        done = subprocess.run(
            [*COMMAND, "time", "on 5 May 2018"], stdout=full, stderr=subprocess.PIPE, text=True, check=False
        )
    assert (done.returncode, done.stderr) == (1, "error: can't write: No space left on device\n")


def test_any_locale_gets_utf_8() -> None:
    done = subprocess.run(
        [*COMMAND, "time", "–", "--json"],
        capture_output=True,
        check=False,
        env={"LC_ALL": "C", "PYTHONUTF8": "0", "PYTHONCOERCECLOCALE": "0", "PYTHONIOENCODING": "ascii"},
    )
    assert (done.returncode, done.stderr) == (0, b"")
