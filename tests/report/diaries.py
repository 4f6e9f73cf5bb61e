"""Small diaries for the tests of the report, built straight from columns."""

from __future__ import annotations

import csv
import os
from datetime import date, datetime, timedelta, timezone
from typing import Any

from twitchlog import vocabulary
from twitchlog.entry import Change, MedicineEvent, diary_day
from twitchlog.findings.catalogue import all_findings
from twitchlog.frames import DiaryFrames, diary_frames
from twitchlog.report.summary import Summary, summary

NOW = datetime(2026, 4, 12, 21, 40, tzinfo=timezone(timedelta(hours=2)))
TODAY = NOW.date()
DEMO = os.path.join(os.path.dirname(__file__), "..", "..", "data", "demo")

EPISODE = {
    "instant": None,
    "offset_s": None,
    "precision": "day",
    "part_of_day": None,
    "kind": "twitch",
    "side": "left",
    "duration_s": None,
    "intensity": None,
    "activity": None,
    "triggers": "",
}
SYMPTOM = {
    "episode_uid": None,
    "instant": None,
    "offset_s": None,
    "precision": "day",
    "part_of_day": None,
    "part": None,
    "side": "unspecified",
    "sudden": None,
    "severity": None,
    "present": 1,
    "note": None,
}

Rows = list[dict[str, Any]]


def columns_of(rows: Rows) -> dict[str, list[Any]]:
    """Rows as columns; no rows are an empty table."""
    return {name: [row[name] for row in rows] for name in rows[0]} if rows else {}


def _region(part: str | None) -> str | None:
    if part is None:
        return None
    return vocabulary.region_of(part) if vocabulary.knows("part", part) else part


def episode_rows(said: Rows) -> Rows:
    """Whole episode rows from the few fields that a test names: `day` and `part`, or a region in place of the part."""
    return [
        {"id": number, "uid": f"e{number}", "region": _region(row["part"]), **EPISODE, **row, "day": str(row["day"])}
        for number, row in enumerate(said, 1)
    ]


def symptom_rows(said: Rows) -> Rows:
    """Whole symptom rows from `day`, `symptom` and what else a test names."""
    return [
        {
            "id": number,
            "uid": f"s{number}",
            "region": _region(row.get("part")),
            **SYMPTOM,
            **row,
            "day": str(row["day"]),
        }
        for number, row in enumerate(said, 1)
    ]


def frames_of(episodes: Rows, *, symptoms: Rows | None = None, quiet: list[date] | None = None) -> DiaryFrames:
    """The frames of a small diary; days in `quiet` were checked in without twitching."""
    days = [{"date": str(day), "twitching": "none", "checked_in": 1, "note": None} for day in quiet or []]
    return diary_frames(
        columns_of(episode_rows(episodes)), columns_of(symptom_rows(symptoms or [])), columns_of(days), as_of=TODAY
    )


def facts_of(diary: DiaryFrames, **more: Any) -> Summary:
    """The summary of a diary with the findings that it has."""
    return summary(diary, all_findings(diary, as_of=TODAY), now=NOW, version="0.1.0", **more)


def years(number: int) -> Summary:
    """The summary of a diary of so many years, with every part of the body in it."""
    parts = [part for part in vocabulary.ids("part") if part != "everywhere"]
    length = 365 * number
    episodes = [
        {"day": TODAY - timedelta(days=back), "part": parts[back % len(parts)], "side": ("left", "right")[back % 2]}
        for back in range(length)
        if back % 5
    ]
    symptoms = [
        {"day": TODAY - timedelta(days=7 * number), "symptom": symptom, "part": part, "present": number % 3 != 0}
        for number, symptom in enumerate(vocabulary.ids("symptom") * 3)
        for part in (None, "calf")
    ]
    return facts_of(frames_of(episodes, symptoms=symptoms))


def _read(name: str) -> Rows:
    with open(os.path.join(DEMO, name), encoding="utf-8", newline="") as file:
        return [{column: cell or None for column, cell in row.items()} for row in csv.DictReader(file)]


def _day(text: str) -> date:
    return diary_day(datetime.fromisoformat(text)) if "T" in text else date.fromisoformat(text)


def _flag(cell: str | None) -> int | None:
    return None if cell is None else int(cell == "yes")


def _number(cell: str | None) -> float | None:
    return None if cell is None else float(cell)


def demo_frames() -> DiaryFrames:
    """The invented diary as frames."""
    episodes = [
        {
            **row,
            "day": _day(row["started_at"]),
            "duration_s": _number(row["duration_s"]),
            "intensity": _number(row["intensity"]),
        }
        for row in _read("episodes.csv")
    ]
    symptoms = [
        {
            **row,
            "day": _day(row["at"]),
            "sudden": _flag(row["sudden"]),
            "present": _flag(row["present"]),
            "severity": None,
        }
        for row in _read("symptoms.csv")
    ]
    days = [{**row, "checked_in": _flag(row["checked_in"])} for row in _read("days.csv")]
    return diary_frames(
        columns_of(episode_rows(episodes)), columns_of(symptom_rows(symptoms)), columns_of(days), as_of=TODAY
    )


def demo_facts() -> Summary:
    """The summary of the invented diary."""
    medicines = [
        MedicineEvent(
            uid=row["uid"],
            name=row["name"],
            day=date.fromisoformat(row["date"]),
            action=row["action"],
            dose=row["dose"],
            suspected=row["suspected"] == "yes",
        )
        for row in _read("medicines.csv")
    ]
    changes = [
        Change(uid=row["uid"], what=row["what"], start=date.fromisoformat(row["start"])) for row in _read("changes.csv")
    ]
    return facts_of(demo_frames(), medicines=medicines, changes=changes)
