"""`case seal` and `case verify`, as a person types them."""

import re
import zipfile
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, HTTPServer
from pathlib import Path
from threading import Thread

import pytest

from tests.cli.conftest import Run
from tests.publish.authority import answered, made_authority
from tests.sample import kept_in


@pytest.fixture
def database(tmp_path: Path) -> Path:
    return kept_in(tmp_path / "sample.db")


@pytest.fixture
def case(run: Run, database: Path) -> Path:
    path = database.parent / "case.zip"
    assert run("case", "seal", path, "--database", database).code == 0
    return path


def test_a_sealed_case_is_never_written_over(run: Run, database: Path, case: Path) -> None:
    before = case.read_bytes()
    ran = run("case", "seal", case, "--database", database)
    assert (ran.code, "is never written over; name another file" in ran.err) == (1, True)
    assert case.read_bytes() == before


def test_what_was_sealed_is_verified(run: Run, database: Path) -> None:
    case = database.parent / "sealed.zip"
    sealed = run("case", "seal", case, "--database", database)
    (known,) = re.findall(r"fingerprint: ([0-9a-f]{64})", sealed.out)
    ran = run("case", "verify", case, "--fingerprint", known)
    assert ran.code == 0, ran.out
    assert "10 files, all as they were sealed" in ran.out
    assert "the fingerprint is the one you were given" in ran.out
    assert "not time-stamped" in ran.out
    ran = run("case", "verify", case, "--fingerprint", "0" * 64)
    assert (ran.code, "is NOT the one you were given" in ran.out) == (1, True)


def test_a_change_is_named_and_the_exit_code_says_it(run: Run, case: Path) -> None:
    with zipfile.ZipFile(case, "a") as packed:
        packed.writestr("reports/more.txt", "x")
    ran = run("case", "verify", case)
    assert ran.code == 1
    assert ran.out.startswith("added: reports/more.txt\n")
    assert "NOT as it was sealed" in ran.out


@pytest.mark.parametrize(
    ("words", "code", "message"),
    [
        (("seal", "case.tar"), 2, "a sealed case is a .zip"),
        (("seal", "none/case.zip"), 1, "there is no folder"),
        (("seal", "case.zip", "--originals", "none"), 1, "is no folder; --originals takes the folder"),
        (("seal", "case.zip", "--timestamp", "ftp://here"), 1, "is no address of a time-stamp authority"),
        (("seal", "case.zip", "--timestamp", "http://127.0.0.1:9/"), 1, "gave no time stamp"),
        (("verify", "none.zip"), 1, "is not there"),
    ],
)
def test_what_can_not_be_done_is_told_and_leaves_nothing(
    run: Run, database: Path, monkeypatch: pytest.MonkeyPatch, words: tuple[str, ...], code: int, message: str
) -> None:
    monkeypatch.chdir(database.parent)
    known = ("--database", database) if words[0] == "seal" else ()
    ran = run("case", *words, *known)
    assert (ran.code, message in ran.err) == (code, True), ran.err
    assert {path.name for path in database.parent.iterdir()} == {"sample.db"}


def test_an_empty_store_has_nothing_to_seal(run: Run, tmp_path: Path) -> None:
    ran = run("case", "seal", tmp_path / "case.zip", "--database", tmp_path / "none.db")
    assert (ran.code, "holds nothing of your own to seal" in ran.err) == (1, True)


@pytest.fixture
def authority(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return made_authority(tmp_path_factory.mktemp("authority"))


@pytest.fixture
def stamping(authority: Path) -> Iterator[str]:
    """The address of a time-stamp authority that answers on this machine."""

    class Answer(BaseHTTPRequestHandler):
        def do_POST(self) -> None:
            question = self.rfile.read(int(self.headers["Content-Length"]))
            (authority / "asked").write_bytes(question)
            answer = answered(authority, question)
            self.send_response(200)
            self.send_header("Content-Type", "application/timestamp-reply")
            self.end_headers()
            self.wfile.write(answer)

        def log_message(self, *_: object) -> None:
            """Nothing is told of requests."""

    server = HTTPServer(("127.0.0.1", 0), Answer)
    thread = Thread(target=server.serve_forever)
    thread.start()
    yield f"http://127.0.0.1:{server.server_port}/"
    server.shutdown()
    thread.join()
    server.server_close()


def test_a_time_stamp_is_asked_for_only_on_demand_and_shown(
    run: Run,
    database: Path,
    stamping: str,
    authority: Path,
) -> None:
    out = database.parent / "case.zip"
    ran = run("case", "seal", out, "--database", database, "--timestamp", stamping)
    assert ran.code == 0, ran.err
    assert "sending the SHA-256 of the manifest to 127.0.0.1" in ran.err
    asked = (authority / "asked").read_bytes()
    assert len(asked) < 100  # a hash, and nothing of the case
    ran = run("case", "verify", out)
    assert (ran.code, "UTC by CN=Made Authority; its signature was not checked" in ran.out) == (0, True)
    ran = run("case", "verify", out, "--roots", authority / "cert.pem")
    assert (ran.code, "vouched for by your certificates" in ran.out) == (0, True)
    ran = run("case", "verify", out, "--roots", database)
    assert (ran.code, "holds no certificates" in ran.out + ran.err) == (1, True)
