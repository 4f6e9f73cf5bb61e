"""Writing down what happened: `add` and `symptom`. Both doors call these; nothing here knows about typer."""

from __future__ import annotations

from twitchlog import clock, spoken, vocabulary, words
from twitchlog.cli import say
from twitchlog.cli.alarm import Alarm, Noted
from twitchlog.cli.answer import Answer, line_of
from twitchlog.store import days
from twitchlog.store.diary import open_diary

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from typing import Any

    from twitchlog.cli.answer import Asked
    from twitchlog.entry import Episode, SymptomNote
    from twitchlog.store.step import Step
    from twitchlog.words import Understood, Warned

    Options = Mapping[str, Sequence[str]]

NO_OPTIONS: Options = {}


def add(asked: Asked, typed: Sequence[str], options: Options = NO_OPTIONS) -> Answer:
    """Write down one episode, with the symptoms noted beside it."""
    line, now = line_of(typed), clock.now()
    alarm = Alarm(asked)
    with alarm:
        understood = alarm.understand(
            now,
            lambda: words.read_episode(
                line, now, zone=clock.zone_name(), options=options, can_ask=asked.somebody_there
            ),
        )
        said = understood.episode
        noted = Noted(
            at=now,
            symptoms=understood.symptoms,
            twitch=vocabulary.counts_as_twitch(said.kind),
            triggers=said.triggers,
            when=said.when,
        )
        alarm.hear(noted)
        with open_diary(asked.diary, write=True) as book:
            alarm.hear(noted, book)
            with book.step("add", now, line) as step:
                said, symptoms, marked = write_episode(step, understood)
    return _added(alarm, said, symptoms, understood.warnings, marked=marked)


def write_episode(step: Step, understood: Understood) -> tuple[Episode, list[SymptomNote], bool]:
    """Write an episode and its symptoms; says whether the day's mark "no twitching" had to become "some"."""
    episode = step.add(understood.episode)
    symptoms = [step.add(note.replace(episode_uid=episode.uid)) for note in understood.symptoms]
    marked = vocabulary.counts_as_twitch(episode.kind) and days.settle(step, episode.when.day)
    return episode, symptoms, marked


def _added(
    alarm: Alarm, said: Episode, symptoms: list[SymptomNote], warned: Sequence[Warned], *, marked: bool
) -> Answer:
    lines = [f"{said.id}: {say.episode(said)}", f"   {spoken.when(said.when)}. {say.UNDO}"]
    if symptoms:
        lines.insert(1, f"   beside it: {'; '.join(say.symptom(note) for note in symptoms)}")
    if said.note:
        lines.insert(1, f"   note: {said.note}")
    warnings = [(one.code, one.text) for one in warned]
    if marked:
        day = spoken.short_date(said.when.day)
        warnings.append(("quiet_day_changed", f"{day} was marked as a day without twitching; it now says some."))

    def data() -> dict[str, Any]:
        from twitchlog.cli import as_json

        return {**as_json.entry(said, symptoms), "urgent": [point.as_json() for point in alarm.points]}

    return Answer(lines=tuple(lines), data=data, warnings=tuple(warnings))


def symptom(asked: Asked, typed: Sequence[str], options: Options = NO_OPTIONS) -> Answer:
    """Write down one symptom or several, on their own."""
    line, now = line_of(typed), clock.now()
    alarm = Alarm(asked)
    with alarm:
        notes, warned = alarm.understand(
            now, lambda: words.read_symptoms(line, now, zone=clock.zone_name(), options=options)
        )
        noted = Noted(at=now, symptoms=notes, when=notes[0].when)
        alarm.hear(noted)
        with open_diary(asked.diary, write=True) as book:
            alarm.hear(noted, book)
            with book.step("symptom", now, line) as step:
                written = [step.add(note) for note in notes]
    lines = [f"{note.id}: {say.symptom(note)}" for note in written]
    lines.append(f"   {spoken.when(written[0].when)}. {say.UNDO}")

    def data() -> dict[str, Any]:
        from twitchlog.cli import as_json

        noted = [as_json.numbered_symptom(note) for note in written]
        return {"symptoms": noted, "urgent": [point.as_json() for point in alarm.points]}

    return Answer(lines=tuple(lines), data=data, warnings=tuple((one.code, one.text) for one in warned))
