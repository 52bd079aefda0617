"""A feed (RSS, Atom) saved as a file: each entry a report, published when it says, with its own offset."""

from collections.abc import Iterator
from io import BytesIO

from dashboard.errors import InputError
from dashboard.readers.decode import Decoded
from dashboard.readers.markup import parsed, text_of
from dashboard.readers.moments import moment_in
from dashboard.readers.received import (
    UNDATED,
    Found,
    Publication,
    Received,
    Told,
    Unreadable,
    one_line,
    report_of,
    unreadable,
)

_ENTITIES = "<!ENTITY"
_HEAD = 10_000


def reports(received: Received, read: Decoded) -> Iterator[Found]:
    """Every entry of a feed; where it breaks off that is told behind the last.

    Raises InputError, naming it, for one that declares entities (a way to fill the memory), or has no entries.
    """
    import feedparser  # noqa: PLC0415 - it takes a moment to load, and few files are feeds

    if _ENTITIES in read.text[:_HEAD].upper():
        msg = f"{received.where}: declares entities of its own, which no feed needs and which can fill the memory"
        raise InputError(msg)
    feed = feedparser.parse(BytesIO(received.data), sanitize_html=False, resolve_relative_uris=False)
    source = one_line(_of(feed.feed, "title"))
    if not feed.entries:
        msg = f"{received.where}: is a feed without entries"
        raise InputError(msg)
    whole = received.holding()
    for number, entry in enumerate(feed.entries, start=1):
        within = whole.entry(str(number))
        try:
            yield report_of(within, _told(entry, source))
        except InputError as error:
            yield unreadable(error, within)
    if feed.bozo and not isinstance(feed.bozo_exception, feedparser.CharacterEncodingOverride):
        why = f"is not whole: it breaks off or is misspelt behind entry {len(feed.entries)} ({feed.bozo_exception})"
        yield Unreadable(received.name, one_line(why))


def _told(entry: object, source: str) -> Told:
    title = one_line(text_of(parsed(_of(entry, "title"))))
    contents = [_of(each, "value") for each in dict.get(entry, "content", ())]  # type: ignore[call-overload]
    body = max((*contents, _of(entry, "summary")), key=len)
    text = text_of(parsed(body)) if body.strip() else ""
    headed = text if not title or text.startswith(title) else f"{title}\n\n{text}".strip()
    return Told(headed, title, source, _link(entry), published=_published(entry))


def _published(entry: object) -> Publication:
    """As the entry writes it: the library's own reading of it is in UTC, and the offset is lost."""
    said = _of(entry, "published")
    when = moment_in(said)
    return Publication(when, (f"published: {one_line(said)}",)) if when else UNDATED


def _link(entry: object) -> str:
    link = _of(entry, "link").strip()
    return one_line(link) if link.lower().startswith(("http://", "https://")) else ""


def _of(entry: object, name: str) -> str:
    """A value that is there under that very name: the library would give one date for another."""
    value = dict.get(entry, name)  # type: ignore[call-overload]
    return value if isinstance(value, str) else ""
