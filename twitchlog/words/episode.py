"""The episode that a whole line says, and what stands in the way of one."""

from __future__ import annotations

from twitchlog import vocabulary
from twitchlog.entry import Episode, new_uid
from twitchlog.words.refusals import Problem, bare, shown
from twitchlog.words.values import duration, score_of

TYPE_CHECKING = False
if TYPE_CHECKING:
    from twitchlog.words.neighbours import Context
    from twitchlog.words.reading import Item
    from twitchlog.words.said import Said

OWN_RIGHT = ("tingling", "itching", "burning", "aching", "numbness", "spasm_feeling")
"""Sensations that people have without a twitch, too."""


def episode_of(reading: Said) -> Episode | None:
    """The episode that a line says; None where a problem stands in the way."""
    check_it_is_a_twitch(reading)
    kind = reading.one("kind", "two_kinds", "The line names two kinds of movement")
    pattern = reading.one("pattern", "two_patterns", "The line names two patterns")
    activity = reading.one("activity", "two_activities", "The line names two activities")
    score = reading.one("score", "two_scores", "The line names two strengths")
    lasting = duration(reading)
    intensity = score_of(reading, score.value, "Intensity") if score is not None else None
    if reading.place is None and not any(
        p.code in ("two_places", "no_twitch", "no_place", "two_sides", "ambiguous_word") for p in reading.problems
    ):
        text, hint = (
            "The line does not say where it was.",
            "Add the part of the body, such as “left calf”. The whole list: twitchlog parts",
        )
        reading.problems.append(Problem(code="no_place", text=text, hint=hint))
    check_asleep(reading, activity, kind)
    check_feeling(reading)
    if reading.problems or reading.place is None:
        return None
    denied = [str(item.value) for item in reading.line.denied if item.kind != "symptom"]
    return Episode(
        uid=new_uid(),
        when=reading.when,
        region=reading.place.region,
        part=reading.place.part,
        side=reading.place.side,
        muscle=reading.place.muscle,
        kind=str(kind.value) if kind is not None else "twitch",
        duration_s=lasting,
        intensity=intensity,
        pattern=str(pattern.value) if pattern is not None else None,
        activity=str(activity.value) if activity is not None and activity.value != "unknown" else None,
        triggers=reading.ids("trigger"),
        sensations=reading.ids("sensation"),
        relief=reading.ids("relief"),
        denied=tuple(dict.fromkeys(denied)),
        note=reading.note,
        words=reading.typed or None,
    )


def check_it_is_a_twitch(reading: Said) -> None:
    """Refuse an empty line, and a symptom without a twitch, for which there is another command."""
    line = reading.line
    if not any(item.kind not in ("passed", "mark") for item in line.items) and not reading.problems:
        text, hint = (
            "There are no words to write down.",
            "Say where, and what you know of it: twitchlog add left calf 30s 4/10 after coffee",
        )
        reading.problems.append(Problem(code="empty", text=text, hint=hint))
        return
    present = reading.of_kind("symptom")
    if not present or line.says_twitch() or reading.of_kind("ask"):
        return
    whole = vocabulary.table("exposure")["whole_person"]
    near_head = reading.place is not None and reading.place.region in ("face", "neck")
    if reading.place is not None and all(
        item.value in whole and not (near_head and item.value == "headache") for item in present
    ):
        return
    text = "The line names a symptom and no twitch."
    words = bare(line.words)
    hint = f"A symptom by itself is written with: twitchlog symptom {words}. With a twitch, say so: “twitch {words}”."
    reading.problems.append(
        Problem(
            code="no_twitch",
            text=text,
            hint=hint,
            command=f"symptom {line.words.strip()}",
            choices=reading.with_note((f"twitch {line.words.strip()}",)),
        )
    )


def check_asleep(reading: Said, activity: Item | None, kind: Item | None) -> None:
    """Ask when it was if the person slept: it cannot be now."""
    asleep = (activity is not None and activity.value == "asleep") or (
        kind is not None and kind.value == "movement_in_sleep"
    )
    if asleep and not reading.has_time():
        text, hint = (
            "It was during sleep, so it was not now: when was it?",
            "Add “last night”, or the day and the time.",
        )
        choices = reading.with_note((f"{reading.line.words.strip()} last night",))
        reading.problems.append(Problem(code="no_time", text=text, hint=hint, choices=choices))


def check_feeling(reading: Said) -> None:
    """Refuse "left foot tingling" without a word for a twitch: the feeling may be all there was."""
    line = reading.line
    if line.says_twitch() or any(p.code == "no_twitch" for p in reading.problems):
        return
    over = ("side", "pattern")
    for at, item in enumerate(line.items):
        felt = (item.kind == "sensation" and item.value in OWN_RIGHT and item not in line.denied) or item.has(
            "strength"
        )
        before, behind = line.neighbour(at, -1, over=over), line.neighbour(at, 1, over=over)
        parts = ("part", "muscle", "region")
        beside = [one for one in (before, behind) if one is not None and one.kind in parts]
        if felt and beside and not item.source and (item.kind == "sensation" or said_of(line, at)):
            words = line.words.strip()
            text = f"{shown(item.text)} without a word for a twitch can be a feeling by itself."
            hint = f"If it twitched, say so: “twitch {bare(words)}”. A feeling alone fits in a note."
            choices = reading.with_note((f"twitch {words}",))
            reading.problems.append(Problem(code="doubtful_word", text=text, hint=hint, choices=choices))
            return


def said_of(line: Context, at: int) -> bool:
    """Whether a verb stands directly before: "my arm feels bad"."""
    return at > 0 and line.items[at - 1].has("becoming")
