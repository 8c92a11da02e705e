"""What is imported is declared, and what is declared is used or says why it is there."""

import re
import sys
import tomllib
from importlib.metadata import packages_distributions
from pathlib import Path

from test_architecture import CODE, imports_of

from explorer.paths import PROJECT

PYPROJECT = (PROJECT / "pyproject.toml").read_text(encoding="utf-8")
DECLARED = tomllib.loads(PYPROJECT)["project"]
OWN = {"explorer", "pages", "benchmarks", *(path.stem for path in (PROJECT / "tests").glob("*.py"))}
CHECKS = sorted(path for folder in ("tests", "benchmarks", "docs") for path in (PROJECT / folder).rglob("*.py"))


def name_of(requirement: str) -> str:
    """The package that a requirement is about, as the registry spells it."""
    return normal(requirement.partition("==")[0])


def normal(name: str) -> str:
    return re.sub(r"[-_.]+", "-", name).lower()


def packages(paths: list[Path]) -> set[str]:
    """The packages that files import, except Python's own and the project's."""
    found = {name.split(".")[0] for path in paths for name in imports_of(path)}
    known = packages_distributions()
    return {normal(known[name][0]) for name in found - OWN - set(sys.stdlib_module_names) if name in known}


def test_every_requirement_is_pinned() -> None:
    dev = DECLARED["optional-dependencies"]["dev"]
    assert [one for one in (*DECLARED["dependencies"], *dev) if "==" not in one] == []


def test_what_the_explorer_imports_is_declared() -> None:
    assert packages(CODE) - {name_of(one) for one in DECLARED["dependencies"]} == set()


def test_what_tests_and_benchmarks_import_is_declared() -> None:
    declared = {name_of(one) for one in (*DECLARED["dependencies"], *DECLARED["optional-dependencies"]["dev"])}
    assert packages(CHECKS) - declared == set()


def test_what_is_declared_is_used_or_says_why_it_is_there() -> None:
    used = packages([*CODE, *CHECKS])
    silent = set()
    for line in PYPROJECT.splitlines():
        requirement = re.fullmatch(r'    "([^"]+==[^"]+)",( #.*)?', line)
        if requirement and name_of(requirement[1]) not in used and requirement[2] is None:
            silent.add(requirement[1])
    assert silent == set()
