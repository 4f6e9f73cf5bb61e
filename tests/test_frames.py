"""Frames: columns as the store gives them become typed columns with units; what is unknown stays missing."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta
from typing import Any

import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st

from twitchlog.frames import day_frame, diary_frames, episode_frame, symptom_frame

Columns = dict[str, list[Any]]

EPISODE: dict[str, Any] = {
    "id": 1,
    "uid": "u1",
    "day": "2026-03-01",
    "instant": None,
    "offset_s": None,
    "zone": None,
    "precision": "day",
    "part_of_day": None,
    "kind": "twitch",
    "region": "leg",
    "part": "calf",
    "side": "left",
    "muscle": None,
    "duration_s": None,
    "intensity": None,
    "pattern": None,
    "activity": None,
    "triggers": "",
    "sensations": "",
    "relief": "",
    "denied": "",
    "note": None,
    "words": None,
    "source": "typed",
}
SYMPTOM: dict[str, Any] = {
    "id": 1,
    "uid": "s1",
    "episode_uid": None,
    "day": "2026-03-01",
    "instant": None,
    "offset_s": None,
    "zone": None,
    "precision": "day",
    "part_of_day": None,
    "symptom": "weakness",
    "region": "arm",
    "part": "hand",
    "side": "left",
    "sudden": None,
    "severity": None,
    "present": 1,
    "note": None,
    "words": None,
    "source": "typed",
}
DAY_ROW: dict[str, Any] = {"date": "2026-03-01", "twitching": None, "checked_in": 1, "note": None}


def columns(pattern: dict[str, Any], *rows: dict[str, Any]) -> Columns:
    """A table as the store gives it: each row the pattern with a few other values."""
    return {name: [{**pattern, **row}[name] for row in rows] for name in pattern}


def states(frame: pd.DataFrame) -> dict[str, str]:
    """The state of each day by its date."""
    return {str(day.date()): state for day, state in zip(frame["day"], frame["state"], strict=True)}


def test_an_empty_table_has_typed_columns() -> None:
    """An empty diary gives the same columns and types as a full one."""
    full = episode_frame(columns(EPISODE, {}))
    for empty in (episode_frame({}), episode_frame(columns(EPISODE))):
        assert empty.empty
        assert list(empty.columns) == list(full.columns)
        assert [kind.name for kind in empty.dtypes] == [kind.name for kind in full.dtypes]
    noted = symptom_frame(columns(SYMPTOM, {}))
    assert [kind.name for kind in symptom_frame({}).dtypes] == [kind.name for kind in noted.dtypes]
    days = day_frame(full, {}, until=date(2026, 3, 1))
    none = day_frame(episode_frame({}), {}, until=date(2026, 3, 1))
    assert none.empty
    assert list(none.columns) == list(days.columns)


def test_a_moment_is_shown_on_the_wall_clock_of_its_place() -> None:
    """21:40 in Berlin, and 08:15 in Auckland where it is a day later."""
    berlin, auckland = datetime(2026, 3, 1, 20, 40, tzinfo=UTC), datetime(2026, 3, 1, 19, 15, tzinfo=UTC)
    frame = episode_frame(
        columns(
            EPISODE,
            {"precision": "minute", "instant": int(berlin.timestamp()), "offset_s": 3600},
            {"precision": "minute", "instant": int(auckland.timestamp()), "offset_s": 13 * 3600, "day": "2026-03-02"},
        )
    )
    assert frame["at"].to_list() == [pd.Timestamp("2026-03-01 21:40"), pd.Timestamp("2026-03-02 08:15")]
    assert frame["instant"].to_list() == [int(berlin.timestamp()), int(auckland.timestamp())]


def test_an_unknown_time_is_no_time() -> None:
    """A day without a time has neither a moment nor a wall time, and midnight is not invented."""
    frame = episode_frame(columns(EPISODE, {"precision": "part_of_day", "part_of_day": "evening"}))
    assert frame["at"].isna().all()
    assert frame["instant"].isna().all()
    assert frame["day"].to_list() == [pd.Timestamp("2026-03-01")]


def test_what_nobody_said_is_missing() -> None:
    """No duration, no intensity, no part: missing, never 0."""
    frame = episode_frame(columns(EPISODE, {"part": None}, {"duration_s": 30, "intensity": 0}))
    assert frame["duration_s"].isna().to_list() == [True, False]
    assert frame["intensity"].to_list()[1] == 0
    assert frame["part"].isna().to_list() == frame["place"].isna().to_list() == [True, False]


def test_both_lids_are_one_place() -> None:
    """The part stays as noted; the place is what the findings count."""
    frame = episode_frame(columns(EPISODE, {"part": "upper_eyelid", "region": "face"}, {"part": "calf"}))
    assert frame["part"].to_list() == ["upper_eyelid", "calf"]
    assert frame["place"].to_list() == ["eyelid", "calf"]


@pytest.mark.parametrize(("kind", "counts"), [("twitch", True), ("jerk", True), ("cramp", False), ("hiccup", False)])
def test_some_kinds_count_as_a_twitch(kind: str, counts: bool) -> None:  # noqa: FBT001 - the answer expected
    """Twitches and jerks do, cramps and hiccups do not."""
    assert episode_frame(columns(EPISODE, {"kind": kind}))["twitch"].to_list() == [counts]


def test_a_symptom_is_there_or_was_said_not_to_be() -> None:
    """Sudden is yes, no or unsaid; present is yes or no."""
    frame = symptom_frame(columns(SYMPTOM, {"sudden": 1}, {"sudden": 0, "present": 0}, {"severity": 4}))
    assert frame["sudden"].to_list()[:2] == [True, False]
    assert frame["sudden"].isna().to_list() == [False, False, True]
    assert frame["present"].to_list() == [True, False, True]
    assert frame["severity"].to_list()[2] == 4


def test_a_day_is_twitching_clear_or_unknown() -> None:
    """A day nobody spoke of is unknown; a day checked in without a twitch is clear."""
    episodes = episode_frame(columns(EPISODE, {}, {}, {"day": "2026-03-05", "kind": "cramp"}))
    rows = columns(DAY_ROW, {"date": "2026-03-02", "twitching": "none", "note": "rain"}, {"date": "2026-03-04"})
    frame = day_frame(episodes, rows, until=date(2026, 3, 6))
    assert states(frame) == {
        "2026-03-01": "twitching",
        "2026-03-02": "clear",
        "2026-03-03": "unknown",
        "2026-03-04": "clear",
        "2026-03-05": "unknown",
        "2026-03-06": "unknown",
    }
    assert frame["recorded"].to_list() == [True, True, False, True, True, False]
    assert frame["checked_in"].to_list() == [False, True, False, True, False, False]
    assert frame["twitches"].to_list() == [2, 0, 0, 0, 0, 0]
    assert frame["episodes"].to_list() == [2, 0, 0, 0, 1, 0]
    assert frame["note"].to_list()[1] == "rain"
    assert frame["note"].isna().sum() == 5


def test_a_day_said_to_have_twitched_is_not_clear() -> None:
    """The person marked "some" and wrote no episode down: twitching by their word, without a twitch to count."""
    frame = day_frame(episode_frame({}), columns(DAY_ROW, {"twitching": "some"}), until=date(2026, 3, 1))
    assert states(frame) == {"2026-03-01": "twitching"}
    assert frame["twitches"].to_list() == [0]


def test_a_cramp_on_a_day_marked_quiet_leaves_it_clear() -> None:
    """A cramp is an episode, but no twitch; the person said there was none."""
    episodes = episode_frame(columns(EPISODE, {"kind": "cramp"}))
    frame = day_frame(episodes, columns(DAY_ROW, {"twitching": "none"}), until=date(2026, 3, 1))
    assert states(frame) == {"2026-03-01": "clear"}


def test_a_note_on_a_day_that_was_not_checked_in_records_nothing() -> None:
    """Factors or a note alone do not make a day recorded."""
    frame = day_frame(episode_frame({}), columns(DAY_ROW, {"checked_in": 0, "note": "x"}), until=date(2026, 3, 1))
    assert (states(frame), frame["recorded"].to_list()) == ({"2026-03-01": "unknown"}, [False])


def test_the_days_begin_with_the_first_entry_of_any_kind() -> None:
    """A symptom note or another entry may be older than the first episode."""
    episodes = columns(EPISODE, {})
    frames = diary_frames(episodes, columns(SYMPTOM, {"day": "2026-02-27"}), {}, as_of=date(2026, 3, 2))
    assert list(states(frames.days)) == ["2026-02-27", "2026-02-28", "2026-03-01", "2026-03-02"]
    older = diary_frames(episodes, {}, {}, as_of=date(2026, 3, 2), first_day=date(2026, 2, 28))
    assert list(states(older.days)) == ["2026-02-28", "2026-03-01", "2026-03-02"]


def test_since_and_until_cut_the_days() -> None:
    """Entries before and after are left aside; a diary that begins later has no days."""
    episodes = episode_frame(columns(EPISODE, {}, {"day": "2026-03-05"}))
    frame = day_frame(episodes, {}, since=date(2026, 3, 2), until=date(2026, 3, 4))
    assert states(frame) == dict.fromkeys(("2026-03-02", "2026-03-03", "2026-03-04"), "unknown")
    assert day_frame(episodes, {}, until=date(2026, 2, 1)).empty


def test_a_clock_change_leaves_no_hole() -> None:
    """The days around 29 March 2026, the one with 23 hours in Europe, are one row each."""
    episodes = episode_frame(columns(EPISODE, {"day": "2026-03-28"}, {"day": "2026-03-30"}))
    frame = day_frame(episodes, {}, until=date(2026, 3, 30))
    assert frame["twitches"].to_list() == [1, 0, 1]


@given(st.lists(st.integers(0, 40)), st.sets(st.integers(0, 40)), st.integers(0, 45))
def test_every_day_is_there_once_with_all_its_twitches(twitches: list[int], checked: set[int], until: int) -> None:
    """No holes, no double days, and the counts add up to the entries up to the last day."""
    first = date(2026, 3, 1)
    named = [(first + timedelta(days=number)).isoformat() for number in twitches]
    rows = columns(DAY_ROW, *({"date": (first + timedelta(days=number)).isoformat()} for number in sorted(checked)))
    episodes = episode_frame(columns(EPISODE, *({"day": day} for day in named)))
    frame = day_frame(episodes, rows, until=first + timedelta(days=until))
    known = [number for number in {*twitches, *checked} if number <= until]
    assert len(frame) == (until - min(known) + 1 if known else 0)
    assert frame["day"].is_unique
    assert frame["twitches"].sum() == sum(number <= until for number in twitches)
    assert frame["recorded"].sum() == len(known)
    assert not ((frame["state"] == "clear") & ~frame["checked_in"]).any()
