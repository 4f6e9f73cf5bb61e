"""How commands are called: options before and after the name, the envelope, exit codes, and two doors that agree."""

from __future__ import annotations

import json
import os
import re
import sqlite3
import subprocess
from typing import TYPE_CHECKING, Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.program import SCRIPT, twitchlog
from twitchlog.cli.app import app

if TYPE_CHECKING:
    from pathlib import Path

    from tests.cli.conftest import Typed


def test_the_envelope_has_its_keys_in_every_command(typed: Typed, diary_file: Path) -> None:
    """schema, command, diary, now, data, warnings: nothing else on stdout."""
    typed("add", "left calf")
    commands = [
        *(["list"], ["today"], ["day"], ["show", "1"], ["history", "1"], ["where"], ["parts"], ["words", "triggers"]),
        *(["words"], ["flags"], ["quiet", "yesterday"], ["undo"], ["redo"], ["edit", "1", "4/10"]),
        ["delete", "1", "--yes"],
    ]
    for command in commands:
        result = typed(*command, "--json")
        answer = json.loads(result.stdout)
        assert list(answer) == ["schema", "command", "diary", "now", "data", "warnings"], command
        assert (answer["schema"], answer["command"]) == (1, command[0])
        assert answer["diary"] == str(diary_file)
        assert answer["now"] == "2026-03-02T21:40:00+01:00"


def test_options_stand_anywhere(typed: Typed, tmp_path: Path) -> None:
    """--diary, --json and -q mean the same before and after the command and among the words."""
    other = str(tmp_path / "other.db")
    for words in (
        ["--diary", other, "--json", "add", "left", "calf"],
        ["add", "--json", "left", "calf", f"--diary={other}"],
        ["add", "left", "--diary", other, "calf", "--json"],
    ):
        assert json.loads(typed(*words).stdout)["diary"] == other
    assert typed("add", "left calf", "-q", "--diary", other).stdout == ""
    assert len(json.loads(typed("list", "--json", "--diary", other).stdout)["data"]["episodes"]) == 4


def test_wrong_usage_is_two_lines_and_exit_code_2(typed: Typed) -> None:
    """An unknown command, option or value: what is wrong and where the help is."""
    for words in (["lst"], ["list", "-n", "none"], ["list", "--nope"], ["show"], ["report"], ["words", "nonsense"]):
        result = typed(*words)
        assert result.exit_code == 2, words
        assert len(result.stderr.splitlines()) == 2, words
        assert "--help" in result.stderr or "lists" in result.stderr
        answer = json.loads(typed("--json", *words).stdout)
        assert answer["error"]["code"] == "usage"


def test_every_command_has_help_with_an_example(typed: Typed) -> None:
    """--help of each command shows at least one line to type."""
    names = [info.name or (info.callback.__name__ if info.callback else "") for info in app.registered_commands]
    groups = [(group.name, sub) for group in app.registered_groups for sub in ("week", "csv") if group.name]
    for name in names:
        assert f"twitchlog {name}" in typed(name, "--help").stdout.replace("list_", "list"), name
    assert groups


def test_flags_leave_with_3_only_when_asked(typed: Typed) -> None:
    """A point to raise is no failure; --exit-code says it to a script."""
    for day in range(1, 3):
        typed("add", f"left calf 2026-03-0{day} 9:00")
        typed("add", f"right thigh 2026-03-0{day} 9:00")
    assert typed("flags").exit_code == 0
    assert typed("flags", "--exit-code").exit_code == 3


def test_flags_without_a_point_leave_with_0(typed: Typed) -> None:
    """An empty diary has nothing to raise, and says what is missing instead of all is well."""
    result = typed("flags", "--exit-code")
    assert result.exit_code == 0
    assert "cannot say yet" in result.stdout
    assert "not an all-clear" in result.stdout


UID = re.compile(r"[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}")

LINES = [
    ["add", "left", "calf", "30s", "4/10", "after", "coffee,", "stressed"],
    ["add", "left calf yesterday 22:30 -- a note"],
    ["add", "left", "calf", "--", "the", "outer", "--side"],
    ["add", "claf"],
    ["add"],
    ["add", "left", "leg"],
    ["add", "chest", "pain", "blorf"],
    ["symptom", "fever"],
    ["day", "sleep", "6.5h"],
    ["day"],
    ["quiet", "yesterday"],
    ["list"],
    ["today"],
    [],
    ["undo"],
    ["redo"],
    ["undo", "2"],
    ["undo", "99"],
]


def through(door: str, lines: list[list[str]], diary: Path) -> list[tuple[str, str, int]]:
    """What each line prints and leaves with, through one door."""
    environment = {
        **os.environ,
        "TWITCHLOG_DIARY": str(diary),
        "TWITCHLOG_NOW": "2026-03-02T21:40:00+01:00",
        "TZ": "Europe/Berlin",
    }
    told = []
    for line in lines:
        words = line if door == "quick" else ["--diary", str(diary), *line]
        done = twitchlog(*words, env=environment)
        told.append((done.stdout, done.stderr, done.returncode))
    return told


def stored(diary: Path) -> dict[str, list[tuple[Any, ...]]]:
    """Every row but what is different in any two runs: the uids."""
    with sqlite3.connect(diary) as plain:
        tables = ("episode", "symptom", "day", "day_factor", "batch", "journal")
        rows = {table: plain.execute(f"SELECT * FROM {table}").fetchall() for table in tables}  # noqa: S608 - our tables
    return {table: [_without_uid(row) for row in found] for table, found in rows.items()}


def _without_uid(row: tuple[Any, ...]) -> tuple[Any, ...]:
    return tuple(UID.sub("uid", value) if isinstance(value, str) else value for value in row)


def test_both_doors_do_and_say_the_same(tmp_path: Path) -> None:
    """The same lines through the quick door and through typer: the same rows, words and exit codes."""
    quick, typer = tmp_path / "quick.db", tmp_path / "typer.db"
    assert through("quick", LINES, quick) == through("typer", LINES, typer)
    assert stored(quick) == stored(typer)


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=60)
@given(st.lists(st.text(max_size=12), max_size=5))
def test_no_words_end_in_a_traceback(typed: Typed, words: list[str]) -> None:
    """Whatever is typed: 0, 1 or 2, and never a traceback."""
    assert typed("add", "--", *words).exit_code in (0, 1, 2)
    assert typed("day", *words).exit_code in (0, 1, 2)


def test_a_broken_pipe_is_quiet(tmp_path: Path) -> None:
    """`twitchlog list | head -1` ends without a word of complaint."""
    environment = {**os.environ, "TWITCHLOG_DIARY": str(tmp_path / "diary.db")}
    twitchlog("add", "left calf", env=environment)
    done = subprocess.run(
        ["sh", "-c", f"'{SCRIPT}' parts | head -1"], env=environment, capture_output=True, text=True, check=False
    )
    assert done.stderr == ""


@pytest.mark.parametrize("name", ["TWITCHLOG_NOW", "TZ"])
def test_a_clock_that_makes_no_sense_is_a_clear_line(name: str, typed: Typed, monkeypatch: pytest.MonkeyPatch) -> None:
    """A moment without offset, or a zone nobody knows: refused, never guessed."""
    monkeypatch.setenv(name, "2026-03-02 21:40" if name == "TWITCHLOG_NOW" else "Mars/Olympus")
    result = typed("add", "left calf")
    assert result.exit_code == 1
    assert name in result.stderr
