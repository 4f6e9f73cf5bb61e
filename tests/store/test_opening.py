"""Opening the diary: whose file it is, which version, and that reading never writes."""

from __future__ import annotations

import os
import sqlite3
import stat
from datetime import UTC, date, datetime
from typing import TYPE_CHECKING

import pytest

from twitchlog.entry import Episode, When, new_uid
from twitchlog.errors import DiaryUnusable
from twitchlog.store import file, migrations
from twitchlog.store.diary import Diary, open_diary

if TYPE_CHECKING:
    from pathlib import Path

NOW = datetime(2026, 3, 2, 21, 40, tzinfo=UTC)


def an_episode() -> Episode:
    """An episode in the left calf."""
    return Episode(uid=new_uid(), when=When.moment(NOW, None), region="leg", part="calf", side="left")


def a_diary(path: Path) -> Path:
    """A diary with one episode."""
    with open_diary(str(path), write=True) as book, book.step("add", NOW) as step:
        step.add(an_episode())
    return path


def test_a_new_diary_is_private_with_its_folders(tmp_path: Path) -> None:
    """The file is 0600 and every folder that had to be made is 0700."""
    path = a_diary(tmp_path / "new" / "deeper" / "diary.db")
    assert stat.S_IMODE(path.stat().st_mode) == 0o600
    assert stat.S_IMODE(path.parent.stat().st_mode) == 0o700
    assert stat.S_IMODE(path.parent.parent.stat().st_mode) == 0o700


def test_an_umask_opens_nothing(tmp_path: Path) -> None:
    """Even where the shell's umask is wide open the diary is not."""
    before = os.umask(0)
    try:
        path = a_diary(tmp_path / "new" / "diary.db")
    finally:
        os.umask(before)
    assert stat.S_IMODE(path.stat().st_mode) == 0o600
    assert stat.S_IMODE(path.parent.stat().st_mode) == 0o700


def test_reading_a_diary_that_is_not_there_makes_none(tmp_path: Path) -> None:
    """It reads as an empty diary and leaves the folder empty."""
    with open_diary(str(tmp_path / "none.db")) as book:
        assert book.episodes() == []
        assert book.is_new()
    assert list(tmp_path.iterdir()) == []


def test_reading_can_not_write(tmp_path: Path) -> None:
    """A diary opened for reading refuses a step, in words, and stays as it was byte for byte."""
    path = a_diary(tmp_path / "diary.db")
    before = path.read_bytes()
    with open_diary(str(path)) as book:
        assert len(book.episodes()) == 1
        with pytest.raises(DiaryUnusable, match="can only be read"):
            add_many(book)
    assert path.read_bytes() == before


def test_a_file_of_text_is_not_a_diary(tmp_path: Path) -> None:
    """A file that is no database is refused and stays untouched."""
    path = tmp_path / "letter.txt"
    path.write_text("Dear diary, " * 200)
    for write in (False, True):
        with pytest.raises(DiaryUnusable, match="is not a twitchlog diary") as refused:
            open_diary(str(path), write=write)
        assert refused.value.code == "foreign_file"
    assert path.read_text() == "Dear diary, " * 200


def test_a_database_of_another_program_is_not_a_diary(tmp_path: Path) -> None:
    """A SQLite file with tables of somebody else is refused and stays untouched."""
    path = tmp_path / "bookmarks.db"
    with sqlite3.connect(path) as other:
        other.execute("CREATE TABLE bookmark (url TEXT)")
    before = path.read_bytes()
    for write in (False, True):
        with pytest.raises(DiaryUnusable, match="is not a twitchlog diary"):
            open_diary(str(path), write=write)
    assert path.read_bytes() == before


def test_a_newer_diary_is_refused_untouched(tmp_path: Path) -> None:
    """A diary of a later version opens neither for reading nor for writing, and the words say so."""
    path = a_diary(tmp_path / "diary.db")
    with sqlite3.connect(path) as later:
        later.execute(f"PRAGMA user_version = {migrations.LATEST + 1}")
    before = path.read_bytes()
    for write in (False, True):
        with pytest.raises(DiaryUnusable, match="later version") as refused:
            open_diary(str(path), write=write)
        assert refused.value.code == "newer_diary"
    assert path.read_bytes() == before


def test_an_empty_file_becomes_a_diary(tmp_path: Path) -> None:
    """What a killed first entry may leave behind is an empty file; the next entry takes it."""
    path = tmp_path / "diary.db"
    path.touch()
    with open_diary(str(path)) as book:
        assert book.episodes() == []
    a_diary(path)
    with open_diary(str(path)) as book:
        assert len(book.episodes()) == 1


def test_a_damaged_diary_is_a_clear_line(tmp_path: Path) -> None:
    """A page overwritten with rubbish is reported, not read past."""
    path = a_diary(tmp_path / "diary.db")
    damaged = bytearray(path.read_bytes())
    damaged[4096 : 4096 * 12] = b"\xff" * (4096 * 11)
    path.write_bytes(damaged)
    with pytest.raises(DiaryUnusable, match="damaged"), open_diary(str(path)) as book:
        book.episodes()


def test_a_half_written_file_is_a_clear_line(tmp_path: Path) -> None:
    """A diary cut off in the middle is refused in words."""
    path = a_diary(tmp_path / "diary.db")
    path.write_bytes(path.read_bytes()[:9000])
    with pytest.raises(DiaryUnusable), open_diary(str(path)) as book:
        book.episodes()


