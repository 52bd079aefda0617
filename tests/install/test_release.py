"""What stands in several files for a release says the same in each."""

import re

from tests.install.test_needs import PROJECT, ROOT


def test_the_citation_is_of_this_version() -> None:
    cited = dict(
        re.findall(r"^([a-z-]+): (.+)$", (ROOT / "CITATION.cff").read_text(encoding="utf-8"), re.MULTILINE)
    )
    assert (cited["title"], cited["version"]) == (PROJECT["name"], PROJECT["version"])
    assert (cited["license"], cited["repository-code"]) == (PROJECT["license"], PROJECT["urls"]["Homepage"])


def test_every_python_that_is_promised_is_checked() -> None:
    checks = (ROOT / ".github" / "workflows" / "ci.yml").read_text(encoding="utf-8")
    promised = re.findall(r":: (3\.\d+)", " ".join(PROJECT["classifiers"]))
    assert promised[0] == PROJECT["requires-python"].removeprefix(">=")
    assert re.findall(r'"(3\.\d+)"', checks) == promised
