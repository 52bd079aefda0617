"""A case into one .zip, part by part, the manifest last; the same case at the same moment gives the same bytes."""

import hashlib
from collections.abc import Callable, Generator, Iterable, Iterator
from datetime import UTC, datetime
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

from dashboard.exchange.pieces import Drain
from dashboard.exchange.provenance import PRODUCT
from dashboard.publish.case.manifest import MANIFEST, STAMP, SUMS, Manifest, Sealed, fingerprint, moment_words
from dashboard.publish.case.parts import Part

_FIRST, _LAST = 1980, 2107  # the years a zip can name
_LEVEL = 6
Stamp = Callable[[bytes], bytes]
"""From the bytes of a manifest to those of a time stamp of them."""


class Seal:
    """The file of a sealed case, written as it is read; ``fingerprint`` and ``files`` are known when it has been."""

    def __init__(
        self, parts: Iterable[Part], made: datetime, version: str, stamp: Stamp | None = None
    ) -> None:
        self._parts = parts
        self._made = made.astimezone(UTC)
        self._by = f"{PRODUCT} {version}"
        self._stamp = stamp
        self.fingerprint = ""
        self.files: tuple[Sealed, ...] = ()

    def pieces(self) -> Iterator[bytes]:
        """The bytes of the .zip."""
        drain = Drain()
        sealed: list[Sealed] = []
        with ZipFile(drain, "w", ZIP_DEFLATED, compresslevel=_LEVEL) as packed:
            for part in self._parts:
                known = yield from self._packed(packed, drain, part)
                sealed.append(known)
            sums = "".join(f"{each.sha256}  {each.path}\n" for each in sealed).encode()
            sealed.append((yield from self._packed(packed, drain, Part(SUMS, iter([sums])))))
            manifest = Manifest(moment_words(self._made), self._by, tuple(sealed)).to_bytes()
            yield from self._packed(packed, drain, Part(MANIFEST, iter([manifest])))
            if self._stamp:
                yield from self._packed(packed, drain, Part(STAMP, iter([self._stamp(manifest)])))
        yield drain.taken()
        self.fingerprint, self.files = fingerprint(manifest), tuple(sealed)

    def _packed(self, packed: ZipFile, drain: Drain, part: Part) -> Generator[bytes, None, Sealed]:
        """One part into the .zip; gives what the manifest says of it."""
        digest, size = hashlib.sha256(), 0
        with packed.open(self._about(part.path), "w", force_zip64=True) as file:
            for piece in part.pieces:
                file.write(piece)
                digest.update(piece)
                size += len(piece)
                yield drain.taken()
        return Sealed(part.path, digest.hexdigest(), size)

    def _about(self, path: str) -> ZipInfo:
        """A file's entry, with the moment of sealing and no machine's marks."""
        at = self._made.replace(year=min(max(self._made.year, _FIRST), _LAST))
        about = ZipInfo(path, (at.year, at.month, at.day, at.hour, at.minute, at.second))
        about.compress_type = ZIP_DEFLATED
        about.external_attr = 0o644 << 16
        about.create_system = 3
        return about
