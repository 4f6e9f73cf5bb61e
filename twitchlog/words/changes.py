"""What a line of `edit` says: only the fields of an episode that its words name."""

from __future__ import annotations

from datetime import datetime

from twitchlog.clock import on_wall
from twitchlog.entry import DAY_START_HOUR, When
from twitchlog.words.line import Reading
from twitchlog.words.notes import symptom_notes
from twitchlog.words.refusals import Problem
from twitchlog.words.values import duration, score_of

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any

    from twitchlog.entry import Episode

LISTS = {"triggers": "trigger", "sensations": "sensation", "relief": "relief"}
"""Field of an episode that holds several ids -> the list they come from."""


def read_changes(
    line: str, now: datetime, episode: Episode, *, zone: str | None = None, day_start_hour: int = DAY_START_HOUR
) -> dict[str, Any]:
    """The fields that a line names, with their new values; "symptoms" holds new notes for this episode.

    Args:
        line: The words as typed, with a new note behind " -- ".
        now: The present moment, aware, in the local zone.
        episode: The episode as it is; a symptom without a place of its own takes its place.
        zone: Name of the local zone, kept with a new time.
        day_start_hour: Hour at which the diary day turns over.

    Raises:
        LineRefused: Nothing was understood with certainty; it carries what was.
    """
    reading = Reading(line, now, zone=zone, day_start_hour=day_start_hour, edits=True, check=singles_named)
    reading.read({})
    named: dict[str, Any] = {"when": moved(reading, episode)} if reading.has_time() or reading.range_s else {}
    named.update(places_named(reading))
    named.update(singles_named(reading))
    named.update({field: reading.ids(name) for field, name in LISTS.items() if reading.ids(name)})
    denied = tuple(dict.fromkeys(str(item.value) for item in reading.line.denied if item.kind != "symptom"))
    if denied:
        named["denied"] = denied
    named.update(no_longer(episode, named))
    if reading.note is not None:
        named["note"] = reading.note
    symptoms = symptoms_named(reading, named, episode)
    if symptoms:
        named["symptoms"] = symptoms
    if not named:
        hint = "Say what changes: twitchlog edit 3 right calf 45s, or with “ -- ” a new note."
        reading.problems.append(Problem(code="empty", text="The line names nothing to change.", hint=hint))
    reading.raise_first()
    return named


def no_longer(episode: Episode, named: dict[str, Any]) -> dict[str, Any]:
    """What is now said not to be there leaves the lists it stood in, and what is now said leaves the denials."""
    denied = named.get("denied", ())
    said = {one for field in LISTS for one in named.get(field, ())}
    changed: dict[str, Any] = {}
    for field in LISTS:
        had = named.get(field, getattr(episode, field))
        if set(denied).intersection(had):
            changed[field] = tuple(one for one in had if one not in denied)
    if said.intersection(episode.denied) and "denied" not in named:
        changed["denied"] = tuple(one for one in episode.denied if one not in said)
    if episode.activity in denied:
        changed["activity"] = None
    return changed


def moved(reading: Reading, episode: Episode) -> When:
    """The new time; where only another day is named, the clock time stays as it was."""
    was, now = episode.when, reading.when
    if now.precision != "day" or was.at is None or reading.range_s:
        return now
    shown = on_wall(datetime.combine(now.day, was.at.time()))
    if not shown or shown[0] > reading.now:
        return now
    return When.moment(shown[0], reading.zone, reading.day_start_hour)


def places_named(reading: Reading) -> dict[str, Any]:
    """The fields of the place; the side only where it was said."""
    if reading.place is None:
        return {"side": reading.lone_side} if reading.lone_side else {}
    named: dict[str, Any] = {"region": reading.place.region, "part": reading.place.part, "muscle": reading.place.muscle}
    if reading.place.side != "unspecified":
        named["side"] = reading.place.side
    return named


def singles_named(reading: Reading) -> dict[str, Any]:
    """The fields that hold one value: kind, pattern, activity, duration, intensity."""
    named: dict[str, Any] = {}
    for kind in ("kind", "pattern", "activity"):
        item = reading.one(kind, f"two_{kind}s", f"The line names two of {kind}")
        if item is not None:
            named[kind] = str(item.value)
    lasting = duration(reading, needs_a_start=False)
    if lasting is not None:
        named["duration_s"] = lasting
    score = reading.one("score", "two_scores", "The line names two strengths")
    if score is not None:
        named["intensity"] = score_of(reading, score.value, "Intensity")
    return named


def symptoms_named(reading: Reading, named: dict[str, Any], episode: Episode) -> tuple[Any, ...]:
    """New notes of the symptoms, at the time and, where a symptom needs one, at the place of the episode."""
    when = named.get("when", episode.when)
    notes = symptom_notes(reading, needs_of=episode)
    return tuple(note.replace(when=when, episode_uid=episode.uid) for note in notes)
