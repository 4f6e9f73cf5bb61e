"""The invented diary is what its generator writes, and holds what its README says."""

from __future__ import annotations

import csv
import os
import runpy
import uuid
from datetime import UTC, date, datetime, timedelta
from typing import TYPE_CHECKING, Any

import numpy as np
import pytest
from PIL import Image

from tests.report.diaries import DEMO, demo_facts
from twitchlog import vocabulary
from twitchlog.charts.canvas import save_week
from twitchlog.entry import diary_day

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

DATA = os.path.dirname(DEMO)
FILES = ("changes.csv", "days.csv", "episodes.csv", "intakes.csv", "medicines.csv", "symptoms.csv")


@pytest.fixture(scope="module")
def write() -> Callable[[str], None]:
    """The generator's own function."""
    made: Callable[[str], None] = runpy.run_path(os.path.join(DATA, "make_demo.py"))["write"]
    return made


def rows(name: str) -> list[dict[str, str]]:
    """The rows of one file."""
    with open(os.path.join(DEMO, name), encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def test_the_files_are_what_the_generator_writes(write: Callable[[str], None], tmp_path: Path) -> None:
    """Byte for byte, and no file more or less."""
    write(str(tmp_path))
    assert tuple(sorted(os.listdir(tmp_path))) == tuple(sorted(os.listdir(DEMO))) == FILES
    for name in FILES:
        with open(os.path.join(DEMO, name), "rb") as file:
            assert (tmp_path / name).read_bytes() == file.read(), name


def test_rows_end_as_rfc_4180_says() -> None:
    """Every line of every file ends in carriage return and line feed."""
    for name in FILES:
        with open(os.path.join(DEMO, name), "rb") as file:
            assert all(line.endswith(b"\r\n") for line in file), name


def test_every_uid_is_a_version_7_and_stands_once() -> None:
    """Merges rely on it; an episode named by a symptom is there."""
    uids = [row["uid"] for name in FILES if name != "days.csv" for row in rows(name)]
    assert all(uuid.UUID(uid).version == 7 and uuid.UUID(uid).variant == uuid.RFC_4122 for uid in uids)
    assert len(uids) == len(set(uids))
    episodes = {row["uid"] for row in rows("episodes.csv")}
    assert {row["episode_uid"] for row in rows("symptoms.csv")} - {""} < episodes


@pytest.mark.parametrize(
    ("name", "column", "list_of"),
    [
        ("episodes.csv", "kind", "kind"),
        ("episodes.csv", "part", "part"),
        ("episodes.csv", "side", "side"),
        ("episodes.csv", "pattern", "pattern"),
        ("episodes.csv", "activity", "activity"),
        ("episodes.csv", "triggers", "trigger"),
        ("episodes.csv", "relief", "relief"),
        ("episodes.csv", "denied", "sensation"),
        ("symptoms.csv", "symptom", "symptom"),
        ("intakes.csv", "factor", "factor"),
        ("changes.csv", "what", "change"),
    ],
)
def test_only_words_of_the_vocabulary_are_used(name: str, column: str, list_of: str) -> None:
    """Every id is known; the lists are joined by semicolons."""
    used = {one for row in rows(name) for one in row[column].split(";")} - {""}
    assert used
    assert all(vocabulary.knows(list_of, one) for one in used)


def day_of(row: dict[str, str]) -> date:
    """The diary day of an episode."""
    text = row["started_at"]
    return diary_day(datetime.fromisoformat(text)) if "T" in text else date.fromisoformat(text)


def test_unknown_days_are_those_of_the_readme() -> None:
    """Five days of a journey and four more stretches, and no entry on any of them."""
    checked_in = {date.fromisoformat(row["date"]) for row in rows("days.csv") if row["checked_in"] == "yes"}
    recorded = checked_in | {day_of(row) for row in rows("episodes.csv")}
    days = [date(2026, 2, 2) + timedelta(days=number) for number in range(70)]
    unknown = [(day.month, day.day) for day in days if day not in recorded]
    february = [(2, day) for day in range(14, 19)]
    march = [(3, day) for day in (13, 14, 15, 16, 25, 26)]
    assert unknown == [*february, *march, (4, 2), (4, 3), (4, 9)]


def test_marks_and_entries_of_a_day_never_contradict_each_other() -> None:
    """A day marked none has no twitch, a day marked some has one."""
    twitching = {day_of(row) for row in rows("episodes.csv") if vocabulary.counts_as_twitch(row["kind"])}
    for row in rows("days.csv"):
        if row["twitching"]:
            assert (row["twitching"] == "some") == (date.fromisoformat(row["date"]) in twitching), row["date"]


def test_the_night_of_the_clock_change_is_twenty_minutes_long() -> None:
    """01:50 and 03:10 on 29 March lie twenty minutes apart and belong to 28 March."""
    night = [row for row in rows("episodes.csv") if row["started_at"].startswith("2026-03-29T0") and row["note"]]
    first, second = (datetime.fromisoformat(row["started_at"]).astimezone(UTC) for row in night)
    assert second - first == timedelta(minutes=20)
    assert {day_of(row) for row in night} == {date(2026, 3, 28)}


def test_times_are_as_exact_as_they_are_said_to_be() -> None:
    """A moment with its offset exactly where the precision is the minute, a part of the day where that is known."""
    for row in rows("episodes.csv"):
        assert ("T" in row["started_at"]) == (row["time_precision"] == "minute")
        assert bool(row["part_of_day"]) == (row["time_precision"] == "part_of_day")


def test_nothing_lies_after_the_evening_of_the_readme() -> None:
    """At 21:40 on the last day every entry has happened, so the diary can be read at that moment."""
    last = max(datetime.fromisoformat(row["started_at"]) for row in rows("episodes.csv") if "T" in row["started_at"])
    assert last < datetime.fromisoformat("2026-04-12T21:00:00+02:00")


def test_short_nights_come_with_more_twitches_in_the_calf() -> None:
    """The README promises about twice as many; here is what the seed gave."""
    slept = {row["date"]: float(row["sleep_h"]) for row in rows("days.csv") if row["sleep_h"]}
    calf: dict[str, int] = {}
    for row in rows("episodes.csv"):
        if row["part"] == "calf" and row["kind"] == "twitch" and not row["note"]:
            calf[str(day_of(row))] = calf.get(str(day_of(row)), 0) + 1
    short = [number for day, number in calf.items() if slept.get(day, 6) < 6]
    long = [number for day, number in calf.items() if slept.get(day, 6) >= 6]
    assert 1.5 < np.mean(short) / np.mean(long) < 2.5


def test_the_picture_is_what_the_program_draws(tmp_path: Path) -> None:
    """Size and shades agree but for the edges of letters, which may differ between versions of the drawing library."""
    save_week(demo_facts().week, str(tmp_path / "week.png"))
    shown = Image.open(os.path.join(DATA, "pictures", "week.png")).convert("L")
    drawn = Image.open(tmp_path / "week.png").convert("L")
    assert shown.size == drawn.size
    difference: Any = np.abs(np.asarray(shown, dtype=int) - np.asarray(drawn, dtype=int))
    assert difference.mean() < 1
