"""Sentences and lines for people: one episode, one day, a list."""

from __future__ import annotations

from twitchlog import spoken, vocabulary

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date

    from twitchlog.entry import DayNote, Episode, Intake, SymptomNote

UNDO = "Not right? twitchlog undo"
NOTE_SHOWN = 60
"""Characters of a note that a list shows. Ours."""


def place(said: Episode | SymptomNote) -> str:
    """`left calf (gastrocnemius)`; nothing where no place was named."""
    if said.region is None:
        return ""
    name = vocabulary.place_label(said.region, said.part, said.side)
    muscle = getattr(said, "muscle", None)
    return f"{name} ({vocabulary.label('muscle', muscle)})" if muscle else name


def labels(name: str, ids: Sequence[str]) -> str:
    """The labels of some ids of one list."""
    return ", ".join(vocabulary.label(name, one) for one in ids)


def episode(said: Episode) -> str:
    """What an episode is, without its time: `twitch, left calf, 30 s, 4/10, sitting; with caffeine`."""
    first = [said.kind.replace("_", " "), place(said)]
    if said.duration_s is not None:
        first.append(spoken.duration(said.duration_s))
    if said.intensity is not None:
        first.append(f"{said.intensity}/10")
    first.extend(vocabulary.label(n, i) for n, i in (("pattern", said.pattern), ("activity", said.activity)) if i)
    return "; ".join([", ".join(first), *_beside(said)])


def _beside(said: Episode) -> list[str]:
    parts = (
        ("with ", labels("trigger", said.triggers)),
        ("felt ", labels("sensation", said.sensations)),
        ("eased by ", labels("relief", said.relief)),
        ("not ", ", ".join(denied_label(one) for one in said.denied)),
    )
    return [before + text for before, text in parts if text]


def denied_label(of: str) -> str:
    """The label of something said not to be there, whichever list it is from."""
    for name in ("trigger", "sensation", "relief", "activity", "symptom"):
        if vocabulary.knows(name, of):
            return vocabulary.label(name, of)
    return of


def symptom(said: SymptomNote) -> str:
    """`sudden weakness, left hand, 6/10`, or `no weakness`."""
    name = vocabulary.label("symptom", said.symptom)
    if not said.present:
        name = f"no {name}"
    parts = [f"sudden {name}" if said.sudden else name, place(said)]
    if said.severity is not None:
        parts.append(f"{said.severity}/10")
    return ", ".join(part for part in parts if part)


def row(said: Episode, *, with_date: bool = True) -> str:
    """An episode as one line of a list."""
    if with_date:
        time = spoken.when(said.when)
    else:
        time = spoken.clock_time(said.when.at) if said.when.at else said.when.part_of_day or "time not given"
    note = ""
    if said.note:
        note = f" -- {said.note if len(said.note) <= NOTE_SHOWN else said.note[:NOTE_SHOWN] + ' ...'}"
    return f"{said.id:>5}  {time}  {episode(said)}{note}".replace("\n", " ")


def day(of: date, said: DayNote | None, episodes: Sequence[Episode], state: str | None) -> str:
    """One line on what is known of a day."""
    if state == "some":
        known = spoken.count(len(episodes), "episode") if episodes else "twitching, no episode written down"
    elif state == "none":
        known = "no twitching"
    else:
        known = "not answered; unknown, not counted as quiet"
    checked = ", checked in" if said is not None and said.checked_in else ""
    return f"{spoken.short_date(of)}: {known}{checked}"


def factors(amounts: dict[str, float]) -> str:
    """`sleep 6.5 h, stress 7/10, caffeine 160 mg`."""
    return ", ".join(factor(name, value) for name, value in amounts.items())


def factor(name: str, value: float) -> str:
    """One daily factor with its unit."""
    if not vocabulary.knows("factor", name):
        return f"{name} {spoken.amount(value)}"
    unit = vocabulary.term("factor", name)["unit"]
    shown = f"{spoken.amount(value)}/10" if unit == "0-10" else f"{spoken.amount(value)} {unit}"
    return f"{vocabulary.label('factor', name)} {shown}"


def intake(said: Intake) -> str:
    """`caffeine 160 mg at 18:30`."""
    at = f" at {spoken.clock_time(said.when.at)}" if said.when.at else ""
    return factor(said.factor, said.amount) + at
