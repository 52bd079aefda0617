"""What arrives in a folder is read once it is whole."""

import signal
import subprocess
import sys
from collections.abc import Iterator, Sequence
from pathlib import Path

import pytest

from dashboard.cli.gather import Given
from dashboard.cli.watch import Waiting, follow, read_arrived
from dashboard.errors import InputError
from dashboard.readers import is_taken
from dashboard.store import Store
from tests.cli.conftest import Run

REPORT = "Shelling in {0}\n\nArtillery struck {0} on Tuesday, 6 March 2018, killing three civilians.\n"


def test_a_file_is_handed_over_once_it_has_stopped_growing(tmp_path: Path) -> None:
    file, handed = tmp_path / "a.txt", list[Sequence[Path]]()

    def looks() -> Iterator[frozenset[Path]]:
        for text in ("", "Artillery ", "struck Douma.", None, None):
            if text is not None:
                with file.open("a", encoding="utf-8") as opened:
                    opened.write(text)
            assert handed == []
            yield frozenset((file,)) if text is not None else frozenset()
        yield frozenset()
        assert handed == [(file,)]
        yield frozenset()

    follow(looks(), handed.append, tmp_path)
    assert handed == [(file,)]


def test_a_file_that_is_gone_again_is_forgotten(tmp_path: Path) -> None:
    file = tmp_path / "a.txt"
    file.write_text("x")
    waiting = Waiting().after(frozenset((file,)))
    file.unlink()
    assert waiting.after(frozenset()) == Waiting()


def test_a_folder_that_is_gone_ends_the_watching(tmp_path: Path) -> None:
    with pytest.raises(InputError, match="is gone; nothing more can arrive"):
        follow(iter([frozenset[Path]()]), lambda _: None, tmp_path / "gone")


def test_only_what_reading_the_folder_would_take_is_taken(tmp_path: Path) -> None:
    for name in ("a.txt", ".b.txt", "page.html", "page_files/c.html", ".d/e.txt", "in/f.txt"):
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_text("Calm.")
    (tmp_path / "g.png").write_bytes(b"\x89PNG")
    (tmp_path / "h.txt").symlink_to("/etc/passwd")
    names = sorted(path.name for path in tmp_path.rglob("*") if is_taken(path, tmp_path))
    assert names == ["a.txt", "f.txt", "page.html"]


def test_what_is_no_folder_is_refused(run: Run, tmp_path: Path) -> None:
    ran = run("watch", tmp_path / "none", "--into", tmp_path / "case.db")
    assert (ran.code, "none: is no folder; name one whose new reports are to be read" in ran.err) == (1, True)


@pytest.mark.skipif(sys.platform == "win32", reason="Ctrl-C is sent otherwise there")
@pytest.mark.parametrize("asked", [signal.SIGINT, signal.SIGTERM])
def test_reports_are_read_as_they_arrive_until_somebody_ends_it(
    tmp_path: Path, asked: signal.Signals
) -> None:
    inbox, case = tmp_path / "inbox", tmp_path / "case.db"
    inbox.mkdir()
    (inbox / "douma.txt").write_text(REPORT.format("Douma"), encoding="utf-8")
    command = [sys.executable, "-m", "dashboard", "watch", str(inbox), "--into", str(case)]
    with subprocess.Popen(
        command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True, bufsize=1
    ) as watching:
        assert watching.stdout
        assert watching.stderr
        assert "inbox: 1 report, 1 new event" in watching.stdout.readline()
        (tmp_path / "late.txt").write_text(REPORT.format("Homs"), encoding="utf-8")
        (tmp_path / "late.txt").rename(inbox / "homs.txt")
        assert "homs.txt: 1 report, 1 new event" in watching.stdout.readline()
        watching.send_signal(asked)
        try:
            assert watching.wait(20) == 0
        finally:
            watching.kill()
        assert "no longer watching" in watching.stderr.read()
    with Store.open(str(case)) as store:
        assert sorted(store.load().events["location"]) == ["Douma", "Homs"]


def test_a_table_that_arrives_is_read_as_one(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    table = tmp_path / "list.csv"
    table.write_text("Date,Town,Country,Killed\n21 May 2018,Douma,Syria,3\n", encoding="utf-8")
    with Store.open(str(tmp_path / "case.db")) as store:
        read_arrived(store, [table], Given(), "inbox")
        assert store.load().events["location"].tolist() == ["Douma"]
    assert "1 event from list.csv (a table)" in capsys.readouterr().err
