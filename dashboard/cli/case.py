"""``case seal`` and ``case verify``."""

from functools import partial
from pathlib import Path

import typer

from dashboard import __version__
from dashboard.cli.edits_told import edits_told
from dashboard.cli.moments import now_utc
from dashboard.cli.output import counted, note, say
from dashboard.cli.progress import meanwhile
from dashboard.cli.stored import open_store, own_dataset
from dashboard.cli.time_authority import ask
from dashboard.cli.whole_file import write_whole
from dashboard.errors import ExportError, InputError
from dashboard.extras import DOCUMENTS, STAMPS
from dashboard.publish.case.parts import ORIGINALS, parts
from dashboard.publish.case.seal import Seal
from dashboard.publish.case.stamp import Stamped, read_stamp
from dashboard.publish.case.verify import Verdict, verify
from dashboard.publish.extract import Wanted, extract_of


def seal_case(out: Path, database: str | None, originals: Path | None, timestamp: str) -> int:
    """Write the sealed case; gives the exit code. The file appears whole or not at all."""
    _must_be_writable(out, timestamp)
    dataset = own_dataset(database)
    if dataset is None:
        msg = f"{database or 'the store'}: holds nothing of your own to seal; read reports into it first"
        raise ExportError(msg)
    made = now_utc()
    extract = extract_of(dataset, Wanted(), made, edits_told(database))
    with open_store(database) as store, meanwhile("sealing the case"):
        stamp = partial(ask, timestamp) if timestamp else None
        sealed = Seal(parts(store, extract, originals), made, __version__, stamp)
        write_whole(out, sealed.pieces())
    say(f"{out}: {counted(len(sealed.files), 'file')} sealed, {out.stat().st_size:,} bytes")
    say(f"fingerprint: {sealed.fingerprint}")
    note("keep the fingerprint apart from the file: who changes the file can't change what you wrote down")
    if originals:
        packed = sum(each.path.startswith(ORIGINALS) for each in sealed.files)
        note(f"{counted(packed, 'original file')} packed of {counted(len(dataset.reports), 'report')}")
    if lacking := DOCUMENTS.lacking():
        note(f"the chronology is in it as .html only: {lacking}")
    return 0


def _must_be_writable(out: Path, timestamp: str) -> None:
    """Refused before anything is read."""
    if out.suffix.lower() != ".zip":
        msg = f"{out}: a sealed case is a .zip; name a file that ends so"
        raise typer.BadParameter(msg)
    if out.exists():
        msg = f"{out}: is there already, and a sealed case is never written over; name another file, or take that one away"
        raise ExportError(msg)
    if timestamp and (lacking := STAMPS.lacking()):
        raise ExportError(lacking)
    if not out.parent.is_dir():
        msg = f"{out}: there is no folder {out.parent}; make it first"
        raise ExportError(msg)


def verify_case(path: Path, fingerprint: str, roots: Path | None) -> int:
    """Tell whether the file is as it was sealed; 1 where it is not."""
    verdict = verify(path)
    for found in verdict.found:
        say(str(found))
    say(_summary(path, verdict))
    say(f"fingerprint: {verdict.fingerprint}")
    return max(int(bool(verdict.found)), _known(verdict, fingerprint), _stamped(verdict, roots))


def _summary(path: Path, verdict: Verdict) -> str:
    manifest = verdict.manifest
    many = counted(len(manifest.files), "file")
    how = "NOT as it was sealed" if verdict.found else f"{many}, all as they were sealed"
    return f"{path}: {how}; sealed {manifest.made} by {manifest.made_by}"


def _known(verdict: Verdict, fingerprint: str) -> int:
    """1 where the fingerprint is not the one the person was given."""
    wanted = "".join(fingerprint.split()).lower()
    if not wanted:
        note(
            "a manifest can be written anew: hold its fingerprint against the one you were given (--fingerprint)"
        )
        return 0
    if wanted == verdict.fingerprint:
        say("the fingerprint is the one you were given")
        return 0
    say("the fingerprint is NOT the one you were given: this is another case, or it was sealed anew")
    return 1


def _stamped(verdict: Verdict, roots: Path | None) -> int:
    """Tell of the time stamp; 1 where it is not of this manifest, or the roots don't vouch for it."""
    if verdict.stamp is None:
        say("not time-stamped")
        return int(roots is not None)
    try:
        stamp = read_stamp(verdict.stamp, verdict.manifest_bytes, roots)
    except InputError as error:
        say(f"time stamp: {error}")
        return 1
    say(_stamp_words(stamp))
    return int(not stamp.fits or stamp.vouched is False)


def _stamp_words(stamp: Stamped) -> str:
    if not stamp.fits:
        return "time stamp: is NOT of this manifest"
    said = f"time stamp: {stamp.at:%Y-%m-%d %H:%M:%S} UTC by {stamp.by}"
    if stamp.vouched is None:
        return f"{said}; its signature was not checked: name the certificates you trust with --roots"
    if stamp.vouched:
        return f"{said}; signed, and vouched for by your certificates"
    return f"{said}; NOT vouched for by your certificates ({stamp.why_not})"
