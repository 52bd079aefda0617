"""The text of a page's article: trafilatura finds it, what is plainly none of it is taken out first."""

import re
from dataclasses import dataclass

from dashboard.readers.linked_data import Stated
from dashboard.readers.markup import Tree, parsed, text_of

_FURNITURE = frozenset(
    [
        "nav",
        "aside",
        "footer",
        "form",
        "dialog",
        "noscript",
        "figcaption",
        "figure",
        "button",
        "menu",
        "template",
    ]
)
_NAMED = re.compile(  # words in the class or the id of what stands beside an article
    r"(?:^|[\s_-])(?:cookies?|consent|gdpr|newsletter|subscribe|subscription|signup|related|recommend(?:ed|ations)?"
    r"|read-?more|read-?next|most-?read|more-?news|share|sharing|social|breadcrumbs?|comments?|disqus"
    r"|caption|wp-caption-text|image-credit|advert(?:isement)?|ads?|promo|sponsored|popup|modal|paywall|sidebar|widget"
    r"|tags|author-?bio|skip-?link|screen-reader-text|sr-only|visually-hidden|print-only)(?:$|[\s_-])",
    re.IGNORECASE,
)
_KEPT = frozenset(["html", "head", "body", "main", "article", "h1"])
_ELSEWHERE = re.compile(  # before a link to another article
    r"\s*(?:read (?:also|more|next)|see also|also read|more on this|related|watch|اقرأ أيض[اًا]*|شاهد أيض[اًا]*|طالع أيض[اًا]*"
    r"|lire aussi|à lire|voir aussi|читайте также|читайте також)\b",
    re.IGNORECASE,
)
_LINES = frozenset(["p", "div", "li", "strong", "em"])
_MOSTLY = 0.5
_SHORT = 250
"""Characters under which trafilatura takes the whole page for the article, menus and all."""
_NOT_LONG = 1_500
_MANY = 5_000
"""Elements; of more, trafilatura's second opinion takes the square of the time."""
_FULLER = 2
_SHORTEST_BODY = 200
_ONLY_SCRIPTS = 500


@dataclass(frozen=True, slots=True)
class Article:
    """The text; whether the page stated it to machines; whether there is a program that would make text."""

    text: str
    stated: bool = False
    has_scripts: bool = False


@dataclass(frozen=True, slots=True)
class _Size:
    """Characters of text and of links in an element, and how many headlines and tables."""

    text: int = 0
    links: int = 0
    headlines: int = 0
    tables: int = 0


def article(tree: Tree, said: tuple[Stated, ...]) -> Article:
    r"""The article of a page, its headings, items and rows on lines of their own; the tree is used up.

    >>> page = parsed("<nav><a href='/'>Home</a></nav><h1>Calm in Douma</h1><p>It was calm on Monday.</p>")
    >>> article(page, ()).text.split("\n\n")
    ['Calm in Douma', 'It was calm on Monday.']
    """
    programs = sum(len(each.text or "") for each in tree.iter("script")) > _ONLY_SCRIPTS
    programs = programs or any(each.get("src") for each in tree.iter("script"))
    scripted = any((each.text or "").strip() for each in tree.iter("script"))
    body = max((each.body for each in said), key=len, default="")
    _take_out(tree)
    text = _found(tree)
    if len(body) >= _SHORTEST_BODY and len(body) > _FULLER * len(text):
        return Article(text_of(parsed(body)) if "<" in body else _lines(body), stated=True)
    return Article(text, has_scripts=programs or (scripted and not text))


def _found(tree: Tree) -> str:
    """What trafilatura takes for the article; of a short page all that is left of it."""
    from trafilatura import bare_extraction  # noqa: PLC0415 - it takes a moment to load, and a text needs none

    plain = text_of(tree)
    if len(plain) <= _SHORT:
        return plain
    many = sum(1 for _ in tree.iter()) > _MANY
    found = bare_extraction(tree, fast=many, include_comments=False, include_tables=True, with_metadata=False)
    body = getattr(found, "body", None)
    text = text_of(body, unseen=frozenset()) if body is not None else ""
    return plain if len(text) < _SHORT and len(plain) <= _NOT_LONG else text or plain


def _take_out(tree: Tree) -> None:
    sizes = _sizes(tree)
    whole = sizes[tree].text
    for element, size in list(sizes.items()):
        if element.getparent() is None or not isinstance(element.tag, str) or element.tag in _KEPT:
            continue
        if _is_beside(element, size) and size.text <= _MOSTLY * whole and not size.headlines:
            element.drop_tree()


def _sizes(tree: Tree) -> dict[Tree, _Size]:
    """How much there is in each element, got in one walk: pages may be deep."""
    sizes: dict[Tree, _Size] = {}
    for element in tree.iter():
        sizes[element] = _Size()
    for element in reversed(sizes):
        own, within = (
            len(element.text or "") if isinstance(element.tag, str) else 0,
            [sizes[each] for each in element],
        )
        text = own + sum(each.text for each in within) + sum(len(each.tail or "") for each in element)
        links = text if element.tag == "a" else sum(each.links for each in within)
        headlines = (element.tag == "h1") + sum(each.headlines for each in within)
        tables = (element.tag == "table") + sum(each.tables for each in within)
        sizes[element] = _Size(text, links, headlines, tables)
    return sizes


def _is_beside(element: Tree, size: _Size) -> bool:
    if element.tag in _FURNITURE:
        return element.tag != "figure" or not size.tables
    if (
        element.get("hidden") is not None
        or "display:none" in (element.get("style") or "").replace(" ", "").lower()
    ):
        return True
    named = f"{element.get('class') or ''} {element.get('id') or ''}"
    return bool(named.strip() and _NAMED.search(named)) or _leads_elsewhere(element, size)


def _leads_elsewhere(element: Tree, size: _Size) -> bool:
    """Whether it is a line that only leads to another article: "Read also: …"."""
    if not size.links or size.text > _SHORT or size.links < _MOSTLY * size.text or element.tag not in _LINES:
        return False
    return bool(_ELSEWHERE.match("".join(element.itertext())))


def _lines(body: str) -> str:
    """A text that says itself where its paragraphs end."""
    return "\n\n".join(line.strip() for line in body.splitlines() if line.strip())
