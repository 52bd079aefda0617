"""Where the time goes between a report and its events: each step by itself, on what the steps before it gave."""

from collections.abc import Callable, Iterator
from datetime import date
from functools import partial
from statistics import median
from time import process_time

from dashboard import actors, gazetteer
from dashboard.extraction import read_report
from dashboard.extraction.assemble import assembled
from dashboard.extraction.clauses import clauses
from dashboard.extraction.facts import merged
from dashboard.extraction.ground import ground
from dashboard.extraction.mentions import Draft, drafts
from dashboard.extraction.modality import modality
from dashboard.extraction.naming import Naming
from dashboard.extraction.tolls import tolls
from dashboard.extraction.types import cues
from dashboard.language.words import tokenise
from dashboard.temporal import read_time
from dashboard.text import Report

ROUNDS = 5
REST = "roles of words in clauses, lists, and the rest"
Step = Callable[[], object]


def shares(texts: list[str], day: date) -> Iterator[tuple[str, float, float]]:
    """Each step with its milliseconds a report and its share of the whole way; what is left comes last."""
    steps = [_steps(text, day) for text in texts]
    whole = _milliseconds([partial(read_report, Report(text, published=day)) for text in texts])
    left = whole
    for name in steps[0]:
        taken = _milliseconds([each[name] for each in steps])
        left -= taken
        yield name, taken, taken / whole
    yield REST, left, left / whole


def _steps(text: str, day: date) -> dict[str, Step]:
    """The steps of one report, ready to be run."""
    known = gazetteer.load()
    time, survey = read_time(text, day), known.survey(text)
    base, naming = ground(text, time, survey), Naming.of(Report(text))
    found = [each for each in drafts(base) if isinstance(each, Draft)]
    return {
        "time": lambda: read_time(text, day),
        "places": lambda: known.survey(text).resolve(),
        "actors": lambda: actors.find(text, survey.country),
        "clauses, types, tolls, modality": lambda: _coded(text),
        "merging and rows": lambda: [
            assembled(group, naming, "UTC", time.published) for group in merged(iter(found))
        ],
    }


def _coded(text: str) -> None:
    words = tokenise(text)
    for clause in clauses(text):
        own = words.within(clause.span)
        cues(own)
        tolls(own)
        modality(own)


def _milliseconds(runs: list[Step]) -> float:
    """The median over the rounds of what one run takes of processor time."""
    taken = []
    for _ in range(ROUNDS):
        start = process_time()
        for run in runs:
            run()
        taken.append(process_time() - start)
    return median(taken) / len(runs) * 1000
