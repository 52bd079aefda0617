"""The product as other people get it: built, installed outside the checkout, run with a new home folder."""

import json
import os
import subprocess
import sys
import sysconfig
import tarfile
import venv
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, replace
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TypeAlias

import pytest

ROOT = Path(__file__).parents[2]
# what only extras bring, by the beginning of the name of its folder
OF_EXTRAS = ("pyarrow", "kaleido", "choreographer", "psycopg")
_BUILT = "import sys, hatchling.build as build; [getattr(build, each)(sys.argv[1]) for each in sys.argv[2:]]"


@dataclass(frozen=True, slots=True)
class Built:
    """The files that are handed out; ``again`` is a wheel made from the sdist alone,
    in a folder where somebody keeps a case."""

    wheel: Path
    sdist: Path
    again: Path


Done: TypeAlias = "subprocess.CompletedProcess[str]"


@dataclass(frozen=True, slots=True)
class Installed:
    """An environment with the wheel in it, an empty folder to work in and a new home.

    Without ``extras`` it has what every use needs; what the extras bring lies in a folder beside it.
    Where it is ``warm``, commands that need the extras come from a process that has loaded the packages of others and the reader.
    """

    folder: Path
    home: Path
    extras: Path
    warm: "subprocess.Popen[str] | None" = None

    @property
    def command(self) -> Path:
        """What a person types."""
        return _scripts(self.folder) / "conflict-timeline"

    def python(self, code: str) -> str:
        """What Python of this environment prints."""
        return _quietly(
            _scripts(self.folder) / "python", "-c", code, cwd=self.home, environment=self.environment()
        )

    def environment(self, *, extras: bool = True) -> dict[str, str]:
        """Of the surroundings only what a shell has."""
        kept = {name: os.environ[name] for name in ("PATH", "SYSTEMROOT") if name in os.environ}
        homes = {"HOME": str(self.home), "USERPROFILE": str(self.home), "LOCALAPPDATA": str(self.home)}
        return kept | homes | ({"PYTHONPATH": str(self.extras)} if extras else {})

    def run(self, *arguments: object, extras: bool = True) -> Done:
        """One run of the command, from the empty folder."""
        words = [str(each) for each in arguments]
        if self.warm and extras:
            return self._forked(self.warm, words)
        return subprocess.run(
            [str(self.command), *words],
            cwd=self.home,
            env=self.environment(extras=extras),
            stdin=subprocess.DEVNULL,
            capture_output=True,
            encoding="utf-8",
            timeout=120,
            check=False,
        )

    def _forked(self, warm: "subprocess.Popen[str]", words: list[str]) -> Done:
        assert warm.stdin
        assert warm.stdout
        with TemporaryDirectory() as folder:
            out, err = Path(folder, "out"), Path(folder, "err")
            asked = {"folder": str(self.home), "environment": self.environment(), "arguments": words}
            print(json.dumps(asked | {"out": str(out), "err": str(err)}), file=warm.stdin, flush=True)
            code = int(warm.stdout.readline())
            said = [each.read_text(encoding="utf-8") for each in (out, err)]
        return subprocess.CompletedProcess(words, code, *said)

    @contextmanager
    def serving(self, *arguments: str) -> Iterator["subprocess.Popen[str]"]:
        """The page, until the test is done with it."""
        with subprocess.Popen(
            [str(self.command), "serve", "--port", "0", "--no-browser", *arguments],
            cwd=self.home,
            env=self.environment(),
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            encoding="utf-8",
        ) as process:
            try:
                yield process
            finally:
                process.kill()

    def files(self) -> set[str]:
        """Every file of the installed package; what Python keeps of its own is left out."""
        package = next(self.folder.rglob("site-packages")) / "dashboard"
        return {
            path.relative_to(package).as_posix()
            for path in package.rglob("*")
            if path.is_file() and path.suffix != ".pyc"
        }


@pytest.fixture(scope="session")
def built(tmp_path_factory: pytest.TempPathFactory) -> Built:
    """The wheel and the sdist of this checkout."""
    out = tmp_path_factory.mktemp("built")
    _build(ROOT, out, "build_wheel", "build_sdist")
    (sdist,) = out.glob("*.tar.gz")
    unpacked = tmp_path_factory.mktemp("sdist")
    with tarfile.open(sdist) as archive:
        archive.extractall(unpacked, filter="data")
    (source,) = unpacked.iterdir()
    (source / "data" / "case.db").write_bytes(b"a person's case")
    again = tmp_path_factory.mktemp("again")
    _build(source, again, "build_wheel")
    return Built(next(out.glob("*.whl")), sdist, next(again.glob("*.whl")))


@pytest.fixture
def installed(environment: Installed, warm: "subprocess.Popen[str] | None", tmp_path: Path) -> Installed:
    """The environment, with a new home for each test: what one keeps, no other finds."""
    return replace(environment, home=tmp_path, warm=warm)


@pytest.fixture(scope="session")
def warm(environment: Installed) -> Iterator["subprocess.Popen[str] | None"]:
    """A process of the environment that forks for each command, where the system can: half of each was to load pandas."""
    if not hasattr(os, "fork"):
        yield None
        return
    python = _scripts(environment.folder) / "python"
    with subprocess.Popen(
        [str(python), "-P", str(Path(__file__).with_name("forks.py")), str(environment.command)],
        cwd=environment.home,
        env=environment.environment(),
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        encoding="utf-8",
    ) as process:
        yield process


@pytest.fixture(scope="session")
def environment(built: Built, tmp_path_factory: pytest.TempPathFactory) -> Installed:
    """The wheel in an environment of its own, with the other packages lent from ours."""
    folder = tmp_path_factory.mktemp("clean")
    venv.create(folder / "env", symlinks=os.name != "nt")
    python = _scripts(folder / "env") / "python"
    _quietly(
        sys.executable, "-m", "pip", "--python", python, "install", "--no-deps", "--no-index", built.wheel
    )
    lean, extras = folder / "lean", folder / "extras"
    _lend(lean, extras)
    site = Path(_quietly(python, "-c", "import sysconfig; print(sysconfig.get_path('purelib'))").strip())
    (site / "lent.pth").write_text(f"{lean}\n", encoding="utf-8")
    home = folder / "home"
    home.mkdir()
    return Installed(folder / "env", home, extras)


def _build(source: Path, out: Path, *what: str) -> None:
    _quietly(sys.executable, "-c", _BUILT, out, *what, cwd=source)


def _lend(lean: Path, extras: Path) -> None:
    """Links to the packages of this environment, those of the extras apart; never to our own."""
    for folder in (lean, extras):
        folder.mkdir()
    for home in {sysconfig.get_path("purelib"), sysconfig.get_path("platlib")}:
        for path in Path(home).iterdir():
            if path.suffix != ".pth" and "conflict_timeline" not in path.name and path.name != "dashboard":
                to = extras if path.name.lower().startswith(OF_EXTRAS) else lean
                (to / path.name).symlink_to(path)


def _scripts(folder: Path) -> Path:
    return folder / ("Scripts" if os.name == "nt" else "bin")


def _quietly(*command: object, cwd: Path | None = None, environment: dict[str, str] | None = None) -> str:
    done = subprocess.run(
        list(map(str, command)),
        cwd=cwd,
        env=environment,
        capture_output=True,
        encoding="utf-8",
        check=False,
    )
    assert done.returncode == 0, done.stderr
    return done.stdout
