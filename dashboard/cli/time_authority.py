"""Asking a time-stamp authority: the one request of ``case``, and only where its address was given."""

from http.client import HTTPException
from urllib.error import URLError
from urllib.parse import urlsplit
from urllib.request import Request, urlopen

from dashboard.cli.output import note
from dashboard.errors import ExportError, InputError
from dashboard.publish.case.stamp import read_stamp, request_for

SECONDS = 30
_LONGEST = 1 << 20
_QUERY, _REPLY = "application/timestamp-query", "application/timestamp-reply"


def ask(url: str, manifest: bytes) -> bytes:
    """The authority's answer for a manifest. Raises ExportError where there is none, or it is of something else."""
    if urlsplit(url).scheme not in {"http", "https"}:
        msg = f"{url}: is no address of a time-stamp authority; it begins with https:// or http://"
        raise ExportError(msg)
    question = Request(url, request_for(manifest), {"Content-Type": _QUERY, "Accept": _REPLY})  # noqa: S310 - checked above
    note(f"sending the SHA-256 of the manifest to {urlsplit(url).hostname}")
    try:
        with urlopen(question, timeout=SECONDS) as answer:  # noqa: S310
            content: bytes = answer.read(_LONGEST)
    except (URLError, HTTPException, OSError, ValueError) as error:
        msg = f"{url}: gave no time stamp ({getattr(error, 'reason', None) or error}); seal without --timestamp, or name another"
        raise ExportError(msg) from error
    _must_be_of(manifest, content, url)
    return content


def _must_be_of(manifest: bytes, content: bytes, url: str) -> None:
    try:
        fits = read_stamp(content, manifest).fits
    except InputError as error:
        msg = f"{url}: {error}"
        raise ExportError(msg) from error
    if not fits:
        msg = f"{url}: gave a time stamp of something else; name another authority"
        raise ExportError(msg)
