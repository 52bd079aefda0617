"""The day a page was published, from what can be trusted only.

Its own words to machines (JSON-LD, ``meta``), the ``<time>`` of its article, the day in its address. Not the year of a
copyright, not the day of a file, and no guess: a day that is wrong shifts every event of the report.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime

from dashboard.readers.linked_data import Stated
from dashboard.readers.markup import Tree
from dashboard.readers.moments import may_be_one_day, moment_in
from dashboard.readers.received import Publication, one_line

_PUBLISHED = [
    "article:published_time",
    "og:published_time",
    "og:article:published_time",
    "datepublished",
    "article:published",
    "article.published",
    "bt:pubdate",
    "parsely-pub-date",
    "sailthru.date",
    "cxenseparse:recs:publishtime",
    "citation_publication_date",
    "citation_online_date",
    "dc.date.issued",
    "dcterms.issued",
    "dcterms.date.issued",
    "pubdate",
    "publishdate",
    "publish-date",
    "publish_date",
    "publication_date",
    "publicationdate",
    "article_date_original",
]
_DATED = [
    "date",
    "dc.date",
    "dcterms.date",
    "citation_date",
    "datecreated",
    "dc.date.created",
    "dcterms.created",
    "rnews:datepublished",
]
_CHANGED = ["article:modified_time", "og:updated_time", "datemodified", "dcterms.modified", "last-modified"]
_ARTICLE_TIME = re.compile(r"publish|posted|entry-date|pubdate|date-?line|post-date|timestamp", re.IGNORECASE)
_CHANGE_TIME = re.compile(r"updat|modif|edit", re.IGNORECASE)
_IN_ADDRESS = re.compile(
    r"/(?P<year>(?:19|20)\d\d)(?P<by>[/-])(?P<month>\d{1,2})(?P=by)(?P<day>\d{1,2})(?=[/_.-]|$)"
    r"|/(?P<year2>20\d\d)(?P<month2>[01]\d)(?P<day2>[0-3]\d)(?=[/_.-]|$)"
)
_LONG_PARAGRAPH = 80


@dataclass(frozen=True, slots=True)
class _Evidence:
    """A day, and where on the page it stands."""

    when: date | datetime
    where: str
    words: str

    def __str__(self) -> str:
        return f"{self.where}: {self.words}"


def publication(tree: Tree, stated: tuple[Stated, ...], address: str) -> Publication:
    """The day a page tells of itself, with its words; a day that contradicts it and a later change are noted.

    >>> from dashboard.readers.markup import parsed
    >>> said = '<meta property="article:published_time" content="2018-05-21T02:10:00+03:00">'
    >>> found = publication(parsed(said), (), "")
    >>> str(found.when), found.evidence
    ('2018-05-21 02:10:00+03:00', ('article:published_time: 2018-05-21T02:10:00+03:00',))
    """
    found = [
        *_stated(stated),
        *_meta(tree, _PUBLISHED),
        *_times(tree),
        *_meta(tree, _DATED),
        *_address(address),
    ]
    if not found:
        return Publication()
    best = found[0]
    finer = [each for each in found if _is_finer(each.when, best.when)]
    used = finer[0] if finer else best
    evidence = tuple(dict.fromkeys(str(each) for each in (used, best)))
    return Publication(used.when, evidence, (*_against(used, found), *_changed(tree, stated, used.when)))


def _is_finer(one: date | datetime, than: date | datetime) -> bool:
    """Whether it tells the moment of what the other tells the day of."""
    has_clock = isinstance(one, datetime) and one.tzinfo is not None
    return has_clock and not isinstance(than, datetime) and may_be_one_day(one, than)


def _against(used: _Evidence, found: list[_Evidence]) -> Iterator[str]:
    others = dict.fromkeys(str(each) for each in found if not may_be_one_day(each.when, used.when))
    if others:
        yield f"its page names other days too ({'; '.join(others)}); {used} was taken"


def _changed(tree: Tree, stated: tuple[Stated, ...], published: date | datetime) -> Iterator[str]:
    days = [
        _Evidence(when, "dateModified", each.modified)
        for each in stated
        if (when := moment_in(each.modified))
    ]
    for each in (*days, *_meta(tree, _CHANGED))[:1]:
        if not may_be_one_day(each.when, published):
            yield f"the page was changed after it was published ({each})"


def _stated(stated: tuple[Stated, ...]) -> Iterator[_Evidence]:
    """The day of the article; none where several articles are of several days: a list of articles has no day."""
    articles = [each for each in stated if each.is_article] or list(stated)
    found = [
        _Evidence(when, "datePublished", one_line(each.published))
        for each in articles
        if (when := moment_in(each.published))
    ]
    if found and all(may_be_one_day(found[0].when, each.when) for each in found):
        yield found[0]


def _meta(tree: Tree, names: list[str]) -> Iterator[_Evidence]:
    said: dict[str, str] = {}
    for each in tree.iter("meta"):
        name = (
            each.get("property") or each.get("name") or each.get("itemprop") or each.get("http-equiv") or ""
        ).lower()
        if name in names and name not in said:
            said[name] = each.get("content") or ""
    for name in names:
        when = moment_in(said[name]) if name in said else None
        if when:
            yield _Evidence(when, name, one_line(said[name]))


def _times(tree: Tree) -> Iterator[_Evidence]:
    """The time of the article: marked as that, or the only one above its first paragraph."""
    marked, above = list[_Evidence](), list[_Evidence]()
    is_above = True
    for each in _scope(tree).iter("time", "p", "abbr", "span"):
        if each.tag == "p":
            is_above = is_above and len("".join(each.itertext())) < _LONG_PARAGRAPH
            continue
        when = moment_in(each.get("datetime") or (each.get("content") if each.get("itemprop") else "") or "")
        if when is None or _CHANGE_TIME.search(_marks(each)):
            continue
        found = _Evidence(when, "<time>", one_line(each.get("datetime") or each.get("content") or ""))
        if (
            each.get("itemprop") == "datePublished"
            or each.get("pubdate") is not None
            or _ARTICLE_TIME.search(_marks(each))
        ):
            marked.append(found)
        elif is_above and each.tag == "time":
            above.append(found)
    for found_there in (marked, above):
        if found_there and all(may_be_one_day(found_there[0].when, each.when) for each in found_there):
            yield found_there[0]
            return


def _scope(tree: Tree) -> Tree:
    """The article where the page has one, else the page."""
    articles = tree.findall(".//article")
    main = tree.find(".//main")
    return articles[0] if len(articles) == 1 else main if main is not None else tree


def _marks(element: Tree) -> str:
    above = element.getparent()
    own = f"{element.get('class') or ''} {element.get('id') or ''} {element.get('itemprop') or ''}"
    return f"{own} {above.get('class') or ''}" if above is not None else own


def _address(address: str) -> Iterator[_Evidence]:
    for found in list(_IN_ADDRESS.finditer(address))[:1]:
        year, month, day = (found[f"{part}2"] or found[part] for part in ("year", "month", "day"))
        when = moment_in(f"{year}-{int(month):02}-{int(day):02}")
        if when:
            yield _Evidence(when, "address", found.group().strip("/"))
