"""The wheel, installed outside the checkout: every command, every export and the page."""

import json
import re
import zipfile
from collections import Counter
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any
from urllib.parse import urljoin
from urllib.request import urlopen

import pytest
from typer.main import get_command

from dashboard.cli.commands import app
from dashboard.extras import IMAGES, PARQUET, POSTGRES, Extra
from dashboard.publish.offered import SUFFIXES
from tests.install.conftest import ROOT, Built, Installed

REPORT = "Artillery struck Douma on Tuesday, 6 March 2018, killing three civilians.\n"
SAMPLE = next((ROOT / "seeds").glob("*.txt"))
PLACES = "name,latitude,longitude,country\nTell Qasr al-Nakhl,33.41,36.52,Syria\n"
ADDRESS = "postgresql+psycopg://someone@localhost/case"
# what such a file begins with
BEGINS = {
    ".html": b"<!doctype html>",
    ".csv": b"\xef\xbb\xbfevent_id,",  # the mark by which Excel knows UTF-8
    ".json": b'{"provenance"',
    ".jsonl": b'{"event_id"',
    ".geojson": b'{"type": "FeatureCollection"',
    ".kml": b"<?xml",
    ".gpkg": b"SQLite format 3",
    ".docx": b"PK\x03\x04",
    ".md": b"# ",
    ".xlsx": b"PK\x03\x04",
    ".parquet": b"PAR1",
    ".png": b"\x89PNG",
    ".svg": b"<svg",
    ".pdf": b"%PDF",
}


def commands(group: Any, before: str = "") -> Iterator[str]:
    """Every command as it is typed."""
    for name, command in group.commands.items():
        if hasattr(command, "commands"):
            yield from commands(command, f"{before}{name} ")
        else:
            yield f"{before}{name}"


def events_of(file: Path) -> list[dict[str, Any]]:
    told: list[dict[str, Any]] = json.loads(file.read_text(encoding="utf-8"))["events"]
    return told


def names_in(wheel: Path) -> set[str]:
    with zipfile.ZipFile(wheel) as archive:
        return {name for name in archive.namelist() if ".dist-info/" not in name}


def test_the_wheel_holds_the_package_the_facts_and_the_sample_and_nothing_else(built: Built) -> None:
    package = {path for path in (ROOT / "dashboard").rglob("*") if path.is_file() and path.suffix != ".pyc"}
    facts = {
        path for path in (ROOT / "data").rglob("*") if path.suffix in {".tsv", ".gz", ".md", ".toml", ".npz"}
    }
    wanted = {path.relative_to(ROOT).as_posix() for path in package}
    wanted |= {f"dashboard/{path.relative_to(ROOT).as_posix()}" for path in facts}
    wanted |= {f"dashboard/seeds/{path.name}" for path in (ROOT / "seeds").glob("*.txt")}
    assert names_in(built.wheel) == wanted


def test_a_wheel_made_from_the_sdist_is_the_same_and_never_takes_a_case_along(built: Built) -> None:
    assert names_in(built.again) == names_in(built.wheel)


def test_a_clean_environment_uses_the_wheel_and_not_the_checkout(installed: Installed) -> None:
    said = installed.python("from dashboard.bundled import *; print(bundled('data')); print(checkout())")
    folder, top = said.splitlines()
    assert Path(folder).is_relative_to(installed.folder)
    assert top == "None"


def test_the_help_names_the_file_that_events_are_kept_in(installed: Installed) -> None:
    told = re.sub(r"-\s+", "-", installed.run("serve", "--help").stdout)
    named = re.search(r"Default:\s+~/(\S+\.db)", told)
    assert named, told
    assert installed.run("reports", "list").returncode == 0
    assert (installed.home / named[1]).is_file()


def _let_people_in(says: Callable[..., str]) -> None:
    says("people add", "Ann", "--role", "admin", "--no-password", "--auth", "people.txt")
    says("people add", "Rex", "--no-password", "--auth", "people.txt")
    says("people role", "Rex", "editor", "--auth", "people.txt")
    assert "Rex\teditor" in says("people list", "--auth", "people.txt")
    says("people remove", "Rex", "--auth", "people.txt")


