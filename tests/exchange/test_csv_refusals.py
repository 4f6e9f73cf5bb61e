"""Rows that are left aside, each with its number, the reason and what to do; and files that are refused whole."""

from __future__ import annotations

import os
from datetime import datetime
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

import twitchlog
from twitchlog.errors import TwitchlogError
from twitchlog.exchange import demo
from twitchlog.exchange.csv_file import read_csv
from twitchlog.exchange.own_csv import import_csv
from twitchlog.exchange.reading import Reading, read_path
from twitchlog.exchange.refusals import FileRefused
from twitchlog.exchange.row import Context

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from twitchlog.exchange.reports import ImportReport
    from twitchlog.store.diary import Diary

    TakeIn = Callable[..., ImportReport]

NOW = datetime.fromisoformat("2026-03-10T21:40:00+01:00")

REFUSED = [
    ("episodes", "started_at,part\n2026-03-01,claf", "“claf” is not a body part", "“calf”"),
    ("episodes", "started_at,part\n2026-03-01,limb", "can be several body parts", "forearm"),
    ("episodes", "started_at,part\n2026-03-01,", "part is empty", "region"),
    ("episodes", "started_at,part\n,calf", "started_at is empty", "2026-03-01"),
    (
        "episodes",
        "started_at,part,side\n2026-03-01,left calf,right",
        "part says left, side says right",
        "one of the two",
    ),
    ("episodes", "started_at,part,triggers\n2026-03-01,calf,coffee;bananas", "“bananas” is not a trigger", "triggers"),
    ("episodes", "started_at,part,denied\n2026-03-01,calf,pressure", "can mean", "stress or massage"),
    ("episodes", "started_at,part,kind\n2026-03-01,calf,twitvh", "is not a kind", "“twitch”"),
    ("episodes", "started_at,part,symptoms\n2026-03-01,calf,no weaknss", "is not a symptom", "“weakness”"),
    ("episodes", "started_at,part,symptoms\n2026-03-01,calf,fever;no fever", "both ways", "one of the two"),
    ("episodes", "started_at,part,intensity\n2026-03-01,calf,11", "Intensity 11 is not possible", "0 to 10"),
    ("episodes", "started_at,part,intensity\n2026-03-01,calf,-1", "intensity is “-1”", "0 to 10"),
    ("episodes", "started_at,part,intensity\n2026-03-01,calf," + "9" * 5000, "intensity is “999", "0 to 10"),
    ("episodes", "started_at,part,duration_s\n2026-03-01,calf,0", "0 s is not possible", "7 days"),
    ("episodes", "started_at,part,duration_s\n2026-03-01,calf,604801", "604801 s is not possible", "7 days"),
    ("episodes", "started_at,part,duration_s\n2026-03-01,calf,1.5", "duration_s is “1.5”", "whole number"),
    ("episodes", "started_at,part,duration_s\n2026-03-01,calf,inf", "duration_s is “inf”", "plain number"),
    ("episodes", "started_at,part\n2026-03-10T21:40:01+01:00,calf", "still to come", "has happened"),
    ("episodes", "started_at,part\n2026-03-11,calf", "still to come", "has happened"),
    ("episodes", "started_at,part\n1899-12-31,calf", "too long ago", "year"),
    ("episodes", "started_at,part\n0001-01-01T00:00:00+05:00,calf", "too long ago", "year"),
    ("episodes", "started_at,part\n01/03/2026,calf", "not a date", "2026-03-01"),
    ("episodes", "started_at,part\n2026-03-01T25:00,calf", "not a time", "2026-03-01"),
    ("episodes", "started_at,part,zone\n2025-03-30T02:30,calf,Europe/Berlin", "never showed", "offset"),
    ("episodes", "started_at,part,zone\n2026-03-01T02:30,calf,Nowhere/City", "never showed", "offset"),
    ("episodes", "started_at,part,part_of_day\n2026-03-01T21:00+01:00,calf,evening", "disagree", "minute"),
    ("episodes", "started_at,part,time_precision\n2026-03-01,calf,minute", "disagree", "minute"),
    (
        "episodes",
        "started_at,part,time_precision\n2026-03-01,calf,roughly",
        "time_precision is",
        "minute, part_of_day or day",
    ),
    ("episodes", "started_at,part,note\n2026-03-01,calf,\x1b[2Jboo", "control characters", "Type the text"),
    ("episodes", "started_at,part,note\n2026-03-01,calf," + "n" * 10_001, "10,001 characters", "10,000"),
    ("episodes", "uid,started_at,part\n" + "u" * 65 + ",2026-03-01,calf", "uid is", "64"),
    ("episodes", "started_at,part\n2026-03-01,calf,4", "3 cells, the header has 2", "double quotes"),
    ("episodes", "started_at,part,note\n2026-03-01,calf", "2 cells, the header has 3", "comma"),
    ("episodes", "started_at,part,source\n2026-03-01,calf,friend", "source is", "typed, import or demo"),
    ("symptoms", "at,symptom,episode_uid\n2026-03-01,fever,gone", "no episode “gone”", "leave episode_uid empty"),
    ("symptoms", "at,symptom\n2026-03-01,", "symptom is empty", "needs symptom"),
    ("symptoms", "at,symptom,present\n2026-03-01,fever,perhaps", "present is “perhaps”", "yes or no"),
    ("symptoms", "at,symptom,severity\n2026-03-01,fever,11", "Severity 11", "0 to 10"),
    ("days", "date,twitching\n2026-03-01,maybe", "twitching is “maybe”", "none or some"),
    ("days", "date,sleep_h\n2026-03-01,25", "25 is not possible for sleep_h", "24"),
    ("days", "date,sleep_h\n2026-03-01,well", "sleep_h is “well”", "plain number"),
    ("days", "date,sleep_h\n,6", "date is empty", "2026-03-01"),
    ("intakes", "at,factor,amount\n2026-03-01,caffeine,", "amount is empty", "needs amount"),
    ("intakes", "at,factor,amount\n2026-03-01,cafeine,80", "is not a daily factor", "“caffeine”"),
    ("medicines", "name,date,action\nIbuprofen,2026-03-01,began", "action is “began”", "start, raise, lower or stop"),
    ("medicines", "name,date,action\n,2026-03-01,start", "name is empty", "needs name"),
    ("changes", "what,start,end\nless_caffeine,2026-03-02,2026-03-01", "ends on 2026-03-01", "two dates"),
    ("factors", "name,measure\nnote,number", "a column that days.csv has", "another name"),
    ("factors", "name,measure\nsleep_h,number", "a column that days.csv has", "another name"),
    ("factors", "name,measure\nmagnesium,grams", "measure is “grams”", "number or yes_no"),
    ("suspicions", "factor,lag_days,declared\ncaffeine,31,2026-03-01", "lag_days is “31”", "0 to 30"),
]


