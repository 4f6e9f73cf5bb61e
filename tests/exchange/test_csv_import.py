"""What an import makes of a file that a person or a spreadsheet wrote: all of it or nothing, and twice is once."""

from __future__ import annotations

import sqlite3
from datetime import date, datetime
from typing import TYPE_CHECKING

import pytest

from twitchlog.entry import DayNote, OwnFactor, When
from twitchlog.errors import DiaryUnusable
from twitchlog.exchange.own_csv import import_csv
from twitchlog.store.diary import open_diary
from twitchlog.store.rows import TABLES

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from twitchlog.exchange.reports import ImportReport
    from twitchlog.store.diary import Diary

    TakeIn = Callable[..., ImportReport]

NOW = datetime.fromisoformat("2026-03-10T21:40:00+01:00")
TWO = "started_at,part\n2026-03-01,calf\n2026-03-02T21:40:00+01:00,jaw\n"


def test_words_are_taken_as_people_type_them(book: Diary, take_in: TakeIn) -> None:
    """Synonyms, plurals, the side beside the part, 4/10, pandas' 30.0; what is not said stays unknown."""
    report = take_in(
        episodes="Started At,part,intensity,duration_s,triggers,activity,denied\n"
        "2026-03-02T21:40:00+01:00,left calves,4/10,30.0,coffee; running;Cold,desk,sitting;tingly\n"
    )
    (episode,) = book.episodes()
    assert report.refused == ()
    assert (episode.region, episode.part, episode.side) == ("leg", "calf", "left")
    assert (episode.intensity, episode.duration_s) == (4, 30)
    assert episode.triggers == ("caffeine", "exercise", "cold")
    assert episode.denied == ("sitting", "tingling")
    assert episode.activity == "sitting"
    assert (episode.kind, episode.muscle, episode.note, episode.source) == ("twitch", None, None, "import")


@pytest.mark.parametrize(
    ("part", "region", "known"),
    [("leg", "leg", None), ("Legs", "leg", None), ("biceps", "arm", "upper_arm"), ("whole_body", "whole_body", None)],
)
def test_a_region_stays_a_region(book: Diary, take_in: TakeIn, part: str, region: str, known: str | None) -> None:
    """A region alone is taken as such and noted; a muscle tells its part."""
    report = take_in(episodes=f"started_at,part\n2026-03-01,{part}\n")
    (episode,) = book.episodes()
    assert (episode.region, episode.part) == (region, known)
    assert bool(report.notes) == (known is None)


def test_times_are_as_exact_as_they_were_written(book: Diary, take_in: TakeIn) -> None:
    """A moment, a part of a day, a day; after midnight still belongs to the evening."""
    take_in(
        episodes="started_at,part,part_of_day\n2026-03-02T03:59:59+01:00,calf,\n2026-03-02,calf,evening\n2026-03-02,calf,\n"
    )
    assert sorted((one.when for one in book.episodes()), key=lambda when: when.precision) == [
        When(day=date(2026, 3, 2)),
        When.moment(datetime.fromisoformat("2026-03-02T03:59:59+01:00"), None),
        When(day=date(2026, 3, 2), precision="part_of_day", part_of_day="evening"),
    ]
    assert [one.when.day.isoformat() for one in book.episodes() if one.when.at] == ["2026-03-01"]


def test_a_time_without_an_offset_is_on_the_clock_of_its_zone(book: Diary, take_in: TakeIn) -> None:
    """The row's zone counts, else the local one; of a time that the clock showed twice it is the earlier."""
    take_in(
        episodes="started_at,part,zone\n2025-10-26 02:30,calf,\n2026-03-01T21:40,calf,Asia/Kathmandu\n",
    )
    newest, oldest = book.episodes()
    assert newest.when.at is not None
    assert oldest.when.at is not None
    assert newest.when.at.isoformat() == "2026-03-01T21:40:00+05:45"
    assert (oldest.when.at.isoformat(), oldest.when.zone) == ("2025-10-26T02:30:00+02:00", "Europe/Berlin")


