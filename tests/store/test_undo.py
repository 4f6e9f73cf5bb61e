"""Undo and redo: a diary is row for row what it was."""

from __future__ import annotations

import json
import sqlite3
from datetime import UTC, date, datetime, timedelta
from typing import TYPE_CHECKING, Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from twitchlog.entry import Change, DayNote, Episode, Intake, MedicineEvent, SymptomNote, When, new_uid
from twitchlog.errors import NoSuchEntry
from twitchlog.store import file
from twitchlog.store.diary import Diary, open_diary
from twitchlog.store.rows import TABLES

if TYPE_CHECKING:
    from pathlib import Path

NOW = datetime(2026, 3, 2, 21, 40, tzinfo=UTC)
DAY = date(2026, 3, 2)


def rows_of(path: Path) -> dict[str, list[tuple[Any, ...]]]:
    """Every row of every table of entries, read by plain SQLite."""
    with sqlite3.connect(path) as connection:
        return {
            name: connection.execute(f'SELECT * FROM "{name}" ORDER BY 1, 2').fetchall()  # noqa: S608 - our tables
            for name in TABLES
        }


def an_episode(**fields: Any) -> Episode:
    """An episode in the left calf."""
    when = When.moment(NOW, "Europe/Berlin")
    return Episode(**{"uid": new_uid(), "when": when, "region": "leg", "part": "calf", "side": "left", **fields})


WRITES = {
    "add": lambda step: step.add(an_episode(triggers=("caffeine", "stress"), note="a note")),
    "symptom": lambda step: step.add(SymptomNote(uid=new_uid(), when=When(day=DAY), symptom="headache")),
    "intake": lambda step: step.add(
        Intake(uid=new_uid(), when=When.moment(NOW, None), factor="caffeine_mg", amount=160.0)
    ),
    "medicine": lambda step: step.add(
        MedicineEvent(uid=new_uid(), name="Pill", day=DAY, action="start", suspected=True)
    ),
    "change": lambda step: step.add(Change(uid=new_uid(), what="less_caffeine", start=DAY)),
    "day": lambda step: step.set_day(DayNote(day=DAY, twitching="none", factors={"sleep_h": 6.5}, note="x")),
    "other day": lambda step: step.set_day(DayNote(day=DAY, twitching="some", factors={"sleep_h": 7.0, "stress": 3.0})),
}


@pytest.mark.parametrize("write", WRITES)
def test_undo_takes_each_kind_of_write_back_row_for_row(write: str, tmp_path: Path) -> None:
    """After undo every row is as it was, and after redo every row is as it was written."""
    path = tmp_path / "diary.db"
    with open_diary(str(path), write=True) as book:
        with book.step("add", NOW) as step:
            step.add(an_episode())
            step.set_day(DayNote(day=DAY, factors={"stress": 5.0}))
        before = rows_of(path)
        with book.step(write, NOW) as step:
            WRITES[write](step)
        after = rows_of(path)
        assert before != after
        book.undo()
        assert rows_of(path) == before
        book.redo()
        assert rows_of(path) == after


def test_change_and_remove_are_taken_back_too(tmp_path: Path) -> None:
    """An edited and then a deleted episode comes back step by step, with its number."""
    path = tmp_path / "diary.db"
    with open_diary(str(path), write=True) as book:
        with book.step("add", NOW) as step:
            first = step.add(an_episode())
        written = rows_of(path)
        with book.step("edit", NOW) as step:
            step.change(first.replace(intensity=7))
        edited = rows_of(path)
        with book.step("delete", NOW) as step:
            step.remove(first)
        assert rows_of(path)["episode"] == []
        book.undo()
        assert rows_of(path) == edited
        book.undo()
        assert rows_of(path) == written
        book.redo(2)
        assert rows_of(path)["episode"] == []


def test_a_batch_is_one_step(tmp_path: Path) -> None:
    """What one command wrote goes and comes as one."""
    path = tmp_path / "diary.db"
    with open_diary(str(path), write=True) as book:
        with book.step("import", NOW) as step:
            for _ in range(30):
                step.add(an_episode())
        assert len(book.undo()[0].rows) == 30
        assert rows_of(path)["episode"] == []


def test_what_was_undone_is_gone_for_redo_once_something_new_is_written(tmp_path: Path) -> None:
    """A new entry after an undo: the undone step can't come back and trample on it."""
    with open_diary(str(tmp_path / "diary.db"), write=True) as book:
        with book.step("add", NOW) as step:
            step.add(an_episode(intensity=1))
        book.undo()
        with book.step("add", NOW) as step:
            step.add(an_episode(intensity=2))
        with pytest.raises(NoSuchEntry):
            book.redo()
        assert [one.intensity for one in book.episodes()] == [2]


