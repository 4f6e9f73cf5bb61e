"""Changing one's mind about an entry: `edit`, `delete`."""

from __future__ import annotations

from twitchlog import clock, spoken, words
from twitchlog.cli import as_json, say
from twitchlog.cli.alarm import Alarm, Noted
from twitchlog.cli.answer import Answer, line_of
from twitchlog.cli.looking import describe
from twitchlog.entry import Episode, SymptomNote
from twitchlog.errors import TwitchlogError, WrongUsage
from twitchlog.store import days
from twitchlog.store.diary import open_diary
from twitchlog.vocabulary import counts_as_twitch

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from typing import Any

    from twitchlog.cli.answer import Asked
    from twitchlog.store.diary import Diary

CLEARABLE: dict[str, dict[str, Any]] = {
    "duration": {"duration_s": None},
    "intensity": {"intensity": None},
    "side": {"side": "unspecified"},
    "muscle": {"muscle": None},
    "pattern": {"pattern": None},
    "activity": {"activity": None},
    "triggers": {"triggers": ()},
    "sensations": {"sensations": ()},
    "relief": {"relief": ()},
    "denied": {"denied": ()},
    "note": {"note": None},
}
"""What `edit --clear` can empty, and what empty means there."""


class NotAnEpisode(TwitchlogError):
    """`edit` changes episodes; other entries are deleted and written anew."""

    code = "not_an_episode"


def edit(asked: Asked, number: int, typed: Sequence[str], clear: Sequence[str] = ()) -> Answer:
    """Replace what the words name in an episode, and empty the fields to clear."""
    line, now = line_of(typed), clock.now()
    alarm = Alarm(asked)
    with alarm, open_diary(asked.diary, write=True) as book:
        before = _episode(book, number)
        changes = dict(_cleared(clear))
        symptoms: tuple[SymptomNote, ...] = ()
        if line.strip() or not clear:
            changes |= alarm.understand(now, lambda: words.read_changes(line, now, before, zone=clock.zone_name()))
            symptoms = changes.pop("symptoms", ())
        after = before.replace(**changes)
        noted = Noted(
            at=now, symptoms=symptoms, twitch=counts_as_twitch(after.kind), triggers=after.triggers, when=after.when
        )
        alarm.hear(noted)
        alarm.hear(noted, book)
        with book.step("edit", now, f"{number} {line}".strip()) as step:
            step.change(after)
            for note in symptoms:
                step.add(note.replace(episode_uid=after.uid))
            if counts_as_twitch(after.kind):
                days.settle(step, after.when.day)
        beside = book.symptoms_of(after)
    was = f"   was: {say.episode(before)}; {spoken.when(before.when)}"
    lines = (f"{number}: {say.episode(after)}", f"   {spoken.when(after.when)}. {say.UNDO}", was)
    urgent = [point.as_json() for point in alarm.points]
    return Answer(lines=lines, data=lambda: {**as_json.entry(after, beside), "urgent": urgent})


def _cleared(fields: Sequence[str]) -> dict[str, Any]:
    changes: dict[str, Any] = {}
    for field in fields:
        if field not in CLEARABLE:
            raise WrongUsage(f"“{field}” can't be cleared.", hint=f"--clear takes {spoken.listed([*CLEARABLE], 'or')}.")
        changes |= CLEARABLE[field]
    return changes


def _episode(book: Diary, number: int) -> Episode:
    found = book.entry(number)
    if not isinstance(found, Episode):
        raise NotAnEpisode(
            f"Entry {number} is not an episode.",
            hint=f"Take it out with twitchlog delete {number}, then write it anew.",
        )
    return found


def delete(asked: Asked, number: int, confirm: Callable[[str], bool]) -> Answer:
    """Take an entry out of the diary, with the symptoms noted beside it, once `confirm` agrees."""
    now = clock.now()
    with open_diary(asked.diary) as book:
        found = book.entry(number)
    if not confirm(f"{number}: {describe(found)}"):
        return Answer(lines=("Kept.",), data=lambda: {"deleted": None})
    with open_diary(asked.diary, write=True) as book, book.step("delete", now, str(number)) as step:
        found = book.entry(number)
        beside = book.symptoms_of(found) if isinstance(found, Episode) else []
        for one in (*beside, found):
            step.remove(one)
    lines = (f"Deleted {number}: {describe(found)}", "   Not right? twitchlog undo brings it back.")
    return Answer(lines=lines, data=lambda: {"deleted": number})