@pytest.mark.parametrize(("kind", "text", "reason", "hint"), REFUSED)
def test_a_row_that_can_not_be_is_left_aside(take_in: TakeIn, kind: str, text: str, reason: str, hint: str) -> None:
    """The report names file, line, reason and what to do; nothing of it reaches the diary."""
    report = take_in(**{kind: text})
    (refused,) = report.refused
    assert (refused.file, refused.row) == (f"{kind}.csv", 2)
    assert reason in refused.reason
    assert hint in refused.hint
    assert report.used == {f"{kind}.csv": 0}
    assert (refused.reason + refused.hint).isprintable()


@pytest.mark.parametrize(
    ("kind", "text"),
    [
        ("episodes", "started_at,part,intensity,duration_s\n2026-03-01,calf,10,604800"),
        ("episodes", "started_at,part,intensity,duration_s\n2026-03-01,calf,0,1"),
        ("episodes", "started_at,part\n2026-03-10T21:40:00+01:00,calf"),
        ("episodes", "started_at,part\n2026-03-10,calf"),
        ("episodes", "started_at,part\n1900-01-01,calf"),
        ("episodes", "started_at,part,note\n2026-03-01,calf," + "n" * 10_000),
        ("episodes", "uid,started_at,part\n" + "u" * 64 + ",2026-03-01,calf"),
        ("days", "date,sleep_h\n2026-03-01,24"),
        ("suspicions", "factor,lag_days,declared\ncaffeine,30,2026-03-01"),
    ],
)
def test_the_last_value_that_can_be_is_taken(take_in: TakeIn, kind: str, text: str) -> None:
    """The other side of each limit."""
    report = take_in(**{kind: text})
    assert (report.refused, report.used) == ((), {f"{kind}.csv": 1})


