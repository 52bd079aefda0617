"""The doors through which files come in: sent in pieces, looked at, and kept once a person agrees.

Each door answers in JSON; what is refused says why in ``trouble``. That the page itself asks is seen to in ``origins``.
"""

from dataclasses import dataclass
from datetime import datetime
from typing import Any

from dash import Dash
from flask import Blueprint, Flask, Response, jsonify, request

from dashboard.app.adding import answers
from dashboard.app.adding.jobs import Job, Jobs, Phase
from dashboard.app.adding.received import note_origin, take_piece
from dashboard.app.adding.work import begin_keeping, begin_looking, begin_sample, store_of
from dashboard.app.case import Case
from dashboard.app.limits import LONGEST_PIECE
from dashboard.errors import SelectionError, TimelineError
from dashboard.intake import Looked, sheet_found
from dashboard.readers.received import one_line
from dashboard.wording.retold import retold
from dashboard.wording.say import say

_LONGEST_NAME = 120
_UNNAMED = "reports"


def add_adding(app: Dash, case: Case, mark: str = "") -> None:
    """Doors for adding to a case; the keys of jobs begin with ``mark``."""
    server: Flask = app.server
    server.register_blueprint(_Doors(case, Jobs(mark)).blueprint())


@dataclass(frozen=True, slots=True)
class _Doors:
    """The doors over one case, with the jobs that are under way."""

    whole: Case
    jobs: Jobs

    @property
    def case(self) -> Case:
        """The case as whoever asks may change it."""
        return self.whole.mine()

    def blueprint(self) -> Blueprint:
        """All of them under /add."""
        adding = Blueprint("adding", __name__, url_prefix="/add")
        adding.before_request(self.check)
        adding.register_error_handler(TimelineError, _refused)
        adding.register_error_handler(answers.WrongDaysError, _refused_days)
        for method, rule, door in (
            ("POST", "", self.begin),
            ("POST", "/day", _day),
            ("POST", "/sample", self.sample),
            ("PUT", "/<key>/file", self.piece),
            ("POST", "/<key>/look", self.look),
            ("GET", "/<key>", self.state),
            ("POST", "/<key>/table/<int:number>", self.table),
            ("POST", "/<key>/keep", self.keep),
            ("DELETE", "/<key>", self.end),
        ):
            adding.add_url_rule(rule, door.__name__, door, methods=[method])
        return adding

    def check(self) -> None:
        """Refuse where the page can only be looked at."""
        store_of(self.case)

    def begin(self) -> Response:
        """A new job, called as the reports are to be called together."""
        name = one_line(str(_body().get("name") or ""))[:_LONGEST_NAME]
        return jsonify(answers.state(self.jobs.begin(name or _UNNAMED)))

    def sample(self) -> Response:
        """The sample that comes with the product, looked at and kept at one go."""
        job = self.jobs.begin("sample")
        begin_sample(job, self.case)
        return jsonify(answers.state(job))

    def piece(self, key: str) -> Response:
        """A piece of a file."""
        job = self.jobs.get(key)
        job.must_be(Phase.RECEIVING)
        at = request.args.get("at", 0, type=int)
        data = request.stream.read(LONGEST_PIECE + 1)
        name = request.args.get("name", "")
        there = take_piece(job, name, max(at, 0), data)
        note_origin(job, name, request.args.get("from", ""), request.args.get("source", ""))
        return jsonify(there=there)

    def look(self, key: str) -> Response:
        """All is there: look at it."""
        job = self.jobs.get(key)
        begin_looking(job, self.case)
        return jsonify(answers.state(job))

    def state(self, key: str) -> Response:
        """How far it is."""
        answer = jsonify(answers.state(self.jobs.get(key)))
        answer.headers["Cache-Control"] = "no-store"
        return answer

    def table(self, key: str, number: int) -> Response:
        """What a table gives when its columns tell something else."""
        looked = _looked(self.jobs.get(key))
        if number >= len(looked.tables):
            msg = say("there is no such table")
            raise SelectionError(msg)
        mapping = answers.mapping_said(_body())
        found = sheet_found(looked.tables[number].file, store_of(self.case), mapping)
        return jsonify(answers.table(found))

    def keep(self, key: str) -> Response:
        """Keep it, as the person wants it."""
        job = self.jobs.get(key)
        begin_keeping(job, self.case, answers.decisions(_body(), _looked(job), _now()))
        return jsonify(answers.state(job))

    def end(self, key: str) -> Response:
        """Stop it, and forget what was sent."""
        self.jobs.end(key)
        return jsonify({})


def _day() -> Response:
    """How a day is read that is typed."""
    body = _body()
    return jsonify(answers.day(body.get("day"), body.get("zone"), _now()))


def _refused(error: TimelineError) -> tuple[Response, int]:
    return jsonify(trouble=retold(str(error))), 422


def _refused_days(error: answers.WrongDaysError) -> Response:
    """No error of the page's: a person is still typing."""
    return jsonify(trouble=say("some days can't be read"), days=dict(error.words))


def _looked(job: Job) -> Looked:
    if job.looked is None:
        msg = say("this was not looked at yet, or is kept already")
        raise SelectionError(msg)
    return job.looked


def _body() -> dict[str, Any]:
    """What was sent; raises SelectionError for what is no object."""
    try:
        body = request.get_json(silent=True)
    except RecursionError:  # lists within lists, further than Python reads
        body = None
    if not isinstance(body, dict):
        msg = "the request is no JSON object"
        raise SelectionError(msg)
    return body


def _now() -> datetime:
    return datetime.now()
