"""The same acts in many words: each sentence of ``acts_told.md`` has one of its right types, or none.

Half of what was written was never learnt from: ``acts_told_unlearnt.md``. What is read wrongly as yet says how, and a test says
when it no longer is.
"""

import re
from typing import Any

import pytest

from dashboard.extraction.annotate.cues import code
from tests.extraction.corpora import rows


def _marked(name: str) -> list[Any]:
    wrong_yet = pytest.mark.xfail(strict=True, reason="read wrongly as yet")
    return [
        pytest.param(
            words,
            types,
            id=f"{types.partition(';')[0] or 'no event'}-{words[:60]}".replace(" ", "_"),
            marks=[wrong_yet] if read_as else [],
        )
        for words, types, read_as in rows(f"annotate/{name}")
    ]


def _holds(words: str, types: str) -> bool:
    coding = code(words)
    return (coding.sub_event_type if coding else "") in re.split("; ", types)


@pytest.mark.parametrize(("words", "types"), _marked("acts_told.md"))
def test_an_act_is_known_by_its_words(words: str, types: str) -> None:
    assert _holds(words, types)


@pytest.mark.parametrize(("words", "types"), _marked("acts_told_unlearnt.md"))
def test_so_is_one_that_was_not_learnt_from(words: str, types: str) -> None:
    assert _holds(words, types)
