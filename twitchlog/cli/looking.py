"""Looking at the diary: `list`, `show`, `today`, `where`. None of these writes."""

from __future__ import annotations

import os

from twitchlog import clock, spoken
from twitchlog.cli import as_json, say
from twitchlog.cli.answer import Answer
from twitchlog.entry import Episode, SymptomNote, diary_day
from twitchlog.store.diary import open_diary
from twitchlog.store.file import diary_path

TYPE_CHECKING = False
if TYPE_CHECKING:
    from datetime import date

    from twitchlog.cli.answer import Asked
    from twitchlog.records import Record
    from twitchlog.store.diary import Diary

SHOWN = 10
"""Episodes that `list` shows unless told otherwise."""


def list_episodes(asked: Asked, number: int | None = SHOWN) -> Answer:
    """The last episodes, newest start first; all of them where `number` is None."""
    with open_diary(asked.diary) as book:
        found = book.episodes(None if number is None else number + 1)
    more = number is not None and len(found) > number
    shown = found[:number]
    lines = [say.row(one) for one in shown] or ["No episode yet. twitchlog add left calf 30s writes the first."]
    if more:
        lines.append("       There are more: twitchlog list -n 50, or --all.")
    return Answer(lines=tuple(lines), data=lambda: {"episodes": [as_json.episode(one) for one in shown]})


def show(asked: Asked, number: int) -> Answer:
    """One entry in full."""
    with open_diary(asked.diary) as book:
        found = book.entry(number)
        beside = book.symptoms_of(found) if isinstance(found, Episode) else []
    if isinstance(found, SymptomNote):
        return Answer(
            lines=(f"{number}: {describe(found)}", *_tail(found)),
            data=lambda: {"symptom": as_json.numbered_symptom(found)},
        )
    if not isinstance(found, Episode):
        return Answer(lines=(f"{number}: {describe(found)}",), data=lambda: {"entry": as_json.other(found)})
    lines = [f"{number}: {say.episode(found)}", f"   {spoken.when(found.when)}"]
    lines += [f"   beside it: {say.symptom(note)} (entry {note.id})" for note in beside]
    lines += _tail(found)
    return Answer(lines=tuple(lines), data=lambda: as_json.entry(found, beside))


def _tail(found: Episode | SymptomNote) -> list[str]:
    lines = []
    if found.note:
        lines.append(f"   note: {found.note}")
    if found.words:
        lines.append(f"   as typed: {found.words}")
    if found.when.at is not None and found.when.zone:
        lines.append(
            f"   zone: {found.when.zone}, {found.when.at.strftime('%z')[:3]}:{found.when.at.strftime('%z')[3:5]}"
        )
    return lines


def describe(found: Record) -> str:
    """Any entry in one line."""
    if isinstance(found, Episode):
        return f"{say.episode(found)}; {spoken.when(found.when)}"
    if isinstance(found, SymptomNote):
        return f"{say.symptom(found)}; {spoken.when(found.when)}"
    fields = {name: value for name, value in as_json.other(found).items() if value is not None}
    return ", ".join(f"{name} {value}" for name, value in fields.items() if name not in ("id", "uid"))


def today(asked: Asked) -> Answer:
    """What the diary knows of today."""
    with open_diary(asked.diary) as book:
        return show_day(book, diary_day(clock.now()))


def show_day(book: Diary, of: date) -> Answer:
    """What the diary knows of one day."""
    said, episodes, symptoms = book.day(of), book.episodes_on(of), book.symptoms_on(of)
    intakes = book.intakes_between(of, of)
    amounts = dict(said.factors) if said else {}
    for taken in intakes:
        if said is None or taken.factor not in said.factors:
            amounts[taken.factor] = amounts.get(taken.factor, 0.0) + taken.amount
    lines = [say.day(of, said, episodes, as_json.twitching(said, episodes))]
    lines += [say.row(one, with_date=False) for one in episodes]
    lines += [f"{note.id:>5}  {say.symptom(note)}" for note in symptoms]
    lines += [f"{one.id:>5}  {say.intake(one)}" for one in intakes]
    if amounts:
        lines.append(f"       {say.factors(amounts)}")
    if said and said.note:
        lines.append(f"       note: {said.note}")
    return Answer(
        lines=tuple(lines),
        data=lambda: {
            "day": as_json.day(of, said, episodes, amounts),
            "episodes": [as_json.episode(one) for one in episodes],
            "symptoms": [as_json.numbered_symptom(note) for note in symptoms],
        },
    )


def where(asked: Asked) -> Answer:
    """Where everything lies."""
    path = diary_path(asked.diary)
    there = os.path.exists(path)
    with open_diary(asked.diary) as book:
        held = {name: book.size(name) for name in ("episode", "symptom", "day", "medicine")}
    backups = os.path.join(os.path.dirname(path), "backups")
    size = os.path.getsize(path) if there else None
    counted = ", ".join(
        (
            spoken.count(held["episode"], "episode"),
            spoken.count(held["symptom"], "symptom note"),
            f"{spoken.count(held['day'], 'day')} answered",
        )
    )
    lines = [
        f"diary    {path}" if there else f"diary    {path} (not there yet; the first entry makes it)",
        f"holds    {counted}",
        f"zone     {clock.zone_name() or 'not known by name'}, now {clock.now().isoformat()}",
        "network  never used",
    ]
    if os.path.isdir(backups):
        lines.insert(2, f"backups  {backups}")
    return Answer(
        lines=tuple(lines),
        data=lambda: {
            "diary": path,
            "exists": there,
            "bytes": size,
            "backups": backups if os.path.isdir(backups) else None,
            "zone": clock.zone_name(),
            **{f"{name}_rows": count for name, count in held.items()},
        },
    )
