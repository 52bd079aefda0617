"""A page, or a piece of one: the text of its article without what stands around it, and what it says of itself."""

import re
from collections.abc import Iterator
from functools import cache
from importlib.metadata import version

from dashboard.errors import InputError
from dashboard.readers.article import Article, article
from dashboard.readers.decode import Decoded
from dashboard.readers.linked_data import Stated, stated
from dashboard.readers.markup import Tree, parsed
from dashboard.readers.page_dates import publication
from dashboard.readers.page_end import cut_off
from dashboard.readers.received import Found, Received, Told, one_line, report_of

_ADDRESS = re.compile(r"https?://[^\s<>\"\x00-\x1f]{4,2000}", re.IGNORECASE)
_FEW = 200
_FEW_WORDS = "has only {} characters of text; if its scripts show more, save it from the browser"
_BEFORE_A_SITE = r"\s*(?:[|·–—»:]|\s-)\s*"


def reports(received: Received, read: Decoded) -> Iterator[Found]:
    """The one report of a page."""
    tree = parsed(read.text)
    notes = (read.note,) if read.note else ()
    yield report_of(received, told_by(tree, received, (*notes, *cut_off(read.text))))


def told_by(tree: Tree, received: Received, notes: tuple[str, ...] = (), made: tuple[str, ...] = ()) -> Told:
    """What a page tells; raises InputError, naming it, where there is no text in it."""
    said = stated(tree)
    site, address = _site(tree, said), _address(tree, received.address)
    title = _title(tree, said, site)
    dated = publication(tree, said, address)
    found = article(tree, said)
    if not found.text:
        raise _empty(received, found)
    text = found.text if _is_headed(found.text, title) else f"{title}\n\n{found.text}"
    few = () if len(found.text) >= _FEW or not found.has_scripts else (_FEW_WORDS.format(len(found.text)),)
    return Told(
        text, title, site, address, published=dated, notes=(*notes, *few), made=(*made, _made_by(found))
    )


def _made_by(found: Article) -> str:
    return f"text of the page by {'its own articleBody (JSON-LD)' if found.stated else _library()}"


@cache
def _library() -> str:
    return f"trafilatura {version('trafilatura')}"


def _empty(received: Received, found: Article) -> InputError:
    if found.has_scripts:
        return InputError(
            f"{received.where}: is a page whose text is only in its scripts; "
            "open it in a browser and save it from there, as a whole page, MHTML or PDF"
        )
    return InputError(f"{received.where}: is a page without text")


def _is_headed(text: str, title: str) -> bool:
    """Whether the text begins with the title, so that it need not be put there."""
    first = " ".join(text.partition("\n")[0].split()).casefold()
    return not title or first == " ".join(title.split()).casefold()


def _title(tree: Tree, said: tuple[Stated, ...], site: str) -> str:
    """The headline: as others are to show it, as machines are told it, as it stands on the page, as it stands on the tab."""
    heads = [one_line("".join(each.itertext())) for each in tree.iter("h1")]
    tab = tree.findtext(".//head/title") or ""
    machines = next((each.headline for each in said if each.is_article), "")
    offered = (_meta(tree, "og:title"), machines, heads[0] if len(heads) == 1 else "", tab)
    return _without_site(next((one_line(each) for each in offered if each.strip()), ""), site)


def _without_site(title: str, site: str) -> str:
    return re.sub(f"{_BEFORE_A_SITE}{re.escape(site)}$", "", title, flags=re.IGNORECASE) if site else title


def _site(tree: Tree, said: tuple[Stated, ...]) -> str:
    """Who publishes it."""
    publishers = [each.publisher for each in said if each.publisher]
    return one_line(_meta(tree, "og:site_name") or (publishers or [""])[0] or _meta(tree, "application-name"))


def _address(tree: Tree, known: str) -> str:
    """Where the page says it is on the web, else where it was got from."""
    canonical = [
        each.get("href") or "" for each in tree.iter("link") if (each.get("rel") or "").lower() == "canonical"
    ]
    offered = (*canonical, _meta(tree, "og:url"), known)
    return next((each.strip() for each in offered if _ADDRESS.fullmatch(each.strip())), "")


def _meta(tree: Tree, name: str) -> str:
    named = (
        each.get("content") or ""
        for each in tree.iter("meta")
        if name in ((each.get("property") or "").lower(), (each.get("name") or "").lower())
    )
    return next((each for each in named if each.strip()), "")