def test_symptoms_in_short_stand_at_the_moment_and_place_of_the_episode(book: Diary, take_in: TakeIn) -> None:
    """“weakness” and “no numbness” become notes there; tiredness is of the whole person and has no place."""
    file = "started_at,part,side,symptoms\n2026-03-01,hand,left,weakness; no numbness;fatigue\n"
    report = take_in(episodes=file)
    (episode,) = book.episodes()
    notes = {note.symptom: note for note in book.symptoms_of(episode)}
    assert {name: note.present for name, note in notes.items()} == {
        "weakness": True,
        "numb_area": False,
        "fatigue": True,
    }
    assert {note.when for note in notes.values()} == {episode.when}
    assert (notes["weakness"].part, notes["weakness"].side) == ("hand", "left")
    assert notes["fatigue"].region is None
    assert report.used == {"episodes.csv": 1}
    assert take_in(episodes=file).already == {"episodes.csv": 1}
    assert book.size("symptom") == 3


def test_a_file_without_uids_comes_in_once_however_often(book: Diary, take_in: TakeIn) -> None:
    """Two rows that say the same are two entries; the same file again, columns turned round, adds nothing."""
    first = take_in(episodes="started_at,part\n2026-03-01,calf\n2026-03-01,calf\n")
    again = take_in(episodes="part,started_at\ncalves,2026-03-01\ncalf,2026-03-01\n")
    assert (first.used, again.already) == ({"episodes.csv": 2}, {"episodes.csv": 2})
    assert book.size("episode") == 2


def test_another_uid_of_the_same_content_is_another_entry(book: Diary, take_in: TakeIn) -> None:
    """Uids tell entries apart, and only they do."""
    take_in(episodes="uid,started_at,part\na,2026-03-01,calf\nb,2026-03-01,calf\na,2026-03-01,calf\n")
    assert sorted(one.uid for one in book.episodes()) == ["a", "b"]


def test_an_entry_that_differs_is_kept_as_the_diary_has_it(book: Diary, take_in: TakeIn) -> None:
    """The same uid with other content is reported, and not written over."""
    take_in(episodes="uid,started_at,part,intensity\na,2026-03-01,calf,4\n")
    report = take_in(episodes="uid,started_at,part,intensity\na,2026-03-01,calf,5\n")
    (refused,) = report.refused
    assert "intensity “4” there, “5” here" in refused.reason
    assert [one.intensity for one in book.episodes()] == [4]


def test_a_day_that_differs_is_kept_as_the_diary_has_it(book: Diary, take_in: TakeIn) -> None:
    """A day's factors count; the same day again is already there."""
    file = "date,twitching,sleep_h\n2026-03-01,none,6.5\n"
    take_in(days=file)
    assert take_in(days=file).already == {"days.csv": 1}
    assert len(take_in(days="date,sleep_h\n2026-03-01,7\n").refused) == 1
    assert book.day(date(2026, 3, 1)) == DayNote(day=date(2026, 3, 1), twitching="none", factors={"sleep_h": 6.5})


def test_a_row_of_days_is_a_check_in_unless_it_says_no(book: Diary, take_in: TakeIn) -> None:
    """An empty cell is not recorded; 0 is 0; yes and no are taken as people write them."""
    take_in(days="date,checked_in,alcohol_g,stress\n2026-03-01,,0,\n2026-03-02,FALSE,,3\n2026-03-03,1,,\n")
    assert book.day(date(2026, 3, 1)) == DayNote(day=date(2026, 3, 1), factors={"alcohol_g": 0.0})
    assert book.day(date(2026, 3, 2)) == DayNote(day=date(2026, 3, 2), checked_in=False, factors={"stress": 3.0})
    assert book.day(date(2026, 3, 3)) == DayNote(day=date(2026, 3, 3))


