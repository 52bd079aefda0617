"""What is found again by its frame is what some room writes: a frame that nobody writes any more is found out."""

import ast
import re
from collections.abc import Callable
from datetime import UTC, datetime
from functools import cache
from pathlib import Path

import pytest

from dashboard.errors import TimelineError
from dashboard.store import Store
from dashboard.wording.frames import FRAMES
from dashboard.wording.languages import codes, language
from dashboard.wording.retold import retold
from dashboard.wording.spoken import speaking
from tests.sample import dataset

CODE = Path("dashboard")
Deed = Callable[[], object]
_PART = re.compile(r"\{\w+\}")


@cache
def written() -> str:
    """All words that stand in the code and in its lexicons, apart from the wording itself."""
    words = (*CODE.rglob("*.toml"), Path("data/confidence.toml"))
    found = [each.read_text(encoding="utf-8") for each in words]
    for path in CODE.rglob("*.py"):
        if path.parent.name != "wording":
            tree = ast.parse(path.read_text(encoding="utf-8"))
            found += [each.value for each in ast.walk(tree) if isinstance(each, ast.Constant) and isinstance(each.value, str)]  # fmt: skip
    return "\n".join(found)


COMPOSED = (
    "publication day + {days}",
    "carried-over text of",
    " of unknown date",
    "seems to be in {language}",
    "1 to 60 letters",
)
"""Of these a part that is always the same is put in where they are written."""


@pytest.mark.parametrize("frame", [each for each in FRAMES if not any(part in each for part in COMPOSED)])
def test_somebody_writes_it(frame: str) -> None:
    """Its words between the parts, each as it stands in the code."""
    pieces = [each.strip(" :;,(){}") for each in _PART.split(frame)]
    assert [each for each in pieces if len(each) > 3 and each not in written()] == []


def test_no_frame_stands_there_twice() -> None:
    assert len(set(FRAMES)) == len(FRAMES)


@pytest.mark.parametrize("code", [each for each in codes() if each != "en"])
def test_what_a_store_refuses_is_refused_in_the_language_of_the_page(tmp_path: Path, code: str) -> None:
    at = datetime(2026, 11, 29, tzinfo=UTC)
    with Store.open(str(tmp_path / "case.db")) as store:
        store.save(dataset())
        (event, *_) = dataset().events["event_id"]
        wrong: tuple[Deed, ...] = (
            lambda: store.note("", at=at, by="Ann", event_id=event),
            lambda: store.tag([event], [], [], at=at, because="", by="Ann"),
            lambda: store.delete([event], at=at, because="", by="Ann"),
            lambda: store.note("seen", at=at, by="Ann", event_id="nobody"),
        )
        for each in wrong:
            with pytest.raises(TimelineError) as refused:
                each()
            with speaking(language(code)):
                said = retold(str(refused.value))
            assert said != str(refused.value)
            assert not re.search(r"\b(needs|name a|would|is no|shows)\b", said), said
