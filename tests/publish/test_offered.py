"""The one table of formats: what follows from it, and that naming them costs nothing."""

import re
import subprocess
import sys
from pathlib import Path

import pytest

from dashboard.app.export import menu
from dashboard.app.url import View
from dashboard.cli import main
from dashboard.cli.completed import formats
from dashboard.exchange.formats import FORMATS as ROWS
from dashboard.figures.picture import Picture
from dashboard.publish.offered import FORMATS, NAMES, PAGE, REPORT, REPORT_PDF, SUFFIXES
from tests.app.words import words_of


def test_each_has_an_ending_and_a_label_of_its_own() -> None:
    for what in ("ending", "label"):
        assert len({getattr(each, what) for each in FORMATS}) == len(FORMATS)
    assert all(re.fullmatch(r"\.[a-z]+", suffix) for suffix in SUFFIXES)
    assert all("/" in each.media_type for each in FORMATS)
    assert {each.name for each in FORMATS} >= set(Picture)


def test_help_completion_and_the_pages_menu_name_them_all(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["export", "--help"]) == 0
    said = " ".join(capsys.readouterr().out.split())
    assert f"A file that ends in {' '.join(SUFFIXES[:-1])} or {SUFFIXES[-1]}" in said
    assert formats("") == list(NAMES)
    lines = words_of(menu(View()))
    assert all(each.label in lines for each in (*ROWS, PAGE, REPORT, REPORT_PDF))


def test_what_the_readme_names_is_written() -> None:
    (line,) = re.findall(r"export events\.csv .*# also (.*)", Path("README.md").read_text(encoding="utf-8"))
    assert set(line.split()) <= set(SUFFIXES)


def test_naming_them_loads_neither_pandas_nor_plotly() -> None:
    asked = "import sys, dashboard.publish.offered as f; print(sorted({'pandas', 'plotly', 'numpy'} & set(sys.modules)))"
    assert subprocess.run([sys.executable, "-c", asked], capture_output=True, check=True).stdout == b"[]\n"
