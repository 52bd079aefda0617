"""No words that a person reads stand in the page's code without being said: in Python, in its scripts, and in what it sends."""

import ast
import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from dashboard.app.server.pages import PLAIN_PAGES

ROOMS = tuple(Path("dashboard") / room for room in ("app", "figures", "publish/pages", "exchange/narrative"))
"""Of what is handed out, what people read; programs read the rest."""
SCRIPTS = sorted(Path("dashboard/app/assets").glob("*.js"))
_SAYS = {"say", "to_say", "so_many", "term"}
_LOOKS = {
    "className",
    "look",
    "class",
    "rel",
    "style",
    "name",
    "role",
    "autoComplete",
}  # no words, but names of looks
_PROSE = re.compile(r"[A-Za-z’']{2,},? [A-Za-z(“]{2,}|^[A-Z][a-z]{2,}[a-z …]*$")
_NOT_SHOWN = {
    "dashboard/app/server/questions.py",  # what is answered to requests that no page of ours writes
    "dashboard/app/server/headers.py",
    "dashboard/app/server/handed_on.py",
    "dashboard/app/server/scripts.py",
    "dashboard/app/server/pages.py",  # templates, looked through below
    "dashboard/figures/door.py",  # the Python door, pictures drawn at the command line: English, as all of them
    "dashboard/figures/drawing.py",
    "dashboard/publish/pages/alone.py",  # the frame of a page, which says nothing
    "dashboard/exchange/narrative/tallies.py",
    "dashboard/exchange/narrative/word.py",  # parts of Word's own format
    "dashboard/figures/plotly_js/__init__.py",
}
_FOR_MACHINES = {
    "Case", "View", "Frame", "Projection", "Host", "Lax", "Location", "Cookie", "Origin", "button strong", "preset on", "unread quoted",
    "const figures = ", "bottom center", "middle center", "middle right", "width=device-width, initial-scale=1",
    "lane names", "first view", "lanes for", "choices of", "place names", "last report", "no place", "points by name", "point of", "who says", "how long", "hide past domain",
    "conflict-timeline read FOLDER --into DATABASE", "conflict-timeline serve PATH…", "conflict-timeline serve REPORT --published 2018-05-21",
    "quoted report", "publication day", "the store can't be read", "the request is no JSON object", "what was said", " is of the wrong kind",
    " is no stretch of time", "create_app takes a Dataset, as read_dataset and dataset_from give it, a function that gives one, or a Case, not ",
}  # fmt: skip
"""Keys, looks, commands, and what is answered to those who write requests by hand."""
_MARKUP = re.compile(r"""^ ?<|[|\[]|sans-serif|='$|^" |">$""")


def unsaid(path: Path) -> Iterator[str]:
    """The words of a module that look like prose and are not said."""
    tree = ast.parse(path.read_text(encoding="utf-8"))
    skipped = {id(each) for each in ast.walk(tree) if _is_skipped(each) for each in ast.walk(each)}
    for each in ast.walk(tree):
        if (
            isinstance(each, ast.Constant)
            and isinstance(each.value, str)
            and id(each) not in skipped
            and _PROSE.search(each.value)
            and not _is_for_machines(each.value)
        ):
            yield f"{path}:{each.lineno}: {each.value}"


def _is_for_machines(words: str) -> bool:
    return words in _FOR_MACHINES or bool(_MARKUP.search(words))


def _is_skipped(node: ast.AST) -> bool:
    if isinstance(node, ast.Call):
        name = getattr(node.func, "id", getattr(node.func, "attr", ""))
        return name in _SAYS or name in {"compile", "exception"}
    if isinstance(node, ast.keyword):
        return node.arg in _LOOKS
    return isinstance(node, ast.Expr) and isinstance(node.value, ast.Constant)  # a docstring


@pytest.mark.parametrize(
    "path", sorted(p for room in ROOMS for p in room.rglob("*.py") if str(p) not in _NOT_SHOWN), ids=str
)
def test_what_is_read_is_said(path: Path) -> None:
    assert list(unsaid(path)) == []


_COMMENT = re.compile(r"^\s*//.*$|(?<=\s)// .*$", re.MULTILINE)
_SAID = re.compile(r"""wording\.(?:say\("(?:[^"\\]|\\.)*"|soMany\("(?:[^"\\]|\\.)*",\s*"(?:[^"\\]|\\.)*")""")
_LITERAL = re.compile(r""""((?:[^"\\\n]|\\.)*)"|'((?:[^'\\\n]|\\.)*)'|`((?:[^`\\]|\\.)*)`""")
_IN_SCRIPTS = re.compile(r"(?:^|[^\w#.\[-])(?:[A-Za-z’]{2,},? ){1,}[a-z]{2,}|^[A-Z][a-z]{2,}[a-z …]*$")
_LOOKS_AND_TAGS = {
    "found none",
    "input, textarea, select",
    "li, form",
    "needs a second look",
    "opening files",
    "reading reports",
    "looking at tables",
}
_OF_SCRIPTS = re.compile(
    r"use strict|^<iframe|^(?:Content-Type|Backspace|Enter|Escape|Arrow|Home|End|Files|Shift|X-Language)|^(?:article|class|a href|a article|input, |button|summary) |[\[#.:>]|"
    r"^(?:button|quiet|hint|hint kept-draft|close|box|page|pill|twisty|phrase)(?: [\w-]+)*$"
)


def _is_prose(words: str) -> bool:
    return bool(_IN_SCRIPTS.search(words)) and not _OF_SCRIPTS.search(words) and words not in _LOOKS_AND_TAGS


@pytest.mark.parametrize("path", SCRIPTS, ids=lambda path: path.name)
def test_what_a_script_shows_is_said(path: Path) -> None:
    code = _SAID.sub("", _COMMENT.sub("", path.read_text(encoding="utf-8")))
    literals = ["".join(each) for each in _LITERAL.findall(code)]
    assert [each for each in literals if _is_prose(each)] == []


@pytest.mark.parametrize("page", PLAIN_PAGES, ids=["signing in", "people", "links", "in a frame"])
def test_a_plain_page_says_all_its_words(page: str) -> None:
    shown = re.sub(r"<style>.*?</style>|\{[{%].*?[%}]\}", "", page, flags=re.DOTALL)
    texts = re.findall(r">([^<]+)<", shown) + re.findall(r'(?:placeholder|aria-label|title)="([^"]+)"', shown)
    assert [each for each in texts if re.search("[A-Za-z]{2}", each.replace("conflict-timeline", ""))] == []