def test_every_command_runs_from_an_empty_folder_and_writes_nothing_beside_itself(
    installed: Installed,
) -> None:
    before = installed.files()
    home = installed.home
    (home / "post.txt").write_text(REPORT, encoding="utf-8")
    (home / "places.csv").write_text(PLACES, encoding="utf-8")
    ran = set()

    def says(command: str, *arguments: object) -> str:
        done = installed.run(*command.split(), *arguments)
        assert done.returncode == 0, f"{command}: {done.stderr}"
        assert "Traceback" not in done.stderr
        ran.add(command)
        return done.stdout

    assert "2018-05-21 00:00" in says("time", "after midnight of yesterday", "--published", "2018-05-21")
    assert "Douma" in says("read", "post.txt")
    says("places add", "places.csv")
    assert "36.52" in says("places find", "Tell Qasr al-Nakhl")
    (home / "sample.txt").write_text(SAMPLE.read_text(encoding="utf-8"), encoding="utf-8")
    own = installed.python("from dashboard.cli.own import own_file; print(own_file())").strip()
    says("read", "sample.txt", "--into", own)
    says("export", "all.json")
    first, second = (event["event_id"] for event in events_of(home / "all.json")[:2])
    assert first in says("events list")
    assert first in says("events show", first)
    says("events join", first, second, "--because", "one convoy, told twice")
    says("export", "joined.json")
    told = json.loads((home / "joined.json").read_text(encoding="utf-8"))["mentions"]
    of = {each["mention_id"]: each["event_id"] for each in told}
    counted = Counter(of.values())
    both = max(counted, key=counted.__getitem__)
    mention = next(mention for mention, event in of.items() if event == both)
    says("events split", both, mention, "--because", "two after all")
    assert "one convoy, told twice" in says("events edits")
    says("events undo", 2)
    says("events set", second, "fatalities=2", "--because", "a list")
    says("events tag", second, "--add", "hospital")
    says("events review", second, "--status", "accepted")
    says("events delete", second, "--because", "not an attack")
    says("events restore", second, "--because", "an attack after all")
    assert "a list" in says("events history", second)
    says("events add", "when=5 March 2018", "place=Homs", "event_type=Battles", "--because", "a witness")
    says("reports date", "sample.txt", "--published", "2018-05-21", "--because", "its own page")
    says("case seal", "case.zip")
    assert "as they were sealed" in says("case verify", "case.zip")
    assert "sample.txt" in says("reports list")
    assert "1 report removed" in says("reports remove", "sample.txt", "--yes")
    _let_people_in(says)
    asking = {"serve", "watch", "people password"}  # these end only when they are ended, or ask somebody
    assert ran == set(commands(get_command(app))) - asking
    assert installed.files() == before


@pytest.fixture(scope="session")
def kept(environment: Installed, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A database with the sample in it, which nobody changes: reading it takes longer than to write it out."""
    database = tmp_path_factory.mktemp("kept") / "case.db"
    done = environment.run("read", SAMPLE, "--into", database)
    assert done.returncode == 0, done.stderr
    return database


@pytest.mark.parametrize("suffix", SUFFIXES)
def test_every_export_is_written(installed: Installed, kept: Path, suffix: str) -> None:
    done = installed.run("export", f"sample{suffix}", "--database", kept)
    assert done.returncode == 0, done.stderr
    assert (installed.home / f"sample{suffix}").read_bytes().startswith(BEGINS[suffix])


def test_without_a_database_the_sample_is_what_is_exported(installed: Installed) -> None:
    done = installed.run("export", "sample.json")
    assert (done.returncode, "this is the sample" in done.stderr) == (0, True), done.stderr
    assert "Yarmouk Camp" in {event["location"] for event in events_of(installed.home / "sample.json")}


def test_the_page_shows_the_sample_and_says_how_to_bring_ones_own(installed: Installed) -> None:
    with installed.serving() as server:
        assert server.stdout
        line = server.stdout.readline()
        found = re.search(r"http://\S+/", line)
        assert found, line + server.communicate()[1]
        address = found[0]
        assert fetched(address, "healthz")
        page = fetched(address).decode()
        parts = re.findall(r'(?:src|href)="(/[^"]+)"', page)
        assert {".css", ".js"} <= {Path(part.partition("?")[0]).suffix for part in parts}
        assert all(fetched(address, part) for part in parts)
        assert b'"timeline"' in fetched(address, "_dash-layout")
        events = json.loads(fetched(address, "export/events.json"))["events"]
        server.terminate()
        said = server.communicate(timeout=30)[1]
    assert {"South Damascus", "Yarmouk Camp"} <= {event["location"] for event in events}
    assert "conflict-timeline serve FOLDER" in said
    assert "Traceback" not in said


@pytest.mark.parametrize(
    ("extra", "arguments", "about"),
    [
        (PARQUET, ("export", "events.parquet"), "events.parquet"),
        (IMAGES, ("export", "chart.png"), "chart.png"),
        (POSTGRES, ("events", "list", "--database", ADDRESS), ADDRESS),
    ],
)
def test_where_an_extra_is_missing_one_line_says_what_to_install(
    installed: Installed, extra: Extra, arguments: tuple[str, ...], about: str
) -> None:
    done = installed.run(*arguments, extras=False)
    needs = f"{about}: {extra.use} needs {' and '.join(extra.modules)}"
    assert done.stderr == f'error: {needs}: pip install "conflict-timeline[{extra.name}]"\n'
    assert done.returncode == 1


@pytest.mark.parametrize("arguments", [("read", "told.txt"), ("export", "lean.xlsx")])
def test_without_the_extras_the_rest_works(installed: Installed, arguments: tuple[str, ...]) -> None:
    (installed.home / "told.txt").write_text(REPORT, encoding="utf-8")
    done = installed.run(*arguments, extras=False)
    assert (done.returncode, "Traceback" in done.stderr) == (0, False), done.stderr


def fetched(address: str, part: str = "") -> bytes:
    with urlopen(urljoin(address, part)) as answer:
        assert answer.status == 200
        content: bytes = answer.read()
        return content
