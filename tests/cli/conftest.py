import io
import json
import sys
from dataclasses import dataclass
from typing import Any, Protocol

import pytest

from dashboard.cli import main


@dataclass(frozen=True, slots=True)
class Ran:
    """What one run of the command line did."""

    code: int
    out: str
    err: str

    @property
    def records(self) -> list[dict[str, Any]]:
        """Standard output as one JSON object a line."""
        return [json.loads(line) for line in self.out.splitlines()]


class Run(Protocol):
    """Runs the command line with these arguments."""

    def __call__(self, *arguments: object, stdin: bytes = b"") -> Ran: ...


@pytest.fixture
def run(capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> Run:
    def once(*arguments: object, stdin: bytes = b"") -> Ran:
        monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(stdin)))
        code = main([str(each) for each in arguments])
        return Ran(code, *capsys.readouterr())

    return once
