"""Brings the catalogues of dashboard/wording up to date with the messages that the code says.

    python -m docs.collect_messages

What is new stands in each catalogue without words, for whoever translates it; what nobody says any more is gone.
"""

import ast
from collections.abc import Iterator
from enum import Enum
from io import BytesIO
from pathlib import Path

from babel.messages import Catalog
from babel.messages.extract import extract
from babel.messages.pofile import read_po, write_po

from dashboard.access.people import Role
from dashboard.actors.dictionary import actors
from dashboard.actors.model import ActorType
from dashboard.actors.sides import SIDES_BY_TYPE
from dashboard.app.languages import script_messages
from dashboard.app.server.pages import PLAIN_PAGES
from dashboard.exchange.formats import READ
from dashboard.exchange.tabular.roles import roles
from dashboard.extraction.acled import EventType, ExtType, SubEventType
from dashboard.extraction.model import Modality, UnreadReason
from dashboard.publish.offered import FORMATS
from dashboard.store.checked import BY_HAND
from dashboard.store.edits import EditKind
from dashboard.table.columns import EVENT_COLUMNS, ReviewStatus
from dashboard.temporal.calendar.granularity import Granularity
from dashboard.wording.dates import Form
from dashboard.wording.languages import CATALOGUES

Message = str | tuple[str, str]

TERMS: tuple[type[Enum], ...] = (EventType, SubEventType, ExtType, Modality, ReviewStatus, Granularity, UnreadReason, Role, ActorType, EditKind, Form)  # fmt: skip
"""The closed sets whose words are shown."""
_SAID_WITH = {"say": None, "to_say": None, "so_many": (1, 2)}
_CODE = Path(__file__).parent.parent / "dashboard"
_WIDTH = 110
_IMPORT = "dashboard.wording"
_NOTHING_SAID = tuple(
    f'"{name}:'.encode()
    for name in (
        "Report-Msgid-Bugs-To",
        "POT-Creation-Date",
        "PO-Revision-Date",
        "Last-Translator",
        "Language-Team",
        "Generated-By",
    )
)
_LETTERS = ("E", "W", "N", "S")  # of the sides of the world, on the map


def messages() -> tuple[Message, ...]:
    """Every message there is, each once: those of the code, those of the page's scripts, and the words of closed sets."""
    return tuple(dict.fromkeys(_messages()))


def _messages() -> Iterator[Message]:
    for path in sorted(_CODE.rglob("*.py")):
        if _IMPORT in path.read_text(encoding="utf-8"):
            yield from messages_in(path.read_text(encoding="utf-8"))
    for page in PLAIN_PAGES:
        yield from (
            str(message) for _, message, _, _ in extract("jinja2", BytesIO(page.encode()), _SAID_WITH)
        )
    yield from script_messages()
    yield from (str(each.value) for words in TERMS for each in words if each.value)
    yield from (each.label for each in FORMATS if " " in each.label)
    yield from (each.label for each in READ if each.label.startswith("a"))
    yield from (each.label for each in EVENT_COLUMNS if each.label)
    yield from (name.replace("_", " ") for name in (*BY_HAND, *roles()))
    yield from (
        each.replace("_", " ")
        for each in sorted({actor.side for actor in actors()} | set(SIDES_BY_TYPE.values()))
        if each
    )
    yield from _LETTERS


def messages_in(code: str) -> Iterator[Message]:
    r"""The messages that a module says, wherever in it they stand: Babel looks into no f-string.

    >>> list(messages_in("f'<b>{say(\"Close\")}</b>'"))
    ['Close']
    """
    for each in ast.walk(ast.parse(code)):
        if isinstance(each, ast.Call) and (name := getattr(each.func, "id", "")) in _SAID_WITH:
            said = [part.value for part in each.args if isinstance(part, ast.Constant)]
            if name == "so_many" and len(said) > 1:
                yield str(said[0]), str(said[1])
            elif name != "so_many" and said:
                yield str(said[0])


def updated(catalogue: Catalog) -> Catalog:
    """The catalogue with all messages and no other, each with its translation as far as there is one."""
    after = Catalog(
        locale=catalogue.locale, domain=None, header_comment=catalogue.header_comment, fuzzy=False
    )
    after.mime_headers = catalogue.mime_headers
    for message in sorted(messages(), key=str):
        found = catalogue.get(message if isinstance(message, str) else message[0])
        after.add(message, found.string if found else "")
    return after


def written(catalogue: Catalog) -> bytes:
    """The file of a catalogue; of its header only what says something, so that it changes with its messages alone."""
    file = BytesIO()
    write_po(file, catalogue, width=_WIDTH, no_location=True, sort_output=True)
    head, blank, rest = file.getvalue().partition(b"\n\n")
    kept = [line for line in head.splitlines() if not line.startswith(_NOTHING_SAID)]
    return b"\n".join(kept) + blank + rest


def main() -> None:
    """Update them all."""
    for path in sorted(CATALOGUES.glob("*.po")):
        with path.open("rb") as file:
            path.write_bytes(written(updated(read_po(file))))


if __name__ == "__main__":
    main()
