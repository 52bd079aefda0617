"""A server in front of ours, which many have for https: what it says of who asks is believed, and of nobody else.

Where it also asks people to sign in, it names them in a header. Anybody can write such a header; it counts only from the
addresses that are trusted.
"""

from collections.abc import Callable, Collection, Iterable
from dataclasses import dataclass, field
from typing import Any

from werkzeug.middleware.proxy_fix import ProxyFix

SIGNED_IN = "conflict_timeline.signed_in"
"""Of a request: who the proxy says is signed in."""
FORWARDED = "HTTP_X_FORWARDED_"
Application = Callable[[dict[str, Any], Any], Iterable[bytes]]


@dataclass(frozen=True, slots=True)
class Behind:
    """An application behind proxies that are ``trusted``, by address; their ``header`` names who is signed in."""

    application: Application
    trusted: Collection[str] = ()
    header: str = ""
    _fixed: ProxyFix = field(init=False, repr=False)

    def __post_init__(self) -> None:
        fixed = ProxyFix(self.application, x_for=1, x_proto=1, x_host=1)
        object.__setattr__(self, "_fixed", fixed)

    def __call__(self, environ: dict[str, Any], start_response: Any) -> Iterable[bytes]:
        """Answer, as a WSGI application does."""
        environ.pop(SIGNED_IN, None)
        if environ.get("REMOTE_ADDR") in self.trusted:
            if self.header:
                environ[SIGNED_IN] = _text(environ.get(f"HTTP_{self.header.upper().replace('-', '_')}", ""))
            return self._fixed(environ, start_response)
        for name in [each for each in environ if each.startswith(FORWARDED)]:
            del environ[name]
        return self.application(environ, start_response)


def _text(sent: str) -> str:
    """A header's words; a server hands its bytes on as Latin-1.

    >>> _text("Zoë".encode().decode("latin-1"))
    'Zoë'
    """
    return sent.encode("latin-1", "replace").decode("utf-8", "replace").strip()
