"""Changing one's mind: `edit`, `delete`, `undo`, `redo`, `history`."""

from __future__ import annotations

from datetime import UTC, datetime

from twitchlog import clock, spoken, words
from twitchlog.cli import as_json, say
from twitchlog.cli.alarm import Alarm, Noted
from twitchlog.cli.answer import Answer
from twitchlog.cli.capture import line_of
from twitchlog.entry import Episode, SymptomNote
from twitchlog.errors import NoSuchEntry, TwitchlogError, WrongUsage
from twitchlog.store import days
from twitchlog.store.diary import open_diary
from twitchlog.vocabulary import counts_as_twitch

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from typing import Any

    from twitchlog.cli.answer import Asked
    from twitchlog.records import Record
    from twitchlog.store.diary import Diary
    from twitchlog.store.journal import Batch, JournalEntry

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


def describe(found: Record) -> str:
    """Any entry in one line."""
    if isinstance(found, Episode):
        return f"{say.episode(found)}; {spoken.when(found.when)}"
    if isinstance(found, SymptomNote):
        return f"{say.symptom(found)}; {spoken.when(found.when)}"
    fields = {name: value for name, value in as_json.other(found).items() if value is not None}
    return ", ".join(f"{name} {value}" for name, value in fields.items() if name not in ("id", "uid"))


def undo(asked: Asked, steps: int = 1) -> Answer:
    """Take back the last steps."""
    return _stepped(asked, "undone", lambda book: book.undo(steps), "twitchlog redo does it again.")


def redo(asked: Asked, steps: int = 1) -> Answer:
    """Do again what was undone last."""
    return _stepped(asked, "redone", lambda book: book.redo(steps), "twitchlog undo takes it back.")


def _stepped(asked: Asked, done: str, act: Callable[[Diary], list[Batch]], tip: str) -> Answer:
    with open_diary(asked.diary) as book:
        empty = book.is_new()
    if empty:
        raise NoSuchEntry(
            "There is nothing in the diary yet.", hint="twitchlog add left calf 30s writes a first entry."
        )
    with open_diary(asked.diary, write=True) as book:
        batches = act(book)
    lines = [f"{done.capitalize()}: {_command(batch)} ({_rows(batch)})" for batch in batches]
    return Answer(
        lines=(*lines, f"   {tip}"),
        data=lambda: {
            done: [
                {
                    "command": batch.command,
                    "words": batch.words,
                    "time": _time(batch.time).isoformat(),
                    "entries": sorted({row.entry_id for row in batch.rows if row.entry_id is not None}),
                }
                for batch in batches
            ]
        },
    )


def _command(batch: Batch) -> str:
    return f"{batch.command} {batch.words}" if batch.words else batch.command


def _rows(batch: Batch) -> str:
    numbers = sorted({row.entry_id for row in batch.rows if row.entry_id is not None})
    if len(numbers) > 3:  # noqa: PLR2004 - a line's worth
        return spoken.count(len(numbers), "entry", "entries")
    if numbers:
        return "entry " + spoken.listed([str(number) for number in numbers])
    return "day " + spoken.listed(list(dict.fromkeys(row.uid.split()[0] for row in batch.rows)))


def history(asked: Asked, number: int) -> Answer:
    """What happened to an entry, oldest first."""
    with open_diary(asked.diary) as book:
        changes = book.history(number)
    if not changes:
        raise NoSuchEntry(f"There never was an entry {number}.", hint="twitchlog list --all shows the numbers.")
    return Answer(
        lines=tuple(line for change in changes for line in _told(change)),
        data=lambda: {"id": number, "changes": [_change_json(change) for change in changes]},
    )


def _told(change: JournalEntry) -> list[str]:
    taken_back = "" if change.state == "done" else " (since undone)"
    moment = _time(change.time)
    lines = [f"{spoken.short_date(moment.date())} {spoken.clock_time(moment)}  {change.command}{taken_back}"]
    before, after = change.before or {}, change.after or {}
    for column in after or before:
        old, new = before.get(column), after.get(column)
        if old != new and column not in ("id", "uid", "offset_s"):
            lines.append(f"    {column}: {_value(old)} -> {_value(new)}" if before else f"    {column}: {_value(new)}")
    return lines


def _value(value: Any) -> str:
    return "nothing" if value in (None, "") else str(value)


def _change_json(change: JournalEntry) -> dict[str, Any]:
    return {
        "time": _time(change.time).isoformat(),
        "command": change.command,
        "state": change.state,
        "action": change.action,
        "before": change.before,
        "after": change.after,
    }


def _time(seconds: int) -> datetime:
    return clock.local(datetime.fromtimestamp(seconds, UTC))
