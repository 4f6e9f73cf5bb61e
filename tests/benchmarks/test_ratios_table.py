"""The table of ratios can be printed; what it says is for people to judge, on a quiet machine."""

from __future__ import annotations

import re

import pytest

from tests.benchmarks.ratios import Failed, command, cost_of, table
from tests.program import uncounted


@pytest.mark.slow
def test_the_table_has_a_number_for_every_quick_word() -> None:
    """Every quick word runs on an empty diary and on a small one, and has its median."""
    first, *rows = table(times=1, sizes=(0, 40, 80), heavy=False)
    assert "median" in first
    shown = [row for row in rows if "episodes" in row]
    assert {row.split()[0].rstrip(",") for row in shown} >= {"add", "quiet", "undo", "redo", "list", "today", "show"}
    assert all(re.search(r"\s\d+\.\d\d\s", row) for row in shown)
    assert [row.split()[2] for row in rows if row.startswith("growth")] == [
        "add",
        "quiet",
        "undo,",
        "redo,",
        "list,",
        "today,",
    ]


def test_a_command_that_fails_is_not_measured(capfd: pytest.CaptureFixture[str]) -> None:
    """A refusal is quick; its time must not pass for that of an entry."""
    with pytest.raises(Failed):
        cost_of(command("show 1", "16").argv(1), uncounted())
    assert "entry 1" in capfd.readouterr().err
