"""Marked-up text into lines: what a browser would set apart stands on lines of its own, and nothing is nested too deep."""

import re
from collections.abc import Iterator
from html import unescape
from typing import Any, TypeAlias

from lxml import etree, html

from dashboard.text import lowered

Tree: TypeAlias = Any
"""An element of lxml, which has no types."""

_NO_CHARACTERS = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f\ufffe\uffff]")
_BLOCKS = frozenset(
    [
        "address",
        "article",
        "aside",
        "blockquote",
        "body",
        "center",
        "dd",
        "details",
        "div",
        "dl",
        "dt",
        "fieldset",
        "figure",
        "footer",
        "form",
        "h1",
        "h2",
        "h3",
        "h4",
        "h5",
        "h6",
        "header",
        "hr",
        "legend",
        "main",
        "nav",
        "ol",
        "p",
        "pre",
        "section",
        "summary",
        "table",
        "ul",
        "head",
        "list",
        "quote",
    ]
)
_LINES = frozenset(["li", "tr", "item", "row", "br", "lb", "option", "caption", "thead", "tbody", "tfoot"])
_CELLS = frozenset(["td", "th", "cell"])
_ITEMS = frozenset(["li", "item"])
UNSEEN = frozenset(
    [
        "script",
        "style",
        "noscript",
        "template",
        "svg",
        "math",
        "iframe",
        "object",
        "embed",
        "canvas",
        "audio",
        "video",
        "select",
        "button",
        "input",
        "textarea",
        "head",
        "title",
        "meta",
        "link",
        "map",
    ]
)
"""What a browser does not show as text; a page's ``head``, not the heading that an article's extract calls so."""
_OWN_LINES = frozenset(("pre", "textarea"))
_BULLET, _BETWEEN_CELLS = "- ", " | "
_DEEPEST = 100
"""Elements within each other; most readers fall over more, and libxml2 drops what lies deeper than 2,048."""
_LONG_TAG = re.compile(r"<([a-z][a-z0-9]*)[^<>]{5000,}>?", re.IGNORECASE)
_CROWD = 1_000
_PROGRAM = re.compile(r"<(script|style|noscript|template)\b|<!--")
_BLOCK_TAG = re.compile(rf"</?(?:{'|'.join(sorted(_BLOCKS | _LINES))})\b[^<>]*>", re.IGNORECASE)
_ANY_TAG = re.compile(r"</?[a-z][^<>]*>", re.IGNORECASE)


def parsed(text: str) -> Tree:
    """The elements of a page or a piece of one, however broken; what XML can't hold is left out."""
    parser = html.HTMLParser(encoding="utf-8", huge_tree=True, remove_comments=True, remove_pis=True)
    clean = _LONG_TAG.sub(_bare_if_crowded, _NO_CHARACTERS.sub(" ", text)).encode("utf-8", "replace")
    try:
        tree = html.document_fromstring(clean, parser=parser, ensure_head_body=True)
    except etree.ParserError:  # nothing in it at all
        return html.document_fromstring("<html><head></head><body></body></html>")
    return tree if _depth(tree) <= _DEEPEST else _flattened(text)


def text_of(tree: Tree, unseen: frozenset[str] = UNSEEN) -> str:
    r"""The text of an element: blocks with an empty line between them, items and rows on a line each.

    >>> text_of(parsed("<p>Two <b>towns</b> burn</p><ul><li>Homs<li>Idlib</ul><table><tr><td>a<td>b</table>"))
    'Two towns burn\n\n- Homs\n- Idlib\n\na | b'
    """
    told: list[str] = []
    line: list[str] = []
    gap = 0
    for piece in _pieces(tree, unseen):
        if isinstance(piece, str):
            line.append(piece)
            continue
        said = _spaced("".join(line))
        if said:
            told += ["\n" * gap if told else "", said]
            gap = 0
        line, gap = [], max(gap, piece)
    said = _spaced("".join(line))
    return "".join((*told, "\n" * gap if told and said else "", said))


def _bare_if_crowded(tag: re.Match[str]) -> str:
    """A tag without its attributes where there are thousands: libxml2 holds each against all the others."""
    return f"<{tag[1]}>" if tag.group().count("=") > _CROWD else tag.group()


def _spaced(line: str) -> str:
    said = " ".join(line.split())
    return "" if not said.strip("-|• ") else said.removesuffix(_BETWEEN_CELLS.rstrip()).strip()


def _pieces(tree: Tree, unseen: frozenset[str]) -> Iterator[str | int]:
    """Words, and how many line ends at least stand between those before and those behind."""
    walk = etree.iterwalk(tree, events=("start", "end"))
    own_lines = 0
    for event, element in walk:
        tag = element.tag if isinstance(element.tag, str) else ""
        if event == "start":
            own_lines += tag in _OWN_LINES
            yield from _opened(element, tag)
            if not tag or tag in unseen:
                walk.skip_subtree()
            else:
                yield from _words(element.text, own_lines=bool(own_lines))
            continue
        own_lines -= tag in _OWN_LINES
        if tag in _BLOCKS or tag in _LINES:
            yield 2 if tag in _BLOCKS else 1
        if element is not tree:
            yield from _words(element.tail, own_lines=bool(own_lines))


def _opened(element: Tree, tag: str) -> Iterator[str | int]:
    if tag in _BLOCKS and not (tag in ("p", "div") and _parent(element) in _CELLS | _ITEMS):
        yield 2
    elif tag in _LINES:
        yield 1
    if tag in _ITEMS:
        yield _BULLET
    elif tag in _CELLS and element.getprevious() is not None:
        yield _BETWEEN_CELLS


def _parent(element: Tree) -> str:
    above = element.getparent()
    return above.tag if above is not None and isinstance(above.tag, str) else ""


def _words(text: str | None, *, own_lines: bool) -> Iterator[str | int]:
    if not text:
        return
    if not own_lines:
        yield text
        return
    for number, each in enumerate(text.splitlines()):
        if number:
            yield 1 if each.strip() else 2
        yield each


def _depth(tree: Tree) -> int:
    deepest = depth = 0
    for event, _ in etree.iterwalk(tree, events=("start", "end")):
        depth += 1 if event == "start" else -1
        deepest = max(deepest, depth)
    return deepest


def _flattened(text: str) -> Tree:
    """The same text in paragraphs side by side, got by its tags alone."""
    blocks = _BLOCK_TAG.sub("\n\n", "".join(_without_programs(text)))
    paragraphs = unescape(_NO_CHARACTERS.sub(" ", _ANY_TAG.sub("", blocks))).split("\n\n")
    flat = html.document_fromstring("<html><head></head><body></body></html>")
    for each in filter(str.strip, paragraphs):
        etree.SubElement(flat.find("body"), "p").text = _NO_CHARACTERS.sub(" ", each)
    return flat


def _without_programs(text: str) -> Iterator[str]:
    """What stands between scripts, styles and remarks; one that is never closed goes on to the end."""
    lower, at = lowered(text), 0
    while found := _PROGRAM.search(lower, at):
        yield text[at : found.start()]
        end = f"</{found[1]}" if found[1] else "-->"
        closed = lower.find(end, found.end())
        at = len(text) if closed < 0 else closed + len(end)
    yield text[at:]