def test_columns_that_nobody_knows_are_own_factors(book: Diary, take_in: TakeIn) -> None:
    """Numbers and yes/no are declared and noted; a column of words is left aside and named; undo takes it all back."""
    report = take_in(days="date,sleep,Magnesium,meditated,weekday\n2026-03-01,6,300,yes,Sun\n2026-03-02,7,,no,Mon\n")
    assert report.refused == ()
    assert book.entries("own_factor", order="name") == [
        OwnFactor(name="Magnesium", measure="number"),
        OwnFactor(name="meditated", measure="yes_no"),
    ]
    day = book.day(date(2026, 3, 1))
    assert day is not None
    assert day.factors == {"sleep_h": 6.0, "Magnesium": 300.0, "meditated": 1.0}
    assert sum("weekday" in note for note in report.notes) == 1
    book.undo()
    assert all(book.size(table) == 0 for table in TABLES)


def test_unknown_columns_are_named_once(take_in: TakeIn) -> None:
    """Elsewhere than in days.csv a column nobody knows is left aside, and the note says so."""
    report = take_in(episodes="started_at,part,mood\n2026-03-01,calf,fine\n2026-03-02,calf,fine\n")
    assert report.notes == ("“episodes.csv”: nothing was read from “mood”, which the format does not have.",)


def test_a_spreadsheets_file_is_read(book: Diary, take_in: TakeIn) -> None:
    """A byte order mark, `;` between the cells and a comma in numbers."""
    take_in(days="\ufeffdate;sleep_h;note\r\n2026-03-01;6,5;'=so so\r\n")
    day = book.day(date(2026, 3, 1))
    assert day is not None
    assert (day.factors, day.note) == ({"sleep_h": 6.5}, "=so so")


def test_what_a_file_is_its_columns_tell(book: Diary, tmp_path: Path) -> None:
    """A single file of any name is read as what it is."""
    file = tmp_path / "from my phone.csv"
    file.write_text("at,symptom\n2026-03-01,headache\n")
    report = import_csv(book, str(file), now=NOW, zone=None)
    assert report.used == {"from my phone.csv": 1}
    assert [note.symptom for note in book.symptoms_on(date(2026, 3, 1))] == ["headache"]


def test_files_of_other_programs_beside_ours_are_left_aside(book: Diary, take_in: TakeIn) -> None:
    """A folder may hold more than the diary; the report names what was not read."""
    report = take_in(episodes=TWO, bank="date,amount,purpose\n2026-03-01,3,tea\n")
    assert book.size("episode") == 2
    assert report.notes == ("“bank.csv” was left aside: its columns are those of another program.",)


def test_every_other_kind_comes_in(book: Diary, take_in: TakeIn) -> None:
    """Drinks, medicines, changes, own factors, questions and the rest, one row each."""
    report = take_in(
        factors="name,measure,unit\nmagnesium,number,mg\n",
        profile="name,value\nyear_of_birth,1980\n",
        intakes="at,factor,amount\n2026-03-01,caffeine,160\n2026-03-01,magnesium,300\n",
        medicines="name,date,action,suspected\nIbuprofen,2026-03-01,start,yes\n",
        changes="what,start\nquit nicotine,2026-03-01\nno screens after ten,2026-03-01\n",
        questions="text,asked\nIs it the coffee?,2026-03-01\n",
        suspicions="factor,lag_days,declared\ncaffeine_drop_mg,1,2026-03-01\n",
        visits="uid,date,note\n,2026-04-01,Dr Who\n",
        discussed="finding,date\npersisting,2026-03-01\n",
    )
    assert report.refused == ()
    assert [one.factor for one in book.entries("intake", order="id")] == ["caffeine_mg", "magnesium"]
    assert [one.what for one in book.entries("change", order="id")] == ["quit_nicotine", "no screens after ten"]
    assert book.entries("medicine")[0].suspected
    sizes = {table: book.size(table) for table in TABLES}
    assert sizes == {
        **dict.fromkeys(TABLES, 1),
        "intake": 2,
        "change": 2,
        **dict.fromkeys(("episode", "symptom", "day", "day_factor"), 0),
    }


