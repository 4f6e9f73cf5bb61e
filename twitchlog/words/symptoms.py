"""What a line of `symptom` says: symptoms by themselves, on a day with or without a twitch."""

from __future__ import annotations

from twitchlog import vocabulary
from twitchlog.entry import DAY_START_HOUR, SymptomNote
from twitchlog.words.line import Reading
from twitchlog.words.notes import symptom_notes
from twitchlog.words.refusals import Problem, Warned, shown

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from datetime import datetime

NO_FIELD = ("duration", "vague", "trigger", "sensation", "activity", "relief", "pattern")
"""What a symptom note has no field for; the words keep it, and a warning says so."""

NOT_KEPT = "{words} has no field in a symptom note. It stays in the words."

NO_OPTIONS: Mapping[str, Sequence[str]] = {}


def read_symptoms(
    line: str,
    now: datetime,
    *,
    zone: str | None = None,
    options: Mapping[str, Sequence[str]] = NO_OPTIONS,
    day_start_hour: int = DAY_START_HOUR,
) -> tuple[tuple[SymptomNote, ...], tuple[Warned, ...]]:
    """The symptoms of a line, and what the person should see.

    Args:
        line: The words as typed, with the note behind " -- ".
        now: The present moment, aware, in the local zone.
        zone: Name of the local zone, kept with the notes.
        options: Option name without dashes -> its values.
        day_start_hour: Hour at which the diary day turns over.

    Raises:
        LineRefused: Nothing was understood with certainty; it carries what was.
    """
    reading = Reading(
        line, now, zone=zone, day_start_hour=day_start_hour, symptoms_only=True, check=check_it_is_a_symptom
    )
    reading.read(options)
    check_it_is_a_symptom(reading)
    reading.one("score", "two_scores", "The line names two severities")
    notes = symptom_notes(reading)
    check_every_place_is_kept(reading, notes)
    reading.raise_first()
    for item in reading.of_kind(*NO_FIELD):
        reading.warnings.append(Warned(code="not_kept", text=NOT_KEPT.format(words=shown(item.text))))
    return tuple(note.replace(note=reading.note) for note in notes), tuple(reading.warnings)


def check_every_place_is_kept(reading: Reading, notes: Sequence[SymptomNote]) -> None:
    """Refuse "weakness left hand and right foot": one note has one place, and the other would be lost."""
    kept = {(note.region, note.part) for note in notes}
    lost = [one.place() for one in reading.mentions if (one.place().region, one.place().part) not in kept]
    if notes and lost:
        named = vocabulary.place_label(lost[0].region, lost[0].part, lost[0].side)
        text = f"The line names more places than its symptoms can have: {named}."
        hint = "Write a line for each place: twitchlog symptom weakness left hand"
        reading.problems.append(Problem(code="two_places", text=text, hint=hint))


def check_it_is_a_symptom(reading: Reading) -> None:
    """Refuse a line without a symptom, and one that tells of a twitch, for which there is `add`."""
    words = reading.line.words.strip()
    if reading.of_kind("kind"):
        kind = reading.of_kind("kind")[0]
        text = f"{shown(kind.text)} is a movement, which is an episode."
        hint = f"Write it down with: twitchlog add {words}"
        reading.problems.append(Problem(code="not_a_symptom", text=text, hint=hint, command=f"add {words}"))
    elif not any(item.kind in ("symptom", "ask") for item in reading.line.items):
        code, text = (
            ("no_symptom", "The line names no symptom.")
            if reading.line.items
            else ("empty", "There are no words to write down.")
        )
        hint = "Name it and where it is: twitchlog symptom weakness left hand. All of them: twitchlog words symptoms"
        reading.problems.append(Problem(code=code, text=text, hint=hint))
