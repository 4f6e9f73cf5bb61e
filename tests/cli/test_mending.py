"""Changing one's mind: `edit`, `delete`, `undo`, `redo`, `history`, and looking back with `list` and `show`."""

from __future__ import annotations

import sqlite3
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pathlib import Path

    from tests.cli.conftest import Asked, Typed


def test_edit_replaces_what_the_words_name_and_nothing_else(asked: Asked) -> None:
    """Side and intensity change, duration and triggers stay."""
    before = asked("add", "left calf 30s 4/10 coffee")["episode"]
    after = asked("edit", "1", "right 7/10")["episode"]
    assert {key for key in before if before[key] != after[key]} == {"side", "intensity"}
    assert (after["side"], after["intensity"]) == ("right", 7)


def test_a_quoted_note_needs_no_other_words(asked: Asked) -> None:
    """`edit 1 "-- later"` as one quoted string is a new note, as `edit 1 -- later` is."""
    asked("add", "left calf")
    assert asked("edit", "1", "-- later")["episode"]["note"] == "later"
    assert asked("edit", "1", "--", "last")["episode"]["note"] == "last"


def test_edit_can_empty_a_field(asked: Asked) -> None:
    """--clear intensity says that nobody knows after all."""
    asked("add", "left calf 30s 4/10")
    assert asked("edit", "1", "--clear", "intensity")["episode"]["intensity"] is None


def test_clearing_an_unknown_field_is_wrong_usage(typed: Typed) -> None:
    """The hint lists what can be cleared."""
    typed("add", "left calf")
    result = typed("edit", "1", "--clear", "uid")
    assert result.exit_code == 2
    assert "intensity" in result.stderr


def test_an_edit_that_moves_to_a_quiet_day_changes_its_mark(asked: Asked) -> None:
    """The mark and the episodes of a day never contradict each other."""
    asked("quiet", "yesterday")
    asked("add", "left calf")
    asked("edit", "1", "yesterday")
    assert asked("day", "yesterday")["day"]["twitching"] == "some"


def test_delete_needs_a_yes(typed: Typed, asked: Asked) -> None:
    """Without a terminal it is refused; with --yes the entry goes, and undo brings it back."""
    asked("add", "left calf no weakness")
    refused = typed("delete", "1")
    assert refused.exit_code == 1
    assert "--yes" in refused.stderr
    before = asked("show", "1")
    assert asked("delete", "1", "--yes") == {"deleted": 1}
    assert typed("show", "1").exit_code == 1
    asked("undo")
    assert asked("show", "1") == before


def test_every_kind_of_entry_can_be_shown_and_deleted_by_its_number(asked: Asked) -> None:
    """Numbers are one series over all kinds."""
    asked("add", "left calf")
    asked("symptom", "headache")
    assert asked("show", "2")["symptom"]["symptom"] == "headache"
    assert asked("delete", "2", "--yes") == {"deleted": 2}


def test_undo_and_redo_take_a_count(asked: Asked) -> None:
    """Two steps back, two steps on."""
    asked("add", "left calf")
    asked("day", "sleep 6h")
    undone = asked("undo", "2")["undone"]
    assert [step["command"] for step in undone] == ["day", "add"]
    assert asked("list")["episodes"] == []
    redone = asked("redo", "2")["redone"]
    assert [step["command"] for step in redone] == ["add", "day"]
    assert len(asked("list")["episodes"]) == 1


def test_nothing_to_undo_is_said_and_makes_no_diary(typed: Typed, diary_file: Path) -> None:
    """On a new machine undo answers in a line and a hint."""
    result = typed("undo")
    assert result.exit_code == 1
    assert len(result.stderr.splitlines()) == 2
    assert not diary_file.exists()


def test_history_tells_what_happened_undone_steps_included(asked: Asked) -> None:
    """Added, edited, and the edit taken back."""
    asked("add", "left calf 4/10")
    asked("edit", "1", "7/10")
    asked("undo")
    changes = asked("history", "1")["changes"]
    assert [(one["command"], one["state"]) for one in changes] == [("add", "done"), ("edit", "undone")]
    assert (changes[1]["before"]["intensity"], changes[1]["after"]["intensity"]) == (4, 7)


def test_a_number_that_never_was_is_a_clear_line(typed: Typed) -> None:
    """For show, edit, delete and history alike, numbers beyond any diary included."""
    for command in (["show"], ["edit"], ["delete", "--yes"], ["history"]):
        result = typed(*command, "99999999999999999999", *(["4/10"] if command == ["edit"] else []))
        assert result.exit_code == 1
        assert len(result.stderr.splitlines()) == 2


def test_list_shows_the_newest_start_first_and_ten_of_them(asked: Asked, typed: Typed) -> None:
    """By start, not by the order of writing; -n and --all show more."""
    asked("add", "left calf today 8:00")
    for hour in range(9, 20):
        asked("add", f"left calf {hour}:00")
    asked("add", "left calf yesterday 22:30")
    shown = asked("list")["episodes"]
    assert len(shown) == 10
    assert [one["started_at"] for one in shown] == sorted((one["started_at"] for one in shown), reverse=True)
    assert shown[0]["started_at"] == "2026-03-02T19:00:00+01:00"
    assert len(asked("list", "-n", "11")["episodes"]) == 11
    everything = asked("list", "--all")["episodes"]
    assert len(everything) == 13
    assert everything[-1]["day"] == "2026-03-01"
    assert "There are more" in typed("list").stdout
    assert "There are more" not in typed("list", "--all").stdout


def test_an_imported_escape_never_reaches_the_screen(typed: Typed, diary_file: Path) -> None:
    """A note that some other program put there is shown without its control characters."""
    typed("add", "left calf")
    with sqlite3.connect(diary_file) as other:
        other.execute("UPDATE episode SET note = 'red \x1b[31m alert \u202e txt'")
    for command in (["list"], ["show", "1"], ["today"]):
        shown = typed(*command).stdout
        assert "\x1b" not in shown
        assert "\u202e" not in shown


def test_where_says_where_and_writes_nothing(typed: Typed, diary_file: Path) -> None:
    """The path, and that nothing is there yet."""
    assert str(diary_file) in typed("where").stdout
    assert not diary_file.exists()