def test_refused_rows_do_not_hold_up_the_others(book: Diary, take_in: TakeIn) -> None:
    """Rows are numbered by the line on which they begin, notes of several lines and empty lines counted."""
    report = take_in(
        episodes='started_at,part,note\n2026-03-01,calf,"one\ntwo"\n\n2026-03-02,claf,\n2026-03-03,jaw,\n2026-03-04,jwa,\n'
    )
    assert [one.row for one in report.refused] == [5, 7]
    assert [one.note for one in book.episodes()] == [None, "one\ntwo"]
    assert (report.read, report.used) == ({"episodes.csv": 4}, {"episodes.csv": 2})


def test_a_symptom_of_a_refused_episode_is_refused_with_it(take_in: TakeIn) -> None:
    """A note may point at an episode of the same import; not at one that was left aside."""
    episodes = "uid,started_at,part\na,2026-03-01,calf\nb,2026-03-01,claf\n"
    report = take_in(episodes=episodes, symptoms="at,symptom,episode_uid\n2026-03-01,fever,a\n2026-03-01,fever,b\n")
    assert [(one.file, one.row) for one in report.refused] == [("episodes.csv", 3), ("symptoms.csv", 3)]


def test_a_quiet_day_with_twitches_is_refused(take_in: TakeIn) -> None:
    """Twitches of the diary and of the import count; a cramp does not contradict a day without twitching."""
    take_in(episodes="started_at,part\n2026-03-01,calf\n")
    report = take_in(
        episodes="started_at,part,kind\n2026-03-02,calf,twitch\n2026-03-03,calf,cramp\n",
        days="date,twitching\n2026-03-01,none\n2026-03-02,none\n2026-03-03,none\n",
    )
    assert [one.row for one in report.refused] == [2, 3]
    assert "no twitching, and there are twitches" in report.refused[0].reason


def test_a_day_can_not_be_told_twice(take_in: TakeIn) -> None:
    """The first row of a day counts; one that says otherwise is refused."""
    report = take_in(days="date,sleep_h\n2026-03-01,6\n2026-03-01,7\n2026-03-01,6\n")
    assert [one.row for one in report.refused] == [3]
    assert (report.used, report.already) == ({"days.csv": 1}, {"days.csv": 1})


@pytest.mark.parametrize(
    ("content", "code"),
    [
        (b"", "empty_csv"),
        (b"\r\n\r\n", "empty_csv"),
        (b"started_at,part\n2026-03-01,caf\xe9\n", "not_utf8"),
        ("started_at,part\n".encode("utf-16"), "not_utf8"),
        (b"started_at,part\n2026-03-01,\0calf\n", "not_text"),
        (b'started_at,part,note\n2026-03-01,calf,"open\n', "broken_csv"),
        (b'started_at,part,note\n2026-03-01,calf,"shut"up\n', "broken_csv"),
        (b"started_at,part,note\n2026-03-01,calf," + b"n" * 1_000_001, "broken_csv"),
        (b"started_at,part,part\n2026-03-01,calf,calf\n", "columns_twice"),
        (b"date,sleep,slept\n2026-03-01,6,6\n", "columns_twice"),
        (b"date,date formatted,weekday,time of day,category,rating/amount,detail,notes\n", "foreign_csv"),
        (b"full_date,date,weekday,time,mood,activities,note_title,note\n", "foreign_csv"),
        (b"FeatureName,Timestamp,Value,Label,Note\n", "foreign_csv"),
        (b"Sleep\nStart Time,End Time\n", "foreign_csv"),
    ],
)
def test_a_file_that_is_not_ours_is_refused_whole(book: Diary, tmp_path: Path, content: bytes, code: str) -> None:
    """One line, one hint, nothing written."""
    file = tmp_path / "some.csv"
    if code == "columns_twice" and content.startswith(b"date"):
        file = tmp_path / "days.csv"
    file.write_bytes(content)
    with pytest.raises(FileRefused) as refused:
        import_csv(book, str(file), now=NOW, zone=None)
    assert refused.value.code == code
    assert "\n" not in refused.value.text + refused.value.hint
    assert book.is_new()


