"""The house: what stands in the repository, and that what it says of itself is so."""

from __future__ import annotations

import os
import re
import tomllib
from typing import Any

import pytest
from packaging.requirements import Requirement

import twitchlog
from tests.imports import ROOT, sources
from tests.test_layers import ROAD

STANDS = {
    *("README.md", "LICENSE", "CHANGELOG.md", "CONTRIBUTING.md", "SECURITY.md", "Makefile", "constraints.txt"),
    *("pyproject.toml", "twitchlog", "data", "notebooks", "tests"),
}
"""What stands at the top of the repository, beside dot files."""

MADE = {"build", "dist", "demo", "htmlcov"}
"""What commands leave there, which git does not take."""

TEXT = ("py", "toml", "md", "txt", "sql", "typ", "css", "yaml", "csv", "json")


def read(name: str) -> str:
    """A file of the repository."""
    with open(os.path.join(ROOT, name), encoding="utf-8") as file:
        return file.read()


def project() -> dict[str, Any]:
    """The `project` table of pyproject.toml."""
    table: dict[str, Any] = tomllib.loads(read("pyproject.toml"))["project"]
    return table


def required() -> dict[str, Requirement]:
    """Every package that is named for running or working on it."""
    named = [Requirement(line) for line in [*project()["dependencies"], *project()["optional-dependencies"]["dev"]]]
    return {requirement.name.lower(): requirement for requirement in named}


def pinned() -> dict[str, str]:
    """The tested version of each package."""
    lines = [line for line in read("constraints.txt").splitlines() if not line.startswith("#")]
    assert all(re.fullmatch(r"[\w.-]+==[\w.]+", line) for line in lines), "constraints hold names and versions alone"
    return {name.lower(): version for name, _, version in (line.partition("==") for line in lines)}


def files() -> list[str]:
    """The text files of the repository."""
    found = [name for name in os.listdir(ROOT) if name in STANDS and os.path.isfile(os.path.join(ROOT, name))]
    for top in ("twitchlog", "data", "tests", ".ci"):
        for folder, _, names in os.walk(os.path.join(ROOT, top)):
            found += [os.path.relpath(os.path.join(folder, name), ROOT) for name in names]
    return [name for name in found if name.rpartition(".")[2] in TEXT or name in {"Makefile", ".ci/run"}]


def test_nothing_else_stands_at_the_top() -> None:
    """A reader sees at once what there is."""
    seen = {name for name in os.listdir(ROOT) if not name.startswith(".")}
    assert seen - STANDS - MADE == set()


def test_the_version_is_one() -> None:
    """The package and its metadata say the same version, and the changelog has a place for it."""
    assert project()["version"] == twitchlog.__version__
    changelog = read("CHANGELOG.md")
    assert "## [Unreleased]" in changelog or f"## [{twitchlog.__version__}]" in changelog


def test_every_package_has_a_tested_version_that_fits() -> None:
    """What pyproject asks for stands in constraints.txt, in a version that it allows."""
    tested = pinned()
    for name, requirement in required().items():
        assert requirement.specifier.contains(tested[name]), requirement


@pytest.mark.parametrize("name", sorted(required()))
def test_every_package_has_its_reason(name: str) -> None:
    """CONTRIBUTING.md says why each package is there."""
    assert f"**{name}**" in read("CONTRIBUTING.md")


def test_contributing_points_at_what_is_there() -> None:
    """Whoever looks for a word, a rule, a column or a colour is sent to a file that exists."""
    named = re.findall(r"`((?:twitchlog|data|tests)/[\w/.*]*)`", read("CONTRIBUTING.md"))
    assert len(named) > 20
    missing = [name for name in named if "*" not in name and not os.path.exists(os.path.join(ROOT, name))]
    assert not missing


def test_contributing_tells_the_road_as_it_is() -> None:
    """The road in the words of CONTRIBUTING.md is the one that the imports are held to."""
    (told,) = re.findall(r"^    records, [^`]*?__main__$", read("CONTRIBUTING.md"), re.MULTILINE)
    steps = [step.strip() for step in re.split(r",|->", told)]
    assert steps == [name or "the package's own names" for name in ROAD]


def test_no_file_knows_the_machine_it_was_written_on() -> None:
    """No path of somebody's home and no package index stands in the repository."""
    private = re.compile("/" + r"(?:root|Users|work)/" + "|/home/" + r"\w|" + "index" + "-url|find" + "-links")
    found = {name: private.findall(read(name)) for name in files()}
    assert {name: hits for name, hits in found.items() if hits} == {}


def test_nothing_is_left_to_do_later() -> None:
    """No marks of unfinished work, and no branch that the coverage is told to overlook."""
    marks = re.compile(r"\b(?:TO" + r"DO|FIX" + r"ME|X" + r"XX)\b|pragma: no " + "cover")
    assert not [name for name, source in sources().items() if marks.search(source)]


def test_the_makefile_says_what_it_can_do() -> None:
    """Every target that a person may ask for stands in `make help`."""
    makefile = read("Makefile")
    (listed,) = re.findall(r"^\.PHONY: (.*)$", makefile, re.MULTILINE)
    told = " ".join(re.findall(r'@echo "make (.*?)(?:   |  +)', makefile)).split()
    assert set(listed.split()) - {"help"} == set(told)
