"""Messages without the passwords of the addresses in them: what is printed is kept, copied and shown to others."""

import re

_HIDDEN = "***"
_KIND = r"\b((?:postgres(?:ql)?|mysql|mariadb|oracle|mssql)(?:\+\w{1,20})?:/{0,3})"
# Where an address begins, and where it ends at the latest. Up to there the last @ counts: a password may itself hold
# one, a slash or a quote; of a database even a blank. One slash too few, or none, is how a slip looks.
_ADDRESSES = (
    (re.compile(rf"(?i){_KIND}"), re.compile(r":\s|\n")),
    (re.compile(r"(?i)\b[a-z][a-z0-9+.-]{1,30}:/{1,3}"), re.compile(r"\s")),
)
_REACH = 500  # characters after which no @ belongs to it
_WITHOUT_HOST = re.compile(
    rf"(?i){_KIND}[^\s:/@]{{1,200}}:(?!\d+(?:[/?\s:]|$))[^\s@]+"
)  # what is no port is a password
_BARE = re.compile(r"\b[\w.%+-]{1,64}:(?!\*\*\*@)[^\s:@/]{1,200}(?:@\S{0,200})?@(?=[\w\[])")
_SAID = re.compile(
    r"""(?i)\b((?:ssl)?pass(?:word|wd|phrase)?|pwd|secret|token)(\s*=\s*)('[^']*'|"[^"]*"|[^\s&'"]+)"""
)


def without_passwords(text: str) -> str:
    """The text with who logs in, and with what, hidden in every address of it.

    >>> without_passwords("postgresql://me:se@cret@host/reports?password=secret can't be reached")
    "postgresql://***@host/reports?password=*** can't be reached"
    """
    text = _SAID.sub(rf"\1\2{_HIDDEN}", text)
    for begins, ends in _ADDRESSES:
        text = _without_logins(text, begins, ends)
    return _WITHOUT_HOST.sub(rf"\1{_HIDDEN}", _BARE.sub(f"{_HIDDEN}@", text))


def _without_logins(text: str, begins: re.Pattern[str], ends: re.Pattern[str]) -> str:
    kept: list[str] = []
    done = 0
    for found in begins.finditer(text):
        stretch = text[found.end() : found.end() + _REACH]
        stop = ends.search(stretch)
        login = stretch[: stop.start() if stop else None].rpartition("@")[0]
        if ":" in login and found.start() >= done:
            kept += (text[done : found.end()], _HIDDEN)
            done = found.end() + len(login)
    return "".join((*kept, text[done:]))


def address_hidden(address: str) -> str:
    """An address that can't be read as one, down to its kind and what follows its last @.

    Nothing else is safe to show: where the password is, is not known.

    >>> address_hidden("postgresql:/me:se cret@host/reports"), address_hidden("postgresql://secret")
    ('postgresql:***@host/reports', 'postgresql:***')
    """
    kind, colon, rest = _SAID.sub(rf"\1\2{_HIDDEN}", address).partition(":")
    _, at, host = rest.rpartition("@")
    return without_passwords(f"{kind}{colon}{_HIDDEN if rest else ''}{at}{host if at else ''}")
