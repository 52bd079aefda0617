"""What was cut off in the middle says so, where its kind lets that be seen; what can be read of it is read."""

from collections.abc import Callable

import pytest

from dashboard.readers.opened import opened
from dashboard.readers.received import Received, Unreadable
from tests.readers.made_files import CHANNEL_PAGE, CHAT_PAGE, mail, page_archive
from tests.readers.made_pages import article

PAGE = article(3, head="", count=12).markup
KINDS: dict[str, bytes] = {
    "page.html": PAGE.encode(),
    "page.mhtml": page_archive(PAGE),
    "messages.html": CHAT_PAGE.encode(),
    "channel.html": CHANNEL_PAGE.encode(),
    "mail.eml": mail("Artillery struck Douma on Tuesday, killing three civilians.\n" * 9),
    "mails.mbox": b"".join(
        b"From a@example.org Mon May 21 10:00:00 2018\n" + mail(f"Shells hit {town}.\n" * 40) + b"\n"
        for town in ("Douma", "Homs")
    ),
}


def notes_of(name: str, data: bytes) -> list[str]:
    return [
        note
        for each in opened(Received(name, data))
        for note in ((each.why,) if isinstance(each, Unreadable) else each.notes)
    ]


@pytest.mark.parametrize("name", KINDS)
@pytest.mark.parametrize("cut", [lambda whole: whole * 6 // 10, lambda whole: whole - 30])
def test_it_seems_to_be_cut_off(name: str, cut: Callable[[int], int]) -> None:
    whole = KINDS[name]
    assert any("seems to be cut off" in note for note in notes_of(name, whole[: cut(len(whole))].rstrip()))


@pytest.mark.parametrize("name", KINDS)
def test_what_is_whole_says_nothing_of_the_kind(name: str) -> None:
    assert not any("cut off" in note for note in notes_of(name, KINDS[name]))
