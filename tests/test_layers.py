"""One road: a module imports only what stands above it, and no imports run in a circle.

Every import counts: one inside a function binds as one at the top does, only later, and one for the type checker alone
still sends the reader there.
"""

from __future__ import annotations

import subprocess
import sys
from graphlib import TopologicalSorter
from typing import TYPE_CHECKING

import pytest

from tests.imports import PACKAGE, imports_of, own_imports_of, sources
from tests.program import uncounted

if TYPE_CHECKING:
    from pathlib import Path

ROAD = (
    *("records", "errors", "clock", "paths", "files", "vocabulary", "entry", "spoken", "weeks"),
    *("words", "store", "exchange", "frames", "findings", "charts", "report"),
    *("", "cli", "__main__"),
)
"""From top to bottom; the empty name is the package itself, which only gathers names for notebooks."""

ASKED_BY = {"twitchlog.findings.urgent": ("cli",)}
"""A module that may be imported by these alone: urgent points are asked at the door, never by an analysis."""

HEAVY = {
    *(
        "dataclasses",
        "typing",
        "contextlib",
        "pathlib",
        "zoneinfo",
        "tomllib",
        "difflib",
        "inspect",
        "logging",
        "argparse",
        "uuid",
        "ast",
    ),
    *("typer", "click", "rich", "pydantic", "sqlmodel", "sqlalchemy", "pandas", "numpy", "matplotlib", "platformdirs"),
}
"""What an entry must not wait for: each costs a good part of Python's own start, or many of them."""

QUICK: tuple[list[str], ...] = (
    ["add", "left", "calf", "30s", "4/10", "after", "coffee"],
    ["symptom", "weakness", "left", "hand"],
    ["quiet", "yesterday"],
    ["day", "sleep", "6.5h"],
    ["list"],
    ["today"],
    [],
    ["undo"],
    ["redo"],
)

LOADED = """
import os, sys
known = set(sys.modules)
sys.path[:0] = {path!r}
sys.argv[1:] = {typed!r}
def leave(code):
    print("loaded", *(set(sys.modules) - known), flush=True)
    leave_at_once(code)
leave_at_once, os._exit = os._exit, leave
from twitchlog.__main__ import main
main()
"""
"""Runs a command and says what it had loaded when it left. With `-S`: what `.pth` files load is not ours."""


def layer(module: str) -> str:
    """The part of the road that a module belongs to."""
    return module.removeprefix(PACKAGE).removeprefix(".").partition(".")[0]


def test_every_module_has_its_place_on_the_road() -> None:
    """A new file at the top of the package is given a place before it is used."""
    assert {layer(module) for module in sources()} <= set(ROAD)


@pytest.mark.parametrize("module", sorted(sources()))
def test_a_module_imports_only_what_stands_above_it(module: str) -> None:
    """Data walks one way, so a reader can, too."""
    above = set(ROAD[: ROAD.index(layer(module)) + 1])
    below = sorted(name for name in own_imports_of(module) if layer(name) not in above)
    assert not below, f"{module} imports {', '.join(below)}, which stands below it"


def test_no_imports_run_in_a_circle() -> None:
    """Inside a folder, too, every module has something above it or nothing at all."""
    order = TopologicalSorter({module: own_imports_of(module) for module in sources()})
    assert set(order.static_order()) >= set(sources())


@pytest.mark.parametrize("module", sorted(ASKED_BY))
def test_urgent_points_are_asked_at_the_door_alone(module: str) -> None:
    """The urgent points stand before and apart from any analysis: only the commands ask them."""
    users = {name for name in sources() if module in own_imports_of(name)}
    assert users
    assert {layer(name) for name in users} <= set(ASKED_BY[module])


def test_only_the_command_line_knows_typer_and_rich() -> None:
    """No rule and no row depends on how the answer is shown."""
    users = {name for name in sources() if imports_of(name) & {"typer", "rich"}}
    assert {layer(name) for name in users} <= {"cli"}


@pytest.mark.parametrize("typed", QUICK, ids=" ".join)
def test_a_quick_word_waits_for_nothing_heavy(typed: list[str], diary_file: Path) -> None:
    """What a plain entry has loaded when it ends is little more than Python itself."""
    done = subprocess.run(
        [sys.executable, "-S", "-c", LOADED.format(path=[path for path in sys.path if path], typed=typed)],
        capture_output=True,
        encoding="utf-8",
        check=False,
        env=uncounted(),
    )
    *_, last = done.stdout.splitlines() or [""]
    assert last.startswith("loaded"), done.stderr
    roots = {name.partition(".")[0] for name in last.split()}
    assert not roots & HEAVY
    assert "twitchlog.cli.answer" in last.split(), f"the quick door was not taken by: twitchlog {' '.join(typed)}"
    assert diary_file.exists() == (typed not in ([], ["list"], ["today"], ["undo"], ["redo"]))
