"""The guide is true: its examples run, its links lead somewhere, its picture is what the imports are now."""

import doctest
import re
from pathlib import Path

import pytest

from docs import draw_rooms

PAGES = [Path("ARCHITECTURE.md"), Path("CONTRIBUTING.md"), *sorted(Path("docs").glob("*.md"))]


@pytest.mark.parametrize("page", PAGES, ids=str)
def test_the_examples_of_a_page_give_what_they_say(page: Path) -> None:
    assert doctest.testfile(str(page.resolve()), module_relative=False).failed == 0


def test_the_pages_have_examples() -> None:
    assert sum(page.read_text(encoding="utf-8").count(">>>") for page in PAGES) > 20


@pytest.mark.parametrize("page", PAGES, ids=str)
def test_every_file_a_page_points_to_is_there(page: Path) -> None:
    links = re.findall(r"\]\(([^)#:]+)\)", page.read_text(encoding="utf-8"))
    assert [link for link in links if not (page.parent / link).exists()] == []


def test_the_picture_of_the_rooms_is_drawn_from_the_imports_of_today() -> None:
    assert draw_rooms.PICTURE.read_text(encoding="utf-8") == draw_rooms.drawn(), "python -m docs.draw_rooms"


def test_every_room_is_described() -> None:
    described = set(
        re.findall(r"^\| `(\w+)/` \|", Path("ARCHITECTURE.md").read_text(encoding="utf-8"), re.MULTILINE)
    )
    rooms = {each.parent.name for each in Path("dashboard").glob("*/__init__.py")}
    assert described == rooms


def test_every_rooms_docstring_says_how_to_extend_it() -> None:
    silent = [
        str(each.parent)
        for each in Path("dashboard").glob("*/__init__.py")
        if not re.search(
            r"[Tt]o add|[Tt]o extend|A new|[Aa]dd ", each.read_text(encoding="utf-8").split('"""')[1]
        )
    ]
    assert silent == []
