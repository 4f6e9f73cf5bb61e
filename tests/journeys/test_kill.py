"""Killed at any moment: an acknowledged entry is there, and an unacknowledged one is wholly there or wholly absent."""

from __future__ import annotations

import sqlite3
from typing import TYPE_CHECKING

import pytest

from tests.journeys.torture import kill_while_adding, wrong_with
from tests.program import twitchlog

if TYPE_CHECKING:
    from pathlib import Path

KILLS = 40
"""Enough to meet a broken write here and now; `make torture` does 500."""


@pytest.mark.slow
def test_killing_add_loses_nothing_and_leaves_nothing_half(tmp_path: Path) -> None:
    """Forty entries, each killed at a random moment from its start to after its end."""
    outcome = kill_while_adding(str(tmp_path / "diary.db"), KILLS)
    assert outcome.wrong == ()
    assert 0 < outcome.acknowledged < outcome.started, "the kills came all too early or all too late to say anything"
    assert outcome.acknowledged <= outcome.stored


def test_a_diary_is_usable_after_a_kill(tmp_path: Path, diary_file: Path) -> None:
    """The next entry after a kill goes in as if nothing had been."""
    kill_while_adding(str(diary_file), 1, seed=4)
    assert twitchlog("add", "left", "calf").returncode == 0
    assert wrong_with(str(diary_file), {}) == []
    assert [file.name for file in tmp_path.iterdir() if "journal" in file.name] == []


@pytest.mark.parametrize(
    ("harm", "seen"),
    [
        ("DELETE FROM episode WHERE id = 1", ["entry 1 is lost", "1 journal rows without their entry"]),
        ("UPDATE episode SET note = 'other' WHERE id = 1", ["entry 1 is lost"]),
        (
            "DELETE FROM journal WHERE batch = 1",
            ["1 episodes without their journal row", "1 steps without a journal row"],
        ),
        ("DELETE FROM batch WHERE id = 1", ["1 journal rows without their step"]),
    ],
)
def test_what_is_lost_or_half_would_be_seen(diary_file: Path, harm: str, seen: list[str]) -> None:
    """The check can fail: each kind of harm, done by hand, is named."""
    for number in (0, 1):
        assert twitchlog("add", "left", "calf", "--", f"number {number}").returncode == 0
    promised = {1: "number 0", 2: "number 1"}
    assert wrong_with(str(diary_file), promised) == []
    connection = sqlite3.connect(diary_file)
    connection.execute(harm)
    connection.commit()
    connection.close()
    assert wrong_with(str(diary_file), promised) == seen
