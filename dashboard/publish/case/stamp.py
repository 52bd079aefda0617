"""A time stamp (RFC 3161): an authority's word that a manifest was there at a moment; asked for only where a person says so."""

import hashlib
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from dashboard.errors import ExportError, InputError
from dashboard.extras import STAMPS

_HASHES = {
    "2.16.840.1.101.3.4.2.1": "sha256",
    "2.16.840.1.101.3.4.2.2": "sha384",
    "2.16.840.1.101.3.4.2.3": "sha512",
}


@dataclass(frozen=True, slots=True)
class Stamped:
    """What a time stamp says: when, by whom, whether it is of this manifest, and whether a root that was given vouches for it."""

    at: datetime
    by: str
    fits: bool
    vouched: bool | None = None
    why_not: str = ""


def request_for(manifest: bytes) -> bytes:
    """The question to a time-stamp authority: it learns the hash of the manifest and nothing else."""
    if lacking := STAMPS.lacking():
        raise ExportError(lacking)
    from rfc3161_client import TimestampRequestBuilder  # noqa: PLC0415 - what says that it is lacking stands before it
    from rfc3161_client.base import HashAlgorithm  # noqa: PLC0415

    asked = TimestampRequestBuilder().data(manifest).hash_algorithm(HashAlgorithm.SHA256).build()
    content: bytes = asked.as_bytes()
    return content


def read_stamp(content: bytes, manifest: bytes, roots: Path | None = None) -> Stamped:
    """What a time stamp says of a manifest; ``roots`` a PEM file of the authorities that are trusted.

    Raises InputError for bytes that are no time stamp.
    """
    if lacking := STAMPS.lacking():
        raise InputError(lacking)
    from rfc3161_client import decode_timestamp_response  # noqa: PLC0415

    try:
        answer = decode_timestamp_response(content)
        token = answer.tst_info
        imprint = token.message_imprint
        named = _HASHES.get(imprint.hash_algorithm.dotted_string, "")
        fits = bool(named) and hashlib.new(named, manifest).digest() == imprint.message
        at, by = token.gen_time, _name(answer)
    except (ValueError, TypeError, AttributeError) as error:
        msg = "the time stamp can't be read: it is no answer of a time-stamp authority, or was refused"
        raise InputError(msg) from error
    if roots is None:
        return Stamped(at, by, fits)
    why_not = _why_not(answer, manifest, roots)
    return Stamped(at, by, fits, vouched=not why_not, why_not=why_not)


def _name(answer: object) -> str:
    """Who signed, by the certificate that was sent along; the name in the token where there is none."""
    from cryptography.x509 import load_der_x509_certificate  # noqa: PLC0415 - comes with rfc3161-client

    signed = answer.signed_data  # type: ignore[attr-defined]
    certificates = [load_der_x509_certificate(each) for each in signed.certificates]
    signers = {(each.issuer, each.serial_number) for each in signed.signer_infos}
    found = [each for each in certificates if (each.issuer, each.serial_number) in signers]
    return found[0].subject.rfc4514_string() if found else "an authority that sent no certificate"


def _why_not(answer: object, manifest: bytes, roots: Path) -> str:
    """Why the roots don't vouch for it; empty where they do."""
    from cryptography.x509 import load_pem_x509_certificates  # noqa: PLC0415
    from rfc3161_client import VerificationError, VerifierBuilder  # noqa: PLC0415

    try:
        trusted = load_pem_x509_certificates(roots.read_bytes())
    except (OSError, ValueError) as error:
        msg = f"{roots}: holds no certificates; --roots takes a PEM file"
        raise InputError(msg) from error
    builder = VerifierBuilder()
    for each in trusted:
        builder = builder.add_root_certificate(each)
    try:
        builder.build().verify_message(answer, manifest)  # type: ignore[arg-type]  # it was decoded by the same library
    except (VerificationError, ValueError) as error:
        return str(error)
    return ""