def test_too_many_steps_back_takes_nothing_back(tmp_path: Path) -> None:
    """Undo 2 in a diary of one step refuses and leaves the one step alone."""
    path = tmp_path / "diary.db"
    with open_diary(str(path), write=True) as book:
        with book.step("add", NOW) as step:
            step.add(an_episode())
        with pytest.raises(NoSuchEntry):
            book.undo(2)
        assert len(book.episodes()) == 1


def test_a_number_is_never_given_twice(tmp_path: Path) -> None:
    """After undo or delete the next entry gets a new number, so history ID speaks of one entry alone."""
    with open_diary(str(tmp_path / "diary.db"), write=True) as book:
        for _ in range(2):
            with book.step("add", NOW) as step:
                step.add(an_episode())
        book.undo()
        with book.step("symptom", NOW) as step:
            note = step.add(SymptomNote(uid=new_uid(), when=When(day=DAY), symptom="headache"))
        assert note.id == 3


def test_a_step_that_writes_nothing_is_no_step(tmp_path: Path) -> None:
    """Saying the same of a day twice leaves one step to undo."""
    with open_diary(str(tmp_path / "diary.db"), write=True) as book:
        for _ in range(2):
            with book.step("quiet", NOW) as step:
                step.set_day(DayNote(day=DAY, twitching="none"))
        book.undo()
        with pytest.raises(NoSuchEntry):
            book.undo()


def test_an_error_in_the_middle_of_a_step_leaves_nothing(tmp_path: Path) -> None:
    """A step is whole or absent: its journal and its number too."""
    path = tmp_path / "diary.db"
    with open_diary(str(path), write=True) as book:
        with pytest.raises(RuntimeError):
            break_off(book)
        assert rows_of(path)["episode"] == []
        with sqlite3.connect(path) as plain:
            assert plain.execute("SELECT count(*) FROM journal").fetchone() == (0,)
            assert plain.execute("SELECT count(*) FROM batch").fetchone() == (0,)


def break_off(book: Diary) -> None:
    """A step that fails after its first write."""
    with book.step("add", NOW) as step:
        step.add(an_episode())
        raise RuntimeError


def test_the_journal_holds_the_whole_row_before_and_after(tmp_path: Path) -> None:
    """History shows what an edit changed, from the journal alone."""
    with open_diary(str(tmp_path / "diary.db"), write=True) as book:
        with book.step("add", NOW) as step:
            first = step.add(an_episode(intensity=4))
        with book.step("edit", NOW + timedelta(minutes=1)) as step:
            step.change(first.replace(intensity=7))
        added, edited = book.history(1)
        assert (added.action, edited.action) == ("add", "change")
        assert edited.before == added.after
        assert (edited.before or {})["intensity"] == 4
        assert (edited.after or {})["intensity"] == 7
        assert json.loads(json.dumps(edited.after)) == edited.after


@given(st.floats(min_value=0, max_value=9e8), st.text(st.characters(exclude_categories=["Cs"]), max_size=40))
def test_the_journal_keeps_every_digit_and_every_letter(amount: float, note: str) -> None:
    """What undo brings back is exactly what was there, whatever SQLite's own JSON would round."""
    book = Diary(file.for_reading("/nowhere"), "/nowhere")
    intake = Intake(uid=new_uid(), when=When(day=DAY), factor="caffeine_mg", amount=amount, note=note)
    with book.step("had", NOW) as step:
        written = step.add(intake)
    with book.step("delete", NOW) as step:
        step.remove(written)
    book.undo()
    assert book.entries("intake") == [written]
    book.close()


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=30)
@given(st.lists(st.sampled_from([*WRITES, "undo", "redo"]), max_size=25))
def test_any_history_of_writes_undos_and_redos_agrees_with_a_model(
    tmp_path_factory: pytest.TempPathFactory, acts: list[str]
) -> None:
    """A stack of snapshots is the model: undo goes one down, redo one up, a write cuts off what was above."""
    path = tmp_path_factory.mktemp("model") / "diary.db"
    with open_diary(str(path), write=True) as book:
        snapshots, at = [rows_of(path)], 0
        for act in acts:
            if act in WRITES:
                with book.step(act, NOW) as step:
                    WRITES[act](step)
                if rows_of(path) != snapshots[at]:
                    snapshots, at = [*snapshots[: at + 1], rows_of(path)], at + 1
            else:
                at = _walk(book, act, at, len(snapshots))
            assert rows_of(path) == snapshots[at]


def _walk(book: Diary, act: str, at: int, known: int) -> int:
    to = at - 1 if act == "undo" else at + 1
    if 0 <= to < known:
        getattr(book, act)()
        return to
    with pytest.raises(NoSuchEntry):
        getattr(book, act)()
    return at
