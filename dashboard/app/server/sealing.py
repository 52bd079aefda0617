"""The whole case as a sealed file: written, held against its own manifest, and handed out."""

import atexit
import re
from functools import partial
from pathlib import Path
from secrets import token_hex
from shutil import rmtree
from tempfile import gettempdir
from threading import Timer
from time import time

from dash import Dash
from flask import Flask, Response, jsonify, send_file

from dashboard.access import Role
from dashboard.app.case import Case
from dashboard.app.server.bounds import said
from dashboard.app.server.downloads import moment
from dashboard.errors import TimelineError
from dashboard.publish.case.parts import parts
from dashboard.publish.case.seal import Seal
from dashboard.publish.case.verify import Verdict, verify
from dashboard.publish.edits import edits_of
from dashboard.publish.extract import Wanted, extract_of
from dashboard.publish.parcel import file_name
from dashboard.store import Store
from dashboard.wording.languages import ENGLISH
from dashboard.wording.retold import retold
from dashboard.wording.say import say, so_many, to_say
from dashboard.wording.spoken import speaking

SEAL = "/seal"
_PREFIX = "conflict-timeline-seal-"
_KEPT_S = 3_600  # how long a file waits to be saved
_KEY = re.compile("[0-9a-f]{32}")
_NOT_YOURS = to_say("only an admin may seal the case: all that is kept is in it, also who corrected what")


def add_sealing(app: Dash, case: Case) -> None:
    """Two doors: one seals and says what was found when the file was checked, one gives the file. Any worker finds it by its key."""
    server: Flask = app.server
    _sweep()

    @server.post(SEAL)
    def seal() -> Response | tuple[Response, int]:
        mine = case.mine()
        if mine.store is None or not mine.may(Role.ADMIN):
            return jsonify(trouble=say(_NOT_YOURS) if mine.store else mine.only_shown), 403
        _sweep()
        try:
            with speaking(ENGLISH):  # as at the terminal, so that one case is one file
                key, path = _sealed(mine, mine.store)
            return jsonify(href=f"{SEAL}/{key}", name=path.name, **_told(path, verify(path)))
        except TimelineError as error:
            return jsonify(trouble=retold(str(error))), 422

    @server.get(f"{SEAL}/<key>")
    def sealed(key: str) -> Response:
        found = next(_folder(key).glob("*.zip"), None) if _KEY.fullmatch(key) else None
        if found is None or not case.mine().may(Role.ADMIN):
            return said(say("this file is not there any more; seal the case again"), 404)
        answer = send_file(found, "application/zip", as_attachment=True, download_name=found.name)
        answer.headers["Cache-Control"] = "no-store"
        return answer


def _sealed(case: Case, store: Store) -> tuple[str, Path]:
    """The key and the path of a new file, which nobody else on this machine may read."""
    made, key, dataset = moment(), token_hex(16), case.dataset()
    folder = _folder(key)
    folder.mkdir(mode=0o700)
    _will_go(folder)
    path = folder / file_name(f"{dataset.name} sealed {made:%Y-%m-%d}", ".zip")
    extract = extract_of(dataset, Wanted(), made, edits_of(store))
    with path.open("xb") as file:
        file.writelines(Seal(parts(store, extract), made, extract.provenance.version).pieces())
    return key, path


def _will_go(folder: Path) -> None:
    """See to it that a whole case does not lie about: its folder goes after an hour, or with this program."""
    going = partial(rmtree, folder, ignore_errors=True)
    atexit.register(going)
    waiting = Timer(_KEPT_S, going)
    waiting.daemon = True
    waiting.start()


def _told(path: Path, verdict: Verdict) -> dict[str, str]:
    """What the check says of it, as ``case verify`` does."""
    many = so_many("{count} file", "{count} files", len(verdict.manifest.files))
    size = f"{path.stat().st_size / 1e6:,.1f} MB"
    checked = (
        say("{files}, {size}; checked: NOT as they were sealed", files=many, size=size)
        if verdict.found
        else say("{files}, {size}; checked: all as they were sealed", files=many, size=size)
    )
    return {"fingerprint": verdict.fingerprint, "said": checked}


def _folder(key: str) -> Path:
    return Path(gettempdir(), f"{_PREFIX}{key}")


def _sweep() -> None:
    """What a program that was killed left goes an hour later."""
    for each in Path(gettempdir()).glob(f"{_PREFIX}*"):
        if time() - each.stat().st_mtime > _KEPT_S:
            rmtree(each, ignore_errors=True)
