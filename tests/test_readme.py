"""The README's Python examples run, and what it names is there."""

import doctest
import re
from pathlib import Path

import pytest

from dashboard.cli import main

README = Path("README.md")


def test_the_python_examples_of_the_readme_give_what_they_say() -> None:
    results = doctest.testfile(str(README.resolve()), module_relative=False, optionflags=doctest.ELLIPSIS)
    assert results.attempted > 5
    assert results.failed == 0


def test_every_file_the_readme_points_to_is_there() -> None:
    links = re.findall(r"\]\(([^)#]+)\)", README.read_text(encoding="utf-8"))
    assert links
    assert [link for link in links if not Path(link).exists()] == []


def test_every_command_and_option_the_readme_shows_is_in_its_help(capsys: pytest.CaptureFixture[str]) -> None:
    shown = re.findall(r"(?:\$ |bin/)conflict-timeline (\w+)(.*)", README.read_text(encoding="utf-8"))
    assert {command for command, _ in shown} == {
        "time",
        "read",
        "watch",
        "serve",
        "export",
        "places",
        "events",
        "reports",
        "case",
        "people",
    }
    for command, rest in shown:
        inner = rest.split()[:1] if command in ("places", "events", "reports", "case") else []
        assert main([command, *inner, "--help"]) == 0
        told = capsys.readouterr().out
        assert [option for option in re.findall(r"--[a-z-]+", rest.split("#")[0]) if option not in told] == []
