"""What a page says of itself to machines, as JSON-LD: schema.org's articles."""

import json
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from dashboard.readers.markup import Tree

_ARTICLES = frozenset(
    [
        "article",
        "newsarticle",
        "reportagenewsarticle",
        "analysisnewsarticle",
        "backgroundnewsarticle",
        "opinionnewsarticle",
        "askpublicnewsarticle",
        "blogposting",
        "liveblogposting",
        "socialmediaposting",
        "discussionforumposting",
        "report",
        "techarticle",
        "scholarlyarticle",
    ]
)
_PAGES = frozenset(["webpage", "itempage", "creativework", "mediaobject", "videoobject"])
_DEEPEST = 8
_MOST = 2_000  # objects; a page has a dozen


@dataclass(frozen=True, slots=True)
class Stated:
    """What a page states of its article; empty where it does not."""

    headline: str = ""
    publisher: str = ""
    published: str = ""
    modified: str = ""
    body: str = ""
    is_article: bool = False


def stated(tree: Tree) -> tuple[Stated, ...]:
    """Every article that a page describes, articles before pages.

    >>> from dashboard.readers.markup import parsed
    >>> said = '<script type="application/ld+json">{"@type": "NewsArticle", "headline": "Calm"}</script>'
    >>> [each.headline for each in stated(parsed(said))]
    ['Calm']
    """
    found = [each for item in _objects(tree) if (each := _stated(item)) is not None]
    return tuple(sorted(found, key=lambda each: not each.is_article))


def _objects(tree: Tree) -> Iterator[Mapping[str, object]]:
    count = 0
    for script in tree.iter("script"):
        if "ld+json" not in (script.get("type") or "").lower():
            continue
        for each in _within(_loaded(script.text or ""), 0):
            count += 1
            if count > _MOST:
                return
            yield each


def _loaded(text: str) -> object:
    try:
        return json.loads(text.strip().removesuffix(";"), strict=False)
    except (ValueError, RecursionError):
        return None


def _within(value: object, depth: int) -> Iterator[Mapping[str, object]]:
    if depth > _DEEPEST:
        return
    if isinstance(value, Mapping):
        yield value
        for key in ("@graph", "mainEntity", "mainEntityOfPage", "hasPart", "itemListElement", "item"):
            yield from _within(value.get(key), depth + 1)
    elif isinstance(value, Sequence) and not isinstance(value, str):
        for each in value:
            yield from _within(each, depth + 1)


def _stated(item: Mapping[str, object]) -> Stated | None:
    kinds = {each.lower().rpartition("/")[2] for each in _texts(item.get("@type"))}
    if not kinds & (_ARTICLES | _PAGES):
        return None
    publisher = item.get("publisher")
    publisher = publisher[0] if isinstance(publisher, list) and publisher else publisher
    named = publisher.get("name") if isinstance(publisher, Mapping) else publisher
    return Stated(
        headline=_text(item.get("headline") or item.get("name")),
        publisher=_text(named),
        published=_text(item.get("datePublished")),
        modified=_text(item.get("dateModified")),
        body=_text(item.get("articleBody")),
        is_article=bool(kinds & _ARTICLES),
    )


def _texts(value: object) -> Iterator[str]:
    for each in value if isinstance(value, list) else (value,):
        if isinstance(each, str):
            yield each


def _text(value: object) -> str:
    return next((each.strip() for each in _texts(value)), "")
