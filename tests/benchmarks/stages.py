"""Where the time goes between a report and its events: each step by itself, on what the steps before it gave."""

from collections.abc import Callable, Iterator
from datetime import date
from functools import partial
from statistics import median
from time import process_time

from dashboard import actors, gazetteer
from dashboard.extraction import read_report
from dashboard.extraction.annotate import casualty_counts, casualty_words, cues, modality
from dashboard.extraction.annotate.annotate import annotate
from dashboard.extraction.annotate.clauses import cut
from dashboard.extraction.annotate.spotted import spot
from dashboard.extraction.assemble.assembled import assemble
from dashboard.extraction.attach.attach import attach
from dashboard.extraction.link.linked import link
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
    survey = known.survey(text)
    annotations = annotate(Report(text, published=day), known)
    attached = tuple(attach(annotations))
    return {
        "time": lambda: read_time(text, day),
        "places": lambda: known.survey(text).resolve(),
        "actors": lambda: actors.find(text, survey.country),
        "clauses, types, tolls, modality": lambda: _coded(text),
        "merging and rows": lambda: assemble(annotations, link(attached)),
    }


def _coded(text: str) -> None:
    words = tokenise(text)
    for clause in cut(text):
        own = words.within(clause.span)
        cues.cues(spot(cues.GRAMMAR, own))
        casualty_counts.casualties(spot(casualty_words.GRAMMAR, own, brackets=False))
        modality.modality(spot(modality.GRAMMAR, own))


def _milliseconds(runs: list[Step]) -> float:
    """The median over the rounds of what one run takes of processor time."""
    taken = []
    for _ in range(ROUNDS):
        start = process_time()
        for run in runs:
            run()
        taken.append(process_time() - start)
    return median(taken) / len(runs) * 1000
