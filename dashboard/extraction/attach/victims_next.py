"""Whom an act harmed, where only a sentence behind it tells: "Troops shelled Beryslav. A woman who was in her yard is in hospital"."""

import re
from collections.abc import Iterator

from dashboard.actors import ActorMention
from dashboard.actors.model import Category
from dashboard.extraction.annotate.annotated_clause import AnnotatedClause
from dashboard.extraction.annotate.annotations import Annotations
from dashboard.extraction.annotate.semantic_roles import LEXICON
from dashboard.extraction.attach.hanging import tells_another

_WORDS = LEXICON["harmed-next"]
_HARMED = re.compile(
    rf"(?:[^.;]{{0,70}}?[\s,])??(?:{'|'.join(_WORDS['words'])})\b".replace(" ", r"\s+"), re.IGNORECASE
)
_UNHURT = re.compile(rf"\b(?:{'|'.join(_WORDS['not'])})\b", re.IGNORECASE)
_OPENS = re.compile(rf"\W*(?:(?:{'|'.join(_WORDS['opens'])})\W+)?(?:[\w-]+(?:\W+|$)){{0,3}}", re.IGNORECASE)
_OWNERS = re.compile(rf"(?:[\w-]+\s+)*(?:{'|'.join(_WORDS['owners'])})", re.IGNORECASE)
_SENTENCES = 2  # behind the act: damage may be told first


def victims_next(annotations: Annotations, number: int, *, robbed: bool = False) -> Iterator[ActorMention]:
    """Unarmed people whom one of the next sentences opens with, hurt; up to one with a place, a day or an act of its own.

    ``robbed``: it is things that were burned or taken, so that whose they were need not be hurt ("The driver escaped").
    """
    clauses, here = annotations.clauses, annotations.clauses[number]
    _, first = annotations.sentence(number)
    for _ in range(_SENTENCES):
        if first >= len(clauses) or clauses[first].paragraph != here.paragraph:
            return
        _, end = annotations.sentence(first)
        told = clauses[first:end]
        if any(_is_apart(each, here) for each in told):
            return
        text = annotations.report.text[told[0].span.start : told[-1].span.end]
        hurt = next((actor for each in told for actor in each.actors), None)
        if hurt is not None and hurt.category is Category.CIVILIANS:
            start = hurt.span.start - told[0].span.start
            theirs = robbed and _OWNERS.fullmatch(hurt.text) is not None
            harmed = not _UNHURT.search(text) and _HARMED.match(text, start + len(hurt.text))
            if _OPENS.fullmatch(text, 0, start) and (theirs or harmed):
                yield hurt
                return
        if any(each.outright or each.times for each in told):
            return
        first = end


def _is_apart(clause: AnnotatedClause, here: AnnotatedClause) -> bool:
    """Whether it tells of another act, or counts over many."""
    summed = clause.casualties.summed or clause.casualties.habit
    return summed or tells_another(clause, here)
