"""What a person meets before the product runs: the Makefile, and what it tells where something is missing."""

import re
import shutil
import stat
import subprocess
import sys
from importlib.metadata import entry_points
from pathlib import Path

import pytest

import dashboard

ROOT = Path(__file__).parents[1]


def script(path: Path, body: str) -> Path:
    """An executable shell script."""
    path.write_text(f"#!/bin/sh\n{body}\n", encoding="utf-8")
    path.chmod(path.stat().st_mode | stat.S_IXUSR)
    return path


def made_venv(python: Path | str, folder: Path) -> "subprocess.CompletedProcess[str]":
    command = ["sh", str(ROOT / ".ci" / "venv"), str(folder)]
    return subprocess.run(
        command,
        env={"PATH": "/usr/bin:/bin", "PYTHON": str(python)},
        capture_output=True,
        text=True,
        check=False,
    )


def test_make_alone_lists_what_can_be_made() -> None:
    out = subprocess.run(["make"], cwd=ROOT, capture_output=True, text=True, check=True).stdout
    assert {"run", "test", "install", "check", "clean"} <= set(re.findall(r"^make (\w+)", out, re.MULTILINE))


def test_a_python_that_is_too_old_is_told_with_what_to_do(tmp_path: Path) -> None:
    old = script(tmp_path / "python3", "exit 1")
    done = made_venv(old, tmp_path / ".venv")
    assert done.returncode == 1
    assert "no Python 3.11 or newer was found" in done.stderr
    assert "make PYTHON=" in done.stderr


def test_a_python_without_venv_is_told_with_debians_package(tmp_path: Path) -> None:
    bare = script(
        tmp_path / "python3",
        f'case "$2" in *ensurepip*) exit 1 ;; *) exec "{sys.executable}" "$@" ;; esac',
    )
    done = made_venv(bare, tmp_path / ".venv")
    assert done.returncode == 1
    assert f"apt install python{sys.version_info.major}.{sys.version_info.minor}-venv" in done.stderr


def test_an_environment_is_made_once_also_where_a_path_has_spaces(tmp_path: Path) -> None:
    folder = tmp_path / "my reports" / ".venv"
    folder.parent.mkdir()
    assert made_venv(sys.executable, folder).returncode == 0
    (folder / "mark").touch()
    assert made_venv("no-such-python", folder).returncode == 0
    assert (folder / "mark").exists()


def test_an_environment_whose_python_is_gone_is_made_anew(tmp_path: Path) -> None:
    folder = tmp_path / ".venv"
    (folder / "bin").mkdir(parents=True)
    (folder / "bin" / "python").symlink_to(tmp_path / "gone")
    assert made_venv(sys.executable, folder).returncode == 0
    assert (
        subprocess.run(
            [folder / "bin" / "python", "-m", "pip", "--version"], capture_output=True, check=False
        ).returncode
        == 0
    )


def test_without_a_browser_it_is_said_and_fails(tmp_path: Path) -> None:
    tools = tmp_path / "bin"
    tools.mkdir()
    for name in ("sh", "id"):
        (tools / name).symlink_to(str(shutil.which(name)))
    (tmp_path / ".venv" / "bin").mkdir(parents=True)
    script(tmp_path / ".venv" / "bin" / "python", "exit 1")
    command = ["sh", str(ROOT / ".ci" / "browser")]
    done = subprocess.run(
        command, cwd=tmp_path, env={"PATH": str(tools)}, capture_output=True, text=True, check=False
    )
    assert done.returncode == 1
    assert "no browser can be had" in done.stderr


def test_the_command_has_a_name_of_its_own() -> None:
    (entry,) = entry_points(group="console_scripts", name="conflict-timeline")
    assert entry.value == "dashboard.cli:main"


@pytest.mark.parametrize("name", dashboard.__all__)
def test_the_public_door_opens(name: str) -> None:
    assert callable(getattr(dashboard, name))


def test_a_name_that_is_not_there_is_an_attribute_error() -> None:
    with pytest.raises(AttributeError, match="nosuch"):
        _ = dashboard.nosuch
