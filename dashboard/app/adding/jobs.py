"""What is being added just now: a few jobs at a time, each with a folder of its own, gone when it is done or forgotten."""

from collections.abc import Mapping
from contextlib import suppress
from dataclasses import dataclass, field
from enum import StrEnum
from pathlib import Path
from secrets import token_urlsafe
from shutil import rmtree
from tempfile import gettempdir, mkdtemp
from threading import Event, Lock
from time import monotonic, time
from weakref import finalize

from dashboard.app.limits import MOST_ADDING
from dashboard.errors import InputError, SelectionError
from dashboard.intake import Intaken, Looked, Origin, Stage, StoppedError
from dashboard.wording.say import say

FORGOTTEN_S = 3_600
"""Seconds after which a job that nobody asks for makes room for another."""


_PREFIX = "conflict-timeline-add-"
_A_DAY_S = 86_400


class Phase(StrEnum):
    """How far a job is."""

    RECEIVING = "receiving"
    LOOKING = "looking"
    LOOKED = "looked"
    KEEPING = "keeping"
    KEPT = "kept"
    FAILED = "failed"


WORKING = frozenset({Phase.LOOKING, Phase.KEEPING})


@dataclass(slots=True, weakref_slot=True)
class Job:
    """What one person adds at one time; changed by its doors under its ``lock``, then by the thread that works.

    ``origins`` are those that files were said to be from; ``anew``: there was nothing of one's own before, so that the page begins anew with what was kept.
    """

    key: str
    name: str
    folder: Path
    phase: Phase = Phase.RECEIVING
    stage: Stage | None = None
    done: int = 0
    of: int = 0
    files: int = 0
    received: int = 0
    trouble: str = ""
    anew: bool = False
    looked: Looked | None = None
    kept: Intaken | None = None
    touched: float = 0.0
    origins: dict[str, Origin] = field(default_factory=dict)
    stop: Event = field(default_factory=Event)
    lock: Lock = field(default_factory=Lock)

    def __post_init__(self) -> None:
        finalize(self, rmtree, self.folder, ignore_errors=True)  # with the job, or the server

    def forget_files(self) -> None:
        """Its files are needed no more."""
        rmtree(self.folder, ignore_errors=True)

    def tell(self, stage: Stage, done: int, of: int) -> None:
        """Note how far it is; ends the work where the person stopped it."""
        if self.stop.is_set():
            raise StoppedError
        self.stage, self.done, self.of = stage, done, of

    def must_be(self, *phases: Phase) -> None:
        """Raise SelectionError where it is further, or not so far."""
        if self.phase not in phases:
            msg = say("what is added is further already; look at the page again")
            raise SelectionError(msg)

    def close(self) -> None:
        """Stop it, and let go of its files."""
        self.stop.set()
        self.looked = None
        self.forget_files()


class Jobs:
    """The jobs there are, by key; the one nobody has asked for longest makes room when there are too many.

    Their keys begin with ``mark``: of several workers it tells whose job it is.
    """

    def __init__(self, mark: str = "") -> None:
        self._mark = mark
        self._jobs: dict[str, Job] = {}
        self._lock = Lock()
        _sweep(Path(gettempdir()))

    def begin(self, name: str) -> Job:
        """A new job; raises InputError where too many are under way, or there is no room for its files."""
        with self._lock:
            self._make_room()
            try:
                folder = Path(mkdtemp(prefix=_PREFIX))
            except OSError as error:
                msg = say(
                    "no room for files can be made ({why})",
                    why=(error.strerror or say("unknown reason")).lower(),
                )
                raise InputError(msg) from error
            job = Job(f"{self._mark}{token_urlsafe(12)}", name, folder, touched=monotonic())
            self._jobs[job.key] = job
            return job

    def get(self, key: str) -> Job:
        """The job of that key; raises SelectionError where there is none."""
        job = self._jobs.get(key)
        if job is None:
            msg = say("this is no longer under way; add the files again")
            raise SelectionError(msg)
        job.touched = monotonic()
        return job

    def end(self, key: str) -> None:
        """Stop a job and forget it; nothing happens where there is none."""
        with self._lock:
            job = self._jobs.pop(key, None)
        if job is not None:
            job.close()

    def all(self) -> Mapping[str, Job]:
        """Every job that is under way."""
        return dict(self._jobs)

    def _make_room(self) -> None:
        now = monotonic()
        idle = [each for each in self._jobs.values() if each.phase not in WORKING]
        gone = [each for each in idle if now - each.touched > FORGOTTEN_S]
        if len(self._jobs) - len(gone) >= MOST_ADDING:
            gone = sorted(idle, key=lambda each: (each.phase is not Phase.KEPT, each.touched))[:1]
        for each in gone:
            self._jobs.pop(each.key).close()
        if len(self._jobs) >= MOST_ADDING:
            msg = say("{most} people are adding just now; wait until one of them is done", most=MOST_ADDING)
            raise InputError(msg)


def _sweep(above: Path) -> None:
    """Remove what servers left behind that were killed: what is a day old is nobody's any more."""
    for each in above.glob(f"{_PREFIX}*"):
        with suppress(OSError):
            if time() - each.stat().st_mtime > _A_DAY_S:
                rmtree(each, ignore_errors=True)
