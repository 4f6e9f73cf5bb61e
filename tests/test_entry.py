"""What can be written down: limits on both sides, and the day an entry belongs to."""

from __future__ import annotations

import os
import uuid
from datetime import UTC, date, datetime
from typing import Any

import platformdirs
import pytest
from hypothesis import given
from hypothesis import strategies as st

from twitchlog import paths
from twitchlog.entry import LONGEST_NOTE, LONGEST_S, Change, Episode, SymptomNote, When, diary_day, new_uid
from twitchlog.errors import ImpossibleValue
from twitchlog.records import Record

DAY = date(2026, 3, 2)


def episode(**fields: Any) -> Episode:
    """An episode of unknown time."""
    return Episode(uid=new_uid(), when=When(day=DAY), region="leg", **fields)


@pytest.mark.parametrize(
    ("fields", "beyond"),
    [
        ({"intensity": 0}, {"intensity": -1}),
        ({"intensity": 10}, {"intensity": 11}),
        ({"duration_s": 1}, {"duration_s": 0}),
        ({"duration_s": LONGEST_S}, {"duration_s": LONGEST_S + 1}),
        ({"note": "x" * LONGEST_NOTE}, {"note": "x" * (LONGEST_NOTE + 1)}),
    ],
)
def test_both_sides_of_each_limit(fields: dict[str, Any], beyond: dict[str, Any]) -> None:
    """The last possible value is taken, the next refused with a hint."""
    assert episode(**fields).as_dict().items() >= fields.items()
    with pytest.raises(ImpossibleValue) as refused:
        episode(**beyond)
    assert refused.value.hint


def test_a_severity_beyond_ten_and_a_change_that_ends_before_it_begins_are_refused() -> None:
    """Impossible is impossible in every kind of entry."""
    with pytest.raises(ImpossibleValue):
        SymptomNote(uid="u", when=When(day=DAY), symptom="fever", severity=11)
    with pytest.raises(ImpossibleValue):
        Change(uid="u", what="less_caffeine", start=DAY, end=date(2026, 3, 1))
    assert Change(uid="u", what="less_caffeine", start=DAY, end=DAY).end == DAY


def test_the_day_turns_over_at_four() -> None:
    """03:59 is the evening before, 04:00 the new day, by the wall clock and not by UTC."""
    assert diary_day(datetime.fromisoformat("2026-03-03T03:59:59-11:00")) == DAY
    assert diary_day(datetime.fromisoformat("2026-03-03T04:00:00+14:00")) == date(2026, 3, 3)


@pytest.mark.parametrize(
    "fields",
    [
        {"precision": "minute"},
        {"at": datetime(2026, 3, 2, tzinfo=UTC)},
        {"precision": "minute", "at": datetime(2026, 3, 2)},  # noqa: DTZ001 - a naive time is what must be refused
        {"precision": "part_of_day"},
        {"part_of_day": "night"},
    ],
)
def test_a_time_says_exactly_as_much_as_its_precision(fields: dict[str, Any]) -> None:
    """A moment exactly with the minute, and never a naive one."""
    with pytest.raises(ValueError, match=r"moment|part"):
        When(day=DAY, **fields)


@given(st.integers(0, 2**48 - 1))
def test_a_uid_is_a_uuid_of_version_7_that_sorts_by_time(moment: int) -> None:
    """The standard library reads it as one; its first 48 bits are the milliseconds."""
    read = uuid.UUID(new_uid(moment))
    assert (read.version, read.variant) == (7, uuid.RFC_4122)
    assert read.int >> 80 == moment


def test_a_record_is_frozen_named_and_equal_by_its_fields() -> None:
    """What a record promises to everybody who uses one."""
    one = episode(intensity=4)
    assert one == one.replace()
    assert hash(one.when) == hash(When(day=DAY))
    assert one != one.replace(intensity=5)
    assert "intensity=4" in repr(one)
    with pytest.raises(AttributeError, match="frozen"):
        one.intensity = 5  # type: ignore[misc]
    with pytest.raises(TypeError, match="needs uid"):
        Episode(when=When(day=DAY), region="leg")  # type: ignore[call-arg]
    with pytest.raises(TypeError, match="has no colour"):
        episode(colour="red")
    assert issubclass(Episode, Record)


def test_the_diary_lies_where_platformdirs_says(monkeypatch: pytest.MonkeyPatch, tmp_path: object) -> None:
    """On Linux it is worked out without platformdirs; the two agree with and without XDG_DATA_HOME."""
    for base in (None, f"{tmp_path}/data"):
        if base is None:
            monkeypatch.delenv("XDG_DATA_HOME", raising=False)
        else:
            monkeypatch.setenv("XDG_DATA_HOME", base)
        assert paths.data_folder() == platformdirs.user_data_dir("twitchlog", appauthor=False)
        assert paths.default_diary() == os.path.join(paths.data_folder(), "diary.db")


def test_on_other_systems_platformdirs_says(monkeypatch: pytest.MonkeyPatch) -> None:
    """Where it is not Linux the folder is platformdirs' own."""
    monkeypatch.setattr("sys.platform", "darwin")
    assert paths.data_folder() == platformdirs.user_data_dir("twitchlog", appauthor=False)