def test_a_look_writes_nothing(tmp_path: Path) -> None:
    """A dry run says what an import would do; not even the diary's file is made."""
    (tmp_path / "episodes.csv").write_text(TWO)
    with open_diary(str(tmp_path / "none.db")) as book:
        report = import_csv(book, str(tmp_path / "episodes.csv"), now=NOW, zone=None, dry_run=True)
        assert book.size("episode") == 0
    assert (report.used, report.dry_run) == ({"episodes.csv": 2}, True)
    assert not (tmp_path / "none.db").exists()


def test_a_look_at_a_diary_leaves_it_as_it_was(book: Diary, take_in: TakeIn, tmp_path: Path) -> None:
    """The report is the one of the import that follows, but for its mark."""
    take_in(episodes="uid,started_at,part\na,2026-03-01,calf\n")
    before = (tmp_path / "diary.db").read_bytes()
    file = "uid,started_at,part\na,2026-03-01,calf\nb,2026-03-01,calf\nc,2026-03-01,claf\n"
    look = take_in(episodes=file, dry_run=True)
    assert (tmp_path / "diary.db").read_bytes() == before
    assert take_in(episodes=file) == look.replace(dry_run=False)
    assert book.size("episode") == 2


def test_one_step_takes_an_import_back_and_does_it_again(book: Diary, take_in: TakeIn) -> None:
    """Undo removes everything that came in, and only that."""
    take_in(episodes="uid,started_at,part\na,2026-03-01,calf\n")
    take_in(episodes=TWO, days="date,twitching\n2026-03-03,none\n", symptoms="at,symptom\n2026-03-01,fever\n")
    assert book.size("episode") == 3
    (batch,) = book.undo()
    assert (batch.command, batch.words) == ("import csv", "in")
    assert [one.uid for one in book.episodes()] == ["a"]
    assert (book.size("symptom"), book.size("day")) == (0, 0)
    book.redo()
    assert (book.size("episode"), book.size("symptom"), book.size("day")) == (3, 1, 1)


def test_an_import_that_finds_nothing_new_is_no_step(book: Diary, take_in: TakeIn) -> None:
    """Importing again leaves nothing that undo would have to take back."""
    take_in(episodes=TWO)
    take_in(episodes=TWO)
    book.undo()
    assert book.size("episode") == 0


def test_a_full_disk_leaves_the_diary_as_it_was(book: Diary, take_in: TakeIn, tmp_path: Path) -> None:
    """All or nothing: when the disk can't take the last row, none is there."""
    take_in(episodes="uid,started_at,part\na,2026-03-01,calf\n")
    connection = book._connection  # noqa: SLF001 - the limit of a disk is set where the file is open
    (pages,) = connection.execute("PRAGMA page_count").fetchone()
    connection.execute(f"PRAGMA max_page_count = {pages + 4}")
    many = "".join(f"2026-03-01,calf,note {number}\n" for number in range(500))
    with pytest.raises(DiaryUnusable, match="no room left"):
        take_in(episodes=f"started_at,part,note\n{many}")
    with sqlite3.connect(tmp_path / "diary.db") as other:
        assert other.execute("SELECT uid FROM episode").fetchall() == [("a",)]
        assert other.execute("SELECT count(*) FROM batch").fetchone() == (1,)
    other.close()


def test_a_day_marked_quiet_gets_its_twitch(book: Diary, take_in: TakeIn) -> None:
    """As with `add`: an imported twitch makes the mark “some”, and the report says so; a cramp does not."""
    take_in(days="date,twitching\n2026-03-01,none\n2026-03-02,none\n")
    report = take_in(episodes="started_at,part,kind\n2026-03-01,calf,twitch\n2026-03-02,calf,cramp\n")
    assert report.notes == ("Marked as days without twitching before, and now with some: 2026-03-01.",)
    marks = [day.twitching for day in book.entries("day", order="date")]
    assert marks == ["some", "none"]
