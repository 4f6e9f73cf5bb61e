"""Writing down: `add`, `symptom`, `day`, `quiet`. Both doors call these; nothing here knows about options or typer."""

from __future__ import annotations

from twitchlog import clock, spoken, vocabulary, words
from twitchlog.cli import as_json, say
from twitchlog.cli.alarm import Alarm, Noted
from twitchlog.cli.answer import Answer
from twitchlog.cli.looking import show_day
from twitchlog.entry import DayNote
from twitchlog.store import days
from twitchlog.store.diary import open_diary

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from twitchlog.cli.answer import Asked
    from twitchlog.entry import Episode, SymptomNote
    from twitchlog.store.step import Step
    from twitchlog.words import Understood, Warned

    Options = Mapping[str, Sequence[str]]

NO_OPTIONS: Options = {}


def line_of(typed: Sequence[str]) -> str:
    """The words as one line, whether they came as one quoted string or as separate arguments."""
    return " ".join(typed)


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
    urgent = [point.as_json() for point in alarm.points]
    return Answer(
        lines=tuple(lines),
        data=lambda: {**as_json.entry(said, symptoms), "urgent": urgent},
        warnings=tuple(warnings),
    )


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
    return Answer(
        lines=tuple(lines),
        data=lambda: {
            "symptoms": [as_json.numbered_symptom(note) for note in written],
            "urgent": [point.as_json() for point in alarm.points],
        },
        warnings=tuple((one.code, one.text) for one in warned),
    )


def quiet(asked: Asked, typed: Sequence[str]) -> Answer:
    """Check days in as days without twitching."""
    line, now = line_of(typed), clock.now()
    named = words.read_days(line, now)
    with open_diary(asked.diary, write=True) as book, book.step("quiet", now, line) as step:
        marked = days.mark_quiet(step, book, named)
        notes = {day: step.day_entry(day) for day in named}
    span = spoken.short_date(named[0])
    if len(named) > 1:
        span = f"{span} to {spoken.short_date(named[-1])} ({spoken.count(len(named), 'day')})"
    done = f"No twitching: {span}, checked in. {say.UNDO}" if marked else f"No twitching: {span}; it said so already."
    return Answer(
        lines=(done,),
        data=lambda: {
            "days": [as_json.day(day, note, [], {}) for day, note in notes.items()],
            "changed": [day.isoformat() for day in marked],
        },
    )


def day(asked: Asked, typed: Sequence[str]) -> Answer:
    """Check a day in with what is said of it; with nothing to write, show it."""
    line, now = line_of(typed), clock.now()
    said = words.read_day(line, now)
    if not said.factors and said.note is None and said.twitching is None:
        with open_diary(asked.diary) as book:
            return show_day(book, said.day)
    with open_diary(asked.diary, write=True) as book:
        if said.twitching == "none":
            days.refuse_twitching(book, said.day)
        with book.step("day", now, line) as step:
            days.note_day(step, DayNote(**said.as_dict()))
        shown = show_day(book, said.day)
    return shown.replace(lines=(*shown.lines, say.UNDO))
