"""Looking and keeping in the background, one thread a job: whatever goes wrong is said, and the page goes on."""

import logging
from collections.abc import Callable
from contextvars import copy_context
from threading import Thread

from dashboard.app.adding.jobs import Job, Phase
from dashboard.app.case import Case, now
from dashboard.bundled import bundled
from dashboard.errors import SelectionError, TimelineError
from dashboard.intake import Decisions, StoppedError, keep, look
from dashboard.store import Store
from dashboard.wording.say import say, to_say

_LOG = logging.getLogger(__name__)
_OUR_FAULT = to_say("this could not be done ({kind}: {what}); it is our fault, please report it")


def begin_looking(job: Job, case: Case) -> None:
    """Look at all that was received."""
    with job.lock:
        job.must_be(Phase.RECEIVING)
        if not job.files:
            msg = say("nothing was added; choose a file, or paste a text")
            raise SelectionError(msg)
        job.phase = Phase.LOOKING
    _begin(job, lambda: _look(job, store_of(case)))


def begin_sample(job: Job, case: Case) -> None:
    """Look at the sample that comes with the product, and keep it."""
    with job.lock:
        job.must_be(Phase.RECEIVING)
        job.phase = Phase.KEEPING

    def work() -> None:
        job.looked = look(bundled("seeds"), store_of(case), job.name, job.tell)
        _keep(job, case, Decisions())

    _begin(job, work)


def begin_keeping(job: Job, case: Case, decisions: Decisions) -> None:
    """Keep what was looked at."""
    with job.lock:
        job.must_be(Phase.LOOKED)
        job.phase, job.stage, job.done, job.of = Phase.KEEPING, None, 0, 0
    _begin(job, lambda: _keep(job, case, decisions))


def store_of(case: Case) -> Store:
    """The store of a page that can be added to; raises SelectionError for one that can only be looked at."""
    if case.store is None:
        raise SelectionError(case.only_shown)
    return case.store


def _look(job: Job, store: Store) -> None:
    job.looked = look(job.folder, store, job.name, job.tell, job.origins)
    job.phase = Phase.LOOKED


def _keep(job: Job, case: Case, decisions: Decisions) -> None:
    before, empty = case.store, case.dataset().events.empty
    store = case.receiving()
    if job.looked is None or store is None:
        raise StoppedError
    job.anew = empty or store is not before
    job.kept = keep(job.looked, decisions, store, now(), job.tell)
    case.dataset()  # what is added is brought together here, not in the first question after it
    job.phase, job.looked = Phase.KEPT, None
    job.forget_files()


def _begin(job: Job, work: Callable[[], None]) -> None:
    Thread(target=copy_context().run, args=(_done, job, work), daemon=True, name=f"add-{job.key}").start()


def _done(job: Job, work: Callable[[], None]) -> None:
    try:
        work()
    except StoppedError:
        job.phase, job.trouble = Phase.FAILED, say("stopped")
    except TimelineError as error:
        job.phase, job.trouble = Phase.FAILED, str(error)
    except Exception as error:  # noqa: BLE001 - a fault of ours ends this job, and no other
        job.phase, job.trouble = Phase.FAILED, say(_OUR_FAULT, kind=type(error).__name__, what=str(error))
        _LOG.exception("adding")
    finally:
        if job.stop.is_set():
            job.forget_files()
