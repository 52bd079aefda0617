"""The server behind the page: how many may stand at its door, for how long, and how much they may carry.

Waitress as it comes lets 100 stand there, two minutes each: 100 who say nothing, or a letter a minute, and nobody
gets in any more. Here whoever has stood longest without asking anything makes room when all places are taken.
"""

import select
import socket
import time
from typing import Any

from waitress.adjustments import Adjustments
from waitress.channel import HTTPChannel
from waitress.server import TcpWSGIServer

CONNECTIONS = 200  # a browser takes six; macOS lets a program open 256 files, and Windows can wait for 512
WHOLE_REQUEST_S = 20  # from the first letter of a request to its last: drawing a page sends a few kB
SILENCE_S = 30  # a browser keeps its connections open in case, and opens new ones without a word
LOOK_AROUND_S = 2
THREADS = 8  # the page asks for six things at once; more would only share out the same core
HEADER_BYTES = 64 * 1024  # above the longest address that is read (app/limits.py): the page itself says so
BODY_BYTES = (
    4 * 1024 * 1024
)  # what the page sends back of itself is a few kB; of a click on a chart some hundred
RECEIVED_BYTES = 64 * 1024  # one look at the network for a whole request
BACKLOG = 512  # those who knock while a crowd is being let in
MADE_ROOM = 20  # so many go at once, so that a crowd is not looked through for each


class _Channel(HTTPChannel):  # type: ignore[misc]  # waitress has no types
    """A connection that knows when the request that is coming in began."""

    began = 0.0

    def received(self, data: bytes) -> Any:
        if self.request is None:
            self.began = time.time()
        return super().received(data)

    @property
    def is_idle(self) -> bool:
        """Whether nothing is being answered on it."""
        return not (self.requests or self.total_outbufs_len or self.will_close)

    @property
    def since(self) -> float:
        """How long nothing whole was asked on it: the moment that began."""
        return float(self.began if self.request else self.last_activity)


class _Server(TcpWSGIServer):  # type: ignore[misc]  # waitress has no types
    """A server that is never full: who has stood longest without asking makes room."""

    channel_class = _Channel

    def readable(self) -> Any:
        if len(self._map) >= self.adj.connection_limit:
            standing = sorted(self._idle(), key=lambda channel: channel.since)
            for channel in standing[:MADE_ROOM]:
                channel.will_close = True
        return super().readable()

    def maintenance(self, now: float) -> None:
        """Those who said nothing for long, and those who spell a request out letter by letter, have to go."""
        super().maintenance(now)
        for channel in self._idle():
            if channel.request and channel.began < now - WHOLE_REQUEST_S:
                channel.will_close = True

    def _idle(self) -> list[_Channel]:
        return [channel for channel in self.active_channels.values() if channel.is_idle]


def server_at(door: socket.socket, application: Any) -> Any:
    """A server for a WSGI application at a socket that listens; ``run()`` serves until it is stopped."""
    settings = Adjustments(
        sockets=[door],
        threads=THREADS,
        backlog=BACKLOG,
        connection_limit=CONNECTIONS,
        channel_timeout=SILENCE_S,
        cleanup_interval=LOOK_AROUND_S,
        max_request_header_size=HEADER_BYTES,
        max_request_body_size=BODY_BYTES,
        recv_bytes=RECEIVED_BYTES,
        asyncore_use_poll=hasattr(select, "poll"),
        clear_untrusted_proxy_headers=False,  # app/server/proxies.py decides whom to believe
        ident="conflict-timeline",
    )
    where = (door.family, door.type, door.proto, door.getsockname())
    return _Server(application, _sock=door, adj=settings, sockinfo=where, bind_socket=False)
