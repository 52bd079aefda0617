"""A sealed case: what is in it, that every change shows, and that a hostile file is refused unread."""

import hashlib
import io
import json
import stat
import zipfile
from collections.abc import Callable, Mapping
from contextlib import suppress
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

import pytest

from dashboard.errors import InputError
from dashboard.publish.case import verify as verifying
from dashboard.publish.case.manifest import MANIFEST
from dashboard.publish.case.parts import parts
from dashboard.publish.case.seal import Seal
from dashboard.publish.case.stamp import read_stamp
from dashboard.publish.case.verify import Change, Found, verify
from dashboard.publish.extract import Wanted, extract_of
from dashboard.store import Store
from tests.publish.authority import certified, made_authority, stamped
from tests.sample import dataset, kept_in

MADE = datetime(2026, 3, 1, 12, 30, 8, tzinfo=UTC)
Entries = dict[str, bytes]


def sealed(folder: Path, originals: Path | None = None, sha256: str = "") -> Seal:
    """A seal of a store with the sample, not yet written."""
    path = folder / "case.db"
    store = Store.open(str(path if path.exists() else kept_in(path)))
    whole = store.load()
    extract = extract_of(replace(whole, reports=whole.reports.assign(sha256=sha256)), Wanted(), MADE)
    return Seal(parts(store, extract, originals), MADE, "0.1.0")


@pytest.fixture(scope="module")
def content(tmp_path_factory: pytest.TempPathFactory) -> bytes:
    return b"".join(sealed(tmp_path_factory.mktemp("case")).pieces())


@pytest.fixture
def case(tmp_path: Path, content: bytes) -> Path:
    path = tmp_path / "case.zip"
    path.write_bytes(content)
    return path


def entries(path: Path) -> Entries:
    with zipfile.ZipFile(path) as packed:
        return {name: packed.read(name) for name in packed.namelist()}


def repacked(path: Path, files: Mapping[str, bytes]) -> Path:
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as packed:
        for name, content in files.items():
            packed.writestr(name, content)
    return path


def test_it_holds_texts_store_exports_methods_and_a_manifest(case: Path) -> None:
    assert list(entries(case)) == [
        "README.txt",
        f"reports/{dataset().reports['report_id'][0]}.txt",
        "store/case.db",
        "exports/events.csv",
        "exports/events.json",
        "exports/chronology.html",
        "exports/chronology.docx",
        "methods/methods.html",
        "methods/methods.md",
        "SHA256SUMS",
        "manifest.json",
    ]


def test_the_store_in_it_is_the_store(case: Path, tmp_path: Path) -> None:
    copy = tmp_path / "copy.db"
    copy.write_bytes(entries(case)["store/case.db"])
    with Store.open(str(copy)) as store:
        assert store.load().events["event_id"].tolist() == dataset().events["event_id"].tolist()


def test_an_untouched_case_is_found_as_it_was_sealed(case: Path) -> None:
    verdict = verify(case)
    assert verdict.found == ()
    assert (verdict.manifest.made, verdict.manifest.made_by) == (
        "2026-03-01T12:30:08Z",
        "conflict-timeline 0.1.0",
    )


def test_the_same_case_at_the_same_moment_is_the_same_bytes(tmp_path: Path) -> None:
    assert b"".join(sealed(tmp_path).pieces()) == b"".join(sealed(tmp_path).pieces())


def test_originals_are_packed_whose_bytes_are_those_that_were_read_links_are_not(tmp_path: Path) -> None:
    folder = tmp_path / "originals"
    (folder / "in").mkdir(parents=True)
    (folder / "in" / "Röport 1.html").write_bytes(b"<p>as it was</p>")
    (folder / "other.html").write_bytes(b"<p>changed since</p>")
    (folder / "link.html").symlink_to(folder / "in" / "Röport 1.html")
    known = hashlib.sha256(b"<p>as it was</p>").hexdigest()
    seal = sealed(tmp_path, folder, known)
    (tmp_path / "case.zip").write_bytes(b"".join(seal.pieces()))
    packed = [name for name in entries(tmp_path / "case.zip") if name.startswith("originals/")]
    assert packed == [f"originals/{known[:12]}-Röport_1.html"]
    assert verify(tmp_path / "case.zip").found == ()


