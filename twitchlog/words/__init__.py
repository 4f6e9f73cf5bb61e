"""What a person types -> an entry, or a kind refusal.

hygiene (what a line may hold) -> tokens -> reading (items, the longest first; amounts and moments read numbers and
times) -> context (what words do to their neighbours: counts, denials, relief, doubts, spans) -> line (when, where,
notes, values, unknown) -> episode, symptoms, changes. days reads `quiet`, factors `day`. Every refusal is a
`LineRefused`, see refusals.
"""

from __future__ import annotations

from twitchlog.entry import DAY_START_HOUR, Episode, SymptomNote
from twitchlog.records import Record
from twitchlog.words.episode import episode_of
from twitchlog.words.hygiene import split_note
from twitchlog.words.line import Reading
from twitchlog.words.notes import symptom_notes
from twitchlog.words.refusals import LineRefused, Warned

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from datetime import datetime
    from typing import Any

    from twitchlog.words.changes import read_changes
    from twitchlog.words.days import read_days
    from twitchlog.words.factors import DayWords, read_day
    from twitchlog.words.symptoms import read_symptoms

__all__ = [
    "DayWords", "LineRefused", "Understood", "Warned", "read_changes", "read_day", "read_days", "read_episode",
    "read_symptoms", "split_note",
]  # fmt: skip

NO_OPTIONS: Mapping[str, Sequence[str]] = {}


READ_IN = {
    "read_changes": "changes",
    "DayWords": "factors",
    "read_day": "factors",
    "read_days": "days",
    "read_symptoms": "symptoms",
}
"""Names that are loaded when they are first used: `add` needs none of them, and has to answer at once."""


class Understood(Record):
    """What a line of `add` says: the episode, the symptoms with it, and what the person should see."""

    episode: Episode
    symptoms: tuple[SymptomNote, ...]
    warnings: tuple[Warned, ...] = ()


def read_episode(
    line: str,
    now: datetime,
    *,
    zone: str | None = None,
    options: Mapping[str, Sequence[str]] = NO_OPTIONS,
    day_start_hour: int = DAY_START_HOUR,
    can_ask: bool = False,
) -> Understood:
    """The episode that a line of `add` says.

    Args:
        line: The words as typed, with the note behind " -- ".
        now: The present moment, aware, in the local zone.
        zone: Name of the local zone, kept with the entry.
        options: Option name without dashes -> its values.
        day_start_hour: Hour at which the diary day turns over.
        can_ask: Whether somebody can be asked: then "leg" is refused with choices instead of stored as a region.

    Raises:
        LineRefused: Nothing was understood with certainty; it carries what was.
    """
    reading = Reading(line, now, zone=zone, day_start_hour=day_start_hour, check=episode_of)
    reading.read(options, can_ask=can_ask)
    episode = episode_of(reading)
    symptoms = symptom_notes(reading)
    reading.raise_first()
    if episode is None:
        raise AssertionError("a line without an episode has a problem")
    return Understood(
        episode=episode,
        symptoms=tuple(note.replace(episode_uid=episode.uid) for note in symptoms),
        warnings=tuple(reading.warnings),
    )


def __getattr__(name: str) -> Any:
    """Load a reader on first use (PEP 562)."""
    if name not in READ_IN:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    from importlib import import_module

    return getattr(import_module(f"{__name__}.{READ_IN[name]}"), name)
