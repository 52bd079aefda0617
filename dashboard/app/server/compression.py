"""Answers on the wire: scripts and data squeezed, so that a first look takes 2.7 MB and not 9.8.

Flask-Compress does as much, with three compilers' worth of packages for encodings that gain little here; scripts are
squeezed once and kept, answers quickly each time.
"""

import gzip
import zlib
from collections.abc import Iterable, Iterator
from functools import lru_cache

from dash import Dash
from flask import Flask, Response, request

LEAST_BYTES = 1_000  # below, the headers weigh more than what is saved
QUICK, SMALL = 1, 6  # an answer of 800 kB takes 3 ms at level 1 and is 115 kB; a script is squeezed once
KEPT = 64  # scripts: there are about thirty
_GZIP = 31  # how zlib calls the format
_SQUEEZED = ("text/", "application/json", "application/javascript", "application/geo+json", "image/svg+xml")
_SCRIPTS = ("/_dash-component-suites/", "/assets/", "/scripts/")


def add_compression(app: Dash) -> None:
    """Answers are sent as gzip to those who take it."""
    server: Flask = app.server

    @server.after_request
    def squeeze(response: Response) -> Response:
        if not _can_be_squeezed(response):
            return response
        response.vary.add("Accept-Encoding")
        if request.accept_encodings.quality("gzip") <= 0:
            return response
        if _is_made_on_the_way(response):
            response.response = _squeezed(response.iter_encoded())
            response.headers["Content-Encoding"] = "gzip"
            return response
        response.direct_passthrough = False  # a file is read whole
        content = response.get_data()
        if len(content) >= LEAST_BYTES:
            response.set_data(
                _kept(content) if request.path.startswith(_SCRIPTS) else gzip.compress(content, QUICK)
            )
            response.headers["Content-Encoding"] = "gzip"
            _weaken(response)
        return response


def _can_be_squeezed(response: Response) -> bool:
    return (
        response.status_code == 200
        and request.method in {"GET", "POST"}
        and "Content-Encoding" not in response.headers
        and (response.mimetype or "").startswith(_SQUEEZED)
    )


def _is_made_on_the_way(response: Response) -> bool:
    """Whether it is sent piece by piece as it is made: put together it might not fit into memory."""
    return response.is_streamed and not response.direct_passthrough


def _squeezed(pieces: Iterable[bytes]) -> Iterator[bytes]:
    """The pieces as one gzip file, squeezed as they come."""
    squeezer = zlib.compressobj(QUICK, wbits=_GZIP)
    for piece in pieces:
        yield squeezer.compress(piece)
    yield squeezer.flush()


@lru_cache(maxsize=KEPT)
def _kept(content: bytes) -> bytes:
    """A script squeezed well, once; the script itself is what it is known by."""
    return gzip.compress(content, SMALL)


def _weaken(response: Response) -> None:
    """The same tag now names two rows of bytes that mean the same; Dash compares it letter by letter."""
    tag, _ = response.get_etag()
    if tag:
        response.set_etag(tag, weak=True)
        response.make_conditional(request.environ)
