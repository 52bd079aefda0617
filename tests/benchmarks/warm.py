"""Commands in processes of their own that have loaded everything already, so that many can be killed in little time."""

import multiprocessing
import os
import sys
from collections.abc import Sequence
from multiprocessing.context import ForkServerProcess

from dashboard.cli.main import main

Running = ForkServerProcess

_WARM = multiprocessing.get_context("forkserver")
_WARM.set_forkserver_preload(["tests.benchmarks.warmed"])


def begun(*arguments: object) -> Running:
    """The command line with these arguments, running by itself; what it says is not heard."""
    process = _WARM.Process(target=_run, args=([str(each) for each in arguments],))
    process.start()
    return process


def done(*arguments: object) -> int:
    """The same to its end; gives the exit code."""
    process = begun(*arguments)
    process.join()
    return process.exitcode or 0


def killed(process: Running) -> None:
    """End it as ``kill -9`` does."""
    process.kill()
    process.join()


def _run(arguments: Sequence[str]) -> None:
    nowhere = os.open(os.devnull, os.O_WRONLY)
    os.dup2(nowhere, 1)
    os.dup2(nowhere, 2)
    sys.exit(main(arguments))