@pytest.mark.parametrize("name", ["/proc/version/diary.db", "/proc/none/diary.db"])
def test_a_folder_that_can_not_be_written_is_a_clear_line(name: str) -> None:
    """Where no file can be made, the line says which and the hint what to check."""
    with pytest.raises(DiaryUnusable) as refused:
        open_diary(name, write=True)
    assert name in refused.value.text
    assert refused.value.hint


def test_a_folder_in_the_diarys_place_is_a_clear_line(tmp_path: Path) -> None:
    """A folder is not a diary, for reading or writing."""
    for write in (False, True):
        with pytest.raises(DiaryUnusable):
            open_diary(str(tmp_path), write=write)


def test_a_busy_diary_is_a_clear_line_after_some_patience(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """While another program holds the diary the entry waits, then is refused with words."""
    path = a_diary(tmp_path / "diary.db")
    monkeypatch.setattr(file, "PATIENCE_S", 0.05)
    holder = sqlite3.connect(path, isolation_level=None)
    holder.execute("BEGIN IMMEDIATE")
    with open_diary(str(path), write=True) as book:
        with pytest.raises(DiaryUnusable, match="Another program") as refused:
            add_many(book)
        assert refused.value.code == "diary_busy"
        holder.execute("ROLLBACK")
        assert len(book.episodes()) == 1
    holder.close()


def test_a_full_disk_is_a_clear_line_and_nothing_is_written(tmp_path: Path) -> None:
    """When no page can be added the entry is refused, and what was there is there."""
    path = a_diary(tmp_path / "diary.db")
    with open_diary(str(path), write=True) as book:
        pages = book._connection.execute("PRAGMA page_count").fetchone()[0]  # noqa: SLF001 - the only way to fill a disk here
        book._connection.execute(f"PRAGMA max_page_count = {pages}")  # noqa: SLF001 - as above
        with pytest.raises(DiaryUnusable, match="no room left"):
            add_many(book)
        assert len(book.episodes()) == 1


def add_many(book: Diary) -> None:
    """More episodes than a few pages hold."""
    with book.step("add", NOW) as step:
        for _ in range(1000):
            step.add(an_episode())


def test_an_address_of_sqlite_names_a_file(tmp_path: Path) -> None:
    """sqlite:////absolute/path and a bare path are the same diary."""
    path = a_diary(tmp_path / "diary.db")
    with open_diary(f"sqlite:///{path}") as book:
        assert len(book.episodes()) == 1


def test_another_database_is_refused_without_its_password() -> None:
    """A PostgreSQL address is no diary here; the refusal does not repeat the password."""
    with pytest.raises(DiaryUnusable) as refused:
        open_diary("postgresql://me:secret@host/twitches")
    assert "secret" not in refused.value.text + refused.value.hint


def test_odd_characters_in_the_name_are_only_a_name(tmp_path: Path) -> None:
    """Question marks, per cent signs and hashes do not become options of the address."""
    path = a_diary(tmp_path / "a?mode=ro#100%.db")
    assert path.exists()
    with open_diary(str(path)) as book:
        assert len(book.episodes()) == 1


def test_an_older_diary_is_copied_before_it_is_brought_up_to_date(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Reading an older diary leaves it as it is; writing first keeps a copy, readable by its owner alone."""
    path = a_diary(tmp_path / "diary.db")
    steps = [(2, ["ALTER TABLE visit ADD COLUMN place VARCHAR"])]
    taken = migrations.steps_after
    monkeypatch.setattr(migrations, "LATEST", 2)
    monkeypatch.setattr(migrations, "steps_after", lambda version: taken(version) + (steps if version < 2 else []))
    before = path.read_bytes()
    with open_diary(str(path)) as book:
        assert len(book.episodes()) == 1
    assert path.read_bytes() == before
    with open_diary(str(path), write=True) as book:
        assert len(book.episodes()) == 1
    copies = list((tmp_path / "backups").iterdir())
    assert [copy.name for copy in copies] == ["diary-before-version-2.db"]
    assert stat.S_IMODE(copies[0].stat().st_mode) == 0o600
    with sqlite3.connect(copies[0]) as old, sqlite3.connect(path) as new:
        assert old.execute("PRAGMA user_version").fetchone() == (1,)
        assert new.execute("PRAGMA user_version").fetchone() == (2,)
        assert old.execute("SELECT count(*) FROM episode").fetchone() == (1,)


def test_the_readable_views_say_the_time_on_the_wall(tmp_path: Path) -> None:
    """Someone who opens the file with another program reads local times, words and lists."""
    path = tmp_path / "diary.db"
    at = datetime.fromisoformat("2026-03-02T01:30:00-05:30")
    with open_diary(str(path), write=True) as book, book.step("add", NOW) as step:
        step.add(an_episode().replace(when=When.moment(at, None)))
        step.add(an_episode().replace(when=When(day=date(2026, 3, 1), precision="part_of_day", part_of_day="night")))
    with sqlite3.connect(path) as plain:
        rows = plain.execute('SELECT "when", part FROM episode_readable ORDER BY id').fetchall()
    assert rows == [("2026-03-02 01:30:00-05:30", "calf"), ("2026-03-01 night", "calf")]