def test_whoever_has_nothing_of_ours_checks_it_too(case: Path, tmp_path: Path) -> None:
    with zipfile.ZipFile(case) as packed:
        packed.extractall(tmp_path / "out")
    for line in (tmp_path / "out" / "SHA256SUMS").read_text().splitlines():
        digest, name = line.split("  ")
        assert hashlib.sha256((tmp_path / "out" / name).read_bytes()).hexdigest() == digest


CHANGES: dict[str, tuple[Callable[[Entries], Entries], tuple[Found, ...]]] = {
    "a letter of an export": (
        lambda files: (
            files | {"exports/events.csv": files["exports/events.csv"].replace(b"Douma", b"Daraa", 1)}
        ),
        (Found(Change.DIFFERS, "exports/events.csv", "other bytes"),),
    ),
    "a file cut short": (
        lambda files: files | {"README.txt": b"short"},
        (Found(Change.DIFFERS, "README.txt", "5 bytes, not 1,120"),),
    ),
    "a file taken out": (
        lambda files: {name: each for name, each in files.items() if name != "store/case.db"},
        (Found(Change.MISSING, "store/case.db"),),
    ),
    "a file put in": (lambda files: files | {"reports/x.txt": b"x"}, (Found(Change.ADDED, "reports/x.txt"),)),
}


@pytest.mark.parametrize("name", CHANGES)
def test_every_change_is_named(case: Path, name: str) -> None:
    change, wanted = CHANGES[name]
    size = len(entries(case)["README.txt"])
    found = verify(repacked(case, change(entries(case)))).found
    assert (
        tuple(Found(each.change, each.path, each.detail.replace(f"{size:,}", "1,120")) for each in found)
        == wanted
    )


def test_bytes_hidden_beside_the_files_are_named(case: Path) -> None:
    whole = case.read_bytes()
    case.write_bytes(b"#!/bin/sh\n" + whole)
    assert verify(case).found == (Found(Change.ADDED, "bytes in front of the .zip"),)
    case.write_bytes(whole + b"more\n")
    assert verify(case).found == (Found(Change.ADDED, "bytes behind the .zip"),)
    case.write_bytes(whole)
    with zipfile.ZipFile(case, "a") as packed:
        packed.comment = b"hidden"
    assert verify(case).found == (Found(Change.ADDED, "a comment of the .zip"),)


