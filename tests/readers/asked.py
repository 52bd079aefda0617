"""What the tests of readers ask of bytes."""

from dashboard.readers import Unreadable
from dashboard.readers.opened import opened
from dashboard.readers.received import Found, Received
from dashboard.text import Report


def found(data: bytes, name: str = "file") -> list[Found]:
    """All that is found in some bytes."""
    return list(opened(Received(name, data)))


def reports(data: bytes, name: str = "file") -> list[Report]:
    """The reports among it."""
    return [each for each in found(data, name) if isinstance(each, Report)]


def refusals(data: bytes, name: str = "file") -> list[str]:
    """What is told of the rest."""
    return [str(each) for each in found(data, name) if isinstance(each, Unreadable)]


def only(data: bytes, name: str = "file") -> Report:
    """The one report."""
    (report,) = found(data, name)
    assert isinstance(report, Report)
    return report
