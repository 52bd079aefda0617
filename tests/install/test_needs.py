"""What the package needs is declared, and said the same everywhere."""

import ast
import sys
import tomllib
from collections.abc import Iterable
from importlib.metadata import packages_distributions
from pathlib import Path

from packaging.requirements import Requirement
from packaging.utils import canonicalize_name as named

from dashboard.extras import EXTRAS

ROOT = Path(__file__).parents[2]
PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
FILES = sorted((ROOT / "dashboard").rglob("*.py"))
ASKED_FOR = PROJECT["optional-dependencies"]


def needed(lines: list[str]) -> set[str]:
    """Requirements, each spelled the one way."""
    return {str(Requirement(line)) for line in lines}


def of_extras() -> list[str]:
    return [line for extra in EXTRAS for line in ASKED_FOR[extra.name]]


def modules(nodes: Iterable[ast.AST]) -> set[str]:
    """The top-level modules that these lines import."""
    found = set()
    for node in nodes:
        if isinstance(node, ast.Import):
            found |= {each.name.partition(".")[0] for each in node.names}
        elif isinstance(node, ast.ImportFrom) and node.module:
            found.add(node.module.partition(".")[0])
    return found


def parsed(path: Path) -> ast.Module:
    return ast.parse(path.read_text(encoding="utf-8"))


def test_everything_the_package_imports_is_declared() -> None:
    declared = {named(Requirement(line).name) for line in (*PROJECT["dependencies"], *of_extras())}
    brought_by = packages_distributions()
    imported = set[str]().union(*(modules(ast.walk(parsed(path))) for path in FILES))
    others = imported - sys.stdlib_module_names - {"dashboard"}
    assert {"rich", "pyarrow", "flask"} <= others
    assert {name for name in others if declared.isdisjoint(map(named, brought_by.get(name, ())))} == set()


def test_what_is_heavy_is_imported_where_it_is_used() -> None:
    heavy = {module for extra in EXTRAS for module in extra.modules} | {"openpyxl", "dateparser"}
    at_once = {path.name: heavy & modules(parsed(path).body) for path in FILES}
    assert {name: found for name, found in at_once.items() if found} == {"as_excel.py": {"openpyxl"}}


def test_requirements_txt_is_what_every_use_needs_and_all_the_extras() -> None:
    lines = (ROOT / "requirements.txt").read_text(encoding="utf-8").splitlines()
    wanted = [bare for line in lines if (bare := line.partition("#")[0].strip())]
    assert needed(wanted) == needed([*PROJECT["dependencies"], *of_extras()])


def test_the_extra_named_all_is_every_extra() -> None:
    (line,) = ASKED_FOR["all"]
    everything = Requirement(line)
    assert everything.name == PROJECT["name"]
    assert everything.extras == {extra.name for extra in EXTRAS} == set(ASKED_FOR) - {"all", "dev"}