def test_a_bit_that_fell_over_is_named_or_refused(case: Path) -> None:
    whole = case.read_bytes()
    for place in range(0, len(whole), len(whole) // 40):
        case.write_bytes(whole[:place] + bytes([whole[place] ^ 0x10]) + whole[place + 1 :])
        with suppress(InputError):  # anything else is a fault of ours
            assert verify(case).manifest.files


NAMES = ["../x", "/etc/passwd", "a/../../x", "a\\b", "C:x", "a//b", "./a", "x/", "a\x01b"]


@pytest.mark.parametrize("name", NAMES)
def test_a_name_that_leads_out_is_refused(case: Path, name: str) -> None:
    with pytest.raises(InputError, match="it was not opened"):
        verify(repacked(case, entries(case) | {name: b"x"}))


@pytest.mark.filterwarnings("ignore:Duplicate name")
@pytest.mark.parametrize("name", ["README.txt", "readme.TXT", MANIFEST])
def test_two_files_of_one_name_are_refused(case: Path, name: str) -> None:
    with zipfile.ZipFile(case, "a") as packed:
        packed.writestr(name, b"another")
    with pytest.raises(InputError, match="two files of one name"):
        verify(case)


def test_a_link_is_refused(case: Path) -> None:
    with zipfile.ZipFile(case, "a") as packed:
        link = zipfile.ZipInfo("link")
        link.external_attr = (stat.S_IFLNK | 0o777) << 16
        packed.writestr(link, "/etc/passwd")
    with pytest.raises(InputError, match="'link': is a link"):
        verify(case)


def test_a_bomb_is_refused_unread(case: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(verifying, "_BOMB_BYTES", 1 << 20)
    with pytest.raises(InputError, match="would unpack to many times its size"):
        verify(repacked(case, entries(case) | {"bomb": b"\0" * (4 << 20)}))


NONE = {
    "nothing": b"",
    "a text": b"hello",
    "a .zip of something else": None,
    "a manifest that is none": b"[]",
    "a manifest of deep brackets": b"[" * 200_000,
    "a manifest of a later form": b'{"sealed_case": 9, "made": "", "made_by": "x 9", "files": []}',
    "a manifest with wrong hashes": b'{"sealed_case": 1, "made": "", "made_by": "", "files": [{"path": "a", "sha256": "zz", "bytes": 1}]}',
}


@pytest.mark.parametrize("name", NONE)
def test_what_is_no_sealed_case_is_told(tmp_path: Path, name: str) -> None:
    path = tmp_path / "case.zip"
    inside = NONE[name]
    if name in {"nothing", "a text"}:
        path.write_bytes(inside or b"")
    else:
        repacked(path, {"a.txt": b"a"} if inside is None else {MANIFEST: inside})
    with pytest.raises(InputError, match=r"case\.zip"):
        verify(path)


def test_a_case_whose_writing_or_loading_was_ended_says_so(case: Path) -> None:
    whole = case.read_bytes()
    for share in (4, 2):
        case.write_bytes(whole[: len(whole) // share])
        with pytest.raises(InputError, match="has no end, or a damaged one: it was cut off"):
            verify(case)


def test_a_file_that_is_not_there_is_told(tmp_path: Path) -> None:
    with pytest.raises(InputError, match="is not there"):
        verify(tmp_path / "none.zip")


def test_a_manifest_that_names_a_file_twice_hides_nothing(case: Path) -> None:
    files = entries(case)
    said = json.loads(files[MANIFEST])
    said["files"].append(said["files"][0] | {"sha256": "0" * 64})
    found = verify(repacked(case, files | {MANIFEST: json.dumps(said).encode()})).found
    assert found == (Found(Change.DIFFERS, "README.txt", "other bytes"),)


@pytest.fixture(scope="module")
def authority(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return made_authority(tmp_path_factory.mktemp("authority"))


def test_a_time_stamp_is_kept_and_read(authority: Path, tmp_path: Path) -> None:
    seal = sealed(tmp_path)
    seal._stamp = lambda manifest: stamped(authority, manifest)
    (tmp_path / "case.zip").write_bytes(b"".join(seal.pieces()))
    verdict = verify(tmp_path / "case.zip")
    assert verdict.found == ()
    assert verdict.stamp
    said = read_stamp(verdict.stamp, verdict.manifest_bytes, authority / "cert.pem")
    assert (said.by, said.fits, said.vouched, said.why_not) == ("CN=Made Authority", True, True, "")
    assert read_stamp(verdict.stamp, b"another manifest").fits is False


def test_another_authority_does_not_vouch_for_it(authority: Path, tmp_path: Path) -> None:
    other = tmp_path / "other.pem"
    certified(authority, other, tmp_path / "key.pem")
    said = read_stamp(stamped(authority, b"manifest"), b"manifest", other)
    assert (said.fits, said.vouched, bool(said.why_not)) == (True, False, True)


@pytest.mark.parametrize("content", [b"", b"hello", b"\x30\x03\x02\x01\x02"])
def test_what_is_no_time_stamp_is_told(content: bytes) -> None:
    pytest.importorskip("rfc3161_client")
    with pytest.raises(InputError, match="the time stamp can't be read"):
        read_stamp(content, b"manifest")


def test_a_full_disk_while_sealing_is_an_error_and_no_loop(tmp_path: Path) -> None:
    def broken() -> bytes:
        raise OSError(28, "No space left on device")

    seal = sealed(tmp_path)
    seal._stamp = lambda manifest: broken()
    with pytest.raises(OSError, match="No space left"):
        io.BytesIO().writelines(seal.pieces())