def test_a_broken_file_says_where(tmp_path: Path) -> None:
    """The line of the first byte that is not UTF-8, and of the row with the open quote."""
    file = tmp_path / "episodes.csv"
    file.write_bytes(b"started_at,part\n2026-03-01,calf\n2026-03-02,caf\xe9\n")
    with pytest.raises(FileRefused, match="see line 3"):
        read_csv(str(file))
    file.write_bytes(b'started_at,part\n2026-03-01,calf\n2026-03-02,"calf\n')
    with pytest.raises(FileRefused, match="begins on line 3, a quote is never closed"):
        read_csv(str(file))


def test_one_broken_file_holds_up_the_whole_folder(book: Diary, take_in: TakeIn) -> None:
    """A folder goes in whole: nothing is taken from the good file beside a foreign one of our names."""
    with pytest.raises(FileRefused, match="not in twitchlog's own format"):
        take_in(episodes="Date,What\n2026-03-01,calf\n", days="date\n2026-03-01\n")
    assert book.is_new()


@pytest.mark.parametrize("name", ["nowhere", "empty", "pipe"])
def test_what_is_not_there_can_not_be_read(book: Diary, tmp_path: Path, name: str) -> None:
    """No such path, a folder without CSV, a thing that is not a file."""
    (tmp_path / "empty").mkdir()
    os.mkfifo(tmp_path / "pipe")
    with pytest.raises(FileRefused) as refused:
        import_csv(book, str(tmp_path / name), now=NOW, zone=None)
    assert refused.value.code == {"empty": "no_csv"}.get(name, "no_such_file")


def test_a_files_name_can_do_nothing_on_a_screen(book: Diary, tmp_path: Path) -> None:
    """Escapes, new lines and broken characters in a name are shown as dots, in refusals and in the history."""
    name = os.fsdecode(b"a\x1b[2J\nb\xff.csv")
    (tmp_path / name).write_text("started_at,part\n2026-03-01,calf\n2026-03-01,claf\n")
    report = import_csv(book, str(tmp_path / name), now=NOW, zone=None)
    assert [one.file for one in report.refused] == ["a·[2J·b·.csv"]
    assert [batch.words for batch in book.undo()] == ["a·[2J·b·.csv"]
    with pytest.raises(FileRefused, match="There is no “a·"):
        import_csv(book, f"{name}.csv", now=NOW, zone=None)


def test_without_a_demo_diary_the_installation_says_so(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """In a checkout it is found; beside a package without one, the line says what to do."""
    assert os.path.isfile(os.path.join(demo.demo_folder(), "episodes.csv"))
    monkeypatch.setattr(twitchlog, "__file__", str(tmp_path / "twitchlog" / "__init__.py"))
    with pytest.raises(FileRefused, match="no demo diary"):
        demo.demo_folder()
    (tmp_path / "twitchlog" / demo.PACKAGED).mkdir(parents=True)
    (tmp_path / "twitchlog" / demo.PACKAGED / "episodes.csv").write_text("started_at,part\n")
    assert demo.demo_folder() == str(tmp_path / "twitchlog" / demo.PACKAGED)


cells = st.text(max_size=12) | st.sampled_from(
    ["2026-03-01", "calf", "-1", "9e9", "2026-03-01T99", "yes", "coffee;", "'"]
)


@given(st.lists(st.lists(cells, min_size=6, max_size=6), max_size=4))
def test_no_cell_raises_anything_else(tmp_path_factory: pytest.TempPathFactory, told: list[list[str]]) -> None:
    """Whatever stands in a file: its rows are read or refused, or the file is, and never anything else."""
    file = tmp_path_factory.getbasetemp() / "episodes.csv"
    lines = ["started_at,part,side,intensity,duration_s,symptoms", *(",".join(row) for row in told)]
    file.write_bytes("\n".join(lines).encode("utf-8", "replace"))
    try:
        reading = read_path(str(file), Context(now=NOW, zone=None, source="import", own={}))
    except TwitchlogError:
        return
    assert isinstance(reading, Reading)
    assert len(reading.found) + len(reading.refused) == reading.read["episodes.csv"]
