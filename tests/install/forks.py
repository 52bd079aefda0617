"""Runs a command again and again, each time in a process of its own, in which the packages of others are loaded already.

Of ours the reader is, as its rules take longest; all else each process loads itself. A line of JSON asks for a run: in which
folder, with which surroundings and words, and the files for what it says; a line tells how it ended.
"""

import gc
import json
import os
import runpy
import sys
from importlib import import_module
from multiprocessing import get_context
from typing import Any

OF_OTHERS = (
    "charset_normalizer",
    "numpy",
    "pandas",
    "pyarrow.compute",
    "pydantic.type_adapter",
    "rich.console",
    "rich.table",
    "sqlalchemy.dialects.sqlite",
    "typer",
    "werkzeug.security",
)
OURS = "dashboard.extraction.reader"


def serve(command: str) -> None:
    """Forks for every line, until there are no more: half of a small command was to clear up at its end what is shared here."""
    for each in (*OF_OTHERS, OURS):
        import_module(each)
    gc.freeze()
    for line in sys.stdin:
        process = get_context("fork").Process(target=become, args=(command, json.loads(line)))
        process.start()
        process.join()
        print(process.exitcode, flush=True)


def become(command: str, asked: dict[str, Any]) -> None:
    """Be a run of the command, and end as it ends."""
    os.chdir(asked["folder"])
    os.environ.clear()
    os.environ.update(asked["environment"])
    for number, path in enumerate((os.devnull, asked["out"], asked["err"])):
        os.dup2(os.open(path, os.O_RDWR | os.O_CREAT, 0o600), number)
    sys.argv = [command, *asked["arguments"]]
    runpy.run_path(command, run_name="__main__")


if __name__ == "__main__":
    serve(sys.argv[1])
