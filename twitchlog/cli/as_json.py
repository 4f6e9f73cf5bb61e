"""The JSON forms of what the diary holds, as the contracts have them: ids of the vocabulary, absent = null."""

from __future__ import annotations

from twitchlog import vocabulary

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date
    from typing import Any

    from twitchlog.entry import DayNote, Episode, SymptomNote, When
    from twitchlog.records import Record


def when(said: When) -> dict[str, Any]:
    """When something was; `started_at` only where the minute is known."""
    return {
        "started_at": said.at.isoformat() if said.at else None,
        "time_precision": said.precision,
        "part_of_day": said.part_of_day,
        "day": said.day.isoformat(),
    }


def episode(said: Episode) -> dict[str, Any]:
    """One episode."""
    return {
        "id": said.id,
        "uid": said.uid,
        **when(said.when),
        "kind": said.kind,
        "region": said.region,
        "part": said.part,
        "side": said.side,
        "muscle": said.muscle,
        "duration_s": said.duration_s,
        "intensity": said.intensity,
        "pattern": said.pattern,
        "activity": said.activity,
        "triggers": list(said.triggers),
        "sensations": list(said.sensations),
        "relief": list(said.relief),
        "note": said.note,
        "words": said.words,
    }


def symptom(said: SymptomNote) -> dict[str, Any]:
    """One symptom that was there."""
    return {
        "symptom": said.symptom,
        "part": said.part,
        "side": said.side,
        "sudden": said.sudden,
        "severity": said.severity,
    }


def entry(said: Episode | None, symptoms: Sequence[SymptomNote]) -> dict[str, Any]:
    """An episode with what was noted beside it, there or not there; `episode` is null for symptoms on their own."""
    denied = [note.symptom for note in symptoms if not note.present]
    return {
        "episode": episode(said) if said else None,
        "symptoms": [symptom(note) for note in symptoms if note.present],
        "denied": [*(said.denied if said else ()), *denied],
    }


def numbered_symptom(said: SymptomNote) -> dict[str, Any]:
    """One symptom note that stands in the diary on its own, with its number and its time."""
    return {
        "id": said.id,
        "uid": said.uid,
        **when(said.when),
        **symptom(said),
        "present": said.present,
        "note": said.note,
    }


def other(said: Record) -> dict[str, Any]:
    """Any other kind of entry: its fields, with dates as ISO text."""
    fields = said.as_dict()
    said_when = fields.pop("when", None)
    plain = {name: value.isoformat() if hasattr(value, "isoformat") else value for name, value in fields.items()}
    return {**plain, **(when(said_when) if said_when else {})}


def day(of: date, said: DayNote | None, episodes: Sequence[Episode], factors: dict[str, float]) -> dict[str, Any]:
    """One day: what is known of it. `twitching` is null while nobody said and there is no episode."""
    return {
        "date": of.isoformat(),
        "twitching": twitching(said, episodes),
        "checked_in": bool(said and said.checked_in),
        "factors": factors,
        "note": said.note if said else None,
    }


def twitching(said: DayNote | None, episodes: Sequence[Episode]) -> str | None:
    """Give "some" or "none", as said or as the episodes show; a check-in without an episode is "none"; else None."""
    if any(vocabulary.counts_as_twitch(one.kind) for one in episodes):
        return "some"
    if said is not None and said.twitching is not None:
        return said.twitching
    return "none" if said is not None and said.checked_in else None
