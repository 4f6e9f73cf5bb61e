"""A line of `add` -> an episode with its symptoms, or a refusal that carries what was recognised."""

from __future__ import annotations

from twitchlog.entry import DAY_START_HOUR, Episode, SymptomNote
from twitchlog.records import Record
from twitchlog.words.episode import episode_of
from twitchlog.words.line import Reading
from twitchlog.words.notes import symptom_notes

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from datetime import datetime

    from twitchlog.words.refusals import Warned

NO_OPTIONS: Mapping[str, Sequence[str]] = {}


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
