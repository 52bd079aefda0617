"""A time-stamp authority of our own, made by OpenSSL where it is installed; nothing leaves the machine."""

import shutil
import subprocess
from pathlib import Path

import pytest

from dashboard.publish.case.stamp import request_for


def made_authority(folder: Path) -> Path:
    """The folder with an authority of our own in it: its key, its certificate, its settings."""
    if shutil.which("openssl") is None:
        pytest.skip("no openssl to be a time-stamp authority")
    (folder / "ts.cnf").write_text(TS_CONFIG.format(folder=folder))
    (folder / "serial").write_text("01")
    certified(folder, folder / "cert.pem", folder / "key.pem")
    return folder


def certified(folder: Path, certificate: Path, key: Path) -> None:
    """A certificate and its key, good for stamping times."""
    name = ("-subj", "/CN=Made Authority", "-extensions", "stamping")
    openssl(
        "req",
        "-x509",
        "-newkey",
        "rsa:2048",
        "-nodes",
        *name,
        *own(folder),
        "-keyout",
        key,
        "-out",
        certificate,
    )


def own(folder: Path) -> tuple[str | Path, ...]:
    return "-config", folder / "ts.cnf"


def openssl(*words: str | Path) -> None:
    subprocess.run(["openssl", *words], check=True, capture_output=True)


TS_CONFIG = """
[req]
distinguished_name = name
[name]
[stamping]
extendedKeyUsage = critical,timeStamping
keyUsage = critical,digitalSignature
[tsa]
default_tsa = ours
[ours]
serial = {folder}/serial
signer_cert = {folder}/cert.pem
signer_key = {folder}/key.pem
signer_digest = sha256
default_policy = 1.2.3.4
digests = sha256, sha512
ess_cert_id_alg = sha256
"""


def stamped(authority: Path, manifest: bytes) -> bytes:
    pytest.importorskip("rfc3161_client")
    return answered(authority, request_for(manifest))


def answered(authority: Path, question: bytes) -> bytes:
    """The authority's answer to a question as it goes over the wire."""
    query, answer = authority / "query.tsq", authority / "answer.tsr"
    query.write_bytes(question)
    openssl("ts", "-reply", "-queryfile", query, *own(authority), "-section", "ours", "-out", answer)
    return answer.read_bytes()
