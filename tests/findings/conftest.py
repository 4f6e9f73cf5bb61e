"""Small diaries as text: one line per entry, as a person would tell it."""

from __future__ import annotations

from datetime import UTC, date, datetime
from typing import TYPE_CHECKING, Any

import pytest

from twitchlog import vocabulary
from twitchlog.entry import diary_day
from twitchlog.frames import DiaryFrames, diary_frames

if TYPE_CHECKING:
    from collections.abc import Callable

    DiaryOf = Callable[..., DiaryFrames]

EPISODE = (
    *("id", "uid", "day", "instant", "offset_s", "zone", "precision", "part_of_day", "kind", "region", "part", "side"),
    *("muscle", "duration_s", "intensity", "pattern", "activity", "triggers", "sensations", "relief", "denied", "note"),
    *("words", "source"),
)
DAY_ROW = ("date", "twitching", "checked_in", "note")
SIDES = ("left", "right", "both", "middle")
CHECKED = {"quiet": "none", "some": "some", "checked": None}


@pytest.fixture(scope="session")
def diary_of() -> DiaryOf:
    """A function that makes the frames of a diary from lines.

    `2026-03-01 jaw left`, `2026-03-01 calf left cramp`, `2026-03-01 leg` (the region alone), `2026-03-01 quiet`,
    `2026-03-01 some`, `2026-03-01 checked`, `2026-03-01T22:30+01:00 jaw`; ids count the episodes from 1.
    """
    return frames_of


def frames_of(text: str, as_of: str = "2027-12-31") -> DiaryFrames:
    """The frames of the diary that `text` tells; the day rows reach to `as_of`."""
    episodes: list[dict[str, Any]] = []
    days: list[dict[str, Any]] = []
    for line in filter(None, (line.strip() for line in text.splitlines())):
        when, *words = line.split()
        if words[0] in CHECKED:
            days.append({"date": when, "twitching": CHECKED[words[0]], "checked_in": 1, "note": None})
        else:
            episodes.append(episode(len(episodes) + 1, when, words))
    return diary_frames(
        {name: [row.get(name) for row in episodes] for name in EPISODE},
        {},
        {name: [row[name] for row in days] for name in DAY_ROW},
        as_of=date.fromisoformat(as_of),
    )


def episode(number: int, when: str, words: list[str]) -> dict[str, Any]:
    """One row of the episode table."""
    at = datetime.fromisoformat(when) if "T" in when else None
    part = next((word for word in words if vocabulary.knows("part", word)), None)
    region = next((word for word in words if vocabulary.knows("region", word)), "leg")
    return {
        "id": number,
        "uid": f"uid-{number}",
        "day": diary_day(at).isoformat() if at else when,
        "instant": int(at.astimezone(UTC).timestamp()) if at else None,
        "offset_s": int(offset.total_seconds()) if at and (offset := at.utcoffset()) is not None else None,
        "precision": "minute" if at else "day",
        "kind": next((word for word in words if vocabulary.knows("kind", word)), "twitch"),
        "region": vocabulary.region_of(part) if part else region,
        "part": part,
        "side": next((word for word in words if word in SIDES), "unspecified"),
        **dict.fromkeys(("triggers", "sensations", "relief", "denied"), ""),
    }
