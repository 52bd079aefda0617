"""Whom an act harmed, where only a sentence behind it tells: "Troops shelled Beryslav. A woman who was in her yard is in hospital"."""

import re
from collections.abc import Iterator

from dashboard.actors import ActorMention
from dashboard.actors.model import Category
from dashboard.extraction.annotate.annotations import Annotations
from dashboard.extraction.annotate.semantic_roles import LEXICON

_WORDS = LEXICON["harmed-next"]
_HARMED = re.compile(
    rf"(?:[^.;]{{0,70}}?[\s,])??(?:{'|'.join(_WORDS['words'])})\b".replace(" ", r"\s+"), re.IGNORECASE
)
_UNHURT = re.compile(rf"\b(?:{'|'.join(_WORDS['not'])})\b", re.IGNORECASE)
_OPENS = re.compile(rf"\W*(?:(?:{'|'.join(_WORDS['opens'])})\W+)?(?:[\w-]+\W+){{0,3}}", re.IGNORECASE)
_SENTENCES = 2  # behind the act: damage may be told first


def victims_next(annotations: Annotations, number: int) -> Iterator[ActorMention]:
    """Unarmed people whom one of the next sentences opens with, hurt; up to one with a place, a time or an act of its own."""
    clauses, here = annotations.clauses, annotations.clauses[number]
    _, first = annotations.sentence(number)
    for _ in range(_SENTENCES):
        if first >= len(clauses) or clauses[first].paragraph != here.paragraph:
            return
        _, end = annotations.sentence(first)
        told = clauses[first:end]
        if any(each.places or each.times or each.outright or each.another for each in told):
            return
        text = annotations.report.text[told[0].span.start : told[-1].span.end]
        hurt = next((actor for each in told for actor in each.actors), None)
        if hurt is not None and hurt.category is Category.CIVILIANS and not _UNHURT.search(text):
            start = hurt.span.start - told[0].span.start
            if _OPENS.fullmatch(text, 0, start) and _HARMED.match(text, start + len(hurt.text)):
                yield hurt
                return
        first = end
